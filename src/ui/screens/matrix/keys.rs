//! The grid's keys.

use eframe::egui::{Key, Modifiers};

use crate::project::{Axis, Fit};
use crate::ui::widgets::grid::Direction;
use crate::ui::widgets::grid::keys::{Walk, arrow, walk};
use crate::ui::widgets::keyboard::{Press, Typed};

/// Text keys of each shortcut and of what it does, for the list of shortcuts.
pub const KEYS: &[(&str, &str)] = &[
    ("matrix-key-arrows", "matrix-does-arrows"),
    ("matrix-key-extend", "matrix-does-extend"),
    ("matrix-key-ends", "matrix-does-ends"),
    ("matrix-key-corners", "matrix-does-corners"),
    ("matrix-key-pages", "matrix-does-pages"),
    ("matrix-key-tab", "matrix-does-tab"),
    ("matrix-key-mark", "matrix-does-mark"),
    ("matrix-key-prio", "matrix-does-prio"),
    ("matrix-key-clear", "matrix-does-clear"),
    ("matrix-key-beachhead", "matrix-does-beachhead"),
    ("matrix-key-remove", "matrix-does-remove"),
    ("matrix-key-write", "matrix-does-write"),
    ("matrix-key-letters", "matrix-does-letters"),
    ("matrix-key-insert", "matrix-does-insert"),
    ("matrix-key-shift", "matrix-does-shift"),
    ("matrix-key-duplicate", "matrix-does-duplicate"),
    ("matrix-key-all", "matrix-does-all"),
    ("matrix-key-clipboard", "matrix-does-clipboard"),
    ("matrix-key-menu", "matrix-does-menu"),
    ("matrix-key-leave", "matrix-does-leave"),
];

/// An operation requested by key or from the menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Intent {
    Walk(Walk),
    /// Moves to the next or previous place, and out of the grid at its ends.
    Tab {
        forth: bool,
    },
    /// Toggles the fit.
    Toggle,
    /// Sets the fit of the selected cells.
    Set(Fit),
    /// Makes the active cell the beachhead, or takes that back.
    Beachhead,
    /// Clears the fits of cells; removes the segments of headings.
    Delete,
    /// Edits a name or a note, or adds a segment.
    Edit,
    /// The same, beginning with typed text.
    Write(String),
    /// Moves the segments.
    Move(Direction),
    /// Duplicates the segments with their cells.
    Duplicate,
    /// Adds a segment after the active one, on the given axis or the active place's.
    Insert(Option<Axis>),
    /// Adds a segment before the active one.
    InsertBefore,
    /// Selects every cell; the second time the headings too.
    SelectAll,
    /// Copies the range as a table.
    Copy {
        headings: bool,
    },
    /// Copies the range and clears its fits.
    Cut,
    /// Pastes a table at the active place.
    Paste(String),
    /// Opens the menu.
    Menu,
    /// Reduces the range to the active place; then gives up the focus.
    Escape,
    /// Moves the focus to the next widget.
    Leave,
}

impl Intent {
    /// True if it only moves the selection or sets fits, whatever they are.
    pub(super) fn only_sets(&self) -> bool {
        matches!(self, Self::Walk(_) | Self::Tab { .. } | Self::SelectAll | Self::Set(_))
    }
}

/// What an event of the keyboard asks for.
pub(super) fn intent(typed: Typed) -> Option<Intent> {
    match typed {
        Typed::Key(press) => of_press(press),
        Typed::Text(text) => of_text(text),
        Typed::Copy => Some(Intent::Copy { headings: false }),
        Typed::Cut => Some(Intent::Cut),
        Typed::Paste(text) => Some(Intent::Paste(text.to_owned())),
    }
}

fn of_press(press: Press) -> Option<Intent> {
    match press.digit() {
        Some(0) => Some(Intent::Set(Fit::No)),
        Some(1) => Some(Intent::Set(Fit::Prio1)),
        Some(2) => Some(Intent::Set(Fit::Prio2)),
        Some(3) => Some(Intent::Set(Fit::Prio3)),
        _ => of_key(press.key, press.modifiers),
    }
}

