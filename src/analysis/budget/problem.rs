//! What a scenario asks for, and everything that bounds it.

use std::collections::HashMap;

use crate::analysis::channels::{ChannelFigures, Gap, Spread};
use crate::analysis::{MatrixIndex, Target};
use crate::project::{
    Channel, ChannelId, Delivery, Figures, Fit, FixedCost, Owner, PrioOrder, Project, ReachKey, Scenario, SegmentId,
    Usage,
};

/// A channel with a customer segment that money may go to.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
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
    /// A figure is missing, or too large to calculate with; the gaps say which is missing.
    Missing(Vec<Gap>),
    /// A contact costs nothing and leaves something, and nothing caps the contacts.
    Unlimited,
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
    pub order: PrioOrder,
    /// Fixed costs of the period that are paid whatever is used.
    pub committed: f64,
    /// Fixed costs of the period that can be avoided: a channel's own for the pairs that inherit it, and those that a pair
    /// carries itself.
    pub(super) gates: Vec<Gate>,
    /// Limits that are given for pairs that take no part: the least contacts.
    pub(super) stray: Vec<(ReachKey, f64)>,
}

/// A fixed cost that is paid when any of its pairs gets contacts.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Gate {
    pub(super) pairs: Vec<usize>,
    pub(super) cost: f64,
}

impl Pair {
    /// Closed sales of one contact, where the revenue of a sale is known.
    pub(super) fn sales_per_contact(&self) -> Option<f64> {
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
            order: scenario.prio_order,
            capacities: project.channels.iter().map(|channel| over(channel.figures.contacts_per_month)).collect(),
            ..Self::default()
        };
        let fixed_of = |figures: &Figures| over(figures.fixed_cost_per_month);
        let is_committed = |figures: &Figures| figures.fixed_cost_is == Some(FixedCost::Committed);
        let committed = project.channels.iter().map(|channel| &channel.figures).filter(|figures| is_committed(figures));
        problem.committed = committed.filter_map(fixed_of).sum();
        let avoidable = |channel: &Channel| fixed_of(&channel.figures).filter(|_| !is_committed(&channel.figures));
        let fixed: Vec<f64> = project.channels.iter().map(|channel| avoidable(channel).unwrap_or(0.0)).collect();
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
                        if let Some(fixed) = fixed_of(&reach.figures) {
                            let is = reach.figures.fixed_cost_is.or(channel.figures.fixed_cost_is);
                            let is_committed = is == Some(FixedCost::Committed);
                            own_fixed.insert(key, if is_committed { 0.0 } else { fixed });
                            problem.committed += if is_committed { fixed } else { 0.0 };
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
        let hours = |pair: &Pair| pair.channel.figures.hours_per_contact.filter(|_| pair.channel.owner == Owner::Own);
        problem.share(Shared::Hours, over(scenario.hours_per_month), hours);
        problem.share(Shared::Delivery, over(scenario.deliveries_per_month), Pair::sales_per_contact);
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

    /// Adds a row that all pairs share, each by so much a contact.
    fn share(&mut self, of: Shared, most: Option<f64>, by: impl Fn(&Pair) -> Option<f64>) {
        let Some(most) = most else { return };
        let entries = self.pairs.iter().enumerate().filter_map(|(place, pair)| Some((place, by(pair)?)));
        let entries: Vec<_> = entries.filter(|(_, by)| *by > 0.0).collect();
        if !entries.is_empty() {
            self.rows.push(Row { of, entries, most });
        }
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
