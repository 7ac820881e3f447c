//! The channels compared, over all segments and for each customer segment, and whether the segments are covered.

use super::document::shown;
use super::document::{Align, Block, Cell, Mark, Scatter, Table, Unit};
use super::rows::{Rows, choice, estimate, rounded, rounded_spread};
use super::source::Source;
use crate::analysis::Target;
use crate::analysis::channels::{ChannelFigures, Comparison, Standing};
use crate::analysis::coverage::name_of;
use crate::analysis::findings::{Finding, Topic};
use crate::figure::palette;
use crate::project::{Axis, Channel, Fit, Project, Reach, ReachKey, SalesFrom, SegmentId};
use crate::text::Text;

/// A channel over all segments, or as it is for one.
struct Row {
    target: Option<Target>,
    /// Blank over all segments.
    reach: Reach,
    channel: Channel,
    figures: ChannelFigures,
}

/// The channels by their own figures, and what their place in the chart rests on.
pub(super) fn blocks(source: &Source) -> Vec<Block> {
    let Source { project, analysis, text, .. } = *source;
    let rows = rows(project, analysis.channels(), None);
    let mut table = table("channels", "tab-channels", source, &rows);
    table.scatter = scatter(&table, &rows, text);
    vec![table.into(), margin(project.margin, text)]
}

fn margin(margin: f64, text: &Text) -> Block {
    Block::Note(text.with("report-margin", "margin", text.percent(margin)))
}

/// The channels over all segments or for one, with what `nisje channels` prints besides.
pub fn channels(source: &Source, target: Option<Target>) -> Vec<Block> {
    let Source { project, analysis, text, .. } = *source;
    let comparison = target.map(|target| Comparison::of_target(project, &target));
    let comparison = comparison.as_ref().unwrap_or(analysis.channels());
    let about = [target];
    let about = Rows::new("about", "tab-channels", &about, text)
        .data("margin", |_| Cell::Percent(comparison.margin))
        .unit(Unit::Share)
        .when(target.is_some(), |about| segment(about, source, |target| *target));
    let is_there = |finding: &Finding| target.is_none_or(|target| finding.about.customer == Some(target.customer));
    let findings: Vec<_> =
        analysis.findings().on(&[Topic::Coverage]).filter(|finding| is_there(finding)).cloned().collect();
    vec![
        Table { is_record: true, ..about.table }.into(),
        table("channels", "tab-channels", source, &rows(project, comparison, target)).into(),
        margin(comparison.margin, text),
        findings_table(&findings, text).into(),
    ]
}

/// The channels for each customer segment that something fits, the most urgent first.
pub(super) fn by_segment(source: &Source, targets: &[Target]) -> Vec<Block> {
    let rows: Vec<Row> = (targets.iter())
        .flat_map(|target| rows(source.project, &Comparison::of_target(source.project, target), Some(*target)))
        .collect();
    let table = table("channels_by_segment", "report-segments-tab", source, &rows);
    vec![table.into(), Block::Note(source.text.get("report-segments-note").to_owned())]
}

fn rows(project: &Project, comparison: &Comparison, target: Option<Target>) -> Vec<Row> {
    let each = project.channels.iter().zip(&comparison.channels).map(|(channel, figures)| Row {
        target,
        reach: target.map_or_else(Reach::default, |target| {
            project.plan.reach(ReachKey { customer: target.customer, channel: channel.id }).clone()
        }),
        channel: target.map_or_else(|| channel.clone(), |target| target.channel(project, channel)),
        figures: figures.clone(),
    });
    each.collect()
}

/// Columns of a customer segment: its name, id, fit and what is sold there first.
fn segment<'a, R>(rows: Rows<'a, R>, source: &Source, target: impl Fn(&R) -> Option<Target>) -> Rows<'a, R> {
    let Source { project, text, .. } = *source;
    let product = |target: Target| target.product.and_then(|id| project.matrix.find(Axis::Product, id));
    rows.text("segment", "report-customer", 26.0, |row| {
        target(row).map(|target| segment_name(project, target.customer, text)).unwrap_or_default()
    })
    .data("segment_id", |row| target(row).map_or(Cell::Blank, |target| Cell::text(target.customer.to_string())))
    .left("fit", "report-prio", 8.0, |row| Cell::Fit(target(row).map_or(Fit::No, |target| target.fit), None))
    .align(Align::Centre)
    .text("product", "report-product", 24.0, |row| {
        let product = target(row).and_then(product);
        product.map_or_else(String::new, |(_, segment)| shown(&segment.name, text).to_owned())
    })
    .full()
}

pub(super) fn segment_name(project: &Project, customer: SegmentId, text: &Text) -> String {
    text.value(&name_of(project, customer))
}

