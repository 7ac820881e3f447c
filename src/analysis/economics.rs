//! Own against external, and which input moves a result most.

use super::channels::{ChannelFigures, Comparison, Spread, Standing};
use crate::project::{Channel, ChannelId, Message, Owner, Project, SalesFrom, Value};

/// What selling through a channel costs over a period: F + k·S for sales S (Kotler).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CostLine {
    /// The most that can be sold: as many contacts as can be made. The line ends there.
    pub most: Option<f64>,
    /// F: what is paid however much is sold.
    pub fixed: f64,
    /// k: what is paid for each unit of money sold.
    pub share: f64,
}

impl CostLine {
    /// The line of a channel over so many months. What a contact costs grows with sales too, so that k is the
    /// channel's own share and c/s together. None without cost and sales per contact.
    pub fn of(figures: &ChannelFigures, months: f64) -> Option<Self> {
        let (cost, sales) = figures.point()?;
        let line = Self {
            fixed: figures.fixed_cost_per_month.unwrap_or_default() * months,
            share: figures.variable_cost + cost / sales,
            most: figures.contacts_per_month.map(|contacts| contacts * months * sales).filter(|most| most.is_finite()),
        };
        (line.fixed.is_finite() && line.share.is_finite()).then_some(line)
    }

    /// The cost of selling for that much.
    pub fn cost(self, sales: f64) -> f64 {
        self.fixed + self.share * sales
    }
}

/// Which of two ways of selling is cheaper.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Indifference {
    /// Both cost the same at `sales`; the one that costs less up to there is the first or the second.
    At {
        /// S*: the sales of the period.
        sales: f64,
        /// What either costs then.
        cost: f64,
        /// The first is cheaper below.
        first_below: bool,
    },
    /// They would cost the same at `sales`, which one of them can't sell; the other way round below it.
    Beyond {
        /// S*: the sales of the period.
        sales: f64,
        /// The first is cheaper below.
        first_below: bool,
        /// The most that both can sell.
        most: f64,
        /// The first is the one that can't sell more.
        first_ends: bool,
    },
    /// The first is never dearer.
    First,
    /// The second is never dearer.
    Second,
    /// They cost the same whatever is sold.
    Same,
}

/// Where two ways of selling cost the same: S* = (F₁ − F₂) / (k₂ − k₁) (Kotler).
pub fn indifference(first: CostLine, second: CostLine) -> Indifference {
    let (fixed, share) = (first.fixed - second.fixed, second.share - first.share);
    let sales = fixed / share;
    if sales > 0.0 && sales.is_finite() && first.cost(sales).is_finite() {
        let ends = [first.most, second.most].map(|most| most.unwrap_or(f64::INFINITY));
        let most = ends[0].min(ends[1]);
        if sales > most {
            return Indifference::Beyond { sales, first_below: fixed < 0.0, most, first_ends: ends[0] <= ends[1] };
        }
        return Indifference::At { sales, cost: first.cost(sales), first_below: fixed < 0.0 };
    }
    // They meet nowhere above zero, so that where one starts or rises less, it stays.
    if fixed == 0.0 && share == 0.0 {
        Indifference::Same
    } else if fixed < 0.0 || (fixed == 0.0 && share > 0.0) {
        Indifference::First
    } else {
        Indifference::Second
    }
}

/// An own and an external channel that are worth comparing: of those that can deliver and whose cost line is known, the
/// one that leaves most of what it sells, (m − k) − c/s; ties by their place in the project.
pub fn usual_rivals(project: &Project, comparison: &Comparison) -> [Option<ChannelId>; 2] {
    // The margin is the same for all, so that the cheapest share of sales leaves most.
    let share = |figures: &ChannelFigures| CostLine::of(figures, 1.0).map(|line| line.share);
    Owner::ALL.map(|owner| {
        (project.channels.iter().zip(&comparison.channels))
            .filter(|(channel, figures)| channel.owner == owner && figures.standing != Standing::CantDeliver)
            .filter_map(|(channel, figures)| Some((channel.id, share(figures)?)))
            .reduce(|best, next| if next.1 < best.1 { next } else { best })
            .map(|(id, _)| id)
    })
}

