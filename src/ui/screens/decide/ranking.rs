//! The ranking pane: totals and their breakdown, robustness, and two other ranking methods.

use std::collections::HashMap;

use eframe::egui::{
    Align, Align2, Color32, Frame, Margin, Rect, RichText, ScrollArea, StrokeKind, Ui, UiBuilder, lerp, pos2, vec2,
};

use crate::analysis::findings::Topic;
use crate::analysis::score::ScoredCell;
use crate::analysis::second_opinion::Opinion;
use crate::project::{CellKey, Fit, Message};
use crate::ui::screens::priorities::paint;
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::widgets::badge::cell_badge;
use crate::ui::widgets::split::{Side, split};
use crate::ui::widgets::table::{self, Column, PAD, Rows, SortKey, Table, TableState};
use crate::ui::widgets::{Empty, flag, small_choices};
use crate::ui::{Action, Route, View};

use super::proposal::Proposal;
use super::{parts, shortlist};

const LINE: f32 = 40.0;
/// Minimum widths of the bars.
const BAR: f32 = 96.0;
const HEAT: f32 = 100.0;
/// Number of ranks in the heat bar.
const RANKS: usize = 12;
/// Maximum number of contradictions listed.
const CONTRADICTIONS: usize = 40;

/// The pane's own state.
#[derive(Debug, Default)]
pub(super) struct RankingPane {
    proposal: Proposal,
    chosen: Option<CellKey>,
    rows: TableState,
}

impl RankingPane {
    /// Draws the pane. Returns the cell whose scores should be shown.
    pub fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) -> Option<CellKey> {
        let ranking = view.analysis.ranking();
        if let Some(why) = ranking.why_no_total() {
            let part = if why.key == "rank-no-scores" { "decide-mode-scores" } else { "report-criteria" };
            let empty = Empty {
                title: view.text.get("decide-ranking-empty-title"),
                lines: &[view.text.get("decide-ranking-empty-what"), &view.text.say(&why)],
                steps: &[(icon::SCALES, &view.text.with("action-go", "screen", Message::new(part)))],
                ..Empty::default()
            };
            if empty.show(ui).is_some() {
                out.push(Action::Go(Route::Part("tab-decide", part)));
            }
            return None;
        }
        self.follow(view);
        self.proposal.ui(ui, view, out);
        ui.add_space(space::XS);
        let margin = Margin { left: 12, right: 0, top: 4, bottom: 0 };
        let width = if ui.available_width() > 1200.0 { 360.0 } else { 250.0 };
        let frame = Frame::new().inner_margin(margin);
        let asked = split(ui, Side::Right, "decide about", width, frame, |ui| self.about(ui, view, out));
        self.table(ui, view).or(asked)
    }

    /// Updates the results after a change of the project.
    fn follow(&mut self, view: &View) {
        let ranking = view.analysis.ranking();
        self.proposal.follow(view);
        if self.chosen.is_none_or(|cell| ranking.cell(cell).is_none()) {
            self.chosen = ranking.cells.first().map(|cell| cell.key);
        }
    }

    /// Draws the table. Returns the cell that was opened.
    fn table(&mut self, ui: &mut Ui, view: &View) -> Option<CellKey> {
        let text = view.text;
        let cells = &view.analysis.ranking().cells;
        let top = text.with("decide-column-top", "k", self.proposal.capacity());
        let number = |name, least: f32, hint: &'static str| Column::number(name, least).hint(text.get(hint)).sorted();
        let columns = [
            Column::number("", 34.0),
            Column::text("", 62.0, 0.0),
            Column::text(text.get("rank-cell"), 110.0, 2.0).beside(22.0).sorted(),
            number(text.get("rank-total"), 58.0, "decide-total-hint"),
            Column::text(text.get("decide-column-parts"), BAR, 1.0),
            Column::text(text.get("decide-column-ranks"), HEAT, 1.0).hint(text.get("decide-ranks-hint")),
            number(text.get("decide-column-first"), 56.0, "decide-first-hint"),
            number(&top, 62.0, "decide-top-hint"),
            number("TOPSIS", 70.0, "decide-topsis-hint"),
            number("PROM. II", 74.0, "decide-promethee-hint"),
        ];
        let table = Table {
            salt: "ranking",
            name: text.get("decide-ranking"),
            columns: &columns,
            row: LINE,
            made_for: view.revision,
            selects: true,
            keys: true,
            selected: self.chosen.and_then(|chosen| cells.iter().position(|cell| cell.key == chosen)),
        };
        let area = ui.available_rect_before_wrap();
        let above = area.with_max_y(area.bottom() - 36.0);
        let mut rows = Ranking { view, opinions: view.analysis.opinions(), proposal: &self.proposal };
        let shown =
            ui.scope_builder(UiBuilder::new().max_rect(above), |ui| table.show(ui, &mut self.rows, &mut rows)).inner;
        if let Some(row) = shown.selected {
            self.chosen = cells.get(row).map(|cell| cell.key);
        }
        ui.add_space(space::XS);
        parts::small(ui, text.get("decide-second-opinions"));
        shown.opened.and_then(|(row, _)| cells.get(row)).map(|cell| cell.key)
    }

    /// Beside the table: the selected cell, what would change the first place, and contradictions.
    fn about(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) -> Option<CellKey> {
        let text = view.text;
        let mut asked = None;
        ScrollArea::vertical().id_salt("about").auto_shrink([false, false]).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - space::M);
            if let Some(cell) = self.chosen.and_then(|chosen| view.analysis.ranking().cell(chosen)) {
                parts::title(ui, &parts::cell_name(view, cell.key));
                sure(ui, view, cell, self.proposal.capacity());
                draw_from(ui, view, out);
                if ui.link(text.get("decide-go-to-scores")).clicked() {
                    asked = Some(cell.key);
                }
            }
            ui.add_space(space::M);
            parts::title(ui, text.get("decide-flips"));
            let flips = view.analysis.flips();
            if flips.is_empty() {
                parts::small(ui, text.get("decide-no-flips"));
            }
            for flip in flips {
                ui.label(RichText::new(text.say(flip)).font(theme::small()));
            }
            ui.add_space(space::M);
            let found = view.analysis.findings().on(&[Topic::Decision]);
            let count = found.clone().count();
            parts::title(ui, &text.with("decide-contradictions", "count", count));
            for finding in found.take(CONTRADICTIONS) {
                let line = RichText::new(text.say(&finding.what)).font(theme::small());
                let link = ui.link(line).on_hover_ui(|ui| {
                    ui.label(text.say(&finding.why));
                });
                if link.clicked() {
                    asked = finding.about.cell();
                }
            }
            if count > CONTRADICTIONS {
                parts::small(ui, &text.with("decide-contradictions-more", "count", count - CONTRADICTIONS));
            }
        });
        asked
    }
}

