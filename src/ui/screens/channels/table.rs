//! The table of channels: a row per channel with what matters most.

use eframe::egui::{Align, Rect, Ui, pos2};

use crate::analysis::channels::{ChannelFigures, Standing};
use crate::figure::{self, Point};
use crate::project::{Channel, ChannelId, End, Of};
use crate::text::Text;
use crate::ui::View;
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::widgets::focus;
use crate::ui::widgets::picture::paint_shape;
use crate::ui::widgets::table::{self, Column, PAD, Rows, SortKey, Table, TableState};

use super::derived;
use super::form::{self, NAME, Part};
use crate::ui::widgets::fields::Drafts;

/// Salt of the table's keyboard focus.
pub const PANE: &str = "channel table";

/// A column of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Heading {
    Name,
    Owner,
    Cost,
    Sales,
    Return,
    Contribution,
    CostPerSale,
    BreakEven,
    Standing,
}

impl Heading {
    /// In the order of the table. Columns with a rank need room; the lowest rank comes first.
    const ALL: [(Self, Option<u8>); 9] = [
        (Self::Name, None),
        (Self::Owner, None),
        (Self::Cost, None),
        (Self::Sales, None),
        (Self::Return, None),
        (Self::Contribution, Some(0)),
        (Self::CostPerSale, Some(2)),
        (Self::BreakEven, Some(1)),
        (Self::Standing, None),
    ];

    /// Minimum width, in points.
    fn width(self) -> f32 {
        match self {
            Self::Name | Self::Standing => 150.0,
            Self::Owner => 92.0,
            Self::Cost | Self::Sales => 96.0,
            Self::Return => 88.0,
            Self::Contribution | Self::CostPerSale | Self::BreakEven => 128.0,
        }
    }

    fn column<'a>(self, text: &'a Text, currency: &str) -> Column<'a> {
        let width = self.width();
        let plain = |key: &'static str| Column::number(text.get(key), width);
        let money = |key: &'static str, per: &'static str| {
            Column::number(text.with(key, "currency", currency), width).per(text.get(per))
        };
        let column = match self {
            Self::Name => Column::text(text.get("channels-name"), width, 0.45).beside(20.0),
            Self::Owner => Column::text(text.get("channels-owner"), width, 0.0).beside(16.0),
            Self::Cost => money("channels-cost", "channels-per-contact"),
            Self::Sales => money("channels-sales", "channels-per-contact"),
            Self::Return => plain("channels-return"),
            Self::Contribution => money("channels-contribution", "channels-per-contact"),
            Self::CostPerSale => money("channels-cost", "channels-per-sale"),
            Self::BreakEven => money("channels-break-even-in", "field-sales-per-contact"),
            Self::Standing => Column::text(text.get("report-standing"), width, 0.55),
        };
        column.sorted()
    }

    /// The field that a double click opens.
    fn part(self, channel: &Channel) -> Part {
        match self {
            Self::Cost => ("cost_per_contact", Some(End::Likely)),
            Self::Sales => (form::sales_field(channel), Some(End::Likely)),
            _ => NAME,
        }
    }
}

/// The columns for that much room, in points.
fn headings(room: f32) -> Vec<Heading> {
    let fixed: f32 = Heading::ALL.iter().filter(|(_, rank)| rank.is_none()).map(|(column, _)| column.width()).sum();
    let mut spare = room - fixed;
    let mut ranked: Vec<_> = Heading::ALL.into_iter().filter_map(|(column, rank)| Some((rank?, column))).collect();
    ranked.sort_by_key(|(rank, _)| *rank);
    let mut left_out = Vec::new();
    for (_, column) in ranked {
        if spare >= column.width() + 40.0 {
            spare -= column.width();
        } else {
            left_out.push(column);
        }
    }
    Heading::ALL.into_iter().map(|(column, _)| column).filter(|column| !left_out.contains(column)).collect()
}

/// A channel that was selected, and the field of it that was opened.
#[derive(Debug, Clone, Copy)]
pub struct Clicked {
    pub channel: ChannelId,
    pub edit: Option<Part>,
}

/// The table's state.
#[derive(Debug, Default)]
pub struct ChannelTable {
    /// Takes the focus in the next frame.
    pub focus: bool,
    /// Scrolls to the selected channel in the next frame.
    pub reveal: bool,
    state: TableState,
}

impl ChannelTable {
    /// The channel that is `by` rows below the one at `place`, as the table is sorted.
    pub fn step(&self, place: usize, by: isize, count: usize) -> usize {
        self.state.step(place, by, count)
    }

    /// Draws the table.
    pub fn show(&mut self, ui: &mut Ui, view: &View, chosen: Option<ChannelId>, drafts: &Drafts) -> Option<Clicked> {
        if std::mem::take(&mut self.focus) {
            focus::focus_pane(ui, PANE);
        }
        if std::mem::take(&mut self.reveal) {
            self.state.reveal();
        }
        let headings = headings(ui.available_width() - ui.spacing().scroll.allocated_width());
        let currency = view.text.currency_symbol(&view.project.currency);
        let columns: Vec<_> = headings.iter().map(|heading| heading.column(view.text, currency)).collect();
        let selected = chosen.and_then(|id| view.project.channel(id)).map(|(place, _)| place);
        let table = Table {
            salt: PANE,
            name: view.text.get("tab-channels"),
            columns: &columns,
            row: space::ROW,
            made_for: view.revision,
            selects: true,
            keys: false,
            selected,
        };
        let mut rows = Channels { view, drafts, headings: &headings, selected };
        let shown = table.show(ui, &mut self.state, &mut rows);
        let channel = |row: usize| view.project.channels.get(row);
        if let Some((row, column)) = shown.opened {
            let channel = channel(row)?;
            let part = column.and_then(|at| headings.get(at)).map_or(NAME, |heading| heading.part(channel));
            return Some(Clicked { channel: channel.id, edit: Some(part) });
        }
        Some(Clicked { channel: channel(shown.selected?)?.id, edit: None })
    }
}

