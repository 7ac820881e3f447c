//! The chart's axes: places of amounts, what fits, round ticks. Knows no painting.

use std::f64::consts::LN_10;

use crate::figure::ticks::{self, round_above, round_below};

pub use crate::figure::Scale;

/// The stretch of an axis that is seen, as places; `min` < `max`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Span {
    /// Left or lower end.
    pub min: f64,
    /// Right or upper end.
    pub max: f64,
}

impl Span {
    /// The place lies within.
    pub fn contains(self, place: f64) -> bool {
        self.min <= place && place <= self.max
    }

    /// From end to end.
    pub fn length(self) -> f64 {
        self.max - self.min
    }
}

/// Where round amounts stand on an axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Ticks {
    /// Places, from the left or from below.
    pub places: Vec<f64>,
    /// How far apart they are at the least; of one, the length of the axis.
    pub apart: f64,
}

/// Amounts that a chart reckons with; beyond them drawing would lose its footing.
const LARGEST: f64 = 1e15;
const SMALLEST: f64 = 1e-6;

impl Scale {
    /// Where an amount stands on the axis; none where the axis has no place for it.
    pub(super) fn place(self, amount: f64) -> Option<f64> {
        match self {
            Self::Log => (amount > 0.0).then(|| amount.clamp(SMALLEST, LARGEST).log10()),
            Self::Linear => Some(amount.min(LARGEST)),
        }
    }

    /// The amount at a place.
    pub(super) fn amount(self, place: f64) -> f64 {
        match self {
            Self::Log => 10_f64.powf(place),
            Self::Linear => place,
        }
    }

    /// A stretch with round ends and some air that shows all of the amounts.
    pub(super) fn fit(self, amounts: impl Iterator<Item = f64>) -> Span {
        let range = amounts.filter(|amount| self.place(*amount).is_some()).fold(None, |range, amount| {
            let amount = amount.clamp(0.0, LARGEST);
            Some(range.map_or((amount, amount), |(low, high): (f64, f64)| (low.min(amount), high.max(amount))))
        });
        match self {
            Self::Log => {
                let (low, high) = range.unwrap_or((10.0, 100.0));
                let (low, high) = (low.max(SMALLEST), high.max(SMALLEST));
                let (mut min, mut max) = ((round_below(low * 0.8)).log10(), (round_above(high * 1.25)).log10());
                // At least two decades, so that a lone channel doesn't fill the picture.
                let missing = 2.0 - (max - min);
                if missing > 0.0 {
                    min -= missing / 2.0;
                    max += missing / 2.0;
                }
                Span { min, max }
            }
            Self::Linear => {
                let max = range.map_or(0.0, |(_, high)| high * 1.08);
                let max = if max > 0.0 { round_above(max) } else { 100.0 };
                // Room for a bubble at zero.
                Span { min: -0.04 * max, max }
            }
        }
    }

    /// Ticks along a stretch, no two closer than `gap`.
    pub(super) fn ticks(self, span: Span, gap: f64) -> Ticks {
        let amounts = ticks::along(self, self.amount(span.min), self.amount(span.max), gap);
        let places: Vec<f64> = match self {
            Self::Log => amounts.into_iter().map(f64::log10).collect(),
            Self::Linear => amounts,
        };
        let apart = places.windows(2).map(|pair| pair[1] - pair[0]).fold(span.length(), f64::min);
        Ticks { places, apart }
    }

    /// The amount at a place, as round as it can be within a point of the screen that is `width` wide in places.
    pub(super) fn round_amount(self, place: f64, width: f64) -> f64 {
        let amount = self.amount(place).max(0.0);
        let room = match self {
            Self::Log => amount * LN_10 * width,
            Self::Linear => width,
        };
        round_to(amount, room)
    }
}

