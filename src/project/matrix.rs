//! Segments, and the cells where a product segment meets a customer segment.

use std::sync::Arc;

use imbl::{OrdMap, Vector};
use serde::{Deserialize, Serialize};

use super::SegmentId;
use super::field::{Kind, Record, Table, at, choice, field_name, options, table};

/// Which of the two sides of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Axis {
    /// Product segments: the rows.
    Product,
    /// Customer segments: the columns.
    Customer,
}

impl Axis {
    /// Both, rows first.
    pub const ALL: [Self; 2] = [Self::Product, Self::Customer];
}

/// Products that are sold in one way, or customers who buy alike.
///
/// A field that only segments of one side have stands in that side's table alone.
#[derive(Debug, Clone, PartialEq)]
pub struct Segment {
    /// Unique among all segments of the project.
    pub id: SegmentId,
    /// Any text, also none; not necessarily unique.
    pub name: Arc<str>,
}

impl Segment {
    const PRODUCT: &'static Table<Self> = table! {
        ids ["id"],
        "name" (Required) => Kind::Text(at!(name)),
        rest []
    };
    const CUSTOMER: &'static Table<Self> = table! {
        ids ["id"],
        "name" (Required) => Kind::Text(at!(name)),
        rest []
    };

    /// The fields of the segments of one side.
    pub fn table(axis: Axis) -> &'static Table<Self> {
        match axis {
            Axis::Product => Self::PRODUCT,
            Axis::Customer => Self::CUSTOMER,
        }
    }

    /// A segment of that name with a new id.
    pub fn new(name: impl Into<Arc<str>>) -> Self {
        Self { id: SegmentId::random(), name: name.into() }
    }
}

/// Whether the offer is relevant for a segment, and what to attack first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Fit {
    /// The offer doesn't fit: no candidate.
    #[default]
    No,
    /// It fits and has no Prio yet.
    Undecided,
    /// Attack first.
    Prio1,
    /// Attack next.
    Prio2,
    /// Attack later.
    Prio3,
}

options!(Fit {
    No => "fit-no",
    Undecided => "fit-undecided",
    Prio1 => "fit-prio1",
    Prio2 => "fit-prio2",
    Prio3 => "fit-prio3",
});

impl Fit {
    /// Those of a candidate, most urgent first, undecided last: the order of the priority list.
    pub const CANDIDATES: [Self; 4] = [Self::Prio1, Self::Prio2, Self::Prio3, Self::Undecided];

    /// The sign written in the cell: X, 1, 2, 3 or nothing.
    pub fn sign(self) -> &'static str {
        match self {
            Self::No => "",
            Self::Undecided => "X",
            Self::Prio1 => "1",
            Self::Prio2 => "2",
            Self::Prio3 => "3",
        }
    }

    /// The fit that a sign stands for, as people type it in spreadsheets: nothing, `-` or 0; x or X; 1, 2, 3.
    pub fn from_sign(sign: &str) -> Option<Self> {
        match sign.trim() {
            "" | "0" | "-" => Some(Self::No),
            "x" | "X" | "×" | "✓" => Some(Self::Undecided),
            "1" => Some(Self::Prio1),
            "2" => Some(Self::Prio2),
            "3" => Some(Self::Prio3),
            _ => None,
        }
    }

    /// What a click makes of it: no fit → undecided → Prio 1 → 2 → 3 → no fit.
    #[must_use]
    pub fn next(self) -> Self {
        match self {
            Self::No => Self::Undecided,
            Self::Undecided => Self::Prio1,
            Self::Prio1 => Self::Prio2,
            Self::Prio2 => Self::Prio3,
            Self::Prio3 => Self::No,
        }
    }
}

/// Where a product segment meets a customer segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellKey {
    pub product: SegmentId,
    pub customer: SegmentId,
}

impl CellKey {
    /// Its segment on that side.
    pub fn on(self, axis: Axis) -> SegmentId {
        match axis {
            Axis::Product => self.product,
            Axis::Customer => self.customer,
        }
    }
}

/// What the team has said of a cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Cell {
    /// Whether the offer fits, and the Prio.
    pub fit: Fit,
    /// Why; a cell without a fit may carry one too.
    pub note: Option<Arc<str>>,
}

impl Record for Cell {
    const TABLE: &'static Table<Self> = table! {
        ids ["product", "customer"],
        "fit" => choice!(fit: Fit),
        "note" => Kind::Note(at!(note)),
        rest []
    };
}

impl Cell {
    /// A blank cell is not stored.
    pub fn is_blank(&self) -> bool {
        self.fit == Fit::No && self.note.is_none()
    }
}

/// Product segments × customer segments. Clones share what they have in common.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Matrix {
    pub(super) products: Vector<Segment>,
    pub(super) customers: Vector<Segment>,
    pub(super) cells: OrdMap<CellKey, Cell>,
}

static BLANK: Cell = Cell { fit: Fit::No, note: None };

impl Matrix {
    /// A matrix of what comes from outside; [`check()`](super::check()) says whether it is valid.
    pub fn new(products: Vector<Segment>, customers: Vector<Segment>, cells: OrdMap<CellKey, Cell>) -> Self {
        Self { products, customers, cells }
    }

    /// The segments of one side, in the team's order.
    pub fn segments(&self, axis: Axis) -> &Vector<Segment> {
        match axis {
            Axis::Product => &self.products,
            Axis::Customer => &self.customers,
        }
    }

    pub(super) fn segments_mut(&mut self, axis: Axis) -> &mut Vector<Segment> {
        match axis {
            Axis::Product => &mut self.products,
            Axis::Customer => &mut self.customers,
        }
    }

    /// The matrix with other customer segments, or the same in another order. Cells stay.
    #[must_use]
    pub fn with_customers(&self, customers: Vector<Segment>) -> Self {
        Self { customers, ..self.clone() }
    }

    /// The cells of which something has been said, in the order of their ids.
    pub fn cells(&self) -> &OrdMap<CellKey, Cell> {
        &self.cells
    }

    /// The cell there, blank when nothing has been said of it.
    pub fn cell(&self, key: CellKey) -> &Cell {
        self.cells.get(&key).unwrap_or(&BLANK)
    }

    /// The segment with that id and its place in the list. Cost: linear in the segments.
    pub fn find(&self, axis: Axis, id: SegmentId) -> Option<(usize, &Segment)> {
        self.segments(axis).iter().enumerate().find(|(_, segment)| segment.id == id)
    }

    /// Equal content. Skips what the two share, so that it costs about as much as they differ.
    pub fn is_same(&self, other: &Self) -> bool {
        let same = |a: &Vector<Segment>, b: &Vector<Segment>| a.ptr_eq(b) || a == b;
        same(&self.products, &other.products)
            && same(&self.customers, &other.customers)
            && self.cells.len() == other.cells.len()
            && self.cells.diff(&other.cells).next().is_none()
    }

    /// Both sides are empty.
    pub fn is_empty(&self) -> bool {
        self.products.is_empty() && self.customers.is_empty()
    }
}
