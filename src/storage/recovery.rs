//! Copies of unsaved work, for the start after a crash.
//!
//! Each open document has one copy, a valid project file whose first line is a comment with the file that it belongs to
//! and what that file was like. Beside it stands a lock of the process that owns it: a copy is offered only when no
//! process has it open. Copies that are thrown away are kept for two weeks.
//!
//! Only regular files are read, and no file in the folder can stop a start.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use crate::project::Project;

use super::lock::Lock;
use super::replace::open_regular;
use super::{Error, Fault, Fingerprint, Limits, Places, file, format};

/// What the first line starts with.
const MARK: &[u8] = b"// nisje-recovery ";
/// The ending of a lock, in place of the copy's.
const LOCK: &str = "lock";
/// Bytes of the first line at the most: paths have 4,096.
const MOST_HEAD: u64 = 64 << 10;
/// Entries of the folder that are looked at.
const MOST_ENTRIES: usize = 10_000;
/// How long copies are kept that were thrown away.
const KEPT: Duration = Duration::from_hours(336);

#[derive(Serialize, Deserialize)]
struct Head {
    path: Option<PathBuf>,
    #[serde(default)]
    fingerprint: Option<Fingerprint>,
    /// The project's name.
    #[serde(default)]
    name: String,
    /// Seconds since 1970.
    time: u64,
}

/// The file that unsaved work belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    pub path: PathBuf,
    /// The file's content when it was last read or written.
    pub fingerprint: Fingerprint,
}

/// The place for the copy of one open document. It isn't offered to other processes as long as this lives.
#[derive(Debug)]
pub struct Session {
    copy: PathBuf,
    _lock: Lock,
}

impl Session {
    /// A place for a document that has just been opened; nothing is stored yet.
    pub fn start(places: &Places) -> Result<Self, Error> {
        let folder = places.recovery();
        file::own_folder(folder)?;
        loop {
            let name = format!("{:016x}", rand::random::<u64>());
            let copy = folder.join(format!("{name}.nisje.ron"));
            if let Some(lock) = Lock::take(&lock_of(&copy)).map_err(|error| Error::io(folder, error))? {
                return Ok(Self { copy, _lock: lock });
            }
        }
    }

    /// Stores the work as it is now, and the file that it belongs to, if it has one.
    pub fn store(&self, project: &Project, origin: Option<&Origin>) -> Result<(), Error> {
        let time = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
        // A path that is not UTF-8 can't be written down; the work can.
        let origin = origin.filter(|origin| origin.path.to_str().is_some());
        let head = Head {
            path: origin.map(|origin| origin.path.clone()),
            fingerprint: origin.map(|origin| origin.fingerprint),
            name: project.name.chars().take(1000).collect(),
            time,
        };
        let head = ron::to_string(&head).map_err(|error| Error::io(&self.copy, io::Error::other(error.to_string())))?;
        let project = format::write(project).map_err(|error| Error::io(&self.copy, error))?;
        let limit = Limits::default().bytes;
        if project.len() as u64 > limit {
            return Err(Error::new(&self.copy, Fault::TooLargeToOpen(limit)));
        }
        let bytes = [MARK, head.as_bytes(), b"\n", &project].concat();
        file::write_private(&self.copy, &bytes)
    }

    /// Removes the copy: the work is saved, or not wanted.
    pub fn discard(&self) -> Result<(), Error> {
        remove(&self.copy)
    }

    /// Takes an orphan over: its copy is this document's until it is stored again or discarded.
    pub fn adopt(orphan: Orphan) -> Self {
        Self { copy: orphan.copy, _lock: orphan.lock }
    }
}

/// Work that was not saved when the program ended. It isn't offered to other processes as long as this lives.
#[derive(Debug)]
pub struct Orphan {
    copy: PathBuf,
    lock: Lock,
    /// The file that it belongs to; none if it had none yet. The fingerprint of older copies is unknown.
    pub origin: Option<Origin>,
    /// The project's name; empty if it had none yet.
    pub name: String,
    pub time: SystemTime,
}

impl Orphan {
    /// The work.
    pub fn load(&self, limits: &Limits) -> Result<Project, Error> {
        load(&self.copy, limits)
    }

    /// The file that holds the copy.
    pub fn copy(&self) -> &Path {
        &self.copy
    }

