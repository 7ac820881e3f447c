//! Shared by the files of the pane: names, and the values that keys cycle through.

use eframe::egui::Id;

use crate::project::{Axis, Channel, ChannelId, Command, Delivery, Message, ReachKey, SegmentId, Usage};
use crate::ui::{Action, View};

/// Where a click leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Go {
    /// To the figures of a channel for a segment.
    Figures(SegmentId, ChannelId),
}

/// The grid's id, which has the focus when its keys work.
pub(super) fn id() -> Id {
    Id::unique("channels by segment")
}

pub(super) fn edit(command: Command) -> Action {
    Action::Edit(command, None)
}

/// The usage after that one.
pub(super) fn next_usage(usage: Usage) -> Usage {
    match usage {
        Usage::None => Usage::Main,
        Usage::Main => Usage::Supporting,
        Usage::Supporting => Usage::None,
    }
}

/// The delivery after that one.
pub(super) fn next_delivery(delivery: Delivery) -> Delivery {
    match delivery {
        Delivery::Unknown => Delivery::Yes,
        Delivery::Yes => Delivery::No,
        Delivery::No => Delivery::Unknown,
    }
}

/// A customer segment's name. Looks the segment up in the index: the grid asks for many.
pub(super) fn segment_name<'a>(view: &View<'a>, customer: SegmentId) -> &'a str {
    let place = view.analysis.matrix.segment_place(Axis::Customer, customer);
    let segment = place.and_then(|place| view.project.matrix.segments(Axis::Customer).get(place));
    view.text.name(segment.map_or("", |segment| &segment.name))
}

pub(super) fn pair_name(view: &View, key: ReachKey, channel: &Channel) -> String {
    let message = Message::new("segments-pair")
        .with("channel", channel.shown_name())
        .with("segment", segment_name(view, key.customer));
    view.text.say(&message)
}
