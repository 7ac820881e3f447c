//! Weights of criteria: three ways to them, and what they come to as shares of a whole.

use crate::project::{Decision, Matters, Weighting};

/// Weights as shares of their sum: none when there is no weight above zero.
///
/// Weights needn't sum to anything; each is finite and not negative.
pub fn normalised(weights: &[f64]) -> Option<Vec<f64>> {
    // By the largest first, so that a sum of huge weights stays finite.
    let largest = weights.iter().copied().fold(0.0, f64::max);
    if largest <= 0.0 {
        return None;
    }
    let scaled: Vec<_> = weights.iter().map(|weight| weight / largest).collect();
    let sum: f64 = scaled.iter().sum();
    Some(scaled.into_iter().map(|weight| weight / sum).collect())
}

/// Rank order centroid weights of `count` criteria, the one that matters most first: wᵢ = (1/n) Σ_{k=i..n} 1/k
/// (Barron & Barrett 1996).
pub fn rank_order_centroid(count: usize) -> Vec<f64> {
    let mut weights: Vec<_> = (1..=count)
        .rev()
        .scan(0.0, |sum, place| {
            *sum += 1.0 / place as f64;
            Some(*sum / count as f64)
        })
        .collect();
    weights.reverse();
    weights
}

/// Weights from answers to "which matters more": 1, ½ or 0 for each pair and ½ for a criterion beside itself; a
/// criterion's weight is its share of the sum (RANCOM; Więckowski, Kizielewicz, Shekhovtsov & Sałabun 2023).
///
/// A pair without an answer counts as equal.
pub fn rancom(count: usize, matters: impl Fn(usize, usize) -> Option<Matters>) -> Vec<f64> {
    let points = |a: usize, b: usize| match matters(a, b) {
        Some(Matters::More) if a != b => 1.0,
        Some(Matters::Less) if a != b => 0.0,
        _ => 0.5,
    };
    let sums: Vec<f64> = (0..count).map(|a| (0..count).map(|b| points(a, b)).sum()).collect();
    normalised(&sums).unwrap_or_default()
}

/// The weight of each criterion as a share of all, in the way that is in force; none when no criterion has any.
pub fn weights(decision: &Decision) -> Option<Vec<f64>> {
    weights_by(decision, decision.weighting)
}

/// The weight of each criterion as a share of all, in that way; none when no criterion has any.
pub fn weights_by(decision: &Decision, weighting: Weighting) -> Option<Vec<f64>> {
    let count = decision.criteria.len();
    let raw = match weighting {
        Weighting::Sliders => decision.criteria.iter().map(|criterion| criterion.weight).collect(),
        Weighting::Order => rank_order_centroid(count),
        Weighting::Pairs => {
            let ids: Vec<_> = decision.criteria.iter().map(|criterion| criterion.id).collect();
            rancom(count, |a, b| decision.matters(ids[a], ids[b]))
        }
    };
    normalised(&raw)
}

/// How many pairs of criteria have been answered, and how many there are.
pub fn answered(decision: &Decision) -> (usize, usize) {
    let count = decision.criteria.len();
    (decision.comparisons.len(), count * count.saturating_sub(1) / 2)
}

