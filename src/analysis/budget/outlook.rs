//! Everything that is shown of a scenario.

use super::{Allocation, Answer, Curve, NoAnswer, Problem, Question, Unsolved};
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

/// A project as far as budgets depend on it.
#[derive(Debug, Clone)]
pub struct Inputs(Project);

impl Inputs {
    /// None without a scenario.
    pub fn of(project: &Project) -> Option<Self> {
        (!project.plan.scenarios.is_empty()).then(|| Self(project.clone()))
    }

    pub fn project(&self) -> &Project {
        &self.0
    }
}

impl PartialEq for Inputs {
    /// Skips what the two share.
    fn eq(&self, other: &Self) -> bool {
        let (a, b) = (&self.0, &other.0);
        a.margin.to_bits() == b.margin.to_bits()
            && a.matrix.is_same(&b.matrix)
            && (a.channels.ptr_eq(&b.channels) || a.channels == b.channels)
            && a.plan.is_same(&b.plan)
    }
}

/// A question about a scenario.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Asked {
    pub scenario: ScenarioId,
    pub question: Question,
}

/// A question with its answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    pub asked: Asked,
    pub answer: Result<Answer, NoAnswer>,
}

/// Answers a question about a scenario; none when the scenario is gone.
pub fn answered(project: &Project, asked: Asked) -> Option<Answered> {
    let (_, scenario) = project.plan.scenario(asked.scenario)?;
    let problem = Problem::of(project, &MatrixIndex::of(&project.matrix), scenario);
    Some(Answered { asked, answer: asked.question.answer(&problem) })
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
