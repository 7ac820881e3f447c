//! Text that is being written: kept as a draft, and made an edit by Enter or when the field is left.

use eframe::egui::{Align2, Id, Key, Response, TextEdit, Ui, WidgetInfo};

use crate::project::{
    CellKey, Command, CriterionId, Decide, Of, Participant, ParticipantId, Project, RoundId, ScoreKey,
};
use crate::ui::{Action, View};

/// What a field writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Field {
    /// The name of a criterion.
    Criterion(CriterionId),
    /// What a level of a criterion stands for; levels from 1.
    Anchor(CriterionId, u8),
    /// Why a cell has its score.
    Reason(CellKey, CriterionId),
    /// The name of somebody in the room.
    Participant(ParticipantId),
    /// Somebody who comes into the room.
    NewParticipant,
    /// The name of a round.
    Round(RoundId),
}

impl Field {
    /// The edit that makes the text stand; none when there is nothing to write it to any more.
    fn command(self, text: &str, project: &Project) -> Option<Command> {
        let decision = &project.decision;
        let text = text.trim();
        Some(match self {
            Self::Criterion(id) => Command::set(Of::Criterion(id), "name", text),
            Self::Anchor(id, level) => {
                let mut criterion = decision.criterion(id)?.1.clone();
                *criterion.anchors.get_mut(usize::from(level) - 1)? = text.into();
                Decide::SetCriterion(criterion).into()
            }
            Self::Reason(cell, criterion) => {
                decision.score(cell, criterion)?;
                Command::set(Of::Score(ScoreKey { cell, criterion }), "reason", text)
            }
            Self::Participant(_) if text.is_empty() => return None,
            Self::Participant(id) => Command::set(Of::Participant(id), "name", text),
            Self::NewParticipant if text.is_empty() => return None,
            Self::NewParticipant => {
                let known = decision.participants.iter().cloned();
                Decide::SetParticipants(known.chain([Participant::new(text)]).collect()).into()
            }
            Self::Round(id) => Command::set(Of::Round(id), "name", text),
        })
    }
}

#[derive(Debug)]
struct Draft {
    field: Field,
    id: Id,
    text: String,
}

/// The one draft, for only one field at a time has the focus.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    open: Option<Draft>,
    /// The field that gets the focus when it is drawn.
    wanted: Option<Field>,
}

/// How a field looks.
#[derive(Clone, Copy)]
pub(super) struct Look<'a> {
    /// What stands in the project.
    pub current: &'a str,
    /// Its name for screen readers.
    pub name: &'a str,
    /// What an empty field shows.
    pub hint: &'a str,
    pub width: f32,
}

impl Drafts {
    /// Puts the cursor into that field as soon as it is drawn.
    pub fn begin(&mut self, field: Field) {
        self.wanted = Some(field);
    }

    /// Draws a field of one line.
    pub fn line(&mut self, ui: &mut Ui, field: Field, look: Look) -> Response {
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
        if self.wanted == Some(field) {
            self.wanted = None;
            response.request_focus();
        }
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape)) {
            if is_open {
                self.open = None;
            }
        } else if is_open || response.changed() {
            if field == Field::NewParticipant
                && response.lost_focus()
                && ui.input(|input| input.key_pressed(Key::Enter))
            {
                // The next one is typed at once.
                self.wanted = Some(field);
            }
            self.open = Some(Draft { field, id: response.id, text });
        }
        response
    }

    /// Makes the draft an edit when its field has been left. To be called after everything is drawn.
    pub fn settle(&mut self, ui: &Ui, view: &View, out: &mut Vec<Action>) {
        let is_left = |draft: &Draft| !ui.memory(|memory| memory.has_focus(draft.id));
        if self.open.as_ref().is_some_and(is_left) {
            self.commit(view, out);
        }
    }

    /// Makes the draft an edit now.
    pub fn commit(&mut self, view: &View, out: &mut Vec<Action>) {
        let command = self.open.take().and_then(|draft| draft.field.command(&draft.text, view.project));
        out.extend(command.map(|command| Action::Edit(command, None)));
    }
}
