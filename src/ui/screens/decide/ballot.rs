//! Voting: the hand-over, one participant's ballot, and a sheet for entering everyone's votes.

use eframe::egui::{
    Align2, Frame, Key, Label, Margin, Modifiers, Rect, RichText, Role, ScrollArea, Sense, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use crate::project::{CellKey, Decide, Gesture, Message, Participant, ParticipantId, Question, Round, RoundId, Stage};
use crate::ui::theme::{self, colors, space};
use crate::ui::widgets::keyboard::{self, Press};
use crate::ui::widgets::{focus, primary_button, table};
use crate::ui::{Action, View};

use super::parts::{self, question_words};

const LINE: f32 = 36.0;
/// Width of a vote button.
const VOTE: f32 = 34.0;

/// One participant's secret ballot.
#[derive(Debug)]
pub(super) struct Voting {
    round: RoundId,
    participant: ParticipantId,
    /// The participant has confirmed that the laptop is theirs.
    is_here: bool,
    active: usize,
    follow: bool,
    /// All votes of a ballot are one undo step.
    gesture: Gesture,
}

/// A round's votes, as every line needs them.
struct Votes<'a> {
    view: &'a View<'a>,
    round: &'a Round,
    highest: u8,
}

impl<'a> Votes<'a> {
    fn of(view: &'a View<'a>, round: &'a Round) -> Self {
        let highest = view.project.decision.highest_vote(round.question).unwrap_or_default();
        Self { view, round, highest }
    }

    /// Sets a vote; 0 removes it.
    fn command(&self, participant: ParticipantId, cell: CellKey, vote: u8, gesture: Gesture) -> Action {
        let votes = vec![(cell, Some(vote).filter(|vote| *vote > 0))];
        let decide = Decide::Vote { round: self.round.id, participant, votes };
        Action::Edit(decide.into(), Some(gesture))
    }

    /// The vote of a pressed key; 0 removes the vote.
    fn key(&self, press: Press) -> Option<u8> {
        match press.plain() {
            Some(Key::Delete | Key::Backspace) => Some(0),
            _ => press.digit().filter(|vote| *vote <= self.highest),
        }
    }

    /// Vote buttons, from `at` on. Returns the clicked vote, or 0 if that is the current one.
    fn buttons(&self, ui: &mut Ui, at: Rect, who: &Participant, cell: CellKey, width: f32) -> Option<u8> {
        let palette = colors(ui);
        let given = self.round.vote(who.id, cell);
        let mut picked = None;
        for vote in 1..=self.highest {
            let x = at.left() + f32::from(vote - 1) * width;
            let rect = Rect::from_min_size(pos2(x, at.top()), vec2(width - 2.0, at.height()));
            let id = ui.scope_id().with((who.id.number(), cell.product.number(), cell.customer.number(), vote));
            let response = ui.interact(rect, id, Sense::CLICK);
            let is_given = given == Some(vote);
            response.widget_info(|| {
                let message = Message::new("decide-vote-of")
                    .with("name", self.view.text.name(&who.name))
                    .with("cell", parts::cell_name(self.view, cell))
                    .with("vote", usize::from(vote));
                WidgetInfo::selected(Role::RadioButton, true, is_given, self.view.text.say(&message))
            });
            let (fill, ink) = if is_given { (palette.accent, palette.on_accent) } else { (palette.field, palette.ink) };
            let fill = if response.hovered() && !is_given { palette.hover } else { fill };
            let shape = rect.shrink2(vec2(0.0, 4.0));
            ui.painter().rect(shape, 4.0, fill, (1.0, palette.frame), StrokeKind::Inside);
            parts::words_at(ui, rect, Align2::CENTER_CENTER, &vote.to_string(), theme::body(), ink);
            if response.clicked() {
                picked = Some(if is_given { 0 } else { vote });
            }
        }
        picked
    }
}

