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
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn near(value: Option<f64>, expected: f64) -> bool {
        value.is_some_and(|value| (value - expected).abs() < 0.05)
    }

    fn typed(name: &str, cost: Estimate, sales: Estimate) -> Channel {
        Channel { cost_per_contact: cost, sales_per_contact: sales, ..Channel::new(name) }
    }

    fn at(name: &str, cost: f64, sales: f64) -> Channel {
        typed(name, Estimate::point(cost), Estimate::point(sales))
    }

    fn project(channels: impl IntoIterator<Item = Channel>) -> Project {
        Project { channels: channels.into_iter().collect(), ..Project::default() }
    }

    fn names(project: &Project, ids: &[ChannelId]) -> Vec<String> {
        ids.iter().map(|id| project.channel(*id).expect("a channel of it").1.name.to_string()).collect()
    }

    #[test]
    fn the_dearer_contact_wins() {
        // madleadflow.com: $15 a contact at 3 % is $500 a sale, $50 at 40 % is $125.
        let of = |cost, rate| Channel {
            cost_per_contact: Estimate::point(cost),
            sales_from: SalesFrom::CloseRate,
            close_rate: Estimate::point(rate),
            revenue_per_sale: Estimate::point(1000.0),
            ..Channel::new("")
        };
        let comparison = Comparison::of(&project([of(15.0, 0.03), of(50.0, 0.4)]));
        assert!(near(comparison.channels[0].cost_per_sale, 500.0));
        assert!(near(comparison.channels[1].cost_per_sale, 125.0));
        assert!(near(comparison.channels[0].return_on_contact, 2.0));
        assert!(near(comparison.channels[1].return_on_contact, 8.0));
    }

    #[test]
    fn customer_acquisition_cost() {
        // Printed as 54.1, 250 and 12.9 for 487/9, 500/2 and 400/31.
        assert!(near(cost_per_sale(487.0, 9.0), 54.1));
        assert!(near(cost_per_sale(500.0, 2.0), 250.0));
        assert!(near(cost_per_sale(400.0, 31.0), 12.9));
    }

    #[test]
    fn figures_of_a_channel() {
        // By hand: c 200, p 10 %, v 5,000, m 0.5, so s = 500 and a contact leaves 250 − 200.
        let channel = Channel {
            cost_per_contact: Estimate::range(100.0, 200.0, 400.0),
            sales_from: SalesFrom::CloseRate,
            close_rate: Estimate::range(0.05, 0.1, 0.2),
            revenue_per_sale: Estimate { low: Some(4000.0), likely: Some(5000.0), high: None },
            contacts_per_month: Some(30.0),
            ..Channel::new("Telesales")
        };
        let project = Project { margin: 0.5, ..project([channel]) };
        let comparison = Comparison::of(&project);
        let figures = &comparison.channels[0];
        assert_eq!(figures.sales, Some(Spread { low: 200.0, likely: 500.0, high: 1000.0 }));
        assert!(near(figures.cost_per_sale, 2000.0));
        assert!(near(figures.return_on_contact, 2.5));
        assert!(near(figures.contribution_per_contact, 50.0));
        assert!(near(figures.contribution_per_month, 1500.0));
        assert!((figures.break_even_close_rate.expect("one") - 0.08).abs() < 1e-12);
        assert!(near(figures.break_even_sales, 400.0));
        assert_eq!(figures.standing, Standing::Efficient);
        assert_eq!(figures.gaps, []);
    }

    #[test]
    fn at_break_even_nothing_is_left() {
        let sales = break_even_sales(200.0, 0.4).expect("a margin");
        assert!(near(contribution_per_contact(sales, 0.4, 200.0), 0.0));
        let close_rate = break_even_close_rate(200.0, 5000.0, 0.4).expect("a margin");
        assert!(near(Some(close_rate * 5000.0), sales));
    }

    #[test]
    fn what_can_not_be_divided_is_none() {
        assert_eq!(cost_per_sale(10.0, 0.0), None);
        assert_eq!(cost_per_sale(0.0, 0.0), None);
        assert_eq!(return_on_contact(10.0, 0.0), None);
        assert_eq!(break_even_close_rate(10.0, 100.0, 0.0), None);
        assert_eq!(break_even_sales(10.0, 0.0), None);
        assert_eq!(return_on_contact(f64::MAX, f64::MIN_POSITIVE), None);
    }

    #[test]
    fn who_dominates_whom() {
        let field = [at("cheap", 1.0, 1.0), at("better", 2.0, 9.0), at("best", 8.0, 12.0), at("worse", 4.0, 5.0)];
        let project = project(field);
        let comparison = Comparison::of(&project);
        assert_eq!(names(&project, &comparison.frontier), ["cheap", "better", "best"]);
        let by = project.channels[1].id;
        assert_eq!(comparison.channels[3].standing, Standing::Dominated { by, clearly: true });
    }

    #[test]
    fn ties_dominate_neither() {
        let project = project([at("one", 2.0, 5.0), at("same", 2.0, 5.0), at("dearer", 3.0, 5.0)]);
        let comparison = Comparison::of(&project);
        assert_eq!(names(&project, &comparison.frontier), ["one", "same"]);
        let by = project.channels[0].id;
        assert_eq!(comparison.channels[2].standing, Standing::Dominated { by, clearly: true });
    }

    #[test]
    fn ranges_that_overlap_are_not_clear() {
        let strong = typed("strong", Estimate::range(8.0, 10.0, 15.0), Estimate::range(80.0, 100.0, 120.0));
        let near = typed("near", Estimate::range(12.0, 20.0, 30.0), Estimate::point(60.0));
        let far = typed("far", Estimate::range(16.0, 20.0, 30.0), Estimate::point(60.0));
        let project = project([strong, near, far]);
        let comparison = Comparison::of(&project);
        let by = project.channels[0].id;
        assert_eq!(comparison.channels[1].standing, Standing::Dominated { by, clearly: false });
        assert_eq!(comparison.channels[2].standing, Standing::Dominated { by, clearly: true });
    }

    #[test]
    fn the_most_convincing_dominator_is_named() {
        // All three dominate the last; the second is dominated itself, the third returns most.
        let project = project([at("a", 4.0, 9.0), at("b", 4.5, 8.5), at("c", 2.0, 8.0), at("last", 5.0, 7.0)]);
        let by = project.channels[2].id;
        assert_eq!(Comparison::of(&project).channels[3].standing, Standing::Dominated { by, clearly: true });
    }

    #[test]
    fn what_is_missing_or_zero() {
        let gaps = |channel: Channel| {
            let comparison = Comparison::of(&project([channel]));
            (comparison.channels[0].gaps.clone(), comparison.channels[0].standing, comparison.frontier.len())
        };
        let none = Channel::new("");
        assert_eq!(gaps(none.clone()), (vec![Gap::Cost, Gap::Sales], Standing::Incomplete, 0));
        let rate = Channel { sales_from: SalesFrom::CloseRate, ..none };
        assert_eq!(gaps(rate), (vec![Gap::Cost, Gap::CloseRate, Gap::RevenuePerSale], Standing::Incomplete, 0));
        assert_eq!(gaps(at("", 0.0, 3.0)), (vec![Gap::ZeroCost], Standing::Efficient, 1));
        assert_eq!(gaps(at("", 3.0, 0.0)), (vec![Gap::ZeroSales], Standing::Efficient, 1));
        let low_only = Estimate { low: Some(1.0), likely: None, high: None };
        assert_eq!(gaps(typed("", low_only, Estimate::point(1.0))), (vec![Gap::Cost], Standing::Incomplete, 0));
    }

    fn estimate() -> impl Strategy<Value = Estimate> {
        // Few values, so that ties are common.
        let figure = prop_oneof![4 => (0_u8..6).prop_map(f64::from), 1 => 0.0..1e300_f64, 1 => Just(f64::MIN_POSITIVE)];
        (prop::collection::vec(figure, 3), any::<[bool; 2]>(), 0_u8..8).prop_map(|(mut figures, ends, likely)| {
            figures.sort_by(f64::total_cmp);
            Estimate {
                low: ends[0].then_some(figures[0]),
                likely: (likely > 0).then_some(figures[1]),
                high: ends[1].then_some(figures[2]),
            }
        })
    }

    fn channel() -> impl Strategy<Value = Channel> {
        (estimate(), estimate(), 0.0..=1.0_f64, any::<bool>()).prop_map(|(cost, sales, rate, typed)| Channel {
            cost_per_contact: cost,
            sales_per_contact: sales,
            revenue_per_sale: sales,
            close_rate: Estimate::point(rate),
            sales_from: if typed { SalesFrom::Typed } else { SalesFrom::CloseRate },
            contacts_per_month: Some(1e9),
            ..Channel::new("")
        })
    }

    proptest! {
        #[test]
        fn efficient_or_dominated_by_an_efficient_one(
            channels in prop::collection::vec(channel(), 0..12),
            margin in 0.0..=1.0_f64,
        ) {
            let comparison = Comparison::of(&Project { margin, ..project(channels) });
            let point = |id: ChannelId| {
                let (cost, sales) = comparison.find(id).and_then(ChannelFigures::point).expect("a compared channel");
                Point { cost, sales }
            };
            for figures in &comparison.channels {
                let on_frontier = comparison.frontier.contains(&figures.id);
                prop_assert_eq!(figures.standing == Standing::Efficient, on_frontier);
                prop_assert_eq!(figures.standing == Standing::Incomplete, figures.point().is_none());
                if let Standing::Dominated { by, .. } = figures.standing {
                    prop_assert!(point(by).dominates(point(figures.id)));
                    prop_assert!(comparison.frontier.iter().any(|id| point(*id).dominates(point(figures.id))));
                }
                if on_frontier {
                    prop_assert!(!comparison.frontier.iter().any(|id| point(*id).dominates(point(figures.id))));
                }
            }
            let points: Vec<_> = comparison.frontier.iter().map(|id| point(*id)).collect();
            prop_assert!(points.is_sorted_by(|a, b| a.cost <= b.cost && a.sales <= b.sales));
        }

        #[test]
        fn everything_is_a_number(channels in prop::collection::vec(channel(), 0..6), margin in 0.0..=1.0_f64) {
            for figures in Comparison::of(&Project { margin, ..project(channels) }).channels {
                let spreads = [figures.cost, figures.sales].into_iter().flatten();
                prop_assert!(spreads.clone().all(|one| one.low <= one.likely && one.likely <= one.high));
                let figures = [
                    figures.cost_per_sale, figures.return_on_contact, figures.contribution_per_contact,
                    figures.contribution_per_month, figures.break_even_close_rate, figures.break_even_sales,
                ];
                prop_assert!(figures.into_iter().flatten().all(f64::is_finite));
            }
        }

        #[test]
        fn order_moves_no_standing(channels in prop::collection::vec(channel(), 0..10), turn in 0_usize..10) {
            let before = Comparison::of(&project(channels.clone()));
            let mut turned = channels;
            let turn = turn.min(turned.len());
            turned.rotate_left(turn);
            turned.reverse();
            let after = Comparison::of(&project(turned));
            for figures in &before.channels {
                let other = after.find(figures.id).expect("the same channels");
                let blank = |standing| match standing {
                    Standing::Dominated { by: _, clearly } => (1, clearly),
                    Standing::Efficient => (0, false),
                    Standing::Incomplete => (2, false),
                };
                prop_assert_eq!(blank(figures.standing), blank(other.standing));
            }
        }
    }
}
