//! Budgets: scenarios, where their money goes, what stands idle and why, and what more money would leave.

use eframe::egui::text::{LayoutJob, TextFormat};
use eframe::egui::{
    Align, Frame, Label, Layout, Margin, Memory, Panel, RichText, Role, ScrollArea, Ui, Vec2, WidgetInfo, vec2,
};

use crate::analysis::budget::{Allocation, Outlook, Shared, tornado};
use crate::figure;
use crate::project::{About, Command, Message, Of, Scenario, ScenarioId};
use crate::text::Language;
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::widgets::combo::Combo;
use crate::ui::widgets::fields::{self, Drafts, Slot};
use crate::ui::widgets::picture::Picture;
use crate::ui::widgets::{Empty, choices, icon_button, labelled_button, small_choices};
use crate::ui::{Action, View};

use super::derived;

mod question;
mod table;

use question::BudgetQuestion;
use table::BudgetTable;

/// What stands beside the table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Shown {
    #[default]
    Bars,
    Curve,
    Tornado,
}

/// The least height of the table and the pictures; in a lower window all of it scrolls.
const LEAST: f32 = 150.0;
/// From this width on, pictures stand beside the table.
const BESIDE: f32 = 1080.0;

type PictureKey = (u64, Language, ScenarioId, Shown, bool);

/// The pane's own state.
#[derive(Debug, Default)]
pub struct BudgetPane {
    chosen: Option<ScenarioId>,
    /// The scenario that stands beside it.
    beside: Option<ScenarioId>,
    shown: Shown,
    drafts: Drafts,
    rows: [BudgetTable; 2],
    question: BudgetQuestion,
    pictures: [Picture<PictureKey>; 2],
    /// A scenario that has just been added: its name gets the focus.
    focus: Option<ScenarioId>,
    /// In a narrow window: the pictures instead of the table.
    pictured: bool,
}

