//! `nisje overview FILE`

use std::path::PathBuf;

use clap::Args;

use crate::report;

use super::outcome::Outcome;
use super::say;
use super::speech::Speech;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The project file
    file: PathBuf,
    #[command(flatten)]
    print: say::Print,
    #[command(flatten)]
    speech: Speech,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Arguments { file, print, speech } = arguments;
    say::about_project(file, &speech.text(), |source| {
        Ok(say::document(&source.document(report::overview(source)), *print))
    })
}
