//! Makes a large programme small before it is solved, without changing its answer.
//!
//! The channels share nothing but money. At a price λ of money each channel by itself is a knapsack whose contents can be
//! cut: contacts go to the pairs with the highest contribution − λ·cost until its capacity is reached. What a channel
//! spends so never rises with the price. Where the sum passes the budget lies the price of the best use (Lagrange), and we
//! halve the range that it lies in. A channel that spends the same at both ends of the range does so at every price in
//! between, so that what it does at one end is best at the true price as well: it is decided, and only the others are
//! left to the solver. Pairs of a channel without capacity have nothing to do with each other, and are decided one by one
//! in the same way.

use super::Problem;
use super::solve::{Left, Open};

/// Halvings at the most; by then the range is as narrow as numbers are.
const HALVINGS: usize = 60;

impl Problem {
    /// Decides pairs until the solver has no more than `at_once` to decide, or nothing more can be told: the contacts to
    /// be added by the place among the open pairs, none where the solver decides.
    pub(super) fn narrow(&self, left: &Left, open: &[Open], at_once: usize) -> Vec<Option<f64>> {
        let none = || vec![None; open.len()];
        if open.len() <= at_once {
            return none();
        }
        let mut by_channel = vec![Vec::new(); left.capacities.len()];
        for (place, one) in open.iter().enumerate() {
            by_channel[self.pairs[one.place].place].push(place);
        }
        let priced = |price: f64| self.at_price(left, open, &by_channel, price);
        let cost = |place: usize| self.pairs[open[place].place].cost;
        let spent =
            |contacts: &[f64]| contacts.iter().enumerate().map(|(place, added)| added * cost(place)).sum::<f64>();
        let mut cheap = priced(0.0);
        if spent(&cheap) <= left.budget {
            return cheap.into_iter().map(Some).collect();
        }
        let ratio = |one: &Open| self.pairs[one.place].contribution.likely / self.pairs[one.place].cost;
        let ratios = open.iter().map(ratio).filter(|ratio| ratio.is_finite());
        let (mut low, mut high) = (0.0, ratios.fold(0.0, f64::max) * 2.0);
        let mut dear = priced(high);
        if !(high.is_finite() && spent(&dear) <= left.budget) {
            return none();
        }
        for _ in 0..HALVINGS {
            let price = f64::midpoint(low, high);
            let between = priced(price);
            if spent(&between) > left.budget {
                (low, cheap) = (price, between);
            } else {
                (high, dear) = (price, between);
            }
            let decided = self.decided(left, open, &by_channel, &cheap, &dear);
            if decided.iter().filter(|one| one.is_none()).count() <= at_once {
                return decided;
            }
        }
        self.decided(left, open, &by_channel, &cheap, &dear)
    }

    /// Contacts to be added at a price of money, by the place among the open pairs.
    fn at_price(&self, left: &Left, open: &[Open], by_channel: &[Vec<usize>], price: f64) -> Vec<f64> {
        let mut added = vec![0.0; open.len()];
        let worth = |place: &usize| {
            let pair = &self.pairs[open[*place].place];
            pair.contribution.likely - price * pair.cost
        };
        let mut paying: Vec<(f64, usize)> = Vec::new();
        for (channel, places) in by_channel.iter().enumerate() {
            paying.clear();
            paying.extend(places.iter().map(|place| (worth(place), *place)).filter(|(worth, _)| *worth > 0.0));
            let mut room = f64::INFINITY;
            if let Some(capacity) = left.capacities[channel] {
                room = capacity;
                paying.sort_by(|a, b| b.0.total_cmp(&a.0));
            }
            for (_, place) in &paying {
                added[*place] = open[*place].room.min(room);
                room -= added[*place];
            }
        }
        added
    }

    fn decided(
        &self,
        left: &Left,
        open: &[Open],
        by_channel: &[Vec<usize>],
        cheap: &[f64],
        dear: &[f64],
    ) -> Vec<Option<f64>> {
        let mut decided = vec![None; open.len()];
        let same = |a: f64, b: f64| (a - b).abs() <= 1e-12 * a.abs().max(b.abs());
        for (channel, places) in by_channel.iter().enumerate() {
            if left.capacities[channel].is_none() {
                for place in places.iter().filter(|place| same(cheap[**place], dear[**place])) {
                    decided[*place] = Some(dear[*place]);
                }
                continue;
            }
            let spent = |contacts: &[f64]| -> f64 {
                places.iter().map(|place| contacts[*place] * self.pairs[open[*place].place].cost).sum()
            };
            if same(spent(cheap), spent(dear)) {
                for place in places {
                    decided[*place] = Some(dear[*place]);
                }
            }
        }
        decided
    }
}
