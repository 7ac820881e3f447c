//! What a decision rests on: columns beside the priority list, and tables of criteria, reasons and rounds.

use std::collections::HashMap;

use super::document::shown;
use super::document::{Align, Block, Cell, Unit};
use super::rows::Rows;
use super::source::Source;
use crate::analysis::agreement::{Agreement, Ballot};
use crate::analysis::findings::Topic;
use crate::analysis::flip;
use crate::analysis::robustness::{Problem, Robustness, Settings, simulate};
use crate::analysis::score::{Difficulty, Ranking, difficulty};
use crate::analysis::second_opinion::Opinion;
use crate::project::{Axis, CellKey, Criterion, Message, Question, Round, SegmentId, Stage, Value, Weighting};
use crate::text::Text;

/// The first ranks that make the top.
const TOP: usize = 3;

/// The segments of a row's cell, by name and id.
pub(super) fn names<'a, R>(rows: Rows<'a, R>, source: &Source, key: impl Fn(&R) -> CellKey) -> Rows<'a, R> {
    let Source { project, text, .. } = *source;
    let name = |axis, id: SegmentId| {
        project.matrix.find(axis, id).map_or("", |(_, segment)| shown(&segment.name, text)).to_owned()
    };
    rows.text("product", "report-product", 32.0, |row| name(Axis::Product, key(row).product))
        .data("product_id", |row| Cell::text(key(row).product.to_string()))
        .text("customer", "report-customer", 32.0, |row| name(Axis::Customer, key(row).customer))
        .data("customer_id", |row| Cell::text(key(row).customer.to_string()))
}

/// Scores and what follows from them, as columns of a table with a row per cell.
pub(super) struct Evidence<'a> {
    pub source: &'a Source<'a>,
    pub ranking: &'a Ranking,
    pub robustness: Option<Robustness>,
    pub opinions: &'a HashMap<CellKey, Opinion>,
}

impl<'a> Evidence<'a> {
    /// None without criteria.
    pub fn of(source: &'a Source<'a>) -> Option<Self> {
        let ranking = source.analysis.ranking();
        (!ranking.criteria.is_empty()).then(|| {
            Self {
                source,
                ranking,
                // Never cancelled: exports run to the end.
                robustness: Problem::of(ranking).and_then(|problem| simulate(&problem, Settings::default(), || false)),
                opinions: source.analysis.opinions(),
            }
        })
    }

    /// Share of draws in which a cell is among the first `k`, to a percent: 10,000 draws tell no more.
    pub fn top(&self, key: CellKey, k: usize) -> Option<f64> {
        self.robustness.as_ref()?.top(key, k).map(|share| (share * 100.0).round() / 100.0)
    }

    /// Share of draws in which a cell ranks first, second, …
    pub fn acceptability(&self, key: CellKey) -> Cell {
        let shares = self.robustness.as_ref().and_then(|found| found.shares(key)).unwrap_or_default();
        Cell::List(shares.into_iter().map(Cell::Percent).collect())
    }

    /// Names of the criteria whose floor a cell fails.
    pub fn vetoes(&self, key: CellKey) -> Vec<&str> {
        let cell = self.ranking.cell(key);
        let vetoes = cell.map(|cell| self.ranking.vetoes(cell).map(|one| shown(&one.name, self.source.text)).collect());
        vetoes.unwrap_or_default()
    }

    pub fn difficulty(&self, key: CellKey) -> Option<Difficulty> {
        difficulty(&self.source.project.decision, key)
    }

