//! The funnel: how many contacts the sales wanted ask for, by stage and by channel.

use eframe::egui::{Align, Frame, Label, Margin, Memory, RichText, Role, ScrollArea, Ui, WidgetInfo, vec2};

use crate::analysis::Target;
use crate::analysis::coverage::name_of;
use crate::analysis::funnel::{ChannelNeed, SegmentFunnel};
use crate::project::{Fit, Message, Of, SegmentId, Shape, Unit};
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::widgets::Empty;
use crate::ui::widgets::badge::segment_badge;
use crate::ui::widgets::columns::{self, FieldColumns};
use crate::ui::widgets::fields::{self, Drafts};
use crate::ui::widgets::split::{Side, split};
use crate::ui::widgets::table::{self, Column, PAD, Rows, SortKey, Table, TableState};
use crate::ui::{Action, Route, View};

use super::derived;

/// The fields of a funnel that are columns, with their headings; the others are in the form of the selected segment.
const COLUMNS: [(&str, &str); 4] = [
    ("meeting_rate", "funnel-meetings-rate"),
    ("offer_rate", "funnel-offers-rate"),
    ("sale_rate", "funnel-sales-rate"),
    ("sales_target", "funnel-target"),
];

fn is_column(name: &str) -> bool {
    COLUMNS.iter().any(|(column, _)| *column == name)
}

/// The pane's own state.
#[derive(Debug, Default)]
pub struct FunnelPane {
    chosen: Option<SegmentId>,
    drafts: Drafts,
    rows: TableState,
    needs: TableState,
}

impl FunnelPane {
    /// Draws the pane.
    pub fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let targets: Vec<_> = view.analysis.targets().iter().filter(|target| target.fit != Fit::No).copied().collect();
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
        split(ui, Side::Bottom, "funnel by channel", height, frame, |ui| self.by_channel(ui, view, out));
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

    /// A row per segment, with fields for the conversion rates and the sales wanted.
    fn segments(&mut self, ui: &mut Ui, view: &View, targets: &[Target]) {
        let text = view.text;
        let Some(first) = targets.first() else { return };
        let fields = FieldColumns::some(Of::Funnel(first.customer), 1, is_column);
        let mut columns = vec![Column::text(text.get("report-customer"), 150.0, 1.0).beside(32.0)];
        columns.extend(fields.columns(view, 88.0, &COLUMNS));
        columns.extend([
            Column::number(text.get("funnel-contacts"), 78.0),
            Column::number(text.get("funnel-meetings"), 74.0),
            Column::number(text.get("funnel-offers"), 68.0),
            Column::text("", 108.0, 1.0),
        ]);
        let table = Table {
            salt: "funnels",
            name: text.get("channels-mode-funnel"),
            columns: &columns,
            row: columns::ROW,
            made_for: view.revision,
            selects: true,
            keys: true,
            selected: targets.iter().position(|target| Some(target.customer) == self.chosen),
        };
        let funnels = view.analysis.funnels();
        let drafts = &mut self.drafts;
        let mut rows = Funnels { view, targets, funnels, fields, chosen: self.chosen, drafts, focused: None };
        let shown = table.show(ui, &mut self.rows, &mut rows);
        let selected = shown.selected.and_then(|row| targets.get(row)).map(|target| target.customer);
        self.chosen = rows.focused.or(selected).or(self.chosen);
    }

