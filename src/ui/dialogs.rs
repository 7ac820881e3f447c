//! Questions and messages that stand before the window until they are answered.

use std::path::{Path, PathBuf};

use eframe::egui::{Button, Context, Grid, Id, Key, Modal, RichText, Role, ScrollArea, TextEdit, Ui, WidgetInfo, vec2};

use crate::project::Message;
use crate::text::Text;

use super::shell::{Bars, action_name};
use super::theme::{self, colors, space};
use super::widgets::keeps_focus;
use super::{Action, screens};

/// A dialog, and what it needs to know.
#[derive(Debug)]
pub enum Dialog {
    /// There are unsaved changes and the project is about to be left.
    Unsaved {
        /// The project's or the file's name.
        name: String,
    },
    /// Another program has changed the file since it was read.
    Changed {
        /// The file's name.
        name: String,
    },
    /// The file has comments, which saving over it removes.
    Comments {
        /// The file's name.
        name: String,
        count: usize,
        /// The line of the first, from 1.
        line: usize,
    },
    /// A path has to be typed, for no file dialog answers.
    Path {
        /// What the path is for.
        purpose: PathPurpose,
        /// What has been typed.
        typed: String,
        /// The path stands for a file that would be replaced.
        exists: bool,
    },
    /// Something went wrong that needs more room than the status line.
    Error {
        /// What could not be done.
        title: String,
        /// Why, where, and what to do.
        detail: String,
    },
    /// The keys.
    Keys,
}

/// What a typed path is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PathPurpose {
    /// To read.
    Open,
    /// To write the project to.
    Save,
    /// To write an export to.
    Export,
}

/// What was answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Nothing is to happen.
    Cancel,
    /// Save first, then go on; or save over what is there.
    Save,
    /// Go on and lose the changes.
    Discard,
    /// Save under another name.
    SaveElsewhere,
    /// Read the file again, and lose the changes.
    Reload,
    /// Take this path.
    Path(PathBuf),
    /// The path has been changed in the field: is there such a file?
    Typed(PathBuf),
}

impl Dialog {
    /// Draws it. None while there is no answer.
    pub fn show(&mut self, ctx: &Context, bars: &Bars) -> Option<Answer> {
        let text = bars.text;
        let modal = Modal::new(Id::unique("dialog")).frame(theme::dialog_frame(ctx)).show(ctx, |ui| match self {
            Self::Unsaved { name } => unsaved(ui, text, name),
            Self::Changed { name } => changed(ui, text, name),
            Self::Comments { name, count, line } => comments(ui, text, name, *count, *line),
            Self::Path { purpose, typed, exists } => path(ui, text, *purpose, typed, *exists),
            Self::Error { title, detail } => error(ui, text, title, detail),
            Self::Keys => keys(ui, bars),
        });
        let escaped = modal.should_close();
        modal.inner.or(escaped.then_some(Answer::Cancel))
    }
}

fn heading(ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).font(theme::heading()));
    ui.add_space(space::S);
}

fn answer(ui: &mut Ui, name: &str, first: bool) -> bool {
    let palette = colors(ui);
    let mut button = Button::new(RichText::new(name)).min_size(vec2(96.0, 30.0));
    if first {
        button =
            Button::new(RichText::new(name).color(palette.on_accent)).fill(palette.accent).min_size(vec2(96.0, 30.0));
    }
    ui.add(button).clicked()
}

/// A button for each answer, the first one standing out; the answer that was pressed.
fn answers<const N: usize>(ui: &mut Ui, text: &Text, all: [(&str, Answer); N]) -> Option<Answer> {
    let mut given = None;
    ui.horizontal_wrapped(|ui| {
        for (place, (key, reply)) in all.into_iter().enumerate() {
            if answer(ui, text.get(key), place == 0) {
                given = Some(reply);
            }
        }
    });
    given
}

fn unsaved(ui: &mut Ui, text: &Text, name: &str) -> Option<Answer> {
    ui.set_width(430.0);
    heading(ui, &text.with("dialog-unsaved-title", "name", name));
    ui.label(text.get("dialog-unsaved-detail"));
    ui.add_space(space::L);
    let given = answers(
        ui,
        text,
        [("dialog-save", Answer::Save), ("dialog-discard", Answer::Discard), ("dialog-cancel", Answer::Cancel)],
    );
    given.or_else(|| enter(ui).then_some(Answer::Save))
}

