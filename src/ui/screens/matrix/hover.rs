//! Tooltips: a heading's full name with its counts, a cell's note.

use eframe::egui::{Response, RichText, Tooltip, Ui};

use crate::analysis::Counts;
use crate::project::{Axis, CellKey, FieldName, Fit, Message};
use crate::ui::theme;
use crate::ui::widgets::grid::{Layout, Spot};
use crate::ui::{View, sale};

use super::MatrixScreen;
use super::toolbar::short_key;

/// Its words, with a capital letter.
const BEACHHEAD: FieldName = FieldName { name: "beachhead", key: "beachhead" };

impl MatrixScreen {
    pub(super) fn hover(&self, ui: &Ui, response: &Response, view: &View, layout: &Layout) {
        let Some(spot) = self.hovered(response, layout).filter(|_| self.editor.is_none()) else { return };
        let matrix = &view.project.matrix;
        let segment = |axis, place| matrix.segments(axis).get(place);
        let muted = theme::colors(ui).muted;
        let tooltip = || Tooltip::for_enabled(response).at_pointer();
        match spot {
            Spot::Cell { row, column } => {
                let keys = segment(Axis::Product, row).zip(segment(Axis::Customer, column));
                let Some((product, customer)) = keys else { return };
                let key = CellKey { product: product.id, customer: customer.id };
                let note = &matrix.cell(key).note;
                let sale = sale::difficulty_words(view, key);
                let is_beachhead = view.project.is_beachhead(key);
                if note.is_none() && sale.is_none() && !is_beachhead {
                    return;
                }
                tooltip().show(|ui| {
                    let place = format!("{} × {}", view.text.name(&product.name), view.text.name(&customer.name));
                    ui.label(RichText::new(place).font(theme::small()).color(muted));
                    if is_beachhead {
                        ui.label(RichText::new(view.text.label(BEACHHEAD)).font(theme::body_strong()));
                    }
                    if let Some(note) = note {
                        ui.label(&**note);
                    }
                    if let Some(sale) = sale {
                        ui.label(RichText::new(sale).font(theme::small()).color(muted));
                    }
                });
            }
            Spot::Row(place) | Spot::Column(place) => {
                let axis = if matches!(spot, Spot::Row(_)) { Axis::Product } else { Axis::Customer };
                let Some(segment) = segment(axis, place) else { return };
                tooltip().show(|ui| {
                    ui.label(RichText::new(view.text.name(&segment.name)).font(theme::body_strong()));
                    let counts = counts_in_words(view, view.analysis.matrix.counts(axis, place));
                    ui.label(RichText::new(counts).font(theme::small()).color(muted));
                });
            }
            // Only the control without a label needs a tooltip.
            Spot::AddColumn if layout.size.columns > 0 => {
                tooltip().show(|ui| ui.label(view.text.get("matrix-add-customer")));
            }
            Spot::AddRow | Spot::AddColumn => {}
        }
    }
}

/// “4 marks: Prio 1: 1, Prio 2: 2, undecided: 1”.
fn counts_in_words(view: &View, counts: Counts) -> String {
    let mut words = view.text.say(&Message::new("matrix-marks").with("marks", counts.fits()));
    let mut separator = " – ";
    for fit in Fit::CANDIDATES.into_iter().filter(|fit| counts.of(*fit) > 0) {
        words.push_str(separator);
        words.push_str(view.text.get(short_key(fit)));
        words.push_str(": ");
        words.push_str(&view.text.count(counts.of(fit)));
        separator = ", ";
    }
    words
}
