//! The table of commands: what has a name, an icon and perhaps a shortcut. Menus, keys, palette, tools and the list of
//! keys follow it.

use std::sync::LazyLock;

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

use crate::project::{Message, Template};
use crate::report::{Format, Part};
use crate::text::Language;

use super::action::{Action, Appearance, Route};
use super::screens::SCREENS;
use super::theme::icon;

/// A menu, with the section of it that separators set apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Menu {
    File(u8),
    /// The submenu of the file menu that exports a part.
    Export(Part),
    Edit(u8),
    View(u8),
    Help(u8),
    /// In no menu.
    None,
}

/// A row of the table.
#[derive(Debug)]
pub struct CommandRow {
    pub action: Action,
    pub name: Message,
    pub icon: &'static str,
    pub shortcut: Option<KeyboardShortcut>,
    /// It works on the open project, so that there must be one.
    pub needs_project: bool,
    pub menu: Menu,
}

impl CommandRow {
    /// Whether that key asks for it: its shortcut with no other modifier, or what other programs use for it too.
    pub fn is_asked_by(&self, key: Key, modifiers: Modifiers) -> bool {
        let exact =
            |shortcut: KeyboardShortcut| shortcut.logical_key == key && modifiers.matches_exact(shortcut.modifiers);
        let other = match self.action {
            Action::Redo => exact(KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z)),
            // Some keyboards need Shift for the plus, and many people leave it out.
            Action::ZoomIn => {
                matches!(key, Key::Plus | Key::Equals)
                    && Modifiers { shift: false, ..modifiers }.matches_exact(Modifiers::COMMAND)
            }
            _ => false,
        };
        other || self.shortcut.is_some_and(exact)
    }
}

/// All commands, in the order of the menus.
pub fn all() -> &'static [CommandRow] {
    static ALL: LazyLock<Vec<CommandRow>> = LazyLock::new(table);
    &ALL
}

/// The row of an action; none for what has no name of its own.
pub fn of(action: &Action) -> Option<&'static CommandRow> {
    all().iter().find(|row| row.action == *action)
}

/// The name of the submenu that exports a part.
pub fn export_name(part: Part) -> Message {
    Message::new(part.export_name())
}

fn table() -> Vec<CommandRow> {
    let key = |key| Some(KeyboardShortcut::new(Modifiers::NONE, key));
    let ctrl = |key| Some(KeyboardShortcut::new(Modifiers::COMMAND, key));
    let shift = |key| Some(KeyboardShortcut::new(Modifiers::SHIFT, key));
    let ctrl_shift = |key| Some(KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, key));
    let (blank, lecture, example) = (Template::Blank, Template::Lecture, Template::Example);
    let row = |(action, name, icon, shortcut, needs_project, menu)| {
        let name = Message::new(name);
        CommandRow { action, name, icon, shortcut, needs_project, menu }
    };
    let mut rows = Vec::new();
    // Action, name, icon, shortcut, whether it needs a project, menu.
    rows.extend(
        [
            (Action::New(blank), "action-new-blank", icon::NEW, ctrl(Key::N), false, Menu::File(0)),
            (Action::New(lecture), "action-new-lecture", icon::NEW, None, false, Menu::File(0)),
            (Action::New(example), "action-new-example", icon::NEW, None, false, Menu::File(0)),
            (Action::Open, "action-open", icon::OPEN, ctrl(Key::O), false, Menu::File(0)),
            (Action::Save, "action-save", icon::SAVE, ctrl(Key::S), true, Menu::File(1)),
            (Action::SaveAs, "action-save-as", icon::SAVE, ctrl_shift(Key::S), true, Menu::File(1)),
            (Action::ShowVersions, "action-versions", icon::FILE, None, true, Menu::File(1)),
        ]
        .map(row),
    );
    for part in Part::ALL {
        rows.extend(part.formats().map(|format| {
            CommandRow {
                action: Action::Export(part, format),
                name: Message::new("action-export")
                    .with("export", export_name(part))
                    .with("format", Message::new(format.name())),
                icon: icon::EXPORT,
                shortcut: ctrl(Key::E).filter(|_| (part, format) == (Part::Matrix, Format::Xlsx)),
                needs_project: true,
                menu: Menu::Export(part),
            }
        }));
    }
    rows.extend(
        [
            (Action::TakeBackRecovery, "action-recovery-take-back", icon::UNDO, None, false, Menu::None),
            (Action::CloseProject, "action-close-project", icon::CLOSE, ctrl(Key::W), true, Menu::File(3)),
            (Action::Quit, "action-quit", icon::CLOSE, ctrl(Key::Q), false, Menu::File(3)),
            (Action::Undo, "action-undo", icon::UNDO, ctrl(Key::Z), true, Menu::Edit(0)),
            (Action::Redo, "action-redo", icon::REDO, ctrl(Key::Y), true, Menu::Edit(0)),
            (Action::Go(Route::Find), "action-find", icon::SEARCH, ctrl(Key::F), true, Menu::Edit(1)),
            (Action::Go(Route::Start), "action-show-start", icon::HOME, None, false, Menu::None),
        ]
        .map(row),
    );
    rows.extend(screens());
    rows.extend(
        [
            (Action::StepPart(true), "action-part-next", icon::RIGHT, ctrl(Key::PageDown), true, Menu::View(1)),
            (Action::StepPart(false), "action-part-previous", icon::LEFT, ctrl(Key::PageUp), true, Menu::View(1)),
            (Action::FocusRail, "action-rail-focus", icon::SIDEBAR, shift(Key::F6), true, Menu::View(1)),
            (Action::FoldRail, "action-rail-fold", icon::SIDEBAR, ctrl(Key::B), true, Menu::View(1)),
            (Action::ToggleNextStep, "action-next-step", icon::RIGHT, None, true, Menu::View(1)),
            (Action::ZoomIn, "action-zoom-in", icon::ZOOM_IN, ctrl(Key::Plus), false, Menu::View(2)),
            (Action::ZoomOut, "action-zoom-out", icon::ZOOM_OUT, ctrl(Key::Minus), false, Menu::View(2)),
            (Action::ZoomReset, "action-zoom-reset", icon::RESET, ctrl(Key::Num0), false, Menu::View(2)),
            (Action::FullScreen, "action-full-screen", icon::FULL_SCREEN, key(Key::F11), false, Menu::View(2)),
            (Action::Look(Appearance::System), "action-look-system", icon::AUTO, None, false, Menu::View(3)),
            (Action::Look(Appearance::Light), "action-look-light", icon::LIGHT, None, false, Menu::View(3)),
            (Action::Look(Appearance::Dark), "action-look-dark", icon::DARK, None, false, Menu::View(3)),
            (Action::Speak(Language::English), "action-speak-english", icon::LANGUAGE, None, false, Menu::View(4)),
            (Action::Speak(Language::Norwegian), "action-speak-norwegian", icon::LANGUAGE, None, false, Menu::View(4)),
            (Action::ShowPalette, "action-palette", icon::COMMAND, ctrl(Key::K), false, Menu::Help(0)),
            (Action::ShowKeys, "action-keys", icon::KEYBOARD, key(Key::F1), false, Menu::Help(0)),
        ]
        .map(row),
    );
    rows
}

