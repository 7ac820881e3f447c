//! The tables of a report as Markdown, numbers and money as the language writes them.

use super::{Align, Cell, Report, Table};

/// The report as a file.
pub fn write(report: &Report) -> Vec<u8> {
    let mut out = format!("# {}\n", escape(&report.title));
    for table in &report.tables {
        write_table(&mut out, table, report);
    }
    out.into_bytes()
}

fn write_table(out: &mut String, table: &Table, report: &Report) {
    out.push_str("\n## ");
    out.push_str(&escape(&table.name));
    out.push_str("\n\n");
    let line = |cells: &mut dyn Iterator<Item = String>| {
        let mut line = String::from("|");
        for cell in cells {
            line.push(' ');
            line.push_str(&cell);
            line.push_str(" |");
        }
        line.push('\n');
        line
    };
    out.push_str(&line(&mut table.columns.iter().map(|column| escape(&column.heading))));
    out.push_str(&line(&mut table.columns.iter().map(|column| {
        match column.align {
            Align::Left => "---",
            Align::Centre => ":-:",
            Align::Right => "--:",
        }
        .to_owned()
    })));
    for row in &table.rows {
        out.push_str(&line(&mut row.iter().map(|cell| words(cell, report))));
    }
    let legend = table.legend.iter().map(|(cell, meaning)| format!("{} = {}", words(cell, report), escape(meaning)));
    let legend = legend.collect::<Vec<_>>().join(" · ");
    for note in [legend].into_iter().chain(table.notes.iter().map(|note| escape(note))).filter(|note| !note.is_empty())
    {
        out.push('\n');
        out.push_str(&note);
        out.push('\n');
    }
}

fn words(cell: &Cell, report: &Report) -> String {
    match cell {
        Cell::Blank => String::new(),
        Cell::Text(words) => escape(words),
        Cell::Number(value, decimals) => report.text.number(*value, *decimals),
        Cell::Money(amount) => escape(&report.text.money(*amount, &report.currency)),
        Cell::Percent(share) => report.text.percent(*share),
        Cell::Fit(fit, _) => fit.sign().to_owned(),
    }
}

/// The text on one line, with nothing in it that Markdown or HTML would read.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' if letters.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{b}' | '\u{c}' | '\u{85}' => out.push_str("<br>"),
            '\0'..='\u{1f}' => out.push(' '),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '|' | '`' | '*' | '_' | '[' | ']' | '$' | '~' | '#' => {
                out.push('\\');
                out.push(letter);
            }
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_whatever_stands_in_it() {
        for (text, escaped) in [
            ("a|b", "a\\|b"),
            ("a\\|b", "a\\\\\\|b"),
            ("one\r\ntwo\nthree", "one<br>two<br>three"),
            ("<b>&", "&lt;b&gt;&amp;"),
            ("# no heading", "\\# no heading"),
            ("*_`[x]", "\\*\\_\\`\\[x\\]"),
            ("50–250", "50–250"),
        ] {
            assert_eq!(escape(text), escaped);
        }
    }
}
