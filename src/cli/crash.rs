//! What a panic leaves: words for the person, and a report without the project's content.

use std::backtrace::Backtrace;
use std::panic::PanicHookInfo;
use std::path::PathBuf;

use crate::project::Message;
use crate::storage::{self, Places};
use crate::text::{Language, Text};

/// The exit status of a program that has panicked.
pub const PANICKED: u8 = 101;

/// Has every panic, on any thread, say so and write a report. The panic goes on as before.
pub fn watch() {
    std::panic::set_hook(Box::new(|info| {
        let report = report(info);
        let written = Places::of_user().and_then(|places| storage::crash::write(&places, &report).ok());
        say(written);
    }));
}

fn say(path: Option<PathBuf>) {
    let text = Text::new(Language::of_system());
    let message = match path {
        Some(path) => Message::new("crash-reported").with("path", path.display().to_string()),
        None => Message::new("crash-said"),
    };
    // A closed error output is no reason for another panic.
    let _ = std::io::Write::write_fmt(&mut std::io::stderr(), format_args!("nisje: {}\n", text.say(&message)));
}

/// Where it happened and how it came to that. What a panic says may quote the project: only texts that stand in the
/// program are taken over.
fn report(info: &PanicHookInfo) -> String {
    let what = info.payload().downcast_ref::<&'static str>().copied().unwrap_or("(not told)");
    let place = info.location().map_or_else(|| "unknown".to_owned(), ToString::to_string);
    let thread = std::thread::current();
    format!(
        "nisje {} on {} {}\nthread: {}\nplace: {place}\nwhat: {what}\n\n{}\n",
        env!("CARGO_PKG_VERSION"),
        std::env::consts::OS,
        std::env::consts::ARCH,
        thread.name().unwrap_or("unnamed"),
        Backtrace::force_capture(),
    )
}
