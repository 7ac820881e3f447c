//! What a person asks for: one enum, read by menus, keys and the command palette alike.

use std::path::PathBuf;

use eframe::egui::{Key, KeyboardShortcut, Modifiers};

use crate::project::{CellKey, Command, Gesture, Message, Template};
use crate::report::{Format, Part};
use crate::text::Language;

use super::theme::icon;

/// A screen, in the order of the method.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum ScreenName {
    /// New, open, recent.
    #[default]
    Start,
    /// Segments, fit, Prio.
    Matrix,
    /// Criteria, scores, rounds.
    Decide,
    /// Cost per contact against sales per contact.
    Channels,
}

/// Light, dark, or as the system has it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Appearance {
    /// As the system.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// What a person asks for. Carried out after the pass, in order.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "there are few at a time, and none is kept")]
pub enum Action {
    /// Change the project; edits of one gesture are one step of undo.
    Edit(Command, Option<Gesture>),
    /// Take the last step back.
    Undo,
    /// Do it again.
    Redo,
    /// Start a project.
    New(Template),
    /// Ask for a file and open it.
    Open,
    /// Open that file.
    OpenFile(PathBuf),
    /// Take that file off the list of recent ones.
    ForgetFile(PathBuf),
    /// Go on with work that was not saved when the program ended, by its place in the list.
    Recover(usize),
    /// Throw such work away.
    DiscardRecovery(usize),
    /// Save under the name that it has.
    Save,
    /// Ask for a name and save.
    SaveAs,
    /// Ask for a name and hand a part out.
    Export(Part, Format),
    /// Leave the project for the start screen.
    CloseProject,
    /// Leave the program.
    Quit,
    /// Go to a screen.
    Show(ScreenName),
    /// Go to a cell of the matrix.
    ShowCell(CellKey),
    /// Put the lecture's channels in, behind those that there are.
    AddLectureChannels,
    /// Put a text on the clipboard, and say so.
    Copy(String, Message),
    /// Say something in the status line.
    Say(Message),
    /// Say that something can't be done, in the status line.
    Warn(Message),
    /// Speak that language.
    Speak(Language),
    /// Look like that.
    Look(Appearance),
    /// Larger.
    ZoomIn,
    /// Smaller.
    ZoomOut,
    /// As large as at first.
    ZoomReset,
    /// Pick a command by typing.
    ShowPalette,
    /// Show the keys.
    ShowKeys,
    /// Find a segment by typing.
    Find,
    /// Draw weights near the stated ones, or from all alike, to see how sure the order is.
    DrawNear(bool),
}

