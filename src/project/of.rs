//! Records by address: their fields are read and set without knowing the record's type.

use super::agenda::step_place;
use super::describe;
use super::field::{Record, Table};
use super::lookup::{
    attribute_place, channel_place, criterion_place, known_cell, known_pair, place, put, round_place, scenario_place,
    set_cell,
};
use super::{
    Attribute, AttributeId, Axis, Cell, CellKey, Channel, ChannelId, CommandError, ContactLimits, Criterion,
    CriterionId, Fault, FieldInfo, FieldValue, Funnel, NextStep, Offer, Participant, ParticipantId, Position, Profile,
    Project, Reach, ReachKey, Round, RoundId, Scenario, ScenarioId, Score, ScoreKey, Segment, SegmentId, StepId,
};

/// The record that a field belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Of {
    Project,
    Segment(Axis, SegmentId),
    /// By customer segment.
    Profile(SegmentId),
    Attribute(AttributeId),
    Cell(CellKey),
    Channel(ChannelId),
    Criterion(CriterionId),
    /// A cell without a score gets no reason: setting one changes nothing.
    Score(ScoreKey),
    Participant(ParticipantId),
    Round(RoundId),
    Reach(ReachKey),
    /// By product segment.
    Position(SegmentId),
    /// By product segment.
    Offer(SegmentId),
    /// By customer segment.
    Funnel(SegmentId),
    Scenario(ScenarioId),
    Limits(ScenarioId, ReachKey),
    Step(StepId),
}

impl Of {
    /// The fields of such a record, in order.
    pub fn fields(self) -> Vec<FieldInfo> {
        self.with_rows(|count, row| (0..count).map(row).collect())
    }

    /// The field of that name.
    pub fn field(self, name: &str) -> Option<FieldInfo> {
        self.with_rows(|count, row| (0..count).map(row).find(|field| field.name.name == name))
    }

    /// Hands the number of fields and a way to get each to `take`.
    fn with_rows<R>(self, take: impl FnOnce(usize, &dyn Fn(usize) -> FieldInfo) -> R) -> R {
        fn rows<T, R>(table: &'static Table<T>, take: impl FnOnce(usize, &dyn Fn(usize) -> FieldInfo) -> R) -> R {
            take(table.fields.len(), &|place| table.fields[place].info())
        }
        match self {
            Self::Project => rows(Project::TABLE, take),
            Self::Segment(axis, _) => rows(Segment::table(axis), take),
            Self::Profile(_) => rows(Profile::TABLE, take),
            Self::Attribute(_) => rows(Attribute::TABLE, take),
            Self::Cell(_) => rows(Cell::TABLE, take),
            Self::Channel(_) => rows(Channel::TABLE, take),
            Self::Criterion(_) => rows(Criterion::TABLE, take),
            Self::Score(_) => rows(Score::TABLE, take),
            Self::Participant(_) => rows(Participant::TABLE, take),
            Self::Round(_) => rows(Round::TABLE, take),
            Self::Reach(_) => rows(Reach::TABLE, take),
            Self::Position(_) => rows(Position::TABLE, take),
            Self::Offer(_) => rows(Offer::TABLE, take),
            Self::Funnel(_) => rows(Funnel::TABLE, take),
            Self::Scenario(_) => rows(Scenario::TABLE, take),
            Self::Limits(..) => rows(ContactLimits::TABLE, take),
            Self::Step(_) => rows(NextStep::TABLE, take),
        }
    }

    /// A field's value; none when the record isn't there or has no such field.
    pub fn get(self, project: &Project, field: &str) -> Option<FieldValue> {
        fn of<T>(table: &Table<T>, record: &T, field: &str) -> Option<FieldValue> {
            table.find(field).map(|row| row.get(record))
        }
        let (decision, plan) = (&project.decision, &project.plan);
        match self {
            Self::Project => of(Project::TABLE, project, field),
            Self::Segment(axis, id) => of(Segment::table(axis), project.matrix.find(axis, id)?.1, field),
            Self::Profile(id) => {
                place(project, Axis::Customer, id).ok()?;
                of(Profile::TABLE, &project.market.profile(id), field)
            }
            Self::Attribute(id) => of(Attribute::TABLE, project.market.attribute(id)?.1, field),
            Self::Cell(key) => {
                known_cell(project, key).ok()?;
                of(Cell::TABLE, project.matrix.cell(key), field)
            }
            Self::Channel(id) => of(Channel::TABLE, project.channel(id)?.1, field),
            Self::Criterion(id) => of(Criterion::TABLE, decision.criterion(id)?.1, field),
            Self::Score(key) => of(Score::TABLE, decision.scores.get(&key)?, field),
            Self::Participant(id) => {
                of(Participant::TABLE, decision.participants.iter().find(|one| one.id == id)?, field)
            }
            Self::Round(id) => of(Round::TABLE, decision.round(id)?.1, field),
            Self::Reach(key) => {
                known_pair(project, key).ok()?;
                of(Reach::TABLE, plan.reach(key), field)
            }
            Self::Position(id) => {
                place(project, Axis::Product, id).ok()?;
                of(Position::TABLE, project.position(id), field)
            }
            Self::Offer(id) => {
                place(project, Axis::Product, id).ok()?;
                of(Offer::TABLE, &plan.offer(id), field)
            }
            Self::Funnel(id) => {
                place(project, Axis::Customer, id).ok()?;
                of(Funnel::TABLE, &plan.funnel(id), field)
            }
            Self::Scenario(id) => of(Scenario::TABLE, plan.scenario(id)?.1, field),
            Self::Limits(id, key) => {
                known_pair(project, key).ok()?;
                of(ContactLimits::TABLE, &plan.scenario(id)?.1.limits(key), field)
            }
            Self::Step(id) => of(NextStep::TABLE, project.agenda.step(id)?.1, field),
        }
    }

