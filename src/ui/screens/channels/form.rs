//! The chosen channel: everything that can be typed about it, and what follows.

use eframe::egui::{Align, ComboBox, Grid, Key, Label, Layout, Response, RichText, Role, Ui, WidgetInfo, vec2};

use crate::analysis::channels::{ChannelFigures, Spread};
use crate::project::field::field_name;
use crate::project::{Channel, ChannelKind, Command, Estimate, FieldName, Figures, Message, Of, Owner, SalesFrom};
use crate::text::Text;
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::widgets::icon_button;
use crate::ui::{Action, View};

use super::compare::ComparePane;
use super::field::{End, Figure, Part, Slot};
use super::lens::Lens;
use super::{reach_form, table};

/// Width of the fields' names and of a figure's field.
const NAMES: f32 = 156.0;
const FIGURE: f32 = 84.0;
/// Of the words that say where a figure comes from.
const SOURCE: f32 = 110.0;
/// Height of the form when all fields are there: it keeps it, so that the table stays where it is.
const HEIGHT: f32 = 286.0;

impl Figure {
    /// Where the sales of that channel come from, as the first field of it.
    pub fn of_sales(channel: &Channel) -> Self {
        match channel.figures.sales_from() {
            SalesFrom::Typed => Self::Sales,
            SalesFrom::CloseRate => Self::CloseRate,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Cost => "channels-cost-per-contact",
            Self::Sales => "channels-sales-per-contact",
            Self::CloseRate => "channels-close-rate",
            Self::Revenue => "channels-revenue-per-sale",
        }
    }
}

/// The least that contacts, note and what follows need beside the estimates; with less they stand below.
const BESIDE: f32 = 250.0;

/// Draws the form of the chosen channel.
pub fn show(screen: &mut ComparePane, ui: &mut Ui, view: &View, lens: Option<&Lens>, out: &mut Vec<Action>) {
    let Some((_, channel)) = screen.chosen.and_then(|id| view.project.channel(id)) else { return };
    let Some(figures) = view.analysis.channels.find(channel.id) else { return };
    ui.set_min_height(HEIGHT);
    let mut form = Form { screen, view, lens, channel, spoken: view.text.value(&channel.shown_name()) };
    form.top(ui, out);
    if let Some(lens) = lens {
        let key = lens.key(channel.id);
        reach_form::show(ui, view, key, &[key], out);
    }
    let source = if lens.is_some() { SOURCE + space::S } else { 0.0 };
    let width = NAMES + 3.0 * (FIGURE + space::S) + space::S + source;
    let beside = ui.available_width() >= width + BESIDE;
    let estimates = |ui: &mut Ui, form: &mut Form, out: &mut Vec<Action>| {
        form.estimates(ui, figures, out);
        if let Some(fault) = form.screen.drafts.fault(view.text, Some(channel.id)) {
            fault_line(ui, &fault);
        }
    };
    if !beside {
        estimates(ui, &mut form, out);
        ui.add_space(space::S);
        form.rest(ui, out);
        follows(ui, view, channel, figures);
        return;
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
}

struct Form<'a> {
    screen: &'a mut ComparePane,
    view: &'a View<'a>,
    /// The figures are those for one segment.
    lens: Option<&'a Lens>,
    channel: &'a Channel,
    /// The channel's name, as the fields' names begin.
    spoken: String,
}

