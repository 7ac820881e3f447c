//! A stage for one screen: a document that its actions are carried out on, without window, disk or threads.

use eframe::egui;
use egui_kittest::{Harness, HarnessBuilder};
use nisje::analysis::Analysis;
use nisje::document::Document;
use nisje::project::{Axis, CellKey, Fit, Message, Project};
use nisje::text::{Language, Text};
use nisje::ui::widgets::keyboard;
use nisje::ui::{Action, View, theme};

/// A screen with what it is drawn from, and what it asked for.
pub struct Stage<Screen> {
    pub screen: Screen,
    pub document: Document,
    analysis: Analysis,
    pub text: Text,
    draw: fn(&mut Screen, &mut egui::Ui, &View, &mut Vec<Action>),
    /// What was put on the clipboard.
    pub copied: Vec<String>,
    /// What was said in the status line.
    pub said: Vec<Message>,
}

impl<Screen> Stage<Screen> {
    pub fn new(
        screen: Screen,
        project: Project,
        language: Language,
        draw: fn(&mut Screen, &mut egui::Ui, &View, &mut Vec<Action>),
    ) -> Self {
        let analysis = Analysis::of(&project);
        let text = Text::new(language);
        Self { screen, document: Document::new(project), analysis, text, draw, copied: Vec::new(), said: Vec::new() }
    }

    /// A harness of that size around the stage.
    pub fn harness<'a>(self, builder: HarnessBuilder<Self>) -> Harness<'a, Self>
    where
        Screen: 'a,
    {
        builder
            .with_context_setup(|ctx| {
                theme::install(ctx);
                keyboard::install(ctx);
            })
            .build_ui_state(|ui, stage| egui::CentralPanel::default().show(ui, |ui| stage.ui(ui)).inner, self)
    }

    fn ui(&mut self, ui: &mut egui::Ui) {
        let mut out = Vec::new();
        let view = View::new(&self.analysis, &self.text);
        (self.draw)(&mut self.screen, ui, &view, &mut out);
        for action in out {
            match action {
                Action::Edit(command, gesture) => {
                    self.document.apply(&command, gesture).expect("a screen asks for what can be done");
                }
                Action::AskBudget(asked) => self.analysis.ask(Some(asked)),
                // As it is answered.
                Action::PreviewPaste(shown, command) => {
                    self.document.apply(&command, None).expect("a paste can be done");
                    self.said.push(shown.done);
                }
                Action::Undo => drop(self.document.undo()),
                Action::Copy(text, message) => {
                    self.copied.push(text);
                    self.said.push(message);
                }
                Action::Say(message) | Action::Warn(message) => self.said.push(message),
                Action::Notify(notice) => self.said.push(notice.message),
                _ => {}
            }
            self.changed();
        }
        // What takes longer than a frame is there at once.
        for work in self.analysis.start() {
            (work.run)();
            self.analysis.receive();
            ui.ctx().request_repaint();
        }
    }

    fn changed(&mut self) {
        self.analysis.update(self.document.project());
    }

    /// Changes the project from elsewhere.
    pub fn apply(&mut self, command: &nisje::project::Command) {
        self.document.apply(command, None).expect("it can be done");
        self.changed();
    }

    /// Has what is being typed put into the project.
    pub fn commit(&mut self, commit: impl FnOnce(&mut Screen, &View)) {
        let view = View::new(&self.analysis, &self.text);
        commit(&mut self.screen, &view);
    }

    /// Takes the last step back, as Ctrl+Z does in the window.
    pub fn undo(&mut self) {
        self.document.undo();
        self.changed();
    }

    pub fn names(&self, axis: Axis) -> Vec<String> {
        self.document.project().matrix.segments(axis).iter().map(|segment| segment.name.to_string()).collect()
    }

    /// The signs of the matrix, a line a row, a point for no fit.
    pub fn signs(&self) -> Vec<String> {
        let matrix = &self.document.project().matrix;
        let cell = |product, customer| match matrix.cell(CellKey { product, customer }).fit {
            Fit::No => ".",
            fit => fit.sign(),
        };
        let customers = matrix.segments(Axis::Customer);
        let line = |product| customers.iter().map(|customer| cell(product, customer.id)).collect();
        matrix.segments(Axis::Product).iter().map(|product| line(product.id)).collect()
    }

    /// The last thing said, in words.
    pub fn last_said(&self) -> String {
        self.said.last().map(|message| self.text.say(message)).unwrap_or_default()
    }
}
