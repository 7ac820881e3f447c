//! Opening and saving files so that no moment leaves half of one.

use std::fs::{self, File, Metadata};
use std::hash::{DefaultHasher, Hasher};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use atomic_write_file::{AtomicWriteFile, OpenOptions};
use thiserror::Error;

use crate::project::{Message, Project};

use super::format::{self, Comments, Contents, FormatError, FormatFault, Limits, Place};

/// What went wrong with a file.
#[derive(Debug, Error)]
pub enum Fault {
    /// There is no such file.
    #[error("no such file")]
    NotFound,
    /// The folder that the file would be in isn't there.
    #[error("no such folder: {}", .0.display())]
    NoFolder(PathBuf),
    /// A folder stands there.
    #[error("is a folder")]
    IsFolder,
    /// The user may not do that there.
    #[error("permission denied")]
    Denied,
    /// The file, or the disk that it is on, may only be read.
    #[error("read-only")]
    ReadOnly,
    /// No room is left.
    #[error("the disk is full")]
    DiskFull,
    /// Another program has changed the file since it was opened or saved.
    #[error("changed by another program")]
    Changed,
    /// The file would be larger than what can be opened again, in bytes.
    #[error("larger than {0} bytes")]
    TooLargeToOpen(u64),
    /// It is no project, or not a valid one.
    #[error(transparent)]
    Format(#[from] FormatError),
    /// Anything else that the system reports, in its words.
    #[error(transparent)]
    Io(io::Error),
}

/// A file could not be read or written; it is as it was.
#[derive(Debug, Error)]
#[error("{}: {fault}", path.display())]
pub struct Error {
    /// The file, as the caller named it.
    pub path: PathBuf,
    /// What went wrong.
    #[source]
    pub fault: Box<Fault>,
}

impl Error {
    fn new(path: &Path, fault: Fault) -> Self {
        Self { path: path.to_owned(), fault: Box::new(fault) }
    }

    pub(super) fn io(path: &Path, error: io::Error) -> Self {
        let fault = match error.kind() {
            ErrorKind::NotFound => Fault::NotFound,
            ErrorKind::PermissionDenied => Fault::Denied,
            ErrorKind::ReadOnlyFilesystem => Fault::ReadOnly,
            ErrorKind::IsADirectory => Fault::IsFolder,
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Fault::DiskFull,
            _ => Fault::Io(error),
        };
        Self::new(path, fault)
    }

    /// The error for a person, without the file's name and the place.
    pub fn message(&self) -> Message {
        match &*self.fault {
            Fault::NotFound => Message::new("file-not-found"),
            Fault::NoFolder(folder) => Message::new("file-no-folder").with("folder", folder.display().to_string()),
            Fault::IsFolder => Message::new("file-is-folder"),
            Fault::Denied => Message::new("file-denied"),
            Fault::ReadOnly => Message::new("file-read-only"),
            Fault::DiskFull => Message::new("file-disk-full"),
            Fault::Changed => Message::new("file-changed"),
            Fault::TooLargeToOpen(limit) => {
                Message::new("file-too-large-to-open").with("megabytes", (limit >> 20) as usize)
            }
            Fault::Format(error) => error.message(),
            Fault::Io(error) => Message::new("file-other").with("text", error.to_string()),
        }
    }

    /// Where in the file the fault is, if it is at one place.
    pub fn place(&self) -> Option<&Place> {
        match &*self.fault {
            Fault::Format(error) => error.place.as_ref(),
            _ => None,
        }
    }
}

/// What a file was when it was read or written, to notice later that it no longer is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fingerprint {
    length: u64,
    modified: Option<SystemTime>,
    content: u64,
}

impl Fingerprint {
    fn of(bytes: &[u8], metadata: &Metadata) -> Self {
        Self { length: bytes.len() as u64, modified: metadata.modified().ok(), content: hash(bytes) }
    }
}

fn hash(bytes: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(bytes);
    hasher.finish()
}

/// A project from a file.
#[derive(Debug, Clone)]
pub struct Opened {
    /// What stands in it.
    pub project: Project,
    pub comments: Comments,
    /// What the file was when it was read.
    pub fingerprint: Fingerprint,
}

/// Opens a project file.
pub fn open(path: &Path, limits: &Limits) -> Result<Opened, Error> {
    let (bytes, metadata) = read_bounded(path, limits.bytes)?;
    let Contents { project, comments } =
        format::read_contents(&bytes, limits).map_err(|error| Error::new(path, error.into()))?;
    Ok(Opened { project, comments, fingerprint: Fingerprint::of(&bytes, &metadata) })
}

/// The whole file, if it isn't larger than `limit`. A file that grows meanwhile, or a device without an end, is given up
/// at the limit too.
pub(super) fn read_bounded(path: &Path, limit: u64) -> Result<(Vec<u8>, Metadata), Error> {
    let io = |error| Error::io(path, error);
    let too_large = || Error::new(path, FormatError::from(FormatFault::TooLarge(limit)).into());
    let metadata = fs::metadata(path).map_err(io)?;
    if metadata.is_dir() {
        return Err(Error::new(path, Fault::IsFolder));
    }
    if metadata.len() > limit {
        return Err(too_large());
    }
    let file = File::open(path).map_err(io)?;
    let mut bytes = Vec::with_capacity(metadata.len() as usize + 1);
    let metadata = file.metadata().map_err(io)?;
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(io)?;
    if bytes.len() as u64 > limit { Err(too_large()) } else { Ok((bytes, metadata)) }
}

