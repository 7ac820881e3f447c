//! What the team decides with: columns beside the priority list, and tables of criteria and rounds.

use std::collections::HashMap;

use super::{Align, Cell, Column, Table, shown};
use crate::analysis::agreement::Agreement;
use crate::analysis::robustness::{Problem, Robustness, Settings, simulate};
use crate::analysis::score::{Ranking, difficulty};
use crate::analysis::second_opinion::{Opinion, second_opinions};
use crate::analysis::{Analysis, cell_name, flip};
use crate::project::{
    Axis, CellKey, Criterion, Direction, Message, Project, Question, Round, SegmentId, Stage, Value, Weighting,
};
use crate::text::Text;

/// How many of the first ranks make the top.
const TOP: usize = 3;

/// Scores and what follows from them, as further columns of a table with a row a cell.
pub(super) struct Evidence<'a> {
    project: &'a Project,
    ranking: &'a Ranking,
    text: &'a Text,
    robustness: Option<Robustness>,
    opinions: HashMap<CellKey, Opinion>,
}

impl<'a> Evidence<'a> {
    /// None when the team has no criteria.
    pub(super) fn of(project: &'a Project, analysis: &'a Analysis, text: &'a Text) -> Option<Self> {
        let ranking = &analysis.ranking;
        (!ranking.criteria.is_empty()).then(|| Self {
            project,
            ranking,
            text,
            // Nobody waits who could change their mind.
            robustness: Problem::of(ranking).and_then(|problem| simulate(&problem, Settings::default(), || false)),
            opinions: second_opinions(ranking).into_iter().map(|opinion| (opinion.cell, opinion)).collect(),
        })
    }

    pub(super) fn columns(&self) -> Vec<Column> {
        let number = |key| Column::new(self.text.get(key), Align::Right, 11.0);
        let mut columns: Vec<_> =
            ["report-rank", "rank-total", "rank-scored", "rank-first", "rank-top-three", "rank-closeness", "rank-flow"]
                .map(number)
                .into();
        columns.push(Column::new(self.text.get("report-difficulty"), Align::Left, 18.0));
        columns.push(Column::new(self.text.get("report-vetoed-by"), Align::Left, 24.0));
        columns.extend(self.ranking.criteria.iter().enumerate().map(|(at, criterion)| {
            let share = self.ranking.weights.as_ref().map_or(0.0, |weights| weights[at]);
            let heading = Message::new("report-criterion")
                .with("criterion", criterion.shown_name())
                .with("weight", self.text.percent(share));
            Column::new(self.text.say(&heading), Align::Right, 14.0)
        }));
        columns
    }

    pub(super) fn cells(&self, key: CellKey) -> Vec<Cell> {
        let Some(cell) = self.ranking.cell(key) else { return vec![Cell::Blank; 9 + self.ranking.criteria.len()] };
        let or_blank = |cell: Option<Cell>| cell.unwrap_or(Cell::Blank);
        let top = |k| or_blank(self.robustness.as_ref().and_then(|found| found.top(key, k)).map(Cell::Percent));
        let opinion = self.opinions.get(&key);
        let vetoes = self.ranking.vetoes(cell).map(|criterion| shown(&criterion.name, self.text));
        let hard = difficulty(&self.project.decision, key).map(|difficulty| self.text.get(difficulty.key()));
        let mut cells = vec![
            or_blank(self.ranking.rank(key).map(Cell::count)),
            or_blank(cell.total.map(|total| Cell::Number(total, 1))),
            Cell::Percent(cell.scored),
            top(1),
            top(TOP),
            or_blank(opinion.map(|opinion| Cell::Number(opinion.topsis, 3))),
            or_blank(opinion.map(|opinion| Cell::Number(opinion.promethee, 3))),
            Cell::text(hard.unwrap_or_default()),
            Cell::text(vetoes.collect::<Vec<_>>().join(", ")),
        ];
        let levels = self.ranking.levels(cell).iter();
        cells.extend(levels.map(|level| or_blank(level.map(|level| Cell::count(level.into())))));
        cells
    }

