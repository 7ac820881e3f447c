//! Places in a grid, keyboard movement between them, and the selected range.
//!
//! Depends on the number of rows and columns only, not on their content or the toolkit.

use std::ops::Range;

use crate::project::Axis;

/// Number of rows and columns.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Size {
    pub rows: usize,
    pub columns: usize,
}

/// A place that can be clicked, hovered or active.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Spot {
    Cell {
        row: usize,
        column: usize,
    },
    /// A row's heading.
    Row(usize),
    /// A column's heading.
    Column(usize),
    /// The control below the last row that adds a row.
    AddRow,
    /// The control right of the last column that adds a column.
    AddColumn,
}

/// A direction of the arrow keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    Up,
    Down,
    Left,
    Right,
}

/// How far a key moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// To the adjacent place.
    One,
    /// By one screenful.
    Page,
    /// To the first or last of the row or column.
    End,
}

impl Spot {
    /// Clamps to a grid of that size.
    fn within(self, size: Size) -> Self {
        let last = |count: usize| count.checked_sub(1);
        match (self, last(size.rows), last(size.columns)) {
            (Self::Cell { row, column }, Some(rows), Some(columns)) => {
                Self::Cell { row: row.min(rows), column: column.min(columns) }
            }
            (Self::Cell { row, .. } | Self::Row(row), Some(rows), _) => Self::Row(row.min(rows)),
            (Self::Cell { column, .. } | Self::Column(column), _, Some(columns)) => Self::Column(column.min(columns)),
            (Self::Cell { .. } | Self::Row(_), None, _) | (Self::AddRow, ..) => Self::AddRow,
            (Self::Column(_), _, None) | (Self::AddColumn, ..) => Self::AddColumn,
        }
    }

    /// The place that an arrow key leads to. Headings come before the first cell, the controls for adding after the last
    /// heading.
    fn neighbour(self, direction: Direction, size: Size) -> Self {
        use Direction::{Down, Left, Right, Up};
        let next = match (self, direction) {
            (Self::Cell { row: 0, column }, Up) => Self::Column(column),
            (Self::Cell { row, column: 0 }, Left) => Self::Row(row),
            (Self::Cell { row, column }, Up) => Self::Cell { row: row - 1, column },
            (Self::Cell { row, column }, Left) => Self::Cell { row, column: column - 1 },
            (Self::Cell { row, column }, Down) => Self::Cell { row: row + 1, column },
            (Self::Cell { row, column }, Right) => Self::Cell { row, column: column + 1 },
            (Self::Row(row), Up) => Self::Row(row.saturating_sub(1)),
            (Self::Row(row), Down) if row + 1 >= size.rows => Self::AddRow,
            (Self::Row(row), Down) => Self::Row(row + 1),
            (Self::Row(_), Right) if size.columns == 0 => Self::AddColumn,
            (Self::Row(row), Right) => Self::Cell { row, column: 0 },
            (Self::Column(column), Left) => Self::Column(column.saturating_sub(1)),
            (Self::Column(column), Right) if column + 1 >= size.columns => Self::AddColumn,
            (Self::Column(column), Right) => Self::Column(column + 1),
            (Self::Column(_), Down) if size.rows == 0 => Self::AddRow,
            (Self::Column(column), Down) => Self::Cell { row: 0, column },
            (Self::AddRow, Up) if size.rows > 0 => Self::Row(size.rows - 1),
            (Self::AddRow, Up | Right) if size.rows == 0 => Self::AddColumn,
            (Self::AddColumn, Left) if size.columns > 0 => Self::Column(size.columns - 1),
            (Self::AddColumn, Left | Down) if size.columns == 0 => Self::AddRow,
            (stay, _) => stay,
        };
        next.within(size)
    }

    /// The place that a key leads to. `page` is the number of rows and columns in a screenful.
    #[must_use]
    pub fn go(self, direction: Direction, step: Step, page: Size, size: Size) -> Self {
        use Direction::{Down, Left, Right, Up};
        let (back, far) = match step {
            Step::One => return self.neighbour(direction, size),
            Step::Page => (page.rows.max(1), page.columns.max(1)),
            Step::End => (usize::MAX, usize::MAX),
        };
        let along =
            |at: usize, by: usize, forth: bool| if forth { at.saturating_add(by) } else { at.saturating_sub(by) };
        let next = match self {
            Self::Cell { row, column } => match direction {
                Up | Down => Self::Cell { row: along(row, back, direction == Down), column },
                Left | Right => Self::Cell { row, column: along(column, far, direction == Right) },
            },
            Self::Row(row) => match direction {
                Up | Down => Self::Row(along(row, back, direction == Down)),
                Right if size.columns > 0 => Self::Cell { row, column: along(0, far, true) },
                Left | Right => self,
            },
            Self::Column(column) => match direction {
                Left | Right => Self::Column(along(column, far, direction == Right)),
                Down if size.rows > 0 => Self::Cell { row: along(0, back, true), column },
                Up | Down => self,
            },
            Self::AddRow | Self::AddColumn => return self.neighbour(direction, size),
        };
        next.within(size)
    }

