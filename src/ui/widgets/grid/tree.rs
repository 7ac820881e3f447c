//! The nodes of a grid for screen readers, and for tests that drive the window by names: one for what is visible.
//!
//! egui knows the grid as one widget; its rows and cells are nodes of ours below it. What is asked of one of them (a
//! click, the focus) comes back as a [`Request`].

use eframe::egui::accesskit::{Action, Node, NodeId, Rect};
use eframe::egui::{Event, Id, Role, Ui, accesskit_root_id};

use super::{Layout, Selection, Spot};

/// What was asked of a node.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Request {
    /// As a click with the pointer.
    Press(Spot),
    /// Make it the active place.
    Activate(Spot),
}

/// The nodes below the grid's own while they are gathered, row by row.
pub struct Tree<'a> {
    ui: &'a Ui,
    grid: Id,
    layout: &'a Layout,
    selection: Selection,
    requests: Vec<(NodeId, Action)>,
    answer: Option<Request>,
    /// How many children the window had before.
    before: usize,
    rows: Vec<NodeId>,
    /// The nodes of the row that is being made.
    cells: Vec<NodeId>,
}

impl<'a> Tree<'a> {
    /// Names the grid and begins; none while nobody listens. `active` is the node of the active place.
    pub fn of(
        ui: &'a Ui,
        grid: Id,
        name: &str,
        layout: &'a Layout,
        selection: Selection,
        active: Option<Id>,
    ) -> Option<Self> {
        ui.accesskit_node_builder(grid, |node| {
            node.set_role(Role::Grid);
            node.set_label(name);
            node.set_row_count(layout.size.rows + 1);
            node.set_column_count(layout.size.columns + 1);
            if let Some(active) = active.filter(|_| layout.visible_rect(selection.active()).is_positive()) {
                node.set_active_descendant(active.accesskit_id());
            }
        })?;
        // egui hangs nodes that are no widgets under the window; they are moved under the grid at the end.
        let before = ui.accesskit_node_builder(accesskit_root_id(), |root| root.children().len())?;
        let rows = Vec::with_capacity(layout.rows().len() + 2);
        let requests = requests(ui);
        Some(Self { ui, grid, layout, selection, requests, answer: None, before, rows, cells: Vec::new() })
    }

    /// Adds a place to the row that is being made, if something of it shows.
    pub fn node(&mut self, id: Id, spot: Spot, role: Role, label: Box<str>, more: impl FnOnce(&mut Node)) {
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

    /// Gathers the nodes made since the last row in one with that index; the headings are row 0.
    pub fn row(&mut self, id: Id, index: usize) {
        let cells = std::mem::take(&mut self.cells);
        self.cells.reserve(cells.len());
        self.ui.accesskit_node_builder(id, |node| {
            node.set_role(Role::Row);
            node.set_row_index(index);
            node.set_children(cells);
        });
        self.rows.push(id.accesskit_id());
    }

    /// Hangs everything under the grid, and says what was asked of a place. Nodes after the last row stand by themselves.
    pub fn finish(mut self) -> Option<Request> {
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