    /// On what the figures rest, how little would change them, and what contradicts them.
    pub(super) fn notes(&self, analysis: &Analysis) -> Vec<String> {
        let mut notes: Vec<_> = self.ranking.why_no_total().into_iter().collect();
        if let Some(robustness) = &self.robustness {
            let Settings { draws, seed, .. } = robustness.settings();
            notes.push(Message::new("report-sum"));
            notes.push(Message::new("report-smaa").with("draws", draws as usize).with("seed", seed.to_string()));
            notes.push(Message::new("rank-depends"));
        }
        let cells = &self.ranking.cells;
        if cells.iter().any(|cell| cell.total.is_some() && cell.scored < 1.0 - 1e-9) {
            notes.push(Message::new("rank-missing-counts"));
        }
        if cells.iter().any(|cell| cell.vetoed) {
            notes.push(Message::new("rank-vetoed-last"));
        }
        notes.extend(flip::messages(self.ranking, self.project, 1));
        notes.extend(analysis.contradictions.iter().map(|odd| {
            let name = cell_name(self.project, odd.cell);
            Message::new("rank-odd").with("cell", name).with("what", odd.message(self.ranking))
        }));
        notes.iter().map(|note| self.text.say(note)).collect()
    }
}

/// Criteria, reasons and rounds, as far as there are any.
pub(super) fn tables(project: &Project, analysis: &Analysis, text: &Text) -> Vec<Table> {
    let decision = &project.decision;
    let mut tables = Vec::new();
    if !decision.criteria.is_empty() {
        tables.push(criteria(project, &analysis.ranking, text));
    }
    if decision.scores.values().any(|score| score.reason.is_some()) {
        tables.push(reasons(project, analysis, text));
    }
    if !decision.rounds.is_empty() {
        tables.push(rounds(project, text));
    }
    tables
}

fn table(name: &str, columns: Vec<Column>, rows: Vec<Vec<Cell>>, notes: Vec<String>) -> Table {
    Table { name: name.to_owned(), columns, rows, frozen: 0, sums: 0, legend: Vec::new(), notes, scatter: None }
}

fn criteria(project: &Project, ranking: &Ranking, text: &Text) -> Table {
    let mut columns = vec![
        Column::new(text.get("report-criterion-name"), Align::Left, 32.0),
        Column::new(text.get("report-weight"), Align::Right, 10.0),
        Column::new(text.get("report-direction"), Align::Left, 18.0),
        Column::new(text.get("report-floor"), Align::Right, 10.0),
    ];
    columns.extend(
        (1..=*Criterion::LEVELS.end())
            .map(|level| Column::new(text.with("report-level", "level", level), Align::Left, 30.0)),
    );
    let rows = ranking.criteria.iter().enumerate().map(|(at, criterion)| {
        let mut row = vec![
            Cell::text(shown(&criterion.name, text)),
            ranking.weights.as_ref().map_or(Cell::Blank, |weights| Cell::Percent(weights[at])),
            Cell::text(text.get(match criterion.direction {
                Direction::MoreIsBetter => "report-more-is-better",
                Direction::LessIsBetter => "report-less-is-better",
            })),
            criterion.floor.map_or(Cell::Blank, |floor| Cell::count(floor.into())),
        ];
        row.extend(criterion.anchors.iter().map(|anchor| Cell::text(&**anchor)));
        row.resize(4 + *Criterion::LEVELS.end(), Cell::Blank);
        row
    });
    let way = text.get(match project.decision.weighting {
        Weighting::Sliders => "report-weights-sliders",
        Weighting::Order => "report-weights-order",
        Weighting::Pairs => "report-weights-pairs",
    });
    table(text.get("report-criteria"), columns, rows.collect(), vec![way.to_owned()])
}

/// The name of a segment, or the words for one that isn't given.
fn segment(project: &Project, axis: Axis, id: SegmentId, text: &Text) -> Cell {
    Cell::text(project.matrix.find(axis, id).map_or("", |(_, segment)| shown(&segment.name, text)))
}

