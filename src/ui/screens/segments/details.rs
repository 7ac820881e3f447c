//! The chosen segment: how far its need has come with what a seller does then, and whether it is one market.

use eframe::egui::{Label, RichText, Role, ScrollArea, Ui, WidgetInfo};

use crate::project::{Answer, Axis, Command, FieldValue, MarketQuestion, NeedLevel, Of, OneOf, SegmentId};
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::widgets::fields::Slot;
use crate::ui::widgets::{choices, labelled_button};
use crate::ui::{Action, View};

use super::SegmentsScreen;

/// What a level of need is, what a seller does and what not, as text keys.
fn advice(level: NeedLevel) -> [&'static str; 3] {
    match level {
        NeedLevel::Latent => ["need-latent-is", "need-latent-do", "need-latent-not"],
        NeedLevel::Conscious => ["need-conscious-is", "need-conscious-do", "need-conscious-not"],
        NeedLevel::Vision => ["need-vision-is", "need-vision-do", "need-vision-not"],
    }
}

/// The text keys of a question, and of what a no means.
fn question_keys(question: &MarketQuestion) -> [&'static str; 2] {
    match question.field {
        "same_purchase" => ["market-same-purchase", "market-no-same-purchase-why"],
        "same_process" => ["market-same-process", "market-no-same-process-why"],
        _ => ["market-talk-together", "market-no-talk-together-why"],
    }
}

impl SegmentsScreen {
    pub(super) fn details(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let text = view.text;
        let found = self.chosen.and_then(|id| view.project.matrix.find(Axis::Customer, id));
        let Some((_, segment)) = found else {
            ui.label(RichText::new(text.get("segments-choose")).color(colors(ui).muted));
            return;
        };
        let id = segment.id;
        ScrollArea::vertical().id_salt("segment details").auto_shrink(false).show(ui, |ui| {
            let name = text.name(&segment.name);
            let heading = ui.add(Label::new(RichText::new(name).font(theme::heading())).wrap());
            heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, name));
            ui.add_space(space::S);
            Self::need(ui, view, id, out);
            ui.add_space(space::L);
            self.market(ui, view, id, out);
        });
    }

    fn need(ui: &mut Ui, view: &View, id: SegmentId, out: &mut Vec<Action>) {
        let text = view.text;
        let level = view.project.market.profiles.get(&id).and_then(|profile| profile.need_level);
        section(ui, text.get("segments-need"));
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            let names = NeedLevel::ALL.map(|level| (Some(level), text.get(level.key())));
            let items: Vec<_> = names.into_iter().chain([(None, text.get("segments-not-known"))]).collect();
            if let Some(picked) = choices(ui, Role::RadioButton, level, &items) {
                let value = FieldValue::Choice(picked.map(name_of));
                out.push(Action::Edit(Command::set(Of::Profile(id), "need_level", value), None));
            }
        });
        ui.add_space(space::XS);
        let Some(level) = level else {
            wrapped(ui, text.get("segments-need-ask"), true);
            return;
        };
        let [is, does, does_not] = advice(level);
        wrapped(ui, text.get(is), true);
        for (sign, words) in [(icon::CHECK, does), (icon::CLOSE, does_not)] {
            ui.horizontal_top(|ui| {
                let color = if sign == icon::CHECK { colors(ui).good } else { colors(ui).error };
                ui.label(RichText::new(sign).color(color));
                wrapped(ui, text.get(words), false);
            });
        }
    }

    fn market(&mut self, ui: &mut Ui, view: &View, id: SegmentId, out: &mut Vec<Action>) {
        let text = view.text;
        let profile = view.project.market.profile(id);
        section(ui, text.get("market-title"));
        let mut is_offered = false;
        for question in MarketQuestion::ALL {
            let [asked, no] = question_keys(&question);
            let answer = (question.answer)(&profile);
            wrapped(ui, text.get(asked), false);
            ui.push_id(question.field, |ui| {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 2.0;
                    let items = [
                        (Some(Answer::Yes), text.get("answer-yes")),
                        (Some(Answer::No), text.get("answer-no")),
                        (None, text.get("segments-not-known")),
                    ];
                    if let Some(picked) = choices(ui, Role::RadioButton, answer, &items) {
                        let value = FieldValue::Choice(picked.map(name_of));
                        out.push(Action::Edit(Command::set(Of::Profile(id), question.field, value), None));
                    }
                });
                let slot = Slot::new(Of::Profile(id), question.note);
                let name = Of::Profile(id).field(question.note).map_or("", |field| text.get(field.name.key));
                self.drafts.lines(ui, view, slot, name, text.get("segments-why"));
            });
            if answer == Some(Answer::No) {
                ui.horizontal_top(|ui| {
                    ui.label(RichText::new(icon::WARNING).color(colors(ui).warning));
                    wrapped(ui, text.get(no), false);
                });
                // One way out of all of them.
                if !std::mem::replace(&mut is_offered, true) {
                    let split = labelled_button(ui, icon::COLUMNS, text.get("segments-split"));
                    if split.on_hover_text(text.get("segments-split-hint")).clicked() {
                        self.split(view, out);
                    }
                }
            }
            ui.add_space(space::S);
        }
    }
}

/// The choice's name in the file.
fn name_of<E: OneOf>(choice: E) -> &'static str {
    E::OPTIONS.names.get(choice.place()).copied().unwrap_or_default()
}

fn section(ui: &mut Ui, title: &str) {
    let label = ui.label(RichText::new(title).font(theme::body_strong()));
    label.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
}

fn wrapped(ui: &mut Ui, words: &str, is_muted: bool) {
    let color = if is_muted { colors(ui).muted } else { colors(ui).ink };
    ui.add(Label::new(RichText::new(words).color(color)).wrap());
}
