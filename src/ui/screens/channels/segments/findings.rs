//! What should be looked at, in words; each line leads there.

use eframe::egui::{CursorIcon, Frame, Label, Margin, Panel, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo};

use crate::analysis::coverage::nothing_found;
use crate::analysis::findings::{Finding, Severity, Topic};
use crate::ui::View;
use crate::ui::theme::{colors, icon, space};
use crate::ui::widgets::grid::{Selection, Spot};

use super::SegmentsPane;
use super::parts::id;

/// Height of a line.
const LINE: f32 = 20.0;

impl SegmentsPane {
    pub(super) fn coverage(&mut self, ui: &mut Ui, view: &View) {
        let findings: Vec<&Finding> = view.analysis.findings().on(&[Topic::Coverage]).collect();
        let text = view.text;
        let frame = Frame::new().inner_margin(Margin::symmetric(space::M as i8, space::XS as i8));
        let mut asked = self.asked.take();
        // As high however many there are, so that an edit doesn't move the grid under the pointer; whole lines.
        let height = LINE * (ui.ctx().content_rect().height() / 260.0).floor().clamp(1.0, 4.0);
        Panel::top("coverage").frame(frame).resizable(false).show(ui, |ui| {
            ui.set_min_height(height);
            if findings.is_empty() {
                let nothing = text.get(nothing_found(&view.analysis.matrix));
                let line = format!("{} {nothing}", icon::CHECK);
                let shown = ui.label(RichText::new(line).color(colors(ui).good));
                shown.widget_info(|| WidgetInfo::labeled(Role::Label, true, nothing));
                return;
            }
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.spacing_mut().interact_size.y = LINE;
            ui.spacing_mut().scroll.fade.strength = 0.0;
            let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true]);
            area.show_rows(ui, LINE, findings.len(), |ui, lines| {
                for finding in &findings[lines] {
                    let (sign, color) = match finding.severity {
                        Severity::Contradiction | Severity::Warning => (icon::WARNING, colors(ui).warning),
                        Severity::Gap | Severity::Hint => (icon::NOTE, colors(ui).muted),
                    };
                    let words = text.say(&finding.what);
                    ui.horizontal(|ui| {
                        ui.label(RichText::new(sign).color(color));
                        let label = Label::new(RichText::new(&words)).truncate().sense(Sense::CLICK);
                        let response = ui.add(label).on_hover_cursor(CursorIcon::PointingHand).on_hover_ui(|ui| {
                            ui.label(text.say(&finding.why));
                        });
                        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, &words));
                        if response.clicked() {
                            asked = Some(finding.about);
                        }
                    });
                }
            });
        });
        let Some(about) = asked else { return };
        let row = self.order.0.iter().position(|id| Some(*id) == about.customer);
        let column = self.order.1.iter().position(|id| Some(*id) == about.channel);
        let spot = match (row, column) {
            (Some(row), Some(column)) => Spot::Cell { row, column },
            (Some(row), None) => Spot::Row(row),
            (None, Some(column)) => Spot::Column(column),
            (None, None) => return,
        };
        self.select(Selection::at(spot));
        ui.memory_mut(|memory| memory.request_focus(id()));
    }
}
