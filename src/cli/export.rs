//! `nisje export FILE --to OUT`

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::report::{self, Format, Part};
use crate::storage::{self, Limits};

use super::{Outcome, Speech, say, wrong};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The project file
    file: PathBuf,
    /// The file to write; its ending says the format: csv, md, xlsx, svg or png
    #[arg(long, value_name = "OUT")]
    to: PathBuf,
    /// What to hand out
    #[arg(long, value_enum, value_name = "PART", default_value_t = What::Matrix)]
    what: What,
    #[command(flatten)]
    speech: Speech,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    /// The prioritised matrix
    Matrix,
    /// The priority list
    Priorities,
    /// The channels: compared, by segment, their economics and funnels
    Channels,
    /// The scenarios of a budget
    Budget,
}

impl From<What> for Part {
    fn from(what: What) -> Self {
        match what {
            What::Matrix => Self::Matrix,
            What::Priorities => Self::Priorities,
            What::Channels => Self::Channels,
            What::Budget => Self::Budget,
        }
    }
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Arguments { file, to, what, speech } = arguments;
    let Some(format) = format_of(to) else {
        let endings = Format::ALL.map(Format::extension).join(", ");
        wrong(&format!("the name of OUT must end in one of {endings}: '{}'", to.display()));
    };
    let text = speech.text();
    let project = match storage::open(file, &Limits::default()) {
        Ok(opened) => opened.project,
        Err(error) => return say::file_error(&text, &error),
    };
    let bytes = match report::export(&project, (*what).into(), format, &text) {
        Ok(bytes) => bytes,
        Err(error) => return say::error(&text, &say::about(file, None, error.message()), None),
    };
    match storage::write_atomic(to, &bytes) {
        Ok(()) => say::result(&text, &text.with("cli-wrote", "file", to.display().to_string())),
        Err(error) => say::file_error(&text, &error),
    }
}

fn format_of(path: &Path) -> Option<Format> {
    path.extension().and_then(|extension| extension.to_str()).and_then(Format::of_extension)
}
