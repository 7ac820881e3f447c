//! Pointer input: marking, painting, selecting, moving headings.

use eframe::egui::{CursorIcon, PointerButton, Pos2, Response, Ui, Vec2, vec2};

use crate::project::{Axis, Command, Fit, Gesture};
use crate::ui::widgets::grid::{Layout, Selection, Spot};
use crate::ui::{Action, View};

use super::MatrixScreen;
use super::hand::{Hand, line};

/// Distance in points from which dragging a heading moves it.
const PULL: f32 = 6.0;

/// Maximum scroll speed of a drag past an edge, in points per frame.
const FASTEST: f32 = 24.0;

impl MatrixScreen {
    /// The place under the pointer, unless something covers the grid.
    pub(super) fn hovered(&self, response: &Response, layout: &Layout) -> Option<Spot> {
        let at = response.hover_pos().filter(|_| matches!(self.hand, Hand::Idle))?;
        layout.hit(at)
    }

    pub(super) fn pointer(
        &mut self,
        ui: &Ui,
        response: &Response,
        view: &View,
        layout: &Layout,
        out: &mut Vec<Action>,
    ) {
        let (pressed, down, shift, at) = ui.input(|input| {
            let pointer = &input.pointer;
            (pointer.primary_pressed(), pointer.primary_down(), input.modifiers.shift, pointer.interact_pos())
        });
        let Some(at) = at else {
            self.hand = Hand::Idle;
            return;
        };
        // A quick click may be pressed and let go within one frame.
        let clicked = response.clicked_by(PointerButton::Primary);
        if pressed && (response.is_pointer_button_down_on() || clicked) {
            // A click that ends editing or closes the menu only selects.
            let writes = self.editor.is_some() || self.menu.is_open();
            if !response.has_focus() {
                response.request_focus();
            }
            let from = ui.input(|input| input.pointer.press_origin()).unwrap_or(at);
            if let Some(spot) = layout.hit(from) {
                self.press(view, spot, from, shift, writes, out);
            }
        }
        if response.double_clicked()
            && !shift
            && let Some(spot @ (Spot::Row(_) | Spot::Column(_))) = layout.hit(at)
        {
            self.write(view, spot, None);
        }
        if down && response.is_pointer_button_down_on() {
            self.drag(ui, layout, view, at, out);
        } else {
            self.let_go(layout, view, at, out);
        }
        match (&self.hand, response.hover_pos().and_then(|at| layout.hit(at))) {
            (Hand::Holds { pulled: true, .. }, _) => ui.set_cursor_icon(CursorIcon::Grabbing),
            (Hand::Idle, Some(Spot::AddRow | Spot::AddColumn)) => ui.set_cursor_icon(CursorIcon::PointingHand),
            _ => {}
        }
    }

    fn press(&mut self, view: &View, spot: Spot, at: Pos2, shift: bool, writes: bool, out: &mut Vec<Action>) {
        if shift {
            let selection = self.selection.extended(spot);
            self.select_in_place(selection);
            self.hand = Hand::Extends;
            return;
        }
        match spot {
            Spot::Cell { row, column } => {
                self.select_in_place(Selection::at(spot));
                if !writes {
                    let fit = view.analysis.matrix.cell(row, column).fit.next();
                    let gesture = Gesture::start();
                    self.hand = Hand::Paints { gesture, fit, last: (row, column) };
                    Self::paint_cells(view, &[(row, column)], fit, gesture, out);
                }
            }
            Spot::Row(_) | Spot::Column(_) => {
                // The whole selection is dragged.
                if !self.selection.contains(spot, Self::size(view)) {
                    self.select_in_place(Selection::at(spot));
                }
                let axis = if matches!(spot, Spot::Row(_)) { Axis::Product } else { Axis::Customer };
                self.hand = Hand::Holds { axis, from: at, pulled: false };
            }
            Spot::AddRow | Spot::AddColumn => {
                self.select_in_place(Selection::at(spot));
                self.hand = Hand::Adds(spot);
            }
        }
    }

    /// A click requested by an accessibility client.
    pub(super) fn press_by_name(&mut self, ui: &Ui, view: &View, spot: Spot, out: &mut Vec<Action>) {
        Self::take_focus(ui);
        self.press(view, spot, Pos2::ZERO, false, false, out);
        if let Hand::Adds(spot) = std::mem::take(&mut self.hand) {
            self.write(view, spot, None);
        }
    }

