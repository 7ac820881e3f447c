//! What one more unit of money is worth: the dual of the budget.

use super::{Pair, Problem};

impl Problem {
    /// How fast the best contribution grows with the budget, just beyond it.
    ///
    /// The channels share nothing but money, so the best next unit goes to one of them. A channel below its capacity
    /// takes it with one pair: contribution ÷ cost. A channel at its capacity can only move contacts from one pair to a
    /// dearer one: what is gained ÷ what more is paid. Other ways are mixtures of these, because an extreme direction
    /// within two tight constraints changes two counts at most.
    pub(super) fn marginal(&self, contacts: &[f64], used: &[f64]) -> f64 {
        let mut best = 0.0_f64;
        for (channel, capacity) in self.capacities.iter().enumerate() {
            let pairs: Vec<(&Pair, f64)> =
                (self.pairs.iter().zip(contacts.iter().copied())).filter(|(pair, _)| pair.place == channel).collect();
            let near = |bound: f64| 1e-9 * bound.abs().max(1e-9);
            let more =
                || (pairs.iter()).filter(|(pair, contacts)| pair.most.is_none_or(|most| most - contacts > near(most)));
            let is_full = capacity.is_some_and(|capacity| capacity - used[channel] <= near(capacity));
            if !is_full {
                let gains = more().filter(|(pair, _)| pair.cost > 0.0);
                best = gains.map(|(pair, _)| pair.contribution.likely / pair.cost).fold(best, f64::max);
                continue;
            }
            for (from, _) in pairs.iter().filter(|(pair, contacts)| contacts - pair.least > near(*contacts)) {
                let gains = more().filter(|(to, _)| to.cost > from.cost);
                best = gains
                    .map(|(to, _)| (to.contribution.likely - from.contribution.likely) / (to.cost - from.cost))
                    .fold(best, f64::max);
            }
        }
        if best.is_finite() { best } else { 0.0 }
    }
}
