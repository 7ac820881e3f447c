//! Tables from elsewhere: what is pasted from a spreadsheet, and what is copied to one.
//!
//! Pure: knows the project and neither clipboard nor language.

mod accounts;
mod foreign;
mod mark;
pub mod name;
mod paste;
mod table;

pub use accounts::accounts;
pub use paste::{Copied, Paste, Reading, Target, paste};
pub use table::{MOST_CELLS, parse_table, write_table};
