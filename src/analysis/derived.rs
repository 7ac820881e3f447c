//! [`Analysis`]: a snapshot with what follows from it, each result computed once, when asked for.

use std::cell::OnceCell;
use std::collections::HashMap;
use std::sync::atomic::{AtomicU64, Ordering};

use crate::project::{CellKey, Message, Project};

use super::findings::{Finding, Findings};
use super::late::{Late, Latest, Work};
use super::matrix::MatrixIndex;
use super::overview::Overview;
use super::target::Target;
use super::{
    beachhead, budget, channels, coverage, flip, funnel, market, proposal, robustness, score, second_opinion, team,
};

/// What differs between two snapshots, by part of the project.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "a flag a part")]
struct Changed {
    margin: bool,
    matrix: bool,
    positions: bool,
    beachhead: bool,
    channels: bool,
    decision: bool,
    market: bool,
    plan: bool,
    agenda: bool,
    team: bool,
}

impl Changed {
    /// Costs about as much as differs.
    fn between(before: &Project, after: &Project) -> Self {
        Self {
            margin: before.margin.to_bits() != after.margin.to_bits(),
            matrix: !before.matrix.is_same(&after.matrix),
            positions: before.positions.diff(&after.positions).next().is_some(),
            beachhead: before.beachhead != after.beachhead,
            channels: !before.channels.ptr_eq(&after.channels) && before.channels != after.channels,
            decision: !before.decision.is_same(&after.decision),
            market: !before.market.is_same(&after.market),
            plan: !before.plan.is_same(&after.plan),
            agenda: !before.agenda.is_same(&after.agenda),
            team: !before.team.is_same(&after.team),
        }
    }
}

