//! Paints the grid: one mesh of lines and fills for cells and each band of headings, and laid-out text on top.
//!
//! Has no side effects; the cost depends on what is visible.

use std::f32::consts::FRAC_PI_2;
use std::sync::Arc;

use eframe::egui::epaint::{Mesh, TextShape};
use eframe::egui::{Align2, Color32, CornerRadius, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui, pos2, vec2};

use crate::project::{Axis, Fit};
use crate::ui::View;
use crate::ui::theme::{self, Colors, icon, space};
use crate::ui::widgets::flag;
use crate::ui::widgets::grid::paint::{Pixels, covered, fill, lines, outlines, triangle};
use crate::ui::widgets::grid::{Layout, Selection, Spot};

use super::headings::{COUNT_HEIGHT, Headings};

/// Distance of a note's mark from the cell's edges.
const NOTE_INSET: f32 = 3.0;

/// Input to painting.
pub(super) struct MatrixScene<'a> {
    pub view: &'a View<'a>,
    pub layout: &'a Layout,
    pub selection: Selection,
    pub focused: bool,
    /// Cells with another fit are dimmed.
    pub filter: Option<Fit>,
    pub hovered: Option<Spot>,
    /// Headings that match the search, and the current match.
    pub found: &'a [Spot],
    pub found_at: Option<Spot>,
    /// The boundary at which dragged headings would be dropped.
    pub landing: Option<(Axis, usize)>,
}

pub(super) fn paint(ui: &Ui, scene: &MatrixScene, headings: &mut Headings) {
    let colors = theme::colors(ui);
    let pixels = Pixels { per_point: ui.pixels_per_point() };
    let painter = ui.painter_at(scene.layout.area);
    cells(&painter, scene, headings, colors, pixels);
    let body = painter.with_clip_rect(scene.layout.body());
    outlines(&body, scene.layout, scene.selection, scene.hovered, scene.focused, colors, pixels);
    bands(&painter, scene, colors, pixels);
    names(ui, &painter, scene, headings, colors);
    places_to_add(&painter, scene, colors);
    landing(&painter, scene, colors);
}

fn cells(painter: &Painter, scene: &MatrixScene, headings: &Headings, colors: &Colors, pixels: Pixels) {
    let layout = scene.layout;
    let (rows, columns) = (layout.rows(), layout.columns());
    if rows.is_empty() || columns.is_empty() {
        return;
    }
    let painter = painter.with_clip_rect(layout.body());
    let one = pixels.one();
    let mut mesh = Mesh::default();
    lines(&mut mesh, layout, colors, pixels);
    let tints = Fit::ALL.map(|fit| {
        let (fill, ink) = colors.fit(fit);
        match scene.filter {
            Some(only) if only != fit => (fill.gamma_multiply(0.18), colors.muted.gamma_multiply(0.55)),
            _ => (fill, ink),
        }
    });
    let note = (layout.cell.y * 0.24).clamp(6.0, 10.0);
    let mut signs = Vec::new();
    let beachhead = scene.view.project.beachhead.as_ref();
    let beachhead = beachhead.and_then(|beachhead| scene.view.analysis.matrix.place(beachhead.cell));
    for row in rows {
        let (top, bottom) = (pixels.snap(layout.y(row)), pixels.snap(layout.y(row + 1)) - one);
        for (column, state) in scene.view.analysis.matrix.cells(row, columns.clone()) {
            let column = *column as usize;
            let (left, right) = (pixels.snap(layout.x(column)), pixels.snap(layout.x(column + 1)) - one);
            let rect = Rect::from_min_max(pos2(left, top), pos2(right, bottom));
            let (tint, ink) = tints[state.fit as usize];
            if state.fit != Fit::No {
                fill(&mut mesh, rect, tint);
                let sign = headings.sign(state.fit);
                signs.push(Shape::Text(TextShape::new(rect.center() - sign.size() / 2.0, Arc::clone(sign), ink)));
            }
            if beachhead == Some((row, column)) {
                let (pole, pennant) = flag::parts(rect.min + vec2(4.0, 3.0), flag::height(layout.cell.y));
                fill(&mut mesh, pole, ink);
                triangle(&mut mesh, pennant, ink);
            }
            if state.has_note {
                // Inset: at the edge it would look cut out of the cell.
                let corner = rect.right_top() + vec2(-NOTE_INSET, NOTE_INSET);
                triangle(&mut mesh, [corner - vec2(note, 0.0), corner, corner + vec2(0.0, note)], ink);
            }
        }
    }
    if let Some(range) = covered(layout, scene.selection, pixels) {
        fill(&mut mesh, range, colors.selection);
    }
    painter.add(mesh);
    painter.extend(signs);
}

