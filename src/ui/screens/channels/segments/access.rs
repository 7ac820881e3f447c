//! The grid for screen readers, and for tests that drive the window by names: nodes for what is visible.

use eframe::egui::{Id, Role, Ui};

use crate::project::{Delivery, Message, Project, Reach, ReachKey};
use crate::text::Text;
use crate::ui::widgets::grid::Spot;
use crate::ui::widgets::grid::tree::{Request, Tree};

use super::paint::Scene;
use super::{id, segment_name};

/// Adds the nodes below the grid's own, and returns what was asked of one. Does nothing while nobody listens.
pub(super) fn nodes(ui: &Ui, scene: &Scene) -> Option<Request> {
    let (view, layout) = (scene.view, scene.layout);
    let (project, text) = (view.project, view.text);
    let active = node_of(scene, project, scene.selection.active());
    let mut tree = Tree::of(ui, id(), text.get("segments-grid"), layout, scene.selection, active)?;
    let channels: Vec<_> = (project.channels.iter().enumerate())
        .skip(layout.columns().start)
        .take(layout.columns().len())
        .map(|(column, channel)| (column, channel.id, text.value(&channel.shown_name())))
        .collect();
    for (column, channel, name) in &channels {
        let name = name.as_str().into();
        tree.node(id().with(channel), Spot::Column(*column), Role::ColumnHeader, name, |node| {
            node.set_column_index(column + 1);
        });
    }
    tree.row(id().with("headings"), 0);
    let words = Words::of(text);
    for row in layout.rows() {
        let Some(target) = scene.targets.get(row) else { break };
        let row_id = id().with(target.customer.number());
        let segment = segment_name(view, target.customer);
        let name = format!("{segment}: {}", text.get(target.fit.key())).into();
        tree.node(row_id, Spot::Row(row), Role::RowHeader, name, |node| node.set_row_index(row + 1));
        for (column, channel, name) in &channels {
            let key = ReachKey { customer: target.customer, channel: *channel };
            let label = words.pair(name, &segment, project.plan.reach(key));
            tree.node(cell(key), Spot::Cell { row, column: *column }, Role::GridCell, label.into(), |node| {
                node.set_row_index(row + 1);
                node.set_column_index(column + 1);
            });
        }
        tree.row(row_id.with("row"), row + 1);
    }
    tree.finish()
}

fn cell(key: ReachKey) -> Id {
    id().with((key.customer.number(), key.channel.number()))
}

/// The node of a place, if there is such a place.
fn node_of(scene: &Scene, project: &Project, spot: Spot) -> Option<Id> {
    let customer = |row: usize| scene.targets.get(row).map(|target| target.customer);
    let channel = |column: usize| project.channels.get(column).map(|channel| channel.id);
    Some(match spot {
        Spot::Cell { row, column } => cell(ReachKey { customer: customer(row)?, channel: channel(column)? }),
        Spot::Row(row) => id().with(customer(row)?.number()),
        Spot::Column(column) => id().with(channel(column)?),
        Spot::AddRow | Spot::AddColumn => return None,
    })
}

/// The words that the names of pairs are made of: there are many pairs a frame.
pub(super) struct Words<'a> {
    text: &'a Text,
    /// What stands around the names of channel and segment, and whether the channel comes first.
    around: [String; 3],
    channel_first: bool,
    preferences: [String; Reach::HIGHEST_PREFERENCE as usize + 1],
}

impl<'a> Words<'a> {
    pub fn of(text: &'a Text) -> Self {
        let marks = ['\u{1}', '\u{2}'];
        let [channel, segment] = marks.map(String::from);
        let said = text.say(&Message::new("segments-pair").with("channel", channel).with("segment", segment));
        let channel_first = said.find(marks[0]) < said.find(marks[1]);
        let mut parts = said.split(marks).map(str::to_owned);
        let around = [(); 3].map(|()| parts.next().unwrap_or_default());
        let preference = |level| text.with("reach-preference-of", "level", level);
        Self { text, around, channel_first, preferences: std::array::from_fn(preference) }
    }

    /// “Web for Hospitals: main, Preference 3 of 3”.
    fn pair(&self, channel: &str, segment: &str, reach: &Reach) -> String {
        let [before, between, after] = &self.around;
        let (first, second) = if self.channel_first { (channel, segment) } else { (segment, channel) };
        format!("{before}{first}{between}{second}{after}: {}", self.said(reach))
    }

    /// What the team has said of a pair.
    pub fn said(&self, reach: &Reach) -> String {
        let text = self.text;
        let preference = reach.preference.and_then(|level| self.preferences.get(usize::from(level)));
        let delivery = (reach.delivery != Delivery::Unknown).then(|| text.get(reach.delivery.key()));
        let figures = (!reach.figures.is_blank()).then(|| text.get("segments-own-figures"));
        let mut said = text.get(reach.usage.key()).to_owned();
        for part in preference.map(String::as_str).into_iter().chain(delivery).chain(figures) {
            said.push_str(", ");
            said.push_str(part);
        }
        said
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Usage;
    use crate::text::Language;

    #[test]
    fn pairs_are_named_as_the_catalogue_says() {
        let reach = Reach { preference: Some(2), usage: Usage::Main, ..Reach::default() };
        for language in [Language::English, Language::Norwegian] {
            let text = Text::new(language);
            let message = Message::new("segments-pair").with("channel", "Web").with("segment", "Banks");
            let said = Words::of(&text).pair("Web", "Banks", &reach);
            assert!(said.starts_with(&format!("{}: ", text.say(&message))), "{said}");
            assert!(said.ends_with(&text.with("reach-preference-of", "level", 2_usize)), "{said}");
        }
    }
}
