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
