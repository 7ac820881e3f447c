//! The window: carries out actions, runs jobs on threads, and gives the screens what they draw.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use eframe::egui::{CentralPanel, Context, Frame, Id, Memory, ThemePreference, Ui, ViewportBuilder, ViewportCommand};

use crate::document::Document;
use crate::project::Message;
use crate::storage::settings::{self, Settings};
use crate::storage::versions::Version;
use crate::storage::{Fingerprint, Places};
use crate::text::{Language, Text};
use crate::ui::bars::{Bars, Saved};
use crate::ui::dialogs::Dialog;
use crate::ui::palette::Palette;
use crate::ui::screens::{Screens, start};
use crate::ui::shell::{self, Shell};
use crate::ui::widgets::{focus, keyboard};
use crate::ui::{Action, Appearance, FileEntry, Notice, RecoveryEntry, Route, View, file_name, theme};

mod actions;
mod answers;
mod changes;
mod copies;
mod desktop;
mod event;
mod files;
mod found;
mod jobs;
mod keeper;
mod paths;
mod session;
mod signals;
#[cfg(test)]
mod tests;
mod watcher;

use event::{Asked, Attempt, Opening, Pending, Typing};
use found::Copies;
use jobs::Jobs;
use keeper::Keeper;
use session::Session;
use signals::Ending;
use watcher::{Noticed, Watcher};

/// Where a project begins.
const FIRST: Route = Route::Screen("tab-matrix");

#[derive(Debug, Clone)]
pub struct Options {
    /// Folders of settings and copies of unsaved work.
    pub places: Places,
    /// Use the desktop's file dialogs; otherwise paths are typed.
    pub native_dialogs: bool,
    /// End when the process is asked to: the program's own window does.
    pub takes_signals: bool,
    /// A file to open at the start.
    pub file: Option<PathBuf>,
}

/// Opens the window and stays until it is closed.
pub fn run(file: Option<PathBuf>) -> ExitCode {
    // Without a home directory, settings live in the temp directory.
    let places = Places::of_user().unwrap_or_else(|| Places::under(&std::env::temp_dir().join("nisje")));
    let settings = Settings::load(&places);
    let size = settings.window.unwrap_or((1280.0, 800.0));
    let native = eframe::NativeOptions {
        viewport: ViewportBuilder::default()
            .with_title("Nisje")
            .with_app_id("nisje")
            .with_inner_size(size)
            .with_min_inner_size([800.0, 500.0]),
        renderer: eframe::Renderer::Glow,
        ..Default::default()
    };
    let options = Options { places, native_dialogs: desktop::native_dialogs_answer(), takes_signals: true, file };
    match eframe::run_native("Nisje", native, Box::new(|cc| Ok(Box::new(App::new(&cc.egui_ctx, options))))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let text = Text::new(language(&settings));
            let error = error.to_string();
            // The part before is about the toolkit's source.
            let reason = error.rsplit(": ").next().unwrap_or(&error).trim_end_matches('.');
            eprintln!("nisje: {}", text.with("window-failed", "reason", reason));
            ExitCode::FAILURE
        }
    }
}

#[derive(Debug)]
pub struct App {
    options: Options,
    settings: Settings,
    settings_writer: settings::Writer,
    text: Arc<Text>,
    session: Option<Session>,
    shell: Shell,
    screens: Screens,
    front: Front,
    disk: Disk,
    jobs: Jobs,
    copies: Copies,
    start: Start,
    /// What was said last.
    status: Option<Notice>,
    /// What stays said as long as it is so.
    standing: Vec<Notice>,
    title: String,
    quitting: bool,
    /// The process is asked to end: nothing is asked any more, and unsaved work stays kept.
    ending: Ending,
}

/// What stands before the window, and what its answer leads to.
#[derive(Debug, Default)]
struct Front {
    dialog: Option<Dialog>,
    palette: Option<Palette>,
    /// What had the focus before the dialog or the palette came.
    focus_before: Option<Id>,
    /// What the answer to the dialog, or the end of a save, leads to.
    pending: Option<Pending>,
    /// Something covered the window in the last pass.
    was_covered: bool,
    /// What the typed path is for.
    typing: Option<Typing>,
    /// The question that the desktop's dialog is to be opened for.
    ask_desktop: Option<u64>,
    /// Questions to the desktop without an answer.
    asked: Vec<Asked>,
    /// How many there have been.
    questions: u64,
}

impl Front {
    fn covers(&self) -> bool {
        self.dialog.is_some() || self.palette.is_some()
    }

    /// Another project is open: what was asked about the one before is moot.
    fn begin(&mut self) {
        let retries = matches!(self.pending, Some(Pending::Retry(Attempt::Open(_) | Attempt::Recover(_))));
        self.pending.take_if(|_| !retries);
        self.dialog
            .take_if(|dialog| !(matches!(dialog, Dialog::Keys) || retries && matches!(dialog, Dialog::Error { .. })));
        self.typing = None;
        self.focus_before = None;
        self.asked.clear();
    }
}

