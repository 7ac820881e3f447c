//! New, open, save, export, leave: what goes between the window and the disk, and the questions on the way.

use std::path::{Path, PathBuf};

use eframe::egui::Context;

use crate::document::Document;
use crate::project::{Message, Template};
use crate::report::{Format, Part};
use crate::storage::{self, Comments, Fault};
use crate::ui::dialogs::{Answer, Dialog, PathPurpose};
use crate::ui::screens::start::file_name;
use crate::ui::{Action, FileEntry, RecoveryEntry};

use super::App;
use super::jobs::{Event, ExportError};
use super::session::Session;

/// What a path is being picked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Picking {
    Open,
    Save,
    Export(Part, Format),
}

impl Picking {
    fn purpose(self) -> PathPurpose {
        match self {
            Self::Open => PathPurpose::Open,
            Self::Save => PathPurpose::Save,
            Self::Export(..) => PathPurpose::Export,
        }
    }
}

/// What comes once a question is answered or a save has ended.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Pending {
    /// The project is to be left by that action, when it is saved or given up.
    Leave(Action),
    /// The file has been changed by another program; what was to come after the save.
    Overwrite { path: PathBuf, after: Option<Action> },
    /// The file has comments that saving removes; `careful` as in [`App::write`].
    RemoveComments { path: PathBuf, careful: bool, after: Option<Action> },
}

/// A project that is being read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Opening {
    /// Tells it from those that were asked for before.
    number: u64,
    /// The state of the project that may be left for it.
    leaves: Option<u64>,
}

/// Whether a desktop's file dialog can be expected to answer: a session bus with a portal, or zenity.
pub(super) fn native_dialogs_answer() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    let bus = std::env::var_os("DBUS_SESSION_BUS_ADDRESS").is_some()
        || std::env::var_os("XDG_RUNTIME_DIR").is_some_and(|folder| Path::new(&folder).join("bus").exists());
    let zenity = std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join("zenity").exists()));
    bus || zenity
}

impl App {
    /// Leaves the project by that action, after a question when something would be lost.
    pub(super) fn leave(&mut self, ctx: &Context, action: Action) {
        if self.session.as_ref().is_some_and(Session::is_unsaved) {
            self.dialog = Some(Dialog::Unsaved { name: self.session_name() });
            self.pending = Some(Pending::Leave(action));
        } else {
            self.left(ctx, action);
        }
    }

    /// Does what leaves the project; nothing stands in the way any more.
    fn left(&mut self, ctx: &Context, action: Action) {
        match action {
            Action::New(template) => self.new_project(template),
            Action::OpenFile(path) => self.open(path),
            Action::Recover(place) if place < self.orphans.len() => {
                let orphan = self.orphans.remove(place);
                self.list_files();
                let number = self.opening();
                self.jobs.recover(number, orphan);
            }
            Action::CloseProject => {
                self.session = None;
                self.status = None;
                self.focus_before = None;
                self.list_files();
                self.screen = crate::ui::ScreenName::Start;
            }
            Action::Quit => self.quit(ctx),
            other => self.perform(ctx, other),
        }
    }

    /// Reads a file; what is open stays until it is there.
    pub(super) fn open(&mut self, path: PathBuf) {
        let number = self.opening();
        self.jobs.open(number, path);
    }

    /// The number of what is going to be read; what is being read already is given up.
    pub(super) fn opening(&mut self) -> u64 {
        self.openings += 1;
        let leaves = self.session.as_ref().map(Session::state);
        self.opening = Some(Opening { number: self.openings, leaves });
        self.openings
    }

    /// Whether what has been read is awaited, and if so, whether the open project may be left for it: there may be new
    /// edits by now.
    fn awaited(&mut self, number: u64) -> Option<bool> {
        let opening = self.opening.take_if(|opening| opening.number == number)?;
        self.take_in_drafts();
        let session = self.session.as_ref();
        Some(session.is_none_or(|session| !session.is_unsaved() || Some(session.state()) == opening.leaves))
    }

    fn new_project(&mut self, template: Template) {
        let project = storage::template(template, self.text.language().code());
        self.begin(Document::new(project), None);
    }

    /// Asks for a path, by the desktop's dialog where there is one.
    pub(super) fn pick(&mut self, picking: Picking) {
        if self.options.native_dialogs {
            self.ask_desktop = Some(picking);
        } else {
            self.ask_for_path(picking, &self.suggested(picking));
        }
    }

