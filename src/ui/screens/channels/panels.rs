//! The channels for each segment that matters, side by side with the same axes: the picture that is handed out too.

use eframe::egui::{Ui, vec2};

use crate::figure::{self, Scale};
use crate::text::Language;
use crate::ui::View;
use crate::ui::theme::space;
use crate::ui::widgets::picture::Picture;

/// The panels as they were laid out last.
#[derive(Debug, Default)]
pub struct Panels {
    picture: Picture<(u64, Language, Scale)>,
}

impl Panels {
    /// Draws the panels in the room that is left.
    pub fn show(&mut self, ui: &mut Ui, view: &View, scale: Scale) {
        let room = ui.available_size() - vec2(2.0 * space::M, space::M);
        let key = (view.revision, view.text.language(), scale);
        let words = view.text.get("report-channels-side-by-side");
        ui.horizontal(|ui| {
            ui.add_space(space::M);
            self.picture
                .show(ui, room, key, words, |size| figure::panels(view.project, view.analysis, view.text, scale, size));
        });
    }
}
