//! The part of a file that a team decides with: its shape, and what can be wrong with it.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use imbl::{OrdMap, Vector};
use serde::Deserialize;

use crate::project::{
    Axis, CellKey, Criterion, CriterionId, Decision, Direction, Fault, Matters, Pair, Participant, ParticipantId,
    Question, Record, Role, Round, RoundId, Score, ScoreKey, SegmentId, Stage, VoteKey, Weighting, check_level,
};

use super::super::fault::FormatFault;
use super::super::scan::Step;
use super::{Finding, at_field, check_sides, finding};

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Criterion")]
pub(super) struct CriterionShape {
    id: CriterionId,
    name: Arc<str>,
    #[serde(default)]
    role: Role,
    #[serde(default)]
    direction: Direction,
    #[serde(default = "weight")]
    weight: f64,
    #[serde(default)]
    floor: Option<u8>,
    levels: Vec<Arc<str>>,
}

fn weight() -> f64 {
    1.0
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Comparison")]
pub(super) struct ComparisonShape {
    criterion: CriterionId,
    matters: Matters,
    beside: CriterionId,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Score")]
pub(super) struct ScoreShape {
    product: SegmentId,
    customer: SegmentId,
    criterion: CriterionId,
    level: u8,
    #[serde(default)]
    reason: Option<Arc<str>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Round")]
pub(super) struct RoundShape {
    id: RoundId,
    #[serde(default)]
    name: Arc<str>,
    #[serde(default)]
    question: Question,
    #[serde(default)]
    stage: Stage,
    #[serde(default)]
    participants: Vec<Participant>,
    #[serde(default)]
    cells: Vec<BallotShape>,
}

/// A cell of a round, with the votes on it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Cell")]
struct BallotShape {
    product: SegmentId,
    customer: SegmentId,
    #[serde(default)]
    votes: Vec<VoteShape>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Vote")]
struct VoteShape {
    by: ParticipantId,
    vote: u8,
}

/// The fields of a file that make a [`Decision`].
pub(super) struct DecisionShape {
    pub(super) criteria: Vec<CriterionShape>,
    pub(super) weighting: Weighting,
    pub(super) comparisons: Vec<ComparisonShape>,
    pub(super) scores: Vec<ScoreShape>,
    pub(super) participants: Vec<Participant>,
    pub(super) rounds: Vec<RoundShape>,
}

type Sides = HashMap<SegmentId, Axis>;

/// The way to a field of an element of a list.
fn path(list: &'static str, index: usize, field: &'static str) -> [Step; 3] {
    [Step::Field(list), Step::Index(index), Step::Field(field)]
}

impl DecisionShape {
    pub(super) fn into_decision(self, sides: &Sides) -> Result<Decision, Finding> {
        let criteria = criteria(self.criteria)?;
        let levels: HashMap<_, _> = criteria.iter().map(|criterion| (criterion.id, criterion.levels())).collect();
        let comparisons = comparisons(&self.comparisons, &levels)?;
        let scores = scores(self.scores, sides, &levels)?;
        check_participants(&self.participants, &[])?;
        let mut seen = HashSet::new();
        let rounds = self.rounds.into_iter().enumerate().map(|(index, shape)| {
            if !seen.insert(shape.id) {
                return Err(finding(Fault::DuplicateRound(shape.id), path("rounds", index, "id")));
            }
            round(index, shape, sides, &levels)
        });
        Ok(Decision {
            criteria,
            weighting: self.weighting,
            comparisons,
            scores,
            rounds: rounds.collect::<Result<_, _>>()?,
            participants: self.participants.into(),
        })
    }
}

fn criteria(shapes: Vec<CriterionShape>) -> Result<Vector<Criterion>, Finding> {
    let mut seen = HashSet::new();
    let read = |(index, shape): (usize, CriterionShape)| {
        let CriterionShape { id, name, role, direction, weight, floor, levels } = shape;
        let criterion = Criterion { id, name, role, direction, weight, floor, anchors: levels };
        if !seen.insert(id) {
            return Err(finding(Fault::DuplicateCriterion(id), path("criteria", index, "id")));
        }
        let within = [Step::Field("criteria"), Step::Index(index)];
        Criterion::TABLE.check(&criterion).map_err(|wrong| at_field(wrong, &within))?;
        Ok(criterion)
    };
    shapes.into_iter().enumerate().map(read).collect()
}

fn comparisons(
    shapes: &[ComparisonShape],
    levels: &HashMap<CriterionId, u8>,
) -> Result<OrdMap<Pair, Matters>, Finding> {
    let mut read = OrdMap::new();
    for (index, shape) in shapes.iter().enumerate() {
        for (id, field) in [(shape.criterion, "criterion"), (shape.beside, "beside")] {
            if !levels.contains_key(&id) {
                return Err(finding(Fault::UnknownCriterion(id), path("comparisons", index, field)));
            }
        }
        let Some((pair, swapped)) = Pair::of(shape.criterion, shape.beside) else {
            return Err(finding(Fault::ComparedWithItself(shape.beside), path("comparisons", index, "beside")));
        };
        let matters = if swapped { shape.matters.reversed() } else { shape.matters };
        if read.insert(pair, matters).is_some() {
            let path = [Step::Field("comparisons"), Step::Index(index)];
            return Err(finding(FormatFault::DuplicateComparison, path));
        }
    }
    Ok(read)
}

fn scores(
    shapes: Vec<ScoreShape>,
    sides: &Sides,
    levels: &HashMap<CriterionId, u8>,
) -> Result<OrdMap<ScoreKey, Score>, Finding> {
    let mut read = Vec::with_capacity(shapes.len());
    for (index, shape) in shapes.into_iter().enumerate() {
        let ScoreShape { product, customer, criterion, level, reason } = shape;
        check_sides(sides, product, customer, &[Step::Field("scores"), Step::Index(index)])?;
        let Some(highest) = levels.get(&criterion) else {
            return Err(finding(Fault::UnknownCriterion(criterion), path("scores", index, "criterion")));
        };
        check_level(level, *highest).map_err(|fault| finding(fault, path("scores", index, "level")))?;
        let key = ScoreKey { cell: CellKey { product, customer }, criterion };
        read.push((key, Score { level, reason: reason.filter(|reason| !reason.is_empty()) }));
    }
    // As we write them they rise, and then none stands twice.
    if !read.is_sorted_by(|a, b| a.0 < b.0) {
        let mut seen = HashSet::with_capacity(read.len());
        if let Some(index) = read.iter().position(|(key, _)| !seen.insert(*key)) {
            return Err(finding(FormatFault::DuplicateScore, [Step::Field("scores"), Step::Index(index)]));
        }
    }
    Ok(read.into_iter().collect())
}

fn check_participants(participants: &[Participant], within: &[Step]) -> Result<(), Finding> {
    let mut seen = HashSet::new();
    match participants.iter().position(|participant| !seen.insert(participant.id)) {
        Some(index) => {
            let path = [within, &path("participants", index, "id")].concat();
            Err(finding(Fault::DuplicateParticipant(participants[index].id), path))
        }
        None => Ok(()),
    }
}

fn round(index: usize, shape: RoundShape, sides: &Sides, levels: &HashMap<CriterionId, u8>) -> Result<Round, Finding> {
    let RoundShape { id, name, question, stage, participants, cells: ballots } = shape;
    let within = [Step::Field("rounds"), Step::Index(index)];
    let highest = match question {
        Question::Prio => 3,
        Question::Score(criterion) => *levels
            .get(&criterion)
            .ok_or_else(|| finding(Fault::UnknownCriterion(criterion), path("rounds", index, "question")))?,
    };
    check_participants(&participants, &within)?;
    let known: HashSet<_> = participants.iter().map(|participant| participant.id).collect();
    let mut seen = HashSet::new();
    let (mut cells, mut votes) = (Vector::new(), OrdMap::new());
    for (index, ballot) in ballots.into_iter().enumerate() {
        let within = [&within[..], &[Step::Field("cells"), Step::Index(index)]].concat();
        check_sides(sides, ballot.product, ballot.customer, &within)?;
        let cell = CellKey { product: ballot.product, customer: ballot.customer };
        if !seen.insert(cell) {
            return Err(finding(Fault::TwiceInRound, within));
        }
        cells.push_back(cell);
        for (index, VoteShape { by: participant, vote }) in ballot.votes.into_iter().enumerate() {
            let at = |field| [&within[..], &path("votes", index, field)].concat();
            if !known.contains(&participant) {
                return Err(finding(Fault::UnknownParticipant(participant), at("by")));
            }
            check_level(vote, highest).map_err(|fault| finding(fault, at("vote")))?;
            if votes.insert(VoteKey { participant, cell }, vote).is_some() {
                return Err(finding(FormatFault::DuplicateVote, at("by")));
            }
        }
    }
    Ok(Round { id, name, question, stage, participants: participants.into(), cells, votes })
}