/// The rows of the ranking.
struct Ranking<'a> {
    view: &'a View<'a>,
    opinions: &'a HashMap<CellKey, Opinion>,
    proposal: &'a Proposal,
}

impl Ranking<'_> {
    fn at(&self, row: usize) -> Option<&ScoredCell> {
        self.view.analysis.ranking().cells.get(row)
    }

    /// The share of draws in which the cell is among the first `k`.
    fn top(&self, cell: CellKey, k: usize) -> Option<f64> {
        self.view.analysis.sureness().found.and_then(|found| found.top(cell, k))
    }

    /// Value and rank by a second method.
    fn opinion(&self, cell: CellKey, column: usize) -> Option<(f64, usize)> {
        let opinion = self.opinions.get(&cell)?;
        Some(match column {
            8 => (opinion.topsis, opinion.topsis_rank),
            _ => (opinion.promethee, opinion.promethee_rank),
        })
    }
}

impl Rows for Ranking<'_> {
    fn count(&self) -> usize {
        self.view.analysis.ranking().cells.len()
    }

    fn text(&self, row: usize, column: usize) -> String {
        let (Some(cell), text) = (self.at(row), self.view.text) else { return String::new() };
        let percent = |share: Option<f64>| share.map_or_else(dash, |share| parts::whole_percent(text, share));
        match column {
            0 => self.view.analysis.ranking().rank(cell.key).map_or_else(dash, |rank| text.count(rank)),
            1 => text.get(cell.fit.key()).to_owned(),
            2 => parts::cell_name(self.view, cell.key),
            3 => cell.total.map_or_else(dash, |total| text.number(total, 0)),
            5 => {
                let shares = self.view.analysis.sureness().found.and_then(|found| found.shares(cell.key));
                shares.map_or_else(String::new, |shares| ranks_in_words(self.view, &shares))
            }
            6 => percent(self.top(cell.key, 1)),
            7 => percent(self.top(cell.key, self.proposal.capacity())),
            8 | 9 => self.opinion(cell.key, column).map_or_else(dash, |(_, rank)| text.count(rank) + "."),
            _ => String::new(),
        }
    }

    fn measured(&self, row: usize, column: usize) -> String {
        let Some(cell) = self.at(row) else { return String::new() };
        match column {
            2 => parts::longer_name(self.view, cell.key),
            3 => parts::whole_percent(self.view.text, 1.0),
            8 | 9 => self.view.text.number(0.0, 2),
            0 | 6 | 7 => self.text(row, column),
            _ => String::new(),
        }
    }

    fn cell(&mut self, ui: &mut Ui, row: usize, column: usize, align: Align) {
        let (Some(cell), view) = (self.at(row), self.view) else { return };
        let palette = colors(ui);
        let rect = ui.max_rect().shrink2(vec2(PAD, 0.0));
        let words = self.text(row, column);
        let below = |ui: &mut Ui, words: &str, color| lower(ui, rect, words, color);
        match column {
            0 => table::words(ui, &words, theme::body(), palette.muted, align),
            1 => badges(ui, view, rect, cell, self.proposal.proposed(cell.key)),
            2 => {
                let (product, customer) = parts::names(view, cell.key);
                let mut room = rect.width();
                if cell.vetoed {
                    table::sign(ui, rect.with_min_x(rect.right() - 18.0), icon::WARNING, palette.error);
                    room -= 22.0;
                }
                let at = rect.left_top();
                paint(ui, at + vec2(0.0, 3.0), room, &product, theme::body_strong(), palette.ink);
                paint(ui, at + vec2(0.0, 20.0), room, &customer, theme::small(), palette.ink);
            }
            3 => {
                parts::words_at(ui, upper(rect), Align2::RIGHT_CENTER, &words, theme::body_strong(), palette.ink);
                let weak = if cell.scored < 0.995 { palette.warning } else { palette.muted };
                below(ui, &parts::whole_percent(view.text, cell.scored), weak);
            }
            4 => {
                let bar = Rect::from_center_size(rect.center(), vec2(rect.width(), 16.0));
                parts::stacked(ui, bar, &view.analysis.ranking().contributions(cell));
            }
            5 => {
                let shares = view.analysis.sureness().found.and_then(|found| found.shares(cell.key));
                let bar = Rect::from_center_size(rect.center(), vec2(rect.width(), 16.0));
                heat(ui, bar, shares.as_deref().unwrap_or_default());
            }
            6 | 7 => {
                let ink = if view.analysis.sureness().is_old { palette.muted } else { palette.ink };
                table::words(ui, &words, theme::body(), ink, align);
            }
            _ => {
                parts::words_at(ui, upper(rect), Align2::RIGHT_CENTER, &words, theme::body(), palette.ink);
                if let Some((value, _)) = self.opinion(cell.key, column) {
                    below(ui, &view.text.number(value, 2), palette.muted);
                }
            }
        }
    }

    fn name(&self, row: usize, _: &[Column]) -> String {
        let Some(cell) = self.at(row) else { return String::new() };
        let words = shortlist::words(self.view, self.view.analysis.ranking().rank(cell.key), cell);
        match self.top(cell.key, 1) {
            Some(_) => format!("{words}; {}", self.view.text.with("decide-first-in", "share", self.text(row, 6))),
            None => words,
        }
    }

    fn key(&self, row: usize, column: usize) -> SortKey {
        let Some(cell) = self.at(row) else { return SortKey::None };
        match column {
            3 => cell.total.into(),
            6 => self.top(cell.key, 1).into(),
            7 => self.top(cell.key, self.proposal.capacity()).into(),
            8 | 9 => self.opinion(cell.key, column).map(|(_, rank)| rank as f64).into(),
            _ => SortKey::Text(self.text(row, column).to_lowercase()),
        }
    }

    fn hint(&self, ui: &mut Ui, row: usize) {
        let Some(cell) = self.at(row) else { return };
        ui.label(parts::cell_name(self.view, cell.key));
        shortlist::made_of(ui, self.view, cell);
        if let Some(shares) = self.view.analysis.sureness().found.and_then(|found| found.shares(cell.key)) {
            ui.label(ranks_in_words(self.view, &shares));
        }
    }

    fn has_hint(&self, _: usize) -> bool {
        true
    }
}

