//! What jobs report back to the window.

use std::path::PathBuf;
use std::time::Instant;

use crate::document::Snapshot;
use crate::project::{Command, Message, Project};
use crate::report::{self, Format, Part};
use crate::storage::recovery::Orphan;
use crate::storage::versions::Version;
use crate::storage::watch::Change;
use crate::storage::{self, Comments, Fingerprint, Opened};
use crate::ui::Action;
use crate::ui::dialogs::PathPurpose;

/// What a path is being picked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picking {
    Open,
    Save,
    Export(Part, Format),
}

/// A part, and the format that it is exported in.
pub type Exporting = (Part, Format);

impl Picking {
    pub fn purpose(self) -> PathPurpose {
        match self {
            Self::Open => PathPurpose::Open,
            Self::Save => PathPurpose::Save,
            Self::Export(..) => PathPurpose::Export,
        }
    }
}

/// A question to the desktop that has no answer yet.
#[derive(Debug, Clone, Copy)]
pub struct Asked {
    pub number: u64,
    pub picking: Picking,
    pub since: Instant,
    /// The window has lost the focus meanwhile, as it does to a dialog.
    pub was_seen: bool,
    /// Our own dialog has been offered besides.
    pub is_offered: bool,
}

/// What our own dialog asks for.
#[derive(Debug, Clone, Copy)]
pub struct Typing {
    pub picking: Picking,
    /// The question to the desktop that it stands in for.
    pub number: Option<u64>,
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
    /// Something that failed, to be tried again.
    Retry(Attempt),
    /// Pasting a table, and what is said then.
    Paste(Box<Command>, Message),
    /// Restoring the unsaved work in that copy, or discarding it.
    Restore(PathBuf),
}

/// What can be tried again.
#[derive(Debug, Clone, PartialEq)]
#[expect(clippy::large_enum_variant, reason = "there is one at a time")]
pub enum Attempt {
    Open(PathBuf),
    Save {
        path: PathBuf,
        careful: bool,
        after: Option<Action>,
    },
    Export {
        path: PathBuf,
        what: Exporting,
    },
    /// Restoring the unsaved work in that copy.
    Recover(PathBuf),
}

impl Attempt {
    /// It can be done at another place.
    pub fn has_elsewhere(&self) -> bool {
        matches!(self, Self::Save { .. } | Self::Export { .. })
    }
}

/// A project that is being read.
#[derive(Debug, Clone, Copy)]
pub struct Opening {
    /// Tells it from those that were asked for before.
    pub number: u64,
    /// The state of the project that may be left for it.
    pub leaves: Option<u64>,
    /// It replaces the open project as a step that can be undone.
    pub is_reload: bool,
}

/// What is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Compared {
    /// The open project with the file at that path.
    File(PathBuf),
    /// The file that unsaved work belongs to with that copy of the work.
    Copy(PathBuf),
    /// The open project with that copy of an earlier version.
    Version(PathBuf),
}

/// How an earlier version is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taking {
    /// In place of the open project.
    Restore,
    /// As a project of its own.
    Copy,
}

/// What was found in a comparison with a file.
#[derive(Debug)]
pub struct Difference {
    pub told: Vec<Message>,
    /// The file's content at the time.
    pub fingerprint: Fingerprint,
}

/// What a job reports.
#[derive(Debug)]
pub enum Event {
    /// A file dialog was answered; no path when it was cancelled, or when there is no dialog.
    Picked {
        /// The number of the question.
        number: u64,
        path: Result<Option<PathBuf>, storage::Error>,
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
    Exported {
        path: PathBuf,
        what: Exporting,
        result: Result<(), ExportError>,
    },
    /// Unsaved work was read again, with the comments in the file that it belongs to.
    Recovered {
        /// The number of the request.
        number: u64,
        orphan: Orphan,
        result: Result<(Project, Comments), storage::Error>,
    },
    Compared {
        what: Compared,
        result: Result<Difference, storage::Error>,
    },
    /// Another program, or a save of ours, has changed the open file.
    Noticed {
        path: PathBuf,
        change: Change,
    },
    /// Another window has the file open, or no other any more.
    Elsewhere {
        path: PathBuf,
        is_open: bool,
    },
    /// The earlier versions of a file, the latest first.
    Versions {
        path: PathBuf,
        result: Result<Vec<Version>, storage::Error>,
    },
    /// An earlier version was read.
    Version {
        /// The number of the request.
        number: u64,
        version: Version,
        taking: Taking,
        result: Result<Project, storage::Error>,
    },
    /// A late result was computed; it has delivered itself.
    Worked(Result<(), storage::Error>),
    /// Copies of unsaved work can be written again, or can't.
    Kept(Result<(), storage::Error>),
}

/// Why an export failed.
#[derive(Debug)]
pub enum ExportError {
    /// It could not be made.
    Report(report::Error),
    /// It could not be written.
    Storage(storage::Error),
}

impl From<storage::Error> for ExportError {
    fn from(error: storage::Error) -> Self {
        Self::Storage(error)
    }
}
