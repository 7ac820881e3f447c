//! Documents made of a project, and their writers.
//!
//! A part of the project ([`Part`]) is a function from a [`Source`] to blocks; a format ([`Format`]) is a function from a
//! [`Document`] to bytes. The caller owns the file.

use thiserror::Error;

use crate::analysis::Analysis;
use crate::figure::{self, ChannelPicture};
use crate::project::{Message, Project};
use crate::text::Text;

pub mod aligned;
mod budget;
mod channels;
mod csv;
mod decision;
mod document;
mod format;
pub mod json;
mod markdown;
mod matrix;
mod part;
mod plan;
mod priorities;
mod ranking;
mod rows;
mod xlsx;

pub use budget::budget;
pub use channels::channels;
pub use document::{Align, Block, Cell, Column, Depth, Document, Table, Unit};
pub use format::Format;
pub use matrix::count_headings;
pub use part::Part;
pub use ranking::{Method, ranking};

/// What documents are made of.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    pub project: &'a Project,
    pub analysis: &'a Analysis,
    pub text: &'a Text,
    /// The channels' picture as the window shows it.
    pub seen: &'a ChannelPicture,
}

impl<'a> Source<'a> {
    pub fn document(&self, blocks: Vec<Block>) -> Document<'a> {
        let Self { project, text, .. } = *self;
        Document { name: project.name.clone(), currency: project.currency.clone(), text, blocks }
    }
}

/// An export failed. No content of a project causes it.
#[derive(Debug, Error)]
pub enum Error {
    #[error(transparent)]
    Csv(#[from] ::csv::Error),
    #[error(transparent)]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    #[error(transparent)]
    Png(#[from] figure::png::Error),
    #[error("there is no picture of it")]
    NoPicture,
}

impl Error {
    pub fn message(&self) -> Message {
        Message::new("export-failed").with("reason", self.to_string())
    }
}

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

/// A name, or the words for none.
fn shown<'a>(name: &'a str, text: &'a Text) -> &'a str {
    if name.trim().is_empty() { text.get("unnamed") } else { name }
}