/// What is being read and written.
#[derive(Debug)]
struct Disk {
    /// The project that is being read.
    opening: Option<Opening>,
    /// How many have been asked for.
    openings: u64,
    /// The number of the session that is being written.
    saving: Option<u64>,
    /// It is written only if no other program has changed the file.
    is_careful: bool,
    /// A save that was asked for meanwhile: of which session, and where if elsewhere.
    save_next: Option<(u64, Option<PathBuf>)>,
    watcher: Watcher,
    /// What the watcher has noticed of the file at that path.
    noticed: Noticed,
    noticed_path: Option<PathBuf>,
    /// The earlier versions that were listed last.
    versions: Vec<Version>,
}

impl Disk {
    fn new(watcher: Watcher) -> Self {
        Self {
            opening: None,
            openings: 0,
            saving: None,
            is_careful: false,
            save_next: None,
            watcher,
            noticed: Noticed::default(),
            noticed_path: None,
            versions: Vec::new(),
        }
    }
}

/// What the start screen lists.
#[derive(Debug, Default)]
struct Start {
    recent: Vec<FileEntry>,
    recovery: Vec<RecoveryEntry>,
}

impl App {
    pub fn new(ctx: &Context, options: Options) -> Self {
        theme::install(ctx);
        keyboard::install(ctx);
        // Closing and zooming go through our own actions.
        ctx.options_mut(|all| {
            all.zoom_with_keyboard = false;
            all.quit_shortcuts.clear();
        });
        let settings = Settings::load(&options.places);
        let jobs = Jobs::new(ctx.clone());
        let copies = Copies::new(Keeper::new(options.places.clone(), jobs.outlet()));
        let mut app = Self {
            text: Arc::new(Text::new(language(&settings))),
            session: None,
            shell: Shell::default(),
            screens: Screens::new(),
            front: Front::default(),
            disk: Disk::new(Watcher::new(options.places.clone(), jobs.outlet())),
            jobs,
            copies,
            start: Start::default(),
            status: None,
            standing: Vec::new(),
            title: String::new(),
            quitting: false,
            ending: Ending::default(),
            settings_writer: settings::Writer::new(options.places.clone(), settings.clone()),
            settings,
            options,
        };
        app.apply_settings(ctx);
        app.find_copies();
        if app.options.takes_signals {
            signals::watch(ctx.clone(), app.ending.clone(), app.copies.keeper.flusher());
        }
        if let Some(file) = app.options.file.take() {
            app.open(file);
        }
        app
    }

    /// What was said last, in words.
    pub fn status(&self) -> Option<String> {
        self.status.as_ref().map(|notice| self.text.say(&notice.message))
    }

    /// Whether something that is shown is still being computed.
    pub fn is_computing(&self) -> bool {
        self.session.as_ref().is_some_and(|session| session.analysis().is_computing())
    }