/// A cell's line with its names at the left.
fn cell_line(ui: &mut Ui, view: &View, cell: CellKey, is_active: bool, width: f32, room: f32) -> Rect {
    let palette = colors(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(width, LINE), Sense::hover());
    if is_active {
        ui.painter().rect_filled(rect.shrink2(vec2(0.0, 1.0)), 4.0, palette.selected);
    }
    let (product, customer) = parts::names(view, cell);
    let at = rect.min + vec2(space::S, 2.0);
    table::line(ui, at, room - space::M, &product, theme::body_strong(), palette.ink);
    table::line(ui, at + vec2(0.0, 17.0), room - space::M, &customer, theme::small(), palette.ink);
    rect
}

/// The scroll offset that centres a line.
fn middle(place: usize, room: f32) -> f32 {
    (place as f32 * LINE - (room - LINE) / 2.0).max(0.0)
}

impl Voting {
    /// Starts with the hand-over to a participant.
    pub fn new(round: RoundId, participant: ParticipantId) -> Self {
        Self { round, participant, is_here: false, active: 0, follow: false, gesture: Gesture::start() }
    }

    /// The round, while it is open.
    pub fn round<'a>(&self, view: &View<'a>) -> Option<&'a Round> {
        view.project.decision.round(self.round).map(|(_, round)| round).filter(|round| round.stage == Stage::Open)
    }

    /// Draws the hand-over or the ballot. Returns whether voting continues.
    pub fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) -> bool {
        let Some(round) = self.round(view) else { return false };
        let Some(who) = round.participants.iter().find(|participant| participant.id == self.participant) else {
            return false;
        };
        if self.is_here { self.ballot(ui, view, round, who, out) } else { self.hand_over(ui, view, who) }
    }

    fn hand_over(&mut self, ui: &mut Ui, view: &View, who: &Participant) -> bool {
        let text = view.text;
        let name = text.name(&who.name);
        let area = ui.available_rect_before_wrap();
        let mut goes_on = true;
        ui.add_space(area.height() * 0.25);
        ui.vertical_centered(|ui| {
            ui.set_max_width(480.0);
            ui.label(RichText::new(text.with("decide-hand-to", "name", name)).font(theme::title()));
            ui.add_space(space::S);
            parts::hint(ui, &text.with("decide-hand-over-hint", "name", name));
            ui.add_space(space::L);
            if primary_button(ui, "", &text.with("decide-i-am", "name", name)).clicked() {
                self.is_here = true;
            }
            ui.add_space(space::XS);
            goes_on = !ui.button(text.get("decide-stop-voting")).clicked();
        });
        if focus::pane_takes_keys(ui, "hand-over", area, &text.with("decide-hand-over", "name", name))
            && keyboard::pressed(ui.ctx(), Modifiers::NONE, Key::Enter) > 0
        {
            self.is_here = true;
        }
        goes_on
    }

    fn ballot(&mut self, ui: &mut Ui, view: &View, round: &Round, who: &Participant, out: &mut Vec<Action>) -> bool {
        let text = view.text;
        let votes = Votes::of(view, round);
        let name = text.name(&who.name);
        let area = ui.available_rect_before_wrap();
        self.active = self.active.min(round.cells.len().saturating_sub(1));
        let mut done = false;
        if focus::pane_takes_keys(ui, "ballot", area, &text.with("decide-ballot-of", "name", name)) {
            let last = round.cells.len().saturating_sub(1);
            keyboard::presses(ui.ctx(), |press| {
                match (votes.key(press), press.plain()) {
                    (Some(vote), _) => {
                        let Some(cell) = round.cells.get(self.active) else { return true };
                        out.push(votes.command(who.id, *cell, vote, self.gesture));
                        self.active = (self.active + usize::from(vote > 0)).min(last);
                    }
                    (_, Some(Key::ArrowUp)) => self.active = self.active.saturating_sub(1),
                    (_, Some(Key::ArrowDown)) => self.active = (self.active + 1).min(last),
                    (_, Some(Key::Enter)) => done = true,
                    _ => return false,
                }
                self.follow = true;
                true
            });
        }
        ui.horizontal(|ui| {
            ui.label(RichText::new(name).font(theme::heading()));
            ui.label(RichText::new(question_words(view, round.question)).font(theme::heading()));
        });
        ui.horizontal_wrapped(|ui| {
            let key = match round.question {
                Question::Prio => "decide-ballot-prio-hint",
                Question::Score(_) => "decide-ballot-score-hint",
            };
            parts::small(ui, text.get(key));
        });
        if let Question::Score(id) = round.question
            && let Some((_, criterion)) = view.project.decision.criterion(id)
        {
            for (level, anchor) in (1..).zip(&criterion.anchors).filter(|(_, anchor)| !anchor.is_empty()) {
                let level: u8 = level;
                parts::small(ui, &format!("{level}  {anchor}"));
            }
        }
        ui.add_space(space::XS);
        let room = ui.available_height() - 44.0;
        let mut list = ScrollArea::vertical().id_salt("ballot").auto_shrink([false, false]).max_height(room);
        if std::mem::take(&mut self.follow) {
            list = list.vertical_scroll_offset(middle(self.active, room));
        }
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            list.show_rows(ui, LINE, round.cells.len(), |ui, rows| {
                for place in rows {
                    let cell = round.cells[place];
                    let width = (ui.available_width() - space::M).min(760.0);
                    let buttons = f32::from(votes.highest) * VOTE;
                    let rect = cell_line(ui, view, cell, place == self.active, width, width - buttons - space::M);
                    let at = Rect::from_min_max(pos2(rect.right() - buttons, rect.top()), rect.max);
                    if let Some(vote) = votes.buttons(ui, at, who, cell, VOTE) {
                        self.active = place;
                        out.push(votes.command(who.id, cell, vote, self.gesture));
                        focus::focus_pane(ui, "ballot");
                    }
                }
            });
        });
        ui.add_space(space::XS);
        let mut goes_on = true;
        ui.horizontal(|ui| {
            done |= primary_button(ui, "", text.get("decide-done-voting")).clicked();
            goes_on = !ui.button(text.get("decide-stop-voting")).clicked();
            let given = round.cells.iter().filter(|cell| round.vote(who.id, **cell).is_some()).count();
            let message = Message::new("decide-voted-of").with("voted", given).with("of", round.cells.len());
            parts::small(ui, &text.say(&message));
        });
        if !done {
            return goes_on;
        }
        // Continues with the next participant without votes; after the last one, with the round's overview.
        let is_next = |other: &&Participant| {
            other.id != who.id && !round.cells.iter().any(|cell| round.vote(other.id, *cell).is_some())
        };
        let next = round.participants.iter().find(is_next).map(|next| Self::new(round.id, next.id));
        next.map(|next| *self = next).is_some()
    }
}