    /// How much is scored and how sure a rank is.
    pub fn sureness<'r, R>(&self, rows: Rows<'r, R>, key: impl Fn(&R) -> CellKey) -> Rows<'r, R> {
        rows.share("scored", "rank-scored", |row| self.ranking.cell(key(row)).map(|cell| cell.scored))
            .share("first", "rank-first", |row| self.top(key(row), 1))
            .share("top_three", "rank-top-three", |row| self.top(key(row), TOP))
            .data("acceptability", |row| self.acceptability(key(row)))
    }

    /// What makes the sale hard, and what forbids it.
    pub fn remarks<'r, R>(&self, rows: Rows<'r, R>, key: impl Fn(&R) -> CellKey) -> Rows<'r, R> {
        let text = self.source.text;
        rows.left("difficulty", "report-difficulty", 18.0, |row| {
            self.difficulty(key(row)).map_or(Cell::Blank, |difficulty| difficulty_cell(difficulty, text))
        })
        .left("vetoed_by", "report-vetoed-by", 24.0, |row| {
            Cell::List(self.vetoes(key(row)).into_iter().map(Cell::text).collect())
        })
    }

    pub fn columns<'r, R>(&self, rows: Rows<'r, R>, key: impl Fn(&R) -> CellKey) -> Rows<'r, R> {
        let text = self.source.text;
        let opinion = |row: &R| self.opinions.get(&key(row));
        let mut rows = rows
            .right("rank", "report-rank", |row| self.ranking.rank(key(row)).map_or(Cell::Blank, Cell::count))
            .number("total", "rank-total", 1, |row| self.ranking.cell(key(row)).and_then(|cell| cell.total));
        rows = self
            .sureness(rows, &key)
            .number("topsis", "rank-closeness", 3, |row| opinion(row).map(|opinion| opinion.topsis))
            .full()
            .number("promethee", "rank-flow", 3, |row| opinion(row).map(|opinion| opinion.promethee))
            .full();
        rows = self.remarks(rows, &key);
        for (at, criterion) in self.ranking.criteria.iter().enumerate() {
            let share = self.ranking.weights.as_ref().map_or(0.0, |weights| weights[at]);
            let heading = Message::new("report-criterion")
                .with("criterion", criterion.shown_name())
                .with("weight", text.percent(share));
            let shape = (Unit::None, Align::Right, 14.0);
            rows = rows.push(criterion.id.to_string(), text.say(&heading), shape, |row| {
                let level = self.ranking.cell(key(row)).and_then(|cell| self.ranking.levels(cell)[at]);
                level.map_or(Cell::Blank, |level| Cell::count(level.into()))
            });
            rows = rows.full().group("scores");
        }
        rows
    }

    /// What the figures rest on, how little would change them, and what contradicts them.
    pub fn notes(&self, source: &Source) -> Vec<Block> {
        let mut notes: Vec<_> = self.ranking.why_no_total().into_iter().collect();
        if let Some(robustness) = &self.robustness {
            let Settings { draws, seed, .. } = robustness.settings();
            notes.push(Message::new("report-sum"));
            notes.push(Message::new("report-smaa").with("draws", draws as usize).with("seed", seed.to_string()));
            notes.push(Message::new("rank-depends"));
        }
        notes.extend(self.what_changes_it(source));
        said(&notes, source.text)
    }

    /// How scores count, what would change the first place, and where Prios and scores contradict each other.
    pub fn what_changes_it(&self, source: &Source) -> Vec<Message> {
        let Source { project, analysis, .. } = *source;
        let cells = &self.ranking.cells;
        let is_partly_scored = cells.iter().any(|cell| cell.total.is_some() && cell.scored < 1.0 - 1e-9);
        let mut messages: Vec<_> = is_partly_scored.then(|| Message::new("rank-missing-counts")).into_iter().collect();
        messages.extend(cells.iter().any(|cell| cell.vetoed).then(|| Message::new("rank-vetoed-last")));
        messages.extend(flip::messages(self.ranking, project, 1));
        messages.extend(analysis.findings().on(&[Topic::Decision]).map(|finding| finding.what.clone()));
        messages
    }
}

/// How hard a sale is, by its name for programs and in words.
pub(super) fn difficulty_cell(difficulty: Difficulty, text: &Text) -> Cell {
    let code = match difficulty {
        Difficulty::VeryEasy => "VeryEasy",
        Difficulty::FairlyEasy => "FairlyEasy",
        Difficulty::Challenging => "Challenging",
        Difficulty::VeryChallenging => "VeryChallenging",
    };
    Cell::Choice(code, text.get(difficulty.key()).to_owned())
}

/// Messages as notes.
pub(super) fn said(messages: &[Message], text: &Text) -> Vec<Block> {
    messages.iter().map(|message| Block::Note(text.say(message))).collect()
}

/// Criteria, reasons and rounds, as far as there are any.
pub(super) fn blocks(source: &Source) -> Vec<Block> {
    let decision = &source.project.decision;
    let mut blocks = Vec::new();
    if !decision.criteria.is_empty() {
        blocks.extend(criteria(source));
    }
    if decision.scores.values().any(|score| score.reason.is_some()) {
        blocks.push(reasons(source));
    }
    if !decision.rounds.is_empty() {
        blocks.extend(rounds(source));
    }
    blocks
}

pub(super) fn criteria(source: &Source) -> Vec<Block> {
    let Source { project, analysis, text, .. } = *source;
    let weights = analysis.ranking().weights.as_ref();
    let all: Vec<(usize, &Criterion)> = analysis.ranking().criteria.iter().enumerate().collect();
    let mut rows = Rows::new("criteria", "report-criteria", &all, text)
        .text("name", "report-criterion-name", 32.0, |(_, criterion)| shown(&criterion.name, text).to_owned())
        .data("id", |(_, criterion)| Cell::text(criterion.id.to_string()))
        .share("weight", "report-weight", |(at, _)| weights.map(|weights| weights[*at]))
        .fields(|(_, criterion)| *criterion);
    for level in 1..=*Criterion::LEVELS.end() {
        let heading = text.with("report-level", "level", level);
        rows = rows.push(level.to_string(), heading, (Unit::None, Align::Left, 30.0), |(_, criterion)| {
            criterion.anchors.get(level - 1).map_or(Cell::Blank, |anchor| Cell::text(&**anchor))
        });
        rows = rows.full().group("levels");
    }
    let way = text.get(match project.decision.weighting {
        Weighting::Sliders => "report-weights-sliders",
        Weighting::Order => "report-weights-order",
        Weighting::Pairs => "report-weights-pairs",
    });
    vec![rows.named().into(), Block::Note(way.to_owned())]
}

