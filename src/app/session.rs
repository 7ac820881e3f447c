//! The open project with all that belongs to it: its file, its analysis, its copy for the worst case.

use std::path::{Path, PathBuf};

use crate::analysis::Analysis;
use crate::document::{Document, Snapshot};
use crate::project::{Command, CommandError, Gesture, Message, Project};
use crate::storage::recovery::Origin;
use crate::storage::{Comments, Fingerprint};

/// The open project.
#[derive(Debug)]
pub struct Session {
    document: Document,
    analysis: Analysis,
    /// Where it is saved, and what was there when it was last read or written.
    file: Option<(PathBuf, Fingerprint)>,
    /// The comments in the file, as long as nobody has agreed to lose them.
    pub(super) comments: Comments,
    /// Changes with every state of every session, unlike a document's revision.
    state: u64,
    /// Tells sessions apart.
    number: u64,
}

impl Session {
    /// A session for a document; `file` where it was read from.
    pub fn new(document: Document, file: Option<(PathBuf, Fingerprint)>) -> Self {
        let analysis = Analysis::of(document.project());
        let state = next_state();
        Self { document, analysis, file, comments: Comments::default(), state, number: state }
    }

    /// The project as it stands.
    pub fn project(&self) -> &Project {
        self.document.project()
    }

    /// What follows from it.
    pub fn analysis(&self) -> &Analysis {
        &self.analysis
    }

    /// The state for whoever works on it elsewhere.
    pub fn snapshot(&self) -> Snapshot {
        self.document.snapshot()
    }

    /// A number that no other session has.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// A number that no other state of this or another session has had.
    pub fn state(&self) -> u64 {
        self.state
    }

    /// It differs from what is on disk.
    pub fn is_unsaved(&self) -> bool {
        self.document.is_unsaved()
    }

    /// What undo and redo would do.
    pub fn history(&self) -> (Option<&Message>, Option<&Message>) {
        (self.document.undo_name(), self.document.redo_name())
    }

    /// The file, if it has one.
    pub fn path(&self) -> Option<&Path> {
        self.file.as_ref().map(|(path, _)| path.as_path())
    }

    /// The file, and its content when it was last read or written.
    pub fn origin(&self) -> Option<Origin> {
        let (path, fingerprint) = self.file.as_ref()?;
        Some(Origin { path: path.clone(), fingerprint: *fingerprint })
    }

    /// Does a command. Says whether anything changed.
    pub fn apply(&mut self, command: &Command, gesture: Option<Gesture>) -> Result<bool, CommandError> {
        let before = self.document.snapshot();
        let changed = self.document.apply(command, gesture)?;
        self.follow(&before);
        Ok(changed)
    }

    /// Takes the last step back.
    pub fn undo(&mut self) {
        let before = self.document.snapshot();
        if self.document.undo() {
            self.follow(&before);
        }
    }

    /// Does it again.
    pub fn redo(&mut self) {
        let before = self.document.snapshot();
        if self.document.redo() {
            self.follow(&before);
        }
    }

    /// That state is on disk now, in that file.
    pub fn saved(&mut self, path: PathBuf, snapshot: Snapshot, fingerprint: Fingerprint) {
        self.file = Some((path, fingerprint));
        self.comments = Comments::default();
        self.document.saved(snapshot);
    }

    fn follow(&mut self, before: &Snapshot) {
        if before.revision != self.document.revision() {
            self.analysis.update(&before.project, self.document.project());
            self.state = next_state();
        }
    }
}

fn next_state() -> u64 {
    use std::sync::atomic::{AtomicU64, Ordering};
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}
