//! The command palette: every named action by typing a part of its name.

use eframe::egui::{
    Button, Context, Id, Key, Modal, Modifiers, RichText, Role, ScrollArea, TextEdit, WidgetInfo, vec2,
};

use super::shell::{Bars, action_name, is_enabled};
use super::widgets::keeps_focus;
use super::{Action, theme};

/// The palette while it is open.
#[derive(Debug, Default)]
pub struct Palette {
    typed: String,
    chosen: usize,
}

impl Palette {
    /// Draws it. Says whether it stays open.
    pub fn show(&mut self, ctx: &Context, bars: &Bars, out: &mut Vec<Action>) -> bool {
        let (up, down, enter) = ctx.input_mut(|input| {
            (
                input.consume_key(Modifiers::NONE, Key::ArrowUp),
                input.consume_key(Modifiers::NONE, Key::ArrowDown),
                input.consume_key(Modifiers::NONE, Key::Enter),
            )
        });
        let modal = Modal::new(Id::unique("command palette")).frame(theme::dialog_frame(ctx)).show(ctx, |ui| {
            ui.set_width(480.0);
            let name = bars.text.get("palette-field");
            let field = ui.add(
                TextEdit::singleline(&mut self.typed).hint_text(name).desired_width(f32::INFINITY).id_salt("palette"),
            );
            field.widget_info(|| {
                let mut info = WidgetInfo::text_edit(true, &self.typed, &self.typed, "");
                info.label = Some(name.to_owned());
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
            } else if down {
                self.chosen = (self.chosen + 1) % found.len();
            } else if up {
                self.chosen = (self.chosen + found.len() - 1) % found.len();
            }
            let mut picked = enter.then(|| found.get(self.chosen).map(|(action, _)| action.clone())).flatten();
            ScrollArea::vertical().max_height(360.0).auto_shrink([false, true]).show(ui, |ui| {
                for (place, (action, name)) in found.iter().enumerate() {
                    let chosen = place == self.chosen;
                    let mut button = Button::selectable(chosen, (RichText::new(action.icon()), RichText::new(name)))
                        .min_size(vec2(ui.available_width(), 0.0));
                    if let Some(shortcut) = action.shortcut() {
                        button = button.shortcut_text(ui.ctx().format_shortcut(&shortcut));
                    }
                    let response = ui.add(button);
                    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, chosen, name));
                    if chosen && (up || down) {
                        response.scroll_to_me(None);
                    }
                    if response.clicked() {
                        picked = Some(action.clone());
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

    /// The actions that can be done now and have every typed word in their name.
    fn found(&self, bars: &Bars) -> Vec<(Action, String)> {
        let typed = self.typed.to_lowercase();
        Action::named()
            .into_iter()
            .filter(|action| is_enabled(action, bars) && *action != Action::ShowPalette)
            .map(|action| (action_name(&action, bars), action))
            .filter(|(name, _)| {
                let name = name.to_lowercase();
                typed.split_whitespace().all(|word| name.contains(word))
            })
            .map(|(name, action)| (action, name))
            .collect()
    }
}
