//! A document: blocks in one language. Parts make blocks, writers walk them, and neither knows the other.

use std::borrow::Cow;
use std::sync::Arc;

use crate::figure::{Figure, palette};
use crate::project::{Fit, Owner};
use crate::text::Text;

#[derive(Debug)]
pub struct Document<'a> {
    /// Name of the project; may be empty.
    pub name: Arc<str>,
    /// Currency of all amounts.
    pub currency: Arc<str>,
    pub text: &'a Text,
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// Title of a part.
    Heading(String),
    Paragraph(String),
    /// Small print: an assumption, or what is left out. Belongs to the table before it, if there is one.
    Note(String),
    Table(Table),
    Figure(Figure),
    PageBreak,
}

/// How much of a document a reader wants. Tables and columns say for whom they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// As wide as a terminal or a page.
    Brief,
    /// Everything that a person reads.
    Full,
    /// Ids and codes too, for programs.
    Data,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// Its name in JSON; unique in a document.
    pub key: &'static str,
    /// At most 31 characters, so that it fits the tab of a worksheet.
    pub name: String,
    pub columns: Vec<Column>,
    /// Number of cells in each column.
    pub rows: usize,
    /// Columns on the left that name the row and stay in place when the table is scrolled.
    pub frozen: usize,
    /// Rows at the end that sum up the others: neither sorted nor filtered with them.
    pub sums: usize,
    /// Meaning of colours and signs.
    pub legend: Vec<(Cell, String)>,
    pub scatter: Option<Scatter>,
    pub depth: Depth,
    /// It has one row, written as a list of headings and cells; its keys are the document's own in JSON.
    pub is_record: bool,
}

/// A column with its cells, so that heading and cells can't get out of step.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Name of the object in JSON that holds it, as a range holds low, likely and high; empty for none.
    pub group: &'static str,
    /// Its name in JSON; unique in the table and group.
    pub key: Cow<'static, str>,
    pub heading: String,
    pub unit: Unit,
    pub align: Align,
    /// Width in characters, about.
    pub width: f64,
    /// The heading is turned by 90° to save width.
    pub turned: bool,
    pub depth: Depth,
    pub cells: Vec<Cell>,
}

/// What the numbers of a column count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Texts, or numbers whose heading says it.
    None,
    Money,
    /// 0 to 1, shown as a percentage.
    Share,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    Left,
    Centre,
    Right,
}

/// A cell. Numbers are finite.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Blank,
    Text(String),
    /// A number, shown with that many decimals.
    Number(f64, usize),
    /// An amount in the document's currency.
    Money(f64),
    /// A share of 1, shown as a percentage.
    Percent(f64),
    /// A fit, with the note of its cell.
    Fit(Fit, Option<Arc<str>>),
    /// One of a list: its name for programs, and its words.
    Choice(&'static str, String),
    /// Why there is no number: a name for programs, and the words.
    Reason(&'static str, String),
    /// The end of a range that is only a point: left out for people, a number for programs.
    Implied(f64),
    List(Vec<Cell>),
    /// Yes or no, for programs.
    Flag(bool),
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
    /// Which rows are points, and their marks.
    pub points: Vec<(usize, Mark)>,
    pub note: String,
}

/// The look of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// A circle for own, a diamond for external.
    pub owner: Owner,
    pub colour: palette::Rgb,
}

impl Document<'_> {
    pub fn title(&self) -> &str {
        shown(&self.name, self.text)
    }

    /// The tables for a reader, each with the texts that follow it.
    pub fn tables(&self, depth: Depth) -> Vec<(&Table, Vec<&str>)> {
        let mut tables: Vec<(&Table, Vec<&str>)> = Vec::new();
        for block in &self.blocks {
            match block {
                Block::Table(table) => tables.push((table, Vec::new())),
                Block::Paragraph(words) | Block::Note(words) => {
                    if let Some((_, notes)) = tables.last_mut() {
                        notes.push(words);
                    }
                }
                Block::Heading(_) | Block::Figure(_) | Block::PageBreak => {}
            }
        }
        tables.retain(|(table, _)| table.depth <= depth);
        tables
    }

    /// The first figure, for formats that hold one.
    pub fn figure(&self) -> Option<&Figure> {
        self.blocks.iter().find_map(|block| match block {
            Block::Figure(figure) => Some(figure),
            _ => None,
        })
    }

    /// A cell in words. Amounts are in `currency`, which is empty where the reader knows it.
    pub(super) fn words(&self, cell: &Cell, currency: &str) -> String {
        match cell {
            Cell::Blank | Cell::Implied(_) => String::new(),
            Cell::Text(words) | Cell::Choice(_, words) | Cell::Reason(_, words) => words.clone(),
            Cell::Number(value, decimals) => self.text.number(*value, *decimals),
            Cell::Money(amount) => self.text.money(*amount, currency),
            Cell::Percent(share) => self.text.percent(*share),
            Cell::Fit(fit, _) => fit.sign().to_owned(),
            Cell::List(cells) => cells.iter().map(|cell| self.words(cell, currency)).collect::<Vec<_>>().join(", "),
            Cell::Flag(flag) => if *flag { "✓" } else { "" }.to_owned(),
        }
    }
}

impl Table {
    /// The columns for a reader, with their places.
    pub fn columns(&self, depth: Depth) -> impl Iterator<Item = &Column> + Clone {
        self.columns.iter().filter(move |column| column.depth <= depth)
    }

    /// The place of a column among those for people, by its group and key.
    pub(super) fn place(&self, group: &str, key: &str) -> Option<usize> {
        self.columns(Depth::Full).position(|column| column.group == group && column.key == key)
    }
}

impl Cell {
    pub fn text(words: impl Into<String>) -> Self {
        let words = words.into();
        if words.is_empty() { Self::Blank } else { Self::Text(words) }
    }

    pub fn count(count: usize) -> Self {
        Self::Number(count as f64, 0)
    }

    /// A number in that unit; blank where there is none.
    pub fn of(unit: Unit, number: impl Into<Option<f64>>, decimals: usize) -> Self {
        match (unit, number.into()) {
            (_, None) => Self::Blank,
            (Unit::None, Some(number)) => Self::Number(number, decimals),
            (Unit::Money, Some(number)) => Self::Money(number),
            (Unit::Share, Some(number)) => Self::Percent(number),
        }
    }
}

impl From<Table> for Block {
    fn from(table: Table) -> Self {
        Self::Table(table)
    }
}

/// A name, or the words for none.
pub(super) fn shown<'a>(name: &'a str, text: &'a Text) -> &'a str {
    if name.trim().is_empty() { text.get("unnamed") } else { name }
}
