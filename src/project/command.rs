//! Every way a project changes.

use std::collections::HashSet;
use std::sync::atomic::{AtomicU64, Ordering};

use super::field::Record;
use super::lookup::{channel_place, drop_cells, place, require, scenario_place, set_cell};
use super::{
    AgendaEdit, Axis, Cell, CellKey, Channel, ChannelId, CommandError, Decide, Describe, Fault, FieldValue, Fit,
    MarketQuestion, Message, Of, Project, SalesFrom, Scenario, ScenarioId, Segment, SegmentId, Staff,
};
use super::{agenda_edit, bowling, decide, describe, planning, staff};

/// One change of a project. A command that fails leaves the project as it was.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Sets a field of one or more records to the same value.
    Set {
        of: Vec<Of>,
        /// A name from the records' table.
        field: &'static str,
        value: FieldValue,
    },
    /// Inserts segments before the place `at`; a place past the end means the end.
    AddSegments {
        axis: Axis,
        at: usize,
        segments: Vec<Segment>,
    },
    /// Moves segments, keeping their order, so that the first is at `to` in the list without them; past the end means
    /// the end.
    MoveSegments {
        axis: Axis,
        ids: Vec<SegmentId>,
        to: usize,
    },
    /// Inserts a copy behind the segment, with its fields, cells, scores and plans.
    DuplicateSegment {
        axis: Axis,
        id: SegmentId,
        /// The copy's id and name.
        copy: Segment,
    },
    /// Divides a customer segment in two: inserts a copy behind it, and takes back the answers to whether it is one market,
    /// which were about the whole. Their notes stay.
    SplitSegment {
        id: SegmentId,
        /// The copy's id and name.
        copy: Segment,
    },
    /// Removes segments and everything that refers to them.
    RemoveSegments {
        axis: Axis,
        ids: Vec<SegmentId>,
    },
    /// Sets the fit of every cell of products × customers; notes stay.
    SetFit {
        products: Vec<SegmentId>,
        customers: Vec<SegmentId>,
        fit: Fit,
    },
    /// Replaces cells one by one, as a paste or a stroke of the brush does.
    SetCells(Vec<(CellKey, Cell)>),
    /// Chooses the cell that everything is bet on first, or none. Follow-ons that are beside the new one stay.
    SetBeachhead(Option<CellKey>),
    /// Replaces the cells that follow the beachhead, in order.
    SetFollowOns(Vec<CellKey>),
    /// Inserts channels before the place `at`; a place past the end means the end.
    AddChannels {
        at: usize,
        channels: Vec<Channel>,
    },
    /// Moves a channel to the place `to` in the list without it; past the end means the end.
    MoveChannel {
        id: ChannelId,
        to: usize,
    },
    RemoveChannels(Vec<ChannelId>),
    /// Inserts a scenario before the place `at`; a place past the end means the end.
    AddScenario {
        at: usize,
        scenario: Scenario,
    },
    RemoveScenarios(Vec<ScenarioId>),
    /// Changes criteria, scores or rounds.
    Decide(Decide),
    /// Changes the team's own attributes of customer segments.
    Describe(Describe),
    /// Puts another state in place of the project, as when its file is read again.
    Replace(Box<Project>, Replaced),
    /// Changes next steps, or which findings are set aside.
    Agenda(AgendaEdit),
    /// Changes the team's lists.
    Staff(Staff),
    /// Several as one: all of them, or none. The first gives the step its name.
    All(Vec<Command>),
}

/// Why a project is replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Replaced {
    /// Another program has changed the file.
    Reloaded,
    /// An earlier version is restored.
    Restored,
}

impl From<Decide> for Command {
    fn from(decide: Decide) -> Self {
        Self::Decide(decide)
    }
}

impl From<Describe> for Command {
    fn from(describe: Describe) -> Self {
        Self::Describe(describe)
    }
}

impl From<Staff> for Command {
    fn from(staff: Staff) -> Self {
        Self::Staff(staff)
    }
}

/// Edits that belong to one movement of the hand, as a drag or the typing in one field, are one step of undo.
///
/// Whoever starts such a movement takes a new one from [`Gesture::start`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Gesture(u64);

