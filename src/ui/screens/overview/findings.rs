//! Everything that should be looked at, and what has been set aside with a reason.

use eframe::egui::{
    Align, Button, CursorIcon, Key, Label, Layout, RichText, Role, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, vec2,
};

use crate::analysis::findings::Finding;
use crate::project::{AgendaEdit, Command, FindingKey};
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::{Action, Route, View};

use super::page::sign;

/// Height of a finding, with what it is about and why.
const LINE: f32 = 46.0;

#[derive(Debug, Default)]
pub(super) struct FindingsPane {
    /// The finding that is being set aside, and the reason as far as it is typed.
    asked: Option<(FindingKey, String)>,
}

impl FindingsPane {
    pub fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let found = view.analysis.findings();
        let text = view.text;
        if found.open().is_empty() {
            let words = format!("{} {}", icon::CHECK, text.get("overview-no-findings"));
            ui.label(RichText::new(words).color(colors(ui).good));
        }
        // A finding that is gone can't be set aside.
        self.asked = self.asked.take().filter(|(key, _)| found.open().iter().any(|finding| finding.key() == *key));
        let aside = found.set_aside();
        let title = usize::from(!aside.is_empty());
        let rows = found.open().len() + title + aside.len();
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().id_salt("findings").auto_shrink([false, false]).show_rows(ui, LINE, rows, |ui, rows| {
            for row in rows {
                if let Some(finding) = found.open().get(row) {
                    self.open(ui, view, finding, out);
                } else if let Some(at) = (row - found.open().len()).checked_sub(title) {
                    let (finding, reason) = &aside[at];
                    brought_back(ui, view, finding, reason, out);
                } else {
                    let words = text.with("overview-set-aside-count", "count", aside.len());
                    line(ui, |ui| {
                        let heading = ui.label(RichText::new(&words).font(theme::body_strong()));
                        heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &words));
                    });
                }
            }
        });
    }

    fn open(&mut self, ui: &mut Ui, view: &View, finding: &Finding, out: &mut Vec<Action>) {
        let text = view.text;
        let what = text.say(&finding.what);
        let is_asked = self.asked.as_ref().is_some_and(|(key, _)| *key == finding.key());
        line(ui, |ui| {
            if is_asked {
                self.reason(ui, view, &what, out);
                return;
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let words = text.get("overview-set-aside-do");
                let button = ui.add(Button::new(words));
                button.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{words} {what}")));
                if button.clicked() {
                    self.asked = Some((finding.key(), String::new()));
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    let said = text.get(finding.severity.key());
                    ui.label(sign(ui, finding.severity)).on_hover_text(said);
                    let why = text.say(&finding.why);
                    if words_of(ui, &what, &format!("{said} · {why}")) {
                        out.push(Action::Go(Route::Finding(finding.topic, finding.about)));
                    }
                });
            });
        });
    }

    /// Asks why it is set aside: Enter does it, Escape leaves it.
    fn reason(&mut self, ui: &mut Ui, view: &View, what: &str, out: &mut Vec<Action>) {
        let text = view.text;
        let Some((key, typed)) = &mut self.asked else { return };
        let name = text.with("overview-why-aside", "finding", what);
        let field = TextEdit::singleline(typed)
            .hint_text(text.get("overview-why-aside-hint"))
            .desired_width((ui.available_width() - 220.0).max(120.0));
        let response = ui.add(field);
        ui.accesskit_node_builder(response.id, |node| node.set_label(name.as_str()));
        if !response.has_focus() && !response.lost_focus() {
            response.request_focus();
        }
        let is_given = !typed.trim().is_empty();
        let done = ui.add_enabled(is_given, Button::new(text.get("overview-set-aside-done"))).clicked();
        let entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let left = ui.button(text.get("dialog-cancel")).clicked();
        if is_given && (done || entered) {
            let reason = typed.trim().into();
            out.push(Action::Edit(Command::Agenda(AgendaEdit::SetAside { finding: key.clone(), reason }), None));
            self.asked = None;
        } else if left || ui.input(|input| input.key_pressed(Key::Escape)) {
            self.asked = None;
        }
    }
}

/// A finding that is set aside, why, and the way back.
fn brought_back(ui: &mut Ui, view: &View, finding: &Finding, reason: &str, out: &mut Vec<Action>) {
    let text = view.text;
    let what = text.say(&finding.what);
    line(ui, |ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let words = text.get("overview-bring-back");
            let button = ui.add(Button::new(words));
            button.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{words}: {what}")));
            if button.clicked() {
                out.push(Action::Edit(Command::Agenda(AgendaEdit::BringBack(vec![finding.key()])), None));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.label(RichText::new(icon::CHECK).color(colors(ui).muted));
                if words_of(ui, &what, &text.with("overview-because", "reason", reason)) {
                    out.push(Action::Go(Route::Finding(finding.topic, finding.about)));
                }
            });
        });
    });
}

fn line(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    ui.allocate_ui_with_layout(vec2(ui.available_width(), LINE), Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_height(LINE);
        add(ui);
    });
}

/// The sentence, which leads there, and small print below it. Says whether it was clicked.
fn words_of(ui: &mut Ui, what: &str, below: &str) -> bool {
    let mut clicked = false;
    ui.vertical(|ui| {
        ui.add_space(space::XS);
        ui.spacing_mut().item_spacing.y = 0.0;
        let link = ui.add(Label::new(what).truncate().sense(Sense::CLICK)).on_hover_cursor(CursorIcon::PointingHand);
        link.widget_info(|| WidgetInfo::labeled(Role::Link, true, what));
        clicked = link.clicked();
        let below = RichText::new(below).font(theme::small()).color(colors(ui).muted);
        ui.add(Label::new(below).truncate());
    });
    clicked
}
