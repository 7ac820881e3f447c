//! The window's contents: draws a [`View`] and pushes [`Action`]s.
//!
//! Knows no disk, no document and no threads: what changes anything is an action.

use std::path::PathBuf;

use crate::analysis::Analysis;
use crate::analysis::budget::Outlook;
use crate::analysis::robustness::Robustness;
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
    /// How sure the order by score is.
    pub sureness: Sureness<'a>,
    /// The scenarios worked out.
    pub budgets: Budgets<'a>,
}

/// The scenarios worked out: computed aside, so that they may come later than what they are about.
#[derive(Debug, Clone, Copy, Default)]
pub struct Budgets<'a> {
    /// What was found last.
    pub found: &'a [Outlook],
    /// It is about an earlier state, and is being computed anew.
    pub is_old: bool,
}

/// How sure the order by score is: computed aside, so that it may come later than what it is about.
#[derive(Debug, Clone, Copy, Default)]
pub struct Sureness<'a> {
    /// What was found last.
    pub found: Option<&'a Robustness>,
    /// It is about an earlier state, and is being computed anew.
    pub is_old: bool,
    /// Weights are drawn near the stated ones, not from all alike.
    pub is_near: bool,
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
    /// The project's name; empty if it had none.
    pub name: String,
    /// How long ago it was written, in minutes.
    pub minutes: usize,
}
