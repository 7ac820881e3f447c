//! Tables as CSV, for a spreadsheet of the document's language: numbers with all digits.
//!
//! English: commas between cells, points in numbers. Norwegian: semicolons and commas. Both start with a byte order mark,
//! by which Excel recognises UTF-8. The first table starts the file, so that programs can read it; each further one
//! follows an empty line and its name, and the notes of a table follow it. Texts that a spreadsheet could take for a
//! formula start with an apostrophe.

use super::Error;
use super::document::{Cell, Depth, Document, Table};
use crate::text::{Language, formula};

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
const END_OF_LINE: &[u8] = b"\r\n";

pub fn write(document: &Document) -> Result<Vec<u8>, Error> {
    let mut file = BYTE_ORDER_MARK.to_vec();
    let tables = document.tables(Depth::Full);
    for (place, (table, notes)) in tables.iter().enumerate() {
        if place > 0 {
            file.extend(END_OF_LINE);
            file.extend(lines(&[&table.name], document)?);
        }
        file.extend(write_table(table, document)?);
        if tables.len() > 1 && !notes.is_empty() {
            file.extend(END_OF_LINE);
            file.extend(lines(notes, document)?);
        }
    }
    Ok(file)
}

fn writer(document: &Document) -> csv::Writer<Vec<u8>> {
    let delimiter = match document.text.language() {
        Language::English => b',',
        Language::Norwegian => b';',
    };
    csv::WriterBuilder::new().delimiter(delimiter).terminator(csv::Terminator::CRLF).from_writer(Vec::new())
}

fn finish(writer: csv::Writer<Vec<u8>>) -> Result<Vec<u8>, Error> {
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()).into())
}

/// Each text as a line of one cell.
fn lines(texts: &[&str], document: &Document) -> Result<Vec<u8>, Error> {
    let mut writer = writer(document);
    for text in texts {
        writer.write_record([&*formula::guard(text)])?;
    }
    finish(writer)
}

fn write_table(table: &Table, document: &Document) -> Result<Vec<u8>, Error> {
    let mut writer = writer(document);
    let columns = table.columns(Depth::Full);
    for column in columns.clone() {
        writer.write_field(&*formula::guard(&column.heading))?;
    }
    writer.write_record(None::<&[u8]>)?;
    for row in 0..table.rows {
        for column in columns.clone() {
            match &column.cells[row] {
                Cell::Number(value, _) | Cell::Money(value) | Cell::Percent(value) => {
                    writer.write_field(number(*value, document.text.language()))?;
                }
                cell => writer.write_field(&*formula::guard(&document.words(cell, "")))?,
            }
        }
        writer.write_record(None::<&[u8]>)?;
    }
    finish(writer)
}

/// All digits, with the language's decimal sign.
fn number(value: f64, language: Language) -> String {
    let plain = value.to_string();
    match language {
        Language::English => plain,
        Language::Norwegian => plain.replace('.', ","),
    }
}
