//! How sure the order is: which ranks a cell gets when the weights are anything (SMAA-2; Lahdelma & Salminen 2001).

use std::collections::HashMap;

use crate::project::CellKey;

use super::score::Ranking;

mod draw;
mod order;

use draw::{Draws, LANES};
use order::Sorter;

/// What to draw.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Settings {
    /// How many sets of weights.
    pub draws: u32,
    /// How close to the stated weights they are drawn: 0 from all weights alike, 100 within some percentage points.
    /// Weights are drawn from a Dirichlet distribution with αᵢ = 1 + concentration · wᵢ, whose mode is the stated
    /// weights. Finite and not negative.
    pub concentration: f64,
    /// The same seed gives the same figures on every machine.
    pub seed: u64,
}

impl Settings {
    /// A concentration that stays near the stated weights: each within some percentage points.
    pub const NEAR: f64 = 100.0;
}

impl Default for Settings {
    /// 10,000 draws from all weights alike.
    fn default() -> Self {
        Self { draws: 10_000, concentration: 0.0, seed: 2001 }
    }
}

/// What a simulation needs of a project.
///
/// Criteria without any weight stay out, and so do vetoed cells. A missing score is drawn in each draw from the levels of
/// its scale, each as likely: what isn't known makes the order less sure.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// The cells, by row and column.
    cells: Vec<CellKey>,
    /// The places of the criteria that take part, in the ranking.
    criteria: Vec<usize>,
    /// Their stated weights, as shares.
    weights: Vec<f64>,
    /// For each criterion, the normalised value of each cell; the best one where it is missing.
    values: Vec<Vec<f32>>,
    /// What is drawn of how far a value is behind the best: criterion, cell, and how many levels the scale has.
    missing: Vec<(usize, usize, u8)>,
}

impl Problem {
    /// The problem of a ranking; none when no cell has a total.
    pub fn of(ranking: &Ranking) -> Option<Self> {
        let shares = ranking.weights.as_ref()?;
        let criteria: Vec<_> = (0..shares.len()).filter(|at| shares[*at] > 0.0).collect();
        let mut cells: Vec<_> = ranking.cells[..ranking.ranked()].iter().collect();
        cells.sort_unstable_by_key(|cell| cell.place);
        let mut missing = Vec::new();
        let mut values = vec![vec![1.0; cells.len()]; criteria.len()];
        for (place, cell) in cells.iter().enumerate() {
            let levels = ranking.levels(cell);
            for (at, criterion) in criteria.iter().enumerate() {
                let of = &ranking.criteria[*criterion];
                match levels[*criterion] {
                    Some(level) => values[at][place] = of.value(level) as f32,
                    None => missing.push((at, place, of.levels())),
                }
            }
        }
        let weights = criteria.iter().map(|at| shares[*at]).collect();
        let cells: Vec<_> = cells.into_iter().map(|cell| cell.key).collect();
        (!cells.is_empty()).then_some(Self { cells, criteria, weights, values, missing })
    }
}

/// Ranks that are kept for each cell; only the very first ones are ever asked for in a long list.
const KEPT: usize = 256;

/// What a simulation found.
#[derive(Debug, Clone, PartialEq)]
pub struct Robustness {
    settings: Settings,
    cells: Vec<CellKey>,
    places: HashMap<CellKey, usize>,
    /// How many ranks are kept for each cell.
    ranks: usize,
    /// For each cell, in how many draws it got each rank; a rank that n equal cells share counts 1/n for each.
    counts: Vec<f64>,
    /// For each cell and criterion, the sum of the weights in the draws in which it was first.
    central: Vec<f64>,
    criteria: Vec<usize>,
}

impl Robustness {
    /// What was drawn.
    pub fn settings(&self) -> Settings {
        self.settings
    }

    /// The cells, by row and column.
    pub fn cells(&self) -> &[CellKey] {
        &self.cells
    }

    /// How many ranks are known: all, or the first of very many.
    pub fn ranks(&self) -> usize {
        self.ranks
    }

