//! The linear programme, handed to the solver in shares: each contact count divided by the most that there can be of it.
//! So all coefficients lie between 0 and 1, whatever currency and counts the figures are in.

use microlp::{ComparisonOp, OptimizationDirection, Variable};

use super::Problem;

/// A coefficient below this says that all contacts of a pair together cost, or take up, as good as nothing.
const NOTHING: f64 = 1e-9;
/// So many pairs are left to the solver at once; of more, those that can be told apart are decided before.
const AT_ONCE: usize = 250;
/// How near a bound a count is taken to be at it, as a share of the most there can be.
const NEAR: f64 = 1e-7;

/// A pair that contacts may be added to, beyond the least.
pub(super) struct Open {
    /// Its place among the pairs.
    pub(super) place: usize,
    /// The most contacts that can be added by any one constraint alone.
    pub(super) room: f64,
}

/// What is left after the least contacts.
pub(super) struct Left {
    pub(super) budget: f64,
    pub(super) capacities: Vec<Option<f64>>,
}

impl Problem {
    pub(super) fn left(&self, budget: f64) -> Left {
        let mut left = Left { budget, capacities: self.capacities.clone() };
        for pair in &self.pairs {
            left.budget -= pair.least * pair.cost;
            if let Some(capacity) = &mut left.capacities[pair.place] {
                *capacity -= pair.least;
            }
        }
        left.budget = left.budget.max(0.0);
        left.capacities.iter_mut().flatten().for_each(|capacity| *capacity = capacity.max(0.0));
        left
    }

    /// The pairs that it pays to add contacts to, with the room that each has.
    pub(super) fn open(&self, left: &Left) -> Vec<Open> {
        (self.pairs.iter().enumerate())
            .filter(|(_, pair)| pair.contribution.likely > 0.0)
            .filter_map(|(place, pair)| {
                let own = pair.most.map(|most| most - pair.least);
                let paid = (pair.cost > 0.0).then(|| left.budget / pair.cost);
                let room = [own, paid, left.capacities[pair.place]].into_iter().flatten().reduce(f64::min)?;
                (room > 0.0 && room.is_finite()).then_some(Open { place, room })
            })
            .collect()
    }

    /// The contacts of each pair that leave most within a budget. The least contacts must be within it.
    pub(super) fn best_contacts(&self, budget: f64) -> Result<Vec<f64>, String> {
        self.best_contacts_by(budget, AT_ONCE)
    }

    pub(super) fn best_contacts_by(&self, budget: f64, at_once: usize) -> Result<Vec<f64>, String> {
        let mut left = self.left(budget);
        let all = self.open(&left);
        let mut contacts: Vec<f64> = self.pairs.iter().map(|pair| pair.least).collect();
        let mut is_decided = vec![false; self.pairs.len()];
        for (Open { place, .. }, added) in all.iter().zip(self.narrow(&left, &all, at_once)) {
            let Some(added) = added else { continue };
            let pair = &self.pairs[*place];
            is_decided[*place] = true;
            contacts[*place] += added;
            left.budget = (left.budget - added * pair.cost).max(0.0);
            if let Some(capacity) = &mut left.capacities[pair.place] {
                *capacity = (*capacity - added).max(0.0);
            }
        }
        let mut open = self.open(&left);
        open.retain(|open| !is_decided[open.place]);
        if !open.is_empty() {
            for (Open { place, room }, share) in open.iter().zip(self.best_shares(&left, &open)?) {
                contacts[*place] += room * share;
            }
        }
        self.keep_within(&self.left(budget), &all, &mut contacts);
        Ok(contacts)
    }

    fn best_shares(&self, left: &Left, open: &[Open]) -> Result<Vec<f64>, String> {
        let worth = |open: &Open| self.pairs[open.place].contribution.likely * open.room;
        let largest = open.iter().map(worth).fold(0.0, f64::max);
        if !largest.is_finite() {
            return Err("the figures are too large".to_owned());
        }
        let mut programme = microlp::Problem::new(OptimizationDirection::Maximize);
        let variables: Vec<Variable> =
            open.iter().map(|open| programme.add_var(worth(open) / largest, (0.0, 1.0))).collect();
        let mut row = |terms: Vec<(Variable, f64)>| {
            // As long as all of it together is within the bound, the bound takes part in nothing.
            if terms.iter().map(|(_, coefficient)| coefficient).sum::<f64>() > 1.0 {
                programme.add_constraint(terms, ComparisonOp::Le, 1.0);
            }
        };
        let terms = open.iter().zip(&variables).filter_map(|(open, variable)| {
            let share = self.pairs[open.place].cost * open.room / left.budget;
            (share > NOTHING).then_some((*variable, share))
        });
        row(terms.collect());
        let mut by_channel = vec![Vec::new(); left.capacities.len()];
        for (open, variable) in open.iter().zip(&variables) {
            let channel = self.pairs[open.place].place;
            if let Some(share) = left.capacities[channel].map(|capacity| open.room / capacity)
                && share > NOTHING
            {
                by_channel[channel].push((*variable, share));
            }
        }
        by_channel.into_iter().for_each(row);
        let solved = programme.solve().and_then(|outcome| {
            outcome.into_solution().map_err(|_| microlp::Error::InternalError("interrupted".to_owned()))
        });
        let solution = solved.map_err(|error| error.to_string())?;
        let tidied = |share: f64| {
            if share < NEAR {
                0.0
            } else if share > 1.0 - NEAR {
                1.0
            } else {
                share
            }
        };
        Ok(variables.iter().map(|variable| tidied(solution.var_value(*variable))).collect())
    }

    /// Takes back what the solver's tolerance let past a bound.
    fn keep_within(&self, left: &Left, open: &[Open], contacts: &mut [f64]) {
        let shrink = |contacts: &mut [f64], by: f64, touches: &dyn Fn(usize) -> bool| {
            for Open { place, .. } in open {
                if touches(*place) {
                    let least = self.pairs[*place].least;
                    contacts[*place] = least + (contacts[*place] - least) * by;
                }
            }
        };
        let added = |contacts: &[f64], weight: &dyn Fn(usize) -> f64| -> f64 {
            open.iter().map(|Open { place, .. }| (contacts[*place] - self.pairs[*place].least) * weight(*place)).sum()
        };
        for (channel, capacity) in left.capacities.iter().enumerate() {
            let Some(capacity) = capacity else { continue };
            let of_channel = |place: usize| self.pairs[place].place == channel;
            let sum = added(contacts, &|place| f64::from(u8::from(of_channel(place))));
            if sum > *capacity {
                shrink(contacts, capacity / sum, &of_channel);
            }
        }
        let cost = added(contacts, &|place| self.pairs[place].cost);
        if cost > left.budget {
            shrink(contacts, left.budget / cost, &|place| self.pairs[place].cost > 0.0);
        }
    }
}
