//! Who sells: tasks and roles, how many people the chosen cells need, and whose customers are whose.
//!
//! Keeps what is selected and what is being typed; everything else is the project's.

use eframe::egui::{Frame, Margin, Panel, Role, Ui};

use crate::analysis::findings::Topic;
use crate::ui::screen::{Group, Parts, Screen, ScreenRow};
use crate::ui::theme::icon;
use crate::ui::widgets::choices;
use crate::ui::{Action, Route, View};

mod cards;
mod moving;
mod records;
mod roles;
mod size;
mod territories;

use roles::RolesPane;
use size::SizePane;
use territories::TerritoriesPane;

/// The keys of the tables, as text keys.
const KEYS: &[(&str, &str)] =
    &[("channels-key-remove", "team-key-remove-does"), ("matrix-key-tab", "channels-key-next-does")];

/// The keys of the territories.
const MOVING: &[(&str, &str)] =
    &[("team-key-assign", "team-key-assign-does"), ("team-key-paste", "team-key-paste-does")];

pub const SCREEN: ScreenRow = ScreenRow {
    key: "tab-team",
    icon: icon::LIST,
    group: Group::Selling,
    new: || Box::<TeamScreen>::default(),
    parts: &PARTS.names(),
    keys: &[(None, KEYS), (Some("team-territories"), MOVING)],
    findings: &[Topic::Team],
};

const PARTS: Parts<Part, 3> =
    Parts([(Part::Roles, "team-roles"), (Part::Size, "team-size"), (Part::Territories, "team-territories")]);

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Part {
    #[default]
    Roles,
    Size,
    Territories,
}

/// The screen's own state.
#[derive(Debug, Default)]
pub struct TeamScreen {
    part: Part,
    roles: RolesPane,
    size: SizePane,
    territories: TerritoriesPane,
}

impl Screen for TeamScreen {
    fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let frame = Frame::new().inner_margin(Margin { left: 12, right: 12, top: 6, bottom: 4 });
        Panel::top("team parts").frame(frame).show(ui, |ui| {
            ui.horizontal(|ui| {
                if let Some(part) = choices(ui, Role::Tab, self.part, &PARTS.said(view.text)) {
                    self.commit(view, out);
                    self.part = part;
                }
            });
        });
        match self.part {
            Part::Roles => self.roles.ui(ui, view, out),
            Part::Size => self.size.ui(ui, view, out),
            Part::Territories => self.territories.ui(ui, view, out),
        }
    }

    fn commit(&mut self, view: &View, out: &mut Vec<Action>) {
        self.roles.commit(view, out);
        self.size.commit(view, out);
        self.territories.commit(view, out);
    }

    fn drafts(&self, view: &View, out: &mut Vec<Action>) {
        self.roles.drafts(view, out);
        self.size.drafts(view, out);
        self.territories.drafts(view, out);
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
