//! How customers are reached: channels compared, chosen by segment, weighed, and given money.
//!
//! Keeps what is worked on, what is chosen and what is being typed; everything else is the project's.

use eframe::egui::{Frame, Margin, Panel, Role, Ui};

use crate::analysis::findings::Topic;
use crate::figure::ChannelPicture;
use crate::ui::screen::{Group, Parts, Screen, ScreenRow};
use crate::ui::theme::icon;
use crate::ui::widgets::choices;
use crate::ui::{Action, Route, View};

mod budget;
mod chart;
mod compare;
mod derived;
mod drag;
mod economics;
mod form;
mod funnel;
mod lens;
mod reach_form;
mod segments;
mod table;
mod targets;

use budget::BudgetPane;
use compare::ComparePane;
use economics::EconomicsPane;
use funnel::FunnelPane;
use segments::{Go, SegmentsPane};

/// The keys of this screen and what they do, as text keys, for the list of keys.
pub const KEYS: &[(&str, &str)] = &[
    ("channels-key-choose", "channels-key-choose-does"),
    ("decide-key-reason", "channels-key-edit-does"),
    ("matrix-key-tab", "channels-key-next-does"),
    ("channels-key-leave", "channels-key-leave-does"),
    ("channels-key-add", "channels-key-add-does"),
    ("channels-key-remove", "channels-key-remove-does"),
    ("channels-key-scope", "channels-key-scope-does"),
    ("channels-key-move", "channels-key-move-does"),
    ("matrix-key-duplicate", "channels-key-copy-does"),
];

pub const SCREEN: ScreenRow = ScreenRow {
    key: "tab-channels",
    icon: icon::CHANNELS,
    group: Group::Selling,
    new: || Box::<ChannelsScreen>::default(),
    parts: &MODES.names(),
    keys: &[(None, KEYS), (Some("channels-mode-segments"), segments::KEYS)],
    findings: &[Topic::Coverage, Topic::Funnel, Topic::Budget],
};

const MODES: Parts<Mode, 5> = Parts([
    (Mode::Compare, "channels-mode-compare"),
    (Mode::Segments, "channels-mode-segments"),
    (Mode::Economics, "channels-mode-economics"),
    (Mode::Budget, "channels-mode-budget"),
    (Mode::Funnel, "channels-mode-funnel"),
]);

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Mode {
    #[default]
    Compare,
    Segments,
    Economics,
    Budget,
    Funnel,
}

/// The channels screen's own state.
#[derive(Debug, Default)]
pub struct ChannelsScreen {
    mode: Mode,
    compare: ComparePane,
    segments: SegmentsPane,
    economics: EconomicsPane,
    budget: BudgetPane,
    funnel: FunnelPane,
}

impl Screen for ChannelsScreen {
    fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        if !view.project.channels.is_empty() {
            self.strip(ui, view, out);
        }
        if view.project.channels.is_empty() {
            self.mode = Mode::Compare;
        }
        match self.mode {
            Mode::Compare => self.compare.ui(ui, view, out),
            Mode::Economics => self.economics.ui(ui, view, out),
            Mode::Budget => self.budget.ui(ui, view, out),
            Mode::Funnel => self.funnel.ui(ui, view, out),
            Mode::Segments => {
                if let Some(Go::Figures(customer, channel)) = self.segments.ui(ui, view, out) {
                    self.mode = Mode::Compare;
                    self.compare.look_at(customer, channel);
                }
            }
        }
    }

    fn commit(&mut self, view: &View, out: &mut Vec<Action>) {
        self.compare.commit(view, out);
        self.segments.commit(view, out);
        self.economics.commit(view, out);
        self.budget.commit(view, out);
        self.funnel.commit(view, out);
    }

    fn drafts(&self, view: &View, out: &mut Vec<Action>) {
        self.compare.drafts(view, out);
        self.segments.drafts(view, out);
        self.economics.drafts(view, out);
        self.budget.drafts(view, out);
        self.funnel.drafts(view, out);
    }

    fn go(&mut self, route: &Route) -> bool {
        if let Route::Finding(topic, about) = route {
            self.mode = match topic {
                Topic::Budget => Mode::Budget,
                Topic::Funnel => Mode::Funnel,
                _ => Mode::Segments,
            };
            self.budget.look_at(*about);
            self.segments.look_at(*about);
            return true;
        }
        let Some(mode) = MODES.routed(route) else { return false };
        self.mode = mode;
        true
    }

    fn part(&self) -> Option<&'static str> {
        MODES.name(self.mode)
    }

    fn picture(&self) -> Option<ChannelPicture> {
        Some(self.compare.picture())
    }
}

impl ChannelsScreen {
    fn strip(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let frame = Frame::new().inner_margin(Margin { left: 12, right: 12, top: 6, bottom: 4 });
        Panel::top("channels modes").frame(frame).show(ui, |ui| {
            ui.horizontal(|ui| {
                if let Some(mode) = choices(ui, Role::Tab, self.mode, &MODES.said(view.text)) {
                    self.commit(view, out);
                    self.mode = mode;
                }
            });
        });
    }
}
