//! The program: [`nisje::cli`] reads the command line and does the rest.

use std::process::ExitCode;

fn main() -> ExitCode {
    env_logger::Builder::from_env(env_logger::Env::default().default_filter_or("nisje=warn")).init();
    nisje::cli::run()
}
