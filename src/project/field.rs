//! The fields of records, listed once.
//!
//! Every record that a person fills in (a channel, a criterion, a scenario …) has one [`Table`]: a row per field with
//! its name, its kind and its place in the struct. Whatever handles fields loops over that table: the file's reader and
//! writer, the checks, [`Command::Set`](super::Command::Set), forms, report columns, JSON and pasting. A field is added
//! by a struct field, a row here and a text `field-…` in each catalogue.
//!
//! For a reader: start from the blank record, look each name of the file up in [`Table::names`] and put the value in
//! with [`Field::set`]; a [`Need::Required`] field that is missing is a fault; then call [`Table::check`]. For a writer:
//! write the fields in the order of the table and leave out those that [`Field::is_written`] says needn't stand there.

use std::sync::Arc;

pub(crate) use super::name::field_name;
pub use super::name::{FieldName, key_of};
use super::{End, Estimate, Fault};

/// Where a value stands in a record.
pub struct At<T: 'static, V: 'static> {
    pub get: fn(&T) -> &V,
    pub get_mut: fn(&mut T) -> &mut V,
}

/// The place of a struct's field: `at!(name)`, `at!(figures.close_rate)`.
macro_rules! at {
    ($($field:ident).+) => {
        $crate::project::field::At { get: |it| &it.$($field).+, get_mut: |it| &mut it.$($field).+ }
    };
}

/// What a number counts. Every number is finite, and not negative unless it is a coordinate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// An amount in the project's currency.
    Money,
    /// A number of things: contacts, sales.
    Count,
    /// 0 to 1, shown as a percentage.
    Share,
    /// Above zero.
    Months,
    /// Compared with other weights only.
    Weight,
    /// 0 to 10, as a buyer sees it.
    Points,
    /// Degrees north of the equator, -90 to 90.
    Latitude,
    /// Degrees east of Greenwich, -180 to 180.
    Longitude,
}

impl Unit {
    /// The highest number of points.
    pub const MOST_POINTS: f64 = 10.0;
    /// The largest number: sums and products of a few stay exact enough, and far from infinity.
    pub const MOST: f64 = 1e15;

    /// Whether a number can stand in the field of that name.
    pub fn check(self, field: FieldName, number: f64) -> Result<(), Fault> {
        if !number.is_finite() {
            return Err(Fault::NotFinite(field));
        }
        let degrees = match self {
            Self::Latitude => Some(90),
            Self::Longitude => Some(180),
            _ => None,
        };
        if let Some(most) = degrees {
            return if number.abs() <= f64::from(most) { Ok(()) } else { Err(Fault::OffMap(field, most)) };
        }
        if number < 0.0 {
            return Err(Fault::Negative(field));
        }
        match self {
            Self::Share if number > 1.0 => Err(Fault::AboveOne(field)),
            Self::Points if number > Self::MOST_POINTS => Err(Fault::AboveTen(field)),
            Self::Months if number == 0.0 => Err(Fault::Zero(field)),
            _ if number > Self::MOST => Err(Fault::TooLarge(field)),
            _ => Ok(()),
        }
    }
}

/// Characters of a name: what is longer can't be shown in any list.
const MOST_NAME: usize = 2_000;
/// Characters of a note: about 30 pages, which every field still shows at once.
const MOST_NOTE: usize = 50_000;

/// The choices of an enum, in order; the first is the default.
#[derive(Debug, PartialEq, Eq)]
pub struct Options {
    /// The enum's name, as the file's format calls it.
    pub name: &'static str,
    /// The choices' names in the file.
    pub names: &'static [&'static str],
    /// The choices' keys in the text catalogue.
    pub keys: &'static [&'static str],
}

/// An enum of plain choices.
pub trait OneOf: Copy + Default + PartialEq + 'static {
    const OPTIONS: &'static Options;
    const VARIANTS: &'static [Self];

    /// Its place among [`OneOf::VARIANTS`].
    fn place(self) -> usize {
        Self::VARIANTS.iter().position(|one| *one == self).unwrap_or_default()
    }
}

/// Lists an enum's variants with their text keys, once: `ALL`, `key()` and its [`Options`].
macro_rules! options {
    ($choice:ident { $($variant:ident => $key:literal),+ $(,)? }) => {
        impl $choice {
            /// All, the default first.
            pub const ALL: [Self; [$($key),+].len()] = [$(Self::$variant),+];

            /// The key of its words in the text catalogue.
            pub fn key(self) -> &'static str {
                match self {
                    $(Self::$variant => $key),+
                }
            }
        }

        impl $crate::project::field::OneOf for $choice {
            const OPTIONS: &'static $crate::project::field::Options = &$crate::project::field::Options {
                name: stringify!($choice),
                names: &[$(stringify!($variant)),+],
                keys: &[$($key),+],
            };
            const VARIANTS: &'static [Self] = &Self::ALL;
        }
    };
}

