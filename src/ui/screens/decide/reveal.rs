//! A revealed round: every vote on every cell, the agreement, and accepting the medians or voting again.

use eframe::egui::{Align, Align2, RichText, Role, Sense, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use crate::analysis::agreement::{Agreement, Ballot};
use crate::project::{CellKey, Command, Decide, Fit, Message, ParticipantId, Question, Round, RoundId, Stage};
use crate::ui::theme::{self, colors, space};
use crate::ui::widgets::combo::Combo;
use crate::ui::widgets::primary_button;
use crate::ui::widgets::table::{self, Column, PAD, Rows, Table, TableState};
use crate::ui::{Action, View};

use super::ballot;
use super::parts::{self, round_name, w_words};

const LINE: f32 = 40.0;

#[derive(Debug, Default)]
pub(super) struct Reveal {
    compared: Option<RoundId>,
    rows: TableState,
    /// The number of shifted medians, for a revision, a round and an earlier round.
    shifted: Option<((u64, RoundId, RoundId), usize)>,
}

impl Reveal {
    /// Draws the round. `earlier` holds earlier rounds with the same question. Returns a round that was started.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        view: &View,
        round: &Round,
        agreement: &Agreement,
        earlier: &[(&Round, &Agreement)],
        out: &mut Vec<Action>,
    ) -> Option<RoundId> {
        let text = view.text;
        let before = earlier.iter().find(|(round, _)| Some(round.id) == self.compared).or(earlier.last()).copied();
        let mut again = None;
        ballot::panel(ui).show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.horizontal_wrapped(|ui| {
                let w = Message::new("decide-w")
                    .with("w", w_words(view, agreement.w))
                    .with("rho", w_words(view, agreement.rho));
                let w = text.say(&w);
                ui.label(RichText::new(w).font(theme::heading())).on_hover_text(text.get("decide-w-hint"));
                ui.label(text.get(agreement.verdict.key()));
                let message = Message::new("decide-w-of")
                    .with("raters", agreement.raters)
                    .with("cells", agreement.compared)
                    .with("split", agreement.split().count());
                parts::small(ui, &text.say(&message)).on_hover_text(text.get("decide-split-hint"));
            });
            if let Some((other, known)) = before {
                self.comparison(ui, view, round.id, agreement, earlier, (other, known));
            }
            ui.horizontal_wrapped(|ui| {
                let key = match round.question {
                    Question::Prio => "decide-accept-prio",
                    Question::Score(_) => "decide-accept-score",
                };
                if round.stage == Stage::Revealed {
                    if primary_button(ui, "", text.get(key)).clicked() {
                        out.push(Action::Edit(Decide::Accept(round.id).into(), None));
                        out.push(Action::Say(Message::new("decide-accepted")));
                    }
                } else {
                    parts::small(ui, text.get("decide-is-accepted"));
                }
                let between = agreement.ballots.iter().filter(|ballot| ballot.between.is_some()).count();
                if between > 0 {
                    parts::small(ui, &text.with("decide-between-count", "count", between));
                }
                if ui.button(text.get("decide-repeat")).on_hover_text(text.get("decide-repeat-hint")).clicked() {
                    let known = |cell: &&CellKey| view.analysis.matrix.place(**cell).is_some();
                    let cells = round.cells.iter().filter(known).copied();
                    let new = Round::new(round.question, view.project.decision.participants.iter().cloned(), cells);
                    again = Some(new.id);
                    out.push(Action::Edit(Decide::AddRound(new).into(), None));
                }
            });
        });
        ui.add_space(space::XS);
        let lane = |place: usize| match round.question {
            Question::Prio => text.with("decide-lane-prio", "prio", place + 1),
            Question::Score(_) => (place + 1).to_string(),
        };
        let lanes = agreement.ballots.first().map_or(0, |ballot| ballot.votes.len());
        let columns: Vec<_> = std::iter::once(Column::text(text.get("decide-split-first"), 150.0, 1.5))
            .chain((0..lanes).map(|place| Column::text(lane(place), 60.0, 1.0)))
            .chain([Column::number(text.get("report-median"), 92.0)])
            .collect();
        let mut rows = Ballots { view, round, agreement, before: before.map(|(round, _)| round), picked: None };
        let table = Table {
            salt: "votes",
            name: text.get("decide-mode-agreement"),
            columns: &columns,
            row: LINE,
            made_for: view.revision,
            selects: false,
            keys: false,
            selected: None,
        };
        table.show(ui, &mut self.rows, &mut rows);
        out.extend(rows.picked);
        again
    }

    /// W now and in the round compared with.
    fn comparison(
        &mut self,
        ui: &mut Ui,
        view: &View,
        round: RoundId,
        agreement: &Agreement,
        earlier: &[(&Round, &Agreement)],
        (other, known): (&Round, &Agreement),
    ) {
        let text = view.text;
        let name = |id: RoundId| {
            let found = view.project.decision.round(id);
            found.map_or_else(String::new, |(place, round)| round_name(view, place, round))
        };
        let state = (view.revision, round, other.id);
        let shifted = self.shifted.filter(|(made_for, _)| *made_for == state).map_or_else(
            || {
                let is_shifted = |ballot: &&Ballot| {
                    let then = view.project.decision.median(other, ballot.cell);
                    then.is_some() && ballot.median.is_some() && then != ballot.median
                };
                agreement.ballots.iter().filter(is_shifted).count()
            },
            |(_, shifted)| shifted,
        );
        self.shifted = Some((state, shifted));
        ui.horizontal_wrapped(|ui| {
            parts::small(ui, text.get("decide-compare"));
            let shown = name(other.id);
            let combo = Combo { id: "decide compare", label: text.get("decide-compare"), shown: &shown, width: 130.0 };
            let items = earlier.iter().map(|(round, _)| (round.id, name(round.id)));
            self.compared = combo.pick(ui, &other.id, items).or(self.compared);
            let message = Message::new("decide-compared")
                .with("before", w_words(view, known.w))
                .with("now", w_words(view, agreement.w))
                .with("shifted", shifted);
            parts::small(ui, &text.say(&message));
        });
    }
}

