//! The grid in one frame: where everything stands, and what the pointer does there.

use eframe::egui::scroll_area::{DragScroll, ScrollSource};
use eframe::egui::{PointerButton, Rect, Response, RichText, ScrollArea, Sense, Tooltip, Ui, vec2};

use crate::ui::theme::{self, colors, space};
use crate::ui::widgets::grid::tree::Request;
use crate::ui::widgets::grid::{AddRoom, Layout, Room, Selection, Spot};
use crate::ui::{Action, View};

use super::keys::Intent;
use super::parts::{Go, id, pair_name, segment_name};
use super::{SegmentsPane, access, paint};

/// What the signs of a pair can be read in.
const ROOM: Room = Room {
    least: vec2(42.0, 34.0),
    most: vec2(104.0, 52.0),
    add: AddRoom { width: 0.0, first_width: 0.0, height: 0.0 },
};
/// The least height of the channels' names: beside them stands what the signs mean.
const HEAD: f32 = 76.0;

impl SegmentsPane {
    pub(super) fn grid(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) -> Option<Go> {
        let margin = if ui.available_width() > 700.0 { space::M } else { space::XS };
        let mut outer = ui.available_rect_before_wrap();
        outer.min.x += margin;
        let layout = self.lay_out(ui, view, outer);
        let go = self.hear(ui, view, &layout, out);
        let focused = ui.memory(|memory| memory.has_focus(id()));
        // Fading would take the names and the last pairs with it.
        ui.spacing_mut().scroll.fade.strength = 0.0;
        let mut area = ScrollArea::both()
            .id_salt("segments grid")
            .auto_shrink(false)
            .content_margin(0.0)
            .animated(false)
            .scroll_source(ScrollSource { drag: DragScroll::Never, ..ScrollSource::default() });
        if let Some(spot) = self.reveal.take() {
            area = area.scroll_offset(layout.offset_showing(spot));
        }
        let mut child = ui.new_child(eframe::egui::UiBuilder::new().max_rect(outer));
        let (response, layout) = area
            .show_viewport(&mut child, |ui, viewport| {
                let layout = layout.scrolled(viewport.min.to_vec2());
                ui.allocate_rect(Rect::from_min_size(ui.max_rect().min, layout.content()), Sense::hover());
                let response = ui.interact(layout.area, id(), Sense::click_and_drag());
                self.pointer(ui, &response, view, &layout, out);
                let hovered = response.hover_pos().filter(|_| !self.extends).and_then(|at| layout.hit(at));
                let scene = paint::SegmentsScene {
                    view,
                    layout: &layout,
                    targets: view.analysis.targets(),
                    selection: self.selection,
                    hovered,
                    focused,
                };
                paint::paint(ui, &scene);
                match access::nodes(ui, &scene) {
                    Some(Request::Press(spot) | Request::Activate(spot)) => {
                        self.select(Selection::at(spot));
                        response.request_focus();
                    }
                    None => {}
                }
                self.hint(&response, view, hovered);
                (response, layout)
            })
            .inner;
        self.scrolled = layout.offset;
        if self.reveal.is_some() {
            // What was gone to after its part was drawn.
            ui.request_repaint();
        }
        ui.advance_cursor_after_rect(outer);
        self.menu(ui, &response, view, &layout, out).or(go)
    }

    fn lay_out(&mut self, ui: &Ui, view: &View, outer: Rect) -> Layout {
        let mut wanted = self.names.follow(view, &self.order.0);
        wanted.row_width = wanted.row_width.min(outer.width() * 0.26);
        let bar = ui.spacing().scroll.allocated_width();
        let mut layout = Layout::new(outer, bar, self.size(), wanted, ROOM);
        if !layout.turned {
            layout = layout.with_head_height(HEAD);
        }
        layout.scrolled(self.scrolled)
    }

    fn pointer(&mut self, ui: &Ui, response: &Response, view: &View, layout: &Layout, out: &mut Vec<Action>) {
        let (pressed, down, shift, at) = ui.input(|input| {
            let pointer = &input.pointer;
            (pointer.primary_pressed(), pointer.primary_down(), input.modifiers.shift, pointer.interact_pos())
        });
        let Some(at) = at else {
            self.extends = false;
            return;
        };
        // A quick click may be pressed and let go within one frame.
        let clicked = response.clicked_by(PointerButton::Primary);
        if pressed && (response.is_pointer_button_down_on() || clicked) {
            response.request_focus();
            let from = ui.input(|input| input.pointer.press_origin()).unwrap_or(at);
            if let Some(spot) = layout.hit(from) {
                self.selection = if shift { self.selection.extended(spot) } else { Selection::at(spot) };
                self.extends = true;
            }
        }
        if response.double_clicked() && !shift && matches!(layout.hit(at), Some(Spot::Cell { .. })) {
            self.carry_out(view, layout, Intent::NextUsage, out);
        }
        self.extends &= down && response.is_pointer_button_down_on();
        if self.extends
            && let Some((row, column)) = layout.nearest_cell(at)
        {
            let spot = match self.selection.active() {
                Spot::Row(_) => Spot::Row(row),
                Spot::Column(_) => Spot::Column(column),
                _ => Spot::Cell { row, column },
            };
            self.selection = self.selection.extended(spot);
        }
    }

    /// What the pointer is over, in words.
    fn hint(&self, response: &Response, view: &View, hovered: Option<Spot>) {
        let text = view.text;
        let (title, more) = match hovered {
            Some(Spot::Cell { row, column }) => {
                let Some((key, channel)) = self.key(row, column).zip(view.project.channels.get(column)) else { return };
                (pair_name(view, key, channel), access::Words::of(text).said(view.project.plan.reach(key)))
            }
            Some(Spot::Row(row)) => {
                let Some(id) = self.order.0.get(row) else { return };
                (segment_name(view, *id).to_owned(), String::new())
            }
            Some(Spot::Column(column)) => {
                let Some(channel) = view.project.channels.get(column) else { return };
                (text.value(&channel.shown_name()), text.get(channel.owner.key()).to_owned())
            }
            _ => return,
        };
        Tooltip::for_enabled(response).at_pointer().show(|ui| {
            ui.label(RichText::new(title).font(theme::body_strong()));
            if !more.is_empty() {
                ui.label(RichText::new(more).font(theme::small()).color(colors(ui).muted));
            }
        });
    }
}
