//! The beachhead and the cells that follow it.

use super::document::{Align, Block, Cell};
use super::rows::Rows;
use super::{Source, decision};
use crate::analysis::score::difficulty;
use crate::project::CellKey;

/// In the team's order; a note without a beachhead.
pub(super) fn blocks(source: &Source) -> Vec<Block> {
    let Source { project, text, .. } = *source;
    let beachhead = project.beachhead.as_ref();
    let cells: Vec<(usize, CellKey)> = (beachhead.into_iter())
        .flat_map(|all| std::iter::once(all.cell).chain(all.follow_ons.iter().copied()))
        .enumerate()
        .collect();
    let table = Rows::new("beachhead", "beachhead-and-follow-ons", &cells, text)
        .left("part", "beachhead-part", 16.0, |(place, _)| match place {
            0 => Cell::Choice("Beachhead", text.get("tab-beachhead").to_owned()),
            place => Cell::Choice("FollowOn", text.with("follow-on-number", "number", *place)),
        })
        .left("fit", "report-prio", 8.0, |(_, key)| Cell::Fit(project.matrix.cell(*key).fit, None))
        .align(Align::Centre);
    let table = decision::names(table, source, |(_, key)| *key).text("note", "report-note", 70.0, |(_, key)| {
        project.matrix.cell(*key).note.as_deref().unwrap_or_default().to_owned()
    });
    let table = table.left("difficulty", "report-difficulty", 18.0, |(_, key)| {
        difficulty(&project.decision, *key).map_or(Cell::Blank, |found| decision::difficulty_cell(found, text))
    });
    let none = beachhead.is_none().then(|| Block::Note(text.get("beachhead-none").to_owned()));
    std::iter::once(Block::from(table.table)).chain(none).collect()
}
