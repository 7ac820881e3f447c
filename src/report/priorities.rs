//! The priority list as a table: most urgent first, undecided last.

use super::{Align, Cell, Column, Table, shown};
use crate::analysis::Analysis;
use crate::project::{Axis, CellKey, Fit, Project};
use crate::text::Text;

pub(super) fn table(project: &Project, analysis: &Analysis, text: &Text) -> Table {
    let matrix = &project.matrix;
    let columns = vec![
        Column::new(text.get("report-prio"), Align::Centre, 8.0),
        Column::new(text.get("report-product"), Align::Left, 32.0),
        Column::new(text.get("report-customer"), Align::Left, 32.0),
        Column::new(text.get("report-note"), Align::Left, 70.0),
    ];
    let rows = Fit::CANDIDATES
        .into_iter()
        .flat_map(|fit| analysis.matrix.with_fit(fit).map(move |place| (fit, place)))
        .map(|(fit, (row, column))| {
            let (product, customer) = (&matrix.segments(Axis::Product)[row], &matrix.segments(Axis::Customer)[column]);
            let note = &matrix.cell(CellKey { product: product.id, customer: customer.id }).note;
            vec![
                Cell::Fit(fit, None),
                Cell::text(shown(&product.name, text)),
                Cell::text(shown(&customer.name, text)),
                Cell::text(note.as_deref().unwrap_or_default()),
            ]
        })
        .collect();
    Table {
        name: text.get("report-priorities").to_owned(),
        columns,
        rows,
        frozen: 0,
        sums: 0,
        legend: vec![(Cell::Fit(Fit::Undecided, None), text.get(Fit::Undecided.key()).to_owned())],
        notes: Vec::new(),
        scatter: None,
    }
}
