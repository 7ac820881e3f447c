//! Copy and paste of ranges as tab-separated tables.

use crate::import::{self, Copied, Paste, Target};
use crate::project::{Axis, Fit, Message};
use crate::report;
use crate::text::{Language, Text};
use crate::ui::dialogs::PastePreview;
use crate::ui::widgets::grid::Spot;
use crate::ui::{Action, View};

use super::MatrixScreen;

impl MatrixScreen {
    /// Copies the range as tab-separated text, with headings when requested or selected.
    pub(super) fn copy(&mut self, view: &View, headings: bool, out: &mut Vec<Action>) {
        let size = Self::size(view);
        let (rows, columns) = (self.selection.rows(size), self.selection.columns(size));
        if rows.len().saturating_mul(columns.len()) > import::MOST_CELLS {
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
        let mut copied = Copied {
            text: String::new(),
            products: Vec::with_capacity(rows.len()),
            customers: matrix
                .segments(Axis::Customer)
                .iter()
                .skip(columns.start)
                .take(columns.len())
                .cloned()
                .collect(),
            with_headings: headings,
            fits: Vec::with_capacity(rows.len()),
        };
        for (row, product) in products {
            let mut fits = vec![Fit::No; columns.len()];
            for (column, state) in view.analysis.matrix.cells(row, columns.clone()) {
                fits[*column as usize - columns.start] = state.fit;
            }
            let name = headings.then_some(&*product.name);
            table.push(name.into_iter().chain(fits.iter().map(|fit| fit.sign())).collect());
            copied.products.push(product.clone());
            copied.fits.push(fits);
        }
        if table.is_empty() {
            return;
        }
        let message = Message::new("matrix-copied").with("cells", rows.len() * columns.len());
        copied.text = import::write_table(&table);
        out.push(Action::Copy(copied.text.clone(), message));
        self.copied = Some(copied);
    }

    /// Pastes a table: by the names in its headings if it has them, otherwise from the first selected cell on, or as new names
    /// when a heading is selected.
    pub(super) fn paste(&self, view: &View, text: &str, out: &mut Vec<Action>) {
        let end = |axis| Target::Names { axis, at: view.project.matrix.segments(axis).len() };
        let size = Self::size(view);
        let target = match self.selection.active() {
            Spot::Cell { .. } if !view.project.matrix.is_empty() => {
                Target::Cells { row: self.selection.rows(size).start, column: self.selection.columns(size).start }
            }
            Spot::Column(at) => Target::Names { axis: Axis::Customer, at },
            Spot::AddColumn => end(Axis::Customer),
            Spot::Row(at) => Target::Names { axis: Axis::Product, at },
            Spot::AddRow | Spot::Cell { .. } => end(Axis::Product),
        };
        paste(view, text, self.copied.as_ref(), target, out);
    }
}

/// Pastes a table, after a look at how it was read if it was interpreted, and reports the result in the status line. Returns the number of new segments on each side.
pub(super) fn paste(
    view: &View,
    text: &str,
    copied: Option<&Copied>,
    target: Target,
    out: &mut Vec<Action>,
) -> [usize; 2] {
    let texts = Language::ALL.map(Text::new);
    let counts = texts.each_ref().map(|text| report::count_headings(text).collect::<Vec<_>>());
    let Paste { command, cells, segments, left_out, told, reading, needs_look } =
        import::paste(text, copied, &view.project.matrix, target, &counts);
    let added = segments.iter().sum::<usize>();
    let done = Message::new("matrix-pasted").with("cells", cells).with("segments", added).with("left", left_out);
    if (needs_look || reading.is_some())
        && let Some(command) = command
    {
        out.push(Action::PreviewPaste(PastePreview { told, done, reading }, Box::new(command)));
        return [0, 0];
    }
    let how = told.iter().map(|message| view.text.say(message) + ".").collect::<Vec<_>>().join(" ");
    if cells == 0 && added == 0 {
        out.push(Action::Warn(if how.is_empty() {
            Message::new("matrix-pasted-nothing")
        } else {
            Message::new("paste-nothing").with("how", how)
        }));
        return segments;
    }
    out.extend(command.map(|command| Action::Edit(command, None)));
    out.push(Action::Say(done));
    segments
}
