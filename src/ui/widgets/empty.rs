//! The empty state of a screen or pane.

use eframe::egui::{Label, RichText, Ui};

use crate::ui::theme::{self, colors, space};

/// Draws a heading, an explanation and the first steps in the middle of the available space.
pub fn empty<R>(ui: &mut Ui, title: &str, lines: &[&str], steps: impl FnOnce(&mut Ui) -> R) -> R {
    let above = (ui.available_height() * 0.28).max(space::L);
    ui.vertical_centered(|ui| {
        ui.set_max_width(460.0);
        ui.add_space(above);
        if !title.is_empty() {
            ui.label(RichText::new(title).font(theme::heading()));
            ui.add_space(space::XS);
        }
        for line in lines {
            ui.add(Label::new(RichText::new(*line).color(colors(ui).muted)).wrap());
        }
        ui.add_space(space::L);
        steps(ui)
    })
    .inner
}
