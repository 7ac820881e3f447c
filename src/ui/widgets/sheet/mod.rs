//! A spreadsheet-like table: records as rows, attributes as columns, edited in place.
//!
//! The caller says what stands in the cells and puts what is typed into the project ([`Source`]); the sheet keeps
//! selection, widths, scrolling and the draft. Its cost follows what is visible. One frame goes: keys → layout → pointer
//! → paint → accessibility → field.

use std::collections::HashMap;
use std::rc::Rc;

use eframe::egui::scroll_area::{DragScroll, ScrollSource};
use eframe::egui::{Id, Memory, Rect, Response, ScrollArea, Sense, Tooltip, Ui, UiBuilder, Vec2, vec2};

use crate::ui::theme::space;
use crate::ui::widgets::focus;
use crate::ui::widgets::grid::tree::{self, Places, Request};
use crate::ui::widgets::grid::{Direction, Menu, Selection, Size, Spot, Step};

use cache::Cache;
use source::{FROZEN, LEAST};

mod access;
mod cache;
mod edit;
pub mod editor;
mod geometry;
mod keys;
mod paint;
mod pointer;
mod source;

pub use editor::{CellEditor, CellEnd};
pub use geometry::Geometry;
pub use keys::{Intent, KEYS};
pub use source::{Asked, Entry, SheetColumn, Source};

/// What the pressed button does.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
enum Drag {
    #[default]
    None,
    /// Extends the selection.
    Select,
    /// Changes the width of the column with that key: where it was pressed, and how wide the column was.
    Resize { key: u64, from: f32, width: f32 },
}

/// What a sheet keeps between frames.
#[derive(Debug, Default)]
pub struct Sheet {
    salt: &'static str,
    selection: Selection,
    /// The id of the active row, so that it stays active when rows change places.
    active: Option<u64>,
    scrolled: Vec2,
    reveal: Option<Spot>,
    /// Widths set by hand, by the keys of the columns.
    widths: HashMap<u64, f32>,
    editor: Option<(Spot, CellEditor)>,
    drag: Drag,
    menu: Menu,
    cache: Cache,
}

/// A sheet that has been drawn.
pub struct Drawn {
    pub response: Response,
    pub asked: Option<Asked>,
    /// The rectangle of each heading that may have a menu.
    pub geometry: Geometry,
}

/// Height of a row.
const ROW: f32 = 26.0;
/// Height of the line that names groups of columns, and of the headings below it.
const GROUPS: f32 = 22.0;
const HEADINGS: f32 = 40.0;

impl Sheet {
    pub fn new(salt: &'static str) -> Self {
        Self { salt, selection: Selection::at(Spot::Row(0)), ..Self::default() }
    }

    pub fn id(&self) -> Id {
        Id::unique(("sheet", self.salt))
    }

    fn size(source: &impl Source) -> Size {
        Size { rows: source.count(), columns: source.columns().len() }
    }

    /// The row that keys act on.
    pub fn active_row(&self) -> Option<usize> {
        match self.selection.active() {
            Spot::Cell { row, .. } | Spot::Row(row) => Some(row),
            _ => None,
        }
    }

    pub fn active_column(&self) -> Option<usize> {
        match self.selection.active() {
            Spot::Cell { column, .. } | Spot::Column(column) => Some(column),
            _ => None,
        }
    }

    /// The rows that are selected, of so many.
    pub fn rows(&self, size: Size) -> std::ops::Range<usize> {
        self.selection.rows(size)
    }

    /// Makes a row active and scrolls to it.
    pub fn select_row(&mut self, row: usize) {
        let spot = match self.selection.active() {
            Spot::Cell { column, .. } => Spot::Cell { row, column },
            _ => Spot::Row(row),
        };
        self.select(Selection::at(spot));
        self.active = None;
    }

    fn select(&mut self, selection: Selection) {
        self.selection = selection;
        self.reveal = Some(selection.active());
    }

