//! Records by address: their fields are read and set without knowing the record's type.

use super::agenda_edit::step_place;
use super::describe;
use super::field::{Record, Table};
use super::lookup::{
    attribute_place, channel_place, criterion_place, known_cell, known_duty, known_handling, known_pair, place, put,
    round_place, scenario_place, set_cell,
};
use super::{
    Account, AccountId, Attribute, AttributeId, Axis, Cell, CellKey, Channel, ChannelId, CommandError, ContactLimits,
    Criterion, CriterionId, Duty, DutyKey, Fault, FieldInfo, FieldValue, FollowUp, FollowUpId, Funnel, Handling,
    HandlingKey, NextStep, Offer, Participant, ParticipantId, Position, Profile, Project, Reach, ReachKey, RoleId,
    Round, RoundId, Scenario, ScenarioId, Score, ScoreKey, Segment, SegmentId, Sizing, StepId, Task, TaskId, TeamId,
    TeamRole, Territory, TerritoryId,
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
    Sizing,
    Role(RoleId),
    Task(TaskId),
    Duty(DutyKey),
    FollowUp(FollowUpId),
    Handling(HandlingKey),
    Territory(TerritoryId),
    Account(AccountId),
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
            Self::Sizing => rows(Sizing::TABLE, take),
            Self::Role(_) => rows(TeamRole::TABLE, take),
            Self::Task(_) => rows(Task::TABLE, take),
            Self::Duty(_) => rows(Duty::TABLE, take),
            Self::FollowUp(_) => rows(FollowUp::TABLE, take),
            Self::Handling(_) => rows(Handling::TABLE, take),
            Self::Territory(_) => rows(Territory::TABLE, take),
            Self::Account(_) => rows(Account::TABLE, take),
        }
    }

    /// A field's value; none when the record isn't there or has no such field.
    pub fn get(self, project: &Project, field: &str) -> Option<FieldValue> {
        fn of<T>(table: &Table<T>, record: &T, field: &str) -> Option<FieldValue> {
            table.find(field).map(|row| row.get(record))
        }
        let (decision, plan, team) = (&project.decision, &project.plan, &project.team);
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
            Self::Sizing => of(Sizing::TABLE, &team.sizing, field),
            Self::Role(id) => of(TeamRole::TABLE, team.role(id)?, field),
            Self::Task(id) => of(Task::TABLE, team.tasks.iter().find(|one| one.id == id)?, field),
            Self::Duty(key) => {
                known_duty(team, key).ok()?;
                of(Duty::TABLE, &team.duty(key), field)
            }
            Self::FollowUp(id) => of(FollowUp::TABLE, team.follow_ups.iter().find(|one| one.id == id)?, field),
            Self::Handling(key) => {
                known_handling(project, key).ok()?;
                of(Handling::TABLE, &team.handling(key), field)
            }
            Self::Territory(id) => of(Territory::TABLE, team.territories.iter().find(|one| one.id == id)?, field),
            Self::Account(id) => of(Account::TABLE, team.accounts.iter().find(|one| one.id == id)?, field),
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
            Self::Sizing => {
                if let Some(sizing) = new.of(Sizing::TABLE, &project.team.sizing)? {
                    project.team.sizing = sizing;
                }
            }
            Self::Role(id) => {
                new.in_list(TeamRole::TABLE, &mut project.team.roles, |one| one.id == id, TeamId::Role(id))?;
            }
            Self::Task(id) => {
                new.in_list(Task::TABLE, &mut project.team.tasks, |one| one.id == id, TeamId::Task(id))?;
            }
            Self::FollowUp(id) => {
                let list = &mut project.team.follow_ups;
                new.in_list(FollowUp::TABLE, list, |one| one.id == id, TeamId::FollowUp(id))?;
            }
            Self::Territory(id) => {
                let list = &mut project.team.territories;
                new.in_list(Territory::TABLE, list, |one| one.id == id, TeamId::Territory(id))?;
            }
            Self::Account(id) => {
                new.in_list(Account::TABLE, &mut project.team.accounts, |one| one.id == id, TeamId::Account(id))?;
            }
            Self::Duty(key) => {
                known_duty(&project.team, key)?;
                if let Some(duty) = new.of(Duty::TABLE, &project.team.duty(key))? {
                    put(&mut project.team.duties, key, duty, |duty| Duty::TABLE.is_blank(duty));
                }
            }
            Self::Handling(key) => {
                known_handling(project, key)?;
                if let Some(handling) = new.of(Handling::TABLE, &project.team.handling(key))? {
                    put(&mut project.team.handlings, key, handling, |handling| Handling::TABLE.is_blank(handling));
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
    /// Sets the field of the record in a list that `is_it`.
    fn in_list<T: Clone>(
        &self,
        table: &Table<T>,
        list: &mut imbl::Vector<T>,
        is_it: impl Fn(&T) -> bool,
        id: TeamId,
    ) -> Result<(), CommandError> {
        let place = list.iter().position(is_it).ok_or(Fault::UnknownEntry(id))?;
        if let Some(changed) = self.of(table, &list[place])? {
            list.set(place, changed);
        }
        Ok(())
    }

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
