//! The three methods of sizing side by side: the people that each asks for, and what that rests on.

use eframe::egui::{Align, Frame, Label, Layout, Margin, RichText, Role, Ui, WidgetInfo};

use crate::analysis::team::Size;
use crate::analysis::team::size::whole_people;
use crate::project::{Message, Of};
use crate::ui::theme::{self, colors, space};
use crate::ui::widgets::fields::{Drafts, Slot, accessible_name};
use crate::ui::{Action, Route, View};

/// The three cards.
pub fn cards(ui: &mut Ui, view: &View, size: &Size, drafts: &mut Drafts, out: &mut Vec<Action>) {
    let text = view.text;
    let number = |people: f64| text.number(people, 2);
    ui.columns(3, |columns| {
        let [workload, breakdown, increments] = columns else { return };
        let needed = (size.chosen_cells() > 0 && size.unknown() < size.chosen().count()).then(|| size.needed());
        card(workload, text.get("team-by-workload"), needed.map(number), |ui| {
            ui.label(small(ui, text.get("team-workload-formula")));
            if let Some(needed) = needed {
                let hire = whole_people((needed - size.people).max(0.0));
                let message = Message::new("team-hire").with("people", text.figure(hire));
                ui.label(small(ui, &text.say(&message)));
            }
            link(ui, text.get("team-to-selling-hours"), Route::Part("tab-team", "team-roles"), out);
        });
        card(breakdown, text.get("team-by-breakdown"), size.breakdown.map(|found| number(found.people)), |ui| {
            ui.horizontal(|ui| {
                let field = Of::Sizing.field("revenue_target");
                let Some(field) = field else { return };
                ui.label(small(ui, &text.label(field.name)));
                let name = accessible_name(text, text.get("tab-team"), field.name, None);
                drafts.line(ui, view, Slot::new(Of::Sizing, "revenue_target"), &name, 84.0, "–");
            });
            match size.breakdown {
                Some(found) => {
                    let sales = text.money(found.sales_per_person, &view.project.currency);
                    ui.label(small(ui, &text.with("team-breakdown-formula", "sales", sales)));
                }
                None => drop(ui.label(small(ui, text.get("team-breakdown-missing")))),
            }
            link(ui, text.get("team-to-sales"), Route::Part("tab-team", "team-roles"), out);
        });
        card(increments, text.get("team-by-increments"), size.worth().map(|people| text.count(people)), |ui| {
            let steps = size.roles.iter().filter_map(|role| role.steps.as_deref().zip(role.worth));
            let first = steps.filter(|(steps, _)| !steps.is_empty()).max_by_key(|(steps, _)| steps.len());
            let last = first.and_then(|(steps, worth)| Some((steps.get(worth.checked_sub(1)?)?, steps.get(worth))));
            let money = |amount: f64| text.money(amount, &view.project.currency);
            match last {
                Some((last, next)) => {
                    ui.label(small(ui, &text.with("team-last-adds", "profit", money(last.profit))));
                    let words = next.map_or_else(
                        || text.get("team-nothing-left").to_owned(),
                        |next| text.with("team-next-adds", "profit", money(next.profit)),
                    );
                    ui.label(small(ui, &words));
                }
                None if size.worth().is_some() => drop(ui.label(small(ui, text.get("team-nobody-pays")))),
                None => drop(ui.label(small(ui, text.get("team-increments-missing")))),
            }
            link(ui, text.get("team-to-cost"), Route::Part("tab-team", "team-roles"), out);
        });
    });
}

fn small(ui: &Ui, words: &str) -> RichText {
    RichText::new(words).font(theme::small()).color(colors(ui).muted)
}

fn card(ui: &mut Ui, title: &str, people: Option<String>, rest: impl FnOnce(&mut Ui)) {
    let palette = colors(ui);
    let frame = Frame::new().fill(palette.panel).stroke((1.0, palette.line)).corner_radius(6.0);
    frame.inner_margin(Margin::symmetric(12, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.set_min_height(112.0);
        ui.spacing_mut().item_spacing.y = 2.0;
        let heading = ui.label(RichText::new(title).font(theme::small_strong()).color(palette.muted));
        heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
        let shown = people.unwrap_or_else(|| "–".to_owned());
        ui.add(Label::new(RichText::new(shown).font(theme::title())).extend());
        ui.with_layout(Layout::top_down(Align::Min), rest);
    });
}

/// A link to where a figure was typed.
pub fn link(ui: &mut Ui, words: &str, route: Route, out: &mut Vec<Action>) {
    ui.add_space(space::XS);
    if ui.link(RichText::new(words).font(theme::small())).clicked() {
        out.push(Action::Go(route));
    }
}