impl Form<'_> {
    /// A field's name for who can't see where it stands: "Telesales: likely cost per contact".
    fn named(&self, field: &str) -> String {
        let message = Message::new("channels-field-of").with("channel", self.spoken.as_str()).with("field", field);
        self.view.text.say(&message)
    }

    fn field(&mut self, ui: &mut Ui, part: Part, name: &str, width: f32, hint: &str) {
        let slot = Slot::Channel(self.channel.id, part);
        let name = self.named(name);
        let response = self.screen.drafts.line(ui, self.view, slot, &name, width, hint);
        self.after(ui, slot, part, &response);
    }

    /// Focus that was asked for, and where Enter and Escape lead.
    fn after(&mut self, ui: &Ui, slot: Slot, part: Part, response: &Response) {
        if self.screen.focus == Some(slot) {
            self.screen.focus = None;
            response.request_focus();
        }
        if response.gained_focus() {
            self.screen.part = Some(part);
        }
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter) || input.key_pressed(Key::Escape)) {
            self.screen.table.focus = true;
        }
    }

    /// Name, who runs it, kind, and what can be done with it.
    fn top(&mut self, ui: &mut Ui, out: &mut Vec<Action>) {
        let text = self.view.text;
        ui.horizontal(|ui| {
            let words = text.get("channels-name");
            let width = (ui.available_width() - 560.0).clamp(170.0, 340.0);
            self.field(ui, Part::Name, words, width, words);
            for owner in Owner::ALL {
                let chosen = self.channel.owner == owner;
                let response = ui.selectable_label(chosen, text.get(owner.key()));
                let name = self.named(text.get(owner.key()));
                response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, chosen, &name));
                if response.clicked() && !chosen {
                    set(self.channel, &Channel { owner, ..self.channel.clone() }, out);
                }
            }
            self.kind(ui, out);
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                for (sign, key) in [(icon::TRASH, "channels-remove"), (icon::COPY, "channels-duplicate")] {
                    let name = text.with(key, "name", self.channel.shown_name());
                    if icon_button(ui, sign, &name, &name).clicked() {
                        match sign {
                            icon::TRASH => self.screen.remove(self.view, out),
                            _ => self.screen.duplicate(self.view, out),
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
        let mut picked = None;
        let combo = ComboBox::from_id_salt(("channel kind", self.channel.id))
            .width(140.0)
            .height(420.0)
            .truncate()
            .selected_text(shown.clone())
            .show_ui(ui, |ui| {
                for owner in Owner::ALL {
                    let heading = match owner {
                        Owner::Own => "channels-kinds-own",
                        Owner::External => "channels-kinds-external",
                    };
                    ui.label(RichText::new(text.get(heading)).font(theme::small_strong()).color(colors(ui).muted));
                    for kind in ChannelKind::LISTED.iter().filter(|kind| kind.usual_owner() == Some(owner)) {
                        if ui.selectable_label(self.channel.kind == *kind, text.value(&kind.words())).clicked() {
                            picked = Some(kind.clone());
                        }
                    }
                }
                ui.separator();
                if ui.selectable_label(own_words, text.get("channels-kind-other")).clicked() && !own_words {
                    picked = Some(ChannelKind::default());
                }
            });
        let name = self.named(text.get("channels-kind"));
        combo.response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ComboBox, true, &name);
            info.current_text_value = Some(shown.clone());
            info
        });
        if let Some(kind) = picked {
            let owner = kind.usual_owner().unwrap_or(self.channel.owner);
            set(self.channel, &Channel { owner, kind, ..self.channel.clone() }, out);
        }
        if own_words {
            self.field(ui, Part::Kind, text.get("channels-kind-own-words"), 116.0, text.get("channels-kind-hint"));
        }
    }

    /// Low, likely and high of each estimate.
    fn estimates(&mut self, ui: &mut Ui, figures: &ChannelFigures, out: &mut Vec<Action>) {
        let text = self.view.text;
        let currency = text.currency_symbol(&self.view.project.currency).to_owned();
        Grid::new("channel estimates").num_columns(4).min_col_width(FIGURE).spacing(vec2(space::S, 6.0)).show(
            ui,
            |ui| {
                ui.allocate_space(vec2(NAMES, 0.0));
                for end in End::ALL {
                    figure(ui, 16.0, RichText::new(text.get(end.name())).font(theme::small()));
                }
                ui.end_row();
                self.estimate(ui, Figure::Cost, &currency, out);
                self.sales_from(ui, out);
                match self.channel.figures.sales_from() {
                    SalesFrom::Typed => self.estimate(ui, Figure::Sales, &currency, out),
                    SalesFrom::CloseRate => {
                        self.estimate(ui, Figure::CloseRate, "%", out);
                        self.estimate(ui, Figure::Revenue, &currency, out);
                        label(ui, text.get(Figure::Sales.name()), &currency);
                        let ends = figures
                            .sales
                            .map_or([None; 3], |Spread { low, likely, high }| [low, likely, high].map(Some));
                        for end in ends {
                            let words = end.map_or_else(|| "–".to_owned(), |end| text.money(end, ""));
                            figure(ui, space::ROW, RichText::new(words));
                        }
                        ui.end_row();
                    }
                }
            },
        );
    }

    fn estimate(&mut self, ui: &mut Ui, figure: Figure, unit: &str, out: &mut Vec<Action>) {
        let text = self.view.text;
        label(ui, text.get(figure.name()), unit);
        for end in End::ALL {
            let message = Message::new("channels-end-of")
                .with("end", Message::new(end.name()))
                .with("figure", Message::new(figure.field().key));
            let name = text.say(&message);
            self.field(ui, Part::Figure(figure, end), &name, FIGURE, "–");
        }
        self.source(ui, Given::Figure(figure), out);
        ui.end_row();
    }

    /// Where a figure of the segment comes from, and the way back to the channel's own.
    fn source(&mut self, ui: &mut Ui, of: Given, out: &mut Vec<Action>) {
        let Some(lens) = self.lens else { return };
        let text = self.view.text;
        let given = lens.given(self.channel.id);
        let field = Message::new(of.field().key);
        if of.is_given(given) {
            let name = self.named(&text.with("channels-inherit", "figure", field));
            let hint = text.get("channels-inherit-hint");
            ui.allocate_ui_with_layout(vec2(SOURCE, space::ROW), Layout::left_to_right(Align::Center), |ui| {
                if icon_button(ui, icon::UNDO, &name, hint).clicked() {
                    let figures = of.without(given);
                    out.push(Action::Edit(
                        Command::changes(Of::Reach(lens.key(self.channel.id)), given, &figures),
                        None,
                    ));
                }
                ui.label(RichText::new(text.get("channels-given-here")).font(theme::small_strong()));
            });
            return;
        }
        let sold = of == Given::Figure(Figure::Revenue) && lens.product_sells_for().is_some();
        let key = if sold { "channels-from-product" } else { "channels-from-channel" };
        ui.allocate_ui_with_layout(vec2(SOURCE, space::ROW), Layout::left_to_right(Align::Center), |ui| {
            ui.label(RichText::new(text.get(key)).font(theme::small()).color(colors(ui).muted));
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
            let figures = Figures { sales_from: Some(sales_from), ..self.channel.figures };
            set(self.channel, &Channel { figures, ..self.channel.clone() }, out);
        }
    }

    /// Contacts a month, costs that no contact makes, and the note.
    fn rest(&mut self, ui: &mut Ui, out: &mut Vec<Action>) {
        let text = self.view.text;
        let currency = text.currency_symbol(&self.view.project.currency).to_owned();
        Grid::new("channel amounts").num_columns(3).min_col_width(FIGURE).spacing(vec2(space::S, 6.0)).show(ui, |ui| {
            for (of, part, key, field, unit) in [
                (Given::Contacts, Part::Contacts, "channels-contacts", "field-contacts-per-month", ""),
                (
                    Given::FixedCost,
                    Part::FixedCost,
                    "channels-fixed-cost",
                    "field-fixed-cost-per-month",
                    currency.as_str(),
                ),
                (Given::VariableCost, Part::VariableCost, "channels-variable-cost", "field-variable-cost", "%"),
            ] {
                label(ui, text.get(key), unit);
                self.field(ui, part, text.get(field), FIGURE, "–");
                self.source(ui, of, out);
                ui.end_row();
            }
        });
        let slot = Slot::Channel(self.channel.id, Part::Note);
        let name = self.named(text.get("channels-note"));
        let hint = text.get("channels-note-hint");
        let response = self.screen.drafts.lines(ui, self.view, slot, &name, hint);
        self.after(ui, slot, Part::Note, &response);
        ui.add_space(space::XS);
    }
}

