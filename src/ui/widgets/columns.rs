//! Columns of a table for the fields of its records, from the records' field table.

use eframe::egui::{Align, Layout, Response, Ui, UiBuilder, vec2};

use crate::project::{End, FieldInfo, Of, Shape};
use crate::ui::View;
use crate::ui::theme::space;

use super::fields::{self, Drafts, Slot, accessible_name};
use super::table::Column;

/// Height of a row with fields, in points.
pub const ROW: f32 = 32.0;

/// The fields of a kind of record as columns that follow each other; a range takes three.
pub struct FieldColumns {
    first: usize,
    parts: Vec<(FieldInfo, Option<End>)>,
}

impl FieldColumns {
    /// The fields of such a record, the first in the table's column `first`.
    pub fn of(record: Of, first: usize) -> Self {
        Self::some(record, first, |_| true)
    }

    /// Some of the fields.
    pub fn some(record: Of, first: usize, is_there: impl Fn(&str) -> bool) -> Self {
        let fields = record.fields().into_iter().filter(|field| is_there(field.name.name));
        let parts = fields.flat_map(|field| field.parts().iter().map(move |end| (field, *end))).collect();
        Self { first, parts }
    }

    /// The columns, at least so wide. A field is headed by its name, or by a shorter one that `short` gives the text key of.
    pub fn columns<'a>(&self, view: &View<'a>, least: f32, short: &[(&str, &'static str)]) -> Vec<Column<'a>> {
        let text = view.text;
        let column = |(field, end): &(FieldInfo, Option<End>)| {
            let given =
                short.iter().find(|(name, _)| *name == field.name.name).map(|(_, key)| text.get(key).to_owned());
            let is_short = given.is_some();
            let name = given.unwrap_or_else(|| text.label(field.name));
            let end = end.map_or("", |end| text.get(end.key()));
            let unit = if is_short { String::new() } else { fields::unit(view, *field) };
            let per = [end, &unit].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
            let is_number = !matches!(field.shape, Shape::Text | Shape::Choice(_) | Shape::Open(_));
            let column = if is_number { Column::number(name, least) } else { Column::text(name, least, 1.0) };
            column.per(per)
        };
        self.parts.iter().map(column).collect()
    }

    /// The number of columns.
    pub fn count(&self) -> usize {
        self.parts.len()
    }

    /// The field in a column of the table.
    pub fn at(&self, column: usize) -> Option<(FieldInfo, Option<End>)> {
        self.parts.get(column.checked_sub(self.first)?).copied()
    }

    /// The place among the columns that follow the fields; none for the fields and what is before them.
    pub fn behind(&self, column: usize) -> Option<usize> {
        column.checked_sub(self.first + self.parts.len())
    }
}

/// Draws a field that fills its cell. `record` is the record's name.
pub fn field(
    ui: &mut Ui,
    view: &View,
    drafts: &mut Drafts,
    of: Of,
    (field, end): (FieldInfo, Option<End>),
    record: &str,
    hint: &str,
) -> Response {
    let rect = ui.max_rect().shrink2(vec2(space::XS, 1.0));
    let mut at = ui.new_child(UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center)));
    // The field adds its own margins.
    let width = rect.width() - 10.0;
    let name = accessible_name(view.text, record, field.name, end);
    drafts.line(&mut at, view, Slot { of, field: field.name.name, end }, &name, width, hint)
}
