//! Changes that a pasted table makes in the matrix.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::project::{Axis, Cell, CellKey, Command, Fit, Matrix, Message, Segment, SegmentId};

use super::foreign::{self, Layout, Source};
use super::mark::Mark;
use super::name::{folded, plain};

/// Where a table without headings goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// Its marks into the cells from this one on.
    Cells {
        /// Place of the product segment.
        row: usize,
        /// Place of the customer segment.
        column: usize,
    },
    /// Its words, as names of new segments, before a place of that side; the number of segments for the end.
    Names { axis: Axis, at: usize },
}

/// Effects of a paste.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Paste {
    /// All of it as one step; none when nothing changes.
    pub command: Option<Command>,
    /// Cells that a mark was pasted into, also where the same one stood before.
    pub cells: usize,
    /// Segments that are new, products and customers.
    pub segments: [usize; 2],
    /// Values that had no place, or are neither mark nor name.
    pub left_out: usize,
    /// The upper left corner of a table with headings, as it was read.
    pub reading: Option<Reading>,
    /// What was interpreted, and how.
    pub told: Vec<Message>,
    /// Something was interpreted, so that a person should see it first.
    pub needs_look: bool,
}

/// The first rows and columns of a table with headings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The row and the column of the headings, from 1.
    pub row: usize,
    pub column: usize,
    pub customers: Vec<String>,
    pub products: Vec<String>,
    /// By product, then customer; none where the text is no mark.
    pub fits: Vec<Vec<Option<Fit>>>,
    /// Columns and rows that there are besides.
    pub more_customers: usize,
    pub more_products: usize,
}

/// A range of the matrix as it was copied.
#[derive(Debug, Clone, PartialEq)]
pub struct Copied {
    /// Text on the clipboard.
    pub text: String,
    pub products: Vec<Segment>,
    pub customers: Vec<Segment>,
    /// The names were copied too.
    pub with_headings: bool,
    /// By product, then customer.
    pub fits: Vec<Vec<Fit>>,
}

impl Copied {
    /// The clipboard still holds it; some systems change the ends of lines.
    fn is_on(&self, clipboard: &str) -> bool {
        let lines = |text: &str| text.replace("\r\n", "\n").trim_end_matches('\n').to_owned();
        lines(&self.text) == lines(clipboard)
    }
}

/// What pasting a text does.
///
/// What was copied here comes back exactly. A table of another program is read by the names in its headings, or, when it
/// has none, as the target says. It has headings when names, not marks, stand in its first row below any titles and in
/// its first column, or when an empty corner and names are its only row. A name is a segment that is called so, or else
/// one whose name reads alike; the second of a name is the second such segment. Names that the matrix doesn't have are
/// added at the end. Titles and totals are left out; numbers above 3 make all numbers scores, which are left out. Notes
/// of cells are kept. Cost: linear in the table and the matrix.
///
/// `counts` are the headings, in each language, under which our own exports sum up the matrix: where all of one language
/// stand in their order, they and what follows are no part of the matrix.
pub fn paste(text: &str, copied: Option<&Copied>, matrix: &Matrix, target: Target, counts: &[Vec<&str>]) -> Paste {
    if let Some(copied) = copied.filter(|copied| copied.is_on(text)) {
        return match target {
            _ if copied.with_headings => own_by_name(copied, matrix),
            Target::Cells { row, column } => own_by_place(copied, matrix, row, column),
            Target::Names { .. } => Paste::default(),
        };
    }
    let (source, table) = foreign::read(text);
    let mut paste = match (foreign::layout(&table), target) {
        (Some(layout), _) => by_name(&table, layout, matrix, counts),
        (None, Target::Cells { row, column }) => by_place(&table, matrix, row, column),
        (None, Target::Names { axis, at }) => names(&table, axis, at),
    };
    if source != Source::Tabs {
        paste.tell(Message::new("paste-source").with("format", Message::new(source.key())));
    }
    paste
}

