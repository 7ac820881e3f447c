//! The matrix by place: what stands in which row and column, and how many of each.

use std::collections::HashMap;

use imbl::ordmap::DiffItem;

use crate::project::{Axis, Cell, CellKey, Fit, Matrix, SegmentId};

/// How many cells there are of each kind; cells without a fit don't count.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts([u32; Fit::ALL.len()]);

impl Counts {
    /// Cells with that fit. Of [`Fit::No`]: those that carry a note only.
    pub fn of(&self, fit: Fit) -> usize {
        self.0[fit as usize] as usize
    }

    /// Cells where the offer fits, with or without a Prio.
    pub fn fits(&self) -> usize {
        Fit::CANDIDATES.iter().map(|fit| self.of(*fit)).sum()
    }

    fn add(&mut self, fit: Fit) {
        self.0[fit as usize] += 1;
    }

    fn take(&mut self, fit: Fit) {
        self.0[fit as usize] -= 1;
    }
}

/// What a cell shows at a glance.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CellState {
    /// Whether the offer fits, and the Prio.
    pub fit: Fit,
    /// It carries a note.
    pub has_note: bool,
}

impl From<&Cell> for CellState {
    fn from(cell: &Cell) -> Self {
        Self { fit: cell.fit, has_note: cell.note.is_some() }
    }
}

/// The cells of a matrix by row and column. Memory follows the cells that say something.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MatrixIndex {
    /// Place of each product segment, then of each customer segment.
    places: [HashMap<SegmentId, u32>; 2],
    /// For each row, its cells by column.
    rows: Vec<Vec<(u32, CellState)>>,
    row_counts: Vec<Counts>,
    column_counts: Vec<Counts>,
    total: Counts,
}

impl MatrixIndex {
    /// The index of a matrix.
    pub fn of(matrix: &Matrix) -> Self {
        let places = Axis::ALL.map(|axis| {
            matrix.segments(axis).iter().enumerate().map(|(place, segment)| (segment.id, place as u32)).collect()
        });
        let mut index = Self {
            places,
            rows: vec![Vec::new(); matrix.segments(Axis::Product).len()],
            row_counts: vec![Counts::default(); matrix.segments(Axis::Product).len()],
            column_counts: vec![Counts::default(); matrix.segments(Axis::Customer).len()],
            total: Counts::default(),
        };
        for (key, cell) in matrix.cells() {
            if let Some((row, column)) = index.place(*key) {
                index.rows[row].push((column as u32, cell.into()));
                index.count(row, column, |counts| counts.add(cell.fit));
            }
        }
        for row in &mut index.rows {
            row.sort_unstable_by_key(|(column, _)| *column);
        }
        index
    }

    /// Brings the index of `before` up to `after`: by what differs, unless segments came, went or moved.
    pub fn update(&mut self, before: &Matrix, after: &Matrix) {
        let moved = Axis::ALL.iter().any(|axis| {
            let (before, after) = (before.segments(*axis), after.segments(*axis));
            !before.ptr_eq(after) && !before.iter().map(|one| one.id).eq(after.iter().map(|one| one.id))
        });
        if moved {
            *self = Self::of(after);
            return;
        }
        for change in before.cells().diff(after.cells()) {
            let (key, old, new) = match change {
                DiffItem::Add(key, new) => (key, None, Some(new)),
                DiffItem::Update { old: (key, old), new: (_, new) } => (key, Some(old), Some(new)),
                DiffItem::Remove(key, old) => (key, Some(old), None),
            };
            self.replace(*key, old, new);
        }
    }

    fn replace(&mut self, key: CellKey, old: Option<&Cell>, new: Option<&Cell>) {
        let Some((row, column)) = self.place(key) else { return };
        let cells = &mut self.rows[row];
        match (cells.binary_search_by_key(&(column as u32), |(column, _)| *column), new) {
            (Ok(at), Some(cell)) => cells[at].1 = cell.into(),
            (Ok(at), None) => drop(cells.remove(at)),
            (Err(at), Some(cell)) => cells.insert(at, (column as u32, cell.into())),
            (Err(_), None) => {}
        }
        if let Some(old) = old {
            self.count(row, column, |counts| counts.take(old.fit));
        }
        if let Some(new) = new {
            self.count(row, column, |counts| counts.add(new.fit));
        }
    }

