//! Combo boxes with an accessible name.

use std::fmt::Debug;
use std::hash::Hash;

use eframe::egui::{ComboBox, Response, Role, Ui, WidgetInfo};

use crate::ui::theme;

use super::table::whole_field;

/// A combo box: `label` is its accessible name, `shown` the text of the current value.
pub struct Combo<'a, Id> {
    pub id: Id,
    pub label: &'a str,
    pub shown: &'a str,
    /// In points.
    pub width: f32,
}

impl<Id: Hash + Debug> Combo<'_, Id> {
    /// Draws the box; `items` draws the list while it is open.
    pub fn show(self, ui: &mut Ui, items: impl FnOnce(&mut Ui)) -> Response {
        let combo = ComboBox::from_id_salt(self.id).width(self.width).height(420.0).truncate();
        let response = combo.selected_text(self.shown).show_ui(ui, items).response;
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), self.label);
            info.current_text_value = Some(self.shown.to_owned());
            info
        });
        whole_field(ui, response, self.shown, theme::body())
    }

    /// Draws the box with a plain list. Returns the value that was clicked.
    pub fn pick<T: PartialEq>(
        self,
        ui: &mut Ui,
        chosen: &T,
        items: impl IntoIterator<Item = (T, String)>,
    ) -> Option<T> {
        let mut picked = None;
        self.show(ui, |ui| {
            for (value, words) in items {
                if ui.selectable_label(value == *chosen, words).clicked() {
                    picked = Some(value);
                }
            }
        });
        picked
    }
}
