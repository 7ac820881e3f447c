//! A document for a terminal: columns as wide as their widest cell, numbers on the right.

use super::document::{Align, Block, Cell, Column, Depth, Document, Table, Unit};

pub fn write(document: &Document) -> String {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut has_table = false;
    let mut after_note = false;
    for block in &document.blocks {
        let mut is_note = false;
        match block {
            Block::Table(table) if table.depth > Depth::Brief || table.columns(Depth::Brief).next().is_none() => {}
            Block::Table(table) if table.is_record => paragraphs.push(record(table, document)),
            Block::Table(table) if table.rows == 0 && has_table => {}
            Block::Table(table) => {
                let lines = lines(table, document);
                paragraphs.push(if has_table { format!("{}\n{lines}", table.name) } else { lines });
                has_table = true;
            }
            Block::Heading(words) | Block::Paragraph(words) => paragraphs.push(words.clone()),
            // Notes stay together.
            Block::Note(words) => {
                if let Some(notes) = paragraphs.last_mut().filter(|_| after_note) {
                    notes.push('\n');
                    notes.push_str(words);
                    is_note = true;
                } else {
                    paragraphs.push(words.clone());
                    is_note = true;
                }
            }
            Block::Figure(_) | Block::PageBreak => {}
        }
        after_note = is_note;
    }
    if has_money(document) && !document.currency.trim().is_empty() {
        paragraphs.push(document.text.with("cli-currency", "currency", &*document.currency));
    }
    paragraphs.join("\n\n")
}

/// Whether an amount is shown without its currency.
fn has_money(document: &Document) -> bool {
    let tables = document.tables(Depth::Brief).into_iter().filter(|(table, _)| !table.is_record);
    tables.flat_map(|(table, _)| table.columns(Depth::Brief)).any(|column| column.unit == Unit::Money)
}

/// Headings and cells, a line each.
fn record(table: &Table, document: &Document) -> String {
    let line = |column: &Column| {
        let words = document.words(&column.cells[0], &document.currency);
        (!words.is_empty()).then(|| format!("{}: {words}", column.heading))
    };
    table.columns(Depth::Brief).filter_map(line).collect::<Vec<_>>().join("\n")
}

fn lines(table: &Table, document: &Document) -> String {
    let cells = |column: &Column| {
        let words = |cell: &Cell| match cell {
            Cell::Blank if column.align == Align::Right => "–".to_owned(),
            // A line stays a line.
            cell => document.words(cell, "").split_whitespace().collect::<Vec<_>>().join(" "),
        };
        let mut cells = vec![column.heading.clone()];
        cells.extend(column.cells.iter().map(words));
        let width = cells.iter().map(|cell| cell.chars().count()).max().unwrap_or_default();
        let pad = |cell: &String| match column.align {
            Align::Left => format!("{cell:<width$}"),
            Align::Centre => format!("{cell:^width$}"),
            Align::Right => format!("{cell:>width$}"),
        };
        cells.iter().map(pad).collect::<Vec<_>>()
    };
    let columns: Vec<Vec<String>> = table.columns(Depth::Brief).map(cells).collect();
    let line = |row: usize| {
        let cells: Vec<_> = columns.iter().map(|column| column[row].as_str()).collect();
        cells.join("  ").trim_end().to_owned()
    };
    (0..=table.rows).map(line).collect::<Vec<_>>().join("\n")
}
