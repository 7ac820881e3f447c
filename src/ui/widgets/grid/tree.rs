//! Accessibility nodes of a grid, one for each visible place. Tests find places by them too.
//!
//! egui knows the grid as one widget; its rows and cells are additional nodes below it. A request to one of them (click
//! or focus) is returned as a [`Request`].

use std::ops::Range;

use eframe::egui::accesskit::{Action, Node, NodeId, Rect};
use eframe::egui::{self, Event, Id, Role, Ui, accesskit_root_id};

use super::{Layout, Selection, Size, Spot};

/// A request from an accessibility client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Request {
    /// The same as a click with the pointer.
    Press(Spot),
    /// Makes it the active place.
    Activate(Spot),
}

/// Where the places of a grid are.
pub trait Places {
    fn size(&self) -> Size;
    /// The rows that are at least partly visible.
    fn rows(&self) -> Range<usize>;
    /// The columns that are at least partly visible.
    fn columns(&self) -> Range<usize>;
    /// The visible part of a place.
    fn visible_rect(&self, spot: Spot) -> egui::Rect;
}

impl Places for Layout {
    fn size(&self) -> Size {
        self.size
    }

    fn rows(&self) -> Range<usize> {
        Self::rows(self)
    }

    fn columns(&self) -> Range<usize> {
        Self::columns(self)
    }

    fn visible_rect(&self, spot: Spot) -> egui::Rect {
        Self::visible_rect(self, spot)
    }
}

/// The names of a grid's places, each with a stable id. `None` where there is no such place.
pub trait Labels {
    fn row(&self, row: usize) -> Option<(Id, Box<str>)>;
    fn column(&self, column: usize) -> Option<(Id, Box<str>)>;
    /// The cells of a row, from the left.
    fn cells(&self, row: usize, columns: Range<usize>, add: impl FnMut(usize, Id, Box<str>));
    /// The control for adding, [`Spot::AddRow`] or [`Spot::AddColumn`].
    fn adds(&self, spot: Spot) -> Option<(Id, Box<str>)>;

    fn id(&self, spot: Spot) -> Option<Id> {
        let mut cell = None;
        let named = match spot {
            Spot::Cell { row, column } => {
                self.cells(row, column..column + 1, |_, id, name| cell = Some((id, name)));
                cell
            }
            Spot::Row(row) => self.row(row),
            Spot::Column(column) => self.column(column),
            Spot::AddRow | Spot::AddColumn => self.adds(spot),
        };
        named.map(|(id, _)| id)
    }
}

/// Adds the nodes of what is visible below the node of `grid`, and returns a request made of one. Does nothing while
/// accessibility is off.
pub fn nodes(
    ui: &Ui,
    grid: Id,
    name: &str,
    layout: &dyn Places,
    selection: Selection,
    labels: &impl Labels,
) -> Option<Request> {
    let mut tree = Tree::of(ui, grid, name, layout, selection, labels.id(selection.active()))?;
    for column in layout.columns() {
        let Some((id, name)) = labels.column(column) else { break };
        tree.node(id, Spot::Column(column), Role::ColumnHeader, name, |node| node.set_column_index(column + 1));
    }
    if let Some((id, name)) = labels.adds(Spot::AddColumn) {
        tree.node(id, Spot::AddColumn, Role::Button, name, |_| {});
    }
    tree.row(grid.with("headings"), 0);
    for row in layout.rows() {
        let Some((row_id, name)) = labels.row(row) else { break };
        tree.node(row_id, Spot::Row(row), Role::RowHeader, name, |node| node.set_row_index(row + 1));
        labels.cells(row, layout.columns(), |column, id, name| {
            tree.node(id, Spot::Cell { row, column }, Role::GridCell, name, |node| {
                node.set_row_index(row + 1);
                node.set_column_index(column + 1);
            });
        });
        tree.row(row_id.with("row"), row + 1);
    }
    if let Some((id, name)) = labels.adds(Spot::AddRow) {
        tree.node(id, Spot::AddRow, Role::Button, name, |_| {});
    }
    tree.finish()
}

/// Collects the nodes below the grid's own, row by row.
struct Tree<'a> {
    ui: &'a Ui,
    grid: Id,
    layout: &'a dyn Places,
    selection: Selection,
    requests: Vec<(NodeId, Action)>,
    answer: Option<Request>,
    /// Number of the root's children before the grid added its nodes.
    before: usize,
    rows: Vec<NodeId>,
    /// Nodes of the current row.
    cells: Vec<NodeId>,
}

impl<'a> Tree<'a> {
    /// Starts the tree under the node of `grid`. `active` is the node of the active place. `None` while accessibility is off.
    fn of(
        ui: &'a Ui,
        grid: Id,
        name: &str,
        layout: &'a dyn Places,
        selection: Selection,
        active: Option<Id>,
    ) -> Option<Self> {
        ui.accesskit_node_builder(grid, |node| {
            node.set_role(Role::Grid);
            node.set_label(name);
            node.set_row_count(layout.size().rows + 1);
            node.set_column_count(layout.size().columns + 1);
            if let Some(active) = active.filter(|_| layout.visible_rect(selection.active()).is_positive()) {
                node.set_active_descendant(active.accesskit_id());
            }
        })?;
        // egui attaches nodes that aren't widgets to the root; `finish` moves them under the grid.
        let before = ui.accesskit_node_builder(accesskit_root_id(), |root| root.children().len())?;
        let rows = Vec::with_capacity(layout.rows().len() + 2);
        let requests = requests(ui);
        Some(Self { ui, grid, layout, selection, requests, answer: None, before, rows, cells: Vec::new() })
    }

    /// Adds a place to the current row if it is visible.
    fn node(&mut self, id: Id, spot: Spot, role: Role, label: Box<str>, more: impl FnOnce(&mut Node)) {
        let rect = self.layout.visible_rect(spot);
        if !rect.is_positive() {
            return;
        }
        let is_selected = self.selection.contains(spot, self.layout.size());
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

    /// Closes the current row with the given index; the headings are row 0.
    fn row(&mut self, id: Id, index: usize) {
        let cells = std::mem::take(&mut self.cells);
        self.cells.reserve(cells.len());
        self.ui.accesskit_node_builder(id, |node| {
            node.set_role(Role::Row);
            node.set_row_index(index);
            node.set_children(cells);
        });
        self.rows.push(id.accesskit_id());
    }

    /// Attaches the rows, and nodes added after the last row, to the grid. Returns the request made of a place, if any.
    fn finish(mut self) -> Option<Request> {
        self.rows.append(&mut self.cells);
        let rows = self.rows;
        self.ui.accesskit_node_builder(self.grid, |node| node.set_children(rows));
        self.ui.accesskit_node_builder(accesskit_root_id(), |root| {
            let kept = root.children()[..self.before].to_vec();
            root.set_children(kept);
        });
        self.answer
    }
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
