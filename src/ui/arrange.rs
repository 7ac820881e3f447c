//! Customer segments sorted, grouped and filtered by attributes, as a view: the project keeps its own order.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use eframe::egui::{Grid, RichText, ScrollArea, Ui};

use crate::project::{AttributeKey, Axis, FieldValue, Message, Project, Segment, SegmentId, Shape};
use crate::text::Text;

use super::View;
use super::theme::{self, colors, icon, space};
use super::widgets::menu_item;
use super::widgets::table::SortKey;

/// What segments are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SortBy {
    Name,
    Attribute(AttributeKey),
}

/// How segments are arranged. The default is the team's order, all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// Downwards if true.
    pub sort: Option<(SortBy, bool)>,
    pub group: Option<AttributeKey>,
    /// Values that are left out, as they are shown; nothing given is an empty text.
    pub left_out: BTreeMap<AttributeKey, BTreeSet<String>>,
    /// Segments that have it in no name and no attribute are left out.
    pub query: String,
}

/// A line of arranged segments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// A value of the attribute that is grouped by; empty where none is given, and how many segments have it.
    Group(String, usize),
    /// A segment by its place in the team's order.
    Segment(usize),
}

impl Arrangement {
    pub fn is_default(&self) -> bool {
        *self == Self::default()
    }

    /// Some segments are left out.
    pub fn filters(&self) -> bool {
        !self.left_out.is_empty() || !self.query.trim().is_empty()
    }

    /// Forgets attributes that are gone.
    pub fn follow(&mut self, project: &Project) {
        let is_there = |key: &AttributeKey| match key {
            AttributeKey::Own(id) => project.market.attribute(*id).is_some(),
            _ => true,
        };
        self.left_out.retain(|key, _| is_there(key));
        self.group = self.group.filter(is_there);
        self.sort = self.sort.filter(|(by, _)| match by {
            SortBy::Name => true,
            SortBy::Attribute(key) => is_there(key),
        });
    }

    /// The segments as they are arranged. Cost: linear in the segments for each attribute that takes part.
    pub fn lines(&self, project: &Project, text: &Text) -> Vec<Line> {
        let segments = project.matrix.segments(Axis::Customer);
        let mut places: Vec<usize> =
            (0..segments.len()).filter(|place| self.keeps(project, text, &segments[*place])).collect();
        if let Some((by, down)) = self.sort {
            let keyed = places.iter().map(|place| (sort_key(project, by, &segments[*place]), *place));
            let mut keyed: Vec<_> = keyed.collect();
            keyed.sort_by(|(a, _), (b, _)| compare(a, b, down));
            places = keyed.into_iter().map(|(_, place)| place).collect();
        }
        let Some(group) = self.group else { return places.into_iter().map(Line::Segment).collect() };
        let mut groups: Vec<(SortKey, String, Vec<usize>)> = Vec::new();
        for place in places {
            let segment = &segments[place];
            let value = text.attribute(project, group, segment.id);
            match groups.iter_mut().find(|(_, name, _)| *name == value) {
                Some((_, _, places)) => places.push(place),
                None => groups.push((sort_key(project, SortBy::Attribute(group), segment), value, vec![place])),
            }
        }
        groups.sort_by(|(a, ..), (b, ..)| compare(a, b, false));
        let lines = groups.into_iter().flat_map(|(_, name, places)| {
            std::iter::once(Line::Group(name, places.len())).chain(places.into_iter().map(Line::Segment))
        });
        lines.collect()
    }

    fn keeps(&self, project: &Project, text: &Text, segment: &Segment) -> bool {
        let shown = |key| text.attribute(project, key, segment.id);
        if self.left_out.iter().any(|(key, values)| values.contains(&shown(*key))) {
            return false;
        }
        let query = self.query.trim().to_lowercase();
        query.is_empty()
            || segment.name.to_lowercase().contains(&query)
            || AttributeKey::all(&project.market).into_iter().any(|(_, key)| shown(key).to_lowercase().contains(&query))
    }

