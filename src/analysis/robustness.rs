//! How sure the order is: which ranks a cell gets when the weights are anything (SMAA-2; Lahdelma & Salminen 2001).

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

impl Default for Settings {
    /// 10,000 draws from all weights alike.
    fn default() -> Self {
        Self { draws: 10_000, concentration: 0.0, seed: 0x4E49_534A_4500_0001 }
    }
}

/// What a simulation needs of a project.
///
/// Criteria without any weight stay out. A score that is missing is drawn anew in each draw from the levels of its scale,
/// each as likely: what isn't known makes the order less sure.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    /// The cells, by row and column: of equal totals the earlier one is ahead.
    cells: Vec<CellKey>,
    /// The places of the criteria that take part, in the ranking.
    criteria: Vec<usize>,
    /// Their stated weights, as shares.
    weights: Vec<f64>,
    /// For each criterion, the normalised value of each cell.
    values: Vec<Vec<f32>>,
    /// Values to be drawn: criterion, cell, and how many levels the scale has.
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
        let mut values = vec![vec![0.0; cells.len()]; criteria.len()];
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
    /// How many ranks are kept for each cell.
    ranks: usize,
    /// For each cell, in how many draws it got each rank.
    counts: Vec<u32>,
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

    fn counts(&self, cell: CellKey) -> Option<&[u32]> {
        let place = self.cells.iter().position(|known| *known == cell)?;
        Some(&self.counts[place * self.ranks..(place + 1) * self.ranks])
    }

    /// Rank acceptability: the share of draws in which a cell ranks first, second, …, as far as ranks are known. None for
    /// a cell that took no part.
    pub fn shares(&self, cell: CellKey) -> Option<Vec<f64>> {
        Some(self.counts(cell)?.iter().map(|count| f64::from(*count) / f64::from(self.settings.draws)).collect())
    }

    /// The share of draws in which a cell is among the first `k`.
    pub fn top(&self, cell: CellKey, k: usize) -> Option<f64> {
        let counts = self.counts(cell)?;
        let sum: u32 = counts[..k.min(counts.len())].iter().sum();
        Some(f64::from(sum) / f64::from(self.settings.draws))
    }

    /// The central weights: the mean of the weights with which a cell is first, by the criteria's places in the ranking.
    /// None when it never is.
    pub fn central(&self, cell: CellKey) -> Option<Vec<(usize, f64)>> {
        let place = self.cells.iter().position(|known| *known == cell)?;
        let firsts = self.counts[place * self.ranks];
        let sums = &self.central[place * self.criteria.len()..(place + 1) * self.criteria.len()];
        let mean = |(criterion, sum): (&usize, &f64)| (*criterion, sum / f64::from(firsts));
        (firsts > 0).then(|| self.criteria.iter().zip(sums).map(mean).collect())
    }
}

/// Draws weights and ranks the cells by their weighted sums, again and again.
///
/// `is_cancelled` is asked every few draws; then there is no result. Cost: about half a microsecond a draw for 100 cells
/// and 8 criteria.
pub fn simulate(problem: &Problem, settings: Settings, is_cancelled: impl Fn() -> bool) -> Option<Robustness> {
    let Problem { cells, criteria, weights, values, missing } = problem;
    let ranks = cells.len().min(KEPT);
    let mut counts = vec![0_u32; cells.len() * ranks];
    let mut central = vec![0.0; cells.len() * criteria.len()];
    let mut draws = Draws::new(settings.seed, weights, settings.concentration);
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
        draws.weights(&mut drawn);
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
                *behind += weight * f32::from(draws.level(*levels)) / f32::from(levels - 1);
            }
        }
        sorter.sort(&behind, |rank, lane, cell| {
            if lane < now && rank < ranks {
                counts[cell * ranks + rank] += 1;
                if rank == 0 {
                    let sums = &mut central[cell * criteria.len()..];
                    sums.iter_mut().zip(&drawn).for_each(|(sum, weights)| *sum += f64::from(weights[lane]));
                }
            }
        });
    }
    Some(Robustness { settings, cells: cells.clone(), ranks, counts, central, criteria: criteria.clone() })
}
