//! One file or folder a screen, and the table of them.

use eframe::egui::Ui;

use crate::figure::ChannelPicture;

use super::action::{Action, Route};
use super::screen::{Screen, ScreenRow};
use super::view::View;

pub mod beachhead;
pub mod channels;
pub mod decide;
pub mod matrix;
pub mod overview;
pub mod position;
pub mod priorities;
pub mod segments;
pub mod start;
pub mod team;

/// The screens of a project, in the order of the method. Rail, menu, keys, palette, drafts and snapshot pictures follow
/// this table.
pub static SCREENS: &[&ScreenRow] = &[
    &position::SCREEN,
    &segments::SCREEN,
    &priorities::SCREEN,
    &decide::SCREEN,
    &beachhead::SCREEN,
    &channels::SCREEN,
    &team::SCREEN,
    &overview::SCREEN,
];

/// The screens of the open project, one for each row.
#[derive(Debug)]
pub struct Screens {
    all: Vec<Box<dyn Screen>>,
    /// The place of the one that is shown; none: the start screen.
    shown: Option<usize>,
}

impl Screens {
    /// Fresh screens, with the start screen shown.
    pub fn new() -> Self {
        Self { all: SCREENS.iter().map(|row| (row.new)()).collect(), shown: None }
    }

    /// The row of the screen that is shown; none: the start screen.
    pub fn shown(&self) -> Option<&'static ScreenRow> {
        SCREENS.get(self.shown?).copied()
    }

    /// The part that is shown of that screen.
    pub fn part(&self) -> Option<&'static str> {
        self.all.get(self.shown?)?.part()
    }

    /// Draws the screen that is shown, if it is one of the project's.
    pub fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        if let Some(screen) = self.shown.and_then(|place| self.all.get_mut(place)) {
            screen.ui(ui, view, out);
        }
    }

    /// Puts what is being typed anywhere into the project.
    pub fn commit(&mut self, view: &View, out: &mut Vec<Action>) {
        self.all.iter_mut().for_each(|screen| screen.commit(view, out));
    }

    /// What is being typed anywhere, as edits that have not been made yet.
    pub fn drafts(&self, view: &View, out: &mut Vec<Action>) {
        self.all.iter().for_each(|screen| screen.drafts(view, out));
    }

    /// Shows the screen that has the place. One that no screen has is passed over.
    pub fn go(&mut self, route: &Route) {
        let named = |key: &str| SCREENS.iter().position(|row| row.key == key);
        match route {
            Route::Start => self.shown = None,
            Route::Screen(key) => self.shown = named(key).or(self.shown),
            Route::Part(key, _) => {
                if let Some(place) = named(key)
                    && self.all[place].go(route)
                {
                    self.shown = Some(place);
                }
            }
            Route::Finding(topic, _) => {
                if let Some(place) = SCREENS.iter().position(|row| row.findings.contains(topic)) {
                    self.all[place].go(route);
                    self.shown = Some(place);
                }
            }
            Route::Cell(_) | Route::Find => {
                self.shown = self.all.iter_mut().position(|screen| screen.go(route)).or(self.shown);
            }
        }
    }

    /// The part after or before the one that is shown, around the ends.
    pub fn beside(&self, forth: bool) -> Option<Route> {
        let row = self.shown()?;
        let at = row.parts.iter().position(|part| Some(*part) == self.part())?;
        let count = row.parts.len();
        Some(Route::Part(row.key, row.parts[(at + if forth { 1 } else { count - 1 }) % count]))
    }

    /// What is seen of the channels' comparison.
    pub fn picture(&self) -> ChannelPicture {
        self.all.iter().find_map(|screen| screen.picture()).unwrap_or_default()
    }
}

impl Default for Screens {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_screen_and_part_can_be_gone_to() {
        let mut screens = Screens::new();
        for row in SCREENS {
            screens.go(&Route::Screen(row.key));
            assert_eq!(screens.shown().map(|row| row.key), Some(row.key));
            for part in row.parts {
                screens.go(&Route::Start);
                screens.go(&Route::Part(row.key, part));
                assert_eq!(screens.shown().map(|row| row.key), Some(row.key), "{part}");
                assert_eq!(screens.part(), Some(*part));
            }
        }
        let others = |key| SCREENS.iter().filter(|row| row.key == key).count();
        assert!(SCREENS.iter().all(|row| others(row.key) == 1), "each has a key of its own");
    }
}
