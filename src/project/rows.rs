//! A project as lists of rows, in the order of its file, and what makes it invalid.
//!
//! A map can't hold an entry twice and has no places; a file can and has. So that every rule stands once and names the
//! place where it is broken, what is read is checked as rows, before it becomes a [`Project`].

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use imbl::OrdMap;
use serde::{Deserialize, Serialize};

use super::field::{Record, Wrong};
use super::round_row::{Ballot, RoundRow};
use super::{
    About, Account, Agenda, Attribute, AttributeValue, Axis, Beachhead, BeachheadRow, Cell, CellKey, Channel,
    ChannelId, ContactLimits, Criterion, CriterionId, Decision, Duty, DutyKey, Fault, FindingKey, FollowUp, Funnel,
    Handling, HandlingKey, Market, Matrix, Matters, NextStep, Offer, Pair, Participant, Plan, Position, Profile,
    Project, Question, Reach, ReachKey, Round, Scenario, ScenarioId, Score, ScoreKey, Segment, SegmentId, SetAside,
    Sizing, Task, Team, TeamRole, Territory, ValueKey, Weighting,
};

mod team;
mod values;

/// One step on the way from a project to a value in it, by the names of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Field(&'static str),
    /// An element of a list, from 0.
    Index(usize),
}

/// A fault, and the way to the value that it is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Invalid {
    pub fault: Fault,
    pub path: Vec<Step>,
}

impl Invalid {
    /// The same in the field of that name.
    fn under(mut self, field: &'static str) -> Self {
        self.path.insert(0, Step::Field(field));
        self
    }

    fn within(mut self, list: &'static str, index: usize) -> Self {
        self.path.splice(0..0, [Step::Field(list), Step::Index(index)]);
        self
    }
}

impl From<Fault> for Invalid {
    fn from(fault: Fault) -> Self {
        Self { fault, path: Vec::new() }
    }
}

impl From<Wrong> for Invalid {
    fn from(Wrong { fault, field, end }: Wrong) -> Self {
        let end = end.map(|end| Step::Field(end.name()));
        Self { fault, path: [Step::Field(field)].into_iter().chain(end).collect() }
    }
}

impl Fault {
    /// The fault in the field of that name.
    fn at(self, field: &'static str) -> Invalid {
        Invalid { fault: self, path: vec![Step::Field(field)] }
    }
}

/// A record under what it is about.
#[derive(Debug, Clone, PartialEq)]
pub struct Row<K, T> {
    pub key: K,
    pub record: T,
}

/// A segment of one side: the sides have different fields.
#[derive(Debug, Clone, PartialEq)]
pub struct ProductRow(pub Segment);

/// See [`ProductRow`].
#[derive(Debug, Clone, PartialEq)]
pub struct CustomerRow(pub Segment);

/// An answer to which criterion matters more.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Comparison {
    pub criterion: CriterionId,
    pub matters: Matters,
    pub beside: CriterionId,
}

/// A scenario and its limits.
#[derive(Debug, Clone, PartialEq)]
pub struct ScenarioRow {
    /// Without limits.
    pub scenario: Scenario,
    pub limits: Vec<Row<ReachKey, ContactLimits>>,
}

/// Everything in a project, as lists.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Rows {
    /// The project's own fields; its lists and maps are empty.
    pub head: Project,
    pub product_segments: Vec<ProductRow>,
    pub customer_segments: Vec<CustomerRow>,
    pub attributes: Vec<Attribute>,
    pub profiles: Vec<Row<SegmentId, Profile>>,
    pub values: Vec<Row<ValueKey, AttributeValue>>,
    pub cells: Vec<Row<CellKey, Cell>>,
    pub positions: Vec<Row<SegmentId, Position>>,
    pub beachhead: Option<BeachheadRow>,
    pub channels: Vec<Channel>,
    pub criteria: Vec<Criterion>,
    pub weighting: Weighting,
    pub comparisons: Vec<Comparison>,
    pub scores: Vec<Row<ScoreKey, Score>>,
    pub participants: Vec<Participant>,
    pub rounds: Vec<RoundRow>,
    pub reaches: Vec<Row<ReachKey, Reach>>,
    pub offers: Vec<Row<SegmentId, Offer>>,
    pub funnels: Vec<Row<SegmentId, Funnel>>,
    pub scenarios: Vec<ScenarioRow>,
    pub steps: Vec<NextStep>,
    pub set_aside: Vec<Row<FindingKey, SetAside>>,
    pub sizing: Sizing,
    pub roles: Vec<TeamRole>,
    pub tasks: Vec<Task>,
    pub duties: Vec<Row<DutyKey, Duty>>,
    pub follow_ups: Vec<FollowUp>,
    pub handlings: Vec<Row<HandlingKey, Handling>>,
    pub territories: Vec<Territory>,
    pub accounts: Vec<Account>,
}

