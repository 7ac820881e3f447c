//! A revealed round: every vote on every cell, the agreement, and accepting the medians or voting again.

use eframe::egui::{Align2, ComboBox, Rect, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::analysis::agreement::{Agreement, Ballot};
use crate::project::{Decide, Message, Question, Round, RoundId, Stage};
use crate::ui::screens::priorities::paint;
use crate::ui::theme::{self, colors, space};
use crate::ui::{Action, View};

use super::agreement::{round_name, w_words};
use super::{ballot, parts};

const LINE: f32 = 40.0;

#[derive(Debug, Default)]
pub(super) struct Reveal {
    compared: Option<RoundId>,
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
                parts::small(ui, &text.say(&message));
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
                    if parts::main_button(ui, text.get(key)).clicked() {
                        out.push(Action::Edit(Decide::Accept(round.id).into(), None));
                        out.push(Action::Say(Message::new("decide-accepted")));
                    }
                } else {
                    parts::small(ui, text.get("decide-is-accepted"));
                }
                if ui.button(text.get("decide-repeat")).on_hover_text(text.get("decide-repeat-hint")).clicked() {
                    let known = |cell: &&crate::project::CellKey| view.analysis.matrix.place(**cell).is_some();
                    let cells = round.cells.iter().filter(known).copied();
                    let new = Round::new(round.question, view.project.decision.participants.iter().cloned(), cells);
                    again = Some(new.id);
                    out.push(Action::Edit(Decide::AddRound(new).into(), None));
                }
            });
        });
        ui.add_space(space::XS);
        ui.spacing_mut().item_spacing.y = 0.0;
        let width = ui.available_width() - ui.spacing().scroll.allocated_width() - space::S;
        let (head, _) = ui.allocate_exact_size(vec2(width, 20.0), Sense::hover());
        let columns = Columns::of(head);
        let muted = colors(ui).muted;
        parts::words_at(ui, columns.name, Align2::LEFT_CENTER, text.get("decide-split-first"), theme::small(), muted);
        for (place, lane) in columns.lanes(agreement).enumerate() {
            let words = match round.question {
                Question::Prio => text.with("decide-lane-prio", "prio", place + 1),
                Question::Score(_) => (place + 1).to_string(),
            };
            parts::words_at(ui, lane, Align2::CENTER_CENTER, &words, theme::small(), muted);
        }
        parts::words_at(ui, columns.median, Align2::CENTER_CENTER, text.get("decide-median"), theme::small(), muted);
        ScrollArea::vertical().id_salt("votes").auto_shrink([false, false]).show_rows(
            ui,
            LINE,
            agreement.ballots.len(),
            |ui, rows| {
                for ballot in &agreement.ballots[rows] {
                    line(ui, view, round, agreement, ballot, before.map(|(round, _)| round));
                }
            },
        );
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
            let combo = ComboBox::from_id_salt("decide compare").selected_text(name(other.id));
            let response = combo.show_ui(ui, |ui| {
                for (round, _) in earlier {
                    ui.selectable_value(&mut self.compared, Some(round.id), name(round.id));
                }
            });
            let label = text.get("decide-compare");
            ui.ctx().accesskit_node_builder(response.response.id, |node| node.set_label(label));
            let message = Message::new("decide-compared")
                .with("before", w_words(view, known.w))
                .with("now", w_words(view, agreement.w))
                .with("shifted", shifted);
            parts::small(ui, &text.say(&message));
        });
    }
}

/// Rectangles of a row's columns.
struct Columns {
    name: Rect,
    votes: Rect,
    median: Rect,
}

impl Columns {
    fn of(line: Rect) -> Self {
        let median = 92.0;
        let name = (line.width() * 0.36).clamp(150.0, 380.0);
        let part = |left: f32, right: f32| {
            Rect::from_min_max(pos2(line.left() + left, line.top()), pos2(line.left() + right, line.bottom()))
        };
        Self {
            name: part(space::S, name),
            votes: part(name + space::S, line.width() - median - space::S),
            median: part(line.width() - median, line.width()),
        }
    }

