//! Where product segments stand.

use super::Source;
use super::document::shown;
use super::document::{Block, Cell};
use super::rows::{Rows, choice};
use crate::project::Axis;

pub(super) fn blocks(source: &Source) -> Vec<Block> {
    vec![positions(source)]
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
