//! `nisje check FILE…`

use std::path::PathBuf;

use clap::Args;

use crate::project::{Axis, Message, Project};
use crate::storage::{self, Limits, Opened};
use crate::text::Text;

use super::outcome::Outcome;
use super::say;
use super::speech::Speech;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The project files
    #[arg(required = true)]
    files: Vec<PathBuf>,
    #[command(flatten)]
    speech: Speech,
}

/// Checks every file, also after one that is wrong.
pub(super) fn run(arguments: &Arguments) -> Outcome {
    let text = arguments.speech.text();
    let mut outcome = Outcome::Done;
    for file in &arguments.files {
        let said = match storage::open(file, &Limits::default()) {
            Ok(Opened { project, comments, .. }) => {
                let line = |message| text.say(&say::about(file, None, message));
                let mut said = say::result(&text, &line(summary(&text, &project)));
                if comments.count > 0 && said == Outcome::Done {
                    let comments = Message::new("cli-comments")
                        .with("count", comments.count)
                        .with("line", comments.first_line.to_string());
                    said = say::result(&text, &line(comments));
                }
                said
            }
            Err(error) => say::file_error(&text, &error),
        };
        if said == Outcome::Failed {
            outcome = said;
        }
    }
    outcome
}

fn summary(text: &Text, project: &Project) -> Message {
    let name = if project.name.is_empty() { text.get("unnamed") } else { &project.name };
    Message::new("cli-summary")
        .with("name", name)
        .with("products", project.matrix.segments(Axis::Product).len())
        .with("customers", project.matrix.segments(Axis::Customer).len())
        .with("cells", project.matrix.cells().len())
        .with("channels", project.channels.len())
}
