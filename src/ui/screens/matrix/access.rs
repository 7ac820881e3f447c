//! Accessibility nodes of the matrix, for what is visible.

use eframe::egui::{Id, Role, Ui};

use crate::project::{Axis, CellKey, Fit, Matrix};
use crate::ui::View;
use crate::ui::widgets::grid::tree::{Request, Tree};
use crate::ui::widgets::grid::{Layout, Selection, Spot};

use super::headings::name;

/// Adds the nodes below the grid's own and returns a request made of one. Does nothing while accessibility is off.
pub(super) fn nodes(ui: &Ui, grid: Id, view: &View, layout: &Layout, selection: Selection) -> Option<Request> {
    let matrix = &view.project.matrix;
    let active = id(grid, matrix, selection.active());
    let mut tree = Tree::of(ui, grid, view.text.get("matrix-grid"), layout, selection, active)?;

    let columns: Vec<_> = (matrix.segments(Axis::Customer).iter().enumerate())
        .skip(layout.columns().start)
        .take(layout.columns().len())
        .collect();
    for (column, segment) in &columns {
        let id = grid.with(segment.id.number());
        tree.node(id, Spot::Column(*column), Role::ColumnHeader, name(segment, view.text).into(), |node| {
            node.set_column_index(column + 1);
        });
    }
    tree.node(
        grid.with(ADD_COLUMN),
        Spot::AddColumn,
        Role::Button,
        view.text.get("matrix-add-customer").into(),
        |_| {},
    );
    tree.row(grid.with("headings"), 0);

    let words = Words::of(view);
    for row in layout.rows() {
        let Some(product) = matrix.segments(Axis::Product).get(row) else { break };
        let row_name = name(product, view.text);
        let row_id = grid.with(product.id.number());
        tree.node(row_id, Spot::Row(row), Role::RowHeader, row_name.into(), |node| node.set_row_index(row + 1));
        let mut said = view.analysis.matrix.cells(row, layout.columns()).iter().peekable();
        for (column, customer) in &columns {
            let state =
                said.next_if(|(place, _)| *place as usize == *column).map(|(_, state)| *state).unwrap_or_default();
            let key = CellKey { product: product.id, customer: customer.id };
            let note = if state.has_note { matrix.cell(key).note.as_deref() } else { None };
            let label = words.cell(row_name, name(customer, view.text), state.fit, note);
            tree.node(cell_id(grid, key), Spot::Cell { row, column: *column }, Role::GridCell, label, |node| {
                node.set_row_index(row + 1);
                node.set_column_index(column + 1);
            });
        }
        tree.row(row_id.with("row"), row + 1);
    }
    tree.node(grid.with(ADD_ROW), Spot::AddRow, Role::Button, view.text.get("matrix-add-product").into(), |_| {});
    tree.finish()
}

const ADD_ROW: &str = "add product segment";
const ADD_COLUMN: &str = "add customer segment";

fn cell_id(grid: Id, key: CellKey) -> Id {
    grid.with((key.product.number(), key.customer.number()))
}

fn id(grid: Id, matrix: &Matrix, spot: Spot) -> Option<Id> {
    let segment = |axis, place| matrix.segments(axis).get(place).map(|segment| segment.id);
    Some(match spot {
        Spot::Cell { row, column } => {
            let (product, customer) = (segment(Axis::Product, row)?, segment(Axis::Customer, column)?);
            cell_id(grid, CellKey { product, customer })
        }
        Spot::Row(row) => grid.with(segment(Axis::Product, row)?.number()),
        Spot::Column(column) => grid.with(segment(Axis::Customer, column)?.number()),
        Spot::AddRow => grid.with(ADD_ROW),
        Spot::AddColumn => grid.with(ADD_COLUMN),
    })
}

/// The texts that make up the accessible names of cells.
struct Words<'a> {
    states: [&'a str; Fit::ALL.len()],
    note: &'a str,
}

impl<'a> Words<'a> {
    fn of(view: &View<'a>) -> Self {
        let states = Fit::ALL.map(|fit| view.text.get(state_key(fit)));
        Self { states, note: view.text.get("matrix-note") }
    }

    /// “Support × Hospitals: fit, Prio 2”, and the note.
    fn cell(&self, product: &str, customer: &str, fit: Fit, note: Option<&str>) -> Box<str> {
        let state = self.states[fit as usize];
        let note_length = note.map_or(0, |note| self.note.len() + note.len() + 4);
        let mut name = String::with_capacity(product.len() + customer.len() + state.len() + 6 + note_length);
        for part in [product, " × ", customer, ": ", state] {
            name.push_str(part);
        }
        if let Some(note) = note {
            for part in ["; ", self.note, ": ", note] {
                name.push_str(part);
            }
        }
        name.into_boxed_str()
    }
}

/// The text key of a fit in a cell's accessible name.
fn state_key(fit: Fit) -> &'static str {
    match fit {
        Fit::No | Fit::Undecided => fit.key(),
        Fit::Prio1 => "matrix-fit-prio1",
        Fit::Prio2 => "matrix-fit-prio2",
        Fit::Prio3 => "matrix-fit-prio3",
    }
}
