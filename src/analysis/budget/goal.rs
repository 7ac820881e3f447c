//! The two questions that come before a budget: the least money for a wanted result, and how much to spend at all.

use super::solve::Solution;
use super::{Allocation, Problem, Unsolved};
use crate::project::{PrioOrder, ReachKey};

/// A wanted result over the period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Goal {
    /// Money that is left after the fixed costs of the channels that are used.
    Contribution(f64),
    /// Revenue.
    Sales(f64),
    /// Closed sales. Pairs without a known revenue of a sale add none.
    Customers(f64),
}

/// A question about the budget of a scenario.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Question {
    /// The least money that reaches the goal.
    Least(Goal),
    /// The most money of which each unit still leaves so much.
    Worth(f64),
}

/// A budget that answers a question, with its use.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    pub budget: f64,
    pub problem: Problem,
    pub allocation: Allocation,
}

/// Why a question about a budget has no answer.
#[derive(Debug, Clone, PartialEq)]
pub enum NoAnswer {
    /// No money reaches the goal: the most that there can be.
    OutOfReach(f64),
    /// Nothing bounds the contacts of these pairs, so that ever more money pays.
    Boundless(Vec<ReachKey>),
    Unsolved(Unsolved),
}

/// How near the least budget is met, as a share of it.
const NEAR: f64 = 1e-6;
/// The most halvings of the interval in which a budget is sought.
const HALVINGS: usize = 60;

impl Goal {
    fn wanted(self) -> f64 {
        match self {
            Self::Contribution(wanted) | Self::Sales(wanted) | Self::Customers(wanted) => wanted,
        }
    }
}

impl Question {
    pub fn answer(self, problem: &Problem) -> Result<Answer, NoAnswer> {
        match self {
            Self::Least(goal) => problem.least_budget(goal),
            Self::Worth(wanted) => problem.worth_spending(wanted),
        }
    }
}

impl Problem {
    /// The least budget whose best use reaches the goal.
    ///
    /// For sales and customers a contact counts by what it brings of those, also one that leaves less than it costs. All
    /// Prios count alike here, so that more money never reaches less and the budget can be found by halving.
    pub fn least_budget(&self, goal: Goal) -> Result<Answer, NoAnswer> {
        let judged = self.judged_by(goal);
        let reached = |problem: &Self| -> Result<(f64, Allocation), NoAnswer> {
            let found = problem.solve().map_err(NoAnswer::Unsolved)?;
            Ok((found.profit(), found))
        };
        let at = |budget: f64| Self { budget, ..judged.clone() };
        let wanted = goal.wanted();
        let least: f64 = self.pairs.iter().map(|pair| pair.least * pair.cost).sum();
        // No more is needed than the goal costs by the dearest way to it, and no more can be spent than all caps cost.
        let mut high = judged.most_money(wanted).max(least).max(1.0);
        let (already, used) = reached(&at(least))?;
        if already >= wanted * (1.0 - NEAR) {
            return Ok(self.answer(least, &used));
        }
        let (mut most, mut best) = reached(&at(high))?;
        for _ in 0..HALVINGS {
            if most >= wanted * (1.0 - NEAR) || best.spent < high * (1.0 - NEAR) {
                break;
            }
            high *= 2.0;
            (most, best) = reached(&at(high))?;
        }
        if most < wanted * (1.0 - NEAR) {
            return Err(NoAnswer::OutOfReach(most));
        }
        let mut low = least;
        high = high.min(best.spent.max(least));
        for _ in 0..HALVINGS {
            if high - low <= NEAR * high.max(1e-9) {
                break;
            }
            let middle = f64::midpoint(low, high);
            let (found, used) = reached(&at(middle))?;
            if found >= wanted * (1.0 - NEAR * 1e-3) {
                high = middle.min(used.spent.max(least));
            } else {
                low = middle;
            }
        }
        // In whole money, because nobody budgets the rest.
        let whole = (high * (1.0 - NEAR)).ceil().max(least);
        let (_, used) = reached(&at(whole))?;
        Ok(self.answer(whole, &used))
    }

    /// The budget up to which each further unit of money still leaves at least `wanted`: zero where it only has to pay for
    /// itself.
    pub fn worth_spending(&self, wanted: f64) -> Result<Answer, NoAnswer> {
        let mut judged = Self { order: PrioOrder::Alike, ..self.clone() };
        for pair in &mut judged.pairs {
            pair.contribution.likely -= wanted * pair.cost;
        }
        let bounded_by_row = |place: usize| {
            self.rows.iter().any(|row| row.entries.iter().any(|(other, by)| *other == place && *by > 0.0))
        };
        let boundless: Vec<_> = (judged.pairs.iter().enumerate())
            .filter(|(place, pair)| {
                let capped = pair.most.is_some() || self.capacities[pair.place].is_some() || bounded_by_row(*place);
                pair.contribution.likely > 0.0 && !capped
            })
            .map(|(_, pair)| pair.key)
            .collect();
        if !boundless.is_empty() {
            return Err(NoAnswer::Boundless(boundless));
        }
        judged.budget = judged.most_money(f64::INFINITY);
        let found = judged.solve().map_err(NoAnswer::Unsolved)?;
        Ok(self.answer(found.spent, &found))
    }

