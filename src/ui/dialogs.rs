//! Modal questions and messages.

use std::path::{Path, PathBuf};

use eframe::egui::{Context, Grid, Id, Modal, RichText, Role, ScrollArea, TextEdit, Ui, WidgetInfo};

use crate::project::Message;
use crate::text::Text;

use super::bars::{Bars, name};
use super::commands;
use super::files::{Differs, RecoveryEntry};
use super::screens::SCREENS;
use super::theme::{self, colors, space};
use super::widgets::keeps_focus;

mod differs;
mod parts;
mod paste;
mod versions;

pub use parts::Answer;
use parts::{answer, answers, enter, heading};
pub use paste::PastePreview;
pub use versions::{VersionEntry, Versions};

#[derive(Debug)]
pub enum Dialog {
    /// The project is about to be closed with unsaved changes.
    Unsaved { name: String },
    /// Another program has changed the file since it was read.
    Changed {
        name: String,
        /// What the file has that the open project hasn't.
        differs: Differs,
        /// It is the open project's file.
        can_reload: bool,
    },
    /// A file that has just been opened has unsaved work.
    Recovery(RecoveryEntry),
    /// The file has comments, which saving over it removes; `line` is that of the first, from 1.
    Comments { name: String, count: usize, line: usize },
    /// Asks for a typed path, where there is no file dialog.
    Path {
        purpose: PathPurpose,
        typed: String,
        /// The file exists.
        exists: bool,
        hint: PathHint,
    },
    /// Earlier versions of the open file.
    Versions(Versions),
    /// A pasted table as it was read, before it changes anything.
    Paste(PastePreview),
    /// An error that needs more room than the status line.
    Error {
        title: String,
        detail: String,
        /// It can be done at another place.
        has_elsewhere: bool,
    },
    /// Keyboard shortcuts.
    Keys,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathPurpose {
    Open,
    Save,
    Export,
}

/// Why a path is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathHint {
    /// There is no file dialog.
    NoDialog,
    /// The system's dialog has not answered yet.
    Late,
}

impl Dialog {
    /// Draws it; none while there is no answer.
    pub fn show(&mut self, ctx: &Context, bars: &Bars) -> Option<Answer> {
        let text = bars.text;
        let modal = Modal::new(Id::unique("dialog")).frame(theme::dialog_frame(ctx)).show(ctx, |ui| match self {
            Self::Unsaved { name } => unsaved(ui, text, name),
            Self::Changed { name, differs, can_reload } => differs::changed(ui, text, name, differs, *can_reload),
            Self::Paste(shown) => paste::preview(ui, text, shown),
            Self::Versions(shown) => versions::versions(ui, text, shown),
            Self::Recovery(entry) => differs::recovery(ui, text, entry),
            Self::Comments { name, count, line } => comments(ui, text, name, *count, *line),
            Self::Path { purpose, typed, exists, hint } => path(ui, text, *purpose, typed, *exists, *hint),
            Self::Error { title, detail, has_elsewhere } => error(ui, text, title, detail, *has_elsewhere),
            Self::Keys => keys(ui, bars),
        });
        let escaped = modal.should_close();
        modal.inner.or(escaped.then_some(Answer::Cancel))
    }
}

fn unsaved(ui: &mut Ui, text: &Text, name: &str) -> Option<Answer> {
    ui.set_width(430.0);
    heading(ui, &text.with("dialog-unsaved-title", "name", name));
    ui.label(text.get("dialog-unsaved-detail"));
    ui.add_space(space::L);
    let given = answers(
        ui,
        text,
        &[("action-save", Answer::Save), ("dialog-discard", Answer::Discard), ("dialog-cancel", Answer::Cancel)],
    );
    given.or_else(|| enter(ui).then_some(Answer::Save))
}

fn comments(ui: &mut Ui, text: &Text, name: &str, count: usize, line: usize) -> Option<Answer> {
    ui.set_width(560.0);
    heading(ui, &text.with("dialog-comments-title", "name", name));
    let detail = Message::new("dialog-comments-detail").with("count", count);
    ui.label(text.say(&detail.with("line", line.to_string())));
    ui.add_space(space::L);
    answers(
        ui,
        text,
        &[
            ("action-save-as", Answer::SaveElsewhere),
            ("dialog-save-anyway", Answer::Save),
            ("dialog-cancel", Answer::Cancel),
        ],
    )
}