/// The initials in a participant's dot.
fn initial(name: &str) -> String {
    name.trim().chars().next().map_or_else(|| "?".to_owned(), |first| first.to_uppercase().to_string())
}

/// The votes on each cell: a column for the names, one for each possible vote, one for the median.
struct Ballots<'a> {
    view: &'a View<'a>,
    round: &'a Round,
    agreement: &'a Agreement,
    before: Option<&'a Round>,
    /// What the team chose for a cell without a median.
    picked: Option<Action>,
}

impl Ballots<'_> {
    /// The participants with their votes on a cell.
    fn given(&self, ballot: &Ballot) -> Vec<(&str, u8)> {
        let participants = self.round.participants.iter();
        let vote = |who: &ParticipantId| self.round.vote(*who, ballot.cell);
        participants.filter_map(|who| Some((self.view.text.name(&who.name), vote(&who.id)?))).collect()
    }

    /// The median, or the two votes that it lies between.
    fn middle(ballot: &Ballot) -> String {
        match (ballot.median, ballot.between) {
            (Some(median), _) => median.to_string(),
            (None, Some((low, high))) => format!("{low}–{high}"),
            (None, None) => "–".to_owned(),
        }
    }

    /// The vote that the project has for a cell: its Prio or its score.
    fn chosen(&self, cell: CellKey) -> Option<u8> {
        match self.round.question {
            Question::Prio => match self.view.project.matrix.cell(cell).fit {
                Fit::Prio1 => Some(1),
                Fit::Prio2 => Some(2),
                Fit::Prio3 => Some(3),
                Fit::No | Fit::Undecided => None,
            },
            Question::Score(id) => self.view.project.decision.score(cell, id).map(|score| score.level),
        }
    }

    /// Gives a cell that vote as its Prio or score.
    fn choose(&self, cell: CellKey, vote: u8) -> Action {
        let command = match self.round.question {
            Question::Prio => {
                let fit = match vote {
                    1 => Fit::Prio1,
                    2 => Fit::Prio2,
                    _ => Fit::Prio3,
                };
                Command::SetFit { products: vec![cell.product], customers: vec![cell.customer], fit }
            }
            Question::Score(criterion) => Decide::SetScores { cells: vec![cell], criterion, level: Some(vote) }.into(),
        };
        Action::Edit(command, None)
    }

    /// A button in each lane from one middle vote to the other.
    fn choice(&mut self, ui: &Ui, ballot: &Ballot, vote: u8) {
        let Some((low, high)) = ballot.between.filter(|(low, high)| (*low..=*high).contains(&vote)) else { return };
        let palette = colors(ui);
        let lane = ui.max_rect().shrink2(vec2(2.0, 3.0));
        let salt = (ballot.cell.product.number(), ballot.cell.customer.number(), vote);
        let response = ui.interact(lane, ui.scope_id().with(("choose", salt)), Sense::click());
        let is_chosen = self.chosen(ballot.cell) == Some(vote);
        let words = Message::new("decide-choose-between")
            .with("cell", parts::cell_name(self.view, ballot.cell))
            .with("vote", usize::from(vote))
            .with("low", usize::from(low))
            .with("high", usize::from(high));
        let words = self.view.text.say(&words);
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, &words));
        let fill = match (is_chosen, response.hovered()) {
            (true, _) => palette.selected,
            (false, true) => palette.hover,
            (false, false) => palette.background,
        };
        ui.painter().rect(lane, 4.0, fill, (1.0, palette.frame), StrokeKind::Inside);
        if response.on_hover_text(words).clicked() {
            self.picked = Some(self.choose(ballot.cell, vote));
        }
    }

    /// The median, after the earlier one if that differs.
    fn median(&self, ballot: &Ballot) -> String {
        let median = Self::middle(ballot);
        let then = self.before.and_then(|before| self.view.project.decision.median(before, ballot.cell));
        match then {
            Some(then) if Some(then) != ballot.median => format!("{then} → {median}"),
            _ => median,
        }
    }
}