    /// The same problem with what a contact adds to the goal in place of what it leaves.
    fn judged_by(&self, goal: Goal) -> Self {
        let mut judged = Self { order: PrioOrder::Alike, ..self.clone() };
        if matches!(goal, Goal::Contribution(_)) {
            return judged;
        }
        for pair in &mut judged.pairs {
            pair.contribution.likely = match goal {
                Goal::Sales(_) => pair.sales,
                _ => pair.sales_per_contact().unwrap_or(0.0),
            };
        }
        // What is sold isn't money that could carry a fixed cost.
        judged.gates.clear();
        judged.committed = 0.0;
        judged
    }

    /// The cost of as many contacts as there can be of each pair that adds something, or as the goal takes.
    fn most_money(&self, wanted: f64) -> f64 {
        let pairs = self.pairs.iter().filter(|pair| pair.contribution.likely > 0.0);
        let costs = pairs.map(|pair| {
            let needed = wanted / pair.contribution.likely;
            let row = self.rows.iter().filter_map(|row| {
                let (_, by) = row.entries.iter().find(|(place, by)| self.pairs[*place].key == pair.key && *by > 0.0)?;
                Some(row.most / by)
            });
            let caps = [pair.most, self.capacities[pair.place], Some(needed)].into_iter().flatten().chain(row);
            caps.fold(f64::INFINITY, f64::min) * pair.cost
        });
        costs.filter(|cost| cost.is_finite()).fold(0.0, |sum, cost| sum + cost)
    }

    /// The contacts of a solution by what they leave in this problem.
    fn answer(&self, budget: f64, found: &Allocation) -> Answer {
        let problem = Self { budget, ..self.clone() };
        let allocation = problem.allocation(Solution {
            contacts: found.shares.iter().map(|share| share.contacts).collect(),
            money: found.marginal,
            capacities: found.capacity_prices.clone(),
            rows: found.row_prices.clone(),
            proven: found.proven,
        });
        Answer { budget, problem, allocation }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::tests::{near, pair, problem, sound};
    use super::*;

    /// Web: 10 a contact leaves 20, at most 30 contacts. Phone: 50 leaves 75, at most 12. Everything costs 900 and leaves 1,500.
    fn capped() -> Problem {
        let pairs = vec![pair(0, 10.0, 20.0, 0.0, Some(30.0)), pair(1, 50.0, 75.0, 0.0, Some(12.0))];
        problem(0.0, pairs, vec![None; 2])
    }

    #[test]
    fn the_least_money_for_a_result() {
        // 600 by the web for 300, and 300 by phone for 200.
        let found = capped().least_budget(Goal::Contribution(900.0)).expect("it is reached");
        assert!((found.budget - 500.0).abs() < 0.01 && (found.allocation.contribution.likely - 900.0).abs() < 0.01);
        // A web contact sells for 30 and a phone contact for 125: 3 and 2.5 for each unit of money.
        let found = capped().least_budget(Goal::Sales(1150.0)).expect("it is reached");
        assert!(
            (found.budget - 400.0).abs() < 0.01 && (found.allocation.sales - 1150.0).abs() < 0.02,
            "{}",
            found.budget
        );
        let nothing = capped().least_budget(Goal::Contribution(0.0)).expect("nothing is wanted");
        assert!(near(nothing.budget, 0.0));
        let Err(NoAnswer::OutOfReach(most)) = capped().least_budget(Goal::Contribution(1600.0)) else {
            panic!("too much")
        };
        assert!((most - 1500.0).abs() < 1e-3);
        assert!(matches!(capped().least_budget(Goal::Customers(1.0)), Err(NoAnswer::OutOfReach(0.0))));
    }

    #[test]
    fn how_much_to_spend_at_all() {
        let spent = |wanted| capped().worth_spending(wanted).expect("capped").budget;
        // A unit of money leaves 2 by the web and 1.5 by phone.
        assert!(
            near(spent(0.0), 900.0) && near(spent(1.49), 900.0) && near(spent(1.6), 300.0) && near(spent(2.1), 0.0)
        );
        let mut boundless = capped();
        boundless.pairs[1].most = None;
        let key = boundless.pairs[1].key;
        assert_eq!(boundless.worth_spending(0.0), Err(NoAnswer::Boundless(vec![key])));
        assert!(near(boundless.worth_spending(1.6).expect("the phone isn't worth that").budget, 300.0));
    }

    proptest! {
        /// The least money reaches the goal, and less of it doesn't.
        #[test]
        fn no_less_money_is_enough(problem in sound(), part in 0.05..0.95_f64) {
            let all = Problem { budget: problem.budget * 2.0, ..problem.clone() }.solve().expect("it can be kept");
            prop_assume!(all.contribution.likely > 1.0);
            let wanted = all.contribution.likely * part;
            let found = problem.least_budget(Goal::Contribution(wanted)).expect("half the money of it is there");
            prop_assert!(found.allocation.contribution.likely >= wanted * (1.0 - 1e-5), "{found:?}");
            prop_assert!(found.allocation.spent <= found.budget * (1.0 + 1e-6) + 1e-6);
            let least: f64 = problem.pairs.iter().map(|pair| pair.least * pair.cost).sum();
            let fewer = found.budget * (1.0 - 1e-5) - 1.0;
            if fewer > least {
                let less = Problem { budget: fewer, ..problem }.solve().expect("it can be kept");
                prop_assert!(less.contribution.likely < wanted * (1.0 + 1e-6), "{less:?}");
            }
        }
    }
}
