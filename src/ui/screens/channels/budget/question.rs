//! The two questions that come before a budget, and their answer: the least money for a wanted result, and how much is
//! worth spending.

use eframe::egui::{Align, Align2, Key, RichText, Role, TextEdit, Ui, WidgetInfo};

use crate::analysis::budget::{Asked, Goal, NoAnswer, Question};
use crate::project::{Command, Message, Of, ScenarioId};
use crate::ui::theme::{self, colors, space};
use crate::ui::widgets::combo::Combo;
use crate::ui::widgets::fields::fault_line;
use crate::ui::widgets::keyboard;
use crate::ui::{Action, View};

/// What is sought.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Sought {
    #[default]
    Contribution,
    Sales,
    Customers,
    Worth,
}

impl Sought {
    const ALL: [Self; 4] = [Self::Contribution, Self::Sales, Self::Customers, Self::Worth];

    fn key(self) -> &'static str {
        match self {
            Self::Contribution => "goal-contribution",
            Self::Sales => "goal-sales",
            Self::Customers => "goal-customers",
            Self::Worth => "goal-worth",
        }
    }

    fn question(self, wanted: f64) -> Question {
        match self {
            Self::Contribution => Question::Least(Goal::Contribution(wanted)),
            Self::Sales => Question::Least(Goal::Sales(wanted)),
            Self::Customers => Question::Least(Goal::Customers(wanted)),
            Self::Worth => Question::Worth(wanted),
        }
    }
}

/// The question of a scenario as it is being put.
#[derive(Debug, Default)]
pub struct BudgetQuestion {
    sought: Sought,
    typed: String,
    fault: Option<Message>,
}

impl BudgetQuestion {
    /// One line: the question, and its answer with a button that makes it the scenario's budget.
    pub fn ui(&mut self, ui: &mut Ui, view: &View, scenario: ScenarioId, out: &mut Vec<Action>) {
        let text = view.text;
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(text.get("goal-find")).color(colors(ui).muted));
            let shown = text.get(self.sought.key());
            let combo = Combo { id: "goal", label: text.get("goal-find"), shown, width: 210.0 };
            let items = Sought::ALL.map(|sought| (sought, text.get(sought.key()).to_owned()));
            let picked = combo.pick(ui, &self.sought, items);
            let is_other = picked.is_some();
            self.sought = picked.unwrap_or(self.sought);
            let name = text.get("goal-amount");
            let field = TextEdit::singleline(&mut self.typed)
                .desired_width(96.0)
                .align(Align2([Align::Max, Align::Center]))
                .hint_text(name);
            let response = ui.add(field);
            response.widget_info(|| {
                let mut info = WidgetInfo::labeled(Role::TextInput, true, name);
                info.current_text_value = Some(self.typed.clone());
                info
            });
            let entered = keyboard::left_by(&response, Key::Enter);
            if response.changed() {
                self.fault = None;
            }
            if (entered || is_other || response.lost_focus()) && !self.typed.trim().is_empty() {
                self.ask(view, scenario, out);
            }
            answer(ui, view, scenario, out);
        });
        if let Some(fault) = &self.fault {
            fault_line(ui, &text.say(fault));
        }
    }

    fn ask(&mut self, view: &View, scenario: ScenarioId, out: &mut Vec<Action>) {
        let read = view.text.parse_amount(&self.typed, &view.project.currency).and_then(|amount| amount.single());
        match read {
            Ok(wanted) if wanted < 0.0 => self.fault = Some(Message::new("goal-not-a-number")),
            Ok(wanted) => {
                self.fault = None;
                let asked = Asked { scenario, question: self.sought.question(wanted) };
                if view.analysis.asked() != Some(asked) {
                    out.push(Action::AskBudget(asked));
                }
            }
            Err(fault) => self.fault = Some(fault),
        }
    }
}

/// The answer to the question that was asked last, if it was about that scenario.
fn answer(ui: &mut Ui, view: &View, scenario: ScenarioId, out: &mut Vec<Action>) {
    let text = view.text;
    if view.analysis.asked().is_none_or(|asked| asked.scenario != scenario) {
        return;
    }
    let latest = view.analysis.answer();
    let fresh = latest.found.filter(|found| !latest.is_old && Some(found.asked) == view.analysis.asked());
    let Some(found) = fresh else {
        ui.label(RichText::new(text.get("budget-is-old")).color(colors(ui).muted));
        return;
    };
    let money = |amount: f64| text.money(amount, &view.project.currency);
    let amount = |amount: f64| match found.asked.question {
        Question::Least(Goal::Customers(_)) => text.figure(amount),
        _ => money(amount),
    };
    match &found.answer {
        Ok(answer) => {
            ui.label(RichText::new(money(answer.budget)).font(theme::body_strong()));
            let left = text.with("goal-leaves", "amount", money(answer.allocation.profit()));
            ui.label(RichText::new(left).color(colors(ui).muted)).on_hover_text(text.get("goal-alike"));
            let is_so = view
                .project
                .plan
                .scenario(scenario)
                .is_some_and(|(_, one)| one.budget.total_cmp(&answer.budget).is_eq());
            if !is_so && ui.button(text.get("goal-use")).clicked() {
                out.push(Action::Edit(Command::set(Of::Scenario(scenario), "budget", answer.budget), None));
            }
        }
        Err(NoAnswer::OutOfReach(most)) => {
            ui.add_space(space::XS);
            ui.label(text.with("goal-out-of-reach", "most", amount(*most)));
        }
        Err(NoAnswer::Boundless(pairs)) => {
            ui.label(text.say(&Message::new("goal-boundless").with("count", pairs.len())));
        }
        Err(NoAnswer::Unsolved(unsolved)) => {
            for message in unsolved.messages(view.project, money, |count| text.figure(count)) {
                ui.label(text.say(&message));
            }
        }
    }
}
