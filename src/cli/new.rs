//! `nisje new --template TEMPLATE OUT`

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::project::{Message, Template};
use crate::storage;

use super::outcome::Outcome;
use super::say;
use super::speech::Speech;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The project file to create
    #[arg(value_name = "OUT")]
    out: PathBuf,
    /// The template
    #[arg(long, value_enum, value_name = "TEMPLATE", default_value_t = Start::Blank)]
    template: Start,
    /// Replace OUT if it exists
    #[arg(long)]
    force: bool,
    #[command(flatten)]
    speech: Speech,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Start {
    /// An empty project
    Blank,
    /// The lecture's 9 × 9 matrix, with illustrative priorities
    Lecture,
    /// A worked example of a small company, with illustrative figures
    Example,
}

impl From<Start> for Template {
    fn from(start: Start) -> Self {
        match start {
            Start::Blank => Self::Blank,
            Start::Lecture => Self::Lecture,
            Start::Example => Self::Example,
        }
    }
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Arguments { out, template, force, speech } = arguments;
    let text = speech.text();
    if !force && out.symlink_metadata().is_ok() {
        return say::error(&text, &say::about(out, None, Message::new("cli-exists")), None);
    }
    match storage::save(out, &storage::template((*template).into(), text.language().code())) {
        Ok(_) => say::result(&text, &text.with("cli-wrote", "file", out.display().to_string())),
        Err(error) => say::file_error(&text, &error),
    }
}
