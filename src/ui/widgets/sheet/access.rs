//! Accessible names of a sheet's places.

use std::ops::Range;

use eframe::egui::Id;

use crate::ui::widgets::grid::Spot;
use crate::ui::widgets::grid::tree::Labels;

use super::source::Source;

pub(super) struct Names<'a, S> {
    pub source: &'a S,
    pub id: Id,
}

impl<S: Source> Labels for Names<'_, S> {
    fn row(&self, row: usize) -> Option<(Id, Box<str>)> {
        (row < self.source.count()).then(|| (self.id.with(self.source.id(row)), self.source.name(row).into()))
    }

    fn column(&self, column: usize) -> Option<(Id, Box<str>)> {
        let column = self.source.columns().get(column)?;
        Some((self.id.with(("column", column.key)), column.name.as_str().into()))
    }

    fn cells(&self, row: usize, columns: Range<usize>, mut add: impl FnMut(usize, Id, Box<str>)) {
        if row >= self.source.count() || self.source.is_heading(row) {
            return;
        }
        let (name, record) = (self.source.name(row), self.source.id(row));
        for (place, column) in self.source.columns().iter().enumerate().skip(columns.start).take(columns.len()) {
            let text = self.source.text(row, place);
            let text = if text.is_empty() { "–" } else { &text };
            let label = format!("{name}, {}: {text}", column.name);
            add(place, self.id.with((record, column.key)), label.into());
        }
    }

    fn adds(&self, spot: Spot) -> Option<(Id, Box<str>)> {
        let name = if spot == Spot::AddRow { self.source.adds_row() } else { self.source.adds_column() };
        name.map(|name| (self.id.with(("add", spot == Spot::AddRow)), name.into()))
    }
}