/// Reads and writes a choice by its place among the [`Options`].
pub struct Picked<T: 'static> {
    /// It may be left open, and is blank then. Otherwise the first choice is the blank one.
    pub open: bool,
    pub get: fn(&T) -> Option<usize>,
    pub set: fn(&mut T, Option<usize>),
}

/// A choice: `choice!(owner: Owner)`; `choice!(figures.sales_from: Option<SalesFrom>)` where it may be left open.
macro_rules! choice {
    ($($field:ident).+ : Option<$choice:ty>) => {
        $crate::project::field::Kind::Choice(
            <$choice as $crate::project::field::OneOf>::OPTIONS,
            $crate::project::field::Picked {
                open: true,
                get: |it| it.$($field).+.map($crate::project::field::OneOf::place),
                set: |it, place| it.$($field).+ = place.and_then(|place| <$choice>::ALL.get(place).copied()),
            },
        )
    };
    ($($field:ident).+ : $choice:ty) => {
        $crate::project::field::Kind::Choice(
            <$choice as $crate::project::field::OneOf>::OPTIONS,
            $crate::project::field::Picked {
                open: false,
                get: |it| Some($crate::project::field::OneOf::place(it.$($field).+)),
                set: |it, place| {
                    it.$($field).+ = place.and_then(|place| <$choice>::ALL.get(place).copied()).unwrap_or_default();
                },
            },
        )
    };
}

/// What a field holds, and where.
pub enum Kind<T: 'static> {
    /// Blank when empty.
    Text(At<T, Arc<str>>),
    /// A text that is stored as none when it is empty.
    Note(At<T, Option<Arc<str>>>),
    /// A number that may be left out.
    Number(Unit, At<T, Option<f64>>),
    /// A number that is always there; clearing it brings back this default.
    Filled(Unit, At<T, f64>, f64),
    /// Low, likely and high.
    Range(Unit, At<T, Estimate>),
    /// One of a list, or none where the field may be left open.
    Choice(&'static Options, Picked<T>),
    /// One of a list, whose last choice stands for a text of the team's own.
    Open(&'static Options, fn(&T) -> FieldValue, fn(&mut T, FieldValue)),
    /// A whole number from the first to the second, or none; the last says which fault a number outside them is.
    Level(u8, u8, At<T, Option<u8>>, fn(u8) -> Fault),
}

/// Whether a field must stand in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Written when it isn't blank.
    Given,
    /// Always written; blank when a file lacks it.
    Always,
    /// Always written; a file that lacks it is refused.
    Required,
}

/// A row of a [`Table`].
pub struct Field<T: 'static> {
    pub name: FieldName,
    pub need: Need,
    pub kind: Kind<T>,
}

/// A field without its record's type, for what treats all records alike.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FieldInfo {
    pub name: FieldName,
    pub shape: Shape,
}