impl Action {
    /// The key of the action's name in the text catalogue; none for what has no name of its own.
    pub fn key(&self) -> Option<&'static str> {
        Some(match self {
            Self::Undo => "action-undo",
            Self::Redo => "action-redo",
            Self::New(Template::Blank) => "action-new-blank",
            Self::New(Template::Lecture) => "action-new-lecture",
            Self::New(Template::Example) => "action-new-example",
            Self::Open => "action-open",
            Self::Save => "action-save",
            Self::SaveAs => "action-save-as",
            Self::Export(part, format) => export_key(*part, *format),
            Self::CloseProject => "action-close-project",
            Self::Quit => "action-quit",
            Self::Show(ScreenName::Start) => "action-show-start",
            Self::Show(ScreenName::Matrix) => "action-show-matrix",
            Self::Show(ScreenName::Decide) => "action-show-decide",
            Self::Show(ScreenName::Channels) => "action-show-channels",
            Self::Speak(Language::English) => "action-speak-english",
            Self::Speak(Language::Norwegian) => "action-speak-norwegian",
            Self::Look(Appearance::System) => "action-look-system",
            Self::Look(Appearance::Light) => "action-look-light",
            Self::Look(Appearance::Dark) => "action-look-dark",
            Self::ZoomIn => "action-zoom-in",
            Self::ZoomOut => "action-zoom-out",
            Self::ZoomReset => "action-zoom-reset",
            Self::ShowPalette => "action-palette",
            Self::ShowKeys => "action-keys",
            Self::Find => "action-find",
            Self::Edit(..)
            | Self::OpenFile(_)
            | Self::ForgetFile(_)
            | Self::Recover(_)
            | Self::DiscardRecovery(_)
            | Self::ShowCell(_)
            | Self::AddLectureChannels
            | Self::Copy(..)
            | Self::Say(_)
            | Self::DrawNear(_)
            | Self::Warn(_) => return None,
        })
    }

    /// The letter that stands for it.
    pub fn icon(&self) -> &'static str {
        match self {
            Self::Undo => icon::UNDO,
            Self::Redo => icon::REDO,
            Self::New(_) => icon::NEW,
            Self::Open | Self::OpenFile(_) => icon::OPEN,
            Self::Save | Self::SaveAs => icon::SAVE,
            Self::Export(..) => icon::EXPORT,
            Self::Show(ScreenName::Start) => icon::HOME,
            Self::Show(ScreenName::Matrix) | Self::ShowCell(_) => icon::MATRIX,
            Self::Show(ScreenName::Decide) => icon::LIST,
            Self::Show(ScreenName::Channels) | Self::AddLectureChannels => icon::CHANNELS,
            Self::Speak(_) => icon::LANGUAGE,
            Self::Look(Appearance::System) => icon::AUTO,
            Self::Look(Appearance::Light) => icon::LIGHT,
            Self::Look(Appearance::Dark) => icon::DARK,
            Self::ZoomIn => icon::ZOOM_IN,
            Self::ZoomOut => icon::ZOOM_OUT,
            Self::ZoomReset => icon::RESET,
            Self::ShowPalette => icon::COMMAND,
            Self::ShowKeys => icon::KEYBOARD,
            Self::Find => icon::SEARCH,
            Self::Copy(..) => icon::COPY,
            Self::CloseProject | Self::Quit | Self::DiscardRecovery(_) | Self::ForgetFile(_) => icon::CLOSE,
            Self::Edit(..) | Self::Recover(_) | Self::Say(_) | Self::Warn(_) | Self::DrawNear(_) => "",
        }
    }

    /// The keys that ask for it, in any screen.
    pub fn shortcut(&self) -> Option<KeyboardShortcut> {
        const CTRL: Modifiers = Modifiers::COMMAND;
        const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
        let (modifiers, key) = match self {
            Self::Undo => (CTRL, Key::Z),
            Self::Redo => (CTRL, Key::Y),
            Self::New(Template::Blank) => (CTRL, Key::N),
            Self::Open => (CTRL, Key::O),
            Self::Save => (CTRL, Key::S),
            Self::SaveAs => (CTRL_SHIFT, Key::S),
            Self::Export(Part::Matrix, Format::Xlsx) => (CTRL, Key::E),
            Self::CloseProject => (CTRL, Key::W),
            Self::Quit => (CTRL, Key::Q),
            Self::Show(ScreenName::Matrix) => (CTRL, Key::Num1),
            Self::Show(ScreenName::Decide) => (CTRL, Key::Num2),
            Self::Show(ScreenName::Channels) => (CTRL, Key::Num3),
            Self::ZoomIn => (CTRL, Key::Plus),
            Self::ZoomOut => (CTRL, Key::Minus),
            Self::ZoomReset => (CTRL, Key::Num0),
            Self::ShowPalette => (CTRL, Key::K),
            Self::ShowKeys => (Modifiers::NONE, Key::F1),
            Self::Find => (CTRL, Key::F),
            _ => return None,
        };
        Some(KeyboardShortcut::new(modifiers, key))
    }

    /// Whether that key asks for it: its shortcut with nothing held besides, or what other programs know for it too.
    pub fn is_asked_by(&self, key: Key, modifiers: Modifiers) -> bool {
        let exact =
            |shortcut: KeyboardShortcut| shortcut.logical_key == key && modifiers.matches_exact(shortcut.modifiers);
        let other = match self {
            Self::Redo => exact(KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z)),
            // The plus needs Shift on some keyboards, and is left unshifted by many who mean it.
            Self::ZoomIn => {
                matches!(key, Key::Plus | Key::Equals)
                    && Modifiers { shift: false, ..modifiers }.matches_exact(Modifiers::COMMAND)
            }
            _ => false,
        };
        other || self.shortcut().is_some_and(exact)
    }

    /// It works on the open project, so that there must be one.
    pub fn needs_project(&self) -> bool {
        matches!(
            self,
            Self::Edit(..)
                | Self::Undo
                | Self::Redo
                | Self::Save
                | Self::SaveAs
                | Self::Export(..)
                | Self::CloseProject
                | Self::Show(ScreenName::Matrix | ScreenName::Decide | ScreenName::Channels)
                | Self::ShowCell(_)
                | Self::AddLectureChannels
                | Self::Find
        )
    }

    /// Everything with a name, in the order of the menus: for the palette, the keys and the list of keys.
    pub fn named() -> Vec<Self> {
        let mut all: Vec<_> = Template::ALL.into_iter().map(Self::New).collect();
        all.extend([Self::Open, Self::Save, Self::SaveAs]);
        for part in Part::ALL {
            all.extend(Format::ALL.into_iter().map(|format| Self::Export(part, format)));
        }
        all.extend([Self::CloseProject, Self::Quit, Self::Undo, Self::Redo, Self::Find]);
        all.extend([ScreenName::Start, ScreenName::Matrix, ScreenName::Decide, ScreenName::Channels].map(Self::Show));
        all.extend([Self::ZoomIn, Self::ZoomOut, Self::ZoomReset]);
        all.extend([Appearance::System, Appearance::Light, Appearance::Dark].map(Self::Look));
        all.extend(Language::ALL.map(Self::Speak));
        all.extend([Self::ShowPalette, Self::ShowKeys]);
        all
    }
}

