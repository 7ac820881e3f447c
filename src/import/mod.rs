//! Tables from elsewhere: what is pasted from a spreadsheet, and what is copied to one.
//!
//! Pure: knows the project and neither clipboard nor language.

mod paste;
mod table;

pub use paste::{Paste, Target, paste};
pub use table::{MOST_CELLS, parse_table, write_table};
