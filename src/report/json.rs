//! A document as JSON: an array of objects per table, plain numbers, stable names.
//!
//! Shares are from 0 to 1. `units` says which names are amounts and which are shares. Where a number has a reason not to
//! be there, it is null and the reason is beside it, under the same name with `_reason` behind.

use serde_json::{Map, Number, Value};

use super::document::{Block, Cell, Column, Depth, Document, Table, Unit};

pub fn write(document: &Document) -> Vec<u8> {
    let mut file = Map::new();
    put(&mut file, "project", &*document.name);
    put(&mut file, "currency", &*document.currency);
    let mut units = Map::new();
    let mut notes: Vec<Value> = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Table(table) if table.is_record => {
                fill(&mut file, table, 0);
                add_units(&mut units, table, document);
            }
            Block::Table(table) => {
                // Sums follow from the other rows.
                let rows = (0..table.rows - table.sums).map(|row| {
                    let mut object = Map::new();
                    fill(&mut object, table, row);
                    Value::Object(object)
                });
                put(&mut file, table.key, rows.collect::<Vec<_>>());
                let mut of = Map::new();
                add_units(&mut of, table, document);
                if !of.is_empty() {
                    put(&mut units, table.key, of);
                }
            }
            Block::Paragraph(words) | Block::Note(words) => notes.push(words.as_str().into()),
            Block::Heading(_) | Block::Figure(_) | Block::PageBreak => {}
        }
    }
    put(&mut file, "notes", notes);
    put(&mut file, "units", units);
    let mut out = String::new();
    print(&Value::Object(file), &mut out, 0);
    out.push('\n');
    out.into_bytes()
}

fn put(object: &mut Map<String, Value>, name: &str, value: impl Into<Value>) {
    object.insert(name.to_owned(), value.into());
}

fn add_units(units: &mut Map<String, Value>, table: &Table, document: &Document) {
    for column in &table.columns {
        let unit = match column.unit {
            Unit::None => continue,
            Unit::Money => &*document.currency,
            Unit::Share => "share",
        };
        put(units, if column.group.is_empty() { &column.key } else { column.group }, unit);
    }
}

/// Puts the cells of a row into an object.
fn fill(object: &mut Map<String, Value>, table: &Table, row: usize) {
    for Column { group, key, cells, .. } in table.columns(Depth::Data) {
        let object = if group.is_empty() {
            &mut *object
        } else {
            let inner = object.entry(*group).or_insert_with(|| Map::new().into());
            let Value::Object(inner) = inner else { continue };
            inner
        };
        put(object, key, value(&cells[row]));
        match &cells[row] {
            Cell::Reason(code, _) => put(object, &format!("{key}_reason"), *code),
            Cell::Fit(_, Some(note)) => put(object, &format!("{key}_note"), &**note),
            _ => {}
        }
    }
}

fn value(cell: &Cell) -> Value {
    match cell {
        Cell::Blank | Cell::Reason(..) => Value::Null,
        Cell::Text(words) => words.as_str().into(),
        Cell::Number(number, _) | Cell::Money(number) | Cell::Percent(number) | Cell::Implied(number) => {
            Number::from_f64(*number).map_or(Value::Null, Value::Number)
        }
        Cell::Fit(fit, _) => format!("{fit:?}").into(),
        Cell::Choice(code, _) => (*code).into(),
        Cell::List(cells) => cells.iter().map(value).collect(),
        Cell::Flag(flag) => (*flag).into(),
    }
}

/// Names of the document a line each, rows of a table too; what is deeper stays on its line.
fn print(value: &Value, out: &mut String, depth: usize) {
    const IN_LINES: usize = 2;
    let separate = |out: &mut String, place: usize| {
        out.push_str(match (depth < IN_LINES, place) {
            (true, 0) => "\n",
            (true, _) => ",\n",
            (false, 0) => "",
            (false, _) => ", ",
        });
        out.push_str(if depth < IN_LINES { &"    "[..2 * (depth + 1)] } else { "" });
    };
    let close = |out: &mut String, is_empty: bool| {
        if depth < IN_LINES && !is_empty {
            out.push('\n');
            out.push_str(&"  "[..2 * depth]);
        }
    };
    match value {
        // Never with an exponent.
        Value::Number(number) => out.push_str(&number.as_f64().unwrap_or_default().to_string()),
        Value::Object(object) => {
            out.push('{');
            for (place, (name, value)) in object.iter().enumerate() {
                separate(out, place);
                out.push_str(&Value::from(name.as_str()).to_string());
                out.push_str(": ");
                print(value, out, depth + 1);
            }
            close(out, object.is_empty());
            out.push('}');
        }
        Value::Array(values) => {
            out.push('[');
            for (place, value) in values.iter().enumerate() {
                separate(out, place);
                print(value, out, depth + 1);
            }
            close(out, values.is_empty());
            out.push(']');
        }
        Value::Null | Value::Bool(_) | Value::String(_) => out.push_str(&value.to_string()),
    }
}
