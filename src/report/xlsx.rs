//! Tables as a workbook: a sheet each, the first one in front.
//!
//! Texts are written as texts, never as formulas. What a worksheet can't hold is cut, and a note below the table says so.

use std::collections::HashMap;

use rust_xlsxwriter::{
    Chart, ChartAxis, ChartDataLabel, ChartDataLabelPosition, ChartFont, ChartFormat, ChartLine, ChartMarker,
    ChartMarkerType, ChartSolidFill, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Note, Workbook,
    Worksheet,
};

use super::Error;
use super::document::{Align, Cell, Column, Depth, Document, Mark, Scatter, Table};
use crate::figure::palette::{self, Rgb};
use crate::project::{Fit, Owner};
use crate::text::Language;

const MOST_COLUMNS: usize = 16_384;
/// Less than a worksheet's rows: room for the heading and the notes below the table.
const MOST_ROWS: usize = 1_048_576 - 64;
/// UTF-16 units in a cell.
const MOST_LETTERS: usize = 32_767;
/// UTF-16 units in a note on a cell.
const MOST_NOTE: usize = 32_000;
/// Notes on cells: each is a drawing that a spreadsheet opens.
const MOST_NOTES: usize = 10_000;
/// Cells of a table that is written in memory: a larger one goes row by row through a temporary file, which takes a
/// tenth of the memory.
const MOST_IN_MEMORY: usize = 100_000;
/// Series in a chart are 255; a point is one.
const MOST_POINTS: usize = 250;

/// The same document gives the same bytes.
pub fn write(document: &Document) -> Result<Vec<u8>, Error> {
    let mut workbook = Workbook::new();
    let properties = DocProperties::new()
        .set_title(printable(document.title(), 255).0)
        .set_author("")
        .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?);
    workbook.set_properties(&properties);
    let formats = Formats::new(document);
    for (place, (table, notes)) in document.tables(Depth::Full).iter().enumerate() {
        let is_large = table.rows.saturating_mul(table.columns(Depth::Full).count()) > MOST_IN_MEMORY;
        let page = if is_large { workbook.add_worksheet_with_low_memory()? } else { workbook.add_worksheet() };
        if place == 0 {
            page.set_active(true);
        }
        Sheet::new(document, table, &formats, page)?.write(notes)?;
    }
    Ok(workbook.save_to_buffer()?)
}

/// How cells look.
struct Formats {
    heading: HashMap<(bool, bool), Format>,
    name: Format,
    text: Format,
    sum: Format,
    money: Format,
    percent: Format,
    whole: Format,
    decimals: Format,
    small: Format,
    fits: HashMap<Fit, Format>,
}

impl Formats {
    fn new(document: &Document) -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        let framed = |format: Format| format.set_border(FormatBorder::Thin).set_border_color(colour(palette::GRID));
        let header = framed(Format::new().set_bold().set_background_color(colour(palette::HEADER)));
        let header = header.set_font_color(colour(palette::INK));
        let heading = [(false, false), (false, true), (true, false), (true, true)].into_iter().map(|(turned, left)| {
            let format = header.clone().set_align(FormatAlign::Bottom);
            let format = if turned { format.set_rotation(90) } else { format.set_text_wrap() };
            let align = if left { FormatAlign::Left } else { FormatAlign::Center };
            ((turned, left), format.set_align(align))
        });
        let fits = Fit::ALL.into_iter().map(|fit| {
            let format = framed(Format::new().set_bold().set_align(FormatAlign::Center));
            let format = format.set_align(FormatAlign::VerticalCenter).set_font_color(colour(palette::text_on(fit)));
            (fit, palette::fill(fit).map_or(format.clone(), |fill| format.set_background_color(colour(fill))))
        });
        let percent = match document.text.language() {
            Language::English => "0.0%",
            Language::Norwegian => "0.0 %",
        };
        Self {
            heading: heading.collect(),
            name: header.clone().unset_bold().set_text_wrap().set_align(FormatAlign::VerticalCenter),
            text: top.clone().set_text_wrap(),
            sum: header,
            money: top.clone().set_num_format(money_format(document)),
            percent: top.clone().set_num_format(percent),
            whole: top.clone().set_num_format("#,##0"),
            decimals: top.set_num_format("#,##0.00"),
            small: Format::new().set_font_color(colour(palette::MUTED)),
            fits: fits.collect(),
        }
    }
}

/// The format of an amount, its currency where the language writes it. The spreadsheet itself groups by its own language.
fn money_format(document: &Document) -> String {
    let symbol = document.text.currency_symbol(&document.currency);
    let symbol: String = symbol.chars().filter(|letter| !letter.is_control() && *letter != '"').take(16).collect();
    match document.text.language() {
        _ if symbol.is_empty() => "#,##0.00".to_owned(),
        Language::Norwegian => format!("#,##0.00 \"{symbol}\""),
        Language::English if symbol.chars().any(char::is_alphanumeric) => format!("\"{symbol} \"#,##0.00"),
        Language::English => format!("\"{symbol}\"#,##0.00"),
    }
}

