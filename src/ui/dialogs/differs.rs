//! Questions about two states of a project, with what differs between them.

use eframe::egui::{RichText, Ui};

use crate::text::Text;
use crate::ui::theme::{self, colors, space};
use crate::ui::{Differs, RecoveryEntry, age};

use super::parts::{Answer, answers, differences, heading};

/// Another program has changed the file.
pub(super) fn changed(ui: &mut Ui, text: &Text, name: &str, differs: &Differs, can_reload: bool) -> Option<Answer> {
    ui.set_width(560.0);
    heading(ui, &text.with("dialog-changed-title", "name", name));
    ui.label(text.get("dialog-changed-detail"));
    ui.add_space(space::M);
    ui.label(RichText::new(text.get("dialog-changed-differs")).font(theme::body_strong()));
    differences(ui, text, differs);
    ui.add_space(space::L);
    let all = [
        ("action-save-as", Answer::SaveElsewhere),
        ("dialog-reload", Answer::Reload),
        ("dialog-save-over", Answer::Save),
        ("dialog-cancel", Answer::Cancel),
    ];
    let all: Vec<_> = all.into_iter().filter(|(_, answer)| can_reload || *answer != Answer::Reload).collect();
    answers(ui, text, &all)
}

/// A file that has just been opened has unsaved work.
pub(super) fn recovery(ui: &mut Ui, text: &Text, entry: &RecoveryEntry) -> Option<Answer> {
    ui.set_width(560.0);
    let name = entry.title().unwrap_or_else(|| text.get("untitled").to_owned());
    heading(ui, &text.with("dialog-recovery-title", "name", name));
    ui.label(text.with("dialog-recovery-detail", "age", text.say(&age(entry.minutes))));
    if entry.is_newer {
        ui.label(RichText::new(text.get("start-recovery-newer")).color(colors(ui).warning));
    }
    ui.add_space(space::M);
    if let Some(differs) = &entry.differs {
        ui.label(RichText::new(text.get("start-recovery-differs")).font(theme::body_strong()));
        differences(ui, text, differs);
        ui.add_space(space::L);
    }
    let all = [
        ("start-recovery-open", Answer::Restore),
        ("dialog-recovery-later", Answer::Cancel),
        ("start-recovery-discard", Answer::Discard),
    ];
    answers(ui, text, &all)
}
