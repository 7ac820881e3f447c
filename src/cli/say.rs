//! Printing: results to the standard output, errors to the standard error.

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::Path;

use annotate_snippets::{Annotation, AnnotationKind, Level, Renderer, Snippet};

use crate::analysis::Analysis;
use crate::figure::ChannelPicture;
use crate::project::Message;
use crate::report::{Document, Source, aligned, json};
use crate::storage::{self, Limits, Place};
use crate::text::Text;

use super::outcome::Outcome;

/// How a document is printed.
#[derive(Debug, Clone, Copy, clap::Args)]
pub(super) struct Print {
    /// Print JSON instead of tables
    #[arg(long)]
    pub json: bool,
}

/// Opens a project and does something with it; what it refuses to do is an error.
pub(super) fn about_project(
    file: &Path,
    text: &Text,
    job: impl FnOnce(&Source) -> Result<Outcome, Message>,
) -> Outcome {
    let project = match storage::open(file, &Limits::default()) {
        Ok(opened) => opened.project,
        Err(cause) => return file_error(text, &cause),
    };
    let analysis = Analysis::of(&project);
    let source = Source { project: &project, analysis: &analysis, text, seen: &ChannelPicture::default() };
    job(&source).unwrap_or_else(|message| error(text, &message, None))
}

pub(super) fn document(document: &Document, print: Print) -> Outcome {
    if print.json {
        let said = String::from_utf8_lossy(&json::write(document)).into_owned();
        result(document.text, said.trim_end())
    } else {
        result(document.text, &aligned::write(document))
    }
}

/// Prints a result. A closed pipe is no error.
pub(super) fn result(text: &Text, line: &str) -> Outcome {
    let mut out = io::stdout().lock();
    match writeln!(out, "{}", Text::visible(line)).and_then(|()| out.flush()) {
        Err(cause) if cause.kind() != ErrorKind::BrokenPipe => {
            error(text, &Message::new("file-other").with("text", cause.to_string()), None)
        }
        _ => Outcome::Done,
    }
}

/// Prints what is wrong with a file; with the line that it is in, if it is at one place.
pub(super) fn file_error(text: &Text, cause: &storage::Error) -> Outcome {
    error(text, &about(&cause.path, cause.place(), cause.message()), cause.place())
}

/// A message about a file, or a place in it.
pub(super) fn about(path: &Path, place: Option<&Place>, message: Message) -> Message {
    let file = path.display();
    let place = match place {
        Some(Place { line, column, .. }) => format!("{file}:{line}:{column}"),
        None => file.to_string(),
    };
    Message::new("cli-about").with("place", place).with("message", message)
}

/// Prints an error, with the line of the file that it is in, if there is one.
pub(super) fn error(text: &Text, message: &Message, place: Option<&Place>) -> Outcome {
    let level = Level::ERROR.with_name(text.get("cli-error"));
    let said = text.say(message);
    let title = level.primary_title(Text::visible(&said));
    let group = match place {
        // A replaced character may be longer: the mark then stands for its line.
        Some(Place { line, excerpt, .. }) if Text::visible(excerpt) != excerpt.as_str() => {
            title.element(Snippet::<Annotation>::source(Text::visible(excerpt)).line_start(*line))
        }
        Some(Place { line, excerpt, mark, .. }) => title.element(
            Snippet::source(excerpt.as_str()).line_start(*line).annotation(AnnotationKind::Primary.span(mark.clone())),
        ),
        None => annotate_snippets::Group::with_title(title),
    };
    let colours = io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let renderer = if colours { Renderer::styled() } else { Renderer::plain() };
    // Without a standard error there is no one to tell.
    let _ = writeln!(io::stderr(), "{}", renderer.render(&[group]));
    Outcome::Failed
}
