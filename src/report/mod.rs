//! Documents made of a project, and their writers.
//!
//! A part of the project ([`Part`]) is a function from a [`Source`] to blocks; a format ([`Format`]) is a function from a
//! [`Document`] to bytes. The caller owns the file.

pub mod aligned;
mod beachhead;
mod budget;
mod channels;
mod csv;
mod decision;
mod document;
mod error;
mod export;
mod format;
pub mod json;
mod markdown;
mod matrix;
mod overview;
mod part;
mod plan;
mod position;
mod priorities;
mod ranking;
mod rows;
mod segments;
mod source;
mod team;
mod whole;
mod xlsx;

pub use budget::budget;
pub use channels::channels;
pub use document::{Align, Block, Cell, Column, Depth, Document, Table, Unit};
pub use error::Error;
pub use export::{export, export_seen};
pub use format::Format;
pub use matrix::count_headings;
pub use overview::overview;
pub use part::Part;
pub use ranking::{Method, ranking};
pub use source::Source;
pub use team::team;
