//! Fields in the cells of a table.

use eframe::egui::{Align, Layout, Response, Ui, UiBuilder, vec2};

use crate::ui::View;
use crate::ui::theme::space;

use crate::ui::widgets::fields::{Drafts, Slot};

/// Height of a row with fields, in points.
pub const ROW: f32 = 32.0;

/// Draws a field that fills the cell. `name` is its accessible name.
pub fn field(ui: &mut Ui, view: &View, drafts: &mut Drafts, slot: Slot, name: &str, hint: &str) -> Response {
    let rect = ui.max_rect().shrink2(vec2(space::XS, 1.0));
    let mut at = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center)));
    // The field adds its own margins.
    let width = rect.width() - 10.0;
    drafts.line(&mut at, view, slot, name, width, hint)
}
