//! What a team does next, and the findings that it has set aside.

use std::sync::Arc;

use imbl::{OrdMap, Vector};
use jiff::civil::Date;

use super::field::{Kind, Record, Table, Wrong, at, choice, field_name, options, table};
use super::{About, Fault, StepId};

/// Whether a next step has been taken.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Progress {
    #[default]
    Open,
    Done,
}

options!(Progress { Open => "step-open", Done => "step-done" });

/// Something to do: what, who, by when, and for which cell, segment or channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NextStep {
    /// Unique among the next steps.
    pub id: StepId,
    pub what: Arc<str>,
    pub who: Arc<str>,
    /// The last day, as in `2026-09-01`.
    pub by: Option<Arc<str>>,
    pub progress: Progress,
    pub about: About,
}

impl Record for NextStep {
    const TABLE: &'static Table<Self> = table! {
        ids ["id"],
        "what" (Always) => Kind::Text(at!(what)),
        "who" => Kind::Text(at!(who)),
        "by" => Kind::Note(at!(by)),
        "progress" => choice!(progress: Progress),
        rest ["product", "customer", "channel", "criterion", "scenario"],
        rule |step| match step.date() {
            None if step.by.is_some() => Err(Wrong { fault: Fault::Date, field: "by", end: None }),
            _ => Ok(()),
        }
    };
}

impl NextStep {
    /// An open step without a date, with a new id.
    pub fn new(what: impl Into<Arc<str>>) -> Self {
        Self {
            id: StepId::random(),
            what: what.into(),
            who: "".into(),
            by: None,
            progress: Progress::Open,
            about: About::PROJECT,
        }
    }

    pub fn is_done(&self) -> bool {
        self.progress == Progress::Done
    }

    /// The last day; none when there is none or it isn't a date.
    pub fn date(&self) -> Option<Date> {
        let by = self.by.as_deref()?;
        // The parser takes other forms too, which would not sort.
        by.parse::<Date>().ok().filter(|date| date.to_string() == by)
    }
}

/// A finding by the code of its kind and what it is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FindingKey {
    /// A code that no source of findings has is kept: a newer version may have it.
    pub code: Arc<str>,
    pub about: About,
}

/// Why a finding has been set aside.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SetAside {
    pub reason: Arc<str>,
}

impl Record for SetAside {
    const TABLE: &'static Table<Self> = table! {
        ids ["finding", "product", "customer", "channel", "criterion", "scenario"],
        "reason" => Kind::Text(at!(reason)),
        rest []
    };
}

/// Next steps, and findings set aside. Clones share what they have in common.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Agenda {
    /// In the team's order.
    pub steps: Vector<NextStep>,
    /// Also of findings that are gone: they stay set aside when they come back.
    pub set_aside: OrdMap<FindingKey, SetAside>,
}

impl Agenda {
    /// The step with that id and its place in the list. Cost: linear in the steps.
    pub fn step(&self, id: StepId) -> Option<(usize, &NextStep)> {
        self.steps.iter().enumerate().find(|(_, step)| step.id == id)
    }

    /// Equal content. Skips what the two share.
    pub fn is_same(&self, other: &Self) -> bool {
        (self.steps.ptr_eq(&other.steps) || self.steps == other.steps)
            && self.set_aside.len() == other.set_aside.len()
            && self.set_aside.diff(&other.set_aside).next().is_none()
    }
}
