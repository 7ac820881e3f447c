//! The funnel: how many contacts the sales wanted ask for, by stage and by channel.

use eframe::egui::{
    Frame, Label, Margin, Memory, Panel, Rect, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2,
};

use crate::analysis::coverage::name_of;
use crate::analysis::funnel::{SegmentFunnel, funnels};
use crate::project::{Fit, Message, SegmentId};
use crate::ui::screens::priorities::badge;
use crate::ui::theme::{self, colors, space};
use crate::ui::{Action, View};

use super::field::{Drafts, Slot};
use super::form;
use super::plan_field::{PlanSlot, Stage};
use super::sheet::{self, Column};
use super::targets::Targets;

const COLUMNS: [Column; 8] = [
    ("funnel-segment", 170.0, false),
    ("funnel-meetings-rate", 92.0, true),
    ("funnel-offers-rate", 92.0, true),
    ("funnel-sales-rate", 92.0, true),
    ("funnel-target", 92.0, true),
    ("funnel-contacts", 92.0, true),
    ("funnel-meetings", 84.0, true),
    ("funnel-offers", 84.0, true),
];
const BY_CHANNEL: [Column; 5] = [
    ("funnel-channel", 180.0, false),
    ("funnel-contacts", 190.0, true),
    ("funnel-cost", 270.0, true),
    ("funnel-months", 90.0, true),
    ("funnel-how", 240.0, false),
];

/// The pane's own state.
#[derive(Debug, Default)]
pub struct FunnelPane {
    chosen: Option<SegmentId>,
    drafts: Drafts,
    targets: Targets,
    funnels: Option<(u64, Vec<SegmentFunnel>)>,
}

