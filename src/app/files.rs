//! New, open, save, export, close: everything between the window and the disk, with the questions it takes.

use std::path::{Path, PathBuf};

use eframe::egui::Context;

use crate::document::Document;
use crate::project::{Message, Template};
use crate::report::Format;
use crate::storage::{self, Comments, Fault};
use crate::ui::dialogs::{Answer, Dialog};
use crate::ui::{Action, FileEntry, RecoveryEntry, Route, file_name};

use super::App;
use super::event::{Event, ExportError, Opening, Pending, Picking};
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
    fn left(&mut self, ctx: &Context, action: Action) {
        match action {
            Action::New(template) => self.new_project(template),
            Action::OpenFile(path) => self.open(path),
            Action::Recover(place) if place < self.copies.orphans.len() => {
                let orphan = self.copies.orphans.remove(place);
                self.list_files();
                let number = self.opening();
                self.jobs.recover(number, orphan);
            }
            Action::CloseProject => {
                self.session = None;
                self.status = None;
                self.front.focus_before = None;
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

    /// A number for the next read; an answer to an earlier one is ignored.
    pub(super) fn opening(&mut self) -> u64 {
        self.disk.openings += 1;
        let leaves = self.session.as_ref().map(Session::state);
        self.disk.opening = Some(Opening { number: self.disk.openings, leaves });
        self.disk.openings
    }

    /// None if the read is no longer wanted; otherwise whether the open project may be closed for it: there may be new
    /// edits by now.
    fn awaited(&mut self, number: u64) -> Option<bool> {
        let opening = self.disk.opening.take_if(|opening| opening.number == number)?;
        self.take_in_drafts();
        let session = self.session.as_ref();
        Some(session.is_none_or(|session| !session.is_unsaved() || Some(session.state()) == opening.leaves))
    }

    fn new_project(&mut self, template: Template) {
        let project = storage::template(template, self.text.language().code());
        self.begin(Document::new(project), None);
    }

    /// Asks for a path, with the desktop's dialog where there is one.
    pub(super) fn pick(&mut self, picking: Picking) {
        if self.options.native_dialogs {
            self.front.ask_desktop = Some(picking);
        } else {
            self.ask_for_path(picking, &self.suggested(picking));
        }
    }

    /// Opens the desktop's dialog in front of the window, if one has been asked for.
    pub(super) fn show_desktop_dialog(&mut self, window: &eframe::Frame) {
        let Some(picking) = self.front.ask_desktop.take() else { return };
        let session = self.session.as_ref().map(Session::number);
        let suggested = self.suggested(picking);
        let mut dialog = rfd::AsyncFileDialog::new().set_parent(window);
        if let Some(folder) = suggested.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            dialog = dialog.set_directory(folder);
        }
        let text = &self.text;
        match picking {
            Picking::Open => {
                let dialog = dialog
                    .set_title(text.get("dialog-path-open"))
                    .add_filter(text.get("files-projects"), &["ron"])
                    .add_filter(text.get("files-all"), &["*"]);
                self.jobs.pick(picking, session, dialog.pick_file());
            }
            Picking::Save => {
                let dialog = dialog
                    .set_title(text.get("dialog-path-save"))
                    .set_file_name(file_name(&suggested))
                    .add_filter(text.get("files-projects"), &["ron"]);
                self.jobs.pick(picking, session, dialog.save_file());
            }
            Picking::Export(_, format) => {
                let dialog = dialog
                    .set_title(text.get("dialog-path-export"))
                    .set_file_name(file_name(&suggested))
                    .add_filter(format.extension().to_uppercase(), &[format.extension()]);
                self.jobs.pick(picking, session, dialog.save_file());
            }
        }
    }

    /// Asks for a path in our own dialog.
    fn ask_for_path(&mut self, picking: Picking, suggested: &Path) {
        self.front.picking = Some(picking);
        self.front.dialog = Some(Dialog::Path {
            purpose: picking.purpose(),
            exists: suggested.is_file(),
            typed: suggested.display().to_string(),
        });
    }

    /// Completes a path: relative to the open file's folder; the suggested name in a folder; an extension.
    fn meant(&self, picking: Picking, path: &Path) -> PathBuf {
        let suggested = self.suggested(picking);
        let path = suggested.parent().map_or_else(|| path.to_owned(), |folder| folder.join(path));
        let path = if picking != Picking::Open && path.is_dir() { path.join(file_name(&suggested)) } else { path };
        match picking {
            Picking::Save if path.extension().is_none() => with_ending(&path, "nisje.ron"),
            Picking::Export(_, format) if format_of(&path).is_none() => with_ending(&path, format.extension()),
            Picking::Open | Picking::Save | Picking::Export(..) => path,
        }
    }

    /// The suggested path: beside the open file, named after the project.
    fn suggested(&self, picking: Picking) -> PathBuf {
        let path = self.session.as_ref().and_then(Session::path);
        let folder = path
            .and_then(Path::parent)
            .map(Path::to_owned)
            .or_else(|| self.start.recent.first().and_then(|file| file.path.parent()).map(Path::to_owned))
            .or_else(std::env::home_dir)
            .unwrap_or_default();
        let stem = path.map_or_else(
            || plain_name(&self.session_name()),
            |path| {
                let name = file_name(path);
                name.strip_suffix(".ron")
                    .map_or(name.as_str(), |name| name.strip_suffix(".nisje").unwrap_or(name))
                    .to_owned()
            },
        );
        match picking {
            Picking::Open => folder.join(""),
            Picking::Save => path.map_or_else(|| folder.join(format!("{stem}.nisje.ron")), Path::to_owned),
            Picking::Export(part, format) => {
                let part = self.text.get(part.file_name());
                folder.join(format!("{stem} {part}.{}", format.extension()))
            }
        }
    }

    fn picked(&mut self, ctx: &Context, picking: Picking, path: &Path) {
        let path = self.meant(picking, path);
        match picking {
            Picking::Open => self.leave(ctx, Action::OpenFile(path)),
            Picking::Save => self.write(path, false),
            Picking::Export(part, format) => {
                let Some(session) = &self.session else { return };
                // The extension decides, as on the command line.
                let format = format_of(&path).unwrap_or(format);
                let what = (part, format, self.screens.picture());
                self.jobs.export(path, session.project().clone(), what, self.text.clone());
            }
        }
    }

    fn picked_on_desktop(&mut self, ctx: &Context, picking: Picking, session: Option<u64>, path: Option<&Path>) {
        if picking != Picking::Open && self.session.as_ref().map(Session::number) != session {
            // It was about another project.
            return;
        }
        match path {
            Some(path) => {
                let meant = self.meant(picking, path);
                if meant != path && meant.is_file() {
                    // The dialog did not ask about replacing that one.
                    self.ask_for_path(picking, &meant);
                } else {
                    self.picked(ctx, picking, &meant);
                }
            }
            // Cancelling the save cancels what it would have led to.
            None => self.front.pending = None,
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

    /// Writes the project; with `careful`, only if no other program has changed the file.
    fn write(&mut self, path: PathBuf, careful: bool) {
        let Some(session) = &self.session else { return };
        if session.comments.count > 0 && session.path() == Some(path.as_path()) {
            let Comments { count, first_line: line } = session.comments;
            let after = match self.front.pending.take() {
                Some(Pending::Leave(action)) => Some(action),
                _ => None,
            };
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
        self.jobs.save(self.options.places.clone(), path, session.snapshot(), expected);
    }

    pub(super) fn happened(&mut self, ctx: &Context, event: Event) {
        match event {
            Event::Picked { picking, path: None, at_once: true, .. } => {
                log::info!("there is no file dialog; asking for a path");
                self.ask_for_path(picking, &self.suggested(picking));
            }
            Event::Picked { picking, session, path, .. } => {
                self.picked_on_desktop(ctx, picking, session, path.as_deref());
            }
            Event::Opened { number, path, result } => match (self.awaited(number), result) {
                (None, _) => {}
                (Some(true), Ok(opened)) => {
                    self.begin(Document::new(opened.project), Some((path.clone(), opened.fingerprint)));
                    if let Some(session) = &mut self.session {
                        session.comments = opened.comments;
                    }
                    self.remember(&path);
                }
                (Some(false), Ok(_)) => self.leave(ctx, Action::OpenFile(path)),
                (Some(_), Err(error)) => self.fail("error-open", &error),
            },
            Event::Saved { path, snapshot, result } => self.written(ctx, path, snapshot, result),
            Event::Exported { path, result: Ok(()) } => {
                self.say(&Message::new("status-exported").with("path", path.display().to_string()));
            }
            Event::Exported { path, result: Err(error) } => match error {
                ExportError::Report(error) => self.fail_with("error-export", &file_name(&path), &error.message()),
                ExportError::Storage(error) => self.fail("error-export", &error),
            },
            Event::Recovered { number, orphan, result } => match (self.awaited(number), result) {
                (Some(true), Ok(project)) => {
                    self.begin(
                        Document::recovered(project),
                        orphan.origin.clone().map(|origin| (origin.path, origin.fingerprint)),
                    );
                    self.copies.keeper.adopt(orphan);
                    self.say(&Message::new("status-recovered"));
                }
                (awaited, result) => {
                    self.copies.orphans.push(orphan);
                    self.list_files();
                    if let (Some(_), Err(error)) = (awaited, result) {
                        self.fail("error-recover", &error);
                    }
                }
            },
        }
    }

    fn written(
        &mut self,
        ctx: &Context,
        path: PathBuf,
        snapshot: crate::document::Snapshot,
        result: Result<storage::Fingerprint, storage::Error>,
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
                if let Some(Pending::Leave(action)) = self.front.pending.take() {
                    // The save has answered the question.
                    self.front.dialog.take_if(|dialog| matches!(dialog, Dialog::Unsaved { .. }));
                    self.leave(ctx, action);
                }
            }
            Err(error) if matches!(*error.fault, Fault::Changed) => {
                self.front.dialog = Some(Dialog::Changed { name: file_name(&path) });
                let after = match self.front.pending.take() {
                    Some(Pending::Leave(action)) => Some(action),
                    _ => None,
                };
                self.front.pending = Some(Pending::Overwrite { path, after });
            }
            Err(error) => {
                self.front.pending = None;
                self.fail("error-save", &error);
            }
        }
    }

    pub(super) fn answered(&mut self, ctx: &Context, answer: Answer) {
        if let (Answer::Typed(path), Some(picking)) = (&answer, self.front.picking) {
            let is_there = self.meant(picking, path).is_file();
            if let Some(Dialog::Path { exists, .. }) = &mut self.front.dialog {
                *exists = is_there;
            }
            return;
        }
        self.front.dialog = None;
        let picking = self.front.picking.take();
        match (self.front.pending.take(), answer) {
            (pending, Answer::Path(path)) => {
                self.front.pending = pending;
                if let Some(picking) = picking {
                    self.picked(ctx, picking, &path);
                }
            }
            (Some(Pending::Leave(action)), Answer::Discard) => {
                // It stays open until the next one has been read: a file that can't be read loses nothing.
                self.left(ctx, action);
            }
            (Some(Pending::Leave(action)), Answer::Save) => {
                self.front.pending = Some(Pending::Leave(action));
                self.save();
            }
            (Some(Pending::Overwrite { path, after }), reply) => {
                self.front.pending = after.map(Pending::Leave);
                match reply {
                    Answer::Save => self.write(path, false),
                    Answer::SaveElsewhere => self.pick(Picking::Save),
                    Answer::Reload => {
                        self.front.pending = None;
                        self.open(path);
                    }
                    _ => self.front.pending = None,
                }
            }
            (Some(Pending::RemoveComments { path, careful, after }), reply) => {
                self.front.pending = after.map(Pending::Leave);
                match reply {
                    Answer::Save => {
                        if let Some(session) = &mut self.session {
                            session.comments = Comments::default();
                        }
                        self.write(path, careful);
                    }
                    Answer::SaveElsewhere => self.pick(Picking::Save),
                    _ => self.front.pending = None,
                }
            }
            (_, _) => {}
        }
    }

    /// Shows what is wrong with a file, and where in it.
    fn fail(&mut self, title: &'static str, error: &storage::Error) {
        let why = match error.place() {
            Some(place) => Message::new("error-at")
                .with("line", place.line)
                .with("column", place.column)
                .with("why", error.message())
                .with("excerpt", place.excerpt.trim()),
            None => error.message(),
        };
        self.fail_with(title, &file_name(&error.path), &why);
    }

    fn fail_with(&mut self, title: &'static str, name: &str, why: &Message) {
        let title = self.text.with(title, "name", name);
        self.front.dialog = Some(Dialog::Error { title, detail: self.text.say(why) });
    }

    fn remember(&mut self, path: &Path) {
        self.settings.remember(path);
        self.store_settings();
        self.list_files();
    }

    pub(super) fn store_settings(&self) {
        self.settings_writer.write(self.settings.clone());
    }

    pub(super) fn discard_recovery(&mut self, place: usize) {
        if place < self.copies.orphans.len()
            && let Err(error) = self.copies.orphans.remove(place).discard(&self.options.places)
        {
            log::error!("recovery copy: {error}");
        }
        self.list_files();
    }

    /// Updates what the start screen lists.
    pub(super) fn list_files(&mut self) {
        let recent = self.settings.recent().into_iter();
        self.start.recent = recent.map(|file| FileEntry { path: file.path, missing: file.missing }).collect();
        let now = std::time::SystemTime::now();
        self.start.recovery = (self.copies.orphans.iter())
            .map(|orphan| RecoveryEntry {
                original: orphan.origin.as_ref().map(|origin| origin.path.clone()),
                name: orphan.name.clone(),
                minutes: now.duration_since(orphan.time).map_or(0, |age| age.as_secs() as usize / 60),
            })
            .collect();
    }
}

/// A name without characters that file systems refuse; at most 80.
fn plain_name(name: &str) -> String {
    let plain: String =
        name.chars().map(|c| if c.is_control() || r#"/\:*?"<>|"#.contains(c) { ' ' } else { c }).take(80).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn format_of(path: &Path) -> Option<Format> {
    path.extension().and_then(|ending| Format::of_extension(&ending.to_string_lossy()))
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}
