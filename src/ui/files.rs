//! Files and unsaved work that can be opened.

use std::path::{Path, PathBuf};

use crate::project::Message;

/// A file that was open before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileEntry {
    pub path: PathBuf,
    /// It is not there at present.
    pub missing: bool,
}

/// Unsaved work that the program found when it started.
#[derive(Debug, Clone, PartialEq)]
pub struct RecoveryEntry {
    /// The file that it was opened from, if it had one.
    pub original: Option<PathBuf>,
    /// The project's name; empty if it had none.
    pub name: String,
    /// How long ago it was written, in minutes.
    pub minutes: usize,
    /// What it changes in the file; none when it has no file.
    pub differs: Option<Differs>,
    /// The file has been changed since.
    pub is_newer: bool,
}

impl RecoveryEntry {
    /// The file's name, otherwise the project's, if it has one.
    pub fn title(&self) -> Option<String> {
        Self::name_of(self.original.as_deref(), &self.name)
    }

    /// What unsaved work is called.
    pub fn name_of(original: Option<&Path>, name: &str) -> Option<String> {
        original.map(file_name).or_else(|| (!name.is_empty()).then(|| name.to_owned()))
    }
}

/// How long ago something was, from minutes.
pub fn age(minutes: usize) -> Message {
    match minutes {
        0..60 => Message::new("age-minutes").with("minutes", minutes),
        60..2880 => Message::new("age-hours").with("hours", minutes / 60),
        _ => Message::new("age-days").with("days", minutes / 1440),
    }
}

/// What differs between two states of a project, as far as it is known.
#[derive(Debug, Clone, PartialEq)]
pub enum Differs {
    Comparing,
    Told(Vec<Message>),
    /// One of them can't be read.
    Unknown(Message),
}

/// The name of a file without its folder.
pub fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}
