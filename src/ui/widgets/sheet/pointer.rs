//! What the pointer does in a sheet: selecting, opening, resizing columns.

use eframe::egui::{CursorIcon, PointerButton, Response, Ui};

use crate::ui::widgets::grid::{Selection, Spot};

use super::source::{Asked, FROZEN, LEAST, Source};
use super::{Drag, Geometry, Sheet};

impl Sheet {
    pub(super) fn pointer(
        &mut self,
        ui: &Ui,
        response: &Response,
        source: &impl Source,
        geometry: &Geometry,
    ) -> Option<Asked> {
        let (pressed, down, shift, at) = ui.input(|input| {
            let pointer = &input.pointer;
            (pointer.primary_pressed(), pointer.primary_down(), input.modifiers.shift, pointer.interact_pos())
        });
        let Some(at) = at else {
            self.drag = Drag::None;
            return None;
        };
        let edge = Self::edge(source, geometry, at);
        if response.hovered() && (edge.is_some() || matches!(self.drag, Drag::Resize { .. })) {
            ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
        }
        if response.double_clicked()
            && let Some((key, _)) = edge
        {
            self.fit(ui, source, geometry, key);
            return None;
        }
        self.follow_menu(response, geometry);
        // A quick click may be pressed and let go within one frame.
        let clicked = response.clicked_by(PointerButton::Primary);
        let mut asked = None;
        if pressed && (response.is_pointer_button_down_on() || clicked) {
            response.request_focus();
            let from = ui.input(|input| input.pointer.press_origin()).unwrap_or(at);
            if let Some((key, width)) = Self::edge(source, geometry, from) {
                self.drag = Drag::Resize { key, from: from.x, width };
            } else if let Some(spot) = geometry.hit(from) {
                self.selection = if shift { self.selection.extended(spot) } else { Selection::at(spot) };
                self.drag = Drag::Select;
            }
        }
        if clicked && !shift && edge.is_none() {
            match geometry.hit(at) {
                Some(Spot::Column(column)) => asked = Some(Asked::Column(column)),
                Some(Spot::AddColumn) if source.adds_column().is_some() => asked = Some(Asked::AddColumn),
                Some(Spot::AddRow) => self.open(source, Spot::AddRow, None),
                Some(spot) if response.double_clicked() => self.open(source, spot, None),
                _ => {}
            }
        }
        if !(down && response.is_pointer_button_down_on()) {
            self.drag = Drag::None;
        }
        match self.drag {
            Drag::Resize { key, from, width } => {
                self.widths.insert(key, (width + at.x - from).clamp(LEAST, 900.0));
                self.cache.clear();
            }
            Drag::Select => {
                if let Some((row, column)) = geometry.nearest_cell(at) {
                    let spot = match self.selection.active() {
                        Spot::Row(_) => Spot::Row(row),
                        Spot::Cell { .. } => Spot::Cell { row, column },
                        stay => stay,
                    };
                    self.selection = self.selection.extended(spot);
                }
            }
            Drag::None => {}
        }
        asked
    }

    /// Opens the menu at a right click, on what was clicked if that isn't selected.
    fn follow_menu(&mut self, response: &Response, geometry: &Geometry) {
        let Some(at) = response.interact_pointer_pos().filter(|_| response.secondary_clicked()) else { return };
        let Some(spot) = geometry.hit(at) else { return };
        response.request_focus();
        let size = crate::ui::widgets::grid::tree::Places::size(geometry);
        if !self.selection.contains(spot, size) {
            self.selection = Selection::at(spot);
        }
        self.menu.open(at);
    }

    /// The key and width of the column whose right edge is there.
    fn edge(source: &impl Source, geometry: &Geometry, at: eframe::egui::Pos2) -> Option<(u64, f32)> {
        let corner = geometry.corner();
        if corner.expand2(eframe::egui::vec2(4.0, 0.0)).contains(at) && (at.x - corner.right()).abs() <= 4.0 {
            return Some((FROZEN, corner.width()));
        }
        let column = geometry.edge_at(at)?;
        Some((source.columns().get(column)?.key, geometry.width(column)))
    }

    /// Fits a column to the visible cells.
    fn fit(&mut self, ui: &Ui, source: &impl Source, geometry: &Geometry, key: u64) {
        let width = super::paint::fitting(ui, source, geometry, key);
        self.widths.insert(key, width.clamp(LEAST, 600.0));
        self.cache.clear();
    }
}
