//! What the team has said of a channel to a segment: whether it is used, can deliver, and is preferred.

use eframe::egui::{RichText, Role, Ui};

use crate::project::{Delivery, Planning, Reach, ReachKey, Usage};
use crate::ui::theme::{colors, space};
use crate::ui::widgets::{choices, small_choices};
use crate::ui::{Action, View};

/// Draws the choices of one pair.
pub fn show(ui: &mut Ui, view: &View, key: ReachKey, out: &mut Vec<Action>) {
    let text = view.text;
    let reach = view.project.plan.reach(key);
    let keys = vec![key];
    let mut edit = |planning: Planning| out.push(Action::Edit(planning.into(), None));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().button_padding.x = 6.0;
        ui.spacing_mut().item_spacing.x = 2.0;
        let usages = Usage::ALL.map(|usage| (usage, text.get(usage.key())));
        if let Some(usage) = choices(ui, Role::RadioButton, reach.usage, &usages) {
            edit(Planning::SetUsage { keys: keys.clone(), usage });
        }
        ui.add_space(space::S);
        let deliveries = Delivery::ALL.map(|delivery| (delivery, text.get(delivery.key())));
        if let Some(delivery) = choices(ui, Role::RadioButton, reach.delivery, &deliveries) {
            edit(Planning::SetDelivery { keys: keys.clone(), delivery });
        }
        ui.add_space(space::S);
        ui.label(RichText::new(text.get("reach-preference")).color(colors(ui).muted));
        ui.add_space(space::XS);
        let levels = (0..=Reach::HIGHEST_PREFERENCE).map(Some);
        let items = [None].into_iter().chain(levels).map(|level| match level {
            None => (None, "–".to_owned(), text.get("reach-no-preference").to_owned()),
            Some(level) => {
                let name = text.with("reach-preference-of", "level", usize::from(level));
                (Some(level), level.to_string(), name)
            }
        });
        if let Some(preference) = small_choices(ui, reach.preference, items) {
            edit(Planning::SetPreference { keys: keys.clone(), preference });
        }
    });
}
