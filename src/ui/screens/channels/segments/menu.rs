//! The pop-up menu of what is selected.

use eframe::egui::containers::menu::menu_style;
use eframe::egui::{Align, Button, Layout as Flow, Popup, PopupKind, Rect, Response, Role, Ui, WidgetInfo};

use crate::project::{Delivery, Reach, Usage};
use crate::ui::widgets::grid::{Layout, Selection};
use crate::ui::{Action, View};

use super::keys::Intent;
use super::{Go, SegmentsPane, id};

impl SegmentsPane {
    /// Shows the menu where the pointer or the keyboard asked for it; where it leads.
    pub(super) fn menu(
        &mut self,
        ui: &Ui,
        response: &Response,
        view: &View,
        layout: &Layout,
        out: &mut Vec<Action>,
    ) -> Option<Go> {
        if response.secondary_clicked()
            && let Some(at) = response.interact_pointer_pos()
            && let Some(spot) = layout.hit(at)
        {
            if !self.selection.contains(spot, layout.size) {
                self.selection = Selection::at(spot);
            }
            response.request_focus();
            self.menu_at = Some(at);
        }
        let at = self.menu_at?;
        let mut open = true;
        let chosen = Popup::new(id().with("menu"), ui.ctx().clone(), Rect::from_min_max(at, at), response.layer_id)
            .kind(PopupKind::Menu)
            .layout(Flow::top_down_justified(Align::Min))
            .style(menu_style)
            .gap(0.0)
            .open_bool(&mut open)
            .show(|ui| self.lines(ui, view));
        let intent = chosen.and_then(|shown| shown.inner);
        if intent.is_some() || !open {
            self.menu_at = None;
        }
        ui.memory_mut(|memory| intent.is_some().then(|| memory.request_focus(id())));
        self.carry_out(view, layout, intent?, out)
    }

    fn lines(&self, ui: &mut Ui, view: &View) -> Option<Intent> {
        ui.set_min_width(200.0);
        let text = view.text;
        let reach = view.project.plan.reach(self.active()?.1);
        let mut chosen = None;
        let mut line = |ui: &mut Ui, words: &str, key: &str, holds: bool, intent: Intent| {
            let response = ui.add(Button::selectable(holds, words).shortcut_text(key));
            response.widget_info(|| WidgetInfo::selected(Role::MenuItem, ui.is_enabled(), holds, words));
            if response.clicked() {
                chosen = Some(intent);
            }
        };
        for (usage, key) in [(Usage::Main, "M"), (Usage::Supporting, "S"), (Usage::None, "N")] {
            line(ui, text.get(usage.key()), key, reach.usage == usage, Intent::Usage(usage));
        }
        ui.separator();
        for delivery in [Delivery::Yes, Delivery::No, Delivery::Unknown] {
            let key = if delivery == super::next_delivery(reach.delivery) { "D" } else { "" };
            line(ui, text.get(delivery.key()), key, reach.delivery == delivery, Intent::Delivery(delivery));
        }
        ui.separator();
        for level in (0..=Reach::HIGHEST_PREFERENCE).rev() {
            let words = text.with("reach-preference-of", "level", usize::from(level));
            let holds = reach.preference == Some(level);
            line(ui, &words, &level.to_string(), holds, Intent::Preference(Some(level)));
        }
        let words = text.get("reach-no-preference");
        line(ui, words, "Delete", reach.preference.is_none(), Intent::Preference(None));
        ui.separator();
        line(ui, text.get("segments-edit-figures"), "Enter", false, Intent::Figures);
        if self.has_figures(view) {
            line(ui, text.get("segments-inherit"), "", false, Intent::Inherit);
        }
        chosen
    }
}