    /// Sets a field. Leaves the project as it was on error, and writes nothing when nothing changes.
    pub(super) fn set(
        self,
        project: &mut Project,
        field: &'static str,
        value: &FieldValue,
    ) -> Result<(), CommandError> {
        let new = Change { field, value };
        match self {
            Self::Project => {
                if let Some(changed) = new.of(Project::TABLE, project)? {
                    *project = changed;
                }
            }
            Self::Segment(axis, id) => {
                let place = place(project, axis, id)?;
                let segments = project.matrix.segments_mut(axis);
                if let Some(segment) = new.of(Segment::table(axis), &segments[place])? {
                    segments.set(place, segment);
                }
            }
            Self::Profile(id) => {
                place(project, Axis::Customer, id)?;
                if let Some(profile) = new.of(Profile::TABLE, &project.market.profile(id))? {
                    put(&mut project.market.profiles, id, profile, Profile::is_blank);
                }
            }
            Self::Attribute(id) => {
                let place = attribute_place(project, id)?;
                if let Some(attribute) = new.of(Attribute::TABLE, &project.market.attributes[place])? {
                    return describe::set_attribute(project, &attribute);
                }
            }
            Self::Cell(key) => {
                known_cell(project, key)?;
                if let Some(cell) = new.of(Cell::TABLE, project.matrix.cell(key))? {
                    set_cell(project, key, cell);
                }
            }
            Self::Channel(id) => {
                let place = channel_place(project, id)?;
                if let Some(channel) = new.of(Channel::TABLE, &project.channels[place])? {
                    project.channels.set(place, channel);
                }
            }
            Self::Criterion(id) => {
                let place = criterion_place(project, id)?;
                if let Some(criterion) = new.of(Criterion::TABLE, &project.decision.criteria[place])? {
                    project.decision.criteria.set(place, criterion);
                }
            }
            Self::Score(key) => {
                known_cell(project, key.cell)?;
                criterion_place(project, key.criterion)?;
                let scores = &mut project.decision.scores;
                if let Some(score) = scores.get(&key).map(|score| new.of(Score::TABLE, score)).transpose()?.flatten() {
                    scores.insert(key, score);
                }
            }
            Self::Participant(id) => {
                let people = &mut project.decision.participants;
                let place = people.iter().position(|one| one.id == id).ok_or(Fault::UnknownParticipant(id))?;
                if let Some(participant) = new.of(Participant::TABLE, &people[place])? {
                    people.set(place, participant);
                }
            }
            Self::Round(id) => {
                let place = round_place(project, id)?;
                if let Some(round) = new.of(Round::TABLE, &project.decision.rounds[place])? {
                    project.decision.rounds.set(place, round);
                }
            }
            Self::Reach(key) => {
                known_pair(project, key)?;
                if let Some(reach) = new.of(Reach::TABLE, project.plan.reach(key))? {
                    put(&mut project.plan.reaches, key, reach, Reach::is_blank);
                }
            }
            Self::Position(id) => {
                place(project, Axis::Product, id)?;
                if let Some(position) = new.of(Position::TABLE, project.position(id))? {
                    put(&mut project.positions, id, position, Position::is_blank);
                }
            }
            Self::Offer(id) => {
                place(project, Axis::Product, id)?;
                if let Some(offer) = new.of(Offer::TABLE, &project.plan.offer(id))? {
                    put(&mut project.plan.offers, id, offer, Offer::is_blank);
                }
            }
            Self::Funnel(id) => {
                place(project, Axis::Customer, id)?;
                if let Some(funnel) = new.of(Funnel::TABLE, &project.plan.funnel(id))? {
                    put(&mut project.plan.funnels, id, funnel, Funnel::is_blank);
                }
            }
            Self::Scenario(id) => {
                let place = scenario_place(project, id)?;
                if let Some(scenario) = new.of(Scenario::TABLE, &project.plan.scenarios[place])? {
                    project.plan.scenarios.set(place, scenario);
                }
            }
            Self::Limits(id, key) => {
                known_pair(project, key)?;
                let place = scenario_place(project, id)?;
                let limits = project.plan.scenarios[place].limits(key);
                if let Some(limits) = new.of(ContactLimits::TABLE, &limits)? {
                    put(&mut project.plan.scenarios[place].limits, key, limits, ContactLimits::is_blank);
                }
            }
            Self::Step(id) => {
                let place = step_place(project, id)?;
                if let Some(step) = new.of(NextStep::TABLE, &project.agenda.steps[place])? {
                    project.agenda.steps.set(place, step);
                }
            }
        }
        Ok(())
    }
}

struct Change<'a> {
    field: &'static str,
    value: &'a FieldValue,
}

impl Change<'_> {
    /// The record with the value, checked; none when the field has it already.
    fn of<T: Clone>(&self, table: &Table<T>, record: &T) -> Result<Option<T>, CommandError> {
        let unknown = CommandError::UnknownField(self.field);
        let row = table.find(self.field).ok_or(unknown.clone())?;
        let mut changed = record.clone();
        row.set(&mut changed, self.value.clone()).map_err(|_| unknown)?;
        table.check(&changed)?;
        Ok((row.get(&changed) != row.get(record)).then_some(changed))
    }
}
