//! The programme of a budget, in shares: each count of contacts divided by the most that there can be of it, so that all
//! coefficients lie between 0 and 1 in any currency.

use super::branch;
use super::problem::Problem;
use crate::analysis::Target;
use crate::analysis::simplex::Simplex;
use crate::project::PrioOrder;

/// Why figures can't be handled, in the words of a solver.
pub(super) const TOO_LARGE: &str = "the figures are too large";

/// A coefficient below this means that all contacts of a pair together take up as good as nothing.
const NOTHING: f64 = 1e-9;
/// How near a bound a count counts as being at it, as a share of the most that there can be.
const NEAR: f64 = 1e-7;
/// How near the bound of the prices an objective counts as proved, as a share of the largest gain of a pair.
const PROVEN: f64 = 1e-6;

/// A pair that contacts may be added to, beyond the least.
pub(super) struct Open {
    /// The place among the pairs.
    pub(super) place: usize,
    /// The most contacts that can be added by any one constraint alone.
    pub(super) room: f64,
}

/// What is left after the least contacts.
pub(super) struct Left {
    pub(super) budget: f64,
    pub(super) capacities: Vec<Option<f64>>,
    /// By [`Problem::rows`].
    pub(super) rows: Vec<f64>,
}

/// Contacts and prices.
#[derive(Debug, Clone, Default)]
pub(super) struct Solution {
    pub(super) contacts: Vec<f64>,
    /// What one unit more of money adds to the contribution.
    pub(super) money: f64,
    /// What one contact more adds, by the channel's place.
    pub(super) capacities: Vec<f64>,
    /// What one unit more adds, by [`Problem::rows`].
    pub(super) rows: Vec<f64>,
    /// No better use exists.
    pub(super) proven: bool,
}

/// What a row of the programme stands for, and by what it was divided.
#[derive(Clone, Copy)]
enum Source {
    Budget,
    Capacity(usize),
    Row(usize),
}

impl Problem {
    pub(super) fn left(&self, budget: f64) -> Left {
        let mut left =
            Left { budget, capacities: self.capacities.clone(), rows: self.rows.iter().map(|row| row.most).collect() };
        for pair in &self.pairs {
            left.budget -= pair.least * pair.cost;
            if let Some(capacity) = &mut left.capacities[pair.place] {
                *capacity -= pair.least;
            }
        }
        for (left, row) in left.rows.iter_mut().zip(&self.rows) {
            let least: f64 = row.entries.iter().map(|(place, by)| by * self.pairs[*place].least).sum();
            *left = (*left - least).max(0.0);
        }
        left.budget = left.budget.max(0.0);
        left.capacities.iter_mut().flatten().for_each(|capacity| *capacity = capacity.max(0.0));
        left
    }

    /// The pairs that it pays to add contacts to, with the room that each has.
    pub(super) fn open(&self, left: &Left) -> Vec<Open> {
        let mut by_rows = vec![f64::INFINITY; self.pairs.len()];
        for (left, row) in left.rows.iter().zip(&self.rows) {
            for (place, by) in row.entries.iter().filter(|(_, by)| *by > 0.0) {
                by_rows[*place] = by_rows[*place].min(left / by);
            }
        }
        (self.pairs.iter().enumerate())
            .filter(|(_, pair)| pair.contribution.likely > 0.0)
            .filter_map(|(place, pair)| {
                let own = pair.most.map(|most| most - pair.least);
                let paid = (pair.cost > 0.0).then(|| left.budget / pair.cost);
                let all = [own, paid, left.capacities[pair.place], Some(by_rows[place])];
                let room = all.into_iter().flatten().reduce(f64::min)?;
                (room > 0.0 && room.is_finite()).then_some(Open { place, room })
            })
            .collect()
    }

    /// The contacts that leave most within a budget, to within a share `gap` where fixed costs are in the choice. The least
    /// contacts must be within the budget.
    pub(super) fn solution(&self, budget: f64, gap: f64) -> Result<Solution, String> {
        let left = self.left(budget);
        let open = self.open(&left);
        let mut solution = Solution {
            contacts: self.pairs.iter().map(|pair| pair.least).collect(),
            money: 0.0,
            capacities: vec![0.0; self.capacities.len()],
            rows: vec![0.0; self.rows.len()],
            proven: true,
        };
        if !open.is_empty() {
            self.maximize(&left, &open, gap, &mut solution)?;
        }
        self.keep_within(&left, &open, &mut solution.contacts);
        // Without any money the programme knows no price of it: that of the first little is the one.
        if left.budget <= 0.0 {
            solution.money = self.first_money(budget)?;
        }
        Ok(solution)
    }

