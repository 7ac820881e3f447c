//! The scoring pane: the candidates, and the selected one's levels on each criterion.

use eframe::egui::{
    Align2, Button, Frame, Key, Margin, Modifiers, Rect, RichText, Role, ScrollArea, Sense, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

use crate::analysis::score::difficulty;
use crate::project::{Axis, CellKey, Criterion, Decide, Fit, Message};
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::widgets::keyboard::{self, Heard, Typed};
use crate::ui::widgets::split::{Side, split};
use crate::ui::widgets::{Empty, focus, keeps_focus, table};
use crate::ui::{Action, Route, View};

use super::candidates::Candidates;
use super::draft::{DraftField, Drafts, Look};
use super::parts;

/// Height of a candidate's row.
const LINE: f32 = 40.0;
/// Salt of the pane's keyboard focus.
const PANE: &str = "scores";
/// Width of a level's button.
const LEVEL: f32 = 30.0;

#[derive(Debug, Default)]
pub(super) struct ScoresPane {
    /// Index of the criterion that keys score.
    active: usize,
    /// Scrolls the list to the selected cell in the next frame.
    reveal: bool,
    /// Scrolls to the active criterion in the next frame.
    follow: bool,
}

fn score(cell: CellKey, criterion: &Criterion, level: Option<u8>) -> Action {
    Action::Edit(Decide::SetScores { cells: vec![cell], criterion: criterion.id, level }.into(), None)
}

impl ScoresPane {
    /// Scrolls the list to a cell that was selected elsewhere.
    pub fn reveal(&mut self) {
        self.reveal = true;
        self.follow = true;
    }

    pub fn ui(
        &mut self,
        ui: &mut Ui,
        view: &View,
        candidates: Candidates,
        chosen: &mut Option<CellKey>,
        drafts: &mut Drafts,
        out: &mut Vec<Action>,
    ) {
        if candidates.keys.is_empty() || view.project.decision.criteria.is_empty() {
            nothing_to_score(ui, view, candidates.keys.is_empty(), out);
            return;
        }
        self.active = self.active.min(view.project.decision.criteria.len() - 1);
        let cell = chosen.get_or_insert(candidates.keys[0]);
        let area = ui.available_rect_before_wrap();
        if focus::pane_takes_keys(ui, PANE, area, view.text.get("decide-scores")) {
            self.keys(ui, view, candidates, cell, drafts, out);
        }
        let frame = Frame::new().inner_margin(Margin { left: 0, right: 4, top: 0, bottom: 0 });
        let width = if area.width() > 820.0 { 260.0 } else { 210.0 };
        split(ui, Side::Left, "decide candidates", width, frame, |ui| self.list(ui, view, candidates, chosen));
        let Some(cell) = *chosen else { return };
        let mut rect = ui.available_rect_before_wrap();
        rect.min.x += space::M;
        rect.set_width(rect.width().min(parts::READABLE));
        ui.scope_builder(UiBuilder::new().max_rect(rect), |ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            heading(ui, view, cell);
            ScrollArea::vertical().id_salt("scores of cell").auto_shrink([false, false]).show(ui, |ui| {
                for (place, criterion) in view.project.decision.criteria.iter().enumerate() {
                    self.criterion(ui, view, candidates, cell, (place, criterion), drafts, out);
                }
                ui.add_space(space::XS);
                parts::small(ui, view.text.get("decide-scores-keys"));
            });
        });
    }

    /// Keys: 1–5 score and move on, 0 clears, arrows and pages move, Enter edits the reason. What depends on a score that
    /// was given in this frame waits for the next.
    fn keys(
        &mut self,
        ui: &Ui,
        view: &View,
        candidates: Candidates,
        chosen: &mut CellKey,
        drafts: &mut Drafts,
        out: &mut Vec<Action>,
    ) {
        let criteria = &view.project.decision.criteria;
        let (last, before) = (criteria.len() - 1, out.len());
        keyboard::each(ui.ctx(), |typed| {
            let Typed::Key(press) = typed else { return Heard::Passed };
            let (cell, criterion) = (*chosen, &criteria[self.active]);
            let level = view.project.decision.score(cell, criterion.id).map(|score| score.level);
            let depends = matches!(
                press.plain(),
                Some(Key::ArrowLeft | Key::ArrowRight | Key::R | Key::C | Key::Enter | Key::F2)
            );
            if depends && out.len() > before {
                return Heard::Later;
            }
            let mut go = |pane: &mut Self, to: Option<usize>| {
                let to = to.and_then(|to| candidates.keys.get(to));
                if let Some(key) = to {
                    *chosen = *key;
                    pane.reveal = true;
                }
                to.is_some()
            };
            let at = candidates.place(view, cell);
            let (previous, next) = (at.and_then(|at| at.checked_sub(1)), at.map(|at| at + 1));
            match (press.digit(), press.plain()) {
                (Some(given), _) if (1..=criterion.levels()).contains(&given) => {
                    out.push(score(cell, criterion, Some(given)));
                    if self.active < last {
                        self.active += 1;
                    } else if go(self, next) {
                        self.active = 0;
                    }
                    self.follow = true;
                }
                (Some(0), _) | (_, Some(Key::Delete | Key::Backspace)) => out.push(score(cell, criterion, None)),
                (_, Some(Key::ArrowUp)) => {
                    self.active = self.active.saturating_sub(1);
                    self.follow = true;
                }
                (_, Some(Key::ArrowDown)) => {
                    self.active = (self.active + 1).min(last);
                    self.follow = true;
                }
                (_, Some(Key::PageUp)) => {
                    go(self, previous);
                }
                (_, Some(Key::PageDown)) => {
                    go(self, next);
                }
                (_, Some(Key::ArrowRight)) => {
                    let higher = level.map_or(1, |level| (level + 1).min(criterion.levels()));
                    out.push(score(cell, criterion, Some(higher)));
                }
                (_, Some(Key::ArrowLeft)) => {
                    out.extend(level.map(|level| score(cell, criterion, Some(level.saturating_sub(1).max(1)))));
                }
                (_, Some(key @ (Key::R | Key::C))) => {
                    let axis = if key == Key::R { Axis::Product } else { Axis::Customer };
                    out.extend(level.map(|level| fill(candidates, axis, cell, criterion, level)));
                }
                (_, Some(Key::Enter | Key::F2)) => {
                    if level.is_some() {
                        drafts.begin(DraftField::Reason(cell, criterion.id));
                    }
                }
                _ => {
                    let to = match press.key {
                        Key::ArrowUp => previous,
                        Key::ArrowDown => next,
                        Key::Home => Some(0),
                        Key::End => candidates.keys.len().checked_sub(1),
                        _ => return Heard::Passed,
                    };
                    if !press.modifiers.matches_exact(Modifiers::COMMAND) {
                        return Heard::Passed;
                    }
                    go(self, to);
                }
            }
            Heard::Done
        });
    }

    fn list(&mut self, ui: &mut Ui, view: &View, candidates: Candidates, chosen: &mut Option<CellKey>) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut area = ScrollArea::vertical().id_salt("candidates").auto_shrink([false, false]);
        if std::mem::take(&mut self.reveal)
            && let Some(at) = chosen.and_then(|cell| candidates.place(view, cell))
        {
            let room = ui.available_height();
            area = area.vertical_scroll_offset((at as f32 * LINE - (room - LINE) / 2.0).max(0.0));
        }
        area.show_rows(ui, LINE, candidates.keys.len(), |ui, rows| {
            for key in &candidates.keys[rows] {
                if candidate(ui, view, *key, *chosen == Some(*key)) {
                    *chosen = Some(*key);
                    focus::focus_pane(ui, PANE);
                }
            }
        });
    }

    #[expect(clippy::too_many_arguments, reason = "what a line shows and changes")]
    fn criterion(
        &mut self,
        ui: &mut Ui,
        view: &View,
        candidates: Candidates,
        cell: CellKey,
        (place, criterion): (usize, &Criterion),
        drafts: &mut Drafts,
        out: &mut Vec<Action>,
    ) {
        let palette = colors(ui);
        let is_active = self.active == place;
        let given = view.project.decision.score(cell, criterion.id);
        let level = given.map(|score| score.level);
        let fill = if is_active { palette.panel } else { palette.background };
        let frame = Frame::new().fill(fill).corner_radius(6.0).inner_margin(Margin::symmetric(6, 2));
        let shown = frame.show(ui, |ui| {
            ui.set_min_width(ui.available_width());
            ui.spacing_mut().item_spacing.y = 2.0;
            let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), space::ROW), Sense::hover());
            let left = ui.interact(rect, ui.scope_id().with(("score line", criterion.id.number())), Sense::CLICK);
            if left.clicked() {
                self.active = place;
                focus::focus_pane(ui, PANE);
            }
            if is_active {
                let edge = Rect::from_min_size(rect.left_top() - vec2(6.0, 0.0), vec2(3.0, rect.height()));
                ui.painter().rect_filled(edge, 1.0, palette.accent);
            }
            parts::number(ui, Rect::from_min_size(rect.min, vec2(24.0, rect.height())), place);
            let levels = criterion.levels();
            let name = view.text.name(&criterion.name);
            let font = if is_active { theme::body_strong() } else { theme::body() };
            let at = pos2(rect.left() + 30.0, rect.center().y - 9.0);
            let room = rect.width() - 5.0 * (LEVEL + 2.0) - 40.0;
            table::line(ui, at, room, name, font, palette.ink);
            for one in 1..=levels {
                let x = rect.right() - 5.0 * (LEVEL + 2.0) + f32::from(one - 1) * (LEVEL + 2.0);
                let button = Rect::from_min_size(pos2(x, rect.top()), vec2(LEVEL, rect.height()));
                if level_button(ui, view, button, criterion, name, one, level) {
                    self.active = place;
                    focus::focus_pane(ui, PANE);
                    out.push(score(cell, criterion, if level == Some(one) { None } else { Some(one) }));
                }
            }
            if is_active {
                for (one, anchor) in (1..).zip(&criterion.anchors) {
                    anchor_line(ui, one, anchor, level == Some(one));
                }
                below(ui, view, candidates, cell, criterion, drafts, out);
            } else if let Some(level) = level {
                let anchor = criterion.anchors.get(usize::from(level) - 1).map_or("", |anchor| &**anchor);
                let reason = given.and_then(|score| score.reason.as_deref());
                let words = match reason {
                    Some(reason) if anchor.is_empty() => reason.to_owned(),
                    Some(reason) => format!("{anchor} — {reason}"),
                    None => anchor.to_owned(),
                };
                if !words.is_empty() {
                    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 16.0), Sense::hover());
                    let at = pos2(line.left() + 30.0, line.top() - 1.0);
                    let room = line.width() - 34.0;
                    table::line(ui, at, room, &words, theme::small(), palette.muted);
                }
            }
        });
        if is_active && std::mem::take(&mut self.follow) {
            ui.scroll_to_rect(shown.response.rect, None);
        }
    }
}

