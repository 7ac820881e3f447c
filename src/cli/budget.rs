//! `nisje budget FILE --budget N`

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use crate::analysis::MatrixIndex;
use crate::analysis::budget::{Allocation, Problem, Unsolved};
use crate::analysis::coverage::name_of;
use crate::project::{Message, Project, ReachKey, Scenario, check_scenario};
use crate::storage::{self, Limits};
use crate::text::Text;

use super::channels::Range;
use super::{Outcome, Speech, say};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The project file
    file: PathBuf,
    /// The money for contacts over the period, in the project's currency
    #[arg(long, value_name = "N")]
    budget: f64,
    /// The period in months; the scenario's, or 12
    #[arg(long, value_name = "MONTHS")]
    months: Option<f64>,
    /// Keep the limits of that scenario of the file; by default there are none
    #[arg(long, value_name = "NAME")]
    scenario: Option<String>,
    /// Print JSON instead of a table
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    speech: Speech,
}

#[derive(Debug, Serialize)]
struct Row {
    segment: String,
    segment_id: String,
    channel: String,
    channel_id: String,
    contacts: f64,
    money: f64,
    contribution: f64,
    at_most: bool,
    at_least: bool,
}

#[derive(Debug, Serialize)]
struct Unused {
    segment: String,
    channel: String,
    why: String,
}

#[derive(Debug, Serialize)]
struct Said {
    project: String,
    currency: String,
    budget: f64,
    months: f64,
    spent: f64,
    contribution: Range,
    sales: f64,
    /// What one more unit of money would leave.
    marginal: f64,
    fixed_cost: f64,
    /// What is left after fixed costs.
    profit: f64,
    /// It is proved that no better use exists.
    proven: bool,
    unspent: Option<String>,
    allocation: Vec<Row>,
    idle: Vec<Unused>,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Arguments { file, budget, months, scenario, json, speech } = arguments;
    let text = speech.text();
    let project = match storage::open(file, &Limits::default()) {
        Ok(opened) => opened.project,
        Err(error) => return say::file_error(&text, &error),
    };
    let mut asked = Scenario::new("");
    if let Some(wanted) = scenario {
        let named = project.plan.scenarios.iter().find(|one| one.name.trim() == wanted.trim());
        let Some(found) = named else {
            let message = Message::new("cli-no-scenario").with("name", wanted.as_str());
            return say::error(&text, &say::about(file, None, message), None);
        };
        asked = found.clone();
    }
    asked.budget = *budget;
    asked.months = months.unwrap_or(asked.months);
    if let Err(fault) = check_scenario(&asked) {
        return say::error(&text, &fault.message(), None);
    }
    let problem = Problem::of(&project, &MatrixIndex::of(&project.matrix), &asked);
    let found = match problem.solve() {
        Ok(found) => found,
        Err(unsolved) => return clash(&project, &unsolved, *json, &text),
    };
    if !*json {
        return say::result(&text, &table(&project, &problem, &found, &text));
    }
    match serde_json::to_string_pretty(&said(&project, &problem, &found, &text)) {
        Ok(said) => say::result(&text, &said),
        Err(error) => say::error(&text, &Message::new("file-other").with("text", error.to_string()), None),
    }
}

/// Says what can't all be kept; as JSON on the standard output besides.
fn clash(project: &Project, unsolved: &Unsolved, json: bool, text: &Text) -> Outcome {
    let money = |amount: f64| text.money(amount, &project.currency);
    let messages = unsolved.messages(project, money, |count| text.figure(count));
    let words: Vec<String> = messages.iter().map(|message| text.say(message)).collect();
    if json {
        let found = serde_json::json!({ "project": &*project.name, "allocation": null, "clashes": words });
        say::result(text, &format!("{found:#}"));
    }
    say::error(text, &Message::new("cli-clash").with("clashes", words.join(" ")), None)
}

fn names(project: &Project, key: ReachKey, text: &Text) -> (String, String) {
    let channel = project.channel(key.channel).map(|(_, channel)| text.value(&channel.shown_name()));
    (text.value(&name_of(project, key.customer)), channel.unwrap_or_default())
}