    /// The project with its customer segments so arranged. Cells stay: they are found by their segments.
    pub fn project(&self, project: &Project, text: &Text) -> Project {
        let segments = project.matrix.segments(Axis::Customer);
        let places = self.lines(project, text).into_iter().filter_map(|line| match line {
            Line::Segment(place) => segments.get(place).cloned(),
            Line::Group(..) => None,
        });
        Project { matrix: project.matrix.with_customers(places.collect()), ..project.clone() }
    }

    /// Leaves a value out, or brings it back.
    fn toggle(&mut self, key: AttributeKey, value: &str) {
        let values = self.left_out.entry(key).or_default();
        if !values.remove(value) {
            values.insert(value.to_owned());
        }
        if values.is_empty() {
            self.left_out.remove(&key);
        }
    }

    /// Sorts upwards by it, then downwards, then not.
    pub fn click(&mut self, by: SortBy) {
        self.sort = match self.sort {
            Some((sorted, false)) if sorted == by => Some((by, true)),
            Some((sorted, true)) if sorted == by => None,
            _ => Some((by, false)),
        };
    }
}

/// Numbers by size, choices in their own order, texts by letter.
fn sort_key(project: &Project, by: SortBy, segment: &Segment) -> SortKey {
    let key = match by {
        SortBy::Name => return SortKey::Text(segment.name.to_lowercase()),
        SortBy::Attribute(key) => key,
    };
    let number = |place: Option<usize>| place.map(|place| place as f64).into();
    match key.value(project, segment.id) {
        None => SortKey::None,
        Some(FieldValue::Number(given)) => given.into(),
        Some(FieldValue::Level(level)) => level.map(f64::from).into(),
        Some(FieldValue::Range(estimate)) => estimate.likely.or(estimate.low).or(estimate.high).into(),
        Some(FieldValue::Choice(chosen)) => match key.field().map(|field| field.shape) {
            Some(Shape::Choice(options)) => number(options.names.iter().position(|name| Some(*name) == chosen)),
            _ => SortKey::None,
        },
        Some(FieldValue::Text(text)) => {
            let own = match key {
                AttributeKey::Own(id) => project.market.attribute(id).map(|(_, own)| own),
                _ => None,
            };
            match own.and_then(|own| own.choices.iter().position(|choice| *choice == text)) {
                Some(place) => number(Some(place)),
                None => SortKey::Text(text.to_lowercase()),
            }
        }
    }
}

/// What has no value comes last, upwards and downwards.
fn compare(a: &SortKey, b: &SortKey, down: bool) -> Ordering {
    match (a, b) {
        (SortKey::None, SortKey::None) => Ordering::Equal,
        (SortKey::None, _) => Ordering::Greater,
        (_, SortKey::None) => Ordering::Less,
        (a, b) => {
            let order = a.partial_cmp(b).unwrap_or(Ordering::Equal);
            if down { order.reverse() } else { order }
        }
    }
}

/// The values of an attribute with the number of segments that have each.
fn values(project: &Project, text: &Text, key: AttributeKey) -> Vec<(String, usize)> {
    let mut found: Vec<(SortKey, String, usize)> = Vec::new();
    for segment in project.matrix.segments(Axis::Customer) {
        let value = text.attribute(project, key, segment.id);
        match found.iter_mut().find(|(_, other, _)| *other == value) {
            Some((.., count)) => *count += 1,
            None => found.push((sort_key(project, SortBy::Attribute(key), segment), value, 1)),
        }
    }
    found.sort_by(|(a, ..), (b, ..)| compare(a, b, false));
    found.into_iter().map(|(_, value, count)| (value, count)).collect()
}

/// What is shown for a value that isn't given.
pub fn shown_value<'a>(text: &'a Text, value: &'a str) -> &'a str {
    if value.is_empty() { text.get("arrange-not-given") } else { value }
}

