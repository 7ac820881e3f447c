//! Replacing a file in one step.
//!
//! The content goes to a temporary file in the same folder, is flushed, and is renamed over the old file. Owner, mode,
//! access lists and extended attributes of the old file are kept; where the file system can't, access gets narrower,
//! never wider. A file that can't be renamed over (a mount point, another's file in a sticky folder) is written in place.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, Metadata};
use std::hash::Hasher;
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use siphasher::sip::SipHasher13;

/// Access to the new file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Access {
    /// As the old file; as the umask says for a new one.
    Kept,
    /// The user's own: 0600.
    Private,
}

/// Age after which a temporary file is abandoned where files can't be locked.
const ABANDONED: Duration = Duration::from_hours(24);
/// Entries of a folder that are looked at for abandoned files.
const MOST_ENTRIES: usize = 20_000;

/// Writes `bytes` to `target`, which is no symbolic link. On error the old content stands.
pub(super) fn replace(target: &Path, bytes: &[u8], access: Access) -> io::Result<Metadata> {
    sweep(target);
    let old = fs::metadata(target).ok().filter(|_| access == Access::Kept);
    let mut temporary = Temporary::create(target, if old.is_some() { Access::Private } else { access })?;
    temporary.file.write_all(bytes)?;
    if let Some(old) = old {
        keep(&old, target, &temporary.file);
    }
    flush(&temporary.file)?;
    let metadata = temporary.file.metadata()?;
    match fs::rename(&temporary.path, target) {
        Err(error) if !is_same(&metadata, target) => {
            if !is_pinned(&error) {
                return Err(error);
            }
            // The temporary file holds the new content until the old file is whole again.
            write_in_place(target, bytes).inspect_err(|_| temporary.is_wanted = true)
        }
        // An error after the fact, as of an interrupted call on a network disk, is none.
        _ => {
            temporary.is_wanted = true;
            if let Err(error) = File::open(folder_of(target)).and_then(|folder| folder.sync_all()) {
                log::debug!("{}: the folder can't be flushed: {error}", target.display());
            }
            Ok(metadata)
        }
    }
}

/// A temporary file, removed when dropped unless it is wanted.
struct Temporary {
    path: PathBuf,
    file: File,
    is_wanted: bool,
}

impl Temporary {
    fn create(target: &Path, access: Access) -> io::Result<Self> {
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, if access == Access::Kept { 0o666 } else { 0o600 });
        loop {
            let path = folder_of(target).join(temporary_name(rand::random(), target));
            match options.open(&path) {
                Ok(file) if is_locked(&file, &path) => return Ok(Self { path, file, is_wanted: false }),
                // A sweep has taken it for abandoned before it was locked.
                Ok(_) => {}
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        if !self.is_wanted {
            let _ = fs::remove_file(&self.path);
        }
    }
}

/// Locks the file against [`sweep`]. False when it was swept before. Where files can't be locked, `sweep` waits a day.
fn is_locked(file: &File, path: &Path) -> bool {
    if cfg!(not(unix)) {
        return true;
    }
    match file.try_lock() {
        Ok(()) => is_named(file, path),
        Err(fs::TryLockError::WouldBlock) => false,
        Err(fs::TryLockError::Error(_)) => true,
    }
}

/// A name of 50 bytes whatever the target's is. The second half follows from the first and the target, so that no name
/// of the user's is taken for one of ours.
pub(super) fn temporary_name(random: u64, target: &Path) -> String {
    let mut hasher = SipHasher13::new();
    hasher.write_u64(random);
    hasher.write(target.file_name().unwrap_or_default().as_encoded_bytes());
    format!(".nisje-{random:016x}-{:016x}.tmp", hasher.finish())
}

/// Removes the temporary files for this target whose writer was killed.
fn sweep(target: &Path) {
    let entries = fs::read_dir(folder_of(target)).into_iter().flatten().take(MOST_ENTRIES);
    for entry in entries.flatten().filter(|entry| is_temporary(&entry.file_name(), target)) {
        let path = entry.path();
        let Ok(file) = open_regular(&path, File::options().read(true).write(true)) else { continue };
        let is_abandoned = match file.try_lock() {
            Ok(()) => cfg!(unix) || is_old(&file),
            Err(fs::TryLockError::WouldBlock) => false,
            Err(fs::TryLockError::Error(_)) => is_old(&file),
        };
        if is_abandoned {
            let _ = fs::remove_file(path);
        }
    }
}

fn is_temporary(name: &OsStr, target: &Path) -> bool {
    let random = |name: &str| u64::from_str_radix(name.strip_prefix(".nisje-")?.get(..16)?, 16).ok();
    name.to_str().is_some_and(|name| random(name).is_some_and(|random| name == temporary_name(random, target)))
}

fn is_old(file: &File) -> bool {
    let modified = file.metadata().and_then(|metadata| metadata.modified());
    modified.is_ok_and(|modified| SystemTime::now().duration_since(modified).is_ok_and(|age| age > ABANDONED))
}

fn folder_of(target: &Path) -> &Path {
    target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Flushes the content to the disk. File systems that can't flush are taken at their word.
fn flush(file: &File) -> io::Result<()> {
    match file.sync_all() {
        Err(error) if matches!(error.kind(), ErrorKind::Unsupported | ErrorKind::InvalidInput) => Ok(()),
        done => done,
    }
}

/// The file may be written but nothing can be renamed over it.
fn is_pinned(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::ResourceBusy | ErrorKind::CrossesDevices)
        || (cfg!(unix) && error.kind() == ErrorKind::PermissionDenied)
}

/// Writes over the old content, and puts it back if that fails.
fn write_in_place(target: &Path, bytes: &[u8]) -> io::Result<Metadata> {
    let mut file = File::options().read(true).write(true).open(target)?;
    let mut old = Vec::new();
    file.read_to_end(&mut old)?;
    let mut write = |bytes: &[u8]| {
        file.rewind()?;
        file.write_all(bytes)?;
        file.set_len(bytes.len() as u64)?;
        flush(&file)
    };
    if let Err(error) = write(bytes) {
        write(&old)?;
        return Err(error);
    }
    file.metadata()
}

/// Opens a regular file that the path names itself: no link, pipe or device is opened, and nothing is waited for.
pub(super) fn open_regular(path: &Path, options: &mut fs::OpenOptions) -> io::Result<File> {
    let refused = || io::Error::new(ErrorKind::InvalidInput, "no regular file");
    if fs::symlink_metadata(path).is_ok_and(|metadata| !metadata.is_file()) {
        return Err(refused());
    }
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        // What has been put there since the look is opened without waiting, and refused.
        options.custom_flags((OFlags::NONBLOCK | OFlags::NOFOLLOW).bits().cast_signed());
    }
    let file = options.open(path)?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(refused()) }
}

