//! New, open, reload, save, close: what goes between the window and the disk.

use std::path::{Path, PathBuf};

use eframe::egui::Context;

use crate::document::{Document, Snapshot};
use crate::project::{Message, Template};
use crate::storage::{self, Comments, Fault, Fingerprint, Opened};
use crate::ui::dialogs::Dialog;
use crate::ui::{Action, Differs, Notice, Route, file_name};

use super::App;
use super::event::{Attempt, Event, ExportError, Opening, Pending, Picking, Taking};
use super::session::Session;

impl App {
    /// Carries out an action that closes the project, after a question if changes would be lost.
    pub(super) fn leave(&mut self, ctx: &Context, action: Action) {
        if self.session.as_ref().is_some_and(Session::is_unsaved) {
            self.front.dialog = Some(Dialog::Unsaved { name: self.session_name() });
            self.front.pending = Some(Pending::Leave(action));
        } else {
            self.left(ctx, action);
        }
    }

    /// Carries out an action that closes the project.
    pub(super) fn left(&mut self, ctx: &Context, action: Action) {
        match action {
            Action::New(template) => self.new_project(template),
            Action::OpenFile(path) => self.open(path),
            Action::Recover(place) => self.recover(place),
            Action::OpenVersion(place) => self.take_version(place, Taking::Copy),
            Action::CloseProject => {
                self.session = None;
                self.status = None;
                self.front.begin();
                self.list_files();
                self.screens.go(&Route::Start);
            }
            Action::Quit => self.quit(ctx),
            other => self.perform(ctx, other),
        }
    }

    /// Reads a file; the open project stays until it has been read.
    pub(super) fn open(&mut self, path: PathBuf) {
        let number = self.opening();
        self.jobs.open(number, path);
    }

    /// Reads the open project's file again, as a step that can be undone.
    pub(super) fn reload(&mut self) {
        let Some(path) = self.session.as_ref().and_then(Session::path).map(Path::to_owned) else { return };
        let number = self.opening();
        if let Some(opening) = &mut self.disk.opening {
            opening.is_reload = true;
        }
        self.jobs.open(number, path);
    }

    /// A number for the next read; an answer to an earlier one is ignored.
    pub(super) fn opening(&mut self) -> u64 {
        self.disk.openings += 1;
        let leaves = self.session.as_ref().map(Session::state);
        self.disk.opening = Some(Opening { number: self.disk.openings, leaves, is_reload: false });
        self.disk.openings
    }

    /// None if the read is no longer wanted; otherwise whether the open project may be closed for it: there may be new
    /// edits by now.
    pub(super) fn awaited(&mut self, number: u64) -> Option<bool> {
        let opening = self.disk.opening.take_if(|opening| opening.number == number)?;
        self.take_in_drafts();
        let session = self.session.as_ref();
        Some(session.is_none_or(|session| !session.is_unsaved() || Some(session.state()) == opening.leaves))
    }

    fn new_project(&mut self, template: Template) {
        let project = storage::template(template, self.text.language().code());
        self.begin(Document::new(project), None);
    }

    fn opened(&mut self, ctx: &Context, number: u64, path: PathBuf, result: Result<Opened, storage::Error>) {
        let is_reload = self.disk.opening.is_some_and(|opening| opening.number == number && opening.is_reload);
        match (self.awaited(number), result) {
            (None, _) => {}
            (Some(_), Ok(opened)) if is_reload => {
                if let Some(session) = self.session.as_mut().filter(|session| session.path() == Some(&path)) {
                    session.reload(opened.project, opened.fingerprint, opened.comments);
                    let message = Message::new("status-reloaded").with("name", file_name(&path));
                    self.say(&message);
                }
            }
            (Some(true), Ok(opened)) => {
                self.begin(Document::new(opened.project), Some((path.clone(), opened.fingerprint)));
                if let Some(session) = &mut self.session {
                    session.comments = opened.comments;
                }
                self.remember(&path);
                self.offer_recovery(&path);
            }
            (Some(false), Ok(_)) => self.leave(ctx, Action::OpenFile(path)),
            (Some(_), Err(error)) => self.fail("error-open", &error, Attempt::Open(path)),
        }
    }

    /// Saves under the project's path, or asks for one.
    pub(super) fn save(&mut self) {
        let Some(session) = &self.session else { return };
        match session.path() {
            Some(path) => {
                let path = path.to_owned();
                self.write(path, true);
            }
            None => self.pick(Picking::Save),
        }
    }

    /// What the end of a save leads to, taken from what is pending.
    fn take_after(&mut self) -> Option<Action> {
        match self.front.pending.take() {
            Some(Pending::Leave(action)) => Some(action),
            _ => None,
        }
    }

