//! The first table of a report as CSV: raw numbers, for a spreadsheet of the report's language.
//!
//! English: commas between cells, points in numbers. Norwegian: semicolons and commas. Both with a byte order mark, by
//! which Excel knows UTF-8. Texts that could be taken for a formula have an apostrophe before them.

use super::{Cell, Error, Report};
use crate::text::{Language, formula};

const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

/// The first table as a file.
pub fn write(report: &Report) -> Result<Vec<u8>, Error> {
    let language = report.text.language();
    let delimiter = match language {
        Language::English => b',',
        Language::Norwegian => b';',
    };
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    if let Some(table) = report.tables.first() {
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
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()).into())
}

/// All digits that tell the number from its neighbours, with the language's decimal sign.
fn number(value: f64, language: Language) -> String {
    let plain = value.to_string();
    match language {
        Language::English => plain,
        Language::Norwegian => plain.replace('.', ","),
    }
}