/// An input and what it does to the result when it alone is as low or as high as is realistic.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// What is moved.
    pub input: Message,
    /// The input's range.
    pub range: Spread,
    /// The input is a share, to be shown as a percentage, rather than money.
    pub is_share: bool,
    /// The result at the low end.
    pub at_low: f64,
    /// The result at the high end.
    pub at_high: f64,
}

impl Bar {
    /// How far the result moves.
    pub fn swing(&self) -> f64 {
        (self.at_high - self.at_low).abs()
    }
}

/// Which input moves a result most.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Tornado {
    /// The result with every input at its likely figure.
    pub base: f64,
    /// The inputs that have a range, the one that moves most first; ties keep the order that they came in.
    pub bars: Vec<Bar>,
    /// Inputs that have no range, so that they move nothing.
    pub without_range: usize,
}

impl Tornado {
    /// The tornado of inputs that each come with their range and the results at its ends.
    pub fn of(base: f64, inputs: impl IntoIterator<Item = Bar>) -> Self {
        let (mut bars, fixed): (Vec<_>, Vec<_>) = inputs.into_iter().partition(|bar| bar.range.is_range());
        bars.sort_by(|a, b| b.swing().total_cmp(&a.swing()));
        Self { base, bars, without_range: fixed.len() }
    }
}

/// An input of a channel's contribution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Input {
    /// c.
    Cost,
    /// s, typed.
    Sales,
    /// p.
    CloseRate,
    /// v.
    Revenue,
}

impl Input {
    /// Those that a channel's contribution comes from.
    pub fn of(channel: &Channel) -> &'static [Self] {
        match channel.figures.sales_from() {
            SalesFrom::Typed => &[Self::Cost, Self::Sales],
            SalesFrom::CloseRate => &[Self::Cost, Self::CloseRate, Self::Revenue],
        }
    }

    /// The key of its name in the text catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Self::Cost => "field-cost-per-contact",
            Self::Sales => "field-sales-per-contact",
            Self::CloseRate => "field-close-rate",
            Self::Revenue => "field-revenue-per-sale",
        }
    }

    /// Its range in a channel.
    pub fn range(self, channel: &Channel) -> Option<Spread> {
        Spread::of(match self {
            Self::Cost => channel.figures.cost_per_contact,
            Self::Sales => channel.figures.sales_per_contact,
            Self::CloseRate => channel.figures.close_rate,
            Self::Revenue => channel.figures.revenue_per_sale,
        })
    }

    /// It is a share of 1.
    pub fn is_share(self) -> bool {
        self == Self::CloseRate
    }

    /// What one contact leaves with this input at `value` and the others at their likely figures.
    pub fn contribution(self, channel: &Channel, value: f64, margin: f64) -> Option<f64> {
        let likely = |input: Self| {
            if input == self { Some(value) } else { input.range(channel).map(|range| range.likely) }
        };
        let sales = match channel.figures.sales_from() {
            SalesFrom::Typed => likely(Self::Sales)?,
            SalesFrom::CloseRate => likely(Self::CloseRate)? * likely(Self::Revenue)?,
        };
        let left = sales * (margin - channel.figures.variable_cost.unwrap_or_default()) - likely(Self::Cost)?;
        left.is_finite().then_some(left)
    }
}

/// Which input moves what one contact of a channel leaves most. None where a figure is missing.
pub fn channel_tornado(channel: &Channel, margin: f64) -> Option<Tornado> {
    let base = ChannelFigures::of(channel, margin).contribution_per_contact?;
    let bar = |input: &Input| {
        let range = input.range(channel)?;
        let at = |value| input.contribution(channel, value, margin);
        let (at_low, at_high) = (at(range.low)?, at(range.high)?);
        Some(Bar { input: Message::new(input.key()), range, is_share: input.is_share(), at_low, at_high })
    };
    let bars: Option<Vec<_>> = Input::of(channel).iter().map(bar).collect();
    Some(Tornado::of(base, bars?))
}