    /// The contacts that the selected segment's target needs through each channel, and its fields that are no columns.
    fn by_channel(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let text = view.text;
        let Some(customer) = self.chosen else { return };
        let found = view.analysis.funnels().iter().find(|funnel| funnel.target.customer == customer);
        let Some(needs) = found.map(|funnel| &*funnel.channels) else { return };
        let name = text.value(&name_of(view.project, customer));
        let title = text.with("funnel-by-channel", "segment", name.as_str());
        let heading = ui.label(RichText::new(&title).font(theme::body_strong()));
        heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &title));
        // In a low window the form is scrolled to.
        let room = (ui.available_height() - space::ROW).max(96.0);
        ScrollArea::vertical().id_salt("funnel of segment").auto_shrink(false).show(ui, |ui| {
            if needs.is_empty() {
                ui.label(RichText::new(text.get("funnel-no-channels")).color(colors(ui).muted));
            } else {
                let height = ((needs.len() + 1) as f32 * (space::ROW + 4.0)).min(room);
                let size = vec2(ui.available_width(), height);
                ui.allocate_ui(size, |ui| needs_table(ui, view, customer, &title, needs, &mut self.needs));
            }
            ui.add_space(space::S);
            let in_table = COLUMNS.map(|(column, _)| column);
            fields::record(ui, view, &mut self.drafts, Of::Funnel(customer), &name, &in_table, out);
        });
    }
}

fn needs_table(
    ui: &mut Ui,
    view: &View,
    customer: SegmentId,
    name: &str,
    needs: &[ChannelNeed],
    state: &mut TableState,
) {
    let text = view.text;
    let columns = [
        Column::text(text.get("report-channel"), 170.0, 1.0).sorted(),
        Column::number(text.get("funnel-contacts"), 166.0).sorted(),
        Column::number(text.get("funnel-cost"), 246.0).sorted(),
        Column::number(text.get("funnel-months"), 78.0).sorted(),
        Column::text(text.get("funnel-how"), 160.0, 1.0).sorted(),
    ];
    let table = Table {
        salt: "funnel by channel",
        name,
        columns: &columns,
        row: space::ROW,
        made_for: view.revision ^ customer.number().rotate_left(32),
        selects: false,
        keys: false,
        selected: None,
    };
    table.show(ui, state, &mut Needs { view, needs });
}

/// A row per segment: conversion rates and sales wanted as fields, and the resulting counts.
struct Funnels<'a> {
    view: &'a View<'a>,
    targets: &'a [Target],
    funnels: &'a [SegmentFunnel],
    fields: FieldColumns,
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
        if let Some(fault) = self.drafts.fault_of(text, |slot| slot.of == Of::Funnel(customer) && is_column(slot.field))
        {
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
        match (column, self.fields.behind(column)) {
            (0, _) => self
                .targets
                .get(row)
                .map_or_else(String::new, |target| self.view.text.value(&name_of(self.view.project, target.customer))),
            (_, None) => String::new(),
            (_, Some(stage @ 0..=2)) => {
                let stages = self.of(row).and_then(|funnel| funnel.stages.as_ref().ok());
                let count = stages.and_then(|stages| stages.counts.get(stage));
                count.map_or_else(String::new, |count| self.view.text.figure(*count))
            }
            _ => self.remark(row).map_or_else(String::new, |(words, _)| words),
        }
    }

    fn cell(&mut self, ui: &mut Ui, row: usize, column: usize, align: Align) {
        let Some(Target { customer, fit, .. }) = self.targets.get(row).copied() else { return };
        let palette = colors(ui);
        match (column, self.fields.behind(column)) {
            (0, _) => {
                segment_badge(ui, self.view, ui.max_rect().min + vec2(PAD, 3.0), customer, fit);
                ui.add_space(32.0);
                let font = if self.chosen == Some(customer) { theme::body_strong() } else { theme::body() };
                table::words(ui, &self.text(row, 0), font, palette.ink, align);
            }
            (_, None) => {
                let Some(field) = self.fields.at(column) else { return };
                let hint = if matches!(field.0.shape, Shape::Number(Unit::Share, _)) { "%" } else { "–" };
                let (of, name) = (Of::Funnel(customer), self.text(row, 0));
                if columns::field(ui, self.view, self.drafts, of, field, &name, hint).gained_focus() {
                    self.focused = Some(customer);
                }
            }
            (_, Some(0..=2)) => table::words(ui, &self.text(row, column), theme::body(), palette.ink, align),
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
