//! Own against external, the inputs that move a channel most, and what product segments sell for.

use eframe::egui::{Align, Frame, Label, Margin, Memory, Panel, RichText, Role, ScrollArea, Ui, WidgetInfo, vec2};
use egui_extras::{Size, StripBuilder};

use crate::analysis::Target;
use crate::analysis::channels::{ChannelFigures, Comparison};
use crate::analysis::economics::{CostLine, channel_tornado, indifference, indifference_message, usual_rivals};
use crate::figure::{self, CostLines};
use crate::project::{Axis, Channel, ChannelId, Message, Of, SegmentId};
use crate::text::Language;
use crate::ui::theme::{self, colors, space};
use crate::ui::widgets::columns::{self, FieldColumns};
use crate::ui::widgets::combo::Combo;
use crate::ui::widgets::fields::{self, Drafts};
use crate::ui::widgets::picture::Picture;
use crate::ui::widgets::small_choices;
use crate::ui::widgets::split::{Side, split};
use crate::ui::widgets::table::{self, Column, Rows, Table, TableState};
use crate::ui::{Action, View};

use super::targets;

/// Periods that costs are compared over, in months.
const PERIODS: [u32; 4] = [6, 12, 24, 36];

/// The figures of the channels, for one segment or by themselves.
#[derive(Debug)]
struct Scene {
    revision: u64,
    segment: Option<SegmentId>,
    target: Option<Target>,
    comparison: Comparison,
}

/// The pane's own state.
#[derive(Debug)]
pub struct EconomicsPane {
    segment: Option<SegmentId>,
    /// The own and the external channel that are compared, where they have been picked.
    rivals: [Option<ChannelId>; 2],
    /// The channel whose inputs are moved.
    moved: Option<ChannelId>,
    months: u32,
    drafts: Drafts,
    rows: TableState,
    scene: Option<Scene>,
    lines: Picture<LinesKey>,
    tornado: Picture<(u64, Language, Option<SegmentId>, ChannelId)>,
}

type LinesKey = (u64, Language, Option<SegmentId>, [ChannelId; 2], u32);

impl Default for EconomicsPane {
    fn default() -> Self {
        Self {
            segment: None,
            rivals: [None; 2],
            moved: None,
            months: 12,
            drafts: Drafts::default(),
            rows: TableState::default(),
            scene: None,
            lines: Picture::default(),
            tornado: Picture::default(),
        }
    }
}

impl EconomicsPane {
    /// Draws the pane.
    pub fn ui(&mut self, ui: &mut Ui, view: &View, out: &mut Vec<Action>) {
        self.look(view);
        let Some(scene) = self.scene.take() else { return };
        let frame = Frame::new().inner_margin(Margin::symmetric(space::M as i8, space::XS as i8));
        Panel::top("economics scope").frame(frame).resizable(false).show(ui, |ui| {
            ui.horizontal(|ui| {
                if targets::pick(ui, view, view.analysis.targets(), &mut self.segment) {
                    ui.request_repaint();
                }
                let margin = view.text.percent(scene.comparison.margin);
                let words = view.text.with("channels-margin-here", "margin", margin);
                ui.label(RichText::new(words).color(colors(ui).muted));
            });
        });
        if !view.project.matrix.segments(Axis::Product).is_empty() {
            let height = (ui.available_height() * 0.3).max(104.0);
            let frame = Frame::new().fill(colors(ui).panel).inner_margin(Margin::same(space::M as i8));
            split(ui, Side::Bottom, "offers", height, frame, |ui| self.offers(ui, view));
        }
        ui.add_space(space::S);
        StripBuilder::new(ui).size(Size::exact(space::M - space::S)).sizes(Size::remainder(), 2).horizontal(
            |mut strip| {
                strip.empty();
                strip.cell(|ui| scrolled(ui, "rivals", |ui, bottom| self.rivals(ui, view, &scene, bottom)));
                strip.cell(|ui| scrolled(ui, "moved", |ui, bottom| self.moved(ui, view, &scene, bottom)));
            },
        );
        self.scene = Some(scene);
        self.drafts.settle(view, ui.memory(Memory::focused), out);
    }

    /// Puts what is being typed into the project.
    pub fn commit(&mut self, view: &View, out: &mut Vec<Action>) {
        self.drafts.settle(view, None, out);
    }

    pub fn drafts(&self, view: &View, out: &mut Vec<Action>) {
        self.drafts.drafts(view, out);
    }

    /// Sees the channels as they are now.
    fn look(&mut self, view: &View) {
        let fresh =
            self.scene.as_ref().is_some_and(|scene| scene.revision == view.revision && scene.segment == self.segment);
        if fresh {
            return;
        }
        let target =
            self.segment.and_then(|id| view.analysis.targets().iter().find(|target| target.customer == id)).copied();
        if target.is_none() {
            self.segment = None;
        }
        let comparison = target
            .map_or_else(|| view.analysis.channels().clone(), |target| Comparison::of_target(view.project, &target));
        self.scene = Some(Scene { revision: view.revision, segment: self.segment, target, comparison });
    }

