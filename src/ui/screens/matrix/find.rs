//! Search for segments by name.
//!
//! Finds headings; the caller scrolls to them.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{Id, Key, Margin, Modifiers, RichText, TextEdit, Ui};
use imbl::Vector;

use crate::project::{Axis, Message, Segment};
use crate::ui::View;
use crate::ui::theme::{self, icon, space};
use crate::ui::widgets::grid::Spot;
use crate::ui::widgets::table::whole_field;
use crate::ui::widgets::{icon_button, keyboard};

/// The query, its matches and the current one.
#[derive(Debug, Default)]
pub(super) struct Find {
    query: String,
    wants_focus: bool,
    searched: Option<(String, [Vector<Segment>; 2])>,
    found: Vec<Spot>,
    at: usize,
}

/// A request to the grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    /// Select the heading.
    Go(Spot),
    /// Return the focus to the grid.
    Close,
}

impl Find {
    /// Focuses the field and selects its text.
    pub fn open(&mut self) {
        self.wants_focus = true;
    }

    /// The matching headings: rows first, each axis in order.
    pub fn found(&self) -> &[Spot] {
        &self.found
    }

    /// The current match.
    pub fn current(&self) -> Option<Spot> {
        self.found.get(self.at).copied()
    }

    /// Draws the field, count and buttons from right to left.
    pub fn ui(&mut self, ui: &mut Ui, view: &View) -> Option<Asked> {
        let id = Id::unique("matrix find");
        let mut asked = None;
        if ui.memory(|memory| memory.has_focus(id)) {
            keyboard::presses(ui.ctx(), |press| {
                let is_enter = press.key == Key::Enter && !press.modifiers.command && !press.modifiers.alt;
                if is_enter {
                    asked = self.step(!press.modifiers.shift);
                }
                is_enter
            });
        } else if ui.memory(|memory| memory.had_focus_last_frame(id))
            && keyboard::pressed(ui.ctx(), Modifiers::NONE, Key::Escape) > 0
        {
            self.query.clear();
            asked = Some(Asked::Close);
        }
        if !self.query.trim().is_empty() {
            let spacing = std::mem::replace(&mut ui.spacing_mut().item_spacing.x, 0.0);
            let (next, previous) = (view.text.get("matrix-find-next"), view.text.get("matrix-find-previous"));
            if icon_button(ui, icon::DOWN, next, next).clicked() {
                asked = self.step(true);
            }
            if icon_button(ui, icon::UP, previous, previous).clicked() {
                asked = self.step(false);
            }
            ui.spacing_mut().item_spacing.x = spacing;
            let (at, of) = (if self.found.is_empty() { 0 } else { self.at + 1 }, self.found.len());
            let count = view.text.say(&Message::new("matrix-found").with("at", at).with("of", of));
            ui.label(RichText::new(count).font(theme::small()).color(theme::colors(ui).muted));
        }
        let hint = view.text.get("matrix-find");
        let mut output = TextEdit::singleline(&mut self.query)
            .id(id)
            .hint_text(hint)
            .return_key(None)
            .desired_width(180.0)
            .margin(Margin::symmetric(space::S as i8, 5))
            .show(ui);
        ui.accesskit_node_builder(id, |node| node.set_label(hint));
        let written = if self.query.is_empty() { hint } else { &self.query };
        whole_field(ui, output.response.response.clone(), written, theme::body());
        if std::mem::take(&mut self.wants_focus) {
            output.response.response.request_focus();
            let end = CCursor::new(self.query.chars().count());
            output.state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), end)));
            output.state.store(ui, id);
        }
        if self.search(view) {
            asked = asked.or(self.current().map(Asked::Go));
            // Right to left: the count comes before the field.
            ui.request_repaint();
        }
        asked
    }

    fn step(&mut self, forth: bool) -> Option<Asked> {
        let count = self.found.len();
        if count == 0 {
            return None;
        }
        self.at = (self.at + if forth { 1 } else { count - 1 }) % count;
        self.current().map(Asked::Go)
    }

    /// Searches again if the query or the names changed. Returns whether the query did.
    fn search(&mut self, view: &View) -> bool {
        let segments = Axis::ALL.map(|axis| view.project.matrix.segments(axis));
        let same_query = self.searched.as_ref().is_some_and(|(query, _)| *query == self.query);
        let same_names = self
            .searched
            .as_ref()
            .is_some_and(|(_, old)| old.iter().zip(segments).all(|(old, new)| old.ptr_eq(new) || old == new));
        if same_query && same_names {
            return false;
        }
        let first = self.searched.is_none();
        self.searched = Some((self.query.clone(), segments.map(Clone::clone)));
        self.found = matches(&self.query, segments);
        self.at = if same_query { self.at.min(self.found.len().saturating_sub(1)) } else { 0 };
        !same_query && !first
    }
}

/// The headings whose names contain the query, ignoring case; rows first.
fn matches(query: &str, segments: [&Vector<Segment>; 2]) -> Vec<Spot> {
    let query = query.trim().to_lowercase();
    if query.is_empty() {
        return Vec::new();
    }
    let [rows, columns] = segments;
    let found = |segment: &Segment| segment.name.to_lowercase().contains(&query);
    let rows = rows.iter().enumerate().filter(|(_, segment)| found(segment)).map(|(place, _)| Spot::Row(place));
    let columns =
        columns.iter().enumerate().filter(|(_, segment)| found(segment)).map(|(place, _)| Spot::Column(place));
    rows.chain(columns).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_in_any_case_rows_first() {
        let rows: Vector<_> = ["Opplæring", "Drift", "ÆRLIG"].into_iter().map(Segment::new).collect();
        let columns: Vector<_> = ["Ære", "Skoler"].into_iter().map(Segment::new).collect();
        assert_eq!(matches(" ær", [&rows, &columns]), [Spot::Row(0), Spot::Row(2), Spot::Column(0)]);
        assert_eq!(matches("  ", [&rows, &columns]), []);
        assert_eq!(matches("x", [&rows, &columns]), []);
    }
}
