//! The best use of a budget: how many contacts by which channel with which customer segment, by linear programming.
//!
//! The money for contacts is what is shared out; fixed costs are shown beside it. Contacts are continuous, and every
//! coefficient of the constraints is zero or more, which is what makes the checks for clashes exact.

use std::collections::HashMap;

use super::channels::{ChannelFigures, Gap, Spread};
use super::{MatrixIndex, Target};
use crate::project::{Channel, ChannelId, Delivery, Message, Project, ReachKey, Scenario, SegmentId, Usage};

mod clash;
mod curve;
mod idle;
mod marginal;
mod narrow;
mod outlook;
mod solve;
#[cfg(test)]
mod tests;
mod tornado;

pub use clash::Clash;
pub use curve::{Curve, CurvePoint};
pub use idle::Idle;
pub use outlook::{Outlook, outlooks};
pub use tornado::tornado;

/// A channel with a customer segment that money may go to.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// Which.
    pub key: ReachKey,
    /// The place of the channel in the project.
    pub place: usize,
    /// The product segment that is reckoned with there.
    pub product: Option<SegmentId>,
    /// The channel as it is for the segment.
    pub channel: Channel,
    /// The margin of what is sold there.
    pub margin: f64,
    /// c: what a contact costs, likely.
    pub cost: f64,
    /// s: what a contact sells for, likely.
    pub sales: f64,
    /// What a contact leaves.
    pub contribution: Spread,
    /// At least so many contacts over the period.
    pub least: f64,
    /// At most so many; none without a cap of its own.
    pub most: Option<f64>,
}

/// Why a pair takes no part.
#[derive(Debug, Clone, PartialEq)]
pub enum Outside {
    /// The segment has no Prio.
    NotPrioritised,
    /// The channel can't deliver there.
    CantDeliver,
    /// Other channels are picked for the segment.
    NotPicked,
    /// A figure is missing, or too large to reckon with; the gaps say which is missing.
    Missing(Vec<Gap>),
    /// A contact costs nothing and leaves something, and nothing caps the contacts.
    Unlimited,
}

/// A budget over a period with everything that bounds its use.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Problem {
    /// B: the money for contacts.
    pub budget: f64,
    /// The period.
    pub months: f64,
    /// What money may go to: by column, then by channel.
    pub pairs: Vec<Pair>,
    /// The others, in the same order.
    pub outside: Vec<(ReachKey, Outside)>,
    /// By the channel's place: the contacts that it can make in the period with all segments together; none where that
    /// isn't bounded.
    pub capacities: Vec<Option<f64>>,
    /// By the channel's place: its own fixed cost over the period.
    fixed: Vec<f64>,
    /// Fixed cost over the period that a pair carries itself.
    own_fixed: HashMap<ReachKey, f64>,
    /// Limits that are given for pairs that take no part: the least contacts.
    stray: Vec<(ReachKey, f64)>,
}

/// Money and contacts of a pair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Share {
    /// Contacts over the period.
    pub contacts: f64,
    /// What they cost.
    pub money: f64,
    /// What they leave, likely.
    pub contribution: f64,
    /// The contacts are as many as the pair's own cap lets.
    pub at_most: bool,
    /// They are as few as must be, and more than none.
    pub at_least: bool,
}

/// Why money is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unspent {
    /// Everything that pays for itself is at its cap.
    Capped,
    /// Nothing pays for itself.
    NothingPays,
}

impl Unspent {
    /// The key of its words in the text catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Self::Capped => "budget-unspent-capped",
            Self::NothingPays => "budget-unspent-nothing-pays",
        }
    }
}

/// The best use of a budget.
#[derive(Debug, Clone, PartialEq)]
pub struct Allocation {
    /// By pair, as in [`Problem::pairs`].
    pub shares: Vec<Share>,
    /// What all contacts leave; low and high with the contacts held and every figure at its worst and best.
    pub contribution: Spread,
    /// What they sell for.
    pub sales: f64,
    /// What they cost.
    pub spent: f64,
    /// Why not all is spent; none when it is.
    pub unspent: Option<Unspent>,
    /// What one more unit of money would leave: the dual of the budget, on its right side where it has two.
    pub marginal: f64,
    /// Fixed cost of the channels that are used, over the period: a channel's own once, and what segments carry
    /// themselves.
    pub fixed_cost: f64,
    /// Contacts by the channel's place.
    pub used: Vec<f64>,
}

/// Why there is no best use.
#[derive(Debug, Clone, PartialEq)]
pub enum Unsolved {
    /// What is asked for can't all be kept.
    Clash(Vec<Clash>),
    /// The solver gave up, with its words.
    Solver(String),
}

