//! What a team does next, and the findings that it has set aside.

use std::collections::HashSet;
use std::sync::Arc;

use imbl::{OrdMap, Vector};
use jiff::civil::Date;

use super::field::{Kind, Record, Table, Wrong, at, choice, field_name, options, table};
use super::lookup::{channel_place, criterion_place, place, scenario_place};
use super::{About, Axis, CommandError, Fault, Project, StepId};

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

/// One change of next steps or of findings set aside.
#[derive(Debug, Clone, PartialEq)]
pub enum AgendaEdit {
    /// Sets a finding aside, or changes why.
    SetAside {
        finding: FindingKey,
        reason: Arc<str>,
    },
    /// Opens findings again.
    BringBack(Vec<FindingKey>),
    /// Inserts steps before the place `at`; a place past the end means the end.
    AddSteps {
        at: usize,
        steps: Vec<NextStep>,
    },
    /// Moves a step to the place `to` in the list without it; past the end means the end.
    MoveStep {
        id: StepId,
        to: usize,
    },
    /// Says what a step is about.
    AimStep {
        id: StepId,
        about: About,
    },
    RemoveSteps(Vec<StepId>),
}

impl AgendaEdit {
    /// The key of its name in the text catalogue.
    pub(super) fn key(&self) -> &'static str {
        match self {
            Self::SetAside { .. } => "command-set-aside",
            Self::BringBack(_) => "command-bring-back",
            Self::AddSteps { .. } => "command-add-step",
            Self::MoveStep { .. } => "command-move-step",
            Self::AimStep { .. } => "command-aim-step",
            Self::RemoveSteps(_) => "command-remove-step",
        }
    }

    pub(super) fn apply(&self, project: &mut Project) -> Result<(), CommandError> {
        match self {
            Self::SetAside { finding, reason } => {
                known(project, finding.about)?;
                let new = SetAside { reason: reason.clone() };
                if project.agenda.set_aside.get(finding) != Some(&new) {
                    project.agenda.set_aside.insert(finding.clone(), new);
                }
            }
            Self::BringBack(findings) => {
                for finding in findings {
                    project.agenda.set_aside.remove(finding);
                }
            }
            Self::AddSteps { at, steps } => return add_steps(project, *at, steps),
            Self::MoveStep { id, to } => {
                let place = step_place(project, *id)?;
                let steps = &mut project.agenda.steps;
                let to = (*to).min(steps.len() - 1);
                if place != to {
                    let step = steps.remove(place);
                    steps.insert(to, step);
                }
            }
            Self::AimStep { id, about } => {
                known(project, *about)?;
                let place = step_place(project, *id)?;
                if project.agenda.steps[place].about != *about {
                    project.agenda.steps[place].about = *about;
                }
            }
            Self::RemoveSteps(ids) => {
                ids.iter().try_for_each(|id| step_place(project, *id).map(|_| ()))?;
                project.agenda.steps.retain(|step| !ids.contains(&step.id));
            }
        }
        Ok(())
    }
}

pub(super) fn step_place(project: &Project, id: StepId) -> Result<usize, CommandError> {
    project.agenda.step(id).map(|(place, _)| place).ok_or(Fault::UnknownStep(id).into())
}

/// Everything that it is about is there.
fn known(project: &Project, about: About) -> Result<(), CommandError> {
    let About { product, customer, channel, criterion, scenario } = about;
    product.map_or(Ok(0), |id| place(project, Axis::Product, id))?;
    customer.map_or(Ok(0), |id| place(project, Axis::Customer, id))?;
    channel.map_or(Ok(0), |id| channel_place(project, id))?;
    criterion.map_or(Ok(0), |id| criterion_place(project, id))?;
    scenario.map_or(Ok(0), |id| scenario_place(project, id))?;
    Ok(())
}

fn add_steps(project: &mut Project, at: usize, steps: &[NextStep]) -> Result<(), CommandError> {
    let mut ids: HashSet<_> = project.agenda.steps.iter().map(|step| step.id).collect();
    for step in steps {
        NextStep::TABLE.check(step)?;
        known(project, step.about)?;
        if !ids.insert(step.id) {
            return Err(Fault::DuplicateStep(step.id).into());
        }
    }
    let list = &mut project.agenda.steps;
    let tail = list.split_off(at.min(list.len()));
    list.extend(steps.iter().cloned());
    list.append(tail);
    Ok(())
}

