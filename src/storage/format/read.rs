//! Reading: from bytes to a valid project, or what is wrong and where.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use imbl::Vector;
use ron::extensions::Extensions;
use serde::Deserialize;

use crate::project::{
    Axis, Cell, CellKey, Channel, ChannelId, ChannelKind, Estimate, Fault, Figures, Fit, Matrix, Owner, Participant,
    Project, Record, SalesFrom, Segment, SegmentId, Unit, Weighting, Wrong, field::field_name,
};

use super::fault::{FormatError, FormatFault, quoted};
use super::scan::{self, Step};
use super::{FORMAT, Limits};

mod decision;
mod plan;

use decision::{ComparisonShape, CriterionShape, DecisionShape, RoundShape, ScoreShape};
use plan::{FunnelShape, Known, OfferShape, PlanShape, ReachShape, ScenarioShape};

/// Reads a project file. Whatever the bytes are, it neither panics nor overflows the stack.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Project, FormatError> {
    if bytes.len() as u64 > limits.bytes {
        return Err(FormatFault::TooLarge(limits.bytes).into());
    }
    let source = text(bytes)?;
    let format = format(source)?;
    if let Some(at) = scan::too_deep(source, limits.depth) {
        return Err(FormatError::at(FormatFault::TooDeep(limits.depth), source, at..at + 1));
    }
    let shape: Shape = ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .from_str(source)
        .map_err(|error| FormatError::of_ron(source, error, limits.depth))?;
    if format.is_none() {
        let start = source.find('(').unwrap_or(0);
        return Err(FormatError::at(FormatFault::NoFormat, source, start..start + 1));
    }
    shape.into_project().map_err(|(fault, path)| FormatError::at(fault, source, nearest(source, &path)))
}

/// The bytes as text, without a byte order mark.
fn text(bytes: &[u8]) -> Result<&str, FormatError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let source = std::str::from_utf8(bytes).map_err(|error| {
        let end = error.valid_up_to() + error.error_len().unwrap_or(bytes.len() - error.valid_up_to());
        let line_end = bytes[end..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |length| end + length);
        let line_end = line_end.min(end + 1000);
        // Up to the first bad byte the text is as it was, so the place is right.
        let lossy = String::from_utf8_lossy(&bytes[..line_end]);
        let bad = error.valid_up_to();
        FormatError::at(FormatFault::NotUtf8, &lossy, bad..bad + char::REPLACEMENT_CHARACTER.len_utf8())
    })?;
    if source.trim().is_empty() { Err(FormatFault::Empty.into()) } else { Ok(source) }
}

/// The format that the file says it has, if it says one that we can read. Looked at first, so that a file of a newer
/// version is called that, whatever else is new in it.
fn format(source: &str) -> Result<Option<u64>, FormatError> {
    let Some(range) = scan::locate(source, &[Step::Field("format")]) else { return Ok(None) };
    let written = &source[range.clone()];
    match written.parse::<u64>() {
        Ok(format) if format > u64::from(FORMAT) => Err(FormatError::at(FormatFault::Newer(format), source, range)),
        Ok(format @ 1..) => Ok(Some(format)),
        _ => Err(FormatError::at(FormatFault::BadFormat(quoted(written)), source, range)),
    }
}

/// Where the value at the path stands, or the nearest around it that does.
fn nearest(source: &str, path: &[Step]) -> Range<usize> {
    (0..=path.len()).rev().find_map(|length| scan::locate(source, &path[..length])).unwrap_or(0..0)
}

/// The file's shape. Fields that may be missing have the blank project's values.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Project")]
struct Shape {
    /// Read and checked before.
    #[serde(default, rename = "format")]
    _format: u32,
    #[serde(default)]
    name: std::sync::Arc<str>,
    #[serde(default = "currency")]
    currency: std::sync::Arc<str>,
    #[serde(default = "margin")]
    margin: f64,
    #[serde(default)]
    product_segments: Vec<Segment>,
    #[serde(default)]
    customer_segments: Vec<Segment>,
    #[serde(default)]
    cells: Vec<CellShape>,
    #[serde(default)]
    channels: Vec<ChannelShape>,
    #[serde(default)]
    criteria: Vec<CriterionShape>,
    #[serde(default)]
    weighting: Weighting,
    #[serde(default)]
    comparisons: Vec<ComparisonShape>,
    #[serde(default)]
    scores: Vec<ScoreShape>,
    #[serde(default)]
    participants: Vec<Participant>,
    #[serde(default)]
    rounds: Vec<RoundShape>,
    #[serde(default)]
    reaches: Vec<ReachShape>,
    #[serde(default)]
    offers: Vec<OfferShape>,
    #[serde(default)]
    funnels: Vec<FunnelShape>,
    #[serde(default)]
    scenarios: Vec<ScenarioShape>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Cell")]
struct CellShape {
    product: SegmentId,
    customer: SegmentId,
    #[serde(default)]
    fit: Fit,
    #[serde(default)]
    note: Option<std::sync::Arc<str>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename = "Channel")]
struct ChannelShape {
    id: ChannelId,
    name: std::sync::Arc<str>,
    #[serde(default)]
    owner: Owner,
    #[serde(default)]
    kind: ChannelKind,
    #[serde(default)]
    cost_per_contact: Estimate,
    #[serde(default)]
    sales_from: SalesFrom,
    #[serde(default)]
    sales_per_contact: Estimate,
    #[serde(default)]
    close_rate: Estimate,
    #[serde(default)]
    revenue_per_sale: Estimate,
    #[serde(default)]
    contacts_per_month: Option<f64>,
    #[serde(default)]
    fixed_cost_per_month: Option<f64>,
    #[serde(default)]
    variable_cost: Option<f64>,
    #[serde(default)]
    note: std::sync::Arc<str>,
}

