//! Round values along an axis: 1, 2 and 5 times powers of ten.

use std::f64::consts::LN_10;

/// How amounts become lengths on both axes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Scale {
    /// By their logarithm: equal return lies on a line of 45°.
    #[default]
    Log,
    Linear,
}

/// An axis with more gaps has no ticks.
const MOST: f64 = 1000.0;
/// Relative tolerance.
const NEAR: f64 = 1e-9;

/// Round values from `min` to `max`, no two closer than `gap`: in the unit of a linear axis, in decades of a log axis. Ends
/// and gap are above zero on a log axis. Empty for ends that make no axis.
pub fn along(scale: Scale, min: f64, max: f64, gap: f64) -> Vec<f64> {
    let span = match scale {
        Scale::Linear => max - min,
        Scale::Log => max.log10() - min.log10(),
    };
    // NaN compares as false.
    if !(span > 0.0 && span.is_finite() && gap >= f64::MIN_POSITIVE && span / gap < MOST) {
        return Vec::new();
    }
    match scale {
        Scale::Linear => multiples(gap, min, max),
        // Less than a decade is nearly even: as far apart as the upper end needs.
        Scale::Log if span < 1.0 - NEAR => {
            let mut values = multiples(gap * LN_10 * max, min, max);
            values.retain(|value| *value > 0.0);
            values
        }
        Scale::Log if gap <= 2_f64.log10() => round_values(min, max),
        Scale::Log => {
            let every = gap.ceil() as i32;
            powers(&[1.0], min, max, |decade| decade.rem_euclid(every) == 0)
        }
    }
}

/// All 2 to 9 times a power of ten from `min` to `max`, both above zero.
pub fn within_decades(min: f64, max: f64) -> Vec<f64> {
    powers(&[2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0], min, max, |_| true)
}

/// All 1, 2 and 5 times a power of ten from `min` to `max`, both above zero.
pub fn round_values(min: f64, max: f64) -> Vec<f64> {
    powers(&ROUND[..3], min, max, |_| true)
}

/// The smallest of 1, 2, 5 times a power of ten that isn't below a positive amount.
pub fn round_above(amount: f64) -> f64 {
    above(amount).map_or(amount, |(factor, decade)| power(factor, decade))
}