impl Gesture {
    /// A gesture that no other edit belongs to yet.
    pub fn start() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        Self(NEXT.fetch_add(1, Ordering::Relaxed))
    }
}

type Outcome = Result<(), CommandError>;

impl Command {
    pub fn set(of: Of, field: &'static str, value: impl Into<FieldValue>) -> Self {
        Self::set_all([of], field, value)
    }

    pub fn set_all(of: impl IntoIterator<Item = Of>, field: &'static str, value: impl Into<FieldValue>) -> Self {
        Self::Set { of: of.into_iter().collect(), field, value: value.into() }
    }

    /// The fields that differ, set to what they are in `after`.
    pub fn changes<T: Record>(of: Of, before: &T, after: &T) -> Self {
        let rows = T::TABLE.fields.iter().filter(|row| row.get(before) != row.get(after));
        Self::All(rows.map(|row| Self::set(of, row.name.name, row.get(after))).collect())
    }

    /// The command's name as undo and redo show it.
    pub fn name(&self) -> Message {
        Message::new(match self {
            Self::Set { field, .. } => {
                let key = super::all_fields().find(|known| known.name.name == *field).map(|known| known.name.key);
                return Message::new("command-set").with("field", Message::new(key.unwrap_or(field)));
            }
            Self::AddSegments { .. } => "command-add-segments",
            Self::MoveSegments { .. } => "command-move-segments",
            Self::DuplicateSegment { .. } => "command-duplicate-segment",
            Self::SplitSegment { .. } => "command-split-segment",
            Self::RemoveSegments { .. } => "command-remove-segments",
            Self::SetFit { fit: Fit::No, .. } => "command-clear-cells",
            Self::SetFit { fit: Fit::Undecided, .. } => "command-mark-cells",
            Self::SetFit { .. } => "command-set-prio",
            Self::SetCells(_) => "command-set-cells",
            Self::SetBeachhead(None) => "command-clear-beachhead",
            Self::SetBeachhead(Some(_)) => "command-set-beachhead",
            Self::SetFollowOns(_) => "command-set-follow-ons",
            Self::AddChannels { .. } => "command-add-channels",
            Self::MoveChannel { .. } => "command-move-channel",
            Self::RemoveChannels(_) => "command-remove-channels",
            Self::AddScenario { .. } => "command-add-scenario",
            Self::RemoveScenarios(_) => "command-remove-scenarios",
            Self::Decide(decide) => decide.key(),
            Self::Describe(describe) => describe.key(),
            Self::Replace(_, Replaced::Reloaded) => "command-reload",
            Self::Replace(_, Replaced::Restored) => "command-restore",
            Self::Agenda(edit) => edit.key(),
            Self::Staff(staff) => {
                let (key, kind) = staff.name();
                return Message::new(key).with("kind", kind);
            }
            Self::All(commands) => return commands.first().map_or(Message::new("command-nothing"), Self::name),
        })
    }

