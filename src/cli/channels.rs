//! `nisje channels FILE`

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use crate::analysis::channels::{Comparison, Never, Spread, Standing};
use crate::analysis::coverage::{Finding, coverage, name_of};
use crate::analysis::{Analysis, Target};
use crate::project::{Axis, Fit, Message, Owner, Project, ReachKey, Usage};
use crate::storage::{self, Limits};
use crate::text::Text;

use super::{Outcome, Speech, say};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The project file
    file: PathBuf,
    /// Only for that customer segment, by name or id
    #[arg(long, value_name = "NAME")]
    segment: Option<String>,
    /// Print JSON instead of a table
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    speech: Speech,
}

/// A figure with its range, as the JSON has it.
#[derive(Debug, Clone, Copy, Serialize)]
pub(super) struct Range {
    low: f64,
    likely: f64,
    high: f64,
}

impl From<Spread> for Range {
    fn from(Spread { low, likely, high }: Spread) -> Self {
        Self { low, likely, high }
    }
}

/// A range of which an end may not exist.
#[derive(Debug, Serialize)]
struct Ends {
    low: Option<f64>,
    likely: Option<f64>,
    high: Option<f64>,
}

impl Ends {
    fn of([low, likely, high]: [Option<f64>; 3]) -> Option<Self> {
        (low.is_some() || likely.is_some() || high.is_some()).then_some(Self { low, likely, high })
    }
}

#[derive(Debug, Serialize)]
struct Row {
    id: String,
    name: String,
    owner: Owner,
    cost_per_contact: Option<Range>,
    sales_per_contact: Option<Range>,
    return_on_contact: Option<Ends>,
    contribution_per_contact: Option<Range>,
    cost_per_sale: Option<f64>,
    break_even_close_rate: Option<f64>,
    break_even_sales_per_contact: Option<f64>,
    fixed_cost_per_month: Option<f64>,
    variable_cost: f64,
    break_even_contacts_per_month: Option<f64>,
    /// The text key of why no number of contacts pays for the fixed cost.
    #[serde(skip_serializing_if = "Option::is_none")]
    never_breaks_even: Option<&'static str>,
    /// One of efficient, dominated, clearly dominated, incomplete, can't deliver.
    standing: &'static str,
    /// Who dominates it, by id.
    dominated_by: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    usage: Option<Usage>,
    #[serde(skip_serializing_if = "Option::is_none")]
    preference: Option<u8>,
    /// Figures are given for the segment.
    #[serde(skip_serializing_if = "Option::is_none")]
    overridden: Option<bool>,
}

#[derive(Debug, Serialize)]
struct Said {
    project: String,
    currency: String,
    /// The customer segment; none for the channels' own figures.
    segment: Option<Named>,
    margin: f64,
    channels: Vec<Row>,
    coverage: Vec<String>,
}

#[derive(Debug, Serialize)]
struct Named {
    id: String,
    name: String,
    fit: Fit,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Arguments { file, segment, json, speech } = arguments;
    let text = speech.text();
    let project = match storage::open(file, &Limits::default()) {
        Ok(opened) => opened.project,
        Err(error) => return say::file_error(&text, &error),
    };
    let analysis = Analysis::of(&project);
    let mut target = None;
    if let Some(wanted) = segment {
        target = find(&project, &analysis, wanted);
        if target.is_none() {
            let message = Message::new("cli-no-segment").with("name", wanted.as_str());
            return say::error(&text, &say::about(file, None, message), None);
        }
    }
    let comparison =
        target.map_or_else(|| analysis.channels.clone(), |target| Comparison::of_target(&project, &target));
    let mut findings = coverage(&project, &analysis.matrix);
    findings.retain(|finding| target.is_none_or(|target| finding.customer == Some(target.customer)));
    if !*json {
        return say::result(&text, &table(&project, &comparison, target, &findings, &text));
    }
    let said = Said {
        project: project.name.to_string(),
        currency: project.currency.to_string(),
        segment: target.map(|target| Named {
            id: target.customer.to_string(),
            name: text.value(&name_of(&project, target.customer)),
            fit: target.fit,
        }),
        margin: comparison.margin,
        channels: rows(&project, &comparison, target),
        coverage: findings.iter().map(|finding| text.say(&finding.message)).collect(),
    };
    match serde_json::to_string_pretty(&said) {
        Ok(said) => say::result(&text, &said),
        Err(error) => say::error(&text, &Message::new("file-other").with("text", error.to_string()), None),
    }
}