    fn counts(&self, cell: CellKey) -> Option<&[f64]> {
        let place = *self.places.get(&cell)?;
        Some(&self.counts[place * self.ranks..(place + 1) * self.ranks])
    }

    /// Rank acceptability: the share of draws in which a cell ranks first, second, …, as far as ranks are known. None for
    /// a cell that took no part.
    pub fn shares(&self, cell: CellKey) -> Option<Vec<f64>> {
        Some(self.counts(cell)?.iter().map(|count| count / f64::from(self.settings.draws)).collect())
    }

    /// The share of draws in which a cell is among the first `k`.
    pub fn top(&self, cell: CellKey, k: usize) -> Option<f64> {
        let counts = self.counts(cell)?;
        let sum: f64 = counts[..k.min(counts.len())].iter().sum();
        // Parts of shared ranks, as thirds, can add up to slightly more than all draws.
        Some((sum / f64::from(self.settings.draws)).min(1.0))
    }

    /// The central weights: the mean of the weights with which a cell is first, by the criteria's places in the ranking.
    /// None when it never is.
    pub fn central(&self, cell: CellKey) -> Option<Vec<(usize, f64)>> {
        let place = *self.places.get(&cell)?;
        let firsts = self.counts[place * self.ranks];
        let sums = &self.central[place * self.criteria.len()..(place + 1) * self.criteria.len()];
        let mean = |(criterion, sum): (&usize, &f64)| (*criterion, sum / firsts);
        (firsts > 0.0).then(|| self.criteria.iter().zip(sums).map(mean).collect())
    }
}

