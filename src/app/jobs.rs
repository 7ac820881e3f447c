//! What takes longer than a frame: file dialogs, the disk, exports, late results. Each wakes the window when it ends.
//!
//! A job has a [`Ticket`], which reports exactly one [`Event`]: the job's, or an error when the job panics or gets no
//! thread.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

use eframe::egui::Context;

use crate::analysis::Work;
use crate::document::{Snapshot, differences};
use crate::figure::ChannelPicture;
use crate::project::Project;
use crate::report::{self, Format, Part};
use crate::storage::recovery::Orphan;
use crate::storage::versions::Version;
use crate::storage::{self, Fingerprint, Limits, Places, recovery, versions};
use crate::text::Text;

use super::event::{Compared, Difference, Event, ExportError, Exporting, Taking};

/// Where events go.
#[derive(Debug, Clone)]
pub struct Outlet {
    ctx: Context,
    sender: Sender<Event>,
}

impl Outlet {
    pub fn send(&self, event: Event) {
        // Without a receiver the window is closed already.
        if self.sender.send(event).is_ok() {
            self.ctx.request_repaint();
        }
    }
}

/// Starts jobs and collects what they report. Dropping it waits until what is being written is whole.
#[derive(Debug)]
pub struct Jobs {
    outlet: Outlet,
    receiver: Receiver<Event>,
    writing: Vec<JoinHandle<()>>,
    /// As if the system had no threads left.
    #[cfg(test)]
    pub has_no_threads: bool,
}

/// A job's question until it is answered.
struct Ticket<Q, T, E: From<storage::Error>> {
    question: Option<Q>,
    /// The file that the job is about, if it is about one.
    path: PathBuf,
    event: fn(Q, Result<T, E>) -> Event,
    outlet: Outlet,
}

impl<Q, T, E: From<storage::Error>> Ticket<Q, T, E> {
    fn answer(&mut self, result: Result<T, E>) {
        if let Some(question) = self.question.take() {
            self.outlet.send((self.event)(question, result));
        }
    }
}

impl<Q, T, E: From<storage::Error>> Drop for Ticket<Q, T, E> {
    fn drop(&mut self) {
        let error = if std::thread::panicking() { storage::Error::interrupted } else { storage::Error::no_thread };
        let error = error(&self.path);
        self.answer(Err(error.into()));
    }
}

impl Jobs {
    pub fn new(ctx: Context) -> Self {
        let (sender, receiver) = channel();
        Self {
            outlet: Outlet { ctx, sender },
            receiver,
            writing: Vec::new(),
            #[cfg(test)]
            has_no_threads: false,
        }
    }

    /// The next event, if there is one.
    pub fn next(&self) -> Option<Event> {
        self.receiver.try_recv().ok()
    }

    pub fn outlet(&self) -> Outlet {
        self.outlet.clone()
    }

    /// Starts a job; `path` is the file that an error is about.
    fn start<Q, T, E>(
        &self,
        name: &'static str,
        path: &Path,
        question: Q,
        event: fn(Q, Result<T, E>) -> Event,
        work: impl FnOnce(&Q) -> Result<T, E> + Send + 'static,
    ) -> Option<JoinHandle<()>>
    where
        Q: Send + 'static,
        T: Send + 'static,
        E: From<storage::Error> + Send + 'static,
    {
        let mut ticket = Ticket { question: Some(question), path: path.to_owned(), event, outlet: self.outlet.clone() };
        #[cfg(test)]
        if self.has_no_threads {
            return None;
        }
        let job = move || {
            if let Some(result) = ticket.question.as_ref().map(work) {
                ticket.answer(result);
            }
        };
        // Without a thread the ticket is dropped, which answers.
        let thread = std::thread::Builder::new().name(name.to_owned()).spawn(job);
        thread.inspect_err(|error| log::error!("the job {name} gets no thread: {error}")).ok()
    }

    /// The job must end before the program does.
    fn finish(&mut self, thread: Option<JoinHandle<()>>) {
        self.writing.retain(|thread| !thread.is_finished());
        self.writing.extend(thread);
    }

    /// Awaits a native file dialog that was created on the main thread.
    pub fn pick(&self, number: u64, dialog: impl Future<Output = Option<rfd::FileHandle>> + Send + 'static) {
        let event = |number, path: Result<_, storage::Error>| Event::Picked { number, path };
        self.start("file dialog", Path::new(""), number, event, move |_| {
            Ok(pollster::block_on(dialog).map(|handle| handle.path().to_owned()))
        });
    }

    pub fn open(&self, number: u64, path: PathBuf) {
        let event = |(number, path), result| Event::Opened { number, path, result };
        self.start("open", &path.clone(), (number, path), event, |(_, path)| storage::open(path, &Limits::default()));
    }

