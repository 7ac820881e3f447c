//! Random weights, the same on every machine: `ChaCha8` for the bits, and only arithmetic that IEEE 754 fixes to the last
//! bit. The logarithm is therefore our own; a platform's may differ in its last digit.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

/// Draws that are made side by side, so that the compiler can do them with one instruction.
pub(super) const LANES: usize = 16;

/// One number for each of the draws that are made side by side.
pub(super) type Lanes = [f32; LANES];

/// A source of weights.
pub(super) struct Draws {
    random: ChaCha8Rng,
    bits: Vec<u64>,
    /// Shape of each weight's gamma distribution; none for exponentials, which are those of shape 1.
    shapes: Option<Vec<f64>>,
}

impl Draws {
    /// Weights around the stated ones; `concentration` 0 leaves those out of account.
    pub(super) fn new(seed: u64, stated: &[f64], concentration: f64) -> Self {
        let shapes = stated.iter().map(|weight| 1.0 + concentration * weight).collect();
        Self {
            random: ChaCha8Rng::seed_from_u64(seed),
            bits: vec![0; stated.len() * LANES],
            shapes: (concentration > 0.0).then_some(shapes),
        }
    }

    /// Draws weights, for each criterion one of each draw. They sum to 1 over the criteria.
    ///
    /// Gamma distributed numbers as shares of their sum are Dirichlet distributed; exponential ones uniform on the simplex.
    pub(super) fn weights(&mut self, weights: &mut [Lanes]) {
        if let Some(shapes) = &self.shapes {
            for (weights, shape) in weights.iter_mut().zip(shapes) {
                for weight in weights {
                    *weight = gamma(&mut self.random, *shape) as f32;
                }
            }
        } else {
            self.bits.iter_mut().for_each(|bits| *bits = self.random.next_u64());
            for (weights, bits) in weights.iter_mut().zip(self.bits.as_chunks::<LANES>().0) {
                for (weight, bits) in weights.iter_mut().zip(bits) {
                    *weight = -ln(open_unit(*bits)) as f32;
                }
            }
        }
        let mut sums = [0.0; LANES];
        for weights in &*weights {
            sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight);
        }
        for weights in weights {
            weights.iter_mut().zip(&sums).for_each(|(weight, sum)| *weight /= sum);
        }
    }

    /// One of so many levels, counted from 0, each as likely.
    pub(super) fn level(&mut self, levels: u8) -> u8 {
        ((u64::from(self.random.next_u32()) * u64::from(levels)) >> 32) as u8
    }
}

/// A number within 0 and 1, never one of them, from the upper 52 of random bits.
fn open_unit(bits: u64) -> f64 {
    // Between 1 and 2 all numbers are as far apart.
    f64::from_bits(bits >> 12 | 1.0_f64.to_bits()) - (1.0 - f64::EPSILON / 2.0)
}

/// The natural logarithm of a positive normal number, to about 15 digits.
///
/// With x = 2ᵏ·m, m between √½ and √2, and s = (m − 1)/(m + 1): ln x = k·ln 2 + 2(s + s³/3 + s⁵/5 + …).
fn ln(x: f64) -> f64 {
    const SQRT_HALF: u64 = std::f64::consts::FRAC_1_SQRT_2.to_bits();
    const ONE: u64 = 1.0_f64.to_bits();
    // 2⁵² + 2⁵¹ and its bits: adding a small whole number to the one adds it to the other.
    const MAGIC: f64 = 6_755_399_441_055_744.0;
    let bits = x.to_bits().wrapping_sub(SQRT_HALF);
    let mantissa = f64::from_bits((bits & (u64::MAX >> 12)).wrapping_add(SQRT_HALF));
    // The exponent is at least −1023, and a shift of a number that isn't negative is to be had on every machine.
    let exponent = f64::from_bits((bits.wrapping_add(ONE) >> 52).wrapping_add(MAGIC.to_bits())) - MAGIC - 1023.0;
    let s = (mantissa - 1.0) / (mantissa + 1.0);
    let square = s * s;
    let mut series = 1.0 / 19.0;
    for divisor in [17.0, 15.0, 13.0, 11.0, 9.0, 7.0, 5.0, 3.0, 1.0] {
        series = series * square + 1.0 / divisor;
    }
    exponent * std::f64::consts::LN_2 + 2.0 * s * series
}

