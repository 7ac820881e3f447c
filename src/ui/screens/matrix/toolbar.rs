//! The bar above the grid: filter by fit with counts, and search.

use eframe::egui::{
    Align, Align2, CornerRadius, Layout, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::project::{Axis, Fit};
use crate::ui::View;
use crate::ui::arrange::{self, Arrangement};
use crate::ui::theme::{self, space};

use super::find::{Asked, Find};

/// Below this width, in points, the chips show signs and counts only.
const ROOMY: f32 = 820.0;

/// Draws the bar. `filter` is the fit that isn't dimmed; columns are arranged by the attributes of all segments, those of
/// `whole`.
pub(super) fn toolbar(
    ui: &mut Ui,
    view: &View,
    whole: &View,
    filter: &mut Option<Fit>,
    find: &mut Find,
    arrangement: &mut Arrangement,
) -> Option<Asked> {
    let roomy = ui.available_width() >= ROOMY;
    let total = view.analysis.matrix.total();
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS + 2.0;
        if chip(ui, view, None, total.fits(), filter.is_none(), true).clicked() {
            *filter = None;
        }
        for fit in Fit::CANDIDATES {
            let is_on = *filter == Some(fit);
            if chip(ui, view, Some(fit), total.of(fit), is_on, roomy).clicked() {
                *filter = if is_on { None } else { Some(fit) };
            }
        }
        let market = &whole.project.market;
        if !(market.profiles.is_empty() && market.values.is_empty() && arrangement.is_default()) {
            let shown = view.project.matrix.segments(Axis::Customer).len();
            let said = arrange::said(whole, arrangement, shown);
            let menu = ui.scope(|ui| arrange::menu(ui, whole, arrangement)).response;
            if let Some(said) = said {
                menu.on_hover_text(said);
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| find.ui(ui, view)).inner
    })
    .inner
}

/// Text key of a fit's short name.
pub(super) fn short_key(fit: Fit) -> &'static str {
    if fit == Fit::Undecided { "report-undecided" } else { fit.key() }
}

/// A toggle with the sign of a fit as in the cells, which makes it the legend too.
fn chip(ui: &mut Ui, view: &View, fit: Option<Fit>, count: usize, is_on: bool, with_words: bool) -> Response {
    let colors = theme::colors(ui);
    let words = view.text.get(fit.map_or("matrix-filter-all", short_key));
    let painter = ui.painter().clone();
    let label =
        painter.layout_no_wrap(if with_words { words.to_owned() } else { String::new() }, theme::body(), colors.ink);
    let number = painter.layout_no_wrap(view.text.count(count), theme::small(), colors.muted);
    let swatch = if fit.is_some() { 20.0 } else { 0.0 };
    let gap = 6.0;
    let parts = [swatch, label.size().x, number.size().x];
    let shown = parts.iter().filter(|width| **width > 0.0).count() as f32;
    let width = parts.iter().sum::<f32>() + gap * (shown - 1.0) + 2.0 * space::S;
    let (rect, response) = ui.allocate_exact_size(vec2(width, space::ROW), Sense::click());
    response.widget_info(|| {
        let name = format!("{words}: {}", view.text.count(count));
        WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), is_on, name)
    });
    if ui.is_rect_visible(rect) {
        let (back, frame) = match (is_on, response.hovered()) {
            (true, _) => (colors.selected, colors.accent),
            (false, true) => (colors.hover, colors.frame),
            (false, false) => (colors.background, colors.line),
        };
        let frame = if response.has_focus() { Stroke::new(2.0, colors.accent) } else { Stroke::new(1.0, frame) };
        painter.rect(rect, CornerRadius::same(4), back, frame, StrokeKind::Inside);
        let mut x = rect.left() + space::S;
        let y = rect.center().y;
        if let Some(fit) = fit {
            let (back, ink) = colors.fit(fit);
            let field = Rect::from_center_size(pos2(x + swatch / 2.0, y), vec2(swatch, 18.0));
            painter.rect_filled(field, CornerRadius::same(2), back);
            painter.text(field.center(), Align2::CENTER_CENTER, fit.sign(), theme::small_strong(), ink);
            x += swatch + gap;
        }
        for galley in [label, number] {
            let size = galley.size();
            if size.x > 0.0 {
                painter.galley(pos2(x, y - size.y / 2.0), galley, colors.ink);
                x += size.x + gap;
            }
        }
    }
    response.on_hover_text(view.text.get("matrix-filter-hint"))
}
