//! Ranges as tables for spreadsheets, and back.

use crate::project::{Axis, Cell, CellKey, Command, Fit, Message, Segment};
use crate::ui::{Action, View};

use super::MatrixScreen;
use super::selection::Spot;

/// More cells than that are not copied: no spreadsheet takes them well.
const MOST_CELLS: usize = 2_000_000;

impl MatrixScreen {
    /// Copies the range as tab-separated text; with headings when asked for, or when they are selected.
    pub(super) fn copy(&self, view: &View, headings: bool, out: &mut Vec<Action>) {
        let size = Self::size(view);
        let (rows, columns) = (self.selection.rows(size), self.selection.columns(size));
        if rows.len().saturating_mul(columns.len()) > MOST_CELLS {
            out.push(Action::Warn(Message::new("matrix-copy-too-much")));
            return;
        }
        let matrix = &view.project.matrix;
        let is_heading = matches!(self.selection.active(), Spot::Row(_) | Spot::Column(_));
        let mut table = Vec::with_capacity(rows.len() + 1);
        let headings = headings || self.with_headings || is_heading;
        if headings {
            let names = matrix.segments(Axis::Customer).iter().skip(columns.start).take(columns.len());
            table.push(std::iter::once(String::new()).chain(names.map(|segment| segment.name.to_string())).collect());
        }
        let products = matrix.segments(Axis::Product).iter().enumerate().skip(rows.start).take(rows.len());
        for (row, product) in products {
            let mut line = vec![String::new(); columns.len()];
            for (column, state) in view.analysis.matrix.cells(row, columns.clone()) {
                state.fit.sign().clone_into(&mut line[*column as usize - columns.start]);
            }
            if headings {
                line.insert(0, product.name.to_string());
            }
            table.push(line);
        }
        if table.is_empty() {
            return;
        }
        let message = Message::new("matrix-copied").with("cells", rows.len() * columns.len());
        out.push(Action::Copy(write_table(&table), message));
    }
}

/// A table as tab-separated text, as spreadsheets put it on the clipboard.
fn write_table(table: &[Vec<String>]) -> String {
    let mut text = String::new();
    for line in table {
        for (place, value) in line.iter().enumerate() {
            if place > 0 {
                text.push('\t');
            }
            if value.contains(['\t', '\n', '\r', '"']) {
                text.push('"');
                text.push_str(&value.replace('"', "\"\""));
                text.push('"');
            } else {
                text.push_str(value);
            }
        }
        text.push('\n');
    }
    text
}

/// Tab-separated text as a table, quoted as spreadsheets do. Blank lines are lines: a column may hold blank cells.
fn read_table(text: &str) -> Vec<Vec<String>> {
    let mut table = Vec::new();
    let mut line = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (value, after) = read_value(rest);
        line.push(value);
        rest = match after.strip_prefix('\t') {
            Some("") => {
                line.push(String::new());
                ""
            }
            Some(next) => next,
            None => {
                table.push(std::mem::take(&mut line));
                after.strip_prefix("\r\n").or_else(|| after.strip_prefix(['\n', '\r'])).unwrap_or(after)
            }
        };
    }
    if !line.is_empty() {
        table.push(line);
    }
    table
}

/// The first value of a text, and what follows it: a tab, the end of a line, or nothing.
fn read_value(text: &str) -> (String, &str) {
    if let Some(quoted) = text.strip_prefix('"') {
        let mut value = String::new();
        let mut rest = quoted;
        while let Some((part, after)) = rest.split_once('"') {
            value.push_str(part);
            match after.strip_prefix('"') {
                Some(next) => {
                    value.push('"');
                    rest = next;
                }
                None if after.is_empty() || after.starts_with(['\t', '\n', '\r']) => return (value, after),
                // A quote that ends nothing: the text only happens to begin with one.
                None => break,
            }
        }
    }
    let end = text.find(['\t', '\n', '\r']).unwrap_or(text.len());
    (text[..end].to_owned(), &text[end..])
}

/// Adds a segment a line; says how many.
pub(super) fn add_names(axis: Axis, at: usize, lines: &str, out: &mut Vec<Action>) -> usize {
    let segments: Vec<_> = read_table(lines)
        .iter()
        .filter_map(|line| line.first().map(|name| name.trim()).filter(|name| !name.is_empty()))
        .map(Segment::new)
        .collect();
    let count = segments.len();
    if count > 0 {
        out.push(Action::Edit(Command::AddSegments { axis, at, segments }, None));
    }
    count
}

/// What a paste comes to.
#[derive(Debug, Default)]
struct Pasted {
    commands: Vec<Command>,
    cells: usize,
    segments: usize,
    left_out: usize,
}

impl MatrixScreen {
    /// Puts a table in: with headings by name, adding segments that are missing; otherwise signs from the active cell on.
    pub(super) fn paste(&mut self, view: &View, text: &str, out: &mut Vec<Action>) {
        let table = read_table(text);
        let pasted = if has_headings(&table) {
            with_headings(view, &table)
        } else {
            match self.selection.active() {
                Spot::Cell { row, column } if !view.project.matrix.is_empty() => signs(view, &table, row, column),
                spot => names(view, &table, spot),
            }
        };
        let Pasted { commands, cells, segments, left_out } = pasted;
        if commands.is_empty() {
            out.push(Action::Warn(Message::new("matrix-pasted-nothing")));
            return;
        }
        out.push(Action::Edit(Command::All(commands), None));
        let message = Message::new("matrix-pasted").with("cells", cells).with("segments", segments);
        out.push(Action::Say(message.with("left", left_out)));
    }
}