/// A gamma distributed number of that shape, at least 1, and scale 1 (Marsaglia & Tsang 2000).
fn gamma(random: &mut ChaCha8Rng, shape: f64) -> f64 {
    let scale = shape - 1.0 / 3.0;
    let slope = 1.0 / (9.0 * scale).sqrt();
    loop {
        let x = normal(random);
        let root = 1.0 + slope * x;
        if root <= 0.0 {
            continue;
        }
        let v = root * root * root;
        if ln(open_unit(random.next_u64())) < 0.5 * x * x + scale - scale * v + scale * ln(v) {
            return scale * v;
        }
    }
}

/// A normally distributed number (Marsaglia's polar method).
fn normal(random: &mut ChaCha8Rng) -> f64 {
    loop {
        let x = 2.0 * open_unit(random.next_u64()) - 1.0;
        let y = 2.0 * open_unit(random.next_u64()) - 1.0;
        let square = x * x + y * y;
        if square > 0.0 && square < 1.0 {
            return x * (-2.0 * ln(square) / square).sqrt();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn drawn(stated: &[f64], concentration: f64, blocks: usize) -> Vec<Vec<f64>> {
        let mut draws = Draws::new(7, stated, concentration);
        let mut all = vec![Vec::new(); stated.len()];
        let mut block = vec![[0.0; LANES]; stated.len()];
        for _ in 0..blocks {
            draws.weights(&mut block);
            for (all, lanes) in all.iter_mut().zip(&block) {
                all.extend(lanes.iter().copied().map(f64::from));
            }
        }
        all
    }

    fn mean(numbers: &[f64]) -> f64 {
        numbers.iter().sum::<f64>() / numbers.len() as f64
    }

    fn variance(numbers: &[f64]) -> f64 {
        let mean = mean(numbers);
        numbers.iter().map(|number| (number - mean).powi(2)).sum::<f64>() / numbers.len() as f64
    }

    /// Of the Dirichlet distribution with α₀ = Σαᵢ: mean αᵢ/α₀, variance αᵢ(α₀ − αᵢ)/(α₀²(α₀ + 1)).
    #[test]
    fn weights_are_spread_as_they_should() {
        for (stated, concentration) in [([0.25; 4], 0.0), ([0.5, 0.3, 0.1, 0.1], 20.0), ([0.7, 0.1, 0.1, 0.1], 2.5)] {
            let alphas = stated.map(|weight| 1.0 + concentration * weight);
            let sum: f64 = alphas.iter().sum();
            for (numbers, alpha) in drawn(&stated, concentration, 4000).iter().zip(alphas) {
                assert!((mean(numbers) - alpha / sum).abs() < 0.004, "{concentration}: {}", mean(numbers));
                let expected = alpha * (sum - alpha) / (sum * sum * (sum + 1.0));
                assert!((variance(numbers) / expected - 1.0).abs() < 0.04, "{concentration}: {}", variance(numbers));
            }
        }
    }

    #[test]
    fn levels_are_as_likely() {
        let mut draws = Draws::new(1, &[1.0], 0.0);
        let mut counts = [0_u32; 5];
        (0..50_000).for_each(|_| counts[usize::from(draws.level(5))] += 1);
        assert!(counts.iter().all(|count| count.abs_diff(10_000) < 400), "{counts:?}");
    }

    #[test]
    fn ends_of_the_unit() {
        assert!(open_unit(0) > 0.0 && open_unit(u64::MAX) < 1.0);
        assert!((0.5 - open_unit(1 << 63)).abs() < 1e-15);
    }

    proptest! {
        #[test]
        fn logarithm(x in prop_oneof![1e-300..1e-10_f64, 0.0..1.0_f64, 0.9..1.1_f64, 1.0..1e300_f64]) {
            prop_assume!(x >= f64::MIN_POSITIVE);
            prop_assert!((ln(x) - x.ln()).abs() <= 4e-15 * x.ln().abs().max(1e-3), "{} is not {}", ln(x), x.ln());
        }
    }
}
