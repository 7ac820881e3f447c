//! Edits of the team.

use nisje::project::{
    Account, Axis, DutyKey, Entry, FollowUp, HandlingKey, Of, Project, Staff, Task, TeamId, TeamRole, Territory,
};

use super::{Edit, letters};

impl Edit {
    /// A role, a task … of the team; now and then one that isn't there.
    fn team_id(&self, project: &Project, kind: usize, pick: usize) -> TeamId {
        fn some<T: Clone, I>(list: &imbl::Vector<T>, pick: usize, id: fn(&T) -> I, other: I) -> I {
            list.get(pick % (list.len() + 1)).map_or(other, id)
        }
        let (team, other) = (&project.team, letters(self.seed));
        match kind % 5 {
            0 => TeamId::Role(some(&team.roles, pick, |one| one.id, other.parse().expect("8 letters"))),
            1 => TeamId::Task(some(&team.tasks, pick, |one| one.id, other.parse().expect("8 letters"))),
            2 => TeamId::FollowUp(some(&team.follow_ups, pick, |one| one.id, other.parse().expect("8 letters"))),
            3 => TeamId::Territory(some(&team.territories, pick, |one| one.id, other.parse().expect("8 letters"))),
            _ => TeamId::Account(some(&team.accounts, pick, |one| one.id, other.parse().expect("8 letters"))),
        }
    }

    pub(super) fn of_team(&self, project: &Project, kind: usize) -> Of {
        let [_, second, third, ..] = self.picks;
        let TeamId::Role(role) = self.team_id(project, 0, second) else { return Of::Sizing };
        match (kind, self.team_id(project, kind, second), self.team_id(project, 1, third)) {
            (5, ..) => Of::Handling(HandlingKey { role, customer: self.segment(project, Axis::Customer, third) }),
            (6, _, TeamId::Task(task)) => Of::Duty(DutyKey { role, task }),
            (7, ..) => Of::Sizing,
            (_, TeamId::Role(id), _) => Of::Role(id),
            (_, TeamId::Task(id), _) => Of::Task(id),
            (_, TeamId::FollowUp(id), _) => Of::FollowUp(id),
            (_, TeamId::Territory(id), _) => Of::Territory(id),
            (_, TeamId::Account(id), _) => Of::Account(id),
        }
    }

    /// Something of the team that comes, goes, moves or changes hands.
    pub(super) fn staff(&self, project: &Project) -> Staff {
        let [first, second, third, fourth, fifth] = self.picks;
        let name = self.text.as_str();
        let id = self.team_id(project, second, third);
        let territory = match self.team_id(project, 3, fifth) {
            TeamId::Territory(id) if fifth % 3 != 0 => Some(id),
            _ => None,
        };
        match first % 5 {
            0 | 1 => {
                let number = Some(self.figure);
                let other = letters(self.seed);
                let entry = match second % 5 {
                    0 => Entry::Role(TeamRole {
                        id: other.parse().expect("8 letters"),
                        people: number,
                        ..TeamRole::new(name)
                    }),
                    1 => Entry::Task(Task { id: other.parse().expect("8 letters"), ..Task::new(name) }),
                    2 => Entry::FollowUp(FollowUp { id: other.parse().expect("8 letters"), ..FollowUp::new(name) }),
                    3 => Entry::Territory(Territory { latitude: number, ..Territory::new(name) }),
                    _ => Entry::Account(Account { workload: number, territory, ..Account::new(name) }),
                };
                Staff::Add { at: fourth % 4, entries: vec![entry] }
            }
            2 => Staff::Move { id, to: fourth % 5 },
            3 => {
                let accounts = project.team.accounts.iter().skip(third % 3).take(fourth % 4);
                Staff::Assign(accounts.map(|account| (account.id, territory)).collect())
            }
            _ => Staff::Remove(vec![id]),
        }
    }
}