fn table(key: &'static str, name: &'static str, source: &Source, rows: &[Row]) -> Table {
    let Source { project, text, .. } = *source;
    let by_segment = rows.iter().any(|row| row.target.is_some());
    let of_close_rate = |row: &Row| row.channel.figures.sales_from() == SalesFrom::CloseRate;
    let is_given = |row: &Row| !row.reach.figures.is_blank();
    Rows::new(key, name, rows, text)
        .when(by_segment, |rows| segment(rows, source, |row| row.target))
        .text("name", "report-channel", 28.0, |row| text.value(&row.channel.shown_name()))
        .data("id", |row| Cell::text(row.channel.id.to_string()))
        .left("owner", "field-owner", 16.0, |row| choice(row.channel.owner, text))
        .when(by_segment, |rows| {
            rows.left("usage", "field-usage", 14.0, |row| choice(row.reach.usage, text))
                .text("given", "report-given", 14.0, |row| {
                    if is_given(row) { text.get("channels-given-here").to_owned() } else { String::new() }
                })
                .data("overridden", |row| Cell::Flag(is_given(row)))
        })
        .range("cost_per_contact", "field-cost-per-contact", Unit::Money, 0, |row| row.figures.cost)
        // Typed sales are exact, and neither close rate nor revenue counts then.
        .range("sales_per_contact", "field-sales-per-contact", Unit::Money, 0, |row| {
            row.figures.sales.map(|sales| if of_close_rate(row) { rounded_spread(sales) } else { sales })
        })
        .range("close_rate", "field-close-rate", Unit::Share, 0, |row| {
            estimate(row.channel.figures.close_rate).filter(|_| of_close_rate(row))
        })
        .full()
        .range("revenue_per_sale", "field-revenue-per-sale", Unit::Money, 0, |row| {
            estimate(row.channel.figures.revenue_per_sale).filter(|_| of_close_rate(row))
        })
        .full()
        .money("cost_per_sale", "channels-cost-per-sale", |row| row.figures.cost_per_sale)
        .full()
        .ends("return_on_contact", "report-return", Unit::None, |row| {
            let [low, likely, high] = row.figures.return_range.map(|end| end.map(rounded));
            let end = |end: Option<f64>| match end {
                Some(end) if low == high => Cell::Implied(end),
                end => Cell::of(Unit::None, end, 2),
            };
            [end(low), Cell::of(Unit::None, likely, 2), end(high)]
        })
        .spread("contribution_per_contact", "channels-contribution-per-contact", Unit::Money, 0, |row| {
            row.figures.contribution
        })
        .share("break_even_close_rate", "channels-break-even-close-rate", |row| row.figures.break_even_close_rate)
        .full()
        .money("break_even_sales_per_contact", "report-break-even-sales", |row| row.figures.break_even_sales)
        .full()
        .right("break_even_contacts_per_month", "channels-break-even-contacts", |row| {
            match row.figures.break_even_contacts {
                None => Cell::Blank,
                Some(Ok(contacts)) => Cell::Number(contacts, 0),
                Some(Err(why)) => Cell::Reason(why.key(), text.get(why.key()).to_owned()),
            }
        })
        .left("standing", "report-standing", 36.0, |row| {
            let code = match row.figures.standing {
                Standing::Efficient => "efficient",
                Standing::Dominated { clearly: true, .. } => "clearly dominated",
                Standing::Dominated { clearly: false, .. } => "dominated",
                Standing::BelowMixture { .. } => "dominated by a mixture",
                Standing::Loses => "loses",
                Standing::Incomplete => "incomplete",
                Standing::CantDeliver => "can't deliver",
            };
            Cell::Choice(code, text.say(&row.figures.standing_message(project)))
        })
        .data("dominated_by", |row| match row.figures.standing {
            Standing::Dominated { by, .. } | Standing::BelowMixture { dearer: by, .. } => Cell::text(by.to_string()),
            _ => Cell::Blank,
        })
        // The figures of the pair are in those of the channel there.
        .fields(|row| &row.channel)
        .when(by_segment, |rows| rows.fields(|row| &row.reach))
        .named()
}

/// What coverage finds.
pub(super) fn findings_table(findings: &[Finding], text: &Text) -> Table {
    Rows::new("coverage", "report-coverage-tab", findings, text)
        .left("severity", "report-severity", 12.0, |finding| {
            Cell::Choice(finding.severity.code(), text.get(finding.severity.key()).to_owned())
        })
        .text("finding", "report-finding", 70.0, |finding| text.say(&finding.what))
        .data("segment_id", |finding| Cell::text(finding.about.customer.map(|id| id.to_string()).unwrap_or_default()))
        .data("channel_id", |finding| Cell::text(finding.about.channel.map(|id| id.to_string()).unwrap_or_default()))
        .named()
}

/// The chart of the channels that have a place on logarithmic axes.
fn scatter(table: &Table, rows: &[Row], text: &Text) -> Option<Scatter> {
    let points = (rows.iter().enumerate())
        .filter(|(_, row)| row.figures.point().is_some_and(|(cost, sales)| cost > 0.0 && sales > 0.0))
        .map(|(place, row)| {
            let colour = match row.figures.standing {
                Standing::Efficient | Standing::Incomplete => palette::of_owner(row.channel.owner),
                _ => palette::DOMINATED,
            };
            (place, Mark { owner: row.channel.owner, colour })
        })
        .collect();
    Some(Scatter {
        x: (text.get("report-cost-axis").to_owned(), table.place("cost_per_contact", "likely")?),
        y: (text.get("report-sales-axis").to_owned(), table.place("sales_per_contact", "likely")?),
        names: table.place("", "name")?,
        points,
        note: text.get("report-marks").to_owned(),
    })
}
