//! Every way a project changes.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use thiserror::Error;

use super::check::Fault;
use super::field::{Record, Unit, Wrong, field_name};
use super::{
    Axis, Cell, CellKey, Channel, ChannelId, Decide, Fit, Message, Planning, Project, RoundId, SalesFrom, ScenarioId,
    Segment, SegmentId,
};
use super::{decide, planning};

/// One change of a project. A command that fails leaves the project as it was.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Call the project that.
    SetName(Arc<str>),
    /// Reckon in that currency.
    SetCurrency(Arc<str>),
    /// Reckon with that contribution margin, 0 to 1.
    SetMargin(f64),
    /// Put new segments in before the place `at`; a place past the end means the end.
    AddSegments {
        /// The side.
        axis: Axis,
        /// The place.
        at: usize,
        /// What is added, in order.
        segments: Vec<Segment>,
    },
    /// Call a segment that.
    RenameSegment {
        /// The side.
        axis: Axis,
        /// Which.
        id: SegmentId,
        /// The new name.
        name: Arc<str>,
    },
    /// Take segments out and put them in again, in their order, so that the first stands at `to`.
    MoveSegments {
        /// The side.
        axis: Axis,
        /// Which.
        ids: Vec<SegmentId>,
        /// The place in the list without them; one past the end means the end.
        to: usize,
    },
    /// Put a copy with all its cells behind the segment.
    DuplicateSegment {
        /// The side.
        axis: Axis,
        /// Which.
        id: SegmentId,
        /// The copy: its id and its name.
        copy: Segment,
    },
    /// Remove segments and their cells.
    RemoveSegments {
        /// The side.
        axis: Axis,
        /// Which.
        ids: Vec<SegmentId>,
    },
    /// Give every cell of products × customers that fit; notes stay.
    SetFit {
        /// The rows.
        products: Vec<SegmentId>,
        /// The columns.
        customers: Vec<SegmentId>,
        /// What they get.
        fit: Fit,
    },
    /// Replace cells one by one, as a paste or a stroke of the brush does.
    SetCells(Vec<(CellKey, Cell)>),
    /// Say why; an empty text removes the note.
    SetNote {
        /// The cell.
        key: CellKey,
        /// The note.
        note: Arc<str>,
    },
    /// Put new channels in before the place `at`; a place past the end means the end.
    AddChannels {
        /// The place.
        at: usize,
        /// What is added, in order.
        channels: Vec<Channel>,
    },
    /// Replace the channel that has the same id.
    SetChannel(Channel),
    /// Take a channel out and put it in again so that it stands at `to`.
    MoveChannel {
        /// Which.
        id: ChannelId,
        /// The place in the list without it; one past the end means the end.
        to: usize,
    },
    /// Remove channels.
    RemoveChannels(Vec<ChannelId>),
    /// Change criteria, scores or rounds.
    Decide(Decide),
    /// Change how customer segments are reached.
    Plan(Planning),
    /// Several as one: all of them, or none. The first gives the step its name.
    All(Vec<Command>),
}

impl From<Decide> for Command {
    fn from(decide: Decide) -> Self {
        Self::Decide(decide)
    }
}

impl From<Planning> for Command {
    fn from(planning: Planning) -> Self {
        Self::Plan(planning)
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

/// Why a command could not be applied.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum CommandError {
    /// The segment has been removed.
    #[error("no such segment: {0}")]
    UnknownSegment(SegmentId),
    /// The channel has been removed.
    #[error("no such channel: {0}")]
    UnknownChannel(ChannelId),
    /// The round has been removed.
    #[error("no such round: {0}")]
    UnknownRound(RoundId),
    /// The scenario has been removed.
    #[error("no such scenario: {0}")]
    UnknownScenario(ScenarioId),
    /// The votes have been shown, and stand.
    #[error("the round takes no more votes")]
    RoundClosed,
    /// The votes haven't been shown yet.
    #[error("the round has not been revealed")]
    RoundOpen,
    /// What it brings can't stand in a project.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<Wrong> for CommandError {
    fn from(wrong: Wrong) -> Self {
        Self::Fault(wrong.fault)
    }
}

impl CommandError {
    /// The error for a person.
    pub fn message(&self) -> Message {
        match self {
            Self::UnknownSegment(id) => Message::new("fault-unknown-segment").with("id", id.to_string()),
            Self::UnknownChannel(id) => Message::new("fault-unknown-channel").with("id", id.to_string()),
            Self::UnknownRound(id) => Message::new("fault-unknown-round").with("id", id.to_string()),
            Self::UnknownScenario(id) => Message::new("fault-unknown-scenario").with("id", id.to_string()),
            Self::RoundClosed => Message::new("fault-round-closed"),
            Self::RoundOpen => Message::new("fault-round-open"),
            Self::Fault(fault) => fault.message(),
        }
    }
}

type Outcome = Result<(), CommandError>;

impl Command {
    /// The key of the command's name in the text catalogue, as undo and redo show it.
    pub fn key(&self) -> &'static str {
        match self {
            Self::SetName(_) => "command-set-name",
            Self::SetCurrency(_) => "command-set-currency",
            Self::SetMargin(_) => "command-set-margin",
            Self::AddSegments { .. } => "command-add-segments",
            Self::RenameSegment { .. } => "command-rename-segment",
            Self::MoveSegments { .. } => "command-move-segments",
            Self::DuplicateSegment { .. } => "command-duplicate-segment",
            Self::RemoveSegments { .. } => "command-remove-segments",
            Self::SetFit { fit: Fit::No, .. } => "command-clear-cells",
            Self::SetFit { fit: Fit::Undecided, .. } => "command-mark-cells",
            Self::SetFit { .. } => "command-set-prio",
            Self::SetCells(_) => "command-set-cells",
            Self::SetNote { .. } => "command-set-note",
            Self::AddChannels { .. } => "command-add-channels",
            Self::SetChannel(_) => "command-set-channel",
            Self::MoveChannel { .. } => "command-move-channel",
            Self::RemoveChannels(_) => "command-remove-channels",
            Self::Decide(decide) => decide.key(),
            Self::Plan(planning) => planning.key(),
            Self::All(commands) => commands.first().map_or("command-nothing", Self::key),
        }
    }

