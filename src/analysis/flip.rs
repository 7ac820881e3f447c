//! The least change of one weight, or of one score, that changes which cell is first.

use crate::project::{CellKey, Message, Project, Value};

use super::names::cell_name;
use super::score::{EXPECTED, Ranking, ScoredCell, comparable};

/// A share of weight beyond which other cells are first; the other weights keep their proportions.
#[derive(Debug, Clone, PartialEq)]
pub struct WeightFlip {
    /// The place of the criterion in the ranking.
    pub criterion: usize,
    /// Its share of all weight now, 0 to 1.
    pub now: f64,
    /// The share beyond which `first` are first. It is `now` where several cells are first today and any change in that
    /// direction leaves only some of them.
    pub beyond: f64,
    /// Beyond means above `beyond`; otherwise below it.
    pub above: bool,
    /// The cells that are first just beyond, several when they are equal there.
    pub first: Vec<CellKey>,
    /// The first place is shared today, and `first` are some of those who share it.
    pub is_tie: bool,
}

/// A change of one score that makes other cells first.
#[derive(Debug, Clone, PartialEq)]
pub struct ScoreFlip {
    /// The place of the criterion in the ranking.
    pub criterion: usize,
    /// The cell whose score changes.
    pub cell: CellKey,
    /// Its level now.
    pub now: u8,
    /// The level that is enough.
    pub to: u8,
    /// The cells that are first then.
    pub first: Vec<CellKey>,
}

/// Two totals, two slopes or two shares this close are equal.
const SLACK: f64 = 1e-9;
/// A criterion's share of the weight stays between this and 1 less this.
const EDGE: f64 = 1e-3;

/// A cell's total, 0 to 1, as a straight line in the share of one criterion.
#[derive(Clone, Copy)]
struct Line {
    now: f64,
    slope: f64,
}

impl Line {
    fn of(ranking: &Ranking, weights: &[f64], cell: &ScoredCell, criterion: usize) -> Self {
        let rest = 1.0 - weights[criterion];
        let (mut own, mut others) = (0.0, 0.0);
        for (at, (level, of)) in ranking.levels(cell).iter().zip(&ranking.criteria).enumerate() {
            let value = level.map_or(EXPECTED, |level| of.value(level));
            if at == criterion {
                own = value;
            } else {
                others += weights[at] / rest * value;
            }
        }
        Self { now: weights[criterion] * own + rest * others, slope: own - others }
    }
}

/// For each criterion, the nearest share of weight above and below its own beyond which other cells are first; the least
/// change first.
pub fn weight_flips(ranking: &Ranking) -> Vec<WeightFlip> {
    let Some(weights) = &ranking.weights else { return Vec::new() };
    let cells = &ranking.cells[..ranking.ranked()];
    let leaders = ranking.leaders().len();
    let mut flips = Vec::new();
    // A criterion with all the weight leaves nothing whose proportions could be kept.
    for (criterion, now) in weights.iter().copied().enumerate().filter(|(_, now)| *now < 1.0 - SLACK) {
        let lines: Vec<_> = cells.iter().map(|cell| Line::of(ranking, weights, cell, criterion)).collect();
        for above in [true, false] {
            if let Some((beyond, first)) = flip(&lines, leaders, now, above) {
                let first: Vec<_> = first.into_iter().map(|place| cells[place].key).collect();
                flips.push(WeightFlip {
                    criterion,
                    now,
                    beyond,
                    above,
                    is_tie: leaders > 1 && beyond - now == 0.0,
                    first,
                });
            }
        }
    }
    flips.sort_by_key(|flip| comparable((flip.beyond - flip.now).abs()));
    flips
}

