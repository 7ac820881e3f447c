//! Two other ways to rank, TOPSIS and PROMETHEE II. Both depend on which cells are compared, so neither is the default.

use crate::project::CellKey;

use super::score::{Ranking, comparable};

/// TOPSIS with the vector norm: how close each row comes to the best value of every column, 0 to 1 (Hwang & Yoon 1981).
///
/// `rows` are alternatives with as many values as there are weights, more of each is better. Where all rows are equal,
/// each is ½.
pub fn topsis(rows: &[Vec<f64>], weights: &[f64]) -> Vec<f64> {
    let column = |at: usize| rows.iter().map(move |row| row[at]);
    let norms: Vec<_> =
        (0..weights.len()).map(|at| column(at).map(|value| value * value).sum::<f64>().sqrt()).collect();
    let scaled: Vec<Vec<f64>> = rows
        .iter()
        .map(|row| {
            let values = row.iter().zip(weights).zip(&norms);
            // A column of zeros tells nothing apart.
            values.map(|((value, weight), norm)| if *norm > 0.0 { weight * value / norm } else { 0.0 }).collect()
        })
        .collect();
    closeness(&scaled)
}

/// How close each row comes to the best value of every column, against the worst: d⁻ / (d⁺ + d⁻).
fn closeness(rows: &[Vec<f64>]) -> Vec<f64> {
    let columns = rows.first().map_or(0, Vec::len);
    let extreme = |pick: fn(f64, f64) -> f64| -> Vec<f64> {
        (0..columns).map(|at| rows.iter().map(|row| row[at]).reduce(pick).unwrap_or_default()).collect()
    };
    let (best, worst) = (extreme(f64::max), extreme(f64::min));
    let distance = |row: &[f64], to: &[f64]| row.iter().zip(to).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt();
    rows.iter()
        .map(|row| {
            let (to_best, to_worst) = (distance(row, &best), distance(row, &worst));
            if to_best + to_worst > 0.0 { to_worst / (to_best + to_worst) } else { 0.5 }
        })
        .collect()
}

/// PROMETHEE II with the usual criterion: the net flow of each row, −1 to 1 (Brans & Vincke 1985).
///
/// `rows` are alternatives with as many values as there are weights, more of each is better; weights sum to 1.
pub fn promethee(rows: &[Vec<f64>], weights: &[f64]) -> Vec<f64> {
    let mut flows = vec![0.0; rows.len()];
    let others = rows.len().saturating_sub(1).max(1) as f64;
    for (at, weight) in weights.iter().enumerate() {
        // By a sorted column a row's wins and losses are where its equals begin and end.
        let mut values: Vec<_> = rows.iter().map(|row| row[at]).collect();
        values.sort_by(f64::total_cmp);
        for (flow, row) in flows.iter_mut().zip(rows) {
            let below = values.partition_point(|value| *value < row[at]);
            let above = values.len() - values.partition_point(|value| *value <= row[at]);
            *flow += weight * (below as f64 - above as f64) / others;
        }
    }
    flows
}

/// A cell in both other ways.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Opinion {
    pub cell: CellKey,
    /// TOPSIS closeness, 0 to 1.
    pub topsis: f64,
    /// Rank by it, from 1.
    pub topsis_rank: usize,
    /// PROMETHEE II net flow, −1 to 1.
    pub promethee: f64,
    /// Rank by it, from 1.
    pub promethee_rank: usize,
}

