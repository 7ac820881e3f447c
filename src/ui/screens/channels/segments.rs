//! Which channels reach which customer segments: what customers prefer, what can deliver, what is used, and whether
//! that covers the segments that matter.
//!
//! A painted grid whose cost follows what is visible. One frame goes: keys → layout → pointer → paint → accessibility →
//! menu.

use eframe::egui::{Frame, Margin, Memory, Panel, Ui};

use crate::analysis::channels::Comparison;
use crate::project::{About, ChannelId, Fit, ReachKey, SegmentId};
use crate::ui::theme::{colors, icon, space};
use crate::ui::widgets::Empty;
use crate::ui::widgets::fields::Drafts;
use crate::ui::widgets::grid::{Menu, Selection, Size, Spot};
use crate::ui::widgets::split::{Side, split};
use crate::ui::{Action, Memo, Route, View};

mod access;
mod findings;
mod grid;
mod keys;
mod menu;
mod names;
mod paint;
mod pair;
mod parts;

pub use keys::KEYS;

pub use parts::Go;

use names::Names;

/// From this width on, the chosen pair is told of beside the grid.
const BESIDE: f32 = 960.0;
/// From this width on, with more room.
const ROOMY: f32 = 1360.0;

/// The pane's own state.
#[derive(Debug, Default)]
pub struct SegmentsPane {
    /// The lines and columns that the selection is of.
    order: (Vec<SegmentId>, Vec<ChannelId>),
    selection: Selection,
    /// The chosen pair compared with the other channels of its segment.
    compared: Memo<(u64, SegmentId), Comparison>,
    names: Names,
    drafts: Drafts,
    /// A place to scroll to in the coming frame.
    reveal: Option<Spot>,
    scrolled: eframe::egui::Vec2,
    /// The pressed button extends the selection.
    extends: bool,
    menu: Menu,
    /// What to select in the coming frame.
    asked: Option<About>,
}

impl SegmentsPane {
    /// Draws the pane; where it leads.
    pub fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) -> Option<Go> {
        if view.analysis.targets().iter().all(|target| target.fit == Fit::No) {
            nobody(ui, view, out);
            return None;
        }
        self.keep_selection(view);
        self.coverage(ui, view);
        let mut go = None;
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(Margin::same(space::M as i8));
        let width = ui.available_width();
        if width >= BESIDE {
            let size = if width >= ROOMY { 350.0 } else { 310.0 };
            go = split(ui, Side::Right, "chosen pair", size, frame, |ui| self.pair(ui, view, true, out));
        } else {
            let panel = Panel::bottom("chosen pair").frame(frame).resizable(false);
            panel.show(ui, |ui| go = self.pair(ui, view, false, out));
        }
        let go = self.grid(ui, view, out).or(go);
        self.drafts.settle(view, ui.memory(Memory::focused), out);
        go
    }

    /// Selects in the coming frame what it is about.
    pub fn look_at(&mut self, about: About) {
        self.asked = Some(about);
    }

    /// Commits what is being typed.
    pub fn commit(&mut self, view: &View, out: &mut Vec<Action>) {
        self.drafts.settle(view, None, out);
    }

    pub fn drafts(&self, view: &View, out: &mut Vec<Action>) {
        self.drafts.drafts(view, out);
    }

    /// Keeps the same pair chosen when lines or columns have come, gone or changed places.
    fn keep_selection(&mut self, view: &View) {
        let lines = view.analysis.targets().iter().map(|target| target.customer);
        let columns = view.project.channels.iter().map(|channel| channel.id);
        if lines.clone().eq(self.order.0.iter().copied()) && columns.clone().eq(self.order.1.iter().copied()) {
            return;
        }
        let order: (Vec<_>, Vec<_>) = (lines.collect(), columns.collect());
        if let Spot::Cell { row, column } = self.selection.active() {
            let place = |ids: &[SegmentId], id| ids.iter().position(|other| Some(other) == id);
            let row = place(&order.0, self.order.0.get(row)).unwrap_or(row);
            let id = self.order.1.get(column);
            let column = order.1.iter().position(|other| Some(other) == id).unwrap_or(column);
            self.selection = Selection::at(Spot::Cell { row, column });
        }
        self.order = order;
        self.selection = self.selection.within(self.size());
    }

    fn size(&self) -> Size {
        Size { rows: self.order.0.len(), columns: self.order.1.len() }
    }

    fn key(&self, row: usize, column: usize) -> Option<ReachKey> {
        Some(ReachKey { customer: *self.order.0.get(row)?, channel: *self.order.1.get(column)? })
    }

    /// The pair that the keys act on: the active one, or the first of a line or column.
    fn active(&self) -> Option<(usize, ReachKey)> {
        let (row, column) = match self.selection.active() {
            Spot::Cell { row, column } => (row, column),
            Spot::Row(row) => (row, 0),
            Spot::Column(column) => (0, column),
            Spot::AddRow | Spot::AddColumn => return None,
        };
        Some((row, self.key(row, column)?))
    }

    /// What is selected, line by line.
    fn selected(&self) -> Vec<ReachKey> {
        let (rows, columns) = (self.selection.rows(self.size()), self.selection.columns(self.size()));
        let places = rows.flat_map(|row| columns.clone().map(move |column| (row, column)));
        places.filter_map(|(row, column)| self.key(row, column)).collect()
    }

    /// How many pairs are selected.
    fn count(&self) -> usize {
        self.selection.rows(self.size()).len() * self.selection.columns(self.size()).len()
    }

    /// Selects and scrolls there.
    fn select(&mut self, selection: Selection) {
        self.selection = selection;
        self.reveal = Some(selection.active());
    }
}

/// Nobody to reach yet: what this is for, and the way there.
fn nobody(ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
    let text = view.text;
    let (title, what) = if view.analysis.targets().is_empty() {
        ("segments-empty-title", "segments-empty-what")
    } else {
        ("segments-no-fits-title", "segments-no-fits-what")
    };
    let empty = Empty {
        title: text.get(title),
        lines: &[text.get(what)],
        example: text.get("segments-empty-example"),
        steps: &[(icon::MATRIX, text.get("segments-to-matrix"))],
        hint: "",
    };
    if empty.show(ui).is_some() {
        out.push(Action::Go(Route::Screen("tab-matrix")));
    }
}
