//! `nisje rank FILE`

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use serde::Serialize;

use crate::analysis::robustness::{Problem, Robustness, Settings, simulate};
use crate::analysis::score::{Difficulty, Ranking, ScoredCell, difficulty};
use crate::analysis::second_opinion::{Opinion, second_opinions};
use crate::analysis::{Analysis, cell_name, flip};
use crate::project::{Axis, CellKey, Fit, Message, Project, SegmentId};
use crate::storage::{self, Limits};
use crate::text::Text;

use super::{Outcome, Speech, say};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The project file
    file: PathBuf,
    /// How to rank
    #[arg(long, value_enum, value_name = "METHOD", default_value_t = Method::Wsm)]
    method: Method,
    /// Print JSON instead of a table
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    speech: Speech,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "lowercase")]
enum Method {
    /// Weighted sum: the order of the others never depends on a cell
    Wsm,
    /// Closeness to the best; depends on which cells are compared
    Topsis,
    /// Net flow of PROMETHEE II; depends on which cells are compared
    Promethee,
}

/// A ranked cell, as the JSON has it.
#[derive(Debug, Serialize)]
struct Row {
    /// None for a vetoed cell; equal cells share a rank.
    rank: Option<usize>,
    product: Named,
    customer: Named,
    fit: Fit,
    /// The total from 0 to 100, the closeness from 0 to 1, or the net flow from −1 to 1.
    value: f64,
    /// The share of all weight that is scored.
    scored: f64,
    /// The value if every missing score were the worst and the best of its scale, for a weighted sum.
    #[serde(skip_serializing_if = "Option::is_none")]
    between: Option<(f64, f64)>,
    /// Names of the criteria whose floor it fails.
    vetoed_by: Vec<String>,
    difficulty: Option<Difficulty>,
    /// The share of draws in which it ranks first, second, …
    acceptability: Vec<f64>,
    #[serde(skip)]
    key: CellKey,
}

#[derive(Debug, Serialize)]
struct Named {
    id: String,
    name: String,
}

#[derive(Debug, Serialize)]
struct Weighted {
    id: String,
    name: String,
    /// The share of all weight.
    weight: f64,
}

#[derive(Debug, Serialize)]
struct Ranked {
    project: String,
    method: Method,
    draws: u32,
    seed: u64,
    criteria: Vec<Weighted>,
    /// Candidates that nobody has scored.
    unscored: usize,
    cells: Vec<Row>,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Arguments { file, method, json, speech } = arguments;
    let text = speech.text();
    let project = match storage::open(file, &Limits::default()) {
        Ok(opened) => opened.project,
        Err(error) => return say::file_error(&text, &error),
    };
    let analysis = Analysis::of(&project);
    let ranking = &analysis.ranking;
    if let (false, Some(why)) = (*json, ranking.why_no_total()) {
        return say::error(&text, &say::about(file, None, why), None);
    }
    // Nobody cancels it here.
    let robustness = Problem::of(ranking).and_then(|problem| simulate(&problem, Settings::default(), || false));
    let rows = rows(&project, ranking, *method, robustness.as_ref());
    let said = if *json {
        json_of(&project, ranking, *method, rows)
    } else {
        Ok(table(&project, &analysis, *method, &rows, &text))
    };
    match said {
        Ok(said) => say::result(&text, &said),
        Err(error) => say::error(&text, &Message::new("file-other").with("text", error.to_string()), None),
    }
}

/// The ranked cells, best first.
fn rows(project: &Project, ranking: &Ranking, method: Method, robustness: Option<&Robustness>) -> Vec<Row> {
    let row = |cell: &ScoredCell, rank, value| Row {
        rank,
        product: named(project, Axis::Product, cell.key.product),
        customer: named(project, Axis::Customer, cell.key.customer),
        fit: cell.fit,
        value,
        scored: cell.scored,
        between: if method == Method::Wsm { cell.range() } else { None },
        vetoed_by: ranking.vetoes(cell).map(|criterion| criterion.name.to_string()).collect(),
        difficulty: difficulty(&project.decision, cell.key),
        acceptability: robustness.and_then(|robustness| robustness.shares(cell.key)).unwrap_or_default(),
        key: cell.key,
    };
    if method == Method::Wsm {
        return ranking.cells.iter().filter_map(|cell| Some(row(cell, ranking.rank(cell.key), cell.total?))).collect();
    }
    let of_method = |opinion: &Opinion| match method {
        Method::Promethee => (opinion.promethee_rank, opinion.promethee),
        Method::Topsis | Method::Wsm => (opinion.topsis_rank, opinion.topsis),
    };
    let opinions = second_opinions(ranking);
    let mut rows: Vec<_> = (opinions.iter())
        .filter_map(|opinion| {
            let (rank, value) = of_method(opinion);
            Some(row(ranking.cell(opinion.cell)?, Some(rank), value))
        })
        .collect();
    rows.sort_by_key(|row| row.rank);
    rows
}