impl BudgetPane {
    /// Draws the pane.
    pub fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let scenarios = &view.project.plan.scenarios;
        if scenarios.is_empty() {
            self.empty(ui, view, out);
            self.drafts.settle(view, ui.memory(Memory::focused), out);
            return;
        }
        let known = |id: &ScenarioId| view.project.plan.scenario(*id).is_some();
        self.chosen = self.chosen.filter(known).or_else(|| scenarios.front().map(|scenario| scenario.id));
        self.beside = self.beside.filter(known).filter(|id| Some(*id) != self.chosen);
        self.strip(ui, view, out);
        let Some(chosen) = self.chosen else { return };
        match self.beside {
            Some(beside) => {
                let width = (ui.available_width() - space::M) / 2.0;
                let height = ui.available_height();
                ui.horizontal_top(|ui| {
                    ui.spacing_mut().item_spacing.x = space::M;
                    for (at, id) in [chosen, beside].into_iter().enumerate() {
                        ui.allocate_ui_with_layout(vec2(width, height), Layout::top_down(Align::Min), |ui| {
                            ui.push_id(("scenario", at), |ui| self.scenario(ui, view, at, id, false, out));
                        });
                    }
                });
            }
            None => self.scenario(ui, view, 0, chosen, true, out),
        }
        self.drafts.settle(view, ui.memory(Memory::focused), out);
    }

    /// Shows the scenario that it is about.
    pub fn look_at(&mut self, about: About) {
        self.chosen = about.scenario.or(self.chosen);
    }

    /// Puts what is being typed into the project.
    pub fn commit(&mut self, view: &View, out: &mut Vec<Action>) {
        self.drafts.settle(view, None, out);
    }

    pub fn drafts(&self, view: &View, out: &mut Vec<Action>) {
        self.drafts.drafts(view, out);
    }

    fn add(&mut self, view: &View, scenario: Scenario, out: &mut Vec<Action>) {
        self.chosen = Some(scenario.id);
        self.focus = Some(scenario.id);
        let at = view.project.plan.scenarios.len();
        out.push(Action::Edit(Command::AddScenario { at, scenario }, None));
    }

    /// A scenario that is yet to be named, with some money to see what it does.
    fn fresh() -> Scenario {
        Scenario { budget: 100_000.0, ..Scenario::new("") }
    }

    fn empty(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let text = view.text;
        let empty = Empty {
            title: text.get("budget-empty-title"),
            lines: &[text.get("budget-empty-what"), text.get("budget-empty-how")],
            example: text.get("budget-empty-example"),
            steps: &[(icon::PLUS, text.get("budget-add"))],
            hint: "",
        };
        if empty.show(ui).is_some() {
            self.add(view, Self::fresh(), out);
        }
    }

    /// The scenarios, and what can be done with them.
    fn strip(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let text = view.text;
        let frame = Frame::new().inner_margin(Margin::symmetric(space::M as i8, space::XS as i8));
        Panel::top("scenarios").frame(frame).resizable(false).show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                for scenario in &view.project.plan.scenarios {
                    let name = text.value(&scenario.shown_name());
                    let chosen = self.chosen == Some(scenario.id);
                    let response = ui.selectable_label(chosen, &name);
                    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, chosen, &name));
                    if response.clicked() {
                        self.chosen = Some(scenario.id);
                    }
                }
                if labelled_button(ui, icon::PLUS, text.get("budget-add")).clicked() {
                    self.add(view, Self::fresh(), out);
                }
                let chosen = self.chosen.and_then(|id| view.project.plan.scenario(id));
                let Some((_, scenario)) = chosen else { return };
                for (sign, key) in [(icon::COPY, "channels-duplicate"), (icon::TRASH, "remove-named")] {
                    let name = text.with(key, "name", scenario.shown_name());
                    if icon_button(ui, sign, &name, &name).clicked() {
                        if sign == icon::TRASH {
                            out.push(Action::Edit(Command::RemoveScenarios(vec![scenario.id]), None));
                            let said = Message::new("removed-named").with("name", scenario.shown_name());
                            out.push(Action::removed(said));
                        } else {
                            let name = text.with("matrix-copy-of", "name", scenario.shown_name());
                            let id = ScenarioId::random();
                            self.add(view, Scenario { id, name: name.into(), ..scenario.clone() }, out);
                        }
                    }
                }
                self.beside(ui, view);
                if view.analysis.budgets().is_old {
                    ui.label(RichText::new(text.get("budget-is-old")).font(theme::small()).color(colors(ui).muted));
                }
            });
        });
    }

    /// Which other scenario stands beside the chosen one.
    fn beside(&mut self, ui: &mut Ui, view: &View) {
        let text = view.text;
        let scenarios = &view.project.plan.scenarios;
        if scenarios.len() < 2 {
            return;
        }
        let none = text.get("budget-beside-none");
        let name = |id: ScenarioId| view.project.plan.scenario(id).map(|(_, one)| text.value(&one.shown_name()));
        let shown = self.beside.and_then(name).unwrap_or_else(|| none.to_owned());
        ui.label(RichText::new(text.get("budget-beside")).color(colors(ui).muted));
        let others = scenarios.iter().filter(|scenario| Some(scenario.id) != self.chosen);
        let others = others.map(|scenario| (Some(scenario.id), text.value(&scenario.shown_name())));
        let items = std::iter::once((None, none.to_owned())).chain(others);
        let combo = Combo { id: "scenario beside", label: text.get("budget-beside"), shown: &shown, width: 130.0 };
        if let Some(picked) = combo.pick(ui, &self.beside, items) {
            self.beside = picked;
        }
    }

    /// One scenario: its figures, what comes of it, the table and the pictures.
    fn scenario(&mut self, ui: &mut Ui, view: &View, at: usize, id: ScenarioId, alone: bool, out: &mut Vec<Action>) {
        let frame = Frame::new().inner_margin(Margin::symmetric(space::M as i8, 0));
        let bottom = ui.available_rect_before_wrap().bottom();
        // In a low window all of it scrolls.
        let area = ScrollArea::vertical().id_salt(("scenario", at)).auto_shrink(false);
        frame.show(ui, |ui| {
            area.show(ui, |ui| {
                ui.add_space(space::S);
                self.fields(ui, view, id, out);
                if alone {
                    self.question.ui(ui, view, id, out);
                }
                let Some(found) =
                    view.analysis.budgets().found.into_iter().flatten().find(|outlook| outlook.scenario == id)
                else {
                    ui.label(RichText::new(view.text.get("budget-is-old")).color(colors(ui).muted));
                    return;
                };
                match &found.solved {
                    Ok(allocation) => summary(ui, view, found, allocation),
                    Err(unsolved) => {
                        let money = |amount: f64| view.text.money(amount, &view.project.currency);
                        let count = |count: f64| view.text.figure(count);
                        ui.label(RichText::new(view.text.get("budget-clash")).font(theme::body_strong()));
                        for message in unsolved.messages(view.project, money, count) {
                            fields::fault_line(ui, &view.text.say(&message));
                        }
                    }
                }
                self.shown(ui, view, at, alone);
                let wide = alone && ui.available_width() >= BESIDE;
                let (width, height) = (ui.available_width(), (bottom - ui.cursor().top()).max(LEAST));
                let table_at = |ui: &mut Ui, height: f32, add: &mut dyn FnMut(&mut Ui)| {
                    ui.allocate_ui_with_layout(vec2(width, height), Layout::top_down(Align::Min), add);
                };
                if wide {
                    let table = (width * 0.56).max(706.0);
                    ui.horizontal_top(|ui| {
                        ui.allocate_ui_with_layout(vec2(table, height), Layout::top_down(Align::Min), |ui| {
                            self.rows[at].ui(ui, view, found, &mut self.drafts);
                        });
                        ui.add_space(space::M);
                        self.picture(ui, view, at, found, vec2(width - table - 2.0 * space::M, height));
                    });
                } else if alone && !self.pictured {
                    table_at(ui, height, &mut |ui| self.rows[at].ui(ui, view, found, &mut self.drafts));
                } else if alone {
                    self.picture(ui, view, at, found, vec2(width, height));
                } else {
                    let picture = (height * 0.45).max(120.0);
                    self.picture(ui, view, at, found, vec2(width, picture));
                    let height = height - picture - ui.spacing().item_spacing.y;
                    table_at(ui, height, &mut |ui| self.rows[at].ui(ui, view, found, &mut self.drafts));
                }
            })
        });
    }

    /// Name, money and period.
    fn fields(&mut self, ui: &mut Ui, view: &View, id: ScenarioId, out: &mut Vec<Action>) {
        let text = view.text;
        ui.horizontal_wrapped(|ui| {
            let name = self.drafts.line(
                ui,
                view,
                Slot::new(Of::Scenario(id), "name"),
                text.get("budget-name"),
                150.0,
                text.get("budget-name"),
            );
            if self.focus == Some(id) {
                self.focus = None;
                name.request_focus();
            }
            let scenario = view.project.plan.scenario(id).map(|(_, scenario)| text.value(&scenario.shown_name()));
            let scenario = scenario.unwrap_or_default();
            for field in Of::Scenario(id).fields().into_iter().filter(|field| field.name.name != "name") {
                let width = if field.name.name == "budget" { 110.0 } else { 48.0 };
                let of = Of::Scenario(id);
                fields::keep_together(ui, view, field, width);
                fields::caption(ui, view, field);
                fields::field(ui, view, &mut self.drafts, of, field, &scenario, width, out, &mut |_, _, _| {});
            }
            let fault = self.drafts.fault(text, |of| match of {
                Of::Scenario(of) | Of::Limits(of, _) => of == id,
                _ => false,
            });
            if let Some(fault) = fault {
                fields::fault_line(ui, &fault);
            }
        });
    }

    /// Which rows and which picture are shown.
    fn shown(&mut self, ui: &mut Ui, view: &View, at: usize, alone: bool) {
        let text = view.text;
        ui.horizontal_wrapped(|ui| {
            let wide = ui.available_width() >= BESIDE;
            if alone && !wide {
                let items = [(false, text.get("channels-table")), (true, text.get("budget-show-pictures"))];
                if let Some(pictured) = choices(ui, Role::Tab, self.pictured, &items) {
                    self.pictured = pictured;
                }
                ui.separator();
            }
            if wide || !alone || !self.pictured {
                self.rows[at].choices(ui, view);
            }
            if wide || !alone || self.pictured {
                if wide {
                    ui.separator();
                }
                let items = [
                    (Shown::Bars, text.get("budget-bars").to_owned()),
                    (Shown::Curve, text.get("budget-curve").to_owned()),
                    (Shown::Tornado, text.get("budget-tornado").to_owned()),
                ];
                let items = items.map(|(shown, name)| (shown, name.clone(), name));
                if let Some(shown) = small_choices(ui, self.shown, items) {
                    self.shown = shown;
                }
            }
        });
    }

    fn picture(&mut self, ui: &mut Ui, view: &View, at: usize, found: &Outlook, size: Vec2) {
        let (text, project) = (view.text, view.project);
        let Ok(allocation) = &found.solved else {
            let curve = found.curve.clone().unwrap_or_default();
            let key = (view.revision, text.language(), found.scenario, Shown::Curve, view.analysis.budgets().is_old);
            self.pictures[at].show(ui, size, key, text.get("budget-curve"), |size| {
                figure::budget_curve(project, &curve, None, text, size)
            });
            return;
        };
        // What is found comes later than the revision that it is about.
        let key = (view.revision, text.language(), found.scenario, self.shown, view.analysis.budgets().is_old);
        let words = match self.shown {
            Shown::Bars => text.get("budget-bars"),
            Shown::Curve => text.get("budget-curve"),
            Shown::Tornado => text.get("budget-tornado"),
        };
        let shown = self.shown;
        ScrollArea::vertical().id_salt(("budget picture", at)).max_height(size.y).show(ui, |ui| {
            self.pictures[at].show(ui, size, key, words, |size| match shown {
                Shown::Bars => figure::budget_bars(project, &found.problem, allocation, text, size),
                Shown::Curve => {
                    let curve = found.curve.clone().unwrap_or_default();
                    figure::budget_curve(project, &curve, Some((found.problem.budget, allocation)), text, size)
                }
                Shown::Tornado => {
                    let tornado = tornado(project, &found.problem, allocation);
                    figure::tornado(&tornado, &project.currency, text, size)
                }
            });
        });
    }
}

