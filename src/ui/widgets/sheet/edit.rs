//! Edits of a sheet: typing over a cell, filling, clearing, copying and pasting.

use eframe::egui::Ui;

use crate::import;
use crate::ui::theme::space;
use crate::ui::widgets::grid::keys::Walk;
use crate::ui::widgets::grid::{Direction, Selection, Spot};

use super::editor::field_rect;
use super::{Asked, CellEditor, CellEnd, Entry, Geometry, Intent, Sheet, Source};

/// The least width of a field over a cell.
const FIELD: f32 = 90.0;

impl Sheet {
    pub(super) fn carry_out(&mut self, source: &mut impl Source, geometry: &Geometry, intent: Intent) -> Option<Asked> {
        let size = Self::size(source);
        let active = self.selection.active();
        match intent {
            Intent::Walk(walk) => self.walk(source, geometry, walk),
            Intent::Next(forth) => {
                self.step(source, geometry, if forth { Direction::Right } else { Direction::Left });
            }
            Intent::All => self.selection = Selection::all(size),
            Intent::Escape => self.selection = Selection::at(active),
            Intent::Menu => self.menu.open(super::visible_rect(geometry, active).center()),
            Intent::Edit => match active {
                Spot::Column(column) => return Some(Asked::Column(column)),
                Spot::AddColumn => return Some(Asked::AddColumn),
                spot => self.open(source, spot, None),
            },
            Intent::Type(typed) => self.open(source, active, Some(&typed)),
            Intent::Clear => self.clear(source),
            Intent::FillDown => self.fill_down(source),
            Intent::Copy => self.copy(source),
            Intent::Cut => {
                self.copy(source);
                self.clear(source);
            }
            Intent::Paste(table) => self.paste(source, &table),
            Intent::RemoveRows => return Some(Asked::Remove),
        }
        None
    }

    fn walk(&mut self, source: &impl Source, geometry: &Geometry, walk: Walk) {
        let selection = walk.apply(self.selection, geometry.page(), Self::size(source));
        let exists = match selection.active() {
            Spot::AddRow => source.adds_row().is_some(),
            Spot::AddColumn => source.adds_column().is_some(),
            _ => true,
        };
        if exists {
            self.select(selection);
        }
    }

    /// Opens a field over a place; `typed` replaces its text.
    pub(super) fn open(&mut self, source: &impl Source, spot: Spot, typed: Option<&str>) {
        let id = self.id().with("field");
        let (row, column) = match spot {
            Spot::Cell { row, column } => (row, Some(column)),
            Spot::Row(row) => (row, None),
            Spot::AddRow if source.adds_row().is_some() => {
                self.select(Selection::at(spot));
                self.editor = Some((spot, CellEditor::typed(id, typed.unwrap_or_default(), Vec::new())));
                return;
            }
            _ => return,
        };
        if source.is_heading(row) {
            return;
        }
        let choices = column.map_or_else(Vec::new, |column| source.choices(column));
        let editor = match typed {
            Some(typed) => CellEditor::typed(id, typed, choices),
            None => CellEditor::open(id, source.written(row, column), choices),
        };
        self.reveal = Some(spot);
        self.editor = Some((spot, editor));
    }

    /// Draws the field and applies what was typed when it ends.
    pub(super) fn edit(&mut self, ui: &mut Ui, source: &mut impl Source, geometry: &Geometry) {
        let Some((spot, mut editor)) = self.editor.take() else { return };
        let column = match spot {
            Spot::Cell { column, .. } => source.columns().get(column),
            _ => None,
        };
        let rows = self.targets(source, spot).len();
        let mut name = match (spot, column) {
            (Spot::Cell { row, .. }, Some(column)) => format!("{}, {}", source.name(row), column.name),
            (Spot::Row(row), _) => format!("{}, {}", source.name(row), source.names()),
            _ => source.adds_row().unwrap_or_default().to_owned(),
        };
        let hint = if rows > 1 { source.several(rows) } else { String::new() };
        if !hint.is_empty() {
            name = format!("{name}, {hint}");
        }
        let is_number = column.is_some_and(|column| column.is_number);
        let least = if hint.is_empty() { FIELD } else { FIELD + space::L * 6.0 };
        let rect = field_rect(geometry.rect(spot), least, geometry.area);
        match editor.show(ui, rect, &name, &hint, is_number) {
            None => self.editor = Some((spot, editor)),
            Some(CellEnd::Dropped) => self.take_focus(ui),
            Some(CellEnd::Moved(draft, direction)) => {
                match self.apply(source, spot, draft.clone()) {
                    Err(fault) => {
                        editor.refuse(draft, fault);
                        self.editor = Some((spot, editor));
                    }
                    Ok(()) if spot == Spot::AddRow && !draft.trim().is_empty() => {
                        // The next name goes below the one that was added.
                        let id = self.id().with("field");
                        self.selection = Selection::at(Spot::AddRow);
                        self.reveal = Some(Spot::AddRow);
                        self.editor = Some((Spot::AddRow, CellEditor::typed(id, "", Vec::new())));
                    }
                    Ok(()) => {
                        self.take_focus(ui);
                        self.step(source, geometry, direction);
                    }
                }
                ui.request_repaint();
            }
            Some(CellEnd::Away(draft)) => {
                if let Err(fault) = self.apply(source, spot, draft) {
                    source.refuse(fault);
                }
            }
        }
    }