fn rows<K: Ord + Clone, T: Clone>(map: &OrdMap<K, T>) -> Vec<Row<K, T>> {
    map.iter().map(|(key, record)| Row { key: key.clone(), record: record.clone() }).collect()
}

/// The rows as a map, without those that say nothing.
fn map<K: Ord + Clone, T: Record + Clone>(rows: Vec<Row<K, T>>) -> OrdMap<K, T> {
    rows.into_iter().filter(|row| !T::TABLE.is_blank(&row.record)).map(|row| (row.key, row.record)).collect()
}

impl From<&Project> for Rows {
    fn from(project: &Project) -> Self {
        let Project {
            name,
            currency,
            margin,
            matrix,
            positions,
            beachhead,
            market,
            channels,
            decision,
            plan,
            agenda,
            team,
        } = project;
        let Market { profiles, attributes, values } = market;
        let Decision { criteria, weighting, comparisons, scores, participants, rounds } = decision;
        let Plan { reaches, offers, funnels, scenarios } = plan;
        let Team { sizing, roles, tasks, duties, follow_ups, handlings, territories, accounts } = team;
        let comparison = |(pair, matters): (&Pair, &Matters)| Comparison {
            criterion: pair.first(),
            matters: *matters,
            beside: pair.second(),
        };
        let scenario = |scenario: &Scenario| ScenarioRow {
            limits: rows(&scenario.limits),
            scenario: Scenario { limits: OrdMap::new(), ..scenario.clone() },
        };
        Self {
            head: Project { name: name.clone(), currency: currency.clone(), margin: *margin, ..Project::default() },
            product_segments: matrix.products.iter().cloned().map(ProductRow).collect(),
            customer_segments: matrix.customers.iter().cloned().map(CustomerRow).collect(),
            attributes: attributes.iter().cloned().collect(),
            profiles: rows(profiles),
            values: rows(values),
            cells: rows(&matrix.cells),
            positions: rows(positions),
            beachhead: beachhead.as_ref().map(BeachheadRow::from),
            channels: channels.iter().cloned().collect(),
            criteria: criteria.iter().cloned().collect(),
            weighting: *weighting,
            comparisons: comparisons.iter().map(comparison).collect(),
            scores: rows(scores),
            participants: participants.iter().cloned().collect(),
            rounds: rounds.iter().map(RoundRow::from).collect(),
            reaches: rows(reaches),
            offers: rows(offers),
            funnels: rows(funnels),
            scenarios: scenarios.iter().map(scenario).collect(),
            steps: agenda.steps.iter().cloned().collect(),
            set_aside: rows(&agenda.set_aside),
            sizing: *sizing,
            roles: roles.iter().cloned().collect(),
            tasks: tasks.iter().cloned().collect(),
            duties: rows(duties),
            follow_ups: follow_ups.iter().cloned().collect(),
            handlings: rows(handlings),
            territories: territories.iter().cloned().collect(),
            accounts: accounts.iter().cloned().collect(),
        }
    }
}

impl TryFrom<Rows> for Project {
    type Error = Invalid;

    fn try_from(rows: Rows) -> Result<Self, Invalid> {
        rows.check()?;
        let comparison = |comparison: &Comparison| {
            let (pair, is_swapped) = Pair::of(comparison.criterion, comparison.beside)?;
            Some((pair, if is_swapped { comparison.matters.reversed() } else { comparison.matters }))
        };
        let scenario = |row: ScenarioRow| Scenario { limits: map(row.limits), ..row.scenario };
        Ok(Self {
            matrix: Matrix::new(
                rows.product_segments.into_iter().map(|row| row.0).collect(),
                rows.customer_segments.into_iter().map(|row| row.0).collect(),
                map(rows.cells),
            ),
            market: Market {
                profiles: map(rows.profiles),
                attributes: rows.attributes.into(),
                values: (rows.values.into_iter())
                    .filter(|row| !row.record.is_blank())
                    .map(|row| (row.key, row.record))
                    .collect(),
            },
            positions: map(rows.positions),
            beachhead: rows.beachhead.map(Beachhead::from),
            channels: rows.channels.into(),
            decision: Decision {
                criteria: rows.criteria.into(),
                weighting: rows.weighting,
                comparisons: rows.comparisons.iter().filter_map(comparison).collect(),
                scores: rows.scores.into_iter().map(|row| (row.key, row.record)).collect(),
                participants: rows.participants.into(),
                rounds: rows.rounds.into_iter().map(Round::from).collect(),
            },
            plan: Plan {
                reaches: map(rows.reaches),
                offers: map(rows.offers),
                funnels: map(rows.funnels),
                scenarios: rows.scenarios.into_iter().map(scenario).collect(),
            },
            agenda: Agenda {
                steps: rows.steps.into(),
                set_aside: rows.set_aside.into_iter().map(|row| (row.key, row.record)).collect(),
            },
            team: Team {
                sizing: rows.sizing,
                roles: rows.roles.into(),
                tasks: rows.tasks.into(),
                duties: map(rows.duties),
                follow_ups: rows.follow_ups.into(),
                handlings: map(rows.handlings),
                territories: rows.territories.into(),
                accounts: rows.accounts.into(),
            },
            ..rows.head
        })
    }
}

