//! What makes a project invalid.

use std::collections::{HashMap, HashSet};

use thiserror::Error;

use super::field::{FieldName, Record};
use super::{
    Axis, CellKey, Channel, ChannelId, ContactLimits, Criterion, CriterionId, Decision, Funnel, Message, Offer,
    ParticipantId, Plan, Project, Question, Reach, ReachKey, Round, RoundId, Scenario, ScenarioId, Segment, SegmentId,
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
    /// A share above 1.
    #[error("{} is above 1", .0)]
    AboveOne(FieldName),
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
    /// Zero, where there must be something.
    #[error("{} is zero", .0)]
    Zero(FieldName),
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
    /// A vote is by somebody who takes no part in the round.
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
}

impl Fault {
    /// The fault for a person; a field's name stands in it as a key that the text catalogue resolves.
    pub fn message(self) -> Message {
        match self {
            Self::NotFinite(field) => Message::new("fault-not-finite").with("field", Message::new(field.key)),
            Self::Negative(field) => Message::new("fault-negative").with("field", Message::new(field.key)),
            Self::AboveOne(field) => Message::new("fault-above-one").with("field", Message::new(field.key)),
            Self::OutOfOrder(field) => Message::new("fault-out-of-order").with("field", Message::new(field.key)),
            Self::DuplicateSegment(id) => Message::new("fault-duplicate-segment").with("id", id.to_string()),
            Self::DuplicateChannel(id) => Message::new("fault-duplicate-channel").with("id", id.to_string()),
            Self::UnknownChannel(id) => Message::new("fault-unknown-channel").with("id", id.to_string()),
            Self::DuplicateScenario(id) => Message::new("fault-duplicate-scenario").with("id", id.to_string()),
            Self::Zero(field) => Message::new("fault-zero").with("field", Message::new(field.key)),
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
        }
    }
}

/// The fields of a scenario and of its limits; not whether what the limits are about is there.
pub fn check_scenario(scenario: &Scenario) -> Result<(), Fault> {
    Scenario::TABLE.check(scenario)?;
    Ok(scenario.limits.values().try_for_each(|limits| ContactLimits::TABLE.check(limits))?)
}

fn check_plan(plan: &Plan, check_key: impl Fn(&ReachKey) -> Result<(), Fault>) -> Result<(), Fault> {
    for (key, reach) in &plan.reaches {
        check_key(key)?;
        Reach::TABLE.check(reach)?;
    }
    plan.offers.values().try_for_each(|offer| Offer::TABLE.check(offer))?;
    plan.funnels.values().try_for_each(|funnel| Funnel::TABLE.check(funnel))?;
    let mut scenarios = HashSet::new();
    for scenario in &plan.scenarios {
        if !scenarios.insert(scenario.id) {
            return Err(Fault::DuplicateScenario(scenario.id));
        }
        check_scenario(scenario)?;
        scenario.limits.keys().try_for_each(&check_key)?;
    }
    Ok(())
}

/// A score or a vote: 1 to the highest.
pub fn check_level(level: u8, highest: u8) -> Result<(), Fault> {
    if (1..=highest).contains(&level) { Ok(()) } else { Err(Fault::Level { level, highest }) }
}

/// A round's question, participants, cells and votes; not whether the segments of its cells are there.
pub fn check_round(decision: &Decision, round: &Round) -> Result<(), Fault> {
    let highest = match (decision.highest_vote(round.question), round.question) {
        (Some(highest), _) => highest,
        (None, Question::Score(criterion)) => return Err(Fault::UnknownCriterion(criterion)),
        (None, Question::Prio) => 0,
    };
    let mut participants = HashSet::new();
    for participant in &round.participants {
        if !participants.insert(participant.id) {
            return Err(Fault::DuplicateParticipant(participant.id));
        }
    }
    let mut cells = HashSet::new();
    if !round.cells.iter().all(|cell| cells.insert(*cell)) {
        return Err(Fault::TwiceInRound);
    }
    for (key, vote) in &round.votes {
        if !participants.contains(&key.participant) {
            return Err(Fault::UnknownParticipant(key.participant));
        }
        if !cells.contains(&key.cell) {
            return Err(Fault::NotInRound);
        }
        check_level(*vote, highest)?;
    }
    Ok(())
}