/// A figure that may be given for a segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Given {
    Figure(Figure),
    Contacts,
    FixedCost,
    VariableCost,
}

impl Given {
    fn field(self) -> FieldName {
        match self {
            Self::Figure(figure) => figure.field(),
            Self::Contacts => field_name!("contacts_per_month"),
            Self::FixedCost => field_name!("fixed_cost_per_month"),
            Self::VariableCost => field_name!("variable_cost"),
        }
    }

    /// The figures as they would be if this one were inherited.
    fn without(self, figures: &Figures) -> Figures {
        let mut figures = *figures;
        match self {
            Self::Figure(Figure::Cost) => figures.cost_per_contact = Estimate::default(),
            Self::Figure(Figure::Sales) => figures.sales_per_contact = Estimate::default(),
            Self::Figure(Figure::CloseRate) => figures.close_rate = Estimate::default(),
            Self::Figure(Figure::Revenue) => figures.revenue_per_sale = Estimate::default(),
            Self::Contacts => figures.contacts_per_month = None,
            Self::FixedCost => figures.fixed_cost_per_month = None,
            Self::VariableCost => figures.variable_cost = None,
        }
        figures
    }

    fn is_given(self, figures: &Figures) -> bool {
        self.without(figures) != *figures
    }
}

fn set(before: &Channel, channel: &Channel, out: &mut Vec<Action>) {
    out.push(Action::Edit(Command::changes(Of::Channel(before.id), before, channel), None));
}

