//! Values of a row's fields, by their kinds.

use std::fmt;
use std::sync::Arc;

use serde::de::{self, Deserialize, DeserializeSeed, Deserializer, EnumAccess, VariantAccess, Visitor};
use serde::ser::{Serialize, SerializeStruct, Serializer};

use crate::project::{End, Estimate, Field, FieldValue, Kind, Options};

/// A field's value in a record, as it is written.
pub(super) struct Written<'a, T: 'static> {
    pub(super) field: &'static Field<T>,
    pub(super) record: &'a T,
}

impl<T> Serialize for Written<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let record = self.record;
        match &self.field.kind {
            Kind::Text(at) => (at.get)(record).serialize(serializer),
            Kind::Note(at) => (at.get)(record).serialize(serializer),
            Kind::Number(_, at) => (at.get)(record).serialize(serializer),
            Kind::Filled(_, at, _) => (at.get)(record).serialize(serializer),
            Kind::Range(_, at) => Ends(*(at.get)(record)).serialize(serializer),
            Kind::Choice(options, picked) => match (picked.get)(record) {
                Some(place) => unit(options, place, serializer),
                None => serializer.serialize_none(),
            },
            Kind::Open(options, get, _) => match get(record) {
                FieldValue::Text(text) => {
                    let last = options.names.len() - 1;
                    serializer.serialize_newtype_variant(options.name, last as u32, options.names[last], &text)
                }
                value => {
                    let place = options.names.iter().position(|name| FieldValue::Choice(Some(name)) == value);
                    unit(options, place.unwrap_or_default(), serializer)
                }
            },
            Kind::Level(_, _, at, _) => (at.get)(record).serialize(serializer),
        }
    }
}

fn unit<S: Serializer>(options: &'static Options, place: usize, serializer: S) -> Result<S::Ok, S::Error> {
    let name = options.names.get(place).copied().unwrap_or_default();
    serializer.serialize_unit_variant(options.name, place as u32, name)
}

/// An estimate with the ends that are given.
struct Ends(Estimate);

impl Serialize for Ends {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Estimate", End::ALL.len())?;
        for end in End::ALL {
            if let Some(number) = end.of(&self.0) {
                out.serialize_field(end.name(), &number)?;
            }
        }
        out.end()
    }
}

/// Reads a field's value into a record.
pub(super) struct Value<'a, T: 'static> {
    pub(super) field: &'static Field<T>,
    pub(super) record: &'a mut T,
}

impl<'de, T> DeserializeSeed<'de> for Value<'_, T> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        let Self { field, record } = self;
        match &field.kind {
            Kind::Text(at) => *(at.get_mut)(record) = Deserialize::deserialize(deserializer)?,
            Kind::Note(at) => {
                let note = Option::<Arc<str>>::deserialize(deserializer)?;
                *(at.get_mut)(record) = note.filter(|note| !note.is_empty());
            }
            Kind::Number(_, at) => *(at.get_mut)(record) = Deserialize::deserialize(deserializer)?,
            Kind::Filled(_, at, _) => *(at.get_mut)(record) = Deserialize::deserialize(deserializer)?,
            Kind::Range(_, at) => *(at.get_mut)(record) = Deserialize::deserialize(deserializer)?,
            Kind::Choice(options, picked) if picked.open => {
                let place = deserializer.deserialize_option(Perhaps(Choice { options, is_open: false }))?;
                (picked.set)(record, place.map(|(place, _)| place));
            }
            Kind::Choice(options, picked) => {
                let (place, _) = Choice { options, is_open: false }.deserialize(deserializer)?;
                (picked.set)(record, Some(place));
            }
            Kind::Open(options, _, set) => {
                let (place, text) = Choice { options, is_open: true }.deserialize(deserializer)?;
                set(record, text.map_or(FieldValue::Choice(Some(options.names[place])), FieldValue::Text));
            }
            Kind::Level(_, _, at, _) => *(at.get_mut)(record) = Deserialize::deserialize(deserializer)?,
        }
        Ok(())
    }
}

/// Reads one of the options: its place, and the text of the last one where that has a text.
struct Choice {
    options: &'static Options,
    /// The last option has a text.
    is_open: bool,
}

impl<'de> DeserializeSeed<'de> for Choice {
    type Value = (usize, Option<Arc<str>>);

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_enum(self.options.name, self.options.names, self)
    }
}

impl<'de> Visitor<'de> for Choice {
    type Value = (usize, Option<Arc<str>>);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.options.name)
    }

    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<Self::Value, A::Error> {
        let (place, variant) = access.variant_seed(Name { names: self.options.names, is_choice: true })?;
        if self.is_open && place + 1 == self.options.names.len() {
            return Ok((place, Some(variant.newtype_variant()?)));
        }
        variant.unit_variant()?;
        Ok((place, None))
    }
}

/// Reads a choice that may be none.
struct Perhaps(Choice);

impl<'de> Visitor<'de> for Perhaps {
    type Value = Option<(usize, Option<Arc<str>>)>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.expecting(f)
    }

    fn visit_none<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E: de::Error>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        self.0.deserialize(deserializer).map(Some)
    }
}

/// Reads a name that is one of these: its place.
pub(super) struct Name {
    pub(super) names: &'static [&'static str],
    /// Whether they are choices, not fields.
    pub(super) is_choice: bool,
}

impl<'de> DeserializeSeed<'de> for Name {
    type Value = usize;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<usize, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name {
    type Value = usize;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<usize, E> {
        let place = self.names.iter().position(|name| *name == text);
        let unknown = if self.is_choice { E::unknown_variant } else { E::unknown_field };
        place.ok_or_else(|| unknown(text, self.names))
    }
}
