//! What keys do in a sheet while no cell is edited.

use eframe::egui::{Event, EventFilter, Id, Key, Modifiers, Ui};

use crate::ui::widgets::grid::keys::{Walk, walk};

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Intent {
    Walk(Walk),
    All,
    /// Edits the active cell.
    Edit,
    /// Typing began.
    Type(String),
    Clear,
    FillDown,
    Copy,
    Cut,
    Paste(String),
    /// Tab: to the next cell, or back.
    Next(bool),
    RemoveRows,
    Menu,
    Escape,
}

/// The keys for the list of keys: what they are called and what they do, as text keys.
pub const KEYS: &[(&str, &str)] = &[
    ("sheet-key-walk", "sheet-key-walk-does"),
    ("sheet-key-type", "sheet-key-type-does"),
    ("decide-key-reason", "sheet-key-edit-does"),
    ("sheet-key-commit", "sheet-key-commit-does"),
    ("matrix-key-duplicate", "sheet-key-fill-does"),
    ("matrix-key-clipboard", "sheet-key-copy-does"),
    ("sheet-key-clear", "sheet-key-clear-does"),
    ("sheet-key-remove", "sheet-key-remove-does"),
    ("matrix-key-menu", "sheet-key-menu-does"),
];

/// Keeps arrows and Tab from moving the focus.
pub(super) fn lock(ui: &Ui, id: Id) {
    let all = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, all));
}

pub(super) fn intents(ui: &Ui) -> Vec<Intent> {
    ui.input(|input| {
        let of = |event: &Event| match event {
            Event::Text(text) if !text.trim().is_empty() && !input.modifiers.command => {
                Some(Intent::Type(text.clone()))
            }
            Event::Copy => Some(Intent::Copy),
            Event::Cut => Some(Intent::Cut),
            Event::Paste(text) => Some(Intent::Paste(text.clone())),
            Event::Key { key, pressed: true, modifiers, .. } => of_key(*key, *modifiers),
            _ => None,
        };
        input.events.iter().filter_map(of).collect()
    })
}

fn of_key(key: Key, modifiers: Modifiers) -> Option<Intent> {
    if let Some(walk) = walk(key, modifiers) {
        return Some(Intent::Walk(walk));
    }
    let Modifiers { alt, shift, command, .. } = modifiers;
    if alt {
        return None;
    }
    Some(match (key, command, shift) {
        (Key::A, true, false) => Intent::All,
        (Key::D, true, false) => Intent::FillDown,
        (Key::Enter | Key::F2, false, false) => Intent::Edit,
        (Key::Delete, true, false) => Intent::RemoveRows,
        (Key::Delete | Key::Backspace, false, false) => Intent::Clear,
        (Key::Tab, false, shift) => Intent::Next(!shift),
        (Key::F10, false, true) => Intent::Menu,
        (Key::Escape, false, false) => Intent::Escape,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_of_the_program_are_left_alone() {
        for shortcut in crate::ui::commands::all().iter().filter_map(|row| row.shortcut) {
            assert_eq!(of_key(shortcut.logical_key, shortcut.modifiers), None, "{shortcut:?}");
        }
    }
}
