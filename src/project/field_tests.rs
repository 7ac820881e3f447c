use std::fmt;

use super::*;
use crate::project::*;

/// The names of a struct's fields, in order; those of `figures` stand in its place.
fn members(record: &impl fmt::Debug) -> Vec<String> {
    let debug = format!("{record:#?}");
    let names = |depth: usize| {
        let indent = " ".repeat(4 * depth);
        (debug.lines())
            .filter_map(move |line| Some(line.strip_prefix(&indent)?.split_once(": ")?.0.to_owned()))
            .filter(|name| name.chars().all(|c| c.is_ascii_lowercase() || c == '_'))
            .collect::<Vec<_>>()
    };
    let own = names(1);
    let figures = own.iter().position(|name| name == "figures");
    match figures {
        Some(_) => own.into_iter().flat_map(|name| if name == "figures" { names(2) } else { vec![name] }).collect(),
        None => own,
    }
}

/// Every member of the record is a row of its table or one of those that are handled by hand.
fn is_listed<T: fmt::Debug>(table: &Table<T>, record: &T, by_hand: &[&str]) {
    for member in members(record) {
        assert!(
            table.find(&member).is_some() || by_hand.contains(&member.as_str()),
            "{} has a member `{member}` that its table doesn’t list",
            std::any::type_name::<T>()
        );
    }
}

#[test]
fn every_member_is_listed() {
    let parts = ["matrix", "positions", "beachhead", "market", "channels", "decision", "plan", "agenda", "team"];
    is_listed(Project::TABLE, &Project::default(), &parts);
    let segment = Segment::new("");
    for member in members(&segment) {
        let listed = Axis::ALL.iter().any(|axis| Segment::table(*axis).find(&member).is_some());
        assert!(listed || member == "id", "a segment’s member `{member}` stands in no table");
    }
    is_listed(Profile::TABLE, &Profile::default(), &[]);
    is_listed(Attribute::TABLE, &Attribute::new(""), &["id", "choices"]);
    is_listed(Cell::TABLE, &Cell::default(), &[]);
    is_listed(Position::TABLE, &Position::default(), &[]);
    is_listed(Figures::TABLE, &Figures::default(), &[]);
    is_listed(Channel::TABLE, &Channel::new(""), &["id"]);
    is_listed(Reach::TABLE, &Reach::default(), &[]);
    is_listed(Offer::TABLE, &Offer::default(), &[]);
    is_listed(Funnel::TABLE, &Funnel::default(), &[]);
    is_listed(ContactLimits::TABLE, &ContactLimits::default(), &[]);
    is_listed(Scenario::TABLE, &Scenario::new(""), &["id", "limits"]);
    is_listed(Criterion::TABLE, &Criterion::new(""), &["id", "anchors"]);
    is_listed(NextStep::TABLE, &NextStep::new(""), &["id", "about"]);
    is_listed(SetAside::TABLE, &SetAside::default(), &[]);
    is_listed(Score::TABLE, &Score { level: 1, reason: None }, &["level"]);
    is_listed(Participant::TABLE, &Participant::new(""), &["id"]);
    is_listed(Sizing::TABLE, &Sizing::default(), &[]);
    is_listed(TeamRole::TABLE, &TeamRole::new(""), &["id"]);
    is_listed(Task::TABLE, &Task::new(""), &["id"]);
    is_listed(Duty::TABLE, &Duty::default(), &[]);
    is_listed(FollowUp::TABLE, &FollowUp::new(""), &["id"]);
    is_listed(Handling::TABLE, &Handling::default(), &[]);
    is_listed(Territory::TABLE, &Territory::new(""), &["id"]);
    is_listed(Account::TABLE, &Account::new(""), &["id", "territory"]);
    let round = Round::new(Question::Prio, [], []);
    is_listed(Round::TABLE, &round, &["id", "question", "stage", "participants", "cells", "votes"]);
}

/// A value that isn't blank.
fn some(shape: Shape) -> FieldValue {
    match shape {
        Shape::Text => "words".into(),
        Shape::Number(..) => 0.5.into(),
        Shape::Range(_) => Estimate::range(0.25, 0.5, 0.75).into(),
        Shape::Choice(options) | Shape::Open(options) => FieldValue::Choice(options.names.get(1).copied()),
        Shape::Level(low, high) => Some(low.midpoint(high)).into(),
    }
}

fn is_set_and_read<T: Clone + PartialEq + fmt::Debug>(table: &Table<T>, blank: &T) {
    for field in table.fields {
        let mut record = blank.clone();
        let value = some(field.info().shape);
        assert_eq!(field.set(&mut record, value.clone()), Ok(()), "{}", field.name);
        assert_eq!(field.get(&record), value, "{}", field.name);
        assert!(!field.is_blank(&record) && field.is_written(&record) && record != *blank, "{}", field.name);
        assert_eq!(table.check(&record), Ok(()), "{}", field.name);
        let mut copy = blank.clone();
        field.copy(&record, &mut copy);
        assert_eq!(copy, record, "{} is a field of its own", field.name);
        for other in ["".into(), FieldValue::Number(None), FieldValue::Level(None), FieldValue::Choice(Some("Never"))] {
            let taken = field.set(&mut copy, other.clone()).is_ok();
            assert!(!taken || std::mem::discriminant(&other) == std::mem::discriminant(&value) || other == "".into());
        }
    }
}

#[test]
fn every_field_keeps_its_value() {
    is_set_and_read(Project::TABLE, &Project::default());
    Axis::ALL.iter().for_each(|axis| is_set_and_read(Segment::table(*axis), &Segment::new("")));
    is_set_and_read(Profile::TABLE, &Profile::default());
    is_set_and_read(Attribute::TABLE, &Attribute::new(""));
    is_set_and_read(Cell::TABLE, &Cell::default());
    is_set_and_read(Position::TABLE, &Position::default());
    is_set_and_read(Channel::TABLE, &Channel::new(""));
    is_set_and_read(Reach::TABLE, &Reach::default());
    is_set_and_read(Offer::TABLE, &Offer::default());
    is_set_and_read(Funnel::TABLE, &Funnel::default());
    is_set_and_read(ContactLimits::TABLE, &ContactLimits::default());
    is_set_and_read(Scenario::TABLE, &Scenario::new(""));
    is_set_and_read(Criterion::TABLE, &Criterion::new(""));
    is_set_and_read(Participant::TABLE, &Participant::new(""));
    is_set_and_read(Round::TABLE, &Round::new(Question::Prio, [], []));
}

#[test]
fn keys_follow_from_names() {
    assert_eq!(field_name!("cost_per_contact"), FieldName { name: "cost_per_contact", key: "field-cost-per-contact" });
}
