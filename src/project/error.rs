//! Why a command could not be applied.

use thiserror::Error;

use super::field::Wrong;
use super::{ChannelId, Fault, Message, RoundId, ScenarioId, SegmentId};

#[derive(Debug, Clone, PartialEq, Error)]
pub enum CommandError {
    /// The segment has been removed.
    #[error("no such segment: {0}")]
    UnknownSegment(SegmentId),
    /// The channel has been removed.
    #[error("no such channel: {0}")]
    UnknownChannel(ChannelId),
    /// The round has been removed.
    #[error("no such round: {0}")]
    UnknownRound(RoundId),
    /// The scenario has been removed.
    #[error("no such scenario: {0}")]
    UnknownScenario(ScenarioId),
    /// The record has no such field, or not one of that kind.
    #[error("no such field: {0}")]
    UnknownField(&'static str),
    /// Only a beachhead has follow-ons.
    #[error("there is no beachhead")]
    NoBeachhead,
    #[error("the round takes no more votes")]
    RoundClosed,
    #[error("the round has not been revealed")]
    RoundOpen,
    /// The project would be invalid.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<Wrong> for CommandError {
    fn from(wrong: Wrong) -> Self {
        Self::Fault(wrong.fault)
    }
}

impl CommandError {
    /// The error for a person.
    pub fn message(&self) -> Message {
        match self {
            Self::UnknownSegment(id) => Message::new("fault-unknown-segment").with("id", id.to_string()),
            Self::UnknownChannel(id) => Message::new("fault-unknown-channel").with("id", id.to_string()),
            Self::UnknownRound(id) => Message::new("fault-unknown-round").with("id", id.to_string()),
            Self::UnknownScenario(id) => Message::new("fault-unknown-scenario").with("id", id.to_string()),
            Self::UnknownField(name) => Message::new("fault-unknown-field").with("name", *name),
            Self::NoBeachhead => Message::new("fault-no-beachhead"),
            Self::RoundClosed => Message::new("fault-round-closed"),
            Self::RoundOpen => Message::new("fault-round-open"),
            Self::Fault(fault) => fault.message(),
        }
    }
}
