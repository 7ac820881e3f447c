//! The channels that a chart shows: over all segments, for one, or for several side by side.

use crate::analysis::channels::{ChannelFigures, Comparison, Spread, Standing};
use crate::analysis::{Analysis, Target};
use crate::figure::{Scale, Window};
use crate::project::{Channel, ChannelId, Fit, Project, ReachKey, SegmentId, Usage};

/// A view of the channels.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct ChannelPicture {
    pub scale: Scale,
    /// None shows all.
    pub window: Option<Window>,
    pub of: PictureOf,
}

/// Which figures of the channels are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum PictureOf {
    /// The channels' own.
    #[default]
    All,
    /// Those for one customer segment.
    Segment(SegmentId),
    /// Those for each segment of Prio 1 and 2, side by side with the same axes.
    SideBySide,
}

/// The channels as they are for all segments or for one.
#[derive(Debug)]
pub struct Scene {
    channels: Vec<Channel>,
    pub(super) comparison: Comparison,
    /// The segment and how each channel is used there.
    pub(super) target: Option<(Target, Vec<Usage>)>,
}

impl Scene {
    /// The project's channels compared, over all segments or as they are for `target`.
    pub fn of(project: &Project, comparison: Comparison, target: Option<Target>) -> Self {
        let usage = |target: &Target, channel: &Channel| {
            project.plan.reach(ReachKey { customer: target.customer, channel: channel.id }).usage
        };
        let channels: Vec<Channel> = project.channels.iter().cloned().collect();
        let target = target.map(|target| (target, channels.iter().map(|channel| usage(&target, channel)).collect()));
        Self { channels, comparison, target }
    }

    pub(super) fn for_target(project: &Project, target: Target) -> Self {
        let channels = project.channels.iter().map(|channel| target.channel(project, channel)).collect();
        let scene = Self::of(project, Comparison::of_target(project, &target), Some(target));
        Self { channels, ..scene }
    }

    /// One for each segment of Prio 1 and 2, in this order.
    pub fn side_by_side(project: &Project, analysis: &Analysis) -> Vec<Self> {
        let mut targets = Target::all(project, &analysis.matrix);
        targets.retain(|target| matches!(target.fit, Fit::Prio1 | Fit::Prio2));
        targets.sort_by_key(|target| target.fit);
        targets.into_iter().map(|target| Self::for_target(project, target)).collect()
    }

    pub fn customer(&self) -> Option<SegmentId> {
        self.target.as_ref().map(|(target, _)| target.customer)
    }

    /// A channel with what follows for it.
    pub fn find(&self, id: ChannelId) -> Option<Shown<'_>> {
        self.each().find(|(channel, _)| channel.id == id)
    }

    /// How a channel is used in the segment.
    pub(super) fn usage(&self, id: ChannelId) -> Usage {
        let place = self.channels.iter().position(|one| one.id == id);
        let used = self.target.as_ref().zip(place).and_then(|((_, usage), place)| usage.get(place));
        used.copied().unwrap_or(Usage::None)
    }

    fn each(&self) -> impl Iterator<Item = Shown<'_>> {
        self.channels.iter().zip(&self.comparison.channels)
    }

    /// The channels that have a place on the axes.
    pub fn shown(&self, scale: Scale) -> impl Iterator<Item = Shown<'_>> {
        self.each().filter(move |(_, figures)| place(figures, scale).is_some())
    }

    /// The channels that have none.
    pub fn hidden(&self, scale: Scale) -> impl Iterator<Item = Shown<'_>> {
        self.each().filter(move |(_, figures)| place(figures, scale).is_none())
    }
}

/// A channel and what follows for it.
pub type Shown<'a> = (&'a Channel, &'a ChannelFigures);

/// Where a channel stands on the axes; none for a channel that can't deliver, isn't complete, or is at zero on log axes.
pub fn place(figures: &ChannelFigures, scale: Scale) -> Option<(f64, f64)> {
    if figures.standing == Standing::CantDeliver {
        return None;
    }
    let (cost, sales) = figures.point()?;
    let (x, y) = (scale.place_held(cost), scale.place_held(sales));
    (x.is_finite() && y.is_finite()).then_some((x, y))
}

/// The window that shows all channels of all scenes with their ranges.
pub fn fitting(scenes: &[Scene], scale: Scale) -> Window {
    let ends = |of: fn(&ChannelFigures) -> Option<Spread>| {
        let spreads = scenes.iter().flat_map(move |scene| scene.shown(scale)).filter_map(move |(_, one)| of(one));
        spreads.flat_map(|spread| [spread.low, spread.likely, spread.high])
    };
    Window::fit(scale, ends(|figures| figures.cost), ends(|figures| figures.sales))
}
