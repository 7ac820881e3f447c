//! Copies of unsaved work: kept while it is edited, offered after a crash.

use std::path::{Path, PathBuf};

use crate::document::Document;
use crate::project::{Message, Project};
use crate::storage::recovery::{self, Orphan};
use crate::storage::{self, Comments};
use crate::ui::dialogs::Dialog;
use crate::ui::{Action, Differs, FileEntry, Notice, RecoveryEntry, View};

use super::App;
use super::event::{Compared, Difference, Pending};
use super::found::{Found, Kept};

impl App {
    /// Tells the keeper when there is something new to keep, or nothing any more. What is being typed is kept too.
    pub(super) fn keep(&mut self) {
        let now = self.session.as_ref().map(|session| {
            let mut typed = Vec::new();
            let view = View::new(session.analysis(), &self.text);
            self.shell.commit(&view, &mut typed);
            self.screens.drafts(&view, &mut typed);
            Kept { state: session.state(), is_unsaved: session.is_unsaved(), typed }
        });
        if now == self.copies.kept {
            return;
        }
        match (&self.session, &now) {
            (Some(session), Some(Kept { is_unsaved, typed, .. })) if *is_unsaved || !typed.is_empty() => {
                let mut project = session.project().clone();
                for action in typed {
                    if let Action::Edit(command, _) = action
                        && let Err(error) = command.apply(&mut project)
                    {
                        log::debug!("what is typed can't be kept: {error}");
                    }
                }
                self.copies.keeper.store(project, session.origin());
            }
            _ => self.copies.keeper.discard(),
        }
        self.copies.kept = now;
    }

    /// Copies can be written again, or can't.
    pub(super) fn kept(&mut self, result: Result<(), storage::Error>) {
        self.copies.failing = result.err().map(|error| Message::new("status-not-kept").with("why", error.message()));
        self.stand();
    }

    /// Looks for unsaved work of programs that have ended.
    pub(super) fn find_copies(&mut self) {
        let known: Vec<PathBuf> = self.copies.found.iter().map(|found| found.orphan.copy().to_owned()).collect();
        let new = recovery::list(&self.options.places).into_iter();
        for orphan in new.filter(|orphan| !known.iter().any(|copy| copy == orphan.copy())) {
            self.found_again(orphan);
        }
        self.list_files();
    }

    /// Lists unsaved work.
    pub(super) fn found_again(&mut self, orphan: Orphan) {
        if let Some(origin) = &orphan.origin {
            self.jobs.compare_copy(orphan.copy().to_owned(), origin.path.clone());
        }
        let differs = orphan.origin.as_ref().map(|_| Differs::Comparing);
        self.copies.found.push(Found { orphan, differs, is_newer: false });
        self.copies.found.sort_by_key(|found| std::cmp::Reverse(found.orphan.time));
        self.list_files();
    }

    /// Reads unsaved work, by its place in the list.
    pub(super) fn recover(&mut self, place: usize) {
        if place < self.copies.found.len() {
            let found = self.copies.found.remove(place);
            self.list_files();
            let number = self.opening();
            self.jobs.recover(number, found.orphan);
        }
    }

    pub(super) fn recovered(&mut self, orphan: Orphan, project: Project, comments: Comments) {
        let file = orphan.origin.clone().map(|origin| (origin.path, origin.fingerprint));
        self.begin(Document::recovered(project), file);
        if let Some(session) = &mut self.session {
            session.comments = comments;
        }
        self.copies.keeper.adopt(orphan);
        self.say(&Message::new("status-recovered"));
    }

    /// Offers unsaved work of a file that has just been opened.
    pub(super) fn offer_recovery(&mut self, path: &Path) {
        let same = |other: &Path| {
            other == path || path.canonicalize().is_ok_and(|path| other.canonicalize().is_ok_and(|other| other == path))
        };
        let is_of_file = |found: &Found| found.orphan.origin.as_ref().is_some_and(|origin| same(&origin.path));
        if let Some(place) = self.copies.found.iter().position(is_of_file) {
            self.front.dialog = Some(Dialog::Recovery(self.copies.found[place].entry()));
            self.front.pending = Some(Pending::Restore(self.copies.found[place].orphan.copy().to_owned()));
        }
    }

    pub(super) fn discard_recovery(&mut self, place: usize) {
        if place >= self.copies.found.len() {
            return;
        }
        let orphan = self.copies.found.remove(place).orphan;
        let name = RecoveryEntry::name_of(orphan.origin.as_ref().map(|origin| origin.path.as_path()), &orphan.name);
        let name = name.unwrap_or_else(|| self.text.get("untitled").to_owned());
        match orphan.discard(&self.options.places) {
            Ok(()) => {
                let message = Message::new("status-recovery-discarded").with("name", name);
                self.status = Some(Notice::new(message).offering("action-undo", Action::TakeBackRecovery));
            }
            Err(error) => self.warn(&Message::new("status-failed").with("why", error.message())),
        }
        self.list_files();
    }

    /// Lists the unsaved work again that was discarded last.
    pub(super) fn take_back_recovery(&mut self) {
        match recovery::take_back(&self.options.places) {
            Ok(true) => {
                self.status = None;
                self.find_copies();
            }
            Ok(false) => self.warn(&Message::new("status-recovery-none")),
            Err(error) => self.warn(&Message::new("status-failed").with("why", error.message())),
        }
    }

    pub(super) fn compared(&mut self, what: &Compared, result: Result<Difference, storage::Error>) {
        let told = |result: Result<Difference, storage::Error>| match result {
            Ok(difference) => Differs::Told(difference.told),
            Err(error) => Differs::Unknown(error.message()),
        };
        match what {
            Compared::File(path) => {
                let is_asked =
                    matches!(&self.front.pending, Some(Pending::Overwrite { path: asked, .. }) if asked == path);
                if let (Some(Dialog::Changed { differs, .. }), true) = (&mut self.front.dialog, is_asked) {
                    *differs = told(result);
                }
            }
            Compared::Version(copy) => {
                let is_chosen = |place: usize| self.disk.versions.get(place).is_some_and(|one| one.copy() == copy);
                if let Some(Dialog::Versions(dialog)) = &mut self.front.dialog
                    && is_chosen(dialog.chosen)
                {
                    dialog.differs = told(result);
                }
            }
            Compared::Copy(copy) => {
                let Some(place) = self.copies.place(copy) else { return };
                let found = &mut self.copies.found[place];
                let before = found.orphan.origin.as_ref().map(|origin| origin.fingerprint);
                found.is_newer = result.as_ref().is_ok_and(|difference| Some(difference.fingerprint) != before);
                found.differs = Some(told(result));
                let is_asked = matches!(&self.front.pending, Some(Pending::Restore(asked)) if asked == copy);
                if let (Some(Dialog::Recovery(entry)), true) = (&mut self.front.dialog, is_asked) {
                    *entry = found.entry();
                }
                self.list_files();
            }
        }
    }

    /// Updates what the start screen lists.
    pub(super) fn list_files(&mut self) {
        let recent = self.settings.recent().into_iter();
        self.start.recent = recent.map(|file| FileEntry { path: file.path, missing: file.missing }).collect();
        self.start.recovery = self.copies.found.iter().map(Found::entry).collect();
    }
}
