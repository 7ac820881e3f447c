//! Keeps a copy of unsaved work on disk, on a thread of its own, so that a crash or a flat battery costs seconds.

use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use crate::project::Project;
use crate::storage::recovery::{Origin, Orphan, Session};
use crate::storage::{Error, Places};

/// How long edits are gathered before they are written.
const GATHER: Duration = Duration::from_millis(700);

#[expect(clippy::large_enum_variant, reason = "there is one at a time")]
enum Order {
    /// Unsaved work, and the file that it belongs to.
    Store(Project, Option<Origin>),
    /// Nothing is unsaved any more.
    Discard,
    /// The unsaved work stands in this copy already.
    Adopt(Orphan),
}

/// Writes the copies. Dropping it waits for the last order.
#[derive(Debug)]
pub struct Keeper {
    orders: Option<Sender<Order>>,
    thread: Option<JoinHandle<()>>,
}

impl Keeper {
    /// A keeper that writes to those places.
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

    /// Nothing is unsaved any more.
    pub fn discard(&self) {
        self.order(Order::Discard);
    }

    /// That copy is the one of the open project from now on.
    pub fn adopt(&self, orphan: Orphan) {
        self.order(Order::Adopt(orphan));
    }

    fn order(&self, order: Order) {
        if let Some(orders) = &self.orders {
            // A thread that has ended has said why in the log.
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
        // Each later order makes the one before it void; nobody waits longer than the time to gather.
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
