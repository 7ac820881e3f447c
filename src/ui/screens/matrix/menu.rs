//! The context menu of a cell, a range or a heading.

use eframe::egui::{Button, Response, Role, Ui, ViewportCommand, WidgetInfo};

use crate::project::Fit;
use crate::ui::widgets::grid::{Direction, Layout, Spot};
use crate::ui::{Action, View};

use super::MatrixScreen;
use super::keys::Intent;

/// A menu item: text key, shortcut, intent.
type Line = (&'static str, &'static str, Intent);

impl MatrixScreen {
    /// Opens and draws the menu.
    pub(super) fn menu(&mut self, ui: &Ui, response: &Response, view: &View, layout: &Layout, out: &mut Vec<Action>) {
        if let Some(selection) = self.menu.follow(response, layout, self.selection) {
            self.select_in_place(selection);
        }
        let mut menu = std::mem::take(&mut self.menu);
        let chosen = menu.show(ui, response, |ui| self.lines(ui, view));
        self.menu = menu;
        if let Some(intent) = chosen {
            self.carry_out(ui, view, layout, intent, out);
        }
    }

    fn lines(&self, ui: &mut Ui, view: &View) -> Option<Intent> {
        ui.set_min_width(220.0);
        let active = self.selection.active();
        let mut chosen = None;
        if matches!(active, Spot::Row(_) | Spot::Column(_)) {
            let is_row = matches!(active, Spot::Row(_));
            let (before, after) =
                if is_row { (Direction::Up, Direction::Down) } else { (Direction::Left, Direction::Right) };
            let back = if is_row { ("matrix-move-up", "Alt+↑") } else { ("matrix-move-left", "Alt+←") };
            let forth = if is_row { ("matrix-move-down", "Alt+↓") } else { ("matrix-move-right", "Alt+→") };
            let groups: [&[Line]; 3] = [
                &[
                    ("matrix-rename", "F2", Intent::Edit),
                    ("matrix-add-before", "", Intent::InsertBefore),
                    ("matrix-add-after", "Insert", Intent::Insert(None)),
                    ("matrix-duplicate", "Ctrl+D", Intent::Duplicate),
                ],
                &[(back.0, back.1, Intent::Move(before)), (forth.0, forth.1, Intent::Move(after))],
                &[
                    ("matrix-copy", "Ctrl+C", Intent::Copy { headings: true }),
                    ("matrix-delete", "Delete", Intent::Delete),
                ],
            ];
            for (place, lines) in groups.into_iter().enumerate() {
                if place > 0 {
                    ui.separator();
                }
                chosen = chosen.or(show(ui, view, lines));
            }
            return chosen;
        }
        let fits = [
            (Fit::Prio1, "fit-prio1", "1"),
            (Fit::Prio2, "fit-prio2", "2"),
            (Fit::Prio3, "fit-prio3", "3"),
            (Fit::Undecided, "matrix-set-undecided", "X"),
            (Fit::No, "matrix-set-no", "0"),
        ];
        for (fit, key, shortcut) in fits {
            chosen = chosen.or(show(ui, view, &[(key, shortcut, Intent::Set(fit))]));
        }
        ui.separator();
        if !self.selection.is_range() {
            chosen = chosen.or(show(ui, view, &[("matrix-write-note", "F2", Intent::Edit)]));
            if let [cell] = self.selected_fits(view)[..] {
                let key = if view.project.is_beachhead(cell) { "beachhead-clear" } else { "beachhead-set" };
                chosen = chosen.or(show(ui, view, &[(key, "Ctrl+Shift+B", Intent::Beachhead)]));
            }
            ui.separator();
        }
        let lines: [Line; 3] = [
            ("matrix-cut", "Ctrl+X", Intent::Cut),
            ("matrix-copy", "Ctrl+C", Intent::Copy { headings: false }),
            ("matrix-copy-headings", "", Intent::Copy { headings: true }),
        ];
        chosen = chosen.or(show(ui, view, &lines));
        let paste = ui.add(Button::new(view.text.get("matrix-paste")).shortcut_text("Ctrl+V"));
        if paste.clicked() {
            // The text arrives as an event, as with the keys.
            ui.send_viewport_cmd(ViewportCommand::RequestPaste);
            Self::take_focus(ui);
            ui.close();
        }
        ui.separator();
        chosen.or(show(ui, view, &[("matrix-clear", "Delete", Intent::Delete)]))
    }
}

fn show(ui: &mut Ui, view: &View, lines: &[Line]) -> Option<Intent> {
    let mut chosen = None;
    for (key, shortcut, intent) in lines {
        let words = view.text.get(key);
        let button = Button::new(words).shortcut_text(*shortcut);
        let response = ui.add(button);
        response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, ui.is_enabled(), words));
        if response.clicked() {
            chosen = Some(intent.clone());
        }
    }
    chosen
}