/// Backgrounds and lines of the headings.
fn bands(painter: &Painter, scene: &MatrixScene, colors: &Colors, pixels: Pixels) {
    let layout = scene.layout;
    let one = pixels.one();
    let active = scene.selection.active();
    for axis in Axis::ALL {
        let (band, range, selected) = match axis {
            Axis::Product => (layout.row_band(), layout.rows(), scene.selection.rows(layout.size)),
            Axis::Customer => (layout.column_band(), layout.columns(), scene.selection.columns(layout.size)),
        };
        let painter = painter.with_clip_rect(band);
        let mut mesh = Mesh::default();
        let spot = |place| if axis == Axis::Product { Spot::Row(place) } else { Spot::Column(place) };
        let rect = |place| layout.rect(spot(place));
        let end = match axis {
            Axis::Product => band.with_max_y(rect(range.end).top().min(band.bottom())),
            Axis::Customer => band.with_max_x(rect(range.end).left().min(band.right())),
        };
        fill(&mut mesh, end, colors.panel);
        for place in range {
            let rect = rect(place);
            let whole = scene.selection.contains(spot(place), layout.size);
            if scene.hovered == Some(spot(place)) {
                fill(&mut mesh, rect, colors.hover);
            }
            if whole || scene.found.binary_search_by_key(&order(spot(place)), |found| order(*found)).is_ok() {
                fill(&mut mesh, rect, colors.selected);
            } else if selected.contains(&place) && matches!(active, Spot::Cell { .. }) {
                fill(&mut mesh, rect, colors.hover);
            }
            let (x, y) = (pixels.snap(rect.right()), pixels.snap(rect.bottom()));
            let line = match axis {
                Axis::Product => Rect::from_min_max(pos2(rect.left(), y - one), pos2(rect.right(), y)),
                Axis::Customer => Rect::from_min_max(pos2(x - one, rect.top()), pos2(x, rect.bottom())),
            };
            fill(&mut mesh, line, colors.line);
        }
        painter.add(mesh);
        let marked = scene.found_at.into_iter().chain(Some(active).filter(|_| scene.focused));
        for spot in marked
            .filter(|spot| matches!((axis, spot), (Axis::Product, Spot::Row(_)) | (Axis::Customer, Spot::Column(_))))
        {
            let stroke = Stroke::new(2.0, colors.accent);
            painter.rect_stroke(layout.rect(spot), CornerRadius::ZERO, stroke, StrokeKind::Inside);
        }
    }
    let (area, body) = (layout.area, layout.body());
    painter.rect_filled(layout.corner(), CornerRadius::ZERO, colors.panel);
    let edge = Stroke::new(1.0, colors.frame);
    let content = pos2(layout.x(layout.size.columns), layout.y(layout.size.rows));
    painter.hline(area.left()..=area.right().min(content.x), pixels.snap(body.top()) - one / 2.0, edge);
    painter.vline(pixels.snap(body.left()) - one / 2.0, area.top()..=area.bottom().min(content.y), edge);
}

/// Sort key of matches.
pub(super) fn order(spot: Spot) -> (usize, usize) {
    match spot {
        Spot::Row(place) => (0, place),
        Spot::Column(place) => (1, place),
        Spot::Cell { .. } | Spot::AddRow | Spot::AddColumn => (2, 0),
    }
}

