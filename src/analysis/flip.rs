//! How little would change who is first: one weight, or one score.

use crate::project::{CellKey, Message, Project};

use super::cell_name;
use super::score::{Ranking, ScoredCell, comparable};

/// A weight that, once beyond a share, makes another cell first; the other weights keep their proportions.
#[derive(Debug, Clone, PartialEq)]
pub struct WeightFlip {
    /// The place of the criterion in the ranking.
    pub criterion: usize,
    /// Its share of all weight now, 0 to 1.
    pub now: f64,
    /// The share beyond which the other cell is first: above it where it is more than `now`, otherwise below it.
    pub beyond: f64,
    /// Who is first then.
    pub first: CellKey,
}

/// A score that, changed so much, makes another cell first.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoreFlip {
    /// The place of the criterion in the ranking.
    pub criterion: usize,
    /// The cell whose score it is.
    pub cell: CellKey,
    /// Its level now.
    pub now: u8,
    /// The level that is enough.
    pub to: u8,
    /// Who is first then.
    pub first: CellKey,
}

/// The slack in which two totals, or two shares, are the same.
const SLACK: f64 = 1e-9;

/// A cell's total as a fraction of two straight lines in the share t of one criterion: (n₀ + n₁t) / (d₀ + d₁t).
struct Line {
    numerator: [f64; 2],
    denominator: [f64; 2],
}

impl Line {
    fn of(ranking: &Ranking, weights: &[f64], cell: &ScoredCell, criterion: usize) -> Self {
        let rest = 1.0 - weights[criterion];
        let (mut sum, mut scored) = (0.0, 0.0);
        let (mut value, mut is_scored) = (0.0, 0.0);
        for (at, level) in ranking.levels(cell).iter().enumerate() {
            let Some(level) = level else { continue };
            let of_level = ranking.criteria[at].value(*level);
            if at == criterion {
                (value, is_scored) = (of_level, 1.0);
            } else {
                sum += weights[at] / rest * of_level;
                scored += weights[at] / rest;
            }
        }
        Self { numerator: [sum, value - sum], denominator: [scored, is_scored - scored] }
    }

    fn denominator_at(&self, share: f64) -> f64 {
        self.denominator[0] + self.denominator[1] * share
    }
}

/// The real roots of a₀ + a₁t + a₂t², also where a₂ is nothing or next to it.
fn roots([a0, a1, a2]: [f64; 3]) -> impl Iterator<Item = f64> {
    let discriminant = a1 * a1 - 4.0 * a0 * a2;
    let q = -0.5 * (a1 + discriminant.max(0.0).sqrt().copysign(a1));
    let found = if discriminant < 0.0 { [f64::NAN; 2] } else { [q / a2, a0 / q] };
    found.into_iter().filter(|root| root.is_finite())
}

/// For each criterion, the nearest share of weight above and below its own beyond which another cell is first; the
/// least change first.
///
/// Closed form: the totals of two cells are equal where N₁(t)·D₂(t) = N₂(t)·D₁(t), which is a straight line in t when
/// both are fully scored and otherwise at most a parabola.
pub fn weight_flips(ranking: &Ranking) -> Vec<WeightFlip> {
    let (Some(weights), [first, others @ ..]) = (&ranking.weights, &ranking.cells[..ranking.ranked()]) else {
        return Vec::new();
    };
    let mut flips = Vec::new();
    for (criterion, now) in weights.iter().copied().enumerate() {
        // Nothing else has a weight whose proportions could be kept.
        if now > 1.0 - SLACK {
            continue;
        }
        let leader = Line::of(ranking, weights, first, criterion);
        // The nearest crossing upwards and downwards: its share, how fast the other draws ahead, and whose it is.
        let mut nearest: [Option<(f64, f64, CellKey)>; 2] = [None, None];
        for cell in others {
            let line = Line::of(ranking, weights, cell, criterion);
            let ([n0, n1], [d0, d1]) = (line.numerator, line.denominator);
            let ([m0, m1], [e0, e1]) = (leader.numerator, leader.denominator);
            let ahead = [n0 * e0 - m0 * d0, n0 * e1 + n1 * e0 - m0 * d1 - m1 * d0, n1 * e1 - m1 * d1];
            for root in roots(ahead) {
                let slope = ahead[1] + 2.0 * ahead[2] * root;
                for (side, sign) in [1.0, -1.0].into_iter().enumerate() {
                    let is_ahead_beyond = slope * sign > SLACK && (root - now) * sign > -SLACK;
                    if !is_ahead_beyond || !(SLACK..=1.0 - SLACK).contains(&root) && (root - now).abs() > SLACK {
                        continue;
                    }
                    let speed = slope * sign / line.denominator_at(root).max(SLACK);
                    let is_nearer = nearest[side].is_none_or(|(other, other_speed, _)| {
                        let difference = (root - other) * sign;
                        difference < -SLACK || difference < SLACK && speed > other_speed
                    });
                    if is_nearer {
                        nearest[side] = Some((root, speed, cell.key));
                    }
                }
            }
        }
        flips.extend(nearest.into_iter().enumerate().filter_map(|(side, found)| {
            let (root, _, first) = found?;
            let beyond = if side == 0 { root.max(now) } else { root.min(now) };
            Some(WeightFlip { criterion, now, beyond, first })
        }));
    }
    flips.sort_by(|a, b| (a.beyond - a.now).abs().total_cmp(&(b.beyond - b.now).abs()));
    flips
}

