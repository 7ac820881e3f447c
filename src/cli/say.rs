//! What the command line prints.

use std::io::{self, ErrorKind, IsTerminal, Write};
use std::path::Path;

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};

use crate::project::Message;
use crate::storage::{self, Place};
use crate::text::Text;

use super::Outcome;

/// Prints a result. A reader who has gone away has heard enough.
pub(super) fn result(text: &Text, line: &str) -> Outcome {
    let mut out = io::stdout().lock();
    match writeln!(out, "{line}").and_then(|()| out.flush()) {
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
    let title = level.primary_title(text.say(message));
    let group = match place {
        Some(Place { line, excerpt, mark, .. }) => title.element(
            Snippet::source(excerpt.as_str()).line_start(*line).annotation(AnnotationKind::Primary.span(mark.clone())),
        ),
        None => annotate_snippets::Group::with_title(title),
    };
    let colours = io::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let renderer = if colours { Renderer::styled() } else { Renderer::plain() };
    // Nobody is left to be told when this fails.
    let _ = writeln!(io::stderr(), "{}", renderer.render(&[group]));
    Outcome::Failed
}

/// Columns as wide as their widest cell, those of numbers to the right; what is to the right of the last word is cut.
pub(super) fn aligned(lines: &[Vec<String>], right: &[bool]) -> Vec<String> {
    let width = |column: usize| lines.iter().map(|line| line[column].chars().count()).max().unwrap_or_default();
    let widths: Vec<_> = (0..right.len()).map(width).collect();
    let line = |cells: &Vec<String>| {
        let padded =
            cells.iter().zip(&widths).zip(right).map(|((cell, width), right)| {
                if *right { format!("{cell:>width$}") } else { format!("{cell:<width$}") }
            });
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    lines.iter().map(line).collect()
}