fn export_key(part: Part, format: Format) -> &'static str {
    match (part, format) {
        (Part::Matrix, Format::Csv) => "action-export-matrix-csv",
        (Part::Matrix, Format::Markdown) => "action-export-matrix-markdown",
        (Part::Matrix, Format::Xlsx) => "action-export-matrix-xlsx",
        (Part::Matrix, Format::Svg) => "action-export-matrix-svg",
        (Part::Matrix, Format::Png) => "action-export-matrix-png",
        (Part::Priorities, Format::Csv) => "action-export-priorities-csv",
        (Part::Priorities, Format::Markdown) => "action-export-priorities-markdown",
        (Part::Priorities, Format::Xlsx) => "action-export-priorities-xlsx",
        (Part::Priorities, Format::Svg) => "action-export-priorities-svg",
        (Part::Priorities, Format::Png) => "action-export-priorities-png",
        (Part::Channels, Format::Csv) => "action-export-channels-csv",
        (Part::Channels, Format::Markdown) => "action-export-channels-markdown",
        (Part::Channels, Format::Xlsx) => "action-export-channels-xlsx",
        (Part::Channels, Format::Svg) => "action-export-channels-svg",
        (Part::Channels, Format::Png) => "action-export-channels-png",
        (Part::Budget, Format::Csv) => "action-export-budget-csv",
        (Part::Budget, Format::Markdown) => "action-export-budget-markdown",
        (Part::Budget, Format::Xlsx) => "action-export-budget-xlsx",
        (Part::Budget, Format::Svg) => "action-export-budget-svg",
        (Part::Budget, Format::Png) => "action-export-budget-png",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked_by(key: Key, modifiers: Modifiers) -> Vec<Action> {
        Action::named().into_iter().filter(|action| action.is_asked_by(key, modifiers)).collect()
    }

    #[test]
    fn what_is_held_besides_tells_keys_apart() {
        const CTRL: Modifiers = Modifiers::COMMAND;
        assert_eq!(asked_by(Key::S, CTRL), [Action::Save]);
        assert_eq!(asked_by(Key::S, CTRL | Modifiers::SHIFT), [Action::SaveAs]);
        assert_eq!(asked_by(Key::Z, CTRL), [Action::Undo]);
        assert_eq!(asked_by(Key::Z, CTRL | Modifiers::SHIFT), [Action::Redo]);
        assert_eq!(asked_by(Key::Y, CTRL), [Action::Redo]);
        // AltGr is Ctrl+Alt on some systems: what it types asks for nothing.
        assert_eq!(asked_by(Key::Num2, CTRL | Modifiers::ALT), []);
        for modifiers in [CTRL, CTRL | Modifiers::SHIFT] {
            assert_eq!(asked_by(Key::Plus, modifiers), [Action::ZoomIn]);
            assert_eq!(asked_by(Key::Equals, modifiers), [Action::ZoomIn]);
        }
    }

    #[test]
    fn a_key_asks_for_one_thing() {
        for action in Action::named() {
            if let Some(KeyboardShortcut { modifiers, logical_key }) = action.shortcut() {
                assert_eq!(asked_by(logical_key, modifiers), [action]);
            }
        }
    }
}
