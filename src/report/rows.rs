//! Builds a table from rows: a line per column, with its heading and the cell of a row.

use std::borrow::Cow;

use super::document::{Align, Cell, Column, Depth, Table, Unit};
use crate::analysis::channels::Spread;
use crate::project::field::{self, FieldValue, OneOf, Record, Shape};
use crate::project::{End, Estimate};
use crate::text::Text;

/// A table in the making. The last column can be changed by what follows it.
pub(super) struct Rows<'a, R> {
    rows: &'a [R],
    pub text: &'a Text,
    pub table: Table,
}

impl<'a, R> Rows<'a, R> {
    /// `name` is the text key of the table's name.
    pub fn new(key: &'static str, name: &'static str, rows: &'a [R], text: &'a Text) -> Self {
        let table = Table {
            key,
            name: text.get(name).to_owned(),
            columns: Vec::new(),
            rows: rows.len(),
            frozen: 0,
            sums: 0,
            legend: Vec::new(),
            scatter: None,
            depth: Depth::Brief,
            is_record: false,
        };
        Self { rows, text, table }
    }

    /// A column with any cells and a heading of its own.
    pub fn push(
        mut self,
        key: impl Into<Cow<'static, str>>,
        heading: String,
        (unit, align, width): (Unit, Align, f64),
        cell: impl Fn(&R) -> Cell,
    ) -> Self {
        self.table.columns.push(Column {
            group: "",
            key: key.into(),
            heading,
            unit,
            align,
            width,
            turned: false,
            depth: Depth::Brief,
            cells: self.rows.iter().map(cell).collect(),
        });
        self
    }

    fn heading(&self, key: &str) -> String {
        capital(self.text.get(key))
    }

    /// Any cells on the left, under the heading of that text key.
    pub fn left(self, key: &'static str, heading: &str, width: f64, cell: impl Fn(&R) -> Cell) -> Self {
        let heading = self.heading(heading);
        self.push(key, heading, (Unit::None, Align::Left, width), cell)
    }

    pub fn text(self, key: &'static str, heading: &str, width: f64, words: impl Fn(&R) -> String) -> Self {
        self.left(key, heading, width, |row| Cell::text(words(row)))
    }

    /// A number or the reason for none.
    pub fn right(self, key: &'static str, heading: &str, cell: impl Fn(&R) -> Cell) -> Self {
        let heading = self.heading(heading);
        self.push(key, heading, (Unit::None, Align::Right, 14.0), cell)
    }

    /// A computed number, without the noise of floating point.
    pub fn number(self, key: &'static str, heading: &str, decimals: usize, number: impl Fn(&R) -> Option<f64>) -> Self {
        self.right(key, heading, |row| Cell::of(Unit::None, number(row).map(rounded), decimals))
    }

    /// A computed amount.
    pub fn money(self, key: &'static str, heading: &str, amount: impl Fn(&R) -> Option<f64>) -> Self {
        self.right(key, heading, |row| Cell::of(Unit::Money, amount(row).map(rounded), 0)).unit(Unit::Money)
    }

    /// A computed share of 1.
    pub fn share(self, key: &'static str, heading: &str, share: impl Fn(&R) -> Option<f64>) -> Self {
        self.right(key, heading, |row| Cell::of(Unit::Share, share(row).map(rounded), 0)).unit(Unit::Share)
    }

    /// A computed range as three columns; people see its ends only where they differ.
    pub fn spread(
        self,
        key: &'static str,
        heading: &str,
        unit: Unit,
        decimals: usize,
        spread: impl Fn(&R) -> Option<Spread>,
    ) -> Self {
        self.range(key, heading, unit, decimals, |row| spread(row).map(rounded_spread))
    }

    /// A range as three columns, with all digits.
    pub fn range(
        self,
        key: &'static str,
        heading: &str,
        unit: Unit,
        decimals: usize,
        spread: impl Fn(&R) -> Option<Spread>,
    ) -> Self {
        let cell = |number| Cell::of(unit, number, decimals);
        self.ends(key, heading, unit, |row| match spread(row) {
            Some(all) if all.is_range() => [all.low, all.likely, all.high].map(cell),
            Some(all) => [Cell::Implied(all.low), cell(all.likely), Cell::Implied(all.high)],
            None => [Cell::Blank, Cell::Blank, Cell::Blank],
        })
    }

    /// Three columns for low, likely and high.
    pub fn ends(mut self, key: &'static str, heading: &str, unit: Unit, cells: impl Fn(&R) -> [Cell; 3]) -> Self {
        let what = self.heading(heading);
        let [low, high] = ["report-low", "report-high"].map(|key| self.text.with(key, "what", what.as_str()));
        let depths = [Depth::Full, Depth::Brief, Depth::Full];
        for (at, (name, heading)) in [("low", low), ("likely", what), ("high", high)].into_iter().enumerate() {
            let shape = (unit, Align::Right, 14.0);
            self = self.push(name, heading, shape, |row| cells(row)[at].clone());
            self = self.last(|column| (column.group, column.depth) = (key, depths[at]));
        }
        self
    }

    /// A column for each field of a record that has none yet, with all digits: a new field is in every table of its record.
    /// The name is left to the caller, who has words for an empty one.
    pub fn fields<T: Record>(self, record: impl Fn(&R) -> &T) -> Self {
        self.fields_of(T::TABLE, record)
    }

