//! The first step of the method: where each product segment stands on the ladder of the offer, and what it is worth to
//! its buyer. Two pictures to look at together, edited in place, and the chosen product segment's fields beside them.

use eframe::egui::{Align, Frame, Layout, Margin, Memory, Panel, Role, Ui};

use crate::analysis::findings::Topic;
use crate::project::{Axis, Template};
use crate::ui::screen::{Group, Keys, Parts, Screen, ScreenRow};
use crate::ui::theme::{colors, icon, space};
use crate::ui::widgets::fields::Drafts;
use crate::ui::widgets::{Empty, choices};
use crate::ui::{Action, Route, View};

mod board;
mod form;

use board::Board;

/// The keys of this screen and what they do, as text keys.
pub const KEYS: Keys = &[
    ("channels-key-choose", "position-does-choose"),
    ("matrix-key-shift", "position-does-move"),
    ("decide-key-reason", "position-does-edit"),
];

pub const SCREEN: ScreenRow = ScreenRow {
    key: "tab-position",
    icon: icon::UP,
    group: Group::Market,
    new: || Box::<PositionScreen>::default(),
    parts: &PARTS.names(),
    keys: &[(None, KEYS)],
    findings: &[Topic::Position],
};

const PARTS: Parts<Part, 2> = Parts([(Part::Ladder, "position-ladder"), (Part::Map, "position-map")]);

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Part {
    #[default]
    Ladder,
    Map,
}

#[derive(Debug, Default)]
pub struct PositionScreen {
    part: Part,
    board: Board,
    drafts: Drafts,
}

impl Screen for PositionScreen {
    fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        if view.project.matrix.segments(Axis::Product).is_empty() {
            empty(ui, view, out);
            return;
        }
        self.board.follow(view);
        self.strip(ui, view, out);
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(Margin::same(space::M as i8));
        let size = if ui.available_width() < 900.0 { 250.0 } else { 320.0 };
        Panel::right("position form").frame(frame).default_size(size).size_range(220.0..=520.0).show(ui, |ui| {
            form::show(ui, view, &mut self.drafts, self.board.chosen, out);
        });
        let frame = Frame::new().inner_margin(Margin::symmetric(space::M as i8, space::S as i8));
        frame.show(ui, |ui| match self.part {
            Part::Ladder => self.board.ladder(ui, view, out),
            Part::Map => self.board.map(ui, view, out),
        });
        self.drafts.settle(view, ui.memory(Memory::focused), out);
    }

    fn commit(&mut self, view: &View, out: &mut Vec<Action>) {
        self.drafts.settle(view, None, out);
    }

    fn drafts(&self, view: &View, out: &mut Vec<Action>) {
        self.drafts.drafts(view, out);
    }

    fn go(&mut self, route: &Route) -> bool {
        let Some(part) = PARTS.routed(route) else { return false };
        self.part = part;
        true
    }

    fn part(&self) -> Option<&'static str> {
        PARTS.name(self.part)
    }
}

impl PositionScreen {
    fn strip(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let frame = Frame::new().inner_margin(Margin { left: 12, right: 12, top: 6, bottom: 4 });
        Panel::top("position parts").frame(frame).show(ui, |ui| {
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if let Some(part) = choices(ui, Role::Tab, self.part, &PARTS.said(view.text)) {
                    self.commit(view, out);
                    self.part = part;
                }
            });
        });
    }
}

fn empty(ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
    let text = view.text;
    let empty = Empty {
        title: text.get("position-empty-title"),
        lines: &[text.get("position-empty-what"), text.get("position-empty-how")],
        example: text.get("position-empty-example"),
        steps: &[(icon::MATRIX, text.get("segments-to-matrix")), (icon::NEW, text.get("action-new-example"))],
        hint: "",
    };
    match empty.show(ui) {
        Some(0) => out.push(Action::Go(Route::Screen("tab-matrix"))),
        Some(_) => out.push(Action::New(Template::Example)),
        None => {}
    }
}