impl FieldInfo {
    /// What is edited by itself: the ends of a range, or the field as a whole.
    pub fn parts(self) -> &'static [Option<End>] {
        match self.shape {
            Shape::Range(_) => &[Some(End::Low), Some(End::Likely), Some(End::High)],
            _ => &[None],
        }
    }
}

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Shape {
    Text,
    /// A number; the default that stands in for an empty one, if there is one.
    Number(Unit, Option<f64>),
    Range(Unit),
    Choice(&'static Options),
    /// One of a list, whose last choice stands for a text.
    Open(&'static Options),
    /// A whole number from the first to the second, or none.
    Level(u8, u8),
}

/// A field's value.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldValue {
    Text(Arc<str>),
    Number(Option<f64>),
    Range(Estimate),
    /// The choice's name in the file.
    Choice(Option<&'static str>),
    Level(Option<u8>),
}

impl From<&str> for FieldValue {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for FieldValue {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<Arc<str>> for FieldValue {
    fn from(text: Arc<str>) -> Self {
        Self::Text(text)
    }
}

impl From<f64> for FieldValue {
    fn from(number: f64) -> Self {
        Self::Number(Some(number))
    }
}

impl From<Option<f64>> for FieldValue {
    fn from(number: Option<f64>) -> Self {
        Self::Number(number)
    }
}

impl From<Estimate> for FieldValue {
    fn from(estimate: Estimate) -> Self {
        Self::Range(estimate)
    }
}

impl From<Option<u8>> for FieldValue {
    fn from(level: Option<u8>) -> Self {
        Self::Level(level)
    }
}

impl<E: OneOf> From<E> for FieldValue {
    fn from(choice: E) -> Self {
        Self::Choice(E::OPTIONS.names.get(choice.place()).copied())
    }
}

/// The field doesn't take values of that kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WrongKind;

/// A fault of a record and the field it is in; for a range the end it is at, or none when all ends are meant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Wrong {
    pub fault: Fault,
    pub field: &'static str,
    pub end: Option<End>,
}

impl From<Wrong> for Fault {
    fn from(wrong: Wrong) -> Self {
        wrong.fault
    }
}

impl<T> Field<T> {
    pub fn info(&self) -> FieldInfo {
        let shape = match &self.kind {
            Kind::Text(_) | Kind::Note(_) => Shape::Text,
            Kind::Number(unit, _) => Shape::Number(*unit, None),
            Kind::Filled(unit, _, default) => Shape::Number(*unit, Some(*default)),
            Kind::Range(unit, _) => Shape::Range(*unit),
            Kind::Choice(options, _) => Shape::Choice(options),
            Kind::Open(options, ..) => Shape::Open(options),
            Kind::Level(low, high, ..) => Shape::Level(*low, *high),
        };
        FieldInfo { name: self.name, shape }
    }

    pub fn get(&self, record: &T) -> FieldValue {
        match &self.kind {
            Kind::Text(at) => FieldValue::Text((at.get)(record).clone()),
            Kind::Note(at) => FieldValue::Text((at.get)(record).clone().unwrap_or_default()),
            Kind::Number(_, at) => FieldValue::Number(*(at.get)(record)),
            Kind::Filled(_, at, _) => FieldValue::Number(Some(*(at.get)(record))),
            Kind::Range(_, at) => FieldValue::Range(*(at.get)(record)),
            Kind::Choice(options, at) => {
                FieldValue::Choice((at.get)(record).and_then(|place| options.names.get(place).copied()))
            }
            Kind::Open(_, get, _) => get(record),
            Kind::Level(_, _, at, _) => FieldValue::Level(*(at.get)(record)),
        }
    }

    /// Puts a value in. It isn't checked: see [`Field::check`].
    pub fn set(&self, record: &mut T, value: FieldValue) -> Result<(), WrongKind> {
        let place = |options: &Options, name| options.names.iter().position(|one| *one == name).ok_or(WrongKind);
        match (&self.kind, value) {
            (Kind::Text(at), FieldValue::Text(text)) => *(at.get_mut)(record) = text,
            (Kind::Note(at), FieldValue::Text(text)) => {
                *(at.get_mut)(record) = Some(text).filter(|text| !text.is_empty());
            }
            (Kind::Number(_, at), FieldValue::Number(number)) => *(at.get_mut)(record) = number,
            (Kind::Filled(_, at, default), FieldValue::Number(number)) => {
                *(at.get_mut)(record) = number.unwrap_or(*default);
            }
            (Kind::Range(_, at), FieldValue::Range(estimate)) => *(at.get_mut)(record) = estimate,
            (Kind::Choice(options, at), FieldValue::Choice(name)) => {
                let place = name.map(|name| place(options, name)).transpose()?;
                (at.set)(record, place);
            }
            (Kind::Open(.., set), FieldValue::Text(text)) => set(record, FieldValue::Text(text)),
            (Kind::Open(options, _, set), FieldValue::Choice(Some(name))) => {
                place(options, name)?;
                set(record, FieldValue::Choice(Some(name)));
            }
            (Kind::Level(_, _, at, _), FieldValue::Level(level)) => *(at.get_mut)(record) = level,
            _ => return Err(WrongKind),
        }
        Ok(())
    }

    /// Nothing is given. A number that is always there is never blank.
    pub fn is_blank(&self, record: &T) -> bool {
        match &self.kind {
            Kind::Text(at) => (at.get)(record).is_empty(),
            Kind::Note(at) => (at.get)(record).is_none(),
            Kind::Number(_, at) => (at.get)(record).is_none(),
            Kind::Filled(..) => false,
            Kind::Range(_, at) => (at.get)(record).is_blank(),
            Kind::Choice(_, at) => (at.get)(record).is_none_or(|place| !at.open && place == 0),
            Kind::Open(_, get, _) => matches!(get(record), FieldValue::Text(text) if text.is_empty()),
            Kind::Level(_, _, at, _) => (at.get)(record).is_none(),
        }
    }

    fn check_length(&self, text: &str, most: usize) -> Result<(), Wrong> {
        // Counting is needed only where there are more bytes than letters may be.
        if text.len() > most && text.chars().count() > most {
            return Err(Wrong { fault: Fault::TooLong(self.name, most), field: self.name.name, end: None });
        }
        Ok(())
    }

    /// It must stand in the file.
    pub fn is_written(&self, record: &T) -> bool {
        self.need != Need::Given || !self.is_blank(record)
    }

    /// Gives `to` the value that `from` has.
    pub fn copy(&self, from: &T, to: &mut T) {
        // A field takes what it gives.
        let _ = self.set(to, self.get(from));
    }

    /// Whether the value can stand in a project.
    pub fn check(&self, record: &T) -> Result<(), Wrong> {
        let wrong = |fault, end| Wrong { fault, field: self.name.name, end };
        let number = |unit: &Unit, number: Option<f64>, end| {
            number.map_or(Ok(()), |number| unit.check(self.name, number)).map_err(|fault| wrong(fault, end))
        };
        match &self.kind {
            Kind::Number(unit, at) => number(unit, *(at.get)(record), None),
            Kind::Filled(unit, at, _) => number(unit, Some(*(at.get)(record)), None),
            Kind::Range(unit, at) => {
                let estimate = (at.get)(record);
                End::ALL.iter().try_for_each(|end| number(unit, end.of(estimate), Some(*end)))?;
                if estimate.is_in_order() { Ok(()) } else { Err(wrong(Fault::OutOfOrder(self.name), None)) }
            }
            Kind::Level(low, high, at, fault) => match (at.get)(record) {
                Some(level) if !(low..=high).contains(&level) => Err(wrong(fault(*level), None)),
                _ => Ok(()),
            },
            Kind::Text(at) => self.check_length((at.get)(record), MOST_NAME),
            Kind::Note(at) => self.check_length((at.get)(record).as_deref().unwrap_or_default(), MOST_NOTE),
            Kind::Open(_, get, _) => match get(record) {
                FieldValue::Text(text) => self.check_length(&text, MOST_NAME),
                _ => Ok(()),
            },
            Kind::Choice(..) => Ok(()),
        }
    }
}

/// The fields of a record.
pub struct Table<T: 'static> {
    pub fields: &'static [Field<T>],
    /// All names that the record has in a file, in the order in which they are written: ids, fields, and what isn't a
    /// field, as the limits of a scenario.
    pub names: &'static [&'static str],
    /// What must hold between fields.
    pub rule: fn(&T) -> Result<(), Wrong>,
}

impl<T> Table<T> {
    pub fn find(&self, name: &str) -> Option<&'static Field<T>> {
        self.fields.iter().find(|field| field.name.name == name)
    }

    pub fn infos(&self) -> impl Iterator<Item = FieldInfo> + use<T> {
        self.fields.iter().map(Field::info)
    }

    /// The first fault in the order of the table.
    pub fn check(&self, record: &T) -> Result<(), Wrong> {
        self.fields.iter().try_for_each(|field| field.check(record))?;
        (self.rule)(record)
    }

    pub fn is_blank(&self, record: &T) -> bool {
        self.fields.iter().all(|field| field.is_blank(record))
    }
}

/// A record whose fields are listed.
pub trait Record: Sized + 'static {
    const TABLE: &'static Table<Self>;
}

/// A table: the ids before the fields, `name (need) => kind` a field, and what stands behind the fields in a file.
macro_rules! table {
    (
        ids [$($id:literal),*],
        $($name:literal $(($need:ident))? => $kind:expr,)*
        rest [$($rest:literal),*]
        $(, rule $rule:expr)?
    ) => {
        &$crate::project::field::Table {
            fields: &[$($crate::project::field::Field {
                name: field_name!($name),
                need: table!(@need $($need)?),
                kind: $kind,
            }),*],
            names: &[$($id,)* $($name,)* $($rest),*],
            rule: table!(@rule $($rule)?),
        }
    };
    (@need) => { $crate::project::field::Need::Given };
    (@need $need:ident) => { $crate::project::field::Need::$need };
    (@rule) => { |_| Ok(()) };
    (@rule $rule:expr) => { $rule };
}

pub(crate) use {at, choice, options, table};

#[cfg(test)]
#[path = "field_tests.rs"]
mod tests;