/// Names and counts of the headings, and the names of the axes.
fn names(ui: &Ui, painter: &Painter, scene: &MatrixScene, headings: &mut Headings, colors: &Colors) {
    let (view, layout) = (scene.view, scene.layout);
    let matrix = &view.project.matrix;
    let count = |headings: &mut Headings, painter: &Painter, at: Pos2, align: Align2, axis: Axis, place: usize| {
        let fits = view.analysis.matrix.counts(axis, place).fits();
        if fits > 0 {
            let galley = headings.count(ui, fits, view.text);
            painter.galley(align.anchor_size(at, galley.size()).min, Arc::clone(galley), colors.muted);
        }
    };
    let rows = painter.with_clip_rect(layout.row_band());
    for row in layout.rows() {
        let Some(segment) = matrix.segments(Axis::Product).get(row) else { break };
        let rect = layout.rect(Spot::Row(row));
        let galley = headings.galley(ui, layout, Axis::Product, segment, view.text);
        let at = pos2(rect.left() + space::S, rect.center().y - galley.size().y / 2.0);
        rows.galley(at, galley, name_ink(&segment.name, colors));
        count(headings, &rows, rect.right_center() - vec2(space::S, 0.0), Align2::RIGHT_CENTER, Axis::Product, row);
    }
    let columns = painter.with_clip_rect(layout.column_band());
    for column in layout.columns() {
        let Some(segment) = matrix.segments(Axis::Customer).get(column) else { break };
        let rect = layout.rect(Spot::Column(column));
        let galley = headings.galley(ui, layout, Axis::Customer, segment, view.text);
        let size = galley.size();
        let ink = name_ink(&segment.name, colors);
        let foot = rect.bottom() - COUNT_HEIGHT;
        if layout.turned {
            let at = pos2(rect.center().x - size.y / 2.0, foot - space::XS);
            columns.add(TextShape::new(at, galley, ink).with_angle(-FRAC_PI_2));
        } else {
            // A centred galley's origin is its middle.
            columns.galley(pos2(rect.center().x, foot - space::XS - size.y), galley, ink);
        }
        count(
            headings,
            &columns,
            pos2(rect.center().x, foot + COUNT_HEIGHT / 2.0 - 2.0),
            Align2::CENTER_CENTER,
            Axis::Customer,
            column,
        );
    }
    let corner = layout.corner().shrink2(vec2(space::S, space::XS));
    let painter = painter.with_clip_rect(layout.corner());
    painter.text(
        corner.left_bottom(),
        Align2::LEFT_BOTTOM,
        view.text.get("product-segments"),
        theme::small(),
        colors.muted,
    );
    painter.text(
        corner.right_top(),
        Align2::RIGHT_TOP,
        view.text.get("customer-segments"),
        theme::small(),
        colors.muted,
    );
}

fn name_ink(name: &str, colors: &Colors) -> Color32 {
    if name.trim().is_empty() { colors.muted } else { colors.ink }
}

/// The controls that add a segment.
fn places_to_add(painter: &Painter, scene: &MatrixScene, colors: &Colors) {
    let layout = scene.layout;
    for (spot, key, band, empty) in [
        (Spot::AddRow, "matrix-add-product", layout.row_band(), true),
        (Spot::AddColumn, "matrix-add-customer", layout.column_band(), layout.size.columns == 0),
    ] {
        let painter = painter.with_clip_rect(band);
        let rect = layout.rect(spot);
        let active = scene.selection.active() == spot && scene.focused;
        if scene.hovered == Some(spot) || active {
            painter.rect_filled(rect, CornerRadius::ZERO, colors.hover);
        }
        if active {
            painter.rect_stroke(rect, CornerRadius::ZERO, Stroke::new(2.0, colors.accent), StrokeKind::Inside);
        }
        let (at, align) = if empty {
            (rect.left_bottom() + vec2(space::S, -17.0), Align2::LEFT_CENTER)
        } else {
            (rect.center_bottom() - vec2(0.0, 17.0), Align2::CENTER_CENTER)
        };
        let sign = painter.text(at, align, icon::PLUS, theme::body(), colors.accent);
        if empty {
            let at = sign.right_center() + vec2(space::S - 2.0, 0.0);
            painter.text(at, Align2::LEFT_CENTER, scene.view.text.get(key), theme::body(), colors.accent);
        }
    }
}

/// The boundary at which dragged headings would be dropped.
fn landing(painter: &Painter, scene: &MatrixScene, colors: &Colors) {
    let layout = scene.layout;
    let stroke = Stroke::new(3.0, colors.accent);
    match scene.landing {
        Some((Axis::Product, gap)) => drop(painter.hline(layout.area.x_range(), layout.y(gap), stroke)),
        Some((Axis::Customer, gap)) => drop(painter.vline(layout.x(gap), layout.area.y_range(), stroke)),
        None => {}
    }
}
