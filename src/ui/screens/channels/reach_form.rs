//! What the team has said of a channel to a segment: whether it is used, can deliver, and is preferred.

use eframe::egui::{Color32, RichText, Role, Ui};

use crate::project::{Command, Delivery, Figures, Of, Reach, ReachKey, Record, Usage};
use crate::text::Text;
use crate::ui::theme::{self, colors, space};
use crate::ui::widgets::fields::{self, Drafts};
use crate::ui::widgets::{choices, small_choices};
use crate::ui::{Action, View};

/// Padding of a choice.
const PAD: f32 = 6.0;

type Part = fn(&mut Ui, &Text, &[ReachKey], &Reach, &mut Vec<Action>);

/// The fields with choices of their own here.
const CHOICES: [&str; 3] = ["preference", "delivery", "usage"];

/// Draws the choices of one pair; what is chosen goes to all of `keys`, as one step. Figures are edited elsewhere; other
/// fields are below, for the one pair.
pub fn show(
    ui: &mut Ui,
    view: &View,
    key: ReachKey,
    keys: &[ReachKey],
    (drafts, name): (&mut Drafts, &str),
    out: &mut Vec<Action>,
) {
    choices_of(ui, view, key, keys, out);
    let figures = Figures::TABLE.fields.iter().map(|field| field.name.name);
    let elsewhere: Vec<_> = figures.chain(CHOICES).collect();
    fields::record(ui, view, drafts, Of::Reach(key), name, &elsewhere, out);
}

fn choices_of(ui: &mut Ui, view: &View, key: ReachKey, keys: &[ReachKey], out: &mut Vec<Action>) {
    let (text, reach) = (view.text, view.project.plan.reach(key));
    let one_line = ui.available_width() >= length(ui, text);
    ui.scope(|ui| {
        ui.spacing_mut().button_padding.x = PAD;
        if one_line {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                usage(ui, text, keys, reach, out);
                ui.add_space(space::S);
                delivery(ui, text, keys, reach, out);
                ui.add_space(space::S);
                preference(ui, text, keys, reach, out);
            });
            return;
        }
        let parts: [&[Part]; 2] = [&[usage, delivery], &[preference]];
        for line in parts {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                for (place, part) in line.iter().enumerate() {
                    if place > 0 {
                        ui.add_space(space::S);
                    }
                    part(ui, text, keys, reach, out);
                }
            });
        }
    });
}

/// The length of all choices on one line.
fn length(ui: &Ui, text: &Text) -> f32 {
    /// The choices of preference, and the gaps between the groups.
    const REST: f32 = 5.0 * 26.0 + 4.0 * space::S;
    let keys = Usage::ALL.iter().map(|usage| usage.key()).chain(Delivery::ALL.iter().map(|delivery| delivery.key()));
    let words = keys.chain(["reach-preference"]).map(|key| {
        let galley = ui.painter().layout_no_wrap(text.get(key).to_owned(), theme::body_strong(), Color32::PLACEHOLDER);
        galley.size().x + 2.0 * PAD + 2.0
    });
    words.sum::<f32>() + REST
}

fn edit(command: Command) -> Action {
    Action::Edit(command, None)
}

fn usage(ui: &mut Ui, text: &Text, keys: &[ReachKey], reach: &Reach, out: &mut Vec<Action>) {
    let usages = Usage::ALL.map(|usage| (usage, text.get(usage.key())));
    let picked = choices(ui, Role::RadioButton, reach.usage, &usages);
    out.extend(picked.map(|usage| edit(Command::set_all(keys.iter().copied().map(Of::Reach), "usage", usage))));
}

fn delivery(ui: &mut Ui, text: &Text, keys: &[ReachKey], reach: &Reach, out: &mut Vec<Action>) {
    let deliveries = Delivery::ALL.map(|delivery| (delivery, text.get(delivery.key())));
    let picked = choices(ui, Role::RadioButton, reach.delivery, &deliveries);
    out.extend(
        picked.map(|delivery| edit(Command::set_all(keys.iter().copied().map(Of::Reach), "delivery", delivery))),
    );
}

fn preference(ui: &mut Ui, text: &Text, keys: &[ReachKey], reach: &Reach, out: &mut Vec<Action>) {
    ui.label(RichText::new(text.get("reach-preference")).color(colors(ui).muted));
    ui.add_space(space::XS);
    let levels = (0..=Reach::HIGHEST_PREFERENCE).map(Some);
    let items = [None].into_iter().chain(levels).map(|level| match level {
        None => (None, "–".to_owned(), text.get("reach-no-preference").to_owned()),
        Some(level) => (Some(level), level.to_string(), text.with("reach-preference-of", "level", usize::from(level))),
    });
    let picked = small_choices(ui, reach.preference, items);
    out.extend(
        picked.map(|preference| edit(Command::set_all(keys.iter().copied().map(Of::Reach), "preference", preference))),
    );
}
