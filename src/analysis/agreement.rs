//! Whether the room agrees: the spread of the votes on each cell, and Kendall's W over all.

use crate::project::{CellKey, Decision, Round};

/// The votes on one cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Ballot {
    /// Which.
    pub cell: CellKey,
    /// How many gave each vote, from vote 1.
    pub votes: Vec<usize>,
    /// The median, as [`Decision::median`] has it.
    pub median: Option<u8>,
    /// The highest vote less the lowest.
    pub spread: u8,
    /// Standard deviation of the votes, over all who voted.
    pub deviation: f64,
}

/// A round's votes put together.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Agreement {
    /// The cells, those that split the room most first: by spread, then deviation, then the round's order.
    pub ballots: Vec<Ballot>,
    /// Kendall's W: 0 no agreement, 1 full; none with fewer than two raters or cells, or when nobody tells cells apart.
    pub w: Option<f64>,
    /// Who votes and is in W.
    pub raters: usize,
    /// The cells in W: those that every rater voted on.
    pub compared: usize,
}

impl Agreement {
    /// The agreement in a round.
    pub fn of(decision: &Decision, round: &Round) -> Self {
        let highest = decision.highest_vote(round.question).unwrap_or_default();
        let mut ballots: Vec<_> = round.cells.iter().map(|cell| ballot(decision, round, *cell, highest)).collect();
        ballots.sort_by(|a, b| b.spread.cmp(&a.spread).then(b.deviation.total_cmp(&a.deviation)));
        let has_voted = |id| round.cells.iter().any(|cell| round.vote(id, *cell).is_some());
        let raters: Vec<_> = round.participants.iter().map(|rater| rater.id).filter(|id| has_voted(*id)).collect();
        let complete: Vec<_> =
            round.cells.iter().filter(|cell| raters.iter().all(|rater| round.vote(*rater, **cell).is_some())).collect();
        let ratings: Vec<Vec<f64>> = (raters.iter())
            .map(|rater| complete.iter().filter_map(|cell| round.vote(*rater, **cell)).map(f64::from).collect())
            .collect();
        Self { ballots, w: kendalls_w(&ratings), raters: raters.len(), compared: complete.len() }
    }

    /// The cells on which the room isn't of one mind, the most split first.
    pub fn split(&self) -> impl Iterator<Item = &Ballot> {
        self.ballots.iter().take_while(|ballot| ballot.spread > 0)
    }
}

fn ballot(decision: &Decision, round: &Round, cell: CellKey, highest: u8) -> Ballot {
    let mut votes = vec![0; usize::from(highest)];
    let given: Vec<_> = round.votes_on(cell).collect();
    for vote in &given {
        if let Some(count) = usize::from(*vote).checked_sub(1).and_then(|place| votes.get_mut(place)) {
            *count += 1;
        }
    }
    let (low, high) = (given.iter().min(), given.iter().max());
    let count = given.len().max(1) as f64;
    let mean = given.iter().copied().map(f64::from).sum::<f64>() / count;
    let variance = given.iter().map(|vote| (f64::from(*vote) - mean).powi(2)).sum::<f64>() / count;
    Ballot {
        cell,
        votes,
        median: decision.median(round, cell),
        spread: high.zip(low).map_or(0, |(high, low)| high - low),
        deviation: variance.sqrt(),
    }
}

/// Ranks from 1 of one rater's ratings, equal ones at their mean, and Σ(t³ − t) over the groups of equal ones.
fn ranks(ratings: &[f64]) -> (Vec<f64>, f64) {
    let mut order: Vec<_> = (0..ratings.len()).collect();
    order.sort_by(|a, b| ratings[*a].total_cmp(&ratings[*b]));
    let mut ranks = vec![0.0; ratings.len()];
    let (mut first, mut ties) = (0, 0.0);
    for group in order.chunk_by(|a, b| ratings[*a].total_cmp(&ratings[*b]).is_eq()) {
        let size = group.len() as f64;
        for place in group {
            ranks[*place] = first as f64 + f64::midpoint(size, 1.0);
        }
        ties += size.powi(3) - size;
        first += group.len();
    }
    (ranks, ties)
}

