//! What a team decides with: criteria and their weights, scores of cells, and rounds in which the room votes.

use std::sync::Arc;

use imbl::{OrdMap, Vector};
use serde::{Deserialize, Serialize};

use super::field::{Kind, Record, Table, Unit, Wrong, at, choice, field_name, options, table};
use super::{CellKey, CriterionId, Fault, Message, ParticipantId, RoundId, Value};

/// Whether a high level of a criterion speaks for a cell or against it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Direction {
    #[default]
    MoreIsBetter,
    /// Level 1 is the best.
    LessIsBetter,
}

options!(Direction { MoreIsBetter => "decide-more-is-better", LessIsBetter => "decide-less-is-better" });

/// Whether the method reads more than a score from a criterion.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Role {
    #[default]
    Other,
    /// How much the buyer wants it: 5 levels, from irrelevant to desire.
    BuyingUrge,
    /// How the buyer decides: 4 levels, from on the spot to a very thorough check.
    BuyingProcess,
}

options!(Role {
    Other => "role-other",
    BuyingUrge => "criterion-buying-urge",
    BuyingProcess => "criterion-buying-process",
});

impl Role {
    /// How many levels the method gives it; none where the team is free.
    pub fn levels(self) -> Option<u8> {
        match self {
            Self::Other => None,
            Self::BuyingUrge => Some(5),
            Self::BuyingProcess => Some(4),
        }
    }
}

/// A measure that cells are scored by.
#[derive(Debug, Clone, PartialEq)]
pub struct Criterion {
    /// Unique among the criteria.
    pub id: CriterionId,
    pub name: Arc<str>,
    /// Whether the method reads the difficulty of the sale from it.
    pub role: Role,
    pub direction: Direction,
    /// Its weight when weights come from sliders: any number that is not negative, compared with the others'.
    pub weight: f64,
    /// A cell that scores worse than this level can't be suggested for any Prio.
    pub floor: Option<u8>,
    /// What each level stands for, from level 1; as many as there are levels, 2 to 5. A sentence may be empty.
    pub anchors: Vec<Arc<str>>,
}

impl Record for Criterion {
    const TABLE: &'static Table<Self> = table! {
        ids ["id"],
        "name" (Required) => Kind::Text(at!(name)),
        "role" => choice!(role: Role),
        "direction" => choice!(direction: Direction),
        "weight" (Always) => Kind::Filled(Unit::Weight, at!(weight), 1.0),
        "floor" => Kind::Level(1, *Self::LEVELS.end() as u8, at!(floor), Fault::Floor),
        rest ["levels"],
        rule Self::check_scale
    };
}

impl Criterion {
    /// The fewest and the most levels that a scale has.
    pub const LEVELS: std::ops::RangeInclusive<usize> = 2..=5;

    /// As many levels as its role allows, and the floor on the scale.
    fn check_scale(&self) -> Result<(), Wrong> {
        let levels = self.anchors.len();
        let fits = self.role.levels().is_none_or(|fixed| levels == usize::from(fixed));
        if !fits || !Self::LEVELS.contains(&levels) {
            return Err(Wrong { fault: Fault::LevelCount(levels), field: "levels", end: None });
        }
        match self.floor {
            Some(floor) if !(1..=self.levels()).contains(&floor) => {
                Err(Wrong { fault: Fault::Floor(floor), field: "floor", end: None })
            }
            _ => Ok(()),
        }
    }

    /// A criterion of that name on five levels that nothing is said of, with a new id.
    pub fn new(name: impl Into<Arc<str>>) -> Self {
        Self {
            id: CriterionId::random(),
            name: name.into(),
            role: Role::default(),
            direction: Direction::default(),
            weight: 1.0,
            floor: None,
            anchors: vec!["".into(); 5],
        }
    }

    /// How many levels its scale has.
    pub fn levels(&self) -> u8 {
        self.anchors.len() as u8
    }

    /// Where a level stands between the worst (0) and the best (1) of the scale, whatever other cells score.
    pub fn value(&self, level: u8) -> f64 {
        let steps = f64::from(self.levels().max(2) - 1);
        match self.direction {
            Direction::MoreIsBetter => (f64::from(level) - 1.0) / steps,
            Direction::LessIsBetter => (f64::from(self.levels()) - f64::from(level)) / steps,
        }
    }

    /// The level is worse than the floor.
    pub fn vetoes(&self, level: u8) -> bool {
        self.floor.is_some_and(|floor| match self.direction {
            Direction::MoreIsBetter => level < floor,
            Direction::LessIsBetter => level > floor,
        })
    }

