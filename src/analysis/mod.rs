//! What follows from a project: pure functions over a snapshot, and [`Analysis`], which computes each once, when asked.
//!
//! Knows no disk, no language and no toolkit; findings are [`Message`](crate::project::Message)s, not words.

pub mod agreement;
pub mod beachhead;
pub mod budget;
pub mod channels;
pub mod coverage;
mod derived;
pub mod economics;
pub mod findings;
pub mod flip;
pub mod funnel;
mod late;
pub mod market;
mod matrix;
mod names;
pub mod overview;
pub mod proposal;
pub mod robustness;
#[cfg(test)]
mod sample;
pub mod score;
pub mod second_opinion;
mod simplex;
mod target;
pub mod team;
pub mod weights;

pub use derived::Analysis;
pub use late::{Late, Latest, Work};
pub use matrix::{CellState, Counts, MatrixIndex};
pub use names::{about_name, cell_name, segment_name};
pub use target::{Source, Target};