/// A derived result is one line: name, type, the parts of the project that it depends on, and its function.
/// It is computed when first asked for, and dropped when one of the parts has changed.
macro_rules! derived {
    ($($(#[$doc:meta])* $name:ident: $kind:ty, from $($part:ident)|+, $compute:expr;)+) => {
        #[derive(Debug, Default)]
        struct Derived { $($name: OnceCell<$kind>,)+ }

        impl Derived {
            fn forget(&mut self, changed: Changed) {
                $(if $(changed.$part)||+ { self.$name.take(); })+
            }
        }

        impl Analysis {
            $($(#[$doc])*
            pub fn $name(&self) -> &$kind {
                let compute: fn(&Analysis) -> $kind = $compute;
                self.derived.$name.get_or_init(|| compute(self))
            })+
        }
    };
}

/// The same for results that take longer than a frame: name, type, problem and its type, function. The application runs
/// the work on a thread.
macro_rules! late {
    ($($(#[$doc:meta])* $name:ident: $found:ty, of $problem:ty, $take:expr, $compute:expr;)+) => {
        #[derive(Debug, Default)]
        struct Lates { $($name: Late<$problem, $found>,)+ }

        impl Analysis {
            $($(#[$doc])*
            pub fn $name(&self) -> Latest<'_, $found> {
                self.late.$name.latest()
            })+

            /// The work that asking for late results has led to.
            pub fn start(&mut self) -> Vec<Work> {
                let mut late = std::mem::take(&mut self.late);
                let mut all = Vec::new();
                $(
                    let take: fn(&Analysis) -> Option<$problem> = $take;
                    all.extend(late.$name.start(stringify!($name), self.state, || take(self), $compute));
                )+
                self.late = late;
                all
            }

            /// Whether a late result is being computed.
            pub fn is_computing(&self) -> bool {
                $(self.late.$name.is_running())||+
            }

            /// Takes in the late results that are there.
            pub fn receive(&mut self) {
                $(self.late.$name.receive();)+
            }
        }
    };
}

/// How many changes of a weight are said.
const FLIPS: usize = 3;

derived! {
    /// Channels against each other, over all segments.
    channels: channels::Comparison, from channels | margin, |of| channels::Comparison::of(&of.project);
    /// Candidates by score.
    ranking: score::Ranking, from matrix | decision, |of| score::Ranking::of(&of.project, &of.matrix);
    /// Where Prios and scores contradict each other.
    contradictions: Vec<proposal::Contradiction>, from matrix | decision, |of| proposal::contradictions(of.ranking());
    /// TOPSIS and PROMETHEE II of each ranked cell.
    opinions: HashMap<CellKey, second_opinion::Opinion>, from matrix | decision, |of| {
        second_opinion::second_opinions(of.ranking()).into_iter().map(|opinion| (opinion.cell, opinion)).collect()
    };
    /// What would change who is first.
    flips: Vec<Message>, from matrix | decision, |of| flip::messages(of.ranking(), &of.project, FLIPS);
    /// Cells with a fit, by row, then by column.
    candidates: Vec<CellKey>, from matrix, |of| of.matrix.candidates(&of.project.matrix);
    /// Customer segments by urgency: by Prio, undecided and those without a fit last, then by column.
    targets: Vec<Target>, from matrix | channels | plan | margin, |of| Target::by_urgency(&of.project, &of.matrix);
    /// What should be looked at in the channels of each segment.
    coverage: Vec<Finding>, from matrix | channels | plan | margin, |of| {
        coverage::coverage(&of.project, &of.matrix)
    };
    /// Contacts that the sales wanted need, by segment.
    funnels: Vec<funnel::SegmentFunnel>, from matrix | channels | plan | margin, |of| {
        funnel::funnels(&of.project, &of.matrix)
    };
    /// How many people the chosen cells need.
    team_size: team::Size, from matrix | channels | plan | margin | team, |of| {
        team::Size::of(&of.project, &of.matrix, of.targets())
    };
    /// Who has which customers.
    territories: team::Territories, from team, |of| team::Territories::of(&of.project);
    /// What clashes in the limits of each scenario.
    clashes: Vec<Finding>, from matrix | channels | plan | margin, |of| budget::findings(&of.project, &of.matrix);
    /// What stands on the page of the whole project.
    overview: Overview, from matrix | channels | plan | margin, |of| {
        Overview::of(&of.project, &of.matrix, of.targets())
    };
    /// What should be looked at, from all steps of the method.
    findings: Findings, from matrix | positions | market | beachhead | channels | decision | plan | margin | agenda | team, |of| {
        Findings::of(&of.project, SOURCES.iter().flat_map(|find| find(of)))
    };
}

/// The sources of findings, a line each, in the order of the method. What costs more than looking at a few results is a
/// derived result of its own.
const SOURCES: &[fn(&Analysis) -> Vec<Finding>] = &[
    |of| beachhead::positions(&of.project),
    |of| market::findings(&of.project),
    |of| beachhead::beachhead(&of.project),
    |of| of.contradictions().iter().map(|odd| odd.finding(&of.project, of.ranking())).collect(),
    |of| of.coverage().clone(),
    |of| funnel::findings(&of.project, of.funnels()),
    |of| of.clashes().clone(),
    |of| team::findings(&of.project, of.team_size(), of.territories()),
];

late! {
    /// How sure the order by score is, by simulation.
    sureness: robustness::Robustness, of (robustness::Problem, robustness::Settings),
        |of| Some((robustness::Problem::of(of.ranking())?, of.simulation())),
        |(problem, settings), cancelled| robustness::simulate(problem, *settings, cancelled);
    /// The best allocation of each scenario.
    budgets: Vec<budget::Outlook>, of budget::Inputs,
        |of| budget::Inputs::of(&of.project),
        |inputs, cancelled| budget::outlooks(inputs.project(), cancelled);
    /// The answer to the question about a budget that was asked last.
    answer: budget::Answered, of (budget::Inputs, budget::Asked),
        |of| Some((budget::Inputs::of(&of.project)?, of.asked?)),
        |(inputs, asked), _| budget::answered(inputs.project(), *asked);
    /// The evenest territories.
    even_territories: team::Even, of team::Problem,
        |of| team::Problem::of(&of.project),
        |problem, cancelled| problem.even(&cancelled);
}

/// A snapshot of a project with everything that follows from it.
#[derive(Debug, Default)]
pub struct Analysis {
    project: Project,
    /// No other state of any project has the same.
    state: u64,
    /// Marks by place, and counts; kept up to date by what differs.
    pub matrix: MatrixIndex,
    derived: Derived,
    late: Lates,
    draws_near: bool,
    asked: Option<budget::Asked>,
}

impl Analysis {
    pub fn of(project: &Project) -> Self {
        let matrix = MatrixIndex::of(&project.matrix);
        Self { project: project.clone(), state: next_state(), matrix, ..Self::default() }
    }

    /// An analysis with other channels, for channels as one segment sees them. It knows channels and segments only.
    #[must_use]
    pub fn with_channels(&self, project: &Project, comparison: channels::Comparison) -> Self {
        let targets = OnceCell::from(self.targets().clone());
        let derived = Derived { channels: OnceCell::from(comparison), targets, ..Derived::default() };
        Self { project: project.clone(), state: next_state(), derived, ..Self::default() }
    }

    /// The snapshot.
    pub fn project(&self) -> &Project {
        &self.project
    }

    /// Changes when the project does: what is computed from both the project and something else may be kept by it.
    pub fn state(&self) -> u64 {
        self.state
    }

    /// Moves on to another snapshot, at a cost of about what differs.
    pub fn update(&mut self, after: &Project) {
        self.matrix.update(&self.project.matrix, &after.matrix);
        self.derived.forget(Changed::between(&self.project, after));
        self.project = after.clone();
        self.state = next_state();
    }

    /// Whether the simulation draws weights near the stated ones, not from all alike.
    pub fn draws_near(&self) -> bool {
        self.draws_near
    }

    pub fn draw_near(&mut self, near: bool) {
        self.draws_near = near;
        self.late.sureness.reconsider();
    }

    /// Asks a question about the budget of a scenario, or none.
    pub fn ask(&mut self, asked: Option<budget::Asked>) {
        self.asked = asked;
        self.late.answer.reconsider();
    }

    /// The question that was asked last.
    pub fn asked(&self) -> Option<budget::Asked> {
        self.asked
    }

    fn simulation(&self) -> robustness::Settings {
        let usual = robustness::Settings::default();
        let concentration = if self.draws_near { robustness::Settings::NEAR } else { usual.concentration };
        robustness::Settings { concentration, ..usual }
    }
}

fn next_state() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(1);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{projects, scored, set_fit, weighted};
    use super::*;
    use crate::project::{AgendaEdit, Command, Fit, Of};
    use proptest::prelude::*;

    fn two_cells() -> Project {
        scored(&weighted(&[2.0, 1.0]), &[vec![Some(1), Some(5)], vec![Some(4), Some(2)]])
    }

    #[test]
    fn results_are_kept_until_what_they_depend_on_changes() {
        let mut project = two_cells();
        let mut analysis = Analysis::of(&project);
        let kept =
            |analysis: &Analysis| (analysis.derived.channels.get().is_some(), analysis.derived.ranking.get().is_some());
        assert_eq!(kept(&analysis), (false, false), "nothing is computed before it is asked for");
        let _ = (analysis.channels(), analysis.contradictions());
        assert_eq!(kept(&analysis), (true, true));
        let state = analysis.state();
        Command::set(Of::Project, "name", "another").apply(&mut project).expect("a name");
        analysis.update(&project);
        assert_eq!(kept(&analysis), (true, true));
        assert!(analysis.state() != state);
        Command::set(Of::Project, "margin", 0.125).apply(&mut project).expect("a margin");
        analysis.update(&project);
        assert_eq!(kept(&analysis), (false, true));
        assert_eq!(*analysis.channels(), channels::Comparison::of(&project));
    }

    /// Set aside, a finding leaves the list; it goes with its cause, and is set aside again when the cause is back.
    #[test]
    fn a_finding_that_is_set_aside_comes_and_goes_with_its_cause() {
        let mut project = two_cells();
        set_fit(&mut project, 0, Fit::Prio1);
        let mut analysis = Analysis::of(&project);
        let counts = |analysis: &Analysis| (analysis.findings().open().len(), analysis.findings().set_aside().len());
        let all = counts(&analysis).0;
        let found = analysis.findings().open().iter().find(|one| one.code() == "coverage-prio1-without-channel");
        let finding = found.expect("there is no channel").key();
        let aside = AgendaEdit::SetAside { finding: finding.clone(), reason: "later".into() };
        Command::Agenda(aside).apply(&mut project).expect("known");
        analysis.update(&project);
        assert_eq!(counts(&analysis), (all - 1, 1));
        set_fit(&mut project, 0, Fit::Prio2);
        analysis.update(&project);
        assert_eq!(counts(&analysis).1, 0);
        set_fit(&mut project, 0, Fit::Prio1);
        analysis.update(&project);
        assert_eq!(counts(&analysis), (all - 1, 1));
        Command::Agenda(AgendaEdit::BringBack(vec![finding])).apply(&mut project).expect("known");
        analysis.update(&project);
        assert_eq!(counts(&analysis), (all, 0));
    }

    proptest! {
        /// A key names one finding, the most important come first, and what each is about is there.
        #[test]
        fn findings_have_keys_of_their_own(project in projects(), fits in prop::collection::vec(0..4_usize, 8)) {
            let mut project = project;
            for (place, fit) in fits.iter().enumerate().take(project.matrix.segments(crate::project::Axis::Customer).len()) {
                set_fit(&mut project, place, Fit::CANDIDATES[*fit]);
            }
            let analysis = Analysis::of(&project);
            let open = analysis.findings().open();
            let keys: std::collections::HashSet<_> = open.iter().map(Finding::key).collect();
            prop_assert_eq!(keys.len(), open.len());
            prop_assert!(open.is_sorted_by_key(|finding| finding.severity));
            for key in keys {
                let aside = AgendaEdit::SetAside { finding: key, reason: "".into() };
                prop_assert_eq!(Command::Agenda(aside).apply(&mut project), Ok(()));
            }
            prop_assert!(Analysis::of(&project).findings().open().is_empty());
        }
    }

    #[test]
    fn late_results_are_computed_when_asked_for() {
        let mut analysis = Analysis::of(&two_cells());
        assert!(analysis.start().is_empty());
        let _ = analysis.sureness();
        for work in analysis.start() {
            (work.run)();
        }
        analysis.receive();
        let first = analysis.sureness().found.cloned().expect("a simulation");
        assert!(analysis.start().is_empty(), "nothing has changed");
        analysis.draw_near(true);
        let _ = analysis.sureness();
        assert_eq!(analysis.start().into_iter().map(|work| (work.run)()).count(), 1);
        analysis.receive();
        assert!(analysis.sureness().found.is_some_and(|found| *found != first));
    }
}
