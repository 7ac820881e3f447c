//! Figures that follow from a channel's own, in words.

use eframe::egui::{Grid, Label, RichText, Ui, vec2};

use crate::analysis::channels::{ChannelFigures, Spread};
use crate::project::field::field_name;
use crate::project::{Channel, Message};
use crate::text::Text;
use crate::ui::View;
use crate::ui::theme::{self, colors, space};

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
    let likely = ratio(text, figures.return_on_contact);
    match figures.return_range {
        [low, _, high] if low == high => likely,
        [low, _, high] => {
            let end = |end| ratio(text, end);
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
        for (name, value) in [
            (field_name!("cost_per_contact"), spread(text, figures.cost, currency)),
            (field_name!("sales_per_contact"), spread(text, figures.sales, currency)),
        ] {
            ui.label(RichText::new(text.label(name)).font(theme::small()).color(colors(ui).muted));
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

/// A ratio with one decimal below a hundred, and as many as needed below a tenth.
pub fn ratio(text: &Text, ratio: Option<f64>) -> String {
    ratio.map_or_else(
        || "–".to_owned(),
        |ratio| {
            if ratio > 0.0 && ratio < 0.1 { text.figure(ratio) } else { text.number(ratio, usize::from(ratio < 100.0)) }
        },
    )
}
