//! Scenarios: the result of each, where the money goes, what gets none, the curve, and what changes it most.

use super::Source;
use super::channels::segment_name;
use super::decision::said;
use super::document::{Block, Cell, Depth, Table, Unit};
use super::rows::Rows;
use crate::analysis::budget::{
    Allocation, CurvePoint, Idle, Outlook, Pair, Problem, Share, Shared, Unsolved, Unspent, outlooks, tornado,
};
use crate::analysis::economics::Bar;
use crate::project::{Message, ReachKey, Scenario};

/// A scenario and its best allocation.
struct Solved<'a> {
    scenario: &'a Scenario,
    /// Empty for one that isn't of the file.
    name: String,
    problem: &'a Problem,
    found: &'a Result<Allocation, Unsolved>,
}

/// A row of a table about channels with segments.
struct Of<'a, T> {
    scenario: &'a str,
    key: ReachKey,
    what: T,
}

/// All scenarios of the project.
pub(super) fn blocks(source: &Source) -> Vec<Block> {
    let Source { project, text, .. } = *source;
    // Never cancelled: exports run to the end.
    let outlooks = outlooks(project, || false).unwrap_or_default();
    let all: Vec<Solved> = (outlooks.iter().zip(&project.plan.scenarios))
        .map(|(Outlook { problem, solved, .. }, scenario)| Solved {
            scenario,
            name: text.value(&scenario.shown_name()),
            problem,
            found: solved,
        })
        .collect();
    let mut blocks = vec![scenarios(source, &all).into()];
    if all.is_empty() {
        blocks.push(Block::Note(text.get("budget-empty-title").to_owned()));
        return blocks;
    }
    blocks.push(Block::Note(text.get("report-budget-note").to_owned()));
    blocks.push(allocation(source, &all).into());
    blocks.push(limits(source).into());
    let (idle, outside) = unfunded(&all);
    blocks.push(why(source, "idle", "report-idle-tab", &idle).into());
    blocks.push(why(source, "excluded", "report-excluded-tab", &outside).into());
    blocks.push(curves(source, &outlooks, &all).into());
    blocks.extend(tornados(source, &all));
    blocks
}

/// One scenario, of the file or not, with a use of its budget; what `nisje budget` prints.
pub fn budget(
    source: &Source,
    scenario: &Scenario,
    problem: &Problem,
    found: &Result<Allocation, Unsolved>,
) -> (Vec<Block>, Result<(), Vec<Message>>) {
    let text = source.text;
    let all = [Solved { scenario, name: scenario.name.to_string(), problem, found }];
    let (idle, outside) = unfunded(&all);
    let mut blocks: Vec<Block> = vec![
        Table { is_record: true, ..scenarios(source, &all) }.into(),
        allocation(source, &all).into(),
        why(source, "idle", "report-idle-tab", &idle).into(),
    ];
    if !outside.is_empty() {
        blocks.extend(said(&[Message::new("cli-outside").with("count", outside.len())], text));
    }
    blocks.push(Table { depth: Depth::Full, ..why(source, "excluded", "report-excluded-tab", &outside) }.into());
    // The name of the only scenario is in the record.
    for block in &mut blocks {
        if let Block::Table(table) = block
            && !table.is_record
        {
            table.columns.retain(|column| column.key != "scenario");
        }
    }
    let clashes = found.as_ref().err().map(|unsolved| clashes(source, unsolved));
    (blocks, clashes.map_or(Ok(()), Err))
}

/// What a person has said of channels with segments in each scenario.
fn limits(source: &Source) -> Table {
    let Source { project, text, .. } = *source;
    let names: Vec<_> = project.plan.scenarios.iter().map(|scenario| text.value(&scenario.shown_name())).collect();
    let all: Vec<_> = (project.plan.scenarios.iter().zip(&names))
        .flat_map(|(scenario, name)| {
            scenario.limits.iter().map(move |(key, limits)| Of { scenario: name, key: *key, what: limits })
        })
        .collect();
    of(&all, source, "limits", "report-limits-tab").fields(|row| row.what).named()
}

