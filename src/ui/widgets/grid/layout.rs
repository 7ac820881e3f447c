//! Geometry of the grid: sizes, positions, visible range, hit test.
//!
//! All lengths in points. Independent of the project and of painting.

use std::ops::Range;

use eframe::egui::{Pos2, Rect, Vec2, pos2, vec2};

use super::{Size, Spot};

/// Limits of a grid's cell size, and the space for adding rows and columns.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// Minimum cell size.
    pub least: Vec2,
    /// Maximum cell size.
    pub most: Vec2,
    /// Zero where rows and columns can't be added.
    pub add: AddRoom,
}

/// Space for the controls that add a row or a column.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct AddRoom {
    /// Width of the control that adds a column: an icon.
    pub width: f32,
    /// Its width with a label, while there is no column.
    pub first_width: f32,
    /// Height of the control that adds a row.
    pub height: f32,
}

impl Room {
    fn add(self, size: Size) -> Vec2 {
        vec2(if size.columns == 0 { self.add.first_width } else { self.add.width }, self.add.height)
    }
}

/// Preferred sizes of the headings.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Wanted {
    /// Width of the longest row name on one line, with its padding and count.
    pub row_width: f32,
    /// Minimum width of the row headings.
    pub row_least: f32,
    /// Length of the longest column name on one line, with its padding and count.
    pub column_length: f32,
    /// Width of the longest word of a column name, with its padding.
    pub column_word: f32,
}

/// Column names are rotated in columns narrower than this, unless their words fit in even less.
const LEVEL: f32 = 72.0;

/// The geometry of a grid in one frame.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Layout {
    /// The grid's rectangle on screen, without scroll bars.
    pub area: Rect,
    /// Width of the row headings and height of the column headings.
    pub head: Vec2,
    pub cell: Vec2,
    pub size: Size,
    /// Scroll offset.
    pub offset: Vec2,
    /// Column names are rotated by 90°.
    pub turned: bool,
    room: Room,
}

impl Layout {
    /// Fits the grid into `outer`; a scroll bar takes `bar` of it where one is needed. Unless the column names are rotated,
    /// set the height of their headings with [`Self::with_head_height`].
    pub fn new(outer: Rect, bar: f32, size: Size, wanted: Wanted, room: Room) -> Self {
        let head_x = wanted.row_width.min((outer.width() * 0.32).min(380.0)).max(wanted.row_least).round();
        let add = room.add(size);
        let turned_y = wanted.column_length.clamp(96.0, (outer.height() * 0.38).clamp(96.0, 240.0)).round();
        // Scroll bars are decided with rotated headings, so that the rotation can't make them flicker.
        let scrolls_y = turned_y + size.rows as f32 * room.least.y + add.y > outer.height();
        let width = outer.width() - if scrolls_y { bar } else { 0.0 };
        let cell_x = share(width - head_x - add.x, size.columns, room.least.x, room.most.x);
        // As if it always scrolled, so that one row more or less doesn't rotate the names.
        let narrowest = share(outer.width() - bar - head_x - add.x, size.columns, room.least.x, room.most.x);
        let turned = size.columns > 0 && narrowest < wanted.column_word.min(LEVEL);
        let scrolls_x = head_x + add.x + size.columns as f32 * cell_x > width;
        let height = outer.height() - if scrolls_x { bar } else { 0.0 };
        let area = Rect::from_min_size(outer.min, vec2(width, height).max(Vec2::splat(1.0)));
        let layout = Self {
            area,
            head: vec2(head_x, turned_y),
            cell: vec2(cell_x, room.least.y),
            size,
            offset: Vec2::ZERO,
            turned,
            room,
        };
        layout.with_head_height(turned_y)
    }

    /// Sets the height of the column headings; the rows share the rest.
    #[must_use]
    pub fn with_head_height(mut self, height: f32) -> Self {
        self.head.y = height.round();
        let Room { least, most, add } = self.room;
        let most = if self.size.columns == 0 { least.y * 1.5 } else { most.y };
        self.cell.y = share(self.area.height() - self.head.y - add.height, self.size.rows, least.y, most);
        self
    }

    /// Sets the scroll offset, clamped to the content.
    #[must_use]
    pub fn scrolled(self, offset: Vec2) -> Self {
        Self { offset: offset.clamp(Vec2::ZERO, (self.content() - self.area.size()).max(Vec2::ZERO)), ..self }
    }

    /// Size of the content, including headings and the controls for adding.
    pub fn content(&self) -> Vec2 {
        let cells = vec2(self.size.columns as f32 * self.cell.x, self.size.rows as f32 * self.cell.y);
        self.head + cells + self.room.add(self.size)
    }

    /// The visible rectangle of the cells.
    pub fn body(&self) -> Rect {
        Rect::from_min_max((self.area.min + self.head).min(self.area.max), self.area.max)
    }

    /// The visible rectangle of the row headings.
    pub fn row_band(&self) -> Rect {
        let body = self.body();
        Rect::from_min_max(pos2(self.area.left(), body.top()), pos2(body.left(), self.area.bottom()))
    }

