//! The agreement pane: participants, rounds of votes, and the selected round.

use std::collections::HashMap;

use eframe::egui::{
    Align, Button, Frame, Label, Layout, Margin, RichText, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, vec2,
};

use crate::analysis::agreement::Agreement;
use crate::project::{
    CellKey, Criterion, Decide, Decision, Fit, Message, Participant, Question, Round, RoundId, Stage,
};
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::widgets::combo::Combo;
use crate::ui::widgets::split::{Side, split};
use crate::ui::widgets::{Empty, choices, icon_button, primary_button};
use crate::ui::{Action, Route, View};

use super::ballot::{Sheet, Voting};
use super::candidates::Candidates;
use super::draft::{DraftField, Drafts, Look};
use super::parts::{self, criterion_of, question_words, round_name, w_words};
use super::reveal::Reveal;

#[derive(Debug, Default)]
pub(super) struct AgreementPane {
    /// The question of the next round.
    question: Question,
    /// The next round is about undecided cells only.
    undecided_only: bool,
    shown: Option<RoundId>,
    voting: Option<Voting>,
    sheet: Option<Sheet>,
    reveal: Reveal,
    known: Vec<Known>,
}

/// The agreement in a revealed round, with the inputs it was computed from.
#[derive(Debug)]
struct Known {
    round: Round,
    criterion: Option<Criterion>,
    agreement: Agreement,
}

impl Known {
    fn of(decision: &Decision, round: &Round) -> Self {
        let criterion = criterion_of(decision, round.question).cloned();
        Self { agreement: Agreement::of(decision, round), round: round.clone(), criterion }
    }

    /// True while the inputs are unchanged. Cheap: compares what snapshots share by address.
    fn holds(&self, decision: &Decision, round: &Round) -> bool {
        self.round.id == round.id
            && self.round.question == round.question
            && self.round.votes.ptr_eq(&round.votes)
            && self.round.cells.ptr_eq(&round.cells)
            && self.criterion.as_ref() == criterion_of(decision, round.question)
    }
}

fn edit(decide: Decide) -> Action {
    Action::Edit(decide.into(), None)
}

impl AgreementPane {
    /// True while the round that is shown is open: no Prio or score is beside it then, which would anchor who votes.
    pub fn is_open(&self, view: &View) -> bool {
        let shown = self.shown.and_then(|id| view.project.decision.round(id));
        shown.is_some_and(|(_, round)| round.stage == Stage::Open)
    }

    /// True while a participant votes: the rest of the screen is hidden then.
    pub fn is_voting(&self, view: &View) -> bool {
        self.voting.as_ref().is_some_and(|voting| voting.round(view).is_some())
    }