/// The nearest share on one side of `now` beyond which the first `leaders` lines aren't the highest, and the places of
/// those that are.
fn flip(lines: &[Line], leaders: usize, now: f64, above: bool) -> Option<(f64, Vec<usize>)> {
    let (room, sign) = if above { (1.0 - EDGE - now, 1.0) } else { (now - EDGE, -1.0) };
    if room <= 0.0 {
        return None;
    }
    let rise = |line: &Line| line.slope * sign;
    let (ahead, behind) = lines.split_at(leaders);
    let steepest = ahead.iter().map(rise).reduce(f64::max)?;
    let stay: Vec<_> = (0..leaders).filter(|place| rise(&ahead[*place]) > steepest - SLACK).collect();
    if stay.len() < leaders {
        return Some((now, stay));
    }
    let leader = ahead.first()?;
    let crossings = behind.iter().enumerate().filter_map(|(place, line)| {
        let gain = rise(line) - steepest;
        let distance = (leader.now - line.now).max(0.0) / gain;
        (gain > SLACK && distance <= room).then_some((distance, gain, leaders + place))
    });
    let crossings: Vec<_> = crossings.collect();
    let nearest = crossings.iter().map(|(distance, ..)| *distance).reduce(f64::min)?;
    let there = || crossings.iter().filter(|(distance, ..)| *distance < nearest + SLACK);
    let fastest = there().map(|(_, gain, _)| *gain).reduce(f64::max)?;
    let first = there().filter(|(_, gain, _)| *gain > fastest - SLACK).map(|(.., place)| *place).collect();
    Some((now + sign * nearest, first))
}

/// The change of one given score, by the fewest levels, that makes other cells first: by its points, or because a floor
/// begins or ceases to veto. Of several the one that leaves the best behind by most. None while several cells share the
/// first rank.
pub fn score_flip(ranking: &Ranking) -> Option<ScoreFlip> {
    let weights = ranking.weights.as_ref()?;
    let [leader] = ranking.leaders() else { return None };
    let best = leader.total?;
    let seconds = &ranking.cells[1..ranking.ranked()];
    let next = seconds.first().and_then(|second| second.total);
    let seconds: Vec<_> =
        seconds.iter().take_while(|cell| cell.points() == next.map(comparable)).map(|cell| cell.key).collect();
    let mut found: Option<((u8, i64), ScoreFlip)> = None;
    for cell in ranking.cells.iter().filter(|cell| cell.total.is_some()) {
        let is_leader = cell.key == leader.key;
        let total = cell.total?;
        let vetoes = ranking.vetoes(cell).count();
        for (criterion, now) in ranking.levels(cell).iter().enumerate() {
            let Some(now) = *now else { continue };
            let of = &ranking.criteria[criterion];
            let others_veto = vetoes > usize::from(of.vetoes(now));
            for to in 1..=of.levels() {
                let changed = total + 100.0 * weights[criterion] * (of.value(to) - of.value(now));
                let vetoed = others_veto || of.vetoes(to);
                let (flips, margin) = match next {
                    _ if !is_leader => (!vetoed && comparable(changed) > comparable(best), changed - best),
                    Some(next) => (vetoed || comparable(changed) < comparable(next), next - changed),
                    None => continue,
                };
                let effort = (to.abs_diff(now), -comparable(margin));
                if flips && found.as_ref().is_none_or(|(least, _)| effort < *least) {
                    let first = if is_leader { seconds.clone() } else { vec![cell.key] };
                    found = Some((effort, ScoreFlip { criterion, cell: cell.key, now, to, first }));
                }
            }
        }
    }
    found.map(|(_, flip)| flip)
}

/// Everything that would change which cell is first, in words: at most so many changes of a weight, and one of a score.
/// Begins with who shares the first place, if it is shared.
pub fn messages(ranking: &Ranking, project: &Project, weights: usize) -> Vec<Message> {
    let leaders = ranking.leaders();
    let shared = (leaders.len() > 1).then(|| {
        let keys: Vec<_> = leaders.iter().map(|cell| cell.key).collect();
        Message::new("rank-shared-first").with("count", keys.len()).with("cells", cell_names(project, &keys))
    });
    let weights = weight_flips(ranking).into_iter().take(weights).map(|flip| flip.message(ranking, project));
    let score = score_flip(ranking).map(|flip| flip.message(ranking, project));
    shared.into_iter().chain(weights).chain(score).collect()
}