/// The screens, each with its parts. The first nine have Ctrl with their place.
fn screens() -> impl Iterator<Item = CommandRow> {
    const DIGITS: [Key; 9] =
        [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
    SCREENS.iter().enumerate().flat_map(|(place, screen)| {
        let whole = CommandRow {
            action: Action::Go(Route::Screen(screen.key)),
            name: Message::new("action-go").with("screen", Message::new(screen.key)),
            icon: screen.icon,
            shortcut: DIGITS.get(place).map(|digit| KeyboardShortcut::new(Modifiers::COMMAND, *digit)),
            needs_project: true,
            menu: Menu::View(0),
        };
        let parts = screen.parts.iter().map(|part| CommandRow {
            action: Action::Go(Route::Part(screen.key, part)),
            name: Message::new("action-go-part")
                .with("screen", Message::new(screen.key))
                .with("part", Message::new(part)),
            icon: screen.icon,
            shortcut: None,
            needs_project: true,
            menu: Menu::None,
        });
        std::iter::once(whole).chain(parts)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked_by(key: Key, modifiers: Modifiers) -> Vec<Action> {
        all().iter().filter(|row| row.is_asked_by(key, modifiers)).map(|row| row.action.clone()).collect()
    }

    #[test]
    fn other_modifiers_tell_keys_apart() {
        const CTRL: Modifiers = Modifiers::COMMAND;
        assert_eq!(asked_by(Key::S, CTRL), [Action::Save]);
        assert_eq!(asked_by(Key::S, CTRL | Modifiers::SHIFT), [Action::SaveAs]);
        assert_eq!(asked_by(Key::Z, CTRL), [Action::Undo]);
        assert_eq!(asked_by(Key::Z, CTRL | Modifiers::SHIFT), [Action::Redo]);
        assert_eq!(asked_by(Key::Y, CTRL), [Action::Redo]);
        // AltGr is Ctrl+Alt on some systems: what it types is no shortcut.
        assert_eq!(asked_by(Key::Num2, CTRL | Modifiers::ALT), []);
        for modifiers in [CTRL, CTRL | Modifiers::SHIFT] {
            assert_eq!(asked_by(Key::Plus, modifiers), [Action::ZoomIn]);
            assert_eq!(asked_by(Key::Equals, modifiers), [Action::ZoomIn]);
        }
        assert_eq!(asked_by(Key::Num1, CTRL), [Action::Go(Route::Screen(SCREENS[0].key))]);
    }

    #[test]
    fn a_key_asks_for_one_command_and_an_action_has_one_row() {
        for row in all() {
            if let Some(KeyboardShortcut { modifiers, logical_key }) = row.shortcut {
                assert_eq!(asked_by(logical_key, modifiers), std::slice::from_ref(&row.action));
            }
            assert_eq!(all().iter().filter(|other| other.action == row.action).count(), 1, "{:?}", row.action);
        }
    }
}