fn path(
    ui: &mut Ui,
    text: &Text,
    purpose: PathPurpose,
    typed: &mut String,
    exists: bool,
    hint: PathHint,
) -> Option<Answer> {
    ui.set_width(560.0);
    let (title, button) = match purpose {
        PathPurpose::Open => ("dialog-path-open", "dialog-open"),
        PathPurpose::Save => ("dialog-path-save", "action-save"),
        PathPurpose::Export => ("dialog-path-export", "dialog-export"),
    };
    heading(ui, text.get(title));
    let label = text.get("dialog-path-field");
    let field = ui.add(TextEdit::singleline(typed).id_salt("path").desired_width(f32::INFINITY));
    field.widget_info(|| {
        let mut info = WidgetInfo::text_edit(true, &typed, &typed, "");
        info.label = Some(label.to_owned());
        info
    });
    if !keeps_focus(&field) && !field.lost_focus() {
        field.request_focus();
    }
    let replaces = exists && purpose != PathPurpose::Open;
    let missing = !exists && purpose == PathPurpose::Open && !typed.is_empty();
    let note = if replaces {
        RichText::new(text.get("dialog-path-replaces")).color(colors(ui).warning)
    } else if missing {
        RichText::new(text.get("dialog-path-missing")).color(colors(ui).muted)
    } else {
        let key = if hint == PathHint::Late { "dialog-path-late" } else { "dialog-path-hint" };
        RichText::new(text.get(key)).color(colors(ui).muted)
    };
    ui.label(note.font(theme::small()));
    ui.add_space(space::M);
    let mut given = field.changed().then(|| Answer::Typed(expand(typed)));
    let ready = !typed.trim().is_empty();
    ui.horizontal(|ui| {
        let words = text.get(if replaces { "dialog-replace" } else { button });
        if ui.add_enabled_ui(ready, |ui| answer(ui, words, true)).inner {
            given = Some(Answer::Path(expand(typed)));
        }
        if answer(ui, text.get("dialog-cancel"), false) {
            given = Some(Answer::Cancel);
        }
    });
    if ready && field.lost_focus() && enter(ui) {
        given = Some(Answer::Path(expand(typed)));
    }
    given
}

/// The typed path with `~` expanded.
fn expand(typed: &str) -> PathBuf {
    let typed = typed.trim();
    match (typed.strip_prefix("~/"), std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => Path::new(typed).to_owned(),
    }
}

fn error(ui: &mut Ui, text: &Text, title: &str, detail: &str, has_elsewhere: bool) -> Option<Answer> {
    ui.set_width(620.0);
    heading(ui, title);
    ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
        ui.add(eframe::egui::Label::new(detail).wrap().selectable(true));
    });
    ui.add_space(space::L);
    let mut given = None;
    ui.horizontal(|ui| {
        if answer(ui, text.get("dialog-retry"), true) {
            given = Some(Answer::Retry);
        }
        if has_elsewhere && answer(ui, text.get("dialog-elsewhere"), false) {
            given = Some(Answer::SaveElsewhere);
        }
        if answer(ui, text.get("dialog-close"), false) {
            given = Some(Answer::Cancel);
        }
        if answer(ui, text.get("dialog-copy"), false) {
            ui.copy_text(format!("{title}\n{detail}"));
        }
    });
    given.or_else(|| enter(ui).then_some(Answer::Retry))
}

/// Keyboard shortcuts: those of the commands, then those of each screen.
fn keys(ui: &mut Ui, bars: &Bars) -> Option<Answer> {
    let text = bars.text;
    let screen = ui.ctx().content_rect().size();
    let width = (screen.x - 64.0).min(1060.0);
    ui.set_width(width);
    heading(ui, text.get("action-keys"));
    // A fixed height, so that nothing moves when the content has been measured.
    let height = (screen.y - 180.0).clamp(120.0, 620.0);
    let area = ScrollArea::both().max_height(height).min_scrolled_height(height).auto_shrink([false, true]);
    area.show(ui, |ui| {
        let plain = Bars { undo: None, redo: None, ..*bars };
        let everywhere: Vec<_> = commands::all()
            .iter()
            .filter_map(|row| Some((ui.ctx().format_shortcut(&row.shortcut?), name(row, &plain))))
            .collect();
        let of = |list: &[(&str, &str)]| -> Vec<(String, String)> {
            list.iter().map(|(keys, key)| (text.get(keys).to_owned(), text.get(key).to_owned())).collect()
        };
        let of_screens = |ui: &mut Ui| {
            for (screen, (part, keys)) in SCREENS.iter().flat_map(|row| row.keys.iter().map(move |keys| (row, keys))) {
                let screen = text.get(screen.key);
                let title = part.map_or_else(|| screen.to_owned(), |part| format!("{screen} – {}", text.get(part)));
                section(ui, &title, &of(keys));
            }
        };
        if width < 760.0 {
            section(ui, text.get("keys-everywhere"), &everywhere);
            of_screens(ui);
            return;
        }
        ui.horizontal_top(|ui| {
            ui.vertical(|ui| {
                ui.set_width(width * 0.4 - space::L);
                section(ui, text.get("keys-everywhere"), &everywhere);
            });
            ui.vertical(|ui| {
                ui.set_width(width * 0.6 - space::L);
                of_screens(ui);
            });
        });
    });
    ui.add_space(space::M);
    let closed = ui.horizontal(|ui| answer(ui, text.get("dialog-close"), true)).inner || enter(ui);
    closed.then_some(Answer::Cancel)
}

fn section(ui: &mut Ui, title: &str, rows: &[(String, String)]) {
    ui.add_space(space::S);
    ui.label(RichText::new(title).font(theme::body_strong()));
    Grid::new(title).num_columns(2).spacing([space::M, 0.0]).min_col_width(110.0).show(ui, |ui| {
        for (keys, what) in rows {
            ui.label(RichText::new(keys).color(colors(ui).muted));
            let label = ui.label(what);
            label.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{keys}: {what}")));
            ui.end_row();
        }
    });
}
