//! Scores of cells, put together: the weighted sum, vetoes, and the difficulty of the sale.

use std::collections::HashMap;

use crate::project::{CellKey, Criterion, CriterionId, Decision, Fit, Message, Project, Role};

use super::weights::weights;
use super::{Counts, MatrixIndex};

/// How hard a sale is, by the buyer's urge and the way they decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the method's words")]
pub enum Difficulty {
    VeryEasy,
    FairlyEasy,
    Challenging,
    VeryChallenging,
}

impl Difficulty {
    /// By the method's table: buying urge 1 (irrelevant) to 5 (desire), buying process 1 (on the spot) to 4 (very
    /// thorough check). None for a level outside it.
    pub fn of(urge: u8, process: u8) -> Option<Self> {
        Some(match (urge, process) {
            (1 | 2, 1 | 2) | (3..=5, 3 | 4) => Self::Challenging,
            (1 | 2, 3 | 4) => Self::VeryChallenging,
            (3, 1 | 2) => Self::FairlyEasy,
            (4 | 5, 1 | 2) => Self::VeryEasy,
            _ => return None,
        })
    }

    /// The key of its words in the text catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Self::VeryEasy => "difficulty-very-easy",
            Self::FairlyEasy => "difficulty-fairly-easy",
            Self::Challenging => "difficulty-challenging",
            Self::VeryChallenging => "difficulty-very-challenging",
        }
    }
}

/// The difficulty of the sale in a cell, when the criteria for both the urge and the process are there and scored; the
/// first of several in that role counts.
pub fn difficulty(decision: &Decision, cell: CellKey) -> Option<Difficulty> {
    let level = |role| {
        let criterion = decision.criteria.iter().find(|criterion| criterion.role == role)?;
        decision.score(cell, criterion.id).map(|score| score.level)
    };
    Difficulty::of(level(Role::BuyingUrge)?, level(Role::BuyingProcess)?)
}

/// A candidate that has been scored by at least one criterion.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoredCell {
    /// Which.
    pub key: CellKey,
    /// Its row and column.
    pub place: (usize, usize),
    /// What the team has given it.
    pub fit: Fit,
    /// Σ wᵢ·vᵢ / Σ wᵢ over the criteria that are scored, 0 to 100; none when those have no weight.
    pub total: Option<f64>,
    /// The share of all weight that is scored, 0 to 1.
    pub scored: f64,
    /// It scores worse than a floor, and can't be suggested for any Prio.
    pub vetoed: bool,
    /// Where its levels stand in the ranking.
    slot: usize,
}

/// Totals as whole numbers, so that float noise breaks no tie: a billionth of a point is the finest difference.
pub(super) fn comparable(total: f64) -> i64 {
    (total * 1e9).round() as i64
}

/// The candidates by their weighted sums.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ranking {
    /// The criteria, in the team's order.
    pub criteria: Vec<Criterion>,
    /// The weight of each criterion as a share of all; none when no criterion has any.
    pub weights: Option<Vec<f64>>,
    /// The scored candidates, highest total first, equal ones by row and column, those without a total last.
    pub cells: Vec<ScoredCell>,
    /// How many cells of the matrix there are of each kind, scored or not.
    pub counts: Counts,
    /// How many cells have a total.
    ranked: usize,
    levels: Vec<Option<u8>>,
    ranks: HashMap<CellKey, usize>,
}

impl Ranking {
    /// The ranking of a project; `matrix` is the index of its matrix. Cost: about that of sorting the scored cells.
    pub fn of(project: &Project, matrix: &MatrixIndex) -> Self {
        let decision = &project.decision;
        let mut ranking = Self {
            criteria: decision.criteria.iter().cloned().collect(),
            weights: weights(decision),
            counts: matrix.total(),
            ..Self::default()
        };
        ranking.collect(project, matrix);
        ranking.cells.sort_unstable_by_key(|cell| (std::cmp::Reverse(cell.total.map(comparable)), cell.place));
        ranking.ranked = ranking.cells.partition_point(|cell| cell.total.is_some());
        ranking.ranks = ranking.cells.iter().enumerate().map(|(rank, cell)| (cell.key, rank)).collect();
        ranking
    }