    /// Writes the project; with `careful`, only if no other program has changed the file.
    pub(super) fn write(&mut self, path: PathBuf, careful: bool) {
        let Some(session) = &self.session else { return };
        if session.comments.count > 0 && session.path() == Some(path.as_path()) {
            let Comments { count, first_line: line } = session.comments;
            let after = self.take_after();
            self.front.dialog = Some(Dialog::Comments { name: file_name(&path), count, line });
            self.front.pending = Some(Pending::RemoveComments { path, careful, after });
            return;
        }
        if self.disk.saving.is_some() {
            self.disk.save_next = Some((session.number(), (!careful).then_some(path)));
            return;
        }
        let expected = session.origin().filter(|_| careful).map(|origin| origin.fingerprint);
        self.disk.saving = Some(session.number());
        self.disk.is_careful = careful;
        self.jobs.save(self.options.places.clone(), path, session.snapshot(), expected);
    }

    pub(super) fn happened(&mut self, ctx: &Context, event: Event) {
        match event {
            Event::Picked { number, path } => self.picked_on_desktop(ctx, number, path),
            Event::Opened { number, path, result } => self.opened(ctx, number, path, result),
            Event::Saved { path, snapshot, result } => self.written(ctx, path, snapshot, result),
            Event::Exported { path, result: Ok(()), .. } => {
                let message = Message::new("status-exported").with("path", path.display().to_string());
                let notice = Notice::new(message).offering("export-open", Action::OpenElsewhere(path.clone()));
                self.status = Some(notice.offering("export-show", Action::ShowFolder(path)));
            }
            Event::Exported { path, what, result: Err(error) } => {
                let attempt = Attempt::Export { path: path.clone(), what };
                match error {
                    ExportError::Report(error) => {
                        self.fail_with("error-export", &file_name(&path), &error.message(), attempt);
                    }
                    ExportError::Storage(error) => self.fail("error-export", &error, attempt),
                }
            }
            Event::Recovered { number, orphan, result } => match (self.awaited(number), result) {
                (Some(true), Ok((project, comments))) => self.recovered(orphan, project, comments),
                (awaited, result) => {
                    let copy = orphan.copy().to_owned();
                    self.found_again(orphan);
                    if let (Some(_), Err(error)) = (awaited, result) {
                        self.fail("error-recover", &error, Attempt::Recover(copy));
                    }
                }
            },
            Event::Compared { what, result } => self.compared(&what, result),
            Event::Noticed { path, change } => self.noticed(&path, change),
            Event::Elsewhere { path, is_open } => self.noticed_elsewhere(&path, is_open),
            Event::Versions { path, result } => self.listed(&path, result),
            Event::Version { number, version, taking, result } => {
                self.version_read(ctx, number, &version, taking, result);
            }
            Event::Worked(Ok(())) => {}
            Event::Worked(Err(error)) => {
                self.warn(&Message::new("status-calculation-stopped").with("why", error.message()));
            }
            Event::Kept(result) => self.kept(result),
        }
    }

    fn written(
        &mut self,
        ctx: &Context,
        path: PathBuf,
        snapshot: Snapshot,
        result: Result<Fingerprint, storage::Error>,
    ) {
        let number = self.disk.saving.take();
        let session = self.session.as_mut().filter(|session| Some(session.number()) == number);
        let is_open = session.is_some();
        if let (Some(session), Ok(fingerprint)) = (session, &result) {
            session.saved(path.clone(), snapshot, *fingerprint);
        }
        let open = self.session.as_ref().map(Session::number);
        match self.disk.save_next.take().filter(|(asked_for, _)| Some(*asked_for) == open) {
            Some((_, Some(elsewhere))) => return self.write(elsewhere, false),
            Some((_, None)) => return self.save(),
            None if !is_open => return,
            None => {}
        }
        match result {
            Ok(_) => {
                self.remember(&path);
                self.say(&Message::new("status-written").with("name", file_name(&path)));
                if let Some(action) = self.take_after() {
                    // The save has answered the question.
                    self.front.dialog.take_if(|dialog| matches!(dialog, Dialog::Unsaved { .. }));
                    self.leave(ctx, action);
                }
            }
            Err(error) if matches!(*error.fault, Fault::Changed) => {
                let after = self.take_after();
                self.ask_about_change(path, after);
            }
            Err(error) => {
                let attempt = Attempt::Save { path, careful: self.disk.is_careful, after: self.take_after() };
                self.fail("error-save", &error, attempt);
            }
        }
    }

    /// Asks what to do about a file that another program has changed, and shows what differs.
    pub(super) fn ask_about_change(&mut self, path: PathBuf, after: Option<Action>) {
        let Some(session) = &self.session else { return };
        self.jobs.compare_file(path.clone(), session.project().clone());
        let can_reload = session.path() == Some(path.as_path());
        self.front.dialog = Some(Dialog::Changed { name: file_name(&path), differs: Differs::Comparing, can_reload });
        self.front.pending = Some(Pending::Overwrite { path, after });
    }

    fn remember(&mut self, path: &Path) {
        self.settings.remember(path);
        self.store_settings();
        self.list_files();
    }

    pub(super) fn store_settings(&self) {
        self.settings_writer.write(self.settings.clone());
    }
}
