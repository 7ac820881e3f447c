//! Tables of rows: resizable and sortable columns, a selected row, keys, accessible rows and cells.
//!
//! Draws visible rows only.

use std::cmp::Ordering;
use std::collections::HashMap;

use eframe::egui::{
    Align, CursorIcon, Key, Layout, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2,
    WidgetInfo, vec2,
};
use egui_extras::{TableBody, TableBuilder, TableRow};

use crate::ui::theme::{self, colors, space};

use super::{focus, keyboard};

mod column;
mod text;
mod widths;

pub use column::Column;
pub use text::{PAD, line, sign, whole_field, words};

use column::{head, wide};
use widths::Wanted;

/// The rows that a column's width is measured by; of more rows, as many at even distances.
const MEASURED: usize = 60;
/// The least width that a column can be dragged to.
const NARROWEST: f32 = 32.0;

/// What a cell sorts by. Cells without a value come last in both directions.
#[derive(Debug, Clone, PartialEq, PartialOrd)]
pub enum SortKey {
    Number(f64),
    Text(String),
    None,
}

impl From<Option<f64>> for SortKey {
    fn from(number: Option<f64>) -> Self {
        number.map_or(Self::None, Self::Number)
    }
}

/// The content of a table.
pub trait Rows {
    fn count(&self) -> usize;

    /// The text of a cell, on screen and for screen readers.
    fn text(&self, row: usize, column: usize) -> String;

    /// The text that a column has to be wide enough for; nothing for a cell that is drawn in any width.
    fn measured(&self, row: usize, column: usize) -> String {
        self.text(row, column)
    }

    /// Draws a cell; the default is its text.
    fn cell(&mut self, ui: &mut Ui, row: usize, column: usize, align: Align) {
        let text = self.text(row, column);
        words(ui, &text, theme::body(), colors(ui).ink, align);
    }

    /// A row's accessible name; the default is the text of its cells.
    fn name(&self, row: usize, columns: &[Column]) -> String {
        let cells = (0..columns.len()).map(|column| self.text(row, column)).filter(|text| !text.is_empty());
        cells.collect::<Vec<_>>().join(", ")
    }

    /// What a cell sorts by.
    fn key(&self, row: usize, column: usize) -> SortKey {
        SortKey::Text(self.text(row, column).to_lowercase())
    }

    /// True if the row has a tooltip. Cells that are cut short have their text as tooltip anyway.
    fn has_hint(&self, _row: usize) -> bool {
        false
    }

    /// Draws the row's tooltip.
    fn hint(&self, _ui: &mut Ui, _row: usize) {}
}

/// State of a table between frames.
#[derive(Debug, Default)]
pub struct TableState {
    /// The heading that is sorted by, and whether downwards. By name, because a narrow table has fewer columns.
    sort: Option<(String, bool)>,
    /// The rows as they are sorted, and the state and sort that they are sorted for.
    order: Vec<usize>,
    sorted_for: Option<(u64, usize, bool)>,
    reveal: bool,
    /// Widths that the user gave to columns, by heading.
    sized: HashMap<String, f32>,
    /// Widths of the content of the columns, and what they were measured for.
    content: Vec<f32>,
    measured_for: Option<(u64, u32, Vec<String>)>,
}

impl TableState {
    /// Scrolls to the selected row in the next frame.
    pub fn reveal(&mut self) {
        self.reveal = true;
    }

    /// The index of the column that is sorted by, and whether downwards.
    fn sorted(&self, columns: &[Column]) -> Option<(usize, bool)> {
        let (name, descending) = self.sort.as_ref()?;
        Some((columns.iter().position(|column| column.heading() == *name)?, *descending))
    }

    fn follow(&mut self, made_for: u64, columns: &[Column], rows: &impl Rows) {
        let Some((column, descending)) = self.sorted(columns) else {
            (self.sort, self.sorted_for) = (None, None);
            return;
        };
        let sorted_for = Some((made_for, column, descending));
        if self.sorted_for == sorted_for && self.order.len() == rows.count() {
            return;
        }
        self.sorted_for = sorted_for;
        let mut keyed: Vec<_> = (0..rows.count()).map(|row| (rows.key(row, column), row)).collect();
        keyed.sort_by(|(a, _), (b, _)| match (a, b) {
            (SortKey::None, SortKey::None) => Ordering::Equal,
            (SortKey::None, _) => Ordering::Greater,
            (_, SortKey::None) => Ordering::Less,
            (a, b) => {
                let order = a.partial_cmp(b).unwrap_or(Ordering::Equal);
                if descending { order.reverse() } else { order }
            }
        });
        self.order = keyed.into_iter().map(|(_, row)| row).collect();
    }

