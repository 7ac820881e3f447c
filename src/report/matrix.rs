//! The matrix as a table: rows product segments, columns customer segments, counts at the ends.

use super::{Align, Cell, Column, Table, shown};
use crate::analysis::{Analysis, Counts};
use crate::project::{Axis, CellKey, Fit, Project};
use crate::text::Text;

/// With more columns than this, the headings are turned.
const FEW: usize = 14;

pub(super) fn table(project: &Project, analysis: &Analysis, text: &Text) -> Table {
    let matrix = &project.matrix;
    let [products, customers] = Axis::ALL.map(|axis| matrix.segments(axis));
    let turned = customers.len() > FEW;
    let mut columns = vec![Column::new(text.get("report-product"), Align::Left, 32.0)];
    columns.extend(customers.iter().map(|segment| Column {
        turned,
        ..Column::new(shown(&segment.name, text), Align::Centre, if turned { 5.0 } else { 15.0 })
    }));
    columns.extend(count_headings(text).map(|words| Column::new(words, Align::Right, 9.0)));

    let counts = |counts: Counts| heads(text).map(move |(_, fit)| Cell::count(of(counts, fit))).collect::<Vec<_>>();
    let mut rows: Vec<Vec<Cell>> = Vec::with_capacity(products.len() + 5);
    for (place, product) in products.iter().enumerate() {
        let mut row = vec![Cell::Blank; customers.len() + 1];
        row[0] = Cell::text(shown(&product.name, text));
        for (column, state) in analysis.matrix.cells(place, 0..customers.len()) {
            let column = *column as usize;
            let note = state
                .has_note
                .then(|| matrix.cell(CellKey { product: product.id, customer: customers[column].id }).note.clone());
            row[column + 1] = Cell::Fit(state.fit, note.flatten());
        }
        row.extend(counts(analysis.matrix.counts(Axis::Product, place)));
        rows.push(row);
    }
    for (words, fit) in heads(text) {
        let mut row = vec![Cell::text(words)];
        row.extend(
            (0..customers.len()).map(|place| Cell::count(of(analysis.matrix.counts(Axis::Customer, place), fit))),
        );
        // Where the counts of rows and columns meet, the total.
        row.extend(
            heads(text).map(
                |(_, other)| {
                    if other == fit { Cell::count(of(analysis.matrix.total(), fit)) } else { Cell::Blank }
                },
            ),
        );
        rows.push(row);
    }
    Table {
        name: text.get("report-matrix-tab").to_owned(),
        columns,
        rows,
        frozen: 1,
        sums: count_headings(text).count(),
        legend: Fit::CANDIDATES.map(|fit| (Cell::Fit(fit, None), text.get(fit.key()).to_owned())).to_vec(),
        notes: Vec::new(),
        scatter: None,
    }
}

/// The headings of the counts at the matrix's ends, in their order.
pub fn count_headings(text: &Text) -> impl Iterator<Item = &str> {
    heads(text).map(|(words, _)| words)
}

/// What is counted: all fits, then by Prio.
fn heads(text: &Text) -> impl Iterator<Item = (&str, Option<Fit>)> {
    let by_fit = Fit::CANDIDATES.into_iter().map(|fit| match fit {
        Fit::Undecided => (text.get("report-undecided"), Some(fit)),
        _ => (text.get(fit.key()), Some(fit)),
    });
    std::iter::once((text.get("report-fits"), None)).chain(by_fit)
}

fn of(counts: Counts, fit: Option<Fit>) -> usize {
    fit.map_or(counts.fits(), |fit| counts.of(fit))
}