    /// Throws the copy away: it can be taken back for two weeks.
    pub fn discard(self, places: &Places) -> Result<(), Error> {
        let folder = places.thrown();
        file::own_folder(&folder)?;
        let moved = folder.join(self.copy.file_name().unwrap_or_default());
        fs::rename(&self.copy, &moved).map_err(|error| Error::io(&self.copy, error))?;
        // Its two weeks begin now.
        let touched = File::options().write(true).open(&moved).and_then(|file| file.set_modified(SystemTime::now()));
        touched.map_err(|error| Error::io(&moved, error))
    }
}

/// The work in a copy. The limit of a file holds for the project, without the first line.
pub fn load(copy: &Path, limits: &Limits) -> Result<Project, Error> {
    let limits = Limits { bytes: limits.bytes.saturating_add(MOST_HEAD), ..*limits };
    file::open(copy, &limits).map(|opened| opened.project)
}

/// Takes the copy back that was thrown away last. Says whether there was one.
pub fn take_back(places: &Places) -> Result<bool, Error> {
    let folder = places.thrown();
    let modified = |path: &PathBuf| fs::symlink_metadata(path).and_then(|metadata| metadata.modified()).ok();
    let Some(last) = files(&folder).into_iter().filter(|path| is_copy(path)).max_by_key(modified) else {
        return Ok(false);
    };
    let back = places.recovery().join(last.file_name().unwrap_or_default());
    fs::rename(&last, back).map(|()| true).map_err(|error| Error::io(&last, error))
}

/// The work that was not saved, the latest first. Files that can't be read are passed over and stay.
pub fn list(places: &Places) -> Vec<Orphan> {
    forget_thrown(&places.thrown());
    let files = files(places.recovery());
    for lock in files.iter().filter(|path| path.extension() == Some(LOCK.as_ref())) {
        // One without a copy is of a process that was killed before it stored anything.
        if !lock.with_extension("ron").exists() {
            drop(Lock::take(lock));
        }
    }
    let mut orphans: Vec<_> = files
        .into_iter()
        .filter(|path| is_copy(path))
        .filter_map(|copy| {
            orphan(&copy).unwrap_or_else(|error| {
                log::warn!("{}: {error}", copy.display());
                None
            })
        })
        .collect();
    orphans.sort_by(|a, b| b.time.cmp(&a.time).then_with(|| a.copy.cmp(&b.copy)));
    orphans
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().take(MOST_ENTRIES);
    entries.flatten().map(|entry| entry.path()).collect()
}

fn is_copy(path: &Path) -> bool {
    path.file_name()
        .and_then(|name| name.to_str())
        .is_some_and(|name| name.ends_with(".nisje.ron") && !name.starts_with('.'))
}

/// None when another process has it open.
fn orphan(copy: &Path) -> io::Result<Option<Orphan>> {
    let file = open_regular(copy, File::options().read(true))?;
    let Some(lock) = Lock::take(&lock_of(copy))? else { return Ok(None) };
    let mut head = Vec::new();
    BufReader::new(file).take(MOST_HEAD).read_until(b'\n', &mut head)?;
    let invalid = |error: &dyn std::fmt::Display| io::Error::new(ErrorKind::InvalidData, error.to_string());
    let head = head.strip_prefix(MARK).ok_or_else(|| invalid(&"no recovery copy"))?;
    let Head { path, fingerprint, name, time } = ron::de::from_bytes(head).map_err(|error| invalid(&error))?;
    // A time that the system can't express counts as the oldest.
    let time = UNIX_EPOCH.checked_add(Duration::from_secs(time)).unwrap_or(UNIX_EPOCH);
    let origin = path.map(|path| Origin { path, fingerprint: fingerprint.unwrap_or(Fingerprint::UNKNOWN) });
    Ok(Some(Orphan { copy: copy.to_owned(), lock, origin, name, time }))
}

/// Removes copies that were thrown away more than two weeks ago.
fn forget_thrown(folder: &Path) {
    for copy in files(folder).into_iter().filter(|path| is_copy(path)) {
        let modified = fs::symlink_metadata(&copy).and_then(|metadata| metadata.modified());
        if modified.is_ok_and(|time| SystemTime::now().duration_since(time).is_ok_and(|age| age > KEPT)) {
            let _ = fs::remove_file(copy);
        }
    }
}

fn lock_of(copy: &Path) -> PathBuf {
    copy.with_extension(LOCK)
}

fn remove(copy: &Path) -> Result<(), Error> {
    match fs::remove_file(copy) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(Error::io(copy, error)),
        _ => Ok(()),
    }
}