fn colour(rgb: Rgb) -> u32 {
    rgb.number()
}

/// The text as a workbook can hold it, in at most so many UTF-16 units, and whether it was longer.
fn printable(text: &str, most: usize) -> (String, bool) {
    let mut out = String::with_capacity(text.len().min(most));
    let mut units = 0;
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let letter = match letter {
            '\r' if letters.peek() == Some(&'\n') => continue,
            '\r' => '\n',
            '\n' | '\t' => letter,
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => char::REPLACEMENT_CHARACTER,
            _ => letter,
        };
        // Room for the ellipsis is kept from the start.
        if units + letter.len_utf16() > most - 1 {
            out.push('…');
            return (out, true);
        }
        units += letter.len_utf16();
        out.push(letter);
    }
    (out, false)
}

/// The text as a chart's own words, which the writer would take for a reference where it looks like one.
fn literal(text: &str) -> String {
    let text = printable(text, 255).0.replace('!', "!\u{200b}");
    if text.starts_with('=') { format!("\u{200b}{text}") } else { text }
}

/// What had to be left out.
#[derive(Default)]
struct Cuts {
    texts: usize,
    notes: usize,
}

struct Sheet<'a> {
    page: &'a mut Worksheet,
    name: String,
    document: &'a Document<'a>,
    table: &'a Table,
    columns: Vec<&'a Column>,
    formats: &'a Formats,
    cuts: Cuts,
    notes: usize,
}

impl<'a> Sheet<'a> {
    fn new(
        document: &'a Document,
        table: &'a Table,
        formats: &'a Formats,
        page: &'a mut Worksheet,
    ) -> Result<Self, Error> {
        // Excel refuses these in a sheet's name.
        let plain = |letter: &char| !['[', ']', ':', '*', '?', '/', '\\'].contains(letter);
        let name: String = table.name.chars().filter(plain).take(31).collect();
        page.set_name(&name)?;
        let columns = table.columns(Depth::Full).collect();
        Ok(Self { page, name, document, table, columns, formats, cuts: Cuts::default(), notes: 0 })
    }

    fn write(&mut self, notes: &[&str]) -> Result<(), Error> {
        let table = self.table;
        let all = self.columns.clone();
        let columns = &all[..all.len().min(MOST_COLUMNS)];
        let rows = table.rows.min(MOST_ROWS);
        for (place, column) in columns.iter().enumerate() {
            self.page.set_column_width(place as u16, column.width)?;
            let format = &self.formats.heading[&(column.turned, column.align == Align::Left)];
            let words = self.fitted(&column.heading);
            self.page.write_string_with_format(0, place as u16, words, format)?;
        }
        if columns.iter().any(|column| column.turned) {
            self.page.set_row_height(0, 150.0)?;
        }
        for row in 0..rows {
            let is_sum = row + table.sums >= table.rows;
            for (place, column) in columns.iter().enumerate() {
                self.write_cell(row as u32 + 1, place as u16, &column.cells[row], is_sum)?;
            }
        }
        self.page.set_freeze_panes(1, table.frozen as u16)?;
        if table.sums == 0 && rows > 0 && !columns.is_empty() {
            self.page.autofilter(0, 0, rows as u32, columns.len() as u16 - 1)?;
        }
        let (row, points) = self.write_chart(rows as u32 + 2)?;
        let cuts = [
            ("report-cut-rows", table.rows - rows),
            ("report-cut-columns", all.len() - columns.len()),
            ("report-cut-texts", self.cuts.texts),
            ("report-cut-notes", self.cuts.notes),
            ("report-cut-points", points),
        ];
        let cuts = cuts.into_iter().filter(|(_, count)| *count > 0);
        let cuts: Vec<_> = cuts.map(|(key, count)| self.document.text.with(key, "count", count)).collect();
        let mut foot: Vec<&str> = table.scatter.iter().map(|scatter| scatter.note.as_str()).collect();
        foot.extend(notes);
        foot.extend(cuts.iter().map(String::as_str));
        self.write_foot(row, &foot)
    }

    fn write_cell(&mut self, row: u32, column: u16, cell: &Cell, is_sum: bool) -> Result<(), Error> {
        let formats = self.formats;
        match cell {
            Cell::Blank | Cell::Implied(_) => {}
            Cell::Text(_) | Cell::Choice(..) | Cell::Reason(..) | Cell::List(_) | Cell::Flag(_) => {
                let words = self.document.words(cell, &self.document.currency);
                if words.is_empty() {
                    return Ok(());
                }
                let words = self.fitted(&words);
                let is_name = usize::from(column) < self.table.frozen;
                let format = if is_sum {
                    &formats.sum
                } else if is_name {
                    &formats.name
                } else {
                    &formats.text
                };
                self.page.write_string_with_format(row, column, words, format)?;
            }
            Cell::Number(value, decimals) => {
                let format = if *decimals == 0 { &formats.whole } else { &formats.decimals };
                self.page.write_number_with_format(row, column, *value, format)?;
            }
            Cell::Money(amount) => {
                self.page.write_number_with_format(row, column, *amount, &formats.money)?;
            }
            Cell::Percent(share) => {
                self.page.write_number_with_format(row, column, *share, &formats.percent)?;
            }
            Cell::Fit(fit, note) => {
                if *fit != Fit::No {
                    self.page.write_string_with_format(row, column, fit.sign(), &formats.fits[fit])?;
                }
                if let Some(note) = note {
                    self.write_note(row, column, note)?;
                }
            }
        }
        Ok(())
    }