/// The segment of that name or id: the name as it is, or else in any case.
fn find(project: &Project, analysis: &Analysis, wanted: &str) -> Option<Target> {
    let segments = project.matrix.segments(Axis::Customer);
    let wanted = wanted.trim();
    let segment = (segments.iter().find(|segment| segment.name.trim() == wanted))
        .or_else(|| segments.iter().find(|segment| segment.name.trim().to_lowercase() == wanted.to_lowercase()))
        .or_else(|| segments.iter().find(|segment| segment.id.to_string() == wanted))?;
    Target::of(project, &analysis.matrix, segment.id)
}

fn rows(project: &Project, comparison: &Comparison, target: Option<Target>) -> Vec<Row> {
    let each = project.channels.iter().zip(&comparison.channels).map(|(channel, figures)| {
        let reach =
            target.map(|target| project.plan.reach(ReachKey { customer: target.customer, channel: channel.id }));
        let (standing, dominated_by) = match figures.standing {
            Standing::Efficient => ("efficient", None),
            Standing::Dominated { by, clearly: true } => ("clearly dominated", Some(by.to_string())),
            Standing::Dominated { by, clearly: false } => ("dominated", Some(by.to_string())),
            Standing::BelowMixture { dearer, .. } => ("dominated by a mixture", Some(dearer.to_string())),
            Standing::Loses => ("loses", None),
            Standing::Incomplete => ("incomplete", None),
            Standing::CantDeliver => ("can't deliver", None),
        };
        Row {
            id: channel.id.to_string(),
            name: channel.name.to_string(),
            owner: channel.owner,
            cost_per_contact: figures.cost.map(Range::from),
            sales_per_contact: figures.sales.map(Range::from),
            return_on_contact: Ends::of(figures.return_range),
            contribution_per_contact: figures.contribution.map(Range::from),
            cost_per_sale: figures.cost_per_sale,
            break_even_close_rate: figures.break_even_close_rate,
            break_even_sales_per_contact: figures.break_even_sales,
            fixed_cost_per_month: figures.fixed_cost_per_month,
            variable_cost: figures.variable_cost,
            break_even_contacts_per_month: figures.break_even_contacts.and_then(Result::ok),
            never_breaks_even: figures.break_even_contacts.and_then(Result::err).map(Never::key),
            standing,
            dominated_by,
            usage: reach.map(|reach| reach.usage),
            preference: reach.and_then(|reach| reach.preference),
            overridden: reach.map(|reach| !reach.figures.is_blank()),
        }
    });
    each.collect()
}

/// Columns of numbers stand to the right.
const RIGHT: [bool; 9] = [false, false, true, true, true, true, true, false, false];

fn table(
    project: &Project,
    comparison: &Comparison,
    target: Option<Target>,
    findings: &[Finding],
    text: &Text,
) -> String {
    let mut out = Vec::new();
    if let Some(target) = target {
        let name = text.value(&name_of(project, target.customer));
        out.push(format!("{name} {}", target.fit.sign()).trim_end().to_owned());
    }
    let heads = [
        "report-channel",
        "report-owner",
        "report-cost-likely",
        "report-sales-likely",
        "report-return",
        "report-contribution",
        "channels-break-even-contacts",
        "report-usage",
        "report-standing",
    ];
    let mut lines = vec![heads.map(|key| text.get(key).to_owned()).to_vec()];
    let amount = |amount: Option<f64>| amount.map_or_else(|| "–".to_owned(), |amount| text.money(amount, ""));
    for (channel, figures) in project.channels.iter().zip(&comparison.channels) {
        let usage = target.map(|target| {
            let reach = project.plan.reach(ReachKey { customer: target.customer, channel: channel.id });
            let given = if reach.figures.is_blank() { "" } else { " *" };
            format!("{}{given}", text.get(reach.usage.key()))
        });
        lines.push(vec![
            text.value(&channel.shown_name()),
            text.get(channel.owner.key()).to_owned(),
            amount(figures.cost.map(|cost| cost.likely)),
            amount(figures.sales.map(|sales| sales.likely)),
            figures.return_on_contact.map_or_else(|| "–".to_owned(), |ratio| text.number(ratio, 2)),
            amount(figures.contribution_per_contact),
            match figures.break_even_contacts {
                None => "–".to_owned(),
                Some(Ok(contacts)) => text.number(contacts, 0),
                Some(Err(why)) => text.get(why.key()).to_owned(),
            },
            usage.unwrap_or_default(),
            text.say(&figures.standing_message(project)),
        ]);
    }
    out.extend(say::aligned(&lines, &RIGHT));
    let margin = text.with("report-margin", "margin", text.percent(comparison.margin));
    out.push(String::new());
    out.push(margin);
    out.push(text.with("cli-currency", "currency", &*project.currency));
    out.extend(findings.iter().map(|finding| text.say(&finding.message)));
    out.join("\n")
}
