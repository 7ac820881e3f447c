//! The flag of the beachhead, drawn wherever its Prio is shown.

use eframe::egui::{Color32, Pos2, Rect, Shape, pos2, vec2};

/// Height of the flag in a cell of that height.
pub fn height(cell: f32) -> f32 {
    (cell * 0.36).clamp(9.0, 16.0)
}

/// The pole and the pennant with their left upper corner at a point.
pub fn parts(at: Pos2, height: f32) -> (Rect, [Pos2; 3]) {
    let pole = Rect::from_min_size(at, vec2(1.5, height));
    let (width, drop) = (height * 0.72, height * 0.56);
    let pennant = [at + vec2(1.5, 0.0), at + vec2(1.5 + width, drop / 2.0), at + vec2(1.5, drop)];
    (pole, pennant)
}

/// A small flag in the upper left corner of a badge, beside its sign.
pub fn in_corner(mark: Rect, ink: Color32) -> [Shape; 2] {
    let (pole, pennant) = parts(pos2(mark.left() + 1.5, mark.top() + 1.5), 8.5);
    [Shape::rect_filled(pole, 0.0, ink), Shape::convex_polygon(pennant.to_vec(), ink, eframe::egui::Stroke::NONE)]
}
