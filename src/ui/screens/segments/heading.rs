//! The menu of a column's heading: sorting, grouping, filtering, hiding, and changing an own attribute.

use std::collections::BTreeSet;

use eframe::egui::containers::menu::menu_style;
use eframe::egui::{Align, Id, Layout, Popup, PopupCloseBehavior, PopupKind, Pos2, Rect, RichText, Ui};

use crate::project::{AttributeKey, Describe};
use crate::ui::arrange::{self, Arrangement};
use crate::ui::theme::{self, icon};
use crate::ui::widgets::menu_item;
use crate::ui::{Action, View};

#[derive(Debug, Default)]
pub(super) struct HeadingMenu {
    open: Option<(AttributeKey, Pos2)>,
    /// It was opened in this frame: the click that did it isn't one outside.
    is_new: bool,
}

impl HeadingMenu {
    pub fn open(&mut self, key: AttributeKey, at: Pos2) {
        (self.open, self.is_new) = (Some((key, at)), true);
    }

    /// Draws the menu while it is open. Returns an own attribute that is to be changed.
    pub fn show(
        &mut self,
        ui: &Ui,
        view: &View,
        arrangement: &mut Arrangement,
        hidden: &mut BTreeSet<AttributeKey>,
        out: &mut Vec<Action>,
    ) -> Option<AttributeKey> {
        let (key, at) = self.open?;
        if std::mem::take(&mut self.is_new) {
            ui.request_repaint();
            return None;
        }
        let text = view.text;
        let (mut is_open, mut is_done, mut change) = (true, false, None);
        Popup::new(Id::unique("segments heading"), ui.ctx().clone(), Rect::from_min_max(at, at), ui.layer_id())
            .kind(PopupKind::Menu)
            .layout(Layout::top_down_justified(Align::Min))
            .style(menu_style)
            .gap(0.0)
            .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
            .open_bool(&mut is_open)
            .show(|ui| {
                ui.set_min_width(190.0);
                ui.label(RichText::new(text.attribute_name(view.project, key)).font(theme::body_strong()));
                is_done |= arrange::attribute_items(ui, view, arrangement, key);
                ui.separator();
                if menu_item(ui, icon::CLOSE, text.get("segments-hide-column")) {
                    hidden.insert(key);
                    is_done = true;
                }
                let AttributeKey::Own(id) = key else { return };
                if menu_item(ui, icon::NOTE, text.get("attribute-change")) {
                    change = Some(key);
                    is_done = true;
                }
                if menu_item(ui, icon::TRASH, text.get("attribute-remove")) {
                    out.push(Action::Edit(Describe::RemoveAttributes(vec![id]).into(), None));
                    is_done = true;
                }
            });
        if is_done || !is_open {
            self.open = None;
        }
        change
    }
}