/// Whether the path still names that open file.
pub(super) fn is_named(file: &File, path: &Path) -> bool {
    cfg!(not(unix)) || file.metadata().is_ok_and(|metadata| is_same(&metadata, path))
}

#[cfg(unix)]
fn is_same(metadata: &Metadata, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::symlink_metadata(path).is_ok_and(|there| (there.dev(), there.ino()) == (metadata.dev(), metadata.ino()))
}

#[cfg(not(unix))]
fn is_same(_: &Metadata, _: &Path) -> bool {
    false
}

#[cfg(not(unix))]
fn keep(_: &Metadata, _: &Path, _: &File) {}

/// Extended attributes that grant access.
#[cfg(unix)]
const ACCESS_LISTS: [&str; 3] = ["system.posix_acl_access", "system.nfs4_acl", "system.richacl"];

/// Gives the new file owner, mode, access lists and extended attributes of the old one, as far as the system lets us.
#[cfg(unix)]
fn keep(old: &Metadata, target: &Path, new: &File) {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, fchown};
    use xattr::FileExt;

    let Ok(now) = new.metadata() else { return };
    let mut mode = old.mode() & 0o777;
    let has_group = now.gid() == old.gid() || fchown(new, None, Some(old.gid())).is_ok();
    if now.uid() != old.uid() {
        let _ = fchown(new, Some(old.uid()), None);
    }
    if !has_group {
        // Members of either group get what both had.
        let common = (mode >> 3) & mode & 0o7;
        mode = mode & 0o700 | common << 3 | common;
    }
    let names: Vec<OsString> = xattr::list(target).map(Iterator::collect).unwrap_or_default();
    let is_list = |name: &OsStr| ACCESS_LISTS.iter().any(|list| name == *list);
    // Lists that the folder gives to new files.
    let inherited: Vec<OsString> = new.list_xattr().map(Iterator::collect).unwrap_or_default();
    for name in inherited.iter().filter(|name| is_list(name) && !names.contains(name)) {
        if new.remove_xattr(name).is_err() {
            mode &= 0o700;
        }
    }
    for name in names.iter().filter(|name| !is_bound_to_content(name)) {
        let copied = if is_list(name) && !has_group {
            Err(io::Error::from(ErrorKind::PermissionDenied))
        } else {
            xattr::get(target, name).and_then(|value| new.set_xattr(name, &value.unwrap_or_default()))
        };
        if let Err(error) = copied {
            log::debug!("{}: {} is not kept: {error}", target.display(), name.display());
            if is_list(name) {
                mode &= 0o700;
            }
        }
    }
    if let Err(error) = new.set_permissions(fs::Permissions::from_mode(mode)) {
        log::debug!("{}: the mode is not kept: {error}", target.display());
    }
}

/// Signatures and capabilities belong to the old content.
#[cfg(unix)]
fn is_bound_to_content(name: &OsStr) -> bool {
    name.to_str().is_some_and(|name| name.starts_with("security.") && name != "security.selinux")
}
