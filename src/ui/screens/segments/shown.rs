//! What the table of segments shows: its columns, and its lines as they are arranged.

use std::collections::BTreeSet;

use crate::project::{AttributeKey, Axis, SegmentId};
use crate::ui::View;
use crate::ui::arrange::{self, Arrangement, Line};
use crate::ui::widgets::sheet::SheetColumn;

#[derive(Debug, Default)]
pub(super) struct Shown {
    pub keys: Vec<AttributeKey>,
    pub columns: Vec<SheetColumn>,
    pub lines: Vec<Line>,
    /// Fits the names, in points.
    pub names_width: f32,
    /// Another number each time that it is made.
    pub made: u64,
}

impl Shown {
    pub fn of(view: &View, arrangement: &Arrangement, hidden: &BTreeSet<AttributeKey>, made: u64) -> Self {
        let (project, text) = (view.project, view.text);
        let all = AttributeKey::all(&project.market).into_iter().filter(|(_, key)| !hidden.contains(key));
        let (mut keys, mut columns) = (Vec::new(), Vec::new());
        for (group, key) in all {
            let name = text.attribute_name(project, key);
            keys.push(key);
            columns.push(SheetColumn {
                key: column_id(key),
                unit: text.attribute_unit(project, key),
                group: text.get(group.key()).to_owned(),
                width: width_of(view, key, &name),
                name,
                is_number: text.attribute_is_number(project, key),
                sorted: arrangement.sort.filter(|(by, _)| *by == arrange::SortBy::Attribute(key)).map(|(_, down)| down),
                is_filtered: arrangement.left_out.contains_key(&key),
            });
        }
        let names = project.matrix.segments(Axis::Customer).iter().map(|segment| segment.name.chars().count());
        let names_width = (names.max().unwrap_or_default() as f32 * LETTER + SPACE + 14.0).clamp(150.0, 330.0);
        Self { keys, columns, lines: arrangement.lines(project, text), names_width, made }
    }

    /// The segment in a row; none for a heading.
    pub fn segment(&self, view: &View, row: usize) -> Option<SegmentId> {
        arrange::segment_at(view.project, self.lines.get(row)?)
    }

    pub fn row(&self, view: &View, segment: SegmentId) -> Option<usize> {
        self.lines.iter().position(|line| arrange::segment_at(view.project, line) == Some(segment))
    }
}

/// An id that stays with an attribute.
pub(super) fn column_id(key: AttributeKey) -> u64 {
    match key {
        AttributeKey::Own(id) => id.number(),
        AttributeKey::Profile(name) | AttributeKey::Funnel(name) => eframe::egui::Id::unique(name).value(),
    }
}

/// About the width of a letter, in points.
const LETTER: f32 = 7.6;
const SPACE: f32 = 18.0;

/// Wide enough for the values that there are and the longest word of the heading, within bounds.
fn width_of(view: &View, key: AttributeKey, name: &str) -> f32 {
    let letters = |text: &str| text.chars().count();
    let (text, project) = (view.text, view.project);
    let word = name.split_whitespace().map(letters).max().unwrap_or_default();
    let heading = word.max(letters(name).div_ceil(2));
    let values = project.matrix.segments(Axis::Customer).iter();
    let value = values.map(|segment| letters(&text.attribute(project, key, segment.id))).max().unwrap_or_default();
    let choices = text.attribute_choices(project, key);
    let choice = choices.iter().map(|choice| letters(choice)).max().unwrap_or_default();
    (heading.max(value).max(choice) as f32 * LETTER + SPACE).clamp(76.0, 230.0)
}
