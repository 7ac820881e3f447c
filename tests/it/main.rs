//! The tests of the whole, as one program.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test that can't go on has failed")]

mod cli;
mod files;
mod kill;
