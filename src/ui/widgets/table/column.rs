//! A column of a table: its heading, and how wide it is.

use std::borrow::Cow;

use eframe::egui::accesskit::SortDirection;
use eframe::egui::{Color32, FontId, Role, Sense, Ui, WidgetInfo, pos2};

use crate::ui::theme::{self, colors, icon};

use super::text::{PAD, cut};
use super::widths::Wanted;

/// The largest share of the table that a column of names takes unasked.
const SHARE: f32 = 0.4;

/// A column of a table.
#[derive(Debug, Clone, Default)]
pub struct Column<'a> {
    pub name: Cow<'a, str>,
    /// A second line of the heading: what the figures are per.
    pub per: Cow<'a, str>,
    /// Tooltip of the heading.
    pub hint: Option<&'a str>,
    /// The width that it keeps before other columns are cut, in points.
    pub least: f32,
    /// Text that is cut where there is no room; without any text in its cells, its share of the width that is left over.
    pub stretch: f32,
    /// What its cells show beside their text takes this much, in points.
    pub beside: f32,
    /// Aligned to the right.
    pub is_number: bool,
    /// A click on the heading sorts by [`Rows::key`].
    pub sorts: bool,
}

impl<'a> Column<'a> {
    pub fn text(name: impl Into<Cow<'a, str>>, least: f32, stretch: f32) -> Self {
        Self { name: name.into(), least, stretch, ..Self::default() }
    }

    pub fn number(name: impl Into<Cow<'a, str>>, least: f32) -> Self {
        Self { name: name.into(), least, is_number: true, ..Self::default() }
    }

    /// Its cells show more than their text, that wide.
    #[must_use]
    pub fn beside(self, width: f32) -> Self {
        Self { beside: width, ..self }
    }

    #[must_use]
    pub fn sorted(self) -> Self {
        Self { sorts: true, ..self }
    }

    #[must_use]
    pub fn per(self, per: impl Into<Cow<'a, str>>) -> Self {
        Self { per: per.into(), ..self }
    }

    #[must_use]
    pub fn hint(self, hint: &'a str) -> Self {
        Self { hint: Some(hint), ..self }
    }

    /// What the column asks for in a table that is `room` wide, with `content` as the width of its longest text.
    pub fn wanted(&self, ui: &Ui, content: f32, room: f32) -> Wanted {
        let heading = heading_width(ui, self);
        if content <= 0.0 {
            let whole = heading.max(self.least);
            return Wanted { whole, least: whole, hard: self.least, grows: self.stretch };
        }
        let cells = self.cells(content);
        let fitted = cells.max(heading);
        if self.stretch > 0.0 {
            let whole = fitted.min((room * SHARE).max(self.least));
            Wanted { whole, least: self.least, hard: self.least.min(whole), grows: 0.0 }
        } else {
            Wanted { whole: fitted, least: fitted, hard: cells, grows: 0.0 }
        }
    }

    /// The width at which nothing in the column is cut.
    pub fn fitted(&self, ui: &Ui, content: f32) -> f32 {
        self.cells(content).max(heading_width(ui, self))
    }

    fn cells(&self, content: f32) -> f32 {
        content + self.beside + 2.0 * PAD
    }

    /// The heading in one line.
    pub fn heading(&self) -> String {
        if self.per.is_empty() { self.name.to_string() } else { format!("{} {}", self.name, self.per) }
    }
}

/// The width that shows a heading whole, with the sign of a sorted column.
fn heading_width(ui: &Ui, column: &Column) -> f32 {
    let name = wide(ui, column.name.to_string(), theme::small_strong());
    let name = if column.sorts && name > 0.0 { name + 16.0 } else { name };
    name.max(wide(ui, column.per.to_string(), theme::small())) + 2.0 * PAD
}

/// A heading. Returns whether a click asks to sort by it.
pub fn head(ui: &mut Ui, column: &Column, sort: Option<(usize, bool)>) -> bool {
    let is_cut = heading(ui, column, sort);
    let sense = if column.sorts { Sense::CLICK } else { Sense::hover() };
    let response = ui.interact(ui.max_rect(), ui.scope_id().with("heading"), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, column.heading()));
    if let Some((_, descending)) = sort {
        let direction = if descending { SortDirection::Descending } else { SortDirection::Ascending };
        ui.accesskit_node_builder(response.id, |node| node.set_sort_direction(direction));
    }
    let clicked = response.clicked();
    if is_cut || column.hint.is_some() {
        response.on_hover_ui(|ui| {
            if is_cut {
                ui.label(column.heading());
            }
            if let Some(hint) = column.hint {
                ui.label(hint);
            }
        });
    }
    clicked
}

/// The text of a heading, with the direction that is sorted by. Returns whether it is cut short.
fn heading(ui: &Ui, column: &Column, sort: Option<(usize, bool)>) -> bool {
    let palette = colors(ui);
    let rect = ui.max_rect();
    let mark = sort.map(|(_, descending)| if descending { icon::DOWN } else { icon::UP });
    let name = mark.map_or_else(|| column.name.to_string(), |mark| format!("{} {mark}", column.name));
    let lines = [(name.as_str(), theme::small_strong(), palette.ink), (&*column.per, theme::small(), palette.muted)];
    let count = if column.per.is_empty() { 1 } else { 2 };
    let room = rect.width() - 2.0 * PAD;
    let mut y = rect.bottom() - 4.0 - 16.0 * count as f32;
    let mut is_cut = false;
    for (text, font, color) in lines.into_iter().take(count) {
        let galley = cut(ui, text, font, color, room);
        is_cut |= galley.elided;
        let x = if column.is_number { rect.right() - PAD - galley.size().x } else { rect.left() + PAD };
        ui.painter().galley(pos2(x, y), galley, color);
        y += 16.0;
    }
    is_cut
}

/// The width of a text on one line.
pub fn wide(ui: &Ui, text: String, font: FontId) -> f32 {
    if text.is_empty() { 0.0 } else { ui.painter().layout_no_wrap(text, font, Color32::PLACEHOLDER).size().x }
}
