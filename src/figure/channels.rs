//! The channel comparison: sales per contact against cost per contact, over all segments, for one, or side by side.
//!
//! Laid out the same for a sheet of paper and for the window.

use super::plane::Plane;
use super::sheet::{self, BODY, MARGIN};
use super::{Figure, Rect, Words, palette};
use crate::analysis::channels::Standing;
use crate::analysis::{Analysis, Target, coverage};
use crate::project::{Channel, Message, Project, Value};
use crate::text::Text;

mod draw;
mod panel;
mod scene;
#[cfg(test)]
mod tests;

pub use panel::{Mark, mark as channel_mark};
pub use scene::{ChannelPicture, PictureOf, Scene, fitting, place};

use scene::Shown;

/// A single chart with its legend on a sheet of paper.
const CHART: (f32, f32) = (1_060.0, 690.0);
/// One of several charts on a sheet of paper.
const PANEL: (f32, f32) = (470.0, 340.0);
/// Dominated channels that are named with what dominates them; of more, the table tells.
const MOST_REASONS: usize = 8;

/// A laid-out chart, with what a pointer can find in it.
#[derive(Debug)]
pub struct ChannelChart {
    pub figure: Figure,
    /// One for each scene that has room.
    pub panels: Vec<Plane>,
    /// The marks in the panels' frames, those on top last.
    pub marks: Vec<Mark>,
}

impl AsRef<Figure> for ChannelChart {
    fn as_ref(&self) -> &Figure {
        &self.figure
    }
}

/// The chart alone in a size; `several` gives each scene a title.
pub fn channel_chart(
    project: &Project,
    scenes: &[Scene],
    picture: &ChannelPicture,
    text: &Text,
    (width, height): (f32, f32),
) -> ChannelChart {
    let mut figure = Figure::new(text.get("report-channels"));
    let room = Rect::new(0.0, 0.0, width, height);
    let drawn = draw::chart(&mut figure, project, scenes, picture, text, room);
    ChannelChart { figure: figure.sized(width, height), panels: drawn.panels, marks: drawn.marks }
}

/// The channels on a sheet of paper, in the language of `text`.
///
/// Channels without a place on the axes are named below; those outside the window are counted.
pub fn channels(project: &Project, analysis: &Analysis, text: &Text, picture: &ChannelPicture) -> Figure {
    let all = || vec![Scene::of(project, analysis.channels().clone(), None)];
    let scenes = match picture.of {
        PictureOf::All => all(),
        PictureOf::SideBySide => Scene::side_by_side(project, analysis),
        PictureOf::Segment(customer) => Target::of(project, &analysis.matrix, customer)
            .map_or_else(all, |target| vec![Scene::for_target(project, target)]),
    };
    let is_single = picture.of != PictureOf::SideBySide;
    let (width, height) = if is_single { CHART } else { draw::size_of(scenes.len(), PANEL) };
    let mut figure = sheet::figure(project, "report-channels", text);
    let below = match scenes.first().and_then(Scene::customer) {
        _ if !is_single => text.get("report-channels-side-by-side").to_owned(),
        Some(customer) => text.with("report-channels-for", "segment", coverage::name_of(project, customer)),
        None => text.get("report-channels").to_owned(),
    };
    let mut y = sheet::heading(&mut figure, project, &below, width, text);
    let shown: Vec<Shown> = scenes.iter().flat_map(|scene| scene.shown(picture.scale)).collect();
    let mut notes = Vec::new();
    if shown.is_empty() {
        let key = if scenes.is_empty() { "report-no-prioritised" } else { "report-no-channels" };
        figure.text(Words::new(text.get(key), MARGIN, y + 14.0, BODY).coloured(palette::MUTED));
        y += 24.0;
    } else {
        let room = Rect::new(MARGIN, y, width, height);
        let drawn = draw::chart(&mut figure, project, &scenes, picture, text, room);
        y = room.bottom() + 12.0;
        if is_single {
            notes.extend(
                scenes.iter().map(|scene| text.with("report-margin", "margin", text.percent(scene.comparison.margin))),
            );
            let without = drawn.without_name;
            notes.extend((without > 0).then(|| text.with("report-without-name", "count", without)));
            let outside = shown.len() - drawn.marks.len();
            notes.extend((outside > 0).then(|| text.with("report-outside-window", "count", outside)));
        }
    }
    if is_single {
        let is_seen = |figures| {
            place(figures, picture.scale).is_some_and(|at| picture.window.is_none_or(|window| window.contains(at)))
        };
        let seen: Vec<Shown> = shown.into_iter().filter(|(_, figures)| is_seen(figures)).collect();
        notes.extend(dominated_note(&seen, project, text));
        let hidden: Vec<Shown> = scenes.iter().flat_map(|scene| scene.hidden(picture.scale)).collect();
        notes.extend(hidden_note(&hidden, project, text));
    }
    y = sheet::footnotes(&mut figure, &notes, y, width);
    figure.sized(width + 2.0 * MARGIN, y + MARGIN)
}

fn dominated_note(shown: &[Shown], project: &Project, text: &Text) -> Option<String> {
    let dominated = shown.iter().filter(|(_, figures)| figures.standing.is_beaten());
    let count = dominated.clone().count();
    if count > MOST_REASONS {
        let message = Message::new("report-dominated-count").with("count", count).with("all", shown.len());
        return Some(text.say(&message));
    }
    let each = dominated.map(|(channel, figures)| reason(channel, figures.standing_message(project), text));
    let each = each.collect::<Vec<_>>().join("; ");
    (!each.is_empty()).then(|| text.with("report-dominated", "channels", each))
}

fn hidden_note(hidden: &[Shown], project: &Project, text: &Text) -> Option<String> {
    let each = hidden.iter().map(|(channel, figures)| match figures.standing {
        Standing::Incomplete | Standing::CantDeliver => reason(channel, figures.standing_message(project), text),
        _ => reason(channel, figures.gaps_value(|_| true), text),
    });
    let each = each.collect::<Vec<_>>().join("; ");
    (!each.is_empty()).then(|| text.with("report-not-in-chart", "channels", each))
}

fn reason(channel: &Channel, reason: impl Into<Value>, text: &Text) -> String {
    text.say(&Message::new("report-reason").with("channel", channel.shown_name()).with("reason", reason))
}