    pub fn take_focus(&self, ui: &Ui) {
        let id = self.id();
        ui.memory_mut(|memory| memory.request_focus(id));
    }

    /// Applies what is being typed.
    pub fn commit(&mut self, source: &mut impl Source) {
        if let Some((spot, editor)) = self.editor.take()
            && let Err(fault) = self.apply(source, spot, editor.draft().to_owned())
        {
            source.refuse(fault);
        }
    }

    /// What [`Sheet::commit`] would write; a text that is refused is left out.
    pub fn drafts(&self, source: &mut impl Source) {
        if let Some((spot, editor)) = &self.editor {
            let _ = self.apply(source, *spot, editor.draft().to_owned());
        }
    }

    pub fn is_editing(&self) -> bool {
        self.editor.is_some()
    }

    /// Draws the sheet in the space that is left. `made_for` changes whenever a cell does.
    pub fn show(&mut self, ui: &mut Ui, source: &mut impl Source, made_for: u64) -> Drawn {
        self.follow(source);
        let outer = ui.available_rect_before_wrap();
        let mut geometry = self.lay_out(ui, source, outer);
        let id = self.id();
        let mut asked = None;
        if focus::is_free(ui) && self.editor.is_none() {
            self.take_focus(ui);
        }
        if ui.is_enabled() && ui.memory(Memory::focused) == Some(id) && self.editor.is_none() {
            keys::lock(ui, id);
            for intent in keys::intents(ui) {
                let was_open = self.menu.close();
                if !(was_open && intent == Intent::Escape) {
                    asked = self.carry_out(source, &geometry, intent).or(asked);
                }
            }
            geometry = self.lay_out(ui, source, outer);
        }
        // Fading would cover the names and the last cells.
        ui.spacing_mut().scroll.fade.strength = 0.0;
        let mut area = ScrollArea::both()
            .id_salt(self.salt)
            .auto_shrink(false)
            .content_margin(0.0)
            .animated(false)
            .scroll_source(ScrollSource { drag: DragScroll::Never, ..ScrollSource::default() });
        if let Some(spot) = self.reveal.take() {
            area = area.scroll_offset(geometry.offset_showing(spot));
        }
        let mut child = ui.new_child(UiBuilder::new().max_rect(outer));
        let (response, geometry) = area
            .show_viewport(&mut child, |ui, viewport| {
                let geometry = geometry.scrolled(viewport.min.to_vec2());
                ui.allocate_rect(Rect::from_min_size(ui.max_rect().min, geometry.content()), Sense::hover());
                let response = ui.interact(geometry.area, id, Sense::click_and_drag());
                asked = self.pointer(ui, &response, source, &geometry).or(asked);
                self.paint(ui, source, &geometry, &response, made_for);
                let names = access::Names { source: &*source, id };
                match tree::nodes(ui, id, source.title(), &geometry, self.selection, &names) {
                    Some(Request::Press(Spot::Column(column))) => asked = Some(Asked::Column(column)),
                    Some(Request::Press(Spot::AddColumn)) => asked = Some(Asked::AddColumn),
                    Some(Request::Press(Spot::AddRow)) => self.open(source, Spot::AddRow, None),
                    Some(Request::Press(spot) | Request::Activate(spot)) => {
                        self.select(Selection::at(spot));
                        response.request_focus();
                    }
                    None => {}
                }
                (response, geometry)
            })
            .inner;
        self.scrolled = geometry.offset;
        self.edit(ui, source, &geometry);
        self.hint(&response, source, &geometry);
        self.active = self.active_row().filter(|row| *row < source.count()).map(|row| source.id(row));
        if self.reveal.is_some() {
            // What was gone to after its part was drawn.
            ui.request_repaint();
        }
        ui.advance_cursor_after_rect(outer);
        Drawn { response, asked, geometry }
    }

    /// Draws the menu of a right click or Shift+F10; `items` returns what was chosen.
    pub fn menu<T>(&mut self, ui: &Ui, grid: &Response, items: impl FnOnce(&mut Ui) -> Option<T>) -> Option<T> {
        self.menu.show(ui, grid, items)
    }

