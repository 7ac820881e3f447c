//! What keys do in the grid of channels by segment.

use eframe::egui::{EventFilter, Key, Memory, Modifiers, Ui};

use crate::project::{Command, Delivery, Figures, Of, ReachKey, Usage};
use crate::ui::widgets::focus;
use crate::ui::widgets::grid::keys::{Walk, walk};
use crate::ui::widgets::grid::{Layout, Selection, Spot};
use crate::ui::widgets::keyboard::{self, Heard, Press, Typed};
use crate::ui::{Action, View};

use super::SegmentsPane;
use super::parts::{Go, edit, id, next_delivery, next_usage};

/// The keys of the grid for the list of keys: what they are called and what they do, as keys of the text catalogue.
pub const KEYS: &[(&str, &str)] = &[
    ("segments-key-walk", "segments-key-walk-does"),
    ("segments-key-select", "segments-key-select-does"),
    ("segments-key-preference", "segments-key-preference-does"),
    ("segments-key-usage", "segments-key-usage-does"),
    ("segments-key-delivery", "segments-key-delivery-does"),
    ("decide-key-reason", "segments-key-figures-does"),
    ("matrix-key-menu", "segments-key-menu-does"),
];

/// What is asked for by key, or by the pop-up menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Intent {
    Walk(Walk),
    /// Select every pair.
    All,
    /// How much customers prefer the channel; none takes it back.
    Preference(Option<u8>),
    /// How the channel is used.
    Usage(Usage),
    /// The usage after the one that there is.
    NextUsage,
    /// Whether the channel can deliver.
    Delivery(Delivery),
    /// The delivery after the one that there is.
    NextDelivery,
    /// The channel's own figures again.
    Inherit,
    /// To the figures of the pair.
    Figures,
    /// Open the pop-up menu.
    Menu,
    /// Give up the range.
    Escape,
}

impl SegmentsPane {
    /// Carries out what the keys of this frame ask for, in order, if they are the grid's; where they lead. What depends on
    /// an earlier edit waits for the next frame.
    pub(super) fn hear(&mut self, ui: &Ui, view: &View, layout: &Layout, out: &mut Vec<Action>) -> Option<Go> {
        if focus::is_free(ui) {
            ui.memory_mut(|memory| memory.request_focus(id()));
        }
        if !ui.is_enabled() || ui.memory(Memory::focused) != Some(id()) {
            return None;
        }
        let filter =
            EventFilter { vertical_arrows: true, horizontal_arrows: true, escape: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id(), filter));
        let (before, mut go) = (out.len(), None);
        keyboard::each(ui.ctx(), |typed| {
            let Typed::Key(press) = typed else { return Heard::Passed };
            let Some(intent) = of_press(press) else { return Heard::Passed };
            let depends =
                matches!(intent, Intent::NextUsage | Intent::NextDelivery | Intent::Inherit | Intent::Figures);
            if depends && out.len() > before {
                return Heard::Later;
            }
            // A key closes the open menu and does what the menu shows for it.
            let was_open = self.menu.close();
            if !(was_open && intent == Intent::Escape) {
                go = self.carry_out(view, layout, intent, out).or(go);
            }
            Heard::Done
        });
        go
    }

    /// Does what was asked for; where it leads.
    pub(super) fn carry_out(
        &mut self,
        view: &View,
        layout: &Layout,
        intent: Intent,
        out: &mut Vec<Action>,
    ) -> Option<Go> {
        let size = self.size();
        match intent {
            Intent::Walk(walk) => self.walk(walk.apply(self.selection, layout.page(), size)),
            Intent::All => self.selection = Selection::all(size),
            Intent::Escape => self.selection = Selection::at(self.selection.active()),
            Intent::Menu => self.menu.open(layout.visible_rect(self.selection.active()).center()),
            _ => return self.change(view, intent, out),
        }
        None
    }

    /// Nothing can be added here.
    fn walk(&mut self, selection: Selection) {
        if !matches!(selection.active(), Spot::AddRow | Spot::AddColumn) {
            self.select(selection);
        }
    }

    /// Changes all that is selected, as one step.
    fn change(&mut self, view: &View, intent: Intent, out: &mut Vec<Action>) -> Option<Go> {
        let (_, active) = self.active()?;
        let reach = view.project.plan.reach(active);
        let keys = self.selected();
        let of = || keys.iter().copied().map(Of::Reach);
        out.push(match intent {
            Intent::Preference(preference) => edit(Command::set_all(of(), "preference", preference)),
            Intent::Usage(usage) => edit(Command::set_all(of(), "usage", usage)),
            Intent::NextUsage => edit(Command::set_all(of(), "usage", next_usage(reach.usage))),
            Intent::Delivery(delivery) => edit(Command::set_all(of(), "delivery", delivery)),
            Intent::NextDelivery => edit(Command::set_all(of(), "delivery", next_delivery(reach.delivery))),
            Intent::Inherit => inherit(view, keys.clone())?,
            Intent::Figures => return Some(Go::Figures(active.customer, active.channel)),
            _ => return None,
        });
        None
    }
}

