//! Scores of cells, put together: the weighted sum, vetoes, and the difficulty of the sale.

use std::collections::HashMap;

use serde::Serialize;

use crate::project::{CellKey, Criterion, CriterionId, Decision, Fit, Message, Project, Role};

use super::weights::weights;
use super::{Counts, MatrixIndex};

/// How hard a sale is, by the buyer's urge and the way they decide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
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

/// The normalised value of a score that is missing: the expected value when each level of the scale is as likely.
pub(super) const EXPECTED: f64 = 0.5;

/// A candidate with at least one score.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoredCell {
    pub key: CellKey,
    /// Row and column.
    pub place: (usize, usize),
    pub fit: Fit,
    /// Σ wᵢ·vᵢ / Σ wᵢ, 0 to 100, a missing score at the middle of its scale; none when no criterion with a weight is
    /// scored.
    pub total: Option<f64>,
    /// The share of all weight that is scored, 0 to 1.
    pub scored: f64,
    /// Below the floor of a criterion: no rank, and no proposal of a Prio.
    pub vetoed: bool,
    /// The start of its levels in [`Ranking::levels`].
    slot: usize,
}

impl ScoredCell {
    /// The total if every missing score were the worst, and if it were the best of its scale.
    pub fn range(&self) -> Option<(f64, f64)> {
        let missing = 100.0 * (1.0 - self.scored).max(0.0);
        self.total.map(|total| (total - EXPECTED * missing, total + (1.0 - EXPECTED) * missing))
    }

    /// The total in whole billionths of a point, for comparison. None for a cell without a rank.
    pub(super) fn points(&self) -> Option<i64> {
        self.total.filter(|_| !self.vetoed).map(comparable)
    }
}