    fn write_note(&mut self, row: u32, column: u16, note: &str) -> Result<(), Error> {
        if self.notes == MOST_NOTES {
            self.cuts.notes += 1;
            return Ok(());
        }
        self.notes += 1;
        let (words, cut) = printable(note, MOST_NOTE);
        self.cuts.texts += usize::from(cut);
        // About 34 letters a line of 17 pixels.
        let lines: usize = words.split('\n').map(|line| line.chars().count() / 34 + 1).sum();
        let height = (lines * 17 + 12).clamp(40, 400) as u32;
        let note = Note::new(words).set_author("").add_author_prefix(false).set_width(240).set_height(height);
        self.page.insert_note(row, column, &note)?;
        Ok(())
    }

    /// The chart below the table; the next free row, and how many points it lacks.
    fn write_chart(&mut self, row: u32) -> Result<(u32, usize), Error> {
        let Some(scatter) = self.table.scatter.as_ref().filter(|scatter| !scatter.points.is_empty()) else {
            return Ok((row, 0));
        };
        let chart = self.chart(scatter);
        self.page.insert_chart(row, 0, &chart)?;
        // 28 rows of 20 pixels and one of air.
        Ok((row + 29, scatter.points.len().saturating_sub(MOST_POINTS)))
    }

    fn chart(&self, scatter: &Scatter) -> Chart {
        let mut chart = Chart::new_scatter();
        chart.title().set_name(literal(self.document.title()).as_str());
        chart.legend().set_hidden();
        chart.set_width(960).set_height(560);
        self.dress(chart.x_axis(), &scatter.x.0);
        self.dress(chart.y_axis(), &scatter.y.0);
        for (row, mark) in scatter.points.iter().filter(|(row, _)| *row < MOST_ROWS).take(MOST_POINTS) {
            let at = |column: usize| {
                let (row, column) = (*row as u32 + 1, column as u16);
                (self.name.as_str(), row, column, row, column)
            };
            let name = match &self.columns[scatter.names].cells[*row] {
                Cell::Text(words) => literal(words),
                _ => String::new(),
            };
            // Words of its own: a reference to the cell shows wrong in some programs.
            let mut label = ChartDataLabel::new().set_value(name.as_str()).to_custom();
            let font = ChartFont::new().set_size(9).set_color(colour(palette::INK)).clone();
            label.set_font(&font);
            let mut all = ChartDataLabel::new();
            all.show_value().set_position(ChartDataLabelPosition::Right);
            (chart.add_series())
                .set_name(name.as_str())
                .set_categories(at(scatter.x.1))
                .set_values(at(scatter.y.1))
                .set_marker(&marker(*mark))
                .set_data_label(&all)
                .set_custom_data_labels(&[label]);
        }
        chart
    }

    fn dress(&self, axis: &mut ChartAxis, title: &str) {
        let mut line = ChartLine::new();
        line.set_color(colour(palette::GRID)).set_width(0.75);
        axis.set_name(literal(title).as_str()).set_log_base(10);
        axis.set_major_gridlines(true).set_major_gridlines_line(&line);
        axis.set_num_format(money_format(self.document).replace(".00", ""));
    }

    /// Legend and notes from a row on.
    fn write_foot(&mut self, mut row: u32, notes: &[&str]) -> Result<(), Error> {
        for (cell, meaning) in &self.table.legend {
            self.write_cell(row, 0, cell, false)?;
            self.page.write_string_with_format(row, 1, printable(meaning, MOST_LETTERS).0, &self.formats.small)?;
            row += 1;
        }
        for note in notes {
            self.page.write_string_with_format(row, 0, printable(note, MOST_LETTERS).0, &self.formats.small)?;
            row += 1;
        }
        Ok(())
    }

    fn fitted(&mut self, words: &str) -> String {
        let (words, cut) = printable(words, MOST_LETTERS);
        self.cuts.texts += usize::from(cut);
        words
    }
}

/// A circle for own, a diamond for external.
fn marker(mark: Mark) -> ChartMarker {
    let kind = match mark.owner {
        Owner::Own => ChartMarkerType::Circle,
        Owner::External => ChartMarkerType::Diamond,
    };
    let mut format = ChartFormat::new();
    format.set_solid_fill(ChartSolidFill::new().set_color(colour(mark.colour)));
    format.set_border(ChartLine::new().set_color(colour(palette::PAPER)).set_width(0.75));
    let mut marker = ChartMarker::new();
    marker.set_type(kind).set_size(10).set_format(&mut format);
    marker
}