impl Rows for Ballots<'_> {
    fn count(&self) -> usize {
        self.agreement.ballots.len()
    }

    fn text(&self, row: usize, column: usize) -> String {
        let Some(ballot) = self.agreement.ballots.get(row) else { return String::new() };
        match column {
            0 => parts::cell_name(self.view, ballot.cell),
            _ if column > ballot.votes.len() => self.median(ballot),
            _ => {
                let here = self.given(ballot).into_iter().filter(|(_, vote)| usize::from(*vote) == column);
                here.map(|(name, _)| name).collect::<Vec<_>>().join(", ")
            }
        }
    }

    fn measured(&self, row: usize, column: usize) -> String {
        let Some(ballot) = self.agreement.ballots.get(row) else { return String::new() };
        match column {
            0 => parts::longer_name(self.view, ballot.cell),
            _ if column > ballot.votes.len() => self.median(ballot),
            _ => String::new(),
        }
    }

    fn cell(&mut self, ui: &mut Ui, row: usize, column: usize, _: Align) {
        let agreement = self.agreement;
        let Some(ballot) = agreement.ballots.get(row) else { return };
        let palette = colors(ui);
        let rect = ui.max_rect();
        if column == 0 {
            let (product, customer) = parts::names(self.view, ballot.cell);
            let (at, room) = (rect.left_top() + vec2(PAD, 0.0), rect.width() - 2.0 * PAD);
            table::line(ui, at + vec2(0.0, 3.0), room, &product, theme::body_strong(), palette.ink);
            table::line(ui, at + vec2(0.0, 20.0), room, &customer, theme::small(), palette.ink);
            return;
        }
        if column > ballot.votes.len() {
            table::words(ui, &self.median(ballot), theme::body_strong(), palette.ink, Align::Max);
            return;
        }
        let lane = rect.shrink2(vec2(2.0, 3.0));
        if ballot.median.is_some_and(|median| usize::from(median) == column) {
            ui.painter().rect_filled(lane, 4.0, palette.selected);
        }
        self.choice(ui, ballot, column as u8);
        let (fill, ink) =
            if ballot.is_split() { (palette.warning, palette.background) } else { (palette.accent, palette.on_accent) };
        let given = self.given(ballot);
        let here: Vec<_> = given.iter().filter(|(_, vote)| usize::from(*vote) == column).collect();
        let gap = (lane.width() / here.len().max(1) as f32).min(22.0);
        let left = lane.center().x - gap * (here.len() as f32 - 1.0) / 2.0;
        for (place, (name, _)) in here.iter().enumerate() {
            let centre = pos2(left + gap * place as f32, lane.center().y);
            ui.painter().circle(centre, 10.0, fill, (1.0, palette.background));
            ui.painter().text(centre, Align2::CENTER_CENTER, initial(name), theme::small_strong(), ink);
        }
    }

    fn name(&self, row: usize, _: &[Column]) -> String {
        let Some(ballot) = self.agreement.ballots.get(row) else { return String::new() };
        let votes: Vec<_> = self.given(ballot).iter().map(|(name, vote)| format!("{name} {vote}")).collect();
        let message = Message::new("decide-votes-on")
            .with("cell", parts::cell_name(self.view, ballot.cell))
            .with("votes", votes.join(", "))
            .with("median", Self::middle(ballot));
        self.view.text.say(&if ballot.between.is_some() {
            Message { key: "decide-votes-between", ..message }
        } else {
            message
        })
    }

    fn has_hint(&self, _: usize) -> bool {
        true
    }

    fn hint(&self, ui: &mut Ui, row: usize) {
        ui.label(self.name(row, &[]));
    }
}