    /// The visible rectangle of the column headings.
    pub fn column_band(&self) -> Rect {
        let body = self.body();
        Rect::from_min_max(pos2(body.left(), self.area.top()), pos2(self.area.right(), body.top()))
    }

    /// The corner above the row headings and left of the column headings.
    pub fn corner(&self) -> Rect {
        Rect::from_min_max(self.area.min, self.body().min)
    }

    /// The left edge of a column.
    pub fn x(&self, column: usize) -> f32 {
        self.area.left() + self.head.x + column as f32 * self.cell.x - self.offset.x
    }

    /// The upper edge of a row.
    pub fn y(&self, row: usize) -> f32 {
        self.area.top() + self.head.y + row as f32 * self.cell.y - self.offset.y
    }

    /// The rectangle of a place, even when scrolled out of view.
    pub fn rect(&self, spot: Spot) -> Rect {
        let (left, top) = (self.area.left(), self.area.top());
        match spot {
            Spot::Cell { row, column } => Rect::from_min_size(pos2(self.x(column), self.y(row)), self.cell),
            Spot::Row(row) => Rect::from_min_size(pos2(left, self.y(row)), vec2(self.head.x, self.cell.y)),
            Spot::Column(column) => Rect::from_min_size(pos2(self.x(column), top), vec2(self.cell.x, self.head.y)),
            Spot::AddRow => {
                Rect::from_min_size(pos2(left, self.y(self.size.rows)), vec2(self.head.x, self.room.add.height))
            }
            Spot::AddColumn => {
                let width = self.room.add(self.size).x;
                Rect::from_min_size(pos2(self.x(self.size.columns), top), vec2(width, self.head.y))
            }
        }
    }

    /// The visible part of a place.
    pub fn visible_rect(&self, spot: Spot) -> Rect {
        let band = match spot {
            Spot::Cell { .. } => self.body(),
            Spot::Row(_) | Spot::AddRow => self.row_band(),
            Spot::Column(_) | Spot::AddColumn => self.column_band(),
        };
        self.rect(spot).intersect(band)
    }

    /// The rows that are at least partly visible.
    pub fn rows(&self) -> Range<usize> {
        visible(self.offset.y, self.body().height(), self.cell.y, self.size.rows)
    }

    /// The columns that are at least partly visible.
    pub fn columns(&self) -> Range<usize> {
        visible(self.offset.x, self.body().width(), self.cell.x, self.size.columns)
    }

    /// How many rows and columns fit on screen in full.
    pub fn page(&self) -> Size {
        let body = self.body().size();
        Size { rows: (body.y / self.cell.y) as usize, columns: (body.x / self.cell.x) as usize }
    }

    /// The place at a point on screen.
    pub fn hit(&self, at: Pos2) -> Option<Spot> {
        let body = self.body();
        if !self.area.contains(at) {
            return None;
        }
        let column = index(at.x - self.x(0), self.cell.x, self.size.columns);
        let row = index(at.y - self.y(0), self.cell.y, self.size.rows);
        let spot = match (at.x < body.left(), at.y < body.top()) {
            (true, true) => return None,
            (true, false) => row.map_or(Spot::AddRow, Spot::Row),
            (false, true) => column.map_or(Spot::AddColumn, Spot::Column),
            (false, false) => Spot::Cell { row: row?, column: column? },
        };
        self.rect(spot).contains(at).then_some(spot)
    }

    /// The cell nearest to a point, for a drag that leaves the cells.
    pub fn nearest_cell(&self, at: Pos2) -> Option<(usize, usize)> {
        let at = self.body().clamp(at);
        let along = |distance: f32, cell: f32, count: usize| {
            count.checked_sub(1).map(|last| ((distance / cell).max(0.0) as usize).min(last))
        };
        let row = along(at.y - self.y(0), self.cell.y, self.size.rows)?;
        Some((row, along(at.x - self.x(0), self.cell.x, self.size.columns)?))
    }

    /// The row boundary nearest to `y`, from 0 to the number of rows.
    pub fn row_gap(&self, y: f32) -> usize {
        gap(y - self.y(0), self.cell.y, self.size.rows)
    }

    /// The column boundary nearest to `x`, from 0 to the number of columns.
    pub fn column_gap(&self, x: f32) -> usize {
        gap(x - self.x(0), self.cell.x, self.size.columns)
    }

    /// The scroll offset nearest to the current one at which a place is visible in full.
    pub fn offset_showing(&self, spot: Spot) -> Vec2 {
        let body = self.body();
        let rect = self.rect(spot);
        let along = |offset: f32, from: f32, to: f32, low: f32, high: f32| {
            if from < low || to - from > high - low {
                offset + from - low
            } else if to > high {
                offset + to - high
            } else {
                offset
            }
        };
        let mut offset = self.offset;
        if !matches!(spot, Spot::Row(_) | Spot::AddRow) {
            offset.x = along(offset.x, rect.left(), rect.right(), body.left(), body.right());
        }
        if !matches!(spot, Spot::Column(_) | Spot::AddColumn) {
            offset.y = along(offset.y, rect.top(), rect.bottom(), body.top(), body.bottom());
        }
        self.scrolled(offset).offset
    }
}

