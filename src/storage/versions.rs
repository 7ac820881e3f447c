//! Earlier saved states of a file, kept in the user's data folder.
//!
//! A version is the very bytes of the file, named by the time of the save. What another program wrote before a save is a
//! version too, so that no save loses anything.

use std::fs;
use std::hash::Hasher;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use siphasher::sip::SipHasher13;

use crate::project::Project;

use super::{Error, Fingerprint, Limits, Places, file};

/// Versions of a file that are kept.
const MOST: usize = 20;
/// Bytes of all files' versions together.
const MOST_BYTES: u64 = 256 << 20;

/// An earlier state of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    copy: PathBuf,
    /// When it was saved.
    pub time: SystemTime,
    pub bytes: u64,
}

impl Version {
    /// The file that holds it.
    pub fn copy(&self) -> &Path {
        &self.copy
    }

    pub fn load(&self, limits: &Limits) -> Result<Project, Error> {
        file::open(&self.copy, limits).map(|opened| opened.project)
    }
}

/// Saves as [`file::save`] does, or as [`file::save_if_unchanged`] when a fingerprint is expected, and keeps what stood
/// there and what stands there now as versions. A version that can't be kept is no failed save.
pub fn save(
    places: &Places,
    path: &Path,
    project: &Project,
    expected: Option<&Fingerprint>,
) -> Result<Fingerprint, Error> {
    let limits = Limits::default();
    let before = file::read_bounded(path, limits.bytes);
    let fingerprint = match expected {
        Some(expected) => file::save_if_unchanged(path, project, expected)?,
        None => file::save(path, project)?,
    };
    let after = file::read_bounded(path, limits.bytes);
    for bytes in [before, after].into_iter().flatten() {
        if let Err(error) = keep(places, path, &bytes) {
            log::warn!("version: {error}");
        }
    }
    Ok(fingerprint)
}

/// The versions of a file, the latest first.
pub fn list(places: &Places, path: &Path) -> Vec<Version> {
    of_folder(&folder_of(places, path))
}

fn keep(places: &Places, path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let folder = folder_of(places, path);
    let versions = of_folder(&folder);
    if let Some(latest) = versions.first()
        && latest.bytes == bytes.len() as u64
        && file::read_bounded(&latest.copy, latest.bytes).is_ok_and(|kept| kept == bytes)
    {
        return Ok(());
    }
    file::own_folder(places.versions())?;
    file::own_folder(&folder)?;
    let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    // Later than the latest, whatever the clock says.
    let latest = versions.first().and_then(|latest| latest.time.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
    let name = now.max(latest + Duration::from_nanos(1)).as_nanos();
    file::write_private(&folder.join(format!("{name:020}.nisje.ron")), bytes)?;
    prune(places.versions());
    Ok(())
}

/// Removes the oldest beyond what is kept of a file, and of all files together.
fn prune(root: &Path) {
    let folders = fs::read_dir(root).into_iter().flatten().flatten();
    let mut kept = Vec::new();
    let mut too_many = Vec::new();
    for folder in folders {
        let mut versions = of_folder(&folder.path());
        too_many.extend(versions.split_off(MOST.min(versions.len())));
        kept.extend(versions);
    }
    kept.sort_by_key(|version| std::cmp::Reverse(version.time));
    let mut bytes = 0;
    let is_room = |version: &Version| {
        bytes += version.bytes;
        bytes <= MOST_BYTES
    };
    let room = kept.iter().map(is_room).take_while(|room| *room).count();
    too_many.extend(kept.into_iter().skip(room.max(1)));
    for version in too_many {
        let _ = fs::remove_file(version.copy);
    }
}

fn of_folder(folder: &Path) -> Vec<Version> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut versions: Vec<_> = entries
        .filter_map(|entry| {
            let copy = entry.path();
            let nanos: u64 = copy.file_name()?.to_str()?.strip_suffix(".nisje.ron")?.parse().ok()?;
            let metadata = fs::symlink_metadata(&copy).ok().filter(fs::Metadata::is_file)?;
            let time = UNIX_EPOCH.checked_add(Duration::from_nanos(nanos))?;
            Some(Version { copy, time, bytes: metadata.len() })
        })
        .collect();
    versions.sort_by_key(|version| std::cmp::Reverse(version.time));
    versions
}

/// One folder a file, whatever way leads to it.
fn folder_of(places: &Places, path: &Path) -> PathBuf {
    places.versions().join(key(path))
}

/// A name for a path: the same for every spelling of it, as far as the file exists.
pub(super) fn key(path: &Path) -> String {
    let path = fs::canonicalize(path).or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned());
    let mut hasher = SipHasher13::new();
    hasher.write(path.as_os_str().as_encoded_bytes());
    format!("{:016x}", hasher.finish())
}
