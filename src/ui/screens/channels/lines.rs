//! The chart's lines of equal return. Knows no painting.

use crate::figure::round_returns;

use super::axes::{Scale, Span};

/// A line on which sales are a fixed multiple of cost.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ray {
    /// Sales for each unit of cost.
    pub ratio: f64,
    /// Its left and right ends as places: along the cost, along the sales.
    pub ends: [(f64, f64); 2],
}

impl Ray {
    /// The part of the line that is seen; none where there isn't any.
    pub fn seen(scale: Scale, ratio: f64, cost: Span, sales: Span) -> Option<Self> {
        // sales = offset + slope × cost, in places.
        let (offset, slope, from) = match scale {
            Scale::Log => (ratio.log10(), 1.0, cost.min),
            Scale::Linear => (0.0, ratio, cost.min.max(0.0)),
        };
        let left = from.max((sales.min - offset) / slope);
        let right = cost.max.min((sales.max - offset) / slope);
        // NaN compares as false.
        (left < right).then(|| Self { ratio, ends: [left, right].map(|place| (place, offset + slope * place)) })
    }

    /// The lines of round returns that are seen, up to the first one above `highest`.
    pub fn returns(scale: Scale, highest: f64, cost: Span, sales: Span) -> Vec<Self> {
        round_returns(highest).iter().filter_map(|ratio| Self::seen(scale, *ratio, cost, sales)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn equal_returns_lie_at_45_degrees() {
        let span = Span { min: 0.0, max: 3.0 };
        let ray = Ray::seen(Scale::Log, 10.0, span, span).expect("it crosses");
        assert_eq!(ray.ends, [(0.0, 1.0), (2.0, 3.0)]);
        assert_eq!(Ray::seen(Scale::Log, 1e4, span, span), None);
        let amounts = Span { min: -4.0, max: 100.0 };
        let ray = Ray::seen(Scale::Linear, 5.0, amounts, amounts).expect("it crosses");
        assert_eq!(ray.ends, [(0.0, 0.0), (20.0, 100.0)]);
    }

    #[test]
    fn as_many_returns_as_the_channels_reach() {
        let span = Span { min: 0.0, max: 4.0 };
        let ratios = |highest| -> Vec<f64> {
            Ray::returns(Scale::Log, highest, span, span).iter().map(|ray| ray.ratio).collect()
        };
        assert_eq!(ratios(3.0), [1.0, 2.0, 5.0, 10.0]);
        assert_eq!(ratios(30.0), [1.0, 2.0, 5.0, 10.0, 20.0, 50.0]);
        assert_eq!(ratios(f64::MAX).last(), Some(&500.0));
    }

    proptest! {
        #[test]
        fn what_is_seen_lies_within(
            ratio in prop_oneof![Just(0.0), 1e-3..1e4_f64],
            (x, width) in (-3.0..3.0_f64, 0.01..5.0_f64),
            (y, height) in (-3.0..3.0_f64, 0.01..5.0_f64),
            log: bool,
        ) {
            let scale = if log { Scale::Log } else { Scale::Linear };
            let (cost, sales) = (Span { min: x, max: x + width }, Span { min: y, max: y + height });
            if let Some(ray) = Ray::seen(scale, ratio, cost, sales) {
                for (x, y) in ray.ends {
                    prop_assert!(cost.contains(x) && y >= sales.min - 1e-9 && y <= sales.max + 1e-9);
                    let (cost, sales) = (scale.amount(x), scale.amount(y));
                    prop_assert!((sales - cost * ratio).abs() <= 1e-9 * (1.0 + sales.abs()));
                }
            }
        }
    }
}