/// After something has been removed: drops what was set aside about it; steps about it stay, without it.
pub(super) fn drop_unknown(project: &mut Project) {
    let gone: Vec<_> =
        (project.agenda.set_aside.keys()).filter(|finding| known(project, finding.about).is_err()).cloned().collect();
    for finding in &gone {
        project.agenda.set_aside.remove(finding);
    }
    for at in 0..project.agenda.steps.len() {
        let about = project.agenda.steps[at].about;
        if known(project, about).is_err() {
            project.agenda.steps[at].about = what_is_left(project, about);
        }
    }
}

/// Those parts that are there.
fn what_is_left(project: &Project, about: About) -> About {
    let is_there = |part: About| known(project, part).is_ok();
    let About { product, customer, channel, criterion, scenario } = about;
    About {
        product: product.filter(|id| is_there(About::product(*id))),
        customer: customer.filter(|id| is_there(About::customer(*id))),
        channel: channel.filter(|id| is_there((*id).into())),
        criterion: criterion.filter(|id| is_there((*id).into())),
        scenario: scenario.filter(|id| is_there((*id).into())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{CellKey, Command, Decide, Of, Segment};

    fn project() -> (Project, CellKey) {
        let (product, customer) = (Segment::new("Advice"), Segment::new("Banks"));
        let cell = CellKey { product: product.id, customer: customer.id };
        let mut project = Project::default();
        for (axis, segment) in [(Axis::Product, product), (Axis::Customer, customer)] {
            let add = Command::AddSegments { axis, at: 0, segments: vec![segment] };
            add.apply(&mut project).expect("new");
        }
        (project, cell)
    }

    #[test]
    fn steps_come_move_and_go() {
        let (mut project, cell) = project();
        let steps: Vec<_> = ["call", "visit", "write"].map(NextStep::new).into();
        let [call, visit, _] = [0, 1, 2].map(|at| steps[at].id);
        let apply = |project: &mut Project, edit| Command::Agenda(edit).apply(project);
        apply(&mut project, AgendaEdit::AddSteps { at: 9, steps: steps.clone() }).expect("new");
        let twice = AgendaEdit::AddSteps { at: 0, steps: steps.clone() };
        assert_eq!(apply(&mut project, twice), Err(Fault::DuplicateStep(call).into()));
        apply(&mut project, AgendaEdit::MoveStep { id: call, to: 9 }).expect("known");
        apply(&mut project, AgendaEdit::AimStep { id: call, about: cell.into() }).expect("known");
        Command::set(Of::Step(call), "who", "Kari").apply(&mut project).expect("known");
        Command::set(Of::Step(call), "by", "2026-09-01").apply(&mut project).expect("a date");
        for wrong in ["2026-09-31", "1.9.2026", "2026-09-01T10:00", "soon"] {
            let set = Command::set(Of::Step(call), "by", wrong);
            assert_eq!(set.apply(&mut project), Err(Fault::Date.into()), "{wrong}");
        }
        apply(&mut project, AgendaEdit::RemoveSteps(vec![visit])).expect("known");
        let told: Vec<_> = project.agenda.steps.iter().map(|step| (&*step.what, &*step.who)).collect();
        assert_eq!(told, [("write", ""), ("call", "Kari")]);
        let gone = Command::RemoveSegments { axis: Axis::Product, ids: vec![cell.product] };
        gone.apply(&mut project).expect("known");
        assert_eq!(project.agenda.steps[1].about, About::customer(cell.customer));
    }

    #[test]
    fn what_is_set_aside_goes_with_what_it_is_about() {
        let (mut project, cell) = project();
        let finding = FindingKey { code: "any".into(), about: cell.into() };
        let aside = AgendaEdit::SetAside { finding: finding.clone(), reason: "known".into() };
        Command::Agenda(aside.clone()).apply(&mut project).expect("known");
        assert_eq!(&*project.agenda.set_aside[&finding].reason, "known");
        Command::Agenda(AgendaEdit::BringBack(vec![finding])).apply(&mut project).expect("known");
        assert!(project.agenda.set_aside.is_empty());
        Command::Agenda(aside.clone()).apply(&mut project).expect("known");
        let gone = Command::RemoveSegments { axis: Axis::Customer, ids: vec![cell.customer] };
        gone.apply(&mut project).expect("known");
        assert!(project.agenda.set_aside.is_empty());
        assert!(Command::Agenda(aside).apply(&mut project).is_err(), "the cell is gone");
        let criteria = Command::from(Decide::RemoveCriteria(Vec::new()));
        criteria.apply(&mut project).expect("nothing to remove");
    }
}