/// A total as a whole number of billionths of a point, so that float noise breaks no tie.
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
    /// The scored candidates: those with a rank, highest total first and equal ones by row and column; then the vetoed in
    /// the same order; then those without a total.
    pub cells: Vec<ScoredCell>,
    /// Cells of the matrix by fit, scored or not.
    pub counts: Counts,
    /// The number of cells with a rank.
    ranked: usize,
    levels: Vec<Option<u8>>,
    places: HashMap<CellKey, usize>,
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
        ranking.cells.sort_unstable_by_key(|cell| {
            (std::cmp::Reverse(cell.points()), std::cmp::Reverse(cell.total.map(comparable)), cell.place)
        });
        ranking.ranked = ranking.cells.partition_point(|cell| cell.points().is_some());
        ranking.places = ranking.cells.iter().enumerate().map(|(place, cell)| (cell.key, place)).collect();
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
            sum += share * level.map_or(EXPECTED, |level| criterion.value(level));
            weight += if level.is_some() { *share } else { 0.0 };
        }
        cell.scored = weight;
        cell.total = (weight > 0.0).then_some(100.0 * sum);
    }

    /// The number of cells with a rank: those with a total and without a veto.
    pub fn ranked(&self) -> usize {
        self.ranked
    }

    /// The cells that are first: several when their totals are equal.
    pub fn leaders(&self) -> &[ScoredCell] {
        let ranked = &self.cells[..self.ranked];
        let best = ranked.first().and_then(ScoredCell::points);
        &ranked[..ranked.partition_point(|cell| cell.points() == best)]
    }

    /// The number of candidates without any score.
    pub fn unscored(&self) -> usize {
        self.counts.fits().saturating_sub(self.cells.len())
    }

    /// A scored candidate.
    pub fn cell(&self, key: CellKey) -> Option<&ScoredCell> {
        self.places.get(&key).map(|place| &self.cells[*place])
    }

    /// The rank of a cell: one more than the number of cells with a higher total, so that equal cells share it. None for
    /// a vetoed cell and one without a total.
    pub fn rank(&self, key: CellKey) -> Option<usize> {
        let points = self.cell(key)?.points()?;
        Some(1 + self.cells[..self.ranked].partition_point(|other| other.points() > Some(points)))
    }

    /// The levels that a cell scores, in the order of the criteria.
    pub fn levels(&self, cell: &ScoredCell) -> &[Option<u8>] {
        &self.levels[cell.slot..cell.slot + self.criteria.len()]
    }

    /// The points that each criterion adds to the total of a cell, a missing score with its expected value; none for a
    /// cell without a total.
    pub fn contributions(&self, cell: &ScoredCell) -> Vec<Option<f64>> {
        let weights = self.weights.as_deref().unwrap_or_default();
        let levels = self.criteria.iter().zip(self.levels(cell)).enumerate();
        levels
            .map(|(at, (criterion, level))| {
                let share = weights.get(at).filter(|_| cell.total.is_some())?;
                Some(100.0 * share * level.map_or(EXPECTED, |level| criterion.value(level)))
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

#[cfg(test)]
mod tests {
    use super::super::sample::{cell, customer, order, projects, ranking, scored, set_fit, weighted};
    use super::*;
    use crate::project::{Axis, Command, Decide, Direction, Of, usual_criteria};
    use proptest::prelude::*;

    /// The whole table of the method's page on positioning.
    #[test]
    fn difficulty_by_the_table() {
        use Difficulty::{Challenging, FairlyEasy, VeryChallenging, VeryEasy};
        let table = [
            [Challenging, Challenging, VeryChallenging, VeryChallenging],
            [Challenging, Challenging, VeryChallenging, VeryChallenging],
            [FairlyEasy, FairlyEasy, Challenging, Challenging],
            [VeryEasy, VeryEasy, Challenging, Challenging],
            [VeryEasy, VeryEasy, Challenging, Challenging],
        ];
        for (urge, row) in (1..).zip(table) {
            for (process, expected) in (1..).zip(row) {
                assert_eq!(Difficulty::of(urge, process), Some(expected), "{urge} {process}");
            }
        }
        assert_eq!((Difficulty::of(0, 1), Difficulty::of(6, 1), Difficulty::of(3, 5)), (None, None, None));
    }

    #[test]
    fn difficulty_follows_roles_not_names() {
        let mut criteria = usual_criteria(|_| "renamed".into());
        criteria.reverse();
        let urge = criteria.iter().position(|criterion| criterion.role == Role::BuyingUrge).expect("in the set");
        let process = criteria.iter().position(|criterion| criterion.role == Role::BuyingProcess).expect("in the set");
        let mut levels = vec![vec![None; 8]; 2];
        (levels[0][urge], levels[0][process]) = (Some(5), Some(3));
        levels[1][urge] = Some(5);
        let project = scored(&criteria, &levels);
        assert_eq!(difficulty(&project.decision, cell(&project, 0)), Some(Difficulty::Challenging));
        assert_eq!(difficulty(&project.decision, cell(&project, 1)), None);
    }

    #[test]
    fn weighted_sum_of_what_is_scored() {
        let mut criteria = weighted(&[2.0, 1.0, 1.0]);
        criteria[2].direction = Direction::LessIsBetter;
        criteria[1].floor = Some(2);
        let project = scored(
            &criteria,
            &[
                vec![Some(3), Some(5), Some(1)],
                vec![Some(4), None, None],
                vec![None, Some(1), None],
                vec![None, None, None],
                vec![Some(5), Some(5), Some(5)],
            ],
        );
        let ranking = ranking(&project);
        let totals = |place| ranking.cell(cell(&project, place)).map(|cell| (cell.total, cell.scored, cell.vetoed));
        assert_eq!(totals(0), Some((Some(75.0), 1.0, false)));
        assert_eq!(totals(1), Some((Some(62.5), 0.5, false)), "a missing score is the middle of its scale");
        assert_eq!(totals(2), Some((Some(37.5), 0.25, true)));
        assert_eq!(totals(3), None);
        assert_eq!(totals(4), Some((Some(75.0), 1.0, false)));
        assert_eq!(order(&project), [0, 4, 1], "equal totals by place, and no veto");
        assert_eq!((ranking.ranked(), ranking.unscored(), ranking.leaders().len()), (3, 1, 2));
        assert_eq!([0, 4, 1, 2].map(|place| ranking.rank(cell(&project, place))), [Some(1), Some(1), Some(3), None]);
        assert_eq!(ranking.cell(cell(&project, 1)).and_then(ScoredCell::range), Some((37.5, 87.5)));
        let first = &ranking.cells[0];
        assert_eq!(ranking.contributions(first), [Some(25.0), Some(25.0), Some(25.0)]);
        let vetoed = ranking.cell(cell(&project, 2)).expect("scored");
        assert_eq!(ranking.vetoes(vetoed).map(|criterion| criterion.id).collect::<Vec<_>>(), [criteria[1].id]);
    }

    #[test]
    fn a_floor_of_a_criterion_where_less_is_better() {
        let criterion = Criterion { direction: Direction::LessIsBetter, floor: Some(3), ..Criterion::new("") };
        assert_eq!((1..=5).map(|level| criterion.vetoes(level)).collect::<Vec<_>>(), [false, false, false, true, true]);
        assert_eq!((1..=5).map(|level| criterion.value(level)).collect::<Vec<_>>(), [1.0, 0.75, 0.5, 0.25, 0.0]);
    }

    #[test]
    fn no_weight_no_total() {
        let project = scored(&weighted(&[0.0, 0.0]), &[vec![Some(1), Some(5)]]);
        let found = ranking(&project);
        assert_eq!((found.ranked(), found.cells[0].total), (0, None));
        let why = |project: &Project| ranking(project).why_no_total().map(|message| message.key);
        assert_eq!(why(&project), Some("rank-no-weights"));
        assert_eq!(why(&Project::default()), Some("rank-no-criteria"));
        assert_eq!(why(&scored(&weighted(&[1.0]), &[vec![None]])), Some("rank-no-scores"));
        assert_eq!(why(&scored(&weighted(&[1.0]), &[vec![Some(1)]])), None);
        let of_the_scored = scored(&weighted(&[0.0, 1.0]), &[vec![Some(5), None]]);
        assert_eq!(ranking(&of_the_scored).cells[0].total, None, "nothing with a weight is scored");
    }

    #[test]
    fn only_candidates_rank() {
        let mut project = scored(&weighted(&[1.0]), &[vec![Some(1)], vec![Some(5)], vec![Some(3)]]);
        set_fit(&mut project, 1, Fit::No);
        assert_eq!(order(&project), [2, 0]);
        assert_eq!(ranking(&project).unscored(), 0);
    }

    proptest! {
        #[test]
        fn contributions_sum_to_the_total(project in projects()) {
            let ranking = ranking(&project);
            for cell in &ranking.cells {
                let sum: f64 = ranking.contributions(cell).into_iter().flatten().sum();
                prop_assert!(cell.range().is_none_or(|(low, high)| low >= -1e-9 && low <= high && high <= 100.0 + 1e-9));
                prop_assert!((sum - cell.total.unwrap_or(0.0)).abs() < 1e-9);
                prop_assert!(cell.total.is_none_or(|total| (0.0..=100.0 + 1e-9).contains(&total)));
                prop_assert!((0.0..=1.0 + 1e-9).contains(&cell.scored));
            }
        }

        #[test]
        fn a_cell_that_leaves_or_comes_reorders_no_other(project in projects(), gone in any::<prop::sample::Index>()) {
            let gone = gone.index(project.matrix.segments(Axis::Customer).len());
            let all = ranking(&project);
            let id = customer(&project, gone);
            let mut fewer = project.clone();
            Command::RemoveSegments { axis: Axis::Customer, ids: vec![id] }.apply(&mut fewer).expect("known");
            let without = ranking(&fewer);
            let others: Vec<_> = all.cells.iter().filter(|cell| cell.key.customer != id).map(|cell| cell.key).collect();
            prop_assert_eq!(without.cells.iter().map(|cell| cell.key).collect::<Vec<_>>(), others);
            for cell in &without.cells {
                prop_assert_eq!(cell.total, all.cell(cell.key).and_then(|cell| cell.total));
            }
        }

        #[test]
        fn scaling_all_weights_changes_nothing(project in projects(), scale in 1e-6..1e6_f64) {
            let mut scaled = project.clone();
            for criterion in &project.decision.criteria {
                let weight = criterion.weight * scale;
                let command = Command::set(Of::Criterion(criterion.id), "weight", weight);
                command.apply(&mut scaled).expect("valid");
            }
            prop_assert_eq!(order(&scaled), order(&project));
            for (a, b) in ranking(&scaled).cells.iter().zip(&ranking(&project).cells) {
                prop_assert!((a.total.unwrap_or(-1.0) - b.total.unwrap_or(-1.0)).abs() < 1e-9);
            }
        }

        #[test]
        fn a_better_level_never_ranks_lower(project in projects(), which in any::<prop::sample::Index>()) {
            prop_assume!(!project.decision.scores.is_empty());
            let at = which.index(project.decision.scores.len());
            let (key, score) = project.decision.scores.iter().nth(at).expect("is there");
            let (_, criterion) = project.decision.criterion(key.criterion).expect("is there");
            let better = if criterion.direction == Direction::MoreIsBetter { score.level + 1 } else { score.level - 1 };
            prop_assume!((1..=5).contains(&better));
            let mut changed = project.clone();
            let set = Decide::SetScores { cells: vec![key.cell], criterion: key.criterion, level: Some(better) };
            Command::from(set).apply(&mut changed).expect("on the scale");
            let rank = |project: &Project| ranking(project).rank(key.cell).unwrap_or(usize::MAX);
            prop_assert!(rank(&changed) <= rank(&project));
        }
    }
}