/// The names of cells one after the other; of many the first two and how many more.
fn cell_names(project: &Project, cells: &[CellKey]) -> Value {
    let shown = if cells.len() > 3 { 2 } else { cells.len() };
    let names = cells[..shown].iter().map(|cell| Value::from(cell_name(project, *cell)));
    let pair = |before, last| Message::new("list-of-two").with("before", before).with("last", last).into();
    let names = names.reduce(pair).unwrap_or_else(|| "".into());
    if shown == cells.len() {
        return names;
    }
    Message::new("list-and-more").with("names", names).with("more", cells.len() - shown).into()
}

impl WeightFlip {
    /// `beyond` in percent to a tenth, rounded away from `now`, so that what is said holds beyond it.
    fn percent(&self) -> f64 {
        let tenths = self.beyond * 1000.0;
        let slack = 1e-6;
        (if self.above { (tenths - slack).ceil() } else { (tenths + slack).floor() }) / 10.0
    }

    /// The flip in words.
    pub fn message(&self, ranking: &Ranking, project: &Project) -> Message {
        let now = (self.now * 1000.0).round() / 10.0;
        let message = |key| {
            Message::new(key)
                .with("cell", cell_names(project, &self.first))
                .with("criterion", ranking.criteria[self.criterion].shown_name())
                .with("now", now)
        };
        match (self.is_tie, self.above) {
            (true, true) => message("flip-tie-above"),
            (true, false) => message("flip-tie-below"),
            (false, true) => message("flip-weight-above").with("share", self.percent()),
            (false, false) => message("flip-weight-below").with("share", self.percent()),
        }
    }
}

