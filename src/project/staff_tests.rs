use super::*;
use crate::project::{Axis, Command, Duty, DutyKey, DutyPart, Handling, Of, Segment, check};

/// Two roles, a task, a segment, two territories with an account each, and what connects them.
fn worked() -> (Project, TeamRole, Task, Segment, [Territory; 2], [Account; 2]) {
    let (role, other, task) = (TeamRole::new("Seller"), TeamRole::new("Caller"), Task::new("Book meetings"));
    let customer = Segment::new("Banks");
    let territories = ["Kari", "Jonas"].map(Territory::new);
    let accounts = [0, 1].map(|at: usize| Account { territory: Some(territories[at].id), ..Account::new("Bank") });
    let mut project = Project::default();
    let entries = vec![Entry::Role(role.clone()), Entry::Task(task.clone()), Entry::Role(other)];
    let more = territories.iter().cloned().map(Entry::Territory).collect();
    let duty = Of::Duty(DutyKey { role: role.id, task: task.id });
    let handling = Of::Handling(HandlingKey { role: role.id, customer: customer.id });
    Command::All(vec![
        Command::AddSegments { axis: Axis::Customer, at: 0, segments: vec![customer.clone()] },
        Staff::Add { at: usize::MAX, entries }.into(),
        Staff::Add { at: usize::MAX, entries: more }.into(),
        Staff::Add { at: 0, entries: accounts.iter().cloned().map(Entry::Account).collect() }.into(),
        Command::set(duty, "part", DutyPart::Responsible),
        Command::set(handling, "share", 0.5),
    ])
    .apply(&mut project)
    .expect("sound");
    (project, role, task, customer, territories, accounts)
}

#[test]
fn entries_stand_in_the_order_given() {
    let (project, ..) = worked();
    let names: Vec<_> = project.team.roles.iter().map(|role| role.name.to_string()).collect();
    assert_eq!(names, ["Seller", "Caller"]);
    assert_eq!(check(&project), Ok(()));
}

#[test]
fn what_goes_takes_along_what_refers_to_it() {
    let (mut project, role, task, customer, territories, accounts) = worked();
    let before = project.clone();
    Command::from(Staff::Remove(vec![TeamId::Territory(territories[0].id)])).apply(&mut project).expect("it is there");
    assert_eq!(project.team.accounts[0].territory, None);
    assert_eq!(project.team.accounts[1].territory, Some(territories[1].id));
    Command::from(Staff::Remove(vec![TeamId::Task(task.id)])).apply(&mut project).expect("it is there");
    assert!(project.team.duties.is_empty() && project.team.handlings.len() == 1);
    Command::RemoveSegments { axis: Axis::Customer, ids: vec![customer.id] }.apply(&mut project).expect("it is there");
    assert!(project.team.handlings.is_empty());
    assert_eq!(check(&project), Ok(()));

    let mut project = before;
    Command::from(Staff::Remove(vec![TeamId::Role(role.id)])).apply(&mut project).expect("it is there");
    assert!(project.team.duties.is_empty() && project.team.handlings.is_empty() && project.team.roles.len() == 1);
    let gone = Command::from(Staff::Assign(vec![(accounts[0].id, Some(TerritoryId::random()))]));
    let untouched = project.clone();
    assert!(gone.apply(&mut project).is_err() && project == untouched);
}

#[test]
fn a_copied_segment_is_handled_alike() {
    let (mut project, role, _, customer, ..) = worked();
    let copy = Segment::new("Insurers");
    let command = Command::DuplicateSegment { axis: Axis::Customer, id: customer.id, copy: copy.clone() };
    command.apply(&mut project).expect("it is there");
    let key = HandlingKey { role: role.id, customer: copy.id };
    assert_eq!(project.team.handling(key), Handling { share: Some(0.5), hours_per_contact: None });
}

#[test]
fn faults() {
    let (mut project, role, .., accounts) = worked();
    let twice = Command::from(Staff::Add { at: 0, entries: vec![Entry::Role(role.clone())] });
    let id = TeamId::Role(role.id);
    assert_eq!(twice.apply(&mut project), Err(Fault::DuplicateEntryId(id).into()));
    let far = Command::set(Of::Account(accounts[0].id), "latitude", 91.0);
    assert!(matches!(far.apply(&mut project), Err(CommandError::Fault(Fault::OffMap(_, 90)))));
    let south = Command::set(Of::Account(accounts[0].id), "longitude", -179.5);
    assert_eq!(south.apply(&mut project), Ok(()));
    let nobody = HandlingKey { role: crate::project::RoleId::random(), customer: project.matrix.customers[0].id };
    assert!(Command::set(Of::Handling(nobody), "share", 0.5).apply(&mut project).is_err());
    let blank = DutyKey { role: role.id, task: project.team.tasks[0].id };
    Command::set(Of::Duty(blank), "part", DutyPart::None).apply(&mut project).expect("it is there");
    assert!(project.team.duties.is_empty() && project.team.duty(blank) == Duty::default());
}
