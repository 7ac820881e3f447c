use std::sync::Arc;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::project::{
    Answer, Attribute, AttributeGroup, AttributeKind, AttributeValue, Axis, Growth, Market, Matrix, NeedLevel, Profile,
    Project, RevenueHistory, Segment, SegmentId, ValueKey, check,
};

use super::tests::{amount, estimate, id, read_text, text, written};

fn some<T: Copy + std::fmt::Debug + 'static>(all: &[T]) -> impl Strategy<Value = Option<T>> + use<T> {
    option::of(select(all.to_vec()))
}

fn profile() -> impl Strategy<Value = Profile> {
    let texts = (text(), text(), text(), text());
    let note = || option::of(text()).prop_map(|note| note.filter(|note| !note.is_empty()));
    let choices = (some(&RevenueHistory::ALL), some(&Growth::ALL), some(&NeedLevel::ALL));
    let answers = [some(&Answer::ALL), some(&Answer::ALL), some(&Answer::ALL)];
    let notes = [note().boxed(), note().boxed(), note().boxed()];
    let levels = vec(option::of(1_u8..=5), 6);
    (texts, choices, answers, notes, levels, estimate(amount()), option::of(amount())).prop_map(
        |(texts, choices, answers, notes, levels, employees, purchase_volume)| {
            let (industry, geography, special_needs, sales_approach) = texts;
            let [same_purchase_note, same_process_note, talk_together_note] = notes;
            Profile {
                industry,
                geography,
                employees,
                revenue_history: choices.0,
                loyalty: levels[0],
                innovation_response: levels[1],
                promotion_response: levels[2],
                purchase_volume,
                growth: choices.1,
                need_level: choices.2,
                special_needs,
                sales_approach,
                importance: levels[3],
                centralisation: levels[4],
                service_knowledge: levels[5],
                same_purchase: answers[0],
                same_purchase_note,
                same_process: answers[1],
                same_process_note,
                talk_together: answers[2],
                talk_together_note,
            }
        },
    )
}

#[derive(Debug, Clone)]
pub(super) struct MarketSeed {
    profiles: Vec<Profile>,
    attributes: Vec<(Arc<str>, AttributeGroup, AttributeKind)>,
    values: Vec<(u8, Arc<str>, f64)>,
}

pub(super) fn market() -> impl Strategy<Value = MarketSeed> {
    let attribute = (text(), select(AttributeGroup::ALL.to_vec()), select(AttributeKind::ALL.to_vec()));
    let number = prop_oneof![amount(), amount().prop_map(|number| -number)];
    (vec(profile(), 0..4), vec(attribute, 0..4), vec((1_u8..=5, text(), number), 0..6))
        .prop_map(|(profiles, attributes, values)| MarketSeed { profiles, attributes, values })
}

impl MarketSeed {
    pub(super) fn market(self, matrix: &Matrix) -> Market {
        let customers: Vec<SegmentId> = matrix.segments(Axis::Customer).iter().map(|segment| segment.id).collect();
        let choices: Vec<Arc<str>> = vec!["one".into(), "“to”".into()];
        let attribute = |(place, (name, group, kind))| Attribute {
            id: id(place),
            group,
            kind,
            choices: if kind == AttributeKind::Choice { choices.clone() } else { Vec::new() },
            ..Attribute::new(name)
        };
        let attributes: imbl::Vector<Attribute> = self.attributes.into_iter().enumerate().map(attribute).collect();
        let keys = customers.iter().flat_map(|customer| {
            attributes
                .iter()
                .map(move |attribute| (attribute, ValueKey { customer: *customer, attribute: attribute.id }))
        });
        let value = |((attribute, key), (level, text, number)): ((&Attribute, ValueKey), (u8, Arc<str>, f64))| {
            let value = match attribute.kind {
                AttributeKind::Text => AttributeValue::Text(text),
                AttributeKind::Number => AttributeValue::Number(number),
                AttributeKind::Choice => AttributeValue::Text(choices[usize::from(level) % 2].clone()),
                AttributeKind::Scale => AttributeValue::Number(level.into()),
            };
            (key, value)
        };
        Market {
            profiles: customers.iter().copied().zip(self.profiles).filter(|(_, profile)| !profile.is_blank()).collect(),
            values: keys.zip(self.values).map(value).filter(|(_, value)| !value.is_blank()).collect(),
            attributes,
        }
    }
}

fn known() -> Project {
    let customer: SegmentId = id(2);
    let matrix = Matrix::new(
        imbl::Vector::new(),
        [Segment { id: customer, ..Segment::new("Banks") }].into_iter().collect(),
        imbl::OrdMap::new(),
    );
    let profile = Profile {
        industry: "Finance".into(),
        loyalty: Some(4),
        need_level: Some(NeedLevel::Conscious),
        same_process: Some(Answer::No),
        same_process_note: Some("head office decides".into()),
        ..Profile::default()
    };
    let owner = Attribute {
        id: id(5),
        group: AttributeGroup::Needs,
        kind: AttributeKind::Choice,
        choices: vec!["public".into(), "private".into()],
        ..Attribute::new("Owner")
    };
    let branches = Attribute { id: id(6), kind: AttributeKind::Number, ..Attribute::new("Branches") };
    let key = |attribute: &Attribute| ValueKey { customer, attribute: attribute.id };
    let values =
        [(key(&owner), AttributeValue::Text("private".into())), (key(&branches), AttributeValue::Number(120.0))];
    let market = Market {
        profiles: [(customer, profile)].into_iter().collect(),
        values: values.into_iter().collect(),
        attributes: [owner, branches].into_iter().collect(),
    };
    Project { matrix, market, ..Project::default() }
}

#[test]
fn attributes_as_they_are_written() {
    let project = known();
    assert_eq!(check(&project), Ok(()));
    let expected = r#"  attributes: [
    (id: "aaaaaaaf", name: "Owner", group: Needs, kind: Choice, choices: ["public", "private"]),
    (id: "aaaaaaag", name: "Branches", kind: Number),
  ],
  profiles: [
    (customer: "aaaaaaac", industry: "Finance", loyalty: 4, need_level: Conscious, same_process: No, same_process_note: "head office decides"),
  ],
  values: [
    (customer: "aaaaaaac", attribute: "aaaaaaaf", value: "private"),
    (customer: "aaaaaaac", attribute: "aaaaaaag", value: 120.0),
  ],
"#;
    let source = written(&project);
    let start = source.find("  attributes").expect("is there");
    assert!(source[start..].starts_with(expected), "{source}");
    assert_eq!(read_text(&source), Ok(project.clone()));
    let by_hand = source.replace("120.0", "120").replace("value: \"private\"", "value: \"\"");
    let read = read_text(&by_hand).expect("it can be read");
    assert_eq!(read.market.values.len(), 1, "an empty text is not kept, a whole number is a number");
}

#[test]
fn without_attributes_nothing_is_said_of_them() {
    let source = written(&Project { market: Market::default(), ..known() });
    assert!(["attributes", "profiles", "values"].iter().all(|list| !source.contains(list)), "{source}");
}