/// Text that comes without a key, as from a keyboard on the screen, or from a key that has no other meaning.
fn of_text(text: &str) -> Option<Intent> {
    match text {
        "0" => Some(Intent::Set(Fit::No)),
        "1" => Some(Intent::Set(Fit::Prio1)),
        "2" => Some(Intent::Set(Fit::Prio2)),
        "3" => Some(Intent::Set(Fit::Prio3)),
        "x" | "X" | " " => Some(Intent::Toggle),
        _ => {
            let first = text.chars().next()?;
            let begins = !(first.is_numeric() || first.is_whitespace() || first.is_control());
            begins.then(|| Intent::Write(text.to_owned()))
        }
    }
}

fn of_key(key: Key, modifiers: Modifiers) -> Option<Intent> {
    let Modifiers { alt, shift, command, .. } = modifiers;
    if let Some(walk) = walk(key, modifiers) {
        return Some(Intent::Walk(walk));
    }
    if let Some(direction) = arrow(key) {
        return (!command && !shift).then_some(Intent::Move(direction));
    }
    match (key, alt, command, shift) {
        (Key::Tab, false, false, _) => Some(Intent::Tab { forth: !shift }),
        (Key::Space | Key::X, false, false, false) => Some(Intent::Toggle),
        (Key::Delete | Key::Backspace, false, false, false) => Some(Intent::Delete),
        (Key::F2 | Key::Enter, false, false, false) => Some(Intent::Edit),
        (Key::D, false, true, false) => Some(Intent::Duplicate),
        (Key::B, false, true, true) => Some(Intent::Beachhead),
        (Key::Insert, false, false, false) => Some(Intent::Insert(None)),
        (Key::Insert, true, false, false) => Some(Intent::Insert(Some(Axis::Customer))),
        (Key::A, false, true, false) => Some(Intent::SelectAll),
        (Key::F10, false, false, true) => Some(Intent::Menu),
        (Key::Escape, false, false, false) => Some(Intent::Escape),
        (Key::F6, false, false, false) => Some(Intent::Leave),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widgets::grid::Step;

    #[test]
    fn keys_of_the_program_are_left_alone() {
        let shortcuts: Vec<_> = crate::ui::commands::all().iter().filter_map(|row| row.shortcut).collect();
        assert!(shortcuts.len() > 10);
        for shortcut in shortcuts {
            assert_eq!(of_key(shortcut.logical_key, shortcut.modifiers), None, "{shortcut:?}");
        }
    }

    #[test]
    fn modifiers_tell_keys_apart() {
        let up = |extend, step| Some(Intent::Walk(Walk::Go { direction: Direction::Up, step, extend }));
        assert_eq!(of_key(Key::ArrowUp, Modifiers::NONE), up(false, Step::One));
        assert_eq!(of_key(Key::ArrowUp, Modifiers::SHIFT), up(true, Step::One));
        assert_eq!(of_key(Key::ArrowUp, Modifiers::COMMAND | Modifiers::SHIFT), up(true, Step::End));
        assert_eq!(of_key(Key::ArrowUp, Modifiers::ALT), Some(Intent::Move(Direction::Up)));
        assert_eq!(of_key(Key::X, Modifiers::NONE), Some(Intent::Toggle));
        assert_eq!(of_key(Key::X, Modifiers::COMMAND), None);
    }

    #[test]
    fn letters_write_and_signs_set() {
        for (text, expected) in [
            ("h", Some(Intent::Write("h".to_owned()))),
            ("Å", Some(Intent::Write("Å".to_owned()))),
            ("x", Some(Intent::Toggle)),
            ("2", Some(Intent::Set(Fit::Prio2))),
            ("7", None),
            ("\t", None),
            ("", None),
        ] {
            assert_eq!(of_text(text), expected, "{text:?}");
        }
    }
}
