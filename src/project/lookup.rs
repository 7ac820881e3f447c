//! Places of records in a project, and writing to its maps so that snapshots stay shared.

use std::collections::HashSet;

use imbl::OrdMap;

use super::{
    AttributeId, Axis, Cell, CellKey, ChannelId, CommandError, CriterionId, DutyKey, Fault, Fit, HandlingKey, Project,
    ReachKey, RoundId, ScenarioId, SegmentId, Team, TeamId,
};

/// The place of a segment among those of its side. Cost: linear in the segments.
pub fn place(project: &Project, axis: Axis, id: SegmentId) -> Result<usize, CommandError> {
    project.matrix.find(axis, id).map(|(place, _)| place).ok_or(CommandError::UnknownSegment(id))
}

pub fn channel_place(project: &Project, id: ChannelId) -> Result<usize, CommandError> {
    project.channel(id).map(|(place, _)| place).ok_or(CommandError::UnknownChannel(id))
}

pub fn criterion_place(project: &Project, id: CriterionId) -> Result<usize, CommandError> {
    project.decision.criterion(id).map(|(place, _)| place).ok_or(Fault::UnknownCriterion(id).into())
}

pub fn attribute_place(project: &Project, id: AttributeId) -> Result<usize, CommandError> {
    project.market.attribute(id).map(|(place, _)| place).ok_or(Fault::UnknownAttribute(id).into())
}

pub fn round_place(project: &Project, id: RoundId) -> Result<usize, CommandError> {
    project.decision.round(id).map(|(place, _)| place).ok_or(CommandError::UnknownRound(id))
}

pub fn scenario_place(project: &Project, id: ScenarioId) -> Result<usize, CommandError> {
    project.plan.scenario(id).map(|(place, _)| place).ok_or(CommandError::UnknownScenario(id))
}

/// Both segments of the cell are there.
pub fn known_cell(project: &Project, key: CellKey) -> Result<(), CommandError> {
    place(project, Axis::Product, key.product)?;
    place(project, Axis::Customer, key.customer)?;
    Ok(())
}

/// The segment and the channel are there.
pub fn known_pair(project: &Project, key: ReachKey) -> Result<(), CommandError> {
    place(project, Axis::Customer, key.customer)?;
    channel_place(project, key.channel)?;
    Ok(())
}

/// The role and the task are there.
pub fn known_duty(team: &Team, key: DutyKey) -> Result<(), CommandError> {
    let missing = [TeamId::Role(key.role), TeamId::Task(key.task)].into_iter().find(|id| team.place(*id).is_none());
    missing.map_or(Ok(()), |id| Err(Fault::UnknownEntry(id).into()))
}

/// The role and the customer segment are there.
pub fn known_handling(project: &Project, key: HandlingKey) -> Result<(), CommandError> {
    let role = TeamId::Role(key.role);
    project.team.place(role).ok_or(Fault::UnknownEntry(role))?;
    place(project, Axis::Customer, key.customer)?;
    Ok(())
}

/// All of the ids are segments of that side. One pass over the segments, however many ids.
pub fn require(project: &Project, axis: Axis, ids: impl Iterator<Item = SegmentId>) -> Result<(), CommandError> {
    let known: HashSet<_> = project.matrix.segments(axis).iter().map(|segment| segment.id).collect();
    for id in ids {
        if !known.contains(&id) {
            return Err(CommandError::UnknownSegment(id));
        }
    }
    Ok(())
}

/// Stores a value unless it is blank: then the entry is removed. Writes nothing when nothing changes.
pub fn put<K: Ord + Clone, V: Clone + PartialEq>(map: &mut OrdMap<K, V>, key: K, value: V, is_blank: fn(&V) -> bool) {
    if map.get(&key).map_or_else(|| is_blank(&value), |old| *old == value) {
        return;
    }
    if is_blank(&value) {
        map.remove(&key);
    } else {
        map.insert(key, value);
    }
}

/// Drops cells from the beachhead and its follow-ons. Without the beachhead there are no follow-ons.
pub fn drop_cells(project: &mut Project, is_gone: impl Fn(&CellKey) -> bool) {
    let Some(beachhead) = &mut project.beachhead else { return };
    if is_gone(&beachhead.cell) {
        project.beachhead = None;
    } else if beachhead.follow_ons.iter().any(&is_gone) {
        beachhead.follow_ons.retain(|cell| !is_gone(cell));
    }
}

/// Stores a cell; an empty note is none. A cell without a fit is neither beachhead nor follow-on.
pub fn set_cell(project: &mut Project, key: CellKey, mut cell: Cell) {
    cell.note = cell.note.filter(|note| !note.is_empty());
    if cell.fit == Fit::No {
        drop_cells(project, |gone| *gone == key);
    }
    put(&mut project.matrix.cells, key, cell, Cell::is_blank);
}