    /// The row at a place from the top.
    fn row(&self, place: usize) -> usize {
        if self.sort.is_some() { self.order.get(place).copied().unwrap_or(place) } else { place }
    }

    /// The place from the top of a row.
    fn place(&self, row: usize) -> usize {
        if self.sort.is_some() { self.order.iter().position(|other| *other == row).unwrap_or(row) } else { row }
    }

    /// The row that is `by` places below `row`, at most the first or last of `count`.
    pub fn step(&self, row: usize, by: isize, count: usize) -> usize {
        self.row(self.place(row).saturating_add_signed(by).min(count.saturating_sub(1)))
    }

    /// Upwards, downwards, and then in the rows' own order again.
    fn click(&mut self, heading: String) {
        self.sort = match &self.sort {
            Some((sorted, false)) if *sorted == heading => Some((heading, true)),
            Some((sorted, true)) if *sorted == heading => None,
            _ => Some((heading, false)),
        };
    }
}

/// A table to be drawn.
pub struct Table<'a> {
    pub salt: &'static str,
    /// Accessible name.
    pub name: &'a str,
    pub columns: &'a [Column<'a>],
    /// Height of a row, in points.
    pub row: f32,
    /// Changes whenever rows or their values change.
    pub made_for: u64,
    /// Rows can be selected.
    pub selects: bool,
    /// Keys select rows. Otherwise the caller handles them, with [`TableState::step`].
    pub keys: bool,
    pub selected: Option<usize>,
}

/// What happened in a table.
#[derive(Debug, Default)]
pub struct Shown {
    /// A row that was selected.
    pub selected: Option<usize>,
    /// A row and column that were double-clicked, or Enter on the selected row.
    pub opened: Option<(usize, Option<usize>)>,
    /// The table has the focus, and therefore the keys.
    pub has_keys: bool,
}

