use imbl::OrdMap;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::project::{
    Axis, Beachhead, CellKey, Command, Fit, Matrix, Position, PriceOrValue, Project, Rung, Segment, SegmentId, check,
};

use super::tests::{id, read_text, text, written};

/// Positions for the first product segments, and picks for the beachhead and its follow-ons.
pub(super) fn positions() -> impl Strategy<Value = (Vec<Position>, Option<usize>, usize)> {
    let choices = (option::of(select(Rung::ALL.to_vec())), option::of(select(PriceOrValue::ALL.to_vec())));
    let points = || option::of(0.0..=10.0_f64);
    let position = (choices, points(), points(), text(), text()).prop_map(
        |((rung, strategy), perceived_value, perceived_cost, target_group, statement)| Position {
            rung,
            strategy,
            perceived_value,
            perceived_cost,
            target_group,
            statement,
        },
    );
    (prop::collection::vec(position, 0..4), option::of(0..50_usize), 0..4_usize)
}

pub(super) fn placed(matrix: &Matrix, positions: Vec<Position>) -> OrdMap<SegmentId, Position> {
    let ids = matrix.segments(Axis::Product).iter().map(|segment| segment.id);
    ids.zip(positions).filter(|(_, position)| !position.is_blank()).collect()
}

pub(super) fn beachhead(matrix: &Matrix, pick: Option<usize>, count: usize) -> Option<Beachhead> {
    let fits: Vec<CellKey> =
        matrix.cells().iter().filter(|(_, cell)| cell.fit != Fit::No).map(|(key, _)| *key).collect();
    let cell = *fits.get(pick? % fits.len().max(1))?;
    Some(Beachhead { cell, follow_ons: matrix.beside(cell).into_iter().rev().take(count).collect() })
}

/// Two product segments for one customer segment.
fn project() -> Project {
    let mut project = Project::default();
    let segment = |number, name: &str| Segment { id: id(number), ..Segment::new(name) };
    for (axis, segments) in [
        (Axis::Product, vec![segment(1, "Advice"), segment(2, "Support")]),
        (Axis::Customer, vec![segment(3, "Banks")]),
    ] {
        Command::AddSegments { axis, at: 0, segments }.apply(&mut project).expect("new ids");
    }
    let fits = Command::SetFit { products: vec![id(1), id(2)], customers: vec![id(3)], fit: Fit::Prio1 };
    fits.apply(&mut project).expect("known");
    project
}

#[test]
fn a_position_and_a_beachhead_as_they_are_written() {
    let mut project = project();
    let plain = written(&project);
    assert!(!plain.contains("positions") && !plain.contains("beachhead"), "{plain}");
    let cell = |product| CellKey { product: id(product), customer: id(3) };
    project.beachhead = Some(Beachhead { cell: cell(2), follow_ons: [cell(1)].into_iter().collect() });
    let position = Position {
        rung: Some(Rung::BusinessProcess),
        strategy: Some(PriceOrValue::Value),
        perceived_value: Some(8.0),
        target_group: "Heads of operations".into(),
        ..Position::default()
    };
    project.positions.insert(id(1), position);
    assert_eq!(check(&project), Ok(()));
    let expected = r#"  positions: [
    (product: "aaaaaaab", rung: BusinessProcess, strategy: Value, perceived_value: 8.0, target_group: "Heads of operations"),
  ],
  beachhead: (
    product: "aaaaaaac",
    customer: "aaaaaaad",
    follow_ons: [
      (product: "aaaaaaab", customer: "aaaaaaad"),
    ],
  ),
"#;
    let source = written(&project);
    assert!(source.contains(expected), "{source}");
    assert_eq!(read_text(&source), Ok(project));
}

#[test]
fn a_blank_position_is_dropped() {
    let source = written(&project()).replace("  channels: [", "  positions: [(product: \"aaaaaaab\")],\n  channels: [");
    assert!(read_text(&source).expect("it can be read").positions.is_empty());
}
