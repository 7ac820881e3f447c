//! The start screen: new, open, recent files, unsaved work.

use eframe::egui::{
    Align2, Button, CentralPanel, Frame, Id, LayerId, Order, Response, RichText, Role, ScrollArea, Sense, Ui,
    WidgetInfo, vec2,
};

use crate::project::{Message, Template};
use crate::text::Text;
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::widgets::{icon_button, labelled_button};
use crate::ui::{Action, Differs, FileEntry, RecoveryEntry, age, file_name};

/// What the start screen lists.
#[derive(Clone, Copy)]
pub struct Lists<'a> {
    /// Most recent first.
    pub recent: &'a [FileEntry],
    pub recovery: &'a [RecoveryEntry],
}

/// Narrower than this, in points, recent files go below the ways to begin.
const SIDE_BY_SIDE: f32 = 640.0;

pub fn ui(ui: &mut Ui, text: &Text, lists: &Lists, out: &mut Vec<Action>) {
    let frame = Frame::new().fill(colors(ui).background).inner_margin(space::XL);
    CentralPanel::default().frame(frame).show(ui, |ui| {
        ScrollArea::vertical().show(ui, |ui| {
            let width = ui.available_width().min(1040.0);
            let indent = ((ui.available_width() - width) / 2.0).max(0.0);
            ui.add_space((ui.available_height() * 0.06).min(60.0));
            ui.horizontal_top(|ui| {
                ui.add_space(indent);
                ui.vertical(|ui| {
                    ui.set_width(width);
                    ui.label(RichText::new("Nisje").font(theme::title()));
                    ui.label(RichText::new(text.get("start-tagline")).color(colors(ui).muted));
                    ui.add_space(space::XL);
                    if !lists.recovery.is_empty() {
                        recovery(ui, text, lists.recovery, out);
                        ui.add_space(space::XL);
                    }
                    if width < SIDE_BY_SIDE {
                        begin(ui, text, out);
                        ui.add_space(space::XL);
                        recent(ui, text, lists.recent, out);
                        return;
                    }
                    ui.horizontal_top(|ui| {
                        let left = (width * 0.4).clamp(300.0, 400.0);
                        ui.vertical(|ui| {
                            ui.set_width(left);
                            begin(ui, text, out);
                        });
                        ui.add_space(space::XL);
                        ui.vertical(|ui| {
                            ui.set_width(width - left - space::XL - 2.0 * space::S);
                            recent(ui, text, lists.recent, out);
                        });
                    });
                });
            });
        });
    });
}

fn section(ui: &mut Ui, words: &str) {
    ui.label(RichText::new(words).font(theme::body_strong()));
    ui.add_space(space::XS);
}

fn begin(ui: &mut Ui, text: &Text, out: &mut Vec<Action>) {
    section(ui, text.get("start-new"));
    for (template, name, detail) in [
        (Template::Blank, "start-blank", "start-blank-detail"),
        (Template::Lecture, "start-lecture", "start-lecture-detail"),
        (Template::Example, "start-example", "start-example-detail"),
    ] {
        let card = choice(ui, icon::NEW, text.get(name), text.get(detail));
        // Enter begins at once.
        if template == Template::Blank
            && ui.memory(|memory| memory.focused().is_none() && memory.allows_interaction(ui.layer_id()))
        {
            card.request_focus();
        }
        if card.clicked() {
            out.push(Action::New(template));
        }
    }
    ui.add_space(space::L);
    section(ui, text.get("dialog-open"));
    if choice(ui, icon::OPEN, text.get("start-open-file"), text.get("start-open-file-detail")).clicked() {
        out.push(Action::Open);
    }
}

/// A wide button with a name and a line of explanation.
fn choice(ui: &mut Ui, icon: &str, name: &str, detail: &str) -> Response {
    let palette = colors(ui);
    let width = ui.available_width();
    let detail = ui.painter().layout(detail.to_owned(), theme::small(), palette.muted, width - 46.0 - space::M);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 38.0 + detail.size().y), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let visuals = ui.style().interact(&response);
    let stroke = if response.has_focus() { ui.visuals().selection.stroke } else { visuals.bg_stroke };
    let painter = ui.painter_at(rect);
    painter.rect(rect, 6.0, visuals.bg_fill, stroke, eframe::egui::StrokeKind::Inside);
    let left = rect.left_center() + vec2(16.0, 0.0);
    painter.text(left, Align2::LEFT_CENTER, icon, theme::icon_font(), palette.accent);
    let at = rect.left_top() + vec2(46.0, 9.0);
    painter.text(at, Align2::LEFT_TOP, name, theme::body_strong(), palette.ink);
    painter.galley(at + vec2(0.0, 20.0), detail, palette.muted);
    response
}

