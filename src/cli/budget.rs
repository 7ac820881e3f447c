//! `nisje budget FILE --budget N`

use std::io::Write;
use std::path::PathBuf;

use clap::Args;

use crate::project::{Fault, Message, Scenario, check_scenario};
use crate::report;

use super::outcome::Outcome;
use super::say;
use super::speech::Speech;

#[derive(Debug, Args)]
pub(super) struct Arguments {
    /// The project file
    file: PathBuf,
    /// The money for contacts over the period, in the project's currency: 250000, 250k, "2.5 mill"
    #[arg(long, value_name = "AMOUNT", allow_negative_numbers = true)]
    budget: String,
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

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let Arguments { file, budget, months, scenario, print, speech } = arguments;
    let text = speech.text();
    say::about_project(file, &text, |source| {
        let mut asked = Scenario::new("");
        if let Some(wanted) = scenario {
            let named = source.project.plan.scenarios.iter().find(|one| one.name.trim() == wanted.trim());
            let missing = || say::about(file, None, Message::new("cli-no-scenario").with("name", wanted.as_str()));
            asked = named.ok_or_else(missing)?.clone();
        }
        let amount = text.parse_amount(budget, &source.project.currency)?;
        if let Some(read_as) = &amount.read_as {
            let _ = writeln!(std::io::stderr(), "{}", text.say(read_as));
        }
        asked.budget = amount.single()?;
        asked.months = months.unwrap_or(asked.months);
        check_scenario(&asked).map_err(Fault::message)?;
        let (blocks, solved) = report::budget(source, &asked);
        let Err(clashes) = solved else { return Ok(say::document(&source.document(blocks), *print)) };
        if print.json {
            say::document(&source.document(blocks), *print);
            return Ok(Outcome::Failed);
        }
        let words: Vec<String> = clashes.iter().map(|message| text.say(message)).collect();
        Err(Message::new("cli-clash").with("clashes", words.join(" ")))
    })
}