    /// Its name, or the words for a name that isn't given.
    pub fn shown_name(&self) -> Value {
        if self.name.trim().is_empty() { Message::new("unnamed").into() } else { (&*self.name).into() }
    }
}

/// Where the weights of the criteria come from. What the other ways need is kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Weighting {
    /// [`Criterion::weight`].
    #[default]
    Sliders,
    /// The order of the criteria, the one that matters most first.
    Order,
    /// Answers to "which matters more".
    Pairs,
}

impl Weighting {
    /// All, in the order that they are offered.
    pub const ALL: [Self; 3] = [Self::Sliders, Self::Order, Self::Pairs];
}

/// Two different criteria, whichever way round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pair {
    first: CriterionId,
    second: CriterionId,
}

impl Pair {
    /// The pair of two criteria, and whether they had to change places; none when both are the same.
    pub fn of(a: CriterionId, b: CriterionId) -> Option<(Self, bool)> {
        match a.cmp(&b) {
            std::cmp::Ordering::Less => Some((Self { first: a, second: b }, false)),
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Greater => Some((Self { first: b, second: a }, true)),
        }
    }

    /// The one with the lower id, which an answer is about.
    pub fn first(self) -> CriterionId {
        self.first
    }

    /// The other one.
    pub fn second(self) -> CriterionId {
        self.second
    }
}

/// How much a criterion matters beside another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Matters {
    /// More than the other.
    More,
    /// As much.
    Equally,
    /// Less.
    Less,
}

impl Matters {
    /// The same answer, said of the other criterion.
    #[must_use]
    pub fn reversed(self) -> Self {
        match self {
            Self::More => Self::Less,
            Self::Equally => Self::Equally,
            Self::Less => Self::More,
        }
    }
}

/// A cell and a criterion that it is scored by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ScoreKey {
    /// The cell.
    pub cell: CellKey,
    pub criterion: CriterionId,
}

/// How a cell does by a criterion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Score {
    /// From 1 to the criterion's levels.
    pub level: u8,
    pub reason: Option<Arc<str>>,
}

impl Record for Score {
    const TABLE: &'static Table<Self> = table! {
        ids ["product", "customer", "criterion", "level"],
        "reason" => Kind::Note(at!(reason)),
        rest []
    };
}

/// A person in the room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Participant {
    /// Unique among the participants.
    pub id: ParticipantId,
    pub name: Arc<str>,
}

impl Record for Participant {
    const TABLE: &'static Table<Self> = table! {
        ids ["id"],
        "name" (Required) => Kind::Text(at!(name)),
        rest []
    };
}

impl Participant {
    /// A participant of that name with a new id.
    pub fn new(name: impl Into<Arc<str>>) -> Self {
        Self { id: ParticipantId::random(), name: name.into() }
    }
}

/// What a round asks of each cell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Question {
    /// Its Prio, 1 to 3.
    #[default]
    Prio,
    /// Its score by that criterion.
    Score(CriterionId),
}

/// How far a round has come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Stage {
    /// Votes are given and not shown.
    #[default]
    Open,
    /// Votes are shown and stand.
    Revealed,
    /// The medians have become Prios or scores.
    Accepted,
}

/// A participant and a cell that they vote on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct VoteKey {
    pub participant: ParticipantId,
    /// On what.
    pub cell: CellKey,
}

/// A vote of the room, each participant's unseen by the others until it is revealed. Kept as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Round {
    /// Unique among the rounds.
    pub id: RoundId,
    /// May be empty.
    pub name: Arc<str>,
    /// What is asked.
    pub question: Question,
    /// How far it has come.
    pub stage: Stage,
    /// Who takes part, under the names that they had then.
    pub participants: Vector<Participant>,
    /// The cells, in the order in which they are shown.
    pub cells: Vector<CellKey>,
    /// The votes: a Prio or a level, as the question asks. Whoever has no opinion gives none.
    pub votes: OrdMap<VoteKey, u8>,
}

impl Record for Round {
    const TABLE: &'static Table<Self> = table! {
        ids ["id"],
        "name" => Kind::Text(at!(name)),
        rest ["question", "stage", "participants", "cells"]
    };
}

