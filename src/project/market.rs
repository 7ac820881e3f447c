//! Who the customers of a segment are: its profile, behaviour and needs, whether it is one market, and attributes that
//! the team defines itself.

use std::sync::Arc;

use imbl::{OrdMap, Vector};

use super::field::{Kind, Record, Table, Unit, Wrong, at, choice, field_name, options, table};
use super::{AttributeId, Estimate, Fault, Funnel, Message, SegmentId, Value};

/// How revenue from a segment has developed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum RevenueHistory {
    /// Nothing has been sold to it.
    #[default]
    NothingYet,
    Falling,
    Steady,
    Rising,
}

options!(RevenueHistory {
    NothingYet => "revenue-none",
    Falling => "trend-falling",
    Steady => "trend-steady",
    Rising => "trend-rising",
});

/// How the segment itself grows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Growth {
    #[default]
    Shrinking,
    Steady,
    Growing,
    GrowingFast,
}

options!(Growth {
    Shrinking => "growth-shrinking",
    Steady => "trend-steady",
    Growing => "growth-growing",
    GrowingFast => "growth-growing-fast",
});

/// How far a buyer has come with a need.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NeedLevel {
    /// The seller sees it, the buyer does not.
    #[default]
    Latent,
    /// The buyer knows the need, not how to meet it.
    Conscious,
    /// The buyer sees how to meet it.
    Vision,
}

options!(NeedLevel { Latent => "need-latent", Conscious => "need-conscious", Vision => "need-vision" });

/// The answer to a question of whether a segment is one market.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Answer {
    #[default]
    Yes,
    No,
}

options!(Answer { Yes => "answer-yes", No => "answer-no" });

/// The highest level of a scale from 1.
const HIGHEST: u8 = 5;

/// A level from 1 to 5.
macro_rules! scale {
    ($field:ident) => {
        Kind::Level(1, HIGHEST, at!($field), |level| Fault::Level { level, highest: HIGHEST })
    };
}

/// What is known of the customers of a segment.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Profile {
    pub industry: Arc<str>,
    pub geography: Arc<str>,
    /// Employees of one customer.
    pub employees: Estimate,
    pub revenue_history: Option<RevenueHistory>,
    pub loyalty: Option<u8>,
    /// How they respond to innovation and creativity.
    pub innovation_response: Option<u8>,
    pub promotion_response: Option<u8>,
    /// What one customer spends on such products in a year, whoever sells them.
    pub purchase_volume: Option<f64>,
    pub growth: Option<Growth>,
    pub need_level: Option<NeedLevel>,
    /// Competence, process or standard that the customers require.
    pub special_needs: Arc<str>,
    /// How they expect to be sold to. How they decide is scored: see [`Role::BuyingProcess`](super::Role).
    pub sales_approach: Arc<str>,
    /// How important the product is to the customer.
    pub importance: Option<u8>,
    /// From each unit for itself (1) to all at the head office (5).
    pub centralisation: Option<u8>,
    /// How well they know such services.
    pub service_knowledge: Option<u8>,
    pub same_purchase: Option<Answer>,
    pub same_purchase_note: Option<Arc<str>>,
    pub same_process: Option<Answer>,
    pub same_process_note: Option<Arc<str>>,
    pub talk_together: Option<Answer>,
    pub talk_together_note: Option<Arc<str>>,
}

impl Record for Profile {
    const TABLE: &'static Table<Self> = table! {
        ids ["customer"],
        "industry" => Kind::Text(at!(industry)),
        "geography" => Kind::Text(at!(geography)),
        "employees" => Kind::Range(Unit::Count, at!(employees)),
        "revenue_history" => choice!(revenue_history: Option<RevenueHistory>),
        "loyalty" => scale!(loyalty),
        "innovation_response" => scale!(innovation_response),
        "promotion_response" => scale!(promotion_response),
        "purchase_volume" => Kind::Number(Unit::Money, at!(purchase_volume)),
        "growth" => choice!(growth: Option<Growth>),
        "need_level" => choice!(need_level: Option<NeedLevel>),
        "special_needs" => Kind::Text(at!(special_needs)),
        "sales_approach" => Kind::Text(at!(sales_approach)),
        "importance" => scale!(importance),
        "centralisation" => scale!(centralisation),
        "service_knowledge" => scale!(service_knowledge),
        "same_purchase" => choice!(same_purchase: Option<Answer>),
        "same_purchase_note" => Kind::Note(at!(same_purchase_note)),
        "same_process" => choice!(same_process: Option<Answer>),
        "same_process_note" => Kind::Note(at!(same_process_note)),
        "talk_together" => choice!(talk_together: Option<Answer>),
        "talk_together_note" => Kind::Note(at!(talk_together_note)),
        rest []
    };
}

