//! Deciding with evidence: criteria and their weights, scores, the ranking and how sure it is, and rounds of votes.
//!
//! Proposes only: a Prio changes when somebody asks for it.

use eframe::egui::{Frame, Margin, Panel, Role, Ui};

use crate::project::{Axis, CellKey, Fit};
use crate::ui::theme::{colors, space};
use crate::ui::widgets::choices;
use crate::ui::{Action, View};

mod agreement;
mod ballot;
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

/// The screen's keys and what they do, as text keys.
pub const KEYS: &[(&str, &str)] = &[
    ("decide-key-levels", "decide-does-levels"),
    ("decide-key-clear", "decide-does-clear"),
    ("decide-key-reason", "decide-does-reason"),
    ("decide-key-criteria", "decide-does-criteria"),
    ("decide-key-cells", "decide-does-cells"),
    ("decide-key-fill", "decide-does-fill"),
    ("decide-key-move", "decide-does-move"),
    ("decide-key-pairs", "decide-does-pairs"),
];

/// What is worked on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Mode {
    #[default]
    Criteria,
    Scores,
    Ranking,
    Agreement,
}

/// The screen's own state.
#[derive(Debug, Default)]
pub struct DecideScreen {
    mode: Mode,
    candidates: Candidates,
    chosen: Option<CellKey>,
    drafts: draft::Drafts,
    criteria: criteria::CriteriaPane,
    scores: scores::ScoresPane,
    ranking: ranking::RankingPane,
    agreement: agreement::AgreementPane,
}

/// Narrower than this, the short list leaves the room to the votes.
const ROOMY: f32 = 1200.0;

impl DecideScreen {
    /// Draws the screen.
    pub fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        self.candidates.follow(view);
        self.chosen = self.chosen.filter(|cell| self.candidates.place(view, *cell).is_some());
        let wide = ui.available_width() >= ROOMY;
        // While somebody votes unseen, nothing else is on the screen.
        let is_voting = self.mode == Mode::Agreement && self.agreement.is_voting(view);
        if !is_voting {
            self.strip(ui, view);
        }
        let has_list = match self.mode {
            Mode::Criteria | Mode::Scores => true,
            Mode::Agreement => wide && !is_voting,
            Mode::Ranking => false,
        };
        if has_list {
            let width = if wide { 360.0 } else { 270.0 };
            let margin = Margin { left: 12, right: 4, top: 10, bottom: 4 };
            let frame = Frame::new().fill(colors(ui).panel).inner_margin(margin);
            Panel::right("decide ranking").frame(frame).exact_size(width).resizable(false).show(ui, |ui| {
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
                self.scores.ui(ui, view, &self.candidates, &mut self.chosen, &mut self.drafts, out);
            }
            Mode::Ranking => {
                if let Some(cell) = self.ranking.ui(ui, view, out) {
                    self.go_to(cell);
                }
            }
            Mode::Agreement => self.agreement.ui(ui, view, &self.candidates, &mut self.drafts, out),
        });
        self.drafts.settle(ui, view, out);
    }

    /// What is being typed becomes an edit, before the project is handed on or left.
    pub fn commit(&mut self, view: &View, out: &mut Vec<Action>) {
        self.drafts.commit(view, out);
    }

    fn strip(&mut self, ui: &mut Ui, view: &View) {
        let frame = Frame::new().inner_margin(Margin { left: 12, right: 12, top: 6, bottom: 4 });
        Panel::top("decide modes").frame(frame).show(ui, |ui| {
            ui.horizontal(|ui| {
                let modes = [
                    (Mode::Criteria, view.text.get("decide-mode-criteria")),
                    (Mode::Scores, view.text.get("decide-mode-scores")),
                    (Mode::Ranking, view.text.get("decide-mode-ranking")),
                    (Mode::Agreement, view.text.get("decide-mode-agreement")),
                ];
                if let Some(mode) = choices(ui, Role::Tab, self.mode, &modes) {
                    self.mode = mode;
                    self.scores.reveal();
                }
            });
        });
    }

    /// Goes to the scores of a cell.
    fn go_to(&mut self, cell: CellKey) {
        self.mode = Mode::Scores;
        self.chosen = Some(cell);
        self.scores.reveal();
    }
}

/// The candidates by row and column; gathered anew only when the project has changed.
#[derive(Debug, Default)]
struct Candidates {
    made_for: Option<u64>,
    keys: Vec<CellKey>,
}

impl Candidates {
    fn follow(&mut self, view: &View) {
        if self.made_for == Some(view.revision) {
            return;
        }
        self.made_for = Some(view.revision);
        let matrix = &view.project.matrix;
        let (products, customers) = (matrix.segments(Axis::Product), matrix.segments(Axis::Customer));
        self.keys.clear();
        for (row, product) in products.iter().enumerate() {
            for (column, state) in view.analysis.matrix.cells(row, 0..customers.len()) {
                if let Some(customer) = customers.get(*column as usize).filter(|_| state.fit != Fit::No) {
                    self.keys.push(CellKey { product: product.id, customer: customer.id });
                }
            }
        }
    }

    /// The place of a cell among the candidates.
    fn place(&self, view: &View, cell: CellKey) -> Option<usize> {
        let place = |cell| view.analysis.matrix.place(cell);
        let wanted = place(cell)?;
        self.keys.binary_search_by_key(&Some(wanted), |key| place(*key)).ok()
    }

    /// The candidates in the same row (of the product) or column (of the customer).
    fn along(&self, axis: Axis, cell: CellKey) -> impl Iterator<Item = CellKey> + '_ {
        self.keys.iter().copied().filter(move |key| match axis {
            Axis::Product => key.product == cell.product,
            Axis::Customer => key.customer == cell.customer,
        })
    }
}
