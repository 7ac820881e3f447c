//! Channels against each other: derived figures, the efficient frontier, dominance.
//!
//! Channels are compared by what a contact costs and what it leaves: the contribution s·(m − k) − c, net of the selling
//! cost that grows with sales. Money is in the project's currency. A figure that can't be computed, such as a division by
//! zero, is none; no result is NaN or infinite.

use crate::project::{Channel, ChannelId, Estimate, Message, Project, SalesFrom, Value};

/// What one sale costs: c / p, where a cost c closes p sales. None without sales.
pub fn cost_per_sale(cost: f64, sales: f64) -> Option<f64> {
    ratio(cost, sales)
}

/// Revenue for each unit of money spent: s / c. None when the contact costs nothing.
pub fn return_on_contact(sales_per_contact: f64, cost_per_contact: f64) -> Option<f64> {
    ratio(sales_per_contact, cost_per_contact)
}

/// What one contact leaves: s·m − c; where a selling cost k grows with sales, m − k stands for m.
pub fn contribution_per_contact(sales_per_contact: f64, margin: f64, cost_per_contact: f64) -> Option<f64> {
    finite(sales_per_contact * margin - cost_per_contact)
}

/// The close rate at which a contact pays for itself: p* = c / (v·m). Above 1 no close rate is enough.
pub fn break_even_close_rate(cost_per_contact: f64, revenue_per_sale: f64, margin: f64) -> Option<f64> {
    ratio(cost_per_contact, revenue_per_sale * margin)
}

/// The sales per contact at which a contact pays for itself: s* = c / m. None without a margin.
pub fn break_even_sales(cost_per_contact: f64, margin: f64) -> Option<f64> {
    ratio(cost_per_contact, margin)
}

/// Why no number of contacts pays for a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Never {
    /// A contact brings nothing.
    NoSales,
    /// Nothing is left of a sale.
    NoMargin,
    /// The selling cost that grows with sales takes all that is left of one.
    Commission,
    /// A contact costs at least what it leaves.
    Loses,
}

impl Never {
    /// The key of its words in the text catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Self::NoSales => "never-no-sales",
            Self::NoMargin => "never-no-margin",
            Self::Commission => "never-commission",
            Self::Loses => "never-loses",
        }
    }
}

/// How many contacts pay for a fixed cost: ceil(F / x) where one leaves x; none where it leaves nothing.
pub fn break_even_contacts(fixed_cost: f64, contribution_per_contact: f64) -> Option<f64> {
    if contribution_per_contact <= 0.0 {
        return None;
    }
    let contacts = finite(fixed_cost / contribution_per_contact)?;
    Some(whole_up(contacts))
}

fn finite(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

fn ratio(above: f64, below: f64) -> Option<f64> {
    finite(above / below)
}

/// A figure with its range: low ≤ likely ≤ high.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// The least that is realistic.
    pub low: f64,
    /// The figure to calculate with.
    pub likely: f64,
    /// The most that is realistic.
    pub high: f64,
}

impl Spread {
    /// The spread of an estimate that has a likely figure; an end that isn't given is the likely figure.
    pub fn of(estimate: Estimate) -> Option<Self> {
        let likely = estimate.likely?;
        Some(Self { low: estimate.low.unwrap_or(likely), likely, high: estimate.high.unwrap_or(likely) })
    }

    pub(super) fn of_ends(ends: [f64; 3]) -> Option<Self> {
        let [low, likely, high] = ends;
        ends.iter().all(|end| end.is_finite()).then_some(Self { low, likely, high })
    }

    /// End by end, as for figures that rise and fall together.
    fn times(self, other: Self) -> Self {
        Self { low: self.low * other.low, likely: self.likely * other.likely, high: self.high * other.high }
    }

    /// It is more than a point.
    pub fn is_range(self) -> bool {
        self.low < self.high
    }
}

