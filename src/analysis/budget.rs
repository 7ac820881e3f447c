//! The best use of a budget: how many contacts by which channel with which customer segment, by mixed-integer linear
//! programming.
//!
//! The budget pays for contacts. Fixed costs come besides, and count in the choice: a channel is used and paid, or not.
//! Contacts are continuous. No coefficient of the constraints is negative, which makes the checks for clashes exact.

use std::collections::HashMap;

use super::channels::{ChannelFigures, Gap, Spread};
use super::{MatrixIndex, Target};
use crate::project::{Channel, ChannelId, Delivery, Fit, Message, Project, ReachKey, Scenario, SegmentId, Usage};

mod branch;
mod clash;
mod curve;
mod idle;
mod outlook;
mod solve;
#[cfg(test)]
mod tests;
mod tornado;

pub use clash::Clash;
pub use curve::{Curve, CurvePoint};
pub use idle::Idle;
pub use outlook::{Inputs, Outlook, outlooks};
use solve::{Gate, Solution};
pub use tornado::tornado;

/// Why figures can't be handled, in the words of a solver.
const TOO_LARGE: &str = "the figures are too large";

/// A channel with a customer segment that money may go to.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// Which.
    pub key: ReachKey,
    /// The place of the channel in the project.
    pub place: usize,
    /// The product segment that counts there.
    pub product: Option<SegmentId>,
    /// The Prio of the segment.
    pub fit: Fit,
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

/// How Prios count in a budget.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// Each Prio gets the best use of what the earlier ones leave.
    #[default]
    Prios,
    /// All segments count alike.
    Together,
}

/// Something that pairs share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Shared {
    /// Contacts with the customers of a segment, over all channels.
    Market(SegmentId),
    /// Purchases of the customers of a segment, over all channels.
    Purchases(SegmentId),
    /// Hours of one's own people.
    Hours,
    /// Sales that can be delivered.
    Delivery,
}

/// At most so much of something over the period: Σ entry·contacts ≤ `most`. Entries are not negative.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub of: Shared,
    /// By the pair's place.
    pub entries: Vec<(usize, f64)>,
    pub most: f64,
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
    /// What else there is only so much of.
    pub rows: Vec<Row>,
    /// How Prios count.
    pub order: Order,
    /// Fixed costs of the period: a channel's own for the pairs that inherit it, and those that a pair carries itself.
    gates: Vec<Gate>,
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
    /// Everything that pays for itself is at a limit.
    Capped,
    /// What is left pays for its contacts, but not for its fixed costs.
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
    /// What all contacts leave; low and high with the contacts held and every figure at its worst and best.
    pub contribution: Spread,
    /// What they sell for.
    pub sales: f64,
    /// What they cost.
    pub spent: f64,
    /// Why not all is spent; none when it is.
    pub unspent: Option<Unspent>,
    /// What one more unit of money would leave: the price of the budget, of more rather than less where it has two.
    pub marginal: f64,
    /// Fixed cost of the channels that are used, over the period: a channel's own once, and what pairs carry
    /// themselves.
    pub fixed_cost: f64,
    /// Contacts by the channel's place.
    pub used: Vec<f64>,
    /// What one contact more of a channel would leave, by the channel's place.
    pub capacity_prices: Vec<f64>,
    /// What one unit more would leave, by [`Problem::rows`].
    pub row_prices: Vec<f64>,
    /// It is proved that no better use exists.
    pub proven: bool,
}

impl Allocation {
    /// What the contacts leave after the fixed costs of the channels that are used.
    pub fn profit(&self) -> f64 {
        self.contribution.likely - self.fixed_cost
    }
}

/// Why there is no best use.
#[derive(Debug, Clone, PartialEq)]
pub enum Unsolved {
    /// What is asked for can't all be kept.
    Clash(Vec<Clash>),
    /// The solver gave up, with its words.
    Solver(String),
}

