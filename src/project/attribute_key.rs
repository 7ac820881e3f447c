//! Attributes of customer segments by address: built in or the team's own, read and set alike.

use super::field::Record;
use super::{
    AttributeGroup, AttributeId, AttributeKind, AttributeValue, Command, Describe, FieldInfo, FieldValue, Funnel,
    Market, Of, Profile, Project, SegmentId,
};

/// An attribute of customer segments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AttributeKey {
    /// A field of the profile.
    Profile(&'static str),
    /// A field of the funnel: how large the market is.
    Funnel(&'static str),
    /// The team's own.
    Own(AttributeId),
}

impl AttributeKey {
    /// All attributes with their groups, group by group; the team's own behind those that are built in.
    pub fn all(market: &Market) -> Vec<(AttributeGroup, Self)> {
        let group = |group: AttributeGroup| {
            let built_in = group.profile_fields().iter().map(|name| Self::Profile(name));
            let sizes = group.funnel_fields().iter().map(|name| Self::Funnel(name));
            let own = market.attributes.iter().filter(move |own| own.group == group).map(|own| Self::Own(own.id));
            built_in.chain(sizes).chain(own).map(move |key| (group, key))
        };
        AttributeGroup::ALL.into_iter().flat_map(group).collect()
    }

    /// The field of an attribute that is built in.
    pub fn field(self) -> Option<FieldInfo> {
        match self {
            Self::Profile(name) => Profile::TABLE.find(name).map(super::Field::info),
            Self::Funnel(name) => Funnel::TABLE.find(name).map(super::Field::info),
            Self::Own(_) => None,
        }
    }

    /// The value for a segment; none where nothing is given. A choice of an own attribute comes as its text, a level as
    /// a level.
    pub fn value(self, project: &Project, customer: SegmentId) -> Option<FieldValue> {
        match self {
            Self::Profile(name) => {
                let profile = project.market.profiles.get(&customer)?;
                Profile::TABLE.find(name).filter(|field| !field.is_blank(profile)).map(|field| field.get(profile))
            }
            Self::Funnel(name) => {
                let funnel = project.plan.funnels.get(&customer)?;
                Funnel::TABLE.find(name).filter(|field| !field.is_blank(funnel)).map(|field| field.get(funnel))
            }
            Self::Own(id) => match project.market.value(customer, id)? {
                AttributeValue::Text(text) => Some(FieldValue::Text(text.clone())),
                AttributeValue::Number(number) => {
                    let kind = project.market.attribute(id)?.1.kind;
                    let is_level = kind == AttributeKind::Scale;
                    Some(if is_level { Some(*number as u8).into() } else { (*number).into() })
                }
            },
        }
    }

    /// Gives segments the same value.
    pub fn set(self, customers: impl IntoIterator<Item = SegmentId>, value: FieldValue) -> Command {
        let customers = customers.into_iter();
        match self {
            Self::Profile(name) => Command::set_all(customers.map(Of::Profile), name, value),
            Self::Funnel(name) => Command::set_all(customers.map(Of::Funnel), name, value),
            Self::Own(attribute) => {
                let value = match value {
                    FieldValue::Text(text) => Some(AttributeValue::Text(text)).filter(|value| !value.is_blank()),
                    FieldValue::Number(number) => number.map(AttributeValue::Number),
                    FieldValue::Level(level) => level.map(|level| AttributeValue::Number(level.into())),
                    FieldValue::Range(_) | FieldValue::Choice(_) => None,
                };
                Describe::SetValues { customers: customers.collect(), attribute, value }.into()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{Attribute, Axis, Estimate, NeedLevel, Segment};

    #[test]
    fn what_is_set_is_read() {
        let mut project = Project::default();
        let customer = Segment::new("Banks");
        let id = customer.id;
        let scale = Attribute { kind: AttributeKind::Scale, ..Attribute::new("Maturity") };
        let own = AttributeKey::Own(scale.id);
        let setup = [
            Command::AddSegments { axis: Axis::Customer, at: 0, segments: vec![customer] },
            Describe::AddAttributes { at: 0, attributes: vec![scale] }.into(),
        ];
        Command::All(setup.into()).apply(&mut project).expect("a sound beginning");
        let all = AttributeKey::all(&project.market);
        assert!(all.contains(&(AttributeGroup::Profile, own)), "{all:?}");
        for (key, value) in [
            (own, Some(4).into()),
            (AttributeKey::Profile("need_level"), NeedLevel::Vision.into()),
            (AttributeKey::Funnel("customers"), Estimate::point(120.0).into()),
        ] {
            assert_eq!(key.value(&project, id), None);
            key.set([id], FieldValue::clone(&value)).apply(&mut project).expect("it can be set");
            assert_eq!(key.value(&project, id), Some(value));
        }
        let blank = own.set([id], FieldValue::Level(None));
        blank.apply(&mut project).expect("it can be taken back");
        assert_eq!(own.value(&project, id), None);
    }
}