/// Saves a project: the file is always the old one or the new one as a whole, and after success the new one survives a
/// power cut. A symbolic link is followed; permissions are kept. Hard links part: the other name keeps the old content.
pub fn save(path: &Path, project: &Project) -> Result<Fingerprint, Error> {
    let bytes = format::write(project).map_err(|error| Error::io(path, error))?;
    let limit = Limits::default().bytes;
    if bytes.len() as u64 > limit {
        return Err(Error::new(path, Fault::TooLargeToOpen(limit)));
    }
    let metadata = replace(path, &bytes)?;
    Ok(Fingerprint::of(&bytes, &metadata))
}

/// Saves unless another program has changed the file: then [`Fault::Changed`]. A file that is gone is written again.
///
/// What another program writes between the look and the replacing, some milliseconds, goes unnoticed.
pub fn save_if_unchanged(path: &Path, project: &Project, expected: &Fingerprint) -> Result<Fingerprint, Error> {
    if is_changed(path, expected)? { Err(Error::new(path, Fault::Changed)) } else { save(path, project) }
}

/// Whether the file has another content than it had. Reads it only if its time says that it may have.
pub fn is_changed(path: &Path, expected: &Fingerprint) -> Result<bool, Error> {
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(Error::io(path, error)),
    };
    if metadata.len() != expected.length {
        return Ok(true);
    }
    if expected.modified.is_some() && metadata.modified().ok() == expected.modified {
        return Ok(false);
    }
    match read_bounded(path, expected.length) {
        Ok((bytes, _)) => Ok(hash(&bytes) != expected.content),
        Err(error) if matches!(*error.fault, Fault::Format(_)) => Ok(true),
        Err(error) => Err(error),
    }
}

/// Writes a file as [`save`] does, whatever it is.
pub fn write_atomic(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    replace(path, bytes).map(|_| ())
}

fn replace(path: &Path, bytes: &[u8]) -> Result<Metadata, Error> {
    let target = resolve(path)?;
    let written = retry(|| {
        let mut file = create(&target)?;
        file.write_all(bytes)?;
        // Syncs the file, renames it, and syncs the folder.
        file.sync_all()?;
        let metadata = file.metadata()?;
        file.commit()?;
        Ok(metadata)
    });
    written.map_err(|error| Error::io(path, error))
}

/// The file that is meant, behind symbolic links, and that it may be replaced.
fn resolve(path: &Path) -> Result<PathBuf, Error> {
    let target = match fs::canonicalize(path) {
        Ok(target) => target,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            // A new file, or a link to one.
            let target = behind_links(path);
            let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            return match fs::metadata(folder) {
                Ok(metadata) if metadata.is_dir() && target.file_name().is_some() => Ok(target),
                _ => Err(Error::new(path, Fault::NoFolder(folder.to_owned()))),
            };
        }
        Err(error) => return Err(Error::io(path, error)),
    };
    let metadata = fs::metadata(&target).map_err(|error| Error::io(path, error))?;
    if metadata.is_dir() {
        return Err(Error::new(path, Fault::IsFolder));
    }
    // Replacing asks the folder for permission only; whoever protects a file means the file.
    if metadata.permissions().readonly() {
        return Err(Error::new(path, Fault::ReadOnly));
    }
    fs::OpenOptions::new().write(true).open(&target).map_err(|error| Error::io(path, error))?;
    Ok(target)
}

/// Follows links whose last one leads to no file. A circle ends somewhere in it, and then nothing can be created there.
fn behind_links(path: &Path) -> PathBuf {
    let mut target = path.to_owned();
    for _ in 0..40 {
        let Ok(next) = fs::read_link(&target) else { break };
        target = target.parent().unwrap_or(Path::new("")).join(next);
    }
    target
}

#[cfg(unix)]
fn create(target: &Path) -> io::Result<AtomicWriteFile> {
    use atomic_write_file::unix::OpenOptionsExt;

    sweep(target);
    let file = OpenOptions::new().open(target).or_else(|error| match error.kind() {
        // Some file systems can't keep the owner, not even for the administrator.
        ErrorKind::PermissionDenied | ErrorKind::InvalidInput => OpenOptions::new().preserve_owner(false).open(target),
        _ => Err(error),
    })?;
    // Says to `sweep` that somebody is at work. Where files can't be locked, `sweep` leaves them alone.
    let _ = file.as_file().try_lock();
    Ok(file)
}

#[cfg(not(unix))]
fn create(target: &Path) -> io::Result<AtomicWriteFile> {
    OpenOptions::new().open(target)
}

/// Removes the temporary files that earlier writers of this file left when they were killed at the worst moment.
#[cfg(unix)]
fn sweep(target: &Path) {
    let (Some(folder), Some(name)) = (target.parent(), target.file_name().and_then(|name| name.to_str())) else {
        return;
    };
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let prefix = format!(".{name}.");
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let entry_name = entry.file_name();
        let suffix = entry_name.to_str().and_then(|entry_name| entry_name.strip_prefix(&prefix));
        let is_temporary =
            suffix.is_some_and(|suffix| suffix.len() == 6 && suffix.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        if is_temporary && File::open(entry.path()).is_ok_and(|file| file.try_lock().is_ok()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Does it, on Windows again for a short while when a virus scanner or an indexer has its hand on the file.
fn retry<T>(mut attempt: impl FnMut() -> io::Result<T>) -> io::Result<T> {
    #[cfg(windows)]
    for pause in [10, 50, 200] {
        const ACCESS_DENIED: i32 = 5;
        const SHARING_VIOLATION: i32 = 32;
        match attempt() {
            Err(error) if matches!(error.raw_os_error(), Some(ACCESS_DENIED | SHARING_VIOLATION)) => {
                std::thread::sleep(std::time::Duration::from_millis(pause));
            }
            done => return done,
        }
    }
    attempt()
}
