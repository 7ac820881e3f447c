use super::*;
use proptest::prelude::*;

/// Dense data of a programme: gains, upper bounds, rows of coefficients, right sides.
#[derive(Debug, Clone)]
struct Data {
    gains: Vec<f64>,
    most: Vec<f64>,
    rows: Vec<Vec<f64>>,
    right: Vec<f64>,
}

impl Data {
    fn simplex(&self) -> Simplex {
        let mut simplex = Simplex::new(self.right.clone());
        for (at, (gain, most)) in self.gains.iter().zip(&self.most).enumerate() {
            let entries = self.rows.iter().enumerate().map(|(row, of)| (row as u32, of[at]));
            let variable = simplex.add_variable(*most, entries.filter(|(_, by)| *by != 0.0).collect());
            simplex.set_gain(variable, *gain);
        }
        simplex
    }

    fn solved(&self) -> (f64, Simplex) {
        let mut simplex = self.simplex();
        simplex.maximize().expect("solved");
        (simplex.objective(), simplex)
    }

    fn point(&self, simplex: &Simplex) -> Vec<f64> {
        (0..self.gains.len()).map(|at| simplex.value(self.right.len() + at)).collect()
    }

    /// Every choice of as many tight constraints as there are variables is a corner, if it is a point at all and
    /// keeps the others: the best corner is the best point.
    fn exhaustive(&self) -> f64 {
        let count = self.gains.len();
        let mut planes: Vec<(Vec<f64>, f64)> = self.rows.iter().cloned().zip(self.right.iter().copied()).collect();
        for at in 0..count {
            planes.push((unit(count, at), 0.0));
            planes.push((unit(count, at), self.most[at]));
        }
        let mut best = f64::NEG_INFINITY;
        let mut chosen: Vec<usize> = (0..count).collect();
        loop {
            if let Some(point) = corner(&chosen.iter().map(|at| planes[*at].clone()).collect::<Vec<_>>()) {
                let keeps = self.rows.iter().zip(&self.right).all(|(row, right)| dot(row, &point) <= right + 1e-7)
                    && point.iter().zip(&self.most).all(|(value, most)| (-1e-7..=most + 1e-7).contains(value));
                if keeps {
                    best = best.max(dot(&self.gains, &point));
                }
            }
            // The next choice in lexicographic order.
            let Some(at) = (0..count).rev().find(|at| chosen[*at] < planes.len() - count + at) else { break };
            chosen[at] += 1;
            for later in at + 1..count {
                chosen[later] = chosen[later - 1] + 1;
            }
        }
        best
    }
}

/// The point where planes meet.
fn corner(planes: &[(Vec<f64>, f64)]) -> Option<Vec<f64>> {
    let count = planes.len();
    let mut rows: Vec<Vec<f64>> = planes.iter().map(|(row, right)| [row.clone(), vec![*right]].concat()).collect();
    for at in 0..count {
        let pivot = (at..count).max_by(|a, b| rows[*a][at].abs().total_cmp(&rows[*b][at].abs()))?;
        if rows[pivot][at].abs() < 1e-9 {
            return None;
        }
        rows.swap(at, pivot);
        for row in 0..count {
            let by = rows[row][at] / rows[at][at];
            if row != at && by != 0.0 {
                let pivot = rows[at].clone();
                for (value, above) in rows[row].iter_mut().zip(pivot).skip(at) {
                    *value -= by * above;
                }
            }
        }
    }
    Some((0..count).map(|at| rows[at][count] / rows[at][at]).collect())
}

fn small() -> impl Strategy<Value = Data> {
    (1_usize..5, 1_usize..5).prop_flat_map(|(variables, rows)| {
        // Whole numbers, so that ties and corners where many rows meet are common.
        let whole = |from: i32, to: i32| (from..to).prop_map(f64::from);
        (
            prop::collection::vec(whole(-2, 5), variables),
            prop::collection::vec(whole(0, 4), variables),
            prop::collection::vec(prop::collection::vec(whole(-1, 3), variables), rows),
            prop::collection::vec(whole(0, 6), rows),
        )
            .prop_map(|(gains, most, rows, right)| Data { gains, most, rows, right })
    })
}

proptest! {
    #[test]
    fn as_good_as_the_best_corner(data in small()) {
        let (found, simplex) = data.solved();
        let point = data.point(&simplex);
        for (row, right) in data.rows.iter().zip(&data.right) {
            prop_assert!(dot(row, &point) <= right + 1e-7);
        }
        prop_assert!(point.iter().zip(&data.most).all(|(value, most)| (-1e-7..=most + 1e-7).contains(value)));
        let best = data.exhaustive();
        prop_assert!((found - best).abs() < 1e-6, "{found} is not {best}");
        prop_assert!((simplex.bound() - best).abs() < 1e-6, "the prices prove it: {}", simplex.bound());
    }

    #[test]
    fn a_price_is_what_one_unit_more_adds(data in small(), row in any::<prop::sample::Index>()) {
        let row = row.index(data.rows.len());
        let mut simplex = data.simplex();
        simplex.prefer_more(row);
        simplex.maximize().expect("solved");
        let mut more = data.clone();
        more.right[row] += 1e-3;
        let added = (more.exhaustive() - data.exhaustive()) / 1e-3;
        prop_assert!((simplex.prices()[row] - added).abs() < 1e-4, "{} is not {added}", simplex.prices()[row]);
    }

    /// A second objective within the best of the first.
    #[test]
    fn rows_are_added_and_objectives_change(data in small(), second in prop::collection::vec(-2..5_i32, 5)) {
        let (best, mut simplex) = data.solved();
        let row: Vec<_> = data.gains.iter().map(|gain| -gain).collect();
        let entries: Vec<_> = row.iter().enumerate().map(|(at, by)| (data.right.len() + at, *by)).collect();
        simplex.add_row(&entries, -best + 1e-8);
        let second: Vec<_> = second.iter().copied().map(f64::from).take(data.gains.len()).collect();
        for (at, gain) in second.iter().enumerate() {
            simplex.set_gain(data.right.len() + at, *gain);
        }
        simplex.maximize().expect("solved");
        let mut both = Data { gains: second, ..data.clone() };
        both.rows.push(row);
        both.right.push(-best);
        let expected = both.exhaustive();
        prop_assert!((simplex.objective() - expected).abs() < 1e-5, "{} is not {expected}", simplex.objective());
    }

    /// Programmes that are too large to search are proved by their prices.
    #[test]
    fn large_programmes_are_proved(seed in any::<u64>(), variables in 20_usize..120, rows in 3_usize..30) {
        use rand_chacha::rand_core::{Rng, SeedableRng};
        let mut random = rand_chacha::ChaCha8Rng::seed_from_u64(seed);
        let mut draw = |from: f64, to: f64| from + (to - from) * f64::from(random.next_u32()) / f64::from(u32::MAX);
        let mut simplex = Simplex::new(vec![1.0; rows]);
        for _ in 0..variables {
            let entries = [(draw(0.0, rows as f64) as u32).min(rows as u32 - 1), 0];
            let entries = entries[..if entries[0] == 0 { 1 } else { 2 }].iter().map(|row| (*row, draw(0.1, 1.0)));
            let variable = simplex.add_variable(1.0, entries.collect());
            simplex.set_gain(variable, draw(-0.2, 1.0));
        }
        simplex.maximize().expect("solved");
        prop_assert!((simplex.bound() - simplex.objective()).abs() < 1e-6 * simplex.objective().max(1.0));
    }
}