/// The second opinions on a ranking, in its order: on the cells that are scored by every criterion with a weight and not
/// vetoed, with the normalised values and weights of the weighted sum. Equal cells share a rank.
pub fn second_opinions(ranking: &Ranking) -> Vec<Opinion> {
    let Some(weights) = &ranking.weights else { return Vec::new() };
    let used: Vec<_> = (0..weights.len()).filter(|at| weights[*at] > 0.0).collect();
    let mut cells = Vec::new();
    let mut rows = Vec::new();
    for cell in &ranking.cells[..ranking.ranked()] {
        let levels = ranking.levels(cell);
        let values: Option<Vec<_>> =
            used.iter().map(|at| levels[*at].map(|level| ranking.criteria[*at].value(level))).collect();
        if let Some(values) = values {
            cells.push(cell);
            rows.push(values);
        }
    }
    let weights: Vec<_> = used.iter().map(|at| weights[*at]).collect();
    let (closeness, flows) = (topsis(&rows, &weights), promethee(&rows, &weights));
    let ranks = |values: &[f64]| -> Vec<usize> {
        let mut sorted: Vec<_> = values.iter().copied().map(comparable).collect();
        sorted.sort_unstable();
        let better = |value: &f64| sorted.len() - sorted.partition_point(|other| *other <= comparable(*value));
        values.iter().map(|value| 1 + better(value)).collect()
    };
    let (topsis_ranks, promethee_ranks) = (ranks(&closeness), ranks(&flows));
    let opinion = |(at, cell): (usize, &&super::score::ScoredCell)| Opinion {
        cell: cell.key,
        topsis: closeness[at],
        topsis_rank: topsis_ranks[at],
        promethee: flows[at],
        promethee_rank: promethee_ranks[at],
    };
    cells.iter().enumerate().map(opinion).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn near(found: &[f64], expected: &[f64], within: f64) {
        assert_eq!(found.len(), expected.len(), "{found:?}");
        let close = found.iter().zip(expected).all(|(a, b)| (a - b).abs() < within);
        assert!(close, "{found:?} is not {expected:?}");
    }

    /// The worked example of four alternatives by three criteria in the project's formulas.
    #[test]
    fn topsis_of_four() {
        let rows = [vec![5.0, 8.0, 4.0], vec![7.0, 6.0, 8.0], vec![8.0, 8.0, 6.0], vec![7.0, 4.0, 6.0]];
        near(&topsis(&rows, &[0.3, 0.4, 0.3]), &[0.5037, 0.6581, 0.7482, 0.3340], 5e-5);
    }

    /// scikit-criteria's documentation: without scaling or weights, the weighted sums are 4 and 11.
    #[test]
    fn topsis_without_scaling() {
        let rows = [vec![1.0, 0.0, 3.0], vec![0.0, 5.0, 6.0]];
        assert_eq!(rows.iter().map(|row| row.iter().sum()).collect::<Vec<f64>>(), [4.0, 11.0]);
        near(&closeness(&rows), &[0.146_392_48, 0.853_607_52], 5e-9);
    }

    /// pymcdm's example of PROMETHEE II with the usual criterion.
    #[test]
    fn promethee_of_three() {
        let rows = [vec![4.0, 3.0, 2.0], vec![3.0, 2.0, 4.0], vec![5.0, 1.0, 3.0]];
        near(&promethee(&rows, &[0.5, 0.3, 0.2]), &[0.1, -0.3, 0.2], 1e-12);
    }

    #[test]
    fn degenerate_tables() {
        assert!(topsis(&[], &[1.0]).is_empty());
        assert!(promethee(&[], &[1.0]).is_empty());
        assert_eq!(topsis(&[vec![0.0], vec![0.0]], &[1.0]), [0.5, 0.5]);
        assert_eq!(promethee(&[vec![3.0]], &[1.0]), [0.0]);
    }

    proptest! {
        #[test]
        fn flows_sum_to_nothing_and_agree_with_pairs(
            rows in prop::collection::vec(prop::collection::vec((1..6_u8).prop_map(f64::from), 3), 2..12),
        ) {
            let weights = [0.5, 0.3, 0.2];
            let flows = promethee(&rows, &weights);
            prop_assert!(flows.iter().sum::<f64>().abs() < 1e-9);
            for (row, flow) in rows.iter().zip(&flows) {
                let against = |other: &Vec<f64>| -> f64 {
                    weights.iter().zip(row.iter().zip(other)).map(|(weight, (a, b))| {
                        weight * (f64::from(u8::from(a > b)) - f64::from(u8::from(a < b)))
                    }).sum()
                };
                let direct: f64 = rows.iter().map(against).sum::<f64>() / (rows.len() - 1) as f64;
                prop_assert!((flow - direct).abs() < 1e-12);
            }
        }

        #[test]
        fn who_is_better_at_everything_is_closer(
            mut rows in prop::collection::vec(prop::collection::vec(1.0..5.0_f64, 3), 2..8),
        ) {
            rows[0] = rows[1].iter().map(|value| value + 1.0).collect();
            let close = topsis(&rows, &[0.2, 0.3, 0.5]);
            prop_assert!(close[0] > close[1]);
            prop_assert!(close.iter().all(|value| (0.0..=1.0).contains(value)));
        }
    }
}
