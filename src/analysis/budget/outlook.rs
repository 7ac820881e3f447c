//! Everything that is shown of a scenario.

use super::{Allocation, Curve, Problem, Unsolved};
use crate::analysis::MatrixIndex;
use crate::project::{Project, ScenarioId};

/// How many points a curve has.
pub const POINTS: usize = 50;

/// A scenario worked out.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlook {
    /// Which scenario.
    pub scenario: ScenarioId,
    /// What could be done.
    pub problem: Problem,
    /// The best of it.
    pub solved: Result<Allocation, Unsolved>,
    /// What other budgets would leave.
    pub curve: Option<Curve>,
}

/// Works all scenarios of a project out, in their order. None when it is given up.
pub fn outlooks(project: &Project, cancelled: impl Fn() -> bool) -> Option<Vec<Outlook>> {
    let index = MatrixIndex::of(&project.matrix);
    let each = project.plan.scenarios.iter().map(|scenario| {
        let problem = Problem::of(project, &index, scenario);
        let solved = problem.solve();
        let curve = problem.curve(POINTS, &cancelled);
        (!cancelled()).then_some(Outlook { scenario: scenario.id, problem, solved, curve })
    });
    each.collect()
}
