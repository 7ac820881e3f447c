//! The form of the chosen channel.

use eframe::egui::{Align, Grid, Key, Layout, Response, RichText, Role, Ui, WidgetInfo, vec2};

use crate::analysis::Source;
use crate::analysis::channels::{ChannelFigures, Spread};
use crate::project::{
    Channel, ChannelKind, Command, End, FieldInfo, FieldValue, Figures, Message, Of, Owner, Record, SalesFrom, Shape,
};
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::widgets::combo::Combo;
use crate::ui::widgets::fields::{self, Drafts, Slot};
use crate::ui::widgets::{icon_button, keyboard};
use crate::ui::{Action, View};

use super::derived::follows;
use super::lens::Lens;
use super::reach_form;

/// Width of the fields' names and of a figure's field.
const NAMES: f32 = 156.0;
const FIGURE: f32 = 84.0;
/// Width of a text's field.
const TEXT: f32 = 160.0;
/// Of the words that say where a figure comes from.
const SOURCE: f32 = 110.0;
/// Height of the form when all fields are there: it keeps it, so that the table stays where it is.
const HEIGHT: f32 = 286.0;

/// A field of a channel, or an end of it.
pub type Part = (&'static str, Option<End>);

/// Where editing a channel begins.
pub const NAME: Part = ("name", None);

/// The fields that have a place of their own in the form; the others follow from the channel's table.
const PLACED: [&str; 4] = ["name", "owner", "kind", "note"];

/// The field that a channel's sales per contact come from.
pub fn sales_field(channel: &Channel) -> &'static str {
    match channel.figures.sales_from() {
        SalesFrom::Typed => "sales_per_contact",
        SalesFrom::CloseRate => "close_rate",
    }
}

/// Whether a figure counts, as the sales per contact come from there; the others are kept and not shown.
pub fn counts(field: &str, from: SalesFrom) -> bool {
    match field {
        "sales_per_contact" => from == SalesFrom::Typed,
        "close_rate" | "revenue_per_sale" => from == SalesFrom::CloseRate,
        _ => true,
    }
}

/// What is being typed, and where.
#[derive(Debug, Default)]
pub struct Editing {
    pub drafts: Drafts,
    /// The field that gets the focus as soon as it is there.
    pub focus: Option<Slot>,
    /// What was edited last, to go on with in the next channel.
    pub part: Option<Part>,
}

/// What the form leaves to the pane.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    Remove,
    Duplicate,
    /// Enter or Escape: the table gets the focus.
    Leave,
}

/// Draws the form of a channel.
pub fn show(
    editing: &mut Editing,
    ui: &mut Ui,
    view: &View,
    channel: &Channel,
    lens: Option<&Lens>,
    out: &mut Vec<Action>,
) -> Option<Asked> {
    let figures = view.analysis.channels().find(channel.id)?;
    ui.set_min_height(HEIGHT);
    let spoken = view.text.value(&channel.shown_name());
    let mut form = Form { editing, asked: None, view, lens, channel, spoken };
    form.top(ui, out);
    if let Some(lens) = lens {
        let key = lens.key(channel.id);
        let of_pair = (&mut form.editing.drafts, form.spoken.as_str());
        reach_form::show(ui, view, key, &[key], of_pair, out);
    }
    let source = if lens.is_some() { SOURCE + space::S } else { 0.0 };
    let width = NAMES + 3.0 * (FIGURE + space::S) + space::S + source;
    let beside = ui.available_width() >= width + space::M + amounts_width(ui, view);
    let estimates = |ui: &mut Ui, form: &mut Form, out: &mut Vec<Action>| {
        form.estimates(ui, figures, out);
        if let Some(fault) = form.editing.drafts.fault(view.text, |of| of == Of::Channel(channel.id)) {
            fields::fault_line(ui, &fault);
        }
    };
    if !beside {
        estimates(ui, &mut form, out);
        ui.add_space(space::S);
        form.rest(ui, out);
        follows(ui, view, channel, figures);
        return form.asked;
    }
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(width);
            estimates(ui, &mut form, out);
            follows(ui, view, channel, figures);
        });
        ui.add_space(space::M);
        ui.vertical(|ui| form.rest(ui, out));
    });
    form.asked
}

/// The fields without a range, which stand in a column of their own.
fn amounts() -> impl Iterator<Item = FieldInfo> {
    Channel::TABLE.infos().filter(|field| {
        let elsewhere = PLACED.contains(&field.name.name) || field.name.name == "sales_from";
        !elsewhere && !matches!(field.shape, Shape::Range(_))
    })
}

/// The width of those fields with their names.
fn amounts_width(ui: &Ui, view: &View) -> f32 {
    let name = |field: FieldInfo| format!("{} {}", view.text.label(field.name), fields::unit(view, field));
    let wide = |words: String| ui.painter().layout_no_wrap(words, theme::body(), colors(ui).ink).size().x;
    let names = amounts().map(|field| wide(name(field))).fold(0.0, f32::max);
    names + FIGURE + 8.0 * space::S
}

