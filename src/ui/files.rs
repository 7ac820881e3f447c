//! Files and unsaved work that can be opened.

use std::path::{Path, PathBuf};

/// A file that was open before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileEntry {
    pub path: PathBuf,
    /// It is not there at present.
    pub missing: bool,
}

/// Unsaved work that the program found when it started.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecoveryEntry {
    /// The file that it was opened from, if it had one.
    pub original: Option<PathBuf>,
    /// The project's name; empty if it had none.
    pub name: String,
    /// How long ago it was written, in minutes.
    pub minutes: usize,
}

/// The name of a file without its folder.
pub fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}
