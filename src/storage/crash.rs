//! Reports of panics, in the user's state folder.

use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

use super::{Error, Places, file};

/// Reports that are kept.
const MOST: usize = 5;

/// Writes a report, for the user's eyes only. The oldest beyond five are removed.
pub fn write(places: &Places, report: &str) -> Result<PathBuf, Error> {
    let folder = places.crashes();
    file::own_folder(&folder)?;
    let time = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default().as_nanos();
    let path = folder.join(format!("crash-{time:020}.txt"));
    file::write_private(&path, report.as_bytes())?;
    let mut reports: Vec<PathBuf> = std::fs::read_dir(&folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("crash-")))
        .collect();
    reports.sort_unstable_by(|a, b| b.cmp(a));
    for old in reports.into_iter().skip(MOST) {
        let _ = std::fs::remove_file(old);
    }
    Ok(path)
}
