//! Notices what other programs do to the open file.

use std::fs::{self, Metadata};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use super::lock::Lock;
use super::versions::key;
use super::{Error, Fingerprint, Limits, Places, file};

/// Coarsest time stamp of a file system: FAT's two seconds. A younger file may change without a new time.
const COARSEST: Duration = Duration::from_secs(3);

/// What has happened to a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It has another content.
    Content(Fingerprint),
    /// It isn't there any more.
    Gone,
}

/// Looks at a file now and then. Inode, size and times say whether the content is to be read; the content decides.
#[derive(Debug)]
pub struct Watch {
    path: PathBuf,
    known: Option<Fingerprint>,
    seen: Option<Stamp>,
    /// The content was read when the stamp could already tell later writes apart.
    is_settled: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
    /// Device, inode, and seconds and nanoseconds of the last change of the inode.
    inode: Option<(u64, u64, i64, i64)>,
}

impl Stamp {
    fn of(metadata: &Metadata) -> Self {
        #[cfg(unix)]
        let inode = {
            use std::os::unix::fs::MetadataExt;
            Some((metadata.dev(), metadata.ino(), metadata.ctime(), metadata.ctime_nsec()))
        };
        #[cfg(not(unix))]
        let inode = None;
        Self { length: metadata.len(), modified: metadata.modified().ok(), inode }
    }
}

impl Watch {
    /// Watches a file that had that content when it was last read or written.
    pub fn new(path: &Path, known: Fingerprint) -> Self {
        Self { path: path.to_owned(), known: Some(known), seen: None, is_settled: false }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// We have written that content ourselves.
    pub fn wrote(&mut self, fingerprint: Fingerprint) {
        self.known = Some(fingerprint);
        self.is_settled = false;
    }

    /// What has happened since the last look; each change is told once. A file that is being written is waited for: its
    /// stamp must be the same at two looks.
    pub fn look(&mut self) -> Option<Change> {
        let metadata = match fs::metadata(&self.path) {
            Ok(metadata) => metadata,
            Err(error) => {
                let is_news =
                    error.kind() == std::io::ErrorKind::NotFound && self.seen.is_none() && self.known.is_some();
                self.seen = None;
                self.is_settled = false;
                // Programs that save by removing and writing get until the next look.
                return is_news.then(|| {
                    self.known = None;
                    Change::Gone
                });
            }
        };
        let stamp = Stamp::of(&metadata);
        if self.seen.as_ref() != Some(&stamp) {
            self.seen = Some(stamp);
            self.is_settled = false;
            return None;
        }
        if self.is_settled {
            return None;
        }
        let now = SystemTime::now();
        self.is_settled =
            stamp.modified.is_some_and(|modified| now.duration_since(modified).is_ok_and(|age| age > COARSEST));
        let content = match file::read_bounded(&self.path, Limits::default().bytes) {
            Ok(bytes) => Fingerprint::of(&bytes),
            Err(error) => {
                log::debug!("{error}");
                Fingerprint::UNKNOWN
            }
        };
        (self.known != Some(content)).then(|| {
            self.known = Some(content);
            Change::Content(content)
        })
    }
}

/// Says to other windows that the file is open here, as long as it lives.
#[derive(Debug)]
pub struct Presence(#[expect(dead_code, reason = "held, never read")] Lock);

impl Presence {
    /// None when another window has the file open.
    pub fn claim(places: &Places, path: &Path) -> Result<Option<Self>, Error> {
        let folder = places.recovery();
        file::own_folder(folder)?;
        let lock = folder.join(format!("open-{}.presence", key(path)));
        Lock::take(&lock).map(|lock| lock.map(Self)).map_err(|error| Error::io(&lock, error))
    }
}
