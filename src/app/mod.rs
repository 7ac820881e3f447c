//! The window: carries out actions, runs jobs on threads, and hands the screens what they draw.

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use eframe::egui::{CentralPanel, Context, Frame, Id, Memory, ThemePreference, Ui, ViewportBuilder, ViewportCommand};

use crate::document::Document;
use crate::project::Message;
use crate::storage::settings::{self, Settings};
use crate::storage::{Fingerprint, Places, recovery};
use crate::text::{Language, Text};
use crate::ui::dialogs::Dialog;
use crate::ui::palette::Palette;
use crate::ui::screens::channels::ChannelsScreen;
use crate::ui::screens::decide::DecideScreen;
use crate::ui::screens::matrix::MatrixScreen;
use crate::ui::screens::priorities::PriorityList;
use crate::ui::screens::start;
use crate::ui::shell::{self, Bars, Shell};
use crate::ui::{Action, Appearance, FileEntry, RecoveryEntry, ScreenName, View, theme};

mod actions;
mod files;
mod jobs;
mod keeper;
mod outlook;
mod session;
mod sureness;
#[cfg(test)]
mod tests;

use files::{Opening, Pending, Picking};
use jobs::Jobs;
use keeper::Keeper;
use outlook::Budgeting;
use session::Session;
use sureness::Simulation;

/// How the window is to be run.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where settings and copies of unsaved work are.
    pub places: Places,
    /// Ask the desktop's own file dialogs; otherwise paths are typed.
    pub native_dialogs: bool,
    /// A file to open at the start.
    pub file: Option<PathBuf>,
}

/// Opens the window and stays until it is closed.
pub fn run(file: Option<PathBuf>) -> ExitCode {
    // Who has no home gets the same for as long as the machine keeps it.
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
    let options = Options { places, native_dialogs: files::native_dialogs_answer(), file };
    match eframe::run_native("Nisje", native, Box::new(|cc| Ok(Box::new(App::new(&cc.egui_ctx, options))))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let text = Text::new(language(&settings));
            let error = error.to_string();
            // What comes before is where in the toolkit it happened.
            let reason = error.rsplit(": ").next().unwrap_or(&error).trim_end_matches('.');
            eprintln!("nisje: {}", text.with("window-failed", "reason", reason));
            ExitCode::FAILURE
        }
    }
}

/// Everything behind the window.
#[derive(Debug)]
pub struct App {
    options: Options,
    settings: Settings,
    settings_writer: settings::Writer,
    text: Arc<Text>,
    session: Option<Session>,
    screen: ScreenName,
    shell: Shell,
    matrix: MatrixScreen,
    priorities: PriorityList,
    decide: DecideScreen,
    simulation: Simulation,
    channels: ChannelsScreen,
    budgeting: Budgeting,
    palette: Option<Palette>,
    dialog: Option<Dialog>,
    /// What had the focus before the dialog or the palette came.
    focus_before: Option<Id>,
    /// What the answer to the dialog, or the end of a save, leads to.
    pending: Option<Pending>,
    /// What the path is for that is being typed.
    picking: Option<Picking>,
    /// What the desktop's dialog is to be opened for.
    ask_desktop: Option<Picking>,
    /// The project that is being read, and how many have been.
    opening: Option<Opening>,
    openings: u64,
    /// The session that is being written.
    saving: Option<u64>,
    /// A save that was asked for meanwhile: of which session, and where if elsewhere.
    save_next: Option<(u64, Option<PathBuf>)>,
    jobs: Jobs,
    keeper: Keeper,
    /// The state that the keeper knows of, and whether it was unsaved.
    kept: Option<(u64, bool)>,
    recent: Vec<FileEntry>,
    /// Work that was not saved; nobody else is offered it meanwhile.
    orphans: Vec<recovery::Orphan>,
    recovery: Vec<RecoveryEntry>,
    status: Option<(String, bool)>,
    title: String,
    quitting: bool,
}

