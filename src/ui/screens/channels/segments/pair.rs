//! The chosen pair in words: what is said of it, its figures with where they come from, and what follows.

use eframe::egui::{
    Align, Color32, FontId, Label, Layout, RichText, Role, ScrollArea, Ui, UiBuilder, WidgetInfo, vec2,
};

use crate::analysis::channels::Comparison;
use crate::analysis::coverage::name_of;
use crate::analysis::{Source, Target};
use crate::figure::measure::{self, Weight};
use crate::project::{
    Axis, Channel, FieldName, Figures, Message, Of, Project, ReachKey, Record, Segment, SegmentId, Value,
};
use crate::ui::theme::{self, colors, space};
use crate::ui::widgets::fields;
use crate::ui::{Action, View};

use super::super::derived;
use super::super::form::counts;
use super::super::reach_form;
use super::SegmentsPane;
use super::keys::inherit;
use super::parts::{Go, pair_name};

impl SegmentsPane {
    /// Figures are given for something that is selected.
    pub(super) fn has_figures(&self, view: &View) -> bool {
        self.selected().iter().any(|key| !view.project.plan.reach(*key).figures.is_blank())
    }

    /// Draws the pair, beside the grid or below it; where it leads.
    pub(super) fn pair(&mut self, ui: &mut Ui, view: &View, beside: bool, out: &mut Vec<Action>) -> Option<Go> {
        let (row, key) = self.active()?;
        let target = *view.analysis.targets().get(row)?;
        let (place, channel) = view.project.channel(key.channel)?;
        let found =
            self.compared.get((view.revision, target.customer), || Comparison::of_target(view.project, &target));
        let found = found.channels.get(place).cloned();
        let mut go = None;
        if beside {
            // What is too wide is cut, and takes nothing from the grid.
            let room = ui.available_rect_before_wrap();
            let mut child = ui.new_child(UiBuilder::new().max_rect(room));
            child.set_clip_rect(room.expand(2.0).intersect(ui.clip_rect()));
            ui.advance_cursor_after_rect(room);
            ScrollArea::vertical().auto_shrink([false, false]).show(&mut child, |ui| {
                ui.set_max_width(ui.available_width() - space::S);
                self.title(ui, view, key, channel);
                based_on(ui, view, &target);
                let (selected, name) = (self.selected(), pair_name(view, key, channel));
                reach_form::show(ui, view, key, &selected, (&mut self.drafts, &name), out);
                ui.add_space(space::S);
                ui.spacing_mut().item_spacing.y = 2.0;
                figures(ui, view, &target, channel);
                self.segment(ui, view, target.customer, out);
                ui.add_space(space::S);
                ui.horizontal_wrapped(|ui| go = self.buttons(ui, view, key, out));
                ui.add_space(space::S);
                let Some(found) = &found else { return };
                for (key, value) in derived::derived(view, found) {
                    line(ui, view.text.get(key), &value, true);
                }
                let standing = view.text.say(&found.standing_message(view.project));
                ui.add(Label::new(RichText::new(standing).font(theme::small_strong())).wrap());
            });
            return go;
        }
        let roomy = ui.ctx().content_rect().height() >= 600.0;
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                go = self.buttons(ui, view, key, out);
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| self.title(ui, view, key, channel));
            });
        });
        let (selected, name) = (self.selected(), pair_name(view, key, channel));
        reach_form::show(ui, view, key, &selected, (&mut self.drafts, &name), out);
        if let Some(found) = found.filter(|_| roomy) {
            let currency = &view.project.currency;
            let message = Message::new("segments-figures")
                .with("cost", derived::spread(view.text, found.cost, currency))
                .with("sales", derived::spread(view.text, found.sales, currency));
            let standing = view.text.say(&found.standing_message(view.project));
            let words = format!("{} · {standing}", view.text.say(&message));
            ui.add(Label::new(RichText::new(words).font(theme::small()).color(colors(ui).muted)).truncate());
        }
        go
    }

    /// The fields that customer segments have besides their names.
    fn segment(&mut self, ui: &mut Ui, view: &View, customer: SegmentId, out: &mut Vec<Action>) {
        let name = view.text.value(&name_of(view.project, customer));
        let of = Of::Segment(Axis::Customer, customer);
        fields::record(ui, view, &mut self.drafts, of, &name, &["name"], out);
    }

    fn title(&self, ui: &mut Ui, view: &View, key: ReachKey, channel: &Channel) {
        let names = pair_name(view, key, channel);
        ui.horizontal(|ui| {
            let heading = ui.add(Label::new(RichText::new(&names).font(theme::body_strong())).truncate());
            heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, &names));
        });
        if self.count() > 1 {
            let words = view.text.with("segments-selected", "count", self.count());
            ui.label(RichText::new(words).font(theme::small_strong()).color(colors(ui).accent));
        }
    }

    fn buttons(&self, ui: &mut Ui, view: &View, key: ReachKey, out: &mut Vec<Action>) -> Option<Go> {
        let text = view.text;
        let edits = ui.button(text.get("segments-edit-figures")).clicked();
        if self.has_figures(view) && ui.button(text.get("segments-inherit")).clicked() {
            out.extend(inherit(view, self.selected()));
        }
        edits.then_some(Go::Figures(key.customer, key.channel))
    }
}

