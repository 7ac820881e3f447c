//! A result that takes longer than a frame: computed on a snapshot on another thread, and cancelled when its
//! problem changes. The last result stays until the next one is there.

use std::cell::Cell;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, sync_channel};

/// Computes a result; none when cancelled.
pub type Compute<P, F> = fn(&P, &dyn Fn() -> bool) -> Option<F>;

/// Work to be run on any thread; it delivers its own result.
pub struct Work {
    pub name: &'static str,
    pub run: Box<dyn FnOnce() + Send>,
}

impl fmt::Debug for Work {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Work").field(&self.name).finish()
    }
}

/// A result as far as it is known.
#[derive(Debug)]
pub struct Latest<'a, F> {
    /// The last one found.
    pub found: Option<&'a F>,
    /// It belongs to an earlier problem; a newer one is being computed.
    pub is_old: bool,
}

/// A late result with its problem.
#[derive(Debug)]
pub struct Late<P, F> {
    /// Somebody has asked for it since the last [`Late::start`].
    wanted: Cell<bool>,
    /// The state that the problem was last taken from.
    state: Option<u64>,
    problem: Option<P>,
    found: Option<F>,
    running: Option<Running<F>>,
}

#[derive(Debug)]
struct Running<F> {
    cancelled: Arc<AtomicBool>,
    answer: Receiver<Option<F>>,
}

impl<F> Drop for Running<F> {
    fn drop(&mut self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }
}

impl<P, F> Default for Late<P, F> {
    fn default() -> Self {
        Self { wanted: Cell::new(false), state: None, problem: None, found: None, running: None }
    }
}

impl<P: PartialEq + Clone + Send + 'static, F: Send + 'static> Late<P, F> {
    /// The last result. Asking for it makes the next [`Late::start`] compute it.
    pub fn latest(&self) -> Latest<'_, F> {
        self.wanted.set(true);
        Latest { found: self.found.as_ref(), is_old: self.running.is_some() }
    }

    /// The work to do if the result has been asked for and the problem is another than before; what runs for the
    /// earlier problem is cancelled. Without a problem there is no result.
    pub fn start(
        &mut self,
        name: &'static str,
        state: u64,
        problem: impl FnOnce() -> Option<P>,
        compute: Compute<P, F>,
    ) -> Option<Work> {
        if !self.wanted.take() || self.state == Some(state) {
            return None;
        }
        self.state = Some(state);
        let problem = problem();
        if problem == self.problem {
            return None;
        }
        self.running = None;
        self.problem.clone_from(&problem);
        let Some(problem) = problem else {
            self.found = None;
            return None;
        };
        let cancelled = Arc::new(AtomicBool::new(false));
        let (sender, answer) = sync_channel(1);
        self.running = Some(Running { cancelled: cancelled.clone(), answer });
        let run = move || {
            // The receiver is gone when the problem has changed: then the result is not needed.
            let _ = sender.send(compute(&problem, &|| cancelled.load(Ordering::Relaxed)));
        };
        Some(Work { name, run: Box::new(run) })
    }

    pub fn is_running(&self) -> bool {
        self.running.is_some()
    }

    /// Takes the result in if it is there.
    pub fn receive(&mut self) {
        let Some(Ok(found)) = self.running.as_ref().map(|running| running.answer.try_recv()) else { return };
        self.running = None;
        self.found = found.or_else(|| self.found.take());
    }

    /// Takes the problem from the project again at the next start, whatever the state.
    pub fn reconsider(&mut self) {
        self.state = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    type Double = Late<u32, u32>;

    fn start(late: &mut Double, state: u64, problem: Option<u32>) -> Option<Work> {
        let _ = late.latest();
        late.start("double", state, || problem, |problem, cancelled| (!cancelled()).then_some(problem * 2))
    }

    #[test]
    fn the_last_result_stays_until_the_next_is_there() {
        let mut late = Double::default();
        assert!(late.start("double", 0, || Some(1), |_, _| None).is_none(), "nobody has asked");
        let first = start(&mut late, 1, Some(1)).expect("work");
        assert!(late.latest().found.is_none() && late.latest().is_old);
        (first.run)();
        late.receive();
        assert_eq!((late.latest().found, late.latest().is_old), (Some(&2), false));
        assert!(start(&mut late, 2, Some(1)).is_none(), "another state with the same problem");

        let second = start(&mut late, 3, Some(5)).expect("work");
        late.receive();
        assert_eq!((late.latest().found, late.latest().is_old), (Some(&2), true));
        // The problem changes while the second is computed: its result is dropped.
        let third = start(&mut late, 4, Some(7)).expect("work");
        (second.run)();
        late.receive();
        assert_eq!(late.latest().found, Some(&2));
        (third.run)();
        late.receive();
        assert_eq!((late.latest().found, late.latest().is_old), (Some(&14), false));

        assert!(start(&mut late, 5, None).is_none());
        assert!(late.latest().found.is_none());
    }

    #[test]
    fn dropping_cancels() {
        let mut late = Double::default();
        let work = start(&mut late, 1, Some(1)).expect("work");
        let cancelled = late.running.as_ref().expect("it runs").cancelled.clone();
        drop(late);
        assert!(cancelled.load(Ordering::Relaxed));
        (work.run)();
    }
}
