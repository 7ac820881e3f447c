//! What a screen is, and its row in the table of screens.

use std::fmt::Debug;

use eframe::egui::Ui;

use crate::analysis::findings::Topic;
use crate::figure::ChannelPicture;
use crate::text::Text;

use super::action::{Action, Route};
use super::view::View;

/// A screen keeps only its own state (selection, drafts, scrolling); every change is an [`Action`].
pub trait Screen: Debug {
    fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>);

    /// Puts what is being typed into the project, as before saving or leaving.
    fn commit(&mut self, _view: &View, _out: &mut Vec<Action>) {}

    /// What [`Screen::commit`] would put into the project, with nothing changed here: the copy of unsaved work has it too.
    fn drafts(&self, _view: &View, _out: &mut Vec<Action>) {}

    /// Goes to a place on this screen. Says whether it is on this screen; routes to the screen itself don't come here.
    fn go(&mut self, _route: &Route) -> bool {
        false
    }

    /// The key of the part that is shown, of those in the row.
    fn part(&self) -> Option<&'static str> {
        None
    }

    /// What is seen of the channels' comparison, to be exported as a picture.
    fn picture(&self) -> Option<ChannelPicture> {
        None
    }
}

/// A group of the rail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// What is sold, to whom, and what comes first.
    Market,
    /// How customers are reached and sold to.
    Selling,
    /// All of it together.
    Whole,
}

/// Keys and what they do, as text keys.
pub type Keys = &'static [(&'static str, &'static str)];

/// The parts of a screen with the text keys of their names, in the order of their tabs.
#[derive(Debug)]
pub struct Parts<T: 'static, const N: usize>(pub [(T, &'static str); N]);

impl<T: Copy + PartialEq, const N: usize> Parts<T, N> {
    pub const fn names(&self) -> [&'static str; N] {
        let mut names = [""; N];
        let mut place = 0;
        while place < N {
            names[place] = self.0[place].1;
            place += 1;
        }
        names
    }

    pub fn name(&self, part: T) -> Option<&'static str> {
        self.0.iter().find(|(other, _)| *other == part).map(|(_, name)| *name)
    }

    /// The part that a route leads to.
    pub fn routed(&self, route: &Route) -> Option<T> {
        let Route::Part(_, name) = route else { return None };
        self.0.iter().find(|(_, other)| other == name).map(|(part, _)| *part)
    }

    /// The parts with their names in words.
    pub fn said<'a>(&self, text: &'a Text) -> [(T, &'a str); N] {
        self.0.map(|(part, name)| (part, text.get(name)))
    }
}

/// A row of the table of screens.
#[derive(Debug)]
pub struct ScreenRow {
    /// The text key of its name, which is also what routes call it.
    pub key: &'static str,
    pub icon: &'static str,
    pub group: Group,
    pub new: fn() -> Box<dyn Screen>,
    /// The text keys of its parts, in the order of their tabs.
    pub parts: &'static [&'static str],
    /// Its keys; those of a part carry the part's key.
    pub keys: &'static [(Option<&'static str>, Keys)],
    /// Whose open findings it counts in the rail.
    pub findings: &'static [Topic],
}
