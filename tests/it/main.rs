//! The tests of the whole, as one program.

mod app;
mod cli;
mod files;
mod kill;
