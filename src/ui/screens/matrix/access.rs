//! Accessible names of the matrix.

use std::ops::Range;

use eframe::egui::{Id, Ui};

use crate::project::{Axis, CellKey, Fit, Segment};
use crate::ui::View;
use crate::ui::widgets::grid::tree::{self, Labels, Request};
use crate::ui::widgets::grid::{Layout, Selection, Spot};

/// Adds the nodes below the grid's own and returns a request made of one.
pub(super) fn nodes(ui: &Ui, grid: Id, view: &View, layout: &Layout, selection: Selection) -> Option<Request> {
    let names = Names {
        grid,
        view,
        states: Fit::ALL.map(|fit| view.text.get(state_key(fit))),
        note: view.text.get("field-note"),
        beachhead: view.project.beachhead.as_ref().map(|beachhead| beachhead.cell),
    };
    tree::nodes(ui, grid, view.text.get("tab-matrix"), layout, selection, &names)
}

struct Names<'a> {
    grid: Id,
    view: &'a View<'a>,
    states: [&'a str; Fit::ALL.len()],
    note: &'a str,
    beachhead: Option<CellKey>,
}

impl Names<'_> {
    fn heading(&self, axis: Axis, place: usize) -> Option<(Id, Box<str>)> {
        let segment = self.view.project.matrix.segments(axis).get(place)?;
        Some((self.grid.with(segment.id.number()), self.view.text.name(&segment.name).into()))
    }

    /// “Support × Hospitals: fit, Prio 2”, and the note.
    fn cell(&self, product: &Segment, customer: &Segment, fit: Fit, note: Option<&str>) -> Box<str> {
        let (product_id, customer_id) = (product.id, customer.id);
        let (product, customer) = (self.view.text.name(&product.name), self.view.text.name(&customer.name));
        let state = self.states[fit as usize];
        let note_length = note.map_or(0, |note| self.note.len() + note.len() + 4);
        let mut name = String::with_capacity(product.len() + customer.len() + state.len() + 6 + note_length);
        for part in [product, " × ", customer, ": ", state] {
            name.push_str(part);
        }
        if self.beachhead == Some(CellKey { product: product_id, customer: customer_id }) {
            name.push_str(", ");
            name.push_str(self.view.text.get("beachhead"));
        }
        if let Some(note) = note {
            for part in ["; ", self.note, ": ", note] {
                name.push_str(part);
            }
        }
        name.into_boxed_str()
    }
}

impl Labels for Names<'_> {
    fn row(&self, row: usize) -> Option<(Id, Box<str>)> {
        self.heading(Axis::Product, row)
    }

    fn column(&self, column: usize) -> Option<(Id, Box<str>)> {
        self.heading(Axis::Customer, column)
    }

    fn cells(&self, row: usize, columns: Range<usize>, mut add: impl FnMut(usize, Id, Box<str>)) {
        let matrix = &self.view.project.matrix;
        let Some(product) = matrix.segments(Axis::Product).get(row) else { return };
        let mut states = self.view.analysis.matrix.cells(row, columns.clone()).iter().peekable();
        let customers = matrix.segments(Axis::Customer).iter().enumerate().skip(columns.start).take(columns.len());
        for (column, customer) in customers {
            let state =
                states.next_if(|(place, _)| *place as usize == column).map(|(_, state)| *state).unwrap_or_default();
            let key = CellKey { product: product.id, customer: customer.id };
            let note = if state.has_note { matrix.cell(key).note.as_deref() } else { None };
            let id = self.grid.with((key.product.number(), key.customer.number()));
            add(column, id, self.cell(product, customer, state.fit, note));
        }
    }

    fn adds(&self, spot: Spot) -> Option<(Id, Box<str>)> {
        let key = if spot == Spot::AddRow { "matrix-add-product" } else { "matrix-add-customer" };
        Some((self.grid.with(key), self.view.text.get(key).into()))
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
