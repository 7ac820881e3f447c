//! Every way in which what a team decides with changes.

use std::collections::HashSet;
use std::sync::Arc;

use super::agenda_edit;
use super::check::check_round;
use super::field::Record;
use super::lookup::{criterion_place, require, round_place, set_cell};
use super::rows::check_level;
use super::{
    Axis, Cell, CellKey, CommandError, Criterion, CriterionId, Fault, Fit, Matters, Pair, Participant, ParticipantId,
    Project, Question, Round, RoundId, Score, ScoreKey, SegmentId, Stage, VoteKey, Weighting,
};

/// One change of criteria, scores or rounds.
#[derive(Debug, Clone, PartialEq)]
pub enum Decide {
    /// Inserts criteria before the place `at`; a place past the end means the end.
    AddCriteria { at: usize, criteria: Vec<Criterion> },
    /// Sets what the levels of a criterion stand for, from level 1. Scores and votes above a shorter scale become its
    /// highest level, and a floor above it goes.
    SetLevels { criterion: CriterionId, levels: Vec<Arc<str>> },
    /// Moves a criterion to the place `to` in the list without it.
    MoveCriterion {
        id: CriterionId,
        /// Past the end means the end.
        to: usize,
    },
    /// Removes criteria with their scores, comparisons and rounds.
    RemoveCriteria(Vec<CriterionId>),
    /// Sets where the weights come from.
    SetWeighting(Weighting),
    /// Sets how much a criterion matters beside another; none removes the answer.
    Compare { criterion: CriterionId, beside: CriterionId, matters: Option<Matters> },
    /// Scores cells on one criterion. Reasons stay; without a level, scores and reasons are removed.
    SetScores { cells: Vec<CellKey>, criterion: CriterionId, level: Option<u8> },
    /// Sets the participants of coming rounds. Rounds keep those that they had.
    SetParticipants(Vec<Participant>),
    /// Adds a round after the others.
    AddRound(Round),
    /// Sets a participant's votes in an open round; none removes a vote.
    Vote { round: RoundId, participant: ParticipantId, votes: Vec<(CellKey, Option<u8>)> },
    /// Reveals the votes of a round; they can't be changed any more.
    Reveal(RoundId),
    /// Sets the Prios, or the scores, of a revealed round's cells to the medians. Cells without votes keep what they have,
    /// and cells that are no longer candidates get no Prio.
    Accept(RoundId),
    /// Removes rounds.
    RemoveRounds(Vec<RoundId>),
}

type Outcome = Result<(), CommandError>;

impl Decide {
    /// The key of its name in the text catalogue.
    pub fn key(&self) -> &'static str {
        match self {
            Self::AddCriteria { .. } => "command-add-criteria",
            Self::SetLevels { .. } => "command-set-levels",
            Self::MoveCriterion { .. } => "command-move-criterion",
            Self::RemoveCriteria(_) => "command-remove-criteria",
            Self::SetWeighting(_) => "command-set-weighting",
            Self::Compare { .. } => "command-compare-criteria",
            Self::SetScores { level: None, .. } => "command-clear-scores",
            Self::SetScores { .. } => "command-set-scores",
            Self::SetParticipants(_) => "command-set-participants",
            Self::AddRound(_) => "command-add-round",
            Self::Vote { .. } => "command-vote",
            Self::Reveal(_) => "command-reveal-round",
            Self::Accept(_) => "command-accept-round",
            Self::RemoveRounds(_) => "command-remove-rounds",
        }
    }

    /// Changes the project, or says why not and leaves it as it was.
    pub(super) fn apply(&self, project: &mut Project) -> Outcome {
        match self {
            Self::AddCriteria { at, criteria } => return add_criteria(project, *at, criteria),
            Self::SetLevels { criterion, levels } => return set_levels(project, *criterion, levels),
            Self::MoveCriterion { id, to } => {
                let place = criterion_place(project, *id)?;
                let criteria = &mut project.decision.criteria;
                let to = (*to).min(criteria.len() - 1);
                if place != to {
                    let criterion = criteria.remove(place);
                    criteria.insert(to, criterion);
                }
            }
            Self::RemoveCriteria(ids) => return remove_criteria(project, ids),
            Self::SetWeighting(weighting) => project.decision.weighting = *weighting,
            Self::Compare { criterion, beside, matters } => {
                criterion_place(project, *criterion)?;
                criterion_place(project, *beside)?;
                let (pair, swapped) = Pair::of(*criterion, *beside).ok_or(Fault::ComparedWithItself(*criterion))?;
                let matters = if swapped { matters.map(Matters::reversed) } else { *matters };
                let comparisons = &mut project.decision.comparisons;
                match matters {
                    _ if comparisons.get(&pair).copied() == matters => {}
                    Some(matters) => drop(comparisons.insert(pair, matters)),
                    None => drop(comparisons.remove(&pair)),
                }
            }
            Self::SetScores { cells, criterion, level } => return set_scores(project, cells, *criterion, *level),
            Self::SetParticipants(participants) => {
                let mut known = HashSet::new();
                if let Some(twice) = participants.iter().find(|participant| !known.insert(participant.id)) {
                    return Err(Fault::DuplicateParticipant(twice.id).into());
                }
                if !project.decision.participants.iter().eq(participants) {
                    project.decision.participants = participants.iter().cloned().collect();
                }
            }
            Self::AddRound(round) => {
                if project.decision.round(round.id).is_some() {
                    return Err(Fault::DuplicateRound(round.id).into());
                }
                require(project, Axis::Product, round.cells.iter().map(|cell| cell.product))?;
                require(project, Axis::Customer, round.cells.iter().map(|cell| cell.customer))?;
                check_round(&project.decision, round)?;
                project.decision.rounds.push_back(round.clone());
            }
            Self::Vote { round, participant, votes } => return vote(project, *round, *participant, votes),
            Self::Reveal(id) => {
                let place = round_place(project, *id)?;
                if project.decision.rounds[place].stage == Stage::Open {
                    project.decision.rounds[place].stage = Stage::Revealed;
                }
            }
            Self::Accept(id) => return accept(project, *id),
            Self::RemoveRounds(ids) => {
                ids.iter().try_for_each(|id| round_place(project, *id).map(|_| ()))?;
                project.decision.rounds.retain(|round| !ids.contains(&round.id));
            }
        }
        Ok(())
    }
}