/// There are no candidates, or no criteria to score them by.
fn nothing_to_score(ui: &mut Ui, view: &View, without_candidates: bool, out: &mut Vec<Action>) {
    let text = view.text;
    let (line, route, name) = if without_candidates {
        ("decide-no-candidates", Route::Screen("tab-matrix"), text.get("segments-to-matrix").to_owned())
    } else {
        let name = text.with("action-go", "screen", Message::new("report-criteria"));
        ("decide-no-criteria", Route::Part("tab-decide", "report-criteria"), name)
    };
    let empty = Empty {
        title: text.get("decide-scores-empty-title"),
        lines: &[text.get(line)],
        example: text.get("decide-scores-empty-example"),
        steps: &[(icon::SCALES, &name)],
        hint: "",
    };
    if empty.show(ui).is_some() {
        out.push(Action::Go(route));
    }
}

/// Below the levels of the active criterion: the reason, and buttons that fill the row or the column.
fn below(
    ui: &mut Ui,
    view: &View,
    candidates: Candidates,
    cell: CellKey,
    criterion: &Criterion,
    drafts: &mut Drafts,
    out: &mut Vec<Action>,
) {
    let Some(given) = view.project.decision.score(cell, criterion.id) else { return };
    ui.horizontal(|ui| {
        ui.add_space(30.0);
        let name = view.text.name(&criterion.name);
        let label = view.text.with("decide-reason", "criterion", name);
        let look = Look {
            current: given.reason.as_deref().unwrap_or_default(),
            name: &label,
            hint: view.text.get("decide-reason-hint"),
            width: (ui.available_width() - 6.0).max(80.0),
        };
        let field = drafts.line(ui, DraftField::Reason(cell, criterion.id), look);
        if keyboard::left_by(&field, Key::Enter) && !keeps_focus(&field) {
            focus::focus_pane(ui, PANE);
        }
    });
    ui.horizontal_wrapped(|ui| {
        ui.add_space(30.0);
        let (product, customer) = parts::names(view, cell);
        for (axis, key, segment) in
            [(Axis::Product, "decide-fill-row", product), (Axis::Customer, "decide-fill-column", customer)]
        {
            let count = candidates.along(axis, cell).count();
            if count < 2 {
                continue;
            }
            let message =
                Message::new(key).with("segment", segment).with("count", count).with("level", usize::from(given.level));
            let words = view.text.say(&message);
            if ui.add(Button::new(RichText::new(words).font(theme::small()))).clicked() {
                out.push(fill(candidates, axis, cell, criterion, given.level));
                focus::focus_pane(ui, PANE);
            }
        }
    });
}

