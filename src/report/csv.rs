//! The tables of a report as CSV: raw numbers, for a spreadsheet of the report's language.
//!
//! The first table begins the file, so that programs can read it. What a part has besides, as criteria, rounds and the
//! assumptions, follows below, each behind an empty line and its name.
//!
//! English: commas between cells, points in numbers. Norwegian: semicolons and commas. Both with a byte order mark, by
//! which Excel knows UTF-8. Texts that could be taken for a formula have an apostrophe before them.

use super::{Cell, Error, Report, Table};
use crate::text::{Language, formula};

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
const END_OF_LINE: &[u8] = b"\r\n";

/// The tables as a file.
pub fn write(report: &Report) -> Result<Vec<u8>, Error> {
    let language = report.text.language();
    let mut file = BYTE_ORDER_MARK.to_vec();
    for (place, one) in report.tables.iter().enumerate() {
        if place > 0 {
            file.extend(END_OF_LINE);
            file.extend(lines(std::iter::once(&one.name), language)?);
        }
        file.extend(table(one, language)?);
        if report.tables.len() > 1 && !one.notes.is_empty() {
            file.extend(END_OF_LINE);
            file.extend(lines(one.notes.iter(), language)?);
        }
    }
    Ok(file)
}

fn writer(language: Language) -> csv::Writer<Vec<u8>> {
    let delimiter = match language {
        Language::English => b',',
        Language::Norwegian => b';',
    };
    csv::WriterBuilder::new().delimiter(delimiter).terminator(csv::Terminator::CRLF).from_writer(Vec::new())
}

fn finish(writer: csv::Writer<Vec<u8>>) -> Result<Vec<u8>, Error> {
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()).into())
}

/// Each text as a line of one cell.
fn lines<'a>(texts: impl Iterator<Item = &'a String>, language: Language) -> Result<Vec<u8>, Error> {
    let mut writer = writer(language);
    for text in texts {
        writer.write_record([&*formula::guard(text)])?;
    }
    finish(writer)
}

fn table(table: &Table, language: Language) -> Result<Vec<u8>, Error> {
    let mut writer = writer(language);
    for column in &table.columns {
        writer.write_field(&*formula::guard(&column.heading))?;
    }
    writer.write_record(None::<&[u8]>)?;
    for row in &table.rows {
        for cell in row {
            match cell {
                Cell::Blank => writer.write_field("")?,
                Cell::Text(words) => writer.write_field(&*formula::guard(words))?,
                Cell::Number(value, _) | Cell::Money(value) | Cell::Percent(value) => {
                    writer.write_field(number(*value, language))?;
                }
                Cell::Fit(fit, _) => writer.write_field(fit.sign())?,
            }
        }
        writer.write_record(None::<&[u8]>)?;
    }
    finish(writer)
}

/// All digits that tell the number from its neighbours, with the language's decimal sign.
fn number(value: f64, language: Language) -> String {
    let plain = value.to_string();
    match language {
        Language::English => plain,
        Language::Norwegian => plain.replace('.', ","),
    }
}
