//! The agreement among participants: the spread of the votes on each cell, Kendall's W over all, and whether there are
//! enough votes to tell it from chance.

use rand_chacha::ChaCha8Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};

use crate::project::{CellKey, Decision, Round};

/// The votes on one cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Ballot {
    pub cell: CellKey,
    /// The number of participants who gave each vote, from vote 1.
    pub votes: Vec<usize>,
    /// [`Decision::median`]
    pub median: Option<u8>,
    /// The two middle votes where they differ: there is no median.
    pub between: Option<(u8, u8)>,
    /// The highest vote less the lowest.
    pub spread: u8,
    /// Standard deviation of the votes, over all who voted.
    pub deviation: f64,
}

impl Ballot {
    /// True when votes are two or more apart: neighbouring votes may be a matter of taste.
    pub fn is_split(&self) -> bool {
        self.spread > 1
    }
}

/// Agreement of raters on an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// Even full agreement would come about by chance in more than one of twenty rounds, or W isn't defined.
    TooFew,
    /// A W this high comes about by chance in more than one of twenty rounds.
    Chance,
    /// ρ̄ below 0.3.
    Weak,
    /// ρ̄ below 0.7.
    Some,
    /// ρ̄ of 0.7 or more.
    Strong,
}

impl Verdict {
    /// The key of its words in the text catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Self::TooFew => "decide-w-none",
            Self::Chance => "decide-w-chance",
            Self::Weak => "decide-w-weak",
            Self::Some => "decide-w-some",
            Self::Strong => "decide-w-strong",
        }
    }
}

/// The votes of a round put together.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    /// The cells, the most disputed first: by spread, then deviation, then the round's order.
    pub ballots: Vec<Ballot>,
    /// Kendall's W: 0 no agreement, 1 full; none with fewer than two raters or cells, or when no rater tells cells apart.
    pub w: Option<f64>,
    /// The mean of Spearman's correlation ρ over all pairs of raters, −1/(m − 1) to 1. See [`mean_correlation`].
    pub rho: Option<f64>,
    pub verdict: Verdict,
    /// The number of participants who voted.
    pub raters: usize,
    /// The number of cells in W: those that every rater voted on.
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
        let w = kendalls_w(&ratings);
        let rho = w.map(|w| mean_correlation(w, raters.len()));
        Self { ballots, w, rho, verdict: verdict(&ratings, rho), raters: raters.len(), compared: complete.len() }
    }

    /// The cells on which the room is split, the most disputed first.
    pub fn split(&self) -> impl Iterator<Item = &Ballot> {
        self.ballots.iter().take_while(|ballot| ballot.is_split())
    }
}

/// The mean of Spearman's correlation over all pairs of m raters: ρ̄ = (mW − 1) / (m − 1) (Kendall & Babington Smith 1939).
/// Unlike W it is 0 at chance level for any number of raters. With ties the correction of W makes it approximate.
pub fn mean_correlation(w: f64, raters: usize) -> f64 {
    let m = raters as f64;
    (m * w - 1.0) / (m - 1.0)
}

/// The chance below which agreement counts as more than chance.
const SIGNIFICANT: f64 = 0.05;

fn verdict(ratings: &[Vec<f64>], rho: Option<f64>) -> Verdict {
    let Some(rho) = rho else { return Verdict::TooFew };
    if best_chance(ratings) > SIGNIFICANT {
        return Verdict::TooFew;
    }
    match rho {
        _ if chance(ratings) > SIGNIFICANT => Verdict::Chance,
        rho if rho < 0.3 => Verdict::Weak,
        rho if rho < 0.7 => Verdict::Some,
        _ => Verdict::Strong,
    }
}