/// All ballots side by side, for a moderator who enters the votes.
#[derive(Debug)]
pub(super) struct Sheet {
    round: RoundId,
    /// Indices of the cell and the participant that keys vote for.
    active: (usize, usize),
    follow: bool,
    gesture: Gesture,
}

impl Sheet {
    pub fn new(round: RoundId) -> Self {
        Self { round, active: (0, 0), follow: false, gesture: Gesture::start() }
    }

    pub fn is_of(&self, round: RoundId) -> bool {
        self.round == round
    }

    /// Draws the sheet. Returns whether it stays open.
    pub fn ui(&mut self, ui: &mut Ui, view: &View, round: &Round, out: &mut Vec<Action>) -> bool {
        let text = view.text;
        let votes = Votes::of(view, round);
        let (rows, columns) = (round.cells.len(), round.participants.len());
        let mut stays = true;
        ui.horizontal_wrapped(|ui| {
            stays = !primary_button(ui, "", text.get("decide-sheet-done")).clicked();
            parts::small(ui, text.get("decide-sheet-keys"));
        });
        if rows == 0 || columns == 0 {
            return stays;
        }
        self.active = (self.active.0.min(rows - 1), self.active.1.min(columns - 1));
        let area = ui.available_rect_before_wrap();
        if focus::pane_takes_keys(ui, "sheet", area, text.get("decide-sheet")) {
            self.keys(ui, &votes, out);
        }
        let width = 26.0;
        let column = f32::from(votes.highest) * width + space::M;
        let names = (area.width() - column * columns as f32 - space::L).clamp(180.0, 360.0);
        let line = names + column * columns as f32;
        ScrollArea::horizontal().id_salt("sheet").auto_shrink([false, false]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let (head, _) = ui.allocate_exact_size(vec2(line, 24.0), Sense::hover());
            for (place, who) in round.participants.iter().enumerate() {
                let left = head.left() + names + column * place as f32;
                let rect = Rect::from_min_size(pos2(left, head.top()), vec2(column - space::S, head.height()));
                let label = Label::new(RichText::new(text.name(&who.name)).font(theme::small_strong()));
                ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| ui.add(label.truncate()));
            }
            let room = ui.available_height();
            let mut list = ScrollArea::vertical().id_salt("sheet lines").auto_shrink([false, false]);
            if std::mem::take(&mut self.follow) {
                list = list.vertical_scroll_offset(middle(self.active.0, room));
            }
            list.show_rows(ui, LINE, rows, |ui, shown| {
                for place in shown {
                    let cell = round.cells[place];
                    let rect = cell_line(ui, view, cell, place == self.active.0, line, names);
                    for (who, participant) in round.participants.iter().enumerate() {
                        let left = rect.left() + names + column * who as f32;
                        let at = Rect::from_min_size(pos2(left, rect.top()), vec2(column, rect.height()));
                        if self.active == (place, who) {
                            let frame = at.expand2(vec2(3.0, -2.0)).with_max_x(at.right() - space::M + 3.0);
                            let stroke = (2.0, colors(ui).accent);
                            ui.painter().rect_stroke(frame, 4.0, stroke, StrokeKind::Inside);
                        }
                        if let Some(vote) = votes.buttons(ui, at, participant, cell, width) {
                            self.active = (place, who);
                            out.push(votes.command(participant.id, cell, vote, self.gesture));
                            focus::focus_pane(ui, "sheet");
                        }
                    }
                }
            });
        });
        stays
    }

    /// Digits vote and move on to the next participant, then to the next cell; arrows move.
    fn keys(&mut self, ui: &Ui, votes: &Votes, out: &mut Vec<Action>) {
        let (rows, columns) = (votes.round.cells.len(), votes.round.participants.len());
        keyboard::presses(ui.ctx(), |press| {
            let (row, column) = self.active;
            self.active = match (votes.key(press), press.plain()) {
                (Some(vote), _) => {
                    let (who, cell) = (&votes.round.participants[column], votes.round.cells[row]);
                    out.push(votes.command(who.id, cell, vote, self.gesture));
                    match (row + 1 < rows, column + 1 < columns) {
                        _ if vote == 0 => (row, column),
                        (_, true) => (row, column + 1),
                        (true, false) => (row + 1, 0),
                        (false, false) => (row, column),
                    }
                }
                (_, Some(Key::ArrowUp)) => (row.saturating_sub(1), column),
                (_, Some(Key::ArrowDown)) => ((row + 1).min(rows - 1), column),
                (_, Some(Key::ArrowLeft)) => (row, column.saturating_sub(1)),
                (_, Some(Key::ArrowRight)) => (row, (column + 1).min(columns - 1)),
                _ => return false,
            };
            self.follow = true;
            true
        });
    }
}

/// A frame for text about a round.
pub(super) fn panel(ui: &Ui) -> Frame {
    Frame::new().fill(colors(ui).panel).corner_radius(6.0).inner_margin(Margin::same(10))
}
