//! The matrix screen: fit and Prio of product segments × customer segments.
//!
//! A painted grid whose cost depends on what is visible. Keeps selection, drafts and scrolling only; every change is an
//! [`Action`]. Order within a frame: keys → layout → pointer → paint → accessibility → text field, menu, tooltip.

use eframe::egui::scroll_area::ScrollSource;
use eframe::egui::{
    self, EventFilter, FocusDirection, Frame, Id, Margin, Memory, Rect, ScrollArea, Sense, Ui, Vec2, vec2,
};

use crate::analysis::Analysis;
use crate::import::Copied;
use crate::project::{Axis, CellKey, Fit};
use crate::ui::arrange::Arrangement;
use crate::ui::theme::{icon, space};
use crate::ui::widgets::Empty;
use crate::ui::widgets::grid::tree::Request;
use crate::ui::widgets::grid::{AddRoom, Layout, Menu, Room, Selection, Size, Spot};
use crate::ui::widgets::keyboard::{self, Heard};
use crate::ui::{Action, View};

mod access;
mod arranged;
mod clipboard;
mod edit;
mod editor;
mod find;
mod hand;
mod headings;
mod hover;
pub mod inspector;
mod keys;
mod menu;
mod paint;
mod pointer;
mod toolbar;

pub use keys::KEYS;

use arranged::Arranged;
use editor::{EditTarget, Editor};
use find::{Asked, Find};
use hand::Hand;
use headings::Headings;
use keys::Intent;

/// Legible cell sizes; 9 × 9 fills a projector.
const ROOM: Room = Room {
    least: vec2(40.0, 28.0),
    most: vec2(190.0, 104.0),
    add: AddRoom { width: 40.0, first_width: 210.0, height: 34.0 },
};

#[derive(Debug, Default)]
pub struct MatrixScreen {
    selection: Selection,
    /// Copies include the headings.
    with_headings: bool,
    /// What was copied last: it comes back exactly.
    copied: Option<Copied>,
    filter: Option<Fit>,
    arranged: Arranged,
    find: Find,
    editor: Option<Editor>,
    hand: Hand,
    headings: Headings,
    /// A cell to select once its place is known.
    wanted: Option<CellKey>,
    /// A place to scroll to in the next frame.
    reveal: Option<Spot>,
    /// How far to scroll in the next frame, because of a drag past an edge.
    pull: Vec2,
    scrolled: Vec2,
    menu: Menu,
    /// The last frame in which it was shown: it takes the focus when it comes into view.
    shown: Option<u64>,
}

impl MatrixScreen {
    /// Scrolls to a cell and makes it active.
    pub fn show_cell(&mut self, key: CellKey) {
        self.wanted = Some(key);
    }

    /// The selected cells with a fit; those of a heading are all in its row or column.
    pub fn selected_fits(&self, view: &View) -> Vec<CellKey> {
        let size = Self::size(view);
        let products = view.project.matrix.segments(Axis::Product);
        let customers = view.project.matrix.segments(Axis::Customer);
        let columns = self.selection.columns(size);
        let cells = self.selection.rows(size).flat_map(|row| {
            let fits = view.analysis.matrix.cells(row, columns.clone()).iter();
            fits.filter(|(_, state)| state.fit != Fit::No).map(move |(column, _)| (row, *column as usize))
        });
        let key = |(row, column): (usize, usize)| {
            Some(CellKey { product: products.get(row)?.id, customer: customers.get(column)?.id })
        };
        cells.filter_map(key).collect()
    }

    /// Focuses the search field.
    pub fn find(&mut self) {
        self.find.open();
    }

    fn id() -> Id {
        Id::unique("matrix grid")
    }