impl Profile {
    pub fn is_blank(&self) -> bool {
        Self::TABLE.is_blank(self)
    }
}

/// A question of whether the customers of a segment are one market: its answer and its note are fields of a [`Profile`].
#[derive(Debug, Clone, Copy)]
pub struct MarketQuestion {
    pub field: &'static str,
    pub note: &'static str,
    pub answer: fn(&Profile) -> Option<Answer>,
}

impl MarketQuestion {
    pub const ALL: [Self; 3] = [
        Self { field: "same_purchase", note: "same_purchase_note", answer: |profile| profile.same_purchase },
        Self { field: "same_process", note: "same_process_note", answer: |profile| profile.same_process },
        Self { field: "talk_together", note: "talk_together_note", answer: |profile| profile.talk_together },
    ];
}

/// What an attribute of a customer segment is about.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AttributeGroup {
    /// Who they are.
    #[default]
    Profile,
    /// What they do.
    Behaviour,
    /// What they need.
    Needs,
    /// How large the market is.
    Size,
}

options!(AttributeGroup {
    Profile => "attributes-profile",
    Behaviour => "attributes-behaviour",
    Needs => "attributes-needs",
    Size => "attributes-size",
});

impl AttributeGroup {
    /// The fields of the group in a [`Profile`].
    pub fn profile_fields(self) -> &'static [&'static str] {
        match self {
            Self::Profile => &["industry", "geography", "employees"],
            Self::Behaviour => &[
                "revenue_history",
                "loyalty",
                "innovation_response",
                "promotion_response",
                "purchase_volume",
                "growth",
            ],
            Self::Needs => {
                &["need_level", "special_needs", "sales_approach", "importance", "centralisation", "service_knowledge"]
            }
            Self::Size => &[],
        }
    }

    /// The fields of the group in a [`Funnel`].
    pub fn funnel_fields(self) -> &'static [&'static str] {
        match self {
            Self::Size => &Funnel::MARKET,
            _ => &[],
        }
    }
}

/// What values an attribute has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum AttributeKind {
    #[default]
    Text,
    /// Any finite number.
    Number,
    /// One of the attribute's choices.
    Choice,
    /// A level from 1 to 5.
    Scale,
}

options!(AttributeKind {
    Text => "attribute-text",
    Number => "attribute-number",
    Choice => "attribute-choice",
    Scale => "decide-key-levels",
});

/// An attribute of customer segments that the team defines.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribute {
    /// Unique among the attributes.
    pub id: AttributeId,
    pub name: Arc<str>,
    pub group: AttributeGroup,
    pub kind: AttributeKind,
    /// What can be chosen, in order, without blanks and repetitions. Kept while the kind is another.
    pub choices: Vec<Arc<str>>,
}

impl Record for Attribute {
    const TABLE: &'static Table<Self> = table! {
        ids ["id"],
        "name" (Required) => Kind::Text(at!(name)),
        "group" => choice!(group: AttributeGroup),
        "kind" => choice!(kind: AttributeKind),
        rest ["choices"],
        rule Self::check_choices
    };
}

impl Attribute {
    /// The highest level of [`AttributeKind::Scale`].
    pub const HIGHEST: u8 = HIGHEST;

    /// A text attribute of that name, with a new id.
    pub fn new(name: impl Into<Arc<str>>) -> Self {
        Self {
            id: AttributeId::random(),
            name: name.into(),
            group: AttributeGroup::default(),
            kind: AttributeKind::default(),
            choices: Vec::new(),
        }
    }

    fn check_choices(&self) -> Result<(), Wrong> {
        let is_bad = |(place, choice): (usize, &Arc<str>)| {
            choice.trim().is_empty() || self.choices[..place].iter().any(|earlier| earlier == choice)
        };
        if self.choices.iter().enumerate().any(is_bad) {
            return Err(Wrong { fault: Fault::Choices, field: "choices", end: None });
        }
        Ok(())
    }

    /// Whether the value is one that the attribute can have.
    pub fn check(&self, value: &AttributeValue) -> Result<(), Fault> {
        let fits = match (self.kind, value) {
            (AttributeKind::Text, AttributeValue::Text(_)) => true,
            (AttributeKind::Choice, AttributeValue::Text(choice)) => self.choices.contains(choice),
            (AttributeKind::Number, AttributeValue::Number(number)) => number.is_finite(),
            (AttributeKind::Scale, AttributeValue::Number(level)) => {
                level.fract() == 0.0 && (1.0..=f64::from(HIGHEST)).contains(level)
            }
            _ => false,
        };
        if fits { Ok(()) } else { Err(Fault::AttributeValue(self.id)) }
    }