/// Gives every candidate in the cell's row or column the same score.
fn fill(candidates: Candidates, axis: Axis, cell: CellKey, criterion: &Criterion, level: u8) -> Action {
    let cells = candidates.along(axis, cell).collect();
    Action::Edit(Decide::SetScores { cells, criterion: criterion.id, level: Some(level) }.into(), None)
}

/// The cell's name, fit, difficulty of the sale and total.
fn heading(ui: &mut Ui, view: &View, cell: CellKey) {
    let palette = colors(ui);
    ui.horizontal(|ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(28.0, space::ROW), Sense::hover());
        crate::ui::widgets::badge::cell_badge(ui, view, rect.min + vec2(0.0, 1.0), cell);
        let name = parts::cell_name(view, cell);
        let label = eframe::egui::Label::new(RichText::new(&name).font(theme::heading())).truncate();
        let response = ui.add(label);
        response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &name));
    });
    ui.horizontal_wrapped(|ui| {
        let ranking = view.analysis.ranking();
        if let Some(difficulty) = difficulty(&view.project.decision, cell) {
            let words = view.text.with("decide-difficulty", "difficulty", Message::new(difficulty.key()));
            ui.label(RichText::new(words).font(theme::body_strong()));
        } else {
            parts::small(ui, view.text.get("decide-difficulty-unknown"));
        }
        if let Some(scored) = ranking.cell(cell) {
            if let Some(total) = scored.total {
                let message = Message::new("decide-total-of")
                    .with("total", view.text.number(total, 0))
                    .with("scored", parts::whole_percent(view.text, scored.scored));
                parts::small(ui, &view.text.say(&message));
            }
            for criterion in ranking.vetoes(scored) {
                let words = view.text.with("contradiction-vetoed", "criterion", criterion.shown_name());
                let words = format!("{} {words}", icon::WARNING);
                ui.label(RichText::new(words).font(theme::small()).color(palette.error));
            }
        }
    });
    ui.add_space(space::XS);
}

