//! The project file: RON, pretty, in a stable order, `format` first.
//!
//! | format | what changed |
//! |---|---|
//! | 1 | the first |
//!
//! A later format adds its row, raises [`FORMAT`], and says in `read` how an earlier one becomes it.

use crate::project::Project;

mod attribute;
mod fault;
mod layout;
mod read;
mod row;
mod scan;
mod value;
mod write;

pub use fault::{FormatError, FormatFault, Place};
pub use read::{read, read_contents};
pub use write::write;

/// The format that is written, and the newest that is read.
pub const FORMAT: u32 = 1;

/// Bounds on a file that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    pub bytes: u64,
    /// Brackets within brackets.
    pub depth: usize,
}

impl Default for Limits {
    /// 64 MB, and far deeper than a project needs.
    fn default() -> Self {
        Self { bytes: 64 << 20, depth: 64 }
    }
}

/// The comments in a file. A project has none, so that saving over the file removes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Comments {
    pub count: usize,
    /// The line of the first, from 1; 0 without comments.
    pub first_line: usize,
}

/// What a file has in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Contents {
    pub project: Project,
    pub comments: Comments,
}

#[cfg(test)]
mod agenda_tests;
#[cfg(test)]
mod decision_tests;
#[cfg(test)]
mod market_tests;
#[cfg(test)]
mod plan_tests;
#[cfg(test)]
mod position_tests;
#[cfg(test)]
mod team_tests;
#[cfg(test)]
mod tests;