struct Channels<'a> {
    view: &'a View<'a>,
    drafts: &'a Drafts,
    headings: &'a [Heading],
    selected: Option<usize>,
}

impl Channels<'_> {
    fn at(&self, row: usize) -> Option<(&Channel, &ChannelFigures)> {
        self.view.project.channels.get(row).zip(self.view.analysis.channels().channels.get(row))
    }
}

impl Rows for Channels<'_> {
    fn count(&self) -> usize {
        self.view.project.channels.len().min(self.view.analysis.channels().channels.len())
    }

    fn text(&self, row: usize, column: usize) -> String {
        self.at(row)
            .map_or_else(String::new, |(channel, figures)| cell(self.headings[column], self.view, channel, figures))
    }

    fn cell(&mut self, ui: &mut Ui, row: usize, column: usize, align: Align) {
        let palette = colors(ui);
        let Some((channel, figures)) = self.at(row) else { return };
        let heading = self.headings[column];
        let words = cell(heading, self.view, channel, figures);
        let rect = ui.max_rect();
        if heading == Heading::Name {
            let faulty = self.drafts.fault(self.view.text, |of| of == Of::Channel(channel.id)).is_some();
            let mark = if faulty { Some((icon::WARNING, palette.error)) } else { None };
            let mark = mark.or_else(|| (!channel.note.is_empty()).then_some((icon::NOTE, palette.muted)));
            if let Some((sign, color)) = mark {
                let at = Rect::from_min_max(pos2(rect.right() - PAD - 16.0, rect.top()), rect.max);
                table::sign(ui, at, sign, color);
                ui.set_max_width(rect.width() - 20.0);
            }
        }
        if heading == Heading::Owner {
            let at = Point::new(rect.left() + PAD + 5.0, rect.center().y);
            let mark = figure::channel_mark(at, 5.0, channel.owner, figures.standing.is_beaten());
            paint_shape(ui.painter(), &mark, palette);
            ui.add_space(16.0);
        }
        let color = match heading {
            Heading::Contribution if figures.contribution_per_contact.is_some_and(|left| left < 0.0) => palette.error,
            Heading::Standing if figures.standing == Standing::Efficient => palette.good,
            Heading::Owner | Heading::Standing => palette.muted,
            _ => palette.ink,
        };
        let strong = heading == Heading::Name && Some(row) == self.selected;
        table::words(ui, &words, if strong { theme::body_strong() } else { theme::body() }, color, align);
    }

    fn name(&self, row: usize, columns: &[Column]) -> String {
        let cells = columns.iter().enumerate().map(|(at, column)| {
            let text = self.text(row, at);
            if column.is_number { format!("{} {text}", column.heading()) } else { text }
        });
        cells.collect::<Vec<_>>().join(", ")
    }

    fn key(&self, row: usize, column: usize) -> SortKey {
        let Some((channel, figures)) = self.at(row) else { return SortKey::None };
        match self.headings[column] {
            Heading::Name | Heading::Owner | Heading::Standing => {
                SortKey::Text(cell(self.headings[column], self.view, channel, figures).to_lowercase())
            }
            Heading::Cost => figures.cost.map(|cost| cost.likely).into(),
            Heading::Sales => figures.sales.map(|sales| sales.likely).into(),
            Heading::Return => figures.return_on_contact.into(),
            Heading::Contribution => figures.contribution_per_contact.into(),
            Heading::CostPerSale => figures.cost_per_sale.into(),
            Heading::BreakEven => figures.break_even_sales.into(),
        }
    }

    fn has_hint(&self, row: usize) -> bool {
        self.at(row).is_some_and(|(channel, _)| !channel.note.is_empty())
    }

    fn hint(&self, ui: &mut Ui, row: usize) {
        if let Some((channel, _)) = self.at(row) {
            ui.label(&*channel.note);
        }
    }
}

/// The text of a cell; a dash for a figure that is missing.
fn cell(heading: Heading, view: &View, channel: &Channel, figures: &ChannelFigures) -> String {
    let text = view.text;
    let amount = |amount: Option<f64>| amount.map_or_else(|| "–".to_owned(), |amount| money(text, amount));
    match heading {
        Heading::Name => text.name(&channel.name).to_owned(),
        Heading::Owner => text.get(channel.owner.key()).to_owned(),
        Heading::Cost => amount(figures.cost.map(|cost| cost.likely)),
        Heading::Sales => amount(figures.sales.map(|sales| sales.likely)),
        Heading::Return => derived::ratio(text, figures.return_on_contact),
        Heading::Contribution => amount(figures.contribution_per_contact),
        Heading::CostPerSale => amount(figures.cost_per_sale),
        Heading::BreakEven => amount(figures.break_even_sales),
        Heading::Standing => text.say(&figures.standing_message(view.project)),
    }
}

/// An amount without its currency, which is in the heading.
fn money(text: &Text, amount: f64) -> String {
    text.money(amount, "")
}
