//! What jobs report back to the window.

use std::path::PathBuf;

use crate::document::Snapshot;
use crate::project::Project;
use crate::report::{self, Format, Part};
use crate::storage::recovery::Orphan;
use crate::storage::{self, Fingerprint, Opened};
use crate::ui::Action;
use crate::ui::dialogs::PathPurpose;

/// What a path is being picked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picking {
    Open,
    Save,
    Export(Part, Format),
}

impl Picking {
    pub fn purpose(self) -> PathPurpose {
        match self {
            Self::Open => PathPurpose::Open,
            Self::Save => PathPurpose::Save,
            Self::Export(..) => PathPurpose::Export,
        }
    }
}

/// What follows once a question is answered or a save has ended.
#[derive(Debug, Clone, PartialEq)]
pub enum Pending {
    /// Leaving the project by that action, once it is saved or its changes are discarded.
    Leave(Action),
    /// Overwriting a file that another program has changed; `after` is what the save would have led to.
    Overwrite { path: PathBuf, after: Option<Action> },
    /// Saving a file whose comments would be lost; `careful` only if no other program has changed it.
    RemoveComments { path: PathBuf, careful: bool, after: Option<Action> },
}

/// A project that is being read.
#[derive(Debug, Clone, Copy)]
pub struct Opening {
    /// Tells it from those that were asked for before.
    pub number: u64,
    /// The state of the project that may be left for it.
    pub leaves: Option<u64>,
}

/// What a job reports.
#[derive(Debug)]
pub enum Event {
    /// A file dialog was answered; no path when it was cancelled, or when there is no dialog.
    Picked {
        picking: Picking,
        /// The number of the session that it was asked for.
        session: Option<u64>,
        path: Option<PathBuf>,
        /// It came back too soon for anyone to have seen a dialog.
        at_once: bool,
    },
    /// A file was read.
    Opened {
        /// The number of the request.
        number: u64,
        path: PathBuf,
        result: Result<Opened, storage::Error>,
    },
    /// The project was written.
    Saved {
        path: PathBuf,
        /// The state that was written.
        snapshot: Snapshot,
        result: Result<Fingerprint, storage::Error>,
    },
    /// An export was written.
    Exported { path: PathBuf, result: Result<(), ExportError> },
    /// Unsaved work was read again.
    Recovered {
        /// The number of the request.
        number: u64,
        orphan: Orphan,
        result: Result<Project, storage::Error>,
    },
}

/// Why an export failed.
#[derive(Debug)]
pub enum ExportError {
    /// It could not be made.
    Report(report::Error),
    /// It could not be written.
    Storage(storage::Error),
}
