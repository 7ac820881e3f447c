//! The funnel: how many contacts the sales wanted ask for, by stage and by channel.

use eframe::egui::{Align, Frame, Label, Margin, Memory, Panel, RichText, Role, Ui, WidgetInfo, vec2};

use crate::analysis::Target;
use crate::analysis::coverage::name_of;
use crate::analysis::funnel::{ChannelNeed, SegmentFunnel, funnels};
use crate::project::{Fit, Message, Of, SegmentId, Shape, Unit};
use crate::ui::screens::priorities::badge;
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::widgets::Empty;
use crate::ui::widgets::fields::{Drafts, Slot, accessible_name};
use crate::ui::widgets::table::{self, Column, PAD, Rows, SortKey, Table, TableState};
use crate::ui::{Action, Route, View};

use super::derived;
use super::sheet;
use super::targets::Targets;

/// The pane's own state.
#[derive(Debug, Default)]
pub struct FunnelPane {
    chosen: Option<SegmentId>,
    drafts: Drafts,
    rows: TableState,
    needs: TableState,
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
            let text = view.text;
            let empty = Empty {
                title: text.get("funnel-empty-title"),
                lines: &[text.get("funnel-what"), text.get("funnel-empty-what")],
                example: text.get("funnel-empty-example"),
                steps: &[(icon::MATRIX, text.get("segments-to-matrix"))],
                hint: "",
            };
            if empty.show(ui).is_some() {
                out.push(Action::Go(Route::Screen("tab-matrix")));
            }
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
            self.segments(ui, view, &targets);
        });
        self.drafts.settle(view, ui.memory(Memory::focused), out);
    }

    /// Puts what is being typed into the project.
    pub fn commit(&mut self, view: &View, out: &mut Vec<Action>) {
        self.drafts.settle(view, None, out);
    }

    pub fn drafts(&self, view: &View, out: &mut Vec<Action>) {
        self.drafts.drafts(view, out);
    }

    fn of(&self, customer: SegmentId) -> Option<&SegmentFunnel> {
        self.funnels.as_ref()?.1.iter().find(|funnel| funnel.target.customer == customer)
    }

    /// A row per segment, with fields for the conversion rates and the sales wanted.
    fn segments(&mut self, ui: &mut Ui, view: &View, targets: &[Target]) {
        let text = view.text;
        let columns = [
            Column::text(text.get("report-customer"), 150.0, 1.0),
            Column::number(text.get("funnel-meetings-rate"), 88.0),
            Column::number(text.get("funnel-offers-rate"), 84.0),
            Column::number(text.get("funnel-sales-rate"), 84.0),
            Column::number(text.get("funnel-target"), 98.0),
            Column::number(text.get("funnel-contacts"), 78.0),
            Column::number(text.get("funnel-meetings"), 74.0),
            Column::number(text.get("funnel-offers"), 68.0),
            Column::text("", 108.0, 1.0),
        ];
        let table = Table {
            salt: "funnels",
            name: text.get("channels-mode-funnel"),
            columns: &columns,
            row: sheet::ROW,
            made_for: view.revision,
            selects: true,
            keys: true,
            selected: targets.iter().position(|target| Some(target.customer) == self.chosen),
        };
        let funnels = self.funnels.as_ref().map_or(&[][..], |(_, funnels)| funnels);
        let mut rows = Funnels { view, targets, funnels, chosen: self.chosen, drafts: &mut self.drafts, focused: None };
        let shown = table.show(ui, &mut self.rows, &mut rows);
        let selected = shown.selected.and_then(|row| targets.get(row)).map(|target| target.customer);
        self.chosen = rows.focused.or(selected).or(self.chosen);
    }

    /// The contacts that the selected segment's target needs through each channel.
    fn by_channel(&mut self, ui: &mut Ui, view: &View) {
        let text = view.text;
        let Some(customer) = self.chosen else { return };
        let Some(needs) = self.of(customer).map(|funnel| funnel.channels.clone()) else { return };
        let name = text.value(&name_of(view.project, customer));
        let title = text.with("funnel-by-channel", "segment", name);
        let heading = ui.label(RichText::new(&title).font(theme::body_strong()));
        heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &title));
        if needs.is_empty() {
            ui.label(RichText::new(text.get("funnel-no-channels")).color(colors(ui).muted));
            return;
        }
        let columns = [
            Column::text(text.get("report-channel"), 170.0, 1.0).sorted(),
            Column::number(text.get("funnel-contacts"), 166.0).sorted(),
            Column::number(text.get("funnel-cost"), 246.0).sorted(),
            Column::number(text.get("funnel-months"), 78.0).sorted(),
            Column::text(text.get("funnel-how"), 160.0, 1.0).sorted(),
        ];
        let table = Table {
            salt: "funnel by channel",
            name: &title,
            columns: &columns,
            row: space::ROW,
            made_for: view.revision ^ customer.number().rotate_left(32),
            selects: false,
            keys: false,
            selected: None,
        };
        table.show(ui, &mut self.needs, &mut Needs { view, needs: &needs });
    }
}

/// A row per segment: conversion rates and sales wanted as fields, and the resulting counts.
struct Funnels<'a> {
    view: &'a View<'a>,
    targets: &'a [Target],
    funnels: &'a [SegmentFunnel],
    chosen: Option<SegmentId>,
    drafts: &'a mut Drafts,
    /// The segment of a field that gained the focus.
    focused: Option<SegmentId>,
}

