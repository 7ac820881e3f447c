//! What answers to dialogs lead to, and what is shown when something fails.

use eframe::egui::Context;

use crate::project::Message;
use crate::storage::{self, Comments};
use crate::ui::dialogs::{Answer, Dialog};
use crate::ui::{Action, file_name};

use super::App;
use super::event::{Attempt, Pending, Picking, Taking};

impl App {
    pub(super) fn answered(&mut self, ctx: &Context, answer: Answer) {
        if let (Answer::Typed(path), Some(typing)) = (&answer, self.front.typing) {
            let is_there = self.meant(typing.picking, path).is_file();
            if let Some(Dialog::Path { exists, .. }) = &mut self.front.dialog {
                *exists = is_there;
            }
            return;
        }
        if let Answer::Look(place) = answer {
            return self.look_at_version(place);
        }
        self.front.dialog = None;
        let typing = self.front.typing.take();
        match (self.front.pending.take(), answer) {
            (pending, Answer::Path(path)) => {
                self.front.pending = pending;
                if let Some(typing) = typing {
                    self.typed(ctx, typing, &path);
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
                        self.reload();
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
            (Some(Pending::Paste(command, done)), Answer::Paste) => {
                self.perform(ctx, Action::Edit(*command, None));
                self.say(&done);
            }
            (Some(Pending::Retry(attempt)), Answer::Retry) => self.retry(ctx, attempt),
            (Some(Pending::Retry(attempt)), Answer::SaveElsewhere) => match attempt {
                Attempt::Save { after, .. } => {
                    self.front.pending = after.map(Pending::Leave);
                    self.pick(Picking::Save);
                }
                Attempt::Export { what: (part, format), .. } => self.pick(Picking::Export(part, format)),
                Attempt::Open(_) | Attempt::Recover(_) => {}
            },
            (Some(Pending::Restore(copy)), reply) => {
                let Some(place) = self.copies.place(&copy) else { return };
                match reply {
                    Answer::Restore => self.perform(ctx, Action::Recover(place)),
                    Answer::Discard => self.discard_recovery(place),
                    _ => {}
                }
            }
            (_, Answer::RestoreVersion(place)) => self.take_version(place, Taking::Restore),
            (_, Answer::OpenVersion(place)) => self.perform(ctx, Action::OpenVersion(place)),
            (_, _) => {}
        }
    }

    fn retry(&mut self, ctx: &Context, attempt: Attempt) {
        match attempt {
            Attempt::Open(path) => self.perform(ctx, Action::OpenFile(path)),
            Attempt::Save { path, careful, after } => {
                self.front.pending = after.map(Pending::Leave);
                self.write(path, careful);
            }
            Attempt::Export { path, what } => self.export(path, what),
            Attempt::Recover(copy) => {
                if let Some(place) = self.copies.place(&copy) {
                    self.perform(ctx, Action::Recover(place));
                }
            }
        }
    }

    /// Shows what is wrong with a file, and where in it.
    pub(super) fn fail(&mut self, title: &'static str, error: &storage::Error, attempt: Attempt) {
        let why = match error.place() {
            Some(place) => Message::new("error-at")
                .with("line", place.line)
                .with("column", place.column)
                .with("why", error.message())
                .with("excerpt", place.excerpt.trim()),
            None => error.message(),
        };
        self.fail_with(title, &file_name(&error.path), &why, attempt);
    }

    pub(super) fn fail_with(&mut self, title: &'static str, name: &str, why: &Message, attempt: Attempt) {
        self.front.dialog = Some(Dialog::Error {
            title: self.text.with(title, "name", name),
            detail: self.text.say(why),
            has_elsewhere: attempt.has_elsewhere(),
        });
        self.front.pending = Some(Pending::Retry(attempt));
    }
}
