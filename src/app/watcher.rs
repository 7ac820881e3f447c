//! Watches the open file on a thread of its own: what other programs do to it, and whether another window has it open.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use crate::storage::watch::{Change, Presence, Watch};
use crate::storage::{Fingerprint, Places};

use super::event::Event;
use super::jobs::Outlet;

/// Time between two looks. A change is told at the second look after it, within two seconds.
const PERIOD: Duration = Duration::from_millis(700);

/// The file, and its content when it was last read or written; none when no file is open.
type Order = Option<(PathBuf, Fingerprint)>;

/// The thread ends when this is dropped; it isn't waited for.
#[derive(Debug)]
pub struct Watcher {
    /// What the thread was told last.
    watched: Order,
    orders: Sender<Order>,
}

impl Watcher {
    pub fn new(places: Places, outlet: Outlet) -> Self {
        let (orders, receiver) = channel();
        let thread = std::thread::Builder::new().name("watch".to_owned());
        if let Err(error) = thread.spawn(move || run(&places, &outlet, &receiver)) {
            log::error!("the open file isn't watched: {error}");
        }
        Self { watched: None, orders }
    }

    /// Watches that file from now on. Says whether it is another one, or known with another content, than before.
    pub fn watch(&mut self, file: Option<(&Path, Fingerprint)>) -> bool {
        let watched = self.watched.as_ref().map(|(path, fingerprint)| (path.as_path(), *fingerprint));
        if watched == file {
            return false;
        }
        self.watched = file.map(|(path, fingerprint)| (path.to_owned(), fingerprint));
        // Without the thread nothing is watched, which the log says.
        let _ = self.orders.send(self.watched.clone());
        true
    }
}

fn run(places: &Places, outlet: &Outlet, orders: &Receiver<Order>) {
    let mut watch: Option<Watch> = None;
    let mut presence = None;
    let mut is_elsewhere = false;
    loop {
        let order = match watch {
            None => orders.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(_) => orders.recv_timeout(PERIOD),
        };
        match order {
            Ok(Some((path, fingerprint))) => {
                if let Some(watch) = watch.as_mut().filter(|watch| watch.path() == path) {
                    watch.wrote(fingerprint);
                } else {
                    presence = None;
                    is_elsewhere = false;
                    watch = Some(Watch::new(&path, fingerprint));
                }
            }
            Ok(None) => {
                watch = None;
                presence = None;
                is_elsewhere = false;
            }
            Err(RecvTimeoutError::Timeout) => {}
            Err(RecvTimeoutError::Disconnected) => return,
        }
        let Some(watch) = &mut watch else { continue };
        if presence.is_none() {
            match Presence::claim(places, watch.path()) {
                Ok(claimed) => {
                    if std::mem::replace(&mut is_elsewhere, claimed.is_none()) != claimed.is_none() {
                        outlet.send(Event::Elsewhere { path: watch.path().to_owned(), is_open: claimed.is_none() });
                    }
                    presence = claimed;
                }
                Err(error) => log::debug!("{error}"),
            }
        }
        if let Some(change) = watch.look() {
            outlet.send(Event::Noticed { path: watch.path().to_owned(), change });
        }
    }
}

/// What is known of the open file beyond its content.
#[derive(Debug, Default)]
pub struct Noticed {
    /// What another program has done to it.
    pub change: Option<Change>,
    /// What was noticed while it was being saved: our own write, or not.
    pub meanwhile: Option<Change>,
    /// Another window has it open.
    pub is_elsewhere: bool,
}
