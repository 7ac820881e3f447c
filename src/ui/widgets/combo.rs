//! Combo boxes with an accessible name.

use std::fmt::Debug;
use std::hash::Hash;

use eframe::egui::{ComboBox, EventFilter, Key, Response, RichText, Role, Ui, WidgetInfo};

use crate::ui::theme;

use super::keyboard::{self, Heard, Typed};
use super::table::whole_field;

/// A combo box: `label` is its accessible name, `shown` the text of the current value.
pub struct Combo<'a, Id> {
    pub id: Id,
    pub label: &'a str,
    pub shown: &'a str,
    /// In points.
    pub width: f32,
}

impl<Id: Hash + Debug> Combo<'_, Id> {
    /// Draws the box; `items` draws the list while it is open.
    pub fn show(self, ui: &mut Ui, items: impl FnOnce(&mut Ui)) -> Response {
        let combo = ComboBox::from_id_salt(self.id).width(self.width).height(420.0).truncate();
        let response = combo.selected_text(self.shown).show_ui(ui, items).response;
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), self.label);
            info.current_text_value = Some(self.shown.to_owned());
            info
        });
        whole_field(ui, response, self.shown, theme::body())
    }

    /// Draws the box with a plain list. Returns the value that was picked.
    pub fn pick<T: PartialEq>(
        self,
        ui: &mut Ui,
        chosen: &T,
        items: impl IntoIterator<Item = (T, String)>,
    ) -> Option<T> {
        self.pick_in_groups(ui, chosen, items.into_iter().map(|(value, words)| (Some(value), words)))
    }

    /// Draws the box with a list in which lines without a value are headings; one without words is a separator. Arrows,
    /// Home, End and letters walk through the open list. Returns the value that was picked.
    pub fn pick_in_groups<T: PartialEq>(
        self,
        ui: &mut Ui,
        chosen: &T,
        items: impl IntoIterator<Item = (Option<T>, String)>,
    ) -> Option<T> {
        let key = ui.scope_id().with(("combo state", &self.id));
        let before = ui.data(|data| data.get_temp::<Opened>(key)).unwrap_or_default();
        let (mut picked, mut now) = (None, Opened::No);
        let response = self.show(ui, |ui| {
            let mut lines = Vec::new();
            for (value, words) in items {
                match value {
                    Some(value) => {
                        let is_chosen = value == *chosen;
                        let line = ui.selectable_label(is_chosen, &words);
                        if line.clicked() {
                            picked = Some(value);
                        }
                        lines.push((line, is_chosen, words));
                    }
                    None if words.is_empty() => drop(ui.separator()),
                    None => {
                        ui.label(RichText::new(words).font(theme::small_strong()).color(theme::colors(ui).muted));
                    }
                }
            }
            now = if before == Opened::No { Opened::First } else { Opened::Yes { by_key: before.by_key() } };
            walk(
                ui,
                &lines,
                before == Opened::Yes { by_key: true } && !lines.iter().any(|(line, ..)| line.has_focus()),
            );
        });
        if now == Opened::First {
            now = Opened::Yes { by_key: response.has_focus() };
        }
        if now == Opened::No && before.by_key() {
            response.request_focus();
        }
        if now != before {
            ui.data_mut(|data| data.insert_temp(key, now));
        }
        picked
    }
}

/// Whether the list of a combo box is open, and whether a key opened it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Opened {
    #[default]
    No,
    First,
    Yes {
        by_key: bool,
    },
}

impl Opened {
    fn by_key(self) -> bool {
        self == Self::Yes { by_key: true }
    }
}

/// The keys of an open list: response, whether chosen, and words of each line. `begins` gives the focus to the chosen line.
fn walk(ui: &Ui, lines: &[(Response, bool, String)], begins: bool) {
    let Some(last) = lines.len().checked_sub(1) else { return };
    let focused = lines.iter().position(|(line, ..)| line.has_focus());
    let chosen = lines.iter().position(|(_, is_chosen, _)| *is_chosen);
    let from = focused.or(chosen);
    let mut to = if begins { from.or(Some(0)) } else { focused };
    keyboard::each(ui.ctx(), |typed| {
        let at = to.or(from);
        let next = match typed {
            Typed::Key(press) => match press.plain() {
                Some(Key::ArrowDown) => at.map_or(0, |at| (at + 1).min(last)),
                Some(Key::ArrowUp) => at.map_or(last, |at| at.saturating_sub(1)),
                Some(Key::Home) => 0,
                Some(Key::End) => last,
                _ => return Heard::Passed,
            },
            Typed::Text(text) => {
                let text = text.to_lowercase();
                let places = (0..=last).map(|by| (at.map_or(0, |at| at + 1) + by) % (last + 1));
                let mut begins = places.filter(|at| lines[*at].2.to_lowercase().starts_with(&text));
                let Some(found) = begins.next() else { return Heard::Passed };
                found
            }
            _ => return Heard::Passed,
        };
        to = Some(next);
        Heard::Done
    });
    if let Some((line, ..)) = to.filter(|_| to != focused).map(|to| &lines[to]) {
        line.request_focus();
        line.scroll_to_me(None);
    }
    if let Some((line, ..)) = focused.map(|at| &lines[at]) {
        let arrows = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(line.id, arrows));
    }
}
