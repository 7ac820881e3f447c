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
/// least change first. Among the cells that have a total now.
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
                    // A criterion without weight can't weigh less.
                    if sign < 0.0 && now < SLACK {
                        continue;
                    }
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
    flips.sort_by_key(|flip| comparable((flip.beyond - flip.now).abs()));
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

#[cfg(test)]
mod tests {
    use super::super::sample::{cell, order, projects, ranking, scored, weighted};
    use super::*;
    use crate::project::{Command, Criterion, Decide};
    use proptest::prelude::*;

    /// How finely a scan walks from a weight to its end.
    const STEPS: i32 = 50;

    /// The project with that share of all weight on one criterion, the others in proportion.
    fn with_share(project: &Project, criterion: usize, share: f64) -> Project {
        let weights = ranking(project).weights.expect("some weight");
        let mut changed = project.clone();
        for (at, of) in project.decision.criteria.iter().enumerate() {
            let weight = if at == criterion { share } else { weights[at] * (1.0 - share) / (1.0 - weights[criterion]) };
            let command = Command::from(Decide::SetCriterion(Criterion { weight: weight.max(0.0), ..of.clone() }));
            command.apply(&mut changed).expect("valid");
        }
        changed
    }

    fn first(project: &Project) -> CellKey {
        ranking(project).cells[0].key
    }

    /// A = (1, 0) and B = (0, 1) with weights .6 and .4 change places where both weigh the same (derived).
    #[test]
    fn two_that_change_places() {
        let project = scored(&weighted(&[3.0, 2.0]), &[vec![Some(5), Some(1)], vec![Some(1), Some(5)]]);
        let ranking = ranking(&project);
        let flips = weight_flips(&ranking);
        assert_eq!(flips.len(), 2);
        for (flip, (criterion, now)) in flips.iter().zip([(0, 0.6), (1, 0.4)]) {
            assert_eq!((flip.criterion, flip.first), (criterion, cell(&project, 1)));
            assert!((flip.now - now).abs() < 1e-12 && (flip.beyond - 0.5).abs() < 1e-12, "{flip:?}");
        }
        let message = flips[1].message(&ranking, &project);
        assert_eq!(message.key, "flip-weight-above");
        assert_eq!(flips[0].message(&ranking, &project).key, "flip-weight-below");
        // 60 against 40: A loses 15 a level of the first criterion, B gains 10 a level of the second.
        let flip = score_flip(&ranking).expect("there is one");
        assert_eq!((flip.cell, flip.criterion, flip.now, flip.to), (cell(&project, 0), 0, 5, 3));
    }

    /// Where two overtake at one place, the one that draws ahead is named.
    #[test]
    fn of_two_at_once_the_faster_is_first() {
        let levels = [(5, 1), (3, 3), (1, 5)].map(|(a, b)| vec![Some(a), Some(b)]);
        let project = scored(&weighted(&[3.0, 2.0]), &levels);
        let flips = weight_flips(&ranking(&project));
        assert_eq!(flips.len(), 2);
        for flip in flips {
            assert!((flip.beyond - 0.5).abs() < 1e-12, "{flip:?}");
            assert_eq!(flip.first, cell(&project, 2));
        }
    }

    #[test]
    fn the_best_at_everything_stays() {
        let project = scored(&weighted(&[3.0, 2.0]), &[vec![Some(5), Some(5)], vec![Some(1), Some(4)]]);
        assert_eq!(weight_flips(&ranking(&project)), []);
        let alone = scored(&weighted(&[1.0]), &[vec![Some(5)]]);
        assert_eq!((weight_flips(&ranking(&alone)), score_flip(&ranking(&alone))), (Vec::new(), None));
        assert_eq!(weight_flips(&ranking(&Project::default())), []);
    }