    /// Changes the project, or says why not and leaves it as it was.
    pub fn apply(&self, project: &mut Project) -> Outcome {
        match self {
            Self::SetName(name) => project.name = name.clone(),
            Self::SetCurrency(currency) => project.currency = currency.clone(),
            Self::SetMargin(margin) => {
                Unit::Share.check(field_name!("margin"), *margin)?;
                project.margin = *margin;
            }
            Self::AddSegments { axis, at, segments } => return add_segments(project, *axis, *at, segments),
            Self::RenameSegment { axis, id, name } => {
                let place = place(project, *axis, *id)?;
                if project.matrix.segments(*axis)[place].name != *name {
                    project.matrix.segments_mut(*axis)[place].name = name.clone();
                }
            }
            Self::MoveSegments { axis, ids, to } => return move_segments(project, *axis, ids, *to),
            Self::DuplicateSegment { axis, id, copy } => return duplicate_segment(project, *axis, *id, copy),
            Self::RemoveSegments { axis, ids } => return remove_segments(project, *axis, ids),
            Self::SetFit { products, customers, fit } => return set_fit(project, products, customers, *fit),
            Self::SetCells(cells) => {
                require(project, Axis::Product, cells.iter().map(|(key, _)| key.product))?;
                require(project, Axis::Customer, cells.iter().map(|(key, _)| key.customer))?;
                for (key, cell) in cells {
                    set_cell(project, *key, cell.clone());
                }
            }
            Self::SetNote { key, note } => {
                place(project, Axis::Product, key.product)?;
                place(project, Axis::Customer, key.customer)?;
                let cell = Cell { note: Some(note.clone()), ..project.matrix.cell(*key).clone() };
                set_cell(project, *key, cell);
            }
            Self::AddChannels { at, channels } => return add_channels(project, *at, channels),
            Self::SetChannel(channel) => {
                Channel::TABLE.check(channel)?;
                let place = channel_place(project, channel.id)?;
                let channel = stored(channel);
                if project.channels[place] != channel {
                    project.channels[place] = channel;
                }
            }
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
            }
            Self::Decide(decide) => return decide.apply(project),
            Self::Plan(planning) => return planning.apply(project),
            Self::All(commands) => {
                let mut changed = project.clone();
                commands.iter().try_for_each(|command| command.apply(&mut changed))?;
                *project = changed;
            }
        }
        Ok(())
    }
}

pub(super) fn place(project: &Project, axis: Axis, id: SegmentId) -> Result<usize, CommandError> {
    project.matrix.find(axis, id).map(|(place, _)| place).ok_or(CommandError::UnknownSegment(id))
}

pub(super) fn channel_place(project: &Project, id: ChannelId) -> Result<usize, CommandError> {
    project.channel(id).map(|(place, _)| place).ok_or(CommandError::UnknownChannel(id))
}

/// All of the ids are segments of that side. One pass over the segments, however many ids.
pub(super) fn require(project: &Project, axis: Axis, ids: impl Iterator<Item = SegmentId>) -> Outcome {
    let known: HashSet<_> = project.matrix.segments(axis).iter().map(|segment| segment.id).collect();
    for id in ids {
        if !known.contains(&id) {
            return Err(CommandError::UnknownSegment(id));
        }
    }
    Ok(())
}

/// Stores a cell; a blank one is taken away, and an empty note is none. Writes nothing when nothing changes, so that
/// snapshots stay shared.
pub(super) fn set_cell(project: &mut Project, key: CellKey, mut cell: Cell) {
    cell.note = cell.note.filter(|note| !note.is_empty());
    let cells = &mut project.matrix.cells;
    if cells.get(&key).map_or(cell.is_blank(), |old| *old == cell) {
        return;
    }
    if cell.is_blank() {
        cells.remove(&key);
    } else {
        cells.insert(key, cell);
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
    Ok(())
}

fn remove_segments(project: &mut Project, axis: Axis, ids: &[SegmentId]) -> Outcome {
    require(project, axis, ids.iter().copied())?;
    let ids: HashSet<_> = ids.iter().copied().collect();
    let gone: Vec<_> = project
        .matrix
        .cells
        .keys()
        .filter(|key| match axis {
            Axis::Product => ids.contains(&key.product),
            Axis::Customer => ids.contains(&key.customer),
        })
        .copied()
        .collect();
    for key in gone {
        project.matrix.cells.remove(&key);
    }
    project.matrix.segments_mut(axis).retain(|segment| !ids.contains(&segment.id));
    decide::drop_cells(project, axis, &ids);
    planning::drop_segments(project, axis, &ids);
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
