//! Round values along an axis: 1, 2 and 5 times powers of ten.

/// Round values from `min` to `max`, both above zero, for a logarithmic axis: at most about `most` of them.
pub fn logarithmic(min: f64, max: f64, most: usize) -> Vec<f64> {
    let (first, last) = (min.log10().floor() as i32, max.log10().floor() as i32);
    let within = |factors: &[f64], every: i32| -> Vec<f64> {
        (first..=last)
            .filter(|decade| decade.rem_euclid(every) == 0)
            .flat_map(|decade| factors.iter().map(move |factor| power(*factor, decade)))
            .filter(|value| *value >= min && *value <= max)
            .collect()
    };
    for factors in [&[1.0, 2.0, 5.0][..], &[1.0]] {
        let ticks = within(factors, 1);
        if ticks.len() <= most {
            return ticks;
        }
    }
    within(&[1.0], (last - first) / i32::try_from(most.max(1)).unwrap_or(i32::MAX) + 1)
}

/// Round values from `min` to `max` for a linear axis: at most about `most` of them.
pub fn linear(min: f64, max: f64, most: usize) -> Vec<f64> {
    let rough = (max - min) / most.max(1) as f64;
    if !(rough.is_finite() && rough >= f64::MIN_POSITIVE) {
        return Vec::new();
    }
    let decade = rough.log10().floor() as i32;
    let Some(factor) = [1.0, 2.0, 5.0, 10.0].into_iter().find(|factor| power(*factor, decade) >= rough) else {
        return Vec::new();
    };
    let first = (min / power(factor, decade)).ceil();
    let tick = |place: usize| power((first + place as f64) * factor, decade);
    (0..=most + 1).map(tick).take_while(|value| *value <= max).collect()
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
    fn round_values() {
        assert_eq!(logarithmic(0.8, 60.0, 10), [1.0, 2.0, 5.0, 10.0, 20.0, 50.0]);
        assert_eq!(logarithmic(0.05, 60_000.0, 8), [0.1, 1.0, 10.0, 100.0, 1_000.0, 10_000.0]);
        assert_eq!(linear(0.0, 1.0, 5), [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        assert_eq!(linear(0.0, 43.0, 5), [0.0, 10.0, 20.0, 30.0, 40.0]);
        assert_eq!(linear(0.0, 0.0, 5), [0.0; 0]);
    }

    proptest! {
        #[test]
        fn bounded_and_inside(min in -300.0_f64..300.0, span in 0.0_f64..200.0, most in 1_usize..12) {
            let (low, high) = (10_f64.powf(min), 10_f64.powf((min + span).min(307.0)));
            let ticks = logarithmic(low, high, most);
            prop_assert!(ticks.len() <= most + 1 && ticks.is_sorted());
            prop_assert!(ticks.iter().all(|tick| *tick >= low && *tick <= high));
            let ticks = linear(0.0, high, most);
            prop_assert!(ticks.len() <= most + 1 && ticks.len() > most / 3, "{ticks:?}");
            prop_assert!(ticks.iter().all(|tick| *tick <= high));
        }
    }
}