struct Form<'a> {
    editing: &'a mut Editing,
    asked: Option<Asked>,
    view: &'a View<'a>,
    /// The figures are those for one segment.
    lens: Option<&'a Lens>,
    channel: &'a Channel,
    /// The channel's name, as the fields' names begin.
    spoken: String,
}

impl Form<'_> {
    /// A field's accessible name: "Telesales: likely cost per contact".
    fn named(&self, field: &str) -> String {
        let message = Message::new("channels-field-of").with("channel", self.spoken.as_str()).with("field", field);
        self.view.text.say(&message)
    }

    fn slot(&self, (field, end): Part) -> Slot {
        Slot { of: Of::Channel(self.channel.id), field, end }
    }

    fn field(&mut self, ui: &mut Ui, part: Part, name: &str, width: f32, hint: &str) {
        let slot = self.slot(part);
        let name = self.named(name);
        let response = self.editing.drafts.line(ui, self.view, slot, &name, width, hint);
        self.after(slot, &response);
    }

    fn set(&self, field: &'static str, value: impl Into<FieldValue>) -> Command {
        Command::set(Of::Channel(self.channel.id), field, value)
    }

    /// Name, who runs it, kind, and what can be done with it.
    fn top(&mut self, ui: &mut Ui, out: &mut Vec<Action>) {
        let text = self.view.text;
        ui.horizontal(|ui| {
            let words = text.get("channels-name");
            let width = (ui.available_width() - 460.0).clamp(170.0, 440.0);
            self.field(ui, NAME, words, width, words);
            for owner in Owner::ALL {
                let chosen = self.channel.owner == owner;
                let response = ui.selectable_label(chosen, text.get(owner.key()));
                let name = self.named(text.get(owner.key()));
                response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, &name));
                if response.clicked() && !chosen {
                    out.push(Action::Edit(self.set("owner", owner), None));
                }
            }
            self.kind(ui, out);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                for (sign, key) in [(icon::TRASH, "remove-named"), (icon::COPY, "channels-duplicate")] {
                    let name = text.with(key, "name", self.channel.shown_name());
                    if icon_button(ui, sign, &name, &name).clicked() {
                        match sign {
                            icon::TRASH => self.asked = Some(Asked::Remove),
                            _ => self.asked = Some(Asked::Duplicate),
                        }
                    }
                }
            });
        });
    }

    /// One of the lecture's kinds, or the team's own words.
    fn kind(&mut self, ui: &mut Ui, out: &mut Vec<Action>) {
        let text = self.view.text;
        let own_words = matches!(self.channel.kind, ChannelKind::Other(_));
        let shown =
            if own_words { text.get("channels-kind-other").to_owned() } else { text.value(&self.channel.kind.words()) };
        let mut items = Vec::new();
        for owner in Owner::ALL {
            let heading = match owner {
                Owner::Own => "channels-kinds-own",
                Owner::External => "channels-kinds-external",
            };
            items.push((None, text.get(heading).to_owned()));
            let kinds = ChannelKind::LISTED.iter().filter(|kind| kind.usual_owner() == Some(owner));
            items.extend(kinds.map(|kind| (Some(kind.clone()), text.value(&kind.words()))));
        }
        // Words that are typed already stay.
        let other = if own_words { self.channel.kind.clone() } else { ChannelKind::default() };
        items.extend([(None, String::new()), (Some(other), text.get("channels-kind-other").to_owned())]);
        let name = self.named(text.get("field-kind"));
        let combo = Combo { id: ("channel kind", self.channel.id), label: &name, shown: &shown, width: 140.0 };
        let picked = combo.pick_in_groups(ui, &self.channel.kind, items);
        if let Some(kind) = picked.filter(|kind| *kind != self.channel.kind) {
            let owner = kind.usual_owner().unwrap_or(self.channel.owner);
            let both = [self.set("kind", &kind), self.set("owner", owner)];
            out.push(Action::Edit(Command::All(both.into()), None));
        }
        if own_words {
            self.field(ui, ("kind", None), text.get("channels-kind-own-words"), 116.0, text.get("channels-kind-hint"));
        }
    }

    /// Low, likely and high of each estimate.
    fn estimates(&mut self, ui: &mut Ui, figures: &ChannelFigures, out: &mut Vec<Action>) {
        let text = self.view.text;
        Grid::new("channel estimates").num_columns(4).min_col_width(FIGURE).spacing(vec2(space::S, 6.0)).show(
            ui,
            |ui| {
                ui.allocate_space(vec2(NAMES, 0.0));
                for end in End::ALL {
                    figure(ui, 16.0, RichText::new(text.get(end.key())).font(theme::small()));
                }
                ui.end_row();
                let from = self.channel.figures.sales_from();
                for field in Channel::TABLE.infos() {
                    match field.shape {
                        _ if field.name.name == "sales_from" => self.sales_from(ui, out),
                        Shape::Range(_) if counts(field.name.name, from) => self.row(ui, field, out),
                        _ => {}
                    }
                }
                if from == SalesFrom::CloseRate {
                    if let Some(field) = Channel::TABLE.find("sales_per_contact") {
                        fields::caption(ui, self.view, field.info());
                    }
                    let ends =
                        figures.sales.map_or([None; 3], |Spread { low, likely, high }| [low, likely, high].map(Some));
                    for end in ends {
                        let words = end.map_or_else(|| "–".to_owned(), |end| text.money(end, ""));
                        figure(ui, space::ROW, RichText::new(words));
                    }
                    ui.end_row();
                }
            },
        );
    }

    /// A row of a grid: the field's name, its widgets and where its value comes from.
    fn row(&mut self, ui: &mut Ui, field: FieldInfo, out: &mut Vec<Action>) {
        let of = Of::Channel(self.channel.id);
        fields::caption(ui, self.view, field);
        let mut drawn = Vec::new();
        let drafts = &mut self.editing.drafts;
        let width = if field.shape == Shape::Text { TEXT } else { FIGURE };
        fields::field(ui, self.view, drafts, of, field, &self.spoken, width, out, &mut |_, slot, response| {
            drawn.push((slot, response.clone()));
        });
        for (slot, response) in drawn {
            self.after(slot, &response);
        }
        self.source(ui, field, out);
        ui.end_row();
    }

    /// Where a figure of the segment comes from, and the way back to the channel's own.
    fn source(&mut self, ui: &mut Ui, field: FieldInfo, out: &mut Vec<Action>) {
        let Some(lens) = self.lens else { return };
        let Some(row) = Figures::TABLE.find(field.name.name) else { return };
        let text = self.view.text;
        let key = match lens.target.source(self.view.project, self.channel.id, field.name.name) {
            Source::Given => "channels-given-here",
            Source::Product => "channels-from-product",
            Source::Channel => "channels-from-channel",
        };
        ui.allocate_ui_with_layout(vec2(SOURCE, space::ROW), Layout::left_to_right(Align::Center), |ui| {
            if key != "channels-given-here" {
                ui.label(RichText::new(text.get(key)).font(theme::small()).color(colors(ui).muted));
                return;
            }
            let name = self.named(&text.with("channels-inherit", "figure", Message::new(field.name.key)));
            if icon_button(ui, icon::UNDO, &name, text.get("channels-inherit-hint")).clicked() {
                let blank = row.get(&Figures::default());
                let of = Of::Reach(lens.key(self.channel.id));
                out.push(Action::Edit(Command::set(of, field.name.name, blank), None));
            }
            ui.label(RichText::new(text.get(key)).font(theme::small_strong()));
        });
    }

    fn sales_from(&mut self, ui: &mut Ui, out: &mut Vec<Action>) {
        let text = self.view.text;
        ui.label(RichText::new(text.get("channels-sales-from")).color(colors(ui).muted));
        let words = |from| match from {
            SalesFrom::Typed => text.get("channels-sales-typed"),
            SalesFrom::CloseRate => text.get("channels-sales-close-rate"),
        };
        let mut picked = None;
        // Wider than one column: laid over the next ones.
        let rect = eframe::egui::Rect::from_min_size(ui.cursor().min, vec2(3.0 * (FIGURE + space::S), space::ROW));
        let mut over =
            ui.new_child(eframe::egui::UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center)));
        for from in [SalesFrom::Typed, SalesFrom::CloseRate] {
            let chosen = self.channel.figures.sales_from() == from;
            let response = over.selectable_label(chosen, words(from));
            let name = self.named(words(from));
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, &name));
            if response.clicked() && !chosen {
                picked = Some(from);
            }
        }
        ui.allocate_space(vec2(FIGURE, space::ROW));
        ui.end_row();
        if let Some(sales_from) = picked {
            out.push(Action::Edit(self.set("sales_from", sales_from), None));
        }
    }

    /// The fields without a range, and the note.
    fn rest(&mut self, ui: &mut Ui, out: &mut Vec<Action>) {
        let text = self.view.text;
        Grid::new("channel amounts").num_columns(3).min_col_width(FIGURE).spacing(vec2(space::S, 6.0)).show(ui, |ui| {
            amounts().for_each(|field| self.row(ui, field, out));
        });
        let slot = self.slot(("note", None));
        let name = self.named(text.get("field-note"));
        let hint = text.get("channels-note-hint");
        let response = self.editing.drafts.lines(ui, self.view, slot, &name, hint);
        self.after(slot, &response);
        ui.add_space(space::XS);
    }

    /// Focus that was asked for, and where Enter and Escape lead.
    fn after(&mut self, slot: Slot, response: &Response) {
        if self.editing.focus == Some(slot) {
            self.editing.focus = None;
            response.request_focus();
        }
        if response.gained_focus() {
            self.editing.part = Some((slot.field, slot.end));
        }
        if keyboard::left_by(response, Key::Enter) || keyboard::left_by(response, Key::Escape) {
            self.asked = Some(Asked::Leave);
        }
    }
}

/// Muted words that stand as the figures of a column do.
fn figure(ui: &mut Ui, height: f32, words: RichText) {
    ui.allocate_ui_with_layout(vec2(FIGURE, height), Layout::right_to_left(Align::Center), |ui| {
        ui.label(words.color(colors(ui).muted));
    });
}
