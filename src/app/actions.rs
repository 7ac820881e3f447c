//! Carries out actions.

use std::path::Path;
use std::sync::Arc;

use eframe::egui::{Context, ViewportCommand};

use crate::project::{Channel, ChannelId, Command, Message, Template};
use crate::storage::template;
use crate::text::Text;
use crate::ui::dialogs::Dialog;
use crate::ui::palette::Palette;
use crate::ui::theme;
use crate::ui::widgets::focus;
use crate::ui::{Action, Notice, View};

use super::event::{Pending, Picking};
use super::{App, appearance_kept, appearance_shown, desktop, language};

/// The range of the zoom; 1 is as designed.
const ZOOM: std::ops::RangeInclusive<f32> = 0.5..=3.0;

impl App {
    pub(super) fn perform(&mut self, ctx: &Context, action: Action) {
        if matches!(
            action,
            Action::Save
                | Action::SaveAs
                | Action::Export(..)
                | Action::New(_)
                | Action::OpenFile(_)
                | Action::Recover(_)
                | Action::OpenVersion(_)
                | Action::ShowVersions
                | Action::ShowChange
                | Action::CloseProject
                | Action::Quit
                | Action::Go(_)
        ) {
            self.take_in_drafts();
        }
        match action {
            Action::Edit(command, gesture) => {
                let Some(session) = &mut self.session else { return };
                if let Err(error) = session.apply(&command, gesture) {
                    self.warn(&error.message());
                }
            }
            Action::PreviewPaste(shown, command) => {
                self.front.pending = Some(Pending::Paste(command, shown.done.clone()));
                self.front.dialog = Some(Dialog::Paste(shown));
            }
            Action::Undo => self.step(true),
            Action::Redo => self.step(false),
            Action::New(_)
            | Action::OpenFile(_)
            | Action::Recover(_)
            | Action::OpenVersion(_)
            | Action::CloseProject
            | Action::Quit => self.leave(ctx, action),
            Action::ShowVersions => self.show_versions(),
            Action::ShowChange => self.show_change(),
            Action::Open => self.pick(Picking::Open),
            Action::Save => self.save(),
            Action::SaveAs => self.pick(Picking::Save),
            Action::Export(part, format) => self.pick(Picking::Export(part, format)),
            Action::ForgetFile(path) => {
                self.settings.forget(&path);
                self.store_settings();
                self.list_files();
            }
            Action::DiscardRecovery(place) => self.discard_recovery(place),
            Action::TakeBackRecovery => self.take_back_recovery(),
            Action::Go(route) => {
                focus::release(ctx);
                self.screens.go(&route);
            }
            Action::StepPart(forth) => {
                if let Some(route) = self.screens.beside(forth) {
                    self.perform(ctx, Action::Go(route));
                }
            }
            Action::AddLectureChannels => {
                let channels = template(Template::Lecture, self.text.language().code()).channels.into_iter();
                // New ids: the template has the same ones each time.
                let channels = channels.map(|channel| Channel { id: ChannelId::random(), ..channel }).collect();
                self.perform(ctx, Action::Edit(Command::AddChannels { at: usize::MAX, channels }, None));
            }
            Action::Copy(words, message) => {
                ctx.copy_text(words);
                self.say(&message);
            }
            Action::Say(message) => self.say(&message),
            Action::Warn(message) => self.warn(&message),
            Action::Notify(notice) => self.status = Some(notice),
            Action::Speak(language) => {
                self.settings.language = Some(language.code().to_owned());
                self.settings_changed(ctx);
            }
            Action::Look(appearance) => {
                self.settings.appearance = appearance_kept(appearance).0;
                self.settings_changed(ctx);
            }
            Action::ZoomIn => self.zoom(ctx, self.settings.zoom + 0.1),
            Action::ZoomOut => self.zoom(ctx, self.settings.zoom - 0.1),
            Action::ZoomReset => self.zoom(ctx, 1.0),
            Action::FullScreen => {
                let is_full = ctx.input(|input| input.viewport().fullscreen == Some(true));
                ctx.send_viewport_cmd(ViewportCommand::Fullscreen(!is_full));
            }
            Action::ShowPalette => self.front.palette = Some(Palette::default()),
            Action::ShowKeys => self.front.dialog = Some(Dialog::Keys),
            Action::DrawNear(near) => {
                if let Some(session) = &mut self.session {
                    session.analysis_mut().draw_near(near);
                }
            }
            Action::AskBudget(asked) => {
                if let Some(session) = &mut self.session {
                    session.analysis_mut().ask(Some(asked));
                }
            }
            Action::OpenElsewhere(path) => self.open_elsewhere(&path),
            Action::ShowFolder(path) => self.open_elsewhere(path.parent().unwrap_or(&path)),
            Action::ToggleNextStep => {
                self.settings.next_step_hidden = !self.settings.next_step_hidden;
                self.store_settings();
            }
            Action::FoldRail => {
                self.settings.rail_folded = !self.settings.rail_folded;
                self.store_settings();
            }
            Action::FocusRail => self.shell.focus_rail(ctx, self.screens.shown().map(|row| row.key)),
        }
    }

