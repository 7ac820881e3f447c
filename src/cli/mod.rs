//! The command line: opens the window, or does one job without it.
//!
//! Exit codes: 0 it is done, 1 a file or the job failed, 2 the command line is wrong. Clap's own help is in English; what
//! we say ourselves is in the user's language. Nobody downstream who stops listening makes it panic.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, CommandFactory, Parser, Subcommand, ValueEnum};

use crate::text::{Language, Text};

mod check;
mod export;
mod new;
mod say;
mod window;

/// Workshop your market: segments, fit, priorities and channels in one file.
#[derive(Debug, Parser)]
#[command(name = "nisje", version, arg_required_else_help = false)]
struct Arguments {
    /// The project to open in the window
    file: Option<PathBuf>,
    #[command(subcommand)]
    job: Option<Job>,
}

#[derive(Debug, Subcommand)]
enum Job {
    /// Hand out a part of a project as a table or a picture
    Export(export::Arguments),
    /// Say whether project files are valid, and what is wrong with those that aren't
    Check(check::Arguments),
    /// Make a project file from a template
    New(new::Arguments),
}

/// The language of what is said and written.
#[derive(Debug, Args)]
struct Speech {
    /// The language; by default this computer's
    #[arg(long, value_enum, value_name = "LANGUAGE")]
    lang: Option<Code>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Code {
    /// English
    En,
    /// Norwegian
    Nb,
}

impl Speech {
    fn text(&self) -> Text {
        Text::new(match self.lang {
            Some(Code::En) => Language::English,
            Some(Code::Nb) => Language::Norwegian,
            None => Language::of_system(),
        })
    }
}

/// Whether the job is done. What went wrong has been said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Done,
    Failed,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Done => Self::SUCCESS,
            Outcome::Failed => Self::FAILURE,
        }
    }
}

/// Does what this process was called for.
pub fn run() -> ExitCode {
    let Arguments { file, job } = Arguments::parse();
    let outcome = match (job, file) {
        (None, file) => return window::run(file),
        (Some(_), Some(file)) => wrong(&format!("'{}' stands before a subcommand", file.display())),
        (Some(Job::Export(arguments)), None) => export::run(&arguments),
        (Some(Job::Check(arguments)), None) => check::run(&arguments),
        (Some(Job::New(arguments)), None) => new::run(&arguments),
    };
    outcome.into()
}

/// Ends the process as clap does when the command line is wrong.
fn wrong(why: &str) -> ! {
    Arguments::command().error(clap::error::ErrorKind::ValueValidation, why).exit()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_fit_together() {
        Arguments::command().debug_assert();
    }
}
