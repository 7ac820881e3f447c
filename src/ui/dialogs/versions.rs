//! Earlier versions of a file: what they have that the open project hasn't.

use eframe::egui::{Button, RichText, Role, ScrollArea, Ui, WidgetInfo, vec2};

use crate::text::Text;
use crate::ui::theme::{self, colors, space};
use crate::ui::{Differs, age};

use super::parts::{Answer, answer, differences, heading};

/// An earlier state of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionEntry {
    /// How long ago it was saved, in minutes.
    pub minutes: usize,
    pub bytes: u64,
}

#[derive(Debug, Clone)]
pub struct Versions {
    /// The file's name.
    pub name: String,
    /// The latest first; none until they have been read.
    pub entries: Option<Vec<VersionEntry>>,
    pub chosen: usize,
    /// What the chosen one has that the open project hasn't.
    pub differs: Differs,
}

impl Default for Versions {
    fn default() -> Self {
        Self { name: String::new(), entries: None, chosen: 0, differs: Differs::Comparing }
    }
}

pub(super) fn versions(ui: &mut Ui, text: &Text, shown: &Versions) -> Option<Answer> {
    ui.set_width(680.0);
    heading(ui, &text.with("versions-title", "name", shown.name.as_str()));
    ui.label(RichText::new(text.get("versions-detail")).color(colors(ui).muted));
    ui.add_space(space::M);
    let mut given = None;
    match shown.entries.as_deref() {
        None => drop(ui.label(text.get("versions-reading"))),
        Some([]) => drop(ui.label(text.get("versions-none"))),
        Some(entries) => {
            ui.horizontal_top(|ui| {
                ui.vertical(|ui| {
                    ui.set_width(220.0);
                    let area = ScrollArea::vertical().id_salt("versions").max_height(260.0).min_scrolled_height(260.0);
                    area.auto_shrink([false, false]).show(ui, |ui| {
                        for (place, entry) in entries.iter().enumerate() {
                            ui.push_id(place, |ui| {
                                if line(ui, text, entry, place == shown.chosen) {
                                    given = Some(Answer::Look(place));
                                }
                            });
                        }
                    });
                });
                ui.add_space(space::M);
                ui.vertical(|ui| {
                    ui.label(RichText::new(text.get("versions-differs")).font(theme::body_strong()));
                    differences(ui, text, &shown.differs);
                });
            });
        }
    }
    ui.add_space(space::L);
    let can_take =
        matches!(&shown.differs, Differs::Told(_)) && shown.entries.as_ref().is_some_and(|all| !all.is_empty());
    let differs = matches!(&shown.differs, Differs::Told(told) if !told.is_empty());
    ui.horizontal_wrapped(|ui| {
        if ui.add_enabled_ui(can_take && differs, |ui| answer(ui, text.get("versions-restore"), true)).inner {
            given = Some(Answer::RestoreVersion(shown.chosen));
        }
        if ui.add_enabled_ui(can_take, |ui| answer(ui, text.get("versions-copy"), false)).inner {
            given = Some(Answer::OpenVersion(shown.chosen));
        }
        if answer(ui, text.get("dialog-close"), false) {
            given = Some(Answer::Cancel);
        }
    });
    given
}

/// One version: its age and its size. Says whether it was clicked.
fn line(ui: &mut Ui, text: &Text, entry: &VersionEntry, is_chosen: bool) -> bool {
    let name = text.say(&age(entry.minutes));
    let size = text.with("versions-size", "kilobytes", (entry.bytes as usize).div_ceil(1000));
    let button = Button::selectable(
        is_chosen,
        (RichText::new(&name), RichText::new(&size).font(theme::small()).color(colors(ui).muted)),
    );
    let response = ui.add(button.min_size(vec2(ui.available_width(), space::ROW)));
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, format!("{name}, {size}")));
    response.clicked() && !is_chosen
}