/// What comes of a scenario, in figures and words.
fn summary(ui: &mut Ui, view: &View, found: &Outlook, allocation: &Allocation) {
    let text = view.text;
    let currency = &view.project.currency;
    let money = |amount: f64| text.money(amount, currency);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let fact = |ui: &mut Ui, key: &str, value: String, strong: bool| {
            let palette = colors(ui);
            let font = if strong { theme::body_strong() } else { theme::body() };
            // One label, so that the figure stays with its caption.
            let mut job = LayoutJob::default();
            job.append(text.get(key), 0.0, TextFormat::simple(theme::small(), palette.muted));
            job.append(&value, space::XS, TextFormat::simple(font, palette.ink));
            let shown = ui.add(Label::new(job).extend());
            let said = format!("{} {value}", text.get(key));
            shown.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
            ui.add_space(space::M);
        };
        fact(ui, "budget-contribution", derived::spread(text, Some(allocation.contribution), currency), true);
        if allocation.fixed_cost > 0.0 {
            fact(ui, "budget-fixed-cost", money(allocation.fixed_cost), false);
            fact(ui, "budget-after-fixed", money(allocation.contribution.likely - allocation.fixed_cost), true);
        }
        fact(ui, "budget-spent", money(allocation.spent), false);
        // On one label, so that the number stays with its words.
        let marginal = text.number(allocation.marginal, 2);
        let words = format!("{} {marginal}", text.with("budget-marginal", "one", money(1.0)));
        let shown = ui.add(Label::new(RichText::new(words).font(theme::body_strong())).extend());
        let said = format!("{} {marginal}", text.get("budget-marginal-name"));
        shown.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
        ui.add_space(space::M);
        for (of, key) in [(Shared::Hours, "budget-hour-name"), (Shared::Delivery, "budget-delivery-name")] {
            if let Some(price) = found.problem.price(allocation, of) {
                fact(ui, key, money(price), false);
            }
        }
    });
    if let Some(why) = allocation.unspent {
        let message = Message::new("budget-unspent")
            .with("amount", money(found.problem.budget - allocation.spent))
            .with("why", Message::new(why.key()));
        let words = RichText::new(text.say(&message)).font(theme::small()).color(colors(ui).muted);
        ui.add(Label::new(words).wrap());
    }
}
