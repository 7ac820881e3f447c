//! What follows from a project: pure functions, recomputed when the revision changed.
//!
//! Knows no disk, no language and no toolkit; findings are [`Message`](crate::project::Message)s, not words.

use crate::project::Project;

pub mod channels;
mod matrix;

pub use matrix::{CellState, Counts, MatrixIndex};

/// Everything that the screens show besides the project itself.
#[derive(Debug, Clone, Default)]
pub struct Analysis {
    /// Marks by place, and counts.
    pub matrix: MatrixIndex,
    /// Channels against each other.
    pub channels: channels::Comparison,
}

impl Analysis {
    /// The analysis of a project.
    pub fn of(project: &Project) -> Self {
        Self { matrix: MatrixIndex::of(&project.matrix), channels: channels::Comparison::of(project) }
    }

    /// Brings the analysis of `before` up to `after`, at a cost of about what differs.
    pub fn update(&mut self, before: &Project, after: &Project) {
        self.matrix.update(&before.matrix, &after.matrix);
        if before.channels != after.channels || before.margin.to_bits() != after.margin.to_bits() {
            self.channels = channels::Comparison::of(after);
        }
    }
}
