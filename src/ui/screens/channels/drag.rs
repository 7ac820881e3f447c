//! What dragging a channel's point in the chart does to its figures. Pure.

use crate::analysis::channels::Spread;
use crate::project::{Channel, Estimate, SalesFrom, Unit};

use crate::figure::ticks::round_to;

/// Significant share of a figure that is kept when a range is scaled along.
const FINENESS: f64 = 1e-2;

/// A dragged channel.
#[derive(Debug, Clone, PartialEq)]
pub struct Moved {
    /// With its new figures.
    pub channel: Channel,
    /// The sales would need a close rate above 1, which is as far as it goes.
    pub capped: bool,
}

/// The channel with its likely cost and sales at that point, low and high scaled along.
///
/// Sales that come from a close rate change that, up to 1; the revenue of a sale stays. `start` is the channel as it was
/// when the drag began, so that a range that was squeezed on the way comes back. None leaves a figure as it is.
pub fn moved(start: &Channel, cost: Option<f64>, sales: Option<f64>) -> Moved {
    let mut channel = start.clone();
    let mut capped = false;
    if let Some(cost) = cost {
        channel.figures.cost_per_contact = scaled(start.figures.cost_per_contact, cost, Unit::MOST);
    }
    match (sales, start.figures.sales_from()) {
        (Some(sales), SalesFrom::Typed) => {
            channel.figures.sales_per_contact = scaled(start.figures.sales_per_contact, sales, Unit::MOST);
        }
        (Some(sales), SalesFrom::CloseRate) => {
            if let Some(revenue) = start.figures.revenue_per_sale.likely.filter(|revenue| *revenue > 0.0) {
                let rate = sales / revenue;
                capped = rate > 1.0;
                let rate = round_to(rate.min(1.0), rate * FINENESS);
                channel.figures.close_rate = scaled(start.figures.close_rate, rate.min(1.0), 1.0);
            }
        }
        (None, _) => {}
    }
    Moved { channel, capped }
}

/// The estimate with another likely figure; its ends keep their ratio to it, as far as `most`.
fn scaled(estimate: Estimate, likely: f64, most: f64) -> Estimate {
    let Some(before) = Spread::of(estimate) else { return Estimate { likely: Some(likely), ..Estimate::default() } };
    let end = |end: f64| {
        if before.likely > 0.0 {
            let end = likely * (end / before.likely);
            round_to(end, end * FINENESS)
        } else {
            end
        }
    };
    Estimate {
        low: estimate.low.map(|low| end(low).min(likely)),
        likely: Some(likely),
        high: estimate.high.map(|high| end(high).clamp(likely, most.max(likely))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{Figures, Record};
    use proptest::prelude::*;

    #[test]
    fn ranges_go_along() {
        let channel = Channel {
            figures: Figures {
                cost_per_contact: Estimate::range(50.0, 100.0, 150.0),
                sales_per_contact: Estimate::point(10.0),
                ..Figures::default()
            },
            ..Channel::new("")
        };
        let moved = moved(&channel, Some(200.0), Some(30.0));
        assert_eq!(moved.channel.figures.cost_per_contact, Estimate::range(100.0, 200.0, 300.0));
        assert_eq!(moved.channel.figures.sales_per_contact, Estimate::point(30.0));
        assert!(!moved.capped);
    }

    #[test]
    fn sales_from_a_close_rate_change_that() {
        let channel = Channel {
            figures: Figures {
                sales_from: Some(SalesFrom::CloseRate),
                close_rate: Estimate::range(0.1, 0.2, 0.8),
                revenue_per_sale: Estimate::point(1000.0),
                ..Figures::default()
            },
            ..Channel::new("")
        };
        let up = moved(&channel, None, Some(400.0));
        assert_eq!(up.channel.figures.close_rate, Estimate::range(0.2, 0.4, 1.0));
        assert_eq!(up.channel.figures.revenue_per_sale, channel.figures.revenue_per_sale);
        assert!(!up.capped);
        let too_far = moved(&channel, None, Some(1500.0));
        assert_eq!(too_far.channel.figures.close_rate.likely, Some(1.0));
        assert!(too_far.capped);
    }

    proptest! {
        #[test]
        fn what_is_dragged_stays_valid(
            mut figures in prop::collection::vec(prop_oneof![Just(0.0), 0.0..1.0_f64], 6),
            revenue in prop_oneof![Just(0.0), 0.0..1e6_f64],
            to in (0.0..1e7_f64, 0.0..1e7_f64),
            from_rate: bool,
        ) {
            let (cost, sales) = figures.split_at_mut(3);
            cost.sort_by(f64::total_cmp);
            sales.sort_by(f64::total_cmp);
            let channel = Channel { figures: Figures { cost_per_contact: Estimate::range(cost[0], cost[1], cost[2]), sales_per_contact: Estimate::range(sales[0], sales[1], sales[2]), close_rate: Estimate::range(sales[0], sales[1], sales[2]), revenue_per_sale: Estimate::point(revenue), sales_from: Some(if from_rate { SalesFrom::CloseRate } else { SalesFrom::Typed }), ..Figures::default() }, ..Channel::new("") };
            let moved = moved(&channel, Some(to.0), Some(to.1));
            prop_assert_eq!(Channel::TABLE.check(&moved.channel), Ok(()));
            prop_assert_eq!(moved.channel.figures.cost_per_contact.likely, Some(to.0));
        }
    }
}