    /// Opens the desktop's dialog in front of the window, if one has been asked for.
    pub(super) fn show_desktop_dialog(&mut self, window: &eframe::Frame) {
        let Some(picking) = self.ask_desktop.take() else { return };
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

    /// Asks for a path in a field of our own.
    fn ask_for_path(&mut self, picking: Picking, suggested: &Path) {
        self.picking = Some(picking);
        self.dialog = Some(Dialog::Path {
            purpose: picking.purpose(),
            exists: suggested.is_file(),
            typed: suggested.display().to_string(),
        });
    }

    /// The file that is meant by a path: beside the one that is open, in a folder under the suggested name, and with an
    /// ending that says what it is.
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

    /// Where a file would go: beside the one that is open, named after the project.
    fn suggested(&self, picking: Picking) -> PathBuf {
        let path = self.session.as_ref().and_then(Session::path);
        let folder = path
            .and_then(Path::parent)
            .map(Path::to_owned)
            .or_else(|| self.recent.first().and_then(|file| file.path.parent()).map(Path::to_owned))
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
                let part = self.text.get(match part {
                    Part::Matrix => "file-part-matrix",
                    Part::Priorities => "file-part-priorities",
                    Part::Channels => "file-part-channels",
                    Part::Budget => "file-part-budget",
                });
                folder.join(format!("{stem} {part}.{}", format.extension()))
            }
        }
    }

    /// A path has been picked.
    fn picked(&mut self, ctx: &Context, picking: Picking, path: &Path) {
        let path = self.meant(picking, path);
        match picking {
            Picking::Open => self.leave(ctx, Action::OpenFile(path)),
            Picking::Save => self.write(path, false),
            Picking::Export(part, format) => {
                let Some(session) = &self.session else { return };
                // The ending that was chosen decides, as on the command line.
                let format = format_of(&path).unwrap_or(format);
                let what = (part, format, self.channels.picture());
                self.jobs.export(path, session.project().clone(), what, self.text.clone());
            }
        }
    }

    /// The desktop's dialog has been answered.
    fn picked_on_desktop(&mut self, ctx: &Context, picking: Picking, session: Option<u64>, path: Option<&Path>) {
        if picking != Picking::Open && self.session.as_ref().map(Session::number) != session {
            // The project that it was about is gone.
            return;
        }
        match path {
            Some(path) => {
                let meant = self.meant(picking, path);
                if meant != path && meant.is_file() {
                    // The dialog didn't know of that one, and so has not asked.
                    self.ask_for_path(picking, &meant);
                } else {
                    self.picked(ctx, picking, &meant);
                }
            }
            // Who doesn't say where to save doesn't leave either.
            None => self.pending = None,
        }
    }

    /// Saves under the name that the project has, or asks for one.
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

    /// Writes the project; `careful` only if nobody else has changed the file.
    fn write(&mut self, path: PathBuf, careful: bool) {
        let Some(session) = &self.session else { return };
        if session.comments.count > 0 && session.path() == Some(path.as_path()) {
            let Comments { count, first_line: line } = session.comments;
            let after = match self.pending.take() {
                Some(Pending::Leave(action)) => Some(action),
                _ => None,
            };
            self.dialog = Some(Dialog::Comments { name: file_name(&path), count, line });
            self.pending = Some(Pending::RemoveComments { path, careful, after });
            return;
        }
        if self.saving.is_some() {
            self.save_next = Some((session.number(), (!careful).then_some(path)));
            return;
        }
        let expected = session.origin().filter(|_| careful).map(|origin| origin.fingerprint);
        self.saving = Some(session.number());
        self.jobs.save(self.options.places.clone(), path, session.snapshot(), expected);
    }

    /// A job has answered.
    pub(super) fn happened(&mut self, ctx: &Context, event: Event) {
        match event {
            Event::Picked { picking, path: None, at_once: true, .. } => {
                log::info!("no file dialog answers; asking for a path");
                self.ask_for_path(picking, &self.suggested(picking));
            }
            Event::Picked { picking, session, path, .. } => {
                self.picked_on_desktop(ctx, picking, session, path.as_deref());
            }
            Event::Simulated { run, found } => self.simulation.answered(&run, found),
            Event::Budgeted { run, found } => self.budgeting.answered(&run, found),
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
                    self.keeper.adopt(orphan);
                    self.say(&Message::new("status-recovered"));
                }
                (awaited, result) => {
                    self.orphans.push(orphan);
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
        let number = self.saving.take();
        let session = self.session.as_mut().filter(|session| Some(session.number()) == number);
        let is_open = session.is_some();
        if let (Some(session), Ok(fingerprint)) = (session, &result) {
            session.saved(path.clone(), snapshot, fingerprint.clone());
        }
        let open = self.session.as_ref().map(Session::number);
        match self.save_next.take().filter(|(asked_for, _)| Some(*asked_for) == open) {
            Some((_, Some(elsewhere))) => return self.write(elsewhere, false),
            Some((_, None)) => return self.save(),
            None if !is_open => return,
            None => {}
        }
        match result {
            Ok(_) => {
                self.remember(&path);
                self.say(&Message::new("status-written").with("name", file_name(&path)));
                if let Some(Pending::Leave(action)) = self.pending.take() {
                    // The question may be moot by now.
                    self.dialog.take_if(|dialog| matches!(dialog, Dialog::Unsaved { .. }));
                    self.leave(ctx, action);
                }
            }
            Err(error) if matches!(*error.fault, Fault::Changed) => {
                self.dialog = Some(Dialog::Changed { name: file_name(&path) });
                let after = match self.pending.take() {
                    Some(Pending::Leave(action)) => Some(action),
                    _ => None,
                };
                self.pending = Some(Pending::Overwrite { path, after });
            }
            Err(error) => {
                self.pending = None;
                self.fail("error-save", &error);
            }
        }
    }

    /// A dialog was answered.
    pub(super) fn answered(&mut self, ctx: &Context, answer: Answer) {
        if let (Answer::Typed(path), Some(picking)) = (&answer, self.picking) {
            let is_there = self.meant(picking, path).is_file();
            if let Some(Dialog::Path { exists, .. }) = &mut self.dialog {
                *exists = is_there;
            }
            return;
        }
        self.dialog = None;
        let picking = self.picking.take();
        match (self.pending.take(), answer) {
            (pending, Answer::Path(path)) => {
                self.pending = pending;
                if let Some(picking) = picking {
                    self.picked(ctx, picking, &path);
                }
            }
            (Some(Pending::Leave(action)), Answer::Discard) => {
                // It stays open until the next one is there: a file that can't be read loses nothing.
                self.left(ctx, action);
            }
            (Some(Pending::Leave(action)), Answer::Save) => {
                self.pending = Some(Pending::Leave(action));
                self.save();
            }
            (Some(Pending::Overwrite { path, after }), reply) => {
                self.pending = after.map(Pending::Leave);
                match reply {
                    Answer::Save => self.write(path, false),
                    Answer::SaveElsewhere => self.pick(Picking::Save),
                    Answer::Reload => {
                        self.pending = None;
                        self.open(path);
                    }
                    _ => self.pending = None,
                }
            }
            (Some(Pending::RemoveComments { path, careful, after }), reply) => {
                self.pending = after.map(Pending::Leave);
                match reply {
                    Answer::Save => {
                        if let Some(session) = &mut self.session {
                            session.comments = Comments::default();
                        }
                        self.write(path, careful);
                    }
                    Answer::SaveElsewhere => self.pick(Picking::Save),
                    _ => self.pending = None,
                }
            }
            (_, _) => {}
        }
    }

    /// Says what went wrong with a file, and where in it.
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
        self.dialog = Some(Dialog::Error { title, detail: self.text.say(why) });
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
        if place < self.orphans.len()
            && let Err(error) = self.orphans.remove(place).discard(&self.options.places)
        {
            log::error!("recovery copy: {error}");
        }
        self.list_files();
    }

    /// Looks again for what the start screen lists.
    pub(super) fn list_files(&mut self) {
        let recent = self.settings.recent().into_iter();
        self.recent = recent.map(|file| FileEntry { path: file.path, missing: file.missing }).collect();
        let now = std::time::SystemTime::now();
        self.recovery = (self.orphans.iter())
            .map(|orphan| RecoveryEntry {
                original: orphan.origin.as_ref().map(|origin| origin.path.clone()),
                name: orphan.name.clone(),
                minutes: now.duration_since(orphan.time).map_or(0, |age| age.as_secs() as usize / 60),
            })
            .collect();
    }
}

/// A name without what file systems refuse.
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
