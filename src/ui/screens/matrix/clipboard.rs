//! Ranges as tables for spreadsheets, and back.

use crate::import::{self, parse_table, write_table};
use crate::project::{Axis, Command, Message, Segment};
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
        let mut table: Vec<Vec<&str>> = Vec::with_capacity(rows.len() + 1);
        let headings = headings || self.with_headings || is_heading;
        if headings {
            let names = matrix.segments(Axis::Customer).iter().skip(columns.start).take(columns.len());
            table.push(std::iter::once("").chain(names.map(|segment| &*segment.name)).collect());
        }
        let products = matrix.segments(Axis::Product).iter().enumerate().skip(rows.start).take(rows.len());
        for (row, product) in products {
            let mut line = vec![""; columns.len()];
            for (column, state) in view.analysis.matrix.cells(row, columns.clone()) {
                line[*column as usize - columns.start] = state.fit.sign();
            }
            if headings {
                line.insert(0, &*product.name);
            }
            table.push(line);
        }
        if table.is_empty() {
            return;
        }
        let message = Message::new("matrix-copied").with("cells", rows.len() * columns.len());
        out.push(Action::Copy(write_table(&table), message));
    }

    /// Puts a table in: a list of names where segments are added, otherwise marks from the active cell on or by name.
    pub(super) fn paste(&mut self, view: &View, text: &str, out: &mut Vec<Action>) {
        let matrix = &view.project.matrix;
        let table = parse_table(text);
        let (product, customer) = (matrix.segments(Axis::Product).len(), matrix.segments(Axis::Customer).len());
        let (list, at) = match self.selection.active() {
            Spot::Row(row) => (Some((Axis::Product, row)), (row, 0)),
            Spot::AddRow => (Some((Axis::Product, product)), (product, 0)),
            Spot::Column(column) => (Some((Axis::Customer, column)), (0, column)),
            Spot::AddColumn => (Some((Axis::Customer, customer)), (0, customer)),
            Spot::Cell { row, column } => (None, (row, column)),
        };
        if let Some((axis, place)) = list
            && (table.len() == 1 || table.iter().all(|row| row.len() == 1))
        {
            let segments = add_names(axis, place, &table, out);
            if segments > 0 {
                let message = Message::new("matrix-pasted").with("cells", 0).with("segments", segments);
                out.push(Action::Say(message.with("left", 0)));
                return;
            }
        }
        let import::Paste { command, changed, added, outside, unknown } = import::paste(&table, matrix, at);
        let left = outside + unknown;
        if let Some(command) = command {
            let segments: usize = added.iter().sum();
            let message = Message::new("matrix-pasted").with("cells", changed).with("segments", segments);
            out.push(Action::Edit(command, None));
            out.push(Action::Say(message.with("left", left)));
        } else if left == 0 && !table.is_empty() {
            out.push(Action::Say(Message::new("matrix-pasted-same")));
        } else {
            out.push(Action::Warn(Message::new("matrix-pasted-nothing")));
        }
    }
}

/// Adds a segment for each name of a list, written in one row or in one column; says how many.
pub(super) fn add_names(axis: Axis, at: usize, table: &[Vec<String>], out: &mut Vec<Action>) -> usize {
    let names = table.iter().flatten().map(|name| name.trim()).filter(|name| !name.is_empty());
    let segments: Vec<_> = names.map(Segment::new).collect();
    let count = segments.len();
    if count > 0 {
        out.push(Action::Edit(Command::AddSegments { axis, at, segments }, None));
    }
    count
}
