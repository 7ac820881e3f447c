//! The end of the session or the process from outside: unsaved work is kept, nothing is asked.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use eframe::egui::Context;

use super::keeper::Flusher;

/// Set when the program is asked to end at once.
pub type Ending = Arc<AtomicBool>;

/// Watches for signals that end the program: the window gets a moment to close by itself, so that what is being typed
/// is kept too. If it doesn't, as when the display is gone, what was kept last is written, and the process ends.
#[cfg(unix)]
pub fn watch(ctx: Context, ending: Ending, flusher: Flusher) {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    use signal_hook::iterator::Signals;
    use std::time::Duration;

    /// Time for the window to close by itself.
    const WINDOW: Duration = Duration::from_millis(1500);
    /// Time for the last copy to be written.
    const COPY: Duration = Duration::from_secs(3);

    let mut signals = match Signals::new([SIGHUP, SIGINT, SIGTERM]) {
        Ok(signals) => signals,
        Err(error) => return log::error!("signals can't be watched: {error}"),
    };
    let watch = move || {
        if let Some(signal) = signals.forever().next() {
            ending.store(true, Ordering::Relaxed);
            flusher.flush(COPY);
            ctx.request_repaint();
            std::thread::sleep(WINDOW);
            flusher.flush(COPY);
            let _ = signal_hook::low_level::emulate_default_handler(signal);
            std::process::exit(1);
        }
    };
    if let Err(error) = std::thread::Builder::new().name("signals".to_owned()).spawn(watch) {
        log::error!("signals can't be watched: {error}");
    }
}

#[cfg(not(unix))]
pub fn watch(_: Context, _: Ending, _: Flusher) {}
