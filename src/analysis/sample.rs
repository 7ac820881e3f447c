//! Scored projects for the tests of the analysis.

use proptest::prelude::*;

use crate::project::{
    Axis, CellKey, Command, Criterion, Decide, Direction, Fit, Project, Score, ScoreKey, Segment, SegmentId,
};

use super::MatrixIndex;
use super::score::Ranking;

/// A project with one product segment and a customer segment for each row of levels, all undecided.
pub(super) fn scored(criteria: &[Criterion], levels: &[Vec<Option<u8>>]) -> Project {
    let mut project = Project::default();
    let product = Segment::new("P");
    let customers: Vec<_> = (0..levels.len()).map(|place| Segment::new(place.to_string())).collect();
    for (axis, segments) in [(Axis::Product, vec![product.clone()]), (Axis::Customer, customers.clone())] {
        Command::AddSegments { axis, at: 0, segments }.apply(&mut project).expect("new");
    }
    let customers = customers.iter().map(|segment| segment.id).collect();
    let mark = Command::SetFit { products: vec![product.id], customers, fit: Fit::Undecided };
    mark.apply(&mut project).expect("known");
    Command::from(Decide::AddCriteria { at: 0, criteria: criteria.to_vec() }).apply(&mut project).expect("new");
    for (place, levels) in levels.iter().enumerate() {
        for (criterion, level) in criteria.iter().zip(levels) {
            if let Some(level) = level {
                let key = ScoreKey { cell: cell(&project, place), criterion: criterion.id };
                project.decision.scores.insert(key, Score { level: *level, reason: None });
            }
        }
    }
    project
}

/// The cell of that row of levels.
pub(super) fn cell(project: &Project, place: usize) -> CellKey {
    CellKey {
        product: project.matrix.segments(Axis::Product)[0].id,
        customer: project.matrix.segments(Axis::Customer)[place].id,
    }
}

pub(super) fn set_fit(project: &mut Project, place: usize, fit: Fit) {
    let CellKey { product, customer } = cell(project, place);
    Command::SetFit { products: vec![product], customers: vec![customer], fit }.apply(project).expect("known");
}

pub(super) fn ranking(project: &Project) -> Ranking {
    Ranking::of(project, &MatrixIndex::of(&project.matrix))
}

/// The rows of levels in the order of their rank.
pub(super) fn order(project: &Project) -> Vec<usize> {
    let ranking = ranking(project);
    ranking.cells[..ranking.ranked()].iter().map(|cell| cell.place.1).collect()
}

pub(super) fn customer(project: &Project, place: usize) -> SegmentId {
    cell(project, place).customer
}

/// Criteria with a weight, of any direction, on five levels.
pub(super) fn weighted(weights: &[f64]) -> Vec<Criterion> {
    weights.iter().map(|weight| Criterion { weight: *weight, ..Criterion::new("") }).collect()
}

/// Any project of 2 to 8 cells by 1 to 5 criteria, some scores left out and some criteria with a floor.
pub(super) fn projects() -> impl Strategy<Value = Project> {
    let sizes = (2_usize..9, 1_usize..6);
    sizes
        .prop_flat_map(|(cells, criteria)| {
            let level = prop_oneof![4 => (1..=5_u8).prop_map(Some), 1 => Just(None)];
            (
                prop::collection::vec(
                    (
                        prop_oneof![1 => Just(0.0), 3 => 0.01..10.0_f64, 3 => (1..4_u8).prop_map(f64::from)],
                        any::<bool>(),
                        prop_oneof![4 => Just(None), 1 => (2..=4_u8).prop_map(Some)],
                    ),
                    criteria,
                ),
                prop::collection::vec(prop::collection::vec(level, criteria), cells),
            )
        })
        .prop_map(|(criteria, levels)| {
            let criteria: Vec<_> = criteria
                .into_iter()
                .map(|(weight, less, floor)| Criterion {
                    weight,
                    floor,
                    direction: if less { Direction::LessIsBetter } else { Direction::MoreIsBetter },
                    ..Criterion::new("")
                })
                .collect();
            scored(&criteria, &levels)
        })
}
