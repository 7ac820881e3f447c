//! The matrix as a table: rows product segments, columns customer segments, counts at the ends.

use super::document::shown;
use super::document::{Align, Block, Cell, Column, Depth, Table, Unit};
use super::rows::Rows;
use super::source::Source;
use crate::analysis::{Analysis, Counts};
use crate::project::{Axis, CellKey, Fit, Project, Segment};
use crate::text::Text;

/// With more columns than this, the headings are turned.
const FEW: usize = 14;

/// A row: a product segment by its place, or the counts of all.
#[derive(Clone, Copy)]
enum Line<'a> {
    Product(usize, &'a Segment),
    Counts(&'a str, Option<Fit>),
}

pub(super) fn blocks(source: &Source) -> Vec<Block> {
    let Source { project, analysis, text, .. } = *source;
    vec![
        matrix(project, analysis, text).into(),
        segments("product_segments", Axis::Product, source).into(),
        segments("customer_segments", Axis::Customer, source).into(),
    ]
}

fn matrix(project: &Project, analysis: &Analysis, text: &Text) -> Table {
    let [products, customers] = Axis::ALL.map(|axis| project.matrix.segments(axis));
    let lines: Vec<_> = (products.iter().enumerate().map(|(place, segment)| Line::Product(place, segment)))
        .chain(heads(text).map(|(words, fit)| Line::Counts(words, fit)))
        .collect();
    let mut table = Rows::new("matrix", "tab-matrix", &lines, text)
        .text("product", "report-product", 32.0, |line| match line {
            Line::Product(_, segment) => shown(&segment.name, text).to_owned(),
            Line::Counts(words, _) => (*words).to_owned(),
        })
        .data("product_id", |line| match line {
            Line::Product(_, segment) => Cell::text(segment.id.to_string()),
            Line::Counts(..) => Cell::Blank,
        })
        .named();
    let turned = customers.len() > FEW;
    let first = table.columns.len();
    table.columns.extend(customers.iter().enumerate().map(|(place, segment)| {
        let counts = analysis.matrix.counts(Axis::Customer, place);
        let mut cells = vec![Cell::Blank; products.len()];
        cells.extend(heads(text).map(|(_, fit)| Cell::count(of(counts, fit))));
        Column {
            group: "fits",
            key: segment.id.to_string().into(),
            heading: shown(&segment.name, text).to_owned(),
            unit: Unit::None,
            align: Align::Centre,
            width: if turned { 5.0 } else { 15.0 },
            turned,
            depth: Depth::Brief,
            cells,
        }
    }));
    for (row, product) in products.iter().enumerate() {
        for (column, state) in analysis.matrix.cells(row, 0..customers.len()) {
            let column = *column as usize;
            let key = CellKey { product: product.id, customer: customers[column].id };
            let note = if state.has_note { project.matrix.cell(key).note.clone() } else { None };
            table.columns[first + column].cells[row] = Cell::Fit(state.fit, note);
        }
    }
    for (words, fit) in heads(text) {
        let cell = |line: &Line| match line {
            Line::Product(place, _) => Cell::count(of(analysis.matrix.counts(Axis::Product, *place), fit)),
            // Where the counts of rows and columns meet, the total.
            Line::Counts(_, other) if *other == fit => Cell::count(of(analysis.matrix.total(), fit)),
            Line::Counts(..) => Cell::Blank,
        };
        table.columns.push(Column {
            group: "counts",
            key: code(fit).into(),
            heading: words.to_owned(),
            unit: Unit::None,
            align: Align::Right,
            width: 9.0,
            turned: false,
            depth: Depth::Brief,
            cells: lines.iter().map(cell).collect(),
        });
    }
    table.sums = heads(text).count();
    table.legend = Fit::CANDIDATES.map(|fit| (Cell::Fit(fit, None), text.get(fit.key()).to_owned())).to_vec();
    table
}

/// The segments of an axis with their fields.
fn segments(key: &'static str, axis: Axis, source: &Source) -> Table {
    let Source { project, text, .. } = *source;
    let segments: Vec<_> = project.matrix.segments(axis).iter().collect();
    let heading = if axis == Axis::Product { "report-product" } else { "report-customer" };
    let table = Rows::new(key, heading, &segments, text)
        .data("id", |segment| Cell::text(segment.id.to_string()))
        .text("name", heading, 32.0, |segment| shown(&segment.name, text).to_owned())
        .fields_of(Segment::table(axis), |segment| *segment)
        .named();
    // Names alone say nothing that the matrix doesn't.
    let says_more = Segment::table(axis)
        .fields
        .iter()
        .any(|field| field.name.name != "name" && segments.iter().any(|segment| !field.is_blank(segment)));
    Table { depth: if says_more { Depth::Full } else { Depth::Data }, ..table }
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

fn code(fit: Option<Fit>) -> String {
    fit.map_or_else(|| "fits".to_owned(), |fit| format!("{fit:?}").to_lowercase())
}

fn of(counts: Counts, fit: Option<Fit>) -> usize {
    fit.map_or(counts.fits(), |fit| counts.of(fit))
}