/// The largest of 1, 2, 5 times a power of ten that isn't above a positive amount.
pub fn round_below(amount: f64) -> f64 {
    let mut rounds = ROUND.iter().rev().map(|factor| power(*factor, decade(amount)));
    rounds.find(|round| round * (1.0 - NEAR) <= amount).unwrap_or(amount)
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

const ROUND: [f64; 4] = [1.0, 2.0, 5.0, 10.0];

fn decade(amount: f64) -> i32 {
    amount.log10().floor() as i32
}

fn above(amount: f64) -> Option<(f64, i32)> {
    let decade = decade(amount);
    let factor = ROUND.into_iter().find(|factor| power(*factor, decade) >= amount * (1.0 - NEAR))?;
    Some((factor, decade))
}

/// The multiples of a round step that isn't below `gap`.
fn multiples(gap: f64, min: f64, max: f64) -> Vec<f64> {
    let Some((factor, decade)) = above(gap) else { return Vec::new() };
    let first = (min / power(factor, decade) - NEAR).ceil();
    let last = (max / power(factor, decade) + NEAR).floor();
    let count = (last - first + 1.0).clamp(0.0, MOST) as usize;
    (0..count).map(|place| power((first + place as f64) * factor, decade)).collect()
}

fn powers(factors: &[f64], min: f64, max: f64, wanted: impl Fn(i32) -> bool) -> Vec<f64> {
    (decade(min)..=decade(max) + 1)
        .filter(|decade| wanted(*decade))
        .flat_map(|decade| factors.iter().map(move |factor| power(*factor, decade)))
        .filter(|value| *value >= min * (1.0 - NEAR) && value * (1.0 - NEAR) <= max)
        .collect()
}

/// The number nearest to factor · 10^decade: 3·10⁻¹ as 0.3, with no noise from multiplying.
fn power(factor: f64, decade: i32) -> f64 {
    format!("{factor}e{decade}").parse().unwrap_or(f64::NAN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_decade_has_1_2_and_5_where_there_is_room() {
        assert_eq!(along(Scale::Log, 0.8, 60.0, 0.2), [1.0, 2.0, 5.0, 10.0, 20.0, 50.0]);
        assert_eq!(along(Scale::Log, 1.0, 100.0, 0.301), [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0]);
        assert_eq!(along(Scale::Log, 1.0, 100.0, 0.302), [1.0, 10.0, 100.0]);
        assert_eq!(along(Scale::Log, 0.05, 60_000.0, 0.8), [0.1, 1.0, 10.0, 100.0, 1_000.0, 10_000.0]);
        assert_eq!(along(Scale::Log, 0.01, 10_000.0, 1.4), [0.01, 1.0, 100.0, 10_000.0]);
    }

    #[test]
    fn less_than_a_decade_is_divided_evenly() {
        assert_eq!(along(Scale::Log, 100.0, 150.0, 0.03), [100.0, 120.0, 140.0]);
        assert_eq!(along(Scale::Log, 2.0, 3.0, 1e12), [0.0; 0], "zero has no place");
    }

    #[test]
    fn even_axes_have_even_steps() {
        assert_eq!(along(Scale::Linear, 0.0, 1.0, 0.2), [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        assert_eq!(along(Scale::Linear, -4.0, 43.0, 8.0), [0.0, 10.0, 20.0, 30.0, 40.0]);
        assert_eq!(along(Scale::Linear, -0.5, 0.1, 0.15), [-0.4, -0.2, 0.0]);
    }

    #[test]
    fn what_is_no_axis_has_none() {
        for (min, max, gap) in [
            (0.0, 0.0, 1.0),
            (1.0, 0.0, 1.0),
            (0.0, f64::NAN, 1.0),
            (0.0, f64::INFINITY, 1.0),
            (0.0, 1.0, 0.0),
            (0.0, 1.0, f64::NAN),
            (0.0, 1.0, 1e-9),
        ] {
            assert_eq!(along(Scale::Linear, min, max, gap), [0.0; 0], "{min} to {max} by {gap}");
        }
        assert_eq!(along(Scale::Log, 0.0, 10.0, 0.1), [0.0; 0]);
    }

    #[test]
    fn rounded_up_and_down() {
        for (amount, below, above) in
            [(1.0, 1.0, 1.0), (3.0, 2.0, 5.0), (0.07, 0.05, 0.1), (0.3, 0.2, 0.5), (999.0, 500.0, 1000.0)]
        {
            assert_eq!((round_below(amount), round_above(amount)), (below, above), "{amount}");
        }
        assert_eq!(round_values(0.5, 10.0), [0.5, 1.0, 2.0, 5.0, 10.0]);
        assert!(round_values(f64::MAX / 10.0, f64::MAX).iter().all(|value| value.is_finite()));
    }

    proptest! {
        #[test]
        fn inside_and_apart(min in -300.0_f64..300.0, span in 0.0_f64..200.0, most in 1.0_f64..100.0, log: bool) {
            let (low, high) = (10_f64.powf(min), 10_f64.powf((min + span).min(307.0)));
            let (scale, low) = if log { (Scale::Log, low) } else { (Scale::Linear, -low) };
            let place = |value: f64| if log { value.log10() } else { value };
            let length = place(high) - place(low);
            let ticks = along(scale, low, high, length / most);
            let slack = length.max(place(high).abs()) * 1e-8;
            prop_assert!(ticks.iter().all(|tick| place(*tick) >= place(low) - slack && place(*tick) <= place(high) + slack));
            for pair in ticks.windows(2) {
                prop_assert!(place(pair[1]) - place(pair[0]) >= length / most * 0.999, "{pair:?}");
            }
            prop_assert!(log || ticks.len() as f64 >= (most / 2.5).floor(), "{ticks:?} of {most}");
        }
    }
}
