//! Where everything stands in a sheet: columns of different widths, rows of one height, a frozen first column.

use std::ops::Range;
use std::rc::Rc;

use eframe::egui::{Pos2, Rect, Vec2, pos2, vec2};

use crate::ui::widgets::grid::tree::Places;
use crate::ui::widgets::grid::{Size, Spot};

/// The geometry of a sheet in one frame, in points.
#[derive(Debug, Clone)]
pub struct Geometry {
    pub area: Rect,
    /// Width of the frozen column and height of the headings.
    pub head: Vec2,
    /// Height of the upper line of the headings, which names groups of columns.
    pub groups: f32,
    /// The left edges of the columns from the first one's, and where the last one ends.
    pub edges: Rc<[f32]>,
    pub row: f32,
    pub rows: usize,
    pub offset: Vec2,
    /// Width of the control that adds a column and height of the one that adds a row; zero where there is none.
    pub add: Vec2,
}

impl Geometry {
    pub fn content(&self) -> Vec2 {
        self.head + vec2(self.end(), self.rows as f32 * self.row) + self.add
    }

    fn end(&self) -> f32 {
        self.edges.last().copied().unwrap_or_default()
    }

    /// Sets the scroll offset, clamped to the content.
    #[must_use]
    pub fn scrolled(self, offset: Vec2) -> Self {
        Self { offset: offset.clamp(Vec2::ZERO, (self.content() - self.area.size()).max(Vec2::ZERO)), ..self }
    }

    pub fn body(&self) -> Rect {
        Rect::from_min_max((self.area.min + self.head).min(self.area.max), self.area.max)
    }

    pub fn row_band(&self) -> Rect {
        let body = self.body();
        Rect::from_min_max(pos2(self.area.left(), body.top()), pos2(body.left(), self.area.bottom()))
    }

    pub fn column_band(&self) -> Rect {
        let body = self.body();
        Rect::from_min_max(pos2(body.left(), self.area.top()), pos2(self.area.right(), body.top()))
    }

    pub fn corner(&self) -> Rect {
        Rect::from_min_max(self.area.min, self.body().min)
    }

    /// The left edge of a column, or the right one of the last.
    pub fn x(&self, column: usize) -> f32 {
        let edge = self.edges.get(column).copied().unwrap_or_else(|| self.end());
        self.area.left() + self.head.x + edge - self.offset.x
    }

    pub fn y(&self, row: usize) -> f32 {
        self.area.top() + self.head.y + row as f32 * self.row - self.offset.y
    }

    pub fn width(&self, column: usize) -> f32 {
        self.x(column + 1) - self.x(column)
    }

    /// The rectangle of a place, even when scrolled out of view. The control that adds a row is as wide as the frozen
    /// column.
    pub fn rect(&self, spot: Spot) -> Rect {
        let (left, top) = (self.area.left(), self.area.top());
        let column = |column: usize, top: f32, height: f32| {
            Rect::from_min_size(pos2(self.x(column), top), vec2(self.width(column), height))
        };
        match spot {
            Spot::Cell { row, column: place } => column(place, self.y(row), self.row),
            Spot::Row(row) => Rect::from_min_size(pos2(left, self.y(row)), vec2(self.head.x, self.row)),
            Spot::Column(place) => column(place, top + self.groups, self.head.y - self.groups),
            Spot::AddRow => Rect::from_min_size(pos2(left, self.y(self.rows)), vec2(self.head.x, self.add.y)),
            Spot::AddColumn => {
                Rect::from_min_size(pos2(self.x(self.columns_in_all()), top), vec2(self.add.x, self.head.y))
            }
        }
    }

    fn columns_in_all(&self) -> usize {
        self.edges.len().saturating_sub(1)
    }

    /// How many rows and columns fit on screen in full.
    pub fn page(&self) -> Size {
        let body = self.body();
        let columns = self.columns();
        Size { rows: (body.height() / self.row) as usize, columns: columns.len().saturating_sub(1).max(1) }
    }

    /// The place at a point on screen.
    pub fn hit(&self, at: Pos2) -> Option<Spot> {
        let body = self.body();
        if !self.area.contains(at) {
            return None;
        }
        let row = self.row_at(at.y);
        let column = self.column_at(at.x);
        let spot = match (at.x < body.left(), at.y < body.top()) {
            (true, true) => return None,
            (true, false) => row.map_or(Spot::AddRow, Spot::Row),
            (false, true) => column.map_or(Spot::AddColumn, Spot::Column),
            (false, false) => match row {
                Some(row) => Spot::Cell { row, column: column? },
                None => return None,
            },
        };
        self.rect(spot).contains(at).then_some(spot)
    }