/// Segments for what was copied, by their ids or else their very names, and those of them that are new.
fn own_segments(copied: &[Segment], matrix: &Matrix, axis: Axis) -> (Vec<SegmentId>, Vec<Segment>) {
    let known: HashSet<SegmentId> = matrix.segments(axis).iter().map(|segment| segment.id).collect();
    let taken: HashSet<SegmentId> = copied.iter().map(|segment| segment.id).collect();
    let mut by_name: HashMap<&str, Vec<SegmentId>> = HashMap::new();
    for segment in matrix.segments(axis).iter().rev().filter(|segment| !taken.contains(&segment.id)) {
        by_name.entry(&segment.name).or_default().push(segment.id);
    }
    let mut added = Vec::new();
    let ids = copied.iter().map(|segment| {
        if known.contains(&segment.id) {
            return segment.id;
        }
        by_name.get_mut(&*segment.name).and_then(Vec::pop).unwrap_or_else(|| {
            let new = Segment { id: SegmentId::random(), ..segment.clone() };
            let id = new.id;
            added.push(new);
            id
        })
    });
    (ids.collect(), added)
}

fn own_by_name(copied: &Copied, matrix: &Matrix) -> Paste {
    let mut paste = Paste::default();
    let mut additions = Vec::new();
    let sides = [(Axis::Product, &copied.products), (Axis::Customer, &copied.customers)];
    let [products, customers] = sides.map(|(axis, segments)| {
        let (ids, segments) = own_segments(segments, matrix, axis);
        paste.add(axis, matrix, segments, &mut additions);
        ids
    });
    let mut changed = Vec::new();
    for (product, fits) in products.iter().zip(&copied.fits) {
        for (customer, fit) in customers.iter().zip(fits) {
            paste.set(*fit, Some((*product, *customer)), matrix, &mut changed);
        }
    }
    paste.finish(additions, changed)
}

fn own_by_place(copied: &Copied, matrix: &Matrix, row: usize, column: usize) -> Paste {
    let mut paste = Paste::default();
    let mut changed = Vec::new();
    let [products, customers] = from_place(matrix, row, column);
    for (place, fits) in copied.fits.iter().enumerate() {
        for (column, fit) in fits.iter().enumerate() {
            paste.set(*fit, products.get(place).copied().zip(customers.get(column).copied()), matrix, &mut changed);
        }
    }
    paste.finish(Vec::new(), changed)
}

/// Segments from a row and a column on.
fn from_place(matrix: &Matrix, row: usize, column: usize) -> [Vec<SegmentId>; 2] {
    [(Axis::Product, row), (Axis::Customer, column)]
        .map(|(axis, from)| matrix.segments(axis).iter().skip(from).map(|segment| segment.id).collect())
}

/// Names in a row, or one in each row: the rest is left out.
fn names(table: &[Vec<String>], axis: Axis, at: usize) -> Paste {
    let mut paste = Paste::default();
    let mut segments = Vec::new();
    for row in table {
        let names = row.iter().map(|name| plain(name)).enumerate();
        for (place, name) in names.filter(|(_, name)| !name.is_empty()) {
            if place == 0 || table.len() == 1 {
                segments.push(Segment::new(name));
            } else {
                paste.left_out += 1;
            }
        }
    }
    paste.segments[axis as usize] = segments.len();
    let added = (!segments.is_empty()).then_some(Command::AddSegments { axis, at, segments });
    paste.finish(added.into_iter().collect(), Vec::new())
}

/// Marks, from a row and a column on.
fn by_place(table: &[Vec<String>], matrix: &Matrix, row: usize, column: usize) -> Paste {
    let [products, customers] = from_place(matrix, row, column);
    let mut paste = Paste::default();
    let mut marks = Marks::of(table.iter().flatten());
    let mut changed = Vec::new();
    for (place, row) in table.iter().enumerate() {
        for (column, text) in row.iter().enumerate() {
            let key = products.get(place).copied().zip(customers.get(column).copied());
            paste.read(marks.fit(text), key, matrix, &mut changed);
        }
    }
    marks.tell(&mut paste);
    paste.finish(Vec::new(), changed)
}