fn dash() -> String {
    "–".to_owned()
}

/// The upper line of a row with two lines.
fn upper(rect: Rect) -> Rect {
    rect.with_max_y(rect.top() + 22.0)
}

fn lower(ui: &Ui, rect: Rect, words: &str, color: Color32) {
    let rect = upper(rect).translate(vec2(0.0, 16.0));
    parts::words_at(ui, rect, Align2::RIGHT_CENTER, words, theme::small(), color);
}

/// A cell's robustness in words.
fn sure(ui: &mut Ui, view: &View, cell: &ScoredCell, k: usize) {
    let text = view.text;
    let Some(found) = view.analysis.sureness().found else {
        if view.analysis.sureness().is_old {
            parts::small(ui, text.get("decide-computing"));
        }
        return;
    };
    let (Some(first), Some(top)) = (found.top(cell.key, 1), found.top(cell.key, k)) else { return };
    let share = |share| parts::whole_percent(text, share);
    let message = Message::new("decide-sure").with("first", share(first)).with("top", share(top)).with("k", k);
    ui.label(text.say(&message));
    if let Some(central) = found.central(cell.key) {
        let mut central = central;
        central.sort_by(|a, b| b.1.total_cmp(&a.1));
        let named: Vec<_> = (central.iter().take(3))
            .filter_map(|(at, weight)| {
                let criterion = view.analysis.ranking().criteria.get(*at)?;
                Some(format!("{} {}", text.name(&criterion.name), share(*weight)))
            })
            .collect();
        parts::small(ui, &text.with("decide-central", "weights", named.join(", ")));
    }
    let settings = found.settings();
    let key = if settings.concentration > 0.0 { "decide-draws-near" } else { "decide-draws" };
    let drawn = text.with(key, "draws", text.count(settings.draws as usize));
    parts::small(ui, if view.analysis.sureness().is_old { text.get("decide-computing") } else { &drawn });
}