    /// Opens a file or folder with the desktop's program for it.
    fn open_elsewhere(&mut self, path: &Path) {
        if let Err(error) = desktop::open(path) {
            let message = Message::new("error-open-elsewhere").with("path", path.display().to_string());
            self.warn(&message.with("reason", error.to_string()));
        }
    }

    /// Puts what is being typed into the project, before it is saved, exported or left.
    pub(super) fn take_in_drafts(&mut self) {
        let Some(session) = &mut self.session else { return };
        let mut out = Vec::new();
        let view = View::new(session.analysis(), &self.text);
        self.shell.commit(&view, &mut out);
        self.screens.commit(&view, &mut out);
        for action in out {
            if let Action::Edit(command, gesture) = action
                && let Err(error) = session.apply(&command, gesture)
            {
                self.status = Some(Notice::warning(error.message()));
            }
        }
    }

    fn step(&mut self, back: bool) {
        let Some(session) = &mut self.session else { return };
        let (undo, redo) = session.history();
        let (name, key) = if back { (undo, "status-undone") } else { (redo, "status-redone") };
        let Some(name) = name.cloned() else { return };
        if back {
            session.undo();
        } else {
            session.redo();
        }
        self.say(&Message::new(key).with("step", name));
    }

    fn zoom(&mut self, ctx: &Context, zoom: f32) {
        self.settings.zoom = (zoom * 10.0).round().clamp(ZOOM.start() * 10.0, ZOOM.end() * 10.0) / 10.0;
        self.settings_changed(ctx);
    }

    fn settings_changed(&mut self, ctx: &Context) {
        self.apply_settings(ctx);
        self.store_settings();
    }

    /// Applies the settings to the window.
    pub(super) fn apply_settings(&mut self, ctx: &Context) {
        let language = language(&self.settings);
        if self.text.language() != language {
            self.text = Arc::new(Text::new(language));
        }
        ctx.set_theme(appearance_kept(appearance_shown(self.settings.appearance)).1);
        self.fit_zoom(ctx);
    }

    /// Zooms as asked, as far as the window has room for the screens.
    pub(super) fn fit_zoom(&self, ctx: &Context) {
        let window = ctx.content_rect().size() * ctx.zoom_factor();
        let zoom = if window.x > 0.0 { theme::fitting_zoom(self.settings.zoom, window) } else { self.settings.zoom };
        if (zoom - ctx.zoom_factor()).abs() > 0.001 {
            ctx.set_zoom_factor(zoom);
        }
    }

    pub(super) fn quit(&mut self, ctx: &Context) {
        self.quitting = true;
        self.store_settings();
        ctx.send_viewport_cmd(ViewportCommand::Close);
    }
}