    /// What the first money beyond the least contacts would add for each unit.
    fn first_money(&self, budget: f64) -> Result<f64, String> {
        let costs = self.pairs.iter().filter(|pair| pair.contribution.likely > 0.0 && pair.cost > 0.0);
        let Some(little) = costs.map(|pair| pair.cost * 1e-6).reduce(f64::min) else { return Ok(0.0) };
        let little = little.max(budget * 1e-9);
        let mut solution = Solution {
            contacts: vec![0.0; self.pairs.len()],
            capacities: vec![0.0; self.capacities.len()],
            rows: vec![0.0; self.rows.len()],
            ..Solution::default()
        };
        let left = Left { budget: little, ..self.left(budget) };
        let open = self.open(&left);
        if !open.is_empty() {
            self.maximize(&left, &open, 0.0, &mut solution)?;
        }
        Ok(solution.money)
    }

    fn maximize(&self, left: &Left, open: &[Open], gap: f64, solution: &mut Solution) -> Result<(), String> {
        let worth: Vec<f64> = open.iter().map(|open| self.pairs[open.place].contribution.likely * open.room).collect();
        let largest = worth.iter().copied().fold(0.0, f64::max);
        if !largest.is_finite() {
            return Err(TOO_LARGE.to_owned());
        }
        let (mut sources, mut entries) = (Vec::new(), vec![Vec::new(); open.len()]);
        let mut row = |source, terms: Vec<(usize, f64)>| {
            let terms: Vec<_> = terms.into_iter().filter(|(_, by)| *by > NOTHING).collect();
            // While all of it together is within the bound, the row binds nothing.
            if terms.iter().map(|(_, by)| by).sum::<f64>() > 1.0 - NEAR {
                for (at, by) in terms {
                    entries[at].push((sources.len() as u32, by));
                }
                sources.push(source);
            }
        };
        let mut place_of = vec![None; self.pairs.len()];
        open.iter().enumerate().for_each(|(at, open)| place_of[open.place] = Some(at));
        let cost = |(at, open): (usize, &Open)| (at, self.pairs[open.place].cost * open.room / left.budget);
        if left.budget > 0.0 {
            row(Source::Budget, open.iter().enumerate().map(cost).collect());
        }
        let mut by_channel = vec![Vec::new(); left.capacities.len()];
        for (at, open) in open.iter().enumerate() {
            let channel = self.pairs[open.place].place;
            if let Some(capacity) = left.capacities[channel] {
                by_channel[channel].push((at, open.room / capacity));
            }
        }
        by_channel.into_iter().enumerate().for_each(|(channel, terms)| row(Source::Capacity(channel), terms));
        for (number, (most, of)) in left.rows.iter().zip(&self.rows).enumerate() {
            let terms = of.entries.iter().filter_map(|(place, by)| {
                let at = place_of[*place]?;
                (*most > 0.0).then(|| (at, by * open[at].room / most))
            });
            row(Source::Row(number), terms.collect());
        }

        let count = sources.len();
        let mut simplex = Simplex::new(vec![1.0; count]);
        if matches!(sources.first(), Some(Source::Budget)) {
            simplex.prefer_more(0);
        }
        // A pair without a cap of its own is bounded by the rows alone, or the price of that row would be lost.
        let most = |Open { place, room }: &Open| {
            let own = self.pairs[*place].most.map(|most| most - self.pairs[*place].least);
            if own.is_some_and(|own| own <= *room) { 1.0 } else { 2.0 }
        };
        let variables: Vec<usize> =
            open.iter().zip(entries).map(|(open, entries)| simplex.add_variable(most(open), entries)).collect();
        let mut switches = Vec::new();
        for gate in self.gates.iter().filter(|gate| gate.pairs.iter().all(|place| self.pairs[*place].least <= 0.0)) {
            let own: Vec<usize> = gate.pairs.iter().filter_map(|place| place_of[*place]).collect();
            let rooms: f64 = own.iter().map(|at| open[*at].room).sum();
            let Some(first) = own.first() else { continue };
            let capacity = left.capacities[self.pairs[open[*first].place].place];
            let all = capacity.map_or(rooms, |capacity| capacity.min(rooms));
            let switch = simplex.add_variable(1.0, Vec::new());
            let mut linked: Vec<_> = own.iter().map(|at| (variables[*at], open[*at].room / all)).collect();
            linked.push((switch, -1.0));
            simplex.add_row(&linked, 0.0);
            switches.push((switch, gate.cost / largest));
        }

        let stage_of = |open: &Open| match self.order {
            PrioOrder::InOrder => Target::urgency(self.pairs[open.place].fit),
            PrioOrder::Alike => 0,
        };
        let mut stages: Vec<usize> = open.iter().map(stage_of).collect();
        stages.sort_unstable();
        stages.dedup();
        let mut prices: Vec<f64> = Vec::new();
        // Prices of what the earlier Prios leave at the least, row by row.
        let mut floors: Vec<(usize, Vec<f64>)> = Vec::new();
        for (at, stage) in stages.iter().enumerate() {
            let gains: Vec<f64> = (open.iter().zip(&worth))
                .map(|(open, worth)| if stage_of(open) <= *stage { worth / largest } else { 0.0 })
                .collect();
            for (variable, gain) in variables.iter().zip(&gains) {
                simplex.set_gain(*variable, *gain);
            }
            for (switch, cost) in &switches {
                simplex.release(*switch, 1.0);
                simplex.set_gain(*switch, -cost);
            }
            let undecided: Vec<usize> = switches.iter().map(|(switch, _)| *switch).collect();
            let (found, proven) = branch::best(simplex, &undecided, gap).map_err(|_| "no end was found".to_owned())?;
            simplex = found;
            // The prices prove the programme with its switches as they are; the search proves the switches.
            solution.proven &= proven && simplex.bound() <= simplex.objective() + PROVEN;
            prices = simplex.prices()[..count].to_vec();
            for (row, of_floor) in &floors {
                let by = simplex.prices()[*row];
                prices.iter_mut().zip(of_floor).for_each(|(price, of)| *price -= by * of);
            }
            if at + 1 < stages.len() {
                // What is used and paid for stays so.
                switches.retain(|(switch, _)| {
                    let on = simplex.value(*switch) > 0.5;
                    if on {
                        simplex.release(*switch, 1.0);
                        simplex.fix(*switch, true);
                        simplex.set_gain(*switch, 0.0);
                    }
                    !on
                });
                let floor: Vec<(usize, f64)> = variables
                    .iter()
                    .zip(&gains)
                    .filter(|(_, gain)| **gain > 0.0)
                    .map(|(one, gain)| (*one, -gain))
                    .collect();
                let value: f64 = floor.iter().map(|(variable, gain)| -gain * simplex.value(*variable)).sum();
                floors.push((simplex.add_row(&floor, -value), prices.clone()));
            }
        }

        for (Open { place, room }, variable) in open.iter().zip(&variables) {
            solution.contacts[*place] += room * tidied(simplex.value(*variable));
        }
        for (source, price) in sources.iter().zip(&prices) {
            let price = (price * largest).max(0.0);
            match source {
                Source::Budget => solution.money = price / left.budget,
                Source::Capacity(channel) => {
                    solution.capacities[*channel] = price / left.capacities[*channel].unwrap_or(1.0);
                }
                Source::Row(row) => solution.rows[*row] = price / left.rows[*row],
            }
        }
        Ok(())
    }