/// What keeps a channel out of the comparison, or off axes that have no zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gap {
    /// No likely cost per contact.
    Cost,
    /// No likely sales per contact, which are typed.
    Sales,
    /// No likely close rate, which the sales come from.
    CloseRate,
    /// No likely revenue per sale, which the sales come from.
    RevenuePerSale,
    /// A contact costs nothing.
    ZeroCost,
    /// A contact brings nothing.
    ZeroSales,
}

impl Gap {
    /// The key of its words in the text catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Self::Cost => "field-cost-per-contact",
            Self::Sales => "field-sales-per-contact",
            Self::CloseRate => "field-close-rate",
            Self::RevenuePerSale => "field-revenue-per-sale",
            Self::ZeroCost => "gap-zero-cost",
            Self::ZeroSales => "gap-zero-sales",
        }
    }

    /// A figure that isn't there, other than one that is zero.
    pub fn is_missing(self) -> bool {
        !matches!(self, Self::ZeroCost | Self::ZeroSales)
    }
}

/// Where a channel stands among the others, by its likely figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// A contact leaves something, and no other channel and no mixture costs as little and leaves more.
    Efficient,
    /// Another one costs no more a contact and leaves no less, and is better in one of the two.
    Dominated {
        /// The most convincing of those: clearly so rather than not, then efficient, then with the higher return, then
        /// the first in the project.
        by: ChannelId,
        /// It holds with this channel at its lowest cost and highest contribution and the other the other way round.
        clearly: bool,
    },
    /// For each customer contacted, a mixture of two others costs no more and leaves more (extended dominance).
    BelowMixture {
        /// The cheaper part of the mixture; none where it is no contact at all.
        cheaper: Option<ChannelId>,
        /// The dearer part.
        dearer: ChannelId,
    },
    /// A contact costs at least what it leaves.
    Loses,
    /// Its cost or its sales per contact are missing, so that it isn't compared.
    Incomplete,
    /// It can't deliver to the segment, so that it isn't compared.
    CantDeliver,
}

impl Standing {
    /// Something else is better than it: another channel, a mixture, or no contact at all.
    pub fn is_beaten(self) -> bool {
        matches!(self, Self::Dominated { .. } | Self::BelowMixture { .. } | Self::Loses)
    }
}

/// What follows for one channel. Figures are the likely ones where not said otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct ChannelFigures {
    pub id: ChannelId,
    /// c: cost per contact.
    pub cost: Option<Spread>,
    /// s: sales per contact, as typed or from close rate × revenue per sale.
    pub sales: Option<Spread>,
    /// See [`cost_per_sale`]; none when the sales are typed, because the close rate isn't known then.
    pub cost_per_sale: Option<f64>,
    /// See [`return_on_contact`].
    pub return_on_contact: Option<f64>,
    /// See [`contribution_per_contact`].
    pub contribution_per_contact: Option<f64>,
    /// The contribution of as many contacts as can be made in a month.
    pub contribution_per_month: Option<f64>,
    /// See [`break_even_close_rate`]; none when the sales are typed, because the revenue per sale isn't known then.
    pub break_even_close_rate: Option<f64>,
    /// See [`break_even_sales`].
    pub break_even_sales: Option<f64>,
    /// k: the share of sales that selling costs.
    pub variable_cost: f64,
    /// The most contacts in a month.
    pub contacts_per_month: Option<f64>,
    /// F, by the month.
    pub fixed_cost_per_month: Option<f64>,
    /// What one contact leaves, from its highest cost and lowest sales to the other way round.
    pub contribution: Option<Spread>,
    /// [`return_on_contact`] over the same corners: low, likely, high.
    pub return_range: [Option<f64>; 3],
    /// [`cost_per_sale`], from the lowest cost and highest close rate to the other way round.
    pub cost_per_sale_range: [Option<f64>; 3],
    /// The contacts that pay for a month's fixed cost; none where that or a figure isn't given.
    pub break_even_contacts: Option<Result<f64, Never>>,
    /// The same where everything goes well, and where everything goes badly.
    pub break_even_contacts_range: Option<[Option<f64>; 2]>,
    /// Where it stands.
    pub standing: Standing,
    /// What is missing or zero.
    pub gaps: Vec<Gap>,
}

