//! The table of a scenario: contacts, money and contribution by pair, with maximum and minimum, and why a pair is idle.

use std::collections::HashMap;

use eframe::egui::{Align, RichText, Role, Ui};

use crate::analysis::budget::{Idle, Outlook, Share, Unsolved};
use crate::analysis::coverage::name_of;
use crate::project::{About, Message, Of, Project, ReachKey, ScenarioId, Value};
use crate::ui::View;
use crate::ui::theme::{self, colors, icon};
use crate::ui::widgets::choices;
use crate::ui::widgets::columns::{self, FieldColumns};
use crate::ui::widgets::fields::Drafts;
use crate::ui::widgets::table::{self, Column, Rows, SortKey, Table, TableState};

/// The pairs listed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Listed {
    /// Pairs that get money.
    #[default]
    Used,
    /// Pairs that could get money and don't.
    Idle,
    /// Pairs that the scenario leaves out.
    Outside,
}

/// A row of the table.
#[derive(Debug, Clone)]
struct Line {
    key: ReachKey,
    /// The index among the problem's pairs; `None` for a pair that is left out.
    pair: Option<usize>,
    why: Option<Message>,
    /// Its minimum can't be kept.
    clashes: bool,
}

/// What the minimum of that pair clashes with.
fn clash(project: &Project, found: &Outlook, key: ReachKey) -> Option<Message> {
    let Err(Unsolved::Clash(clashes)) = &found.solved else { return None };
    project.plan.scenario(found.scenario)?.1.limits(key).least.filter(|least| *least > 0.0)?;
    let is_there = |About { customer, channel, .. }: About| {
        customer.is_none_or(|id| id == key.customer) && channel.is_none_or(|id| id == key.channel)
    };
    let clash = clashes.iter().find(|clash| is_there(clash.about()))?;
    Some(clash.message(project, |amount| Value::Money(amount, project.currency.clone()), Value::Number))
}

/// The rows of a scenario.
#[derive(Debug, Default)]
pub struct BudgetTable {
    rows: TableState,
    which: Listed,
    made_for: Option<(u64, ScenarioId, bool)>,
    lines: HashMap<u8, Vec<Line>>,
}

impl BudgetTable {
    fn lines(&self, which: Listed) -> &[Line] {
        self.lines.get(&(which as u8)).map_or(&[], Vec::as_slice)
    }

    /// Chooses the rows that are listed, each choice with their number.
    pub fn choices(&mut self, ui: &mut Ui, view: &View) {
        let text = view.text;
        let named =
            |which: Listed, key: &str| (which, format!("{} · {}", text.get(key), text.count(self.lines(which).len())));
        let items = [
            named(Listed::Used, "budget-used"),
            named(Listed::Idle, "budget-idle"),
            named(Listed::Outside, "budget-outside"),
        ];
        let items = [0, 1, 2].map(|at| (items[at].0, items[at].1.as_str()));
        if let Some(which) = choices(ui, Role::RadioButton, self.which, &items) {
            self.which = which;
        }
    }

    fn follow(&mut self, view: &View, found: &Outlook) {
        let made_for = Some((view.revision, found.scenario, view.analysis.budgets().is_old));
        if self.made_for == made_for {
            return;
        }
        self.made_for = made_for;
        self.lines.clear();
        let problem = &found.problem;
        let mut put = |which: Listed, line: Line| self.lines.entry(which as u8).or_default().push(line);
        if let Ok(allocation) = &found.solved {
            for (place, (pair, share)) in problem.pairs.iter().zip(&allocation.shares).enumerate() {
                if share.contacts > 0.0 {
                    let why = if share.at_most {
                        Some("budget-at-most")
                    } else if share.at_least {
                        Some("budget-at-least")
                    } else {
                        None
                    };
                    let why = why.map(Message::new);
                    put(Listed::Used, Line { key: pair.key, pair: Some(place), why, clashes: false });
                }
            }
            for (key, why) in problem.idle(allocation) {
                let outside = matches!(why, Idle::Outside(_));
                let which = if outside { Listed::Outside } else { Listed::Idle };
                let pair = if outside { None } else { problem.place(key) };
                put(which, Line { key, pair, why: Some(why.message()), clashes: false });
            }
        } else {
            for (place, pair) in problem.pairs.iter().enumerate() {
                let why = clash(view.project, found, pair.key);
                let clashes = why.is_some();
                put(Listed::Used, Line { key: pair.key, pair: Some(place), why, clashes });
            }
            for (key, why) in &problem.outside {
                let clash = clash(view.project, found, *key);
                let clashes = clash.is_some();
                let why = clash.or_else(|| Some(Idle::Outside(why.clone()).message()));
                put(Listed::Outside, Line { key: *key, pair: None, why, clashes });
            }
        }
    }

