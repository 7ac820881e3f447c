//! The cells that may be decided on: every fit of the matrix.

use crate::project::{Axis, CellKey, Fit};
use crate::ui::View;

/// The candidates by row and column, collected again when the project changes.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    made_for: Option<u64>,
    pub keys: Vec<CellKey>,
}

impl Candidates {
    pub fn follow(&mut self, view: &View) {
        if self.made_for == Some(view.revision) {
            return;
        }
        self.made_for = Some(view.revision);
        let matrix = &view.project.matrix;
        let (products, customers) = (matrix.segments(Axis::Product), matrix.segments(Axis::Customer));
        self.keys.clear();
        for (row, product) in products.iter().enumerate() {
            for (column, state) in view.analysis.matrix.cells(row, 0..customers.len()) {
                if let Some(customer) = customers.get(*column as usize).filter(|_| state.fit != Fit::No) {
                    self.keys.push(CellKey { product: product.id, customer: customer.id });
                }
            }
        }
    }

    /// A cell's index among the candidates.
    pub fn place(&self, view: &View, cell: CellKey) -> Option<usize> {
        let place = |cell| view.analysis.matrix.place(cell);
        let wanted = place(cell)?;
        self.keys.binary_search_by_key(&Some(wanted), |key| place(*key)).ok()
    }

    /// The candidates in the cell's row ([`Axis::Product`]) or column ([`Axis::Customer`]).
    pub fn along(&self, axis: Axis, cell: CellKey) -> impl Iterator<Item = CellKey> + '_ {
        self.keys.iter().copied().filter(move |key| match axis {
            Axis::Product => key.product == cell.product,
            Axis::Customer => key.customer == cell.customer,
        })
    }
}