/// The change of one given score, by the fewest levels, that makes another cell first; of several the one that leaves
/// the best behind by most.
pub fn score_flip(ranking: &Ranking) -> Option<ScoreFlip> {
    let weights = ranking.weights.as_ref()?;
    let [leader, others @ ..] = &ranking.cells[..ranking.ranked()] else { return None };
    let second = others.first()?;
    let order = |total: f64, cell: &ScoredCell| (std::cmp::Reverse(comparable(total)), cell.place);
    let (best, next) = (leader.total?, second.total?);
    let mut found: Option<((u8, i64), ScoreFlip)> = None;
    for cell in std::iter::once(leader).chain(others) {
        let is_leader = cell.key == leader.key;
        let total = cell.total?;
        for (criterion, now) in ranking.levels(cell).iter().enumerate() {
            let Some(now) = *now else { continue };
            let of = &ranking.criteria[criterion];
            // What one level more does to the total.
            let step = 100.0 * weights[criterion] / cell.scored * (of.value(2) - of.value(1));
            for to in 1..=of.levels() {
                let changed = total + step * (f64::from(to) - f64::from(now));
                let (flips, margin) = if is_leader {
                    (order(changed, leader) > order(next, second), next - changed)
                } else {
                    (order(changed, cell) < order(best, leader), changed - best)
                };
                let effort = (to.abs_diff(now), -comparable(margin));
                if flips && found.as_ref().is_none_or(|(least, _)| effort < *least) {
                    let first = if is_leader { second.key } else { cell.key };
                    found = Some((effort, ScoreFlip { criterion, cell: cell.key, now, to, first }));
                }
            }
        }
    }
    found.map(|(_, flip)| flip)
}

/// A share of 1 in percent, to a tenth.
fn percent(share: f64) -> f64 {
    (share * 1000.0).round() / 10.0
}

impl WeightFlip {
    /// The flip in words.
    pub fn message(&self, ranking: &Ranking, project: &Project) -> Message {
        let key = if self.beyond >= self.now { "flip-weight-above" } else { "flip-weight-below" };
        Message::new(key)
            .with("cell", cell_name(project, self.first))
            .with("criterion", ranking.criteria[self.criterion].shown_name())
            .with("share", percent(self.beyond))
            .with("now", percent(self.now))
    }
}

impl ScoreFlip {
    /// The flip in words.
    pub fn message(&self, ranking: &Ranking, project: &Project) -> Message {
        let key = if self.first == self.cell { "flip-score-own" } else { "flip-score-leader" };
        Message::new(key)
            .with("cell", cell_name(project, self.first))
            .with("changed", cell_name(project, self.cell))
            .with("criterion", ranking.criteria[self.criterion].shown_name())
            .with("now", usize::from(self.now))
            .with("level", usize::from(self.to))
    }
}