    /// Changes the project, or says why not and leaves it as it was.
    pub fn apply(&self, project: &mut Project) -> Outcome {
        match self {
            Self::Set { of, field, value } => match &of[..] {
                [of] => return of.set(project, field, value),
                all => {
                    let mut changed = project.clone();
                    all.iter().try_for_each(|of| of.set(&mut changed, field, value))?;
                    *project = changed;
                }
            },
            Self::AddSegments { axis, at, segments } => return add_segments(project, *axis, *at, segments),
            Self::MoveSegments { axis, ids, to } => return move_segments(project, *axis, ids, *to),
            Self::DuplicateSegment { axis, id, copy } => return duplicate_segment(project, *axis, *id, copy),
            Self::SplitSegment { id, copy } => return split_segment(project, *id, copy),
            Self::RemoveSegments { axis, ids } => return remove_segments(project, *axis, ids),
            Self::SetFit { products, customers, fit } => return set_fit(project, products, customers, *fit),
            Self::SetCells(cells) => {
                require(project, Axis::Product, cells.iter().map(|(key, _)| key.product))?;
                require(project, Axis::Customer, cells.iter().map(|(key, _)| key.customer))?;
                cells.iter().try_for_each(|(_, cell)| Cell::TABLE.check(cell))?;
                for (key, cell) in cells {
                    set_cell(project, *key, cell.clone());
                }
            }
            Self::SetBeachhead(cell) => return bowling::set_beachhead(project, *cell),
            Self::SetFollowOns(cells) => return bowling::set_follow_ons(project, cells),
            Self::AddChannels { at, channels } => return add_channels(project, *at, channels),
            Self::MoveChannel { id, to } => {
                let place = channel_place(project, *id)?;
                let to = (*to).min(project.channels.len() - 1);
                if place != to {
                    let channel = project.channels.remove(place);
                    project.channels.insert(to, channel);
                }
            }
            Self::RemoveChannels(ids) => {
                ids.iter().try_for_each(|id| channel_place(project, *id).map(|_| ()))?;
                project.channels.retain(|channel| !ids.contains(&channel.id));
                planning::drop_channels(project, ids);
                agenda_edit::drop_unknown(project);
            }
            Self::Decide(decide) => return decide.apply(project),
            Self::Describe(describe) => return describe.apply(project),
            Self::Agenda(edit) => return edit.apply(project),
            Self::Staff(staff) => return staff.apply(project),
            Self::AddScenario { at, scenario } => return planning::add_scenario(project, *at, scenario),
            Self::RemoveScenarios(ids) => {
                ids.iter().try_for_each(|id| scenario_place(project, *id).map(|_| ()))?;
                project.plan.scenarios.retain(|scenario| !ids.contains(&scenario.id));
                agenda_edit::drop_unknown(project);
            }
            Self::Replace(with, _) => replace(project, with),
            Self::All(commands) => {
                let mut changed = project.clone();
                commands.iter().try_for_each(|command| command.apply(&mut changed))?;
                *project = changed;
            }
        }
        Ok(())
    }
}

/// Keeps the parts that are the same, so that snapshots share them.
fn replace(project: &mut Project, with: &Project) {
    let before = std::mem::replace(project, with.clone());
    if before.matrix.is_same(&project.matrix) {
        project.matrix = before.matrix;
    }
    if before.positions == project.positions {
        project.positions = before.positions;
    }
    if before.channels == project.channels {
        project.channels = before.channels;
    }
    if before.decision.is_same(&project.decision) {
        project.decision = before.decision;
    }
    if before.plan.is_same(&project.plan) {
        project.plan = before.plan;
    }
    if before.agenda.is_same(&project.agenda) {
        project.agenda = before.agenda;
    }
    if before.market == project.market {
        project.market = before.market;
    }
}

fn cell_key(axis: Axis, along: SegmentId, across: SegmentId) -> CellKey {
    match axis {
        Axis::Product => CellKey { product: along, customer: across },
        Axis::Customer => CellKey { product: across, customer: along },
    }
}

fn add_segments(project: &mut Project, axis: Axis, at: usize, segments: &[Segment]) -> Outcome {
    let matrix = &mut project.matrix;
    let mut known: HashSet<_> = matrix.products.iter().chain(&matrix.customers).map(|segment| segment.id).collect();
    for segment in segments {
        Segment::table(axis).check(segment)?;
        if !known.insert(segment.id) {
            return Err(Fault::DuplicateSegment(segment.id).into());
        }
    }
    let list = matrix.segments_mut(axis);
    let tail = list.split_off(at.min(list.len()));
    list.extend(segments.iter().cloned());
    list.append(tail);
    Ok(())
}

fn move_segments(project: &mut Project, axis: Axis, ids: &[SegmentId], to: usize) -> Outcome {
    require(project, axis, ids.iter().copied())?;
    let ids: HashSet<_> = ids.iter().copied().collect();
    let list = project.matrix.segments_mut(axis);
    let (moved, mut order): (Vec<_>, Vec<_>) = list.iter().cloned().partition(|segment| ids.contains(&segment.id));
    let to = to.min(order.len());
    order.splice(to..to, moved);
    // Only places that change are written, so that snapshots share the others.
    for (place, segment) in order.into_iter().enumerate() {
        if list[place].id != segment.id {
            list.set(place, segment);
        }
    }
    Ok(())
}