impl App {
    /// The program behind a window.
    pub fn new(ctx: &Context, options: Options) -> Self {
        theme::install(ctx);
        // Closing and zooming go through our own actions.
        ctx.options_mut(|all| {
            all.zoom_with_keyboard = false;
            all.quit_shortcuts.clear();
        });
        let settings = Settings::load(&options.places);
        let mut app = Self {
            text: Arc::new(Text::new(language(&settings))),
            session: None,
            screen: ScreenName::Start,
            shell: Shell::default(),
            matrix: MatrixScreen::default(),
            priorities: PriorityList::default(),
            decide: DecideScreen::default(),
            simulation: Simulation::default(),
            channels: ChannelsScreen::default(),
            budgeting: Budgeting::default(),
            palette: None,
            dialog: None,
            focus_before: None,
            pending: None,
            picking: None,
            ask_desktop: None,
            opening: None,
            openings: 0,
            saving: None,
            save_next: None,
            jobs: Jobs::new(ctx.clone()),
            keeper: Keeper::new(options.places.clone()),
            kept: None,
            recent: Vec::new(),
            orphans: recovery::list(&options.places),
            recovery: Vec::new(),
            status: None,
            title: String::new(),
            quitting: false,
            settings_writer: settings::Writer::new(options.places.clone(), settings.clone()),
            settings,
            options,
        };
        app.apply_settings(ctx);
        app.list_files();
        if let Some(file) = app.options.file.take() {
            app.open(file);
        }
        app
    }

    /// What was said last, in words.
    pub fn status(&self) -> Option<&str> {
        self.status.as_ref().map(|(words, _)| words.as_str())
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
            Some(path) => start::file_name(path),
            None if session.project().name.is_empty() => self.text.get("untitled").to_owned(),
            None => session.project().name.to_string(),
        }
    }

    fn begin(&mut self, document: Document, file: Option<(PathBuf, Fingerprint)>) {
        self.session = Some(Session::new(document, file));
        // What was asked or being read for the one before.
        self.opening = None;
        self.pending = None;
        self.picking = None;
        self.dialog.take_if(|dialog| !matches!(dialog, Dialog::Error { .. } | Dialog::Keys));
        self.screen = ScreenName::Matrix;
        self.shell = Shell::default();
        self.matrix = MatrixScreen::default();
        self.priorities = PriorityList::default();
        self.decide = DecideScreen::default();
        self.simulation = Simulation::default();
        self.channels = ChannelsScreen::default();
        self.budgeting = Budgeting::default();
        self.status = None;
        self.focus_before = None;
    }

    fn say(&mut self, message: &Message) {
        self.status = Some((self.text.say(message), false));
    }

    fn warn(&mut self, message: &Message) {
        self.status = Some((self.text.say(message), true));
    }

    /// Tells the keeper when there is something new to keep, or nothing any more.
    fn keep(&mut self) {
        let now = self.session.as_ref().map(|session| (session.state(), session.is_unsaved()));
        if now == self.kept {
            return;
        }
        self.kept = now;
        match &self.session {
            Some(session) if session.is_unsaved() => {
                self.keeper.store(session.project().clone(), session.origin());
            }
            _ => self.keeper.discard(),
        }
    }

    /// Remembers what had the focus when a dialog comes, and gives it back when nothing covers the window any more.
    fn return_focus(&mut self, ctx: &Context, covered_before: bool) {
        let covered = self.dialog.is_some() || self.palette.is_some();
        let focused = ctx.memory(Memory::focused);
        if covered && !covered_before {
            self.focus_before = focused;
        } else if !covered
            && !covered_before
            && let Some(id) = self.focus_before
        {
            // A dialog lets nothing behind it have the focus for one more frame.
            if focused.is_some() {
                self.focus_before = None;
            } else {
                ctx.memory_mut(|memory| memory.request_focus(id));
                ctx.request_repaint();
            }
        }
    }

    fn draw(&mut self, ui: &mut Ui) {
        let ctx = ui.ctx().clone();
        let covered = self.dialog.is_some() || self.palette.is_some();
        let mut out = Vec::new();
        let (undo, redo) = self.session.as_ref().map_or((None, None), Session::history);
        let view = self.session.as_ref().map(|session| View {
            project: session.project(),
            analysis: session.analysis(),
            text: &self.text,
            revision: session.state(),
            sureness: self.simulation.sureness(),
            budgets: self.budgeting.budgets(),
        });
        let bars = Bars {
            view,
            text: &self.text,
            screen: self.screen,
            undo,
            redo,
            unsaved: (self.session.as_ref())
                .filter(|session| session.is_unsaved() || session.path().is_some())
                .map(Session::is_unsaved),
            appearance: appearance_shown(self.settings.appearance),
            zoom: ctx.zoom_factor(),
            status: self.status.as_ref().map(|(words, warned)| (words.as_str(), *warned)),
        };
        if self.dialog.is_none() && self.palette.is_none() {
            shell::pressed(&ctx, &bars, &mut out);
        }
        self.shell.top(ui, &bars, &mut out);
        shell::status_line(ui, &bars);
        match (&view, self.screen) {
            (Some(view), ScreenName::Matrix) => {
                if !view.project.matrix.is_empty() {
                    self.priorities.ui(ui, view, &mut out);
                }
                central(ui, |ui| self.matrix.ui(ui, view, &mut out));
            }
            (Some(view), ScreenName::Decide) => central(ui, |ui| self.decide.ui(ui, view, &mut out)),
            (Some(view), ScreenName::Channels) => central(ui, |ui| self.channels.ui(ui, view, &mut out)),
            _ => {
                let lists = start::Lists { recent: &self.recent, recovery: &self.recovery };
                start::ui(ui, &self.text, &lists, &mut out);
            }
        }
        start::drop_hint(ui, &self.text);
        if let Some(palette) = &mut self.palette
            && !palette.show(&ctx, &bars, &mut out)
        {
            self.palette = None;
        }
        let answer = self.dialog.as_mut().and_then(|dialog| dialog.show(&ctx, &bars));
        if self.dialog.is_none() {
            out.extend(
                ctx.input(|input| input.raw.dropped_files.first().map(|file| Action::OpenFile(file.path().to_owned()))),
            );
        }
        if out.iter().any(|action| matches!(action, Action::Edit(..))) {
            // What was said is about what was.
            self.status = None;
        }
        // What is drawn already shows the state before.
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
        if self.screen == ScreenName::Decide
            && let Some(session) = &self.session
        {
            self.simulation.follow(session, &self.jobs);
        }
        if self.screen == ScreenName::Channels
            && let Some(session) = &self.session
        {
            self.budgeting.follow(session, &self.jobs);
        }
        self.update_title(&ctx);
    }
}

