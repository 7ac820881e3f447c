//! Keyboard focus of panes that handle keys themselves.

use eframe::egui::{
    Color32, Context, EventFilter, Id, Memory, Popup, Rect, Response, Role, Sense, StrokeKind, Ui, Vec2, WidgetInfo,
};

/// True while the widget has the keyboard focus, even when the window itself isn't focused, so that drafts survive a
/// switch to another program.
pub fn keeps_focus(response: &Response) -> bool {
    response.ctx.memory(|memory| memory.has_focus(response.id))
}

/// True while a widget without the focus may take it: nothing but the content as a whole has it, and nothing covers the
/// screen.
pub fn is_free(ui: &Ui) -> bool {
    ui.is_enabled() && is_unclaimed(ui.ctx()) && !is_covered(ui)
}

/// True while no widget has the focus, or the content as a whole has it.
pub fn is_unclaimed(ctx: &Context) -> bool {
    ctx.memory(Memory::focused).is_none_or(|id| id == content_id())
}

/// The id that has the focus while nothing in the content of the window wants it, so that Tab begins there.
fn content_id() -> Id {
    Id::unique("content")
}

/// Draws the content of the window. It has the focus as long as nothing in it takes it.
pub fn content(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui)) {
    let corner = Rect::from_min_size(ui.max_rect().min, Vec2::splat(1.0));
    let response = ui.interact(corner, content_id(), Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, name));
    add(ui);
    if ui.memory(|memory| memory.focused().is_none()) && !is_covered(ui) {
        // At once: what a widget asked for in this frame comes with the next, and takes it over.
        ui.memory_mut(|memory| memory.request_focus(response.id));
    }
}

/// Gives up the focus, so that the content that is shown next takes it.
pub fn release(ctx: &Context) {
    ctx.memory_mut(|memory| {
        if let Some(id) = memory.focused() {
            memory.surrender_focus(id);
        }
    });
}

/// Draws a ring around the button, tab or line that has the focus. Text fields, grids and charts have their own.
pub fn ring(ctx: &Context, color: Color32) {
    let Some(id) = ctx.memory(Memory::focused) else { return };
    // Not by its response: to make one takes the focus from what is clicked elsewhere.
    let Some(widget) = ctx.viewport(|viewport| viewport.this_pass.widgets.get(id).copied()) else { return };
    let is_whole = widget.sense.senses_click() && !widget.sense.senses_drag();
    if is_whole && widget.interact_rect.is_positive() {
        let rect = widget.interact_rect.expand(1.0);
        ctx.layer_painter(widget.layer_id).rect_stroke(rect, 5.0, (2.0, color), StrokeKind::Outside);
    }
}

fn is_covered(ui: &Ui) -> bool {
    ui.memory(|memory| memory.top_modal_layer().is_some()) || Popup::is_any_open(ui.ctx())
}

/// The id that has the focus while a pane has the keys.
pub fn pane_id(salt: &str) -> Id {
    Id::unique(("pane", salt))
}

/// Makes the pane focusable under the accessible name; it takes the focus when it [`is_free`]. Returns whether the pane
/// has the focus, and therefore the keys.
pub fn pane_takes_keys(ui: &mut Ui, salt: &str, rect: Rect, name: &str) -> bool {
    let response = ui.interact(rect, pane_id(salt), Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::Group, true, name));
    if is_free(ui) {
        response.request_focus();
    }
    if !keeps_focus(&response) || is_covered(ui) {
        return false;
    }
    let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    true
}

/// Returns the focus to a pane.
pub fn focus_pane(ui: &Ui, salt: &str) {
    ui.memory_mut(|memory| memory.request_focus(pane_id(salt)));
}
