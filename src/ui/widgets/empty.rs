//! The empty state of a screen or pane: what it is for, the first step, an example.

use eframe::egui::{Align, Button, Label, Layout, RichText, Role, TextWrapMode, Ui, WidgetInfo, vec2};

use crate::ui::theme::{self, colors, space};

use super::{focus, labelled_button};

/// Shown in the middle of a screen that has nothing to show yet.
#[derive(Debug, Clone, Copy, Default)]
pub struct Empty<'a> {
    pub title: &'a str,
    /// What the screen is for, a line each.
    pub lines: &'a [&'a str],
    /// What it looks like filled in, in a sentence; may be empty.
    pub example: &'a str,
    /// Icon and name of each step; the first is the one to take.
    pub steps: &'a [(&'a str, &'a str)],
    /// Another way to begin, in small print; may be empty.
    pub hint: &'a str,
}

impl Empty<'_> {
    /// Draws it. Returns the index of the step that was chosen. The first step has the focus as long as nothing else
    /// wants it.
    pub fn show(&self, ui: &mut Ui) -> Option<usize> {
        const WIDTH: f32 = 460.0;
        const STEP: f32 = 232.0;
        let above = (ui.available_height() * 0.24).max(space::L);
        let muted = colors(ui).muted;
        let mut chosen = None;
        ui.vertical_centered(|ui| {
            ui.set_max_width(WIDTH);
            ui.add_space(above);
            let title = ui.label(RichText::new(self.title).font(theme::heading()));
            title.widget_info(|| WidgetInfo::labeled(Role::Heading, true, self.title));
            ui.add_space(space::XS);
            for line in self.lines.iter().chain([&self.example]).filter(|line| !line.is_empty()) {
                ui.add(Label::new(RichText::new(*line).color(muted)).wrap());
            }
            ui.add_space(space::L);
            ui.allocate_ui_with_layout(vec2(STEP, 0.0), Layout::top_down_justified(Align::Center), |ui| {
                for (place, (icon, name)) in self.steps.iter().enumerate() {
                    let button =
                        if place == 0 { primary_button(ui, icon, name) } else { labelled_button(ui, icon, name) };
                    if place == 0 && focus::is_free(ui) {
                        button.request_focus();
                    }
                    if button.clicked() {
                        chosen = Some(place);
                    }
                }
            });
            if !self.hint.is_empty() {
                ui.add_space(space::M);
                ui.label(RichText::new(self.hint).font(theme::small()).color(muted));
            }
        });
        chosen
    }
}

/// The one button of a view that leads on. The icon, which may be empty, is left out of its accessible name.
pub fn primary_button(ui: &mut Ui, icon: &str, name: &str) -> eframe::egui::Response {
    let palette = colors(ui);
    let ink = |words| RichText::new(words).color(palette.on_accent);
    let button = if icon.is_empty() { Button::new(ink(name)) } else { Button::new((ink(icon), ink(name))) };
    let button = button.fill(palette.accent).min_size(vec2(0.0, space::ROW)).wrap_mode(TextWrapMode::Extend);
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    response
}
