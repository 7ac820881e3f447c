//! Nisje: workshop a market on a laptop.
//!
//! The crate in dependency order; `ARCHITECTURE.md` says who may import whom, and a test holds it:
//!
//! - [`project`]: what a team decides, as plain data, and every way it changes.
//! - [`analysis`]: what follows from it, as pure functions.
//! - [`document`]: the open project: undo, redo, unsaved.
//! - [`storage`]: the disk: the RON format, atomic writes, recovery, settings.
//! - [`text`]: the languages: words, numbers, money.
//! - [`figure`]: pictures as data, and as SVG and PNG.
//! - [`report`]: tables and figures as CSV, Markdown, XLSX, SVG or PNG.
//! - [`import`]: tables from elsewhere.
//! - [`cli`]: the jobs without a window.
//! - [`ui`]: the window's contents.
//! - [`app`]: the window itself: carries out actions, runs jobs.

pub mod analysis;
#[cfg(feature = "gui")]
pub mod app;
pub mod cli;
pub mod document;
pub mod figure;
pub mod import;
pub mod project;
pub mod report;
pub mod storage;
pub mod text;
#[cfg(feature = "gui")]
pub mod ui;
