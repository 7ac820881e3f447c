//! The project on one page: what comes first and why, how it is reached, money, findings and next steps.

use super::decision;
use super::document::{Align, Block, Cell};
use super::rows::{Rows, choice};
use super::source::Source;
use crate::analysis::findings::Finding;
use crate::analysis::overview::{Met, PRIOS, Way, budget_message};
use crate::analysis::{about_name, budget};
use crate::project::{About, CellKey, ChannelId, Fit, Message, NextStep};
use crate::text::Text;

/// What the page says: the next step of the method, then a table for each of its parts.
pub fn overview(source: &Source) -> Vec<Block> {
    let Source { project, analysis, text, .. } = *source;
    let mut blocks = vec![prios(source), met(source)];
    blocks.extend(money(source));
    blocks.push(findings(source));
    blocks.extend(set_aside(source));
    blocks.push(steps(source));
    if let Some(next) = Way::next(project, &analysis.matrix, analysis.overview()) {
        let [what, why] = next.messages();
        let message = Message::new("overview-next").with("what", what).with("why", why);
        blocks.push(Block::Note(text.say(&message)));
    }
    blocks
}

/// The beachhead first, then by Prio.
fn prios(source: &Source) -> Block {
    let Source { project, analysis, text, .. } = *source;
    let cells: Vec<(Fit, CellKey)> = (PRIOS.iter().zip(&analysis.overview().prios))
        .flat_map(|(fit, cells)| cells.iter().map(|key| (*fit, *key)))
        .collect();
    let place = |key: CellKey| {
        let beachhead = project.beachhead.as_ref()?;
        if beachhead.cell == key {
            return Some(text.get("beachhead").to_owned());
        }
        let place = beachhead.follow_ons.iter().position(|cell| *cell == key)?;
        Some(text.with("follow-on-number", "number", place + 1))
    };
    let table = Rows::new("first", "overview-prios", &cells, text)
        .left("fit", "report-prio", 8.0, |(fit, _)| Cell::Fit(*fit, None))
        .align(Align::Centre);
    let table = decision::names(table, source, |(_, key)| *key)
        .text("role", "team-role", 16.0, |(_, key)| place(*key).unwrap_or_default())
        .text("note", "report-reason-of-score", 60.0, |(_, key)| {
            project.matrix.cell(*key).note.as_deref().unwrap_or_default().to_owned()
        });
    table.table.into()
}

fn met(source: &Source) -> Block {
    let Source { project, analysis, text, .. } = *source;
    let name = |id: &ChannelId| {
        project.channel(*id).map_or(Cell::Blank, |(_, channel)| Cell::text(text.value(&channel.shown_name())))
    };
    let list = |ids: &[ChannelId]| Cell::List(ids.iter().map(name).collect());
    Rows::new("reached_by", "overview-channels", &analysis.overview().met, text)
        .left("fit", "report-prio", 8.0, |met: &Met| Cell::Fit(met.target.fit, None))
        .align(Align::Centre)
        .text("segment", "report-customer", 30.0, |met| {
            about_name(project, About::customer(met.target.customer)).map(|name| text.value(&name)).unwrap_or_default()
        })
        .data("segment_id", |met| Cell::text(met.target.customer.to_string()))
        .left("main", "usage-main", 30.0, |met| list(&met.main))
        .left("supporting", "usage-supporting", 40.0, |met| list(&met.supporting))
        .table
        .into()
}

/// What each scenario leaves, and on which conditions; none without one.
fn money(source: &Source) -> Vec<Block> {
    let Source { project, text, .. } = *source;
    // Never cancelled: exports run to the end.
    let outlooks = budget::outlooks(project, || false).unwrap_or_default();
    if outlooks.is_empty() {
        return Vec::new();
    }
    let rows: Vec<_> = outlooks.iter().zip(&project.plan.scenarios).collect();
    let table = Rows::new("money", "budget-column-money", &rows, text)
        .text("scenario", "report-scenario", 24.0, |(_, scenario)| text.value(&scenario.shown_name()))
        .money("budget", "field-budget", |(_, scenario)| Some(scenario.budget))
        .text("result", "overview-result", 70.0, |(outlook, scenario)| match &outlook.solved {
            Ok(found) => text.say(&budget_message(project, scenario.budget, scenario.months, found)),
            Err(unsolved) => {
                let money = |amount: f64| text.money(amount, &project.currency);
                let words = unsolved.messages(project, money, |count| text.figure(count));
                words.iter().map(|message| text.say(message)).collect::<Vec<_>>().join(" ")
            }
        })
        .named();
    vec![table.into(), Block::Note(text.get("report-budget-note").to_owned())]
}

fn id(id: Option<impl ToString>) -> Cell {
    id.map_or(Cell::Blank, |id| Cell::text(id.to_string()))
}

/// Columns of what something is about: its names and ids.
fn about<'a, R>(rows: Rows<'a, R>, source: &Source, about: impl Fn(&R) -> About) -> Rows<'a, R> {
    let Source { project, text, .. } = *source;
    rows.text("about", "overview-about", 40.0, |row| {
        about_name(project, about(row)).map(|name| text.value(&name)).unwrap_or_default()
    })
    .data("product_id", |row| id(about(row).product))
    .data("customer_id", |row| id(about(row).customer))
    .data("channel_id", |row| id(about(row).channel))
    .data("criterion_id", |row| id(about(row).criterion))
    .data("scenario_id", |row| id(about(row).scenario))
}

fn said<'a, R>(rows: Rows<'a, R>, text: &'a Text, finding: impl Fn(&R) -> &Finding) -> Rows<'a, R> {
    rows.left("severity", "report-severity", 14.0, |row| {
        let severity = finding(row).severity;
        Cell::Choice(severity.code(), text.get(severity.key()).to_owned())
    })
    .text("finding", "overview-finding", 80.0, |row| text.say(&finding(row).what))
    .data("code", |row| Cell::text(finding(row).code()))
    .text("why", "finding-why", 80.0, |row| text.say(&finding(row).why))
    .full()
}

fn findings(source: &Source) -> Block {
    let Source { analysis, text, .. } = *source;
    let rows = said(Rows::new("findings", "overview-findings", analysis.findings().open(), text), text, |one| one);
    about(rows, source, |finding| finding.about).full().table.into()
}

/// What was set aside, with the reason; none when nothing is.
fn set_aside(source: &Source) -> Option<Block> {
    let Source { analysis, text, .. } = *source;
    let all = analysis.findings().set_aside();
    if all.is_empty() {
        return None;
    }
    let rows = Rows::new("set_aside", "overview-set-aside", all, text);
    let rows =
        said(rows, text, |(finding, _)| finding).text("reason", "field-reason", 50.0, |(_, reason)| reason.to_string());
    Some(about(rows, source, |(finding, _)| finding.about).full().table.into())
}

fn steps(source: &Source) -> Block {
    let Source { project, text, .. } = *source;
    let steps: Vec<&NextStep> = project.agenda.steps.iter().collect();
    let rows = Rows::new("next_steps", "overview-steps", &steps, text)
        .text("what", "field-what", 50.0, |step| step.what.to_string())
        .data("id", |step| Cell::text(step.id.to_string()))
        .text("who", "field-who", 18.0, |step| step.who.to_string())
        .text("by", "field-by", 14.0, |step| step.by.as_deref().unwrap_or_default().to_owned())
        .left("progress", "field-progress", 12.0, |step| choice(step.progress, text));
    let table = about(rows, source, |step| step.about).fields(|step| *step);
    table.table.into()
}