impl ScoreFlip {
    /// The flip in words.
    pub fn message(&self, ranking: &Ranking, project: &Project) -> Message {
        let is_own = self.first == [self.cell];
        Message::new(if is_own { "flip-score-own" } else { "flip-score-leader" })
            .with("cell", cell_names(project, &self.first))
            .with("changed", cell_name(project, self.cell))
            .with("criterion", ranking.criteria[self.criterion].shown_name())
            .with("now", usize::from(self.now))
            .with("level", usize::from(self.to))
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{cell, projects, ranking, scored, weighted};
    use super::*;
    use crate::project::{Command, Decide, Of};
    use proptest::prelude::*;

    /// How finely a scan walks from a weight to its end.
    const STEPS: i32 = 50;

    /// The project with that share of all weight on one criterion, the others in proportion.
    fn with_share(project: &Project, criterion: usize, share: f64) -> Project {
        let weights = ranking(project).weights.expect("some weight");
        let mut changed = project.clone();
        for (at, of) in project.decision.criteria.iter().enumerate() {
            let weight = if at == criterion { share } else { weights[at] * (1.0 - share) / (1.0 - weights[criterion]) };
            let command = Command::set(Of::Criterion(of.id), "weight", weight.max(0.0));
            command.apply(&mut changed).expect("valid");
        }
        changed
    }

    fn first(project: &Project) -> Vec<CellKey> {
        ranking(project).leaders().iter().map(|cell| cell.key).collect()
    }

    /// A = (1, 0) and B = (0, 1) with weights .6 and .4 change places where both weigh the same (derived).
    #[test]
    fn two_that_change_places() {
        let project = scored(&weighted(&[3.0, 2.0]), &[vec![Some(5), Some(1)], vec![Some(1), Some(5)]]);
        let ranking = ranking(&project);
        let flips = weight_flips(&ranking);
        assert_eq!(flips.len(), 2);
        for (flip, (criterion, now)) in flips.iter().zip([(0, 0.6), (1, 0.4)]) {
            assert_eq!((flip.criterion, flip.first.as_slice()), (criterion, &[cell(&project, 1)][..]));
            assert!((flip.now - now).abs() < 1e-12 && (flip.beyond - 0.5).abs() < 1e-12, "{flip:?}");
        }
        let message = flips[1].message(&ranking, &project);
        assert_eq!(message.key, "flip-weight-above");
        assert_eq!(flips[0].message(&ranking, &project).key, "flip-weight-below");
        // 60 against 40: A loses 15 a level of the first criterion, B gains 10 a level of the second.
        let flip = score_flip(&ranking).expect("there is one");
        assert_eq!((flip.cell, flip.criterion, flip.now, flip.to), (cell(&project, 0), 0, 5, 3));
    }

    /// Where two overtake at one place, the one that draws ahead is named.
    #[test]
    fn of_two_at_once_the_faster_is_first() {
        let levels = [(5, 1), (3, 3), (1, 5)].map(|(a, b)| vec![Some(a), Some(b)]);
        let project = scored(&weighted(&[3.0, 2.0]), &levels);
        let flips = weight_flips(&ranking(&project));
        assert_eq!(flips.len(), 2);
        for flip in flips {
            assert!((flip.beyond - 0.5).abs() < 1e-12, "{flip:?}");
            assert_eq!(flip.first, [cell(&project, 2)]);
        }
    }

    #[test]
    fn the_best_at_everything_stays() {
        let project = scored(&weighted(&[3.0, 2.0]), &[vec![Some(5), Some(5)], vec![Some(1), Some(4)]]);
        assert_eq!(weight_flips(&ranking(&project)), []);
        let alone = scored(&weighted(&[1.0]), &[vec![Some(5)]]);
        assert_eq!((weight_flips(&ranking(&alone)), score_flip(&ranking(&alone))), (Vec::new(), None));
        assert_eq!(weight_flips(&ranking(&Project::default())), []);
    }

    /// Tied where the second criterion weighs nothing: more of it decides, less of it there is none.
    #[test]
    fn what_weighs_nothing_can_only_weigh_more() {
        let levels = [(3, 5), (3, 1)].map(|(a, b)| vec![Some(a), Some(b)]);
        let project = scored(&weighted(&[1.0, 0.0]), &levels);
        let flips = weight_flips(&ranking(&project));
        let found = flips.iter().map(|flip| (flip.criterion, flip.above, flip.is_tie, flip.first.clone()));
        assert_eq!(found.collect::<Vec<_>>(), [(1, true, true, vec![cell(&project, 0)])]);
    }

    /// Each way a weight moves one of the two is first, whichever stands first in the list.
    #[test]
    fn a_tie_breaks_at_once_to_the_right_side() {
        let project = scored(&weighted(&[1.0, 1.0]), &[vec![Some(5), Some(1)], vec![Some(1), Some(5)]]);
        let ranking = ranking(&project);
        let flips = weight_flips(&ranking);
        let found: Vec<_> = flips
            .iter()
            .map(|flip| (flip.criterion, flip.above, flip.first.clone(), flip.message(&ranking, &project).key))
            .collect();
        let [first, second] = [0, 1].map(|place| vec![cell(&project, place)]);
        assert_eq!(
            found,
            [
                (0, true, first.clone(), "flip-tie-above"),
                (0, false, second.clone(), "flip-tie-below"),
                (1, true, second, "flip-tie-above"),
                (1, false, first, "flip-tie-below"),
            ]
        );
        assert!(flips.iter().all(|flip| (flip.beyond - 0.5).abs() < 1e-9));
        assert_eq!(score_flip(&ranking), None);
        let keys: Vec<_> = messages(&ranking, &project, 1).iter().map(|message| message.key).collect();
        assert_eq!(keys, ["rank-shared-first", "flip-tie-above"]);
    }

    /// A leads with 100, but one level less fails the floor; B's 75 is next, and C would lead without its veto.
    #[test]
    fn a_floor_can_change_who_is_first() {
        let mut criteria = weighted(&[1.0, 0.0]);
        criteria[1].floor = Some(3);
        let levels = [(5, 3), (4, 5), (5, 1)].map(|(a, b)| vec![Some(a), Some(b)]);
        let project = scored(&criteria, &levels);
        let flip = score_flip(&ranking(&project)).expect("there is one");
        assert_eq!((flip.cell, flip.criterion, flip.to), (cell(&project, 0), 1, 2));
        assert_eq!(flip.first, [cell(&project, 1)]);
    }

    proptest! {
        /// Walks each weight from where it is, both ways, until other cells are first.
        #[test]
        fn the_closed_form_agrees_with_a_scan(project in projects()) {
            let ranking = ranking(&project);
            // A cell that has no total now may get one by another weight.
            prop_assume!(ranking.ranked() > 1 && ranking.cells.iter().all(|cell| cell.total.is_some()));
            let flips = weight_flips(&ranking);
            let weights = ranking.weights.clone().expect("ranked");
            let leaders = first(&project);
            for (criterion, now) in weights.iter().copied().enumerate().filter(|(_, now)| *now < 1.0 - 1e-6) {
                for sign in [1.0, -1.0] {
                    let end = if sign > 0.0 { 1.0 - EDGE - now } else { now - EDGE };
                    let flip = flips.iter().find(|flip| flip.criterion == criterion && flip.above == (sign > 0.0));
                    let shares = (1..STEPS).map(|step| now + sign * end.max(0.0) * f64::from(step) / f64::from(STEPS));
                    for share in shares.filter(|share| (share - now).abs() > 1e-5) {
                        let there = first(&with_share(&project, criterion, share));
                        match flip {
                            // Close to the crossing the scan sees a tie.
                            Some(flip) if (share - flip.beyond).abs() < 1e-6 => {}
                            Some(flip) if (share - flip.beyond) * sign < 0.0 => prop_assert_eq!(&there, &leaders, "{:?} at {}", flip, share),
                            Some(_) => prop_assert!(there != leaders),
                            None => prop_assert_eq!(&there, &leaders, "{} at {}", criterion, share),
                        }
                    }
                    if let Some(flip) = flip {
                        let beyond = flip.beyond + sign * 1e-7;
                        let there = first(&with_share(&project, criterion, beyond));
                        prop_assert!(there.iter().all(|cell| flip.first.contains(cell)), "{flip:?} but {there:?}");
                    }
                }
            }
        }

        /// "Overtaken by X if a weight is more than so much": at any share beyond what is said X is ahead of all that are
        /// first today, and up to what the flip says they aren't overtaken.
        #[test]
        fn what_is_said_of_a_weight_is_true(project in projects(), part in 0.01..1.0_f64) {
            let ranking = ranking(&project);
            for flip in weight_flips(&ranking) {
                let said = if flip.is_tie { flip.now } else { flip.percent() / 100.0 };
                prop_assert!(if flip.above { said > flip.now - 1e-6 } else { said < flip.now + 1e-6 }, "{said} {flip:?}");
                let end = if flip.above { 1.0 } else { 0.0 };
                let share = said + (end - said) * part;
                if (share - said).abs() < 1e-6 || flip.is_tie {
                    continue;
                }
                let there = self::ranking(&with_share(&project, flip.criterion, share));
                let points = |key| there.cell(key).and_then(|cell| cell.total).map(comparable);
                for leader in ranking.leaders() {
                    prop_assert!(flip.first.iter().all(|cell| points(*cell) >= points(leader.key)), "{flip:?} at {share}");
                }
            }
        }

        /// Tries every change of every score.
        #[test]
        fn no_smaller_change_of_a_score_is_enough(project in projects()) {
            let ranking = ranking(&project);
            let found = score_flip(&ranking);
            let [leader] = ranking.leaders() else {
                prop_assert_eq!(found, None);
                return Ok(());
            };
            let changed = |cell, criterion, level| {
                let mut changed = project.clone();
                let set = Decide::SetScores { cells: vec![cell], criterion, level: Some(level) };
                Command::from(set).apply(&mut changed).expect("on the scale");
                changed
            };
            let mut least = None;
            for (key, score) in &project.decision.scores {
                for level in 1..=5 {
                    let there = first(&changed(key.cell, key.criterion, level));
                    if !there.is_empty() && !there.contains(&leader.key) {
                        let levels = level.abs_diff(score.level);
                        least = Some(least.map_or(levels, |least: u8| least.min(levels)));
                    }
                }
            }
            prop_assert_eq!(found.as_ref().map(|flip| flip.to.abs_diff(flip.now)), least);
            if let Some(flip) = found {
                let after = changed(flip.cell, ranking.criteria[flip.criterion].id, flip.to);
                prop_assert_eq!(first(&after), flip.first);
            }
        }
    }
}
