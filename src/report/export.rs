//! Exports of a part in a format.

use super::error::Error;
use super::format::Format;
use super::part::Part;
use super::source::Source;
use crate::analysis::Analysis;
use crate::figure::ChannelPicture;
use crate::project::Project;
use crate::text::Text;

/// A part of the project as the bytes of a file. The same project gives the same bytes.
pub fn export(project: &Project, part: Part, format: Format, text: &Text) -> Result<Vec<u8>, Error> {
    export_seen(project, part, format, text, &ChannelPicture::default())
}

/// The same, with the picture of the channels as the window shows it.
pub fn export_seen(
    project: &Project,
    part: Part,
    format: Format,
    text: &Text,
    seen: &ChannelPicture,
) -> Result<Vec<u8>, Error> {
    let analysis = Analysis::of(project);
    let source = Source { project, analysis: &analysis, text, seen };
    format.write(&source.document(part.content(&source, format)))
}
