//! Channels compared: a table with the chosen channel's figures below it, beside the chart.
//!
//! Keeps what is chosen, what is being typed and what part of the chart is seen; everything else is the project's.

use std::ops::RangeInclusive;

use eframe::egui::{
    Align, Color32, Frame, Key, Layout, Margin, Memory, Modifiers, Panel, Popup, RichText, Role, ScrollArea, Ui,
    WidgetInfo,
};

use crate::analysis::coverage::name_of;
use crate::figure::{ChannelPicture, PictureOf};
use crate::project::{Axis, Channel, ChannelId, Command, Message, Of, SegmentId};
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::widgets::combo::Combo;
use crate::ui::widgets::fields::{self, Slot};
use crate::ui::widgets::keyboard::{self, Heard, Press, Typed};
use crate::ui::widgets::{Empty, focus, labelled_button};
use crate::ui::{Action, View};

use super::chart::Chart;
use super::form::{self, Asked, Editing, NAME, Part};
use super::lens::Lens;
use super::table::{self, ChannelTable};
use super::targets::listed;

/// Below this width the table and the chart take turns.
const SIDE_BY_SIDE: f32 = 1100.0;
/// The least that the table with the form below it, and the chart, can do with.
const TABLE: f32 = 744.0;
const CHART: f32 = 340.0;

/// What is seen where there is no room for both.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Pane {
    #[default]
    Table,
    Chart,
}

/// The pane's own state.
#[derive(Debug, Default)]
pub struct ComparePane {
    scope: PictureOf,
    lens: Option<Lens>,
    chosen: Option<ChannelId>,
    /// Where the chosen one stands, to choose its neighbour when it is removed.
    place: usize,
    pane: Pane,
    editing: Editing,
    table: ChannelTable,
    chart: Chart,
}

