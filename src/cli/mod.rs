//! The command line: opens the window, or does one job without it.
//!
//! Exit codes: 0 done; 1 a file or the job failed, or what is asked for is impossible (with `--json` the answer says
//! why); 2 the command line is wrong. Clap's help is in English, messages are in the user's language. A closed pipe is no
//! error.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

use crate::project::Message;
use crate::text::{Language, Text};

mod budget;
mod channels;
mod check;
pub mod crash;
mod export;
mod new;
mod outcome;
mod overview;
mod rank;
mod say;
mod speech;
mod team;

const EXIT_CODES: &str = "\
Exit codes:
  0  done
  1  a file or the job failed, or what is asked for is impossible; with --json the answer says why
  2  the command line is wrong";

/// Workshop your market: segments, fit, priorities and channels in one file.
#[derive(Debug, Parser)]
#[command(name = "nisje", version, arg_required_else_help = false, after_help = EXIT_CODES)]
struct Arguments {
    /// The project to open in the window
    file: Option<PathBuf>,
    #[command(subcommand)]
    job: Option<Job>,
}

#[derive(Debug, Subcommand)]
enum Job {
    /// Export a part of a project as tables or a picture, or all of it into a folder
    Export(export::Arguments),
    /// Check whether project files are valid, and show what is wrong with those that aren't
    Check(check::Arguments),
    /// Make a project file from a template
    New(new::Arguments),
    /// Print the project on one page: what comes first, how it is reached, money, findings and next steps
    Overview(overview::Arguments),
    /// Rank the cells of a project by their scores, and show how sure the order is
    Rank(rank::Arguments),
    /// Compare the channels of a project, over all or for one customer segment
    Channels(channels::Arguments),
    /// Allocate a budget to channels and segments for the highest contribution
    Budget(budget::Arguments),
    /// Show how many people the chosen cells need, what is in each role, and whose customers are whose
    Team(team::Arguments),
}

/// What is left to do after a job.
#[derive(Debug, Clone)]
pub enum Asked {
    /// The window is wanted, with that file in it.
    Window(Option<PathBuf>),
    /// Nothing: the job is done, or its error has been printed.
    Nothing(ExitCode),
}

/// Does the job that the command line names; the window is the caller's.
pub fn run() -> Asked {
    let Arguments { file, job } = Arguments::parse();
    let outcome = match (job, file) {
        (None, file) => return Asked::Window(file),
        (Some(_), Some(file)) => wrong(&format!("'{}' stands before a subcommand", file.display())),
        (Some(Job::Export(arguments)), None) => export::run(&arguments).unwrap_or_else(|why| wrong(&why)),
        (Some(Job::Check(arguments)), None) => check::run(&arguments),
        (Some(Job::New(arguments)), None) => new::run(&arguments),
        (Some(Job::Overview(arguments)), None) => overview::run(&arguments),
        (Some(Job::Rank(arguments)), None) => rank::run(&arguments),
        (Some(Job::Channels(arguments)), None) => channels::run(&arguments),
        (Some(Job::Budget(arguments)), None) => budget::run(&arguments),
        (Some(Job::Team(arguments)), None) => team::run(&arguments),
    };
    Asked::Nothing(outcome.into())
}

/// Prints that this program was built without the window.
pub fn no_window() -> ExitCode {
    say::error(&Text::new(Language::of_system()), &Message::new("cli-no-window"), None).into()
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
