//! Customer segments in the order in which they matter; collected again when the project changes.

use eframe::egui::Ui;

use crate::analysis::Target;
use crate::analysis::coverage::name_of;
use crate::project::SegmentId;
use crate::ui::View;
use crate::ui::widgets::combo::Combo;

/// The segments, by Prio, undecided and those without a fit last, then by column.
#[derive(Debug, Default)]
pub struct Targets {
    made_for: Option<u64>,
    targets: Vec<Target>,
}

impl Targets {
    /// The segments as they are now.
    pub fn follow(&mut self, view: &View) -> &[Target] {
        if self.made_for != Some(view.revision) {
            self.made_for = Some(view.revision);
            self.targets = Target::all(view.project, &view.analysis.matrix);
            self.targets.sort_by_key(|target| Target::urgency(target.fit));
        }
        &self.targets
    }

    /// The segments as they were followed last.
    pub fn all(&self) -> &[Target] {
        &self.targets
    }
}

/// A segment as lists name it, with the sign of its Prio.
pub fn listed(view: &View, target: &Target) -> String {
    let name = view.text.value(&name_of(view.project, target.customer));
    let sign = target.fit.sign();
    if sign.is_empty() { name } else { format!("{sign}  {name}") }
}

/// Picks one segment or all; whether another was picked.
pub fn pick(ui: &mut Ui, view: &View, targets: &[Target], chosen: &mut Option<SegmentId>) -> bool {
    let text = view.text;
    let before = *chosen;
    let all = text.get("channels-scope-all");
    let shown = match before {
        None => all.to_owned(),
        Some(customer) => text.value(&name_of(view.project, customer)),
    };
    Combo { id: "segment", label: text.get("channels-scope"), shown: &shown, width: 200.0 }.show(ui, |ui| {
        ui.selectable_value(chosen, None, all);
        ui.separator();
        for target in targets {
            ui.selectable_value(chosen, Some(target.customer), listed(view, target));
        }
    });
    *chosen != before
}
