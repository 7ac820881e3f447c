//! A text field over a cell: typing, choosing from a list, and the keys that end it.
//!
//! Holds a draft; the caller applies it.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{
    Align2, Area, Event, EventFilter, Frame, Id, Key, Margin, Order, Rect, RichText, ScrollArea, TextEdit, Ui,
    UiBuilder, pos2, vec2,
};

use crate::ui::theme::{self, colors, space};
use crate::ui::widgets::grid::Direction;

/// How editing a cell ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellEnd {
    /// Escape: the draft is discarded.
    Dropped,
    /// Enter, Tab or an arrow: the draft is applied and the active cell moves.
    Moved(String, Direction),
    /// The field lost the focus: the draft is applied.
    Away(String),
}

/// The text field of a cell.
#[derive(Debug)]
pub struct CellEditor {
    id: Id,
    draft: String,
    /// Typing began it: arrows up and down end it, as in a spreadsheet.
    by_typing: bool,
    /// The draft differs from what it began with.
    is_typed: bool,
    /// It has requested the focus.
    began: bool,
    /// What can be chosen; empty where any text can stand.
    choices: Vec<String>,
    /// The highlighted one of the choices that are shown.
    at: Option<usize>,
    /// Where the list was drawn.
    list: Option<Rect>,
    /// Why the draft can't be applied.
    pub fault: Option<String>,
}

impl CellEditor {
    /// Starts with the cell's text, all of it selected.
    pub fn open(id: Id, written: String, choices: Vec<String>) -> Self {
        let at = choices.iter().position(|choice| *choice == written);
        let list = None;
        Self { id, draft: written, by_typing: false, is_typed: false, began: false, choices, at, list, fault: None }
    }

    /// Starts with what was typed in place of the cell's text.
    pub fn typed(id: Id, typed: &str, choices: Vec<String>) -> Self {
        let editor = Self::open(id, String::new(), choices);
        let mut editor = Self { draft: typed.to_owned(), by_typing: true, is_typed: true, ..editor };
        editor.at = editor.best();
        editor
    }

    pub fn draft(&self) -> &str {
        &self.draft
    }

    /// Keeps the field open, because its draft can't be applied.
    pub fn refuse(&mut self, draft: String, fault: String) {
        (self.draft, self.fault, self.began) = (draft, Some(fault), false);
    }

    /// The choices that are shown: all until something is typed, then those with the draft in them.
    fn shown(&self) -> Vec<usize> {
        let wanted = self.draft.trim().to_lowercase();
        let fits = |choice: &String| !self.is_typed || choice.to_lowercase().contains(&wanted);
        (0..self.choices.len()).filter(|place| self.choices.get(*place).is_some_and(fits)).collect()
    }

    /// The first choice that the draft is a part of, best one that begins with it.
    fn best(&self) -> Option<usize> {
        let wanted = self.draft.trim().to_lowercase();
        let shown = self.shown();
        let begins =
            |place: &&usize| self.choices.get(**place).is_some_and(|it| it.to_lowercase().starts_with(&wanted));
        shown.iter().find(begins).or(shown.first()).copied().filter(|_| !wanted.is_empty())
    }

