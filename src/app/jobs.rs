//! What takes longer than a frame: file dialogs, the disk, exports, simulations. Each answers with an [`Event`] that wakes the window.

use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use eframe::egui::Context;

use crate::analysis::budget::{Outlook, outlooks};
use crate::analysis::robustness::{Problem, Robustness, Settings, simulate};
use crate::document::Snapshot;
use crate::figure::ChannelPicture;
use crate::project::Project;
use crate::report::{self, Format, Part};
use crate::storage::recovery::Orphan;
use crate::storage::{self, Fingerprint, Limits, Opened, Places, versions};
use crate::text::Text;

use super::files::Picking;

/// What a job answers.
#[derive(Debug)]
pub enum Event {
    /// A file dialog was answered; none when it was cancelled, or when nothing answers here.
    Picked {
        /// What the path is for.
        picking: Picking,
        /// The session that it was asked for.
        session: Option<u64>,
        /// The path.
        path: Option<PathBuf>,
        /// It came back at once: no dialog can have been seen.
        at_once: bool,
    },
    /// A file was read.
    Opened {
        /// The number that it was asked for under.
        number: u64,
        /// Which.
        path: PathBuf,
        /// What was in it.
        result: Result<Opened, storage::Error>,
    },
    /// The project was written.
    Saved {
        /// Where.
        path: PathBuf,
        /// The state that was written.
        snapshot: Snapshot,
        /// How it went.
        result: Result<Fingerprint, storage::Error>,
    },
    /// An export was written.
    Exported {
        /// Where.
        path: PathBuf,
        /// Why not.
        result: Result<(), ExportError>,
    },
    /// Unsaved work was read again.
    Recovered {
        /// The number that it was asked for under.
        number: u64,
        /// Its copy.
        orphan: Orphan,
        /// What was in it.
        result: Result<Project, storage::Error>,
    },
    /// Scenarios were worked out.
    Budgeted {
        /// What it could be given up by, which tells it apart.
        run: Arc<AtomicBool>,
        /// What was found; none when it was given up.
        found: Option<Vec<Outlook>>,
    },
    /// A simulation has come to its end.
    Simulated {
        /// What it could be given up by, which tells it apart.
        run: Arc<AtomicBool>,
        /// What was found; none when it was given up.
        found: Option<Robustness>,
    },
}

/// Why an export failed.
#[derive(Debug)]
pub enum ExportError {
    /// It could not be made.
    Report(report::Error),
    /// It could not be written.
    Storage(storage::Error),
}

/// Starts jobs and hands out their answers. Dropping it waits until what is being written is whole.
#[derive(Debug)]
pub struct Jobs {
    ctx: Context,
    sender: Sender<Event>,
    receiver: Receiver<Event>,
    writing: Vec<JoinHandle<()>>,
}

impl Jobs {
    /// Jobs that wake that window.
    pub fn new(ctx: Context) -> Self {
        let (sender, receiver) = channel();
        Self { ctx, sender, receiver, writing: Vec::new() }
    }

    /// The next answer, if there is one.
    pub fn next(&self) -> Option<Event> {
        self.receiver.try_recv().ok()
    }

    fn start(&self, name: &str, job: impl FnOnce() -> Event + Send + 'static) -> Option<JoinHandle<()>> {
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        let job = Arc::new(Mutex::new(Some(job)));
        let run = {
            let job = job.clone();
            move || {
                let Some(job) = job.lock().ok().and_then(|mut job| job.take()) else { return };
                // Without a receiver the window is closed already.
                if sender.send(job()).is_ok() {
                    ctx.request_repaint();
                }
            }
        };
        let started = std::thread::Builder::new().name(name.to_owned()).spawn(run.clone());
        started
            .inspect_err(|error| {
                // Slow, but whoever waits gets an answer.
                log::error!("the job {name} gets no thread, it runs on the window's: {error}");
                run();
            })
            .ok()
    }

    /// Starts a job that the end of the program waits for.
    fn write(&mut self, name: &str, job: impl FnOnce() -> Event + Send + 'static) {
        self.writing.retain(|thread| !thread.is_finished());
        self.writing.extend(self.start(name, job));
    }

