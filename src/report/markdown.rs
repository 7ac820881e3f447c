//! A document as Markdown, numbers and amounts as the language writes them.

use super::document::{Align, Block, Cell, Depth, Document, Table};

pub fn write(document: &Document) -> Vec<u8> {
    let mut out = format!("# {}\n", escape(document.title()));
    let has_parts = document.blocks.iter().any(|block| matches!(block, Block::Heading(_)));
    let table_level = if has_parts { "###" } else { "##" };
    for block in &document.blocks {
        match block {
            Block::Heading(words) => out += &["\n## ", &escape(words), "\n"].concat(),
            Block::Paragraph(words) | Block::Note(words) => out += &["\n", &escape(words), "\n"].concat(),
            Block::Table(table) if table.depth <= Depth::Full => {
                out += &["\n", table_level, " ", &escape(&table.name), "\n\n"].concat();
                write_table(&mut out, table, document);
            }
            // Pictures are files of their own.
            Block::Table(_) | Block::Figure(_) | Block::PageBreak => {}
        }
    }
    out.into_bytes()
}

fn write_table(out: &mut String, table: &Table, document: &Document) {
    let mut line = |cells: Vec<String>| *out += &["| ", &cells.join(" | "), " |\n"].concat();
    let words = |cell: &Cell| escape(&document.words(cell, &document.currency));
    let columns: Vec<_> = table.columns(Depth::Full).collect();
    line(columns.iter().map(|column| escape(&column.heading)).collect());
    let rule = |align| match align {
        Align::Left => "---",
        Align::Centre => ":-:",
        Align::Right => "--:",
    };
    line(columns.iter().map(|column| rule(column.align).to_owned()).collect());
    for row in 0..table.rows {
        line(columns.iter().map(|column| words(&column.cells[row])).collect());
    }
    let legend = table.legend.iter().map(|(cell, meaning)| format!("{} = {}", words(cell), escape(meaning)));
    let legend = legend.collect::<Vec<_>>().join(" · ");
    if !legend.is_empty() {
        *out += &["\n", &legend, "\n"].concat();
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
