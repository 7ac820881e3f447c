//! Prios proposed from the scores: the rule, the resulting changes, and the button that applies them.

use std::collections::HashMap;

use eframe::egui::{Button, DragValue, RichText, Role, Ui, WidgetInfo};

use crate::analysis::proposal::{Rule, Scope, command, propose};
use crate::project::{CellKey, Fit, Message};
use crate::ui::theme::{colors, icon, space};
use crate::ui::widgets::choices;
use crate::ui::{Action, View};

use super::parts;

/// The chosen rule. The parameters of the other rule are kept.
#[derive(Debug)]
pub(super) struct Proposal {
    by_thresholds: bool,
    capacity: [usize; 2],
    thresholds: [f64; 2],
    scope: Scope,
    /// The revision, rule and scope of the current proposal.
    made_for: Option<(u64, Rule, Scope)>,
    changes: Vec<(CellKey, Fit)>,
    /// How many cells get no Prio because they are equal.
    tied: usize,
    by_cell: HashMap<CellKey, Fit>,
}

impl Default for Proposal {
    fn default() -> Self {
        Self {
            by_thresholds: false,
            capacity: [3, 5],
            thresholds: [70.0, 50.0],
            scope: Scope::default(),
            made_for: None,
            changes: Vec::new(),
            tied: 0,
            by_cell: HashMap::new(),
        }
    }
}

impl Proposal {
    /// The maximum number of cells in Prio 1; also the k of "in the top k".
    pub fn capacity(&self) -> usize {
        self.capacity[0].max(1)
    }

    /// The Prio proposed for a cell.
    pub fn proposed(&self, cell: CellKey) -> Option<Fit> {
        self.by_cell.get(&cell).copied()
    }

    fn rule(&self) -> Rule {
        let ([first, second], [above, below]) = (self.capacity, self.thresholds);
        if self.by_thresholds {
            Rule::Thresholds { first: above, second: below }
        } else {
            Rule::Capacity { first, second }
        }
    }

    /// Updates the proposal after a change of the project or the rule.
    pub fn follow(&mut self, view: &View) {
        let wanted = (view.revision, self.rule(), self.scope);
        if self.made_for != Some(wanted) {
            self.made_for = Some(wanted);
            let proposed = propose(view.analysis.ranking(), wanted.1, self.scope);
            (self.changes, self.tied) = (proposed.changes, proposed.tied.len());
            self.by_cell = self.changes.iter().copied().collect();
        }
    }

    /// Draws the rule and the number of changes.
    pub fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let text = view.text;
        ui.horizontal_wrapped(|ui| {
            parts::small(ui, text.get("decide-propose"));
            let kinds = [(false, text.get("decide-by-capacity")), (true, text.get("decide-by-thresholds"))];
            if let Some(kind) = choices(ui, Role::RadioButton, self.by_thresholds, &kinds) {
                self.by_thresholds = kind;
            }
            for (place, (name, most, least)) in [
                ("fit-prio1", "decide-most-prio-1", "decide-least-prio-1"),
                ("fit-prio2", "decide-most-prio-2", "decide-least-prio-2"),
            ]
            .into_iter()
            .enumerate()
            {
                let (value, label) = if self.by_thresholds {
                    let points = &mut self.thresholds[place];
                    (DragValue::new(points).range(0.0..=100.0).max_decimals(0).prefix("≥ "), text.get(least))
                } else {
                    (DragValue::new(&mut self.capacity[place]).range(0..=999).speed(0.1).prefix("≤ "), text.get(most))
                };
                parts::small(ui, text.get(name));
                let response = ui.add(value);
                ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(label));
                response.on_hover_text(label);
            }
            let mut all = self.scope == Scope::All;
            let response = ui.checkbox(&mut all, text.get("decide-also-decided"));
            if response.on_hover_text(text.get("decide-also-decided-hint")).changed() {
                self.scope = if all { Scope::All } else { Scope::Undecided };
            }
            self.follow(view);
            if self.tied > 0 {
                parts::small(ui, &text.with("decide-tied", "count", self.tied));
            }
            ui.add_space(space::XS);
            let palette = colors(ui);
            let words = text.with("decide-apply", "changes", self.changes.len());
            let can = !self.changes.is_empty();
            let label = RichText::new(format!("{} {words}", icon::CHECK));
            let button =
                if can { Button::new(label.color(palette.on_accent)).fill(palette.accent) } else { Button::new(label) };
            let response = ui.add_enabled(can, button);
            response.widget_info(|| WidgetInfo::labeled(Role::Button, can, &words));
            if response.clicked() {
                out.push(Action::Edit(command(view.project, &self.changes), None));
                out.push(Action::Say(Message::new("decide-applied").with("changes", self.changes.len())));
            }
        });
    }
}