fn by_name(table: &[Vec<String>], mut layout: Layout, matrix: &Matrix, counts: &[Vec<&str>]) -> Paste {
    if let Some(end) = start_of_counts(&layout.customers, counts) {
        layout.customers.truncate(end);
        layout.columns.end = layout.columns.start + end;
    }
    if let Some(end) = start_of_counts(&layout.products, counts) {
        layout.products.truncate(end);
        layout.rows.end = layout.rows.start + end;
    }
    let mut paste = Paste::default();
    for (key, names) in
        [("paste-titles", &layout.titles), ("paste-totals", &layout.totals), ("paste-groups", &layout.groups)]
    {
        if !names.is_empty() {
            paste.tell(Message::new(key).with("names", names.join(", ")));
        }
    }
    let body = &table[layout.rows.clone()];
    let columns = layout.columns.clone();
    let in_columns = |row: &'_ Vec<String>| row.len().min(columns.end).saturating_sub(columns.start);
    let mut marks = Marks::of(body.iter().flat_map(|row| row.iter().skip(columns.start).take(columns.len())));
    if marks.are_scores && !marks.has_signs {
        // Criteria and options, not segments.
        paste.left_out = body.iter().map(in_columns).sum();
        marks.tell(&mut paste);
        return paste;
    }
    let mut additions = Vec::new();
    let sides = [(Axis::Product, &layout.products), (Axis::Customer, &layout.customers)];
    let [products, customers] = sides.map(|(axis, names)| {
        let (ids, segments) = matched(names, matrix, axis);
        paste.add(axis, matrix, segments, &mut additions);
        ids
    });
    paste.read_corner(body, &layout, &mut marks);
    let mut changed = Vec::new();
    for (row, product) in body.iter().zip(products) {
        for (text, customer) in row.iter().skip(columns.start).zip(&customers) {
            paste.read(marks.fit(text), product.zip(*customer), matrix, &mut changed);
        }
    }
    marks.tell(&mut paste);
    paste.finish(additions, changed)
}

/// The meaning of a table's marks.
struct Marks {
    /// A number is above 3 or no whole one: all are scores, where more is better, or sums.
    are_scores: bool,
    /// There are crosses or words.
    has_signs: bool,
    /// Words that were read.
    words: BTreeMap<String, Fit>,
}

impl Marks {
    fn of<'a>(texts: impl Iterator<Item = &'a String>) -> Self {
        let mut marks = Self { are_scores: false, has_signs: false, words: BTreeMap::new() };
        for text in texts {
            match Mark::of(text) {
                Some(Mark::Number(_)) => marks.are_scores = true,
                Some(Mark::Sign(Fit::No)) | None => {}
                Some(_) => marks.has_signs |= !is_numeric(text),
            }
        }
        marks
    }

    /// None where the text is no mark, or a score.
    fn fit(&mut self, text: &str) -> Option<Fit> {
        match Mark::of(text)? {
            _ if self.are_scores && is_numeric(text) => None,
            Mark::Sign(fit) => Some(fit),
            Mark::Word(fit) => {
                self.words.entry(text.trim().to_owned()).or_insert(fit);
                Some(fit)
            }
            Mark::Number(_) => None,
        }
    }

    fn tell(self, paste: &mut Paste) {
        if self.are_scores {
            paste.tell(Message::new("paste-scores"));
        }
        for (word, fit) in self.words {
            paste.tell(Message::new("paste-word").with("word", word).with("meaning", Message::new(fit.key())));
        }
    }
}

fn is_numeric(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit()) && !text.contains(char::is_alphabetic)
}

/// Where the counts of an export begin among headings.
fn start_of_counts(headings: &[String], counts: &[Vec<&str>]) -> Option<usize> {
    let starts = counts
        .iter()
        .filter(|words| !words.is_empty())
        .filter_map(|words| headings.windows(words.len()).position(|headings| headings == words.as_slice()));
    starts.min()
}

