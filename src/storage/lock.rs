//! Locks between running programs. A lock lives as long as its process.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::replace::{is_named, open_regular};

/// A locked file, removed when dropped.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    /// Takes the lock; none when another process has it.
    ///
    /// Where files can't be locked, the process whose number stands in the file has it as long as it runs.
    pub(super) fn take(path: &Path) -> io::Result<Option<Self>> {
        let mut options = File::options();
        options.create(true).truncate(false).read(true).write(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = loop {
            let file = open_regular(path, &mut options)?;
            match file.try_lock() {
                // The one before has removed the file since it was opened: there may be another by now.
                Ok(()) if !is_named(&file, path) => {}
                Ok(()) => break file,
                Err(TryLockError::WouldBlock) => return Ok(None),
                Err(TryLockError::Error(error)) => {
                    log::debug!("{}: {error}", path.display());
                    if owner_runs(path) {
                        return Ok(None);
                    }
                    break file;
                }
            }
        };
        io::Write::write_all(&mut &file, format!("{:<10}", std::process::id()).as_bytes())?;
        Ok(Some(Self { path: path.to_owned(), _file: file }))
    }

    /// Takes the lock, waiting at most that long for others.
    pub(super) fn wait(path: &Path, longest: Duration) -> io::Result<Option<Self>> {
        let until = Instant::now() + longest;
        loop {
            match Self::take(path) {
                Ok(None) if Instant::now() < until => sleep(Duration::from_millis(5)),
                done => return done,
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // One that stays only takes room.
        let _ = fs::remove_file(&self.path);
    }
}

/// Whether the process that wrote the lock still runs, as far as the system tells.
fn owner_runs(path: &Path) -> bool {
    let number = fs::read_to_string(path).ok().and_then(|number| number.trim().parse::<u32>().ok());
    number.is_some_and(|number| number != std::process::id() && Path::new(&format!("/proc/{number}")).exists())
}
