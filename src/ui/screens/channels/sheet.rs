//! Rows of a table with fixed columns: words, numbers and fields at their places.

use eframe::egui::{Align, Color32, FontId, Layout, Rect, Response, Stroke, Ui, UiBuilder, pos2, vec2};

use crate::ui::View;
use crate::ui::theme::{self, colors, space};

use super::field::{Drafts, Slot};
use super::table::cut;

/// A column: its heading's key, its width, and whether numbers stand in it.
pub type Column = (&'static str, f32, bool);

/// Where columns begin and end, for that much room; the first one takes what the others leave.
pub fn places(columns: &[Column], left: f32, room: f32) -> Vec<(f32, f32)> {
    let fixed: f32 = columns.iter().skip(1).map(|(_, width, _)| width).sum();
    let first = columns.first().map_or(0.0, |(_, width, _)| (room - fixed).clamp(*width, 2.2 * width));
    let mut at = left;
    (columns.iter().enumerate())
        .map(|(place, (_, width, _))| {
            let start = at;
            at += if place == 0 { first } else { *width };
            (start, at)
        })
        .collect()
}

/// The headings of the columns.
pub fn header(ui: &mut Ui, view: &View, columns: &[Column], places: &[(f32, f32)]) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 24.0), eframe::egui::Sense::hover());
    let palette = colors(ui);
    for ((key, _, is_number), place) in columns.iter().zip(places) {
        words(ui, rect, *place, view.text.get(key), theme::small_strong(), palette.muted, *is_number);
    }
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, palette.frame));
}

/// Words in a column of a row, cut short where there is no room.
pub fn words(ui: &Ui, row: Rect, (left, right): (f32, f32), words: &str, font: FontId, ink: Color32, is_number: bool) {
    if words.is_empty() {
        return;
    }
    let room = right - left - 2.0 * space::XS;
    let galley = cut(ui, words, font, ink, room);
    let x = if is_number { right - space::XS - galley.size().x } else { left + space::XS };
    ui.painter().galley(pos2(x, row.center().y - galley.size().y / 2.0), galley, ink);
}

/// A field in a column of a row.
#[expect(clippy::too_many_arguments, reason = "what it holds, where it stands and what it is called")]
pub fn field(
    ui: &mut Ui,
    view: &View,
    drafts: &mut Drafts,
    row: Rect,
    (left, right): (f32, f32),
    slot: Slot,
    name: &str,
    hint: &str,
) -> Response {
    let rect = Rect::from_min_max(pos2(left + space::XS, row.top() + 1.0), pos2(right - space::XS, row.bottom() - 1.0));
    let mut at = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center)));
    // The field adds its own margins.
    let width = rect.width() - 10.0;
    drafts.line(&mut at, view, slot, name, width, hint)
}