/// The next two criteria to ask about, by their places: the first pair in the team's order without an answer.
pub fn next_question(decision: &Decision) -> Option<(usize, usize)> {
    let ids: Vec<_> = decision.criteria.iter().map(|criterion| criterion.id).collect();
    let pairs = (0..ids.len()).flat_map(|a| (a + 1..ids.len()).map(move |b| (a, b)));
    pairs.into_iter().find(|(a, b)| decision.matters(ids[*a], ids[*b]).is_none())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{Command, Criterion, Decide, Project};
    use proptest::prelude::*;

    #[track_caller]
    fn near(found: &[f64], expected: &[f64]) {
        assert_eq!(found.len(), expected.len(), "{found:?}");
        let close = found.iter().zip(expected).all(|(a, b)| (a - b).abs() < 5e-5);
        assert!(close, "{found:?} is not {expected:?}");
    }

    /// Barron & Barrett 1996, as quoted in the project's formulas.
    #[test]
    fn rank_order_centroid_of_three() {
        near(&rank_order_centroid(3), &[0.6111, 0.2778, 0.1111]);
        near(&rank_order_centroid(1), &[1.0]);
        near(&rank_order_centroid(0), &[]);
    }

    /// RANCOM on a > b > c: row sums 2.5, 1.5, 0.5 of 4.5 (derived from the method's definition).
    #[test]
    fn rancom_of_three_in_a_row() {
        let order = |a: usize, b: usize| Some(if a < b { Matters::More } else { Matters::Less });
        near(&rancom(3, order), &[0.5556, 0.3333, 0.1111]);
        near(&rancom(2, |_, _| None), &[0.5, 0.5]);
    }

    #[test]
    fn nothing_to_share() {
        assert_eq!(normalised(&[]), None);
        assert_eq!(normalised(&[0.0, 0.0]), None);
        near(&normalised(&[f64::MAX, f64::MAX]).expect("some weight"), &[0.5, 0.5]);
    }

    #[test]
    fn ways_keep_their_inputs() {
        let mut project = Project::default();
        let criteria: Vec<_> =
            [4.0, 1.0, 3.0].map(|weight| Criterion { weight, ..Criterion::new("") }).into_iter().collect();
        let ids: Vec<_> = criteria.iter().map(|criterion| criterion.id).collect();
        let mut apply = |decide: Decide| Command::from(decide).apply(&mut project).map(|()| project.decision.clone());
        apply(Decide::AddCriteria { at: 0, criteria }).expect("new");
        let answer =
            |a: usize, b: usize| Decide::Compare { criterion: ids[a], beside: ids[b], matters: Some(Matters::More) };
        apply(answer(2, 0)).expect("known");
        apply(answer(2, 1)).expect("known");
        let decision = apply(answer(0, 1)).expect("known");
        near(&weights(&decision).expect("weights"), &[0.5, 0.125, 0.375]);
        near(&weights_by(&decision, Weighting::Order).expect("weights"), &[0.6111, 0.2778, 0.1111]);
        near(&weights_by(&decision, Weighting::Pairs).expect("weights"), &[0.3333, 0.1111, 0.5556]);
        assert_eq!((answered(&decision), next_question(&decision)), ((3, 3), None));
        let decision = apply(Decide::SetWeighting(Weighting::Pairs)).expect("any");
        near(&weights(&decision).expect("weights"), &[0.3333, 0.1111, 0.5556]);
        let decision = apply(Decide::Compare { criterion: ids[1], beside: ids[0], matters: None }).expect("known");
        assert_eq!((answered(&decision), next_question(&decision)), ((2, 3), Some((0, 1))));
    }

    proptest! {
        #[test]
        fn shares_sum_to_one_and_scaling_changes_nothing(
            raw in prop::collection::vec(0.0..1e6_f64, 1..12),
            scale in 1e-3..1e3_f64,
        ) {
            prop_assume!(raw.iter().any(|weight| *weight > 0.0));
            let shares = normalised(&raw).expect("some weight");
            prop_assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            let scaled = normalised(&raw.iter().map(|weight| weight * scale).collect::<Vec<_>>()).expect("some weight");
            prop_assert!(shares.iter().zip(&scaled).all(|(a, b)| (a - b).abs() < 1e-12));
        }

        #[test]
        fn centroids_sum_to_one_and_fall(count in 1_usize..40) {
            let weights = rank_order_centroid(count);
            prop_assert!((weights.iter().sum::<f64>() - 1.0).abs() < 1e-12);
            prop_assert!(weights.is_sorted_by(|a, b| a > b));
        }
    }
}