/// A candidate's row. Returns whether it was clicked.
fn candidate(ui: &mut Ui, view: &View, key: CellKey, is_chosen: bool) -> bool {
    let palette = colors(ui);
    let decision = &view.project.decision;
    let fit = view.project.matrix.cell(key).fit;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::hover());
    let id = ui.scope_id().with((key.product.number(), key.customer.number()));
    let response = ui.interact(rect, id, Sense::CLICK);
    let scored = decision.criteria.iter().filter(|criterion| decision.score(key, criterion.id).is_some()).count();
    let count = format!("{scored}/{}", decision.criteria.len());
    let (product, customer) = parts::names(view, key);
    response.widget_info(|| {
        let message = Message::new("decide-candidate")
            .with("cell", format!("{product} × {customer}"))
            .with("fit", Message::new(fit.key()))
            .with("scored", scored)
            .with("of", decision.criteria.len());
        WidgetInfo::selected(Role::ListItem, true, is_chosen, view.text.say(&message))
    });
    if is_chosen || response.hovered() {
        let fill = if is_chosen { palette.selected } else { palette.hover };
        ui.painter().rect_filled(rect.shrink2(vec2(0.0, 1.0)), 4.0, fill);
    }
    if fit == Fit::No {
        return response.clicked();
    }
    crate::ui::widgets::badge::cell_badge(ui, view, rect.left_top() + vec2(4.0, 7.0), key);
    let complete = scored == decision.criteria.len();
    let (mark, color) = if complete { (icon::CHECK, palette.good) } else { (count.as_str(), palette.muted) };
    let right = rect.shrink2(vec2(8.0, 0.0));
    parts::words_at(ui, right, Align2::RIGHT_CENTER, mark, theme::small(), color);
    let (left, room) = (rect.left() + 38.0, rect.width() - 76.0);
    let mut cut = super::super::priorities::paint(
        ui,
        pos2(left, rect.top() + 3.0),
        room,
        &product,
        theme::body_strong(),
        palette.ink,
    );
    let below = pos2(left, rect.top() + 20.0);
    cut |= super::super::priorities::paint(ui, below, room, &customer, theme::small(), palette.ink);
    let clicked = response.clicked();
    if cut {
        response.on_hover_text(format!("{product} × {customer}"));
    }
    clicked
}