fn recent(ui: &mut Ui, text: &Text, files: &[FileEntry], out: &mut Vec<Action>) {
    section(ui, text.get("start-recent"));
    if files.is_empty() {
        ui.label(RichText::new(text.get("start-recent-none")).color(colors(ui).muted));
        return;
    }
    for file in files {
        ui.push_id(&file.path, |ui| {
            ui.horizontal(|ui| {
                let name = file_name(&file.path);
                let folder = file.path.parent().map(|folder| folder.display().to_string()).unwrap_or_default();
                let width = ui.available_width() - 40.0;
                let detail = if file.missing { text.get("start-recent-missing") } else { folder.as_str() };
                let button = Button::new((
                    RichText::new(icon::FILE).color(colors(ui).muted),
                    RichText::new(&name),
                    RichText::new(detail).font(theme::small()).color(colors(ui).muted),
                ))
                .truncate()
                .frame_when_inactive(false)
                .min_size(vec2(width, space::ROW));
                let response = ui.add_enabled(!file.missing, button);
                response.widget_info(|| WidgetInfo::labeled(Role::Button, !file.missing, &name));
                if response.on_hover_text(file.path.display().to_string()).clicked() {
                    out.push(Action::OpenFile(file.path.clone()));
                }
                let forget = text.with("start-recent-forget", "name", name.as_str());
                if icon_button(ui, icon::CLOSE, &forget, &forget).clicked() {
                    out.push(Action::ForgetFile(file.path.clone()));
                }
            });
        });
    }
}

fn recovery(ui: &mut Ui, text: &Text, entries: &[RecoveryEntry], out: &mut Vec<Action>) {
    let palette = colors(ui);
    Frame::new().fill(palette.panel).stroke((1.0, palette.warning)).corner_radius(6.0).inner_margin(space::M).show(
        ui,
        |ui| {
            ui.set_width(ui.available_width());
            section(ui, text.get("start-recovery"));
            for (place, entry) in entries.iter().enumerate() {
                ui.push_id(place, |ui| {
                    if place > 0 {
                        ui.add_space(space::M);
                    }
                    unsaved_work(ui, text, place, entry, out);
                });
            }
        },
    );
}

/// Lines about what unsaved work changes, at the most.
const LINES: usize = 4;

/// One piece of unsaved work: what it is called, where it belongs, what it changes.
fn unsaved_work(ui: &mut Ui, text: &Text, place: usize, entry: &RecoveryEntry, out: &mut Vec<Action>) {
    let palette = colors(ui);
    let small = |words: String| RichText::new(words).font(theme::small()).color(palette.muted);
    ui.horizontal_wrapped(|ui| {
        let name = entry.title().unwrap_or_else(|| text.get("untitled").to_owned());
        let age = text.say(&age(entry.minutes));
        ui.label(text.say(&Message::new("start-recovery-line").with("name", name).with("age", age)));
        if labelled_button(ui, icon::CHECK, text.get("start-recovery-open")).clicked() {
            out.push(Action::Recover(place));
        }
        if labelled_button(ui, icon::TRASH, text.get("start-recovery-discard")).clicked() {
            out.push(Action::DiscardRecovery(place));
        }
    });
    ui.spacing_mut().item_spacing.y = 2.0;
    let path = entry.original.as_ref().map(|path| path.display().to_string());
    ui.label(small(path.unwrap_or_else(|| text.get("start-recovery-no-file").to_owned())));
    if entry.is_newer {
        ui.label(RichText::new(text.get("start-recovery-newer")).font(theme::small()).color(palette.warning));
    }
    match &entry.differs {
        None | Some(Differs::Comparing) => {}
        Some(Differs::Unknown(why)) => {
            ui.label(small(text.say(&Message::new("differs-unknown").with("why", why.clone()))));
        }
        Some(Differs::Told(told)) if told.is_empty() => {
            ui.label(small(text.get("differs-nothing").to_owned()));
        }
        Some(Differs::Told(told)) => {
            let shown = if told.len() > LINES { LINES - 1 } else { told.len() };
            let lines: Vec<_> = told.iter().map(|message| format!("• {}", text.say(message))).collect();
            for line in &lines[..shown] {
                ui.label(small(line.clone()));
            }
            if lines.len() > shown {
                let more = text.say(&Message::new("diff-more").with("count", lines.len() - shown));
                ui.label(small(more)).on_hover_text(lines[shown..].join("\n"));
            }
        }
    }
}

/// Says what dropping does while files are dragged over the window.
pub fn drop_hint(ui: &Ui, text: &Text) {
    let held = ui.input(|input| !input.raw.hovered_files.is_empty());
    if !held {
        return;
    }
    let palette = colors(ui);
    let rect = ui.ctx().content_rect();
    let painter = ui.ctx().layer_painter(LayerId::new(Order::Foreground, Id::unique("drop hint")));
    painter.rect_filled(rect, 0.0, palette.background.gamma_multiply(0.85));
    painter.text(rect.center(), Align2::CENTER_CENTER, text.get("start-drop"), theme::heading(), palette.ink);
}
