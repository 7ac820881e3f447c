//! The table: a row a channel, what matters most beside its name.

use std::sync::Arc;

use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{
    Align2, Color32, EventFilter, FontId, Galley, Id, Pos2, Rect, Response, Role, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

use crate::analysis::channels::{ChannelFigures, Standing};
use crate::figure::{self, Point};
use crate::project::{Channel, ChannelId};
use crate::text::Text;
use crate::ui::View;
use crate::ui::theme::{self, colors, icon, space};
use crate::ui::widgets::picture::paint_shape;

use super::field::{Drafts, End, Figure, Part};

/// The table's id, which has the focus when its keys work.
pub fn id() -> Id {
    Id::unique("channel table")
}

const HEADER: f32 = 40.0;
const PAD: f32 = 10.0;

/// A column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
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

impl Column {
    /// In the order of the table; those that come only when there is room with a rank, the first to come first.
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

    /// The least that it needs.
    fn width(self) -> f32 {
        match self {
            Self::Name | Self::Standing => 150.0,
            Self::Owner => 92.0,
            Self::Cost | Self::Sales => 96.0,
            Self::Return => 88.0,
            Self::Contribution | Self::CostPerSale | Self::BreakEven => 128.0,
        }
    }

    fn is_number(self) -> bool {
        !matches!(self, Self::Name | Self::Owner | Self::Standing)
    }

    /// Its heading, and a second line where it needs one.
    fn heading(self, text: &Text, currency: &str) -> (String, Option<String>) {
        let plain = |key: &str| (text.get(key).to_owned(), None);
        let money = |key, per: &str| (text.with(key, "currency", currency), Some(text.get(per).to_owned()));
        match self {
            Self::Name => plain("channels-name"),
            Self::Owner => plain("channels-owner"),
            Self::Cost => money("channels-cost", "channels-per-contact"),
            Self::Sales => money("channels-sales", "channels-per-contact"),
            Self::Return => plain("channels-return"),
            Self::Contribution => money("channels-contribution", "channels-per-contact"),
            Self::CostPerSale => money("channels-cost", "channels-per-sale"),
            Self::BreakEven => money("channels-break-even-in", "channels-break-even-sales"),
            Self::Standing => plain("channels-standing"),
        }
    }

    /// The field that a double click in it goes to.
    fn part(self, channel: &Channel) -> Part {
        match self {
            Self::Cost => Part::Figure(Figure::Cost, End::Likely),
            Self::Sales => Part::Figure(Figure::of_sales(channel), End::Likely),
            _ => Part::Name,
        }
    }
}

/// Columns with their left and right ends, for that much room.
fn columns(left: f32, room: f32) -> Vec<(Column, f32, f32)> {
    let mut spare = room;
    for (column, rank) in Column::ALL {
        if rank.is_none() {
            spare -= column.width();
        }
    }
    let mut shown = [true; Column::ALL.len()];
    for wanted in 0..Column::ALL.len() as u8 {
        for (shown, (column, rank)) in shown.iter_mut().zip(Column::ALL) {
            if rank == Some(wanted) {
                *shown = spare >= column.width() + 40.0;
                spare -= if *shown { column.width() } else { 0.0 };
            }
        }
    }
    let spare = spare.max(0.0);
    let mut at = left;
    (Column::ALL.iter().zip(shown))
        .filter(|(_, shown)| *shown)
        .map(|((column, _), _)| {
            let extra = match column {
                Column::Name => spare * 0.45,
                Column::Standing => spare * 0.55,
                _ => 0.0,
            };
            let start = at;
            at += column.width() + extra;
            (*column, start, at)
        })
        .collect()
}

/// The table's own state.
#[derive(Debug, Default)]
pub struct Table {
    /// Takes the focus in the coming frame.
    pub focus: bool,
    /// Scrolls to the chosen channel in the coming frame.
    pub reveal: bool,
    /// How far it is scrolled down.
    offset: f32,
}

/// A channel that was clicked, and the field of it that was double-clicked.
#[derive(Debug, Clone, Copy)]
pub struct Clicked {
    pub channel: ChannelId,
    pub edit: Option<Part>,
}

impl Table {
    /// Draws the table; what was clicked in it.
    pub fn show(&mut self, ui: &mut Ui, view: &View, chosen: Option<ChannelId>, drafts: &Drafts) -> Option<Clicked> {
        let room = ui.available_rect_before_wrap();
        let table = ui.interact(room, id(), Sense::click());
        table.widget_info(|| WidgetInfo::labeled(Role::Table, true, view.text.get("channels-table-name")));
        if std::mem::take(&mut self.focus) {
            table.request_focus();
        }
        let filter = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id(), filter));

        let columns = columns(room.left(), room.width() - ui.spacing().scroll.bar_width);
        header(ui, view, room, &columns);
        let body = Rect::from_min_max(pos2(room.left(), room.top() + HEADER), room.max);
        let mut child = ui.new_child(eframe::egui::UiBuilder::new().max_rect(body));
        let mut area = ScrollArea::vertical().auto_shrink(false);
        if std::mem::take(&mut self.reveal)
            && let Some((place, _)) = chosen.and_then(|id| view.project.channel(id))
        {
            let (top, bottom) = (place as f32 * space::ROW, (place + 1) as f32 * space::ROW);
            if top < self.offset {
                area = area.vertical_scroll_offset(top);
            } else if bottom > self.offset + body.height() {
                area = area.vertical_scroll_offset(bottom - body.height());
            }
        }
        child.spacing_mut().item_spacing.y = 0.0;
        let mut clicked = None;
        let scrolled = area.show_rows(&mut child, space::ROW, view.project.channels.len(), |ui, rows| {
            for place in rows {
                if let (Some(channel), Some(figures)) =
                    (view.project.channels.get(place), view.analysis.channels.channels.get(place))
                {
                    let is_chosen = chosen == Some(channel.id);
                    clicked = row(ui, view, (channel, figures), &columns, is_chosen, drafts).or(clicked);
                }
            }
        });
        self.offset = scrolled.state.clamped_offset().y;
        ui.advance_cursor_after_rect(room);
        clicked
    }
}

