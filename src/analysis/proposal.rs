//! Prios that the scores speak for, and where the team's Prios and the scores contradict each other.
//!
//! Only proposes: nothing here changes a project.

use crate::project::{Cell, CellKey, Command, Fit, Message, Project};

use super::score::{Ranking, ScoredCell};

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

/// The Prios that a rule gives, best cell first; only those that differ from what stands there.
///
/// A vetoed cell and one without a total get none.
pub fn propose(ranking: &Ranking, rule: Rule, scope: Scope) -> Vec<(CellKey, Fit)> {
    let is_free = |cell: &ScoredCell| scope == Scope::All || cell.fit == Fit::Undecided;
    let candidates = || ranking.cells.iter().filter(|cell| cell.total.is_some() && !cell.vetoed && is_free(cell));
    let proposed: Vec<_> = match rule {
        Rule::Capacity { first, second } => {
            let kept = |fit| match scope {
                Scope::Undecided => ranking.counts.of(fit),
                Scope::All => 0,
            };
            let first = first.saturating_sub(kept(Fit::Prio1));
            let second = second.saturating_sub(kept(Fit::Prio2));
            let prio = |place| match place {
                place if place < first => Fit::Prio1,
                place if place < first.saturating_add(second) => Fit::Prio2,
                _ => Fit::Prio3,
            };
            candidates().enumerate().map(|(place, cell)| (cell, prio(place))).collect()
        }
        Rule::Thresholds { first, second } => {
            let prio = |total| match total {
                total if total >= first => Fit::Prio1,
                total if total >= second => Fit::Prio2,
                _ => Fit::Prio3,
            };
            candidates().filter_map(|cell| Some((cell, prio(cell.total?)))).collect()
        }
    };
    proposed.into_iter().filter(|(cell, fit)| cell.fit != *fit).map(|(cell, fit)| (cell.key, fit)).collect()
}

/// The proposal as one step; notes stay.
pub fn command(project: &Project, proposal: &[(CellKey, Fit)]) -> Command {
    let cell = |(key, fit): &(CellKey, Fit)| (*key, Cell { fit: *fit, ..project.matrix.cell(*key).clone() });
    Command::SetCells(proposal.iter().map(cell).collect())
}

/// How a cell's Prio and its scores contradict each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Contradiction {
    /// Which cell.
    pub cell: CellKey,
    /// What is odd.
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
    /// It scores as well as those in Prio 1, but nobody has given it a Prio.
    HighWithoutPrio {
        /// Its rank, from 1.
        rank: usize,
    },
}

impl Contradiction {
    /// The contradiction in words, without the cell's name.
    pub fn message(&self, ranking: &Ranking) -> Message {
        let of = ranking.ranked();
        let with_rank = |key, rank: usize| Message::new(key).with("rank", rank).with("of", of);
        match self.kind {
            Oddity::Vetoed { criterion } => {
                Message::new("contradiction-vetoed").with("criterion", ranking.criteria[criterion].shown_name())
            }
            Oddity::LowForPrio1 { rank } => with_rank("contradiction-low-prio-1", rank),
            Oddity::HighForPrio3 { rank } => with_rank("contradiction-high-prio-3", rank),
            Oddity::HighWithoutPrio { rank } => with_rank("contradiction-high-no-prio", rank),
        }
    }
}

/// Where Prios and scores contradict each other, best cell first.
///
/// The measure is how many cells the team has put in Prio 1, n: a Prio 1 behind the nth total is low, a Prio 3 or no
/// Prio within the first n is high. Without any Prio 1, n is a quarter of the ranked cells. A vetoed cell is never high.
pub fn contradictions(ranking: &Ranking) -> Vec<Contradiction> {
    let firsts = ranking.cells[..ranking.ranked()].iter().filter(|cell| cell.fit == Fit::Prio1).count();
    let measure = if firsts == 0 { ranking.ranked().div_ceil(4) } else { firsts };
    let mut found = Vec::new();
    for (place, cell) in ranking.cells.iter().enumerate() {
        let has_prio = cell.fit != Fit::Undecided;
        if has_prio {
            let failed = ranking.vetoes(cell).filter_map(|criterion| ranking.criterion_place(criterion.id));
            found.extend(failed.map(|criterion| Contradiction { cell: cell.key, kind: Oddity::Vetoed { criterion } }));
        }
        let rank = place + 1;
        let is_high = rank <= measure && !cell.vetoed;
        let kind = match cell.fit {
            _ if cell.total.is_none() => continue,
            Fit::Prio1 if rank > measure => Oddity::LowForPrio1 { rank },
            Fit::Prio3 if is_high => Oddity::HighForPrio3 { rank },
            Fit::Undecided if is_high => Oddity::HighWithoutPrio { rank },
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
    use crate::project::Criterion;
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
            let places = propose(&ranking(project), rule, scope).into_iter();
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
        let proposal = propose(&ranking(&project), rule, Scope::Undecided);
        assert_eq!(proposal.len(), 5);
        Command::SetNote { key: cell(&project, 0), note: "why".into() }.apply(&mut project).expect("known");
        command(&project, &proposal).apply(&mut project).expect("known");
        let fits = [0, 1, 2, 3, 4, 5].map(|place| project.matrix.cell(cell(&project, place)).fit.sign());
        assert_eq!(fits, ["1", "X", "1", "2", "3", "3"]);
        assert_eq!(project.matrix.cell(cell(&project, 0)).note.as_deref(), Some("why"));
        assert_eq!(propose(&ranking(&project), rule, Scope::All), []);
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
            .map(|found| (ranking.cell(found.cell).expect("scored").place.1, found.message(&ranking)))
            .collect();
        let ranked = |key, rank: usize| Message::new(key).with("rank", rank).with("of", 6_usize);
        assert_eq!(
            found,
            [
                (0, ranked("contradiction-high-prio-3", 1)),
                (1, Message::new("contradiction-vetoed").with("criterion", "Reach")),
                (2, ranked("contradiction-high-no-prio", 3)),
                (4, ranked("contradiction-low-prio-1", 5)),
                (5, ranked("contradiction-low-prio-1", 6)),
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
            command(&project, &proposal).apply(&mut project).expect("known");
            let ranking = ranking(&project);
            let with = |fit| ranking.cells.iter().filter(|cell| cell.fit == fit).count();
            prop_assert!(with(Fit::Prio1) <= first && with(Fit::Prio2) <= second);
            if first > 0 {
                prop_assert_eq!(contradictions(&ranking), []);
            }
            prop_assert_eq!(propose(&ranking, rule, Scope::All), []);
        }
    }
}