    /// Own against external. The picture ends at `bottom`, or below it in a low window.
    fn rivals(&mut self, ui: &mut Ui, view: &View, scene: &Scene, bottom: f32) {
        let text = view.text;
        title(ui, text.get("economics-own-or-external"));
        let usual = usual_rivals(view.project, &scene.comparison);
        let picked = [0, 1].map(|at| self.rivals[at].filter(|id| view.project.channel(*id).is_some()).or(usual[at]));
        ui.horizontal_wrapped(|ui| {
            for (at, key) in ["economics-first", "economics-second"].into_iter().enumerate() {
                if let Some(id) = channel_combo(ui, view, key, picked[at]) {
                    self.rivals[at] = Some(id);
                    ui.request_repaint();
                }
            }
            ui.spacing_mut().item_spacing.x = space::XS;
            let items = PERIODS.map(|months| {
                (months, months.to_string(), text.with("economics-period-of", "months", months as usize))
            });
            if let Some(months) = small_choices(ui, self.months, items) {
                self.months = months;
            }
            ui.label(RichText::new(text.get("field-months")).color(colors(ui).muted));
        });
        let known = picked.map(|id| id.and_then(|id| named_line(view, scene, id, f64::from(self.months))));
        let [Some((first, first_line)), Some((second, second_line))] = known else {
            ui.add(Label::new(RichText::new(text.get("economics-no-rivals")).color(colors(ui).muted)).wrap());
            return;
        };
        let money = |amount: f64| text.money(amount, &view.project.currency);
        let found = indifference(first_line, second_line);
        let words = text.say(&indifference_message(found, [first.as_str().into(), second.as_str().into()], money));
        let said = ui.add(Label::new(RichText::new(&words).font(theme::body_strong())).wrap());
        said.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        let lines = [(&first, first_line), (&second, second_line)].map(|(name, line)| {
            let message = Message::new("economics-line")
                .with("channel", name.as_str())
                .with("fixed", money(line.fixed))
                .with("share", text.percent((line.share * 1000.0).round() / 1000.0));
            text.say(&message)
        });
        let details = RichText::new(lines.join(" · ")).font(theme::small()).color(colors(ui).muted);
        ui.add(Label::new(details).truncate());
        let ids = [picked[0], picked[1]].map(|id| id.unwrap_or_else(ChannelId::random));
        let key = (view.revision, text.language(), self.segment, ids, self.months);
        let room = vec2(ui.available_width() - space::S, (bottom - ui.cursor().top()).max(140.0));
        self.lines.show(ui, room, key, &words, |size| {
            let lines = CostLines {
                names: [&first, &second],
                lines: [first_line, second_line],
                currency: &view.project.currency,
            };
            figure::cost_lines(&lines, text, size)
        });
    }

    /// Which input moves a channel's contribution most.
    fn moved(&mut self, ui: &mut Ui, view: &View, scene: &Scene, bottom: f32) {
        let text = view.text;
        title(ui, text.get("economics-tornado-title"));
        let tornado_of = |id: ChannelId| {
            let (_, channel) = view.project.channel(id)?;
            channel_tornado(&there(view, scene, channel), scene.comparison.margin)
        };
        let usual = || {
            let mut ids = view.project.channels.iter().map(|channel| channel.id);
            let ranged = |id: &ChannelId| tornado_of(*id).is_some_and(|tornado| !tornado.bars.is_empty());
            ids.clone().find(ranged).or_else(|| ids.next())
        };
        let moved = self.moved.filter(|id| view.project.channel(*id).is_some()).or_else(usual);
        if let Some(id) = channel_combo(ui, view, "economics-moved", moved) {
            self.moved = Some(id);
            ui.request_repaint();
        }
        let Some(id) = moved else { return };
        let Some(tornado) = tornado_of(id) else {
            ui.label(RichText::new(text.get("economics-figures-missing")).color(colors(ui).muted));
            return;
        };
        if tornado.bars.is_empty() {
            ui.add(Label::new(RichText::new(text.get("economics-no-ranges")).color(colors(ui).muted)).wrap());
            return;
        }
        let words = tornado.bars.iter().map(|bar| text.say(&bar.input)).collect::<Vec<_>>().join(", ");
        let words = text.with("economics-tornado-said", "inputs", words);
        let room = vec2(ui.available_width() - space::S, (bottom - ui.cursor().top()).max(80.0));
        let key = (view.revision, text.language(), self.segment, id);
        self.tornado.show(ui, room, key, &words, |size| figure::tornado(&tornado, &view.project.currency, text, size));
    }