fn duplicate_segment(project: &mut Project, axis: Axis, id: SegmentId, copy: &Segment) -> Outcome {
    let place = place(project, axis, id)?;
    let mut segment = project.matrix.segments(axis)[place].clone();
    (segment.id, segment.name) = (copy.id, copy.name.clone());
    add_segments(project, axis, place + 1, &[segment])?;
    let other = match axis {
        Axis::Product => &project.matrix.customers,
        Axis::Customer => &project.matrix.products,
    };
    let copied: Vec<_> = other
        .iter()
        .filter_map(|across| {
            let cell = project.matrix.cells.get(&cell_key(axis, id, across.id))?;
            Some((cell_key(axis, copy.id, across.id), cell.clone()))
        })
        .collect();
    project.matrix.cells.extend(copied);
    decide::copy_scores(project, axis, id, copy.id);
    planning::copy_segment(project, axis, id, copy.id);
    if axis == Axis::Customer {
        describe::copy_segment(project, id, copy.id);
    }
    staff::copy_customer(project, id, copy.id);
    Ok(())
}

fn split_segment(project: &mut Project, id: SegmentId, copy: &Segment) -> Outcome {
    let mut changed = project.clone();
    duplicate_segment(&mut changed, Axis::Customer, id, copy)?;
    for question in MarketQuestion::ALL {
        for half in [id, copy.id] {
            Of::Profile(half).set(&mut changed, question.field, &FieldValue::Choice(None))?;
        }
    }
    *project = changed;
    Ok(())
}

fn remove_segments(project: &mut Project, axis: Axis, ids: &[SegmentId]) -> Outcome {
    require(project, axis, ids.iter().copied())?;
    let ids: HashSet<_> = ids.iter().copied().collect();
    let gone: Vec<_> = project.matrix.cells.keys().filter(|key| ids.contains(&key.on(axis))).copied().collect();
    for key in gone {
        project.matrix.cells.remove(&key);
    }
    project.matrix.segments_mut(axis).retain(|segment| !ids.contains(&segment.id));
    drop_cells(project, |cell| ids.contains(&cell.on(axis)));
    decide::drop_cells(project, axis, &ids);
    planning::drop_segments(project, axis, &ids);
    if axis == Axis::Customer {
        describe::drop_segments(project, &ids);
    }
    agenda_edit::drop_unknown(project);
    staff::drop_customers(project, &ids);
    Ok(())
}

fn set_fit(project: &mut Project, products: &[SegmentId], customers: &[SegmentId], fit: Fit) -> Outcome {
    require(project, Axis::Product, products.iter().copied())?;
    require(project, Axis::Customer, customers.iter().copied())?;
    if fit == Fit::No && products.len().saturating_mul(customers.len()) > project.matrix.cells.len() {
        // Clearing more than there is: visit what there is.
        let products: HashSet<_> = products.iter().collect();
        let customers: HashSet<_> = customers.iter().collect();
        let cleared: Vec<_> = (project.matrix.cells.iter())
            .filter(|(key, _)| products.contains(&key.product) && customers.contains(&key.customer))
            .map(|(key, cell)| (*key, Cell { fit, ..cell.clone() }))
            .collect();
        for (key, cell) in cleared {
            set_cell(project, key, cell);
        }
        return Ok(());
    }
    for product in products {
        for customer in customers {
            let key = CellKey { product: *product, customer: *customer };
            let cell = Cell { fit, ..project.matrix.cell(key).clone() };
            set_cell(project, key, cell);
        }
    }
    Ok(())
}

/// A channel as it is stored: the default way to sales per contact isn't said.
fn stored(channel: &Channel) -> Channel {
    let mut channel = channel.clone();
    channel.figures.sales_from = channel.figures.sales_from.filter(|from| *from != SalesFrom::default());
    channel
}

fn add_channels(project: &mut Project, at: usize, channels: &[Channel]) -> Outcome {
    let mut known: HashSet<_> = project.channels.iter().map(|channel| channel.id).collect();
    for channel in channels {
        Channel::TABLE.check(channel)?;
        if !known.insert(channel.id) {
            return Err(Fault::DuplicateChannel(channel.id).into());
        }
    }
    let tail = project.channels.split_off(at.min(project.channels.len()));
    project.channels.extend(channels.iter().map(stored));
    project.channels.append(tail);
    Ok(())
}

#[cfg(test)]
#[path = "command_tests.rs"]
mod tests;
