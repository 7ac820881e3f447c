//! The grid for screen readers, and for tests that drive the window by names: nodes for what is visible.
//!
//! egui knows the grid as one widget; its rows and cells are nodes of ours below it. What is asked of one of them (a
//! click, the focus) comes back as a [`Request`].

use eframe::egui::accesskit::{Action, Node, NodeId, Rect};
use eframe::egui::{Event, Id, Role, Ui, accesskit_root_id};

use crate::project::{Axis, CellKey, Fit, Matrix};
use crate::ui::View;

use super::headings::name;
use super::layout::Layout;
use super::selection::{Selection, Spot};

/// What was asked of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Request {
    /// As a click with the pointer.
    Press(Spot),
    /// Make it the active place.
    Activate(Spot),
}

/// Adds the nodes below the grid's own, and returns what was asked of one. Does nothing while nobody listens.
pub(super) fn nodes(ui: &Ui, grid: Id, view: &View, layout: &Layout, selection: Selection) -> Option<Request> {
    let matrix = &view.project.matrix;
    ui.accesskit_node_builder(grid, |node| {
        node.set_role(Role::Grid);
        node.set_label(view.text.get("matrix-grid"));
        node.set_row_count(layout.size.rows + 1);
        node.set_column_count(layout.size.columns + 1);
        let active = Some(selection.active()).filter(|spot| layout.visible_rect(*spot).is_positive());
        if let Some(active) = active.and_then(|spot| id(grid, matrix, spot)) {
            node.set_active_descendant(active.accesskit_id());
        }
    })?;
    // egui hangs nodes that are no widgets under the window; they are moved under the grid at the end.
    let before = ui.accesskit_node_builder(accesskit_root_id(), |root| root.children().len())?;
    let mut tree = Tree { ui, layout, selection, requests: requests(ui), answer: None, cells: Vec::new() };
    let mut rows = Vec::with_capacity(layout.rows().len() + 2);

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
    rows.push(tree.row(grid.with("headings"), 0));

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
        rows.push(tree.row(row_id.with("row"), row + 1));
    }
    tree.node(grid.with(ADD_ROW), Spot::AddRow, Role::Button, view.text.get("matrix-add-product").into(), |_| {});
    rows.append(&mut tree.cells);

    ui.accesskit_node_builder(grid, |node| node.set_children(rows));
    ui.accesskit_node_builder(accesskit_root_id(), |root| {
        let kept = root.children()[..before].to_vec();
        root.set_children(kept);
    });
    tree.answer
}

const ADD_ROW: &str = "add product segment";
const ADD_COLUMN: &str = "add customer segment";

fn cell_id(grid: Id, key: CellKey) -> Id {
    grid.with((key.product.number(), key.customer.number()))
}

/// The node of a place, if there is such a place.
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

fn requests(ui: &Ui) -> Vec<(NodeId, Action)> {
    ui.input(|input| {
        let asked = input.events.iter().filter_map(|event| match event {
            Event::AccessKitActionRequest(request) => Some((request.target_node, request.action)),
            _ => None,
        });
        asked.collect()
    })
}

struct Tree<'a> {
    ui: &'a Ui,
    layout: &'a Layout,
    selection: Selection,
    requests: Vec<(NodeId, Action)>,
    answer: Option<Request>,
    /// The nodes of the row that is being made.
    cells: Vec<NodeId>,
}

impl Tree<'_> {
    fn node(&mut self, id: Id, spot: Spot, role: Role, label: Box<str>, more: impl FnOnce(&mut Node)) {
        let rect = self.layout.visible_rect(spot);
        if !rect.is_positive() {
            return;
        }
        let is_selected = self.selection.contains(spot, self.layout.size);
        self.ui.accesskit_node_builder(id, |node| {
            node.set_role(role);
            node.set_label(label);
            node.set_bounds(Rect {
                x0: rect.left().into(),
                y0: rect.top().into(),
                x1: rect.right().into(),
                y1: rect.bottom().into(),
            });
            node.add_action(Action::Click);
            node.add_action(Action::Focus);
            if is_selected {
                node.set_selected(true);
            }
            more(node);
        });
        let id = id.accesskit_id();
        self.cells.push(id);
        for (_, action) in self.requests.iter().filter(|(target, _)| *target == id) {
            match action {
                Action::Click => self.answer = Some(Request::Press(spot)),
                Action::Focus => self.answer = Some(Request::Activate(spot)),
                _ => {}
            }
        }
    }

    /// Gathers the nodes made since the last row.
    fn row(&mut self, id: Id, index: usize) -> NodeId {
        let cells = std::mem::take(&mut self.cells);
        self.cells.reserve(cells.len());
        self.ui.accesskit_node_builder(id, |node| {
            node.set_role(Role::Row);
            node.set_row_index(index);
            node.set_children(cells);
        });
        id.accesskit_id()
    }
}

/// The words that the names of cells are made of.
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

/// The key of what a cell says aloud.
fn state_key(fit: Fit) -> &'static str {
    match fit {
        Fit::No | Fit::Undecided => fit.key(),
        Fit::Prio1 => "matrix-fit-prio1",
        Fit::Prio2 => "matrix-fit-prio2",
        Fit::Prio3 => "matrix-fit-prio3",
    }
}
