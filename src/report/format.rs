//! The table of formats, and what each takes of a document.

use std::borrow::Cow;

use super::document::Document;
use super::{Error, csv, json, markdown, xlsx};
use crate::figure;
use crate::text::Text;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    Csv,
    Markdown,
    Xlsx,
    Json,
    Svg,
    Png,
}

/// The blocks that a format takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// Headings, texts and tables of a part.
    Text,
    /// Tables of all parts.
    Workbook,
    /// One figure.
    Picture,
}

/// A row of the table.
struct Row {
    /// The ending of a file's name, without the point; also its name on the command line.
    extension: &'static str,
    /// Text key of its name.
    name: &'static str,
    holds: Holds,
    write: fn(&Document) -> Result<Vec<u8>, Error>,
}

impl Format {
    /// Tables first.
    pub const ALL: [Self; 6] = [Self::Csv, Self::Markdown, Self::Xlsx, Self::Json, Self::Svg, Self::Png];

    fn row(self) -> Row {
        let row = |extension, name, holds, write| Row { extension, name, holds, write };
        match self {
            Self::Csv => row("csv", "export-format-csv", Holds::Text, csv::write),
            Self::Markdown => {
                row("md", "export-format-markdown", Holds::Text, |document| Ok(markdown::write(document)))
            }
            Self::Xlsx => row("xlsx", "export-format-xlsx", Holds::Workbook, xlsx::write),
            Self::Json => row("json", "export-format-json", Holds::Text, |document| Ok(json::write(document))),
            Self::Svg => row("svg", "export-format-svg", Holds::Picture, |document| {
                Ok(figure::svg::write(document.figure().ok_or(Error::NoPicture)?).into_bytes())
            }),
            Self::Png => row("png", "export-format-png", Holds::Picture, |document| {
                Ok(figure::png::write(document.figure().ok_or(Error::NoPicture)?, figure::png::SCALE)?)
            }),
        }
    }

    pub fn extension(self) -> &'static str {
        self.row().extension
    }

    /// Text key of its name.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The format of a file name's ending, in any case.
    pub fn of_extension(extension: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.extension().eq_ignore_ascii_case(extension))
    }

    pub(super) fn holds(self) -> Holds {
        self.row().holds
    }

    pub(super) fn write(self, document: &Document) -> Result<Vec<u8>, Error> {
        let Row { holds, write, .. } = self.row();
        let bytes = write(document)?;
        // Names may hold control characters, which no text file should.
        Ok(if holds == Holds::Text { visible(bytes) } else { bytes })
    }
}

fn visible(bytes: Vec<u8>) -> Vec<u8> {
    match std::str::from_utf8(&bytes).map(Text::visible) {
        Ok(Cow::Owned(plain)) => plain.into_bytes(),
        _ => bytes,
    }
}