/// Takes the figures that are given for those pairs back; none where there are none.
pub(super) fn inherit(view: &View, mut keys: Vec<ReachKey>) -> Option<Action> {
    keys.retain(|key| !view.project.plan.reach(*key).figures.is_blank());
    let mut commands: Vec<Command> = keys
        .into_iter()
        .map(|key| Command::changes(Of::Reach(key), &view.project.plan.reach(key).figures, &Figures::default()))
        .collect();
    let command = if commands.len() < 2 { commands.pop()? } else { Command::All(commands) };
    Some(Action::Edit(command, None))
}

fn of_press(press: Press) -> Option<Intent> {
    match press.digit() {
        Some(preference @ 0..=3) => Some(Intent::Preference(Some(preference))),
        _ => of_key(press.key, press.modifiers),
    }
}

fn of_key(key: Key, modifiers: Modifiers) -> Option<Intent> {
    if let Some(walk) = walk(key, modifiers) {
        return Some(Intent::Walk(walk));
    }
    let Modifiers { alt, shift, command, .. } = modifiers;
    if alt {
        return None;
    }
    Some(match (key, command, shift) {
        (Key::A, true, false) => Intent::All,
        (Key::Delete | Key::Backspace, false, false) => Intent::Preference(None),
        (Key::Space, false, false) => Intent::NextUsage,
        (Key::M, false, false) => Intent::Usage(Usage::Main),
        (Key::S, false, false) => Intent::Usage(Usage::Supporting),
        (Key::N, false, false) => Intent::Usage(Usage::None),
        (Key::D | Key::X, false, false) => Intent::NextDelivery,
        (Key::Enter | Key::F2, false, false) => Intent::Figures,
        (Key::F10, false, true) => Intent::Menu,
        (Key::Escape, false, false) => Intent::Escape,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::widgets::grid::{Direction, Step};

    #[test]
    fn keys_of_the_program_are_left_alone() {
        for shortcut in crate::ui::commands::all().iter().filter_map(|row| row.shortcut) {
            assert_eq!(of_key(shortcut.logical_key, shortcut.modifiers), None, "{shortcut:?}");
        }
    }

    #[test]
    fn modifiers_tell_keys_apart() {
        let left = |step, extend| Some(Intent::Walk(Walk::Go { direction: Direction::Left, step, extend }));
        assert_eq!(of_key(Key::ArrowLeft, Modifiers::SHIFT), left(Step::One, true));
        assert_eq!(of_key(Key::Home, Modifiers::NONE), left(Step::End, false));
        assert_eq!(of_key(Key::D, Modifiers::NONE), Some(Intent::NextDelivery));
        assert_eq!(of_key(Key::D, Modifiers::COMMAND), None);
    }
}
