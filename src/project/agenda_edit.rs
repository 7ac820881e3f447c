//! Every way in which next steps and findings set aside change.

use std::collections::HashSet;
use std::sync::Arc;

use super::field::Record;
use super::lookup::{channel_place, criterion_place, place, scenario_place};
use super::{About, Axis, CommandError, Fault, FindingKey, NextStep, Project, SetAside, StepId};

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
