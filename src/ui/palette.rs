//! The command palette: every command by typing words of its name.

use eframe::egui::{
    Button, Context, Id, Key, KeyboardShortcut, Modal, RichText, Role, ScrollArea, TextEdit, WidgetInfo, vec2,
};

use super::action::Action;
use super::bars::{Bars, is_enabled, name};
use super::commands;
use super::files::file_name;
use super::theme::{self, icon};
use super::widgets::{keeps_focus, keyboard};

/// A line of the list.
struct Item {
    action: Action,
    icon: &'static str,
    name: String,
    shortcut: Option<KeyboardShortcut>,
}

/// The palette while it is open.
#[derive(Debug, Default)]
pub struct Palette {
    typed: String,
    chosen: usize,
}

impl Palette {
    /// Draws it. Says whether it stays open.
    pub fn show(&mut self, ctx: &Context, bars: &Bars, out: &mut Vec<Action>) -> bool {
        let (mut up, mut down, mut enter) = (0, 0, false);
        keyboard::presses(ctx, |press| {
            match press.plain() {
                Some(Key::ArrowUp) => up += 1,
                Some(Key::ArrowDown) => down += 1,
                Some(Key::Enter) => enter = true,
                _ => return false,
            }
            true
        });
        let modal = Modal::new(Id::unique("command palette")).frame(theme::dialog_frame(ctx)).show(ctx, |ui| {
            ui.set_width(480.0);
            let label = bars.text.get("palette-field");
            let field = ui.add(
                TextEdit::singleline(&mut self.typed).hint_text(label).desired_width(f32::INFINITY).id_salt("palette"),
            );
            field.widget_info(|| {
                let mut info = WidgetInfo::text_edit(true, &self.typed, &self.typed, "");
                info.label = Some(label.to_owned());
                info
            });
            if !keeps_focus(&field) {
                field.request_focus();
            }
            if field.changed() {
                self.chosen = 0;
            }
            let found = self.found(bars);
            if found.is_empty() {
                ui.add_space(theme::space::S);
                ui.weak(bars.text.get("palette-nothing"));
            } else {
                self.chosen = (self.chosen + down + found.len() - up % found.len()) % found.len();
            }
            let mut picked = enter.then(|| found.get(self.chosen).map(|item| item.action.clone())).flatten();
            ScrollArea::vertical().max_height(360.0).auto_shrink([false, true]).show(ui, |ui| {
                for (place, item) in found.iter().enumerate() {
                    let chosen = place == self.chosen;
                    let mut button = Button::selectable(chosen, (RichText::new(item.icon), RichText::new(&item.name)))
                        .min_size(vec2(ui.available_width(), 0.0));
                    if let Some(shortcut) = item.shortcut {
                        button = button.shortcut_text(ui.ctx().format_shortcut(&shortcut));
                    }
                    let response = ui.add(button);
                    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, chosen, &item.name));
                    if chosen && up + down > 0 {
                        response.scroll_to_me(None);
                    }
                    if response.clicked() {
                        picked = Some(item.action.clone());
                    }
                }
            });
            picked
        });
        let picked = modal.inner.clone();
        let open = picked.is_none() && !modal.should_close();
        out.extend(picked);
        open
    }

    /// What can be done now and has every typed word in its name: commands, then files that were open before.
    fn found(&self, bars: &Bars) -> Vec<Item> {
        let typed = self.typed.to_lowercase();
        let commands = commands::all().iter().filter(|row| is_enabled(row, bars) && row.action != Action::ShowPalette);
        let commands = commands.map(|row| Item {
            action: row.action.clone(),
            icon: row.icon,
            name: name(row, bars),
            shortcut: row.shortcut,
        });
        let files = bars.recent.iter().filter(|file| !file.missing).map(|file| Item {
            action: Action::OpenFile(file.path.clone()),
            icon: icon::FILE,
            name: bars.text.with("action-open-recent", "name", file_name(&file.path)),
            shortcut: None,
        });
        let all = commands.chain(files);
        all.filter(|item| {
            let name = item.name.to_lowercase();
            typed.split_whitespace().all(|word| name.contains(word))
        })
        .collect()
    }
}
