//! Where product segments stand, and the beachhead with what follows it.

use super::document::shown;
use super::document::{Align, Block, Cell};
use super::rows::{Rows, choice};
use super::{Source, decision};
use crate::project::{Axis, CellKey};

pub(super) fn blocks(source: &Source) -> Vec<Block> {
    let mut blocks = vec![positions(source)];
    blocks.extend(pins(source));
    blocks
}

fn positions(source: &Source) -> Block {
    let Source { project, text, .. } = *source;
    let products: Vec<_> = project.matrix.segments(Axis::Product).iter().collect();
    Rows::new("positions", "tab-position", &products, text)
        .text("product", "report-product", 32.0, |product| shown(&product.name, text).to_owned())
        .data("product_id", |product| Cell::text(product.id.to_string()))
        .left("rung", "field-rung", 26.0, |product| {
            project.position(product.id).rung.map_or(Cell::Blank, |rung| choice(rung, text))
        })
        .left("strategy", "field-strategy", 20.0, |product| {
            project.position(product.id).strategy.map_or(Cell::Blank, |strategy| choice(strategy, text))
        })
        .number("perceived_value", "field-perceived-value", 1, |product| project.position(product.id).perceived_value)
        .number("perceived_cost", "field-perceived-cost", 1, |product| project.position(product.id).perceived_cost)
        .number("perceived_return", "perceived-return", 1, |product| project.position(product.id).perceived_return())
        .fields(|product| project.position(product.id))
        .named()
        .into()
}

/// The beachhead and its follow-ons in order; none without a beachhead.
fn pins(source: &Source) -> Option<Block> {
    let Source { project, text, .. } = *source;
    let beachhead = project.beachhead.as_ref()?;
    let cells: Vec<(usize, CellKey)> =
        std::iter::once(beachhead.cell).chain(beachhead.follow_ons.iter().copied()).enumerate().collect();
    let table = Rows::new("beachhead", "beachhead-and-follow-ons", &cells, text)
        .right("order", "report-number", |(place, _)| Cell::count(place + 1))
        .width(9.0)
        .left("fit", "report-prio", 8.0, |(_, key)| Cell::Fit(project.matrix.cell(*key).fit, None))
        .align(Align::Centre);
    let table = decision::names(table, source, |(_, key)| *key).text("note", "report-note", 70.0, |(_, key)| {
        project.matrix.cell(*key).note.as_deref().unwrap_or_default().to_owned()
    });
    Some(table.table.into())
}