    /// Gathers the scores of each candidate, which stand side by side.
    fn collect(&mut self, project: &Project, matrix: &MatrixIndex) {
        let mut places: Vec<_> = self.criteria.iter().enumerate().map(|(at, criterion)| (criterion.id, at)).collect();
        places.sort_unstable();
        let mut current = None;
        let mut slot = None;
        for (key, score) in &project.decision.scores {
            if current != Some(key.cell) {
                self.finish();
                current = Some(key.cell);
                slot = self.start(project, matrix, key.cell);
            }
            let criterion = places.binary_search_by_key(&key.criterion, |(id, _)| *id);
            if let (Some(slot), Ok(at)) = (slot, criterion) {
                self.levels[slot + places[at].1] = Some(score.level);
            }
        }
        self.finish();
    }

    /// Makes room for a cell, if it is a candidate; its levels begin there.
    fn start(&mut self, project: &Project, matrix: &MatrixIndex, key: CellKey) -> Option<usize> {
        let fit = project.matrix.cell(key).fit;
        let place = matrix.place(key).filter(|_| fit != Fit::No)?;
        let slot = self.levels.len();
        self.levels.resize(slot + self.criteria.len(), None);
        self.cells.push(ScoredCell { key, place, fit, total: None, scored: 0.0, vetoed: false, slot });
        Some(slot)
    }

    /// Sums up the cell that was gathered last.
    fn finish(&mut self) {
        let Some(cell) = self.cells.last_mut() else { return };
        let levels = &self.levels[cell.slot..];
        let scored = self.criteria.iter().zip(levels).filter_map(|(criterion, level)| Some((criterion, (*level)?)));
        cell.vetoed = scored.clone().any(|(criterion, level)| criterion.vetoes(level));
        let Some(weights) = &self.weights else { return };
        let (mut sum, mut weight) = (0.0, 0.0);
        for ((criterion, level), share) in self.criteria.iter().zip(levels).zip(weights) {
            let Some(level) = level else { continue };
            sum += share * criterion.value(*level);
            weight += share;
        }
        cell.scored = weight;
        cell.total = (weight > 0.0).then(|| 100.0 * sum / weight);
    }

    /// How many cells have a total, and so a rank.
    pub fn ranked(&self) -> usize {
        self.ranked
    }

    /// Candidates that nobody has scored.
    pub fn unscored(&self) -> usize {
        self.counts.fits().saturating_sub(self.cells.len())
    }

    /// A scored candidate.
    pub fn cell(&self, key: CellKey) -> Option<&ScoredCell> {
        self.ranks.get(&key).map(|rank| &self.cells[*rank])
    }

    /// The rank of a cell by its total, counted from 1.
    pub fn rank(&self, key: CellKey) -> Option<usize> {
        self.ranks.get(&key).filter(|rank| **rank < self.ranked).map(|rank| rank + 1)
    }

    /// The levels that a cell scores, in the order of the criteria.
    pub fn levels(&self, cell: &ScoredCell) -> &[Option<u8>] {
        &self.levels[cell.slot..cell.slot + self.criteria.len()]
    }

    /// What each criterion brings to the total of a cell, in points that sum to it; none where it isn't scored.
    pub fn contributions(&self, cell: &ScoredCell) -> Vec<Option<f64>> {
        let weights = self.weights.as_deref().unwrap_or_default();
        let scored = self.criteria.iter().zip(self.levels(cell)).enumerate();
        scored
            .map(|(at, (criterion, level))| {
                let share = weights.get(at).filter(|_| cell.scored > 0.0)?;
                level.map(|level| 100.0 * share * criterion.value(level) / cell.scored)
            })
            .collect()
    }

    /// The criteria whose floor a cell fails.
    pub fn vetoes(&self, cell: &ScoredCell) -> impl Iterator<Item = &Criterion> {
        self.criteria
            .iter()
            .zip(self.levels(cell))
            .filter(|(criterion, level)| level.is_some_and(|level| criterion.vetoes(level)))
            .map(|(criterion, _)| criterion)
    }

    /// Why no cell has a total, if there is a reason besides that nothing is scored.
    pub fn why_no_total(&self) -> Option<Message> {
        if self.criteria.is_empty() {
            Some(Message::new("rank-no-criteria"))
        } else if self.weights.is_none() {
            Some(Message::new("rank-no-weights"))
        } else if self.cells.is_empty() {
            Some(Message::new("rank-no-scores"))
        } else {
            None
        }
    }

    /// The place of a criterion in the ranking.
    pub fn criterion_place(&self, id: CriterionId) -> Option<usize> {
        self.criteria.iter().position(|criterion| criterion.id == id)
    }
}
