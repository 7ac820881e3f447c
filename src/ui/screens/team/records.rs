//! Tables of a team's records, a row each and a column a field, edited in place.

use eframe::egui::{Align, Key, Layout, Modifiers, RichText, Role, Ui, UiBuilder, WidgetInfo, vec2};

use crate::project::{Command, FieldValue, Of, Shape, Staff, TeamId};
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::widgets::fields::{self, Drafts, Slot, accessible_name};
use crate::ui::widgets::table::{Column, Rows, Shown, SortKey, Table, TableState};
use crate::ui::widgets::{icon_button, keyboard, labelled_button};
use crate::ui::{Action, View};

/// Height of a row with fields, in points.
pub const ROW: f32 = 32.0;

/// A column that edits a field.
#[derive(Debug, Clone, Copy)]
pub struct Edited {
    pub field: &'static str,
    /// Text keys of its heading and what it is per; the second may be empty.
    pub name: &'static str,
    pub per: &'static str,
    pub least: f32,
    pub stretch: f32,
}

impl Edited {
    pub const fn new(field: &'static str, name: &'static str, per: &'static str, least: f32, stretch: f32) -> Self {
        Self { field, name, per, least, stretch }
    }
}

/// A record with its name in words.
#[derive(Debug, Clone)]
pub struct Record {
    pub id: TeamId,
    pub of: Of,
    pub name: String,
}

/// A column that is drawn by the caller, behind those that are edited.
pub trait More {
    fn columns(&self, view: &View) -> Vec<Column<'static>>;
    fn text(&self, view: &View, row: usize, column: usize) -> String;
    fn key(&self, row: usize, column: usize) -> SortKey;
    fn cell(&mut self, ui: &mut Ui, view: &View, row: usize, column: usize, align: Align);
}

/// No further columns.
pub struct NoMore;

impl More for NoMore {
    fn columns(&self, _: &View) -> Vec<Column<'static>> {
        Vec::new()
    }

    fn text(&self, _: &View, _: usize, _: usize) -> String {
        String::new()
    }

    fn key(&self, _: usize, _: usize) -> SortKey {
        SortKey::None
    }

    fn cell(&mut self, _: &mut Ui, _: &View, _: usize, _: usize, _: Align) {}
}

/// The state of a table of records.
#[derive(Debug, Default)]
pub struct RecordsPane {
    table: TableState,
    pub selected: Option<TeamId>,
    /// A new record, whose name gets the focus.
    fresh: Option<Of>,
}

impl RecordsPane {
    /// The heading of a table with a button that adds a record; whether it was clicked.
    pub fn heading(ui: &mut Ui, title: &str, add: &str) -> bool {
        ui.horizontal(|ui| {
            let response = ui.label(RichText::new(title).font(theme::body_strong()));
            response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| labelled_button(ui, icon::PLUS, add).clicked())
                .inner
        })
        .inner
    }

    /// Selects a new record and puts the cursor into its name in the next frame.
    pub fn start(&mut self, id: TeamId, of: Of) {
        (self.selected, self.fresh) = (Some(id), Some(of));
        self.table.reveal();
    }

    pub fn reveal(&mut self) {
        self.table.reveal();
    }

    /// Draws the table in the space that is left. Delete removes the selected record.
    #[expect(clippy::too_many_arguments, reason = "a table, its records and where they are drawn")]
    pub fn show(
        &mut self,
        ui: &mut Ui,
        view: &View,
        (salt, name): (&'static str, &str),
        records: &[Record],
        edited: &[Edited],
        more: &mut impl More,
        drafts: &mut Drafts,
        out: &mut Vec<Action>,
    ) -> Shown {
        let mut columns: Vec<Column> = edited.iter().map(|column| heading(view, records, column)).collect();
        columns.extend(more.columns(view));
        columns.push(Column::text("", 36.0, 0.0));
        let table = Table {
            salt,
            name,
            columns: &columns,
            row: ROW,
            made_for: view.revision,
            selects: true,
            keys: true,
            selected: records.iter().position(|record| Some(record.id) == self.selected),
        };
        let mut rows = RecordRows { view, records, edited, more, drafts, out, focused: None };
        let shown = table.show(ui, &mut self.table, &mut rows);
        if let Some(row) = rows.focused.or(shown.selected) {
            self.selected = records.get(row).map(|record| record.id);
        }
        if let Some(of) = self.fresh.take() {
            ui.memory_mut(|memory| memory.request_focus(Slot::new(of, "name").id()));
        }
        if let Some(id) =
            self.selected.filter(|_| shown.has_keys && keyboard::pressed_once(ui.ctx(), Modifiers::NONE, Key::Delete))
        {
            out.push(Action::Edit(Staff::Remove(vec![id]).into(), None));
        }
        if let Some((row, _)) = shown.opened
            && let Some(record) = records.get(row)
        {
            ui.memory_mut(|memory| memory.request_focus(Slot::new(record.of, "name").id()));
        }
        shown
    }
}

