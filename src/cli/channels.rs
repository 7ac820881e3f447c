//! `nisje channels FILE`

use std::path::PathBuf;

use clap::Args;

use crate::analysis::{MatrixIndex, Target};
use crate::project::{Axis, Message, Project};
use crate::report;

use super::outcome::Outcome;
use super::say;
use super::speech::Speech;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The project file
    file: PathBuf,
    /// Only for that customer segment, by name or id
    #[arg(long, value_name = "NAME")]
    segment: Option<String>,
    #[command(flatten)]
    print: say::Print,
    #[command(flatten)]
    speech: Speech,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Arguments { file, segment, print, speech } = arguments;
    let text = speech.text();
    say::about_project(file, &text, |source| {
        let target =
            match segment {
                Some(wanted) => Some(find(source.project, &source.analysis.matrix, wanted).ok_or_else(|| {
                    say::about(file, None, Message::new("cli-no-segment").with("name", wanted.as_str()))
                })?),
                None => None,
            };
        Ok(say::document(&source.document(report::channels(source, target)), *print))
    })
}

/// The segment of that name or id: the name as it is, or else in any case.
fn find(project: &Project, index: &MatrixIndex, wanted: &str) -> Option<Target> {
    let segments = project.matrix.segments(Axis::Customer);
    let wanted = wanted.trim();
    let segment = (segments.iter().find(|segment| segment.name.trim() == wanted))
        .or_else(|| segments.iter().find(|segment| segment.name.trim().to_lowercase() == wanted.to_lowercase()))
        .or_else(|| segments.iter().find(|segment| segment.id.to_string() == wanted))?;
    Target::of(project, index, segment.id)
}
