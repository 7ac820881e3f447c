//! Opening and saving files so that no moment leaves half of one.

use std::fs::{self, File, Metadata};
use std::hash::Hasher;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use siphasher::sip::SipHasher13;
use thiserror::Error;

use crate::project::{Message, Project};

use super::format::{self, Comments, Contents, FormatError, FormatFault, Limits, Place};
use super::replace::{self, Access};

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
    /// A pipe, a socket or a device.
    #[error("is no regular file")]
    NotRegular,
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
    /// A fault in the program stopped the work on the file.
    #[error("interrupted by a fault in the program")]
    Interrupted,
    /// The system could start no thread for the work.
    #[error("no thread")]
    NoThread,
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
    pub(super) fn new(path: &Path, fault: Fault) -> Self {
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

    /// The work on the file ended in a panic.
    pub fn interrupted(path: &Path) -> Self {
        Self::new(path, Fault::Interrupted)
    }

    /// The work on the file was never begun.
    pub fn no_thread(path: &Path) -> Self {
        Self::new(path, Fault::NoThread)
    }

    /// The error for a person, without the file's name and the place.
    pub fn message(&self) -> Message {
        match &*self.fault {
            Fault::NotFound => Message::new("file-not-found"),
            Fault::NoFolder(folder) => Message::new("file-no-folder").with("folder", folder.display().to_string()),
            Fault::IsFolder => Message::new("file-is-folder"),
            Fault::NotRegular => Message::new("file-not-regular"),
            Fault::Denied => Message::new("file-denied"),
            Fault::ReadOnly => Message::new("file-read-only"),
            Fault::DiskFull => Message::new("file-disk-full"),
            Fault::Changed => Message::new("file-changed"),
            Fault::TooLargeToOpen(limit) => {
                Message::new("file-too-large-to-open").with("megabytes", (limit >> 20) as usize)
            }
            Fault::Format(error) => error.message(),
            Fault::Interrupted => Message::new("file-interrupted"),
            Fault::NoThread => Message::new("file-no-thread"),
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

/// A file's content in brief, to notice later that it has another. Stable: it is stored with recovery copies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {
    /// Bytes.
    length: u64,
    /// SipHash-1-3 of the bytes.
    content: u64,
}

impl Fingerprint {
    /// Differs from every file's: what the file was like is not known.
    pub const UNKNOWN: Self = Self { length: u64::MAX, content: 0 };

    /// The fingerprint of that content.
    pub fn of(bytes: &[u8]) -> Self {
        let mut hasher = SipHasher13::new();
        hasher.write(bytes);
        Self { length: bytes.len() as u64, content: hasher.finish() }
    }
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
    let bytes = read_bounded(path, limits.bytes)?;
    let Contents { project, comments } =
        format::read_contents(&bytes, limits).map_err(|error| Error::new(path, error.into()))?;
    Ok(Opened { project, comments, fingerprint: Fingerprint::of(&bytes) })
}

/// The whole content of a regular file of at most `limit` bytes. Links are followed; pipes and devices are refused
/// without waiting for them.
pub(super) fn read_bounded(path: &Path, limit: u64) -> Result<Vec<u8>, Error> {
    let io = |error| Error::io(path, error);
    let too_large = || Error::new(path, FormatError::from(FormatFault::TooLarge(limit)).into());
    let path_behind_links = fs::canonicalize(path).map_err(io)?;
    regular(path, &fs::metadata(&path_behind_links).map_err(io)?)?;
    let file = replace::open_regular(&path_behind_links, File::options().read(true)).map_err(io)?;
    let length = file.metadata().map_err(io)?.len();
    if length > limit {
        return Err(too_large());
    }
    let mut bytes = Vec::with_capacity(length as usize + 1);
    // The file may grow meanwhile.
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(io)?;
    if bytes.len() as u64 > limit { Err(too_large()) } else { Ok(bytes) }
}

fn regular(path: &Path, metadata: &Metadata) -> Result<(), Error> {
    match metadata {
        _ if metadata.is_dir() => Err(Error::new(path, Fault::IsFolder)),
        _ if !metadata.is_file() => Err(Error::new(path, Fault::NotRegular)),
        _ => Ok(()),
    }
}

/// Saves a project: the file is always the old one or the new one as a whole, and after success the new one survives a
/// power cut. A symbolic link is followed. Owner, mode, access lists and extended attributes are kept. Hard links part:
/// the other name keeps the old content.
pub fn save(path: &Path, project: &Project) -> Result<Fingerprint, Error> {
    let bytes = format::write(project).map_err(|error| Error::io(path, error))?;
    let limit = Limits::default().bytes;
    if bytes.len() as u64 > limit {
        return Err(Error::new(path, Fault::TooLargeToOpen(limit)));
    }
    write_atomic(path, &bytes)?;
    Ok(Fingerprint::of(&bytes))
}

/// Saves unless another program has changed the file: then [`Fault::Changed`]. A file that is gone is written again.
///
/// What another program writes between the look and the replacing, some milliseconds, goes unnoticed.
pub fn save_if_unchanged(path: &Path, project: &Project, expected: &Fingerprint) -> Result<Fingerprint, Error> {
    if is_changed(path, expected)? { Err(Error::new(path, Fault::Changed)) } else { save(path, project) }
}

/// Whether the file has another content than it had. A file that is gone hasn't.
pub fn is_changed(path: &Path, expected: &Fingerprint) -> Result<bool, Error> {
    match fs::metadata(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(Error::io(path, error)),
        Ok(metadata) if metadata.len() != expected.length => return Ok(true),
        Ok(_) => {}
    }
    match read_bounded(path, expected.length) {
        Ok(bytes) => Ok(Fingerprint::of(&bytes) != *expected),
        Err(error) if matches!(*error.fault, Fault::Format(_)) => Ok(true),
        Err(error) => Err(error),
    }
}

/// Writes a file as [`save`] does, whatever it is.
pub fn write_atomic(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    write(path, bytes, Access::Kept)
}

/// Writes a file as [`save`] does, for the user's eyes only: 0600.
pub(super) fn write_private(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    write(path, bytes, Access::Private)
}

fn write(path: &Path, bytes: &[u8], access: Access) -> Result<(), Error> {
    let target = resolve(path)?;
    let written = retry(|| replace::replace(&target, bytes, access));
    written.map(|_| ()).map_err(|error| Error::io(path, error))
}

/// Makes a folder that only this program uses, and those above it that are missing, for the user only: 0700.
pub(super) fn own_folder(folder: &Path) -> Result<(), Error> {
    private_folder(folder)?;
    #[cfg(unix)]
    if let Ok(metadata) = fs::metadata(folder) {
        use std::os::unix::fs::PermissionsExt;
        if metadata.permissions().mode() & 0o077 != 0 {
            // Older versions made it for all to read.
            let _ = fs::set_permissions(folder, fs::Permissions::from_mode(0o700));
        }
    }
    Ok(())
}

/// Makes a folder and those above it that are missing, for the user only: 0700. One that exists is left as it is.
pub(super) fn private_folder(folder: &Path) -> Result<(), Error> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|error| Error::io(folder, error))
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
    regular(path, &metadata)?;
    // Replacing needs permission for the folder only; a write-protected file is meant to stay.
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

/// On Windows, tries again for a short while: virus scanners and indexers hold files open.
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