    /// The rows that a field over a place changes: all that are selected, where it is one of them.
    fn targets(&self, source: &impl Source, spot: Spot) -> Vec<usize> {
        let size = Self::size(source);
        let (Spot::Cell { row, .. } | Spot::Row(row)) = spot else { return Vec::new() };
        let is_cell = matches!(spot, Spot::Cell { .. });
        let rows = self.selection.rows(size);
        if !is_cell || !self.selection.contains(spot, size) {
            return vec![row];
        }
        rows.filter(|row| !source.is_heading(*row)).collect()
    }

    pub(super) fn apply(&self, source: &mut impl Source, spot: Spot, draft: String) -> Result<(), String> {
        if spot == Spot::AddRow {
            let name = draft.trim();
            return if name.is_empty() { Ok(()) } else { source.add(vec![vec![name.to_owned()]]) };
        }
        let column = match spot {
            Spot::Cell { column, .. } => Some(column),
            _ => None,
        };
        let rows = self.targets(source, spot).into_iter().filter(|row| *row < source.count());
        let entries: Vec<_> = rows
            .filter(|row| source.written(*row, column) != draft)
            .map(|row| Entry { row, column, text: draft.clone() })
            .collect();
        if entries.is_empty() { Ok(()) } else { source.set(entries) }
    }

    /// The selected rows and columns; no column means the names.
    fn block(&self, source: &impl Source) -> (Vec<usize>, Vec<Option<usize>>) {
        let size = Self::size(source);
        let rows = self.selection.rows(size).filter(|row| !source.is_heading(*row)).collect();
        let cells = self.selection.columns(size).map(Some);
        let with_names = matches!(self.selection.active(), Spot::Row(_));
        (rows, with_names.then_some(None).into_iter().chain(cells).collect())
    }

    fn set_all(source: &mut impl Source, entries: Vec<Entry>) {
        if entries.is_empty() {
            return;
        }
        if let Err(fault) = source.set(entries) {
            source.refuse(fault);
        }
    }

    fn clear(&self, source: &mut impl Source) {
        let (rows, columns) = self.block(source);
        // Names stay: a row without one is hard to tell from others.
        let columns = columns.into_iter().flatten();
        let entries = columns.flat_map(|column| {
            rows.iter().map(move |row| Entry { row: *row, column: Some(column), text: String::new() })
        });
        Self::set_all(source, entries.collect());
    }

    /// Gives the selected cells of each column what the first of them has; a single cell what the one above it has.
    fn fill_down(&self, source: &mut impl Source) {
        let (mut rows, columns) = self.block(source);
        if let [row] = rows[..] {
            let above = (0..row).rev().find(|row| !source.is_heading(*row));
            rows.splice(0..0, above);
        }
        let Some((first, rest)) = rows.split_first() else { return };
        let mut entries = Vec::new();
        for column in columns.into_iter().flatten() {
            let text = source.written(*first, Some(column));
            entries.extend(rest.iter().map(|row| Entry { row: *row, column: Some(column), text: text.clone() }));
        }
        Self::set_all(source, entries);
    }

    fn copy(&self, source: &mut impl Source) {
        let (rows, columns) = self.block(source);
        if rows.is_empty() || columns.is_empty() {
            return;
        }
        let table: Vec<Vec<String>> =
            rows.iter().map(|row| columns.iter().map(|column| source.written(*row, *column)).collect()).collect();
        source.copied(import::write_table(&table), rows.len() * columns.len());
    }

    /// Pastes a table from the first selected cell on. From a name on, its first column are names; what goes beyond the
    /// last row becomes new rows there. A single cell fills all that is selected.
    fn paste(&mut self, source: &mut impl Source, table: &str) {
        let table = import::parse_table(table);
        if table.is_empty() {
            return;
        }
        let active = self.selection.active();
        if active == Spot::AddRow {
            if let Err(fault) = source.add(table) {
                source.refuse(fault);
            }
            return;
        }
        let (rows, columns) = self.block(source);
        let (Some(top), Some(left)) = (rows.first().copied(), columns.first().copied()) else { return };
        let mut entries = Vec::new();
        if let [line] = &table[..]
            && let [text] = &line[..]
        {
            let cells = columns.iter().filter(|column| matches!(active, Spot::Row(_)) == column.is_none());
            for column in cells {
                entries.extend(rows.iter().map(|row| Entry { row: *row, column: *column, text: text.clone() }));
            }
            return Self::set_all(source, entries);
        }
        let size = Self::size(source);
        let below: Vec<usize> = (top..size.rows).filter(|row| !source.is_heading(*row)).collect();
        let across: Vec<Option<usize>> = match left {
            None => std::iter::once(None).chain((0..size.columns).map(Some)).collect(),
            Some(left) => (left..size.columns).map(Some).collect(),
        };
        let mut lines = table.into_iter();
        for (row, line) in below.iter().zip(&mut lines) {
            let cells = across.iter().zip(line);
            entries.extend(cells.map(|(column, text)| Entry { row: *row, column: *column, text }));
        }
        Self::set_all(source, entries);
        let rest: Vec<_> = lines.collect();
        if left.is_none()
            && !rest.is_empty()
            && source.adds_row().is_some()
            && let Err(fault) = source.add(rest)
        {
            source.refuse(fault);
        }
    }
}