    fn row_at(&self, y: f32) -> Option<usize> {
        let row = ((y - self.y(0)) / self.row).floor();
        (row >= 0.0 && (row as usize) < self.rows).then_some(row as usize)
    }

    fn column_at(&self, x: f32) -> Option<usize> {
        let along = x - self.x(0);
        let place = self.edges.partition_point(|edge| *edge <= along).checked_sub(1)?;
        (place < self.columns_in_all()).then_some(place)
    }

    /// The column whose right edge is at the point, in the headings.
    pub fn edge_at(&self, at: Pos2) -> Option<usize> {
        const NEAR: f32 = 4.0;
        if !self.column_band().expand2(vec2(NEAR, 0.0)).contains(at) {
            return None;
        }
        self.columns().find(|column| (self.x(column + 1) - at.x).abs() <= NEAR)
    }

    /// The cell nearest to a point, for a drag that leaves the cells.
    pub fn nearest_cell(&self, at: Pos2) -> Option<(usize, usize)> {
        let at = self.body().clamp(at);
        let row = (((at.y - self.y(0)) / self.row).max(0.0) as usize).min(self.rows.checked_sub(1)?);
        let last = self.columns_in_all().checked_sub(1)?;
        Some((row, self.column_at(at.x).unwrap_or(last)))
    }

    /// The scroll offset nearest to the current one at which a place is visible in full.
    pub fn offset_showing(&self, spot: Spot) -> Vec2 {
        let (body, rect) = (self.body(), self.rect(spot));
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
        self.clone().scrolled(offset).offset
    }
}

impl Places for Geometry {
    fn size(&self) -> Size {
        Size { rows: self.rows, columns: self.columns_in_all() }
    }

    fn rows(&self) -> Range<usize> {
        let from = (self.offset.y / self.row).max(0.0) as usize;
        let to = ((self.offset.y + self.body().height()) / self.row).ceil().max(0.0) as usize;
        from.min(self.rows)..to.min(self.rows)
    }

    fn columns(&self) -> Range<usize> {
        let (from, to) = (self.offset.x, self.offset.x + self.body().width());
        let all = self.columns_in_all();
        let first = self.edges.partition_point(|edge| *edge <= from).saturating_sub(1);
        first.min(all)..self.edges.partition_point(|edge| *edge < to).min(all)
    }

    fn visible_rect(&self, spot: Spot) -> Rect {
        let band = match spot {
            Spot::Cell { .. } => self.body(),
            Spot::Row(_) | Spot::AddRow => self.row_band(),
            Spot::Column(_) | Spot::AddColumn => self.column_band(),
        };
        self.rect(spot).intersect(band)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn geometry(widths: &[f32], rows: usize, size: Vec2) -> Geometry {
        let mut edges = vec![0.0];
        edges.extend(widths.iter().scan(0.0, |end, width| {
            *end += width;
            Some(*end)
        }));
        Geometry {
            area: Rect::from_min_size(pos2(10.0, 50.0), size),
            head: vec2(180.0, 60.0),
            groups: 20.0,
            edges: edges.into(),
            row: 28.0,
            rows,
            offset: Vec2::ZERO,
            add: vec2(36.0, 30.0),
        }
    }

    proptest! {
        #[test]
        fn a_place_is_hit_at_its_centre(
            widths in prop::collection::vec(40.0_f32..300.0, 0..20), rows in 0_usize..60, width in 300.0_f32..1500.0,
            height in 200.0_f32..900.0, x in 0.0_f32..1.0, y in 0.0_f32..1.0, row in 0_usize..60, column in 0_usize..20,
        ) {
            let geometry = geometry(&widths, rows, vec2(width, height));
            let offset = geometry.content() * vec2(x, y);
            let geometry = geometry.scrolled(offset);
            for spot in [Spot::Cell { row, column }, Spot::Row(row), Spot::Column(column), Spot::AddRow] {
                let exists = match spot {
                    Spot::Cell { row, column } => row < rows && column < widths.len(),
                    Spot::Row(row) => row < rows,
                    Spot::Column(column) => column < widths.len(),
                    _ => true,
                };
                let seen = geometry.visible_rect(spot);
                if exists && seen.width() > 1.0 && seen.height() > 1.0 {
                    prop_assert_eq!(geometry.hit(seen.center()), Some(spot));
                    if let Spot::Cell { row, column } = spot {
                        prop_assert!(geometry.rows().contains(&row) && geometry.columns().contains(&column));
                        prop_assert_eq!(geometry.nearest_cell(seen.center()), Some((row, column)));
                        let there = geometry.clone().scrolled(geometry.offset_showing(spot));
                        prop_assert!(there.rect(spot).left() >= there.body().left() - 0.5);
                    }
                }
            }
        }
    }
}