/// What rows may name.
#[derive(Default)]
struct Known {
    sides: HashMap<SegmentId, Axis>,
    channels: HashSet<ChannelId>,
    /// The levels of each criterion.
    criteria: HashMap<CriterionId, u8>,
    scenarios: HashSet<ScenarioId>,
}

impl Known {
    fn segment(&self, axis: Axis, id: SegmentId) -> Result<(), Invalid> {
        let name = match axis {
            Axis::Product => "product",
            Axis::Customer => "customer",
        };
        if self.sides.get(&id) == Some(&axis) { Ok(()) } else { Err(Fault::UnknownSegment(id).at(name)) }
    }

    fn cell(&self, cell: CellKey) -> Result<(), Invalid> {
        self.segment(Axis::Product, cell.product)?;
        self.segment(Axis::Customer, cell.customer)
    }

    fn reach(&self, key: ReachKey) -> Result<(), Invalid> {
        self.segment(Axis::Customer, key.customer)?;
        if self.channels.contains(&key.channel) {
            return Ok(());
        }
        Err(Fault::UnknownChannel(key.channel).at("channel"))
    }

    fn about(&self, about: About) -> Result<(), Invalid> {
        about.product.map_or(Ok(()), |id| self.segment(Axis::Product, id))?;
        about.customer.map_or(Ok(()), |id| self.segment(Axis::Customer, id))?;
        if let Some(id) = about.channel.filter(|id| !self.channels.contains(id)) {
            return Err(Fault::UnknownChannel(id).at("channel"));
        }
        about.criterion.map_or(Ok(()), |id| self.levels(id, "criterion").map(|_| ()))?;
        match about.scenario.filter(|id| !self.scenarios.contains(id)) {
            Some(id) => Err(Fault::UnknownScenario(id).at("scenario")),
            None => Ok(()),
        }
    }

    fn levels(&self, id: CriterionId, field: &'static str) -> Result<u8, Invalid> {
        self.criteria.get(&id).copied().ok_or_else(|| Fault::UnknownCriterion(id).at(field))
    }

    fn side(&mut self, axis: Axis, segment: &Segment) -> Result<(), Invalid> {
        if self.sides.insert(segment.id, axis).is_some() {
            return Err(Fault::DuplicateSegment(segment.id).at("id"));
        }
        Ok(Segment::table(axis).check(segment)?)
    }
}

/// Checks each row of a list.
fn each<T>(list: &'static str, rows: &[T], mut check: impl FnMut(&T) -> Result<(), Invalid>) -> Result<(), Invalid> {
    let found = rows.iter().enumerate().find_map(|(index, row)| Some((index, check(row).err()?)));
    found.map_or(Ok(()), |(index, invalid)| Err(invalid.within(list, index)))
}

/// No two rows of a list have the same key.
fn once<T, K: Ord + Hash>(
    list: &'static str,
    rows: &[T],
    key: impl Fn(&T) -> K,
    invalid: impl Fn(K) -> Invalid,
) -> Result<(), Invalid> {
    // Written files are sorted, which is cheaper to see.
    if rows.is_sorted_by(|a, b| key(a) < key(b)) {
        return Ok(());
    }
    let mut seen = HashSet::with_capacity(rows.len());
    each(list, rows, |row| if seen.insert(key(row)) { Ok(()) } else { Err(invalid(key(row))) })
}

/// The rows of a map: their keys are known, no key is there twice, and each record is valid.
fn keyed<K: Clone + Ord + Hash, T: Record>(
    list: &'static str,
    rows: &[Row<K, T>],
    twice: Fault,
    check_key: impl Fn(K) -> Result<(), Invalid>,
) -> Result<(), Invalid> {
    each(list, rows, |row| {
        check_key(row.key.clone())?;
        Ok(T::TABLE.check(&row.record)?)
    })?;
    once(list, rows, |row| row.key.clone(), |_| twice.into())
}

/// Records with ids of their own.
fn listed<T: Record, I: Copy + Ord + Hash>(
    list: &'static str,
    rows: &[T],
    id: impl Fn(&T) -> I,
    twice: impl Fn(I) -> Fault,
) -> Result<(), Invalid> {
    each(list, rows, |row| Ok(T::TABLE.check(row)?))?;
    once(list, rows, id, |id| twice(id).at("id"))
}