    /// Takes back what the solver's tolerance let past a bound.
    fn keep_within(&self, left: &Left, open: &[Open], contacts: &mut [f64]) {
        let mut shrink = |entries: &[(usize, f64)], most: f64| {
            let added = |place: usize, contacts: &[f64]| contacts[place] - self.pairs[place].least;
            let sum: f64 = entries.iter().map(|(place, by)| by * added(*place, contacts)).sum();
            if sum > most {
                for (place, _) in entries.iter().filter(|(_, by)| *by > 0.0) {
                    contacts[*place] = self.pairs[*place].least + added(*place, contacts) * most / sum;
                }
            }
        };
        let mut by_channel = vec![Vec::new(); left.capacities.len()];
        open.iter().for_each(|Open { place, .. }| by_channel[self.pairs[*place].place].push((*place, 1.0)));
        for (capacity, entries) in left.capacities.iter().zip(&by_channel) {
            if let Some(capacity) = capacity {
                shrink(entries, *capacity);
            }
        }
        for (most, row) in left.rows.iter().zip(&self.rows) {
            shrink(&row.entries, *most);
        }
        let costs: Vec<_> = open.iter().map(|Open { place, .. }| (*place, self.pairs[*place].cost)).collect();
        shrink(&costs, left.budget);
    }
}

/// A share without the noise at its ends.
fn tidied(share: f64) -> f64 {
    if share < NEAR {
        0.0
    } else if share > 1.0 - NEAR {
        1.0
    } else {
        share
    }
}
