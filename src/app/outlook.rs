//! The scenarios worked out on a thread, anew when the project has changed.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::analysis::budget::Outlook;
use crate::ui::Budgets;

use super::jobs::Jobs;
use super::session::Session;

/// What was found last, and the job that finds out more.
#[derive(Debug, Default)]
pub struct Budgeting {
    /// The state that was last looked at.
    state: Option<u64>,
    found: Vec<Outlook>,
    /// Tells the job that runs to give up.
    running: Option<Arc<AtomicBool>>,
}

impl Budgeting {
    /// Works the scenarios out if the session has come to another state, and gives up the job that runs.
    pub fn follow(&mut self, session: &Session, jobs: &Jobs) {
        if self.state == Some(session.state()) {
            return;
        }
        self.state = Some(session.state());
        self.give_up();
        if session.project().plan.scenarios.is_empty() {
            self.found.clear();
        } else {
            self.running = Some(jobs.budget(session.project().clone()));
        }
    }

    /// A job has answered; what one that was given up has found doesn't count.
    pub fn answered(&mut self, run: &Arc<AtomicBool>, found: Option<Vec<Outlook>>) {
        let is_awaited = self.running.as_ref().is_some_and(|running| Arc::ptr_eq(running, run));
        if let Some(found) = found.filter(|_| is_awaited) {
            self.found = found;
            self.running = None;
        }
    }

    /// What the screens show of it.
    pub fn budgets(&self) -> Budgets<'_> {
        Budgets { found: &self.found, is_old: self.running.is_some() }
    }

    fn give_up(&mut self) {
        if let Some(running) = self.running.take() {
            running.store(true, Ordering::Relaxed);
        }
    }
}

impl Drop for Budgeting {
    /// Nobody waits for the answer any more.
    fn drop(&mut self) {
        self.give_up();
    }
}