/// The multiple of a power of ten not above `room` that is nearest to the amount.
pub fn round_to(amount: f64, room: f64) -> f64 {
    if !(room > 0.0 && room.is_finite()) {
        return amount;
    }
    let exponent = room.log10().floor() as i32;
    // Dividing by a whole power of ten keeps tenths exact; multiplying by a tenth would not.
    let (up, down) = (10_f64.powi(exponent.max(0)), 10_f64.powi((-exponent).max(0)));
    let rounded = (amount / up * down).round() / down * up;
    if rounded.is_finite() { rounded } else { amount }
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "round amounts are exact")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn ticks_know_how_far_apart_they_are() {
        let near = |ticks: Ticks, places: &[f64], apart: f64| {
            let same = ticks.places.iter().zip(places).all(|(tick, place)| (tick - place).abs() < 1e-9);
            assert!(same && ticks.places.len() == places.len() && (ticks.apart - apart).abs() < 1e-9, "{ticks:?}");
        };
        let (two, five) = (2_f64.log10(), 5_f64.log10());
        near(Scale::Log.ticks(Span { min: -1.0, max: 0.5 }, 0.2), &[-1.0, two - 1.0, five - 1.0, 0.0, two], two);
        near(Scale::Log.ticks(Span { min: 0.0, max: 2.0 }, 0.5), &[0.0, 1.0, 2.0], 1.0);
        near(Scale::Linear.ticks(Span { min: -4.0, max: 100.0 }, 30.0), &[0.0, 50.0, 100.0], 50.0);
        near(Scale::Linear.ticks(Span { min: -4.0, max: 9.0 }, 11.0), &[0.0], 13.0);
    }

    #[test]
    fn one_channel_stands_in_the_middle_of_round_ends() {
        let span = Scale::Log.fit([40.0].into_iter());
        assert!(span.length() >= 2.0);
        assert!(span.contains(40_f64.log10()));
        assert_eq!(Scale::Linear.fit([40.0].into_iter()).max, 50.0);
        assert_eq!(Scale::Linear.fit([0.0].into_iter()).max, 100.0);
    }

    #[test]
    fn dragged_amounts_are_round() {
        assert_eq!(round_to(123.456, 0.7), 123.5);
        assert_eq!(round_to(123.456, 20.0), 120.0);
        assert_eq!(round_to(0.123_456, 0.02), 0.12);
        assert_eq!(round_to(5.0, 0.0), 5.0);
        assert_eq!(Scale::Linear.round_amount(-3.0, 1.0), 0.0);
    }

    proptest! {
        #[test]
        fn all_amounts_fit(values in prop::collection::vec(prop_oneof![0.0..1e6_f64, 1e-9..1e18_f64], 0..9), log: bool) {
            let scale = if log { Scale::Log } else { Scale::Linear };
            let span = scale.fit(values.iter().copied());
            prop_assert!(span.min < span.max && span.length().is_finite());
            for place in values.iter().filter_map(|value| scale.place(*value)) {
                prop_assert!(span.contains(place), "{place} in {span:?}");
            }
        }

        #[test]
        fn ticks_keep_their_distance(min in -5.0..5.0_f64, length in 0.01..9.0_f64, share in 0.02..0.9_f64, log: bool) {
            let scale = if log { Scale::Log } else { Scale::Linear };
            let span = Span { min, max: min + length };
            let gap = length * share;
            let Ticks { places, apart } = scale.ticks(span, gap);
            prop_assert!(apart >= gap * 0.999);
            prop_assert!(places.iter().all(|place| *place >= span.min - 1e-9 && *place <= span.max + 1e-9));
            for pair in places.windows(2) {
                prop_assert!(pair[1] - pair[0] >= gap * 0.999, "{pair:?}, gap {gap}");
            }
        }

        #[test]
        fn place_and_amount_agree(amount in 1e-3..1e9_f64, log: bool) {
            let scale = if log { Scale::Log } else { Scale::Linear };
            let back = scale.amount(scale.place(amount).expect("a place"));
            prop_assert!((back - amount).abs() <= amount * 1e-9);
        }
    }
}
