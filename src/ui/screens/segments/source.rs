//! What stands in the table of segments, and what becomes of edits in it.

use std::borrow::Cow;

use crate::project::{AttributeKey, Axis, Command, FieldValue, Message, Of, Segment, SegmentId};
use crate::ui::arrange::{Line, shown_value};
use crate::ui::widgets::sheet::{Entry, SheetColumn, Source};
use crate::ui::{Action, View};

use super::shown::Shown;

pub(super) struct TableSource<'a, 'o> {
    pub view: &'a View<'a>,
    pub shown: &'a Shown,
    pub out: &'o mut Vec<Action>,
}

impl TableSource<'_, '_> {
    fn line(&self, row: usize) -> Option<&Line> {
        self.shown.lines.get(row)
    }

    fn segment(&self, row: usize) -> Option<&Segment> {
        let Line::Segment(place) = self.line(row)? else { return None };
        self.view.project.matrix.segments(Axis::Customer).get(*place)
    }
}

impl Source for TableSource<'_, '_> {
    fn title(&self) -> &str {
        self.view.text.get("segments-sheet")
    }

    fn names(&self) -> &str {
        self.view.text.get("report-customer")
    }

    fn names_width(&self) -> f32 {
        self.shown.names_width
    }

    fn columns(&self) -> &[SheetColumn] {
        &self.shown.columns
    }

    fn count(&self) -> usize {
        self.shown.lines.len()
    }

    fn id(&self, row: usize) -> u64 {
        match self.line(row) {
            Some(Line::Segment(_)) => self.segment(row).map_or(0, |segment| segment.id.number()),
            // Above the 40 bits of an id.
            Some(Line::Group(..)) => (1 << 50) + row as u64,
            None => u64::MAX,
        }
    }

    fn name(&self, row: usize) -> Cow<'_, str> {
        match self.line(row) {
            Some(Line::Group(value, count)) => {
                format!("{} ({})", shown_value(self.view.text, value), self.view.text.count(*count)).into()
            }
            Some(Line::Segment(_)) => self.segment(row).map_or("", |segment| self.view.text.name(&segment.name)).into(),
            None => "".into(),
        }
    }

    fn is_heading(&self, row: usize) -> bool {
        matches!(self.line(row), Some(Line::Group(..)))
    }

    fn text(&self, row: usize, column: usize) -> String {
        let cell = self.segment(row).zip(self.shown.keys.get(column));
        cell.map_or_else(String::new, |(segment, key)| self.view.text.attribute(self.view.project, *key, segment.id))
    }

    fn written(&self, row: usize, column: Option<usize>) -> String {
        let Some(segment) = self.segment(row) else { return String::new() };
        match column {
            None => segment.name.to_string(),
            Some(column) => {
                self.shown.keys.get(column).map_or_else(String::new, |key| {
                    self.view.text.attribute_written(self.view.project, *key, segment.id)
                })
            }
        }
    }

    fn choices(&self, column: usize) -> Vec<String> {
        let key = self.shown.keys.get(column);
        key.map_or_else(Vec::new, |key| self.view.text.attribute_choices(self.view.project, *key))
    }

    fn set(&mut self, entries: Vec<Entry>) -> Result<(), String> {
        let cells = entries.into_iter().filter_map(|Entry { row, column, text }| {
            let id = self.segment(row)?.id;
            let key = match column {
                Some(column) => Some(*self.shown.keys.get(column)?),
                None => None,
            };
            Some((id, key, text))
        });
        if let Some(command) = command(self.view, cells)? {
            self.out.push(Action::Edit(command, None));
        }
        Ok(())
    }

    fn adds_row(&self) -> Option<&str> {
        Some(self.view.text.get("segments-new"))
    }

    fn add(&mut self, rows: Vec<Vec<String>>) -> Result<(), String> {
        let (mut segments, mut cells) = (Vec::new(), Vec::new());
        for row in rows {
            let mut row = row.into_iter();
            let name = row.next().unwrap_or_default();
            let values: Vec<_> =
                self.shown.keys.iter().copied().zip(row).filter(|(_, text)| !text.is_empty()).collect();
            if name.trim().is_empty() && values.is_empty() {
                continue;
            }
            let segment = Segment::new(name.trim());
            cells.extend(values.into_iter().map(|(key, text)| (segment.id, Some(key), text)));
            segments.push(segment);
        }
        if segments.is_empty() {
            return Ok(());
        }
        let at = self.view.project.matrix.segments(Axis::Customer).len();
        let add = Command::AddSegments { axis: Axis::Customer, at, segments };
        let mut all = vec![add];
        let mut project = self.view.project.clone();
        all[0].apply(&mut project).map_err(|error| self.view.text.say(&error.message()))?;
        all.extend(values(self.view, cells.into_iter())?);
        self.out.push(Action::Edit(Command::All(all), None));
        Ok(())
    }

    fn adds_column(&self) -> Option<&str> {
        Some(self.view.text.get("attribute-new"))
    }

    fn copied(&mut self, table: String, cells: usize) {
        self.out.push(Action::Copy(table, Message::new("matrix-copied").with("cells", cells)));
    }

    fn refuse(&mut self, fault: String) {
        self.out.push(Action::Warn(Message::new("segments-refused").with("fault", fault)));
    }

    fn several(&self, rows: usize) -> String {
        self.view.text.with("segments-several", "count", rows)
    }
}

/// A cell that is given a text: the segment, the attribute (its name without one), and the text.
type Cell = (SegmentId, Option<AttributeKey>, String);

/// The command that gives cells their texts; none where there is nothing to do, or why one of them can't be.
pub(super) fn command(view: &View, cells: impl Iterator<Item = Cell>) -> Result<Option<Command>, String> {
    let mut all = values(view, cells)?;
    let command = if all.len() < 2 { all.pop() } else { Some(Command::All(all)) };
    if let Some(command) = &command {
        command.apply(&mut view.project.clone()).map_err(|error| view.text.say(&error.message()))?;
    }
    Ok(command)
}

/// A command for each text that is given, to all segments that get it.
fn values(view: &View, cells: impl Iterator<Item = Cell>) -> Result<Vec<Command>, String> {
    let mut given: Vec<(Option<AttributeKey>, String, Vec<SegmentId>)> = Vec::new();
    for (id, key, text) in cells {
        match given.iter_mut().find(|(other, typed, _)| *other == key && *typed == text) {
            Some((.., ids)) => ids.push(id),
            None => given.push((key, text, vec![id])),
        }
    }
    let mut commands = Vec::with_capacity(given.len());
    for (key, typed, ids) in given {
        let Some(key) = key else {
            let of = ids.into_iter().map(|id| Of::Segment(Axis::Customer, id));
            commands.push(Command::set_all(of, "name", FieldValue::from(typed.trim())));
            continue;
        };
        let value = view.text.read_attribute(view.project, key, &typed).map_err(|fault| {
            let name = view.text.attribute_name(view.project, key);
            let message = Message::new("segments-bad-value").with("attribute", name).with("fault", fault);
            view.text.say(&message)
        })?;
        commands.push(key.set(ids, value));
    }
    Ok(commands)
}
