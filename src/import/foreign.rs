//! Tables of other programs: the format of the text, and which of its rows and columns are what.

use std::ops::Range;

use crate::project::Fit;

use super::mark::Mark;
use super::name::{folded, plain};
use super::table::parse_table;

/// The format of a pasted text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Tab-separated, as spreadsheets put it on the clipboard.
    Tabs,
    Commas,
    Semicolons,
    Markdown,
}

impl Source {
    /// The key of its name in the text catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Self::Tabs => "paste-tabs",
            Self::Commas => "paste-commas",
            Self::Semicolons => "paste-semicolons",
            Self::Markdown => "paste-markdown",
        }
    }
}

/// The rows of a text, in the format that it is in.
pub(super) fn read(text: &str) -> (Source, Vec<Vec<String>>) {
    if !text.contains('\t') {
        if let Some(table) = markdown(text) {
            return (Source::Markdown, table);
        }
        for (source, mark) in [(Source::Semicolons, b';'), (Source::Commas, b',')] {
            if let Some(table) = separated(text, mark) {
                return (source, table);
            }
        }
    }
    (Source::Tabs, parse_table(text))
}

/// A Markdown table: a row of dashes under the first row.
fn markdown(text: &str) -> Option<Vec<Vec<String>>> {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let cells = |line: &str| -> Vec<String> {
        let line = line.strip_prefix('|').unwrap_or(line);
        let line = line.strip_suffix('|').filter(|line| !line.ends_with('\\')).unwrap_or(line);
        let mut cells = vec![String::new()];
        let mut letters = line.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '\\' if letters.peek() == Some(&'|') => cells.last_mut().map(|cell| cell.extend(letters.next())),
                '|' => {
                    let _: () = cells.push(String::new());
                    Some(())
                }
                other => cells.last_mut().map(|cell| cell.push(other)),
            };
        }
        cells.iter().map(|cell| cell.trim().to_owned()).collect()
    };
    let is_rule = |cell: &String| cell.contains('-') && cell.trim_matches(':').chars().all(|c| c == '-');
    let rule = cells(lines.get(1)?);
    if !lines[1].contains('|') || !rule.iter().all(is_rule) {
        return None;
    }
    Some(lines.iter().enumerate().filter(|(place, _)| *place != 1).map(|(_, line)| cells(line)).collect())
}

/// Text with that mark between cells: a matrix of names and marks, or it is taken for lines of text with commas in them.
fn separated(text: &str, mark: u8) -> Option<Vec<Vec<String>>> {
    let mut reader =
        csv::ReaderBuilder::new().delimiter(mark).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let table: Vec<Vec<String>> = reader
        .records()
        .map(|row| row.ok().map(|row| row.iter().map(str::to_owned).collect()))
        .collect::<Option<_>>()?;
    let [first, body @ ..] = table.as_slice() else { return None };
    let is_matrix = first.len() > 1
        && !body.is_empty()
        && body.iter().all(|row| row.len() == first.len() && row.iter().skip(1).all(|cell| Mark::of(cell).is_some()));
    is_matrix.then_some(table)
}

/// The parts of a table with headings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    /// Names of the columns of marks.
    pub customers: Vec<String>,
    /// Names of the rows of marks.
    pub products: Vec<String>,
    /// Places of the rows and columns with marks.
    pub rows: Range<usize>,
    pub columns: Range<usize>,
    /// Texts of title rows.
    pub titles: Vec<String>,
    /// Names of rows and columns with totals.
    pub totals: Vec<String>,
    /// Names of a row or column of groups above the headings or before them.
    pub groups: Vec<String>,
}