impl From<ChannelShape> for Channel {
    fn from(shape: ChannelShape) -> Self {
        let figures = Figures {
            cost_per_contact: shape.cost_per_contact,
            sales_from: Some(shape.sales_from).filter(|from| *from != SalesFrom::default()),
            sales_per_contact: shape.sales_per_contact,
            close_rate: shape.close_rate,
            revenue_per_sale: shape.revenue_per_sale,
            contacts_per_month: shape.contacts_per_month,
            fixed_cost_per_month: shape.fixed_cost_per_month,
            variable_cost: shape.variable_cost,
        };
        let ChannelShape { id, name, owner, kind, note, .. } = shape;
        Self { id, name, owner, kind, figures, note }
    }
}

fn currency() -> std::sync::Arc<str> {
    Project::default().currency
}

fn margin() -> f64 {
    Project::default().margin
}

/// What is wrong, and the way to it.
type Finding = (FormatFault, Vec<Step>);

fn finding(fault: impl Into<FormatFault>, path: impl Into<Vec<Step>>) -> Finding {
    (fault.into(), path.into())
}

/// The segments of a cell are there, each on its side.
fn check_sides(
    sides: &HashMap<SegmentId, Axis>,
    product: SegmentId,
    customer: SegmentId,
    within: &[Step],
) -> Result<(), Finding> {
    for (id, axis, field) in [(product, Axis::Product, "product"), (customer, Axis::Customer, "customer")] {
        if sides.get(&id) != Some(&axis) {
            return Err(finding(Fault::UnknownSegment(id), [within, &[Step::Field(field)]].concat()));
        }
    }
    Ok(())
}

impl Shape {
    fn into_project(self) -> Result<Project, Finding> {
        Unit::Share
            .check(field_name!("margin"), self.margin)
            .map_err(|fault| finding(fault, [Step::Field("margin")]))?;
        let sides = self.sides()?;
        self.check_cells(&sides)?;
        let channels: Vec<_> = self.channels.into_iter().map(Channel::from).collect();
        check_channels(&channels)?;
        let decision = DecisionShape {
            criteria: self.criteria,
            weighting: self.weighting,
            comparisons: self.comparisons,
            scores: self.scores,
            participants: self.participants,
            rounds: self.rounds,
        };
        let decision = decision.into_decision(&sides)?;
        let known = Known { sides: &sides, channels: channels.iter().map(|channel| channel.id).collect() };
        let plan =
            PlanShape { reaches: self.reaches, offers: self.offers, funnels: self.funnels, scenarios: self.scenarios };
        let plan = plan.into_plan(&known)?;
        let cells = self
            .cells
            .into_iter()
            .map(|cell| {
                let key = CellKey { product: cell.product, customer: cell.customer };
                (key, Cell { fit: cell.fit, note: cell.note.filter(|note| !note.is_empty()) })
            })
            .filter(|(_, cell)| !cell.is_blank())
            .collect();
        Ok(Project {
            name: self.name,
            currency: self.currency,
            margin: self.margin,
            matrix: Matrix::new(Vector::from(self.product_segments), Vector::from(self.customer_segments), cells),
            channels: Vector::from(channels),
            decision,
            plan,
        })
    }

    /// Which side each segment is on.
    fn sides(&self) -> Result<HashMap<SegmentId, Axis>, Finding> {
        let mut sides = HashMap::with_capacity(self.product_segments.len() + self.customer_segments.len());
        let lists = [
            (Axis::Product, "product_segments", &self.product_segments),
            (Axis::Customer, "customer_segments", &self.customer_segments),
        ];
        for (axis, list, segments) in lists {
            for (index, segment) in segments.iter().enumerate() {
                if sides.insert(segment.id, axis).is_some() {
                    let path = [Step::Field(list), Step::Index(index), Step::Field("id")];
                    return Err(finding(Fault::DuplicateSegment(segment.id), path));
                }
            }
        }
        Ok(sides)
    }

    fn check_cells(&self, sides: &HashMap<SegmentId, Axis>) -> Result<(), Finding> {
        for (index, cell) in self.cells.iter().enumerate() {
            check_sides(sides, cell.product, cell.customer, &[Step::Field("cells"), Step::Index(index)])?;
        }
        let key = |cell: &CellShape| CellKey { product: cell.product, customer: cell.customer };
        // As we write them they rise, and then none stands twice.
        if self.cells.is_sorted_by(|a, b| key(a) < key(b)) {
            return Ok(());
        }
        let mut seen = HashSet::with_capacity(self.cells.len());
        match self.cells.iter().position(|cell| !seen.insert(key(cell))) {
            Some(index) => Err(finding(FormatFault::DuplicateCell, [Step::Field("cells"), Step::Index(index)])),
            None => Ok(()),
        }
    }
}

fn check_channels(channels: &[Channel]) -> Result<(), Finding> {
    let mut seen = HashSet::new();
    for (index, channel) in channels.iter().enumerate() {
        let path = |step| vec![Step::Field("channels"), Step::Index(index), Step::Field(step)];
        if !seen.insert(channel.id) {
            return Err(finding(Fault::DuplicateChannel(channel.id), path("id")));
        }
        let within = [Step::Field("channels"), Step::Index(index)];
        Channel::TABLE.check(channel).map_err(|wrong| at_field(wrong, &within))?;
    }
    Ok(())
}

/// A fault of a field, at the field; of an estimate, at the figure of it.
fn at_field(wrong: Wrong, within: &[Step]) -> Finding {
    let mut path = [within, &[Step::Field(wrong.field)]].concat();
    path.extend(wrong.end.map(|end| Step::Field(end.name())));
    finding(wrong.fault, path)
}