impl Table<'_> {
    /// Draws the table in the space that is left.
    pub fn show(&self, ui: &mut Ui, state: &mut TableState, rows: &mut impl Rows) -> Shown {
        state.follow(self.made_for, self.columns, rows);
        let area = ui.available_rect_before_wrap();
        let mut shown = Shown::default();
        if self.selects {
            self.keys(ui, area, state, rows.count(), &mut shown);
            ui.accesskit_node_builder(focus::pane_id(self.salt), |node| node.set_role(Role::Table));
        } else {
            let response = ui.interact(area, ui.scope_id().with(self.salt), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Table, true, self.name));
        }
        let bar = ui.spacing().scroll.allocated_width();
        let widths = self.widths(ui, area.width() - bar, state, rows);
        let total = widths.iter().sum::<f32>() + bar;
        let mut child = ui.new_child(UiBuilder::new().max_rect(area).id_salt(("table", self.salt)));
        if total > area.width() + 0.5 {
            ScrollArea::horizontal().id_salt("across").auto_shrink(false).show(&mut child, |ui| {
                ui.set_width(total);
                self.table(ui, &widths, state, rows, &mut shown);
            });
        } else {
            self.table(&mut child, &widths, state, rows, &mut shown);
        }
        ui.advance_cursor_after_rect(area);
        shown
    }

    fn keys(&self, ui: &mut Ui, area: Rect, state: &mut TableState, count: usize, shown: &mut Shown) {
        shown.has_keys = focus::pane_takes_keys(ui, self.salt, area, self.name);
        if !shown.has_keys || !self.keys || count == 0 {
            return;
        }
        let mut at = self.selected.map(|row| state.place(row));
        let page = ((area.height() - self.header_height()) / self.row).max(1.0) as usize;
        keyboard::presses(ui.ctx(), |press| {
            let to = match press.plain() {
                Some(Key::ArrowUp) => at.map_or(0, |at| at.saturating_sub(1)),
                Some(Key::ArrowDown) => at.map_or(0, |at| at + 1),
                Some(Key::PageUp) => at.map_or(0, |at| at.saturating_sub(page)),
                Some(Key::PageDown) => at.map_or(0, |at| at + page),
                Some(Key::Home) => 0,
                Some(Key::End) => count - 1,
                Some(Key::Enter) if at.is_some() => {
                    shown.opened = at.map(|at| (state.row(at), None));
                    return true;
                }
                _ => return false,
            };
            at = Some(to.min(count - 1));
            shown.selected = at.map(|at| state.row(at));
            state.reveal = true;
            true
        });
    }

    fn header_height(&self) -> f32 {
        if self.columns.iter().any(|column| !column.per.is_empty()) { 40.0 } else { 26.0 }
    }

    /// The width of each column: as wide as its content, where there is room.
    fn widths(&self, ui: &Ui, room: f32, state: &mut TableState, rows: &impl Rows) -> Vec<f32> {
        let headings: Vec<_> = self.columns.iter().map(Column::heading).collect();
        let made_for = (self.made_for, ui.ctx().pixels_per_point().to_bits(), headings);
        if state.measured_for.as_ref() != Some(&made_for) {
            state.content = (0..self.columns.len()).map(|column| content(ui, rows, column)).collect();
            state.measured_for = Some(made_for);
        }
        let wanted = self.columns.iter().zip(&state.content).map(|(column, content)| {
            let given = state.sized.get(&column.heading()).copied();
            let given = given.map(|width| Wanted { whole: width, least: width, hard: width, grows: 0.0 });
            given.unwrap_or_else(|| column.wanted(ui, *content, room))
        });
        widths::share(&wanted.collect::<Vec<_>>(), room)
    }

    fn table(&self, ui: &mut Ui, widths: &[f32], state: &mut TableState, rows: &mut impl Rows, shown: &mut Shown) {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        let area = ui.available_rect_before_wrap();
        let height = self.header_height();
        ui.painter().rect_filled(area.with_max_y(area.top() + height), 0.0, colors(ui).panel);
        let mut table = TableBuilder::new(ui)
            .id_salt(self.salt)
            .auto_shrink(false)
            .animate_scrolling(false)
            .min_scrolled_height(0.0)
            .sense(Sense::hover())
            .cell_layout(Layout::left_to_right(Align::Center));
        for width in widths {
            table = table.column(egui_extras::Column::exact(*width).clip(true));
        }
        if let Some(selected) = self.selected.filter(|_| std::mem::take(&mut state.reveal)) {
            table = table.scroll_to_row(state.place(selected), None);
        }
        let sorted = state.sorted(self.columns);
        let table = table.header(height, |mut row| {
            for (place, column) in self.columns.iter().enumerate() {
                let sort = sorted.filter(|(at, _)| *at == place);
                let mut clicked = false;
                row.col(|ui| clicked = head(ui, column, sort));
                if clicked {
                    state.click(column.heading());
                }
            }
        });
        let count = rows.count();
        let mut hinted = Vec::new();
        table.body(|mut body| {
            self.lines(&mut body, state, rows, shown, &mut hinted);
            body.rows(self.row, count, |line| self.cells(line, state, rows));
        });
        // A cell that is cut short comes first with its own tooltip.
        for (response, row) in hinted {
            response.on_hover_ui(|ui| rows.hint(ui, row));
        }
        self.edges(ui, area.with_max_y(area.top() + height), widths, state);
    }

    /// The edges of the headings, to be dragged; a double click fits a column to its content.
    fn edges(&self, ui: &Ui, head: Rect, widths: &[f32], state: &mut TableState) {
        let mut x = head.left();
        for (place, (column, width)) in self.columns.iter().zip(widths).enumerate() {
            x += width;
            let rect = Rect::from_x_y_ranges(x - 4.0..=x + 4.0, head.y_range());
            let response = ui.interact(rect, ui.scope_id().with(("edge", place)), Sense::CLICK | Sense::DRAG);
            let palette = colors(ui);
            let is_held = response.hovered() || response.dragged();
            let color = if is_held { palette.accent } else { palette.line };
            ui.painter().vline(x - 0.5, head.shrink2(vec2(0.0, 4.0)).y_range(), Stroke::new(1.0, color));
            if response.double_clicked() {
                let content = state.content.get(place).copied().unwrap_or_default();
                state.sized.insert(column.heading(), column.fitted(ui, content));
            } else if response.dragged() {
                state.sized.insert(column.heading(), (width + response.drag_delta().x).max(NARROWEST));
            }
            response.on_hover_cursor(CursorIcon::ResizeColumn);
        }
    }

    /// The visible rows as widgets below their cells.
    fn lines(
        &self,
        body: &mut TableBody<'_>,
        state: &TableState,
        rows: &impl Rows,
        shown: &mut Shown,
        hinted: &mut Vec<(Response, usize)>,
    ) {
        let widths = body.widths().to_vec();
        let ui = body.ui_mut();
        let width = widths.iter().sum::<f32>().max(ui.available_width());
        let (start, clip) = (ui.available_rect_before_wrap().min, ui.clip_rect());
        let place = |y: f32| ((y - start.y) / self.row).max(0.0) as usize;
        let palette = colors(ui);
        for place in place(clip.top())..place(clip.bottom()).saturating_add(1).min(rows.count()) {
            let row = state.row(place);
            let at = start + vec2(0.0, self.row * place as f32);
            let rect = Rect::from_min_size(at, vec2(width, self.row));
            let sense = if self.selects { Sense::CLICK } else { Sense::hover() };
            let response = ui.interact(rect, ui.scope_id().with((self.salt, row)), sense);
            let is_selected = self.selects && self.selected == Some(row);
            response.widget_info(|| {
                let name = rows.name(row, self.columns);
                if self.selects {
                    WidgetInfo::selected(Role::Row, true, is_selected, name)
                } else {
                    WidgetInfo::labeled(Role::Row, true, name)
                }
            });
            if is_selected {
                ui.accesskit_node_builder(response.id, |node| node.set_selected(true));
            }
            let painter = ui.painter();
            if is_selected {
                painter.rect_filled(rect, 0.0, palette.selected);
            } else if self.selects && response.contains_pointer() {
                painter.rect_filled(rect, 0.0, palette.hover);
            }
            painter.hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, palette.line));
            if is_selected && shown.has_keys {
                painter.rect_stroke(rect.shrink(1.0), 2.0, Stroke::new(1.5, palette.accent), StrokeKind::Inside);
            }
            if response.clicked() {
                shown.selected = Some(row);
                focus::focus_pane(ui, self.salt);
            }
            if response.double_clicked() {
                let mut right = rect.left();
                let x = response.interact_pointer_pos().map_or(right, |at| at.x);
                let column = widths.iter().position(|width| {
                    right += width;
                    x < right
                });
                shown.opened = Some((row, column));
            }
            if rows.has_hint(row) {
                hinted.push((response, row));
            }
        }
    }

    fn cells(&self, mut line: TableRow<'_, '_>, state: &TableState, rows: &mut impl Rows) {
        let place = line.index();
        let row = state.row(place);
        for (column, head) in self.columns.iter().enumerate() {
            let align = if head.is_number { Align::Max } else { Align::Min };
            let (_, response) = line.col(|ui| {
                ui.spacing_mut().item_spacing = vec2(space::S, 6.0);
                rows.cell(ui, row, column, align);
            });
            response.widget_info(|| {
                let (heading, text) = (head.heading(), rows.text(row, column));
                let name = if text.is_empty() { heading } else { format!("{heading}: {text}") };
                WidgetInfo::labeled(Role::Cell, true, name)
            });
            response.ctx.accesskit_node_builder(response.id, |node| {
                node.set_row_index(place + 1);
                node.set_column_index(column);
            });
        }
    }
}

/// The width of a column's content, by its longest texts; zero without any.
fn content(ui: &Ui, rows: &impl Rows, column: usize) -> f32 {
    /// Of texts of nearly the same length, the widest isn't the longest.
    const LAID_OUT: usize = 4;
    let (count, step) = (rows.count(), rows.count().div_ceil(MEASURED).max(1));
    let mut texts: Vec<_> = (0..count).step_by(step).map(|row| rows.measured(row, column)).collect();
    texts.sort_by_key(|text| std::cmp::Reverse(text.chars().count()));
    texts.into_iter().take(LAID_OUT).map(|text| wide(ui, text, theme::body_strong())).fold(0.0, f32::max)
}
