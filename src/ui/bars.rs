//! What bars, menus and dialogs around the screen draw from.

use eframe::egui::{KeyboardShortcut, Ui};

use crate::project::Message;
use crate::text::Text;

use super::action::{Action, Appearance, Notice};
use super::commands::CommandRow;
use super::files::FileEntry;
use super::view::View;

/// Whether the project is on disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saved {
    /// It is being written.
    Saving,
    /// It differs from what is on disk, or something is being typed.
    Unsaved,
    Saved,
}

/// What the bars show besides the project.
#[derive(Clone, Copy)]
pub struct Bars<'a> {
    /// None when no project is open.
    pub view: Option<View<'a>>,
    pub text: &'a Text,
    /// The key of the screen that is shown; none: the start screen.
    pub screen: Option<&'static str>,
    /// What undo would take back.
    pub undo: Option<&'a Message>,
    /// What redo would do again.
    pub redo: Option<&'a Message>,
    /// None as long as there is nothing to save.
    pub saved: Option<Saved>,
    pub appearance: Appearance,
    /// 1 is as designed.
    pub zoom: f32,
    pub rail_folded: bool,
    pub shows_next_step: bool,
    /// Files that were open before, the last one first.
    pub recent: &'a [FileEntry],
    /// What was said last.
    pub status: Option<&'a Notice>,
    /// What stays said as long as it is so, as that work is at risk.
    pub standing: &'a [Notice],
}

/// The name of a command as menus show it; undo and redo say what they would change.
pub fn name(row: &CommandRow, bars: &Bars) -> String {
    let step = match row.action {
        Action::Undo => bars.undo.map(|step| ("action-undo-step", step)),
        Action::Redo => bars.redo.map(|step| ("action-redo-step", step)),
        _ => None,
    };
    match step {
        Some((key, step)) => bars.text.with(key, "step", bars.text.say(step)),
        None => bars.text.say(&row.name),
    }
}

/// Whether the command can be given now.
pub fn is_enabled(row: &CommandRow, bars: &Bars) -> bool {
    match row.action {
        Action::Undo => bars.undo.is_some(),
        Action::Redo => bars.redo.is_some(),
        _ => !row.needs_project || bars.view.is_some(),
    }
}

/// A name with its shortcut.
pub fn hover_text(ui: &Ui, name: &str, shortcut: Option<KeyboardShortcut>) -> String {
    match shortcut {
        Some(shortcut) => format!("{name}  ({})", ui.ctx().format_shortcut(&shortcut)),
        None => name.to_owned(),
    }
}