/// Finds headings; none when the table has none.
pub(super) fn layout(table: &[Vec<String>]) -> Option<Layout> {
    let cell =
        |row: usize, column: usize| table.get(row).and_then(|cells| cells.get(column)).map_or("", |text| text.trim());
    let width = table.iter().map(Vec::len).max().unwrap_or_default();
    let filled = |row: usize| (0..width).filter(|column| !cell(row, *column).is_empty()).count();
    // Also words that are marks in a cell are names in a heading.
    let is_name = |row: usize, column: usize| Fit::from_sign(cell(row, column)).is_none();
    if !cell(0, 0).is_empty() && table.iter().flatten().all(|text| Mark::of(text).is_some()) {
        return None;
    }
    let are_headings = |row: usize| {
        // Numbers too are headings above an empty corner, if one of them is a name.
        (1..width).any(|column| is_name(row, column))
            && (cell(row, 0).is_empty()
                || (1..width).all(|column| cell(row, column).is_empty() || is_name(row, column)))
    };
    // Titles stand alone in the first column, above the headings.
    let mut top = 0;
    while top < table.len() && (filled(top) == 0 || width > 1 && filled(top) == 1 && !cell(top, 0).is_empty()) {
        top += 1;
    }
    if top >= table.len() || !are_headings(top) || top + 1 == table.len() && !cell(top, 0).is_empty() {
        return None;
    }
    let titles = (0..top).filter(|row| filled(*row) > 0).map(|row| plain(cell(row, 0))).collect();
    let mut groups = Vec::new();
    let mut heading = top;
    let mut group_of: Vec<String> = Vec::new();
    let has_gaps = (1..width).any(|column| cell(top, column).is_empty());
    if has_gaps
        && top + 1 < table.len()
        && cell(top, 0).is_empty()
        && cell(top + 1, 0).is_empty()
        && are_headings(top + 1)
    {
        heading = top + 1;
        let mut group = String::new();
        for column in 0..width {
            if !cell(top, column).is_empty() {
                group = plain(cell(top, column));
                groups.push(group.clone());
            }
            group_of.push(group.clone());
        }
    }
    // Leading columns with names beside the marks; the last of them has the names of the rows.
    let body = heading + 1..table.len();
    let names_in = |column: usize| body.clone().any(|row| is_name(row, column));
    let only_names =
        |column: usize| body.clone().all(|row| cell(row, column).is_empty() || Mark::of(cell(row, column)).is_none());
    let mut beside = 0;
    while beside + 2 < width && names_in(beside + 1) && only_names(beside + 1) && cell(heading, beside + 1).is_empty() {
        beside += 1;
    }
    if !body.is_empty() && !names_in(beside) {
        return None;
    }
    if beside > 0 {
        groups.extend(body.clone().map(|row| plain(cell(row, 0))).filter(|group| !group.is_empty()));
    }
    let mut totals = Vec::new();
    let mut columns = beside + 1..width;
    while columns.end > columns.start + 1 && is_total(cell(heading, columns.end - 1)) {
        columns.end -= 1;
        totals.insert(0, plain(cell(heading, columns.end)));
    }
    let mut rows = body;
    while rows.end > rows.start && (is_total(cell(rows.end - 1, beside)) || filled(rows.end - 1) == 0) {
        rows.end -= 1;
        if filled(rows.end) > 0 {
            totals.push(plain(cell(rows.end, beside)));
        }
    }
    let mut customers: Vec<String> = columns.clone().map(|column| plain(cell(heading, column))).collect();
    if !group_of.is_empty() {
        let alone: Vec<bool> = customers
            .iter()
            .map(|name| customers.iter().filter(|other| folded(other) == folded(name)).count() == 1)
            .collect();
        for ((name, is_alone), column) in customers.iter_mut().zip(alone).zip(columns.clone()) {
            let group = &group_of[column];
            if !is_alone && !group.is_empty() && !name.is_empty() {
                *name = format!("{group}: {name}");
            }
        }
    }
    let products = rows.clone().map(|row| plain(cell(row, beside))).collect();
    Some(Layout { customers, products, rows, columns, titles, totals, groups })
}

/// Headings of sums and averages, in English and Norwegian.
fn is_total(name: &str) -> bool {
    let name = folded(name);
    let words = [
        "total",
        "totals",
        "totalt",
        "sum",
        "summer",
        "subtotal",
        "average",
        "gjennomsnitt",
        "snitt",
        "mean",
        "grand total",
    ];
    words.contains(&name.trim_end_matches(':')) || ["total score", "sum poeng", "i alt"].contains(&name.as_str())
}