/// A level's description.
fn anchor_line(ui: &mut Ui, level: u8, anchor: &str, is_given: bool) {
    if anchor.is_empty() {
        return;
    }
    let palette = colors(ui);
    let (line, _) = ui.allocate_exact_size(vec2(ui.available_width(), 17.0), Sense::hover());
    let color = if is_given { palette.ink } else { palette.muted };
    let font = if is_given { theme::small_strong() } else { theme::small() };
    let at = pos2(line.left() + 30.0, line.top());
    let words = format!("{level}  {anchor}");
    table::line(ui, at, line.width() - 34.0, &words, font, color);
}

/// A level's button. Returns whether it was clicked.
fn level_button(
    ui: &mut Ui,
    view: &View,
    rect: Rect,
    criterion: &Criterion,
    name: &str,
    level: u8,
    given: Option<u8>,
) -> bool {
    let palette = colors(ui);
    let is_given = given == Some(level);
    let id = ui.scope_id().with(("level", criterion.id.number(), level));
    let response = ui.interact(rect, id, Sense::CLICK);
    response.widget_info(|| {
        let message = Message::new("decide-level").with("criterion", name).with("level", usize::from(level));
        WidgetInfo::selected(Role::RadioButton, true, is_given, view.text.say(&message))
    });
    let vetoed = criterion.vetoes(level);
    let (fill, ink, frame) = match (is_given, vetoed) {
        (true, true) => (palette.error, palette.background, palette.error),
        (true, false) => (palette.accent, palette.on_accent, palette.accent),
        (false, true) => (palette.field, palette.error, palette.frame),
        (false, false) => (palette.field, palette.ink, palette.frame),
    };
    let fill = if response.hovered() && !is_given { palette.hover } else { fill };
    let shape = rect.shrink2(vec2(0.0, 2.0));
    ui.painter().rect(shape, 4.0, fill, (1.0, frame), StrokeKind::Inside);
    let font = if is_given { theme::body_strong() } else { theme::body() };
    parts::words_at(ui, rect, Align2::CENTER_CENTER, &level.to_string(), font, ink);
    let clicked = response.clicked();
    let anchor = criterion.anchors.get(usize::from(level) - 1).map_or("", |anchor| &**anchor);
    if !anchor.is_empty() {
        response.on_hover_text(anchor);
    }
    clicked
}
