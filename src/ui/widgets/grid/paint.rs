//! Pixel-aligned lines and fills, and the selection.

use eframe::egui::epaint::{Mesh, Vertex};
use eframe::egui::{Color32, CornerRadius, Painter, Pos2, Rect, Stroke, StrokeKind, pos2};

use crate::ui::theme::Colors;

use super::{Layout, Selection, Spot};

/// Rounds edges to whole pixels, so that lines stay crisp and don't shimmer while scrolling.
#[derive(Debug, Clone, Copy)]
pub struct Pixels {
    /// Physical pixels per point.
    pub per_point: f32,
}

impl Pixels {
    /// The nearest pixel edge, in points.
    pub fn snap(self, at: f32) -> f32 {
        (at * self.per_point).round() / self.per_point
    }

    /// The size of one pixel, in points.
    pub fn one(self) -> f32 {
        1.0 / self.per_point
    }

    /// A cell or a range without the lines to its right and below it.
    pub fn inside(self, rect: Rect) -> Rect {
        let end = pos2(self.snap(rect.right()) - self.one(), self.snap(rect.bottom()) - self.one());
        Rect::from_min_max(pos2(self.snap(rect.left()), self.snap(rect.top())), end)
    }
}

/// The lines to the right of and below each visible cell.
pub fn lines(mesh: &mut Mesh, layout: &Layout, colors: &Colors, pixels: Pixels) {
    let (rows, columns) = (layout.rows(), layout.columns());
    let one = pixels.one();
    let (left, right) = (layout.x(columns.start), pixels.snap(layout.x(columns.end)));
    let (top, bottom) = (layout.y(rows.start), pixels.snap(layout.y(rows.end)));
    for row in rows {
        let y = pixels.snap(layout.y(row + 1));
        fill(mesh, Rect::from_min_max(pos2(left, y - one), pos2(right, y)), colors.line);
    }
    for column in columns {
        let x = pixels.snap(layout.x(column + 1));
        fill(mesh, Rect::from_min_max(pos2(x - one, top), pos2(x, bottom)), colors.line);
    }
}

/// The rectangle of a selection of more than one cell.
pub fn covered(layout: &Layout, selection: Selection, pixels: Pixels) -> Option<Rect> {
    let (rows, columns) = (selection.rows(layout.size), selection.columns(layout.size));
    let is_cell = matches!(selection.active(), Spot::Cell { .. }) && !selection.is_range();
    let range = Rect::from_min_max(
        pos2(layout.x(columns.start), layout.y(rows.start)),
        pos2(layout.x(columns.end), layout.y(rows.end)),
    );
    (!is_cell && !rows.is_empty() && !columns.is_empty()).then(|| pixels.inside(range))
}

/// Outlines of the selection, the hovered cell and the active cell.
pub fn outlines(
    painter: &Painter,
    layout: &Layout,
    selection: Selection,
    hovered: Option<Spot>,
    focused: bool,
    colors: &Colors,
    pixels: Pixels,
) {
    let strong = if focused { colors.accent } else { colors.frame };
    let frame = |rect: Rect, width: f32, color: Color32| {
        painter.rect_stroke(rect, CornerRadius::ZERO, Stroke::new(width, color), StrokeKind::Inside);
    };
    if let Some(range) = covered(layout, selection, pixels) {
        frame(range, 1.0, strong);
    }
    if let Some(spot @ Spot::Cell { .. }) = hovered {
        frame(pixels.inside(layout.rect(spot)), 1.0, colors.muted);
    }
    if let spot @ Spot::Cell { .. } = selection.active() {
        let rect = pixels.inside(layout.rect(spot));
        // A second line inside, visible on dark and light fills alike.
        frame(rect.shrink(2.0), 1.0, colors.background);
        frame(rect, 2.0, strong);
    }
}

pub fn fill(mesh: &mut Mesh, rect: Rect, color: Color32) {
    mesh.add_colored_rect(rect, color);
}

pub fn triangle(mesh: &mut Mesh, corners: [Pos2; 3], color: Color32) {
    let first = mesh.vertices.len() as u32;
    mesh.vertices.extend(corners.map(|at| Vertex::untextured(at, color)));
    mesh.add_triangle(first, first + 1, first + 2);
}
