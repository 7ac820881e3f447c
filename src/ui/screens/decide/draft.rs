//! Text fields with a draft, written to the project on Enter or when the field loses the focus.

use eframe::egui::{Align2, Id, Key, Response, TextEdit, Ui, WidgetInfo};

use crate::project::{
    CellKey, Command, CriterionId, Decide, Of, Participant, ParticipantId, Project, RoundId, ScoreKey,
};
use crate::ui::theme;
use crate::ui::widgets::keyboard;
use crate::ui::widgets::table::whole_field;
use crate::ui::{Action, View};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum DraftField {
    Criterion(CriterionId),
    /// The description of a criterion's level; levels start at 1.
    Anchor(CriterionId, u8),
    Reason(CellKey, CriterionId),
    /// A participant's name.
    Participant(ParticipantId),
    NewParticipant,
    Round(RoundId),
}

impl DraftField {
    /// The command that writes the text; `None` if its target is gone or nothing is to be written.
    fn command(self, text: &str, new: ParticipantId, project: &Project) -> Option<Command> {
        let decision = &project.decision;
        let text = text.trim();
        Some(match self {
            Self::Criterion(id) => Command::set(Of::Criterion(id), "name", text),
            Self::Anchor(id, level) => {
                let mut levels = decision.criterion(id)?.1.anchors.clone();
                *levels.get_mut(usize::from(level) - 1)? = text.into();
                Decide::SetLevels { criterion: id, levels }.into()
            }
            Self::Reason(cell, criterion) => {
                decision.score(cell, criterion)?;
                Command::set(Of::Score(ScoreKey { cell, criterion }), "reason", text)
            }
            Self::Participant(_) | Self::NewParticipant if text.is_empty() => return None,
            Self::Participant(id) => Command::set(Of::Participant(id), "name", text),
            Self::NewParticipant => {
                let known = decision.participants.iter().cloned();
                let participant = Participant { id: new, ..Participant::new(text) };
                Decide::SetParticipants(known.chain([participant]).collect()).into()
            }
            Self::Round(id) => Command::set(Of::Round(id), "name", text),
        })
    }
}

#[derive(Debug)]
struct Draft {
    field: DraftField,
    id: Id,
    text: String,
    /// The id of a new participant.
    new: ParticipantId,
}

/// The open draft; only one field at a time has the focus.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    open: Option<Draft>,
    /// The field to focus when it is drawn.
    wanted: Option<DraftField>,
}

/// A field's text and size.
#[derive(Clone, Copy)]
pub(super) struct Look<'a> {
    /// The text in the project.
    pub current: &'a str,
    /// Its accessible name.
    pub name: &'a str,
    /// Shown while the field is empty.
    pub hint: &'a str,
    pub width: f32,
}

impl Drafts {
    /// Focuses the field when it is drawn next.
    pub fn begin(&mut self, field: DraftField) {
        self.wanted = Some(field);
    }

    /// Draws a single-line field.
    pub fn line(&mut self, ui: &mut Ui, field: DraftField, look: Look) -> Response {
        let is_open = self.open.as_ref().is_some_and(|draft| draft.field == field);
        let mut text = match &mut self.open {
            Some(draft) if is_open => std::mem::take(&mut draft.text),
            _ => look.current.to_owned(),
        };
        let response = ui.add(
            TextEdit::singleline(&mut text)
                .id(Id::unique(("decide field", field)))
                .hint_text(look.hint)
                .align(Align2::LEFT_CENTER)
                .desired_width(look.width)
                .char_limit(1000),
        );
        response.widget_info(|| {
            let mut info = WidgetInfo::text_edit(ui.is_enabled(), &text, &text, look.hint);
            info.label = Some(look.name.to_owned());
            info
        });
        let response = whole_field(ui, response, &text, theme::body());
        if self.wanted == Some(field) {
            self.wanted = None;
            response.request_focus();
        }
        if keyboard::left_by(&response, Key::Escape) {
            if is_open {
                self.open = None;
            }
        } else if is_open || response.changed() {
            if field == DraftField::NewParticipant && keyboard::left_by(&response, Key::Enter) {
                // Ready for the next name.
                self.wanted = Some(field);
            }
            let new = self.open.take().map_or_else(ParticipantId::random, |draft| draft.new);
            self.open = Some(Draft { field, id: response.id, text, new });
        }
        response
    }

    /// Commits the draft if its field lost the focus. Call after everything is drawn.
    pub fn settle(&mut self, ui: &Ui, view: &View, out: &mut Vec<Action>) {
        let is_left = |draft: &Draft| !ui.memory(|memory| memory.has_focus(draft.id));
        if self.open.as_ref().is_some_and(is_left) {
            self.commit(view, out);
        }
    }

    /// Writes the draft to the project.
    pub fn commit(&mut self, view: &View, out: &mut Vec<Action>) {
        self.drafts(view, out);
        self.open = None;
    }

    /// What [`Drafts::commit`] would write.
    pub fn drafts(&self, view: &View, out: &mut Vec<Action>) {
        let command = self.open.as_ref().and_then(|draft| draft.field.command(&draft.text, draft.new, view.project));
        out.extend(command.map(|command| Action::Edit(command, None)));
    }
}