fn central(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let fill = theme::colors(ui).background;
    CentralPanel::default().frame(Frame::new().fill(fill)).show(ui, add);
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        while let Some(event) = self.jobs.next() {
            self.happened(ctx, event);
        }
        if let Some(window) = ctx.input(|input| input.viewport().inner_rect) {
            let size = window.size() * ctx.zoom_factor();
            self.settings.window = Some((size.x, size.y));
        }
        if ctx.input(|input| input.viewport().close_requested()) && !self.quitting {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.perform(ctx, Action::Quit);
        }
    }

    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        self.draw(ui);
        self.show_desktop_dialog(frame);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        if !self.session.as_ref().is_some_and(Session::is_unsaved) || self.quitting {
            self.keeper.discard();
        }
    }
}

/// The language of the settings, or else of the system.
fn language(settings: &Settings) -> Language {
    settings.language.as_deref().map_or_else(Language::of_system, Language::of_locale)
}

/// The appearance as the screens name it.
fn appearance_shown(appearance: settings::Appearance) -> Appearance {
    match appearance {
        settings::Appearance::System => Appearance::System,
        settings::Appearance::Light => Appearance::Light,
        settings::Appearance::Dark => Appearance::Dark,
    }
}

/// The appearance as the settings keep it, and as the toolkit names it.
fn appearance_kept(appearance: Appearance) -> (settings::Appearance, ThemePreference) {
    match appearance {
        Appearance::System => (settings::Appearance::System, ThemePreference::System),
        Appearance::Light => (settings::Appearance::Light, ThemePreference::Light),
        Appearance::Dark => (settings::Appearance::Dark, ThemePreference::Dark),
    }
}