    pub fn ui(&mut self, ui: &mut Ui, view: &View, candidates: Candidates, drafts: &mut Drafts, out: &mut Vec<Action>) {
        if let Some(voting) = &mut self.voting {
            if !voting.ui(ui, view, out) {
                self.voting = None;
            }
            return;
        }
        self.follow(view);
        let frame = Frame::new().inner_margin(Margin { left: 0, right: 12, top: 0, bottom: 0 });
        split(ui, Side::Left, "decide rounds", 250.0, frame, |ui| {
            ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
                ui.set_max_width(ui.available_width() - space::M);
                room(ui, view, drafts, out);
                ui.add_space(space::M);
                self.new_round(ui, view, candidates, out);
                ui.add_space(space::M);
                self.rounds(ui, view);
            });
        });
        let mut rect = ui.available_rect_before_wrap();
        rect.min.x += space::M;
        ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
            let shown = self.shown.and_then(|id| view.project.decision.round(id));
            let Some((place, round)) = shown else {
                no_round(ui, view, drafts, candidates, out);
                return;
            };
            heading(ui, view, place, round, drafts, out);
            if round.stage == Stage::Open {
                self.open(ui, view, round, out);
            } else if let Some(at) = self.known.iter().position(|known| known.round.id == round.id) {
                let earlier: Vec<_> = (self.known[..at].iter())
                    .filter(|known| known.round.question == round.question)
                    .map(|known| (&known.round, &known.agreement))
                    .collect();
                if let Some(again) = self.reveal.ui(ui, view, round, &self.known[at].agreement, &earlier, out) {
                    self.shown = Some(again);
                }
            }
        });
    }

    /// Updates the agreement in each round, the selected round and the question after a change of the project.
    fn follow(&mut self, view: &View) {
        let decision = &view.project.decision;
        let mut old = std::mem::take(&mut self.known);
        for round in decision.rounds.iter().filter(|round| round.stage != Stage::Open) {
            let place = old.iter().position(|known| known.holds(decision, round));
            self.known.push(place.map_or_else(|| Known::of(decision, round), |place| old.swap_remove(place)));
        }
        if self.shown.is_none_or(|id| decision.round(id).is_none()) {
            self.shown = decision.rounds.last().map(|round| round.id);
        }
        if criterion_of(decision, self.question).is_none() {
            self.question = Question::Prio;
        }
    }

    fn new_round(&mut self, ui: &mut Ui, view: &View, candidates: Candidates, out: &mut Vec<Action>) {
        let text = view.text;
        let decision = &view.project.decision;
        parts::title(ui, text.get("decide-new-round"));
        let label = text.get("decide-question");
        let (width, shown) = (ui.available_width() - 4.0, question_words(view, self.question));
        let scores = decision.criteria.iter().map(|criterion| Question::Score(criterion.id));
        let questions = std::iter::once(Question::Prio).chain(scores);
        let items = questions.map(|question| (question, question_words(view, question)));
        let combo = Combo { id: "decide question", label, shown: &shown, width };
        if let Some(question) = combo.pick(ui, &self.question, items) {
            self.question = question;
        }
        let is_undecided = |key: &&CellKey| view.project.matrix.cell(**key).fit == Fit::Undecided;
        let undecided = view.analysis.matrix.total().of(Fit::Undecided);
        let all = text.with("decide-cells-all", "count", candidates.keys.len());
        let some = text.with("decide-cells-undecided", "count", undecided);
        ui.horizontal_wrapped(|ui| {
            let items = [(false, all.as_str()), (true, some.as_str())];
            if let Some(only) = choices(ui, Role::RadioButton, self.undecided_only, &items) {
                self.undecided_only = only;
            }
        });
        let count = if self.undecided_only { undecided } else { candidates.keys.len() };
        let can = count > 0 && !decision.participants.is_empty();
        let words = text.get("decide-start-round");
        // The round that is shown leads on as long as it isn't accepted.
        let leads = decision.rounds.iter().all(|round| round.stage == Stage::Accepted);
        let start =
            ui.add_enabled_ui(can, |ui| if leads { primary_button(ui, "", words) } else { ui.button(words) }).inner;
        if start.on_disabled_hover_text(text.get("decide-start-round-needs")).clicked() {
            let cells = candidates.keys.iter().filter(|key| !self.undecided_only || is_undecided(key)).copied();
            let round = Round::new(self.question, decision.participants.iter().cloned(), cells);
            self.shown = Some(round.id);
            out.push(edit(Decide::AddRound(round)));
        }
    }

    fn rounds(&mut self, ui: &mut Ui, view: &View) {
        let text = view.text;
        parts::title(ui, text.get("report-rounds"));
        let rounds = &view.project.decision.rounds;
        if rounds.is_empty() {
            parts::small(ui, text.get("decide-no-rounds"));
        }
        for (place, round) in rounds.iter().enumerate().rev() {
            let is_shown = self.shown == Some(round.id);
            let known = self.known.iter().find(|known| known.round.id == round.id);
            let stage = match (round.stage, known) {
                (Stage::Open, _) => text.get("step-open").to_owned(),
                (stage, known) => {
                    let w = w_words(view, known.and_then(|known| known.agreement.w));
                    let key = if stage == Stage::Accepted { "decide-stage-accepted" } else { "decide-stage-revealed" };
                    text.with(key, "w", w)
                }
            };
            let name = round_name(view, place, round);
            let line = format!("{name} · {} · {stage}", question_words(view, round.question));
            let words = RichText::new(&line).font(if is_shown { theme::small_strong() } else { theme::small() });
            let response = ui.add(Button::selectable(is_shown, words).wrap());
            response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_shown, &line));
            if response.clicked() {
                self.shown = Some(round.id);
                self.sheet = None;
            }
        }
    }

    /// An open round: each participant's progress, who votes next, and revealing the votes.
    fn open(&mut self, ui: &mut Ui, view: &View, round: &Round, out: &mut Vec<Action>) {
        let text = view.text;
        if let Some(sheet) = self.sheet.as_mut().filter(|sheet| sheet.is_of(round.id)) {
            if !sheet.ui(ui, view, round, out) {
                self.sheet = None;
            }
            return;
        }
        let mut voted: HashMap<_, usize> = HashMap::new();
        round.votes.keys().for_each(|key| *voted.entry(key.participant).or_default() += 1);
        let count = |participant: &Participant| voted.get(&participant.id).copied().unwrap_or_default();
        ui.horizontal_wrapped(|ui| {
            let next = round.participants.iter().find(|participant| count(participant) == 0);
            if let Some(next) = next {
                let name = text.name(&next.name);
                if primary_button(ui, "", &text.with("decide-hand-to", "name", name)).clicked() {
                    self.voting = Some(Voting::new(round.id, next.id));
                }
            }
            if ui.button(text.get("decide-sheet")).on_hover_text(text.get("decide-sheet-hint")).clicked() {
                self.sheet = Some(Sheet::new(round.id));
            }
            let can = !round.votes.is_empty();
            let words = text.get("decide-reveal");
            let reveal =
                ui.add_enabled_ui(
                    can,
                    |ui| {
                        if next.is_none() { primary_button(ui, "", words) } else { ui.button(words) }
                    },
                );
            if reveal.inner.on_hover_text(text.get("decide-reveal-hint")).clicked() {
                out.push(edit(Decide::Reveal(round.id)));
            }
        });
        ui.add_space(space::S);
        for participant in &round.participants {
            let voted = count(participant);
            let name = text.name(&participant.name);
            ui.horizontal(|ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(22.0, space::ROW), Sense::hover());
                let (sign, color) = match voted {
                    0 => ("–", colors(ui).muted),
                    _ => (icon::CHECK, colors(ui).good),
                };
                let align = eframe::egui::Align2::CENTER_CENTER;
                parts::words_at(ui, rect, align, sign, theme::body(), color);
                let message = Message::new("decide-has-voted")
                    .with("name", name)
                    .with("voted", voted)
                    .with("of", round.cells.len());
                let layout = Layout::left_to_right(Align::Center);
                ui.allocate_ui_with_layout(vec2(280.0, space::ROW), layout, |ui| {
                    ui.set_min_width(280.0);
                    ui.add(Label::new(text.say(&message)).truncate());
                });
                let words = text.with("decide-votes", "name", name);
                let button = ui.button(text.get("decide-vote"));
                button.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words));
                if button.clicked() {
                    self.voting = Some(Voting::new(round.id, participant.id));
                }
            });
        }
        ui.add_space(space::S);
        parts::small(ui, text.get("decide-open-hint"));
    }
}

