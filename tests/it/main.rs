//! The tests of the whole, as one program.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "helpers of tests may fail the test")]
#![allow(clippy::case_sensitive_file_extension_comparisons, reason = "the names are our own")]

mod app;
mod beachhead;
mod cases;
mod channels;
mod cli;
mod decide;
mod domain;
mod exports;
mod faults;
mod fields;
mod files;
mod fuzz;
mod hostile;
mod keys;
mod kill;
mod layout;
mod market;
mod matrix;
mod overview;
mod pictures;
mod plan;
mod position;
mod rank;
mod reach;
mod safety;
mod segments;
mod shell;
mod tables;
mod team;
mod tidy;
mod ui_harness;
