//! What dialogs are made of.

use std::path::PathBuf;

use eframe::egui::{Button, Key, Label, RichText, ScrollArea, Ui, vec2};

use crate::project::Message;
use crate::text::Text;
use crate::ui::Differs;
use crate::ui::theme::{self, colors, space};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    Cancel,
    /// Save first, then go on; or overwrite.
    Save,
    /// Go on without the changes; or discard unsaved work.
    Discard,
    SaveElsewhere,
    /// Read the file again.
    Reload,
    /// Restore unsaved work.
    Restore,
    /// Compare that version.
    Look(usize),
    /// Put that version in place of the project.
    RestoreVersion(usize),
    /// Open that version as a copy.
    OpenVersion(usize),
    /// Paste the table as it was read.
    Paste,
    /// Try again what failed.
    Retry,
    Path(PathBuf),
    /// The typed path has changed; asks whether the file exists.
    Typed(PathBuf),
}

pub(super) fn heading(ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).font(theme::heading()));
    ui.add_space(space::S);
}

pub(super) fn answer(ui: &mut Ui, name: &str, first: bool) -> bool {
    let palette = colors(ui);
    let mut button = Button::new(RichText::new(name)).min_size(vec2(96.0, 30.0));
    if first {
        button =
            Button::new(RichText::new(name).color(palette.on_accent)).fill(palette.accent).min_size(vec2(96.0, 30.0));
    }
    ui.add(button).clicked()
}

/// A button for each answer, the first one highlighted; the one that was pressed.
pub(super) fn answers(ui: &mut Ui, text: &Text, all: &[(&str, Answer)]) -> Option<Answer> {
    let mut given = None;
    ui.horizontal_wrapped(|ui| {
        for (place, (key, reply)) in all.iter().enumerate() {
            if answer(ui, text.get(key), place == 0) {
                given = Some(reply.clone());
            }
        }
    });
    given
}

pub(super) fn enter(ui: &Ui) -> bool {
    ui.input(|input| input.key_pressed(Key::Enter))
}

/// What differs, a line each.
pub(super) fn differences(ui: &mut Ui, text: &Text, differs: &Differs) {
    let lines: Vec<String> = match differs {
        Differs::Comparing => vec![text.get("differs-comparing").to_owned()],
        Differs::Told(told) if told.is_empty() => vec![text.get("differs-nothing").to_owned()],
        Differs::Told(told) => told.iter().map(|message| format!("• {}", text.say(message))).collect(),
        Differs::Unknown(why) => vec![text.say(&Message::new("differs-unknown").with("why", why.clone()))],
    };
    let color =
        if matches!(differs, Differs::Told(told) if !told.is_empty()) { colors(ui).ink } else { colors(ui).muted };
    ScrollArea::vertical().max_height(200.0).auto_shrink([false, true]).show(ui, |ui| {
        for line in &lines {
            ui.add(Label::new(RichText::new(line).color(color)).wrap());
        }
    });
}