    fn drag(&mut self, ui: &Ui, layout: &Layout, view: &View, at: Pos2, out: &mut Vec<Action>) {
        self.pull = self.pull_at(layout, at);
        if self.pull != Vec2::ZERO {
            ui.request_repaint();
        }
        match &mut self.hand {
            Hand::Paints { gesture, fit, last } => {
                let Some(now) = layout.nearest_cell(at).filter(|now| now != last) else { return };
                let passed = line(*last, now);
                *last = now;
                let (gesture, fit) = (*gesture, *fit);
                self.select_in_place(Selection::at(Spot::Cell { row: now.0, column: now.1 }));
                Self::paint_cells(view, &passed, fit, gesture, out);
            }
            Hand::Extends => {
                let spot = match self.selection.active() {
                    Spot::Cell { .. } => layout.nearest_cell(at).map(|(row, column)| Spot::Cell { row, column }),
                    Spot::Row(_) => layout.nearest_cell(at).map(|(row, _)| Spot::Row(row)),
                    Spot::Column(_) => layout.nearest_cell(at).map(|(_, column)| Spot::Column(column)),
                    Spot::AddRow | Spot::AddColumn => None,
                };
                if let Some(spot) = spot.filter(|spot| *spot != self.selection.active()) {
                    self.select_in_place(self.selection.extended(spot));
                }
            }
            Hand::Holds { from, pulled, .. } => *pulled |= from.distance(at) > PULL,
            Hand::Adds(_) | Hand::Idle => {}
        }
    }

    /// Scroll distance per frame while the pointer is dragged outside the grid.
    fn pull_at(&self, layout: &Layout, at: Pos2) -> Vec2 {
        let along = match (&self.hand, self.selection.active()) {
            (Hand::Idle | Hand::Adds(_) | Hand::Holds { pulled: false, .. }, _) => Vec2::ZERO,
            (Hand::Holds { axis: Axis::Product, .. }, _) | (Hand::Extends, Spot::Row(_)) => vec2(0.0, 1.0),
            (Hand::Holds { axis: Axis::Customer, .. }, _) | (Hand::Extends, Spot::Column(_)) => vec2(1.0, 0.0),
            (Hand::Paints { .. } | Hand::Extends, _) => Vec2::splat(1.0),
        };
        let out = at - layout.body().clamp(at);
        along * (out * 0.4).clamp(Vec2::splat(-FASTEST), Vec2::splat(FASTEST))
    }

    fn let_go(&mut self, layout: &Layout, view: &View, at: Pos2, out: &mut Vec<Action>) {
        match std::mem::take(&mut self.hand) {
            Hand::Holds { axis, pulled: true, .. } => {
                let gap = match axis {
                    Axis::Product => layout.row_gap(at.y),
                    Axis::Customer => layout.column_gap(at.x),
                };
                self.move_to_gap(view, axis, gap, out);
            }
            Hand::Holds { axis, pulled: false, .. } => {
                // A click on one of several selected headings selects it alone.
                let spot = layout.hit(at).filter(|_| self.selection.is_range());
                if let Some(spot @ (Spot::Row(_) | Spot::Column(_))) = spot
                    && (axis == Axis::Product) == matches!(spot, Spot::Row(_))
                {
                    self.select(Selection::at(spot));
                }
            }
            Hand::Adds(spot) if layout.hit(at) == Some(spot) => self.write(view, spot, None),
            Hand::Adds(_) | Hand::Idle | Hand::Paints { .. } | Hand::Extends => {}
        }
    }

    /// The boundary at which the dragged headings would be dropped.
    pub(super) fn landing(&self, ui: &Ui, layout: &Layout) -> Option<(Axis, usize)> {
        let Hand::Holds { axis, pulled: true, .. } = self.hand else {
            return self.new_between(layout.size);
        };
        let at = ui.input(|input| input.pointer.interact_pos())?;
        Some(match axis {
            Axis::Product => (axis, layout.row_gap(at.y)),
            Axis::Customer => (axis, layout.column_gap(at.x)),
        })
    }

    fn paint_cells(view: &View, cells: &[(usize, usize)], fit: Fit, gesture: Gesture, out: &mut Vec<Action>) {
        let matrix = &view.project.matrix;
        for (row, column) in cells {
            let product = matrix.segments(Axis::Product).get(*row);
            let customer = matrix.segments(Axis::Customer).get(*column);
            if let (Some(product), Some(customer)) = (product, customer) {
                let command = Command::SetFit { products: vec![product.id], customers: vec![customer.id], fit };
                out.push(Action::Edit(command, Some(gesture)));
            }
        }
    }
}