impl Rows {
    /// The first fault, by the order of a file.
    pub fn check(&self) -> Result<(), Invalid> {
        Project::TABLE.check(&self.head)?;
        let mut known = Known::default();
        each("product_segments", &self.product_segments, |row| known.side(Axis::Product, &row.0))?;
        each("customer_segments", &self.customer_segments, |row| known.side(Axis::Customer, &row.0))?;
        listed("attributes", &self.attributes, |attribute| attribute.id, Fault::DuplicateAttribute)?;
        keyed("profiles", &self.profiles, Fault::DuplicateEntry, |id| known.segment(Axis::Customer, id))?;
        self.check_values(&known)?;
        keyed("cells", &self.cells, Fault::DuplicateCell, |key| known.cell(key))?;
        keyed("positions", &self.positions, Fault::DuplicateEntry, |id| known.segment(Axis::Product, id))?;
        self.check_beachhead(&known)?;
        listed("channels", &self.channels, |channel| channel.id, Fault::DuplicateChannel)?;
        known.channels = self.channels.iter().map(|channel| channel.id).collect();
        listed("criteria", &self.criteria, |criterion| criterion.id, Fault::DuplicateCriterion)?;
        known.criteria = self.criteria.iter().map(|criterion| (criterion.id, criterion.levels())).collect();
        self.check_comparisons(&known)?;
        keyed("scores", &self.scores, Fault::DuplicateScore, |key| {
            known.cell(key.cell)?;
            known.levels(key.criterion, "criterion").map(|_| ())
        })?;
        each("scores", &self.scores, |row| {
            let highest = known.levels(row.key.criterion, "criterion")?;
            check_level(row.record.level, highest).map_err(|fault| fault.at("level"))
        })?;
        listed("participants", &self.participants, |person| person.id, Fault::DuplicateParticipant)?;
        each("rounds", &self.rounds, |row| {
            let highest = match row.round.question {
                Question::Prio => Decision::HIGHEST_PRIO,
                Question::Score(criterion) => known.levels(criterion, "question")?,
            };
            row.check(highest, |cell| known.cell(cell))
        })?;
        once("rounds", &self.rounds, |row| row.round.id, |id| Fault::DuplicateRound(id).at("id"))?;
        keyed("reaches", &self.reaches, Fault::DuplicateEntry, |key| known.reach(key))?;
        keyed("offers", &self.offers, Fault::DuplicateEntry, |id| known.segment(Axis::Product, id))?;
        keyed("funnels", &self.funnels, Fault::DuplicateEntry, |id| known.segment(Axis::Customer, id))?;
        each("scenarios", &self.scenarios, |row| {
            keyed("limits", &row.limits, Fault::DuplicateEntry, |key| known.reach(key))?;
            Ok(Scenario::TABLE.check(&row.scenario)?)
        })?;
        once("scenarios", &self.scenarios, |row| row.scenario.id, |id| Fault::DuplicateScenario(id).at("id"))?;
        known.scenarios = self.scenarios.iter().map(|row| row.scenario.id).collect();
        listed("steps", &self.steps, |step| step.id, Fault::DuplicateStep)?;
        each("steps", &self.steps, |step| known.about(step.about))?;
        keyed("set_aside", &self.set_aside, Fault::DuplicateEntry, |key| known.about(key.about))?;
        self.check_team(&known)
    }
}

impl RoundRow {
    pub(super) fn check(
        &self,
        highest: u8,
        check_cell: impl Fn(CellKey) -> Result<(), Invalid>,
    ) -> Result<(), Invalid> {
        let people: Vec<_> = self.round.participants.iter().cloned().collect();
        Round::TABLE.check(&self.round)?;
        listed("participants", &people, |person| person.id, Fault::DuplicateParticipant)?;
        let known: HashSet<_> = people.iter().map(|person| person.id).collect();
        each("cells", &self.cells, |ballot| {
            check_cell(ballot.cell())?;
            each("votes", &ballot.votes, |vote| {
                if !known.contains(&vote.by) {
                    return Err(Fault::UnknownParticipant(vote.by).at("by"));
                }
                check_level(vote.vote, highest).map_err(|fault| fault.at("vote"))
            })?;
            once("votes", &ballot.votes, |vote| vote.by, |_| Fault::DuplicateVote.at("by"))
        })?;
        once("cells", &self.cells, Ballot::cell, |_| Fault::TwiceInRound.into())
    }
}

/// A score or a vote: 1 to the highest.
pub fn check_level(level: u8, highest: u8) -> Result<(), Fault> {
    if (1..=highest).contains(&level) { Ok(()) } else { Err(Fault::Level { level, highest }) }
}
