//! The cells by their scores, by one of three methods; what `nisje rank` prints.

use super::Source;
use super::decision::{Evidence, criteria, names, said};
use super::document::{Align, Block, Cell, Depth, Table};
use super::rows::Rows;
use crate::analysis::cell_name;
use crate::analysis::robustness::Settings;
use crate::analysis::score::ScoredCell;
use crate::project::{CellKey, Message};

/// A way to rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Weighted sum: the order of the others never depends on a cell.
    Wsm,
    /// Closeness to the best; depends on which cells are compared.
    Topsis,
    /// Net flow of PROMETHEE II; depends on which cells are compared.
    Promethee,
}

/// A ranked cell.
struct Row {
    key: CellKey,
    /// None for a vetoed cell; equal cells share a rank.
    rank: Option<usize>,
    /// The total from 0 to 100, the closeness from 0 to 1, or the net flow from −1 to 1.
    value: f64,
}

/// The ranking, the criteria it rests on, and what would change it.
pub fn ranking(source: &Source, method: Method) -> Vec<Block> {
    let Source { project, analysis, text, .. } = *source;
    let ranking = analysis.ranking();
    let evidence = Evidence::of(source);
    let rows = rows(evidence.as_ref(), method);
    let (code, heading, decimals) = match method {
        Method::Wsm => ("wsm", "rank-total", 1),
        Method::Topsis => ("topsis", "rank-closeness", 3),
        Method::Promethee => ("promethee", "rank-flow", 3),
    };
    let Settings { draws, seed, .. } = Settings::default();
    let about = Rows::new("about", "report-priorities", &[()], text)
        .data("method", |()| Cell::text(code))
        .data("draws", |()| Cell::count(draws as usize))
        .data("seed", |()| Cell::count(seed as usize))
        .data("unscored", |()| Cell::count(ranking.unscored()))
        .table;
    let table = Rows::new("cells", "rank-cell", &rows, text)
        .number("rank", "", 0, |row| row.rank.map(|rank| rank as f64))
        .width(6.0)
        .text("cell", "rank-cell", 40.0, |row| text.say(&cell_name(project, row.key)));
    let mut table = names(table, source, |row| row.key)
        .left("fit", "report-prio", 8.0, |row| Cell::Fit(project.matrix.cell(row.key).fit, None))
        .align(Align::Centre)
        .number("value", heading, decimals, |row| Some(row.value))
        .data("between", |row| {
            let range = ranking.cell(row.key).and_then(ScoredCell::range).filter(|_| method == Method::Wsm);
            range.map_or(Cell::Blank, |(low, high)| Cell::List([low, high].map(|end| Cell::Number(end, 1)).into()))
        });
    if let Some(evidence) = &evidence {
        table = evidence.sureness(table, |row| row.key);
        table = evidence.remarks(table, |row| row.key);
    }
    let mut table = table.table;
    // The cell's name says both.
    for column in table.columns.iter_mut().filter(|column| matches!(&*column.key, "product" | "customer")) {
        column.depth = Depth::Full;
    }
    let mut notes = Vec::new();
    if method != Method::Wsm {
        notes.push(Message::new("rank-depends"));
    }
    notes.extend(evidence.iter().flat_map(|evidence| evidence.what_changes_it(source)));
    let left = ranking.unscored() + ranking.cells.len() - rows.len();
    notes.extend((left > 0).then(|| Message::new("rank-left-out").with("count", left)));

    let mut blocks = vec![Block::Table(Table { is_record: true, ..about }), table.into()];
    blocks.extend(said(&notes, text));
    blocks.extend(criteria(source).into_iter().filter_map(|block| match block {
        Block::Table(table) => Some(Block::Table(Table { depth: Depth::Full, ..table })),
        _ => None,
    }));
    blocks
}

fn rows(evidence: Option<&Evidence>, method: Method) -> Vec<Row> {
    let Some(evidence) = evidence else { return Vec::new() };
    if method == Method::Wsm {
        let ranking = evidence.ranking;
        let row = |cell: &ScoredCell| Some(Row { key: cell.key, rank: ranking.rank(cell.key), value: cell.total? });
        return ranking.cells.iter().filter_map(row).collect();
    }
    let opinions = evidence.ranking.cells.iter().filter_map(|cell| evidence.opinions.get(&cell.key));
    let each = opinions.map(|opinion| {
        let (rank, value) = match method {
            Method::Promethee => (opinion.promethee_rank, opinion.promethee),
            Method::Topsis | Method::Wsm => (opinion.topsis_rank, opinion.topsis),
        };
        Row { key: opinion.cell, rank: Some(rank), value }
    });
    let mut rows: Vec<_> = each.collect();
    rows.sort_by_key(|row| row.rank);
    rows
}
