//! The Decide screen: criteria and weights, scores, the ranking and its robustness, and rounds of votes.
//!
//! Proposes only: a Prio changes on request.

use eframe::egui::{Frame, Margin, Panel, Role, Ui};

use crate::analysis::findings::Topic;
use crate::project::CellKey;
use crate::ui::screen::{Group, Parts, Screen, ScreenRow};
use crate::ui::theme::{colors, icon, space};
use crate::ui::widgets::choices;
use crate::ui::widgets::split::{Side, split};
use crate::ui::{Action, Route, View};

mod agreement;
mod ballot;
mod candidates;
mod criteria;
mod draft;
mod pairs;
mod parts;
mod proposal;
mod ranking;
mod reveal;
mod scale;
mod scores;
mod shortlist;

use candidates::Candidates;

/// Text keys of each shortcut and of what it does, for the list of shortcuts.
pub const KEYS: &[(&str, &str)] = &[
    ("decide-key-levels", "decide-does-levels"),
    ("matrix-key-clear", "decide-does-clear"),
    ("decide-key-reason", "decide-does-reason"),
    ("decide-key-criteria", "decide-does-criteria"),
    ("decide-key-cells", "decide-does-cells"),
    ("decide-key-fill", "decide-does-fill"),
    ("decide-key-move", "decide-does-move"),
    ("decide-key-pairs", "decide-does-pairs"),
];

pub const SCREEN: ScreenRow = ScreenRow {
    key: "tab-decide",
    icon: icon::SCALES,
    group: Group::Market,
    new: || Box::<DecideScreen>::default(),
    parts: &MODES.names(),
    keys: &[(None, KEYS)],
    findings: &[Topic::Decision],
};

const MODES: Parts<Mode, 4> = Parts([
    (Mode::Criteria, "report-criteria"),
    (Mode::Scores, "decide-mode-scores"),
    (Mode::Ranking, "decide-mode-ranking"),
    (Mode::Agreement, "decide-mode-agreement"),
]);

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Mode {
    #[default]
    Criteria,
    Scores,
    Ranking,
    Agreement,
}

#[derive(Debug, Default)]
pub struct DecideScreen {
    mode: Mode,
    chosen: Option<CellKey>,
    drafts: draft::Drafts,
    criteria: criteria::CriteriaPane,
    scores: scores::ScoresPane,
    ranking: ranking::RankingPane,
    agreement: agreement::AgreementPane,
}

/// Below this width, in points, rounds of votes are shown without the short list.
const ROOMY: f32 = 1200.0;
/// Below this width, in points, scores and criteria are shown without it.
const WITH_LIST: f32 = 860.0;

impl Screen for DecideScreen {
    fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let candidates = Candidates::of(view);
        self.chosen = self.chosen.filter(|cell| candidates.place(view, *cell).is_some());
        let wide = ui.available_width() >= ROOMY;
        // A secret ballot hides everything else.
        let is_voting = self.mode == Mode::Agreement && self.agreement.is_voting(view);
        if !is_voting {
            self.strip(ui, view);
        }
        let has_list = match self.mode {
            Mode::Criteria | Mode::Scores => ui.available_width() >= WITH_LIST,
            Mode::Agreement => wide && !is_voting && !self.agreement.is_open(view),
            Mode::Ranking => false,
        };
        if has_list {
            let width = if wide { 360.0 } else { 270.0 };
            let margin = Margin { left: 12, right: 4, top: 10, bottom: 4 };
            let frame = Frame::new().fill(colors(ui).panel).inner_margin(margin);
            split(ui, Side::Right, "decide ranking", width, frame, |ui| {
                if let Some(cell) = shortlist::ui(ui, view, self.chosen) {
                    self.go_to(cell);
                }
            });
        }
        let margin =
            Margin { left: space::M as i8, right: space::M as i8, top: space::S as i8, bottom: space::XS as i8 };
        Frame::new().inner_margin(margin).show(ui, |ui| match self.mode {
            Mode::Criteria => self.criteria.ui(ui, view, &mut self.drafts, out),
            Mode::Scores => {
                self.scores.ui(ui, view, candidates, &mut self.chosen, &mut self.drafts, out);
            }
            Mode::Ranking => {
                if let Some(cell) = self.ranking.ui(ui, view, out) {
                    self.go_to(cell);
                }
            }
            Mode::Agreement => self.agreement.ui(ui, view, candidates, &mut self.drafts, out),
        });
        self.drafts.settle(ui, view, out);
    }

    fn drafts(&self, view: &View, out: &mut Vec<Action>) {
        self.drafts.drafts(view, out);
        self.criteria.drafts(view, out);
    }

    fn commit(&mut self, view: &View, out: &mut Vec<Action>) {
        self.drafts.commit(view, out);
        self.criteria.commit(view, out);
    }

    fn go(&mut self, route: &Route) -> bool {
        if let Route::Finding(Topic::Decision, about) = route {
            self.mode = Mode::Ranking;
            if let Some(cell) = about.cell() {
                self.go_to(cell);
            }
            return true;
        }
        let Some(mode) = MODES.routed(route) else { return false };
        self.mode = mode;
        self.scores.reveal();
        true
    }

    fn part(&self) -> Option<&'static str> {
        MODES.name(self.mode)
    }
}

impl DecideScreen {
    fn strip(&mut self, ui: &mut Ui, view: &View) {
        let frame = Frame::new().inner_margin(Margin { left: 12, right: 12, top: 6, bottom: 4 });
        Panel::top("decide modes").frame(frame).show(ui, |ui| {
            ui.horizontal(|ui| {
                if let Some(mode) = choices(ui, Role::Tab, self.mode, &MODES.said(view.text)) {
                    self.mode = mode;
                    self.scores.reveal();
                }
            });
        });
    }

    /// Shows the scores of a cell.
    fn go_to(&mut self, cell: CellKey) {
        self.mode = Mode::Scores;
        self.chosen = Some(cell);
        self.scores.reveal();
    }
}
