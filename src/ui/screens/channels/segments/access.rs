//! Accessible names of the grid.

use std::ops::Range;

use eframe::egui::{Id, Ui};

use crate::project::{Delivery, Message, Reach, ReachKey};
use crate::text::Text;
use crate::ui::widgets::grid::Spot;
use crate::ui::widgets::grid::tree::{self, Labels, Request};

use super::paint::SegmentsScene;
use super::parts::{id, segment_name};

/// Adds the nodes below the grid's own and returns a request made of one.
pub(super) fn nodes(ui: &Ui, scene: &SegmentsScene) -> Option<Request> {
    let text = scene.view.text;
    let names = Names { scene, words: Words::of(text) };
    tree::nodes(ui, id(), text.get("segments-grid"), scene.layout, scene.selection, &names)
}

struct Names<'a> {
    scene: &'a SegmentsScene<'a>,
    words: Words<'a>,
}

impl Labels for Names<'_> {
    fn row(&self, row: usize) -> Option<(Id, Box<str>)> {
        let (target, view) = (self.scene.targets.get(row)?, self.scene.view);
        let name = format!("{}: {}", segment_name(view, target.customer), view.text.get(target.fit.key()));
        Some((id().with(target.customer.number()), name.into()))
    }

    fn column(&self, column: usize) -> Option<(Id, Box<str>)> {
        let view = self.scene.view;
        let channel = view.project.channels.get(column)?;
        Some((id().with(channel.id), view.text.name(&channel.name).into()))
    }

    fn cells(&self, row: usize, columns: Range<usize>, mut add: impl FnMut(usize, Id, Box<str>)) {
        let view = self.scene.view;
        let Some(target) = self.scene.targets.get(row) else { return };
        let segment = segment_name(view, target.customer);
        let channels = view.project.channels.iter().enumerate().skip(columns.start).take(columns.len());
        for (column, channel) in channels {
            let key = ReachKey { customer: target.customer, channel: channel.id };
            let name = self.words.pair(view.text.name(&channel.name), segment, view.project.plan.reach(key));
            add(column, id().with((key.customer.number(), key.channel.number())), name.into());
        }
    }

    /// Nothing can be added here.
    fn adds(&self, _: Spot) -> Option<(Id, Box<str>)> {
        None
    }
}

/// The texts that make up the accessible names of pairs. Formatted once per frame: there are many pairs.
pub(super) struct Words<'a> {
    text: &'a Text,
    /// The text around the names of channel and segment.
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

    /// Usage, preference, delivery and whether figures are given for the pair.
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