fn heading(view: &View, records: &[Record], column: &Edited) -> Column<'static> {
    let field = records.first().and_then(|record| record.of.field(column.field));
    let is_number = field.is_some_and(|field| matches!(field.shape, Shape::Number(..)));
    let per = if column.per.is_empty() { "" } else { view.text.get(column.per) };
    let name = view.text.get(column.name).to_owned();
    let unit = field.map(|field| fields::unit(view, field)).filter(|unit| !unit.is_empty());
    let name = unit.map_or(name.clone(), |unit| format!("{name}, {unit}"));
    Column { stretch: column.stretch, is_number, ..Column::text(name, column.least, 0.0).per(per.to_owned()) }
}

struct RecordRows<'a, M> {
    view: &'a View<'a>,
    records: &'a [Record],
    edited: &'a [Edited],
    more: &'a mut M,
    drafts: &'a mut Drafts,
    out: &'a mut Vec<Action>,
    /// The row of a field that gained the focus.
    focused: Option<usize>,
}

impl<M: More> RecordRows<'_, M> {
    fn further(&self, column: usize) -> Option<usize> {
        column.checked_sub(self.edited.len())
    }
}

impl<M: More> Rows for RecordRows<'_, M> {
    fn count(&self) -> usize {
        self.records.len()
    }

    /// Fields have accessible names of their own.
    fn text(&self, row: usize, column: usize) -> String {
        self.further(column).map_or_else(String::new, |column| self.more.text(self.view, row, column))
    }

    fn name(&self, row: usize, _: &[Column]) -> String {
        let Some(record) = self.records.get(row) else { return String::new() };
        let count = self.more.columns(self.view).len();
        let more = (0..count).map(|column| self.more.text(self.view, row, column)).filter(|text| !text.is_empty());
        std::iter::once(record.name.clone()).chain(more).collect::<Vec<_>>().join(", ")
    }

    fn key(&self, row: usize, column: usize) -> SortKey {
        if let Some(column) = self.further(column) {
            return self.more.key(row, column);
        }
        let of = self.records.get(row).map(|record| record.of);
        match of.and_then(|of| of.get(self.view.project, self.edited[column].field)) {
            Some(FieldValue::Number(number)) => number.into(),
            Some(FieldValue::Text(text)) if !text.is_empty() => SortKey::Text(text.to_lowercase()),
            _ => SortKey::None,
        }
    }

    fn cell(&mut self, ui: &mut Ui, row: usize, column: usize, align: Align) {
        let (view, Some(record)) = (self.view, self.records.get(row)) else { return };
        if let Some(column) = self.further(column) {
            if column < self.more.columns(view).len() {
                self.more.cell(ui, view, row, column, align);
                return;
            }
            let name = view.text.with("remove-named", "name", record.name.as_str());
            if icon_button(ui, icon::TRASH, &name, &name).clicked() {
                self.out.push(Action::Edit(Staff::Remove(vec![record.id]).into(), None));
            }
            return;
        }
        let Some(field) = record.of.field(self.edited[column].field) else { return };
        let spoken = accessible_name(view.text, &record.name, field.name, None);
        let rect = ui.max_rect().shrink2(vec2(space::XS, 1.0));
        let mut at = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center)));
        if let Shape::Choice(options) = field.shape {
            let value = record.of.get(view.project, field.name.name).unwrap_or(FieldValue::Choice(None));
            if let Some(picked) = fields::choice(&mut at, view.text, options, &value, &spoken) {
                self.out.push(Action::Edit(Command::set(record.of, field.name.name, picked), None));
            }
            return;
        }
        let hint = if field.name.name == "name" { view.text.get("unnamed") } else { "–" };
        let slot = Slot::new(record.of, field.name.name);
        let response = self.drafts.line(&mut at, view, slot, &spoken, rect.width() - 10.0, hint);
        if response.gained_focus() {
            self.focused = Some(row);
        }
    }
}

/// A line of small print.
pub fn note(ui: &mut Ui, words: &str) {
    let muted = colors(ui).muted;
    ui.add(eframe::egui::Label::new(RichText::new(words).font(theme::small()).color(muted)).truncate());
}