fn header(ui: &Ui, view: &View, room: Rect, columns: &[(Column, f32, f32)]) {
    let palette = colors(ui);
    let rect = Rect::from_min_size(room.min, vec2(room.width(), HEADER));
    let painter = ui.painter();
    painter.rect_filled(rect, 0.0, palette.panel);
    painter.hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, palette.line));
    let currency = view.text.currency_symbol(&view.project.currency);
    for (column, left, right) in columns {
        let (main, more) = column.heading(view.text, currency);
        let first = if more.is_some() { 5.0 } else { 20.0 };
        let lines = [(main, theme::small_strong(), palette.ink, first)];
        let more = more.map(|more| (more, theme::small(), palette.muted, 20.0));
        for (words, font, color, y) in lines.into_iter().chain(more) {
            let galley = cut(ui, &words, font, color, right - left - 2.0 * PAD);
            let x = if column.is_number() { right - PAD - galley.size().x } else { left + PAD };
            painter.galley(pos2(x, rect.top() + y), galley, color);
        }
    }
}

fn row(
    ui: &mut Ui,
    view: &View,
    (channel, figures): (&Channel, &ChannelFigures),
    columns: &[(Column, f32, f32)],
    chosen: bool,
    drafts: &Drafts,
) -> Option<Clicked> {
    let palette = colors(ui);
    let (_, rect) = ui.allocate_space(vec2(ui.available_width(), space::ROW));
    let response = ui.interact(rect, id().with(channel.id), Sense::CLICK);
    let texts: Vec<_> = columns.iter().map(|(column, ..)| (*column, cell(*column, view, channel, figures))).collect();
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, chosen, spoken(view, &texts)));
    let painter = ui.painter();
    if chosen {
        painter.rect_filled(rect, 0.0, palette.selected);
    } else if response.hovered() {
        painter.rect_filled(rect, 0.0, palette.hover);
    }
    painter.hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, palette.line));
    if chosen && ui.memory(|memory| memory.has_focus(id())) {
        painter.rect_stroke(rect.shrink(1.0), 2.0, Stroke::new(1.5, palette.accent), StrokeKind::Inside);
    }
    let greyed = figures.standing.is_beaten();
    let mut elided = false;
    for ((column, words), (_, left, right)) in texts.iter().zip(columns) {
        let (mut left, mut width) = (left + PAD, right - left - 2.0 * PAD);
        if *column == Column::Name {
            let faulty = drafts.fault(view.text, Some(channel.id)).is_some();
            let mark = if faulty { Some((icon::WARNING, palette.error)) } else { None };
            let mark = mark.or_else(|| (!channel.note.is_empty()).then_some((icon::NOTE, palette.muted)));
            if let Some((sign, color)) = mark {
                width -= 20.0;
                painter.text(
                    pos2(left + width + 10.0, rect.center().y),
                    Align2::CENTER_CENTER,
                    sign,
                    theme::body(),
                    color,
                );
            }
        }
        if *column == Column::Owner {
            let mark = figure::channel_mark(Point::new(left + 5.0, rect.center().y), 5.0, channel.owner, greyed);
            paint_shape(painter, &mark, palette);
            left += 16.0;
            width -= 16.0;
        }
        let color = match column {
            Column::Contribution if figures.contribution_per_contact.is_some_and(|left| left < 0.0) => palette.error,
            Column::Standing if figures.standing == Standing::Efficient => palette.good,
            Column::Owner | Column::Standing => palette.muted,
            _ => palette.ink,
        };
        let font = if *column == Column::Name && chosen { theme::body_strong() } else { theme::body() };
        let galley = cut(ui, words, font, color, width);
        elided |= galley.elided;
        let x = if column.is_number() { left + width - galley.size().x } else { left };
        painter.galley(pos2(x, rect.center().y - galley.size().y / 2.0), galley, color);
    }
    let part = |at: Option<Pos2>| {
        let column = at.and_then(|at| columns.iter().find(|(_, left, right)| (*left..*right).contains(&at.x)));
        column.map_or(Part::Name, |(column, ..)| column.part(channel))
    };
    if response.clicked() {
        ui.memory_mut(|memory| memory.request_focus(id()));
    }
    let edit = response.double_clicked().then(|| part(response.interact_pointer_pos()));
    let clicked = response.clicked().then_some(Clicked { channel: channel.id, edit });
    hint(response, channel, &texts, elided);
    clicked
}

