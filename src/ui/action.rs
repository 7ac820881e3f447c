//! What a person asks for, as data. The application carries it out after the pass, in order.

use std::path::PathBuf;

use crate::analysis::budget::Asked;
use crate::analysis::findings::Topic;
use crate::project::{About, CellKey, Command, Gesture, Message, Template};
use crate::report::{Format, Part};
use crate::text::Language;

use super::dialogs::PastePreview;

/// Where to go. Screens are asked in their order; the one that has it is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Route {
    Start,
    /// A screen by the key of its name.
    Screen(&'static str),
    /// A part of a screen, by the keys of their names.
    Part(&'static str, &'static str),
    /// A cell of the matrix.
    Cell(CellKey),
    /// What a finding of that topic is about, on the screen that counts the topic.
    Finding(Topic, About),
    /// The field that finds a segment by name.
    Find,
}

/// Light, dark, or as the system has it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Appearance {
    #[default]
    System,
    Light,
    Dark,
}

/// Something to be said in the status line, perhaps with a button behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct Notice {
    pub message: Message,
    /// Something can't be done, or work is at risk.
    pub is_warning: bool,
    /// Buttons: the text keys of their names, and what they ask for.
    pub offers: Vec<(&'static str, Action)>,
}

impl Notice {
    pub fn new(message: Message) -> Self {
        Self { message, is_warning: false, offers: Vec::new() }
    }

    pub fn warning(message: Message) -> Self {
        Self { is_warning: true, ..Self::new(message) }
    }

    #[must_use]
    pub fn offering(mut self, name: &'static str, action: Action) -> Self {
        self.offers.push((name, action));
        self
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum Action {
    /// Changes the project; edits of one gesture are one step of undo.
    Edit(Command, Option<Gesture>),
    /// Shows what a pasted table will do; the command does it.
    PreviewPaste(PastePreview, Box<Command>),
    Undo,
    Redo,
    New(Template),
    /// Asks for a file and opens it.
    Open,
    OpenFile(PathBuf),
    /// Removes a file from the list of recent ones.
    ForgetFile(PathBuf),
    /// Restores unsaved work, by its place in the list.
    Recover(usize),
    /// Discards unsaved work, by its place in the list.
    DiscardRecovery(usize),
    /// Lists the unsaved work again that was discarded last.
    TakeBackRecovery,
    /// Lists the earlier versions of the open file.
    ShowVersions,
    /// Opens an earlier version as a project of its own, by its place in the list.
    OpenVersion(usize),
    /// Shows what another program has changed in the open file.
    ShowChange,
    /// Saves under the project's own path, or asks for one.
    Save,
    SaveAs,
    /// Asks for a path and exports.
    Export(Part, Format),
    CloseProject,
    Quit,
    Go(Route),
    /// Appends the lecture's channels.
    AddLectureChannels,
    /// Puts a text on the clipboard and says so.
    Copy(String, Message),
    /// Says something in the status line.
    Say(Message),
    /// Says in the status line that something can't be done.
    Warn(Message),
    /// Says something in the status line, with a button behind it.
    Notify(Notice),
    Speak(Language),
    Look(Appearance),
    ZoomIn,
    ZoomOut,
    ZoomReset,
    FullScreen,
    /// Shows the next part of the screen, or the one before.
    StepPart(bool),
    /// Opens a file with the program that the desktop has for it.
    OpenElsewhere(PathBuf),
    /// Shows the folder of a file.
    ShowFolder(PathBuf),
    /// Shows or hides the line with the next useful step.
    ToggleNextStep,
    /// Folds the rail to icons, or unfolds it.
    FoldRail,
    /// Moves the focus to the rail, or back from it.
    FocusRail,
    ShowPalette,
    ShowKeys,
    /// Whether the simulation of the order draws weights near the stated ones, or from all alike.
    DrawNear(bool),
    /// A question about the budget of a scenario.
    AskBudget(Asked),
}

impl Action {
    /// Says what was removed, with a button that takes it back.
    pub fn removed(message: Message) -> Self {
        Self::Notify(Notice::new(message).offering("action-undo", Self::Undo))
    }
}