fn clashes(source: &Source, unsolved: &Unsolved) -> Vec<Message> {
    let Source { project, text, .. } = *source;
    unsolved.messages(project, |amount| text.money(amount, &project.currency), |count| text.figure(count))
}

fn scenarios(source: &Source, all: &[Solved]) -> Table {
    fn found<'a>(row: &Solved<'a>) -> Option<&'a Allocation> {
        row.found.as_ref().ok()
    }
    let text = source.text;
    let clashes = |row: &Solved| {
        let clashes = row.found.as_ref().err().map(|unsolved| clashes(source, unsolved));
        clashes.unwrap_or_default().iter().map(|clash| text.say(clash)).collect::<Vec<_>>()
    };
    Rows::new("scenarios", "report-scenarios-tab", all, text)
        .text("scenario", "report-scenario", 22.0, |row| row.name.clone())
        .right("budget", "field-budget", |row| Cell::Money(row.problem.budget))
        .unit(Unit::Money)
        .right("months", "field-months", |row| Cell::Number(row.problem.months, 1))
        .data("feasible", |row| Cell::Flag(row.found.is_ok()))
        .spread("contribution", "budget-contribution", Unit::Money, 0, |row| found(row).map(|one| one.contribution))
        .money("fixed_cost", "budget-fixed-cost", |row| found(row).map(|found| found.fixed_cost))
        .money("profit", "budget-after-fixed", |row| found(row).map(Allocation::profit))
        .data("proven", |row| found(row).map_or(Cell::Blank, |found| Cell::Flag(found.proven)))
        .money("spent", "budget-spent", |row| found(row).map(|found| found.spent))
        .money("sales", "report-sales-total", |row| found(row).map(|found| found.sales))
        .number("marginal", "budget-marginal-name", 2, |row| found(row).map(|found| found.marginal))
        .money("hour", "budget-hour-name", |row| found(row).and_then(|found| row.problem.price(found, Shared::Hours)))
        .money("delivery", "budget-delivery-name", |row| {
            found(row).and_then(|found| row.problem.price(found, Shared::Delivery))
        })
        .text("note", "report-note", 60.0, |row| match found(row) {
            Some(found) => {
                let unproven = (!found.proven).then_some("budget-not-proven");
                let keys = unproven.into_iter().chain(found.unspent.map(Unspent::key));
                keys.map(|key| text.get(key)).collect::<Vec<_>>().join(" ")
            }
            None => clashes(row).join(" "),
        })
        .fields(|row| row.scenario)
        .data("clashes", |row| Cell::List(clashes(row).into_iter().map(Cell::Text).collect()))
        .named()
}

/// The columns that say whose row it is.
fn of<'a, T>(rows: &'a [Of<'a, T>], source: &Source<'a>, key: &'static str, name: &'static str) -> Rows<'a, Of<'a, T>> {
    let Source { project, text, .. } = *source;
    let channel = |row: &Of<T>| project.channel(row.key.channel).map(|(_, channel)| channel.shown_name());
    Rows::new(key, name, rows, text)
        .text("scenario", "report-scenario", 22.0, |row| row.scenario.to_owned())
        .text("segment", "report-customer", 26.0, |row| segment_name(project, row.key.customer, text))
        .data("segment_id", |row| Cell::text(row.key.customer.to_string()))
        .text("channel", "report-channel", 26.0, |row| channel(row).map(|name| text.value(&name)).unwrap_or_default())
        .data("channel_id", |row| Cell::text(row.key.channel.to_string()))
}

