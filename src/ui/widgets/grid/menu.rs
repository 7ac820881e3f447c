//! The context menu of a grid.

use eframe::egui::containers::menu::menu_style;
use eframe::egui::{Align, Layout as Flow, Popup, PopupKind, Pos2, Rect, Response, Ui};

use super::{Layout, Selection};

/// The position of the menu while it is open.
#[derive(Debug, Default)]
pub struct Menu {
    at: Option<Pos2>,
}

impl Menu {
    pub fn open(&mut self, at: Pos2) {
        self.at = Some(at);
    }

    pub fn is_open(&self) -> bool {
        self.at.is_some()
    }

    /// Closes the menu. Returns whether it was open.
    pub fn close(&mut self) -> bool {
        self.at.take().is_some()
    }

    /// Opens at a right click. Returns the place to select first, if the click was outside the selection.
    pub fn follow(&mut self, response: &Response, layout: &Layout, selection: Selection) -> Option<Selection> {
        let at = response.interact_pointer_pos().filter(|_| response.secondary_clicked())?;
        let spot = layout.hit(at)?;
        response.request_focus();
        self.at = Some(at);
        (!selection.contains(spot, layout.size)).then(|| Selection::at(spot))
    }

    /// Draws the open menu; `items` returns what was chosen. Choosing closes it and gives the focus back to the grid.
    pub fn show<T>(&mut self, ui: &Ui, grid: &Response, items: impl FnOnce(&mut Ui) -> Option<T>) -> Option<T> {
        let at = self.at?;
        let mut open = true;
        let shown = Popup::new(grid.id.with("menu"), ui.ctx().clone(), Rect::from_min_max(at, at), grid.layer_id)
            .kind(PopupKind::Menu)
            .layout(Flow::top_down_justified(Align::Min))
            .style(menu_style)
            .gap(0.0)
            .open_bool(&mut open)
            .show(items);
        let chosen = shown.and_then(|shown| shown.inner);
        if chosen.is_some() {
            grid.request_focus();
        }
        if chosen.is_some() || !open {
            self.at = None;
        }
        chosen
    }
}
