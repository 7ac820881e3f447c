//! The priority list as a table: most urgent first, undecided last; with the scores, where there are criteria.

use super::decision::Evidence;
use super::{Align, Cell, Column, Table, shown};
use crate::analysis::Analysis;
use crate::project::{Axis, CellKey, Fit, Project};
use crate::text::Text;

pub(super) fn table(project: &Project, analysis: &Analysis, text: &Text) -> Table {
    let matrix = &project.matrix;
    let evidence = Evidence::of(project, analysis, text);
    let mut columns = vec![
        Column::new(text.get("report-prio"), Align::Centre, 8.0),
        Column::new(text.get("report-product"), Align::Left, 32.0),
        Column::new(text.get("report-customer"), Align::Left, 32.0),
        Column::new(text.get("report-note"), Align::Left, 70.0),
    ];
    columns.extend(evidence.iter().flat_map(Evidence::columns));
    let rows = Fit::CANDIDATES
        .into_iter()
        .flat_map(|fit| analysis.matrix.with_fit(fit).map(move |place| (fit, place)))
        .map(|(fit, (row, column))| {
            let (product, customer) = (&matrix.segments(Axis::Product)[row], &matrix.segments(Axis::Customer)[column]);
            let key = CellKey { product: product.id, customer: customer.id };
            let note = &matrix.cell(key).note;
            let mut cells = vec![
                Cell::Fit(fit, None),
                Cell::text(shown(&product.name, text)),
                Cell::text(shown(&customer.name, text)),
                Cell::text(note.as_deref().unwrap_or_default()),
            ];
            cells.extend(evidence.iter().flat_map(|evidence| evidence.cells(key)));
            cells
        })
        .collect();
    Table {
        name: text.get("report-priorities").to_owned(),
        columns,
        rows,
        frozen: 0,
        sums: 0,
        legend: vec![(Cell::Fit(Fit::Undecided, None), text.get(Fit::Undecided.key()).to_owned())],
        notes: evidence.map(|evidence| evidence.notes(analysis)).unwrap_or_default(),
        scatter: None,
    }
}
