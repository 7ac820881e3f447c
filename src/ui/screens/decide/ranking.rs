//! The ranking pane: totals and their breakdown, robustness, and two other ranking methods.

use std::collections::HashMap;

use eframe::egui::{
    Align2, Frame, Key, Margin, Modifiers, Panel, Rect, RichText, Role, ScrollArea, Sense, StrokeKind, Ui, WidgetInfo,
    lerp, pos2, vec2,
};

use crate::analysis::flip;
use crate::analysis::score::ScoredCell;
use crate::analysis::second_opinion::{Opinion, second_opinions};
use crate::project::{CellKey, Fit, Message};
use crate::ui::screens::priorities::{badge, paint};
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::widgets::small_choices;
use crate::ui::{Action, View};

use super::proposal::Proposal;
use super::{parts, shortlist};

const LINE: f32 = 40.0;
const HEADING: f32 = 22.0;
/// Minimum widths of the bars; maximum width of names before the bars get more.
const BAR: f32 = 96.0;
const HEAT: f32 = 84.0;
const NAME: f32 = 260.0;
/// Number of ranks in the heat bar.
const RANKS: usize = 12;
/// Number of weight changes listed.
const FLIPS: usize = 3;
/// Maximum number of contradictions listed.
const CONTRADICTIONS: usize = 40;

/// Results derived from the ranking, kept until the project changes.
#[derive(Debug, Default)]
pub(super) struct RankingPane {
    made_for: Option<u64>,
    opinions: HashMap<CellKey, Opinion>,
    /// The changes that would replace the first.
    flips: Vec<Message>,
    proposal: Proposal,
    chosen: Option<CellKey>,
    /// Scrolls to the selected row in the next frame.
    follow: bool,
}

/// Rectangles of a row's columns, from the left.
struct Columns {
    rank: Rect,
    badge: Rect,
    name: Rect,
    total: Rect,
    bar: Rect,
    heat: Rect,
    first: Rect,
    top: Rect,
    topsis: Rect,
    promethee: Rect,
}

impl Columns {
    fn of(line: Rect) -> Self {
        let mut left = line.left();
        let mut take = |width: f32| {
            let part = Rect::from_min_size(pos2(left, line.top()), vec2(width, line.height()));
            left += width + space::S;
            part
        };
        let number = 46.0;
        let fixed = 24.0 + 52.0 + 46.0 + BAR + HEAT + 2.0 * number + 2.0 * 62.0 + 9.0 * space::S;
        let room = line.width() - fixed;
        let name = room.clamp(80.0, NAME);
        // The bars get the width that names don't need.
        let more = (room - name).max(0.0) * 0.5;
        let (bar, heat) = (BAR + more, HEAT + more);
        Self {
            rank: take(24.0),
            badge: take(52.0),
            name: take(name),
            total: take(46.0),
            bar: take(bar),
            heat: take(heat),
            first: take(number),
            top: take(number),
            topsis: take(62.0),
            promethee: take(62.0),
        }
    }
}