impl ChannelFigures {
    /// What follows for a channel by itself, at that margin.
    pub fn of(channel: &Channel, margin: f64) -> Self {
        let mut gaps = Vec::new();
        let mut known = |estimate: Estimate, gap: Gap| {
            let spread = Spread::of(estimate);
            if spread.is_none() {
                gaps.push(gap);
            }
            spread
        };
        let cost = known(channel.figures.cost_per_contact, Gap::Cost);
        let (sales, close_rate, revenue) = match channel.figures.sales_from() {
            SalesFrom::Typed => (known(channel.figures.sales_per_contact, Gap::Sales), None, None),
            SalesFrom::CloseRate => {
                let close_rate = known(channel.figures.close_rate, Gap::CloseRate);
                let revenue = known(channel.figures.revenue_per_sale, Gap::RevenuePerSale);
                let sales = close_rate.zip(revenue).map(|(close_rate, revenue)| close_rate.times(revenue));
                (sales, close_rate, revenue)
            }
        };
        for (spread, gap) in [(cost, Gap::ZeroCost), (sales, Gap::ZeroSales)] {
            if spread.is_some_and(|spread| spread.likely <= 0.0) {
                gaps.push(gap);
            }
        }
        let likely = |spread: Option<Spread>| spread.map(|spread| spread.likely);
        let (c, s, p, v) = (likely(cost), likely(sales), likely(close_rate), likely(revenue));
        let variable_cost = channel.figures.variable_cost.unwrap_or_default();
        let left = margin - variable_cost;
        // Where less than nothing is left of a sale, many sales are the bad end.
        let contribution = sales.zip(cost).and_then(|(s, c)| {
            let (bad, good) = if left < 0.0 { (s.high, s.low) } else { (s.low, s.high) };
            Spread::of_ends([bad * left - c.high, s.likely * left - c.likely, good * left - c.low])
        });
        let likely_contribution = likely(contribution);
        let fixed_cost = channel.figures.fixed_cost_per_month;
        let known = fixed_cost.zip(contribution);
        Self {
            id: channel.id,
            cost,
            sales,
            cost_per_sale: c.zip(p).and_then(|(c, p)| cost_per_sale(c, p)),
            return_on_contact: s.zip(c).and_then(|(s, c)| return_on_contact(s, c)),
            contribution_per_contact: likely_contribution,
            contribution_per_month: (likely_contribution.zip(channel.figures.contacts_per_month))
                .and_then(|(contribution, contacts)| finite(contribution * contacts)),
            break_even_close_rate: c.zip(v).filter(|_| left > 0.0).and_then(|(c, v)| break_even_close_rate(c, v, left)),
            break_even_sales: c.filter(|_| left > 0.0).and_then(|c| break_even_sales(c, left)),
            variable_cost,
            contacts_per_month: channel.figures.contacts_per_month,
            fixed_cost_per_month: fixed_cost,
            contribution,
            return_range: sales.zip(cost).map_or([None; 3], |(s, c)| {
                [(s.low, c.high), (s.likely, c.likely), (s.high, c.low)].map(|(s, c)| return_on_contact(s, c))
            }),
            cost_per_sale_range: close_rate.zip(cost).map_or([None; 3], |(p, c)| {
                [(c.low, p.high), (c.likely, p.likely), (c.high, p.low)].map(|(c, p)| cost_per_sale(c, p))
            }),
            break_even_contacts: known.map(|(fixed, left_over)| {
                let why = if s.is_some_and(|s| s <= 0.0) {
                    Never::NoSales
                } else if margin <= 0.0 {
                    Never::NoMargin
                } else if left <= 0.0 {
                    Never::Commission
                } else {
                    Never::Loses
                };
                break_even_contacts(fixed, left_over.likely).ok_or(why)
            }),
            break_even_contacts_range: known
                .map(|(fixed, left_over)| [left_over.high, left_over.low].map(|x| break_even_contacts(fixed, x))),
            standing: Standing::Incomplete,
            gaps,
        }
    }

