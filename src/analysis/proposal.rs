//! Prios by score, and contradictions between the team's Prios and the scores. Only proposes: nothing here changes a
//! project.

use crate::project::{About, Cell, CellKey, Command, Fit, Message, Project};

use super::cell_name;
use super::findings::{Finding, Severity, Topic};
use super::score::{Ranking, ScoredCell, comparable};

/// How many cells, or which, get Prio 1 and 2; the others that have a total get Prio 3.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Rule {
    /// At most so many in Prio 1 and in Prio 2, best first. Cells that keep their Prio count.
    Capacity {
        /// The most in Prio 1.
        first: usize,
        /// The most in Prio 2.
        second: usize,
    },
    /// A total of at least so many points, 0 to 100.
    Thresholds {
        /// For Prio 1.
        first: f64,
        /// For Prio 2.
        second: f64,
    },
}

/// Which cells a proposal is for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Scope {
    /// Cells without a Prio: what a person has decided stays.
    #[default]
    Undecided,
    /// All candidates.
    All,
}

/// The Prios that a rule gives.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Proposal {
    /// Those that differ from what stands there, best cell first.
    pub changes: Vec<(CellKey, Fit)>,
    /// Cells with equal totals of which only some would fit into a Prio: the order of a list decides nothing, so they get
    /// no proposal, and no other cell takes their place.
    pub tied: Vec<CellKey>,
}

/// The Prios that a rule gives to the cells that have a rank.
pub fn propose(ranking: &Ranking, rule: Rule, scope: Scope) -> Proposal {
    let is_free = |cell: &&ScoredCell| scope == Scope::All || cell.fit == Fit::Undecided;
    let candidates: Vec<_> = ranking.cells[..ranking.ranked()].iter().filter(is_free).collect();
    let kept = |fit| match scope {
        Scope::Undecided => ranking.counts.of(fit),
        Scope::All => 0,
    };
    let mut proposal = Proposal::default();
    let mut place = 0;
    for equal in candidates.chunk_by(|a, b| a.points() == b.points()) {
        let fits = match rule {
            Rule::Capacity { first, second } => {
                let first = first.saturating_sub(kept(Fit::Prio1));
                let second = second.saturating_sub(kept(Fit::Prio2)).saturating_add(first);
                let prio = |place| match place {
                    place if place < first => Fit::Prio1,
                    place if place < second => Fit::Prio2,
                    _ => Fit::Prio3,
                };
                [prio(place), prio(place + equal.len() - 1)]
            }
            Rule::Thresholds { first, second } => {
                let points = equal[0].points();
                let prio = match points {
                    points if points >= Some(comparable(first)) => Fit::Prio1,
                    points if points >= Some(comparable(second)) => Fit::Prio2,
                    _ => Fit::Prio3,
                };
                [prio; 2]
            }
        };
        place += equal.len();
        if fits[0] == fits[1] {
            let changed = equal.iter().filter(|cell| cell.fit != fits[0]);
            proposal.changes.extend(changed.map(|cell| (cell.key, fits[0])));
        } else {
            proposal.tied.extend(equal.iter().map(|cell| cell.key));
        }
    }
    proposal
}

/// The proposal as one step; notes stay.
pub fn command(project: &Project, proposal: &[(CellKey, Fit)]) -> Command {
    let cell = |(key, fit): &(CellKey, Fit)| (*key, Cell { fit: *fit, ..project.matrix.cell(*key).clone() });
    Command::SetCells(proposal.iter().map(cell).collect())
}

/// How a cell's Prio and its scores contradict each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Contradiction {
    pub cell: CellKey,
    pub kind: Oddity,
}

/// What is odd about a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Oddity {
    /// It has a Prio, but fails the floor of the criterion at that place.
    Vetoed {
        /// The place of the criterion in the ranking.
        criterion: usize,
    },
    /// It is Prio 1, and more cells score better than there are in Prio 1.
    LowForPrio1 {
        /// Its rank, from 1.
        rank: usize,
    },
    /// It scores as well as those in Prio 1, but is Prio 3.
    HighForPrio3 {
        /// Its rank, from 1.
        rank: usize,
    },
    /// It scores as well as those in Prio 1, but it has no Prio.
    HighWithoutPrio {
        /// Its rank, from 1.
        rank: usize,
    },
}

