//! The next useful step: what the method asks for first of what is missing.

use crate::project::{Axis, Fit, Message};

use super::action::Route;
use super::view::View;

/// A step, and where it is taken.
#[derive(Debug, Clone, PartialEq)]
pub struct Next {
    pub message: Message,
    pub route: Route,
}

impl Next {
    /// The first step that is not taken yet; none when all are.
    pub fn of(view: &View) -> Option<Self> {
        const MATRIX: Route = Route::Screen("tab-matrix");
        const CHANNELS: Route = Route::Part("tab-channels", "channels-mode-compare");
        const BUDGET: Route = Route::Part("tab-channels", "channels-mode-budget");
        let (project, index) = (view.project, &view.analysis.matrix);
        let step = |key, route| Some(Self { message: Message::new(key), route });
        let count = |key, count: usize, route| Some(Self { message: Message::new(key).with("count", count), route });
        if project.matrix.segments(Axis::Product).is_empty() {
            return step("next-products", MATRIX);
        }
        if project.matrix.segments(Axis::Customer).is_empty() {
            return step("next-customers", MATRIX);
        }
        let total = index.total();
        if total.fits() == 0 {
            return step("next-fits", MATRIX);
        }
        let criteria = project.decision.criteria.len();
        if criteria == 0 {
            return step("next-criteria", Route::Part("tab-decide", "report-criteria"));
        }
        let ranking = view.analysis.ranking();
        let unscored = ranking.cells.iter().filter(|cell| cell.total.is_none()).count() + ranking.unscored();
        if unscored > 0 {
            return count("next-scores", unscored, Route::Part("tab-decide", "decide-mode-scores"));
        }
        let undecided = total.of(Fit::Undecided);
        if undecided > 0 {
            return count("next-prios", undecided, Route::Part("tab-decide", "decide-mode-ranking"));
        }
        if project.channels.is_empty() {
            return step("next-channels", CHANNELS);
        }
        let missing = view.analysis.channels().channels.iter().filter(|figures| figures.sales.is_none()).count();
        if missing > 0 {
            return count("next-figures", missing, CHANNELS);
        }
        // A new project counts all revenue as earned.
        if (project.margin - 1.0).abs() < f64::EPSILON {
            return step("next-margin", CHANNELS);
        }
        if project.plan.scenarios.is_empty() {
            return step("next-budget", BUDGET);
        }
        None
    }
}