fn reasons(source: &Source) -> Block {
    let Source { project, analysis, text, .. } = *source;
    let mut given: Vec<_> = (project.decision.scores.iter())
        .filter_map(|(key, score)| {
            let (place, criterion) = project.decision.criterion(key.criterion)?;
            score.reason.as_ref()?;
            Some(((analysis.matrix.place(key.cell)?, place), key.cell, criterion, score))
        })
        .collect();
    given.sort_by_key(|(place, ..)| *place);
    let rows = Rows::new("reasons", "report-reasons", &given, text);
    names(rows, source, |(_, cell, ..)| *cell)
        .text("criterion", "report-criterion-name", 32.0, |(.., criterion, _)| shown(&criterion.name, text).to_owned())
        .data("criterion_id", |(.., criterion, _)| Cell::text(criterion.id.to_string()))
        .number("score", "report-score", 0, |(.., score)| Some(score.level.into()))
        .text("reason", "report-reason-of-score", 70.0, |(.., score)| {
            score.reason.as_deref().unwrap_or_default().to_owned()
        })
        .table
        .into()
}

/// A ballot of a round that is revealed: one that isn't revealed in the room isn't exported either.
struct Vote<'a> {
    name: String,
    round: &'a Round,
    ballot: Ballot,
}

fn rounds(source: &Source) -> Vec<Block> {
    let Source { project, text, .. } = *source;
    let (mut rows, mut notes) = (Vec::new(), Vec::new());
    for (place, round) in project.decision.rounds.iter().enumerate() {
        let name = match round.name.trim() {
            "" => text.with("report-round-number", "number", place + 1),
            name => name.to_owned(),
        };
        if round.stage == Stage::Open {
            notes.push(Message::new("report-round-open").with("round", name));
            continue;
        }
        let agreement = Agreement::of(&project.decision, round);
        let w = match agreement.w.zip(agreement.rho) {
            Some((w, rho)) => Message::new("report-agreement")
                .with("w", text.number(w, 2))
                .with("rho", text.number(rho, 2))
                .with("verdict", Message::new(agreement.verdict.key())),
            None => Message::new("report-no-agreement"),
        };
        let w = w.with("round", name.as_str()).with("raters", agreement.raters).with("cells", agreement.compared);
        notes.push(w);
        rows.extend(agreement.ballots.into_iter().map(|ballot| Vote { name: name.clone(), round, ballot }));
    }
    let table = Rows::new("rounds", "report-rounds", &rows, text)
        .text("round", "report-round", 18.0, |vote| vote.name.clone())
        .data("round_id", |vote| Cell::text(vote.round.id.to_string()))
        .text("question", "report-question", 18.0, |vote| question(source, vote.round));
    let table = names(table, source, |vote| vote.ballot.cell)
        .left("votes", "report-votes", 40.0, |vote| votes(vote.round, vote.ballot.cell, text))
        .number("median", "report-median", 0, |vote| vote.ballot.median.map(f64::from))
        .data("between", |vote| match vote.ballot.between {
            Some((low, high)) => Cell::text(format!("{low}–{high}")),
            None => Cell::Blank,
        })
        .width(9.0)
        .number("spread", "report-spread", 0, |vote| Some(vote.ballot.spread.into()))
        .width(9.0)
        .table;
    let mut blocks = vec![Block::Table(table)];
    blocks.extend(said(&notes, text));
    blocks
}

fn question(source: &Source, round: &Round) -> String {
    let name = match round.question {
        Question::Prio => return source.text.get("report-prio").to_owned(),
        Question::Score(id) => source.project.decision.criterion(id).map(|(_, criterion)| criterion.shown_name()),
    };
    source.text.value(&name.unwrap_or_else(|| Value::from(Message::new("unnamed"))))
}

fn votes(round: &Round, cell: CellKey, text: &Text) -> Cell {
    let given = round.participants.iter().filter_map(|person| {
        let vote = round.vote(person.id, cell)?;
        Some(format!("{}: {vote}", shown(&person.name, text)))
    });
    Cell::text(given.collect::<Vec<_>>().join("; "))
}
