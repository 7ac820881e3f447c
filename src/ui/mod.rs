//! The window's contents: draws a [`View`] and pushes [`Action`]s.
//!
//! Knows no disk, no document and no threads: what changes anything is an action.

use std::path::PathBuf;

use crate::analysis::Analysis;
use crate::project::Project;
use crate::text::Text;

pub mod action;
pub mod dialogs;
pub mod palette;
pub mod screens;
pub mod shell;
pub mod theme;
pub mod widgets;

pub use action::{Action, Appearance, ScreenName};

/// What the screens draw.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// The open project.
    pub project: &'a Project,
    /// What follows from it.
    pub analysis: &'a Analysis,
    /// The words.
    pub text: &'a Text,
    /// Changes when the project does: what is kept by it may be reused while it is the same.
    pub revision: u64,
}

/// A file on the start screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileEntry {
    /// Where it is.
    pub path: PathBuf,
    /// It can't be found there any more.
    pub missing: bool,
}

/// Unsaved work that the program found when it started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecoveryEntry {
    /// The file that it was opened from, if it had one.
    pub original: Option<PathBuf>,
    /// How long ago it was written, in minutes.
    pub minutes: usize,
}