/// What is cut short in the row, and the note.
fn hint(response: Response, channel: &Channel, texts: &[(Column, String)], elided: bool) {
    if !elided && channel.note.is_empty() {
        return;
    }
    response.on_hover_ui(|ui| {
        if elided {
            for (column, words) in texts {
                if matches!(column, Column::Name | Column::Standing) {
                    ui.label(words);
                }
            }
        }
        if !channel.note.is_empty() {
            ui.label(&*channel.note);
        }
    });
}

/// What stands in a cell; nothing where there is nothing to say.
fn cell(column: Column, view: &View, channel: &Channel, figures: &ChannelFigures) -> String {
    let text = view.text;
    let amount = |amount: Option<f64>| amount.map_or_else(|| "–".to_owned(), |amount| money(text, amount));
    match column {
        Column::Name => text.value(&channel.shown_name()),
        Column::Owner => text.get(channel.owner.key()).to_owned(),
        Column::Cost => amount(figures.cost.map(|cost| cost.likely)),
        Column::Sales => amount(figures.sales.map(|sales| sales.likely)),
        Column::Return => ratio(text, figures.return_on_contact),
        Column::Contribution => amount(figures.contribution_per_contact),
        Column::CostPerSale => amount(figures.cost_per_sale),
        Column::BreakEven => amount(figures.break_even_sales),
        Column::Standing => text.say(&figures.standing_message(view.project)),
    }
}

/// An amount without its currency, which stands in the heading.
fn money(text: &Text, amount: f64) -> String {
    text.money(amount, "")
}

/// A ratio to one decimal below a hundred, or to as many as it needs when it is small.
pub fn ratio(text: &Text, ratio: Option<f64>) -> String {
    ratio.map_or_else(
        || "–".to_owned(),
        |ratio| {
            if ratio > 0.0 && ratio < 0.1 { text.figure(ratio) } else { text.number(ratio, usize::from(ratio < 100.0)) }
        },
    )
}

/// The row for who hears it.
fn spoken(view: &View, texts: &[(Column, String)]) -> String {
    let mut spoken = String::new();
    for (column, words) in texts {
        if !spoken.is_empty() {
            spoken.push_str(", ");
        }
        if column.is_number() {
            let currency = view.text.currency_symbol(&view.project.currency);
            let (main, more) = column.heading(view.text, currency);
            for line in [Some(main), more].into_iter().flatten() {
                spoken.push_str(&line);
                spoken.push(' ');
            }
        }
        spoken.push_str(words);
    }
    spoken
}

/// Words on one line, cut short with an ellipsis where there is no room.
pub fn cut(ui: &Ui, words: &str, font: FontId, color: Color32, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(words.to_owned(), TextFormat::simple(font, color));
    job.wrap = TextWrapping::truncate_at_width(width.max(1.0));
    ui.painter().layout_job(job)
}