/// The items of a menu that sort, group and filter by one attribute. Says whether one was chosen that closes the menu.
pub fn attribute_items(ui: &mut Ui, view: &View, arrangement: &mut Arrangement, key: AttributeKey) -> bool {
    let text = view.text;
    let by = SortBy::Attribute(key);
    let mut is_done = false;
    for (down, sign, words) in [(false, icon::UP, "arrange-up"), (true, icon::DOWN, "arrange-down")] {
        let is_on = arrangement.sort == Some((by, down));
        if menu_item(ui, if is_on { icon::CHECK } else { sign }, text.get(words)) {
            arrangement.sort = if is_on { None } else { Some((by, down)) };
            is_done = true;
        }
    }
    let is_grouped = arrangement.group == Some(key);
    if menu_item(ui, if is_grouped { icon::CHECK } else { icon::LIST }, text.get("arrange-group")) {
        arrangement.group = if is_grouped { None } else { Some(key) };
        is_done = true;
    }
    ui.separator();
    filter_items(ui, view, arrangement, key);
    is_done
}

/// A tick for each value of an attribute.
fn filter_items(ui: &mut Ui, view: &View, arrangement: &mut Arrangement, key: AttributeKey) {
    let text = view.text;
    ui.label(RichText::new(text.get("arrange-show")).font(theme::small()).color(colors(ui).muted));
    let all = values(view.project, text, key);
    ScrollArea::vertical().max_height(240.0).id_salt("values").show(ui, |ui| {
        Grid::new(("values", key)).num_columns(2).spacing([space::M, 2.0]).show(ui, |ui| {
            for (value, count) in &all {
                let mut is_shown = !arrangement.left_out.get(&key).is_some_and(|out| out.contains(value));
                if ui.checkbox(&mut is_shown, shown_value(text, value)).changed() {
                    arrangement.toggle(key, value);
                }
                ui.label(RichText::new(text.count(*count)).font(theme::small()).color(colors(ui).muted));
                ui.end_row();
            }
        });
    });
    if arrangement.left_out.contains_key(&key) && menu_item(ui, icon::CHECK, text.get("arrange-show-all")) {
        arrangement.left_out.remove(&key);
    }
}

/// A button whose menu sorts, groups and filters by any attribute that some segment has.
pub fn menu(ui: &mut Ui, view: &View, arrangement: &mut Arrangement) {
    let text = view.text;
    let is_on = !arrangement.is_default();
    let font = if is_on { theme::body_strong() } else { theme::body() };
    let words = (RichText::new(icon::COLUMNS), RichText::new(text.get("arrange")).font(font));
    ui.menu_button(words, |ui| {
        let filled: Vec<AttributeKey> = AttributeKey::all(&view.project.market)
            .into_iter()
            .map(|(_, key)| key)
            .filter(|key| has_values(view.project, *key))
            .collect();
        if filled.is_empty() {
            ui.label(RichText::new(text.get("arrange-nothing")).color(colors(ui).muted));
        }
        let by_name = arrangement.sort.is_some_and(|(by, _)| by == SortBy::Name);
        if menu_item(ui, if by_name { icon::CHECK } else { icon::UP }, text.get("arrange-by-name")) {
            arrangement.click(SortBy::Name);
            ui.close();
        }
        for key in filled {
            let takes_part = arrangement.group == Some(key)
                || arrangement.left_out.contains_key(&key)
                || arrangement.sort.is_some_and(|(by, _)| by == SortBy::Attribute(key));
            let name = text.attribute_name(view.project, key);
            let words = if takes_part { RichText::new(name).strong() } else { RichText::new(name) };
            ui.menu_button(words, |ui| {
                if attribute_items(ui, view, arrangement, key) {
                    ui.close();
                }
            });
        }
        if is_on {
            ui.separator();
            if menu_item(ui, icon::RESET, text.get("arrange-reset")) {
                *arrangement = Arrangement::default();
                ui.close();
            }
        }
    });
}

fn has_values(project: &Project, key: AttributeKey) -> bool {
    project.matrix.segments(Axis::Customer).iter().any(|segment| key.value(project, segment.id).is_some())
}

