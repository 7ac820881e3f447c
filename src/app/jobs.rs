//! What takes longer than a frame: file dialogs, the disk, exports, late results. Each wakes the window when it ends; all
//! but late results, which deliver themselves, report an [`Event`].

use std::panic::AssertUnwindSafe;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use eframe::egui::Context;

use crate::analysis::Work;
use crate::document::Snapshot;
use crate::figure::ChannelPicture;
use crate::project::Project;
use crate::report::{self, Format, Part};
use crate::storage::recovery::Orphan;
use crate::storage::{self, Fingerprint, Limits, Places, versions};
use crate::text::Text;

use super::event::{Event, ExportError, Picking};

/// Starts jobs and collects what they report. Dropping it waits until what is being written is whole.
#[derive(Debug)]
pub struct Jobs {
    ctx: Context,
    sender: Sender<Event>,
    receiver: Receiver<Event>,
    writing: Vec<JoinHandle<()>>,
}

impl Jobs {
    pub fn new(ctx: Context) -> Self {
        let (sender, receiver) = channel();
        Self { ctx, sender, receiver, writing: Vec::new() }
    }

    /// The next event, if there is one.
    pub fn next(&self) -> Option<Event> {
        self.receiver.try_recv().ok()
    }

    fn start(&self, name: &str, job: impl FnOnce() -> Event + Send + 'static) -> Option<JoinHandle<()>> {
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        Self::spawn(name, move || {
            // Without a receiver the window is closed already.
            if sender.send(job()).is_ok() {
                ctx.request_repaint();
            }
        })
    }

    fn spawn(name: &str, job: impl FnOnce() + Send + 'static) -> Option<JoinHandle<()>> {
        let job = Arc::new(Mutex::new(Some(job)));
        let run = {
            let job = job.clone();
            move || {
                if let Some(job) = job.lock().ok().and_then(|mut job| job.take()) {
                    job();
                }
            }
        };
        let started = std::thread::Builder::new().name(name.to_owned()).spawn(run.clone());
        started
            .inspect_err(|error| {
                // Slow, but the job is done.
                log::error!("the job {name} gets no thread, it runs on the window's: {error}");
                run();
            })
            .ok()
    }

    /// Starts a job that must end before the program does.
    fn write(&mut self, name: &str, job: impl FnOnce() -> Event + Send + 'static) {
        self.writing.retain(|thread| !thread.is_finished());
        self.writing.extend(self.start(name, job));
    }

    /// Awaits a native file dialog that was created on the main thread.
    pub fn pick(
        &self,
        picking: Picking,
        session: Option<u64>,
        dialog: impl Future<Output = Option<rfd::FileHandle>> + Send + 'static,
    ) {
        self.start("file dialog", move || {
            let asked = std::time::Instant::now();
            let path = pollster::block_on(dialog).map(|handle| handle.path().to_owned());
            // Too fast for a person: there is no dialog.
            let at_once = asked.elapsed() < std::time::Duration::from_millis(400);
            Event::Picked { picking, session, path, at_once }
        });
    }

    pub fn open(&self, number: u64, path: PathBuf) {
        self.start("open", move || {
            let result = answered(&path, || storage::open(&path, &Limits::default()));
            Event::Opened { number, path, result }
        });
    }

    /// Writes a project; with `expected`, only if the file still has that fingerprint.
    pub fn save(&mut self, places: Places, path: PathBuf, snapshot: Snapshot, expected: Option<Fingerprint>) {
        self.write("save", move || {
            let result = answered(&path, || versions::save(&places, &path, &snapshot.project, expected.as_ref()));
            Event::Saved { path, snapshot, result }
        });
    }

    pub fn export(&mut self, path: PathBuf, project: Project, what: (Part, Format, ChannelPicture), text: Arc<Text>) {
        self.write("export", move || {
            let result = answered(&path, || Ok(export(&path, &project, what, &text)));
            let result = result.unwrap_or_else(|error| Err(ExportError::Storage(error)));
            Event::Exported { path, result }
        });
    }

    /// Runs the work of a late result.
    pub fn work(&self, work: Work) {
        let (ctx, Work { name, run }) = (self.ctx.clone(), work);
        Self::spawn(name, move || {
            run();
            ctx.request_repaint();
        });
    }

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