impl ComparePane {
    /// Draws the pane.
    pub fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        if view.project.channels.is_empty() {
            self.settle(ui, view, out);
            self.empty(ui, view, out);
            return;
        }
        self.keep_choice(view);
        self.keep_scope(view);
        // Taken out, so that the rest of the pane can be written to while it is looked through.
        let lens = self.lens.take();
        let from = out.len();
        match &lens {
            Some(lens) => self.through(ui, &lens.view(view), Some(lens), out),
            None => self.through(ui, view, None, out),
        }
        if let Some(lens) = &lens {
            lens.translate(view.project, from, out);
        }
        self.lens = lens;
    }

    /// Draws what is seen, of one segment or of all.
    fn through(&mut self, ui: &mut Ui, view: &View, lens: Option<&Lens>, out: &mut Vec<Action>) {
        self.keys(ui, view, out);
        let wide = ui.available_width() >= SIDE_BY_SIDE;
        self.header(ui, view, wide, lens, out);
        if self.scope == PictureOf::SideBySide {
            chart_frame().show(ui, |ui| self.show_chart(ui, view, lens, out));
            self.settle(ui, view, out);
            return;
        }
        if wide {
            let width = ui.available_width();
            let most = (width - TABLE).max(CHART);
            Panel::right("channel chart")
                .default_size((width * 0.48).min(most))
                .size_range(CHART..=most)
                .frame(chart_frame())
                .show(ui, |ui| self.show_chart(ui, view, lens, out));
            self.show_table(ui, view, lens, out);
        } else if self.pane == Pane::Chart {
            chart_frame().show(ui, |ui| self.show_chart(ui, view, lens, out));
        } else {
            self.show_table(ui, view, lens, out);
        }
        self.settle(ui, view, out);
    }

    /// Puts what is being typed into the project, as before saving or leaving.
    pub fn commit(&mut self, view: &View, out: &mut Vec<Action>) {
        self.keep_scope(view);
        let from = out.len();
        match &self.lens {
            Some(lens) => {
                self.editing.drafts.settle(&lens.view(view), None, out);
                lens.translate(view.project, from, out);
            }
            None => self.editing.drafts.settle(view, None, out),
        }
    }

    pub fn drafts(&self, view: &View, out: &mut Vec<Action>) {
        let from = out.len();
        match &self.lens {
            Some(lens) => {
                self.editing.drafts.drafts(&lens.view(view), out);
                lens.translate(view.project, from, out);
            }
            None => self.editing.drafts.drafts(view, out),
        }
    }

    /// Keeps to a segment that is there, and sees it as it is now.
    fn keep_scope(&mut self, view: &View) {
        if let PictureOf::Segment(customer) = self.scope {
            if self.lens.as_ref().is_some_and(|lens| lens.is_fresh(view, customer)) {
                return;
            }
            self.lens = Lens::of(view, customer);
            if self.lens.is_none() {
                self.scope = PictureOf::All;
            }
        } else {
            self.lens = None;
        }
    }

    /// Looks at that channel for that segment from now on.
    pub fn look_at(&mut self, customer: SegmentId, channel: ChannelId) {
        self.scope = PictureOf::Segment(customer);
        self.chosen = Some(channel);
        self.table.reveal = true;
        self.pane = Pane::Table;
        self.table.focus = true;
    }

    /// What is seen, to be exported as a picture.
    pub fn picture(&self) -> ChannelPicture {
        self.chart.picture(self.scope)
    }

    /// Which segment is looked at: all, one, or those that matter side by side.
    fn scopes(&mut self, ui: &mut Ui, view: &View, room: f32) {
        let text = view.text;
        let name = |customer: SegmentId| text.value(&name_of(view.project, customer));
        let shown = match self.scope {
            PictureOf::All => text.get("channels-scope-all").to_owned(),
            PictureOf::SideBySide => text.get("channels-scope-side-by-side").to_owned(),
            PictureOf::Segment(customer) => name(customer),
        };
        let all = [(PictureOf::All, "channels-scope-all"), (PictureOf::SideBySide, "channels-scope-side-by-side")];
        let mut items: Vec<_> = all.map(|(scope, key)| (Some(scope), text.get(key).to_owned())).into();
        items.push((None, String::new()));
        let segments = view.analysis.targets().iter();
        items.extend(segments.map(|target| (Some(PictureOf::Segment(target.customer)), listed(view, target))));
        let combo = Combo { id: "channels scope", label: text.get("channels-scope"), shown: &shown, width: room };
        if let Some(scope) = combo.pick_in_groups(ui, &self.scope, items) {
            self.scope = scope;
            ui.request_repaint();
        }
    }

    /// The scope before or after this one, in the order of the list.
    fn step(&mut self, view: &View, forward: bool) {
        let mut all = vec![PictureOf::All, PictureOf::SideBySide];
        all.extend(view.analysis.targets().iter().map(|target| PictureOf::Segment(target.customer)));
        let at = all.iter().position(|scope| *scope == self.scope).unwrap_or_default();
        let to = if forward { (at + 1) % all.len() } else { (at + all.len() - 1) % all.len() };
        self.scope = all[to];
    }

    fn settle(&mut self, ui: &Ui, view: &View, out: &mut Vec<Action>) {
        self.editing.drafts.settle(view, ui.memory(Memory::focused), out);
    }

    /// Keeps a channel chosen: the same, or the one that has come to its place.
    fn keep_choice(&mut self, view: &View) {
        let channels = &view.project.channels;
        if let Some((place, _)) = self.chosen.and_then(|id| view.project.channel(id)) {
            self.place = place;
        } else {
            self.place = self.place.min(channels.len() - 1);
            self.chosen = Some(channels[self.place].id);
        }
    }

    fn choose(&mut self, id: ChannelId, place: usize) {
        self.chosen = Some(id);
        self.place = place;
        self.table.reveal = true;
    }

    /// What has to do with all channels: currency, margin, and the ways to add and remove.
    fn header(&mut self, ui: &mut Ui, view: &View, wide: bool, lens: Option<&Lens>, out: &mut Vec<Action>) {
        /// Width of the list of segments.
        const SCOPE: RangeInclusive<f32> = 96.0..=260.0;
        const FIELD: f32 = 56.0;
        let text = view.text;
        let with_panes = !wide && self.scope != PictureOf::SideBySide;
        let (gap, pad) = (ui.spacing().item_spacing.x, 2.0 * ui.spacing().button_padding.x);
        let words =
            |words: &str| ui.painter().layout_no_wrap(words.to_owned(), theme::body_strong(), Color32::BLACK).size().x;
        let button = |key: &str| words(text.get(key)) + pad + gap;
        let panes = if with_panes { button("channels-table") + button("channels-chart") + 6.0 + gap } else { 0.0 };
        let add = button("channels-add") + words(icon::PLUS) + ui.spacing().icon_spacing + gap;
        let fields = 2.0 * (FIELD + gap) + words("%") + gap + 2.0 * space::M;
        let room = ui.available_width() - 2.0 * space::M - panes - add - fields;
        let names = words(text.get("channels-margin")) + words(text.get("channels-currency")) + 2.0 * gap;
        // Where there is no room, currency and margin have their names as tooltips.
        let roomy = room - names >= *SCOPE.start();
        let room = if roomy { room - names } else { room }.clamp(*SCOPE.start(), *SCOPE.end());
        let frame = Frame::new().inner_margin(Margin::symmetric(space::M as i8, space::S as i8));
        Panel::top("channels header").frame(frame).show(ui, |ui| {
            ui.horizontal(|ui| {
                self.scopes(ui, view, room);
                if with_panes {
                    for (pane, key) in [(Pane::Table, "channels-table"), (Pane::Chart, "channels-chart")] {
                        let chosen = self.pane == pane;
                        let response = ui.selectable_label(chosen, text.get(key));
                        response.widget_info(|| WidgetInfo::selected(Role::Tab, true, chosen, text.get(key)));
                        if response.clicked() {
                            self.pane = pane;
                        }
                    }
                    ui.separator();
                }
                if labelled_button(ui, icon::PLUS, text.get("channels-add")).clicked() {
                    self.add(view, out);
                }
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    let muted = colors(ui).muted;
                    let hint = text.get("channels-margin-hint");
                    if let Some(lens) = lens {
                        let words = text.with("channels-margin-here", "margin", text.percent(lens.target.margin));
                        ui.label(RichText::new(words).color(muted)).on_hover_text(sold_here(view, lens));
                        return;
                    }
                    ui.label(RichText::new("%").color(muted));
                    let name = text.get("channels-margin");
                    self.editing
                        .drafts
                        .line(ui, view, Slot::new(Of::Project, "margin"), name, FIELD, "")
                        .on_hover_text(hint);
                    if roomy {
                        ui.label(RichText::new(name).color(muted)).on_hover_text(hint);
                    }
                    ui.add_space(space::M);
                    let name = text.get("channels-currency");
                    self.editing
                        .drafts
                        .line(ui, view, Slot::new(Of::Project, "currency"), name, FIELD, "")
                        .on_hover_text(name);
                    if roomy {
                        ui.label(RichText::new(name).color(muted));
                    }
                    if let Some(fault) = self.editing.drafts.fault(text, |of| of == Of::Project) {
                        ui.add_space(space::M);
                        fields::fault_line(ui, &fault);
                    }
                });
            });
        });
    }

    fn show_table(&mut self, ui: &mut Ui, view: &View, lens: Option<&Lens>, out: &mut Vec<Action>) {
        let frame = Frame::new().fill(colors(ui).panel).inner_margin(Margin::same(space::M as i8));
        // In a low window the figures scroll, so that the table keeps its part.
        let height = ui.available_height();
        let most = (height * 0.6).min(height - 130.0).max(60.0);
        Panel::bottom("channel figures").frame(frame).show(ui, |ui| {
            let area = ScrollArea::vertical().max_height(most).min_scrolled_height(most).auto_shrink([false, true]);
            area.show(ui, |ui| self.show_form(ui, view, lens, out));
        });
        let Some(clicked) = self.table.show(ui, view, self.chosen, &self.editing.drafts) else { return };
        self.chosen = Some(clicked.channel);
        if let Some(part) = clicked.edit {
            self.edit(part);
        }
    }

    fn show_form(&mut self, ui: &mut Ui, view: &View, lens: Option<&Lens>, out: &mut Vec<Action>) {
        let Some((_, channel)) = self.chosen.and_then(|id| view.project.channel(id)) else { return };
        match form::show(&mut self.editing, ui, view, channel, lens, out) {
            Some(Asked::Remove) => self.remove(view, out),
            Some(Asked::Duplicate) => self.duplicate(view, out),
            Some(Asked::Leave) => self.table.focus = true,
            None => {}
        }
    }

    fn show_chart(&mut self, ui: &mut Ui, view: &View, lens: Option<&Lens>, out: &mut Vec<Action>) {
        let target = lens.map(|lens| lens.target);
        let Some(picked) = self.chart.show(ui, view, self.scope, target, self.chosen, out) else { return };
        if let Some(customer) = picked.customer {
            self.look_at(customer, picked.channel);
        } else if let Some((place, _)) = view.project.channel(picked.channel) {
            self.choose(picked.channel, place);
        }
    }

    /// Nothing yet: what channels are for, and two ways to begin.
    fn empty(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        let text = view.text;
        let empty = Empty {
            title: text.get("channels-empty-title"),
            lines: &[text.get("channels-empty-what"), text.get("channels-empty-why")],
            example: text.get("channels-empty-example"),
            steps: &[(icon::PLUS, text.get("channels-add")), (icon::CHANNELS, text.get("channels-use-lecture"))],
            hint: "",
        };
        match empty.show(ui) {
            Some(0) => self.add(view, out),
            Some(_) => out.push(Action::AddLectureChannels),
            None => {}
        }
        if takes_keys(ui) && keyboard::pressed(ui.ctx(), Modifiers::NONE, Key::Insert) > 0 {
            self.add(view, out);
        }
    }

    fn keys(&mut self, ui: &Ui, view: &View, out: &mut Vec<Action>) {
        if !takes_keys(ui) {
            return;
        }
        let before = out.len();
        keyboard::each(ui.ctx(), |typed| {
            let Typed::Key(press) = typed else { return Heard::Passed };
            // An edit changes the list.
            if out.len() > before {
                return Heard::Later;
            }
            if self.press(view, press, out) { Heard::Done } else { Heard::Passed }
        });
    }

    /// Does what a key asks for. Returns whether the key was the table's.
    fn press(&mut self, view: &View, press: Press, out: &mut Vec<Action>) -> bool {
        let count = view.project.channels.len();
        let by = match press.key {
            Key::ArrowUp => -1,
            Key::ArrowDown => 1,
            Key::Home => -(count as isize),
            Key::End => count as isize,
            _ => 0,
        };
        match press.plain() {
            Some(Key::ArrowUp | Key::ArrowDown | Key::Home | Key::End) => {
                let to = self.table.step(self.place, by, count);
                self.choose(view.project.channels[to].id, to);
            }
            Some(Key::PageUp) => self.step(view, false),
            Some(Key::PageDown) => self.step(view, true),
            Some(Key::F2) => self.edit(NAME),
            Some(Key::Enter) => self.edit(self.editing.part.unwrap_or(NAME)),
            Some(Key::Insert) => self.add(view, out),
            Some(Key::Delete) => self.remove(view, out),
            _ if press.is(Modifiers::COMMAND, Key::D) => self.duplicate(view, out),
            _ if press.is(Modifiers::ALT, Key::ArrowUp) || press.is(Modifiers::ALT, Key::ArrowDown) => {
                let to = self.place.saturating_add_signed(by).min(count - 1);
                if let Some(id) = self.chosen.filter(|_| to != self.place) {
                    self.choose(id, to);
                    out.push(Action::Edit(Command::MoveChannel { id, to }, None));
                }
            }
            _ => return false,
        }
        true
    }

    /// Puts the focus into a field of the chosen channel.
    fn edit(&mut self, (field, end): Part) {
        self.editing.focus = self.chosen.map(|id| Slot { of: Of::Channel(id), field, end });
    }

    fn insert(&mut self, view: &View, channel: Channel, out: &mut Vec<Action>) {
        let at = if view.project.channels.is_empty() { 0 } else { self.place + 1 };
        if self.scope == PictureOf::SideBySide {
            self.scope = PictureOf::All;
        }
        self.choose(channel.id, at);
        self.pane = Pane::Table;
        out.push(Action::Edit(Command::AddChannels { at, channels: vec![channel] }, None));
    }

    fn add(&mut self, view: &View, out: &mut Vec<Action>) {
        self.insert(view, Channel::new(""), out);
        self.edit(NAME);
    }

    fn duplicate(&mut self, view: &View, out: &mut Vec<Action>) {
        let Some((_, channel)) = self.chosen.and_then(|id| view.project.channel(id)) else { return };
        let name = view.text.with("matrix-copy-of", "name", channel.shown_name());
        let copy = Channel { id: ChannelId::random(), name: name.into(), ..channel.clone() };
        self.insert(view, copy, out);
    }

    fn remove(&mut self, view: &View, out: &mut Vec<Action>) {
        let Some((_, channel)) = self.chosen.and_then(|id| view.project.channel(id)) else { return };
        out.push(Action::Edit(Command::RemoveChannels(vec![channel.id]), None));
        out.push(Action::removed(Message::new("removed-named").with("name", channel.shown_name())));
        self.table.focus = true;
    }
}

/// Keys go to the table when no field, menu or dialog wants them.
fn takes_keys(ui: &Ui) -> bool {
    let has_focus = ui.memory(|memory| memory.has_focus(focus::pane_id(table::PANE)));
    focus::is_free(ui) || (has_focus && ui.is_enabled() && !Popup::is_any_open(ui.ctx()))
}

fn chart_frame() -> Frame {
    Frame::new().inner_margin(Margin::same(space::M as i8))
}

/// The product segment that the figures of the segment are based on, in words.
fn sold_here(view: &View, lens: &Lens) -> String {
    let product = lens.target.product.and_then(|id| view.project.matrix.find(Axis::Product, id));
    match product {
        Some((_, product)) => view.text.with("channels-sold-here", "product", &*product.name),
        None => view.text.get("channels-nothing-sold-here").to_owned(),
    }
}
