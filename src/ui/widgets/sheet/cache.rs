//! Laid-out texts of cells, kept between frames.

use std::collections::HashMap;
use std::sync::Arc;

use eframe::egui::{Galley, Ui};

/// Cells as they are laid out, kept until one of them changes.
#[derive(Debug, Default)]
pub(super) struct Cache {
    made_for: (u64, bool, u32),
    pub cells: HashMap<(u64, Option<usize>), Arc<Galley>>,
}

impl Cache {
    pub fn clear(&mut self) {
        self.cells.clear();
    }

    /// The whole text of a cell that is drawn with an ellipsis.
    pub fn cut(&self, row: u64, column: Option<usize>) -> Option<String> {
        let galley = self.cells.get(&(row, column))?;
        galley.elided.then(|| galley.text().to_owned())
    }

    pub fn follow(&mut self, ui: &Ui, made_for: u64) {
        let made_for = (made_for, ui.visuals().dark_mode, ui.pixels_per_point().to_bits());
        if self.made_for != made_for || self.cells.len() > 60_000 {
            (self.made_for, self.cells) = (made_for, HashMap::new());
        }
    }
}
