//! What makes a project invalid.

use thiserror::Error;

use super::name::FieldName;
use super::{
    AttributeId, ChannelId, CriterionId, Message, ParticipantId, RoundId, ScenarioId, SegmentId, StepId, TeamId,
};

/// Why a figure or an id can't stand in a project.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum Fault {
    /// NaN or infinite.
    #[error("{} is not a number", .0)]
    NotFinite(FieldName),
    /// Below zero.
    #[error("{} is negative", .0)]
    Negative(FieldName),
    /// Above [`Unit::MOST`](super::Unit::MOST).
    #[error("{} is too large", .0)]
    TooLarge(FieldName),
    /// A text has more characters than its field takes.
    #[error("{field} has more than {most} characters", field = .0, most = .1)]
    TooLong(FieldName, usize),
    /// A share above 1.
    #[error("{} is above 1", .0)]
    AboveOne(FieldName),
    /// More than 10 points.
    #[error("{} is above 10", .0)]
    AboveTen(FieldName),
    /// Not low ≤ likely ≤ high.
    #[error("{} is not in the order low, likely, high", .0)]
    OutOfOrder(FieldName),
    /// Two segments have one id.
    #[error("two segments have the id {0}")]
    DuplicateSegment(SegmentId),
    /// Two channels have one id.
    #[error("two channels have the id {0}")]
    DuplicateChannel(ChannelId),
    /// Something names a channel that isn't there.
    #[error("no such channel: {0}")]
    UnknownChannel(ChannelId),
    /// Two scenarios have one id.
    #[error("two scenarios have the id {0}")]
    DuplicateScenario(ScenarioId),
    /// A step or a finding names a scenario that isn't there.
    #[error("no such scenario: {0}")]
    UnknownScenario(ScenarioId),
    /// Two next steps have one id.
    #[error("two next steps have the id {0}")]
    DuplicateStep(StepId),
    /// A next step that has been removed.
    #[error("no such next step: {0}")]
    UnknownStep(StepId),
    /// Not a day as in `2026-09-01`.
    #[error("not a date")]
    Date,
    /// Zero, where there must be something.
    #[error("{} is zero", .0)]
    Zero(FieldName),
    /// A coordinate beyond the poles or the date line: more degrees than the second from zero.
    #[error("{} is more than {} degrees from zero", .0, .1)]
    OffMap(FieldName, u8),
    /// A preference above the strongest.
    #[error("{0} is not a preference from 0 to 3")]
    Preference(u8),
    /// A cell names a segment that isn't there, or is of the other side.
    #[error("no such segment: {0}")]
    UnknownSegment(SegmentId),
    /// Two criteria have one id.
    #[error("two criteria have the id {0}")]
    DuplicateCriterion(CriterionId),
    /// A score, a comparison or a round names a criterion that isn't there.
    #[error("no such criterion: {0}")]
    UnknownCriterion(CriterionId),
    /// A criterion can't matter more than itself.
    #[error("{0} is compared with itself")]
    ComparedWithItself(CriterionId),
    /// Not 2 to 5 levels, or not as many as the method has for the criterion's role.
    #[error("a scale can't have {0} levels here")]
    LevelCount(usize),
    /// A floor that isn't on the scale.
    #[error("the floor {0} is not on the scale")]
    Floor(u8),
    /// A score or a vote that isn't between 1 and the highest.
    #[error("{level} is not between 1 and {highest}")]
    Level {
        /// What was given.
        level: u8,
        /// The highest there is.
        highest: u8,
    },
    /// Two participants have one id.
    #[error("two participants have the id {0}")]
    DuplicateParticipant(ParticipantId),
    /// A vote by a participant who isn't in the round.
    #[error("no such participant: {0}")]
    UnknownParticipant(ParticipantId),
    /// Two rounds have one id.
    #[error("two rounds have the id {0}")]
    DuplicateRound(RoundId),
    /// A round has a cell twice.
    #[error("the cell stands twice in the round")]
    TwiceInRound,
    /// A vote is on a cell that the round isn't about.
    #[error("the cell is not in the round")]
    NotInRound,
    #[error("the cell appears twice")]
    DuplicateCell,
    /// A cell is scored twice by one criterion.
    #[error("the score appears twice")]
    DuplicateScore,
    #[error("the comparison appears twice")]
    DuplicateComparison,
    /// A participant has two votes on a cell.
    #[error("the vote appears twice")]
    DuplicateVote,
    /// Two attributes have one id.
    #[error("two attributes have the id {0}")]
    DuplicateAttribute(AttributeId),
    /// A value is of an attribute that isn't there.
    #[error("no such attribute: {0}")]
    UnknownAttribute(AttributeId),
    /// A value that isn't of the attribute's kind, or none of its choices.
    #[error("a value does not suit the attribute {0}")]
    AttributeValue(AttributeId),
    /// A choice of an attribute is blank, or is there twice.
    #[error("a choice is blank or appears twice")]
    Choices,
    /// The beachhead or a follow-on is a cell without a fit.
    #[error("the cell has no fit")]
    NotAFit,
    /// A follow-on that shares neither or both segments with the beachhead.
    #[error("the cell is not beside the beachhead")]
    NotBeside,
    /// Two roles, tasks, follow-ups, territories or accounts have one id.
    #[error("two have the id {0}")]
    DuplicateEntryId(TeamId),
    /// Names one that isn't there.
    #[error("no such entry: {0}")]
    UnknownEntry(TeamId),
    /// Two entries of a list have the same key.
    #[error("the entry appears twice")]
    DuplicateEntry,
}

