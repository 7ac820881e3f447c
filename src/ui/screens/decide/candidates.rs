//! The cells that may be decided on: every fit of the matrix.

use crate::project::{Axis, CellKey};
use crate::ui::View;

/// The candidates by row and column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidates<'a> {
    pub keys: &'a [CellKey],
}

impl<'a> Candidates<'a> {
    pub fn of(view: &View<'a>) -> Self {
        Self { keys: view.analysis.candidates() }
    }

    /// A cell's index among the candidates.
    pub fn place(self, view: &View, cell: CellKey) -> Option<usize> {
        let place = |cell| view.analysis.matrix.place(cell);
        let wanted = place(cell)?;
        self.keys.binary_search_by_key(&Some(wanted), |key| place(*key)).ok()
    }

    /// The candidates in the cell's row ([`Axis::Product`]) or column ([`Axis::Customer`]).
    pub fn along(self, axis: Axis, cell: CellKey) -> impl Iterator<Item = CellKey> + 'a {
        self.keys.iter().copied().filter(move |key| match axis {
            Axis::Product => key.product == cell.product,
            Axis::Customer => key.customer == cell.customer,
        })
    }
}