    /// Revenue and margin of the product segments, where they differ.
    fn offers(&mut self, ui: &mut Ui, view: &View) {
        let text = view.text;
        ui.horizontal(|ui| {
            title(ui, text.get("product-segments"));
            let fault = self.drafts.fault(text, |_| true);
            if let Some(fault) = fault {
                fields::fault_line(ui, &fault);
            } else {
                let words = RichText::new(text.get("economics-offers-what")).font(theme::small());
                ui.add(Label::new(words.color(colors(ui).muted)).truncate());
            }
        });
        let Some(first) = view.project.matrix.segments(Axis::Product).front() else { return };
        let fields = FieldColumns::of(Of::Offer(first.id), 1);
        let mut columns = vec![Column::text(text.get("report-product"), 170.0, 1.0)];
        columns.extend(fields.columns(view, 104.0, &[]));
        let own = FieldColumns::some(Of::Segment(Axis::Product, first.id), columns.len(), |name| name != "name");
        columns.extend(own.columns(view, 104.0, &[]));
        let table = Table {
            salt: "offers",
            name: text.get("product-segments"),
            columns: &columns,
            row: columns::ROW,
            made_for: view.revision,
            selects: false,
            keys: false,
            selected: None,
        };
        table.show(ui, &mut self.rows, &mut Offers { view, fields, own, drafts: &mut self.drafts });
    }
}

/// A row per product segment, with fields.
struct Offers<'a> {
    view: &'a View<'a>,
    fields: FieldColumns,
    /// The segment's own fields.
    own: FieldColumns,
    drafts: &'a mut Drafts,
}

impl Rows for Offers<'_> {
    fn count(&self) -> usize {
        self.view.project.matrix.segments(Axis::Product).len()
    }

    /// Fields have accessible names of their own.
    fn text(&self, row: usize, column: usize) -> String {
        let product = self.view.project.matrix.segments(Axis::Product).get(row).filter(|_| column == 0);
        product.map_or_else(String::new, |product| self.view.text.name(&product.name).to_owned())
    }

    fn cell(&mut self, ui: &mut Ui, row: usize, column: usize, align: Align) {
        let (view, text) = (self.view, self.view.text);
        let Some(product) = view.project.matrix.segments(Axis::Product).get(row) else { return };
        let name = text.name(&product.name);
        if column == 0 {
            table::words(ui, name, theme::body(), colors(ui).ink, align);
            return;
        }
        if let Some(field) = self.own.at(column) {
            columns::field(ui, view, self.drafts, Of::Segment(Axis::Product, product.id), field, name, "–");
        }
        let Some(field) = self.fields.at(column) else { return };
        // A blank margin is the project's.
        let inherited = (field.0.name.name == "margin").then(|| text.percent(view.project.margin));
        let hint = inherited.as_deref().unwrap_or("–");
        columns::field(ui, view, self.drafts, Of::Offer(product.id), field, name, hint);
    }
}

/// Scrolls in a low window. `content` gets the bottom of what is visible without scrolling.
fn scrolled(ui: &mut Ui, salt: &str, content: impl FnOnce(&mut Ui, f32)) {
    let height = ui.available_height() - space::S;
    ScrollArea::vertical().id_salt(salt).auto_shrink(false).show(ui, |ui| {
        let bottom = ui.cursor().top() + height;
        content(ui, bottom);
    });
}

fn title(ui: &mut Ui, words: &str) {
    let response = ui.label(RichText::new(words).font(theme::body_strong()));
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, words));
}

/// A channel as it is in the scene.
fn there(view: &View, scene: &Scene, channel: &Channel) -> Channel {
    scene.target.map_or_else(|| channel.clone(), |target| target.channel(view.project, channel))
}

/// A channel's name and its cost line.
fn named_line(view: &View, scene: &Scene, id: ChannelId, months: f64) -> Option<(String, CostLine)> {
    let (_, channel) = view.project.channel(id)?;
    let figures: &ChannelFigures = scene.comparison.find(id)?;
    Some((view.text.value(&channel.shown_name()), CostLine::of(figures, months)?))
}

/// Picks a channel.
fn channel_combo(ui: &mut Ui, view: &View, key: &'static str, chosen: Option<ChannelId>) -> Option<ChannelId> {
    let text = view.text;
    let name = |channel: &Channel| text.value(&channel.shown_name());
    let shown = chosen.and_then(|id| view.project.channel(id)).map_or_else(|| "–".to_owned(), |(_, one)| name(one));
    let combo = Combo { id: ("economics channel", key), label: text.get(key), shown: &shown, width: 132.0 };
    let items = view.project.channels.iter().map(|channel| (Some(channel.id), name(channel)));
    combo.pick(ui, &chosen, items).flatten()
}