impl Fault {
    /// The fault for a person; a field's name stands in it as a key that the text catalogue resolves.
    pub fn message(self) -> Message {
        match self {
            Self::NotFinite(field) => Message::new("fault-not-finite").with("field", Message::new(field.key)),
            Self::Negative(field) => Message::new("fault-negative").with("field", Message::new(field.key)),
            Self::TooLarge(field) => Message::new("fault-too-large").with("field", Message::new(field.key)),
            Self::TooLong(field, most) => {
                Message::new("fault-too-long").with("field", Message::new(field.key)).with("most", most)
            }
            Self::AboveOne(field) => Message::new("fault-above-one").with("field", Message::new(field.key)),
            Self::AboveTen(field) => Message::new("fault-above-ten").with("field", Message::new(field.key)),
            Self::OutOfOrder(field) => Message::new("fault-out-of-order").with("field", Message::new(field.key)),
            Self::DuplicateSegment(id) => Message::new("fault-duplicate-segment").with("id", id.to_string()),
            Self::DuplicateChannel(id) => Message::new("fault-duplicate-channel").with("id", id.to_string()),
            Self::UnknownChannel(id) => Message::new("fault-unknown-channel").with("id", id.to_string()),
            Self::DuplicateScenario(id) => Message::new("fault-duplicate-scenario").with("id", id.to_string()),
            Self::UnknownScenario(id) => Message::new("fault-unknown-scenario").with("id", id.to_string()),
            Self::DuplicateStep(id) => Message::new("fault-duplicate-step").with("id", id.to_string()),
            Self::UnknownStep(id) => Message::new("fault-unknown-step").with("id", id.to_string()),
            Self::Date => Message::new("fault-date"),
            Self::Zero(field) => Message::new("fault-zero").with("field", Message::new(field.key)),
            Self::OffMap(field, most) => {
                Message::new("fault-off-map").with("field", Message::new(field.key)).with("most", usize::from(most))
            }
            Self::Preference(level) => Message::new("fault-preference").with("level", usize::from(level)),
            Self::UnknownSegment(id) => Message::new("fault-unknown-segment").with("id", id.to_string()),
            Self::DuplicateCriterion(id) => Message::new("fault-duplicate-criterion").with("id", id.to_string()),
            Self::UnknownCriterion(id) => Message::new("fault-unknown-criterion").with("id", id.to_string()),
            Self::ComparedWithItself(id) => Message::new("fault-compared-with-itself").with("id", id.to_string()),
            Self::LevelCount(levels) => Message::new("fault-level-count").with("levels", levels),
            Self::Floor(floor) => Message::new("fault-floor").with("floor", usize::from(floor)),
            Self::Level { level, highest } => {
                Message::new("fault-level").with("level", usize::from(level)).with("highest", usize::from(highest))
            }
            Self::DuplicateParticipant(id) => Message::new("fault-duplicate-participant").with("id", id.to_string()),
            Self::UnknownParticipant(id) => Message::new("fault-unknown-participant").with("id", id.to_string()),
            Self::DuplicateRound(id) => Message::new("fault-duplicate-round").with("id", id.to_string()),
            Self::TwiceInRound => Message::new("fault-twice-in-round"),
            Self::NotInRound => Message::new("fault-not-in-round"),
            Self::DuplicateCell => Message::new("format-duplicate-cell"),
            Self::DuplicateScore => Message::new("format-duplicate-score"),
            Self::DuplicateComparison => Message::new("format-duplicate-comparison"),
            Self::DuplicateVote => Message::new("format-duplicate-vote"),
            Self::DuplicateAttribute(id) => Message::new("fault-duplicate-attribute").with("id", id.to_string()),
            Self::UnknownAttribute(id) => Message::new("fault-unknown-attribute").with("id", id.to_string()),
            Self::AttributeValue(id) => Message::new("fault-attribute-value").with("id", id.to_string()),
            Self::Choices => Message::new("fault-choices"),
            Self::NotAFit => Message::new("fault-not-a-fit"),
            Self::NotBeside => Message::new("fault-not-beside"),
            Self::DuplicateEntryId(id) => Message::new("fault-duplicate-entry").with("id", id.to_string()),
            Self::UnknownEntry(id) => Message::new("fault-unknown-entry").with("id", id.to_string()),
            Self::DuplicateEntry => Message::new("format-said-twice"),
        }
    }
}