    /// Likely cost and sales per contact, when both are known.
    pub fn point(&self) -> Option<(f64, f64)> {
        Some((self.cost?.likely, self.sales?.likely))
    }

    /// Its standing in words; other channels by their names in `project`.
    pub fn standing_message(&self, project: &Project) -> Message {
        let name = |id| project.channel(id).map_or_else(|| "".into(), |(_, channel)| channel.shown_name());
        match self.standing {
            Standing::Efficient => Message::new("standing-efficient"),
            Standing::Dominated { by, clearly: true } => {
                Message::new("standing-clearly-dominated").with("by", name(by))
            }
            Standing::Dominated { by, clearly: false } => Message::new("standing-dominated").with("by", name(by)),
            Standing::BelowMixture { cheaper: Some(cheaper), dearer } => {
                Message::new("standing-below-mixture").with("cheaper", name(cheaper)).with("dearer", name(dearer))
            }
            Standing::BelowMixture { cheaper: None, dearer } => {
                Message::new("standing-below-part").with("dearer", name(dearer))
            }
            Standing::Loses => Message::new("standing-loses"),
            Standing::Incomplete => Message::new("idle-missing").with("what", self.gaps_value(Gap::is_missing)),
            Standing::CantDeliver => Message::new("standing-cant-deliver"),
        }
    }

    /// Those of its gaps that `wanted` picks, in words, one after the other.
    pub fn gaps_value(&self, wanted: impl Fn(Gap) -> bool) -> Value {
        (self.gaps.iter().filter(|gap| wanted(**gap)))
            .map(|gap| Value::from(Message::new(gap.key())))
            .reduce(|before, gap| Message::new("list-of-two").with("before", before).with("last", gap).into())
            .unwrap_or_else(|| "".into())
    }
}

/// All channels of a project compared, over all segments or for one.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Comparison {
    /// m: the margin that counts.
    pub margin: f64,
    /// Each channel, in the project's order.
    pub channels: Vec<ChannelFigures>,
    /// The efficient ones, by cost; those that tie in the project's order.
    pub frontier: Vec<ChannelId>,
}

impl Comparison {
    /// Compares the channels of a project by their own figures. Cost: quadratic in the channels.
    pub fn of(project: &Project) -> Self {
        let figures = project.channels.iter().map(|channel| ChannelFigures::of(channel, project.margin));
        Self::among(project.margin, figures.collect())
    }

    pub(super) fn among(margin: f64, mut channels: Vec<ChannelFigures>) -> Self {
        let rivals: Vec<Rival> = channels.iter().enumerate().filter_map(|(place, one)| Rival::of(place, one)).collect();
        let (earning, losing): (Vec<_>, Vec<_>) = rivals.into_iter().partition(|one| one.point.left > 0.0);
        losing.iter().for_each(|one| channels[one.place].standing = Standing::Loses);
        let undominated = |one: &Rival| !earning.iter().any(|other| other.point.dominates(one.point));
        let mut candidates: Vec<&Rival> = earning.iter().filter(|one| undominated(one)).collect();
        candidates.sort_by(|a, b| a.point.cost.total_cmp(&b.point.cost));
        let hull = hull(&candidates);
        for one in &candidates {
            let dearer = hull.iter().find(|(corner, _)| corner.cost >= one.point.cost);
            let cheaper = hull.iter().rev().find(|(corner, _)| corner.cost < one.point.cost);
            channels[one.place].standing = match (cheaper, dearer) {
                (Some((low, cheaper)), Some((high, Some(dearer)))) if one.point.is_below(*low, *high) => {
                    Standing::BelowMixture {
                        cheaper: cheaper.map(|one| channels[one.place].id),
                        dearer: channels[dearer.place].id,
                    }
                }
                _ => Standing::Efficient,
            };
        }
        for one in earning.iter().filter(|one| !undominated(one)) {
            let strongest = (earning.iter())
                .filter(|other| other.point.dominates(one.point))
                .map(|other| {
                    let efficient = channels[other.place].standing == Standing::Efficient;
                    (other.worst.dominates(one.best), efficient, other)
                })
                .reduce(|best, next| if stronger(next, best) { next } else { best });
            if let Some((clearly, _, other)) = strongest {
                channels[one.place].standing = Standing::Dominated { by: channels[other.place].id, clearly };
            }
        }
        let efficient = candidates.iter().filter(|one| channels[one.place].standing == Standing::Efficient);
        let frontier = efficient.map(|one| channels[one.place].id).collect();
        Self { margin, channels, frontier }
    }

