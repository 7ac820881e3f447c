//! A round of votes as it stands in a file.

use imbl::{OrdMap, Vector};
use serde::{Deserialize, Serialize};

use super::{CellKey, Participant, ParticipantId, Round, SegmentId, VoteKey};

/// A round, its cells with the votes on them.
#[derive(Debug, Clone, PartialEq)]
pub struct RoundRow {
    /// Without cells and votes.
    pub round: Round,
    pub cells: Vec<Ballot>,
}

/// A cell of a round and the votes on it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Cell")]
pub struct Ballot {
    pub product: SegmentId,
    pub customer: SegmentId,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub votes: Vec<Vote>,
}

impl Ballot {
    pub(super) fn cell(&self) -> CellKey {
        CellKey { product: self.product, customer: self.customer }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vote {
    pub by: ParticipantId,
    pub vote: u8,
}

impl From<&Round> for RoundRow {
    /// Votes on cells that the round isn't about are left out: see [`check_round`](super::check_round).
    fn from(round: &Round) -> Self {
        let ballot = |cell: &CellKey| {
            let vote = |by: &Participant| Some(Vote { by: by.id, vote: round.vote(by.id, *cell)? });
            let votes = round.participants.iter().filter_map(vote).collect();
            Ballot { product: cell.product, customer: cell.customer, votes }
        };
        let cells = round.cells.iter().map(ballot).collect();
        Self { round: Round { cells: Vector::new(), votes: OrdMap::new(), ..round.clone() }, cells }
    }
}

impl From<RoundRow> for Round {
    fn from(RoundRow { round, cells }: RoundRow) -> Self {
        let votes = cells.iter().flat_map(|ballot| {
            let cell = ballot.cell();
            ballot.votes.iter().map(move |vote| (VoteKey { participant: vote.by, cell }, vote.vote))
        });
        Self { votes: votes.collect(), cells: cells.iter().map(Ballot::cell).collect(), ..round }
    }
}
