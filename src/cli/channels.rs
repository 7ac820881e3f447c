//! `nisje channels FILE`

use std::path::PathBuf;

use clap::Args;

use crate::analysis::{MatrixIndex, Target};
use crate::import::name::folded;
use crate::project::{Axis, Message, Project, Segment};
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
        let find = |wanted: &String| find(source.project, &source.analysis.matrix, wanted);
        let target = segment.as_ref().map(find).transpose().map_err(|message| say::about(file, None, message))?;
        Ok(say::document(&source.document(report::channels(source, target)), *print))
    })
}

/// The segment of that id or name: the name as it is, or else as people read it. Several of one name are told apart by
/// their ids.
fn find(project: &Project, index: &MatrixIndex, wanted: &str) -> Result<Target, Message> {
    let wanted = wanted.trim();
    let all = || project.matrix.segments(Axis::Customer).iter();
    let matches: [&dyn Fn(&&Segment) -> bool; 3] =
        [&|segment| segment.id.to_string() == wanted, &|segment| segment.name.trim() == wanted, &|segment| {
            folded(&segment.name) == folded(wanted)
        }];
    let found = matches.iter().map(|is_meant| all().filter(is_meant).collect::<Vec<_>>());
    let found = found.into_iter().find(|found| !found.is_empty()).unwrap_or_default();
    if found.len() > 1 {
        let ids = found.iter().map(|segment| segment.id.to_string()).collect::<Vec<_>>().join(", ");
        return Err(Message::new("cli-ambiguous-segment").with("name", wanted).with("ids", ids));
    }
    let target = found.first().and_then(|segment| Target::of(project, index, segment.id));
    target.ok_or_else(|| Message::new("cli-no-segment").with("name", wanted))
}