impl Problem {
    /// The problem of a scenario.
    ///
    /// A pair takes part when its segment has a Prio, the channel isn't said to be unable to deliver, the channel is
    /// picked for the segment or none is, and its figures are known. Contacts that a scenario asks for at the least make
    /// a pair take part without Prio and unpicked too.
    pub fn of(project: &Project, index: &MatrixIndex, scenario: &Scenario) -> Self {
        let months = scenario.months;
        let over = |by_month: Option<f64>| by_month.map(|amount| amount * months).filter(|amount| amount.is_finite());
        let mut problem = Self {
            budget: scenario.budget,
            months,
            capacities: project.channels.iter().map(|channel| over(channel.figures.contacts_per_month)).collect(),
            fixed: project
                .channels
                .iter()
                .map(|channel| over(channel.figures.fixed_cost_per_month).unwrap_or(0.0))
                .collect(),
            ..Self::default()
        };
        for target in Target::all(project, index) {
            let reach = |channel: ChannelId| project.plan.reach(ReachKey { customer: target.customer, channel });
            let picked = project.channels.iter().any(|channel| reach(channel.id).usage != Usage::None);
            for (place, channel) in project.channels.iter().enumerate() {
                let key = ReachKey { customer: target.customer, channel: channel.id };
                let reach = reach(channel.id);
                let limits = scenario.limits(key);
                let asked = limits.least.unwrap_or_default();
                let why = if reach.delivery == Delivery::No {
                    Some(Outside::CantDeliver)
                } else if asked > 0.0 {
                    None
                } else if !target.is_prioritised() {
                    Some(Outside::NotPrioritised)
                } else {
                    (picked && reach.usage == Usage::None).then_some(Outside::NotPicked)
                };
                let own_cap = over(reach.figures.contacts_per_month);
                let most = [limits.most, own_cap].into_iter().flatten().reduce(f64::min);
                let found = match why {
                    Some(why) => Err(why),
                    None => problem.pair(target.channel(project, channel), target, place, asked, most),
                };
                match found {
                    Ok(pair) => {
                        if let Some(fixed) = over(reach.figures.fixed_cost_per_month) {
                            problem.own_fixed.insert(key, fixed);
                        }
                        problem.pairs.push(pair);
                    }
                    Err(why) => {
                        if asked > 0.0 {
                            problem.stray.push((key, asked));
                        }
                        problem.outside.push((key, why));
                    }
                }
            }
        }
        problem
    }

    fn pair(
        &self,
        channel: Channel,
        target: Target,
        place: usize,
        least: f64,
        most: Option<f64>,
    ) -> Result<Pair, Outside> {
        let figures = ChannelFigures::of(&channel, target.margin);
        let known = figures.point().zip(figures.contribution);
        let Some(((cost, sales), contribution)) = known else {
            return Err(Outside::Missing(figures.gaps.into_iter().filter(|gap| gap.is_missing()).collect()));
        };
        if cost <= 0.0 && contribution.likely > 0.0 && most.is_none() && self.capacities[place].is_none() {
            return Err(Outside::Unlimited);
        }
        let key = ReachKey { customer: target.customer, channel: channel.id };
        Ok(Pair {
            key,
            place,
            product: target.product,
            channel,
            margin: target.margin,
            cost,
            sales,
            contribution,
            least,
            most,
        })
    }

    /// The best use of the budget.
    pub fn solve(&self) -> Result<Allocation, Unsolved> {
        let clashes = self.clashes();
        if !clashes.is_empty() {
            return Err(Unsolved::Clash(clashes));
        }
        let contacts = self.best_contacts(self.budget).map_err(Unsolved::Solver)?;
        Ok(self.allocation(&contacts))
    }

    fn allocation(&self, contacts: &[f64]) -> Allocation {
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
            let pays = self.pairs.iter().any(|pair| pair.contribution.likely > 0.0);
            if pays { Unspent::Capped } else { Unspent::NothingPays }
        });
        Allocation {
            marginal: if is_left { 0.0 } else { self.marginal(contacts, &used) },
            fixed_cost: self.fixed_cost(contacts),
            contribution: Spread { low, likely, high },
            shares,
            sales,
            spent,
            unspent,
            used,
        }
    }

    fn fixed_cost(&self, contacts: &[f64]) -> f64 {
        let mut inherits = vec![false; self.fixed.len()];
        let mut sum = 0.0;
        for (pair, _) in self.pairs.iter().zip(contacts).filter(|(_, contacts)| **contacts > 0.0) {
            match self.own_fixed.get(&pair.key) {
                Some(own) => sum += own,
                None => inherits[pair.place] = true,
            }
        }
        sum + self.fixed.iter().zip(inherits).filter(|(_, inherits)| *inherits).map(|(fixed, _)| fixed).sum::<f64>()
    }

    /// The place of a pair among [`Problem::pairs`].
    pub fn place(&self, key: ReachKey) -> Option<usize> {
        self.pairs.iter().position(|pair| pair.key == key)
    }

    /// The customer segments that money may go to, in the order of the columns.
    pub fn customers(&self) -> Vec<SegmentId> {
        let mut customers: Vec<_> = self.pairs.iter().map(|pair| pair.key.customer).collect();
        customers.dedup();
        customers
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
