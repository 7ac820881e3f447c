//! What keys do in the grid of channels by segment.

use eframe::egui::{EventFilter, Key, Modifiers, Popup, Ui};

use crate::project::{Delivery, Planning, Usage};
use crate::ui::{Action, View};

use super::{Go, SegmentsPane, cycle_usage, id};

impl SegmentsPane {
    pub(super) fn keys(&mut self, ui: &Ui, view: &View, out: &mut Vec<Action>) -> Option<Go> {
        let filter = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| {
            if memory.focused().is_none() {
                memory.request_focus(id());
            }
            memory.set_focus_lock_filter(id(), filter);
        });
        if !ui.is_enabled() || !ui.memory(|memory| memory.has_focus(id())) || Popup::is_any_open(ui.ctx()) {
            return None;
        }
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        let size = (self.targets.all().len(), view.project.channels.len());
        for (key, down, right) in
            [(Key::ArrowUp, -1, 0), (Key::ArrowDown, 1, 0), (Key::ArrowLeft, 0, -1), (Key::ArrowRight, 0, 1)]
        {
            for (modifiers, extend) in [(Modifiers::SHIFT, true), (Modifiers::NONE, false)] {
                if pressed(modifiers, key) {
                    let step = |at: usize, by: isize, most: usize| at.saturating_add_signed(by).min(most - 1);
                    self.active = (step(self.active.0, down, size.0), step(self.active.1, right, size.1));
                    if !extend {
                        self.anchor = self.active;
                    }
                    self.follow = true;
                }
            }
        }
        for (key, column) in [(Key::Home, 0), (Key::End, size.1 - 1)] {
            if pressed(Modifiers::NONE, key) {
                self.go_to((self.active.0, column));
            }
        }
        let keys = self.selected(view);
        let active = self.key(view, self.active)?;
        let reach = view.project.plan.reach(active);
        let mut edit = |planning: Planning| out.push(Action::Edit(planning.into(), None));
        for (key, level) in [(Key::Num0, 0), (Key::Num1, 1), (Key::Num2, 2), (Key::Num3, 3)] {
            if pressed(Modifiers::NONE, key) {
                edit(Planning::SetPreference { keys: keys.clone(), preference: Some(level) });
            }
        }
        for key in [Key::Delete, Key::Backspace] {
            if pressed(Modifiers::NONE, key) {
                edit(Planning::SetPreference { keys: keys.clone(), preference: None });
            }
        }
        for (key, usage) in [(Key::M, Usage::Main), (Key::S, Usage::Supporting), (Key::N, Usage::None)] {
            if pressed(Modifiers::NONE, key) {
                edit(Planning::SetUsage { keys: keys.clone(), usage });
            }
        }
        if pressed(Modifiers::NONE, Key::D) {
            let delivery = match reach.delivery {
                Delivery::Unknown => Delivery::Yes,
                Delivery::Yes => Delivery::No,
                Delivery::No => Delivery::Unknown,
            };
            edit(Planning::SetDelivery { keys: keys.clone(), delivery });
        }
        if pressed(Modifiers::NONE, Key::Space) {
            out.push(cycle_usage(keys, reach));
        }
        (pressed(Modifiers::NONE, Key::Enter)).then_some(Go::Figures(active.customer, active.channel))
    }
}
