//! Asking for a path: in the desktop's dialog, in our own where there is none, in both when the desktop's is late.
//!
//! A question has a number. Its first answer counts, whatever dialog it comes from; the other one is dropped.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use eframe::egui::Context;

use crate::report::{Format, Part};
use crate::storage;
use crate::ui::dialogs::{Dialog, PathHint};
use crate::ui::{Action, file_name};

use super::App;
use super::event::{Asked, Picking, Typing};
use super::session::Session;

/// Time after which our own dialog is offered besides the desktop's.
const LATE: Duration = Duration::from_secs(2);

impl App {
    /// Asks for a path, with the desktop's dialog where there is one.
    pub(super) fn pick(&mut self, picking: Picking) {
        if self.options.native_dialogs {
            self.front.questions += 1;
            let number = self.front.questions;
            let asked = Asked { number, picking, since: Instant::now(), was_seen: false, is_offered: false };
            self.front.asked.push(asked);
            self.front.ask_desktop = Some(number);
        } else {
            self.ask_for_path(picking, &self.suggested(picking), None);
        }
    }

    /// Opens the desktop's dialog in front of the window, if one has been asked for.
    pub(super) fn show_desktop_dialog(&mut self, ctx: &Context, window: &eframe::Frame) {
        let Some(number) = self.front.ask_desktop.take() else { return };
        let Some(Asked { picking, .. }) = self.front.asked.iter().find(|asked| asked.number == number) else { return };
        let suggested = self.suggested(*picking);
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
                self.jobs.pick(number, dialog.pick_file());
            }
            Picking::Save => {
                let dialog = dialog
                    .set_title(text.get("dialog-path-save"))
                    .set_file_name(file_name(&suggested))
                    .add_filter(text.get("files-projects"), &["ron"]);
                self.jobs.pick(number, dialog.save_file());
            }
            Picking::Export(_, format) => {
                let dialog = dialog
                    .set_title(text.get("dialog-path-export"))
                    .set_file_name(file_name(&suggested))
                    .add_filter(format.extension().to_uppercase(), &[format.extension()]);
                self.jobs.pick(number, dialog.save_file());
            }
        }
        ctx.request_repaint_after(LATE);
    }

    /// Offers our own dialog when the desktop's is late.
    pub(super) fn offer_paths(&mut self, ctx: &Context) {
        let has_focus = ctx.input(|input| input.viewport().focused) != Some(false);
        for asked in &mut self.front.asked {
            asked.was_seen |= !has_focus;
        }
        // A dialog in front of the window would have the focus.
        let is_late = |asked: &&mut Asked| !asked.is_offered && has_focus && asked.since.elapsed() >= LATE;
        if self.front.dialog.is_some() {
            return;
        }
        if let Some(late) = self.front.asked.iter_mut().find(is_late) {
            late.is_offered = true;
            let Asked { picking, number, .. } = *late;
            log::info!("the file dialog has not answered; offering a field for the path");
            self.ask_for_path(picking, &self.suggested(picking), Some(number));
            self.hint(PathHint::Late);
        }
    }

    fn hint(&mut self, say: PathHint) {
        if let Some(Dialog::Path { hint, .. }) = &mut self.front.dialog {
            *hint = say;
        }
    }

    /// Asks for a path in our own dialog; `number` is the question to the desktop that it stands in for.
    fn ask_for_path(&mut self, picking: Picking, suggested: &Path, number: Option<u64>) {
        self.front.typing = Some(Typing { picking, number });
        self.front.dialog = Some(Dialog::Path {
            purpose: picking.purpose(),
            exists: suggested.is_file(),
            typed: suggested.display().to_string(),
            hint: PathHint::NoDialog,
        });
    }

    /// Takes the answer to our own dialog: the desktop's one comes too late.
    pub(super) fn typed(&mut self, ctx: &Context, Typing { picking, number }: Typing, path: &Path) {
        self.front.asked.retain(|asked| Some(asked.number) != number);
        self.picked(ctx, picking, path);
    }

    /// Takes the desktop's answer, if it is still wanted.
    pub(super) fn picked_on_desktop(
        &mut self,
        ctx: &Context,
        number: u64,
        path: Result<Option<PathBuf>, storage::Error>,
    ) {
        let Some(place) = self.front.asked.iter().position(|asked| asked.number == number) else { return };
        let Asked { picking, was_seen, .. } = self.front.asked.remove(place);
        let is_typing = self.front.typing.is_some_and(|typing| typing.number == Some(number));
        match path {
            Ok(Some(path)) => {
                if is_typing {
                    self.front.dialog = None;
                    self.front.typing = None;
                }
                let meant = self.meant(picking, &path);
                if meant != path && meant.is_file() {
                    // The dialog did not ask about replacing that one.
                    self.ask_for_path(picking, &meant, None);
                } else {
                    self.picked(ctx, picking, &meant);
                }
            }
            // The field is there already, perhaps with something typed in it.
            _ if is_typing => self.hint(PathHint::NoDialog),
            // Cancelling the save cancels what it would have led to.
            Ok(None) if was_seen => self.front.pending = None,
            // Nobody has seen a dialog.
            none => {
                log::info!("there is no file dialog; asking for a path: {none:?}");
                self.ask_for_path(picking, &self.suggested(picking), None);
            }
        }
    }

    fn picked(&mut self, ctx: &Context, picking: Picking, path: &Path) {
        let path = self.meant(picking, path);
        match picking {
            Picking::Open => self.leave(ctx, Action::OpenFile(path)),
            Picking::Save => self.write(path, false),
            Picking::Export(part, format) => self.export(path, (part, format)),
        }
    }

    pub(super) fn export(&mut self, path: PathBuf, (part, format): (Part, Format)) {
        let Some(session) = &self.session else { return };
        // The extension decides, as on the command line.
        let format = format_of(&path).unwrap_or(format);
        let (project, seen) = (session.project().clone(), self.screens.picture());
        self.jobs.export(path, project, (part, format), seen, self.text.clone());
    }

    /// Completes a path: relative to the open file's folder; the suggested name in a folder; an extension.
    pub(super) fn meant(&self, picking: Picking, path: &Path) -> PathBuf {
        let suggested = self.suggested(picking);
        let path = suggested.parent().map_or_else(|| path.to_owned(), |folder| folder.join(path));
        let path = if picking != Picking::Open && path.is_dir() { path.join(file_name(&suggested)) } else { path };
        let is_ron = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"));
        match picking {
            Picking::Save if !is_ron => with_ending(&path, "nisje.ron"),
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