    /// What follows for that channel. Cost: linear in the channels.
    pub fn find(&self, id: ChannelId) -> Option<&ChannelFigures> {
        self.channels.iter().find(|figures| figures.id == id)
    }
}

/// What a contact costs, and what it leaves.
#[derive(Debug, Clone, Copy)]
struct Point {
    cost: f64,
    left: f64,
}

impl Point {
    /// No contact at all.
    const NOTHING: Self = Self { cost: 0.0, left: 0.0 };

    /// Cost no higher and contribution no lower, one of them better. Exact ties dominate neither.
    fn dominates(self, other: Self) -> bool {
        self.cost <= other.cost && self.left >= other.left && (self.cost < other.cost || self.left > other.left)
    }

    /// What each unit of cost more adds, from here to a point that costs more.
    fn slope(self, to: Self) -> f64 {
        (to.left - self.left) / (to.cost - self.cost)
    }

    /// It lies below the line between two points, by more than noise.
    fn is_below(self, low: Self, high: Self) -> bool {
        self.cost < high.cost && low.slope(self) < low.slope(high) * (1.0 - 1e-12)
    }
}

/// The corners of the upper hull over points that rise by cost, from no contact on. A corner without a rival is no contact.
fn hull<'a>(rising: &[&'a Rival]) -> Vec<(Point, Option<&'a Rival>)> {
    let mut corners: Vec<(Point, Option<&Rival>)> = vec![(Point::NOTHING, None)];
    for one in rising {
        // Equal ones are one corner, and what costs nothing leaves no need for no contact.
        if corners.last().is_some_and(|(last, _)| last.cost >= one.point.cost && last.left >= one.point.left) {
            continue;
        }
        while let [.., before, (last, _)] = corners.as_slice() {
            if !last.is_below(before.0, one.point) {
                break;
            }
            corners.pop();
        }
        if one.point.cost <= 0.0 {
            corners.clear();
        }
        corners.push((one.point, Some(one)));
    }
    corners
}

/// A channel that can be compared.
#[derive(Debug, Clone, Copy)]
struct Rival {
    place: usize,
    point: Point,
    best: Point,
    worst: Point,
    /// s / c, only to choose among dominators: what costs nothing returns without limit.
    yields: f64,
}

impl Rival {
    fn of(place: usize, figures: &ChannelFigures) -> Option<Self> {
        if figures.standing == Standing::CantDeliver {
            return None;
        }
        let (cost, sales, left) = (figures.cost?, figures.sales?, figures.contribution?);
        Some(Self {
            place,
            point: Point { cost: cost.likely, left: left.likely },
            best: Point { cost: cost.low, left: left.high },
            worst: Point { cost: cost.high, left: left.low },
            yields: if sales.likely > 0.0 { sales.likely / cost.likely } else { 0.0 },
        })
    }
}

/// A dominator, with whether it is clearly one and whether it is efficient, convinces more than another.
fn stronger(a: (bool, bool, &Rival), b: (bool, bool, &Rival)) -> bool {
    (a.0, a.1).cmp(&(b.0, b.1)).then_with(|| a.2.yields.total_cmp(&b.2.yields)).is_gt()
}

/// A count of people, contacts or meetings: rounded up, but not for the noise of a division that comes out even.
pub fn whole_up(count: f64) -> f64 {
    let near = count.round();
    if (count - near).abs() <= 1e-9 * near.max(1.0) { near } else { count.ceil() }
}

#[cfg(test)]
mod tests;
