//! Panels whose edge can be dragged.

use eframe::egui::{CursorIcon, Frame, Id, Panel, Rect, Sense, Stroke, Ui};

use crate::ui::theme::colors;

/// The side of the room that a panel is on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Left,
    Right,
    Bottom,
}

/// The least and the most of its usual size that a panel can be dragged to.
const FACTOR: std::ops::RangeInclusive<f32> = 0.6..=2.0;
/// The most of the room that it takes then.
const SHARE: f32 = 0.7;

/// Draws a panel that is `usual` points wide or high until its edge is dragged; then that many times as much, in any
/// window. A double click on the edge gives it its usual size.
pub fn split<R>(
    ui: &mut Ui,
    side: Side,
    salt: &'static str,
    usual: f32,
    frame: Frame,
    add: impl FnOnce(&mut Ui) -> R,
) -> R {
    let id = Id::unique(("split", salt));
    let factor = ui.data(|data| data.get_temp::<f32>(id)).unwrap_or(1.0);
    let room = ui.available_size();
    let most = (SHARE * if side == Side::Bottom { room.y } else { room.x }).max(usual);
    let size = (usual * factor).min(most);
    let panel = match side {
        Side::Left => Panel::left(salt),
        Side::Right => Panel::right(salt),
        Side::Bottom => Panel::bottom(salt),
    };
    let shown = panel.frame(frame).exact_size(size).resizable(false).show(ui, add);
    let rect = shown.response.rect;
    let edge = match side {
        Side::Left => Rect::from_x_y_ranges(rect.right() - 3.0..=rect.right() + 3.0, rect.y_range()),
        Side::Right => Rect::from_x_y_ranges(rect.left() - 3.0..=rect.left() + 3.0, rect.y_range()),
        Side::Bottom => Rect::from_x_y_ranges(rect.x_range(), rect.top() - 3.0..=rect.top() + 3.0),
    };
    let response = ui.interact(edge, id, Sense::CLICK | Sense::DRAG);
    if response.hovered() || response.dragged() {
        let stroke = Stroke::new(2.0, colors(ui).accent);
        match side {
            Side::Bottom => drop(ui.painter().hline(edge.x_range(), edge.center().y, stroke)),
            Side::Left | Side::Right => drop(ui.painter().vline(edge.center().x, edge.y_range(), stroke)),
        }
    }
    let by = match side {
        Side::Left => response.drag_delta().x,
        Side::Right => -response.drag_delta().x,
        Side::Bottom => -response.drag_delta().y,
    };
    if response.double_clicked() {
        ui.data_mut(|data| data.remove::<f32>(id));
    } else if response.dragged() {
        let factor = ((size + by) / usual).clamp(*FACTOR.start(), *FACTOR.end());
        ui.data_mut(|data| data.insert_temp(id, factor));
    }
    let cursor = if side == Side::Bottom { CursorIcon::ResizeVertical } else { CursorIcon::ResizeHorizontal };
    response.on_hover_cursor(cursor);
    shown.inner
}