    fn count(&mut self, row: usize, column: usize, mut change: impl FnMut(&mut Counts)) {
        change(&mut self.row_counts[row]);
        change(&mut self.column_counts[column]);
        change(&mut self.total);
    }

    /// Row and column of a cell, if both its segments are there.
    pub fn place(&self, key: CellKey) -> Option<(usize, usize)> {
        Some((self.segment_place(Axis::Product, key.product)?, self.segment_place(Axis::Customer, key.customer)?))
    }

    /// The place of a segment on its side.
    pub fn segment_place(&self, axis: Axis, id: SegmentId) -> Option<usize> {
        self.places[axis as usize].get(&id).map(|place| *place as usize)
    }

    /// The cells of a row that say something and lie in those columns, by column.
    pub fn cells(&self, row: usize, columns: std::ops::Range<usize>) -> &[(u32, CellState)] {
        let cells = self.rows.get(row).map_or(&[][..], Vec::as_slice);
        let from = cells.partition_point(|(column, _)| (*column as usize) < columns.start);
        let to = cells.partition_point(|(column, _)| (*column as usize) < columns.end);
        &cells[from..to.max(from)]
    }

    /// What stands at that row and column.
    pub fn cell(&self, row: usize, column: usize) -> CellState {
        self.cells(row, column..column + 1).first().map_or_else(CellState::default, |(_, state)| *state)
    }

    /// Counts of a row (of products) or of a column (of customers).
    pub fn counts(&self, axis: Axis, place: usize) -> Counts {
        match axis {
            Axis::Product => &self.row_counts,
            Axis::Customer => &self.column_counts,
        }
        .get(place)
        .copied()
        .unwrap_or_default()
    }

    /// Counts of the whole matrix.
    pub fn total(&self) -> Counts {
        self.total
    }

    /// All cells with a fit, by row, then by column. Cost: linear in the cells.
    pub fn candidates(&self, matrix: &Matrix) -> Vec<CellKey> {
        let customers = matrix.segments(Axis::Customer);
        let keys = matrix.segments(Axis::Product).iter().zip(&self.rows).flat_map(|(product, cells)| {
            let fits = cells.iter().filter(|(_, state)| state.fit != Fit::No);
            fits.filter_map(|(column, _)| {
                Some(CellKey { product: product.id, customer: customers.get(*column as usize)?.id })
            })
        });
        keys.collect()
    }

    /// Rows and columns of all cells with that fit, by row, then by column. Cost: linear in the cells.
    pub fn with_fit(&self, fit: Fit) -> impl Iterator<Item = (usize, usize)> {
        self.rows.iter().enumerate().flat_map(move |(row, cells)| {
            cells.iter().filter(move |(_, state)| state.fit == fit).map(move |(column, _)| (row, *column as usize))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{Command, Of, Project, Segment};
    use proptest::prelude::*;

    fn project(rows: usize, columns: usize) -> Project {
        let mut project = Project::default();
        for (axis, count) in [(Axis::Product, rows), (Axis::Customer, columns)] {
            let segments = (0..count).map(|place| Segment::new(place.to_string())).collect();
            Command::AddSegments { axis, at: 0, segments }.apply(&mut project).expect("new segments");
        }
        project
    }

    proptest! {
        #[test]
        fn updated_is_as_made_anew(edits in prop::collection::vec((0_usize..6, 0_usize..5, 0_usize..5, 0..12_u8), 1..60)) {
            let mut now = project(6, 5);
            let mut index = MatrixIndex::of(&now.matrix);
            for (row, column, fit, kind) in edits {
                let before = now.clone();
                let product = now.matrix.segments(Axis::Product)[row].id;
                let customer = now.matrix.segments(Axis::Customer)[column].id;
                let command = match kind {
                    0 => Command::MoveSegments { axis: Axis::Product, ids: vec![product], to: fit },
                    1 => Command::set(Of::Cell(CellKey { product, customer }), "note", "why"),
                    _ => Command::SetFit { products: vec![product], customers: vec![customer], fit: Fit::ALL[fit] },
                };
                command.apply(&mut now).expect("known segments");
                index.update(&before.matrix, &now.matrix);
                prop_assert_eq!(&index, &MatrixIndex::of(&now.matrix));
            }
        }
    }
}