fn named(project: &Project, axis: Axis, id: SegmentId) -> Named {
    let name = project.matrix.find(axis, id).map(|(_, segment)| segment.name.to_string()).unwrap_or_default();
    Named { id: id.to_string(), name }
}

fn json_of(project: &Project, ranking: &Ranking, method: Method, cells: Vec<Row>) -> Result<String, serde_json::Error> {
    let weights = ranking.weights.as_deref().unwrap_or_default();
    let weight = |(at, criterion): (usize, &crate::project::Criterion)| Weighted {
        id: criterion.id.to_string(),
        name: criterion.name.to_string(),
        weight: weights.get(at).copied().unwrap_or_default(),
    };
    let Settings { draws, seed, .. } = Settings::default();
    serde_json::to_string_pretty(&Ranked {
        project: project.name.to_string(),
        method,
        draws,
        seed,
        criteria: ranking.criteria.iter().enumerate().map(weight).collect(),
        unscored: ranking.unscored(),
        cells,
    })
}

/// Columns of numbers stand to the right.
const RIGHT: [bool; 8] = [true, false, false, true, true, true, true, false];

/// The ranking in columns, and below it what would change it and what contradicts it.
fn table(project: &Project, analysis: &Analysis, method: Method, rows: &[Row], text: &Text) -> String {
    let ranking = &analysis.ranking;
    let (value, decimals) = match method {
        Method::Wsm => (text.get("rank-total"), 1),
        Method::Topsis => (text.get("rank-closeness"), 3),
        Method::Promethee => (text.get("rank-flow"), 3),
    };
    let heads =
        ["", text.get("rank-cell"), text.get("report-prio"), value, text.get("rank-scored"), text.get("rank-first")];
    let heads = heads.into_iter().chain([text.get("rank-top-three"), text.get("rank-remarks")]).map(str::to_owned);
    let mut lines: Vec<Vec<String>> = vec![heads.collect()];
    for row in rows {
        let share = |k: usize| {
            let sum: f64 = row.acceptability.iter().take(k).sum();
            // Ten thousand draws are sure to about half a percent.
            if row.acceptability.is_empty() { String::new() } else { text.percent((sum * 100.0).round() / 100.0) }
        };
        let vetoes = row.vetoed_by.iter().map(|name| text.with("contradiction-vetoed", "criterion", name.as_str()));
        let hard = row.difficulty.map(|difficulty| text.get(difficulty.key()).to_owned());
        lines.push(vec![
            row.rank.map_or_else(|| "–".to_owned(), |rank| rank.to_string()),
            text.say(&cell_name(project, row.key)),
            row.fit.sign().to_owned(),
            text.number(row.value, decimals),
            text.percent((row.scored * 100.0).round() / 100.0),
            share(1),
            share(3),
            hard.into_iter().chain(vetoes).collect::<Vec<_>>().join("; "),
        ]);
    }
    let mut out = say::aligned(&lines, &RIGHT);
    if method != Method::Wsm {
        out.push(String::new());
        out.push(text.get("rank-depends").to_owned());
    }
    let left = ranking.unscored() + ranking.cells.len() - rows.len();
    let partly = rows.iter().any(|row| row.rank.is_some() && row.scored < 1.0 - 1e-9);
    let partly = partly.then(|| Message::new("rank-missing-counts"));
    let vetoed = rows.iter().any(|row| row.rank.is_none()).then(|| Message::new("rank-vetoed-last"));
    let flips = flip::messages(ranking, project, 1);
    let odd = analysis.contradictions.iter().map(|found| {
        let name = cell_name(project, found.cell);
        Message::new("rank-odd").with("cell", name).with("what", found.message(ranking))
    });
    let missing = (left > 0).then(|| Message::new("rank-left-out").with("count", left));
    let notes = partly.into_iter().chain(vetoed).chain(flips).chain(odd).chain(missing);
    let notes: Vec<_> = notes.map(|message| text.say(&message)).collect();
    if !notes.is_empty() {
        out.push(String::new());
        out.extend(notes);
    }
    out.join("\n")
}