    /// The x range of each possible vote.
    fn lanes(&self, agreement: &Agreement) -> impl Iterator<Item = Rect> + use<> {
        let count = agreement.ballots.first().map_or(0, |ballot| ballot.votes.len());
        let (votes, width) = (self.votes, self.votes.width() / count.max(1) as f32);
        (0..count).map(move |place| {
            let left = votes.left() + width * place as f32;
            Rect::from_min_size(pos2(left, votes.top()), vec2(width, votes.height()))
        })
    }
}

/// The initials in a participant's dot.
fn initial(name: &str) -> String {
    name.trim().chars().next().map_or_else(|| "?".to_owned(), |first| first.to_uppercase().to_string())
}

fn line(ui: &mut Ui, view: &View, round: &Round, agreement: &Agreement, ballot: &Ballot, before: Option<&Round>) {
    let palette = colors(ui);
    let text = view.text;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width() - space::S, LINE), Sense::hover());
    let id = ui.scope_id().with((ballot.cell.product.number(), ballot.cell.customer.number()));
    let response = ui.interact(rect, id, Sense::hover());
    let given: Vec<_> = (round.participants.iter())
        .filter_map(|who| Some((parts::shown(&who.name, text), round.vote(who.id, ballot.cell)?)))
        .collect();
    let median = ballot.median.map_or_else(|| "–".to_owned(), |median| median.to_string());
    let said = || {
        let votes: Vec<_> = given.iter().map(|(name, vote)| format!("{name} {vote}")).collect();
        let message = Message::new("decide-votes-on")
            .with("cell", parts::cell_name(view, ballot.cell))
            .with("votes", votes.join(", "))
            .with("median", median.as_str());
        text.say(&message)
    };
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, said()));
    if response.hovered() {
        ui.painter().rect_filled(rect, 4.0, palette.hover);
    }
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, (1.0, palette.line));
    let columns = Columns::of(rect);
    let (product, customer) = parts::names(view, ballot.cell);
    let at = columns.name.left_top();
    paint(ui, at + vec2(0.0, 3.0), columns.name.width(), &product, theme::body_strong(), palette.ink);
    paint(ui, at + vec2(0.0, 20.0), columns.name.width(), &customer, theme::small(), palette.ink);
    let split = ballot.spread > 1;
    for (vote, lane) in (1_u8..).zip(columns.lanes(agreement)) {
        let lane = lane.shrink2(vec2(2.0, 3.0));
        if Some(vote) == ballot.median {
            ui.painter().rect_filled(lane, 4.0, palette.selected);
        }
        let here: Vec<_> = given.iter().filter(|(_, other)| *other == vote).collect();
        let gap = (lane.width() / here.len().max(1) as f32).min(22.0);
        let left = lane.center().x - gap * (here.len() as f32 - 1.0) / 2.0;
        for (place, (name, _)) in here.iter().enumerate() {
            let centre = pos2(left + gap * place as f32, lane.center().y);
            let fill = if split { palette.warning } else { palette.accent };
            ui.painter().circle(centre, 10.0, fill, (1.0, palette.background));
            let ink = if split { palette.background } else { palette.on_accent };
            ui.painter().text(centre, Align2::CENTER_CENTER, initial(name), theme::small_strong(), ink);
        }
    }
    let then = before.and_then(|before| view.project.decision.median(before, ballot.cell));
    let shown = match then {
        Some(then) if Some(then) != ballot.median => format!("{then} → {median}"),
        _ => median.clone(),
    };
    parts::words_at(ui, columns.median, Align2::CENTER_CENTER, &shown, theme::body_strong(), palette.ink);
    response.on_hover_ui(|ui| {
        ui.label(said());
    });
}
