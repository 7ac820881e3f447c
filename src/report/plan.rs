//! How segments are reached, as tables: channels by segment, coverage, own against external, funnels and offers.

use super::channels::{rounded, rounded_spread};
use super::{Align, Cell, Column, Table, shown};
use crate::analysis::channels::{Comparison, Spread};
use crate::analysis::coverage::{Severity, coverage, name_of, nothing_found};
use crate::analysis::economics::{CostLine, indifference, indifference_message, usual_rivals};
use crate::analysis::funnel::funnels;
use crate::analysis::{Analysis, Target};
use crate::project::{Axis, ChannelId, Fit, Message, Project, ReachKey, SegmentId};
use crate::text::Text;

/// Costs are compared over a year.
const MONTHS: f64 = 12.0;

/// The tables of a plan; none where nothing is planned.
pub(super) fn tables(project: &Project, analysis: &Analysis, text: &Text) -> Vec<Table> {
    let plan = &project.plan;
    if plan.reaches.is_empty() && plan.offers.is_empty() && plan.funnels.is_empty() {
        return Vec::new();
    }
    let mut targets = Target::all(project, &analysis.matrix);
    targets.retain(|target| target.fit != Fit::No);
    targets.sort_by_key(|target| Target::urgency(target.fit));
    let writer = Writer { project, text };
    let mut tables = vec![writer.segments(&targets), writer.coverage(analysis), writer.rivals(analysis, &targets)];
    if !plan.funnels.is_empty() {
        tables.push(writer.funnels(analysis));
        tables.push(writer.by_channel(analysis));
    }
    if !plan.offers.is_empty() {
        tables.push(writer.offers());
    }
    tables
}

/// Makes tables with nothing but rows and notes in them.
pub(super) fn plain(name: &str, columns: Vec<Column>, rows: Vec<Vec<Cell>>, notes: Vec<String>) -> Table {
    Table { name: name.to_owned(), columns, rows, frozen: 1, sums: 0, legend: Vec::new(), notes, scatter: None }
}

pub(super) fn money(amount: Option<f64>) -> Cell {
    amount.map_or(Cell::Blank, |amount| Cell::Money(rounded(amount)))
}

/// Low, likely and high; the ends only where there is a range.
pub(super) fn spread(spread: Option<Spread>) -> [Cell; 3] {
    let Some(all) = spread.map(rounded_spread) else { return [Cell::Blank, Cell::Blank, Cell::Blank] };
    let end = |end: f64| if all.is_range() { Cell::Money(end) } else { Cell::Blank };
    [end(all.low), Cell::Money(all.likely), end(all.high)]
}

struct Writer<'a> {
    project: &'a Project,
    text: &'a Text,
}