fn allocation(source: &Source, all: &[Solved]) -> Table {
    let text = source.text;
    let mut rows: Vec<Of<(&Pair, &Share)>> = Vec::new();
    for Solved { name, problem, found, .. } in all {
        let Ok(found) = found else { continue };
        let used = problem.pairs.iter().zip(&found.shares).filter(|(_, share)| share.contacts > 0.0);
        rows.extend(used.map(|what| Of { scenario: name, key: what.0.key, what }));
    }
    of(&rows, source, "allocation", "report-allocation-tab")
        .number("least", "budget-column-least", 0, |row| Some(row.what.0.least).filter(|least| *least > 0.0))
        .full()
        .number("most", "budget-column-most", 0, |row| row.what.0.most)
        .full()
        .number("contacts", "funnel-contacts", 1, |row| Some(row.what.1.contacts))
        .money("money", "budget-column-money", |row| Some(row.what.1.money))
        .money("contribution", "budget-column-contribution", |row| Some(row.what.1.contribution))
        .data("at_most", |row| Cell::Flag(row.what.1.at_most))
        .data("at_least", |row| Cell::Flag(row.what.1.at_least))
        .text("note", "report-note", 24.0, |row| {
            let key = match row.what.1 {
                Share { at_most: true, .. } => "budget-at-most",
                Share { at_least: true, .. } => "budget-at-least",
                _ => return String::new(),
            };
            text.get(key).to_owned()
        })
        .named()
}

/// The pairs without money: those that take part, and those that don't.
fn unfunded<'a>(all: &'a [Solved]) -> (Vec<Of<'a, Idle>>, Vec<Of<'a, Idle>>) {
    let each = all.iter().filter_map(|Solved { name, problem, found, .. }| {
        let idle = problem.idle(found.as_ref().ok()?);
        Some(idle.into_iter().map(|(key, what)| Of { scenario: name, key, what }))
    });
    each.flatten().partition(|row| !matches!(row.what, Idle::Outside(_)))
}

fn why(source: &Source, key: &'static str, name: &'static str, rows: &[Of<Idle>]) -> Table {
    let text = source.text;
    of(rows, source, key, name).text("why", "budget-column-why", 50.0, |row| text.say(&row.what.message())).named()
}

fn curves(source: &Source, outlooks: &[Outlook], all: &[Solved]) -> Table {
    let points = outlooks.iter().zip(all).filter_map(|(outlook, row)| Some((&row.name, outlook.curve.as_ref()?)));
    let points: Vec<(&String, &CurvePoint)> =
        points.flat_map(|(name, curve)| curve.points.iter().map(move |point| (name, point))).collect();
    Rows::new("curve", "report-curve-tab", &points, source.text)
        .text("scenario", "report-scenario", 22.0, |(name, _)| (*name).clone())
        .money("budget", "field-budget", |(_, point)| Some(point.budget))
        .money("contribution", "budget-contribution", |(_, point)| Some(point.contribution))
        .named()
}

fn tornados(source: &Source, all: &[Solved]) -> Vec<Block> {
    let Source { project, text, .. } = *source;
    let bars = |row: &Solved| {
        let bars = row.found.as_ref().ok().map(|found| tornado(project, row.problem, found).bars);
        bars.unwrap_or_default()
    };
    let bars: Vec<(&String, Bar)> =
        all.iter().flat_map(|row| bars(row).into_iter().map(|bar| (&row.name, bar))).collect();
    let input = |bar: &Bar, end: f64| Cell::of(if bar.is_share { Unit::Share } else { Unit::Money }, end, 0);
    let table = Rows::new("tornado", "report-tornado-tab", &bars, text)
        .text("scenario", "report-scenario", 22.0, |(name, _)| (*name).clone())
        .text("input", "report-input", 44.0, |(_, bar)| text.say(&bar.input))
        .right("input_low", "report-input-low", |(_, bar)| input(bar, bar.range.low))
        .right("input_high", "report-input-high", |(_, bar)| input(bar, bar.range.high))
        .money("contribution_at_low", "report-at-low", |(_, bar)| Some(bar.at_low))
        .money("contribution_at_high", "report-at-high", |(_, bar)| Some(bar.at_high))
        .named();
    vec![table.into(), Block::Note(text.get("report-tornado-note").to_owned())]
}