/// `room` divided by `count`, rounded down and clamped to `low..=high`.
fn share(room: f32, count: usize, low: f32, high: f32) -> f32 {
    (room / count.max(1) as f32).floor().clamp(low, high)
}

fn visible(offset: f32, length: f32, cell: f32, count: usize) -> Range<usize> {
    let from = (offset / cell).max(0.0) as usize;
    let to = ((offset + length.max(0.0)) / cell).ceil().max(0.0) as usize;
    from.min(count)..to.min(count)
}

fn index(distance: f32, cell: f32, count: usize) -> Option<usize> {
    let index = (distance / cell).floor();
    (index >= 0.0 && (index as usize) < count).then_some(index as usize)
}

fn gap(distance: f32, cell: f32, count: usize) -> usize {
    ((distance / cell).round().max(0.0) as usize).min(count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ROOM: Room = Room {
        least: vec2(40.0, 28.0),
        most: vec2(190.0, 104.0),
        add: AddRoom { width: 40.0, first_width: 210.0, height: 34.0 },
    };

    fn layout(rows: usize, columns: usize, width: f32, height: f32) -> Layout {
        let wanted = Wanted { row_width: 220.0, row_least: 180.0, column_length: 180.0, column_word: 90.0 };
        Layout::new(
            Rect::from_min_size(pos2(10.0, 50.0), vec2(width, height)),
            10.0,
            Size { rows, columns },
            wanted,
            ROOM,
        )
    }

    #[test]
    fn nine_by_nine_fills_a_projector_with_names_that_run_level() {
        let layout = layout(9, 9, 1600.0, 900.0);
        assert!(!layout.turned);
        let content = layout.content();
        assert!(content.x <= layout.area.width() && content.x > layout.area.width() * 0.95, "{content}");
        assert!(content.y <= layout.area.height() && content.y > layout.area.height() * 0.95, "{content}");
    }

    #[test]
    fn a_large_matrix_keeps_cells_that_can_be_read() {
        let layout = layout(1000, 1000, 1600.0, 900.0);
        assert_eq!(layout.cell, ROOM.least);
        assert!(layout.turned);
        assert!(layout.rows().len() * layout.columns().len() < 1500, "visible is what fits on the screen");
        let end = layout.scrolled(Vec2::splat(1e9));
        assert_eq!((end.rows().end, end.columns().end), (1000, 1000));
    }

    proptest! {
        #[test]
        fn rows_don_t_rotate_the_names(columns in 1_usize..30, width in 300.0_f32..2000.0, rows in 1_usize..60) {
            let turned = layout(rows, columns, width, 600.0).turned;
            prop_assert_eq!(layout(rows + 1, columns, width, 600.0).turned, turned);
            prop_assert!(!turned || layout(rows, columns, width, 600.0).cell.x < LEVEL + 10.0);
        }

        #[test]
        fn a_place_is_hit_at_its_centre(
            rows in 0_usize..40, columns in 0_usize..40, width in 300.0_f32..2000.0, height in 200.0_f32..1200.0,
            x in 0.0_f32..1.0, y in 0.0_f32..1.0, row in 0_usize..40, column in 0_usize..40,
        ) {
            let layout = layout(rows, columns, width, height);
            let layout = layout.scrolled(layout.content() * vec2(x, y));
            for spot in [Spot::Cell { row, column }, Spot::Row(row), Spot::Column(column), Spot::AddRow, Spot::AddColumn] {
                let exists = match spot {
                    Spot::Cell { row, column } => row < rows && column < columns,
                    Spot::Row(row) => row < rows,
                    Spot::Column(column) => column < columns,
                    Spot::AddRow | Spot::AddColumn => true,
                };
                let seen = layout.visible_rect(spot);
                if exists && seen.width() > 1.0 && seen.height() > 1.0 {
                    prop_assert_eq!(layout.hit(seen.center()), Some(spot));
                    if let Spot::Cell { row, column } = spot {
                        prop_assert!(layout.rows().contains(&row) && layout.columns().contains(&column));
                        prop_assert_eq!(layout.nearest_cell(seen.center()), Some((row, column)));
                    }
                }
            }
        }

        #[test]
        fn scrolling_to_a_place_shows_it(rows in 1_usize..200, columns in 1_usize..200, row in 0_usize..200, column in 0_usize..200, x in 0.0_f32..1.0, y in 0.0_f32..1.0) {
            let layout = layout(rows, columns, 900.0, 600.0);
            let layout = layout.scrolled(layout.content() * vec2(x, y));
            let spot = Spot::Cell { row: row % rows, column: column % columns };
            let there = layout.scrolled(layout.offset_showing(spot));
            prop_assert!(there.body().expand(0.51).contains_rect(there.rect(spot)));
        }
    }
}
