//! The priority list: most urgent first, undecided last; with the scores where there are criteria.

use super::decision::{Evidence, names};
use super::document::{Align, Block, Cell};
use super::rows::Rows;
use super::{Source, decision};
use crate::project::{Axis, CellKey, Fit, Project};
use crate::text::Text;

/// Whether the cell is the beachhead or which of its follow-ons.
fn beachhead(project: &Project, key: CellKey, text: &Text) -> Cell {
    match project.follow_on(key) {
        _ if project.is_beachhead(key) => Cell::Choice("Beachhead", text.get("tab-beachhead").to_owned()),
        Some(place) => Cell::Choice("FollowOn", text.with("follow-on-number", "number", place + 1)),
        None => Cell::Blank,
    }
}

pub(super) fn blocks(source: &Source) -> Vec<Block> {
    let Source { project, analysis, text, .. } = *source;
    let evidence = Evidence::of(source);
    let rows: Vec<(Fit, CellKey)> = Fit::CANDIDATES
        .into_iter()
        .flat_map(|fit| analysis.matrix.with_fit(fit).map(move |place| (fit, place)))
        .map(|(fit, (row, column))| {
            let [product, customer] = [(Axis::Product, row), (Axis::Customer, column)]
                .map(|(axis, place)| project.matrix.segments(axis)[place].id);
            (fit, CellKey { product, customer })
        })
        .collect();
    let mut table = Rows::new("priorities", "report-priorities", &rows, text)
        .left("fit", "report-prio", 8.0, |(fit, _)| Cell::Fit(*fit, None))
        .align(Align::Centre);
    if project.beachhead.is_some() {
        table = table
            .left("beachhead", "beachhead", 14.0, |(_, key)| beachhead(project, *key, text))
            .data("follow_on", |(_, key)| project.follow_on(*key).map_or(Cell::Blank, |place| Cell::count(place + 1)));
    }
    table = names(table, source, |(_, key)| *key).text("note", "report-note", 70.0, |(_, key)| {
        project.matrix.cell(*key).note.as_deref().unwrap_or_default().to_owned()
    });
    if let Some(evidence) = &evidence {
        table = evidence.columns(table, |(_, key)| *key);
    }
    let mut table = table.table;
    table.legend = vec![(Cell::Fit(Fit::Undecided, None), text.get(Fit::Undecided.key()).to_owned())];
    let mut blocks = vec![Block::Table(table)];
    if let Some(evidence) = &evidence {
        blocks.extend(evidence.notes(source));
    }
    blocks.extend(decision::blocks(source));
    blocks
}
