//! Identity of the things in a project.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use thiserror::Error;

/// 32 letters without 0, 1, l and o, which are easily misread.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
/// Letters in a written id: 8 letters of 5 bits each.
const LETTERS: usize = 8;
/// The place of a byte in the alphabet; 32 for one that isn't in it.
const PLACES: [u8; 256] = {
    let (mut places, mut at) = ([32; 256], 0);
    while at < ALPHABET.len() {
        places[ALPHABET[at] as usize] = at as u8;
        at += 1;
    }
    places
};

/// A random 40-bit number, written as 8 letters.
///
/// Random, so that two people who add something at the same time don't collide when their files are merged.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Bits(u64);

impl Bits {
    fn random() -> Self {
        Self(rand::random::<u64>() >> 24)
    }

    fn letters(self) -> [u8; LETTERS] {
        std::array::from_fn(|at| ALPHABET[(self.0 >> (5 * (LETTERS - 1 - at))) as usize & 31])
    }
}

/// The letters of an id as a text: the alphabet is ASCII.
fn text(letters: &[u8; LETTERS]) -> &str {
    str::from_utf8(letters).unwrap_or_default()
}

impl fmt::Display for Bits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(text(&self.letters()))
    }
}

/// A text is not an id: an id is 8 of the letters `abcdefghijkmnpqrstuvwxyz23456789`.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("an id is 8 of the letters abcdefghijkmnpqrstuvwxyz23456789, not {0:?}")]
pub struct BadId(pub String);

impl FromStr for Bits {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let bad = || BadId(text.chars().take(40).collect());
        if text.len() != LETTERS {
            return Err(bad());
        }
        text.bytes()
            .try_fold(0, |bits, byte| {
                let place = PLACES[usize::from(byte)];
                (place < 32).then_some(bits << 5 | u64::from(place))
            })
            .map(Bits)
            .ok_or_else(bad)
    }
}

/// Reads the letters where they stand: a large file has hundreds of thousands.
struct Letters;

impl de::Visitor<'_> for Letters {
    type Value = Bits;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an id")
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Bits, E> {
        text.parse().map_err(E::custom)
    }
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Bits);

        impl $name {
            /// A new random id.
            pub fn random() -> Self {
                Self(Bits::random())
            }

            /// The id as a number below 2⁴⁰, for hashing into other id spaces.
            pub fn number(self) -> u64 {
                self.0.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }

        impl FromStr for $name {
            type Err = BadId;

            fn from_str(text: &str) -> Result<Self, BadId> {
                text.parse().map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(text(&self.0.letters()))
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Letters).map(Self)
            }
        }
    };
}

id!(
    /// A segment, of products or of customers.
    SegmentId
);
id!(
    /// A channel.
    ChannelId
);

id!(
    /// A criterion that cells are scored by.
    CriterionId
);
id!(
    /// A participant of a round.
    ParticipantId
);
id!(
    /// A round of votes.
    RoundId
);
id!(
    /// A scenario of a budget.
    ScenarioId
);
id!(
    /// An attribute of customer segments that the team defines.
    AttributeId
);
id!(
    /// A next step.
    StepId
);

id!(
    /// A role of the team.
    RoleId
);
id!(
    /// A task of sales or marketing.
    TaskId
);
id!(
    /// Something that is followed up.
    FollowUpId
);
id!(
    /// The customers of one person.
    TerritoryId
);
id!(
    /// A customer by name.
    AccountId
);

/// What may be in the team's lists, by id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TeamId {
    Role(RoleId),
    Task(TaskId),
    FollowUp(FollowUpId),
    Territory(TerritoryId),
    Account(AccountId),
}

impl TeamId {
    /// What picks the words for it in a text of the catalogue.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Role(_) => "role",
            Self::Task(_) => "task",
            Self::FollowUp(_) => "followup",
            Self::Territory(_) => "territory",
            Self::Account(_) => "account",
        }
    }
}

impl fmt::Display for TeamId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Role(id) => id.fmt(f),
            Self::Task(id) => id.fmt(f),
            Self::FollowUp(id) => id.fmt(f),
            Self::Territory(id) => id.fmt(f),
            Self::Account(id) => id.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn rejects_what_is_not_an_id() {
        for text in ["", "abc", "abcdefghi", "abcdefgl", "ABCDEFGH", "æbcdefg", "abcdefg0"] {
            assert_eq!(text.parse::<SegmentId>(), Err(BadId(text.to_owned())), "{text}");
        }
    }

    proptest! {
        #[test]
        fn written_and_read_is_the_same(bits in 0_u64..1 << 40) {
            let id = SegmentId(Bits(bits));
            prop_assert_eq!(id.to_string().len(), LETTERS);
            prop_assert_eq!(id.to_string().parse(), Ok(id));
        }

        #[test]
        fn order_of_text_equality(a in 0_u64..1 << 40, b in 0_u64..1 << 40) {
            prop_assert_eq!(Bits(a).to_string() == Bits(b).to_string(), a == b);
        }
    }
}
