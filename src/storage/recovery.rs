//! Copies of unsaved work, for the start after a crash.
//!
//! Each open document has one copy, a valid project file whose first line is a comment with where it belongs. Beside it
//! stands a lock that lives as long as the program that owns it, so that a copy is offered only when nobody has it open.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use crate::project::Project;

use super::{Error, Limits, Places, file, format};

/// What the first line starts with.
const MARK: &[u8] = b"// nisje-recovery ";
/// The ending of a lock, in place of the copy's.
const LOCK: &str = "lock";
/// More than any first line needs: paths have 4,096 bytes at the most.
const MOST_HEAD: u64 = 64 << 10;

#[derive(Serialize, Deserialize)]
struct Head {
    path: Option<PathBuf>,
    /// The project's name.
    #[serde(default)]
    name: String,
    /// Seconds since 1970.
    time: u64,
}

/// The place for the copy of one open document. Nobody else is offered it as long as this lives.
#[derive(Debug)]
pub struct Session {
    copy: PathBuf,
    _lock: Lock,
}

#[derive(Debug)]
struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    /// None when somebody else has it.
    fn take(path: PathBuf) -> io::Result<Option<Self>> {
        let file = File::options().create(true).truncate(false).write(true).open(&path)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Self { path, _file: file })),
            Err(fs::TryLockError::WouldBlock) => Ok(None),
            Err(fs::TryLockError::Error(error)) => Err(error),
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Left behind, it only takes room.
        let _ = fs::remove_file(&self.path);
    }
}

impl Session {
    /// A place for a document that has just been opened; nothing is stored yet.
    pub fn start(places: &Places) -> Result<Self, Error> {
        let folder = places.recovery();
        let io = |error| Error::io(folder, error);
        fs::create_dir_all(folder).map_err(io)?;
        loop {
            let name = format!("{:016x}", rand::random::<u64>());
            let copy = folder.join(format!("{name}.nisje.ron"));
            if let Some(lock) = Lock::take(lock_of(&copy)).map_err(io)? {
                return Ok(Self { copy, _lock: lock });
            }
        }
    }

    /// Stores the work as it is now; `path` is the file that it belongs to, if it has one.
    pub fn store(&self, project: &Project, path: Option<&Path>) -> Result<(), Error> {
        let time = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_secs());
        // A name that is no text can't be written down; the work can.
        let path = path.filter(|path| path.to_str().is_some()).map(Path::to_owned);
        let head = ron::to_string(&Head { path, name: project.name.to_string(), time })
            .map_err(|error| Error::io(&self.copy, io::Error::other(error.to_string())))?;
        let project = format::write(project).map_err(|error| Error::io(&self.copy, error))?;
        let bytes = [MARK, head.as_bytes(), b"\n", &project].concat();
        file::write_atomic(&self.copy, &bytes)
    }

    /// Removes the copy: the work is saved, or not wanted.
    pub fn discard(&self) -> Result<(), Error> {
        remove(&self.copy)
    }

    /// Takes over what somebody left: the copy is this document's from now on, until it is stored anew or discarded.
    pub fn adopt(orphan: Orphan) -> Self {
        Self { copy: orphan.copy, _lock: orphan.lock }
    }
}

/// Work that was not saved when the program ended. Nobody else is offered it as long as this lives.
#[derive(Debug)]
pub struct Orphan {
    copy: PathBuf,
    lock: Lock,
    /// The file that it belongs to; none if it had none yet.
    pub path: Option<PathBuf>,
    /// The project's name; empty if it had none yet.
    pub name: String,
    /// When it was stored.
    pub time: SystemTime,
}

impl Orphan {
    /// The work.
    pub fn load(&self, limits: &Limits) -> Result<Project, Error> {
        file::open(&self.copy, limits).map(|opened| opened.project)
    }

    /// Removes the copy: it is not wanted.
    pub fn discard(self) -> Result<(), Error> {
        remove(&self.copy)
    }
}

/// The work that was not saved, the latest first. What can't be read is passed over and left where it is.
pub fn list(places: &Places) -> Vec<Orphan> {
    let files: Vec<_> =
        fs::read_dir(places.recovery()).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    for lock in files.iter().filter(|path| path.extension() == Some(LOCK.as_ref())) {
        // One without a copy was left by a program that was killed before it stored anything.
        if !lock.with_extension("ron").exists() {
            drop(Lock::take(lock.clone()));
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

fn is_copy(path: &Path) -> bool {
    path.file_name()
        .and_then(|name| name.to_str())
        .is_some_and(|name| name.ends_with(".nisje.ron") && !name.starts_with('.'))
}

/// None when somebody has it open.
fn orphan(copy: &Path) -> io::Result<Option<Orphan>> {
    let Some(lock) = Lock::take(lock_of(copy))? else { return Ok(None) };
    let mut head = Vec::new();
    BufReader::new(File::open(copy)?).take(MOST_HEAD).read_until(b'\n', &mut head)?;
    let head = head.strip_prefix(MARK).ok_or_else(|| io::Error::new(ErrorKind::InvalidData, "no recovery copy"))?;
    let Head { path, name, time } =
        ron::de::from_bytes(head).map_err(|error| io::Error::new(ErrorKind::InvalidData, error))?;
    Ok(Some(Orphan { copy: copy.to_owned(), lock, path, name, time: UNIX_EPOCH + Duration::from_secs(time) }))
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
