//! The project file: RON, pretty, in a stable order, `format` first.
//!
//! | format | what changed |
//! |---|---|
//! | 1 | the first |
//!
//! A later format adds its row, raises [`FORMAT`], and says in `read` how an earlier one becomes it.

mod fault;
mod read;
mod scan;
mod write;

pub use fault::{FormatError, FormatFault, Place};
pub use read::read;
pub use write::write;

/// The format that is written, and the newest that is read.
pub const FORMAT: u32 = 1;

/// What a file may cost to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The most bytes.
    pub bytes: u64,
    /// The most brackets within brackets.
    pub depth: usize,
}

impl Default for Limits {
    /// 64 MB, and far more brackets than a project needs.
    fn default() -> Self {
        Self { bytes: 64 << 20, depth: 64 }
    }
}

#[cfg(test)]
mod decision_tests;
#[cfg(test)]
mod plan_tests;
#[cfg(test)]
mod tests;
