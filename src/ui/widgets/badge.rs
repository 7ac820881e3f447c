//! The sign of a fit on its colour, wherever a cell or a segment is named.

use eframe::egui::{Align2, Pos2, Rect, Ui, vec2};

use crate::project::{CellKey, Fit, SegmentId};
use crate::ui::View;
use crate::ui::theme::{self, colors};

use super::flag;

/// Side of a badge.
pub const BADGE: f32 = 26.0;

/// The sign on its colour, as in the matrix.
fn badge(ui: &Ui, at: Pos2, fit: Fit) {
    let (fill, ink) = colors(ui).fit(fit);
    let rect = Rect::from_min_size(at, vec2(BADGE, BADGE));
    ui.painter().rect_filled(rect, 4.0, fill);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, fit.sign(), theme::sign(), ink);
}

/// The sign of a cell's fit, with a flag on the beachhead.
pub fn cell_badge(ui: &Ui, view: &View, at: Pos2, key: CellKey) {
    flagged(ui, at, view.project.matrix.cell(key).fit, view.project.is_beachhead(key));
}

/// The sign of a customer segment's most urgent fit, with a flag where the beachhead is.
pub fn segment_badge(ui: &Ui, view: &View, at: Pos2, customer: SegmentId, fit: Fit) {
    let beachhead = view.project.beachhead.as_ref();
    flagged(ui, at, fit, beachhead.is_some_and(|beachhead| beachhead.cell.customer == customer));
}

fn flagged(ui: &Ui, at: Pos2, fit: Fit, has_flag: bool) {
    badge(ui, at, fit);
    if has_flag {
        let rect = Rect::from_min_size(at, vec2(BADGE, BADGE));
        ui.painter().extend(flag::in_corner(rect, colors(ui).fit(fit).1));
    }
}