    /// Keeps the same record active when rows have come, gone or changed places.
    fn follow(&mut self, source: &impl Source) {
        let size = Self::size(source);
        if let (Some(id), Some(row)) = (self.active, self.active_row())
            && (row >= size.rows || source.id(row) != id)
            && let Some(row) = (0..size.rows).find(|row| source.id(*row) == id)
        {
            self.selection = Selection::at(match self.selection.active() {
                Spot::Cell { column, .. } => Spot::Cell { row, column },
                _ => Spot::Row(row),
            });
        }
        self.selection = self.selection.within(size);
    }

    fn lay_out(&self, ui: &Ui, source: &impl Source, outer: Rect) -> Geometry {
        let mut edges = Vec::with_capacity(source.columns().len() + 1);
        let mut end = 0.0;
        edges.push(end);
        for column in source.columns() {
            end += self.widths.get(&column.key).copied().unwrap_or(column.width).max(LEAST).round();
            edges.push(end);
        }
        let add = vec2(
            if source.adds_column().is_some() { 40.0 } else { 0.0 },
            if source.adds_row().is_some() { ROW + 4.0 } else { 0.0 },
        );
        let names = self.widths.get(&FROZEN).copied().unwrap_or_else(|| source.names_width()).min(outer.width() * 0.4);
        let groups = if source.columns().iter().any(|column| !column.group.is_empty()) { GROUPS } else { 0.0 };
        let head = vec2(names, groups + HEADINGS);
        let bar = ui.spacing().scroll.allocated_width();
        let rows = source.count();
        let content = head + vec2(end, rows as f32 * ROW) + add;
        let bars =
            vec2(if content.y > outer.height() { bar } else { 0.0 }, if content.x > outer.width() { bar } else { 0.0 });
        let area = Rect::from_min_size(outer.min, (outer.size() - bars).max(Vec2::splat(1.0)));
        let edges: Rc<[f32]> = edges.into();
        Geometry { area, head, groups, edges, row: ROW, rows, offset: Vec2::ZERO, add }.scrolled(self.scrolled)
    }

    /// The whole text of a cell that is cut.
    fn hint(&self, response: &Response, source: &impl Source, geometry: &Geometry) {
        if self.editor.is_some() || self.menu.is_open() {
            return;
        }
        let Some(spot) = response.hover_pos().and_then(|at| geometry.hit(at)) else { return };
        let text = match spot {
            Spot::Cell { row, column } if !source.is_heading(row) => {
                let Some(text) = self.cache.cut(source.id(row), Some(column)) else { return };
                text
            }
            Spot::Row(row) => {
                let Some(text) = self.cache.cut(source.id(row), None) else { return };
                text
            }
            _ => return,
        };
        Tooltip::for_enabled(response).at_pointer().show(|ui| {
            ui.set_max_width(space::L * 24.0);
            ui.label(text);
        });
    }

    /// Moves the active place, and says nothing of it where there is none.
    fn step(&mut self, source: &impl Source, geometry: &Geometry, direction: Direction) {
        let size = Self::size(source);
        let from = self.selection.active();
        let to = match (from, direction) {
            // Sideways it reads on: from the name into the cells, and at the end of a row to the next.
            (Spot::Row(row), Direction::Right) if size.columns > 0 => Spot::Cell { row, column: 0 },
            (Spot::Cell { row, column }, Direction::Right) if column + 1 >= size.columns && row + 1 < size.rows => {
                Spot::Row(row + 1)
            }
            (Spot::Cell { row: 0, .. } | Spot::Row(0), Direction::Up) => from,
            _ => from.go(direction, Step::One, geometry.page(), size),
        };
        self.select(Selection::at(to));
    }
}

/// The visible part of the grid, for callers that open something beside a place.
pub fn visible_rect(geometry: &Geometry, spot: Spot) -> Rect {
    Places::visible_rect(geometry, spot)
}
