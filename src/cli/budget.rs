//! `nisje budget FILE --budget N`

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use crate::analysis::budget::{Answer, Goal, NoAnswer, Problem, Question};
use crate::project::{Fault, Message, Project, Scenario, check_scenario};
use crate::report;
use crate::text::Text;

use super::outcome::Outcome;
use super::say;
use super::speech::Speech;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The project file
    file: PathBuf,
    /// The money for contacts over the period, in the project's currency: 250000, 250k, "2.5 mill"
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true, required_unless_present = "question")]
    budget: Option<String>,
    #[command(flatten)]
    sought: Sought,
    /// The period in months; the scenario's, or 12
    #[arg(long, value_name = "MONTHS")]
    months: Option<f64>,
    /// Keep the limits of that scenario of the file; by default there are none
    #[arg(long, value_name = "NAME")]
    scenario: Option<String>,
    #[command(flatten)]
    print: say::Print,
    #[command(flatten)]
    speech: Speech,
}

/// What the budget is sought for, in place of one that is given.
#[derive(Debug, Args)]
#[group(id = "question", multiple = false, conflicts_with = "budget")]
struct Sought {
    /// Find the least money that leaves so much after fixed costs
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    for_contribution: Option<String>,
    /// Find the least money that sells for so much
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    for_sales: Option<String>,
    /// Find the least money that closes so many sales
    #[arg(long, value_name = "NUMBER", allow_negative_numbers = true)]
    for_customers: Option<String>,
    /// Find the most money of which each unit still leaves so much; 0 where it only has to pay for itself
    #[arg(long, value_name = "RETURN", allow_negative_numbers = true)]
    worth: Option<String>,
}

impl Sought {
    fn question(&self, text: &Text, project: &Project) -> Result<Option<Question>, Message> {
        let Self { for_contribution, for_sales, for_customers, worth } = self;
        let read = |typed: &Option<String>| {
            let typed = typed.as_deref().map(|typed| amount(typed, text, project)).transpose()?;
            if typed.is_some_and(|amount| amount < 0.0) { Err(Message::new("goal-not-a-number")) } else { Ok(typed) }
        };
        let goals = [
            read(for_contribution)?.map(Goal::Contribution),
            read(for_sales)?.map(Goal::Sales),
            read(for_customers)?.map(Goal::Customers),
        ];
        let least = goals.into_iter().flatten().map(Question::Least).next();
        Ok(least.or(read(worth)?.map(Question::Worth)))
    }
}

/// An amount as it was typed; how an ambiguous one was read is said.
fn amount(typed: &str, text: &Text, project: &Project) -> Result<f64, Message> {
    let amount = text.parse_amount(typed, &project.currency)?;
    if let Some(read_as) = &amount.read_as {
        let _ = writeln!(std::io::stderr(), "{}", text.say(read_as));
    }
    amount.single()
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Arguments { file, budget, sought, months, scenario, print, speech } = arguments;
    let text = speech.text();
    say::about_project(file, &text, |source| {
        let mut asked = Scenario::new("");
        if let Some(wanted) = scenario {
            let named = source.project.plan.scenarios.iter().find(|one| one.name.trim() == wanted.trim());
            let missing = || say::about(file, None, Message::new("cli-no-scenario").with("name", wanted.as_str()));
            asked = named.ok_or_else(missing)?.clone();
        }
        if let Some(budget) = budget {
            asked.budget = amount(budget, &text, source.project)?;
        }
        asked.months = months.unwrap_or(asked.months);
        check_scenario(&asked).map_err(Fault::message)?;
        let problem = Problem::of(source.project, &source.analysis.matrix, &asked);
        let (problem, found) = match sought.question(&text, source.project)? {
            None => {
                let found = problem.solve();
                (problem, found)
            }
            Some(question) => match question.answer(&problem) {
                Ok(Answer { budget, problem, allocation }) => {
                    asked.budget = budget;
                    (problem, Ok(allocation))
                }
                Err(NoAnswer::Unsolved(unsolved)) => (problem, Err(unsolved)),
                Err(NoAnswer::OutOfReach(most)) => {
                    return Err(Message::new("goal-out-of-reach").with("most", text.figure(most)));
                }
                Err(NoAnswer::Boundless(pairs)) => {
                    return Err(Message::new("goal-boundless").with("count", pairs.len()));
                }
            },
        };
        let (blocks, solved) = report::budget(source, &asked, &problem, &found);
        let Err(clashes) = solved else { return Ok(say::document(&source.document(blocks), *print)) };
        if print.json {
            say::document(&source.document(blocks), *print);
            return Ok(Outcome::Failed);
        }
        let words: Vec<String> = clashes.iter().map(|message| text.say(message)).collect();
        Err(Message::new("cli-clash").with("clashes", words.join(" ")))
    })
}
