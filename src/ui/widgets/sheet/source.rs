//! What a sheet shows, and what becomes of edits in it.

use std::borrow::Cow;

/// The key of the frozen column's width.
pub(super) const FROZEN: u64 = u64::MAX;
/// The least width of a column, in points.
pub(super) const LEAST: f32 = 44.0;

/// A column.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SheetColumn {
    /// Stays the same while the column does: its width is kept by it.
    pub key: u64,
    pub name: String,
    /// Unit or currency, after the name in small print.
    pub unit: String,
    /// Neighbours with the same group stand under one heading.
    pub group: String,
    /// In points, until it is changed by hand.
    pub width: f32,
    /// Set to the right.
    pub is_number: bool,
    /// The rows are sorted by it: upwards (false) or downwards.
    pub sorted: Option<bool>,
    /// Some rows are left out because of it.
    pub is_filtered: bool,
}

/// A cell and the text that it is to have; no column means the row's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub row: usize,
    pub column: Option<usize>,
    pub text: String,
}

/// The content of a sheet, and what becomes of edits. Rows are counted as they are shown.
pub trait Source {
    /// Accessible name of the sheet.
    fn title(&self) -> &str;
    /// The heading of the frozen column.
    fn names(&self) -> &str;
    /// The width of the frozen column until it is changed by hand, in points.
    fn names_width(&self) -> f32 {
        190.0
    }
    fn columns(&self) -> &[SheetColumn];
    fn count(&self) -> usize;
    /// An id that stays with the row's record.
    fn id(&self, row: usize) -> u64;
    fn name(&self, row: usize) -> Cow<'_, str>;
    /// A sign behind the row's name.
    fn mark(&self, _row: usize) -> &'static str {
        ""
    }
    /// The row is a heading of those below it.
    fn is_heading(&self, _row: usize) -> bool {
        false
    }
    /// What is shown in a cell.
    fn text(&self, row: usize, column: usize) -> String;
    /// What a field over the cell begins with; no column means the row's name.
    fn written(&self, row: usize, column: Option<usize>) -> String;
    /// What can be chosen in a column; empty where any text can stand.
    fn choices(&self, _column: usize) -> Vec<String> {
        Vec::new()
    }
    /// Puts all of the texts in as one step, or none: then the reason.
    fn set(&mut self, entries: Vec<Entry>) -> Result<(), String>;
    /// What the control below the rows is called; none where rows can't be added.
    fn adds_row(&self) -> Option<&str> {
        None
    }
    /// Adds rows behind the others: the name of each, and the texts of its cells.
    fn add(&mut self, _rows: Vec<Vec<String>>) -> Result<(), String> {
        Ok(())
    }
    /// What the control behind the columns is called; none where columns can't be added.
    fn adds_column(&self) -> Option<&str> {
        None
    }
    /// A tab-separated table was copied.
    fn copied(&mut self, table: String, cells: usize);
    /// Says why something couldn't be done.
    fn refuse(&mut self, fault: String);
    /// What follows the name while several rows are edited at once.
    fn several(&self, rows: usize) -> String;
}

/// What the caller is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// A heading was clicked: its menu.
    Column(usize),
    /// A column is to be added.
    AddColumn,
    /// The selected rows are to be removed.
    Remove,
}
