//! The program: does the job that the command line names, or opens the window.

use std::process::ExitCode;

use nisje::cli::{self, Asked};

fn main() -> ExitCode {
    env_logger::Builder::from_env(env_logger::Env::default().default_filter_or("nisje=warn")).init();
    match cli::run() {
        Asked::Nothing(code) => code,
        #[cfg(feature = "gui")]
        Asked::Window(file) => nisje::app::run(file),
        #[cfg(not(feature = "gui"))]
        Asked::Window(_) => cli::no_window(),
    }
}