fn add_criteria(project: &mut Project, at: usize, criteria: &[Criterion]) -> Outcome {
    let list = &mut project.decision.criteria;
    let mut known: HashSet<_> = list.iter().map(|criterion| criterion.id).collect();
    for criterion in criteria {
        Criterion::TABLE.check(criterion)?;
        if !known.insert(criterion.id) {
            return Err(Fault::DuplicateCriterion(criterion.id).into());
        }
    }
    let tail = list.split_off(at.min(list.len()));
    list.extend(criteria.iter().cloned());
    list.append(tail);
    Ok(())
}

fn set_levels(project: &mut Project, id: CriterionId, levels: &[Arc<str>]) -> Outcome {
    let place = criterion_place(project, id)?;
    let old = &project.decision.criteria[place];
    if old.anchors == levels {
        return Ok(());
    }
    let mut criterion = Criterion { anchors: levels.to_vec(), ..old.clone() };
    criterion.floor = criterion.floor.filter(|floor| usize::from(*floor) <= levels.len());
    Criterion::TABLE.check(&criterion)?;
    let (shorter, highest) = (criterion.levels() < old.levels(), criterion.levels());
    project.decision.criteria.set(place, criterion);
    if shorter {
        let above: Vec<_> = (project.decision.scores.iter())
            .filter(|(key, score)| key.criterion == id && score.level > highest)
            .map(|(key, score)| (*key, Score { level: highest, ..score.clone() }))
            .collect();
        project.decision.scores.extend(above);
        change_rounds(project, |round| {
            if round.question == Question::Score(id) {
                let above: Vec<_> =
                    (round.votes.iter().filter(|(_, vote)| **vote > highest)).map(|(key, _)| (*key, highest)).collect();
                round.votes.extend(above);
            }
        });
    }
    Ok(())
}

fn remove_criteria(project: &mut Project, ids: &[CriterionId]) -> Outcome {
    ids.iter().try_for_each(|id| criterion_place(project, *id).map(|_| ()))?;
    let decision = &mut project.decision;
    decision.criteria.retain(|criterion| !ids.contains(&criterion.id));
    let pairs: Vec<_> = decision.comparisons.keys().copied().collect();
    for pair in pairs.iter().filter(|pair| ids.contains(&pair.first()) || ids.contains(&pair.second())) {
        decision.comparisons.remove(pair);
    }
    let scores: Vec<_> = decision.scores.keys().filter(|key| ids.contains(&key.criterion)).copied().collect();
    for key in &scores {
        decision.scores.remove(key);
    }
    let is_about = |round: &Round| matches!(round.question, Question::Score(id) if ids.contains(&id));
    if decision.rounds.iter().any(is_about) {
        decision.rounds.retain(|round| !is_about(round));
    }
    agenda_edit::drop_unknown(project);
    Ok(())
}

fn set_scores(project: &mut Project, cells: &[CellKey], criterion: CriterionId, level: Option<u8>) -> Outcome {
    let place = criterion_place(project, criterion)?;
    if let Some(level) = level {
        check_level(level, project.decision.criteria[place].levels())?;
    }
    require(project, Axis::Product, cells.iter().map(|cell| cell.product))?;
    require(project, Axis::Customer, cells.iter().map(|cell| cell.customer))?;
    for cell in cells {
        set_level(project, ScoreKey { cell: *cell, criterion }, level);
    }
    Ok(())
}

