//! Customer segments as lists name them.

use eframe::egui::Ui;

use crate::analysis::Target;
use crate::analysis::coverage::name_of;
use crate::project::SegmentId;
use crate::ui::View;
use crate::ui::widgets::combo::Combo;

/// A segment as lists name it, with the sign of its Prio.
pub fn listed(view: &View, target: &Target) -> String {
    let name = view.text.value(&name_of(view.project, target.customer));
    let sign = target.fit.sign();
    let name = if sign.is_empty() { name } else { format!("{sign}  {name}") };
    let beachhead = view.project.beachhead.as_ref();
    if beachhead.is_some_and(|beachhead| beachhead.cell.customer == target.customer) {
        return format!("{name} · {}", view.text.get("beachhead"));
    }
    name
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
