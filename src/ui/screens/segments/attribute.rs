//! The form of an own attribute: name, group, kind and choices.

use eframe::egui::{Grid, Id, Key, Modal, RichText, TextEdit, Ui};

use crate::project::{Attribute, AttributeGroup, AttributeKey, AttributeKind, Command, Describe, Message};
use crate::ui::theme::{self, colors, space};
use crate::ui::widgets::combo::Combo;
use crate::ui::{Action, View};

#[derive(Debug, Default)]
pub(super) struct AttributeForm {
    draft: Option<Draft>,
}

#[derive(Debug)]
struct Draft {
    attribute: Attribute,
    name: String,
    /// A line each.
    choices: String,
    is_new: bool,
    began: bool,
    fault: Option<String>,
}

impl AttributeForm {
    pub fn open_new(&mut self) {
        self.begin(Attribute::new(""), true);
    }

    pub fn open(&mut self, view: &View, key: AttributeKey) {
        let AttributeKey::Own(id) = key else { return };
        if let Some((_, attribute)) = view.project.market.attribute(id) {
            self.begin(attribute.clone(), false);
        }
    }

    fn begin(&mut self, attribute: Attribute, is_new: bool) {
        let (name, choices) = (attribute.name.to_string(), attribute.choices.join("\n"));
        self.draft = Some(Draft { attribute, name, choices, is_new, began: false, fault: None });
    }

    pub fn show(&mut self, ui: &Ui, view: &View, out: &mut Vec<Action>) {
        let Some(mut draft) = self.draft.take() else { return };
        let text = view.text;
        let modal = Modal::new(Id::unique("attribute form")).frame(theme::dialog_frame(ui.ctx()));
        let mut is_done = None;
        let shown = modal.show(ui.ctx(), |ui| {
            ui.set_width(360.0);
            let title = if draft.is_new { "attribute-new" } else { "attribute-change" };
            ui.label(RichText::new(text.get(title)).font(theme::heading()));
            ui.add_space(space::S);
            draft.fields(ui, view);
            if let Some(fault) = &draft.fault {
                ui.label(RichText::new(fault).color(colors(ui).error));
            }
            ui.add_space(space::M);
            ui.horizontal(|ui| {
                let words = text.get(if draft.is_new { "attribute-add" } else { "action-save" });
                let enter = ui.input(|input| input.key_pressed(Key::Enter) && input.modifiers.command);
                if crate::ui::widgets::primary_button(ui, "", words).clicked() || enter {
                    is_done = Some(true);
                }
                if ui.button(text.get("dialog-cancel")).clicked() {
                    is_done = Some(false);
                }
            });
        });
        match is_done {
            Some(true) => match draft.command(view) {
                Ok(Some(command)) => out.push(Action::Edit(command, None)),
                Ok(None) => {}
                Err(fault) => {
                    draft.fault = Some(fault);
                    self.draft = Some(draft);
                }
            },
            None if !shown.should_close() => self.draft = Some(draft),
            _ => {}
        }
    }
}

impl Draft {
    fn fields(&mut self, ui: &mut Ui, view: &View) {
        let text = view.text;
        Grid::new("attribute fields").num_columns(2).spacing([space::M, space::S]).show(ui, |ui| {
            ui.label(text.get("channels-name"));
            let name = ui.add(TextEdit::singleline(&mut self.name).desired_width(240.0));
            ui.accesskit_node_builder(name.id, |node| node.set_label(text.get("channels-name")));
            if !std::mem::replace(&mut self.began, true) {
                name.request_focus();
            }
            ui.end_row();
            ui.label(text.get("attribute-group"));
            let groups = AttributeGroup::ALL.map(|group| (group, text.get(group.key()).to_owned()));
            let chosen = self.attribute.group;
            let shown = text.get(chosen.key());
            let combo = Combo { id: "attribute group", label: text.get("attribute-group"), shown, width: 240.0 };
            if let Some(group) = combo.pick(ui, &chosen, groups) {
                self.attribute.group = group;
            }
            ui.end_row();
            ui.label(text.get("attribute-kind"));
            let chosen = self.attribute.kind;
            let shown = text.get(chosen.key());
            let combo = Combo { id: "attribute kind", label: text.get("attribute-kind"), shown, width: 240.0 };
            let kinds = AttributeKind::ALL.map(|kind| (kind, text.get(kind.key()).to_owned()));
            if let Some(kind) = combo.pick(ui, &chosen, kinds) {
                (self.attribute.kind, self.fault) = (kind, None);
            }
            ui.end_row();
            if self.attribute.kind == AttributeKind::Choice {
                ui.label(text.get("attribute-choices"));
                let field = TextEdit::multiline(&mut self.choices).desired_width(240.0).desired_rows(4);
                let choices = ui.add(field.hint_text(text.get("attribute-choices-hint")));
                ui.accesskit_node_builder(choices.id, |node| node.set_label(text.get("attribute-choices")));
                ui.end_row();
            }
        });
    }

    /// What the form says, or why it can't be done.
    fn command(&self, view: &View) -> Result<Option<Command>, String> {
        let text = view.text;
        if self.name.trim().is_empty() {
            return Err(text.get("attribute-needs-name").to_owned());
        }
        let choices = self.choices.lines().map(str::trim).filter(|line| !line.is_empty()).map(Into::into).collect();
        let attribute = Attribute { name: self.name.trim().into(), choices, ..self.attribute.clone() };
        if !self.is_new && view.project.market.attribute(attribute.id).is_none_or(|(_, old)| *old == attribute) {
            return Ok(None);
        }
        let at = view.project.market.attributes.len();
        let command: Command = if self.is_new {
            Describe::AddAttributes { at, attributes: vec![attribute] }.into()
        } else {
            Describe::SetAttribute(attribute).into()
        };
        let refused = |message: Message| text.say(&message);
        command.apply(&mut view.project.clone()).map_err(|error| refused(error.message()))?;
        Ok(Some(command))
    }
}
