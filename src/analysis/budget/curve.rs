//! What would be left with more money, and with less.

use super::Problem;

/// With fixed costs in the choice, a point of the curve may be this share below the best.
const PICTURED: f64 = 1e-3;

/// A budget and the most that it can leave.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CurvePoint {
    /// The budget.
    pub budget: f64,
    /// The most that contacts within it leave, likely.
    pub contribution: f64,
}

/// The most that budgets of all sizes can leave. Without fixed costs it rises ever more slowly.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Curve {
    /// By budget, from what the least contacts cost.
    pub points: Vec<CurvePoint>,
}

impl Problem {
    /// The curve with that many points, two at the least, evenly spaced from what the least contacts cost to somewhat
    /// past the budget, or to where more money leads to nothing. None when it is given up, when constraints clash other
    /// than with the budget, or when there is no money to look at.
    pub fn curve(&self, points: usize, cancelled: impl Fn() -> bool) -> Option<Curve> {
        let from: f64 = self.pairs.iter().map(|pair| pair.least * pair.cost).sum();
        let boundless = Self { budget: f64::MAX, ..self.clone() };
        if !boundless.clashes().is_empty() {
            return None;
        }
        let to = self.far_end(from)?;
        let points = points.max(2);
        let contribution = |budget: f64| {
            let contacts = self.solution(budget, PICTURED).ok()?.contacts;
            Some(self.pairs.iter().zip(contacts).map(|(pair, contacts)| pair.contribution.likely * contacts).sum())
        };
        let point = |step: usize| {
            if cancelled() {
                return None;
            }
            let budget = from + (to - from) * step as f64 / (points - 1) as f64;
            Some(CurvePoint { budget, contribution: contribution(budget)? })
        };
        (0..points).map(point).collect::<Option<_>>().map(|points| Curve { points })
    }

    /// Where there is no more to be seen: half as much again as the budget, or what everything that pays would cost
    /// with all caps reached, when that is less than three times the budget.
    fn far_end(&self, from: f64) -> Option<f64> {
        let capped: f64 = (self.pairs.iter())
            .filter(|pair| pair.contribution.likely > 0.0)
            .map(|pair| {
                let room = [pair.most, self.capacities[pair.place]].into_iter().flatten().reduce(f64::min);
                room.map_or(f64::INFINITY, |room| room * pair.cost)
            })
            .sum();
        let seen = self.budget.max(from) * 1.5;
        let to = if capped <= 2.0 * seen { capped.max(self.budget) * 1.1 } else { seen };
        (to > from && to.is_finite()).then_some(to)
    }
}
