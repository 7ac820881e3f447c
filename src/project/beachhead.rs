//! The cell that everything is bet on first, and the cells that follow it.

use imbl::Vector;
use serde::{Deserialize, Serialize};

use super::{Axis, CellKey, Fault, Fit, Matrix, SegmentId};

/// The beachhead, a cell with a fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beachhead {
    pub cell: CellKey,
    /// The cells to take next, in the team's order: each has a fit and is beside the beachhead.
    pub follow_ons: Vector<CellKey>,
}

impl CellKey {
    /// The same product segment for another customer segment, or the same customer segment with another product segment.
    pub fn is_beside(self, other: Self) -> bool {
        (self.product == other.product) != (self.customer == other.customer)
    }
}

/// The beachhead as it stands in a file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Beachhead")]
pub struct BeachheadRow {
    pub product: SegmentId,
    pub customer: SegmentId,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub follow_ons: Vec<CellRow>,
}

/// A cell by its segments.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename = "Cell")]
pub struct CellRow {
    pub product: SegmentId,
    pub customer: SegmentId,
}

impl From<CellKey> for CellRow {
    fn from(CellKey { product, customer }: CellKey) -> Self {
        Self { product, customer }
    }
}

impl CellRow {
    pub fn key(&self) -> CellKey {
        CellKey { product: self.product, customer: self.customer }
    }
}

impl From<&Beachhead> for BeachheadRow {
    fn from(Beachhead { cell, follow_ons }: &Beachhead) -> Self {
        let follow_ons = follow_ons.iter().copied().map(CellRow::from).collect();
        Self { product: cell.product, customer: cell.customer, follow_ons }
    }
}

impl From<BeachheadRow> for Beachhead {
    fn from(row: BeachheadRow) -> Self {
        Self { cell: row.cell(), follow_ons: row.follow_ons.iter().map(CellRow::key).collect() }
    }
}

impl BeachheadRow {
    pub fn cell(&self) -> CellKey {
        CellKey { product: self.product, customer: self.customer }
    }
}

/// Whether a cell can follow the beachhead.
pub(super) fn check_follow_on(beachhead: CellKey, cell: CellKey, fit: Fit) -> Result<(), Fault> {
    match fit {
        _ if !cell.is_beside(beachhead) => Err(Fault::NotBeside),
        Fit::No => Err(Fault::NotAFit),
        _ => Ok(()),
    }
}

impl Matrix {
    /// The cells with a fit beside that cell: its row, then its column, each in the team's order.
    pub fn beside(&self, cell: CellKey) -> Vec<CellKey> {
        let row = self.segments(Axis::Customer).iter().map(|customer| CellKey { customer: customer.id, ..cell });
        let column = self.segments(Axis::Product).iter().map(|product| CellKey { product: product.id, ..cell });
        row.chain(column).filter(|key| key.is_beside(cell) && self.cell(*key).fit != Fit::No).collect()
    }
}
