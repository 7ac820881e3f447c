//! Tables of rows: resizable and sortable columns, a selected row, keys, accessible rows and cells.
//!
//! Draws visible rows only.

use std::borrow::Cow;
use std::cmp::Ordering;
use std::sync::Arc;

use eframe::egui::accesskit::SortDirection;
use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    Align, Align2, Color32, FontId, Galley, IdSalt, Key, Layout, Modifiers, Rect, Role, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};
use egui_extras::{TableBody, TableBuilder, TableRow};

use crate::ui::theme::{self, colors, icon, space};

use super::focus;

/// Space between a cell's edge and its text, in points.
pub const PAD: f32 = 8.0;
/// A table's columns fit themselves again when its width changes by this much.
const REFIT: f32 = 48.0;

/// A column of a table.
#[derive(Debug, Clone, Default)]
pub struct Column<'a> {
    pub name: Cow<'a, str>,
    /// A second line of the heading: what the figures are per.
    pub per: Cow<'a, str>,
    /// Tooltip of the heading.
    pub hint: Option<&'a str>,
    /// Minimum width, in points.
    pub least: f32,
    /// Its share of the width that is left over, relative to other columns.
    pub stretch: f32,
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

    /// The heading in one line.
    pub fn heading(&self) -> String {
        if self.per.is_empty() { self.name.to_string() } else { format!("{} {}", self.name, self.per) }
    }
}

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
        let least: f32 = self.columns.iter().map(|column| column.least).sum();
        let mut child = ui.new_child(UiBuilder::new().max_rect(area).id_salt(("table", self.salt)));
        if least + bar > area.width() {
            ScrollArea::horizontal().id_salt("across").auto_shrink(false).show(&mut child, |ui| {
                ui.set_width(least + bar);
                self.table(ui, state, rows, &mut shown);
            });
        } else {
            self.table(&mut child, state, rows, &mut shown);
        }
        ui.advance_cursor_after_rect(area);
        shown
    }

    fn keys(&self, ui: &mut Ui, area: Rect, state: &mut TableState, count: usize, shown: &mut Shown) {
        shown.has_keys = focus::pane_takes_keys(ui, self.salt, area, self.name);
        if !shown.has_keys || !self.keys || count == 0 {
            return;
        }
        let at = self.selected.map(|row| state.place(row));
        let page = ((area.height() - self.header_height()) / self.row).max(1.0) as usize;
        for (key, to) in [
            (Key::ArrowUp, at.map_or(0, |at| at.saturating_sub(1))),
            (Key::ArrowDown, at.map_or(0, |at| at + 1)),
            (Key::PageUp, at.map_or(0, |at| at.saturating_sub(page))),
            (Key::PageDown, at.map_or(0, |at| at + page)),
            (Key::Home, 0),
            (Key::End, count - 1),
        ] {
            if focus::pressed(ui, Modifiers::NONE, key) {
                shown.selected = Some(state.row(to.min(count - 1)));
                state.reveal = true;
            }
        }
        if let Some(row) = self.selected.filter(|_| focus::pressed(ui, Modifiers::NONE, Key::Enter)) {
            shown.opened = Some((row, None));
        }
    }

    fn header_height(&self) -> f32 {
        if self.columns.iter().any(|column| !column.per.is_empty()) { 40.0 } else { 26.0 }
    }

    fn table(&self, ui: &mut Ui, state: &mut TableState, rows: &mut impl Rows, shown: &mut Shown) {
        ui.spacing_mut().item_spacing = Vec2::ZERO;
        let width = ui.available_width() - ui.spacing().scroll.allocated_width();
        // Widths set by hand are kept for each width of the window.
        let salt = (self.salt, (width / REFIT) as u32);
        let least: f32 = self.columns.iter().map(|column| column.least).sum();
        let stretch: f32 = self.columns.iter().map(|column| column.stretch).sum();
        let spare = (width - least).max(0.0);
        // The id that `TableBuilder` gives an edge: it makes an `IdSalt` of the salt before it derives the id.
        let edge = ui.scope_id().with(IdSalt::new(salt)).with("resize_column");
        let is_fitted = |place: usize| ui.ctx().read_response(edge.with(place)).is_some_and(|it| it.double_clicked());
        let edges: Vec<_> = (0..self.columns.len()).map(is_fitted).collect();
        let mut table = TableBuilder::new(ui)
            .id_salt(salt)
            .resizable(true)
            .auto_shrink(false)
            .animate_scrolling(false)
            .min_scrolled_height(0.0)
            .sense(Sense::hover())
            .cell_layout(Layout::left_to_right(Align::Center));
        for (place, column) in self.columns.iter().enumerate() {
            let extra = if stretch > 0.0 { spare * column.stretch / stretch } else { 0.0 };
            let sized = if place + 1 == self.columns.len() && stretch > 0.0 {
                egui_extras::Column::remainder()
            } else {
                egui_extras::Column::initial(column.least + extra)
            };
            // A double click on a column's edge fits it to its content. `TableBuilder` looks for it under another id.
            let fits = edges.get(place).is_some_and(|edge| *edge);
            table = table.column(sized.at_least(column.least.min(48.0)).clip(true).auto_size_this_frame(fits));
        }
        if let Some(selected) = self.selected.filter(|_| std::mem::take(&mut state.reveal)) {
            table = table.scroll_to_row(state.place(selected), None);
        }
        let (height, sorted) = (self.header_height(), state.sorted(self.columns));
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
        table.body(|mut body| {
            self.lines(&mut body, state, rows, shown);
            body.rows(self.row, count, |line| self.cells(line, state, rows));
        });
    }

    /// The visible rows as widgets below their cells.
    fn lines(&self, body: &mut TableBody<'_>, state: &TableState, rows: &impl Rows, shown: &mut Shown) {
        let widths = body.widths().to_vec();
        let ui = body.ui_mut();
        let (start, clip) = (ui.available_rect_before_wrap().min, ui.clip_rect());
        let place = |y: f32| ((y - start.y) / self.row).max(0.0) as usize;
        let palette = colors(ui);
        for place in place(clip.top())..place(clip.bottom()).saturating_add(1).min(rows.count()) {
            let row = state.row(place);
            let at = start + vec2(0.0, self.row * place as f32);
            let rect = Rect::from_min_size(at, vec2(widths.iter().sum(), self.row));
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
                response.on_hover_ui(|ui| rows.hint(ui, row));
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

/// A heading. Returns whether a click asks to sort by it.
fn head(ui: &mut Ui, column: &Column, sort: Option<(usize, bool)>) -> bool {
    heading(ui, column, sort);
    let sense = if column.sorts { Sense::CLICK } else { Sense::hover() };
    let response = ui.interact(ui.max_rect(), ui.scope_id().with("heading"), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, column.heading()));
    if let Some((_, descending)) = sort {
        let direction = if descending { SortDirection::Descending } else { SortDirection::Ascending };
        ui.accesskit_node_builder(response.id, |node| node.set_sort_direction(direction));
    }
    let clicked = response.clicked();
    if let Some(hint) = column.hint {
        response.on_hover_text(hint);
    }
    clicked
}

/// The text of a heading, with the direction that is sorted by.
fn heading(ui: &mut Ui, column: &Column, sort: Option<(usize, bool)>) {
    let palette = colors(ui);
    let rect = ui.max_rect();
    ui.painter().rect_filled(rect, 0.0, palette.panel);
    let mark = sort.map(|(_, descending)| if descending { icon::DOWN } else { icon::UP });
    let name = mark.map_or_else(|| column.name.to_string(), |mark| format!("{} {mark}", column.name));
    let lines = [(name.as_str(), theme::small_strong(), palette.ink), (&*column.per, theme::small(), palette.muted)];
    let count = if column.per.is_empty() { 1 } else { 2 };
    let room = rect.width() - 2.0 * PAD;
    let mut y = rect.bottom() - 4.0 - 16.0 * count as f32;
    let mut used = 0.0_f32;
    for (text, font, color) in lines.into_iter().take(count) {
        let galley = cut(ui, text, font, color, if ui.is_sizing_pass() { f32::INFINITY } else { room });
        used = used.max(galley.size().x);
        let x = if column.is_number { rect.right() - PAD - galley.size().x } else { rect.left() + PAD };
        ui.painter().galley(pos2(x, y), galley, color);
        y += 16.0;
    }
    if ui.is_sizing_pass() {
        ui.allocate_space(vec2(used + 2.0 * PAD, rect.height()));
    }
}

/// Draws a cell's text on one line, cut short where there is no room. The tooltip then has the whole text.
pub fn words(ui: &mut Ui, text: &str, font: FontId, color: Color32, align: Align) {
    let rect = ui.available_rect_before_wrap().shrink2(vec2(PAD, 0.0));
    let galley = cut(ui, text, font, color, if ui.is_sizing_pass() { f32::INFINITY } else { rect.width() });
    let size = galley.size();
    if ui.is_sizing_pass() {
        ui.allocate_space(vec2(size.x + 2.0 * PAD, rect.height()));
        return;
    }
    let x = if align == Align::Max { rect.right() - size.x } else { rect.left() };
    let elided = galley.elided;
    ui.painter().galley(pos2(x, rect.center().y - size.y / 2.0), galley, color);
    if elided {
        ui.interact(rect, ui.scope_id().with("elided"), Sense::hover()).on_hover_text(text);
    }
}

/// Draws a sign in the middle of a rectangle.
pub fn sign(ui: &Ui, rect: Rect, sign: &str, color: Color32) {
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, sign, theme::body(), color);
}

/// Text on one line, cut short with an ellipsis where there is no room.
pub fn cut(ui: &Ui, text: &str, font: FontId, color: Color32, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(font, color));
    job.break_on_newline = false;
    job.wrap = TextWrapping::truncate_at_width(width.max(1.0));
    ui.painter().layout_job(job)
}
