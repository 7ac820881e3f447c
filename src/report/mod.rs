//! A report as data, and one writer a format: `fn(&Report) -> Vec<u8>`; the caller owns the file.

use std::sync::Arc;

use thiserror::Error;

use crate::analysis::Analysis;
use crate::figure::{self, ChannelPicture, Figure};
use crate::project::{Fit, Message, Owner, Project};
use crate::text::Text;

mod budget;
mod channels;
pub mod csv;
mod decision;
pub mod markdown;
mod matrix;
mod plan;
mod priorities;
pub mod xlsx;

pub use matrix::count_headings;

/// A part of the project that can be handed out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// The prioritised matrix.
    Matrix,
    /// The priority list.
    Priorities,
    /// The channels: compared, by segment, their economics and funnels.
    Channels,
    /// The scenarios of a budget.
    Budget,
}

impl Part {
    /// All, in the order of the method.
    pub const ALL: [Self; 4] = [Self::Matrix, Self::Priorities, Self::Channels, Self::Budget];
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

/// Why something could not be handed out. No project causes it by what stands in it.
#[derive(Debug, Error)]
pub enum Error {
    /// The table can't be written.
    #[error(transparent)]
    Csv(#[from] ::csv::Error),
    /// The workbook can't be written.
    #[error(transparent)]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    /// The picture can't be drawn.
    #[error(transparent)]
    Png(#[from] figure::png::Error),
}

impl Error {
    /// The error for a person.
    pub fn message(&self) -> Message {
        Message::new("export-failed").with("reason", self.to_string())
    }
}

/// A part of the project as the bytes of a file in that format and in the language of `text`.
///
/// The same project gives the same bytes. A workbook holds the other parts too, behind the one that is asked for.
pub fn export(project: &Project, part: Part, format: Format, text: &Text) -> Result<Vec<u8>, Error> {
    export_seen(project, part, format, text, &ChannelPicture::default())
}

/// The same, with a picture of the channels as it is seen in the window.
pub fn export_seen(
    project: &Project,
    part: Part,
    format: Format,
    text: &Text,
    seen: &ChannelPicture,
) -> Result<Vec<u8>, Error> {
    let analysis = Analysis::of(project);
    match format {
        Format::Csv => csv::write(&Report::of(project, &analysis, &[part], text)),
        Format::Markdown => Ok(markdown::write(&Report::of(project, &analysis, &[part], text))),
        Format::Xlsx => {
            let mut parts = Part::ALL.to_vec();
            parts.sort_by_key(|other| *other != part);
            parts.retain(|other| {
                *other == part
                    || match other {
                        Part::Channels => !project.channels.is_empty(),
                        Part::Budget => !project.plan.scenarios.is_empty(),
                        Part::Matrix | Part::Priorities => true,
                    }
            });
            xlsx::write(&Report::of(project, &analysis, &parts, text))
        }
        Format::Svg => Ok(figure::svg::write(&draw(project, &analysis, part, text, seen)).into_bytes()),
        Format::Png => Ok(figure::png::write(&draw(project, &analysis, part, text, seen), figure::png::SCALE)?),
    }
}

fn draw(project: &Project, analysis: &Analysis, part: Part, text: &Text, seen: &ChannelPicture) -> Figure {
    match part {
        Part::Matrix => figure::matrix(project, analysis, text),
        Part::Priorities => figure::priorities(project, analysis, text),
        Part::Channels => figure::channels(project, analysis, text, seen),
        Part::Budget => figure::budget(project, text),
    }
}

/// Tables in one language, with what must be known to read them.
#[derive(Debug)]
pub struct Report<'a> {
    /// What the project is called.
    pub title: String,
    /// The currency of all money in it.
    pub currency: Arc<str>,
    /// How numbers and money are written.
    pub text: &'a Text,
    /// The tables, the most important first.
    pub tables: Vec<Table>,
}

impl<'a> Report<'a> {
    /// Those parts of a project, one table each; what the team decides with follows the priority list.
    pub fn of(project: &Project, analysis: &Analysis, parts: &[Part], text: &'a Text) -> Self {
        let mut tables = Vec::new();
        for part in parts {
            match part {
                Part::Matrix => tables.push(matrix::table(project, analysis, text)),
                Part::Priorities => {
                    tables.push(priorities::table(project, analysis, text));
                    tables.extend(decision::tables(project, analysis, text));
                }
                Part::Channels => {
                    tables.push(channels::table(project, analysis, text));
                    tables.extend(plan::tables(project, analysis, text));
                }
                Part::Budget => tables.extend(budget::tables(project, text)),
            }
        }
        let title = shown(&project.name, text).to_owned();
        Self { title, currency: project.currency.clone(), text, tables }
    }
}

/// A table.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it shows; fits on the tab of a worksheet.
    pub name: String,
    /// The columns, with their headings.
    pub columns: Vec<Column>,
    /// The rows; each has a cell a column.
    pub rows: Vec<Vec<Cell>>,
    /// So many columns on the left name the row and stay when the table is scrolled.
    pub frozen: usize,
    /// So many rows at the end sum up the others: not to be sorted or filtered with them.
    pub sums: usize,
    /// What the colours and signs of its cells mean.
    pub legend: Vec<(Cell, String)>,
    /// Assumptions, and what isn't there.
    pub notes: Vec<String>,
    /// A chart of its rows.
    pub scatter: Option<Scatter>,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Its heading.
    pub heading: String,
    /// How its cells stand.
    pub align: Align,
    /// About how many letters wide.
    pub width: f64,
    /// The heading is turned, to save width.
    pub turned: bool,
}

impl Column {
    fn new(heading: impl Into<String>, align: Align, width: f64) -> Self {
        Self { heading: heading.into(), align, width, turned: false }
    }
}

/// How cells stand in their column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// As text.
    Left,
    /// As signs.
    Centre,
    /// As numbers.
    Right,
}

/// A cell of a table. Numbers are finite.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    /// Nothing.
    Blank,
    /// Words.
    Text(String),
    /// A number, shown with so many decimals.
    Number(f64, usize),
    /// An amount in the report's currency.
    Money(f64),
    /// A share of 1, shown as a percentage.
    Percent(f64),
    /// A fit, with the note of its cell.
    Fit(Fit, Option<Arc<str>>),
}

impl Cell {
    fn text(words: impl Into<String>) -> Self {
        let words = words.into();
        if words.is_empty() { Self::Blank } else { Self::Text(words) }
    }

    fn count(count: usize) -> Self {
        Self::Number(count as f64, 0)
    }
}

/// Points of a table's rows in a plane with logarithmic axes.
#[derive(Debug, Clone, PartialEq)]
pub struct Scatter {
    /// Title of the horizontal axis, and the column that it shows.
    pub x: (String, usize),
    /// Title of the vertical axis, and the column that it shows.
    pub y: (String, usize),
    /// The column that names the points.
    pub names: usize,
    /// Which rows are points, and how each looks.
    pub points: Vec<(usize, Mark)>,
}

/// How a point looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Whose: a circle for own, a diamond for external.
    pub owner: Owner,
    /// Its colour.
    pub colour: figure::palette::Rgb,
}

/// A name, or the words for one that isn't given.
fn shown<'a>(name: &'a str, text: &'a Text) -> &'a str {
    if name.trim().is_empty() { text.get("unnamed") } else { name }
}