/// Kendall's coefficient of concordance with the correction for ties, W = 12 S / (m²(n³ − n) − m Σ Tⱼ), for m raters who
/// each rate the same n things (Kendall & Babington Smith 1939).
///
/// None with fewer than two raters or things, or when every rater gives everything the same.
pub fn kendalls_w(ratings: &[Vec<f64>]) -> Option<f64> {
    let raters = ratings.len();
    let things = ratings.iter().map(Vec::len).min().filter(|things| raters >= 2 && *things >= 2)?;
    let (m, n) = (raters as f64, things as f64);
    let mut sums = vec![0.0; things];
    let mut ties = 0.0;
    for rater in ratings {
        let (ranks, of_rater) = ranks(&rater[..things]);
        sums.iter_mut().zip(ranks).for_each(|(sum, rank)| *sum += rank);
        ties += of_rater;
    }
    let mean = m * (n + 1.0) / 2.0;
    let s: f64 = sums.iter().map(|sum| (sum - mean).powi(2)).sum();
    let whole = m * m * (n.powi(3) - n) - m * ties;
    (whole > 0.0).then(|| 12.0 * s / whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{CriterionId, Participant, Question, SegmentId, VoteKey};
    use proptest::prelude::*;

    /// Three raters of one mind, and two of opposite ones (derived from the formula).
    #[test]
    fn w_of_full_and_no_agreement() {
        let (up, down) = (vec![1.0, 2.0, 3.0, 4.0], vec![4.0, 3.0, 2.0, 1.0]);
        assert_eq!(kendalls_w(&[up.clone(), up.clone(), up.clone()]), Some(1.0));
        assert_eq!(kendalls_w(&[up.clone(), down]), Some(0.0));
        assert_eq!(kendalls_w(&[up]), None);
        assert_eq!(kendalls_w(&[vec![1.0], vec![1.0]]), None);
        assert_eq!(kendalls_w(&[vec![2.0; 3], vec![1.0; 3]]), None, "nobody tells them apart");
    }

    /// By hand: ranks (1.5, 1.5, 3) and (1, 2.5, 2.5), sums 2.5, 4, 5.5, S = 4.5, ΣT = 12: 54 / (4·24 − 2·12).
    #[test]
    fn w_with_ties() {
        assert_eq!(kendalls_w(&[vec![1.0, 1.0, 3.0], vec![1.0, 2.0, 2.0]]), Some(0.75));
    }

    fn round(votes: &[&[Option<u8>]]) -> Round {
        let people = (0..votes.len()).map(|_| Participant::new("")).collect::<Vec<_>>();
        let cells: Vec<_> = (0..votes[0].len())
            .map(|_| CellKey { product: SegmentId::random(), customer: SegmentId::random() })
            .collect();
        let mut round = Round::new(Question::Prio, people.clone(), cells.clone());
        for (person, given) in people.iter().zip(votes) {
            for (cell, vote) in cells.iter().zip(*given) {
                if let Some(vote) = vote {
                    round.votes.insert(VoteKey { participant: person.id, cell: *cell }, *vote);
                }
            }
        }
        round
    }

    #[test]
    fn what_splits_the_room_comes_first() {
        let round = round(&[
            &[Some(1), Some(1), Some(2), Some(1)],
            &[Some(1), Some(3), Some(3), None],
            &[Some(1), Some(3), Some(2), Some(2)],
            &[None; 4],
        ]);
        let agreement = Agreement::of(&Decision::default(), &round);
        let order: Vec<_> = agreement
            .ballots
            .iter()
            .map(|ballot| round.cells.iter().position(|cell| *cell == ballot.cell).expect("a cell of the round"))
            .collect();
        assert_eq!(order, [1, 3, 2, 0]);
        assert_eq!(agreement.split().count(), 3);
        assert_eq!((agreement.raters, agreement.compared), (3, 3));
        let first = &agreement.ballots[0];
        assert_eq!((first.votes.as_slice(), first.median, first.spread), (&[1, 0, 2][..], Some(3), 2));
        // Two middle votes: the later Prio.
        assert_eq!(agreement.ballots[1].median, Some(2));
        assert_eq!(Agreement::of(&Decision::default(), &Round::new(Question::Prio, [], [])).w, None);
        let of_nothing = Round { question: Question::Score(CriterionId::random()), ..round };
        assert!(Agreement::of(&Decision::default(), &of_nothing).ballots.iter().all(|ballot| ballot.median.is_none()));
    }

    proptest! {
        #[test]
        fn w_is_a_share_and_knows_no_order(
            mut ratings in (2_usize..6, 2_usize..8).prop_flat_map(|(raters, things)| {
                prop::collection::vec(prop::collection::vec((1..5_u8).prop_map(f64::from), things), raters)
            }),
        ) {
            let w = kendalls_w(&ratings);
            if let Some(w) = w {
                prop_assert!((-1e-12..=1.0 + 1e-12).contains(&w), "{w}");
            }
            for rater in &mut ratings {
                rater.reverse();
            }
            ratings.reverse();
            let reversed = kendalls_w(&ratings);
            prop_assert_eq!(w.is_some(), reversed.is_some());
            prop_assert!((w.unwrap_or(0.0) - reversed.unwrap_or(0.0)).abs() < 1e-12);
        }
    }
}