impl End {
    /// The key of its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Low => "channels-low",
            Self::Likely => "channels-likely",
            Self::High => "channels-high",
        }
    }
}

/// Muted words that stand as the figures of a column do.
fn figure(ui: &mut Ui, height: f32, words: RichText) {
    ui.allocate_ui_with_layout(vec2(FIGURE, height), Layout::right_to_left(Align::Center), |ui| {
        ui.label(words.color(colors(ui).muted));
    });
}

/// A field's name before it, with its unit.
fn label(ui: &mut Ui, words: &str, unit: &str) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        ui.label(words);
        ui.label(RichText::new(unit).color(colors(ui).muted));
    });
}

/// What is wrong with what was typed.
pub fn fault_line(ui: &mut Ui, fault: &str) {
    let color = colors(ui).error;
    ui.add(
        Label::new(RichText::new(format!("{} {fault}", icon::WARNING)).font(theme::small()).color(color)).truncate(),
    );
}

/// What follows from the channel's figures, as name and value.
pub fn follows(ui: &mut Ui, view: &View, channel: &Channel, figures: &ChannelFigures) {
    let palette = colors(ui);
    Grid::new(("what follows", channel.id)).num_columns(2).spacing(vec2(space::L, 2.0)).min_row_height(18.0).show(
        ui,
        |ui| {
            for (key, value) in derived(view, figures) {
                ui.label(RichText::new(view.text.get(key)).font(theme::small()).color(palette.muted));
                let negative = key == "channels-contribution-per-contact"
                    && figures.contribution_per_contact.is_some_and(|left| left < 0.0);
                let color = if negative { palette.error } else { palette.ink };
                ui.label(RichText::new(value).font(theme::small_strong()).color(color));
                ui.end_row();
            }
        },
    );
}

