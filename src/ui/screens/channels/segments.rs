//! Which channels reach which customer segments: what customers prefer, what can deliver, what is used, and whether
//! that covers the segments that matter.
//!
//! A painted grid whose cost follows what is visible. One frame goes: keys → layout → pointer → paint → accessibility →
//! menu.

use eframe::egui::{Frame, Id, Margin, Panel, Pos2, RichText, Ui};

use crate::analysis::channels::Comparison;
use crate::analysis::coverage::Finding;
use crate::project::{Axis, Channel, ChannelId, Command, Delivery, Fit, Message, ReachKey, SegmentId, Usage};
use crate::ui::theme::{self, colors, space};
use crate::ui::widgets::grid::{Selection, Size, Spot};
use crate::ui::{Action, ScreenName, View};

use super::targets::Targets;

mod access;
mod findings;
mod grid;
mod keys;
mod menu;
mod paint;
mod pair;

pub use keys::KEYS;

use grid::Names;

/// From this width on, the chosen pair is told of beside the grid.
const BESIDE: f32 = 960.0;
/// From this width on, with more room.
const ROOMY: f32 = 1360.0;

/// Where a click leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Go {
    /// To the figures of a channel for a segment.
    Figures(SegmentId, ChannelId),
}

/// The pane's own state.
#[derive(Debug, Default)]
pub struct SegmentsPane {
    targets: Targets,
    /// The lines and columns that the selection is of.
    order: (Vec<SegmentId>, Vec<ChannelId>),
    selection: Selection,
    findings: Option<(u64, Vec<Finding>)>,
    /// The chosen pair compared with the other channels of its segment.
    compared: Option<(u64, SegmentId, Comparison)>,
    names: Names,
    /// A place to scroll to in the coming frame.
    reveal: Option<Spot>,
    scrolled: eframe::egui::Vec2,
    /// The pressed button extends the selection.
    extends: bool,
    /// Where the pop-up menu stands while it is open.
    menu_at: Option<Pos2>,
}

/// The grid's id, which has the focus when its keys work.
fn id() -> Id {
    Id::unique("channels by segment")
}

impl SegmentsPane {
    /// Draws the pane; where it leads.
    pub fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) -> Option<Go> {
        self.targets.follow(view);
        if self.targets.all().iter().all(|target| target.fit == Fit::No) {
            self.nobody(ui, view, out);
            return None;
        }
        self.keep_selection(view);
        self.coverage(ui, view);
        let mut go = None;
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(Margin::same(space::M as i8));
        let width = ui.available_width();
        if width >= BESIDE {
            let size = if width >= ROOMY { 350.0 } else { 310.0 };
            let panel = Panel::right("chosen pair").frame(frame).exact_size(size).resizable(false);
            panel.show(ui, |ui| go = self.pair(ui, view, true, out));
        } else {
            let panel = Panel::bottom("chosen pair").frame(frame).resizable(false);
            panel.show(ui, |ui| go = self.pair(ui, view, false, out));
        }
        self.grid(ui, view, out).or(go)
    }

    /// Keeps the same pair chosen when lines or columns have come, gone or changed places.
    fn keep_selection(&mut self, view: &View) {
        let lines = self.targets.all().iter().map(|target| target.customer);
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

    /// Nobody to reach yet: what this is for, and the way there.
    fn nobody(&self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let text = view.text;
        let (title, what) = if self.targets.all().is_empty() {
            ("segments-empty-title", "segments-empty-what")
        } else {
            ("segments-no-fits-title", "segments-no-fits-what")
        };
        ui.vertical_centered(|ui| {
            ui.add_space(ui.available_height() * 0.28);
            ui.label(RichText::new(text.get(title)).font(theme::heading()));
            ui.add_space(space::S);
            ui.label(RichText::new(text.get(what)).color(colors(ui).muted));
            ui.add_space(space::L);
            if ui.button(text.get("segments-to-matrix")).clicked() {
                out.push(Action::Show(ScreenName::Matrix));
            }
        });
    }
}

fn edit(command: Command) -> Action {
    Action::Edit(command, None)
}

/// The usage after that one.
fn next_usage(usage: Usage) -> Usage {
    match usage {
        Usage::None => Usage::Main,
        Usage::Main => Usage::Supporting,
        Usage::Supporting => Usage::None,
    }
}

/// The delivery after that one.
fn next_delivery(delivery: Delivery) -> Delivery {
    match delivery {
        Delivery::Unknown => Delivery::Yes,
        Delivery::Yes => Delivery::No,
        Delivery::No => Delivery::Unknown,
    }
}

/// A customer segment's name, or the words for none. Found by the index: the grid asks for many.
fn segment_name(view: &View, customer: SegmentId) -> String {
    let place = view.analysis.matrix.segment_place(Axis::Customer, customer);
    let segment = place.and_then(|place| view.project.matrix.segments(Axis::Customer).get(place));
    match segment {
        Some(segment) if !segment.name.trim().is_empty() => segment.name.to_string(),
        _ => view.text.get("unnamed").to_owned(),
    }
}

fn pair_name(view: &View, key: ReachKey, channel: &Channel) -> String {
    let message = Message::new("segments-pair")
        .with("channel", channel.shown_name())
        .with("segment", segment_name(view, key.customer));
    view.text.say(&message)
}
