//! `nisje export FILE --to OUT`

use std::path::{Path, PathBuf};

use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::project::Message;
use crate::report::{self, Format, Part};
use crate::storage::{self, Limits};
use crate::text::{Language, Text};

use super::outcome::Outcome;
use super::say;
use super::speech::Speech;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The project file
    file: PathBuf,
    /// The file to write, whose ending is the format; or a folder, for every part in every format
    #[arg(long, value_name = "OUT")]
    to: PathBuf,
    /// The part to export; by default the matrix, or every part into a folder
    #[arg(long, value_name = "PART", value_parser = parts())]
    what: Option<Part>,
    #[command(flatten)]
    speech: Speech,
}

/// The parts by their keys, with their names as help.
fn parts() -> impl TypedValueParser<Value = Part> {
    let english = Text::new(Language::English);
    let values = Part::ALL.map(|part| PossibleValue::new(part.key()).help(english.get(part.name()).to_owned()));
    PossibleValuesParser::new(values).try_map(|key| Part::of_key(&key).ok_or("no such part"))
}

/// The error is what is wrong with the command line.
pub(super) fn run(arguments: &Arguments) -> Result<Outcome, String> {
    let Arguments { file, to, what, speech } = arguments;
    let text = speech.text();
    let to_folder = is_folder(to);
    let files = if to_folder { in_folder(to, *what) } else { vec![one_file(to, what.unwrap_or(Part::Matrix))?] };
    let project = match storage::open(file, &Limits::default()) {
        Ok(opened) => opened.project,
        Err(error) => return Ok(say::file_error(&text, &error)),
    };
    if to_folder && let Err(cause) = std::fs::create_dir_all(to) {
        let message = Message::new("file-other").with("text", cause.to_string());
        return Ok(say::error(&text, &say::about(to, None, message), None));
    }
    for (path, part, format) in files {
        let bytes = match report::export(&project, part, format, &text) {
            Ok(bytes) => bytes,
            Err(error) => return Ok(say::error(&text, &say::about(file, None, error.message()), None)),
        };
        let outcome = match storage::write_atomic(&path, &bytes) {
            Ok(()) => say::result(&text, &text.with("cli-wrote", "file", path.display().to_string())),
            Err(error) => say::file_error(&text, &error),
        };
        if outcome == Outcome::Failed {
            return Ok(outcome);
        }
    }
    Ok(Outcome::Done)
}

/// There is such a folder, or the name ends as one does.
fn is_folder(path: &Path) -> bool {
    path.is_dir() || path.as_os_str().to_string_lossy().ends_with(std::path::is_separator)
}

/// Every part, or one, in every format.
fn in_folder(folder: &Path, what: Option<Part>) -> Vec<(PathBuf, Part, Format)> {
    let parts = Part::ALL.into_iter().filter(|part| what.is_none_or(|what| what == *part));
    let file = |part: Part, format: Format| folder.join(format!("{}.{}", part.key(), format.extension()));
    parts.flat_map(|part| part.formats().map(move |format| (file(part, format), part, format))).collect()
}

fn one_file(path: &Path, part: Part) -> Result<(PathBuf, Part, Format), String> {
    let extension = path.extension().and_then(|extension| extension.to_str());
    if let Some(format) =
        extension.and_then(Format::of_extension).filter(|format| part.formats().any(|one| one == *format))
    {
        Ok((path.to_owned(), part, format))
    } else {
        let endings: Vec<_> = part.formats().map(Format::extension).collect();
        let endings = endings.join(", ");
        Err(format!("the name of OUT must end in one of {endings}, or in a slash: '{}'", path.display()))
    }
}