impl Contradiction {
    /// The contradiction as a finding.
    pub fn finding(&self, project: &Project, ranking: &Ranking) -> Finding {
        let with_rank = |key, rank: usize| Message::new(key).with("rank", rank).with("of", ranking.ranked());
        let (what, why, about) = match self.kind {
            Oddity::Vetoed { criterion } => {
                let criterion = &ranking.criteria[criterion];
                let about = About { criterion: Some(criterion.id), ..self.cell.into() };
                let what = Message::new("contradiction-prio-vetoed").with("criterion", criterion.shown_name());
                (what, "contradiction-vetoed-why", about)
            }
            Oddity::LowForPrio1 { rank } => {
                (with_rank("contradiction-low-prio-1", rank), "contradiction-rank-why", self.cell.into())
            }
            Oddity::HighForPrio3 { rank } => {
                (with_rank("contradiction-high-prio-3", rank), "contradiction-rank-why", self.cell.into())
            }
            Oddity::HighWithoutPrio { rank } => {
                (with_rank("contradiction-high-no-prio", rank), "contradiction-undecided-why", self.cell.into())
            }
        };
        let severity = match self.kind {
            Oddity::Vetoed { .. } => Severity::Contradiction,
            Oddity::LowForPrio1 { .. } | Oddity::HighForPrio3 { .. } => Severity::Warning,
            Oddity::HighWithoutPrio { .. } => Severity::Gap,
        };
        let what = what.with("cell", cell_name(project, self.cell));
        Finding { topic: Topic::Decision, severity, what, why: Message::new(why), about }
    }
}