impl Round {
    /// An open round without votes, with a new id.
    pub fn new(
        question: Question,
        participants: impl IntoIterator<Item = Participant>,
        cells: impl IntoIterator<Item = CellKey>,
    ) -> Self {
        Self {
            id: RoundId::random(),
            name: "".into(),
            question,
            stage: Stage::Open,
            participants: participants.into_iter().collect(),
            cells: cells.into_iter().collect(),
            votes: OrdMap::new(),
        }
    }

    /// What that participant says of that cell.
    pub fn vote(&self, participant: ParticipantId, cell: CellKey) -> Option<u8> {
        self.votes.get(&VoteKey { participant, cell }).copied()
    }

    /// The votes on a cell, in the order of the participants.
    pub fn votes_on(&self, cell: CellKey) -> impl Iterator<Item = u8> + '_ {
        self.participants.iter().filter_map(move |participant| self.vote(participant.id, cell))
    }
}

/// Everything that a team decides with. Clones share what they have in common.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Decision {
    /// The criteria, in the team's order, which is also their order by how much they matter.
    pub criteria: Vector<Criterion>,
    /// Where the weights come from.
    pub weighting: Weighting,
    /// What was answered of pairs of criteria: how much the first of the pair matters beside the second.
    pub comparisons: OrdMap<Pair, Matters>,
    /// Scores of cells; a cell without a score has no entry.
    pub scores: OrdMap<ScoreKey, Score>,
    /// Who is in the room.
    pub participants: Vector<Participant>,
    /// The rounds, the first first.
    pub rounds: Vector<Round>,
}

impl Decision {
    /// The highest vote on a Prio.
    pub const HIGHEST_PRIO: u8 = 3;

    /// The criterion with that id and its place in the list. Cost: linear in the criteria.
    pub fn criterion(&self, id: CriterionId) -> Option<(usize, &Criterion)> {
        self.criteria.iter().enumerate().find(|(_, criterion)| criterion.id == id)
    }

    /// The round with that id and its place in the list. Cost: linear in the rounds.
    pub fn round(&self, id: RoundId) -> Option<(usize, &Round)> {
        self.rounds.iter().enumerate().find(|(_, round)| round.id == id)
    }

    /// The score of a cell by a criterion.
    pub fn score(&self, cell: CellKey, criterion: CriterionId) -> Option<&Score> {
        self.scores.get(&ScoreKey { cell, criterion })
    }

    /// How much `a` matters beside `b`, if that has been answered.
    pub fn matters(&self, a: CriterionId, b: CriterionId) -> Option<Matters> {
        let (pair, swapped) = Pair::of(a, b)?;
        let answer = *self.comparisons.get(&pair)?;
        Some(if swapped { answer.reversed() } else { answer })
    }

    /// The highest vote that a question takes; none when its criterion is gone.
    pub fn highest_vote(&self, question: Question) -> Option<u8> {
        match question {
            Question::Prio => Some(Self::HIGHEST_PRIO),
            Question::Score(id) => self.criterion(id).map(|(_, criterion)| criterion.levels()),
        }
    }

    /// The median of the votes on a cell; none when two middle votes differ, see [`Self::middle`].
    pub fn median(&self, round: &Round, cell: CellKey) -> Option<u8> {
        self.middle(round, cell).filter(|(low, high)| low == high).map(|(low, _)| low)
    }

    /// The two middle votes on a cell, the lower first; of an odd number of votes the same one twice. Where they differ,
    /// half of the room is for either, and the team has to choose.
    pub fn middle(&self, round: &Round, cell: CellKey) -> Option<(u8, u8)> {
        if let Question::Score(id) = round.question {
            self.criterion(id)?;
        }
        let mut votes: Vec<_> = round.votes_on(cell).collect();
        votes.sort_unstable();
        let low = votes.get(votes.len().checked_sub(1)? / 2)?;
        Some((*low, *votes.get(votes.len() / 2)?))
    }

    /// Equal content. Skips what the two share, so that it costs about as much as they differ.
    pub fn is_same(&self, other: &Self) -> bool {
        let Self { criteria, weighting, comparisons, scores, participants, rounds } = self;
        (criteria.ptr_eq(&other.criteria) || *criteria == other.criteria)
            && *weighting == other.weighting
            && (comparisons.ptr_eq(&other.comparisons) || *comparisons == other.comparisons)
            && scores.len() == other.scores.len()
            && scores.diff(&other.scores).next().is_none()
            && (participants.ptr_eq(&other.participants) || *participants == other.participants)
            && (rounds.ptr_eq(&other.rounds) || *rounds == other.rounds)
    }
}
