//! The grid's text field: a new or existing segment's name, or a cell's note.
//!
//! Holds a draft; the caller applies it.

use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{
    Align2, EventFilter, Frame, Id, Key, KeyboardShortcut, Margin, Modifiers, Rect, Shadow, TextEdit, Ui, UiBuilder,
    vec2,
};

use crate::project::{Axis, CellKey, SegmentId};
use crate::ui::View;
use crate::ui::theme::{self, space};
use crate::ui::widgets::grid::{Layout, Spot};
use crate::ui::widgets::keyboard::{self, Heard, Press, Typed};

/// The text being edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum EditTarget {
    Name(Axis, SegmentId),
    /// The name of a new segment, to be inserted at the index.
    New(Axis, usize),
    Note(CellKey),
}

/// How editing ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum End {
    /// The draft is discarded.
    Dropped,
    Enter(String),
    /// Tab (`forth`) or Shift+Tab.
    Tab {
        draft: String,
        forth: bool,
    },
    /// The field lost the focus.
    Away(String),
    /// Several lines were pasted into the field for a new name.
    Pasted(String),
}

#[derive(Debug)]
pub(super) struct Editor {
    pub target: EditTarget,
    draft: String,
    /// The draft was typed already; otherwise typing replaces it.
    is_typed: bool,
    /// It has requested the focus.
    began: bool,
    /// The id of a new segment in copies of unsaved work.
    pub new: SegmentId,
}

impl Editor {
    /// Starts with `draft` as the text.
    pub fn new(target: EditTarget, draft: &str) -> Self {
        Self { target, draft: draft.to_owned(), is_typed: false, began: false, new: SegmentId::random() }
    }

    /// Starts with the cursor after `draft`.
    pub fn typed(target: EditTarget, draft: &str) -> Self {
        Self { is_typed: true, ..Self::new(target, draft) }
    }

    pub fn draft(&self) -> &str {
        &self.draft
    }

    /// True once it was drawn and has requested the focus.
    pub fn began(&self) -> bool {
        self.began
    }

    fn id() -> Id {
        Id::unique("matrix editor")
    }

