//! A linear programme with bounded variables: max c·x over A x ≤ b and l ≤ x ≤ u, solved by the revised simplex method.
//!
//! Every programme here begins at a point that keeps its rows (all variables at their lower bounds), rows are only added
//! where the point keeps them, and objectives change freely: so one primal phase is enough, and each further solution
//! starts from the one before. Coefficients are expected to be scaled to about 1. The result comes with prices that prove
//! it: see [`Simplex::bound`].

use std::sync::Arc;

/// A reduced cost, relative to the largest gain, below which a variable isn't worth moving.
const GAIN: f64 = 1e-9;
/// The least pivot.
const PIVOT: f64 = 1e-9;
/// The slack in which a bound is kept.
const FEASIBLE: f64 = 1e-10;
/// The right sides are raised by about this much, each by a different amount, so that no step stands still; the excess is
/// taken back at the end.
const NUDGE: f64 = 1e-9;
/// Pivots after which the values are computed afresh.
const REFRESH: usize = 64;

/// The solver gave up: too many steps, or figures too far apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stuck;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Basic(u32),
    Lower,
    Upper,
}

/// A programme and its current point.
#[derive(Debug, Clone)]
pub(super) struct Simplex {
    /// Right sides, without the nudge.
    rows: Vec<f64>,
    nudges: Vec<f64>,
    /// Entries (row, coefficient) by variable. The first are the caller's; each row has a slack, found by `slacks`.
    columns: Arc<Vec<Vec<(u32, f64)>>>,
    lower: Vec<f64>,
    upper: Vec<f64>,
    gains: Vec<f64>,
    places: Vec<Place>,
    /// The slack of each row.
    slacks: Vec<usize>,
    /// The basic variable of each row, and its value.
    basis: Vec<usize>,
    values: Vec<f64>,
    /// Columns of the inverse of the basis.
    inverse: Vec<Vec<f64>>,
    /// Prices of the rows, for the current gains and basis.
    prices: Vec<f64>,
    /// Where the next look for a variable begins.
    cursor: usize,
}

impl Simplex {
    /// A programme with these right sides, none of them negative, and no variables yet.
    pub(super) fn new(rows: Vec<f64>) -> Self {
        let mut simplex = Self {
            nudges: Vec::new(),
            columns: Arc::default(),
            lower: Vec::new(),
            upper: Vec::new(),
            gains: Vec::new(),
            places: Vec::new(),
            slacks: Vec::new(),
            basis: Vec::new(),
            values: Vec::new(),
            inverse: Vec::new(),
            prices: Vec::new(),
            cursor: 0,
            rows: Vec::new(),
        };
        for bound in rows {
            simplex.add_row(&[], bound);
        }
        simplex
    }

    /// Adds a variable at its lower bound, 0. Returns its number.
    pub(super) fn add_variable(&mut self, most: f64, entries: Vec<(u32, f64)>) -> usize {
        self.push(most, entries, Place::Lower)
    }

    fn push(&mut self, most: f64, entries: Vec<(u32, f64)>, place: Place) -> usize {
        Arc::make_mut(&mut self.columns).push(entries);
        self.lower.push(0.0);
        self.upper.push(most);
        self.gains.push(0.0);
        self.places.push(place);
        self.columns.len() - 1
    }

