//! How segments are reached: channels by segment, coverage, own against external, funnels and offers.

use super::channels::{by_segment, findings_table, segment_name};
use super::document::shown;
use super::document::{Block, Cell, Unit};
use super::rows::Rows;
use super::source::Source;
use crate::analysis::Target;
use crate::analysis::channels::Comparison;
use crate::analysis::coverage::nothing_found;
use crate::analysis::economics::{CostLine, indifference, indifference_message, usual_rivals};
use crate::analysis::findings::Topic;
use crate::analysis::funnel::{ChannelNeed, SegmentFunnel};
use crate::project::{Axis, ChannelId, Fit, Funnel, SegmentId, Value};

/// Months over which own and external costs are compared.
const MONTHS: f64 = 12.0;

/// The tables of a plan; none without one.
pub(super) fn blocks(source: &Source) -> Vec<Block> {
    let Source { project, analysis, text, .. } = *source;
    let plan = &project.plan;
    if plan.reaches.is_empty() && plan.offers.is_empty() && plan.funnels.is_empty() {
        return Vec::new();
    }
    let targets: Vec<_> = analysis.targets().iter().filter(|target| target.fit != Fit::No).copied().collect();
    let mut blocks = by_segment(source, &targets);
    let findings: Vec<_> = analysis.findings().on(&[Topic::Coverage]).cloned().collect();
    blocks.push(findings_table(&findings, text).into());
    if findings.is_empty() {
        blocks.push(Block::Note(text.get(nothing_found(&analysis.matrix)).to_owned()));
    }
    blocks.extend(rivals(source, &targets));
    if !plan.funnels.is_empty() {
        let found = analysis.funnels();
        blocks.push(funnel(source, found));
        blocks.push(needs(source, found));
    }
    if !plan.offers.is_empty() {
        blocks.push(offers(source));
    }
    blocks
}

fn channel_name(source: &Source, id: ChannelId) -> Value {
    source.project.channel(id).map_or_else(|| "".into(), |(_, channel)| channel.shown_name())
}

/// The best own channel and the best external one, with the line of what each costs.
struct Rivals {
    /// None for all segments together.
    customer: Option<SegmentId>,
    lines: [Option<(ChannelId, CostLine)>; 2],
}

/// The best own channel against the best external one, over all and for each segment with a Prio.
fn rivals(source: &Source, targets: &[Target]) -> Vec<Block> {
    let Source { project, analysis, text, .. } = *source;
    let lines = |customer, comparison: &Comparison| {
        let lines = usual_rivals(project, comparison).map(|id| {
            let id = id?;
            Some((id, CostLine::of(comparison.find(id)?, MONTHS)?))
        });
        Rivals { customer, lines }
    };
    let mut rows = vec![lines(None, analysis.channels())];
    rows.extend(
        (targets.iter().filter(|target| target.is_prioritised()))
            .map(|target| lines(Some(target.customer), &Comparison::of_target(project, target))),
    );
    let mut table = Rows::new("own_or_external", "economics-own-or-external", &rows, text).text(
        "segment",
        "report-customer",
        26.0,
        |row| match row.customer {
            Some(customer) => segment_name(project, customer, text),
            None => text.get("channels-scope-all").to_owned(),
        },
    );
    for (at, group, heading) in [(0, "first", "economics-first"), (1, "second", "economics-second")] {
        let line = |row: &Rivals| row.lines[at].map(|(_, line)| line);
        table = table
            .text("channel", heading, 26.0, |row| {
                row.lines[at].map(|(id, _)| text.value(&channel_name(source, id))).unwrap_or_default()
            })
            .group(group)
            .money("fixed_cost", "report-line-fixed", |row| line(row).map(|line| line.fixed))
            .group(group)
            .share("share_of_sales", "report-line-share", |row| line(row).map(|line| line.share))
            .group(group);
    }
    let table = table.text("indifference", "economics-own-or-external", 60.0, |row| match row.lines {
        [Some((first, a)), Some((second, b))] => {
            let names = [first, second].map(|id| channel_name(source, id));
            let amount = |amount: f64| text.money(amount, &project.currency);
            text.say(&indifference_message(indifference(a, b), names, amount))
        }
        _ => String::new(),
    });
    vec![table.named().into(), Block::Note(text.with("economics-period-of", "months", MONTHS as usize))]
}

fn funnel(source: &Source, found: &[SegmentFunnel]) -> Block {
    let Source { project, text, .. } = *source;
    let rows: Vec<(&SegmentFunnel, &Funnel)> =
        (found.iter()).filter_map(|found| Some((found, project.plan.funnels.get(&found.target.customer)?))).collect();
    let count = |found: &SegmentFunnel, at: usize| found.stages.ok().map(|stages| stages.counts[at]);
    Rows::new("funnels", "channels-mode-funnel", &rows, text)
        .text("segment", "report-customer", 26.0, |(found, _)| segment_name(project, found.target.customer, text))
        .data("segment_id", |(found, _)| Cell::text(found.target.customer.to_string()))
        .fields(|(_, funnel)| *funnel)
        .number("contacts", "funnel-contacts", 0, |(found, _)| count(found, 0))
        .number("meetings", "funnel-meetings", 0, |(found, _)| count(found, 1))
        .number("offers", "funnel-offers", 0, |(found, _)| count(found, 2))
        .left("note", "report-note", 30.0, |(found, _)| match found.stages {
            Ok(_) => Cell::Blank,
            Err(why) => Cell::Reason(why.key(), text.get(why.key()).to_owned()),
        })
        .named()
        .into()
}

fn needs(source: &Source, found: &[SegmentFunnel]) -> Block {
    let Source { project, text, .. } = *source;
    let rows: Vec<(SegmentId, &ChannelNeed)> = (found.iter())
        .filter(|found| project.plan.funnel(found.target.customer).sales_target.is_some())
        .flat_map(|found| found.channels.iter().map(move |need| (found.target.customer, need)))
        .filter(|(_, need)| need.contacts.is_some())
        .collect();
    Rows::new("contacts_by_channel", "report-needs-tab", &rows, text)
        .text("segment", "report-customer", 26.0, |(customer, _)| segment_name(project, *customer, text))
        .data("segment_id", |(customer, _)| Cell::text(customer.to_string()))
        .text("channel", "report-channel", 26.0, |(_, need)| text.value(&channel_name(source, need.channel)))
        .data("channel_id", |(_, need)| Cell::text(need.channel.to_string()))
        .spread("contacts", "funnel-contacts", Unit::None, 0, |(_, need)| need.contacts)
        .spread("cost", "funnel-cost", Unit::Money, 0, |(_, need)| need.cost)
        .number("months", "funnel-months", 1, |(_, need)| need.months)
        .text("based_on", "funnel-how", 34.0, |(_, need)| {
            need.how(|count| text.figure(count)).map(|how| text.say(&how)).unwrap_or_default()
        })
        .named()
        .into()
}

fn offers(source: &Source) -> Block {
    let Source { project, text, .. } = *source;
    let rows: Vec<_> = (project.matrix.segments(Axis::Product).iter())
        .filter_map(|product| Some((product, project.plan.offers.get(&product.id)?)))
        .collect();
    Rows::new("offers", "product-segments", &rows, text)
        .text("product", "report-product", 26.0, |(product, _)| shown(&product.name, text).to_owned())
        .data("product_id", |(product, _)| Cell::text(product.id.to_string()))
        .fields(|(_, offer)| *offer)
        .named()
        .into()
}