fn check_decision(decision: &Decision, check_cell: impl Fn(&CellKey) -> Result<(), Fault>) -> Result<(), Fault> {
    let mut criteria = HashMap::new();
    for criterion in &decision.criteria {
        Criterion::TABLE.check(criterion)?;
        if criteria.insert(criterion.id, criterion.levels()).is_some() {
            return Err(Fault::DuplicateCriterion(criterion.id));
        }
    }
    let known = |id: CriterionId| criteria.get(&id).copied().ok_or(Fault::UnknownCriterion(id));
    for pair in decision.comparisons.keys() {
        known(pair.first())?;
        known(pair.second())?;
    }
    for (key, score) in &decision.scores {
        check_cell(&key.cell)?;
        check_level(score.level, known(key.criterion)?)?;
    }
    let mut participants = HashSet::new();
    if let Some(twice) = decision.participants.iter().find(|participant| !participants.insert(participant.id)) {
        return Err(Fault::DuplicateParticipant(twice.id));
    }
    let mut rounds = HashSet::new();
    for round in &decision.rounds {
        if !rounds.insert(round.id) {
            return Err(Fault::DuplicateRound(round.id));
        }
        round.cells.iter().try_for_each(&check_cell)?;
        check_round(decision, round)?;
    }
    Ok(())
}

/// The whole project. [`Command`](super::Command)s keep it so; a file is checked with more detail as it is read.
pub fn check(project: &Project) -> Result<(), Fault> {
    Project::TABLE.check(project)?;
    let mut products = HashSet::new();
    let mut customers = HashSet::new();
    for segment in &project.matrix.products {
        Segment::table(Axis::Product).check(segment)?;
        if !products.insert(segment.id) {
            return Err(Fault::DuplicateSegment(segment.id));
        }
    }
    for segment in &project.matrix.customers {
        Segment::table(Axis::Customer).check(segment)?;
        if products.contains(&segment.id) || !customers.insert(segment.id) {
            return Err(Fault::DuplicateSegment(segment.id));
        }
    }
    let check_cell = |key: &CellKey| {
        if !products.contains(&key.product) {
            return Err(Fault::UnknownSegment(key.product));
        }
        if !customers.contains(&key.customer) {
            return Err(Fault::UnknownSegment(key.customer));
        }
        Ok(())
    };
    project.matrix.cells.keys().try_for_each(check_cell)?;
    let mut channels = HashSet::new();
    for channel in &project.channels {
        if !channels.insert(channel.id) {
            return Err(Fault::DuplicateChannel(channel.id));
        }
        Channel::TABLE.check(channel)?;
    }
    check_decision(&project.decision, check_cell)?;
    let known = |side: &HashSet<SegmentId>, id: SegmentId| {
        if side.contains(&id) { Ok(()) } else { Err(Fault::UnknownSegment(id)) }
    };
    project.plan.offers.keys().try_for_each(|id| known(&products, *id))?;
    project.plan.funnels.keys().try_for_each(|id| known(&customers, *id))?;
    check_plan(&project.plan, |key| {
        known(&customers, key.customer)?;
        if channels.contains(&key.channel) { Ok(()) } else { Err(Fault::UnknownChannel(key.channel)) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::field::{Unit, field_name};
    use crate::project::{End, Estimate, Figures};

    const FIELD: FieldName = field_name!("close_rate");

    #[test]
    fn figures() {
        assert_eq!(Unit::Money.check(FIELD, 0.0), Ok(()));
        assert_eq!(Unit::Money.check(FIELD, -0.01), Err(Fault::Negative(FIELD)));
        assert_eq!(Unit::Money.check(FIELD, f64::NAN), Err(Fault::NotFinite(FIELD)));
        assert_eq!(Unit::Money.check(FIELD, f64::INFINITY), Err(Fault::NotFinite(FIELD)));
        assert_eq!(Unit::Share.check(FIELD, 1.0), Ok(()));
        assert_eq!(Unit::Share.check(FIELD, 1.01), Err(Fault::AboveOne(FIELD)));
        assert_eq!(Unit::Months.check(FIELD, 0.0), Err(Fault::Zero(FIELD)));
    }

    #[test]
    fn order_of_a_range() {
        let check = |low, likely, high| {
            let figures = Figures { close_rate: Estimate { low, likely, high }, ..Figures::default() };
            Figures::TABLE.check(&figures).map_err(|wrong| (wrong.fault, wrong.end))
        };
        assert_eq!(check(Some(0.1), Some(0.1), Some(0.2)), Ok(()));
        assert_eq!(check(Some(0.1), None, Some(0.2)), Ok(()));
        assert_eq!(check(Some(0.3), None, Some(0.2)), Err((Fault::OutOfOrder(FIELD), None)));
        assert_eq!(check(None, Some(0.3), Some(0.2)), Err((Fault::OutOfOrder(FIELD), None)));
        assert_eq!(check(None, Some(0.3), Some(1.2)), Err((Fault::AboveOne(FIELD), Some(End::High))));
    }
}
