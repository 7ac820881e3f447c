//! How sure the order by score is: a simulation on a thread, started anew when what it is about has changed.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::analysis::robustness::{Problem, Robustness, Settings};
use crate::ui::Sureness;

use super::jobs::Jobs;
use super::session::Session;

/// The simulation that is wanted, and what the last one found.
#[derive(Debug, Default)]
pub struct Simulation {
    /// The state that was last looked at.
    state: Option<u64>,
    /// What is to be found out.
    problem: Option<Problem>,
    settings: Settings,
    found: Option<Robustness>,
    /// Tells the job that runs to give up.
    running: Option<Arc<AtomicBool>>,
}

impl Simulation {
    /// Starts a simulation if the session has come to another problem, and gives up the one that runs.
    pub fn follow(&mut self, session: &Session, jobs: &Jobs) {
        if self.state == Some(session.state()) {
            return;
        }
        self.state = Some(session.state());
        let problem = Problem::of(&session.analysis().ranking);
        if problem == self.problem {
            return;
        }
        self.problem = problem;
        self.start(jobs);
    }

    /// Draws weights near the stated ones from now on, or from all alike.
    pub fn draw_near(&mut self, near: bool, jobs: &Jobs) {
        let concentration = if near { Settings::NEAR } else { Settings::default().concentration };
        self.settings.concentration = concentration;
        self.start(jobs);
    }

    fn start(&mut self, jobs: &Jobs) {
        self.give_up();
        match &self.problem {
            Some(problem) => self.running = Some(jobs.simulate(problem.clone(), self.settings)),
            None => self.found = None,
        }
    }

    /// A job has answered; what one that was given up has found doesn't count.
    pub fn answered(&mut self, run: &Arc<AtomicBool>, found: Option<Robustness>) {
        let is_awaited = self.running.as_ref().is_some_and(|running| Arc::ptr_eq(running, run));
        if let Some(found) = found.filter(|_| is_awaited) {
            self.found = Some(found);
            self.running = None;
        }
    }

    /// What the screens show of it.
    pub fn sureness(&self) -> Sureness<'_> {
        Sureness {
            found: self.found.as_ref(),
            is_old: self.running.is_some(),
            is_near: self.settings.concentration > 0.0,
        }
    }

    fn give_up(&mut self) {
        if let Some(running) = self.running.take() {
            running.store(true, Ordering::Relaxed);
        }
    }
}

impl Drop for Simulation {
    /// Nobody waits for the answer any more.
    fn drop(&mut self) {
        self.give_up();
    }
}
