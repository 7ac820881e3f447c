use proptest::prelude::*;
use proptest::sample::Index;

use crate::project::{
    Account, Axis, Duty, DutyKey, FieldValue, FollowUp, Handling, HandlingKey, Matrix, Project, Record, Shape, Sizing,
    Task, Team, TeamRole, Territory, Unit, check,
};

use super::tests::{id, read_text, written};

/// Any values for the fields of any record, taken in turn.
#[derive(Debug, Clone)]
pub(super) struct TeamSeed {
    values: Vec<(u64, String, bool)>,
    counts: [Index; 6],
}

pub(super) fn team() -> impl Strategy<Value = TeamSeed> {
    (prop::collection::vec((any::<u64>(), "\\PC{0,5}", any::<bool>()), 1..40), any::<[Index; 6]>())
        .prop_map(|(values, counts)| TeamSeed { values, counts })
}

impl TeamSeed {
    /// The record with its fields filled, some of them.
    fn filled<T: Record>(&self, mut record: T, turn: &mut usize) -> T {
        for field in T::TABLE.fields {
            *turn += 1;
            let (number, text, is_given) = &self.values[*turn % self.values.len()];
            if !is_given {
                continue;
            }
            let share = (number % 1001) as f64 / 1000.0;
            let value = match field.info().shape {
                Shape::Number(Unit::Share, _) => share.into(),
                Shape::Number(Unit::Latitude | Unit::Longitude, _) => (share * 180.0 - 90.0).into(),
                Shape::Number(..) => (share * 1e4 + 0.125).into(),
                Shape::Choice(options) => {
                    FieldValue::Choice(Some(options.names[*number as usize % options.names.len()]))
                }
                _ => text.as_str().into(),
            };
            field.set(&mut record, value).expect("a value of its kind");
        }
        record
    }

    pub(super) fn team(&self, matrix: &Matrix) -> Team {
        let mut turn = 0;
        let mut turn = || {
            turn += 7;
            turn
        };
        let count = |at: usize| self.counts[at].index(4);
        let roles: Vec<_> =
            (0..count(0)).map(|at| self.filled(TeamRole { id: id(at), ..TeamRole::new("") }, &mut turn())).collect();
        let tasks: Vec<_> =
            (0..count(1)).map(|at| self.filled(Task { id: id(at), ..Task::new("") }, &mut turn())).collect();
        let territories: Vec<_> =
            (0..count(2)).map(|at| self.filled(Territory { id: id(at), ..Territory::new("") }, &mut turn())).collect();
        let accounts: Vec<_> = (0..count(3))
            .map(|at| {
                let territory = territories.get(at).map(|one| one.id);
                self.filled(Account { id: id(at), territory, ..Account::new("") }, &mut turn())
            })
            .collect();
        let follow_ups: Vec<_> =
            (0..count(4)).map(|at| self.filled(FollowUp { id: id(at), ..FollowUp::new("") }, &mut turn())).collect();
        let pairs = roles.iter().zip(&tasks).map(|(role, task)| DutyKey { role: role.id, task: task.id });
        let duties = pairs.map(|key| (key, self.filled(Duty::default(), &mut turn()))).collect::<Vec<_>>();
        let customers = matrix.segments(Axis::Customer);
        let pairs = roles.iter().zip(customers).map(|(role, one)| HandlingKey { role: role.id, customer: one.id });
        let handlings = pairs.map(|key| (key, self.filled(Handling::default(), &mut turn()))).collect::<Vec<_>>();
        Team {
            sizing: self.filled(Sizing::default(), &mut turn()),
            roles: roles.into(),
            tasks: tasks.into(),
            duties: duties.into_iter().filter(|(_, duty)| !Duty::TABLE.is_blank(duty)).collect(),
            follow_ups: follow_ups.into(),
            handlings: handlings.into_iter().filter(|(_, one)| !Handling::TABLE.is_blank(one)).collect(),
            territories: territories.into(),
            accounts: accounts.into(),
        }
    }
}

#[test]
fn a_team_as_it_is_written() {
    let territory = Territory { id: id(1), latitude: Some(-33.5), ..Territory::new("Kari") };
    let account = Account { id: id(2), territory: Some(id(1)), workload: Some(40.0), ..Account::new("Bank") };
    let team = Team {
        sizing: Sizing { travel_speed: Some(60.0), ..Sizing::default() },
        roles: [TeamRole { id: id(3), people: Some(2.0), ..TeamRole::new("Seller") }].into_iter().collect(),
        territories: [territory].into_iter().collect(),
        accounts: [account, Account { id: id(4), ..Account::new("Clinic") }].into_iter().collect(),
        ..Team::default()
    };
    let project = Project { team, ..Project::default() };
    assert_eq!(check(&project), Ok(()));
    let expected = r#"  sizing: (travel_speed: 60.0),
  roles: [
    (
      id: "aaaaaaad",
      name: "Seller",
      people: 2.0,
    ),
  ],
  territories: [
    (id: "aaaaaaab", name: "Kari", latitude: -33.5),
  ],
  accounts: [
    (id: "aaaaaaac", name: "Bank", workload: 40.0, territory: "aaaaaaab"),
    (id: "aaaaaaae", name: "Clinic"),
  ],
)
"#;
    let source = written(&project);
    assert_eq!(&source[source.find("  sizing").expect("is there")..], expected);
    assert_eq!(read_text(&source), Ok(project));
}

#[test]
fn without_a_team_nothing_is_said_of_one() {
    let source = written(&Project::default());
    let lists = ["sizing", "roles", "tasks", "duties", "follow_ups", "handlings", "territories", "accounts"];
    assert!(lists.iter().all(|list| !source.contains(list)), "{source}");
}