    /// Writes a project; with `expected`, only if the file still has that fingerprint.
    pub fn save(&mut self, places: Places, path: PathBuf, snapshot: Snapshot, expected: Option<Fingerprint>) {
        let event = |(path, snapshot), result| Event::Saved { path, snapshot, result };
        let thread = self.start("save", &path.clone(), (path, snapshot), event, move |(path, snapshot)| {
            versions::save(&places, path, &snapshot.project, expected.as_ref())
        });
        self.finish(thread);
    }

    pub fn export(&mut self, path: PathBuf, project: Project, what: Exporting, seen: ChannelPicture, text: Arc<Text>) {
        let event = |(path, what), result| Event::Exported { path, what, result };
        let thread = self.start("export", &path.clone(), (path, what), event, move |(path, (part, format))| {
            export(path, &project, (*part, *format, seen), &text)
        });
        self.finish(thread);
    }

    /// Runs the work of a late result, which delivers itself.
    pub fn work(&self, Work { name, run }: Work) {
        self.start(
            name,
            Path::new(""),
            (),
            |(), result: Result<_, storage::Error>| Event::Worked(result),
            |()| {
                run();
                Ok(())
            },
        );
    }

    pub fn recover(&self, number: u64, orphan: Orphan) {
        let event = |(number, orphan), result| Event::Recovered { number, orphan, result };
        let copy = orphan.copy().to_owned();
        self.start("recover", &copy, (number, orphan), event, |(_, orphan)| {
            let project = orphan.load(&Limits::default())?;
            // Comments of the file that it will be saved to are asked about then.
            let file = orphan.origin.as_ref().and_then(|origin| storage::open(&origin.path, &Limits::default()).ok());
            Ok((project, file.map(|file| file.comments).unwrap_or_default()))
        });
    }

    /// Says what the file has that the project hasn't.
    pub fn compare_file(&self, path: PathBuf, project: Project) {
        let event = |path, result| Event::Compared { what: Compared::File(path), result };
        self.start("compare", &path.clone(), path, event, move |path| {
            let file = storage::open(path, &Limits::default())?;
            Ok(Difference { told: differences(&project, &file.project), fingerprint: file.fingerprint })
        });
    }

    /// Says what an earlier version has that the project hasn't.
    pub fn compare_version(&self, version: Version, project: Project) {
        let copy = version.copy().to_owned();
        let event = |copy, result| Event::Compared { what: Compared::Version(copy), result };
        self.start("compare", &copy.clone(), copy, event, move |_| {
            let earlier = version.load(&Limits::default())?;
            Ok(Difference { told: differences(&project, &earlier), fingerprint: Fingerprint::UNKNOWN })
        });
    }

    /// Lists the earlier versions of a file.
    pub fn versions(&self, places: Places, path: PathBuf) {
        let event = |path, result| Event::Versions { path, result };
        self.start("versions", &path.clone(), path, event, move |path| Ok(versions::list(&places, path)));
    }

    pub fn version(&self, number: u64, version: Version, taking: Taking) {
        let event = |(number, version, taking), result| Event::Version { number, version, taking, result };
        let path = version.copy().to_owned();
        self.start("version", &path, (number, version, taking), event, |(_, version, _)| {
            version.load(&Limits::default())
        });
    }

    /// Says what unsaved work changes in the file that it belongs to.
    pub fn compare_copy(&self, copy: PathBuf, path: PathBuf) {
        let event = |copy, result| Event::Compared { what: Compared::Copy(copy), result };
        self.start("compare", &path.clone(), copy, event, move |copy| {
            let file = storage::open(&path, &Limits::default())?;
            let work = recovery::load(copy, &Limits::default())?;
            Ok(Difference { told: differences(&file.project, &work), fingerprint: file.fingerprint })
        });
    }
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

    /// The key of the error that the next event brings.
    fn answer(jobs: &Jobs) -> (PathBuf, &'static str) {
        let Ok(Event::Opened { path, result: Err(error), .. }) =
            jobs.receiver.recv_timeout(std::time::Duration::from_secs(10))
        else {
            panic!("no answer")
        };
        (path, error.message().key)
    }

    fn event((): (), result: Result<storage::Opened, storage::Error>) -> Event {
        Event::Opened { number: 0, path: PathBuf::from("asked"), result }
    }

    #[test]
    fn each_job_has_one_answer() {
        let mut jobs = Jobs::new(Context::default());
        let path = Path::new("a.nisje.ron");
        jobs.start("panics", path, (), event, |()| panic!("a fault in the program"));
        assert_eq!(answer(&jobs), ("asked".into(), "file-interrupted"));
        jobs.start("fails", path, (), event, |()| Err(storage::Error::no_thread(Path::new(""))));
        assert_eq!(answer(&jobs).1, "file-no-thread");
        jobs.has_no_threads = true;
        jobs.start("waits", path, (), event, |()| panic!("it isn't started"));
        assert_eq!(answer(&jobs).1, "file-no-thread");
        assert!(jobs.next().is_none(), "one answer each");
    }
}