fn changed(ui: &mut Ui, text: &Text, name: &str) -> Option<Answer> {
    ui.set_width(560.0);
    heading(ui, &text.with("dialog-changed-title", "name", name));
    ui.label(text.get("dialog-changed-detail"));
    ui.add_space(space::L);
    answers(
        ui,
        text,
        [
            ("dialog-save-elsewhere", Answer::SaveElsewhere),
            ("dialog-save-over", Answer::Save),
            ("dialog-reload", Answer::Reload),
            ("dialog-cancel", Answer::Cancel),
        ],
    )
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
        [
            ("dialog-save-elsewhere", Answer::SaveElsewhere),
            ("dialog-save-anyway", Answer::Save),
            ("dialog-cancel", Answer::Cancel),
        ],
    )
}

fn path(ui: &mut Ui, text: &Text, purpose: PathPurpose, typed: &mut String, exists: bool) -> Option<Answer> {
    ui.set_width(560.0);
    let (title, button) = match purpose {
        PathPurpose::Open => ("dialog-path-open", "dialog-open"),
        PathPurpose::Save => ("dialog-path-save", "dialog-save"),
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
        RichText::new(text.get("dialog-path-hint")).color(colors(ui).muted)
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

/// The typed path, its `~` put into full.
fn expand(typed: &str) -> PathBuf {
    let typed = typed.trim();
    match (typed.strip_prefix("~/"), std::env::home_dir()) {
        (Some(rest), Some(home)) => home.join(rest),
        _ => Path::new(typed).to_owned(),
    }
}

fn error(ui: &mut Ui, text: &Text, title: &str, detail: &str) -> Option<Answer> {
    ui.set_width(620.0);
    heading(ui, title);
    ScrollArea::vertical().max_height(280.0).show(ui, |ui| {
        ui.add(eframe::egui::Label::new(detail).wrap().selectable(true));
    });
    ui.add_space(space::L);
    let mut given = None;
    ui.horizontal(|ui| {
        if answer(ui, text.get("dialog-close"), true) {
            given = Some(Answer::Cancel);
        }
        if answer(ui, text.get("dialog-copy"), false) {
            ui.copy_text(format!("{title}\n{detail}"));
        }
    });
    given.or_else(|| enter(ui).then_some(Answer::Cancel))
}

fn enter(ui: &Ui) -> bool {
    ui.input(|input| input.key_pressed(Key::Enter))
}

/// The keys, as pairs: those of the actions, then those of each screen.
fn keys(ui: &mut Ui, bars: &Bars) -> Option<Answer> {
    let text = bars.text;
    let screen = ui.ctx().content_rect().size();
    let width = (screen.x - 64.0).min(1060.0);
    ui.set_width(width);
    heading(ui, text.get("keys-title"));
    // From the first frame as high as it will be, so that nothing moves.
    let height = (screen.y - 180.0).clamp(120.0, 620.0);
    let area = ScrollArea::both().max_height(height).min_scrolled_height(height).auto_shrink([false, true]);
    area.show(ui, |ui| {
        let everywhere: Vec<_> = Action::named()
            .into_iter()
            .filter_map(|action| {
                let shortcut = action.shortcut()?;
                let plain = Bars { undo: None, redo: None, ..*bars };
                Some((ui.ctx().format_shortcut(&shortcut), action_name(&action, &plain)))
            })
            .collect();
        let of = |list: &[(&str, &str)]| -> Vec<(String, String)> {
            list.iter().map(|(keys, key)| (text.get(keys).to_owned(), text.get(key).to_owned())).collect()
        };
        let of_screens = |ui: &mut Ui| {
            section(ui, text.get("tab-matrix"), &of(screens::matrix::KEYS));
            section(ui, text.get("tab-decide"), &of(screens::decide::KEYS));
            section(ui, text.get("tab-channels"), &of(screens::channels::KEYS));
            let segments = format!("{} – {}", text.get("tab-channels"), text.get("channels-mode-segments"));
            section(ui, &segments, &of(screens::channels::SEGMENT_KEYS));
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