    /// Draws the field. `name` is its accessible name, `hint` stands in it while it is empty.
    pub fn show(&mut self, ui: &mut Ui, rect: Rect, name: &str, hint: &str, is_number: bool) -> Option<CellEnd> {
        let id = self.id;
        if self.began {
            let is_over_list = self
                .list
                .is_some_and(|list| ui.input(|input| input.pointer.interact_pos()).is_some_and(|at| list.contains(at)));
            if !ui.memory(|memory| memory.has_focus(id)) {
                if !is_over_list {
                    return Some(CellEnd::Away(self.chosen()));
                }
                ui.memory_mut(|memory| memory.request_focus(id));
            }
            if let Some(end) = self.keys(ui) {
                return Some(end);
            }
        }
        let palette = colors(ui);
        let stroke = if self.fault.is_some() { palette.error } else { palette.accent };
        let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt("cell editor"));
        child.set_clip_rect(ui.clip_rect().union(rect));
        let frame = Frame::new().fill(palette.field).stroke((2.0, stroke)).inner_margin(Margin::symmetric(6, 0));
        frame.show(&mut child, |ui| {
            let all = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
            let align = if is_number { Align2::RIGHT_CENTER } else { Align2::LEFT_CENTER };
            let before = self.draft.clone();
            let field = TextEdit::singleline(&mut self.draft).id(id).frame(Frame::NONE).margin(Margin::ZERO);
            let field = field.align(align).min_size(vec2(0.0, rect.height())).hint_text(hint.to_owned());
            let mut output = field.event_filter(all).desired_width(f32::INFINITY).show(ui);
            ui.accesskit_node_builder(id, |node| node.set_label(name));
            if self.draft != before {
                (self.is_typed, self.fault) = (true, None);
                self.at = self.best();
            }
            if !self.began {
                self.began = true;
                output.response.response.request_focus();
                let end = CCursor::new(self.draft.chars().count());
                let start = if self.by_typing { end } else { CCursor::new(0) };
                output.state.cursor.set_char_range(Some(CCursorRange::two(start, end)));
                output.state.store(ui, id);
                // The event filter applies from the next frame on.
                ui.request_repaint();
            }
        });
        self.below(ui, rect)
    }

    /// The fault or the list of choices, below the field or above it where there is no room.
    fn below(&mut self, ui: &Ui, rect: Rect) -> Option<CellEnd> {
        const LINE: f32 = 26.0;
        const MOST: f32 = 230.0;
        let shown = self.shown();
        if self.fault.is_none() && shown.is_empty() {
            self.list = None;
            return None;
        }
        let height = if self.fault.is_some() { LINE * 2.0 } else { (LINE * shown.len() as f32 + 12.0).min(MOST) };
        let is_below = rect.bottom() + height < ui.ctx().content_rect().bottom();
        let (at, pivot) =
            if is_below { (rect.left_bottom(), Align2::LEFT_TOP) } else { (rect.left_top(), Align2::LEFT_BOTTOM) };
        let area = Area::new(self.id.with("below")).order(Order::Foreground).fixed_pos(at).pivot(pivot);
        let mut picked = None;
        let drawn = area.show(ui.ctx(), |ui| {
            Frame::popup(ui.style()).inner_margin(Margin::same(4)).show(ui, |ui| {
                ui.set_width(rect.width().max(180.0));
                if let Some(fault) = &self.fault {
                    ui.label(RichText::new(fault).font(theme::small()).color(colors(ui).error));
                    return;
                }
                ui.spacing_mut().item_spacing.y = 0.0;
                ScrollArea::vertical().max_height(MOST - 12.0).show(ui, |ui| {
                    for place in &shown {
                        let Some(choice) = self.choices.get(*place) else { continue };
                        let row = ui.selectable_label(self.at == Some(*place), choice);
                        if row.clicked() {
                            picked = Some(choice.clone());
                        }
                    }
                });
            });
        });
        self.list = Some(drawn.response.rect.expand(space::XS));
        picked.map(|choice| CellEnd::Moved(choice, Direction::Down))
    }

    /// The highlighted choice, or the draft.
    fn chosen(&self) -> String {
        let choice = self
            .at
            .and_then(|place| self.choices.get(place))
            .filter(|_| self.shown().contains(&self.at.unwrap_or_default()));
        choice.cloned().unwrap_or_else(|| self.draft.clone())
    }

    /// Consumes the keys that end editing before the text field sees them.
    fn keys(&mut self, ui: &Ui) -> Option<CellEnd> {
        let mut end = None;
        ui.input_mut(|input| {
            input.events.retain(|event| {
                let Event::Key { key, pressed: true, modifiers, .. } = event else { return true };
                if end.is_some() || modifiers.command || modifiers.alt {
                    return true;
                }
                let has_list = !self.choices.is_empty();
                let to = match key {
                    Key::Escape => {
                        end = Some(CellEnd::Dropped);
                        return false;
                    }
                    Key::ArrowDown | Key::ArrowUp if has_list => {
                        self.step(*key == Key::ArrowDown);
                        return false;
                    }
                    Key::Enter if modifiers.shift => Direction::Up,
                    Key::Enter => Direction::Down,
                    Key::Tab if modifiers.shift => Direction::Left,
                    Key::Tab => Direction::Right,
                    Key::ArrowUp if self.by_typing => Direction::Up,
                    Key::ArrowDown if self.by_typing => Direction::Down,
                    _ => return true,
                };
                end = Some(CellEnd::Moved(self.chosen(), to));
                false
            });
        });
        end
    }

    /// Highlights the next or the previous choice.
    fn step(&mut self, forth: bool) {
        let shown = self.shown();
        let now = self.at.and_then(|at| shown.iter().position(|place| *place == at));
        let next = match (now, forth) {
            (None, true) => 0,
            (None, false) => shown.len().saturating_sub(1),
            (Some(at), true) => (at + 1).min(shown.len().saturating_sub(1)),
            (Some(at), false) => at.saturating_sub(1),
        };
        self.at = shown.get(next).copied();
    }
}

/// The rectangle of a field over a cell, at least so wide, within the area.
pub fn field_rect(cell: Rect, least: f32, area: Rect) -> Rect {
    let size = vec2(cell.width().max(least), cell.height());
    let left = cell.left().min(area.right() - size.x).max(area.left());
    Rect::from_min_size(pos2(left, cell.top()), size)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn editor(typed: Option<&str>) -> CellEditor {
        let choices = ["public", "private", "none"].map(str::to_owned).to_vec();
        match typed {
            Some(typed) => CellEditor::typed(Id::NULL, typed, choices),
            None => CellEditor::open(Id::NULL, "private".to_owned(), choices),
        }
    }

    #[test]
    fn all_choices_are_shown_until_something_is_typed() {
        let mut editor = editor(None);
        assert_eq!((editor.shown(), editor.at), (vec![0, 1, 2], Some(1)));
        editor.step(true);
        assert_eq!(editor.chosen(), "none");
        editor.step(true);
        editor.step(false);
        assert_eq!(editor.chosen(), "private");
    }

    #[test]
    fn what_is_typed_narrows_the_choices() {
        let mut editor = editor(Some("P"));
        assert_eq!(editor.shown(), [0, 1]);
        assert_eq!(editor.chosen(), "public");
        editor.step(true);
        assert_eq!(editor.chosen(), "private");
    }
}