/// The segment of each heading, none for a heading without a name, and those of them that are new.
fn matched(names: &[String], matrix: &Matrix, axis: Axis) -> (Vec<Option<SegmentId>>, Vec<Segment>) {
    let mut ids = vec![None; names.len()];
    let mut free: Vec<&Segment> = matrix.segments(axis).iter().collect();
    for form in [plain as fn(&str) -> String, folded] {
        let mut known: HashMap<String, Vec<SegmentId>> = HashMap::new();
        // Backwards, so that the first of a name is taken first.
        for segment in free.iter().rev() {
            known.entry(form(&segment.name)).or_default().push(segment.id);
        }
        for (id, name) in ids.iter_mut().zip(names).filter(|(id, name)| id.is_none() && !name.is_empty()) {
            *id = known.get_mut(&form(name)).and_then(Vec::pop);
        }
        let left: HashSet<SegmentId> = known.into_values().flatten().collect();
        free.retain(|segment| left.contains(&segment.id));
    }
    let mut added = Vec::new();
    for (id, name) in ids.iter_mut().zip(names).filter(|(id, name)| id.is_none() && !name.is_empty()) {
        let segment = Segment::new(name.as_str());
        *id = Some(segment.id);
        added.push(segment);
    }
    (ids, added)
}

impl Paste {
    fn tell(&mut self, message: Message) {
        self.told.push(message);
        self.needs_look = true;
    }

    /// Keeps how the first rows and columns are read, and where the headings stand.
    fn read_corner(&mut self, body: &[Vec<String>], layout: &Layout, marks: &mut Marks) {
        const ROWS: usize = 6;
        const COLUMNS: usize = 4;
        let columns = layout.columns.clone().take(COLUMNS);
        let fits = body.iter().take(ROWS).map(|row| {
            let cell = |column| row.get(column).map_or("", |text: &String| text.as_str());
            columns.clone().map(|column| marks.fit(cell(column))).collect()
        });
        let fits = fits.collect();
        self.reading = Some(Reading {
            row: layout.rows.start,
            column: layout.columns.start,
            customers: layout.customers.iter().take(COLUMNS).cloned().collect(),
            products: layout.products.iter().take(ROWS).cloned().collect(),
            fits,
            more_customers: layout.customers.len().saturating_sub(COLUMNS),
            more_products: layout.products.len().saturating_sub(ROWS),
        });
    }

    fn add(&mut self, axis: Axis, matrix: &Matrix, segments: Vec<Segment>, commands: &mut Vec<Command>) {
        self.segments[axis as usize] = segments.len();
        if !segments.is_empty() {
            commands.push(Command::AddSegments { axis, at: matrix.segments(axis).len(), segments });
        }
    }

    /// Takes one pasted cell in; none is no mark.
    fn read(
        &mut self,
        fit: Option<Fit>,
        key: Option<(SegmentId, SegmentId)>,
        matrix: &Matrix,
        changed: &mut Vec<(CellKey, Cell)>,
    ) {
        match fit {
            Some(fit) => self.set(fit, key, matrix, changed),
            None => self.left_out += 1,
        }
    }

    fn set(
        &mut self,
        fit: Fit,
        key: Option<(SegmentId, SegmentId)>,
        matrix: &Matrix,
        changed: &mut Vec<(CellKey, Cell)>,
    ) {
        match key {
            Some((product, customer)) => {
                self.cells += 1;
                let key = CellKey { product, customer };
                let old = matrix.cell(key);
                if fit != old.fit {
                    changed.push((key, Cell { fit, ..old.clone() }));
                }
            }
            None if fit == Fit::No => {}
            None => self.left_out += 1,
        }
    }

    fn finish(mut self, mut commands: Vec<Command>, changed: Vec<(CellKey, Cell)>) -> Self {
        if !changed.is_empty() {
            commands.push(Command::SetCells(changed));
        }
        self.command = (!commands.is_empty()).then_some(Command::All(commands));
        self
    }
}

#[cfg(test)]
#[path = "paste_tests.rs"]
mod tests;
