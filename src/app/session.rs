//! The open project with its file and its analysis.

use std::path::{Path, PathBuf};

use crate::analysis::Analysis;
use crate::document::{Document, Revision, Snapshot};
use crate::project::{Command, CommandError, Gesture, Message, Project, Replaced};
use crate::storage::recovery::Origin;
use crate::storage::{Comments, Fingerprint};

#[derive(Debug)]
pub struct Session {
    document: Document,
    analysis: Analysis,
    /// Where it is saved, and what was there when it was last read or written.
    file: Option<(PathBuf, Fingerprint)>,
    /// The comments in the file, until the user has agreed to lose them.
    pub(super) comments: Comments,
    number: u64,
}

impl Session {
    /// A session for a document; `file` where it was read from.
    pub fn new(document: Document, file: Option<(PathBuf, Fingerprint)>) -> Self {
        let analysis = Analysis::of(document.project());
        let number = analysis.state();
        Self { document, analysis, file, comments: Comments::default(), number }
    }

    pub fn project(&self) -> &Project {
        self.document.project()
    }

    pub fn analysis(&self) -> &Analysis {
        &self.analysis
    }

    pub fn analysis_mut(&mut self) -> &mut Analysis {
        &mut self.analysis
    }

    /// The current state, for other threads.
    pub fn snapshot(&self) -> Snapshot {
        self.document.snapshot()
    }

    /// Unique among sessions.
    pub fn number(&self) -> u64 {
        self.number
    }

    /// Unique among all states of all sessions.
    pub fn state(&self) -> u64 {
        self.analysis.state()
    }

    /// It differs from what is on disk.
    pub fn is_unsaved(&self) -> bool {
        self.document.is_unsaved()
    }

    /// What undo and redo would do.
    pub fn history(&self) -> (Option<&Message>, Option<&Message>) {
        (self.document.undo_name(), self.document.redo_name())
    }

    pub fn path(&self) -> Option<&Path> {
        self.file.as_ref().map(|(path, _)| path.as_path())
    }

    /// The file, and its content when it was last read or written.
    pub fn origin(&self) -> Option<Origin> {
        let (path, fingerprint) = self.file.as_ref()?;
        Some(Origin { path: path.clone(), fingerprint: *fingerprint })
    }

    /// Applies a command. Returns whether anything changed.
    pub fn apply(&mut self, command: &Command, gesture: Option<Gesture>) -> Result<bool, CommandError> {
        let before = self.document.revision();
        let changed = self.document.apply(command, gesture)?;
        self.follow(before);
        Ok(changed)
    }

    pub fn undo(&mut self) {
        let before = self.document.revision();
        if self.document.undo() {
            self.follow(before);
        }
    }

    pub fn redo(&mut self) {
        let before = self.document.revision();
        if self.document.redo() {
            self.follow(before);
        }
    }

    /// Puts what stands in the file by now in place of the project, as a step that can be undone.
    pub fn reload(&mut self, project: Project, fingerprint: Fingerprint, comments: Comments) {
        let Some((path, _)) = self.file.clone() else { return };
        let before = self.document.revision();
        if let Err(error) = self.document.apply(&Command::Replace(Box::new(project), Replaced::Reloaded), None) {
            log::error!("{error}");
            return;
        }
        self.follow(before);
        self.saved(path, self.snapshot(), fingerprint);
        self.comments = comments;
    }

    /// Records that the snapshot is on disk.
    pub fn saved(&mut self, path: PathBuf, snapshot: Snapshot, fingerprint: Fingerprint) {
        self.file = Some((path, fingerprint));
        self.comments = Comments::default();
        self.document.saved(snapshot);
    }

    fn follow(&mut self, before: Revision) {
        if before != self.document.revision() {
            self.analysis.update(self.document.project());
        }
    }
}