    /// The next (or previous) place of the same kind in reading order; `None` past the ends.
    pub fn following(self, forth: bool, size: Size) -> Option<Self> {
        let step = |at: usize| if forth { Some(at + 1) } else { at.checked_sub(1) };
        match self {
            Self::Cell { row, column } => {
                let at = step(row * size.columns + column).filter(|at| *at < size.rows * size.columns)?;
                Some(Self::Cell { row: at / size.columns, column: at % size.columns })
            }
            Self::Row(row) => {
                let row = step(row)?;
                Some(if row < size.rows { Self::Row(row) } else { Self::AddRow })
            }
            Self::Column(column) => {
                let column = step(column)?;
                Some(if column < size.columns { Self::Column(column) } else { Self::AddColumn })
            }
            Self::AddRow if forth && size.columns == 0 => Some(Self::AddColumn),
            Self::AddColumn if forth && size.rows == 0 => Some(Self::AddRow),
            Self::AddRow if !forth => size.rows.checked_sub(1).map(Self::Row),
            Self::AddColumn if !forth => size.columns.checked_sub(1).map(Self::Column),
            Self::AddRow | Self::AddColumn => None,
        }
    }

    fn is_like(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }
}

/// A range from an anchor to the active place: cells, whole rows or whole columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    anchor: Spot,
    active: Spot,
}

impl Default for Selection {
    fn default() -> Self {
        Self::at(Spot::Cell { row: 0, column: 0 })
    }
}

impl Selection {
    /// A single place.
    pub fn at(spot: Spot) -> Self {
        Self { anchor: spot, active: spot }
    }

    pub fn all(size: Size) -> Self {
        let last = Spot::Cell { row: size.rows.saturating_sub(1), column: size.columns.saturating_sub(1) };
        Self { anchor: Spot::Cell { row: 0, column: 0 }, active: last }.within(size)
    }

    /// The place that keys act on.
    pub fn active(self) -> Spot {
        self.active
    }

    /// True when more than the active place is selected.
    pub fn is_range(self) -> bool {
        self.anchor != self.active
    }

    /// Extends from the anchor to `spot`; unchanged if that is a place of another kind.
    #[must_use]
    pub fn extended(self, spot: Spot) -> Self {
        if self.anchor.is_like(spot) { Self { active: spot, ..self } } else { self }
    }

    /// Clamps to a grid of that size.
    #[must_use]
    pub fn within(self, size: Size) -> Self {
        let active = self.active.within(size);
        let anchor = self.anchor.within(size);
        Self { anchor: if anchor.is_like(active) { anchor } else { active }, active }
    }

    /// Follows rows or columns that moved from one place to another.
    #[must_use]
    pub fn moved(self, axis: Axis, from: usize, to: usize) -> Self {
        let along = |at: usize| (at + to).saturating_sub(from);
        let shift = |spot| match (spot, axis) {
            (Spot::Cell { row, column }, Axis::Product) => Spot::Cell { row: along(row), column },
            (Spot::Cell { row, column }, Axis::Customer) => Spot::Cell { row, column: along(column) },
            (Spot::Row(row), Axis::Product) => Spot::Row(along(row)),
            (Spot::Column(column), Axis::Customer) => Spot::Column(along(column)),
            (stay, _) => stay,
        };
        Self { anchor: shift(self.anchor), active: shift(self.active) }
    }

    pub fn rows(self, size: Size) -> Range<usize> {
        match (self.anchor, self.active) {
            (Spot::Cell { row: a, .. }, Spot::Cell { row: b, .. }) | (Spot::Row(a), Spot::Row(b)) => {
                span(a, b, size.rows)
            }
            (_, Spot::Column(_)) => 0..size.rows,
            _ => 0..0,
        }
    }

    pub fn columns(self, size: Size) -> Range<usize> {
        match (self.anchor, self.active) {
            (Spot::Cell { column: a, .. }, Spot::Cell { column: b, .. }) | (Spot::Column(a), Spot::Column(b)) => {
                span(a, b, size.columns)
            }
            (_, Spot::Row(_)) => 0..size.columns,
            _ => 0..0,
        }
    }

