//! Text on one line that shows itself whole when the pointer is on it.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{Align, Align2, Color32, FontId, Galley, Pos2, Rect, Response, Sense, Ui, pos2, vec2};

use crate::ui::theme;

/// Space between a cell's edge and its text, in points.
pub const PAD: f32 = 8.0;

/// Draws a cell's text on one line, cut short where there is no room. The tooltip then has the whole text.
pub fn words(ui: &mut Ui, text: &str, font: FontId, color: Color32, align: Align) {
    let rect = ui.available_rect_before_wrap().shrink2(vec2(PAD, 0.0));
    let galley = cut(ui, text, font, color, rect.width());
    let size = galley.size();
    let x = if align == Align::Max { rect.right() - size.x } else { rect.left() };
    let at = pos2(x, rect.center().y - size.y / 2.0);
    whole_on_hover(ui, at, &galley);
    ui.painter().galley(at, galley, color);
}

/// Draws a line of text at a point, cut short where it is wider than `width`. The tooltip then has the whole text.
pub fn line(ui: &Ui, at: Pos2, width: f32, text: &str, font: FontId, color: Color32) {
    let galley = cut(ui, text, font, color, width.max(20.0));
    whole_on_hover(ui, at, &galley);
    ui.painter().galley(at, galley, color);
}

fn whole_on_hover(ui: &Ui, at: Pos2, galley: &Galley) {
    if galley.elided {
        let mut hasher = DefaultHasher::new();
        (galley.text(), at.x.to_bits(), at.y.to_bits()).hash(&mut hasher);
        let id = ui.scope_id().with(("elided", hasher.finish()));
        ui.interact(Rect::from_min_size(at, galley.size()), id, Sense::hover()).on_hover_text(galley.text());
    }
}

/// The whole of what stands in a field or list, as a tooltip where it is too narrow for it.
pub fn whole_field(ui: &Ui, field: Response, text: &str, font: FontId) -> Response {
    // A list has its arrow besides.
    let margins = 2.0 * ui.spacing().button_padding.x;
    let arrow = if ui.is_enabled() && field.sense.senses_drag() { 0.0 } else { ui.spacing().icon_width + 20.0 };
    let is_cut = |field: &Response| {
        let galley = ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER);
        galley.size().x > field.rect.width() - margins - arrow
    };
    if field.hovered() && !text.is_empty() && is_cut(&field) { field.on_hover_text(text) } else { field }
}

/// Draws a sign in the middle of a rectangle.
pub fn sign(ui: &Ui, rect: Rect, sign: &str, color: Color32) {
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, sign, theme::body(), color);
}

/// Text on one line, cut short with an ellipsis where there is no room.
pub fn cut(ui: &Ui, text: &str, font: FontId, color: Color32, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text.replace('\n', " "), TextFormat::simple(font, color));
    job.break_on_newline = false;
    job.wrap = TextWrapping::truncate_at_width(width.max(1.0));
    ui.painter().layout_job(job)
}
