//! The Overview screen: the project on one page, and everything that should be looked at.

use eframe::egui::{Frame, Margin, Memory, Panel, Role, Ui};

use crate::analysis::findings::Topic;
use crate::ui::screen::{Group, Parts, Screen, ScreenRow};
use crate::ui::theme::{icon, space};
use crate::ui::widgets::choices;
use crate::ui::{Action, Route, View};

mod findings;
mod lines;
mod page;
mod steps;

use findings::FindingsPane;
use page::Page;

pub const SCREEN: ScreenRow = ScreenRow {
    key: "tab-overview",
    icon: icon::HOME,
    group: Group::Whole,
    new: || Box::<OverviewScreen>::default(),
    parts: &MODES.names(),
    keys: &[],
    findings: &Topic::ALL,
};

const MODES: Parts<Mode, 2> = Parts([(Mode::Page, "overview-page"), (Mode::Findings, "overview-findings")]);

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Mode {
    #[default]
    Page,
    Findings,
}

#[derive(Debug, Default)]
struct OverviewScreen {
    mode: Mode,
    page: Page,
    findings: FindingsPane,
}

impl Screen for OverviewScreen {
    fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let frame = Frame::new().inner_margin(Margin { left: 12, right: 12, top: 6, bottom: 4 });
        Panel::top("overview modes").frame(frame).show(ui, |ui| {
            ui.horizontal(|ui| {
                if let Some(mode) = choices(ui, Role::Tab, self.mode, &MODES.said(view.text)) {
                    self.mode = mode;
                }
            });
        });
        Frame::new().inner_margin(Margin::symmetric(space::M as i8, space::XS as i8)).show(ui, |ui| match self.mode {
            Mode::Page => {
                if self.page.ui(ui, view, out) {
                    self.mode = Mode::Findings;
                }
            }
            Mode::Findings => self.findings.ui(ui, view, out),
        });
        self.page.settle(view, ui.memory(Memory::focused), out);
    }

    fn commit(&mut self, view: &View, out: &mut Vec<Action>) {
        self.page.settle(view, None, out);
    }

    fn drafts(&self, view: &View, out: &mut Vec<Action>) {
        self.page.drafts(view, out);
    }

    fn go(&mut self, route: &Route) -> bool {
        if let Route::Finding(..) = route {
            self.mode = Mode::Findings;
            return true;
        }
        let Some(mode) = MODES.routed(route) else { return false };
        self.mode = mode;
        true
    }

    fn part(&self) -> Option<&'static str> {
        MODES.name(self.mode)
    }
}