/// The probability that raters who order at random, each with their own ties, agree as far as they possibly can: the
/// least chance that any votes with these ties could have.
fn best_chance(ratings: &[Vec<f64>]) -> f64 {
    // The logarithm of the number of different orders of each rater: n! / Π t!.
    let ln_factorial = |count: usize| (2..=count).map(|factor| (factor as f64).ln()).sum::<f64>();
    let orders = ratings.iter().map(|rater| {
        let mut sorted = rater.clone();
        sorted.sort_by(f64::total_cmp);
        let ties: f64 = sorted.chunk_by(|a, b| a.total_cmp(b).is_eq()).map(|group| ln_factorial(group.len())).sum();
        ln_factorial(rater.len()) - ties
    });
    let orders: Vec<_> = orders.collect();
    let most = orders.iter().copied().fold(0.0, f64::max);
    (most - orders.iter().sum::<f64>()).exp().min(1.0)
}

/// The probability of agreement at least as high when each rater's votes are shuffled over the cells: a permutation test
/// of W (Legendre 2005) with a fixed seed, on at most 1,999 permutations.
fn chance(ratings: &[Vec<f64>]) -> f64 {
    const WORK: usize = 2_000_000;
    let mut ranked: Vec<_> = ratings.iter().map(|rater| ranks(rater).0).collect();
    let things = ranked.first().map_or(0, Vec::len);
    let permutations = (WORK / (ranked.len() * things).max(1)).clamp(199, 1999);
    let spread = |ranked: &[Vec<f64>]| -> f64 {
        (0..things).map(|thing| ranked.iter().map(|rater| rater[thing]).sum::<f64>().powi(2)).sum()
    };
    let found = spread(&ranked) * (1.0 - 1e-12);
    let mut random = ChaCha8Rng::seed_from_u64(1939);
    let mut as_high = 1;
    for _ in 0..permutations {
        for rater in ranked.iter_mut().skip(1) {
            for last in (1..things).rev() {
                let other = (u64::from(random.next_u32()) * (last as u64 + 1)) >> 32;
                rater.swap(last, other as usize);
            }
        }
        as_high += usize::from(spread(&ranked) >= found);
    }
    as_high as f64 / (permutations + 1) as f64
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
        between: decision.middle(round, cell).filter(|(low, high)| low != high),
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
        assert_eq!(agreement.split().count(), 1, "neighbouring votes are no split");
        assert_eq!((agreement.raters, agreement.compared), (3, 3));
        let first = &agreement.ballots[0];
        assert_eq!((first.votes.as_slice(), first.median, first.spread), (&[1, 0, 2][..], Some(3), 2));
        // Two middle votes that differ: no median is chosen in silence.
        let second = &agreement.ballots[1];
        assert_eq!((second.median, second.between), (None, Some((1, 2))));
        assert_eq!(Agreement::of(&Decision::default(), &Round::new(Question::Prio, [], [])).w, None);
        let of_nothing = Round { question: Question::Score(CriterionId::random()), ..round };
        assert!(Agreement::of(&Decision::default(), &of_nothing).ballots.iter().all(|ballot| ballot.median.is_none()));
    }

    fn verdict_of(votes: &[&[u8]]) -> (Verdict, Option<f64>) {
        let votes: Vec<Vec<_>> = votes.iter().map(|votes| votes.iter().copied().map(Some).collect()).collect();
        let found = Agreement::of(&Decision::default(), &round(&votes.iter().map(Vec::as_slice).collect::<Vec<_>>()));
        (found.verdict, found.rho)
    }

    #[test]
    fn few_votes_say_nothing_and_chance_is_no_agreement() {
        // Two orders of three things are the same in one of six rounds by chance, of four in one of 24.
        assert_eq!(verdict_of(&[&[1, 2, 3], &[1, 2, 3]]).0, Verdict::TooFew);
        let near = |found: f64, expected: f64| assert!((found - expected).abs() < 1e-12, "{found}");
        near(best_chance(&[vec![1.0, 2.0, 3.0, 4.0], vec![1.0, 2.0, 3.0, 4.0]]), 1.0 / 24.0);
        near(best_chance(&[vec![1.0, 2.0, 2.0], vec![1.0, 2.0, 3.0]]), 1.0 / 3.0);
        // W is .5 where two raters don't correlate at all: chance, however many cells.
        let (verdict, rho) = verdict_of(&[&[1, 2, 3, 1, 2, 3, 1, 2, 3], &[1, 1, 1, 2, 2, 2, 3, 3, 3]]);
        assert_eq!(verdict, Verdict::Chance);
        assert!(rho.expect("defined").abs() < 1e-12);
        let order = [1, 2, 3, 1, 2, 3, 1, 2, 3];
        assert_eq!(verdict_of(&[&order, &order, &order]), (Verdict::Strong, Some(1.0)));
        assert_eq!(verdict_of(&[&[1, 1, 1], &[2, 2, 2]]), (Verdict::TooFew, None));
    }

    /// Three raters on 20 cells with ties: W .5396569 (`DescTools` `KendallW`), so that ρ̄ = (3 W − 1) / 2 = .30949.
    #[test]
    fn w_of_twenty() {
        let raters = [
            [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3],
            [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4],
            [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2],
        ];
        let ratings = raters.map(|rater| rater.map(f64::from).to_vec());
        let w = kendalls_w(&ratings).expect("defined");
        assert!((w - 0.539_656_9).abs() < 5e-8, "{w}");
        assert!((mean_correlation(w, 3) - 0.309_485_35).abs() < 1e-7);
        // Legendre's test of the same table by its chi-square: p about .03.
        assert!((0.005..0.05).contains(&chance(&ratings)), "{}", chance(&ratings));
    }

    /// Spearman's correlation of two rows of ranks without ties.
    fn spearman(a: &[f64], b: &[f64]) -> f64 {
        let n = a.len() as f64;
        1.0 - 6.0 * a.iter().zip(b).map(|(a, b)| (a - b).powi(2)).sum::<f64>() / (n.powi(3) - n)
    }

    proptest! {
        #[test]
        fn the_mean_correlation_is_that_of_all_pairs(
            ratings in (2_usize..6, 3_usize..8).prop_flat_map(|(raters, things)| {
                let order = Just((1..=things).map(|rank| rank as f64).collect::<Vec<_>>()).prop_shuffle();
                prop::collection::vec(order, raters)
            }),
        ) {
            let m = ratings.len();
            let pairs = (0..m).flat_map(|a| (a + 1..m).map(move |b| (a, b)));
            let correlations: Vec<_> = pairs.map(|(a, b)| spearman(&ratings[a], &ratings[b])).collect();
            let mean = correlations.iter().sum::<f64>() / correlations.len() as f64;
            let w = kendalls_w(&ratings).expect("no ties");
            prop_assert!((mean_correlation(w, m) - mean).abs() < 1e-9);
        }

        /// The verdict on agreement: "chance" and "too few" only where it may be chance, the rest only where it isn't.
        #[test]
        fn the_verdict_is_true(
            ratings in (2_usize..5, 2_usize..8).prop_flat_map(|(raters, things)| {
                prop::collection::vec(prop::collection::vec((1..4_u8).prop_map(f64::from), things), raters)
            }),
        ) {
            let rho = kendalls_w(&ratings).map(|w| mean_correlation(w, ratings.len()));
            match verdict(&ratings, rho) {
                Verdict::TooFew => prop_assert!(rho.is_none() || chance(&ratings) > 0.03),
                Verdict::Chance => prop_assert!(chance(&ratings) > SIGNIFICANT),
                Verdict::Weak => prop_assert!(rho < Some(0.3) && chance(&ratings) <= SIGNIFICANT),
                Verdict::Some => prop_assert!((0.3..0.7).contains(&rho.expect("defined"))),
                Verdict::Strong => prop_assert!(rho >= Some(0.7) && chance(&ratings) <= SIGNIFICANT),
            }
        }

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
