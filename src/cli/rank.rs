//! `nisje rank FILE`

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::report;

use super::outcome::Outcome;
use super::say;
use super::speech::Speech;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The project file
    file: PathBuf,
    /// How to rank
    #[arg(long, value_enum, value_name = "METHOD", default_value_t = Method::Wsm)]
    method: Method,
    #[command(flatten)]
    print: say::Print,
    #[command(flatten)]
    speech: Speech,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Method {
    /// Weighted sum: the order of the others never depends on a cell
    Wsm,
    /// Closeness to the best; depends on which cells are compared
    Topsis,
    /// Net flow of PROMETHEE II; depends on which cells are compared
    Promethee,
}

impl From<Method> for report::Method {
    fn from(method: Method) -> Self {
        match method {
            Method::Wsm => Self::Wsm,
            Method::Topsis => Self::Topsis,
            Method::Promethee => Self::Promethee,
        }
    }
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Arguments { file, method, print, speech } = arguments;
    say::about_project(file, &speech.text(), |source| {
        if let (false, Some(why)) = (print.json, source.analysis.ranking().why_no_total()) {
            return Err(say::about(file, None, why));
        }
        Ok(say::document(&source.document(report::ranking(source, (*method).into())), *print))
    })
}
