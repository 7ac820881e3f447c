//! The tests of the whole, as one program.

mod cli;
mod files;
mod kill;
mod matrix;
mod ui_harness;