/// What the arrangement does, in a sentence; none for the team's own order.
pub fn said(view: &View, arrangement: &Arrangement, shown: usize) -> Option<String> {
    if arrangement.is_default() {
        return None;
    }
    let text = view.text;
    let mut parts = Vec::new();
    if arrangement.filters() {
        let all = view.project.matrix.segments(Axis::Customer).len();
        parts.push(text.say(&Message::new("arrange-of").with("shown", shown).with("all", all)));
    }
    if let Some((by, down)) = arrangement.sort {
        let name = match by {
            SortBy::Name => text.get("channels-name").to_owned(),
            SortBy::Attribute(key) => text.attribute_name(view.project, key),
        };
        let sign = if down { icon::DOWN } else { icon::UP };
        parts.push(format!("{name} {sign}"));
    }
    if let Some(key) = arrangement.group {
        parts.push(text.with("arrange-grouped", "attribute", text.attribute_name(view.project, key)));
    }
    Some(parts.join(" · "))
}

/// The segment at a line.
pub fn segment_at(project: &Project, line: &Line) -> Option<SegmentId> {
    let Line::Segment(place) = line else { return None };
    project.matrix.segments(Axis::Customer).get(*place).map(|segment| segment.id)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{Command, Growth, Of};
    use crate::text::Language;

    fn market() -> Project {
        let mut project = Project::default();
        let segments = ["Banks", "Schools", "Hospitals", "Farms"].map(Segment::new).to_vec();
        let ids: Vec<_> = segments.iter().map(|segment| segment.id).collect();
        Command::AddSegments { axis: Axis::Customer, at: 0, segments }.apply(&mut project).expect("new");
        for (id, loyalty, growth) in
            [(ids[0], Some(2), Growth::Growing), (ids[1], Some(5), Growth::Shrinking), (ids[2], None, Growth::Growing)]
        {
            Command::set(Of::Profile(id), "loyalty", loyalty).apply(&mut project).expect("a level");
            Command::set(Of::Profile(id), "growth", growth).apply(&mut project).expect("a choice");
        }
        project
    }

    fn names(arrangement: &Arrangement, project: &Project) -> Vec<String> {
        let text = Text::new(Language::English);
        let segments = project.matrix.segments(Axis::Customer);
        let name = |line| match line {
            Line::Group(value, count) => format!("{value}:{count}"),
            Line::Segment(place) => segments[place].name.to_string(),
        };
        arrangement.lines(project, &text).into_iter().map(name).collect()
    }

    const LOYALTY: AttributeKey = AttributeKey::Profile("loyalty");
    const GROWTH: AttributeKey = AttributeKey::Profile("growth");

    #[test]
    fn what_has_no_value_is_sorted_last() {
        let project = market();
        let mut arrangement = Arrangement::default();
        assert_eq!(names(&arrangement, &project), ["Banks", "Schools", "Hospitals", "Farms"]);
        arrangement.click(SortBy::Attribute(LOYALTY));
        assert_eq!(names(&arrangement, &project), ["Banks", "Schools", "Hospitals", "Farms"]);
        arrangement.click(SortBy::Attribute(LOYALTY));
        assert_eq!(names(&arrangement, &project), ["Schools", "Banks", "Hospitals", "Farms"]);
        arrangement.click(SortBy::Attribute(LOYALTY));
        assert!(arrangement.is_default());
    }

    #[test]
    fn groups_come_in_the_order_of_the_choices_and_filters_leave_out() {
        let project = market();
        let mut arrangement = Arrangement { group: Some(GROWTH), ..Arrangement::default() };
        assert_eq!(
            names(&arrangement, &project),
            ["shrinking:1", "Schools", "growing:2", "Banks", "Hospitals", ":1", "Farms"]
        );
        arrangement.toggle(GROWTH, "growing");
        assert_eq!(names(&arrangement, &project), ["shrinking:1", "Schools", ":1", "Farms"]);
        arrangement.toggle(GROWTH, "growing");
        arrangement.query = "GROW".to_owned();
        assert_eq!(names(&arrangement, &project), ["growing:2", "Banks", "Hospitals"]);
        let shown = arrangement.project(&project, &Text::new(Language::English));
        assert_eq!(shown.matrix.segments(Axis::Customer).len(), 2);
    }
}
