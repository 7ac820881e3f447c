//! Values of the team's own attributes: a text, or a number. The attribute says which.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, Visitor};
use serde::ser::{Serialize, Serializer};

use crate::project::{AttributeId, AttributeValue, Row, SegmentId, ValueKey};

#[derive(serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields, rename = "Value")]
struct ValueRow {
    customer: SegmentId,
    attribute: AttributeId,
    value: Given,
}

impl Serialize for Row<ValueKey, AttributeValue> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let ValueKey { customer, attribute } = self.key;
        ValueRow { customer, attribute, value: Given(self.record.clone()) }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Row<ValueKey, AttributeValue> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let ValueRow { customer, attribute, value: Given(record) } = ValueRow::deserialize(deserializer)?;
        Ok(Self { key: ValueKey { customer, attribute }, record })
    }
}

struct Given(AttributeValue);

impl Serialize for Given {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0 {
            AttributeValue::Text(text) => text.serialize(serializer),
            AttributeValue::Number(number) => number.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(GivenVisitor).map(Self)
    }
}

struct GivenVisitor;

impl Visitor<'_> for GivenVisitor {
    type Value = AttributeValue;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text or a number")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<AttributeValue, E> {
        Ok(AttributeValue::Text(text.into()))
    }

    fn visit_f64<E: de::Error>(self, number: f64) -> Result<AttributeValue, E> {
        Ok(AttributeValue::Number(number))
    }

    fn visit_i64<E: de::Error>(self, number: i64) -> Result<AttributeValue, E> {
        Ok(AttributeValue::Number(number as f64))
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<AttributeValue, E> {
        Ok(AttributeValue::Number(number as f64))
    }
}
