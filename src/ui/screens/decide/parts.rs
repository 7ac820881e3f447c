//! Shared by the screen's panes: names, bars, labels, keyboard focus.

use eframe::egui::{
    Align, Align2, Color32, FontId, Label, Layout, Rect, Response, RichText, Role, Ui, WidgetInfo, pos2, vec2,
};

use crate::analysis::segment_name;
use crate::project::{Axis, CellKey, Criterion, Decision, Question, Round};
use crate::text::Text;
use crate::ui::View;
use crate::ui::theme::{self, colors, space};

/// The names of a cell's product and customer segment.
pub(super) fn names(view: &View, key: CellKey) -> (String, String) {
    let name = |axis, id| view.text.value(&segment_name(view.project, axis, id));
    (name(Axis::Product, key.product), name(Axis::Customer, key.customer))
}

/// "Support × Hospitals".
pub(super) fn cell_name(view: &View, key: CellKey) -> String {
    let (product, customer) = names(view, key);
    format!("{product} × {customer}")
}

/// The longer of the names of a cell's segments, which stand above each other in a table.
pub(super) fn longer_name(view: &View, key: CellKey) -> String {
    let (product, customer) = names(view, key);
    if product.len() > customer.len() { product } else { customer }
}

/// The criterion that a question is about; `None` for Prios.
pub(super) fn criterion_of(decision: &Decision, question: Question) -> Option<&Criterion> {
    match question {
        Question::Prio => None,
        Question::Score(id) => decision.criterion(id).map(|(_, criterion)| criterion),
    }
}

/// The round's name, or its number if it has none.
pub(super) fn round_name(view: &View, place: usize, round: &Round) -> String {
    if round.name.trim().is_empty() {
        view.text.with("report-round-number", "number", place + 1)
    } else {
        round.name.to_string()
    }
}

pub(super) fn question_words(view: &View, question: Question) -> String {
    match criterion_of(&view.project.decision, question) {
        None => view.text.get("decide-question-prio").to_owned(),
        Some(criterion) => view.text.with("decide-question-score", "criterion", criterion.shown_name()),
    }
}

/// Kendall's W with two decimals, or a dash.
pub(super) fn w_words(view: &View, w: Option<f64>) -> String {
    w.map_or_else(|| "–".to_owned(), |w| view.text.number(w, 2))
}

/// A share (0 to 1) in percent, with a decimal if needed.
pub(super) fn percent(text: &Text, share: f64) -> String {
    text.percent((share * 1000.0).round() / 1000.0)
}

/// A share (0 to 1) in whole percent.
pub(super) fn whole_percent(text: &Text, share: f64) -> String {
    text.percent((share * 100.0).round() / 100.0)
}

/// Fill and text colour of the criterion at an index.
pub(super) fn series(ui: &Ui, place: usize) -> (Color32, Color32) {
    let palette = colors(ui);
    (palette.series[place % palette.series.len()], palette.on_series)
}

/// A criterion's number on its colour, the same in lists, bars and legends.
pub(super) fn number(ui: &Ui, rect: Rect, place: usize) {
    let (fill, ink) = series(ui, place);
    let rect = Rect::from_center_size(rect.center(), vec2(20.0, 18.0));
    ui.painter().rect_filled(rect, 3.0, fill);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, place + 1, theme::small_strong(), ink);
}

/// A cell's total (0 to 100) as a bar stacked by criterion, numbered where there is room.
pub(super) fn stacked(ui: &Ui, rect: Rect, parts: &[Option<f64>]) {
    let painter = ui.painter();
    painter.rect_filled(rect, 2.0, colors(ui).line);
    let mut left = rect.left();
    for (place, part) in parts.iter().enumerate() {
        let Some(points) = part else { continue };
        let width = rect.width() * (*points as f32 / 100.0).clamp(0.0, 1.0);
        if width <= 0.0 {
            continue;
        }
        let (fill, ink) = series(ui, place);
        let right = (left + width).min(rect.right());
        // A gap separates neighbours without relying on colour.
        let gap = if width > 3.0 { 1.0 } else { 0.0 };
        let part = Rect::from_min_max(pos2(left, rect.top()), pos2(right - gap, rect.bottom()));
        painter.rect_filled(part, 0.0, fill);
        if part.width() >= 12.0 && part.height() >= 12.0 {
            painter.text(part.center(), Align2::CENTER_CENTER, place + 1, theme::small_strong(), ink);
        }
        left = right;
    }
}

/// A bar for a share (0 to 1).
pub(super) fn bar(ui: &Ui, rect: Rect, share: f64, fill: Color32) {
    ui.painter().rect_filled(rect, 2.0, colors(ui).line);
    let width = rect.width() * (share as f32).clamp(0.0, 1.0);
    ui.painter().rect_filled(Rect::from_min_size(rect.min, vec2(width, rect.height())), 2.0, fill);
}

/// A line of vertically centred widgets.
pub(super) fn row<R>(ui: &mut Ui, add: impl FnOnce(&mut Ui) -> R) -> R {
    let size = vec2(ui.available_width(), space::ROW);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_height(size.y);
        add(ui)
    })
    .inner
}

/// Maximum width of text for reading, in points.
pub(super) const READABLE: f32 = 760.0;

pub(super) fn hint(ui: &mut Ui, words: &str) -> Response {
    let words = RichText::new(words).color(colors(ui).muted);
    ui.add(Label::new(words).wrap())
}

/// Small muted text.
pub(super) fn small(ui: &mut Ui, words: &str) -> Response {
    let words = RichText::new(words).font(theme::small()).color(colors(ui).muted);
    ui.add(Label::new(words).wrap())
}

/// A heading above a group.
pub(super) fn title(ui: &mut Ui, words: &str) {
    let response = ui.label(RichText::new(words).font(theme::body_strong()));
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
}

/// Text aligned within a rectangle.
pub(super) fn words_at(ui: &Ui, rect: Rect, align: Align2, words: &str, font: FontId, color: Color32) {
    ui.painter().text(align.pos_in_rect(&rect), align, words, font, color);
}