/// The product segment whose margin and revenue the figures are based on.
fn based_on(ui: &mut Ui, view: &View, target: &Target) {
    let Some(product) = target.product else { return };
    let name = match view.project.matrix.find(Axis::Product, product) {
        Some((_, Segment { name, .. })) if !name.trim().is_empty() => Value::from(&**name),
        _ => Message::new("unnamed").into(),
    };
    let margin = view.text.percent((target.margin * 1000.0).round() / 1000.0);
    let message = Message::new("segments-reckoned").with("product", name).with("margin", margin);
    let words = RichText::new(view.text.say(&message)).font(theme::small()).color(colors(ui).muted);
    ui.add(Label::new(words).wrap());
}

/// A figure there and what it would be if nothing were given for the segment, written out.
struct Line {
    field: FieldName,
    here: String,
    own: Option<String>,
    from_product: bool,
}

/// Each figure with its value and where it comes from.
fn figures(ui: &mut Ui, view: &View, target: &Target, channel: &Channel) {
    let text = view.text;
    for written in lines(view, view.project, target, channel) {
        line(ui, &text.label(written.field), &written.here, written.own.is_some());
        match written.own {
            Some(own) => line(ui, "", &text.with("segments-given-here", "own", own), false),
            None if written.from_product => line(ui, "", text.get("channels-from-product"), false),
            None => {}
        }
    }
}

/// A name with what it is at the right, below it where there is no room beside.
fn line(ui: &mut Ui, name: &str, value: &str, is_strong: bool) {
    let palette = colors(ui);
    let (font, ink) = if is_strong { (theme::small_strong(), palette.ink) } else { (theme::small(), palette.muted) };
    let size = theme::small().size;
    let room = ui.available_width();
    let needed = measure::width(name, size, Weight::Regular) + measure::width(value, size, Weight::SemiBold) + space::M;
    let below = needed > room && !name.is_empty();
    let height = 18.0;
    ui.allocate_ui_with_layout(vec2(room, height), Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_height(height);
        if !name.is_empty() {
            ui.label(RichText::new(name).font(theme::small()).color(palette.muted));
        }
        if !below {
            right(ui, value, font.clone(), ink);
        }
    });
    if below {
        let flow = Layout::left_to_right(Align::Center);
        ui.allocate_ui_with_layout(vec2(room, height), flow, |ui| right(ui, value, font, ink));
    }
}

fn right(ui: &mut Ui, words: &str, font: FontId, ink: Color32) {
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.add(Label::new(RichText::new(words).font(font).color(ink)).truncate());
    });
}

/// The figures that count, written out.
fn lines(view: &View, project: &Project, target: &Target, channel: &Channel) -> Vec<Line> {
    let (there, own) = (target.channel(project, channel), target.inherited(project, channel));
    let from = there.figures.sales_from();
    let rows = Figures::TABLE.fields.iter().filter(|row| row.name.name != "sales_from" && counts(row.name.name, from));
    rows.map(|row| {
        let write = |channel: &Channel| view.text.field(row.info(), &row.get(&channel.figures), &project.currency);
        let source = target.source(project, channel.id, row.name.name);
        let own = (source == Source::Given).then(|| write(&own));
        Line { field: row.name, here: write(&there), own, from_product: source == Source::Product }
    })
    .collect()
}
