//! Keeps a copy of unsaved work on disk, on its own thread, so that a crash or power failure costs at most a second.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::project::Project;
use crate::storage::recovery::{Origin, Orphan, Session};
use crate::storage::{Error, Places};

use super::event::Event;
use super::jobs::Outlet;

/// Shortest time between two writes.
const GATHER: Duration = Duration::from_millis(500);
/// Time after which a write that failed is tried again.
const AGAIN: Duration = Duration::from_secs(4);

#[expect(clippy::large_enum_variant, reason = "there is one at a time")]
enum Order {
    /// Unsaved work, and the file that it belongs to.
    Store(Project, Option<Origin>),
    /// Nothing is unsaved any more.
    Discard,
    /// Continue with a copy that exists.
    Adopt(Orphan),
    /// Write what is due at once, and say when it is written.
    Flush(Sender<()>),
    End,
}

/// Writes the copies. Dropping it waits until the last order is carried out.
#[derive(Debug)]
pub struct Keeper {
    orders: Sender<Order>,
    thread: Option<JoinHandle<()>>,
}

/// Has due copies written, from any thread.
#[derive(Debug, Clone)]
pub struct Flusher(Sender<Order>);

impl Flusher {
    /// Writes what is due; waits at most that long.
    pub fn flush(&self, longest: Duration) {
        let (done, wait) = channel();
        if self.0.send(Order::Flush(done)).is_ok() {
            // Ended or not in time: nothing more can be done.
            let _ = wait.recv_timeout(longest);
        }
    }
}

impl Keeper {
    /// Reports by [`Event::Kept`] when copies can't be written, and when they can again.
    pub fn new(places: Places, outlet: Outlet) -> Self {
        let (orders, receiver) = channel();
        let mut writer =
            Writer { places, outlet: outlet.clone(), session: None, due: None, written: None, is_failing: false };
        let thread = std::thread::Builder::new().name("recovery".to_owned()).spawn(move || writer.run(&receiver));
        if let Err(error) = &thread {
            log::error!("can't keep copies of unsaved work: {error}");
            outlet.send(Event::Kept(Err(Error::no_thread(std::path::Path::new("")))));
        }
        Self { orders, thread: thread.ok() }
    }

    pub fn flusher(&self) -> Flusher {
        Flusher(self.orders.clone())
    }

    /// The project differs from what is on disk: keep this.
    pub fn store(&self, project: Project, origin: Option<Origin>) {
        self.order(Order::Store(project, origin));
    }

    /// Deletes the copy: nothing is unsaved any more.
    pub fn discard(&self) {
        self.order(Order::Discard);
    }

    /// Uses an existing copy for the open project from now on.
    pub fn adopt(&self, orphan: Orphan) {
        self.order(Order::Adopt(orphan));
    }

    fn order(&self, order: Order) {
        // Fails only when the thread has ended, which it has reported.
        let _ = self.orders.send(order);
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.order(Order::End);
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            log::error!("the recovery thread panicked");
        }
    }
}

struct Writer {
    places: Places,
    outlet: Outlet,
    /// The copy of the open project; made when there is something to keep.
    session: Option<Session>,
    /// What is to be stored.
    due: Option<(Project, Option<Origin>)>,
    /// The time of the last attempt to write.
    written: Option<Instant>,
    is_failing: bool,
}

impl Writer {
    fn run(&mut self, orders: &Receiver<Order>) {
        loop {
            let order = match self.wait() {
                None => orders.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(wait) => orders.recv_timeout(wait),
            };
            match order {
                Ok(Order::Store(project, origin)) => self.due = Some((project, origin)),
                Ok(Order::Discard) => {
                    self.due = None;
                    discard(self.session.take().as_ref());
                    self.report(Ok(()));
                }
                Ok(Order::Adopt(orphan)) => {
                    self.due = None;
                    discard(self.session.replace(Session::adopt(orphan)).as_ref());
                }
                Ok(Order::Flush(done)) => {
                    self.write();
                    let _ = done.send(());
                }
                Err(RecvTimeoutError::Timeout) => self.write(),
                Ok(Order::End) | Err(RecvTimeoutError::Disconnected) => return self.write(),
            }
        }
    }

    /// How long orders are gathered before what is due is written; none when nothing is due.
    fn wait(&self) -> Option<Duration> {
        self.due.as_ref()?;
        let pause = if self.is_failing { AGAIN } else { GATHER };
        Some(self.written.map_or(Duration::ZERO, |written| pause.saturating_sub(written.elapsed())))
    }

    fn write(&mut self) {
        let Some((project, origin)) = self.due.take() else { return };
        let stored = self.store(&project, origin.as_ref());
        self.written = Some(Instant::now());
        if stored.is_err() {
            self.due = Some((project, origin));
        }
        self.report(stored);
    }

    fn store(&mut self, project: &Project, origin: Option<&Origin>) -> Result<(), Error> {
        let session = match &self.session {
            Some(session) => session,
            None => self.session.insert(Session::start(&self.places)?),
        };
        session.store(project, origin)
    }

    /// Tells the window when it becomes possible or impossible to keep copies.
    fn report(&mut self, outcome: Result<(), Error>) {
        if let Err(error) = &outcome {
            log::error!("recovery copy: {error}");
        }
        if std::mem::replace(&mut self.is_failing, outcome.is_err()) != outcome.is_err() {
            self.outlet.send(Event::Kept(outcome));
        }
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.report(Err(Error::interrupted(self.places.recovery())));
        }
    }
}

fn discard(session: Option<&Session>) {
    if let Some(Err(error)) = session.map(Session::discard) {
        log::error!("recovery copy: {error}");
    }
}
