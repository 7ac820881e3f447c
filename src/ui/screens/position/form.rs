//! The chosen product segment's position, field by field.

use eframe::egui::{Label, RichText, Role, ScrollArea, Ui, WidgetInfo};

use crate::project::{Axis, FieldInfo, Of, SegmentId, Shape};
use crate::ui::theme::{self, colors, space};
use crate::ui::widgets::fields::{self, Drafts, Slot, accessible_name};
use crate::ui::{Action, View};

/// Draws the fields; nothing without a product segment.
pub(super) fn show(ui: &mut Ui, view: &View, drafts: &mut Drafts, product: Option<SegmentId>, out: &mut Vec<Action>) {
    let Some((_, segment)) = product.and_then(|id| view.project.matrix.find(Axis::Product, id)) else { return };
    let (name, of) = (view.text.name(&segment.name), Of::Position(segment.id));
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        let heading = ui.add(Label::new(RichText::new(name).font(theme::heading())).wrap());
        heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, name));
        ui.add_space(space::S);
        for field in of.fields() {
            row(ui, view, drafts, of, field, name, out);
            if field.name.name == "perceived_cost" {
                perceived_return(ui, view, segment.id);
            }
        }
        if let Some(fault) = drafts.fault(view.text, |at| at == of) {
            fields::fault_line(ui, &fault);
        }
    });
}

fn row(ui: &mut Ui, view: &View, drafts: &mut Drafts, of: Of, field: FieldInfo, name: &str, out: &mut Vec<Action>) {
    if field.shape == Shape::Text {
        ui.label(RichText::new(view.text.label(field.name)).color(colors(ui).muted));
        let spoken = accessible_name(view.text, name, field.name, None);
        let hint = view.text.get(if field.name.name == "statement" { "position-hint" } else { "position-group-hint" });
        drafts.lines(ui, view, Slot::new(of, field.name.name), &spoken, hint);
        ui.add_space(space::XS);
        return;
    }
    line(ui, &view.text.label(field.name), |ui| {
        let width = 72.0;
        fields::field(ui, view, drafts, of, field, name, width, out, &mut |_, _, _| {});
        if matches!(field.shape, Shape::Number(..)) {
            ui.label(RichText::new(view.text.get("position-of-ten")).color(colors(ui).muted));
        }
    });
}

/// A caption and what stands beside it, or below it where there is no room.
fn line(ui: &mut Ui, caption: &str, draw: impl FnOnce(&mut Ui)) {
    ui.horizontal_wrapped(|ui| {
        let room = (ui.available_width() - 180.0).max(0.0);
        let words = RichText::new(caption).color(colors(ui).muted);
        let label = ui.label(words);
        ui.add_space((room - label.rect.width()).max(0.0));
        draw(ui);
    });
}

/// Perceived value − perceived cost; follows from the two.
fn perceived_return(ui: &mut Ui, view: &View, product: SegmentId) {
    let gain = view.project.position(product).perceived_return();
    let caption = view.text.label(crate::project::FieldName { name: "perceived_return", key: "perceived-return" });
    let words = gain.map_or_else(|| "–".to_owned(), |gain| view.text.figure(gain));
    line(ui, &caption, |ui| {
        let is_loss = gain.is_some_and(|gain| gain < 0.0);
        let ink = if is_loss { colors(ui).error } else { colors(ui).ink };
        ui.label(RichText::new(&words).font(theme::body_strong()).color(ink));
        if is_loss {
            ui.label(RichText::new(view.text.get("position-loses")).font(theme::small()).color(ink));
        }
    });
    ui.add_space(space::XS);
}
