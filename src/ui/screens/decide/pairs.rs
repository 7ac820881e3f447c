//! Pairwise comparison: "Which matters more?", one pair of criteria at a time.

use eframe::egui::{Align, Button, Frame, Key, Layout, Margin, Modifiers, RichText, Role, Ui, WidgetInfo, vec2};

use crate::analysis::weights;
use crate::project::{Criterion, Decide, Matters, Message};
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::widgets::keyboard::{self, Heard, Typed};
use crate::ui::widgets::{focus, icon_button};
use crate::ui::{Action, View};

use super::parts;

/// The current pair.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// Index of a pair that was gone back to; `None` for the next pair without an answer.
    revisited: Option<usize>,
}

impl Pairs {
    pub fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let decision = &view.project.decision;
        let count = decision.criteria.len();
        let all: Vec<_> = (0..count).flat_map(|a| (a + 1..count).map(move |b| (a, b))).collect();
        if all.is_empty() {
            parts::hint(ui, view.text.get("decide-pairs-too-few"));
            return;
        }
        let next = weights::next_question(decision).and_then(|pair| all.iter().position(|other| *other == pair));
        self.revisited = self.revisited.filter(|place| *place < all.len());
        let at = self.revisited.or(next);
        let frame = Frame::new().fill(colors(ui).panel).corner_radius(6.0).inner_margin(Margin::same(10));
        let shown = frame.show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.horizontal(|ui| {
                parts::title(
                    ui,
                    view.text.get(if at.is_some() { "decide-pairs-question" } else { "decide-pairs-done" }),
                );
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let words = view.text.get("decide-pairs-forward");
                    let forward = at.map(|at| at + 1).filter(|at| *at < all.len());
                    let button = ui.add_enabled_ui(forward.is_some(), |ui| icon_button(ui, icon::RIGHT, words, words));
                    if button.inner.clicked() {
                        self.revisited = forward;
                    }
                    let words = view.text.get("decide-pairs-back");
                    let back = at.unwrap_or(all.len()).checked_sub(1);
                    let button = ui.add_enabled_ui(back.is_some(), |ui| icon_button(ui, icon::LEFT, words, words));
                    if button.inner.clicked() {
                        self.revisited = back;
                    }
                    parts::small(ui, &progress(view));
                });
            });
            if let Some(at) = at {
                let (a, b) = (&decision.criteria[all[at].0], &decision.criteria[all[at].1]);
                if let Some(answer) = question(ui, view, a, b) {
                    self.answer(a, b, Some(answer), at, all.len(), out);
                }
            }
        });
        let name = view.text.get("decide-pairs-question");
        if !focus::pane_takes_keys(ui, "pairs", shown.response.rect, name) {
            return;
        }
        let before = out.len();
        keyboard::each(ui.ctx(), |typed| {
            let Typed::Key(press) = typed else { return Heard::Passed };
            // Some keyboards need Shift for the equals sign.
            let answer = match press.key {
                Key::ArrowLeft => Some(Matters::More),
                Key::Equals => Some(Matters::Equally),
                Key::ArrowRight => Some(Matters::Less),
                Key::Delete | Key::Backspace => None,
                _ => return Heard::Passed,
            };
            if (Modifiers { shift: false, ..press.modifiers }).any() {
                return Heard::Passed;
            }
            // Each answer leads to another question.
            if out.len() > before {
                return Heard::Later;
            }
            if press.key == Key::Backspace {
                self.revisited = self.revisited.or(next).unwrap_or(all.len()).checked_sub(1).or(self.revisited);
            } else if let Some(at) = self.revisited.or(next) {
                let (a, b) = (&decision.criteria[all[at].0], &decision.criteria[all[at].1]);
                self.answer(a, b, answer, at, all.len(), out);
            }
            Heard::Done
        });
    }

    fn answer(
        &mut self,
        a: &Criterion,
        b: &Criterion,
        matters: Option<Matters>,
        at: usize,
        all: usize,
        out: &mut Vec<Action>,
    ) {
        let command = Decide::Compare { criterion: a.id, beside: b.id, matters };
        out.push(Action::Edit(command.into(), None));
        // While reviewing earlier answers, go on to the following pair.
        self.revisited = self.revisited.filter(|_| matters.is_some() && at + 1 < all).map(|_| at + 1);
    }
}

/// The two criteria and the three answers.
fn question(ui: &mut Ui, view: &View, a: &Criterion, b: &Criterion) -> Option<Matters> {
    let given = view.project.decision.matters(a.id, b.id);
    let names = [a, b].map(|criterion| view.text.name(&criterion.name));
    let side = (ui.available_width() - 130.0 - 2.0 * space::S) / 2.0;
    let mut answer = None;
    ui.horizontal(|ui| {
        let equal = view.text.get("decide-pairs-equal");
        let left = format!("{} {}", icon::LEFT, names[0]);
        let right = format!("{} {}", names[1], icon::RIGHT);
        for (matters, shown, name, width) in [
            (Matters::More, left, &names[0], side),
            (Matters::Equally, format!("= {equal}"), &equal, 130.0),
            (Matters::Less, right, &names[1], side),
        ] {
            let is_chosen = given == Some(matters);
            let words = RichText::new(shown).font(theme::body_strong());
            let button = Button::new(words).selected(is_chosen).wrap().min_size(vec2(width, 44.0));
            let response = ui.add_sized(vec2(width, 44.0), button);
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, name));
            if response.clicked() {
                answer = Some(matters);
            }
        }
    });
    answer
}

/// The number of pairs answered, and of all pairs.
fn progress(view: &View) -> String {
    let (answered, all) = weights::answered(&view.project.decision);
    view.text.say(&Message::new("decide-pairs-progress").with("answered", answered).with("all", all))
}
