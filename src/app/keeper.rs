//! Keeps a copy of unsaved work on disk, on its own thread, so that a crash or power failure costs seconds.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::project::Project;
use crate::storage::recovery::{Origin, Orphan, Session};
use crate::storage::{Error, Places};

/// How long edits are collected before they are written.
const GATHER: Duration = Duration::from_millis(700);

#[expect(clippy::large_enum_variant, reason = "there is one at a time")]
enum Order {
    /// Unsaved work, and the file that it belongs to.
    Store(Project, Option<Origin>),
    /// Nothing is unsaved any more.
    Discard,
    /// Continue with a copy that exists.
    Adopt(Orphan),
}

/// Writes the copies. Dropping it waits until the last order is carried out.
#[derive(Debug)]
pub struct Keeper {
    orders: Option<Sender<Order>>,
    thread: Option<JoinHandle<()>>,
}

impl Keeper {
    pub fn new(places: Places) -> Self {
        let (orders, receiver) = channel();
        let thread = std::thread::Builder::new().name("recovery".to_owned()).spawn(move || run(&places, &receiver));
        if let Err(error) = &thread {
            log::error!("can't keep copies of unsaved work: {error}");
        }
        Self { orders: Some(orders), thread: thread.ok() }
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
        if let Some(orders) = &self.orders {
            // Fails only when the thread has ended; the log says why.
            let _ = orders.send(order);
        }
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        self.orders = None;
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            log::error!("the recovery thread panicked");
        }
    }
}

fn run(places: &Places, orders: &Receiver<Order>) {
    // The copy of the open project; made when there is something to keep.
    let mut session = None;
    while let Ok(first) = orders.recv() {
        // The latest order wins; it waits for at most `GATHER`.
        let until = Instant::now() + GATHER;
        let mut next = Ok(first);
        let mut latest = None;
        let ended = loop {
            match next {
                Ok(Order::Adopt(orphan)) => discard(session.replace(Session::adopt(orphan)).as_ref()),
                Ok(order) => latest = Some(order),
                Err(RecvTimeoutError::Timeout) => break false,
                Err(RecvTimeoutError::Disconnected) => break true,
            }
            next = orders.recv_timeout(until.saturating_duration_since(Instant::now()));
        };
        match latest {
            Some(Order::Store(project, origin)) => {
                if let Err(error) = store(&mut session, places, &project, origin.as_ref()) {
                    log::error!("recovery copy: {error}");
                }
            }
            Some(Order::Discard) => discard(session.take().as_ref()),
            Some(Order::Adopt(_)) | None => {}
        }
        if ended {
            return;
        }
    }
}

fn store(
    session: &mut Option<Session>,
    places: &Places,
    project: &Project,
    origin: Option<&Origin>,
) -> Result<(), Error> {
    let session = match session {
        Some(session) => session,
        None => session.insert(Session::start(places)?),
    };
    session.store(project, origin)
}

fn discard(session: Option<&Session>) {
    if let Some(Err(error)) = session.map(Session::discard) {
        log::error!("recovery copy: {error}");
    }
}