    /// Draws the field. Returns how editing ended, if it did.
    pub fn show(&mut self, ui: &mut Ui, layout: &Layout, view: &View) -> Option<End> {
        let id = Self::id();
        if self.began {
            if !ui.memory(|memory| memory.has_focus(id)) {
                return Some(End::Away(std::mem::take(&mut self.draft)));
            }
            if let Some(end) = self.keys(ui) {
                return Some(end);
            }
        }
        let is_note = matches!(self.target, EditTarget::Note(_));
        let (name, hint) = match self.target {
            EditTarget::Name(..) => ("matrix-name", "matrix-name"),
            EditTarget::New(Axis::Product, _) => ("matrix-new-product", "matrix-new-hint"),
            EditTarget::New(Axis::Customer, _) => ("matrix-new-customer", "matrix-new-hint"),
            EditTarget::Note(_) => ("matrix-note-of-cell", "matrix-note-hint"),
        };
        let (name, hint) = (view.text.get(name), view.text.get(hint));
        let Some(rect) = self.rect(layout, view) else { return Some(End::Dropped) };
        let colors = theme::colors(ui);
        let mut ui = ui.new_child(UiBuilder::new().max_rect(rect).id_salt("matrix editor frame"));
        let shadow = if is_note { ui.visuals().popup_shadow } else { Shadow::NONE };
        let margin = Margin::symmetric(space::S as i8 - 2, if is_note { 4 } else { 0 });
        let frame = Frame::new().fill(colors.field).stroke((2.0, colors.accent)).inner_margin(margin).shadow(shadow);
        frame.show(&mut ui, |ui| {
            let field = if is_note {
                let new_line = KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter);
                TextEdit::multiline(&mut self.draft).desired_rows(3).return_key(new_line)
            } else {
                TextEdit::singleline(&mut self.draft).align(Align2::LEFT_CENTER).min_size(vec2(0.0, space::ROW))
            };
            let all = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
            let field = field.id(id).frame(Frame::NONE).margin(Margin::ZERO).hint_text(hint).event_filter(all);
            let mut output = field.desired_width(f32::INFINITY).show(ui);
            ui.accesskit_node_builder(id, |node| node.set_label(name));
            if !self.began {
                self.began = true;
                output.response.response.request_focus();
                let end = CCursor::new(self.draft.chars().count());
                let start = if self.is_typed { end } else { CCursor::new(0) };
                output.state.cursor.set_char_range(Some(CCursorRange::two(start, end)));
                output.state.store(ui, id);
                // The event filter applies from the next frame on.
                ui.request_repaint();
            }
        });
        None
    }

    /// Consumes the keys that end editing before the text field sees them.
    fn keys(&mut self, ui: &Ui) -> Option<End> {
        let adds = matches!(self.target, EditTarget::New(..));
        let mut end = None;
        keyboard::each(ui.ctx(), |typed| {
            if end.is_some() {
                return Heard::Later;
            }
            let draft = || self.draft.clone();
            end = match typed {
                Typed::Key(Press { key: Key::Escape, .. }) => Some(End::Dropped),
                Typed::Key(Press { key: Key::Enter, modifiers, .. }) if !modifiers.shift => Some(End::Enter(draft())),
                Typed::Key(Press { key: Key::Tab, modifiers, .. }) if !modifiers.command => {
                    Some(End::Tab { draft: draft(), forth: !modifiers.shift })
                }
                Typed::Paste(lines) if adds && lines.trim_end().contains('\n') => Some(End::Pasted(lines.to_owned())),
                _ => return Heard::Passed,
            };
            Heard::Done
        });
        end
    }

    /// The field's rectangle; `None` if its segment is gone.
    fn rect(&self, layout: &Layout, view: &View) -> Option<Rect> {
        let line = space::ROW;
        let index = &view.analysis.matrix;
        let level = |place: Rect| Rect::from_center_size(place.center(), vec2(place.width(), line));
        let foot = |place: Rect| {
            let size = vec2(place.width().max(200.0), line);
            Rect::from_min_size(place.left_bottom() - vec2(0.0, line + 3.0), size)
        };
        let rect = match self.target {
            EditTarget::Name(Axis::Product, id) => {
                level(layout.rect(Spot::Row(index.segment_place(Axis::Product, id)?)))
            }
            EditTarget::Name(Axis::Customer, id) => {
                foot(layout.rect(Spot::Column(index.segment_place(Axis::Customer, id)?)))
            }
            EditTarget::New(Axis::Product, at) if at >= layout.size.rows => level(layout.rect(Spot::AddRow)),
            EditTarget::New(Axis::Customer, at) if at >= layout.size.columns => foot(layout.rect(Spot::AddColumn)),
            // Between two segments the field is centred on their boundary.
            EditTarget::New(Axis::Product, at) => {
                let place = layout.rect(Spot::Row(at));
                level(place).translate(vec2(0.0, -place.height() / 2.0))
            }
            EditTarget::New(Axis::Customer, at) => {
                let rect = foot(layout.rect(Spot::Column(at)));
                rect.translate(vec2(-rect.width() / 2.0, 0.0))
            }
            EditTarget::Note(key) => {
                let (row, column) = index.place(key)?;
                let place = layout.rect(Spot::Cell { row, column });
                let size = vec2(340.0, 64.0);
                let below = Rect::from_min_size(place.left_bottom() + vec2(0.0, 2.0), size);
                let above = Rect::from_min_size(place.left_top() - vec2(0.0, size.y + 2.0), size);
                if below.bottom() > layout.area.bottom() && above.top() > layout.area.top() { above } else { below }
            }
        };
        let most = (layout.area.max - rect.size()).max(layout.area.min);
        Some(Rect::from_min_size(rect.min.clamp(layout.area.min, most), rect.size()))
    }
}