impl FunnelPane {
    /// Draws the pane.
    pub fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        self.targets.follow(view);
        if self.funnels.as_ref().is_none_or(|(revision, _)| *revision != view.revision) {
            self.funnels = Some((view.revision, funnels(view.project, &view.analysis.matrix)));
        }
        let targets: Vec<_> = self.targets.all().iter().filter(|target| target.fit != Fit::No).copied().collect();
        if targets.is_empty() {
            ui.vertical_centered(|ui| {
                ui.add_space(ui.available_height() * 0.28);
                ui.label(RichText::new(view.text.get("funnel-empty-title")).font(theme::heading()));
                ui.label(RichText::new(view.text.get("funnel-empty-what")).color(colors(ui).muted));
            });
            return;
        }
        if !targets.iter().any(|target| Some(target.customer) == self.chosen) {
            self.chosen = targets.first().map(|target| target.customer);
        }
        let height = (ui.available_height() * 0.42).max(120.0);
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(Margin::same(space::M as i8));
        Panel::bottom("funnel by channel").frame(frame).exact_size(height).resizable(false).show(ui, |ui| {
            self.by_channel(ui, view);
        });
        let frame = Frame::new().inner_margin(Margin::symmetric(space::M as i8, 0));
        frame.show(ui, |ui| {
            ui.add_space(space::S);
            ui.add(Label::new(RichText::new(view.text.get("funnel-what")).color(colors(ui).muted)).truncate());
            let places = sheet::places(&COLUMNS, ui.min_rect().left(), ui.available_width() - 12.0);
            sheet::header(ui, view, &COLUMNS, &places);
            ui.spacing_mut().item_spacing.y = 0.0;
            ScrollArea::both().id_salt("funnels").auto_shrink(false).show_rows(ui, 32.0, targets.len(), |ui, rows| {
                for target in &targets[rows] {
                    self.row(ui, view, target.customer, target.fit, &places);
                }
            });
        });
        self.drafts.settle(view, ui.memory(Memory::focused), out);
    }

    /// Puts what is being typed into the project.
    pub fn commit(&mut self, view: &View, out: &mut Vec<Action>) {
        self.drafts.settle(view, None, out);
    }

    fn of(&self, customer: SegmentId) -> Option<&SegmentFunnel> {
        self.funnels.as_ref()?.1.iter().find(|funnel| funnel.target.customer == customer)
    }

    fn row(&mut self, ui: &mut Ui, view: &View, customer: SegmentId, fit: Fit, places: &[(f32, f32)]) {
        let text = view.text;
        let palette = colors(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 32.0), Sense::hover());
        let name = text.value(&name_of(view.project, customer));
        let id = ui.scope_id().with(("funnel row", customer.number()));
        let response =
            ui.interact(Rect::from_min_max(rect.min, eframe::egui::pos2(places[0].1, rect.bottom())), id, Sense::CLICK);
        let chosen = self.chosen == Some(customer);
        response.widget_info(|| WidgetInfo::selected(Role::Row, true, chosen, &name));
        if chosen {
            ui.painter().rect_filled(rect, 0.0, palette.selected);
        } else if response.hovered() {
            ui.painter().rect_filled(rect, 0.0, palette.hover);
        }
        if response.clicked() {
            self.chosen = Some(customer);
        }
        badge(ui, rect.min + vec2(2.0, 3.0), fit);
        let font = if chosen { theme::body_strong() } else { theme::body() };
        sheet::words(ui, rect, (places[0].0 + 32.0, places[0].1), &name, font, palette.ink, false);
        for (place, stage) in Stage::ALL.into_iter().enumerate() {
            let slot = Slot::Plan(PlanSlot::Stage(customer, stage));
            let message = Message::new("channels-field-of")
                .with("channel", name.as_str())
                .with("field", Message::new(stage.field().key));
            let named = text.say(&message);
            let hint = if stage == Stage::Target { "–" } else { "%" };
            let field = sheet::field(ui, view, &mut self.drafts, rect, places[place + 1], slot, &named, hint);
            if field.gained_focus() {
                self.chosen = Some(customer);
            }
        }
        if let Some(fault) =
            self.drafts.fault_in(text, |slot| matches!(slot, Slot::Plan(PlanSlot::Stage(of, _)) if of == customer))
        {
            let after = (places[5].0, places[7].1);
            sheet::words(ui, rect, after, &fault, theme::small(), palette.error, false);
            return;
        }
        let Some(funnel) = self.of(customer) else { return };
        match funnel.stages {
            Ok(stages) => {
                for (count, place) in stages.counts.iter().take(3).zip(&places[5..]) {
                    sheet::words(ui, rect, *place, &text.figure(*count), theme::body(), palette.ink, true);
                }
            }
            Err(why) => {
                let after = (places[5].0, places[7].1);
                sheet::words(ui, rect, after, text.get(why.key()), theme::small(), palette.muted, false);
            }
        }
    }

    /// What the chosen segment's target asks of each channel.
    fn by_channel(&mut self, ui: &mut Ui, view: &View) {
        let text = view.text;
        let Some(customer) = self.chosen else { return };
        let Some(funnel) = self.of(customer) else { return };
        let name = text.value(&name_of(view.project, customer));
        let title = text.with("funnel-by-channel", "segment", name);
        let heading = ui.label(RichText::new(&title).font(theme::body_strong()));
        heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &title));
        if funnel.channels.is_empty() {
            ui.label(RichText::new(text.get("funnel-no-channels")).color(colors(ui).muted));
            return;
        }
        let places = sheet::places(&BY_CHANNEL, ui.min_rect().left(), ui.available_width() - 12.0);
        sheet::header(ui, view, &BY_CHANNEL, &places);
        ui.spacing_mut().item_spacing.y = 0.0;
        let palette = colors(ui);
        ScrollArea::vertical().auto_shrink(false).show_rows(ui, space::ROW, funnel.channels.len(), |ui, rows| {
            for need in &funnel.channels[rows] {
                let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), space::ROW), Sense::hover());
                let Some((_, channel)) = view.project.channel(need.channel) else { continue };
                let channel = text.value(&channel.shown_name());
                let contacts = need.contacts.map_or_else(
                    || "–".to_owned(),
                    |contacts| {
                        if !contacts.is_range() {
                            return text.figure(contacts.likely);
                        }
                        let message = Message::new("channels-range").with("likely", text.figure(contacts.likely));
                        let message = message.with("low", text.figure(contacts.low));
                        text.say(&message.with("high", text.figure(contacts.high)))
                    },
                );
                let cost = form::spread(text, need.cost, &view.project.currency);
                let months = need.months.map_or_else(
                    || "–".to_owned(),
                    |months| {
                        if months < 0.05 {
                            text.with("funnel-less-than", "months", text.number(0.1, 1))
                        } else {
                            text.number(months, 1)
                        }
                    },
                );
                let how = need.how(|count| text.figure(count)).map(|how| text.say(&how)).unwrap_or_default();
                let ink = if need.disagrees || need.market.is_some() { palette.warning } else { palette.muted };
                for (place, (said, is_number)) in
                    [(&channel, false), (&contacts, true), (&cost, true), (&months, true)].into_iter().enumerate()
                {
                    sheet::words(ui, rect, places[place], said, theme::body(), palette.ink, is_number);
                }
                sheet::words(ui, rect, places[4], &how, theme::small(), ink, false);
                let spoken = [channel, contacts, cost, months, how].join(", ");
                response.widget_info(|| WidgetInfo::labeled(Role::Row, true, &spoken));
            }
        });
    }
}
