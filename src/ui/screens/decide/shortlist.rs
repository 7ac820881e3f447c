//! The short ranking beside the other panes: every scored candidate with its total and breakdown.

use eframe::egui::{Align2, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::analysis::score::ScoredCell;
use crate::project::{CellKey, Message};
use crate::ui::View;
use crate::ui::screens::priorities::paint;
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::widgets::badge::cell_badge;

use super::parts;

const LINE: f32 = 56.0;

/// Draws the list. Returns the clicked cell.
pub(super) fn ui(ui: &mut Ui, view: &View, chosen: Option<CellKey>) -> Option<CellKey> {
    let ranking = view.analysis.ranking();
    parts::title(ui, view.text.get("decide-by-score"));
    if let Some(why) = ranking.why_no_total() {
        parts::small(ui, &view.text.say(&why));
        ui.allocate_space(ui.available_size());
        return None;
    }
    let message = Message::new("decide-scored-of")
        .with("scored", ranking.cells.len())
        .with("all", ranking.cells.len() + ranking.unscored());
    parts::small(ui, &view.text.say(&message));
    ui.add_space(space::XS);
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut clicked = None;
    ScrollArea::vertical().auto_shrink([false, false]).show_rows(ui, LINE, ranking.cells.len(), |ui, rows| {
        for place in rows {
            let cell = &ranking.cells[place];
            if line(ui, view, cell, chosen == Some(cell.key)) {
                clicked = Some(cell.key);
            }
        }
    });
    clicked
}

/// Rank, name, fit and total: a row's accessible name.
pub(super) fn words(view: &View, rank: Option<usize>, cell: &ScoredCell) -> String {
    let total = cell.total.map_or_else(|| "–".to_owned(), |total| view.text.number(total, 0));
    let message = Message::new("decide-ranked-cell")
        .with("rank", rank.map_or_else(|| "–".to_owned(), |rank| view.text.count(rank)))
        .with("cell", parts::cell_name(view, cell.key))
        .with("fit", Message::new(cell.fit.key()))
        .with("total", total);
    view.text.say(&message)
}

/// Each criterion's contribution to the total, one per line.
pub(super) fn made_of(ui: &mut Ui, view: &View, cell: &ScoredCell) {
    let ranking = view.analysis.ranking();
    let contributions = ranking.contributions(cell);
    for (place, (criterion, points)) in ranking.criteria.iter().zip(contributions).enumerate() {
        ui.horizontal(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(22.0, 18.0), Sense::hover());
            parts::number(ui, rect, place);
            let level = ranking.levels(cell)[place].map_or_else(|| "–".to_owned(), |level| level.to_string());
            let points = points.map_or_else(|| "–".to_owned(), |points| view.text.number(points, 1));
            let message = Message::new("decide-contribution")
                .with("criterion", criterion.shown_name())
                .with("level", level)
                .with("points", points);
            ui.label(view.text.say(&message));
        });
    }
    let scored = parts::whole_percent(view.text, cell.scored);
    ui.label(view.text.with("decide-weight-scored", "share", scored));
    if let Some((low, high)) = cell.range().filter(|_| cell.scored < 1.0 - 1e-9) {
        let message = Message::new("decide-total-between")
            .with("low", view.text.number(low, 0))
            .with("high", view.text.number(high, 0));
        parts::small(ui, view.text.get("rank-missing-counts"));
        parts::small(ui, &view.text.say(&message));
    }
    for criterion in ranking.vetoes(cell) {
        ui.colored_label(colors(ui).error, view.text.with("contradiction-vetoed", "criterion", criterion.shown_name()));
    }
}

fn line(ui: &mut Ui, view: &View, cell: &ScoredCell, is_chosen: bool) -> bool {
    let palette = colors(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width() - space::S, LINE), Sense::hover());
    let id = ui.scope_id().with((cell.key.product.number(), cell.key.customer.number()));
    let response = ui.interact(rect, id, Sense::click());
    let rank = view.analysis.ranking().rank(cell.key);
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_chosen, words(view, rank, cell)));
    if is_chosen || response.hovered() || response.has_focus() {
        let fill = if is_chosen { palette.selected } else { palette.hover };
        ui.painter().rect_filled(rect.shrink2(vec2(0.0, 1.0)), 4.0, fill);
    }
    let number = Rect::from_min_size(rect.min, vec2(24.0, 40.0));
    let shown = rank.map_or_else(|| "–".to_owned(), |rank| view.text.count(rank));
    parts::words_at(ui, number, Align2::RIGHT_CENTER, &shown, theme::small(), palette.muted);
    cell_badge(ui, view, rect.min + vec2(30.0, 7.0), cell.key);
    let total = cell.total.map_or_else(|| "–".to_owned(), |total| view.text.number(total, 0));
    let right = Rect::from_min_max(pos2(rect.right() - 60.0, rect.top()), pos2(rect.right() - 6.0, rect.top() + 24.0));
    parts::words_at(ui, right, Align2::RIGHT_CENTER, &total, theme::body_strong(), palette.ink);
    if cell.vetoed {
        let below = right.translate(vec2(0.0, 17.0));
        parts::words_at(ui, below, Align2::RIGHT_CENTER, icon::WARNING, theme::small(), palette.error);
    }
    let (left, room) = (rect.left() + 64.0, rect.width() - 64.0 - 46.0);
    let (product, customer) = parts::names(view, cell.key);
    paint(ui, pos2(left, rect.top() + 3.0), room, &product, theme::body_strong(), palette.ink);
    paint(ui, pos2(left, rect.top() + 20.0), room, &customer, theme::small(), palette.ink);
    let bar = Rect::from_min_max(pos2(left, rect.top() + 38.0), pos2(rect.right() - 6.0, rect.top() + 51.0));
    parts::stacked(ui, bar, &view.analysis.ranking().contributions(cell));
    let clicked = response.clicked();
    response.on_hover_ui(|ui| {
        ui.label(parts::cell_name(view, cell.key));
        made_of(ui, view, cell);
    });
    clicked
}