/// The first line and the first column hold names, and the rest signs.
fn has_headings(table: &[Vec<String>]) -> bool {
    let is_name = |value: &String| Fit::from_sign(value).is_none();
    let [first, rest @ ..] = table else { return false };
    !rest.is_empty()
        && first.len() > 1
        && first[1..].iter().any(is_name)
        && rest.iter().any(|line| line.first().is_some_and(is_name))
}

/// Signs from a cell on; what is no sign or lies outside is left out.
fn signs(view: &View, table: &[Vec<String>], row: usize, column: usize) -> Pasted {
    let matrix = &view.project.matrix;
    let mut pasted = Pasted::default();
    let mut changed = Vec::new();
    for (line, place) in table.iter().zip(row..) {
        for (value, column) in line.iter().zip(column..) {
            let product = matrix.segments(Axis::Product).get(place);
            let customer = matrix.segments(Axis::Customer).get(column);
            match (product.zip(customer), Fit::from_sign(value)) {
                (Some((product, customer)), Some(fit)) => {
                    let key = CellKey { product: product.id, customer: customer.id };
                    changed.push((key, Cell { fit, ..matrix.cell(key).clone() }));
                }
                (None, Some(Fit::No)) => {}
                _ => pasted.left_out += 1,
            }
        }
    }
    pasted.cells = changed.len();
    if !changed.is_empty() {
        pasted.commands.push(Command::SetCells(changed));
    }
    pasted
}

/// A list of names, before a heading or at the end of a side.
fn names(view: &View, table: &[Vec<String>], spot: Spot) -> Pasted {
    let count = |axis| view.project.matrix.segments(axis).len();
    let (axis, at) = match spot {
        Spot::Column(place) => (Axis::Customer, place),
        Spot::AddColumn => (Axis::Customer, count(Axis::Customer)),
        Spot::Row(place) => (Axis::Product, place),
        Spot::AddRow | Spot::Cell { .. } => (Axis::Product, count(Axis::Product)),
    };
    let segments: Vec<_> =
        table.iter().flatten().map(|name| name.trim()).filter(|name| !name.is_empty()).map(Segment::new).collect();
    if segments.is_empty() {
        return Pasted::default();
    }
    let segments_count = segments.len();
    Pasted {
        commands: vec![Command::AddSegments { axis, at, segments }],
        segments: segments_count,
        ..Pasted::default()
    }
}

fn with_headings(view: &View, table: &[Vec<String>]) -> Pasted {
    let matrix = &view.project.matrix;
    let mut pasted = Pasted::default();
    let mut side = |axis: Axis, names: &mut dyn Iterator<Item = &String>| {
        let mut added = Vec::new();
        let ids: Vec<_> = names
            .map(|name| {
                let name = name.trim();
                if name.is_empty() {
                    return None;
                }
                let known = matrix.segments(axis).iter().chain(&added).find(|segment| *segment.name == *name);
                let known = known.map(|segment| segment.id);
                Some(known.unwrap_or_else(|| {
                    let segment = Segment::new(name);
                    let id = segment.id;
                    added.push(segment);
                    id
                }))
            })
            .collect();
        pasted.segments += added.len();
        if !added.is_empty() {
            pasted.commands.push(Command::AddSegments { axis, at: usize::MAX, segments: added });
        }
        ids
    };
    let empty = String::new();
    let customers = side(Axis::Customer, &mut table[0][1..].iter());
    let products = side(Axis::Product, &mut table[1..].iter().map(|line| line.first().unwrap_or(&empty)));
    let mut changed = Vec::new();
    for (line, product) in table[1..].iter().zip(products) {
        for (place, value) in line.iter().skip(1).enumerate() {
            let customer = customers.get(place).copied().flatten();
            match (product.zip(customer), Fit::from_sign(value)) {
                (Some((product, customer)), Some(fit)) => {
                    let key = CellKey { product, customer };
                    changed.push((key, Cell { fit, ..matrix.cell(key).clone() }));
                }
                (None, Some(Fit::No)) => {}
                _ => pasted.left_out += 1,
            }
        }
    }
    pasted.cells = changed.len();
    if !changed.is_empty() {
        pasted.commands.push(Command::SetCells(changed));
    }
    pasted
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(text: &str, table: &[&[&str]]) {
        assert_eq!(read_table(text), table, "{text:?}");
    }

    #[test]
    fn reads_what_spreadsheets_put_on_the_clipboard() {
        check("", &[]);
        check("X", &[&["X"]]);
        check("X\t1\r\n\t2\r\n", &[&["X", "1"], &["", "2"]]);
        check("X\n\n1\n", &[&["X"], &[""], &["1"]]);
        check("1\t", &[&["1", ""]]);
        check("\"two\nlines\"\t\"a \"\"b\"\"\"\n", &[&["two\nlines", "a \"b\""]]);
        check("\"5 inch\" screen\tX", &[&["\"5 inch\" screen", "X"]]);
        check("\"open", &[&["\"open"]]);
    }

    #[test]
    fn headings_are_names_above_and_beside_signs() {
        let table = |text| has_headings(&read_table(text));
        assert!(table("\tHospitals\nSupport\tX\n"));
        assert!(!table("X\t1\n2\t3\n"));
        assert!(!table("\t1\n\tX\n"));
        assert!(!table("Support\nTraining\n"), "a list of names has none");
    }

    proptest! {
        #[test]
        fn written_and_read_is_the_same(table in (1_usize..5).prop_flat_map(|columns| {
            prop::collection::vec(prop::collection::vec("[a\"\t\n\r ]{0,4}", columns), 1..5)
        })) {
            prop_assert_eq!(read_table(&write_table(&table)), table);
        }

        #[test]
        fn any_text_is_some_table(text in "\\PC{0,20}|[\"\t\n\ra]{0,20}") {
            read_table(&text);
        }
    }
}
