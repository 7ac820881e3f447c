//! The best use of a budget, or why there is none.

use super::clash::Clash;
use super::problem::{Gate, Problem, Shared};
use super::solve::{Solution, TOO_LARGE};
use crate::analysis::channels::Spread;
use crate::project::{Message, Project};

/// Money and contacts of a pair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// Contacts over the period.
    pub contacts: f64,
    /// Cost of the contacts, in the project’s currency.
    pub money: f64,
    /// Likely contribution of the contacts.
    pub contribution: f64,
    /// The contacts are as many as the pair's own cap lets.
    pub at_most: bool,
    /// They are as few as must be, and more than none.
    pub at_least: bool,
}

/// Why money is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unspent {
    /// Everything that pays for itself is at a limit.
    Capped,
    /// The contribution pays for the contacts, but not for its fixed costs.
    FixedCost,
    /// Nothing pays for itself.
    NothingPays,
}

impl Unspent {
    /// The key of its words in the text catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Self::Capped => "budget-unspent-capped",
            Self::FixedCost => "budget-unspent-fixed-cost",
            Self::NothingPays => "budget-unspent-nothing-pays",
        }
    }
}

/// The best use of a budget.
#[derive(Debug, Clone, PartialEq)]
pub struct Allocation {
    /// By pair, as in [`Problem::pairs`].
    pub shares: Vec<Share>,
    /// Contribution of all contacts; low and high with the contacts held and every figure at its worst and best.
    pub contribution: Spread,
    /// Revenue of the contacts.
    pub sales: f64,
    /// Cost of the contacts, in the project’s currency.
    pub spent: f64,
    /// Why not all is spent; none when it is.
    pub unspent: Option<Unspent>,
    /// Contribution of one more unit of money. Where the price of more and of less differ, that of more.
    pub marginal: f64,
    /// Fixed cost of the channels that are used, over the period: a channel's own once, and what pairs carry
    /// themselves.
    pub fixed_cost: f64,
    /// Contacts by the channel's place.
    pub used: Vec<f64>,
    /// Contribution of one more contact of a channel, by the channel's place.
    pub capacity_prices: Vec<f64>,
    /// Contribution of one more unit of each shared row, in the order of [`Problem::rows`].
    pub row_prices: Vec<f64>,
    /// It is proved that no better use exists.
    pub proven: bool,
}

impl Allocation {
    /// Contribution less the fixed costs that are paid.
    pub fn profit(&self) -> f64 {
        self.contribution.likely - self.fixed_cost
    }
}

/// Why there is no best use.
#[derive(Debug, Clone, PartialEq)]
pub enum Unsolved {
    /// The limits exclude each other.
    Clash(Vec<Clash>),
    /// The solver gave up, with its words.
    Solver(String),
}

impl Problem {
    /// The best use of the budget.
    pub fn solve(&self) -> Result<Allocation, Unsolved> {
        let clashes = self.clashes();
        if !clashes.is_empty() {
            return Err(Unsolved::Clash(clashes));
        }
        let solution = self.solution(self.budget, 0.0).map_err(Unsolved::Solver)?;
        let found = self.allocation(solution);
        let sums =
            [found.contribution.low, found.contribution.likely, found.contribution.high, found.sales, found.spent];
        if sums.into_iter().all(f64::is_finite) { Ok(found) } else { Err(Unsolved::Solver(TOO_LARGE.to_owned())) }
    }

    pub(super) fn allocation(&self, solution: Solution) -> Allocation {
        let Solution { contacts, money, capacities, rows, proven } = solution;
        let contacts = &contacts;
        let mut used = vec![0.0; self.capacities.len()];
        let mut total = [0.0; 3];
        let (mut sales, mut spent) = (0.0, 0.0);
        let mut shares = Vec::with_capacity(self.pairs.len());
        for (pair, contacts) in self.pairs.iter().zip(contacts.iter().copied()) {
            let Spread { low, likely, high } = pair.contribution;
            for (sum, each) in total.iter_mut().zip([low, likely, high]) {
                *sum += each * contacts;
            }
            sales += pair.sales * contacts;
            spent += pair.cost * contacts;
            used[pair.place] += contacts;
            shares.push(Share {
                contacts,
                money: pair.cost * contacts,
                contribution: likely * contacts,
                at_most: contacts > 0.0 && pair.most.is_some_and(|most| contacts >= most * (1.0 - 1e-7)),
                at_least: contacts > 0.0 && contacts <= pair.least * (1.0 + 1e-7),
            });
        }
        let [low, likely, high] = total;
        let left = self.budget - spent;
        let is_left = left > 1e-7 * self.budget;
        let unspent = is_left.then(|| {
            let pays = |place: &usize| self.pairs[*place].contribution.likely > 0.0;
            let shut =
                |gate: &Gate| gate.pairs.iter().any(pays) && gate.pairs.iter().all(|place| contacts[*place] <= 0.0);
            if !(0..self.pairs.len()).any(|place| pays(&place)) {
                Unspent::NothingPays
            } else if self.gates.iter().any(shut) {
                Unspent::FixedCost
            } else {
                Unspent::Capped
            }
        });
        Allocation {
            marginal: if is_left || !money.is_finite() { 0.0 } else { money },
            capacity_prices: capacities,
            row_prices: rows,
            proven,
            fixed_cost: self.fixed_cost(contacts),
            contribution: Spread { low, likely, high },
            shares,
            sales,
            spent,
            unspent,
            used,
        }
    }

    /// What one unit more of something shared by all segments adds: an hour, a delivery. None where it isn't limited.
    pub fn price(&self, allocation: &Allocation, of: Shared) -> Option<f64> {
        let row = self.rows.iter().position(|row| row.of == of)?;
        allocation.row_prices.get(row).copied()
    }

    fn fixed_cost(&self, contacts: &[f64]) -> f64 {
        let is_used = |gate: &&Gate| gate.pairs.iter().any(|place| contacts[*place] > 0.0);
        self.gates.iter().filter(is_used).fold(0.0, |sum, gate| sum + gate.cost) + self.committed
    }
}

impl Unsolved {
    /// What is in the way, a message each. Amounts are filled in by `money`, counts of contacts by `count`.
    pub fn messages(
        &self,
        project: &Project,
        money: impl Fn(f64) -> String,
        count: impl Fn(f64) -> String,
    ) -> Vec<Message> {
        match self {
            Self::Clash(clashes) => clashes.iter().map(|clash| clash.message(project, &money, &count)).collect(),
            Self::Solver(words) => vec![Message::new("budget-solver-failed").with("reason", words.as_str())],
        }
    }
}