    /// True if the place is in the range.
    pub fn contains(self, spot: Spot, size: Size) -> bool {
        match spot {
            Spot::Cell { row, column } => self.rows(size).contains(&row) && self.columns(size).contains(&column),
            Spot::Row(row) => matches!(self.active, Spot::Row(_)) && self.rows(size).contains(&row),
            Spot::Column(column) => matches!(self.active, Spot::Column(_)) && self.columns(size).contains(&column),
            Spot::AddRow | Spot::AddColumn => self.active == spot,
        }
    }
}

fn span(a: usize, b: usize, count: usize) -> Range<usize> {
    a.min(b).min(count)..(a.max(b) + 1).min(count)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Direction::{Down, Left, Right, Up};
    use proptest::prelude::*;

    const SIZE: Size = Size { rows: 3, columns: 4 };
    const PAGE: Size = Size { rows: 2, columns: 2 };

    fn cell(row: usize, column: usize) -> Spot {
        Spot::Cell { row, column }
    }

    #[test]
    fn arrows_reach_headings_and_the_places_to_add() {
        for (from, direction, to) in [
            (cell(0, 2), Up, Spot::Column(2)),
            (cell(1, 0), Left, Spot::Row(1)),
            (cell(2, 3), Down, cell(2, 3)),
            (Spot::Row(1), Right, cell(1, 0)),
            (Spot::Row(2), Down, Spot::AddRow),
            (Spot::Column(3), Right, Spot::AddColumn),
            (Spot::AddRow, Up, Spot::Row(2)),
            (Spot::AddColumn, Left, Spot::Column(3)),
        ] {
            assert_eq!(from.go(direction, Step::One, PAGE, SIZE), to, "{from:?} {direction:?}");
        }
        let empty = Size::default();
        assert_eq!(Spot::AddRow.go(Up, Step::One, PAGE, empty), Spot::AddColumn);
        assert_eq!(Spot::AddColumn.go(Down, Step::One, PAGE, empty), Spot::AddRow);
    }

    #[test]
    fn tab_reads_on_and_stops_at_the_ends() {
        assert_eq!(cell(0, 3).following(true, SIZE), Some(cell(1, 0)));
        assert_eq!(cell(1, 0).following(false, SIZE), Some(cell(0, 3)));
        assert_eq!(cell(2, 3).following(true, SIZE), None);
        assert_eq!(cell(0, 0).following(false, SIZE), None);
        assert_eq!(Spot::Row(2).following(true, SIZE), Some(Spot::AddRow));
    }

    #[test]
    fn a_range_covers_from_its_beginning() {
        let range = Selection::at(cell(2, 1)).extended(cell(1, 3));
        assert_eq!((range.rows(SIZE), range.columns(SIZE)), (1..3, 1..4));
        let rows = Selection::at(Spot::Row(0)).extended(Spot::Row(1));
        assert_eq!((rows.rows(SIZE), rows.columns(SIZE)), (0..2, 0..4));
        assert!(rows.contains(cell(1, 2), SIZE) && !rows.contains(Spot::Column(0), SIZE));
        assert_eq!(rows.extended(cell(2, 2)), rows, "rows and cells don't mix");
        let all = Selection::all(SIZE);
        assert_eq!((all.rows(SIZE), all.columns(SIZE)), (0..3, 0..4));
    }

    fn spots() -> impl Strategy<Value = Spot> {
        prop_oneof![
            (0_usize..9, 0_usize..9).prop_map(|(row, column)| cell(row, column)),
            (0_usize..9).prop_map(Spot::Row),
            (0_usize..9).prop_map(Spot::Column),
            Just(Spot::AddRow),
            Just(Spot::AddColumn),
        ]
    }

    proptest! {
        #[test]
        fn stays_inside(from in spots(), to in spots(), rows in 0_usize..5, columns in 0_usize..5, steps in prop::collection::vec((0..4_u8, 0..3_u8), 0..20)) {
            let size = Size { rows, columns };
            let mut selection = Selection::at(from).extended(to).within(size);
            for (direction, step) in steps {
                let direction = [Up, Down, Left, Right][direction as usize];
                let step = [Step::One, Step::Page, Step::End][step as usize];
                let spot = selection.active().go(direction, step, PAGE, size);
                prop_assert_eq!(spot, spot.within(size), "leads to what exists");
                selection = if rows % 2 == 0 { Selection::at(spot) } else { selection.extended(spot) };
                prop_assert!(selection.rows(size).end <= rows && selection.columns(size).end <= columns);
            }
        }
    }
}