/// Draws weights and ranks the cells by their weighted sums, again and again.
///
/// `is_cancelled` is asked every few draws; then there is no result. Cost: about a third of a microsecond a draw for 100 cells
/// and 8 criteria.
pub fn simulate(problem: &Problem, settings: Settings, is_cancelled: impl Fn() -> bool) -> Option<Robustness> {
    let Problem { cells, criteria, weights, values, missing } = problem;
    let ranks = cells.len().min(KEPT);
    let mut counts = vec![0_u32; cells.len() * ranks];
    // Parts of a rank, apart from the whole ones: they are rare, and the table of whole counts stays small.
    let mut parts = vec![0.0; cells.len() * ranks];
    let mut central = vec![0.0; cells.len() * criteria.len()];
    let mut source = Draws::new(settings.seed, weights, settings.concentration);
    let mut sorter = Sorter::new(cells.len());
    let mut drawn = vec![[0.0; LANES]; criteria.len()];
    let mut behind = vec![[0.0; LANES]; cells.len()];
    let mut left = settings.draws as usize;
    while left > 0 {
        if is_cancelled() {
            return None;
        }
        let now = left.min(LANES);
        left -= now;
        source.weights(&mut drawn);
        for (place, behind) in behind.iter_mut().enumerate() {
            let mut sum = [0.0; LANES];
            for (weights, values) in drawn.iter().zip(values) {
                let short = 1.0 - values[place];
                sum.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight * short);
            }
            *behind = sum;
        }
        for (criterion, cell, levels) in missing {
            for (behind, weight) in behind[*cell].iter_mut().zip(&drawn[*criterion]) {
                *behind += weight * f32::from(source.level(*levels)) / f32::from(levels - 1);
            }
        }
        sorter.sort(&behind, |first, count, lane, cell| {
            if lane < now && first < ranks {
                let part = 1.0 / count as f64;
                if count == 1 {
                    counts[cell * ranks + first] += 1;
                } else {
                    let shared = &mut parts[cell * ranks + first..cell * ranks + (first + count).min(ranks)];
                    shared.iter_mut().for_each(|sum| *sum += part);
                }
                if first == 0 {
                    let sums = &mut central[cell * criteria.len()..];
                    sums.iter_mut().zip(&drawn).for_each(|(sum, weights)| *sum += part * f64::from(weights[lane]));
                }
            }
        });
    }
    let counts = counts.into_iter().zip(parts).map(|(whole, part)| f64::from(whole) + part).collect();
    let places = cells.iter().copied().zip(0..).collect();
    Some(Robustness { settings, cells: cells.clone(), places, ranks, counts, central, criteria: criteria.clone() })
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::super::sample::{cell, projects, ranking, scored, weighted};
    use super::*;
    use crate::project::Project;
    use proptest::prelude::*;

    fn simulated(project: &Project, settings: Settings) -> Robustness {
        simulate(&Problem::of(&ranking(project)).expect("ranked"), settings, || false).expect("not cancelled")
    }

    /// A = (1, 0), B = (0, 1), C = (.6, .6): A is first while its weight is above .6, B while its is, C between them:
    /// .4, .4, .2 (derived from the definition by Lahdelma & Salminen 2001).
    #[test]
    fn first_rank_shares_of_three() {
        let problem = Problem {
            cells: (0..3).map(|place| cell(&scored(&weighted(&[1.0]), &vec![vec![Some(1)]; 3]), place)).collect(),
            criteria: vec![0, 1],
            weights: vec![0.5, 0.5],
            values: vec![vec![1.0, 0.0, 0.6], vec![0.0, 1.0, 0.6]],
            missing: Vec::new(),
        };
        let settings = Settings { draws: 100_000, ..Settings::default() };
        let found = simulate(&problem, settings, || false).expect("not cancelled");
        for (cell, expected) in problem.cells.iter().zip([0.4, 0.4, 0.2]) {
            let share = found.top(*cell, 1).expect("took part");
            assert!((share - expected).abs() < 0.005, "{share} is not {expected}");
        }
        // The middle of the weights with which A is first: from .6 to 1.
        let central = found.central(problem.cells[0]).expect("first at times");
        assert!((central[0].1 - 0.8).abs() < 0.003 && (central[1].1 - 0.2).abs() < 0.003, "{central:?}");
    }

    /// Kept figures: whatever changes them changes what a file shows.
    #[test]
    fn the_same_figures_everywhere() {
        let levels = [[5, 1, 3], [1, 5, 3], [3, 3, 4]].map(|row| row.map(Some).to_vec());
        let project = scored(&weighted(&[2.0, 1.0, 1.0]), &levels);
        let counts = |concentration| simulated(&project, Settings { concentration, ..Settings::default() }).counts;
        assert_eq!(counts(0.0), UNIFORM.map(f64::from));
        assert_eq!(counts(12.0), AROUND.map(f64::from));
    }

    const UNIFORM: [u32; 9] = [3330, 1686, 4984, 3261, 1723, 5016, 3409, 6591, 0];
    const AROUND: [u32; 9] = [6104, 2153, 1743, 664, 1079, 8257, 3232, 6768, 0];

    #[test]
    fn around_the_stated_weights_the_stated_leader_is_surer() {
        let levels = [[5, 1, 3], [1, 5, 3], [3, 3, 4]].map(|row| row.map(Some).to_vec());
        let project = scored(&weighted(&[6.0, 2.0, 2.0]), &levels);
        let share = |concentration| {
            let settings = Settings { concentration, ..Settings::default() };
            simulated(&project, settings).top(cell(&project, 0), 1).expect("took part")
        };
        assert!(share(0.0) < share(10.0) && share(10.0) < share(100.0) && share(100.0) > 0.9);
    }

    /// Two cells and one criterion, one of them not scored: on five levels it beats a 3 with two, loses with two and
    /// shares the first rank with one.
    #[test]
    fn what_is_missing_is_drawn() {
        let project = scored(&weighted(&[1.0, 0.0]), &[vec![Some(3), None], vec![None, Some(1)]]);
        assert!(Problem::of(&ranking(&project)).is_some_and(|problem| problem.cells.len() == 1), "no total, no part");
        let project = scored(&weighted(&[1.0, 1e-9]), &[vec![Some(3), Some(1)], vec![None, Some(1)]]);
        let near = Settings { concentration: 1e9, ..Settings::default() };
        let share = simulated(&project, near).top(cell(&project, 1), 1).expect("took part");
        assert!((share - 0.5).abs() < 0.02, "{share}");
    }

    #[test]
    fn equal_cells_share_ranks_evenly() {
        let levels = [[5, 5], [5, 5], [5, 5], [1, 1]].map(|row| row.map(Some).to_vec());
        let project = scored(&weighted(&[1.0, 1.0]), &levels);
        let found = simulated(&project, Settings { draws: 99, ..Settings::default() });
        for place in 0..3 {
            let shares = found.shares(cell(&project, place)).expect("took part");
            assert!(shares.iter().zip([1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0, 0.0]).all(|(a, b)| (a - b).abs() < 1e-9));
        }
        assert_eq!(found.shares(cell(&project, 3)), Some(vec![0.0, 0.0, 0.0, 1.0]));
    }

    #[test]
    fn can_be_cancelled() {
        let project = scored(&weighted(&[1.0]), &[vec![Some(3)]]);
        let problem = Problem::of(&ranking(&project)).expect("ranked");
        let asked = Cell::new(0);
        let cancel = || {
            asked.set(asked.get() + 1);
            asked.get() > 3
        };
        assert_eq!(simulate(&problem, Settings::default(), cancel), None);
        assert_eq!(asked.get(), 4);
        assert_eq!(Problem::of(&Ranking::default()), None);
    }

    #[test]
    fn long_lists_keep_the_first_ranks() {
        let levels: Vec<_> =
            (0..300_u16).map(|place| vec![Some(1 + (place % 5) as u8), Some(1 + (place / 5 % 5) as u8)]).collect();
        let project = scored(&weighted(&[1.0, 1.0]), &levels);
        let found = simulated(&project, Settings { draws: 100, ..Settings::default() });
        assert_eq!((found.ranks(), found.cells().len()), (KEPT, 300));
        let firsts: f64 = found.cells().iter().filter_map(|cell| found.top(*cell, KEPT)).sum();
        assert!((firsts - KEPT as f64).abs() < 1e-9);
    }

    proptest! {
        #[test]
        fn shares_of_a_rank_and_of_a_cell_sum_to_one(
            project in projects(),
            draws in 1_u32..100,
            concentration in prop_oneof![Just(0.0), 0.0..200.0_f64],
            seed in any::<u64>(),
        ) {
            prop_assume!(Problem::of(&ranking(&project)).is_some());
            let settings = Settings { draws, concentration, seed };
            let found = simulated(&project, settings);
            prop_assert_eq!(&found, &simulated(&project, settings));
            let shares: Vec<_> = found.cells().iter().map(|cell| found.shares(*cell).expect("took part")).collect();
            for rank in 0..found.ranks() {
                prop_assert!((shares.iter().map(|shares| shares[rank]).sum::<f64>() - 1.0).abs() < 1e-9);
            }
            for (cell, shares) in found.cells().iter().zip(&shares) {
                prop_assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
                prop_assert!((found.top(*cell, found.ranks() + 5).expect("took part") - 1.0).abs() < 1e-9);
                if let Some(central) = found.central(*cell) {
                    prop_assert!((central.iter().map(|(_, weight)| weight).sum::<f64>() - 1.0).abs() < 1e-4);
                }
            }
        }

        /// A cell that is better by every criterion is never behind, but for rounding of shared ranks.
        #[test]
        fn the_dominant_is_never_behind(mut levels in prop::collection::vec(prop::collection::vec(1..5_u8, 3), 2..9)) {
            levels[0] = levels[1].iter().map(|level| level + 1).collect();
            let rows: Vec<_> = levels.iter().map(|row| row.iter().copied().map(Some).collect()).collect();
            let project = scored(&weighted(&[1.0, 2.0, 3.0]), &rows);
            let found = simulated(&project, Settings { draws: 200, ..Settings::default() });
            let top = |place, k| found.top(cell(&project, place), k).expect("took part");
            for k in 1..=levels.len() {
                prop_assert!(top(0, k) >= top(1, k) - 1e-9, "{} {} {}", k, top(0, k), top(1, k));
            }
        }
    }
}
