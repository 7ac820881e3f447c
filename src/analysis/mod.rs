//! What follows from a project: pure functions, recomputed when the revision changed.
//!
//! Knows no disk, no language and no toolkit; findings are [`Message`](crate::project::Message)s, not words.

use crate::project::{Axis, CellKey, Message, Project, Segment, Value};

pub mod agreement;
pub mod budget;
pub mod channels;
pub mod coverage;
pub mod economics;
pub mod flip;
pub mod funnel;
mod matrix;
pub mod proposal;
pub mod robustness;
#[cfg(test)]
mod sample;
pub mod score;
pub mod second_opinion;
mod simplex;
mod target;
pub mod weights;

pub use matrix::{CellState, Counts, MatrixIndex};
pub use target::{Source, Target};

/// Everything that the screens show besides the project itself.
#[derive(Debug, Clone, Default)]
pub struct Analysis {
    /// Marks by place, and counts.
    pub matrix: MatrixIndex,
    /// Channels against each other.
    pub channels: channels::Comparison,
    /// Candidates by score.
    pub ranking: score::Ranking,
    /// Where Prios and scores contradict each other.
    pub contradictions: Vec<proposal::Contradiction>,
}

impl Analysis {
    /// The analysis of a project.
    pub fn of(project: &Project) -> Self {
        let matrix = MatrixIndex::of(&project.matrix);
        let ranking = score::Ranking::of(project, &matrix);
        Self {
            contradictions: proposal::contradictions(&ranking),
            channels: channels::Comparison::of(project),
            matrix,
            ranking,
        }
    }

    /// Brings the analysis of `before` up to `after`, at a cost of about what differs.
    pub fn update(&mut self, before: &Project, after: &Project) {
        self.matrix.update(&before.matrix, &after.matrix);
        if before.channels != after.channels || before.margin.to_bits() != after.margin.to_bits() {
            self.channels = channels::Comparison::of(after);
        }
        if !before.matrix.is_same(&after.matrix) || !before.decision.is_same(&after.decision) {
            self.ranking = score::Ranking::of(after, &self.matrix);
            self.contradictions = proposal::contradictions(&self.ranking);
        }
    }
}

/// A cell by the names of its segments.
pub fn cell_name(project: &Project, key: CellKey) -> Message {
    let name = |axis, id| match project.matrix.find(axis, id) {
        Some((_, Segment { name, .. })) if !name.trim().is_empty() => Value::from(&**name),
        _ => Message::new("unnamed").into(),
    };
    Message::new("cell-name")
        .with("product", name(Axis::Product, key.product))
        .with("customer", name(Axis::Customer, key.customer))
}