/// What follows from a channel's figures: text key and value.
pub fn derived(view: &View, figures: &ChannelFigures) -> Vec<(&'static str, String)> {
    let text = view.text;
    let money = |amount: Option<f64>| {
        amount.map_or_else(|| "–".to_owned(), |amount| text.money(amount, &view.project.currency))
    };
    let mut rows = vec![
        ("channels-return-on-contact", ratio_range(text, figures)),
        ("channels-contribution-per-contact", spread(text, figures.contribution, &view.project.currency)),
    ];
    if let Some(contribution) = figures.contribution_per_month {
        rows.push(("channels-contribution-per-month", money(Some(contribution))));
    }
    if let Some(contacts) = figures.break_even_contacts {
        let words = match contacts {
            Ok(contacts) => text.figure(contacts),
            Err(why) => text.get(why.key()).to_owned(),
        };
        rows.push(("channels-break-even-contacts", words));
    }
    rows.push(("channels-break-even-sales-per-contact", money(figures.break_even_sales)));
    if let Some(rate) = figures.break_even_close_rate {
        let rate = text.percent(round(rate));
        let never = figures.break_even_close_rate.is_some_and(|rate| rate > 1.0);
        let words = if never { text.with("channels-out-of-reach", "rate", rate) } else { rate };
        rows.push(("channels-break-even-close-rate", words));
    }
    if figures.cost_per_sale.is_some() {
        let words = match figures.cost_per_sale_range {
            [Some(low), Some(likely), Some(high)] => {
                spread(text, Some(Spread { low, likely, high }), &view.project.currency)
            }
            _ => money(figures.cost_per_sale),
        };
        rows.push(("channels-cost-per-sale", words));
    }
    rows
}

/// The return on a contact, with its range where there is one.
fn ratio_range(text: &Text, figures: &ChannelFigures) -> String {
    let likely = table::ratio(text, figures.return_on_contact);
    match figures.return_range {
        [low, _, high] if low == high => likely,
        [low, _, high] => {
            let end = |ratio| table::ratio(text, ratio);
            let message = Message::new("channels-range").with("likely", likely);
            text.say(&message.with("low", end(low)).with("high", end(high)))
        }
    }
}

/// A share to a hundredth of a percent when it is large enough for that.
fn round(share: f64) -> f64 {
    if share > 0.001 { crate::figure::ticks::round_to(share, 1e-4) } else { share }
}

/// A spread as a person writes it: the likely figure, and the range where there is one.
pub fn spread(text: &Text, spread: Option<Spread>, currency: &str) -> String {
    let Some(spread) = spread else { return "–".to_owned() };
    let likely = text.money(spread.likely, currency);
    if !spread.is_range() {
        return likely;
    }
    let message = Message::new("channels-range")
        .with("likely", likely)
        .with("low", text.money(spread.low, ""))
        .with("high", text.money(spread.high, ""));
    text.say(&message)
}

/// The whole of a channel for the tip at its point.
pub fn tip(ui: &mut Ui, view: &View, channel: &Channel, figures: &ChannelFigures) {
    let text = view.text;
    let currency = &view.project.currency;
    ui.label(RichText::new(text.value(&channel.shown_name())).font(theme::body_strong()));
    let owner = text.get(channel.owner.key());
    let kind = text.value(&channel.kind.words());
    let who = if kind.is_empty() { owner.to_owned() } else { format!("{owner} · {kind}") };
    ui.label(RichText::new(who).font(theme::small()).color(colors(ui).muted));
    Grid::new("tip").num_columns(2).spacing(vec2(space::L, 2.0)).min_row_height(18.0).show(ui, |ui| {
        for (key, value) in [
            ("channels-cost-per-contact", spread(text, figures.cost, currency)),
            ("channels-sales-per-contact", spread(text, figures.sales, currency)),
        ] {
            ui.label(RichText::new(text.get(key)).font(theme::small()).color(colors(ui).muted));
            ui.label(RichText::new(value).font(theme::small_strong()));
            ui.end_row();
        }
    });
    follows(ui, view, channel, figures);
    ui.label(RichText::new(text.say(&figures.standing_message(view.project))).font(theme::small_strong()));
    if channel.note.is_empty() {
        return;
    }
    ui.add(Label::new(RichText::new(&*channel.note).font(theme::small()).color(colors(ui).muted)).wrap());
}
