//! Copies of unsaved work: the one of the open project, and those that were found.

use std::path::Path;
use std::time::SystemTime;

use crate::project::Message;
use crate::storage::recovery::Orphan;
use crate::ui::{Action, Differs, RecoveryEntry};

use super::keeper::Keeper;

/// Copies of unsaved work.
#[derive(Debug)]
pub struct Copies {
    pub keeper: Keeper,
    /// What the keeper knows: the state, whether it was unsaved, and what was being typed.
    pub kept: Option<Kept>,
    /// Copies that were found; locked, so that no other window offers them.
    pub found: Vec<Found>,
    /// Copies can't be written, and why.
    pub failing: Option<Message>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    pub state: u64,
    pub is_unsaved: bool,
    pub typed: Vec<Action>,
}

#[derive(Debug)]
pub struct Found {
    pub orphan: Orphan,
    /// What it changes in the file that it belongs to; none when it belongs to none.
    pub differs: Option<Differs>,
    /// The file has changed since.
    pub is_newer: bool,
}

impl Copies {
    pub fn new(keeper: Keeper) -> Self {
        Self { keeper, kept: None, found: Vec::new(), failing: None }
    }

    /// The place of a copy in the list.
    pub fn place(&self, copy: &Path) -> Option<usize> {
        self.found.iter().position(|found| found.orphan.copy() == copy)
    }

    /// Something is being typed that isn't in the project yet.
    pub fn has_drafts(&self) -> bool {
        self.kept.as_ref().is_some_and(|kept| !kept.typed.is_empty())
    }
}

impl Found {
    /// What is shown of it.
    pub fn entry(&self) -> RecoveryEntry {
        let age = SystemTime::now().duration_since(self.orphan.time);
        RecoveryEntry {
            original: self.orphan.origin.as_ref().map(|origin| origin.path.clone()),
            name: self.orphan.name.clone(),
            minutes: age.map_or(0, |age| age.as_secs() as usize / 60),
            differs: self.differs.clone(),
            is_newer: self.is_newer,
        }
    }
}