    /// Awaits a native file dialog that has been made on the main thread.
    pub fn pick(
        &self,
        picking: Picking,
        session: Option<u64>,
        dialog: impl Future<Output = Option<rfd::FileHandle>> + Send + 'static,
    ) {
        self.start("file dialog", move || {
            let asked = std::time::Instant::now();
            let path = pollster::block_on(dialog).map(|handle| handle.path().to_owned());
            // Nobody reads a dialog and cancels it this fast.
            let at_once = asked.elapsed() < std::time::Duration::from_millis(400);
            Event::Picked { picking, session, path, at_once }
        });
    }

    /// Reads a project.
    pub fn open(&self, number: u64, path: PathBuf) {
        self.start("open", move || {
            let result = answered(&path, || storage::open(&path, &Limits::default()));
            Event::Opened { number, path, result }
        });
    }

    /// Writes a project; when `expected` is given, only over the file that was read or written then.
    pub fn save(&mut self, places: Places, path: PathBuf, snapshot: Snapshot, expected: Option<Fingerprint>) {
        self.write("save", move || {
            let result = answered(&path, || versions::save(&places, &path, &snapshot.project, expected.as_ref()));
            Event::Saved { path, snapshot, result }
        });
    }

    /// Makes and writes an export.
    pub fn export(&mut self, path: PathBuf, project: Project, what: (Part, Format, ChannelPicture), text: Arc<Text>) {
        self.write("export", move || {
            let result = answered(&path, || Ok(export(&path, &project, what, &text)));
            let result = result.unwrap_or_else(|error| Err(ExportError::Storage(error)));
            Event::Exported { path, result }
        });
    }

    /// Finds out how sure an order is. The flag makes the job give up.
    pub fn simulate(&self, problem: Problem, settings: Settings) -> Arc<AtomicBool> {
        let given_up = Arc::new(AtomicBool::new(false));
        let run = given_up.clone();
        self.start("simulation", move || {
            let found = simulate(&problem, settings, || run.load(Ordering::Relaxed));
            Event::Simulated { run, found }
        });
        given_up
    }

    /// Works the scenarios of a project out. The flag makes the job give up.
    pub fn budget(&self, project: Project) -> Arc<AtomicBool> {
        let given_up = Arc::new(AtomicBool::new(false));
        let run = given_up.clone();
        self.start("budget", move || {
            let found = outlooks(&project, || run.load(Ordering::Relaxed));
            Event::Budgeted { run, found }
        });
        given_up
    }

    /// Reads unsaved work again.
    pub fn recover(&self, number: u64, orphan: Orphan) {
        self.start("recover", move || {
            let result = answered(orphan.copy(), || orphan.load(&Limits::default()));
            Event::Recovered { number, orphan, result }
        });
    }
}

/// Does a job on a file. A panic in it is an error, so that the window always gets an answer.
fn answered<T>(path: &Path, job: impl FnOnce() -> Result<T, storage::Error>) -> Result<T, storage::Error> {
    std::panic::catch_unwind(AssertUnwindSafe(job)).unwrap_or_else(|_| Err(storage::Error::interrupted(path)))
}

impl Drop for Jobs {
    fn drop(&mut self) {
        for thread in self.writing.drain(..) {
            if thread.join().is_err() {
                log::error!("a job that writes panicked");
            }
        }
    }
}

fn export(
    path: &Path,
    project: &Project,
    (part, format, seen): (Part, Format, ChannelPicture),
    text: &Text,
) -> Result<(), ExportError> {
    let bytes = report::export_seen(project, part, format, text, &seen).map_err(ExportError::Report)?;
    storage::write_atomic(path, &bytes).map_err(ExportError::Storage)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_that_panics_answers_with_an_error() {
        let path = Path::new("a.nisje.ron");
        let error = answered::<()>(path, || panic!("a fault in the program")).expect_err("no result");
        assert_eq!((error.path.as_path(), error.message().key), (path, "file-interrupted"));
    }
}