impl Funnels<'_> {
    fn of(&self, row: usize) -> Option<&SegmentFunnel> {
        let customer = self.targets.get(row)?.customer;
        self.funnels.iter().find(|funnel| funnel.target.customer == customer)
    }

    /// A fault in a field, or why there are no counts.
    fn remark(&self, row: usize) -> Option<(String, bool)> {
        let (text, customer) = (self.view.text, self.targets.get(row)?.customer);
        if let Some(fault) = self.drafts.fault(text, |of| of == Of::Funnel(customer)) {
            return Some((fault, true));
        }
        let why = self.of(row)?.stages.as_ref().err()?;
        Some((text.get(why.key()).to_owned(), false))
    }
}

impl Rows for Funnels<'_> {
    fn count(&self) -> usize {
        self.targets.len()
    }

    /// Fields have accessible names of their own.
    fn text(&self, row: usize, column: usize) -> String {
        match column {
            0 => self
                .targets
                .get(row)
                .map_or_else(String::new, |target| self.view.text.value(&name_of(self.view.project, target.customer))),
            1..=4 => String::new(),
            5..=7 => {
                let stages = self.of(row).and_then(|funnel| funnel.stages.as_ref().ok());
                let count = stages.and_then(|stages| stages.counts.get(column - 5));
                count.map_or_else(String::new, |count| self.view.text.figure(*count))
            }
            _ => self.remark(row).map_or_else(String::new, |(words, _)| words),
        }
    }

    fn cell(&mut self, ui: &mut Ui, row: usize, column: usize, align: Align) {
        let Some(Target { customer, fit, .. }) = self.targets.get(row).copied() else { return };
        let (text, palette) = (self.view.text, colors(ui));
        match column {
            0 => {
                badge(ui, ui.max_rect().min + vec2(PAD, 3.0), fit);
                ui.add_space(32.0);
                let font = if self.chosen == Some(customer) { theme::body_strong() } else { theme::body() };
                table::words(ui, &self.text(row, 0), font, palette.ink, align);
            }
            1..=4 => {
                let of = Of::Funnel(customer);
                let Some(field) = of.fields().get(column - 1).copied() else { return };
                let name = accessible_name(text, &self.text(row, 0), field.name, None);
                let hint = if matches!(field.shape, Shape::Number(Unit::Share, _)) { "%" } else { "–" };
                let slot = Slot::new(of, field.name.name);
                if sheet::field(ui, self.view, self.drafts, slot, &name, hint).gained_focus() {
                    self.focused = Some(customer);
                }
            }
            5..=7 => table::words(ui, &self.text(row, column), theme::body(), palette.ink, align),
            _ => {
                if let Some((words, is_fault)) = self.remark(row) {
                    let ink = if is_fault { palette.error } else { palette.muted };
                    table::words(ui, &words, theme::small(), ink, align);
                }
            }
        }
    }

    fn name(&self, row: usize, _: &[Column]) -> String {
        self.text(row, 0)
    }
}

/// A row per channel: the contacts that the sales wanted need, their cost and duration.
struct Needs<'a> {
    view: &'a View<'a>,
    needs: &'a [ChannelNeed],
}

impl Rows for Needs<'_> {
    fn count(&self) -> usize {
        self.needs.len()
    }

    fn text(&self, row: usize, column: usize) -> String {
        let (Some(need), text) = (self.needs.get(row), self.view.text) else { return String::new() };
        let dash = || "–".to_owned();
        match column {
            0 => {
                let channel = self.view.project.channel(need.channel);
                channel.map_or_else(dash, |(_, channel)| text.name(&channel.name).to_owned())
            }
            1 => need.contacts.map_or_else(dash, |contacts| {
                if !contacts.is_range() {
                    return text.figure(contacts.likely);
                }
                let message = Message::new("channels-range").with("likely", text.figure(contacts.likely));
                let message = message.with("low", text.figure(contacts.low));
                text.say(&message.with("high", text.figure(contacts.high)))
            }),
            2 => derived::spread(text, need.cost, &self.view.project.currency),
            3 => need.months.map_or_else(dash, |months| {
                if months < 0.05 {
                    text.with("funnel-less-than", "months", text.number(0.1, 1))
                } else {
                    text.number(months, 1)
                }
            }),
            _ => need.how(|count| text.figure(count)).map(|how| text.say(&how)).unwrap_or_default(),
        }
    }

    fn cell(&mut self, ui: &mut Ui, row: usize, column: usize, align: Align) {
        let (words, palette) = (self.text(row, column), colors(ui));
        let warns = self.needs.get(row).is_some_and(|need| need.disagrees || need.market.is_some());
        match column {
            4 => table::words(ui, &words, theme::small(), if warns { palette.warning } else { palette.muted }, align),
            _ => table::words(ui, &words, theme::body(), palette.ink, align),
        }
    }

    fn key(&self, row: usize, column: usize) -> SortKey {
        let Some(need) = self.needs.get(row) else { return SortKey::None };
        match column {
            1 => need.contacts.map(|contacts| contacts.likely).into(),
            2 => need.cost.map(|cost| cost.likely).into(),
            3 => need.months.into(),
            _ => SortKey::Text(self.text(row, column).to_lowercase()),
        }
    }
}