impl RankingPane {
    /// Draws the pane. Returns the cell whose scores should be shown.
    pub fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) -> Option<CellKey> {
        let ranking = &view.analysis.ranking;
        if let Some(why) = ranking.why_no_total() {
            ui.add_space(space::XL);
            ui.vertical_centered(|ui| parts::hint(ui, &view.text.say(&why)));
            return None;
        }
        self.follow(view);
        self.proposal.ui(ui, view, out);
        ui.add_space(space::XS);
        let mut asked = None;
        let margin = Margin { left: 12, right: 0, top: 4, bottom: 0 };
        let width = if ui.available_width() > 1200.0 { 360.0 } else { 250.0 };
        let panel = Panel::right("decide about").frame(Frame::new().inner_margin(margin));
        panel.exact_size(width).resizable(false).show(ui, |ui| asked = self.about(ui, view, out));
        self.keys(ui, view, &mut asked);
        self.table(ui, view);
        asked
    }

    /// Updates the results after a change of the project.
    fn follow(&mut self, view: &View) {
        let ranking = &view.analysis.ranking;
        if self.made_for != Some(view.revision) {
            self.made_for = Some(view.revision);
            self.opinions = second_opinions(ranking).into_iter().map(|opinion| (opinion.cell, opinion)).collect();
            self.flips = flip::messages(ranking, view.project, FLIPS);
        }
        self.proposal.follow(view);
        if self.chosen.is_none_or(|cell| ranking.cell(cell).is_none()) {
            self.chosen = ranking.cells.first().map(|cell| cell.key);
        }
    }

    fn keys(&mut self, ui: &mut Ui, view: &View, asked: &mut Option<CellKey>) {
        let area = ui.available_rect_before_wrap();
        if !parts::takes_keys(ui, "ranking", area, view.text.get("decide-ranking")) {
            return;
        }
        let cells = &view.analysis.ranking.cells;
        let at = self.chosen.and_then(|chosen| cells.iter().position(|cell| cell.key == chosen)).unwrap_or_default();
        let page = (area.height() / LINE) as usize;
        for (key, to) in [
            (Key::ArrowUp, at.saturating_sub(1)),
            (Key::ArrowDown, at + 1),
            (Key::PageUp, at.saturating_sub(page)),
            (Key::PageDown, at + page),
            (Key::Home, 0),
            (Key::End, usize::MAX),
        ] {
            if parts::pressed(ui, Modifiers::NONE, key) {
                self.chosen = cells.get(to.min(cells.len().saturating_sub(1))).map(|cell| cell.key);
                self.follow = true;
            }
        }
        if parts::pressed(ui, Modifiers::NONE, Key::Enter) {
            *asked = self.chosen;
        }
    }

    fn table(&mut self, ui: &mut Ui, view: &View) {
        let ranking = &view.analysis.ranking;
        ui.spacing_mut().item_spacing.y = 0.0;
        let note = 36.0;
        let width = ui.available_width() - ui.spacing().scroll.allocated_width() - space::S;
        let (head, _) = ui.allocate_exact_size(vec2(width, HEADING), Sense::hover());
        self.head(ui, view, &Columns::of(head));
        let height = (ui.available_height() - note).max(LINE);
        let mut area = ScrollArea::vertical().id_salt("ranking").auto_shrink([false, false]).max_height(height);
        if std::mem::take(&mut self.follow)
            && let Some(at) = ranking.cells.iter().position(|cell| Some(cell.key) == self.chosen)
        {
            area = area.vertical_scroll_offset((at as f32 * LINE - (height - LINE) / 2.0).max(0.0));
        }
        area.show_rows(ui, LINE, ranking.cells.len(), |ui, rows| {
            for place in rows {
                self.line(ui, view, &ranking.cells[place]);
            }
        });
        ui.add_space(space::XS);
        parts::small(ui, view.text.get("decide-second-opinions"));
    }

    fn head(&self, ui: &mut Ui, view: &View, columns: &Columns) {
        let muted = colors(ui).muted;
        let top = view.text.with("decide-column-top", "k", self.proposal.capacity());
        for (rect, align, words, hint) in [
            (columns.name, Align2::LEFT_CENTER, view.text.get("decide-column-cell"), None),
            (columns.total, Align2::RIGHT_CENTER, view.text.get("decide-column-total"), Some("decide-total-hint")),
            (columns.bar, Align2::LEFT_CENTER, view.text.get("decide-column-parts"), None),
            (columns.heat, Align2::LEFT_CENTER, view.text.get("decide-column-ranks"), Some("decide-ranks-hint")),
            (columns.first, Align2::RIGHT_CENTER, view.text.get("decide-column-first"), Some("decide-first-hint")),
            (columns.top, Align2::RIGHT_CENTER, top.as_str(), Some("decide-top-hint")),
            (columns.topsis, Align2::RIGHT_CENTER, "TOPSIS", Some("decide-topsis-hint")),
            (columns.promethee, Align2::RIGHT_CENTER, "PROM. II", Some("decide-promethee-hint")),
        ] {
            parts::words_at(ui, rect, align, words, theme::small(), muted);
            let response = ui.interact(rect, ui.scope_id().with(("column", words)), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, words));
            if let Some(hint) = hint {
                response.on_hover_text(view.text.get(hint));
            }
        }
        ui.painter().hline(
            columns.rank.left()..=columns.promethee.right(),
            columns.name.bottom(),
            (1.0, colors(ui).line),
        );
    }

    fn line(&mut self, ui: &mut Ui, view: &View, cell: &ScoredCell) {
        let palette = colors(ui);
        let text = view.text;
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width() - space::S, LINE), Sense::hover());
        let id = ui.scope_id().with((cell.key.product.number(), cell.key.customer.number()));
        let response = ui.interact(rect, id, Sense::CLICK);
        let is_chosen = self.chosen == Some(cell.key);
        let rank = view.analysis.ranking.rank(cell.key);
        let first = view.sureness.found.and_then(|found| found.top(cell.key, 1));
        let top = view.sureness.found.and_then(|found| found.top(cell.key, self.proposal.capacity()));
        let percent =
            |share: Option<f64>| share.map_or_else(|| "–".to_owned(), |share| parts::whole_percent(text, share));
        response.widget_info(|| {
            let words = shortlist::words(view, rank, cell);
            let words = match first {
                Some(_) => format!("{words}; {}", text.with("decide-first-in", "share", percent(first))),
                None => words,
            };
            WidgetInfo::selected(Role::Row, true, is_chosen, words)
        });
        if response.clicked() {
            self.chosen = Some(cell.key);
            parts::focus_pane(ui, "ranking");
        }
        if is_chosen || response.hovered() {
            let fill = if is_chosen { palette.selected } else { palette.hover };
            ui.painter().rect_filled(rect.shrink2(vec2(0.0, 1.0)), 4.0, fill);
        }
        let columns = Columns::of(rect);
        let shown = rank.map_or_else(|| "–".to_owned(), |rank| text.count(rank));
        parts::words_at(ui, columns.rank, Align2::RIGHT_CENTER, &shown, theme::body(), palette.muted);
        badges(ui, columns.badge, cell.fit, self.proposal.proposed(cell.key));
        let (product, customer) = parts::names(view, cell.key);
        let at = columns.name.left_top();
        let mut room = columns.name.width();
        if cell.vetoed {
            let mark = Rect::from_min_max(pos2(columns.name.right() - 18.0, rect.top()), columns.name.right_bottom());
            parts::words_at(ui, mark, Align2::RIGHT_CENTER, icon::WARNING, theme::body(), palette.error);
            room -= 22.0;
        }
        paint(ui, at + vec2(0.0, 3.0), room, &product, theme::body_strong(), palette.ink);
        paint(ui, at + vec2(0.0, 20.0), room, &customer, theme::small(), palette.ink);
        let total = cell.total.map_or_else(|| "–".to_owned(), |total| text.number(total, 0));
        let upper = Rect::from_min_size(columns.total.min, vec2(columns.total.width(), 22.0));
        parts::words_at(ui, upper, Align2::RIGHT_CENTER, &total, theme::body_strong(), palette.ink);
        let lower = upper.translate(vec2(0.0, 16.0));
        let scored = parts::whole_percent(text, cell.scored);
        let weak = if cell.scored < 0.995 { palette.warning } else { palette.muted };
        parts::words_at(ui, lower, Align2::RIGHT_CENTER, &scored, theme::small(), weak);
        let bar = Rect::from_center_size(columns.bar.center(), vec2(columns.bar.width(), 16.0));
        parts::stacked(ui, bar, &view.analysis.ranking.contributions(cell));
        let shares = view.sureness.found.and_then(|found| found.shares(cell.key));
        let bar = Rect::from_center_size(columns.heat.center(), vec2(columns.heat.width(), 16.0));
        heat(ui, bar, shares.as_deref().unwrap_or_default());
        let ink = if view.sureness.is_old { palette.muted } else { palette.ink };
        parts::words_at(ui, columns.first, Align2::RIGHT_CENTER, &percent(first), theme::body(), ink);
        parts::words_at(ui, columns.top, Align2::RIGHT_CENTER, &percent(top), theme::body(), ink);
        let opinion = self.opinions.get(&cell.key);
        let of = |value: Option<(f64, usize)>| {
            value.map_or_else(
                || ("–".to_owned(), String::new()),
                |(value, rank)| (text.count(rank) + ".", text.number(value, 2)),
            )
        };
        for (rect, (rank_by_it, value)) in [
            (columns.topsis, of(opinion.map(|opinion| (opinion.topsis, opinion.topsis_rank)))),
            (columns.promethee, of(opinion.map(|opinion| (opinion.promethee, opinion.promethee_rank)))),
        ] {
            let upper = Rect::from_min_size(rect.min, vec2(rect.width(), 22.0));
            parts::words_at(ui, upper, Align2::RIGHT_CENTER, &rank_by_it, theme::body(), palette.ink);
            let lower = upper.translate(vec2(0.0, 16.0));
            parts::words_at(ui, lower, Align2::RIGHT_CENTER, &value, theme::small(), palette.muted);
        }
        response.on_hover_ui(|ui| {
            ui.label(parts::cell_name(view, cell.key));
            shortlist::made_of(ui, view, cell);
            if let Some(shares) = &shares {
                ui.label(ranks_in_words(view, shares));
            }
        });
    }

    /// Beside the table: the selected cell, what would change the first place, and contradictions.
    fn about(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) -> Option<CellKey> {
        let text = view.text;
        let mut asked = None;
        ScrollArea::vertical().id_salt("about").auto_shrink([false, false]).show(ui, |ui| {
            ui.set_max_width(ui.available_width() - space::M);
            if let Some(cell) = self.chosen.and_then(|chosen| view.analysis.ranking.cell(chosen)) {
                parts::title(ui, &parts::cell_name(view, cell.key));
                sure(ui, view, cell, self.proposal.capacity());
                draw_from(ui, view, out);
                if ui.link(text.get("decide-go-to-scores")).clicked() {
                    asked = Some(cell.key);
                }
            }
            ui.add_space(space::M);
            parts::title(ui, text.get("decide-flips"));
            if self.flips.is_empty() {
                parts::small(ui, text.get("decide-no-flips"));
            }
            for flip in &self.flips {
                ui.label(RichText::new(text.say(flip)).font(theme::small()));
            }
            ui.add_space(space::M);
            let found = &view.analysis.contradictions;
            parts::title(ui, &text.with("decide-contradictions", "count", found.len()));
            for contradiction in found.iter().take(CONTRADICTIONS) {
                let words = text.say(&contradiction.message(&view.analysis.ranking));
                let line = format!("{}: {words}", parts::cell_name(view, contradiction.cell));
                if ui.link(RichText::new(line).font(theme::small())).clicked() {
                    asked = Some(contradiction.cell);
                }
            }
            if found.len() > CONTRADICTIONS {
                parts::small(ui, &text.with("decide-contradictions-more", "count", found.len() - CONTRADICTIONS));
            }
        });
        asked
    }
}