    /// Adds the row Σ coefficient·variable ≤ `bound`, which the current point has to keep. Returns its number.
    pub(super) fn add_row(&mut self, entries: &[(usize, f64)], bound: f64) -> usize {
        let row = self.rows.len();
        let slack = self.push(f64::INFINITY, vec![(row as u32, 1.0)], Place::Basic(row as u32));
        // Different for each row, and the same each time.
        let unlike = ((row as u64 + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 40) as f64 / f64::from(1 << 24);
        self.rows.push(bound);
        self.nudges.push(NUDGE * (1.0 + unlike));
        self.slacks.push(slack);
        let mut of_basis = vec![0.0; row];
        let mut value = bound + self.nudges[row];
        for (variable, coefficient) in entries {
            Arc::make_mut(&mut self.columns)[*variable].push((row as u32, *coefficient));
            value -= coefficient * self.value(*variable);
            if let Place::Basic(at) = self.places[*variable] {
                of_basis[at as usize] = *coefficient;
            }
        }
        for column in &mut self.inverse {
            column.push(-dot(column, &of_basis));
        }
        let mut unit = vec![0.0; row + 1];
        unit[row] = 1.0;
        self.inverse.push(unit);
        self.basis.push(slack);
        self.values.push(value.max(0.0));
        self.prices.push(0.0);
        row
    }

    /// Raises the nudge of a row above the others', so that its price is that of one unit more rather than less.
    pub(super) fn prefer_more(&mut self, row: usize) {
        let change = 16.0 * NUDGE - self.nudges[row];
        self.nudges[row] += change;
        for (value, by) in self.values.iter_mut().zip(&self.inverse[row]) {
            *value += change * by;
        }
    }

    /// The gain of a variable in the objective.
    pub(super) fn set_gain(&mut self, variable: usize, gain: f64) {
        self.gains[variable] = gain;
    }

    /// Replaces all gains. Returns the former ones.
    pub(super) fn replace_gains(&mut self, gains: Vec<f64>) -> Vec<f64> {
        std::mem::replace(&mut self.gains, gains)
    }

    /// The number of variables, slacks included.
    pub(super) fn variables(&self) -> usize {
        self.columns.len()
    }

    /// Keeps a variable at the bound where it is: the upper one, or the lower.
    pub(super) fn fix(&mut self, variable: usize, at_upper: bool) {
        if at_upper {
            self.lower[variable] = self.upper[variable];
        } else {
            self.upper[variable] = self.lower[variable];
        }
    }

    /// Lets a variable that was fixed at its lower bound go up to `most` again.
    pub(super) fn release(&mut self, variable: usize, most: f64) {
        if self.places[variable] == Place::Upper && self.upper[variable] < most {
            self.places[variable] = Place::Lower;
        }
        self.upper[variable] = most;
    }

    /// The current value of a variable.
    pub(super) fn value(&self, variable: usize) -> f64 {
        match self.places[variable] {
            Place::Basic(row) => self.values[row as usize],
            Place::Lower => self.lower[variable],
            Place::Upper => self.upper[variable],
        }
    }

    /// The objective at the current point.
    pub(super) fn objective(&self) -> f64 {
        let worth = |(variable, gain): (usize, &f64)| if *gain == 0.0 { 0.0 } else { gain * self.value(variable) };
        self.gains.iter().enumerate().map(worth).sum()
    }

    /// The price of each row: what one unit more of its right side adds to the objective.
    pub(super) fn prices(&self) -> &[f64] {
        &self.prices
    }

    fn reduced(&self, variable: usize) -> f64 {
        let paid: f64 =
            self.columns[variable].iter().map(|(row, coefficient)| coefficient * self.prices[*row as usize]).sum();
        self.gains[variable] - paid
    }

    /// No point that keeps rows and bounds has a higher objective than this, whatever the steps that led here: by weak
    /// duality, from the prices alone.
    pub(super) fn bound(&self) -> f64 {
        let rows: f64 = self.rows.iter().zip(&self.prices).map(|(bound, price)| bound * price.max(0.0)).sum();
        let own = |variable: usize| {
            let paid: f64 = self.columns[variable]
                .iter()
                .map(|(row, coefficient)| coefficient * self.prices[*row as usize].max(0.0))
                .sum();
            let reduced = self.gains[variable] - paid;
            let at = if reduced > 0.0 { self.upper[variable] } else { self.lower[variable] };
            if reduced == 0.0 || at == 0.0 { 0.0 } else { reduced * at }
        };
        let bounded = |variable: &usize| self.upper[*variable].is_finite();
        rows + (0..self.columns.len()).filter(bounded).map(own).sum::<f64>()
    }

    /// Moves to a point with the highest objective.
    pub(super) fn maximize(&mut self) -> Result<(), Stuck> {
        self.settle(true)?;
        let largest = self.gains.iter().fold(0.0_f64, |most, gain| most.max(gain.abs()));
        let tolerance = GAIN * largest.max(f64::MIN_POSITIVE);
        let most_steps = 20_000 + 50 * self.columns.len();
        let mut still = 0;
        let mut pivots = 0;
        for _ in 0..most_steps {
            let by_order = still > 100 + 2 * self.rows.len();
            let Some(variable) = self.entering(tolerance, by_order) else {
                return self.settle(false);
            };
            let moved = self.step(variable, by_order)?;
            still = if moved { 0 } else { still + 1 };
            pivots += 1;
            if pivots % REFRESH == 0 {
                self.settle(true)?;
            }
        }
        Err(Stuck)
    }

    /// A variable that is worth moving off its bound: the best of a part of them, or the first while no step gets on.
    fn entering(&mut self, tolerance: f64, by_order: bool) -> Option<usize> {
        let count = self.columns.len();
        let part = if by_order { count } else { (count / 8).max(256) };
        let start = if by_order { 0 } else { self.cursor };
        let mut best: Option<(f64, usize)> = None;
        for passed in 0..count {
            let variable = (start + passed) % count;
            let worth = match self.places[variable] {
                Place::Basic(_) => continue,
                _ if self.lower[variable] >= self.upper[variable] => continue,
                Place::Lower => self.reduced(variable),
                Place::Upper => -self.reduced(variable),
            };
            if worth > tolerance && best.is_none_or(|(most, _)| worth > most) {
                best = Some((worth, variable));
            }
            if best.is_some() && (by_order || passed >= part) {
                self.cursor = (variable + 1) % count;
                break;
            }
        }
        best.map(|(_, variable)| variable)
    }

    /// The entries of a variable in terms of the basis: B⁻¹ a.
    fn in_basis(&self, variable: usize) -> Vec<f64> {
        let mut found = vec![0.0; self.rows.len()];
        for (row, coefficient) in &self.columns[variable] {
            for (sum, by) in found.iter_mut().zip(&self.inverse[*row as usize]) {
                *sum += coefficient * by;
            }
        }
        found
    }

    /// Moves a variable off its bound as far as the rows and bounds let. Whether that is any way.
    fn step(&mut self, variable: usize, by_order: bool) -> Result<bool, Stuck> {
        let from_lower = self.places[variable] == Place::Lower;
        let sign = if from_lower { 1.0 } else { -1.0 };
        let change = self.in_basis(variable);
        let room = |row: usize| {
            let fall = sign * change[row];
            if fall > PIVOT {
                Some((self.values[row] - self.lower[self.basis[row]], fall))
            } else if fall < -PIVOT {
                Some((self.upper[self.basis[row]] - self.values[row], -fall))
            } else {
                None
            }
        };
        // Harris: the largest pivot among the rows that stop the move within the tolerance.
        let limits = (0..self.rows.len()).filter_map(&room).map(|(room, fall)| (room + FEASIBLE) / fall);
        let limit = limits.fold(f64::INFINITY, f64::min);
        let stops = (0..self.rows.len()).filter_map(|row| room(row).map(|(room, fall)| (row, room / fall, fall)));
        let leaving = stops.filter(|(_, length, _)| *length <= limit).reduce(|best, next| {
            let better = if by_order { self.basis[next.0] < self.basis[best.0] } else { next.2 > best.2 };
            if better { next } else { best }
        });
        let span = self.upper[variable] - self.lower[variable];
        let length = leaving.map_or(f64::INFINITY, |(_, length, _)| length.max(0.0));
        if span <= length {
            if !span.is_finite() {
                return Err(Stuck);
            }
            for (value, change) in self.values.iter_mut().zip(&change) {
                *value -= sign * span * change;
            }
            self.places[variable] = if from_lower { Place::Upper } else { Place::Lower };
            return Ok(true);
        }
        let Some((row, ..)) = leaving else { return Err(Stuck) };
        let entered = self.value(variable) + sign * length;
        for (value, change) in self.values.iter_mut().zip(&change) {
            *value -= sign * length * change;
        }
        let gone = self.basis[row];
        let falls = sign * change[row] > 0.0;
        self.places[gone] = if falls { Place::Lower } else { Place::Upper };
        self.places[variable] = Place::Basic(row as u32);
        let reduced = self.reduced(variable);
        self.basis[row] = variable;
        self.values[row] = entered;
        let pivot = change[row];
        let touched: Vec<(usize, f64)> =
            change.iter().copied().enumerate().filter(|(at, by)| *at != row && by.abs() > 1e-14).collect();
        for (column, price) in self.inverse.iter_mut().zip(&mut self.prices) {
            let own = column[row];
            if own == 0.0 {
                continue;
            }
            let scaled = own / pivot;
            *price += reduced * scaled;
            for (at, by) in &touched {
                column[*at] -= by * scaled;
            }
            column[row] = scaled;
        }
        Ok(length > 0.0)
    }

    /// Computes values and prices from the basis; at the end without the nudges. Inverts the basis afresh when the error
    /// has grown.
    fn settle(&mut self, nudged: bool) -> Result<(), Stuck> {
        self.compute(nudged);
        if self.error(nudged) > 1e-10 {
            self.invert()?;
            self.compute(nudged);
        }
        Ok(())
    }

    fn right_sides(&self, nudged: bool) -> Vec<f64> {
        let nudge = f64::from(u8::from(nudged));
        let mut right: Vec<f64> = self.rows.iter().zip(&self.nudges).map(|(row, by)| row + nudge * by).collect();
        for variable in 0..self.columns.len() {
            let value = match self.places[variable] {
                Place::Basic(_) => continue,
                Place::Lower => self.lower[variable],
                Place::Upper => self.upper[variable],
            };
            if value != 0.0 {
                for (row, coefficient) in &self.columns[variable] {
                    right[*row as usize] -= coefficient * value;
                }
            }
        }
        right
    }

    fn compute(&mut self, nudged: bool) {
        let right = self.right_sides(nudged);
        self.values = vec![0.0; self.rows.len()];
        for (column, by) in self.inverse.iter().zip(&right).filter(|(_, by)| **by != 0.0) {
            for (value, entry) in self.values.iter_mut().zip(column) {
                *value += by * entry;
            }
        }
        let gains: Vec<f64> = self.basis.iter().map(|variable| self.gains[*variable]).collect();
        self.prices = self.inverse.iter().map(|column| dot(column, &gains)).collect();
    }

    /// How far the values are from keeping the rows with equality.
    fn error(&self, nudged: bool) -> f64 {
        let mut right = self.right_sides(nudged);
        for (variable, value) in self.basis.iter().zip(&self.values) {
            for (row, coefficient) in &self.columns[*variable] {
                right[*row as usize] -= coefficient * value;
            }
        }
        right.into_iter().fold(0.0, |most, left| most.max(left.abs()))
    }

    /// Inverts the basis by Gauss–Jordan elimination with row pivoting.
    fn invert(&mut self) -> Result<(), Stuck> {
        let count = self.rows.len();
        // Rows of the matrix beside rows of the inverse.
        let mut matrix = vec![vec![0.0; count]; count];
        for (at, variable) in self.basis.iter().enumerate() {
            for (row, coefficient) in &self.columns[*variable] {
                matrix[*row as usize][at] = *coefficient;
            }
        }
        let mut inverse: Vec<Vec<f64>> = (0..count).map(|row| unit(count, row)).collect();
        for at in 0..count {
            let pivot =
                (at..count).max_by(|a, b| matrix[*a][at].abs().total_cmp(&matrix[*b][at].abs())).ok_or(Stuck)?;
            if matrix[pivot][at].abs() < 1e-13 {
                return Err(Stuck);
            }
            matrix.swap(at, pivot);
            inverse.swap(at, pivot);
            let scale = 1.0 / matrix[at][at];
            for row in [&mut matrix[at], &mut inverse[at]] {
                row.iter_mut().filter(|entry| **entry != 0.0).for_each(|entry| *entry *= scale);
            }
            let (own, own_inverse) = (matrix[at].clone(), inverse[at].clone());
            let entries = |row: &[f64]| -> Vec<usize> { (0..count).filter(|at| row[*at] != 0.0).collect() };
            let (filled, filled_inverse) = (entries(&own), entries(&own_inverse));
            for row in (0..count).filter(|row| *row != at) {
                let by = matrix[row][at];
                if by != 0.0 {
                    filled.iter().for_each(|at| matrix[row][*at] -= by * own[*at]);
                    filled_inverse.iter().for_each(|at| inverse[row][*at] -= by * own_inverse[*at]);
                }
            }
        }
        self.inverse = (0..count).map(|column| inverse.iter().map(|row| row[column]).collect()).collect();
        Ok(())
    }
}

fn unit(count: usize, at: usize) -> Vec<f64> {
    let mut unit = vec![0.0; count];
    unit[at] = 1.0;
    unit
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests;
