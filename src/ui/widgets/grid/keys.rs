//! The keys that move in a grid, the same in every grid.

use eframe::egui::{Key, Modifiers};

use super::{Direction, Selection, Size, Step};

/// A movement of the active place. Movements with `extend` extend the range to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Walk {
    Go {
        direction: Direction,
        step: Step,
        extend: bool,
    },
    /// To the first or the last cell.
    Corner {
        last: bool,
        extend: bool,
    },
}

impl Walk {
    /// The selection after the movement. `page` is the number of rows and columns in a screenful.
    pub fn apply(self, selection: Selection, page: Size, size: Size) -> Selection {
        let (spot, extend) = match self {
            Self::Go { direction, step, extend } => (selection.active().go(direction, step, page, size), extend),
            Self::Corner { last: true, extend } => (Selection::all(size).active(), extend),
            Self::Corner { last: false, extend } => (Selection::default().within(size).active(), extend),
        };
        if extend { selection.extended(spot) } else { Selection::at(spot) }
    }
}

/// The direction of an arrow key.
pub fn arrow(key: Key) -> Option<Direction> {
    match key {
        Key::ArrowUp => Some(Direction::Up),
        Key::ArrowDown => Some(Direction::Down),
        Key::ArrowLeft => Some(Direction::Left),
        Key::ArrowRight => Some(Direction::Right),
        _ => None,
    }
}

/// The movement of a key: arrows, with Ctrl to the end; Home and End, with Ctrl to the corners; pages, with Alt sideways.
/// Shift extends.
pub fn walk(key: Key, Modifiers { alt, shift, command, .. }: Modifiers) -> Option<Walk> {
    let go = |direction, step| Some(Walk::Go { direction, step, extend: shift });
    if let Some(direction) = arrow(key).filter(|_| !alt) {
        return go(direction, if command { Step::End } else { Step::One });
    }
    match (key, alt, command) {
        (Key::Home, false, false) => go(Direction::Left, Step::End),
        (Key::End, false, false) => go(Direction::Right, Step::End),
        (Key::Home | Key::End, false, true) => Some(Walk::Corner { last: key == Key::End, extend: shift }),
        (Key::PageUp, false, false) => go(Direction::Up, Step::Page),
        (Key::PageDown, false, false) => go(Direction::Down, Step::Page),
        (Key::PageUp, true, false) => go(Direction::Left, Step::Page),
        (Key::PageDown, true, false) => go(Direction::Right, Step::Page),
        _ => None,
    }
}