/// Before the first round.
fn no_round(ui: &mut Ui, view: &View, drafts: &mut Drafts, candidates: Candidates, out: &mut Vec<Action>) {
    let text = view.text;
    let without_cells = candidates.keys.is_empty();
    let (to_matrix, to_room) =
        ((icon::MATRIX, text.get("segments-to-matrix")), (icon::PLUS, text.get("decide-name-participants")));
    let steps: &[_] = match (without_cells, view.project.decision.participants.is_empty()) {
        (true, _) => &[to_matrix],
        (false, true) => &[to_room],
        // The button is beside it.
        (false, false) => &[],
    };
    let empty = Empty {
        title: text.get("decide-agreement-empty-title"),
        lines: &[text.get("decide-agreement-hint")],
        example: text.get("decide-agreement-empty-example"),
        steps,
        hint: "",
    };
    match empty.show(ui) {
        Some(_) if without_cells => out.push(Action::Go(Route::Screen("tab-matrix"))),
        Some(_) => drafts.begin(DraftField::NewParticipant),
        None => {}
    }
}

/// The round's name and question, and the button that removes it.
fn heading(ui: &mut Ui, view: &View, place: usize, round: &Round, drafts: &mut Drafts, out: &mut Vec<Action>) {
    let text = view.text;
    parts::row(ui, |ui| {
        let number = text.with("report-round-number", "number", place + 1);
        let label = text.get("decide-round-name");
        let look = Look { current: &round.name, name: label, hint: &number, width: 200.0 };
        drafts.line(ui, DraftField::Round(round.id), look);
        ui.label(RichText::new(question_words(view, round.question)).font(theme::body_strong()));
        let words = text.with("remove-named", "name", round_name(view, place, round));
        if icon_button(ui, icon::TRASH, &words, &words).clicked() {
            out.push(edit(Decide::RemoveRounds(vec![round.id])));
            out.push(Action::removed(Message::new("removed-named").with("name", round_name(view, place, round))));
        }
    });
    ui.add_space(space::XS);
}

/// The participants.
fn room(ui: &mut Ui, view: &View, drafts: &mut Drafts, out: &mut Vec<Action>) {
    let text = view.text;
    let participants = &view.project.decision.participants;
    parts::title(ui, text.get("decide-participants"));
    for participant in participants {
        parts::row(ui, |ui| {
            let name = text.name(&participant.name);
            let label = text.with("decide-participant-name", "name", name);
            let width = ui.available_width() - 40.0;
            let look = Look { current: &participant.name, name: &label, hint: &label, width };
            drafts.line(ui, DraftField::Participant(participant.id), look);
            let words = text.with("decide-remove-participant", "name", name);
            if icon_button(ui, icon::CLOSE, &words, &words).clicked() {
                let left = participants.iter().filter(|other| other.id != participant.id).cloned().collect();
                out.push(edit(Decide::SetParticipants(left)));
                out.push(Action::removed(Message::new("removed-named").with("name", name)));
            }
        });
    }
    let (label, hint) = (text.get("decide-new-participant"), text.get("matrix-new-hint"));
    let width = ui.available_width() - 12.0;
    drafts.line(ui, DraftField::NewParticipant, Look { current: "", name: label, hint, width });
}
