//! The open project: its history, and whether it differs from what is on disk.
//!
//! Knows no disk: whoever saves says which [`Snapshot`] it wrote.

use std::collections::VecDeque;

use crate::project::{Command, CommandError, Gesture, Message, Project};

mod differences;

pub use differences::differences;

/// A state of the project within one document; equal revisions have equal content, but not the other way round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Revision(u64);

/// A project as it was at a revision. Clones are cheap and may go to other threads.
#[derive(Debug, Clone)]
pub struct Snapshot {
    /// The state.
    pub project: Project,
    /// Which one it is.
    pub revision: Revision,
}

#[derive(Debug, Clone)]
struct Step {
    /// The other side of the step: before it on the undo stack, after it on the redo stack.
    snapshot: Snapshot,
    name: Message,
    gesture: Option<Gesture>,
}

/// Steps that are kept. Each costs kilobytes; a workshop makes some thousands.
const STEPS: usize = 100_000;

/// The open project with its history.
#[derive(Debug, Clone)]
pub struct Document {
    current: Snapshot,
    newest: Revision,
    undo: VecDeque<Step>,
    redo: Vec<Step>,
    saved: Option<Snapshot>,
    unsaved: bool,
}

impl Document {
    /// A project that is on no disk yet; blank ones aren't worth a question before they are closed.
    pub fn new(project: Project) -> Self {
        let current = Snapshot { project, revision: Revision::default() };
        Self {
            newest: current.revision,
            unsaved: false,
            saved: Some(current.clone()),
            current,
            undo: VecDeque::new(),
            redo: Vec::new(),
        }
    }

    /// A project that was not saved when it was last open, as one brought back after a crash.
    pub fn recovered(project: Project) -> Self {
        let mut document = Self::new(project);
        document.saved = None;
        document.unsaved = true;
        document
    }

    /// The project as it stands.
    pub fn project(&self) -> &Project {
        &self.current.project
    }

    /// The project as it stands, to be used elsewhere: cheap.
    pub fn snapshot(&self) -> Snapshot {
        self.current.clone()
    }

    /// Changes when the project does.
    pub fn revision(&self) -> Revision {
        self.current.revision
    }

    /// Does the command as one step; `gesture` joins it to the step before, if that has the same.
    ///
    /// Says whether anything changed: a command that changes nothing is no step.
    pub fn apply(&mut self, command: &Command, gesture: Option<Gesture>) -> Result<bool, CommandError> {
        let mut project = self.current.project.clone();
        command.apply(&mut project)?;
        if same(&project, &self.current.project) {
            return Ok(false);
        }
        self.redo.clear();
        let joins = gesture.is_some() && self.undo.back().is_some_and(|step| step.gesture == gesture);
        if joins && self.undo.back().is_some_and(|step| same(&project, &step.snapshot.project)) {
            // The gesture came back to where it started.
            if let Some(step) = self.undo.pop_back() {
                self.move_to(step.snapshot);
            }
            return Ok(true);
        }
        self.newest.0 += 1;
        let before = std::mem::replace(&mut self.current, Snapshot { project, revision: self.newest });
        if !joins {
            if self.undo.len() == STEPS {
                self.undo.pop_front();
            }
            self.undo.push_back(Step { snapshot: before, name: command.name(), gesture });
        }
        self.compare();
        Ok(true)
    }

    /// Takes the last step back. Says whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(Step { snapshot, name, .. }) = self.undo.pop_back() else { return false };
        let after = self.current.clone();
        self.move_to(snapshot);
        self.redo.push(Step { snapshot: after, name, gesture: None });
        true
    }

    /// Does the step again that was taken back last. Says whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(Step { snapshot, name, .. }) = self.redo.pop() else { return false };
        let before = self.current.clone();
        self.move_to(snapshot);
        self.undo.push_back(Step { snapshot: before, name, gesture: None });
        true
    }

    /// The name of what undo would take back.
    pub fn undo_name(&self) -> Option<&Message> {
        self.undo.back().map(|step| &step.name)
    }

    /// The name of what redo would do again.
    pub fn redo_name(&self) -> Option<&Message> {
        self.redo.last().map(|step| &step.name)
    }

    /// The project differs from what is on disk.
    pub fn is_unsaved(&self) -> bool {
        self.unsaved
    }

    /// That snapshot is on disk now.
    pub fn saved(&mut self, snapshot: Snapshot) {
        self.saved = Some(snapshot);
        self.compare();
    }

    fn move_to(&mut self, snapshot: Snapshot) {
        self.current = snapshot;
        self.compare();
    }

    fn compare(&mut self) {
        self.unsaved = self.saved.as_ref().is_none_or(|saved| {
            saved.revision != self.current.revision && !same(&saved.project, &self.current.project)
        });
    }
}

/// Equal content. Skips what the two share, so that it costs about as much as they differ.
fn same(a: &Project, b: &Project) -> bool {
    let Project {
        name,
        currency,
        margin,
        matrix,
        positions,
        beachhead,
        market,
        channels,
        decision,
        plan,
        agenda,
        team,
    } = a;
    *name == b.name
        && *currency == b.currency
        && margin.to_bits() == b.margin.to_bits()
        && matrix.is_same(&b.matrix)
        && positions.len() == b.positions.len()
        && positions.diff(&b.positions).next().is_none()
        && *beachhead == b.beachhead
        && (channels.ptr_eq(&b.channels) || *channels == b.channels)
        && decision.is_same(&b.decision)
        && market.is_same(&b.market)
        && plan.is_same(&b.plan)
        && agenda.is_same(&b.agenda)
        && team.is_same(&b.team)
}

#[cfg(test)]
mod tests;