    /// Tied where the second criterion weighs nothing: more of it decides, less of it there is none.
    #[test]
    fn what_weighs_nothing_can_only_weigh_more() {
        let levels = [(3, 5), (3, 1)].map(|(a, b)| vec![Some(a), Some(b)]);
        let project = scored(&weighted(&[1.0, 0.0]), &levels);
        assert_eq!(weight_flips(&ranking(&project)), []);
        let levels = [(3, 1), (3, 5)].map(|(a, b)| vec![Some(a), Some(b)]);
        let project = scored(&weighted(&[1.0, 0.0]), &levels);
        let flips = weight_flips(&ranking(&project));
        assert_eq!(flips.iter().map(|flip| (flip.criterion, flip.first)).collect::<Vec<_>>(), [(1, cell(&project, 1))]);
    }

    #[test]
    fn a_tie_breaks_at_once() {
        let project = scored(&weighted(&[1.0, 1.0]), &[vec![Some(5), Some(1)], vec![Some(1), Some(5)]]);
        let flips = weight_flips(&ranking(&project));
        assert!(
            flips.iter().all(|flip| (flip.beyond - 0.5).abs() < 1e-9 && flip.first == cell(&project, 1)),
            "{flips:?}"
        );
        assert_eq!(flips.len(), 2);
    }

    proptest! {
        /// Walks each weight from where it is, both ways, until somebody else is first.
        #[test]
        fn the_closed_form_agrees_with_a_scan(project in projects()) {
            let ranking = ranking(&project);
            // A cell that has no total now may get one by another weight.
            prop_assume!(ranking.ranked() > 1 && ranking.ranked() == ranking.cells.len());
            let flips = weight_flips(&ranking);
            let weights = ranking.weights.clone().expect("ranked");
            let leader = ranking.cells[0].key;
            for (criterion, now) in weights.iter().copied().enumerate().filter(|(_, now)| *now < 1.0 - 1e-6) {
                for sign in [1.0, -1.0] {
                    let end = if sign > 0.0 { 1.0 - now } else { now };
                    let flip = flips.iter().find(|flip| {
                        flip.criterion == criterion && if sign > 0.0 { flip.beyond >= now } else { flip.beyond <= now }
                            && ((flip.beyond - now).abs() > 1e-9 || first(&with_share(&project, criterion, now + sign * 1e-4 * end)) != leader)
                    });
                    for step in 1..STEPS {
                        let share = now + sign * end * f64::from(step) / f64::from(STEPS);
                        let there = first(&with_share(&project, criterion, share));
                        match flip {
                            // Close to the crossing the scan sees a tie.
                            Some(flip) if (share - flip.beyond).abs() < 1e-6 => {}
                            Some(flip) if (share - flip.beyond) * sign < 0.0 => prop_assert_eq!(there, leader, "{:?} at {}", flip, share),
                            // The leader may be back within a step: who is first just beyond is looked at below.
                            Some(_) => break,
                            None => prop_assert_eq!(there, leader, "{} at {}", criterion, share),
                        }
                    }
                    if let Some(flip) = flip {
                        let beyond = flip.beyond + sign * 1e-7;
                        if (1e-6..1.0 - 1e-6).contains(&beyond) {
                            prop_assert!(first(&with_share(&project, criterion, beyond)) != leader);
                        }
                    }
                }
            }
        }

        /// Tries every change of every score.
        #[test]
        fn no_smaller_change_of_a_score_is_enough(project in projects()) {
            let ranking = ranking(&project);
            let found = score_flip(&ranking);
            prop_assume!(ranking.ranked() > 1);
            let leader = ranking.cells[0].key;
            let changed = |cell, criterion, level| {
                let mut changed = project.clone();
                let set = Decide::SetScores { cells: vec![cell], criterion, level: Some(level) };
                Command::from(set).apply(&mut changed).expect("on the scale");
                changed
            };
            let mut least = None;
            for (key, score) in &project.decision.scores {
                for level in 1..=5 {
                    if first(&changed(key.cell, key.criterion, level)) != leader {
                        let levels = level.abs_diff(score.level);
                        least = Some(least.map_or(levels, |least: u8| least.min(levels)));
                    }
                }
            }
            prop_assert_eq!(found.as_ref().map(|flip| flip.to.abs_diff(flip.now)), least);
            if let Some(flip) = found {
                let after = changed(flip.cell, ranking.criteria[flip.criterion].id, flip.to);
                prop_assert_eq!(first(&after), flip.first);
                prop_assert!(!order(&after).is_empty());
            }
        }
    }
}