    /// Draws the table in the space that is left.
    pub fn ui(&mut self, ui: &mut Ui, view: &View, found: &Outlook, drafts: &mut Drafts) {
        self.follow(view, found);
        let text = view.text;
        let which = self.which;
        if self.lines(which).is_empty() {
            let key = match which {
                Listed::Used => "budget-nothing-used",
                Listed::Idle => "budget-nothing-idle",
                Listed::Outside => "budget-nothing-outside",
            };
            ui.label(RichText::new(text.get(key)).color(colors(ui).muted));
            return;
        }
        let Some(first) = self.lines(which).first() else { return };
        let fields = FieldColumns::of(Of::Limits(found.scenario, first.key), 2);
        let mut columns = vec![
            Column::text(text.get("budget-column-segment"), 112.0, 1.0).sorted(),
            Column::text(text.get("report-channel"), 112.0, 1.0).sorted(),
        ];
        columns.extend(fields.columns(view, 70.0, &[("least", "budget-column-least"), ("most", "budget-column-most")]));
        columns.extend([
            Column::number(text.get("funnel-contacts"), 80.0).sorted(),
            Column::number(text.get("budget-column-money"), 84.0).sorted(),
            Column::number(text.get("budget-column-contribution"), 104.0).sorted(),
            Column::text(text.get("budget-column-why"), 110.0, 1.0).sorted(),
        ]);
        let table = Table {
            salt: "budget table",
            name: text.get("channels-mode-budget"),
            columns: &columns,
            row: columns::ROW,
            made_for: view.revision ^ found.scenario.number().rotate_left(32) ^ ((which as u64) << 8),
            selects: false,
            keys: false,
            selected: None,
        };
        let lines = self.lines.get(&(which as u8)).map_or(&[][..], Vec::as_slice);
        table.show(ui, &mut self.rows, &mut Pairs { view, found, lines, fields, drafts });
    }
}

struct Pairs<'a> {
    view: &'a View<'a>,
    found: &'a Outlook,
    lines: &'a [Line],
    fields: FieldColumns,
    drafts: &'a mut Drafts,
}

impl Pairs<'_> {
    /// The pair's share of the money, if it gets any.
    fn share(&self, line: &Line) -> Option<&Share> {
        let share = self.found.solved.as_ref().ok()?.shares.get(line.pair?)?;
        (share.contacts > 0.0).then_some(share)
    }

    fn segment(&self, line: &Line) -> String {
        self.view.text.value(&name_of(self.view.project, line.key.customer))
    }

    fn channel(&self, line: &Line) -> &str {
        self.view.project.channel(line.key.channel).map_or("", |(_, channel)| self.view.text.name(&channel.name))
    }
}

impl Rows for Pairs<'_> {
    fn count(&self) -> usize {
        self.lines.len()
    }

    /// Fields have accessible names of their own.
    fn text(&self, row: usize, column: usize) -> String {
        let (Some(line), text) = (self.lines.get(row), self.view.text) else { return String::new() };
        let figure = |write: &dyn Fn(&Share) -> String| self.share(line).map_or_else(String::new, write);
        match (column, self.fields.behind(column)) {
            (0, _) => self.segment(line),
            (1, _) => self.channel(line).to_owned(),
            (_, None) => String::new(),
            (_, Some(0)) => figure(&|share| text.number(share.contacts, usize::from(share.contacts < 10.0))),
            (_, Some(1)) => figure(&|share| text.money(share.money, "")),
            (_, Some(2)) => figure(&|share| text.money(share.contribution, "")),
            _ => line.why.as_ref().map_or_else(String::new, |why| text.say(why)),
        }
    }

    fn cell(&mut self, ui: &mut Ui, row: usize, column: usize, align: Align) {
        let Some(line) = self.lines.get(row) else { return };
        let palette = colors(ui);
        if let Some(field) = self.fields.at(column) {
            let pair = format!("{}, {}", self.channel(line), self.segment(line));
            let of = Of::Limits(self.found.scenario, line.key);
            columns::field(ui, self.view, self.drafts, of, field, &pair, "–");
            return;
        }
        let words = self.text(row, column);
        match self.fields.behind(column) {
            Some(3) if line.clashes => {
                let words = format!("{} {words}", icon::WARNING);
                table::words(ui, &words, theme::small(), palette.warning, align);
            }
            Some(3) => table::words(ui, &words, theme::small(), palette.muted, align),
            _ => {
                let ink = if self.share(line).is_some() { palette.ink } else { palette.muted };
                table::words(ui, &words, theme::body(), ink, align);
            }
        }
    }

    fn key(&self, row: usize, column: usize) -> SortKey {
        let Some(line) = self.lines.get(row) else { return SortKey::None };
        let share = self.share(line);
        match self.fields.behind(column) {
            Some(0) => share.map(|share| share.contacts).into(),
            Some(1) => share.map(|share| share.money).into(),
            Some(2) => share.map(|share| share.contribution).into(),
            _ => SortKey::Text(self.text(row, column).to_lowercase()),
        }
    }
}