impl Writer<'_> {
    fn left(&self, key: &str, width: f64) -> Column {
        Column::new(self.text.get(key), Align::Left, width)
    }

    fn right(&self, key: &str) -> Column {
        Column::new(self.text.get(key), Align::Right, 13.0)
    }

    fn customer(&self, id: SegmentId) -> Cell {
        Cell::text(self.text.value(&name_of(self.project, id)))
    }

    fn channel(&self, id: ChannelId) -> Cell {
        let channel = self.project.channel(id);
        Cell::text(channel.map(|(_, channel)| self.text.value(&channel.shown_name())).unwrap_or_default())
    }

    fn segments(&self, targets: &[Target]) -> Table {
        let mut columns = vec![
            self.left("report-segment", 26.0),
            self.left("report-prio", 8.0),
            self.left("economics-product", 24.0),
            self.left("report-channel", 26.0),
            self.left("report-usage", 14.0),
            self.left("report-delivery", 14.0),
            self.right("reach-preference"),
            self.left("report-given", 14.0),
        ];
        let keys = [
            "report-cost-low",
            "report-cost-likely",
            "report-cost-high",
            "report-sales-low",
            "report-sales-likely",
            "report-sales-high",
            "report-return",
            "report-contribution-low",
            "report-contribution",
            "report-contribution-high",
            "channels-break-even-contacts",
        ];
        columns.extend(keys.map(|key| self.right(key)));
        columns.push(self.left("report-standing", 36.0));
        let rows = targets.iter().flat_map(|target| self.segment(target)).collect();
        plain(
            self.text.get("report-segments-tab"),
            columns,
            rows,
            vec![self.text.get("report-segments-note").to_owned()],
        )
    }

    fn segment(&self, target: &Target) -> Vec<Vec<Cell>> {
        let comparison = Comparison::of_target(self.project, target);
        let product = target.product.and_then(|id| self.project.matrix.find(Axis::Product, id));
        let product = product.map_or("", |(_, segment)| shown(&segment.name, self.text));
        let rows = comparison.channels.iter().map(|figures| {
            let key = ReachKey { customer: target.customer, channel: figures.id };
            let reach = self.project.plan.reach(key);
            let given = if reach.figures.is_blank() { "" } else { self.text.get("channels-given-here") };
            let mut row = vec![
                self.customer(target.customer),
                Cell::text(target.fit.sign()),
                Cell::text(product),
                self.channel(figures.id),
                Cell::text(self.text.get(reach.usage.key())),
                Cell::text(self.text.get(reach.delivery.key())),
                reach.preference.map_or(Cell::Blank, |level| Cell::count(level.into())),
                Cell::text(given),
            ];
            row.extend(spread(figures.cost));
            row.extend(spread(figures.sales));
            row.push(figures.return_on_contact.map_or(Cell::Blank, |ratio| Cell::Number(rounded(ratio), 2)));
            row.extend(spread(figures.contribution));
            row.push(match figures.break_even_contacts {
                None => Cell::Blank,
                Some(Ok(contacts)) => Cell::Number(contacts, 0),
                Some(Err(why)) => Cell::text(self.text.get(why.key())),
            });
            row.push(Cell::text(self.text.say(&figures.standing_message(self.project))));
            row
        });
        rows.collect()
    }

    fn coverage(&self, analysis: &Analysis) -> Table {
        let findings = coverage(self.project, &analysis.matrix);
        let row = |finding: &crate::analysis::coverage::Finding| {
            let severity = match finding.severity {
                Severity::Warning => "report-warning",
                Severity::Hint => "report-hint",
            };
            vec![Cell::text(self.text.get(severity)), Cell::text(self.text.say(&finding.message))]
        };
        let rows = findings.iter().map(row).collect();
        let nothing = findings.is_empty().then(|| self.text.get(nothing_found(&analysis.matrix)).to_owned());
        let notes = nothing.into_iter().collect();
        let columns = vec![self.left("report-severity", 12.0), self.left("report-finding", 70.0)];
        plain(self.text.get("report-coverage-tab"), columns, rows, notes)
    }

    /// The best own channel against the best external one, over all and for each segment with a Prio.
    fn rivals(&self, analysis: &Analysis, targets: &[Target]) -> Table {
        let columns = vec![
            self.left("report-segment", 26.0),
            self.left("economics-first", 26.0),
            self.right("report-line-fixed"),
            self.right("report-line-share"),
            self.left("economics-second", 26.0),
            self.right("report-line-fixed"),
            self.right("report-line-share"),
            self.left("report-indifference", 60.0),
        ];
        let all = Cell::text(self.text.get("channels-scope-all"));
        let mut rows = vec![self.rival(all, &analysis.channels)];
        for target in targets.iter().filter(|target| target.is_prioritised()) {
            let comparison = Comparison::of_target(self.project, target);
            rows.push(self.rival(self.customer(target.customer), &comparison));
        }
        let notes = vec![self.text.with("economics-period-of", "months", MONTHS as usize)];
        plain(self.text.get("report-rivals-tab"), columns, rows, notes)
    }

    fn rival(&self, segment: Cell, comparison: &Comparison) -> Vec<Cell> {
        let found = usual_rivals(self.project, comparison).map(|id| {
            let id = id?;
            Some((id, CostLine::of(comparison.find(id)?, MONTHS)?))
        });
        let mut row = vec![segment];
        for one in &found {
            match one {
                Some((id, line)) => {
                    row.extend([self.channel(*id), money(Some(line.fixed)), Cell::Percent(rounded(line.share))]);
                }
                None => row.extend([Cell::Blank, Cell::Blank, Cell::Blank]),
            }
        }
        row.push(match found {
            [Some((first, a)), Some((second, b))] => {
                let name = |id| self.project.channel(id).map_or_else(|| "".into(), |(_, channel)| channel.shown_name());
                let amount = |amount: f64| self.text.money(amount, &self.project.currency);
                let message = indifference_message(indifference(a, b), [name(first), name(second)], amount);
                Cell::text(self.text.say(&message))
            }
            _ => Cell::Blank,
        });
        row
    }

    fn funnels(&self, analysis: &Analysis) -> Table {
        let columns = vec![
            self.left("report-segment", 26.0),
            self.right("funnel-meetings-rate"),
            self.right("funnel-offers-rate"),
            self.right("funnel-sales-rate"),
            self.right("funnel-target"),
            self.right("funnel-contacts"),
            self.right("funnel-meetings"),
            self.right("funnel-offers"),
            self.left("report-note", 30.0),
        ];
        let rows = funnels(self.project, &analysis.matrix).into_iter().filter_map(|found| {
            let funnel = self.project.plan.funnels.get(&found.target.customer)?;
            let mut row = vec![self.customer(found.target.customer)];
            row.extend(funnel.rates().map(|rate| rate.map_or(Cell::Blank, Cell::Percent)));
            row.push(funnel.sales_target.map_or(Cell::Blank, |target| Cell::Number(target, 0)));
            match found.stages {
                Ok(stages) => {
                    row.extend(stages.counts.iter().take(3).map(|count| Cell::Number(rounded(*count), 0)));
                    row.push(Cell::Blank);
                }
                Err(why) => row.extend([Cell::Blank, Cell::Blank, Cell::Blank, Cell::text(self.text.get(why.key()))]),
            }
            Some(row)
        });
        plain(self.text.get("report-funnels-tab"), columns, rows.collect(), Vec::new())
    }

    fn by_channel(&self, analysis: &Analysis) -> Table {
        let columns = vec![
            self.left("report-segment", 26.0),
            self.left("report-channel", 26.0),
            self.right("report-contacts-low"),
            self.right("funnel-contacts"),
            self.right("report-contacts-high"),
            self.right("report-cost-of-contacts-low"),
            self.right("funnel-cost"),
            self.right("report-cost-of-contacts-high"),
            self.right("funnel-months"),
            self.left("funnel-how", 34.0),
        ];
        let mut rows = Vec::new();
        for found in funnels(self.project, &analysis.matrix) {
            let wanted = self.project.plan.funnel(found.target.customer).sales_target.is_some();
            for need in found.channels.iter().filter(|need| wanted && need.contacts.is_some()) {
                let mut row = vec![self.customer(found.target.customer), self.channel(need.channel)];
                row.extend(spread(need.contacts).map(|cell| match cell {
                    Cell::Money(count) => Cell::Number(count, 0),
                    other => other,
                }));
                row.extend(spread(need.cost));
                row.push(need.months.map_or(Cell::Blank, |months| Cell::Number(rounded(months), 1)));
                let how = need.how(|count| self.text.figure(count));
                row.push(how.map_or(Cell::Blank, |how| Cell::text(self.text.say(&how))));
                rows.push(row);
            }
        }
        plain(self.text.get("report-needs-tab"), columns, rows, Vec::new())
    }

    fn offers(&self) -> Table {
        let columns = vec![
            self.left("economics-product", 26.0),
            self.right("economics-revenue-low"),
            self.right("economics-revenue-likely"),
            self.right("economics-revenue-high"),
            self.right("report-margin-column"),
        ];
        let products = self.project.matrix.segments(Axis::Product).iter();
        let rows = products.filter_map(|product| {
            let offer = self.project.plan.offers.get(&product.id)?;
            let revenue = offer.revenue_per_sale;
            let mut row = vec![Cell::text(shown(&product.name, self.text))];
            row.extend([revenue.low, revenue.likely, revenue.high].map(money));
            row.push(offer.margin.map_or(Cell::Blank, Cell::Percent));
            Some(row)
        });
        plain(self.text.get("report-offers-tab"), columns, rows.collect(), Vec::new())
    }
}

/// A message as a cell.
pub(super) fn said(text: &Text, message: &Message) -> Cell {
    Cell::text(text.say(message))
}