fn said(project: &Project, problem: &Problem, found: &Allocation, text: &Text) -> Said {
    let used = problem.pairs.iter().zip(&found.shares).filter(|(_, share)| share.contacts > 0.0);
    let row = |(pair, share): (&crate::analysis::budget::Pair, &crate::analysis::budget::Share)| {
        let (segment, channel) = names(project, pair.key, text);
        Row {
            segment,
            segment_id: pair.key.customer.to_string(),
            channel,
            channel_id: pair.key.channel.to_string(),
            contacts: share.contacts,
            money: share.money,
            contribution: share.contribution,
            at_most: share.at_most,
            at_least: share.at_least,
        }
    };
    let idle = problem.idle(found).into_iter().map(|(key, why)| {
        let (segment, channel) = names(project, key, text);
        Unused { segment, channel, why: text.say(&why.message()) }
    });
    Said {
        project: project.name.to_string(),
        currency: project.currency.to_string(),
        budget: problem.budget,
        months: problem.months,
        spent: found.spent,
        contribution: found.contribution.into(),
        sales: found.sales,
        marginal: found.marginal,
        fixed_cost: found.fixed_cost,
        profit: found.profit(),
        proven: found.proven,
        unspent: found.unspent.map(|why| text.get(why.key()).to_owned()),
        allocation: used.map(row).collect(),
        idle: idle.collect(),
    }
}

/// Columns of numbers stand to the right.
const RIGHT: [bool; 6] = [false, false, true, true, true, false];

fn table(project: &Project, problem: &Problem, found: &Allocation, text: &Text) -> String {
    let heads = [
        "report-segment",
        "report-channel",
        "budget-column-contacts",
        "budget-column-money",
        "budget-column-contribution",
        "budget-column-why",
    ];
    let mut lines = vec![heads.map(|key| text.get(key).to_owned()).to_vec()];
    let amount = |amount: f64| text.money(amount, "");
    for (pair, share) in problem.pairs.iter().zip(&found.shares).filter(|(_, share)| share.contacts > 0.0) {
        let (segment, channel) = names(project, pair.key, text);
        let why = if share.at_most {
            text.get("budget-at-most")
        } else if share.at_least {
            text.get("budget-at-least")
        } else {
            ""
        };
        lines.push(vec![
            segment,
            channel,
            text.number(share.contacts, 1),
            amount(share.money),
            amount(share.contribution),
            why.to_owned(),
        ]);
    }
    let mut out = say::aligned(&lines, &RIGHT);
    let money = |amount: f64| text.money(amount, &project.currency);
    out.push(String::new());
    let message = Message::new("report-budget-result")
        .with("contribution", money(found.contribution.likely))
        .with("low", money(found.contribution.low))
        .with("high", money(found.contribution.high))
        .with("fixed", money(found.fixed_cost))
        .with("one", money(1.0))
        .with("marginal", text.number(found.marginal, 2));
    out.push(text.say(&message));
    if found.fixed_cost > 0.0 {
        out.push(text.with("budget-profit", "amount", money(found.profit())));
    }
    if !found.proven {
        out.push(text.get("budget-not-proven").to_owned());
    }
    if let Some(why) = found.unspent {
        let message = Message::new("budget-unspent")
            .with("amount", money(problem.budget - found.spent))
            .with("why", Message::new(why.key()));
        out.push(text.say(&message));
    }
    let idle: Vec<_> = problem.idle(found);
    let part: Vec<_> = idle.iter().filter(|(key, _)| problem.place(*key).is_some()).collect();
    if !part.is_empty() {
        out.push(String::new());
        out.push(text.get("cli-idle").to_owned());
        out.extend(part.iter().map(|(key, why)| {
            let (segment, channel) = names(project, *key, text);
            format!("  {channel}, {segment}: {}", text.say(&why.message()))
        }));
    }
    let outside = idle.len() - part.len();
    if outside > 0 {
        out.push(text.with("cli-outside", "count", outside));
    }
    out.join("\n")
}