    /// Draws the screen, with the columns as they are arranged.
    pub fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let hides = |lens: &Analysis| self.wanted.is_some_and(|key| lens.matrix.place(key).is_none());
        let Some(lens) = self.arranged.lens(view).filter(|lens| !hides(lens)) else {
            // A cell that isn't shown is gone to in the team's own order.
            self.arranged.arrangement = Arrangement::default();
            return self.draw(ui, view, view, out);
        };
        let mut asked = Vec::new();
        self.draw(ui, &View::new(&lens, view.text), view, &mut asked);
        arranged::translate(view.project, asked, out);
    }

    /// Draws the screen; `whole` is the project in the team's own order, with all columns.
    fn draw(&mut self, ui: &mut Ui, view: &View, whole: &View, out: &mut Vec<Action>) {
        let matrix = &view.project.matrix;
        let size = Size { rows: matrix.segments(Axis::Product).len(), columns: matrix.segments(Axis::Customer).len() };
        self.selection = self.selection.within(size);
        if let Some((row, column)) = self.wanted.take().and_then(|key| view.analysis.matrix.place(key)) {
            self.select(Selection::at(Spot::Cell { row, column }));
            Self::take_focus(ui);
        }
        let opened = self.is_opened(ui) && !ui.text_edit_focused();
        if whole.project.matrix.is_empty() && self.editor.is_none() {
            self.teach(ui, view, opened, out);
        } else {
            if opened {
                Self::take_focus(ui);
            }
            self.bar(ui, view, whole);
            self.grid(ui, view, size, out);
        }
        // A field or scroll target set after it would have been drawn.
        if self.reveal.is_some() || self.editor.as_ref().is_some_and(|editor| !editor.began()) {
            ui.request_repaint();
        }
    }

    /// True in the first frame after the screen was hidden.
    fn is_opened(&mut self, ui: &Ui) -> bool {
        let frame = ui.cumulative_frame_nr();
        self.shown.replace(frame).is_none_or(|shown| frame > shown + 1)
    }

    fn bar(&mut self, ui: &mut Ui, view: &View, whole: &View) {
        let frame = Frame::new().inner_margin(Margin { left: 8, right: 8, top: 6, bottom: 2 });
        let asked = frame.show(ui, |ui| {
            toolbar::toolbar(ui, view, whole, &mut self.filter, &mut self.find, &mut self.arranged.arrangement)
        });
        let asked = asked.inner;
        match asked {
            Some(Asked::Go(spot)) => self.select(Selection::at(spot)),
            Some(Asked::Close) => Self::take_focus(ui),
            None => {}
        }
        ui.add_space(space::XS);
    }

    fn grid(&mut self, ui: &mut Ui, view: &View, size: Size, out: &mut Vec<Action>) {
        let outer = ui.available_rect_before_wrap();
        let layout = self.lay_out(ui, outer, view, size);
        let focused = ui.memory(|memory| memory.has_focus(Self::id())) && self.editor.is_none();
        if focused {
            let all = EventFilter { tab: true, horizontal_arrows: true, vertical_arrows: true, escape: true };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(Self::id(), all));
            self.hear(ui, view, &layout, out);
        }
        // Fading would cover the headings and the last cells.
        ui.spacing_mut().scroll.fade.strength = 0.0;
        let mut area = ScrollArea::both()
            .id_salt("matrix")
            .auto_shrink(false)
            .content_margin(0.0)
            .animated(false)
            .scroll_source(ScrollSource { drag: egui::scroll_area::DragScroll::Never, ..ScrollSource::default() });
        let pull = std::mem::take(&mut self.pull);
        if let Some(spot) = self.reveal.take() {
            area = area.scroll_offset(layout.offset_showing(spot));
        } else if pull != Vec2::ZERO {
            area = area.scroll_offset(layout.scrolled(layout.offset + pull).offset);
        }
        let shown = area.show_viewport(ui, |ui, viewport| {
            let layout = layout.scrolled(viewport.min.to_vec2());
            ui.allocate_rect(Rect::from_min_size(ui.max_rect().min, layout.content()), Sense::hover());
            let response = ui.interact(layout.area, Self::id(), Sense::click_and_drag());
            if response.gained_focus() {
                // The focus filter applies from the next frame on.
                ui.request_repaint();
            }
            self.pointer(ui, &response, view, &layout, out);
            let scene = paint::MatrixScene {
                view,
                layout: &layout,
                selection: self.selection,
                focused: focused || self.editor.is_some(),
                filter: self.filter,
                hovered: self.hovered(&response, &layout),
                found: self.find.found(),
                found_at: self.find.current(),
                landing: self.landing(ui, &layout),
            };
            paint::paint(ui, &scene, &mut self.headings);
            match access::nodes(ui, Self::id(), view, &layout, self.selection) {
                Some(Request::Press(spot)) => self.press_by_name(ui, view, spot, out),
                Some(Request::Activate(spot)) => {
                    self.select(Selection::at(spot));
                    response.request_focus();
                }
                None => {}
            }
            (response, layout)
        });
        let (response, layout) = shown.inner;
        self.scrolled = layout.offset;
        self.edit(ui, view, &layout, out);
        self.menu(ui, &response, view, &layout, out);
        self.hover(ui, &response, view, &layout);
    }

    /// Carries out what the keys of this frame ask for, in order. What depends on an earlier edit waits for the next frame.
    fn hear(&mut self, ui: &Ui, view: &View, layout: &Layout, out: &mut Vec<Action>) {
        let (mut set, mut changed) = (false, false);
        keyboard::each(ui.ctx(), |typed| {
            // The text field has them from now on.
            if self.editor.is_some() {
                return Heard::Later;
            }
            let Some(intent) = keys::intent(typed) else { return Heard::Passed };
            let only_sets = intent.only_sets() || (intent == Intent::Delete && self.is_on_cells());
            if changed || (set && !only_sets) {
                return Heard::Later;
            }
            let before = out.len();
            let sets = only_sets || intent == Intent::Toggle;
            // A key closes the open menu and does what the menu shows for it.
            let was_open = self.menu.close();
            if !(was_open && intent == Intent::Escape) {
                self.carry_out(ui, view, layout, intent, out);
            }
            set |= out.len() > before;
            changed |= out.len() > before && !sets;
            Heard::Done
        });
    }

    fn lay_out(&mut self, ui: &Ui, outer: Rect, view: &View, size: Size) -> Layout {
        self.headings.update(ui, view);
        let bar = ui.spacing().scroll.allocated_width();
        let mut layout = Layout::new(outer, bar, size, self.headings.wanted(), ROOM);
        if !layout.turned {
            let height = self.headings.level_height(ui, &layout, view.text);
            layout = layout.with_head_height(height.max(56.0));
        }
        self.headings.size_signs(ui, &layout);
        layout.scrolled(self.scrolled)
    }

    /// Selects a range and scrolls to its active place.
    fn select(&mut self, selection: Selection) {
        self.select_in_place(selection);
        self.reveal = Some(selection.active());
    }

    /// Selects without scrolling: content that moved under the pointer would take the next click.
    fn select_in_place(&mut self, selection: Selection) {
        self.selection = selection;
        self.with_headings = false;
    }

    /// The empty state, before there is any segment.
    fn teach(&mut self, ui: &mut Ui, view: &View, opened: bool, out: &mut Vec<Action>) {
        let text = view.text;
        if opened {
            // The first step takes it.
            if let Some(id) = ui.memory(Memory::focused) {
                ui.memory_mut(|memory| memory.surrender_focus(id));
            }
        }
        let empty = Empty {
            title: text.get("matrix-empty-title"),
            lines: &[text.get("matrix-empty-rows"), text.get("matrix-empty-columns")],
            example: text.get("matrix-empty-example"),
            steps: &[(icon::PLUS, text.get("matrix-add-product")), (icon::PLUS, text.get("matrix-add-customer"))],
            hint: text.get("matrix-empty-paste"),
        };
        if let Some(axis) = empty.show(ui).and_then(|step| Axis::ALL.get(step).copied()) {
            self.add_segment(axis, 0);
        }
        // Intents that need no cells.
        if !ui.text_edit_focused() {
            keyboard::each(ui.ctx(), |typed| {
                match keys::intent(typed) {
                    _ if self.editor.is_some() => return Heard::Later,
                    Some(Intent::Paste(table)) => self.paste(view, &table, out),
                    Some(Intent::Insert(axis)) => self.add_segment(axis.unwrap_or(Axis::Product), 0),
                    Some(Intent::Write(words)) => {
                        self.editor = Some(Editor::typed(EditTarget::New(Axis::Product, 0), &words));
                    }
                    _ => return Heard::Passed,
                }
                Heard::Done
            });
        }
    }

    fn leave(ui: &Ui, direction: FocusDirection) {
        ui.memory_mut(|memory| memory.move_focus(direction));
    }

    fn take_focus(ui: &Ui) {
        ui.memory_mut(|memory| memory.request_focus(Self::id()));
    }
}
