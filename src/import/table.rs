//! Tables as tab-separated text, as spreadsheets put them on the clipboard.

use crate::text::formula;

/// Cells of a table at the most: of one that is read, rows behind them are dropped; none larger should be written.
pub const MOST_CELLS: usize = 4_000_000;

/// Rows of cells from tab-separated text, as Excel, LibreOffice and Google Sheets write it: a cell with line breaks, tabs or
/// quotes stands in quotes, those within doubled. Rows may differ in length.
pub fn parse_table(text: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut cells = 0;
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    while !(rest.is_empty() && row.is_empty()) && cells < MOST_CELLS {
        let (cell, after) = quoted(rest).unwrap_or_else(|| {
            let end = rest.find(['\t', '\n', '\r']).unwrap_or(rest.len());
            (rest[..end].to_owned(), &rest[end..])
        });
        row.push(formula::unguard(&cell).to_owned());
        cells += 1;
        if let Some(next) = after.strip_prefix('\t') {
            rest = next;
            continue;
        }
        rest = line_end(after).unwrap_or(after);
        rows.push(std::mem::take(&mut row));
    }
    rows
}

/// What stands behind a line's end.
fn line_end(text: &str) -> Option<&str> {
    text.strip_prefix("\r\n").or_else(|| text.strip_prefix(['\n', '\r']))
}

/// A cell in quotes and what stands behind it; none where the quotes don't close at the end of a cell, so that they are
/// part of the text.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let at = rest.find('"')?;
        cell.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        match rest.strip_prefix('"') {
            Some(after) => {
                cell.push('"');
                rest = after;
            }
            None => break,
        }
    }
    (rest.is_empty() || rest.starts_with(['\t', '\n', '\r'])).then_some((cell, rest))
}

/// Rows of cells as tab-separated text, each row ended by a line break. A text that a spreadsheet could take for a formula
/// has an apostrophe before it; [`parse_table`] takes it away again.
pub fn write_table<R: AsRef<[C]>, C: AsRef<str>>(rows: &[R]) -> String {
    let mut out = String::new();
    for row in rows {
        for (place, cell) in row.as_ref().iter().enumerate() {
            if place > 0 {
                out.push('\t');
            }
            let cell = formula::guard(cell.as_ref());
            if cell.contains(['\t', '\n', '\r']) || cell.starts_with(['"', '\u{feff}']) {
                out.push('"');
                out.push_str(&cell.replace('"', "\"\""));
                out.push('"');
            } else {
                out.push_str(&cell);
            }
        }
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn as_spreadsheets_write_it() {
        for (text, table) in [
            ("", vec![]),
            ("a", vec![vec!["a"]]),
            ("a\tb\r\n1\t\r\n", vec![vec!["a", "b"], vec!["1", ""]]),
            ("\n", vec![vec![""]]),
            ("a\t\n\nb", vec![vec!["a", ""], vec![""], vec!["b"]]),
            ("\"two\nlines\"\t\"a \"\"b\"\"\"\n", vec![vec!["two\nlines", "a \"b\""]]),
            ("\"Best\" customers\tx", vec![vec!["\"Best\" customers", "x"]]),
            ("\"never closed\tx\ny", vec![vec!["\"never closed", "x"], vec!["y"]]),
            ("a\rb\r", vec![vec!["a"], vec!["b"]]),
            ("'=1+1\t'quoted'", vec![vec!["=1+1", "'quoted'"]]),
        ] {
            assert_eq!(parse_table(text), table, "{text:?}");
        }
    }

    #[test]
    fn formulas_leave_guarded() {
        assert_eq!(write_table(&[["=1+1", "-x", "X"]]), "'=1+1\t'-x\tX\n");
    }

    proptest! {
        #[test]
        fn comes_back(table in prop::collection::vec(prop::collection::vec("[\"'=\\t\\r\\n\u{feff} a]{0,5}|\\PC{0,5}", 1..4), 0..4)) {
            prop_assert_eq!(parse_table(&write_table(&table)), table);
        }

        #[test]
        fn reads_anything(text in "[\"'=\\t\\r\\n a]{0,40}|\\PC{0,20}") {
            parse_table(&text);
        }
    }
}