fn set_level(project: &mut Project, key: ScoreKey, level: Option<u8>) {
    let reason = project.decision.scores.get(&key).and_then(|score| score.reason.clone());
    set_score(project, key, level.map(|level| Score { level, reason }));
}

/// Writes nothing when nothing changes, so that snapshots stay shared.
fn set_score(project: &mut Project, key: ScoreKey, score: Option<Score>) {
    let scores = &mut project.decision.scores;
    if scores.get(&key) == score.as_ref() {
        return;
    }
    match score {
        Some(score) => drop(scores.insert(key, score)),
        None => drop(scores.remove(&key)),
    }
}

/// Changes rounds; those that stay as they are stay shared.
fn change_rounds(project: &mut Project, change: impl Fn(&mut Round)) {
    let rounds = &mut project.decision.rounds;
    for place in 0..rounds.len() {
        let mut round = rounds[place].clone();
        change(&mut round);
        if round != rounds[place] {
            rounds.set(place, round);
        }
    }
}

fn vote(project: &mut Project, id: RoundId, participant: ParticipantId, votes: &[(CellKey, Option<u8>)]) -> Outcome {
    let place = round_place(project, id)?;
    let round = &project.decision.rounds[place];
    if round.stage != Stage::Open {
        return Err(CommandError::RoundClosed);
    }
    if !round.participants.iter().any(|known| known.id == participant) {
        return Err(Fault::UnknownParticipant(participant).into());
    }
    let highest = project.decision.highest_vote(round.question).unwrap_or_default();
    let cells: HashSet<_> = round.cells.iter().copied().collect();
    for (cell, vote) in votes {
        if !cells.contains(cell) {
            return Err(Fault::NotInRound.into());
        }
        vote.map_or(Ok(()), |vote| check_level(vote, highest))?;
    }
    let mut changed = round.votes.clone();
    for (cell, vote) in votes {
        let key = VoteKey { participant, cell: *cell };
        match vote {
            Some(vote) => drop(changed.insert(key, *vote)),
            None => drop(changed.remove(&key)),
        }
    }
    if changed != round.votes {
        project.decision.rounds[place].votes = changed;
    }
    Ok(())
}

fn accept(project: &mut Project, id: RoundId) -> Outcome {
    let place = round_place(project, id)?;
    let round = project.decision.rounds[place].clone();
    if round.stage == Stage::Open {
        return Err(CommandError::RoundOpen);
    }
    for cell in &round.cells {
        let Some(median) = project.decision.median(&round, *cell) else { continue };
        match round.question {
            Question::Prio => {
                let old = project.matrix.cell(*cell).clone();
                let fit = match median {
                    1 => Fit::Prio1,
                    2 => Fit::Prio2,
                    _ => Fit::Prio3,
                };
                if old.fit != Fit::No {
                    set_cell(project, *cell, Cell { fit, ..old });
                }
            }
            Question::Score(criterion) => set_level(project, ScoreKey { cell: *cell, criterion }, Some(median)),
        }
    }
    if round.stage != Stage::Accepted {
        project.decision.rounds[place].stage = Stage::Accepted;
    }
    Ok(())
}

/// Gives a copied segment the scores of the one it was copied from.
pub(super) fn copy_scores(project: &mut Project, axis: Axis, from: SegmentId, to: SegmentId) {
    let copied: Vec<_> = (project.decision.scores.iter())
        .filter_map(|(key, score)| {
            let mut key = *key;
            let side = side_mut(&mut key.cell, axis);
            (*side == from).then(|| *side = to)?;
            Some((key, score.clone()))
        })
        .collect();
    if !copied.is_empty() {
        project.decision.scores.extend(copied);
    }
}

/// Drops what is said of the cells of removed segments.
pub(super) fn drop_cells(project: &mut Project, axis: Axis, gone: &HashSet<SegmentId>) {
    let is_gone = |cell: &CellKey| gone.contains(side_mut(&mut cell.clone(), axis));
    let scores: Vec<_> = project.decision.scores.keys().filter(|key| is_gone(&key.cell)).copied().collect();
    for key in &scores {
        project.decision.scores.remove(key);
    }
    change_rounds(project, |round| {
        if round.cells.iter().any(is_gone) {
            round.cells.retain(|cell| !is_gone(cell));
            let votes: Vec<_> = round.votes.keys().filter(|key| is_gone(&key.cell)).copied().collect();
            for key in &votes {
                round.votes.remove(key);
            }
        }
    });
}

fn side_mut(cell: &mut CellKey, axis: Axis) -> &mut SegmentId {
    match axis {
        Axis::Product => &mut cell.product,
        Axis::Customer => &mut cell.customer,
    }
}

#[cfg(test)]
#[path = "decide_tests.rs"]
mod tests;
