//! Customer segments in the order in which they matter; gathered anew only when the project has changed.

use crate::analysis::Target;
use crate::ui::View;

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