/// What the crossing of two named ways of selling means, in words; amounts are filled in by `money`.
pub fn indifference_message(found: Indifference, names: [Value; 2], money: impl Fn(f64) -> String) -> Message {
    let [first, second] = names;
    let cheaper = |name| Message::new("indifference-always").with("cheaper", name);
    match found {
        Indifference::At { sales, cost, first_below } => {
            let (below, above) = if first_below { (first, second) } else { (second, first) };
            Message::new("indifference-at")
                .with("sales", money(sales))
                .with("cost", money(cost))
                .with("below", below)
                .with("above", above)
        }
        Indifference::Beyond { sales, first_below, most, first_ends } => {
            let ends = if first_ends { first.clone() } else { second.clone() };
            Message::new("indifference-beyond")
                .with("cheaper", if first_below { first } else { second })
                .with("ends", ends)
                .with("most", money(most))
                .with("sales", money(sales))
        }
        Indifference::First => cheaper(first),
        Indifference::Second => cheaper(second),
        Indifference::Same => Message::new("indifference-same"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Estimate;
    use crate::project::Figures;
    use proptest::prelude::*;

    #[test]
    fn own_pays_from_a_million_on() {
        // Derived in formulas.md from Kotler: F 100,000 against 0, k 5 % against 15 % → S* = 1,000,000.
        let own = CostLine { fixed: 100_000.0, share: 0.05, most: None };
        let external = CostLine { fixed: 0.0, share: 0.15, most: None };
        let Indifference::At { sales, cost, first_below } = indifference(own, external) else { panic!("they cross") };
        assert!((sales - 1e6).abs() < 1e-6 && (cost - 150_000.0).abs() < 1e-6);
        assert!(!first_below, "below it the external one is cheaper");
    }

    #[test]
    fn lines_that_do_not_cross() {
        let line = |fixed, share| CostLine { fixed, share, most: None };
        assert_eq!(indifference(line(0.0, 0.1), line(5.0, 0.2)), Indifference::First);
        assert_eq!(indifference(line(5.0, 0.2), line(0.0, 0.1)), Indifference::Second);
        assert_eq!(indifference(line(0.0, 0.1), line(0.0, 0.2)), Indifference::First);
        assert_eq!(indifference(line(9.0, 0.1), line(5.0, 0.1)), Indifference::Second);
        assert_eq!(indifference(line(5.0, 0.1), line(5.0, 0.1)), Indifference::Same);
    }

    #[test]
    fn a_contact_that_costs_is_a_share_of_sales_too() {
        // By hand: c/s = 20/100 and a commission of 15 %; F 1,000 a month over a year.
        let channel = Channel {
            figures: Figures {
                cost_per_contact: Estimate::point(20.0),
                sales_per_contact: Estimate::point(100.0),
                variable_cost: Some(0.15),
                fixed_cost_per_month: Some(1000.0),
                ..Figures::default()
            },
            ..Channel::new("Agents")
        };
        let line = CostLine::of(&ChannelFigures::of(&channel, 0.5), 12.0).expect("known figures");
        assert!((line.share - 0.35).abs() < 1e-12 && (line.fixed - 12_000.0).abs() < 1e-9);
        let none =
            Channel { figures: Figures { sales_per_contact: Estimate::point(0.0), ..channel.figures }, ..channel };
        assert_eq!(CostLine::of(&ChannelFigures::of(&none, 0.5), 12.0), None);
    }

    #[test]
    fn what_moves_most_stands_first() {
        // By hand: s = 0.1 · 1,000 = 100, m 0.5, c 20: 30 is left. p from 5 % to 20 %: 5 to 80; v from 900 to 1,100: 25
        // to 35; c has no range.
        let channel = Channel {
            figures: Figures {
                cost_per_contact: Estimate::point(20.0),
                sales_from: Some(SalesFrom::CloseRate),
                close_rate: Estimate::range(0.05, 0.1, 0.2),
                revenue_per_sale: Estimate::range(900.0, 1000.0, 1100.0),
                ..Figures::default()
            },
            ..Channel::new("Phone")
        };
        let tornado = channel_tornado(&channel, 0.5).expect("known figures");
        assert!((tornado.base - 30.0).abs() < 1e-9);
        let keys: Vec<_> = tornado.bars.iter().map(|bar| bar.input.key).collect();
        assert_eq!(keys, ["field-close-rate", "field-revenue-per-sale"]);
        assert!((tornado.bars[0].at_low - 5.0).abs() < 1e-9 && (tornado.bars[0].at_high - 80.0).abs() < 1e-9);
        assert!((tornado.bars[1].at_low - 25.0).abs() < 1e-9 && (tornado.bars[1].at_high - 35.0).abs() < 1e-9);
        assert_eq!(tornado.without_range, 1);
        assert_eq!(channel_tornado(&Channel::new(""), 0.5), None);
    }

    /// 120,000 / (.2 − .1) = 1,200,000 of sales a year, and own sellers can sell 50 · 12 · 1,000 = 600,000: no crossing.
    #[test]
    fn a_crossing_beyond_capacity_is_none() {
        let at = |cost, contacts, fixed| Channel {
            figures: Figures {
                cost_per_contact: Estimate::point(cost),
                sales_per_contact: Estimate::point(1000.0),
                contacts_per_month: Some(contacts),
                fixed_cost_per_month: fixed,
                ..Figures::default()
            },
            ..Channel::new("")
        };
        let line = |channel: &Channel| CostLine::of(&ChannelFigures::of(channel, 0.5), 12.0).expect("known figures");
        let (own, agents) = (line(&at(100.0, 50.0, Some(10_000.0))), line(&at(200.0, 500.0, None)));
        let found = indifference(own, agents);
        let Indifference::Beyond { sales, first_below: false, most, first_ends: true } = found else {
            panic!("{found:?}")
        };
        assert!((sales - 1_200_000.0).abs() < 1e-3 && (most - 600_000.0).abs() < 1e-6);
        let message = indifference_message(found, ["Own".into(), "Agents".into()], |amount| format!("{amount:.0}"));
        assert_eq!(message.key, "indifference-beyond");
        assert!(message.args.contains(&("cheaper", "Agents".into())) && message.args.contains(&("ends", "Own".into())));
    }

    #[test]
    fn rivals_are_the_best_of_each_owner() {
        let at = |owner, sales| Channel {
            owner,
            figures: Figures {
                cost_per_contact: Estimate::point(10.0),
                sales_per_contact: Estimate::point(sales),
                ..Figures::default()
            },
            ..Channel::new("")
        };
        let channels = [at(Owner::Own, 50.0), at(Owner::Own, 70.0), at(Owner::External, 0.0)];
        let project = Project { channels: channels.into_iter().collect(), ..Project::default() };
        let rivals = usual_rivals(&project, &Comparison::of(&project));
        assert_eq!(rivals, [Some(project.channels[1].id), None]);
    }

    proptest! {
        #[test]
        fn at_the_crossing_both_cost_the_same(
            fixed in prop::array::uniform2(0.0..1e7_f64), share in prop::array::uniform2(0.0..1.0_f64),
            most in prop::array::uniform2(prop::option::of(0.0..1e8_f64)),
        ) {
            let [first, second] =
                [0, 1].map(|at| CostLine { fixed: fixed[at], share: share[at], most: most[at] });
            let near = |a: f64, b: f64| (a - b).abs() <= 1e-6 * a.abs().max(1.0);
            match indifference(first, second) {
                Indifference::At { sales, cost, first_below } => {
                    prop_assert!(near(first.cost(sales), second.cost(sales)) && near(cost, first.cost(sales)));
                    prop_assert_eq!(first_below, first.cost(sales / 2.0) < second.cost(sales / 2.0));
                }
                Indifference::Beyond { sales, first_below, most: end, first_ends } => {
                    prop_assert!(near(first.cost(sales), second.cost(sales)) && end < sales);
                    prop_assert_eq!(most[usize::from(!first_ends)], Some(end));
                    prop_assert_eq!(first_below, first.cost(end) < second.cost(end));
                }
                Indifference::First => prop_assert!(first.cost(0.0) <= second.cost(0.0) && first.cost(1e9) <= second.cost(1e9)),
                Indifference::Second => prop_assert!(second.cost(0.0) <= first.cost(0.0) && second.cost(1e9) <= first.cost(1e9)),
                Indifference::Same => prop_assert_eq!(first, second),
            }
        }
    }
}