fn sides(text: &Text) -> [Column; 2] {
    ["report-product", "report-customer"].map(|key| Column::new(text.get(key), Align::Left, 32.0))
}

fn reasons(project: &Project, analysis: &Analysis, text: &Text) -> Table {
    let mut columns = sides(text).to_vec();
    columns.push(Column::new(text.get("report-criterion-name"), Align::Left, 32.0));
    columns.push(Column::new(text.get("report-score"), Align::Right, 8.0));
    columns.push(Column::new(text.get("report-reason-of-score"), Align::Left, 70.0));
    let mut given: Vec<_> = (project.decision.scores.iter())
        .filter_map(|(key, score)| {
            let (criterion, of) = project.decision.criterion(key.criterion)?;
            Some((analysis.matrix.place(key.cell)?, criterion, of, key.cell, score.level, score.reason.as_deref()?))
        })
        .collect();
    given.sort_by_key(|(place, criterion, ..)| (*place, *criterion));
    let rows = given.into_iter().map(|(_, _, criterion, cell, level, reason)| {
        vec![
            segment(project, Axis::Product, cell.product, text),
            segment(project, Axis::Customer, cell.customer, text),
            Cell::text(shown(&criterion.name, text)),
            Cell::count(level.into()),
            Cell::text(reason),
        ]
    });
    table(text.get("report-reasons"), columns, rows.collect(), Vec::new())
}

fn rounds(project: &Project, text: &Text) -> Table {
    let mut columns = vec![
        Column::new(text.get("report-round"), Align::Left, 18.0),
        Column::new(text.get("report-question"), Align::Left, 18.0),
    ];
    columns.extend(sides(text));
    columns.push(Column::new(text.get("report-votes"), Align::Left, 40.0));
    columns.push(Column::new(text.get("report-median"), Align::Right, 9.0));
    columns.push(Column::new(text.get("report-spread"), Align::Right, 9.0));
    let (mut rows, mut notes) = (Vec::new(), Vec::new());
    for (place, round) in project.decision.rounds.iter().enumerate() {
        let name = match round.name.trim() {
            "" => text.with("report-round-number", "number", place + 1),
            name => name.to_owned(),
        };
        // What isn't revealed in the room isn't handed out either.
        if round.stage == Stage::Open {
            notes.push(text.with("report-round-open", "round", name));
            continue;
        }
        let agreement = Agreement::of(&project.decision, round);
        rows.extend(agreement.ballots.iter().map(|ballot| {
            vec![
                Cell::text(name.as_str()),
                question(project, round, text),
                segment(project, Axis::Product, ballot.cell.product, text),
                segment(project, Axis::Customer, ballot.cell.customer, text),
                Cell::text(votes(round, ballot.cell, text)),
                ballot.median.map_or(Cell::Blank, |median| Cell::count(median.into())),
                Cell::count(ballot.spread.into()),
            ]
        }));
        let w = match agreement.w.zip(agreement.rho) {
            Some((w, rho)) => Message::new("report-agreement")
                .with("w", text.number(w, 2))
                .with("rho", text.number(rho, 2))
                .with("verdict", Message::new(agreement.verdict.key())),
            None => Message::new("report-no-agreement"),
        };
        let w = w.with("round", name).with("raters", agreement.raters).with("cells", agreement.compared);
        notes.push(text.say(&w));
    }
    table(text.get("report-rounds"), columns, rows, notes)
}

fn question(project: &Project, round: &Round, text: &Text) -> Cell {
    let name = match round.question {
        Question::Prio => return Cell::text(text.get("report-prio")),
        Question::Score(id) => project.decision.criterion(id).map(|(_, criterion)| criterion.shown_name()),
    };
    match name {
        Some(Value::Text(name)) => Cell::text(name),
        _ => Cell::text(text.get("unnamed")),
    }
}

fn votes(round: &Round, cell: CellKey, text: &Text) -> String {
    let given = round.participants.iter().filter_map(|person| {
        let vote = round.vote(person.id, cell)?;
        Some(format!("{}: {vote}", shown(&person.name, text)))
    });
    given.collect::<Vec<_>>().join("; ")
}