/// The distribution of the drawn weights: uniform, or around the current ones.
fn draw_from(ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
    let text = view.text;
    let items =
        [(false, "decide-draw-all", "decide-draw-all-name"), (true, "decide-draw-near", "decide-draw-near-name")];
    let items = items.map(|(near, sign, name)| (near, text.get(sign).to_owned(), text.get(name).to_owned()));
    ui.horizontal(|ui| {
        if let Some(near) = small_choices(ui, view.analysis.draws_near(), items) {
            out.push(Action::DrawNear(near));
        }
    });
}

/// The share of draws at each rank, from the first: the darker and taller the more.
fn heat(ui: &Ui, rect: Rect, shares: &[f64]) {
    let palette = colors(ui);
    let ranks = shares.len().min(RANKS);
    if ranks == 0 {
        ui.painter().rect_filled(rect, 2.0, palette.line);
        return;
    }
    let width = rect.width() / ranks as f32;
    for (rank, share) in shares[..ranks].iter().enumerate() {
        let part = Rect::from_min_size(rect.min + vec2(width * rank as f32, 0.0), vec2(width - 1.0, rect.height()));
        ui.painter().rect_filled(part, 1.0, palette.line);
        // Height carries the same information without colour.
        let height = part.height() * (*share as f32).sqrt();
        let filled = Rect::from_min_max(pos2(part.left(), part.bottom() - height), part.max);
        let shade = palette.line.lerp_to_gamma(palette.accent, lerp(0.45..=1.0, (*share as f32).sqrt()));
        ui.painter().rect_filled(filled, 1.0, shade);
    }
}

fn ranks_in_words(view: &View, shares: &[f64]) -> String {
    let told = shares.iter().enumerate().filter(|(_, share)| **share >= 0.005).take(RANKS);
    let words: Vec<_> =
        told.map(|(rank, share)| format!("{}. {}", rank + 1, parts::whole_percent(view.text, *share))).collect();
    view.text.with("decide-ranks-are", "ranks", words.join(" · "))
}

/// The cell's Prio and the proposed one.
fn badges(ui: &Ui, view: &View, rect: Rect, cell: &ScoredCell, proposed: Option<Fit>) {
    let small = |at: f32, fit: Fit, is_new: bool| {
        let (fill, ink) = colors(ui).fit(fit);
        let place = Rect::from_center_size(pos2(rect.left() + at, rect.center().y), vec2(19.0, 20.0));
        ui.painter().rect_filled(place, 3.0, fill);
        if is_new {
            ui.painter().rect_stroke(place.expand(1.5), 4.0, (1.5, colors(ui).accent), StrokeKind::Outside);
        }
        parts::words_at(ui, place, Align2::CENTER_CENTER, fit.sign(), theme::small_strong(), ink);
    };
    match proposed {
        None => cell_badge(ui, view, pos2(rect.left(), rect.center().y - 13.0), cell.key),
        Some(new) => {
            small(10.0, cell.fit, false);
            if view.project.is_beachhead(cell.key) {
                let mark = Rect::from_center_size(pos2(rect.left() + 10.0, rect.center().y), vec2(19.0, 20.0));
                ui.painter().extend(flag::in_corner(mark, colors(ui).fit(cell.fit).1));
            }
            let arrow = Rect::from_center_size(pos2(rect.left() + 25.0, rect.center().y), vec2(10.0, 10.0));
            parts::words_at(ui, arrow, Align2::CENTER_CENTER, "→", theme::small(), colors(ui).muted);
            small(41.0, new, true);
        }
    }
}
