//! Checks of whole projects and of records that refer to others.

use std::collections::HashSet;

use super::field::Record;
use super::round_row::RoundRow;
use super::rows::Rows;
use super::{ContactLimits, Decision, Fault, Project, Question, Round, Scenario};

/// The fields of a scenario and of its limits; not whether what the limits are about is there.
pub fn check_scenario(scenario: &Scenario) -> Result<(), Fault> {
    Scenario::TABLE.check(scenario)?;
    Ok(scenario.limits.values().try_for_each(|limits| ContactLimits::TABLE.check(limits))?)
}

/// A round's question, participants, cells and votes; not whether the segments of its cells exist.
pub fn check_round(decision: &Decision, round: &Round) -> Result<(), Fault> {
    let row = RoundRow::from(round);
    let highest = match (decision.highest_vote(round.question), round.question) {
        (Some(highest), _) => highest,
        (None, Question::Score(criterion)) => return Err(Fault::UnknownCriterion(criterion)),
        (None, Question::Prio) => 0,
    };
    row.check(highest, |_| Ok(())).map_err(|invalid| invalid.fault)?;
    check_votes(round)
}

/// Each vote is by a participant of the round, on one of its cells.
fn check_votes(round: &Round) -> Result<(), Fault> {
    let people: HashSet<_> = round.participants.iter().map(|participant| participant.id).collect();
    let cells: HashSet<_> = round.cells.iter().collect();
    round.votes.keys().try_for_each(|key| {
        if !people.contains(&key.participant) {
            return Err(Fault::UnknownParticipant(key.participant));
        }
        if cells.contains(&key.cell) { Ok(()) } else { Err(Fault::NotInRound) }
    })
}

/// The whole project. [`Command`](super::Command)s keep it valid; what comes from a file is checked as [`Rows`].
pub fn check(project: &Project) -> Result<(), Fault> {
    project.decision.rounds.iter().try_for_each(check_votes)?;
    Rows::from(project).check().map_err(|invalid| invalid.fault)
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
