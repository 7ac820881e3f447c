use super::*;
use crate::project::{Answer, Command, Of, Profile, Segment, check};

fn id(letter: &str) -> SegmentId {
    letter.repeat(8).parse().expect("8 letters")
}

fn segment(letter: &str) -> Segment {
    Segment { id: id(letter), ..Segment::new(letter) }
}

fn apply(project: &mut Project, command: impl Into<Command>) {
    let command = command.into();
    command.apply(project).expect("it can be done");
    assert_eq!(check(project), Ok(()), "after {command:?}");
}

fn text(text: &str) -> AttributeValue {
    AttributeValue::Text(text.into())
}

/// Three customer segments and a text attribute with two values.
fn described() -> (Project, AttributeId) {
    let mut project = Project::default();
    let segments = ["x", "y", "z"].map(segment).into();
    apply(&mut project, Command::AddSegments { axis: Axis::Customer, at: 0, segments });
    let attribute = Attribute::new("Owner");
    let own = attribute.id;
    apply(&mut project, Describe::AddAttributes { at: 9, attributes: vec![attribute] });
    for (customer, value) in [("x", "public"), ("y", "private")] {
        set(&mut project, own, customer, Some(text(value)));
    }
    (project, own)
}

fn set(project: &mut Project, attribute: AttributeId, customer: &str, value: Option<AttributeValue>) {
    apply(project, Describe::SetValues { customers: vec![id(customer)], attribute, value });
}

fn value(project: &Project, attribute: AttributeId, customer: &str) -> Option<AttributeValue> {
    project.market.value(id(customer), attribute).cloned()
}

#[test]
fn what_is_blank_is_not_kept() {
    let (mut project, own) = described();
    set(&mut project, own, "x", Some(text("")));
    set(&mut project, own, "y", None);
    assert!(project.market.values.is_empty());
    let before = project.clone();
    set(&mut project, own, "z", None);
    apply(&mut project, Command::set(Of::Profile(id("z")), "industry", ""));
    assert_eq!(project, before);
}

#[test]
fn texts_become_choices_and_a_choice_is_renamed_with_its_values() {
    let (mut project, own) = described();
    apply(&mut project, Command::set(Of::Attribute(own), "kind", AttributeKind::Choice));
    let now = |project: &Project| project.market.attribute(own).map(|(_, attribute)| attribute.clone()).expect("there");
    assert_eq!(now(&project).choices, ["public".into(), "private".into()]);
    let choices = vec!["state".into(), "private".into()];
    let attribute = Attribute { choices, ..now(&project) };
    apply(&mut project, Describe::SetAttribute(attribute));
    assert_eq!(value(&project, own, "x"), Some(text("state")));
    let attribute = Attribute { choices: vec!["private".into()], ..now(&project) };
    apply(&mut project, Describe::SetAttribute(attribute));
    assert_eq!((value(&project, own, "x"), value(&project, own, "y")), (None, Some(text("private"))));
}

#[test]
fn a_kind_that_would_lose_values_is_refused() {
    let (mut project, own) = described();
    let before = project.clone();
    let refused = Command::set(Of::Attribute(own), "kind", AttributeKind::Number).apply(&mut project);
    assert_eq!(refused, Err(Fault::AttributeValue(own).into()));
    assert_eq!(project, before);
    set(&mut project, own, "x", Some(text("3")));
    set(&mut project, own, "y", None);
    apply(&mut project, Command::set(Of::Attribute(own), "kind", AttributeKind::Scale));
    assert_eq!(value(&project, own, "x"), Some(AttributeValue::Number(3.0)));
    let wrong = Describe::SetValues { customers: vec![id("y")], attribute: own, value: Some(text("many")) };
    assert_eq!(Command::from(wrong).apply(&mut project), Err(Fault::AttributeValue(own).into()));
}

#[test]
fn values_come_and_go_with_segments_and_attributes() {
    let (mut project, own) = described();
    apply(&mut project, Command::set(Of::Profile(id("x")), "loyalty", Some(4)));
    let copy = segment("w");
    apply(&mut project, Command::DuplicateSegment { axis: Axis::Customer, id: id("x"), copy });
    assert_eq!(value(&project, own, "w"), Some(text("public")));
    assert_eq!(project.market.profile(id("w")).loyalty, Some(4));
    apply(&mut project, Command::RemoveSegments { axis: Axis::Customer, ids: vec![id("x")] });
    assert_eq!((project.market.profiles.len(), project.market.values.len()), (1, 2));
    apply(&mut project, Describe::RemoveAttributes(vec![own]));
    assert!(project.market.values.is_empty() && project.market.attributes.is_empty());
}

#[test]
fn halves_of_a_segment_are_asked_again_whether_they_are_one_market() {
    let (mut project, own) = described();
    let whole = Profile {
        industry: "Health".into(),
        same_process: Some(Answer::No),
        same_process_note: Some("small ones ask their accountant".into()),
        ..Profile::default()
    };
    apply(&mut project, Command::changes(Of::Profile(id("x")), &Profile::default(), &whole));
    apply(&mut project, Command::SplitSegment { id: id("x"), copy: segment("w") });
    let half = Profile { same_process: None, ..whole };
    assert_eq!([id("x"), id("w")].map(|id| project.market.profile(id)), [half.clone(), half]);
    assert_eq!(value(&project, own, "w"), Some(text("public")));
    let order: Vec<_> =
        project.matrix.segments(Axis::Customer).iter().map(|segment| segment.name.to_string()).collect();
    assert_eq!(order, ["x", "w", "y", "z"]);
}

#[test]
fn attributes_move_within_their_list() {
    let (mut project, own) = described();
    let second = Attribute::new("Size");
    let last = second.id;
    apply(&mut project, Describe::AddAttributes { at: 0, attributes: vec![second.clone()] });
    let ids = |project: &Project| project.market.attributes.iter().map(|one| one.id).collect::<Vec<_>>();
    assert_eq!(ids(&project), [last, own]);
    apply(&mut project, Describe::MoveAttribute { id: last, to: 9 });
    assert_eq!(ids(&project), [own, last]);
    let twice = Command::from(Describe::AddAttributes { at: 0, attributes: vec![second] });
    assert_eq!(twice.apply(&mut project), Err(Fault::DuplicateAttribute(last).into()));
}
