//! The channel comparison as a table, with a chart of those that have a place in it.

use super::{Align, Cell, Column, Mark, Scatter, Table};
use crate::analysis::Analysis;
use crate::analysis::channels::{ChannelFigures, Spread, Standing};
use crate::figure::palette;
use crate::project::{Channel, Project, SalesFrom, Value};
use crate::text::Text;

/// Places of the likely figures among the columns.
const COST: usize = 4;
const SALES: usize = 7;

pub(super) fn table(project: &Project, analysis: &Analysis, text: &Text) -> Table {
    let money = |key| Column::new(text.get(key), Align::Right, 14.0);
    let columns = vec![
        Column::new(text.get("report-channel"), Align::Left, 28.0),
        Column::new(text.get("report-owner"), Align::Left, 16.0),
        Column::new(text.get("report-kind"), Align::Left, 22.0),
        money("report-cost-low"),
        money("report-cost-likely"),
        money("report-cost-high"),
        money("report-sales-low"),
        money("report-sales-likely"),
        money("report-sales-high"),
        Column::new(text.get("report-close-rate"), Align::Right, 10.0),
        money("report-revenue-per-sale"),
        Column::new(text.get("report-contacts-per-month"), Align::Right, 12.0),
        money("report-cost-per-sale"),
        Column::new(text.get("report-return"), Align::Right, 10.0),
        money("report-contribution"),
        Column::new(text.get("report-break-even-close-rate"), Align::Right, 14.0),
        money("report-break-even-sales"),
        Column::new(text.get("report-standing"), Align::Left, 36.0),
        Column::new(text.get("report-note"), Align::Left, 50.0),
        money("report-contribution-low"),
        money("report-contribution-high"),
        money("report-fixed-cost"),
        Column::new(text.get("report-variable-cost"), Align::Right, 12.0),
        Column::new(text.get("channels-break-even-contacts"), Align::Right, 16.0),
    ];
    let all: Vec<(&Channel, &ChannelFigures)> = project.channels.iter().zip(&analysis.channels.channels).collect();
    let rows = all.iter().map(|(channel, figures)| row(project, channel, figures, text)).collect();
    let points = (all.iter().enumerate())
        .filter(|(_, (_, figures))| figures.point().is_some_and(|(cost, sales)| cost > 0.0 && sales > 0.0))
        .map(|(row, (channel, figures))| (row, mark(channel, figures)))
        .collect();
    Table {
        name: text.get("report-channels-tab").to_owned(),
        columns,
        rows,
        frozen: 1,
        sums: 0,
        legend: Vec::new(),
        notes: vec![
            text.with("report-margin", "margin", text.percent(project.margin)),
            text.get("report-marks").to_owned(),
        ],
        scatter: Some(Scatter {
            x: (text.get("report-cost-axis").to_owned(), COST),
            y: (text.get("report-sales-axis").to_owned(), SALES),
            names: 0,
            points,
        }),
    }
}

fn row(project: &Project, channel: &Channel, figures: &ChannelFigures, text: &Text) -> Vec<Cell> {
    let money = |amount: Option<f64>| amount.map_or(Cell::Blank, Cell::Money);
    let share = |share: Option<f64>| share.map_or(Cell::Blank, Cell::Percent);
    let say = |value: Value| match value {
        Value::Text(words) => Cell::text(words),
        Value::Message(message) => Cell::text(text.say(&message)),
        Value::Count(count) => Cell::count(count),
        Value::Number(number) => Cell::Number(number, 2),
    };
    let likely = |spread: Option<Spread>| money(spread.map(|spread| spread.likely));
    let range =
        |spread: Option<Spread>, end: fn(Spread) -> f64| money(spread.filter(|spread| spread.is_range()).map(end));
    // Typed sales leave the other two without a say, and are as they were typed.
    let reckoned = channel.figures.sales_from() == SalesFrom::CloseRate;
    let sales = figures.sales.map(|sales| if reckoned { rounded_spread(sales) } else { sales });
    vec![
        say(channel.shown_name()),
        Cell::text(text.get(channel.owner.key())),
        say(channel.kind.words()),
        range(figures.cost, |cost| cost.low),
        likely(figures.cost),
        range(figures.cost, |cost| cost.high),
        range(sales, |sales| sales.low),
        likely(sales),
        range(sales, |sales| sales.high),
        share(channel.figures.close_rate.likely.filter(|_| reckoned)),
        money(channel.figures.revenue_per_sale.likely.filter(|_| reckoned)),
        channel.figures.contacts_per_month.map_or(Cell::Blank, |contacts| Cell::Number(contacts, 0)),
        money(figures.cost_per_sale.map(rounded)),
        figures.return_on_contact.map_or(Cell::Blank, |ratio| Cell::Number(rounded(ratio), 2)),
        money(figures.contribution_per_contact.map(rounded)),
        share(figures.break_even_close_rate.map(rounded)),
        money(figures.break_even_sales.map(rounded)),
        Cell::text(text.say(&figures.standing_message(project))),
        Cell::text(&*channel.note),
        range(figures.contribution.map(rounded_spread), |left| left.low),
        range(figures.contribution.map(rounded_spread), |left| left.high),
        money(channel.figures.fixed_cost_per_month),
        share(channel.figures.variable_cost),
        match figures.break_even_contacts {
            None => Cell::Blank,
            Some(Ok(contacts)) => Cell::Number(contacts, 0),
            Some(Err(why)) => Cell::text(text.get(why.key())),
        },
    ]
}

/// What is reckoned, without the noise of reckoning: 10 significant digits.
pub(super) fn rounded(value: f64) -> f64 {
    // The largest numbers round up to none.
    format!("{value:.9e}").parse().ok().filter(|rounded: &f64| rounded.is_finite()).unwrap_or(value)
}

pub(super) fn rounded_spread(spread: Spread) -> Spread {
    Spread { low: rounded(spread.low), likely: rounded(spread.likely), high: rounded(spread.high) }
}

fn mark(channel: &Channel, figures: &ChannelFigures) -> Mark {
    let colour = match figures.standing {
        Standing::Efficient | Standing::Incomplete => palette::of_owner(channel.owner),
        _ => palette::DOMINATED,
    };
    Mark { owner: channel.owner, colour }
}

#[cfg(test)]
#[allow(clippy::float_cmp, reason = "the very number is meant")]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn noise_goes() {
        for (value, without) in [
            (1_330.000_000_000_000_2, 1330.0),
            (2_083.333_333_333_333_5, 2_083.333_333),
            (0.1 + 0.2, 0.3),
            (-1.0 / 3.0, -0.333_333_333_3),
            (0.0, 0.0),
            (f64::MAX, f64::MAX),
        ] {
            assert_eq!(rounded(value), without);
        }
    }

    proptest! {
        #[test]
        fn ten_digits_stay(value in proptest::num::f64::NORMAL) {
            let near = rounded(value);
            prop_assert!((near - value).abs() <= value.abs() * 5.1e-10);
            prop_assert_eq!(rounded(near), near);
        }
    }
}
