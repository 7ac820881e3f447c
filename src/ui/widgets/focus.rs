//! Keyboard focus of panes that handle keys themselves.

use eframe::egui::{EventFilter, Id, Key, Modifiers, Popup, Rect, Response, Role, Sense, Ui, WidgetInfo};

/// True while the widget has the keyboard focus, even when the window itself isn't focused, so that drafts survive a
/// switch to another program.
pub fn keeps_focus(response: &Response) -> bool {
    response.ctx.memory(|memory| memory.has_focus(response.id))
}

/// True while a widget without the focus may take it: nothing has it, and nothing covers the screen.
pub fn is_free(ui: &Ui) -> bool {
    ui.is_enabled() && ui.memory(|memory| memory.focused().is_none()) && !is_covered(ui)
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

/// Consumes the key. Ask for combinations with more modifiers first.
pub fn pressed(ui: &Ui, modifiers: Modifiers, key: Key) -> bool {
    ui.input_mut(|input| input.consume_key(modifiers, key))
}