    /// The value as one of this attribute's kind; none where it can't be read as one. A choice that is missing is not
    /// added.
    pub fn convert(&self, value: &AttributeValue) -> Option<AttributeValue> {
        let converted = match (self.kind, value) {
            (AttributeKind::Text | AttributeKind::Choice, AttributeValue::Number(number)) => {
                AttributeValue::Text(number.to_string().into())
            }
            (AttributeKind::Number | AttributeKind::Scale, AttributeValue::Text(text)) => {
                AttributeValue::Number(text.trim().replace(',', ".").parse().ok()?)
            }
            (_, value) => value.clone(),
        };
        self.check(&converted).ok().map(|()| converted)
    }

    /// Its name, or the words for a name that isn't given.
    pub fn shown_name(&self) -> Value {
        if self.name.trim().is_empty() { Message::new("unnamed").into() } else { (&*self.name).into() }
    }
}

/// The value of an attribute for a segment: a text or a choice, a number or a level.
#[derive(Debug, Clone, PartialEq)]
pub enum AttributeValue {
    Text(Arc<str>),
    Number(f64),
}

impl AttributeValue {
    /// An empty text is not stored.
    pub fn is_blank(&self) -> bool {
        matches!(self, Self::Text(text) if text.is_empty())
    }
}

/// A customer segment, and an attribute that it has a value for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ValueKey {
    pub customer: SegmentId,
    pub attribute: AttributeId,
}

/// What is known of customer segments. What isn't given has no entry. Clones share what they have in common.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Market {
    /// By customer segment.
    pub profiles: OrdMap<SegmentId, Profile>,
    /// The team's own attributes, in its order.
    pub attributes: Vector<Attribute>,
    pub values: OrdMap<ValueKey, AttributeValue>,
}

impl Market {
    /// What is known of a customer segment.
    pub fn profile(&self, customer: SegmentId) -> Profile {
        self.profiles.get(&customer).cloned().unwrap_or_default()
    }

    /// The attribute with that id and its place in the list. Cost: linear in the attributes.
    pub fn attribute(&self, id: AttributeId) -> Option<(usize, &Attribute)> {
        self.attributes.iter().enumerate().find(|(_, attribute)| attribute.id == id)
    }

    pub fn value(&self, customer: SegmentId, attribute: AttributeId) -> Option<&AttributeValue> {
        self.values.get(&ValueKey { customer, attribute })
    }

    /// Equal content. Skips what the two share, so that it costs about as much as they differ.
    pub fn is_same(&self, other: &Self) -> bool {
        let Self { profiles, attributes, values } = self;
        profiles.len() == other.profiles.len()
            && profiles.diff(&other.profiles).next().is_none()
            && (attributes.ptr_eq(&other.attributes) || *attributes == other.attributes)
            && values.len() == other.values.len()
            && values.diff(&other.values).next().is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_field_of_a_profile_is_in_a_group_or_is_a_question() {
        let grouped = AttributeGroup::ALL.iter().flat_map(|group| group.profile_fields().iter().copied());
        let asked = MarketQuestion::ALL.iter().flat_map(|question| [question.field, question.note]);
        let mut listed: Vec<_> = grouped.chain(asked).collect();
        let mut fields: Vec<_> = Profile::TABLE.fields.iter().map(|field| field.name.name).collect();
        listed.sort_unstable();
        fields.sort_unstable();
        assert_eq!(listed, fields);
        let sizes = AttributeGroup::ALL.iter().flat_map(|group| group.funnel_fields());
        assert!(sizes.clone().count() > 0 && sizes.clone().all(|name| Funnel::TABLE.find(name).is_some()));
    }

    #[test]
    fn values_fit_their_attribute() {
        let of = |kind| Attribute { kind, choices: vec!["A".into(), "B".into()], ..Attribute::new("Own") };
        let (text, number) = (|text: &str| AttributeValue::Text(text.into()), AttributeValue::Number);
        for (kind, value, fits) in [
            (AttributeKind::Text, text("any"), true),
            (AttributeKind::Text, number(1.0), false),
            (AttributeKind::Number, number(-2.5), true),
            (AttributeKind::Number, number(f64::NAN), false),
            (AttributeKind::Choice, text("B"), true),
            (AttributeKind::Choice, text("C"), false),
            (AttributeKind::Scale, number(5.0), true),
            (AttributeKind::Scale, number(5.5), false),
            (AttributeKind::Scale, number(0.0), false),
        ] {
            assert_eq!(of(kind).check(&value).is_ok(), fits, "{kind:?} {value:?}");
        }
        assert_eq!(of(AttributeKind::Number).convert(&text("1,5")), Some(number(1.5)));
        assert_eq!(of(AttributeKind::Text).convert(&number(1.5)), Some(text("1.5")));
        assert_eq!(of(AttributeKind::Scale).convert(&text("many")), None);
    }
}