impl Pair {
    /// Closed sales of one contact, where the revenue of a sale is known.
    fn sales_per_contact(&self) -> Option<f64> {
        let revenue = self.channel.figures.revenue_per_sale.likely.filter(|revenue| *revenue > 0.0)?;
        Some(self.sales / revenue).filter(|sales| sales.is_finite())
    }
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
            ..Self::default()
        };
        let fixed: Vec<f64> =
            project.channels.iter().map(|channel| over(channel.figures.fixed_cost_per_month).unwrap_or(0.0)).collect();
        let mut own_fixed: HashMap<ReachKey, f64> = HashMap::new();
        for target in Target::all(project, index) {
            let reach = |channel: ChannelId| project.plan.reach(ReachKey { customer: target.customer, channel });
            let picked = project.channels.iter().any(|channel| reach(channel.id).usage != Usage::None);
            let market = project.plan.funnel(target.customer).most_contacts(months);
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
                    None => problem.pair(target.with_stages(project, channel), target, place, asked, (most, market)),
                };
                match found {
                    Ok(pair) => {
                        if let Some(fixed) = over(reach.figures.fixed_cost_per_month) {
                            own_fixed.insert(key, fixed);
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
        problem.gates = problem.gates(&fixed, &own_fixed);
        problem.rows = problem.markets(project);
        problem
    }

    /// The contacts with, and the sales to, the customers that there are: by segment.
    fn markets(&self, project: &Project) -> Vec<Row> {
        let mut rows = Vec::new();
        let mut start = 0;
        for of_customer in self.pairs.chunk_by(|a, b| a.key.customer == b.key.customer) {
            let places = start..start + of_customer.len();
            start = places.end;
            let Some(pair) = of_customer.first() else { continue };
            let (customer, funnel) = (pair.key.customer, project.plan.funnel(pair.key.customer));
            if let Some(most) = funnel.most_contacts(self.months) {
                let entries = places.clone().map(|place| (place, 1.0)).collect();
                rows.push(Row { of: Shared::Market(customer), entries, most });
            }
            if let Some(most) = funnel.most_sales(self.months) {
                let sold = |place: usize| Some((place, self.pairs[place].sales_per_contact()?));
                rows.push(Row { of: Shared::Purchases(customer), entries: places.filter_map(sold).collect(), most });
            }
        }
        rows
    }

    fn gates(&self, fixed: &[f64], own_fixed: &HashMap<ReachKey, f64>) -> Vec<Gate> {
        let own = self
            .pairs
            .iter()
            .enumerate()
            .filter_map(|(place, pair)| Some(Gate { pairs: vec![place], cost: *own_fixed.get(&pair.key)? }));
        let channels = fixed.iter().enumerate().map(|(channel, cost)| {
            let inherits = |(_, pair): &(usize, &Pair)| pair.place == channel && !own_fixed.contains_key(&pair.key);
            Gate { pairs: self.pairs.iter().enumerate().filter(inherits).map(|(at, _)| at).collect(), cost: *cost }
        });
        channels.chain(own).filter(|gate| gate.cost > 0.0 && !gate.pairs.is_empty()).collect()
    }

    fn pair(
        &self,
        channel: Channel,
        target: Target,
        place: usize,
        least: f64,
        (most, market): (Option<f64>, Option<f64>),
    ) -> Result<Pair, Outside> {
        let figures = ChannelFigures::of(&channel, target.margin);
        let known = figures.point().zip(figures.contribution);
        let Some(((cost, sales), contribution)) = known else {
            return Err(Outside::Missing(figures.gaps.into_iter().filter(|gap| gap.is_missing()).collect()));
        };
        let capped = most.is_some() || self.capacities[place].is_some() || market.is_some();
        if cost <= 0.0 && contribution.likely > 0.0 && !capped {
            return Err(Outside::Unlimited);
        }
        let key = ReachKey { customer: target.customer, channel: channel.id };
        Ok(Pair {
            key,
            place,
            product: target.product,
            fit: target.fit,
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
        let solution = self.solution(self.budget, 0.0).map_err(Unsolved::Solver)?;
        let found = self.allocation(solution);
        let sums =
            [found.contribution.low, found.contribution.likely, found.contribution.high, found.sales, found.spent];
        if sums.into_iter().all(f64::is_finite) { Ok(found) } else { Err(Unsolved::Solver(TOO_LARGE.to_owned())) }
    }

    fn allocation(&self, solution: Solution) -> Allocation {
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

    fn fixed_cost(&self, contacts: &[f64]) -> f64 {
        let is_used = |gate: &&Gate| gate.pairs.iter().any(|place| contacts[*place] > 0.0);
        self.gates.iter().filter(is_used).fold(0.0, |sum, gate| sum + gate.cost)
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