    /// The window's title: the file's name and the unsaved mark.
    fn update_title(&mut self, ctx: &Context) {
        let title = match &self.session {
            None => "Nisje".to_owned(),
            Some(session) => {
                let mark = if session.is_unsaved() { "• " } else { "" };
                format!("{mark}{} – Nisje", self.session_name())
            }
        };
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    /// What the open project is called: its file, otherwise its name.
    fn session_name(&self) -> String {
        let Some(session) = &self.session else { return String::new() };
        match session.path() {
            Some(path) => file_name(path),
            None if session.project().name.is_empty() => self.text.get("untitled").to_owned(),
            None => session.project().name.to_string(),
        }
    }

    fn begin(&mut self, document: Document, file: Option<(PathBuf, Fingerprint)>) {
        self.session = Some(Session::new(document, file));
        self.disk.opening = None;
        self.front.begin();
        self.shell = Shell::default();
        self.screens = Screens::new();
        self.screens.go(&FIRST);
        self.status = None;
    }

    fn say(&mut self, message: &Message) {
        self.status = Some(Notice::new(message.clone()));
    }

    fn warn(&mut self, message: &Message) {
        self.status = Some(Notice::warning(message.clone()));
    }

    /// What the bars say about saving; none as long as there is nothing to save.
    fn saved_state(&self) -> Option<Saved> {
        let session = self.session.as_ref()?;
        match () {
            () if self.disk.saving == Some(session.number()) => Some(Saved::Saving),
            () if session.is_unsaved() || self.copies.has_drafts() => Some(Saved::Unsaved),
            () => session.path().map(|_| Saved::Saved),
        }
    }

    /// Remembers what has the focus when a dialog has come. Call before anything is drawn.
    fn remember_focus(&mut self, ctx: &Context) {
        if self.front.covers() && !self.front.was_covered {
            self.front.focus_before = ctx.memory(Memory::focused);
        }
    }

    /// Gives the focus back when nothing covers the window any more.
    fn return_focus(&mut self, ctx: &Context, covered_before: bool) {
        let focused = ctx.memory(Memory::focused);
        self.front.was_covered = covered_before;
        if !self.front.covers()
            && !covered_before
            && let Some(id) = self.front.focus_before
        {
            // A dialog lets nothing behind it have the focus for one more frame.
            if focus::is_unclaimed(ctx) && focused != Some(id) {
                ctx.memory_mut(|memory| memory.request_focus(id));
                ctx.request_repaint();
            } else {
                self.front.focus_before = None;
            }
        }
    }

    fn draw(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        self.remember_focus(&ctx);
        let covered = self.front.covers();
        let mut out = Vec::new();
        let (undo, redo) = self.session.as_ref().map_or((None, None), Session::history);
        let view = self.session.as_ref().map(|session| View::new(session.analysis(), &self.text));
        let bars = Bars {
            view,
            text: &self.text,
            screen: self.screens.shown().map(|row| row.key),
            undo,
            redo,
            saved: self.saved_state(),
            appearance: appearance_shown(self.settings.appearance),
            zoom: ctx.zoom_factor(),
            rail_folded: self.settings.rail_folded,
            shows_next_step: !self.settings.next_step_hidden,
            recent: &self.start.recent,
            status: self.status.as_ref(),
            standing: &self.standing,
        };
        if !covered {
            shell::pressed(&ctx, &bars, &mut out);
        }
        self.shell.ui(ui, &bars, &mut out);
        if let (Some(view), Some(_)) = (&view, bars.screen) {
            let name = bars.screen.map_or("", |key| self.text.get(key));
            central(ui, name, |ui| self.screens.ui(ui, view, &mut out));
        } else {
            let lists = start::Lists { recent: &self.start.recent, recovery: &self.start.recovery };
            start::ui(ui, &self.text, &lists, &mut out);
        }
        start::drop_hint(ui, &self.text);
        if let Some(palette) = &mut self.front.palette
            && !palette.show(&ctx, &bars, &mut out)
        {
            self.front.palette = None;
        }
        let answer = self.front.dialog.as_mut().and_then(|dialog| dialog.show(&ctx, &bars));
        if self.front.dialog.is_none() {
            out.extend(
                ctx.input(|input| input.raw.dropped_files.first().map(|file| Action::OpenFile(file.path().to_owned()))),
            );
        }
        focus::ring(&ctx, theme::colors(ui).accent);
        if out.iter().any(|action| matches!(action, Action::Edit(..))) {
            // It was about the state before.
            self.status = None;
        }
        // This frame shows the state before.
        if !out.is_empty() || answer.is_some() {
            ctx.request_repaint();
        }
        for action in out {
            self.perform(&ctx, action);
        }
        if let Some(answer) = answer {
            self.answered(&ctx, answer);
        }
        self.return_focus(&ctx, covered);
        self.keep();
        self.follow_file();
        if let Some(session) = &mut self.session {
            session.analysis_mut().start().into_iter().for_each(|work| self.jobs.work(work));
        }
        self.update_title(&ctx);
    }
}

fn central(ui: &mut Ui, name: &str, add: impl FnOnce(&mut Ui)) {
    let fill = theme::colors(ui).background;
    CentralPanel::default().frame(Frame::new().fill(fill)).show(ui, |ui| focus::content(ui, name, add));
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        while let Some(event) = self.jobs.next() {
            self.happened(ctx, event);
        }
        self.offer_paths(ctx);
        if self.ending.load(std::sync::atomic::Ordering::Relaxed) {
            self.keep();
            self.store_settings();
            return ctx.send_viewport_cmd(ViewportCommand::Close);
        }
        if let Some(session) = &mut self.session {
            session.analysis_mut().receive();
        }
        if let Some(window) = ctx.input(|input| input.viewport().inner_rect) {
            let size = window.size() * ctx.zoom_factor();
            self.settings.window = Some((size.x, size.y));
        }
        self.fit_zoom(ctx);
        if ctx.input(|input| input.viewport().close_requested()) && !self.quitting {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.perform(ctx, Action::Quit);
        }
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        self.draw(ui);
        let ctx = ui.ctx().clone();
        self.show_desktop_dialog(&ctx, frame);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        if !self.session.as_ref().is_some_and(Session::is_unsaved) || self.quitting {
            self.copies.keeper.discard();
        }
    }
}

/// The language of the settings, otherwise of the system.
fn language(settings: &Settings) -> Language {
    settings.language.as_deref().map_or_else(Language::of_system, Language::of_locale)
}

fn appearance_shown(appearance: settings::Appearance) -> Appearance {
    match appearance {
        settings::Appearance::System => Appearance::System,
        settings::Appearance::Light => Appearance::Light,
        settings::Appearance::Dark => Appearance::Dark,
    }
}

/// The appearance for the settings and for the toolkit.
fn appearance_kept(appearance: Appearance) -> (settings::Appearance, ThemePreference) {
    match appearance {
        Appearance::System => (settings::Appearance::System, ThemePreference::System),
        Appearance::Light => (settings::Appearance::Light, ThemePreference::Light),
        Appearance::Dark => (settings::Appearance::Dark, ThemePreference::Dark),
    }
}
