//! Names that findings call things by.

use crate::project::{About, Axis, CellKey, Message, Project, SegmentId, Value};

/// A segment's name, or the words for one that isn't given. Several of one name are told apart by their order: the
/// second has a 2 behind its name. Cost: linear in the segments.
pub fn segment_name(project: &Project, axis: Axis, id: SegmentId) -> Value {
    let Some((place, segment)) = project.matrix.find(axis, id) else { return Message::new("unnamed").into() };
    let of_that_name = |others: usize| {
        let segments = project.matrix.segments(axis).iter().take(others);
        segments.filter(|other| other.name.trim() == segment.name.trim()).count()
    };
    let name: Value = match segment.name.trim() {
        "" => Message::new("unnamed").into(),
        _ => (&*segment.name).into(),
    };
    if of_that_name(usize::MAX) < 2 {
        return name;
    }
    Message::new("name-again").with("name", name).with("place", of_that_name(place) + 1).into()
}

/// A cell by the names of its segments.
pub fn cell_name(project: &Project, key: CellKey) -> Message {
    Message::new("cell-name")
        .with("product", segment_name(project, Axis::Product, key.product))
        .with("customer", segment_name(project, Axis::Customer, key.customer))
}

/// What a finding or a step is about, by its names; none for the project as a whole.
pub fn about_name(project: &Project, about: About) -> Option<Value> {
    let segments: Option<Value> = match (about.product, about.customer) {
        (Some(product), Some(customer)) => Some(cell_name(project, CellKey { product, customer }).into()),
        (Some(product), None) => Some(segment_name(project, Axis::Product, product)),
        (None, Some(customer)) => Some(segment_name(project, Axis::Customer, customer)),
        (None, None) => None,
    };
    let channel = about.channel.and_then(|id| project.channel(id)).map(|(_, channel)| channel.shown_name());
    let criterion = about.criterion.and_then(|id| project.decision.criterion(id)).map(|(_, one)| one.shown_name());
    let scenario = about.scenario.and_then(|id| project.plan.scenario(id)).map(|(_, one)| one.shown_name());
    [segments, channel, criterion, scenario]
        .into_iter()
        .flatten()
        .reduce(|before, last| Message::new("list-of-two").with("before", before).with("last", last).into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{Command, Segment};

    #[test]
    fn segments_of_one_name_are_told_apart() {
        let mut project = Project::default();
        let segments: Vec<_> = ["Schools", "Banks", " Schools", ""].map(Segment::new).to_vec();
        let ids: Vec<_> = segments.iter().map(|segment| segment.id).collect();
        Command::AddSegments { axis: Axis::Customer, at: 0, segments }.apply(&mut project).expect("new ids");
        let name = |place: usize| segment_name(&project, Axis::Customer, ids[place]);
        let again = |name: &str, place: usize| -> Value {
            Message::new("name-again").with("name", name).with("place", place).into()
        };
        assert_eq!([name(0), name(1), name(2)], [again("Schools", 1), "Banks".into(), again(" Schools", 2)]);
        assert_eq!(name(3), Message::new("unnamed").into());
    }
}
