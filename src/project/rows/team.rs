//! Checks of the team's rows.

use std::collections::HashSet;

use super::{Invalid, Known, Rows, each, keyed, listed};
use crate::project::field::Record;
use crate::project::{Axis, Fault, Sizing, TeamId};

impl Rows {
    pub(super) fn check_team(&self, known: &Known) -> Result<(), Invalid> {
        Sizing::TABLE.check(&self.sizing).map_err(|wrong| Invalid::from(wrong).under("sizing"))?;
        let twice = Fault::DuplicateEntryId;
        listed("roles", &self.roles, |role| role.id, |id| twice(TeamId::Role(id)))?;
        listed("tasks", &self.tasks, |task| task.id, |id| twice(TeamId::Task(id)))?;
        let roles: HashSet<_> = self.roles.iter().map(|role| role.id).collect();
        let tasks: HashSet<_> = self.tasks.iter().map(|task| task.id).collect();
        let role =
            |id| if roles.contains(&id) { Ok(()) } else { Err(Fault::UnknownEntry(TeamId::Role(id)).at("role")) };
        keyed("duties", &self.duties, Fault::DuplicateEntry, |key| {
            role(key.role)?;
            if tasks.contains(&key.task) { Ok(()) } else { Err(Fault::UnknownEntry(TeamId::Task(key.task)).at("task")) }
        })?;
        listed("follow_ups", &self.follow_ups, |one| one.id, |id| twice(TeamId::FollowUp(id)))?;
        keyed("handlings", &self.handlings, Fault::DuplicateEntry, |key| {
            role(key.role)?;
            known.segment(Axis::Customer, key.customer)
        })?;
        listed("territories", &self.territories, |one| one.id, |id| twice(TeamId::Territory(id)))?;
        listed("accounts", &self.accounts, |one| one.id, |id| twice(TeamId::Account(id)))?;
        let territories: HashSet<_> = self.territories.iter().map(|one| one.id).collect();
        each("accounts", &self.accounts, |account| match account.territory {
            Some(id) if !territories.contains(&id) => Err(Fault::UnknownEntry(TeamId::Territory(id)).at("territory")),
            _ => Ok(()),
        })
    }
}