/// A cell's robustness in words.
fn sure(ui: &mut Ui, view: &View, cell: &ScoredCell, k: usize) {
    let text = view.text;
    let Some(found) = view.sureness.found else {
        if view.sureness.is_old {
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
                let criterion = view.analysis.ranking.criteria.get(*at)?;
                Some(format!("{} {}", parts::criterion_name(criterion, text), share(*weight)))
            })
            .collect();
        parts::small(ui, &text.with("decide-central", "weights", named.join(", ")));
    }
    let settings = found.settings();
    let key = if settings.concentration > 0.0 { "decide-draws-near" } else { "decide-draws" };
    let drawn = text.with(key, "draws", text.count(settings.draws as usize));
    parts::small(ui, if view.sureness.is_old { text.get("decide-computing") } else { &drawn });
}

/// The distribution of the drawn weights: uniform, or around the current ones.
fn draw_from(ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
    let text = view.text;
    let items =
        [(false, "decide-draw-all", "decide-draw-all-name"), (true, "decide-draw-near", "decide-draw-near-name")];
    let items = items.map(|(near, sign, name)| (near, text.get(sign).to_owned(), text.get(name).to_owned()));
    ui.horizontal(|ui| {
        if let Some(near) = small_choices(ui, view.sureness.is_near, items) {
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
fn badges(ui: &Ui, rect: Rect, fit: Fit, proposed: Option<Fit>) {
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
        None => badge(ui, pos2(rect.left(), rect.center().y - 13.0), fit),
        Some(new) => {
            small(10.0, fit, false);
            let arrow = Rect::from_center_size(pos2(rect.left() + 25.0, rect.center().y), vec2(10.0, 10.0));
            parts::words_at(ui, arrow, Align2::CENTER_CENTER, "→", theme::small(), colors(ui).muted);
            small(41.0, new, true);
        }
    }
}
