//! Checks of whole projects and of records that refer to others.

use std::collections::{HashMap, HashSet};

use super::field::Record;
use super::{
    Axis, CellKey, Channel, ContactLimits, Criterion, CriterionId, Decision, Fault, Funnel, Offer, Plan, Project,
    Question, Reach, ReachKey, Round, Scenario, Segment, SegmentId,
};

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
    use crate::project::field::{FieldName, Unit, field_name};
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