/// Contradictions between Prios and scores, best cell first.
///
/// The measure is the number of ranked cells in Prio 1, n, or a quarter of the ranked cells when there is none: a Prio 1
/// with n or more cells above it is low; a Prio 3 and an undecided cell with fewer than n above them are high. A vetoed
/// cell with a Prio contradicts its veto.
pub fn contradictions(ranking: &Ranking) -> Vec<Contradiction> {
    let firsts = ranking.cells[..ranking.ranked()].iter().filter(|cell| cell.fit == Fit::Prio1).count();
    let measure = if firsts == 0 { ranking.ranked().div_ceil(4) } else { firsts };
    let mut found = Vec::new();
    for cell in &ranking.cells {
        if cell.fit != Fit::Undecided {
            let failed = ranking.vetoes(cell).filter_map(|criterion| ranking.criterion_place(criterion.id));
            found.extend(failed.map(|criterion| Contradiction { cell: cell.key, kind: Oddity::Vetoed { criterion } }));
        }
        let Some(rank) = ranking.rank(cell.key) else { continue };
        let kind = match cell.fit {
            Fit::Prio1 if rank > measure => Oddity::LowForPrio1 { rank },
            Fit::Prio3 if rank <= measure => Oddity::HighForPrio3 { rank },
            Fit::Undecided if rank <= measure => Oddity::HighWithoutPrio { rank },
            _ => continue,
        };
        found.push(Contradiction { cell: cell.key, kind });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::sample::{cell, projects, ranking, scored, set_fit, weighted};
    use super::*;
    use crate::project::{Axis, Criterion, Of};
    use proptest::prelude::*;

    /// Six cells with totals 100, 75, 75, 50, 25 and 0; the second fails a floor.
    fn six() -> Project {
        let mut criteria = weighted(&[1.0, 0.0]);
        criteria[1] = Criterion { name: "Reach".into(), floor: Some(2), ..criteria[1].clone() };
        let levels = [(5, 5), (4, 1), (4, 5), (3, 5), (2, 5), (1, 5)];
        scored(&criteria, &levels.map(|(a, b)| vec![Some(a), Some(b)]))
    }

    #[test]
    fn by_capacity() {
        let mut project = six();
        let rule = Rule::Capacity { first: 2, second: 1 };
        let proposed = |project: &Project, scope| {
            let places = propose(&ranking(project), rule, scope).changes.into_iter();
            places.map(|(key, fit)| (ranking(project).cell(key).expect("scored").place.1, fit)).collect::<Vec<_>>()
        };
        let all = [(0, Fit::Prio1), (2, Fit::Prio1), (3, Fit::Prio2), (4, Fit::Prio3), (5, Fit::Prio3)];
        assert_eq!(proposed(&project, Scope::Undecided), all);
        set_fit(&mut project, 5, Fit::Prio1);
        // The one that a person chose takes a place and stays.
        let rest = [(0, Fit::Prio1), (2, Fit::Prio2), (3, Fit::Prio3), (4, Fit::Prio3)];
        assert_eq!(proposed(&project, Scope::Undecided), rest);
        assert_eq!(proposed(&project, Scope::All), all);
    }

    #[test]
    fn by_thresholds_in_one_step() {
        let mut project = six();
        let rule = Rule::Thresholds { first: 75.0, second: 50.0 };
        let proposal = propose(&ranking(&project), rule, Scope::Undecided).changes;
        assert_eq!(proposal.len(), 5);
        Command::set(Of::Cell(cell(&project, 0)), "note", "why").apply(&mut project).expect("known");
        command(&project, &proposal).apply(&mut project).expect("known");
        let fits = [0, 1, 2, 3, 4, 5].map(|place| project.matrix.cell(cell(&project, place)).fit.sign());
        assert_eq!(fits, ["1", "X", "1", "2", "3", "3"]);
        assert_eq!(project.matrix.cell(cell(&project, 0)).note.as_deref(), Some("why"));
        assert_eq!(propose(&ranking(&project), rule, Scope::All), Proposal::default());
    }

    /// Three cells are equal and there is room for two: none of them gets a Prio, and the fourth doesn't move up.
    #[test]
    fn a_list_decides_no_prio() {
        let project = scored(&weighted(&[1.0]), &[5, 5, 5, 4].map(|level| vec![Some(level)]));
        let proposal = propose(&ranking(&project), Rule::Capacity { first: 2, second: 1 }, Scope::Undecided);
        assert_eq!(proposal.tied, [0, 1, 2].map(|place| cell(&project, place)));
        assert_eq!(proposal.changes, [(cell(&project, 3), Fit::Prio3)]);
        let all = propose(&ranking(&project), Rule::Capacity { first: 3, second: 1 }, Scope::Undecided);
        assert_eq!((all.tied.len(), all.changes.len()), (0, 4));
    }

    #[test]
    fn contradictions_are_named() {
        let mut project = six();
        for (place, fit) in [(0, Fit::Prio3), (1, Fit::Prio1), (5, Fit::Prio1), (4, Fit::Prio1)] {
            set_fit(&mut project, place, fit);
        }
        let ranking = ranking(&project);
        let found: Vec<_> = contradictions(&ranking)
            .iter()
            .map(|found| (ranking.cell(found.cell).expect("scored").place.1, found.finding(&project, &ranking).what))
            .collect();
        let named = |message: Message, place| message.with("cell", cell_name(&project, cell(&project, place)));
        let ranked =
            |place, key, rank: usize| (place, named(Message::new(key).with("rank", rank).with("of", 5_usize), place));
        assert_eq!(
            found,
            [
                ranked(0, "contradiction-high-prio-3", 1),
                ranked(2, "contradiction-high-no-prio", 2),
                ranked(4, "contradiction-low-prio-1", 4),
                ranked(5, "contradiction-low-prio-1", 5),
                (1, named(Message::new("contradiction-prio-vetoed").with("criterion", "Reach"), 1)),
            ]
        );
        assert_eq!(contradictions(&Ranking::default()), []);
    }

    proptest! {
        #[test]
        fn a_proposal_contradicts_nothing(project in projects(), first in 0_usize..4, second in 0_usize..4) {
            let mut project = project;
            let rule = Rule::Capacity { first, second };
            let proposal = propose(&ranking(&project), rule, Scope::Undecided);
            command(&project, &proposal.changes).apply(&mut project).expect("known");
            let ranking = ranking(&project);
            let with = |fit| ranking.cells.iter().filter(|cell| cell.fit == fit).count();
            prop_assert!(with(Fit::Prio1) <= first && with(Fit::Prio2) <= second);
            if with(Fit::Prio1) > 0 {
                prop_assert!(contradictions(&ranking).iter().all(|odd| proposal.tied.contains(&odd.cell)));
            }
            prop_assert_eq!(propose(&ranking, rule, Scope::All).changes, []);
        }

        /// A cell with a veto gets nothing, and where the cells stand decides nothing.
        #[test]
        fn no_veto_and_no_place_decides(project in projects(), first in 0_usize..4, second in 0_usize..4) {
            let rule = Rule::Capacity { first, second };
            let found = ranking(&project);
            let of = |ranking: &Ranking| {
                let mut changes = propose(ranking, rule, Scope::Undecided).changes;
                changes.sort_unstable();
                changes
            };
            prop_assert!(of(&found).iter().all(|(key, _)| found.cell(*key).is_some_and(|cell| !cell.vetoed)));
            let mut turned = project.clone();
            let customers: Vec<_> =
                project.matrix.segments(Axis::Customer).iter().map(|segment| segment.id).collect();
            for id in customers {
                let to_front = Command::MoveSegments { axis: Axis::Customer, ids: vec![id], to: 0 };
                to_front.apply(&mut turned).expect("known");
            }
            prop_assert_eq!(of(&ranking(&turned)), of(&found));
        }

        /// Each sentence about a Prio and a rank holds by counting.
        #[test]
        fn what_contradicts_is_true(project in projects(), fits in prop::collection::vec(0..4_usize, 8)) {
            let mut project = project;
            for (place, fit) in fits.iter().enumerate().take(project.matrix.segments(Axis::Customer).len()) {
                set_fit(&mut project, place, Fit::CANDIDATES[*fit]);
            }
            let ranking = ranking(&project);
            let allowed = || ranking.cells.iter().filter(|cell| cell.total.is_some() && !cell.vetoed);
            for odd in contradictions(&ranking) {
                let cell = ranking.cell(odd.cell).expect("scored");
                let above = allowed().filter(|other| other.total > cell.total.map(|total| total + 1e-8)).count();
                let is = |rank: usize, fit| rank == above + 1 && cell.fit == fit && !cell.vetoed;
                let holds = match odd.kind {
                    Oddity::Vetoed { criterion } => {
                        let level = ranking.levels(cell)[criterion].expect("scored");
                        cell.fit != Fit::Undecided && ranking.criteria[criterion].vetoes(level)
                    }
                    Oddity::LowForPrio1 { rank } => is(rank, Fit::Prio1),
                    Oddity::HighForPrio3 { rank } => is(rank, Fit::Prio3),
                    Oddity::HighWithoutPrio { rank } => is(rank, Fit::Undecided),
                };
                prop_assert!(holds, "{odd:?}");
            }
        }
    }
}
