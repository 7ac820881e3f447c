//! Channels against each other: derived figures, the efficient frontier, who is dominated.
//!
//! Money is in the project's currency. Every formula is a function of its own here; one that can't be reckoned, as a
//! division by zero, is none. Nothing that comes out is NaN or infinite.

use crate::project::{Channel, ChannelId, Estimate, Message, Project, SalesFrom, Value};

/// What one sale costs: c / p, where a cost c closes p sales. None without sales.
pub fn cost_per_sale(cost: f64, sales: f64) -> Option<f64> {
    ratio(cost, sales)
}

/// Revenue for each unit of money spent: s / c. None when the contact costs nothing.
pub fn return_on_contact(sales_per_contact: f64, cost_per_contact: f64) -> Option<f64> {
    ratio(sales_per_contact, cost_per_contact)
}

/// What one contact leaves: s·m − c.
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
    /// The one to reckon with.
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
            Self::Cost => "gap-cost",
            Self::Sales => "gap-sales",
            Self::CloseRate => "gap-close-rate",
            Self::RevenuePerSale => "gap-revenue-per-sale",
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
    /// No other is at least as good in both cost and sales and better in one.
    Efficient,
    /// Another one is.
    Dominated {
        /// The most convincing of those: clearly so rather than not, then efficient, then with the higher return, then
        /// the first in the project.
        by: ChannelId,
        /// Even at its lowest cost and highest sales it is dominated by that one at its highest cost and lowest sales.
        clearly: bool,
    },
    /// Its cost or its sales per contact are missing, so that it isn't compared.
    Incomplete,
}

/// What follows for one channel. Figures are the likely ones where not said otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct ChannelFigures {
    /// Which.
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
    /// Where it stands.
    pub standing: Standing,
    /// What is missing or zero.
    pub gaps: Vec<Gap>,
}

impl ChannelFigures {
    fn of(channel: &Channel, margin: f64) -> Self {
        let mut gaps = Vec::new();
        let mut known = |estimate: Estimate, gap: Gap| {
            let spread = Spread::of(estimate);
            if spread.is_none() {
                gaps.push(gap);
            }
            spread
        };
        let cost = known(channel.cost_per_contact, Gap::Cost);
        let (sales, close_rate, revenue) = match channel.sales_from {
            SalesFrom::Typed => (known(channel.sales_per_contact, Gap::Sales), None, None),
            SalesFrom::CloseRate => {
                let close_rate = known(channel.close_rate, Gap::CloseRate);
                let revenue = known(channel.revenue_per_sale, Gap::RevenuePerSale);
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
        let contribution = s.zip(c).and_then(|(s, c)| contribution_per_contact(s, margin, c));
        Self {
            id: channel.id,
            cost,
            sales,
            cost_per_sale: c.zip(p).and_then(|(c, p)| cost_per_sale(c, p)),
            return_on_contact: s.zip(c).and_then(|(s, c)| return_on_contact(s, c)),
            contribution_per_contact: contribution,
            contribution_per_month: (contribution.zip(channel.contacts_per_month))
                .and_then(|(contribution, contacts)| finite(contribution * contacts)),
            break_even_close_rate: c.zip(v).and_then(|(c, v)| break_even_close_rate(c, v, margin)),
            break_even_sales: c.and_then(|c| break_even_sales(c, margin)),
            standing: Standing::Incomplete,
            gaps,
        }
    }

    /// Likely cost and sales per contact, when both are known.
    pub fn point(&self) -> Option<(f64, f64)> {
        Some((self.cost?.likely, self.sales?.likely))
    }

    /// Its standing in words; a dominating channel by its name in `project`.
    pub fn standing_message(&self, project: &Project) -> Message {
        match self.standing {
            Standing::Efficient => Message::new("standing-efficient"),
            Standing::Dominated { by, clearly } => {
                let name = project.channel(by).map_or_else(|| "".into(), |(_, channel)| channel.shown_name());
                let key = if clearly { "standing-clearly-dominated" } else { "standing-dominated" };
                Message { key, args: vec![("by", name)] }
            }
            Standing::Incomplete => Message::new("standing-missing").with("what", self.gaps_value(Gap::is_missing)),
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

/// All channels of a project compared.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Comparison {
    /// Each channel, in the project's order.
    pub channels: Vec<ChannelFigures>,
    /// The efficient ones, by cost, then by sales; those that tie in both in the project's order.
    pub frontier: Vec<ChannelId>,
}

impl Comparison {
    /// Compares the channels of a project. Cost: quadratic in the channels.
    pub fn of(project: &Project) -> Self {
        let mut channels: Vec<_> =
            project.channels.iter().map(|channel| ChannelFigures::of(channel, project.margin)).collect();
        let rivals: Vec<Rival> = channels.iter().enumerate().filter_map(|(place, one)| Rival::of(place, one)).collect();
        let efficient: Vec<bool> =
            rivals.iter().map(|one| !rivals.iter().any(|other| other.point.dominates(one.point))).collect();
        for one in &rivals {
            let strongest = (rivals.iter().zip(&efficient))
                .filter(|(other, _)| other.point.dominates(one.point))
                .map(|(other, efficient)| (other.worst.dominates(one.best), *efficient, other))
                .reduce(|best, next| if stronger(next, best) { next } else { best });
            channels[one.place].standing = match strongest {
                Some((clearly, _, other)) => Standing::Dominated { by: channels[other.place].id, clearly },
                None => Standing::Efficient,
            };
        }
        let mut frontier: Vec<_> =
            rivals.iter().zip(&efficient).filter(|(_, efficient)| **efficient).map(|(one, _)| one).collect();
        frontier.sort_by(|a, b| {
            a.point.cost.total_cmp(&b.point.cost).then_with(|| a.point.sales.total_cmp(&b.point.sales))
        });
        let frontier = frontier.into_iter().map(|one| channels[one.place].id).collect();
        Self { channels, frontier }
    }

    /// What follows for that channel. Cost: linear in the channels.
    pub fn find(&self, id: ChannelId) -> Option<&ChannelFigures> {
        self.channels.iter().find(|figures| figures.id == id)
    }
}

#[derive(Debug, Clone, Copy)]
struct Point {
    cost: f64,
    sales: f64,
}

impl Point {
    /// Cost no higher and sales no lower, one of them better. Exact ties dominate neither.
    fn dominates(self, other: Self) -> bool {
        self.cost <= other.cost && self.sales >= other.sales && (self.cost < other.cost || self.sales > other.sales)
    }
}

/// A channel that can be compared.
#[derive(Debug, Clone, Copy)]
struct Rival {
    place: usize,
    point: Point,
    best: Point,
    worst: Point,
}

impl Rival {
    fn of(place: usize, figures: &ChannelFigures) -> Option<Self> {
        let (cost, sales) = (figures.cost?, figures.sales?);
        Some(Self {
            place,
            point: Point { cost: cost.likely, sales: sales.likely },
            best: Point { cost: cost.low, sales: sales.high },
            worst: Point { cost: cost.high, sales: sales.low },
        })
    }

    /// Only for the choice among dominators: what costs nothing and sells returns without limit.
    fn yields(&self) -> f64 {
        if self.point.sales > 0.0 { self.point.sales / self.point.cost } else { 0.0 }
    }
}

/// A dominator, with whether it is clearly one and whether it is efficient, convinces more than another.
fn stronger(a: (bool, bool, &Rival), b: (bool, bool, &Rival)) -> bool {
    (a.0, a.1).cmp(&(b.0, b.1)).then_with(|| a.2.yields().total_cmp(&b.2.yields())).is_gt()
}

#[cfg(test)]
mod tests;