    /// The same for records of more than one table.
    pub fn fields_of<T>(mut self, table: &'static field::Table<T>, record: impl Fn(&R) -> &T) -> Self {
        for field in table.fields {
            let name = field.name;
            let is_there =
                |column: &Column| name.name == if column.group.is_empty() { &column.key } else { column.group };
            if name.name == "name" || self.table.columns.iter().any(is_there) {
                continue;
            }
            let text = self.text;
            let shape = field.info().shape;
            let cell = |row: &R| field_cell(field.get(record(row)), shape, text);
            self = match shape {
                Shape::Range(unit) => self.ends(name.name, name.key, Unit::of(unit), |row| {
                    let FieldValue::Range(estimate) = field.get(record(row)) else { return [const { Cell::Blank }; 3] };
                    estimate_cells(&estimate, Unit::of(unit))
                }),
                Shape::Number(unit, _) => self.right(name.name, name.key, cell).unit(Unit::of(unit)),
                Shape::Level(..) => self.right(name.name, name.key, cell),
                Shape::Text => self.left(name.name, name.key, 50.0, cell),
                Shape::Choice(_) | Shape::Open(_) => self.left(name.name, name.key, 20.0, cell),
            };
            self = self.full();
        }
        self
    }

    /// A column for programs only.
    pub fn data(self, key: &'static str, cell: impl Fn(&R) -> Cell) -> Self {
        self.push(key, String::new(), (Unit::None, Align::Left, 0.0), cell).depth(Depth::Data)
    }

    fn last(mut self, change: impl FnOnce(&mut Column)) -> Self {
        if let Some(column) = self.table.columns.last_mut() {
            change(column);
        }
        self
    }

    /// Of the last column, or the last range.
    fn depth(mut self, depth: Depth) -> Self {
        let group = self.table.columns.last().map_or("", |column| column.group);
        let many = if group.is_empty() { 1 } else { usize::MAX };
        let same = self.table.columns.iter_mut().rev().take(many).take_while(|column| column.group == group);
        same.for_each(|column| column.depth = depth);
        self
    }

    /// The last column is left out where there is little room.
    pub fn full(self) -> Self {
        self.depth(Depth::Full)
    }

    /// The object in JSON that holds the last column.
    pub fn group(self, group: &'static str) -> Self {
        self.last(|column| column.group = group)
    }

    pub fn unit(self, unit: Unit) -> Self {
        self.last(|column| column.unit = unit)
    }

    pub fn align(self, align: Align) -> Self {
        self.last(|column| column.align = align)
    }

    pub fn width(self, width: f64) -> Self {
        self.last(|column| column.width = width)
    }

    /// More columns where a condition holds.
    pub fn when(self, condition: bool, more: impl FnOnce(Self) -> Self) -> Self {
        if condition { more(self) } else { self }
    }

    /// The first column names the rows.
    pub fn named(mut self) -> Table {
        self.table.frozen = 1;
        self.table
    }
}

impl Unit {
    fn of(unit: field::Unit) -> Self {
        match unit {
            field::Unit::Money => Self::Money,
            field::Unit::Share => Self::Share,
            _ => Self::None,
        }
    }
}

fn field_cell(value: FieldValue, shape: Shape, text: &Text) -> Cell {
    match (value, shape) {
        (FieldValue::Text(words), _) => Cell::text(&*words),
        (FieldValue::Number(number), Shape::Number(unit, _)) => {
            let decimals = if unit == field::Unit::Count { 0 } else { 2 };
            Cell::of(Unit::of(unit), number, decimals)
        }
        (FieldValue::Level(level), _) => Cell::of(Unit::None, level.map(f64::from), 0),
        (FieldValue::Choice(Some(name)), Shape::Choice(options) | Shape::Open(options)) => {
            let place = options.names.iter().position(|one| *one == name);
            let key = place.and_then(|place| options.keys.get(place)).unwrap_or(&name);
            Cell::Choice(name, text.get(key).to_owned())
        }
        _ => Cell::Blank,
    }
}

/// An end that isn't given is the likely figure.
fn estimate_cells(estimate: &Estimate, unit: Unit) -> [Cell; 3] {
    End::ALL.map(|end| match (end.of(estimate), estimate.likely) {
        (None, Some(likely)) => Cell::Implied(likely),
        (given, _) => Cell::of(unit, given, 2),
    })
}

/// A choice by its name in files and its words.
pub(super) fn choice<E: OneOf>(choice: E, text: &Text) -> Cell {
    let place = choice.place();
    let [name, key] = [E::OPTIONS.names, E::OPTIONS.keys].map(|all| all.get(place).copied().unwrap_or_default());
    Cell::Choice(name, text.get(key).to_owned())
}

/// The range of an estimate with a likely figure.
pub(super) fn estimate(estimate: Estimate) -> Option<Spread> {
    Spread::of(estimate)
}

/// The text with a capital first letter.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A computed number without the noise of floating point: 10 significant digits.
pub(super) fn rounded(value: f64) -> f64 {
    // The largest numbers would round to infinity; a sum of nothing is -0, and becomes 0.
    format!("{value:.9e}").parse().ok().filter(|rounded: &f64| rounded.is_finite()).unwrap_or(value) + 0.0
}

pub(super) fn rounded_spread(spread: Spread) -> Spread {
    Spread { low: rounded(spread.low), likely: rounded(spread.likely), high: rounded(spread.high) }
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "the very number is meant")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn floating_point_noise_is_removed() {
        for (value, without) in [
            (1_330.000_000_000_000_2, 1330.0),
            (2_083.333_333_333_333_5, 2_083.333_333),
            (0.1 + 0.2, 0.3),
            (-1.0 / 3.0, -0.333_333_333_3),
            (0.0, 0.0),
            (f64::MAX, f64::MAX),
        ] {
            assert_eq!(rounded(value), without);
        }
    }

    proptest! {
        #[test]
        fn ten_digits_stay(value in proptest::num::f64::NORMAL) {
            let near = rounded(value);
            prop_assert!((near - value).abs() <= value.abs() * 5.1e-10);
            prop_assert_eq!(rounded(near), near);
        }
    }
}
