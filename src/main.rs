//! The program: does the job that the command line names, or opens the window.

use std::process::ExitCode;

use nisje::cli::{self, Asked};

fn main() -> ExitCode {
    env_logger::Builder::from_env(env_logger::Env::default().default_filter_or("nisje=warn")).init();
    cli::crash::watch();
    match cli::run() {
        Asked::Nothing(code) => code,
        #[cfg(feature = "gui")]
        Asked::Window(file) => {
            // What panics in the window has flushed the copy of unsaved work on its way here.
            std::panic::catch_unwind(|| nisje::app::run(file)).unwrap_or(ExitCode::from(cli::crash::PANICKED))
        }
        #[cfg(not(feature = "gui"))]
        Asked::Window(_) => cli::no_window(),
    }
}
