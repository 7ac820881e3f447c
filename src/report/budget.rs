//! Scenarios as tables: what comes of each, where the money goes, what stands idle, the curve, and what moves it.

use super::channels::rounded;
use super::plan::{money, plain, said, spread};
use super::{Align, Cell, Column, Table};
use crate::analysis::budget::{Outlook, outlooks, tornado};
use crate::analysis::coverage::name_of;
use crate::project::{Message, Project, ReachKey};
use crate::text::Text;

/// The tables of the scenarios; one that says so where there is none.
pub(super) fn tables(project: &Project, text: &Text) -> Vec<Table> {
    // Nobody gives it up here.
    let found = outlooks(project, || false).unwrap_or_default();
    let writer = Writer { project, text, found: &found };
    if found.is_empty() {
        let notes = vec![text.get("budget-empty-title").to_owned()];
        return vec![Table { notes, ..writer.scenarios() }];
    }
    vec![writer.scenarios(), writer.shares(), writer.idle(), writer.curves(), writer.tornados()]
}

struct Writer<'a> {
    project: &'a Project,
    text: &'a Text,
    found: &'a [Outlook],
}

impl Writer<'_> {
    fn left(&self, key: &str, width: f64) -> Column {
        Column::new(self.text.get(key), Align::Left, width)
    }

    fn right(&self, key: &str) -> Column {
        Column::new(self.text.get(key), Align::Right, 14.0)
    }

    fn name(&self, outlook: &Outlook) -> Cell {
        let scenario = self.project.plan.scenario(outlook.scenario);
        Cell::text(scenario.map(|(_, one)| self.text.value(&one.shown_name())).unwrap_or_default())
    }

    fn pair(&self, outlook: &Outlook, key: ReachKey) -> Vec<Cell> {
        let channel = self.project.channel(key.channel).map(|(_, channel)| self.text.value(&channel.shown_name()));
        let segment = self.text.value(&name_of(self.project, key.customer));
        vec![self.name(outlook), Cell::text(segment), Cell::text(channel.unwrap_or_default())]
    }

    fn scenarios(&self) -> Table {
        let columns = vec![
            self.left("report-scenario", 22.0),
            self.right("budget-money"),
            self.right("report-months"),
            self.right("report-contribution-low"),
            self.right("budget-contribution"),
            self.right("report-contribution-high"),
            self.right("budget-fixed-cost"),
            self.right("budget-after-fixed"),
            self.right("budget-spent"),
            self.right("report-sales-total"),
            self.right("budget-marginal-name"),
            self.left("report-note", 60.0),
        ];
        let amount = |amount: f64| self.text.money(amount, &self.project.currency);
        let count = |count: f64| self.text.figure(count);
        let row = |outlook: &Outlook| {
            let problem = &outlook.problem;
            let mut row = vec![self.name(outlook), Cell::Money(problem.budget), Cell::Number(problem.months, 1)];
            match &outlook.solved {
                Ok(found) => {
                    row.extend(spread(Some(found.contribution)));
                    row.push(money(Some(found.fixed_cost)));
                    row.push(money(Some(found.contribution.likely - found.fixed_cost)));
                    row.push(money(Some(found.spent)));
                    row.push(money(Some(found.sales)));
                    row.push(Cell::Number(rounded(found.marginal), 4));
                    row.push(found.unspent.map_or(Cell::Blank, |why| Cell::text(self.text.get(why.key()))));
                }
                Err(unsolved) => {
                    row.extend(std::iter::repeat_n(Cell::Blank, 8));
                    let clashes = unsolved.messages(self.project, amount, count);
                    let words: Vec<_> = clashes.iter().map(|message| self.text.say(message)).collect();
                    row.push(Cell::text(words.join(" ")));
                }
            }
            row
        };
        let notes = vec![self.text.get("report-budget-note").to_owned()];
        plain(self.text.get("report-scenarios-tab"), columns, self.found.iter().map(row).collect(), notes)
    }

    fn pair_columns(&self) -> Vec<Column> {
        vec![self.left("report-scenario", 22.0), self.left("report-segment", 26.0), self.left("report-channel", 26.0)]
    }

    fn shares(&self) -> Table {
        let mut columns = self.pair_columns();
        columns.extend(
            [
                "budget-column-least",
                "budget-column-most",
                "budget-column-contacts",
                "budget-column-money",
                "budget-column-contribution",
            ]
            .map(|key| self.right(key)),
        );
        columns.push(self.left("report-note", 24.0));
        let mut rows = Vec::new();
        for outlook in self.found {
            let Ok(found) = &outlook.solved else { continue };
            for (pair, share) in outlook.problem.pairs.iter().zip(&found.shares).filter(|(_, one)| one.contacts > 0.0) {
                let mut row = self.pair(outlook, pair.key);
                row.push(if pair.least > 0.0 { Cell::Number(pair.least, 0) } else { Cell::Blank });
                row.push(pair.most.map_or(Cell::Blank, |most| Cell::Number(most, 0)));
                row.push(Cell::Number(rounded(share.contacts), 1));
                row.push(money(Some(share.money)));
                row.push(money(Some(share.contribution)));
                row.push(if share.at_most {
                    Cell::text(self.text.get("budget-at-most"))
                } else if share.at_least {
                    Cell::text(self.text.get("budget-at-least"))
                } else {
                    Cell::Blank
                });
                rows.push(row);
            }
        }
        plain(self.text.get("report-allocation-tab"), columns, rows, Vec::new())
    }

    fn idle(&self) -> Table {
        let mut columns = self.pair_columns();
        columns.push(self.left("budget-column-why", 50.0));
        let mut rows = Vec::new();
        for outlook in self.found {
            let Ok(found) = &outlook.solved else { continue };
            for (key, why) in outlook.problem.idle(found) {
                let mut row = self.pair(outlook, key);
                row.push(said(self.text, &why.message()));
                rows.push(row);
            }
        }
        plain(self.text.get("report-idle-tab"), columns, rows, Vec::new())
    }

    fn curves(&self) -> Table {
        let columns =
            vec![self.left("report-scenario", 22.0), self.right("budget-money"), self.right("budget-contribution")];
        let mut rows = Vec::new();
        for outlook in self.found {
            for point in outlook.curve.iter().flat_map(|curve| &curve.points) {
                rows.push(vec![self.name(outlook), money(Some(point.budget)), money(Some(point.contribution))]);
            }
        }
        plain(self.text.get("report-curve-tab"), columns, rows, Vec::new())
    }

    fn tornados(&self) -> Table {
        let columns = vec![
            self.left("report-scenario", 22.0),
            self.left("report-input", 44.0),
            self.right("report-input-low"),
            self.right("report-input-high"),
            self.right("report-at-low"),
            self.right("report-at-high"),
        ];
        let mut rows = Vec::new();
        for outlook in self.found {
            let Ok(found) = &outlook.solved else { continue };
            for bar in tornado(self.project, &outlook.problem, found).bars {
                let input = |value| if bar.is_share { Cell::Percent(value) } else { Cell::Money(value) };
                rows.push(vec![
                    self.name(outlook),
                    said(self.text, &bar.input),
                    input(bar.range.low),
                    input(bar.range.high),
                    money(Some(bar.at_low)),
                    money(Some(bar.at_high)),
                ]);
            }
        }
        let note = Message::new("report-tornado-note");
        plain(self.text.get("report-tornado-tab"), columns, rows, vec![self.text.say(&note)])
    }
}
