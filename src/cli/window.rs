//! `nisje [FILE]`

use std::path::PathBuf;
use std::process::ExitCode;

use crate::project::Message;
use crate::text::{Language, Text};

use super::say;

/// Opens the window.
pub(super) fn run(_file: Option<PathBuf>) -> ExitCode {
    say::error(&Text::new(Language::of_system()), &Message::new("cli-no-window"), None).into()
}
