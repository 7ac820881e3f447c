//! What the pressed mouse button does in the matrix.

use eframe::egui::Pos2;

use crate::project::{Axis, Fit, Gesture};
use crate::ui::widgets::grid::Spot;

/// The gesture of the pressed button.
#[derive(Debug, Default)]
pub(super) enum Hand {
    /// Not pressed, or ignored until released.
    #[default]
    Idle,
    /// Sets cells to what the first one was set to.
    Paints {
        gesture: Gesture,
        fit: Fit,
        last: (usize, usize),
    },
    Extends,
    /// On a control for adding, which opens its field on release: opened sooner, it would lose the focus to the rest of
    /// the click.
    Adds(Spot),
    /// Holds headings of an axis, pressed at the point; dragging moves them.
    Holds {
        axis: Axis,
        from: Pos2,
        pulled: bool,
    },
}

/// The cells on the line from one to another, excluding the first. Closes gaps left by a fast pointer.
pub(super) fn line(from: (usize, usize), to: (usize, usize)) -> Vec<(usize, usize)> {
    let steps = from.0.abs_diff(to.0).max(from.1.abs_diff(to.1));
    let along = |from: usize, to: usize, step: usize| {
        let share = step as f32 / steps as f32;
        (from as f32 + (to as f32 - from as f32) * share).round() as usize
    };
    (1..=steps).map(|step| (along(from.0, to.0, step), along(from.1, to.1, step))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fast_stroke_has_no_gaps() {
        assert_eq!(line((0, 0), (0, 3)), [(0, 1), (0, 2), (0, 3)]);
        assert_eq!(line((2, 5), (0, 4)), [(1, 5), (0, 4)]);
        assert_eq!(line((1, 1), (1, 1)), []);
    }
}
