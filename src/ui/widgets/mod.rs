//! Widgets that more than one screen uses.

use eframe::egui::{
    self, Button, Color32, EventFilter, Key, RichText, Role, Sense, TextWrapMode, Ui, WidgetInfo, vec2,
};

use super::theme;

pub mod badge;
pub mod columns;
pub mod combo;
mod empty;
pub mod fields;
pub mod flag;
pub mod focus;
pub mod grid;
pub mod keyboard;
pub mod picture;
pub mod sheet;
pub mod split;
pub mod table;

pub use empty::{Empty, primary_button};
pub use focus::keeps_focus;

/// A button with an icon only. `name` is its accessible name, `hint` its tooltip.
pub fn icon_button(ui: &mut Ui, icon: &str, name: &str, hint: &str) -> egui::Response {
    let button = Button::new(RichText::new(icon).font(theme::icon_font())).frame_when_inactive(false);
    // Not in a scope: in a wrapping row, what doesn't fit goes to the next row.
    let (padding, size) = (ui.spacing().button_padding, ui.spacing().interact_size);
    ui.spacing_mut().button_padding = vec2(5.0, 4.0);
    ui.spacing_mut().interact_size.x = theme::space::ROW;
    let response = ui.add(button);
    (ui.spacing_mut().button_padding, ui.spacing_mut().interact_size) = (padding, size);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    response.on_hover_text(hint).on_disabled_hover_text(hint)
}

/// A button with an icon and a label. The icon is left out of its accessible name.
pub fn labelled_button(ui: &mut Ui, icon: &str, name: &str) -> egui::Response {
    let button = Button::new((RichText::new(icon), RichText::new(name)));
    let response = ui.add(button.wrap_mode(TextWrapMode::Extend));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    response
}

/// An item of a menu, with an icon that is left out of its accessible name. Returns whether it was clicked.
pub fn menu_item(ui: &mut Ui, icon: &str, words: &str) -> bool {
    let button = Button::new((RichText::new(icon), RichText::new(words))).wrap_mode(TextWrapMode::Extend);
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), words));
    response.clicked()
}

/// Mutually exclusive buttons with accessible role `role`. Returns the value that was clicked.
pub fn choices<T: Copy + PartialEq>(ui: &mut Ui, role: Role, chosen: T, items: &[(T, &str)]) -> Option<T> {
    let mut picked = None;
    let at = items.iter().position(|(value, _)| *value == chosen);
    let group = Group::new(ui, at, items.len(), items.first().map_or("", |(_, name)| name));
    for (place, (value, name)) in items.iter().enumerate() {
        let is_chosen = *value == chosen;
        let font = if is_chosen { theme::body_strong() } else { theme::body() };
        let button = Button::selectable(is_chosen, RichText::new(*name).font(font)).sense(group.sense(place));
        let response = ui.add(button.wrap_mode(TextWrapMode::Extend));
        response.widget_info(|| WidgetInfo::selected(role, ui.is_enabled(), is_chosen, *name));
        if response.clicked() && !is_chosen {
            picked = Some(*value);
        }
        picked = group.keys(ui, &response, place, role == Role::Tab).map(|to| items[to].0).or(picked);
    }
    picked
}

/// Buttons of which one is chosen: a single stop for Tab, within which arrows choose.
struct Group {
    id: egui::Id,
    count: usize,
    /// The button that Tab stops at.
    stop: usize,
    /// The button that gets the focus.
    wanted: Option<usize>,
}

impl Group {
    fn new(ui: &Ui, chosen: Option<usize>, count: usize, salt: &str) -> Self {
        let id = ui.scope_id().with(("group of choices", salt));
        let wanted = ui.data_mut(|data| data.remove_temp::<usize>(id));
        Self { id, count, stop: wanted.or(chosen).unwrap_or_default(), wanted }
    }

    fn sense(&self, place: usize) -> Sense {
        if place == self.stop { Sense::click() } else { Sense::CLICK }
    }

    /// Arrows, Home and End choose another button, which is returned; Enter and the arrow down leave tabs for their
    /// content.
    fn keys(&self, ui: &Ui, response: &egui::Response, place: usize, are_tabs: bool) -> Option<usize> {
        if self.wanted == Some(place) {
            response.request_focus();
        }
        if !response.has_focus() {
            return None;
        }
        let arrows = EventFilter { horizontal_arrows: true, vertical_arrows: are_tabs, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        let (last, mut to) = (self.count - 1, place);
        keyboard::presses(ui.ctx(), |press| {
            match press.plain() {
                Some(Key::ArrowLeft) => to = to.saturating_sub(1),
                Some(Key::ArrowRight) => to = (to + 1).min(last),
                Some(Key::Home) => to = 0,
                Some(Key::End) => to = last,
                Some(Key::Enter | Key::ArrowDown) if are_tabs => focus::release(ui.ctx()),
                _ => return false,
            }
            true
        });
        if to == place {
            return None;
        }
        ui.data_mut(|data| data.insert_temp(self.id, to));
        ui.ctx().request_repaint();
        Some(to)
    }
}

/// Mutually exclusive small buttons, each labelled by a sign and with its own accessible name. Returns the value that was
/// clicked.
pub fn small_choices<T: Copy + PartialEq>(
    ui: &mut Ui,
    chosen: T,
    items: impl IntoIterator<Item = (T, String, String)>,
) -> Option<T> {
    const PAD: f32 = 6.0;
    const GAP: f32 = 2.0;
    const LEAST: f32 = 24.0;
    let mut picked = None;
    // Not in a scope: in a wrapping row, what doesn't fit goes to the next row.
    let spacing = ui.spacing().clone();
    ui.spacing_mut().button_padding.x = PAD;
    ui.spacing_mut().interact_size.x = LEAST;
    ui.spacing_mut().item_spacing.x = GAP;
    let items: Vec<_> = items.into_iter().collect();
    let width = |sign: &str| {
        let galley = ui.painter().layout_no_wrap(sign.to_owned(), theme::body_strong(), Color32::PLACEHOLDER);
        (galley.size().x + 2.0 * PAD).max(LEAST) + GAP
    };
    let needed: f32 = items.iter().map(|(_, sign, _)| width(sign)).sum();
    if ui.layout().main_wrap() && needed > ui.available_size_before_wrap().x {
        ui.end_row();
    }
    let at = items.iter().position(|(value, ..)| *value == chosen);
    let group = Group::new(ui, at, items.len(), items.first().map_or("", |(_, _, name)| name));
    for (place, (value, sign, name)) in items.iter().enumerate() {
        let is_chosen = *value == chosen;
        let font = if is_chosen { theme::body_strong() } else { theme::body() };
        let button = Button::selectable(is_chosen, RichText::new(sign).font(font)).sense(group.sense(place));
        let response = ui.add(button.wrap_mode(TextWrapMode::Extend));
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), is_chosen, name));
        picked = group.keys(ui, &response, place, false).map(|to| items[to].0).or(picked);
        if response.on_hover_text(name).clicked() && !is_chosen {
            picked = Some(*value);
        }
    }
    *ui.spacing_mut() = spacing;
    ui.add_space(ui.spacing().item_spacing.x - GAP);
    picked
}
