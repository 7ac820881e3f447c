//! What other programs do to the open file, and its earlier versions.

use std::path::Path;

use eframe::egui::Context;

use crate::document::Document;
use crate::project::{Command, Message, Project, Replaced};
use crate::storage;
use crate::storage::versions::Version;
use crate::storage::watch::Change;
use crate::ui::dialogs::{Dialog, VersionEntry, Versions};
use crate::ui::{Action, Differs, Notice, file_name};

use super::App;
use super::event::Taking;
use super::session::Session;

impl App {
    /// Has the watcher watch the open file.
    pub(super) fn follow_file(&mut self) {
        let origin = self.session.as_ref().and_then(Session::origin);
        if self.disk.watcher.watch(origin.as_ref().map(|origin| (origin.path.as_path(), origin.fingerprint))) {
            // It has just been read or written.
            let meanwhile = self.disk.noticed.meanwhile.take();
            let path = origin.as_ref().map(|origin| origin.path.as_path());
            if path != self.disk.noticed_path.as_deref() {
                self.disk.noticed = super::watcher::Noticed::default();
                self.disk.noticed_path = path.map(Path::to_owned);
            }
            self.disk.noticed.change = None;
            if let (Some(change), Some(path)) = (meanwhile, path) {
                self.noticed(path, change);
            }
            self.stand();
        }
    }

    /// Another program, or a save of ours, has changed a file.
    pub(super) fn noticed(&mut self, path: &Path, change: Change) {
        let Some(origin) = self.session.as_ref().and_then(Session::origin).filter(|origin| origin.path == path) else {
            return;
        };
        if self.disk.saving.is_some() {
            self.disk.noticed.meanwhile = Some(change);
            return;
        }
        self.disk.noticed.change = Some(change).filter(|change| *change != Change::Content(origin.fingerprint));
        self.stand();
    }

    pub(super) fn noticed_elsewhere(&mut self, path: &Path, is_open: bool) {
        if self.session.as_ref().and_then(Session::path) == Some(path) {
            self.disk.noticed.is_elsewhere = is_open;
            self.stand();
        }
    }

    /// Updates what stays said as long as it is so.
    pub(super) fn stand(&mut self) {
        self.standing = self.copies.failing.iter().cloned().map(Notice::warning).collect();
        let Some(path) = self.session.as_ref().and_then(Session::path) else { return };
        let name = file_name(path);
        match self.disk.noticed.change {
            Some(Change::Content(_)) => {
                let message = Message::new("status-changed").with("name", name.as_str());
                self.standing.push(Notice::warning(message).offering("status-changed-look", Action::ShowChange));
            }
            Some(Change::Gone) => {
                let message = Message::new("status-gone").with("name", name.as_str());
                self.standing.push(Notice::warning(message).offering("action-save", Action::Save));
            }
            None => {}
        }
        if self.disk.noticed.is_elsewhere {
            self.standing.push(Notice::warning(Message::new("status-elsewhere").with("name", name)));
        }
    }

    /// Shows what another program has changed in the open file.
    pub(super) fn show_change(&mut self) {
        if let Some(path) = self.session.as_ref().and_then(Session::path).map(Path::to_owned) {
            self.ask_about_change(path, None);
        }
    }

    /// Lists the earlier versions of the open file.
    pub(super) fn show_versions(&mut self) {
        match self.session.as_ref().and_then(Session::path) {
            Some(path) => {
                self.jobs.versions(self.options.places.clone(), path.to_owned());
                self.front.dialog = Some(Dialog::Versions(Versions { name: file_name(path), ..Versions::default() }));
            }
            None => self.warn(&Message::new("status-no-versions")),
        }
    }

    pub(super) fn listed(&mut self, path: &Path, versions: Result<Vec<Version>, storage::Error>) {
        let is_open = self.session.as_ref().and_then(Session::path) == Some(path);
        let Some(Dialog::Versions(dialog)) = self.front.dialog.as_mut().filter(|_| is_open) else { return };
        self.disk.versions = versions.unwrap_or_default();
        let now = std::time::SystemTime::now();
        let entry = |version: &Version| VersionEntry {
            minutes: now.duration_since(version.time).map_or(0, |age| age.as_secs() as usize / 60),
            bytes: version.bytes,
        };
        dialog.entries = Some(self.disk.versions.iter().map(entry).collect());
        self.look_at_version(0);
    }

    /// Compares a version with the open project.
    pub(super) fn look_at_version(&mut self, place: usize) {
        let (Some(session), Some(version)) = (&self.session, self.disk.versions.get(place)) else { return };
        self.jobs.compare_version(version.clone(), session.project().clone());
        if let Some(Dialog::Versions(dialog)) = &mut self.front.dialog {
            dialog.chosen = place;
            dialog.differs = Differs::Comparing;
        }
    }

    /// Reads a version, to put it in place of the project or to open it as a copy.
    pub(super) fn take_version(&mut self, place: usize, taking: Taking) {
        if let Some(version) = self.disk.versions.get(place).cloned() {
            let number = self.opening();
            self.jobs.version(number, version, taking);
        }
    }

    pub(super) fn version_read(
        &mut self,
        ctx: &Context,
        number: u64,
        version: &Version,
        taking: Taking,
        result: Result<Project, storage::Error>,
    ) {
        match (self.awaited(number), result, taking) {
            (None, ..) => {}
            (Some(_), Ok(project), Taking::Restore) => {
                let command = Command::Replace(Box::new(project), Replaced::Restored);
                self.perform(ctx, Action::Edit(command, None));
                self.say(&Message::new("status-version-restored"));
            }
            (Some(true), Ok(project), Taking::Copy) => {
                self.begin(Document::recovered(project), None);
                self.say(&Message::new("status-version-copied"));
            }
            (Some(false), Ok(_), Taking::Copy) => {
                if let Some(place) = self.disk.versions.iter().position(|other| other == version) {
                    self.leave(ctx, Action::OpenVersion(place));
                }
            }
            (Some(_), Err(error), _) => self.warn(&Message::new("status-failed").with("why", error.message())),
        }
    }
}
