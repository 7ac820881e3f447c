//! Which input moves what a whole budget leaves most, with the contacts held.

use super::{Allocation, Pair, Problem};
use crate::analysis::channels::Spread;
use crate::analysis::coverage::name_of;
use crate::analysis::economics::{Bar, Input, Tornado};
use crate::project::{Channel, Estimate, Message, Project, SegmentId};

/// Moves each input of the pairs that get money, one at a time. A channel's own figure moves all segments that inherit it
/// at once, and the revenue of a product segment all that it is sold to.
pub fn tornado(project: &Project, problem: &Problem, allocation: &Allocation) -> Tornado {
    let used: Vec<(&Pair, f64)> = (problem.pairs.iter().zip(&allocation.shares))
        .filter(|(_, share)| share.contacts > 0.0)
        .map(|(pair, share)| (pair, share.contacts))
        .collect();
    let mut groups: Vec<(Group, Input, Vec<usize>)> = Vec::new();
    for (place, (pair, _)) in used.iter().enumerate() {
        for input in Input::of(&pair.channel) {
            let group = Group::of(project, pair, *input);
            match groups.iter_mut().find(|(other, of, _)| *other == group && of == input) {
                Some((.., places)) => places.push(place),
                None => groups.push((group, *input, vec![place])),
            }
        }
    }
    let bars = groups.iter().filter_map(|(group, input, places)| {
        let range = input.range(&used[*places.first()?].0.channel)?;
        let at = |value: f64| {
            let moved = places.iter().map(|place| {
                let (pair, contacts) = used[*place];
                let there = input.contribution(&pair.channel, value, pair.margin)?;
                Some((there - pair.contribution.likely) * contacts)
            });
            Some(allocation.contribution.likely + moved.sum::<Option<f64>>()?).filter(|sum| sum.is_finite())
        };
        let Spread { low, high, .. } = range;
        let (at_low, at_high) = (at(low)?, at(high)?);
        Some(Bar { input: group.message(project, *input), range, is_share: input.is_share(), at_low, at_high })
    });
    Tornado::of(allocation.contribution.likely, bars.collect::<Vec<_>>())
}

/// Whose figure an input is.
#[derive(Debug, Clone, PartialEq)]
enum Group {
    /// The channel's own, wherever it isn't overridden.
    Channel(Channel),
    /// A product segment's revenue of a sale.
    Product(SegmentId),
    /// Of a channel with one segment.
    Segment(Channel, SegmentId),
}

impl Group {
    fn of(project: &Project, pair: &Pair, input: Input) -> Self {
        let Some((_, channel)) = project.channel(pair.key.channel) else {
            return Self::Segment(pair.channel.clone(), pair.key.customer);
        };
        let given = &project.plan.reach(pair.key).figures;
        let overridden = |estimate: Estimate| !estimate.is_blank();
        let is_given = match input {
            Input::Cost => overridden(given.cost_per_contact),
            Input::Sales => overridden(given.sales_per_contact),
            Input::CloseRate => overridden(given.close_rate),
            Input::Revenue => overridden(given.revenue_per_sale),
        };
        if is_given {
            return Self::Segment(channel.clone(), pair.key.customer);
        }
        match (input, pair.product) {
            (Input::Revenue, Some(product)) if !project.plan.offer(product).revenue_per_sale.is_blank() => {
                Self::Product(product)
            }
            _ => Self::Channel(channel.clone()),
        }
    }

    fn message(&self, project: &Project, input: Input) -> Message {
        let input = Message::new(input.key());
        match self {
            Self::Channel(channel) => {
                Message::new("input-of-channel").with("channel", channel.shown_name()).with("input", input)
            }
            Self::Product(product) => {
                let name = project.matrix.find(crate::project::Axis::Product, *product);
                let name = name.map(|(_, segment)| segment.name.to_string()).unwrap_or_default();
                Message::new("input-of-product").with("product", name).with("input", input)
            }
            Self::Segment(channel, customer) => Message::new("input-of-pair")
                .with("channel", channel.shown_name())
                .with("segment", name_of(project, *customer))
                .with("input", input),
        }
    }
}
