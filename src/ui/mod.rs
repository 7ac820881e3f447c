//! The window's contents: draws a [`View`] and pushes [`Action`]s.
//!
//! Knows no disk, no document and no threads: what changes anything is an action.

pub mod action;
pub mod arrange;
pub mod bars;
pub mod commands;
pub mod dialogs;
mod files;
mod memo;
mod next;
pub mod palette;
mod rail;
pub mod sale;
pub mod screen;
pub mod screens;
pub mod shell;
pub mod theme;
mod view;
pub mod widgets;

pub use action::{Action, Appearance, Notice, Route};
pub use files::{Differs, FileEntry, RecoveryEntry, age, file_name};
pub use memo::Memo;
pub use view::View;
