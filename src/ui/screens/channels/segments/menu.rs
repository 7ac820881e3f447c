//! The pop-up menu of what is selected.

use eframe::egui::{Button, Response, Role, Ui, WidgetInfo};

use crate::project::{Delivery, Reach, Usage};
use crate::ui::widgets::grid::Layout;
use crate::ui::{Action, View};

use super::SegmentsPane;
use super::keys::Intent;
use super::parts::{Go, next_delivery};

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
        if let Some(selection) = self.menu.follow(response, layout, self.selection) {
            self.selection = selection;
        }
        let mut menu = std::mem::take(&mut self.menu);
        let chosen = menu.show(ui, response, |ui| self.lines(ui, view));
        self.menu = menu;
        self.carry_out(view, layout, chosen?, out)
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
            let key = if delivery == next_delivery(reach.delivery) { "D" } else { "" };
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
