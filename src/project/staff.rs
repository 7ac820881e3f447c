//! Every way in which a team's lists change; fields are set by [`Command::Set`](super::Command::Set).

use std::collections::{HashMap, HashSet};

use imbl::Vector;

use super::field::Record;
use super::{
    Account, AccountId, CommandError, Fault, FollowUp, HandlingKey, Project, SegmentId, Task, TeamId, TeamRole,
    Territory, TerritoryId,
};

/// Something to add to one of a team's lists.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    Role(TeamRole),
    Task(Task),
    FollowUp(FollowUp),
    Territory(Territory),
    Account(Account),
}

impl Entry {
    pub fn id(&self) -> TeamId {
        match self {
            Self::Role(one) => TeamId::Role(one.id),
            Self::Task(one) => TeamId::Task(one.id),
            Self::FollowUp(one) => TeamId::FollowUp(one.id),
            Self::Territory(one) => TeamId::Territory(one.id),
            Self::Account(one) => TeamId::Account(one.id),
        }
    }
}

/// One change of a team's lists.
#[derive(Debug, Clone, PartialEq)]
pub enum Staff {
    /// Inserts before the place `at` of each one's list; a place past the end means the end.
    Add { at: usize, entries: Vec<Entry> },
    /// Moves to the place `to` in the list without it; past the end means the end.
    Move { id: TeamId, to: usize },
    /// Removes things and what refers to them; accounts of a removed territory belong to none.
    Remove(Vec<TeamId>),
    /// Gives accounts to territories, or takes them away.
    Assign(Vec<(AccountId, Option<TerritoryId>)>),
}

type Outcome = Result<(), CommandError>;

impl Staff {
    /// The key of its name in the text catalogue, and what picks the words for what it is about.
    pub(super) fn name(&self) -> (&'static str, &'static str) {
        match self {
            Self::Add { entries, .. } => ("command-team-add", entries.first().map_or("", |entry| entry.id().kind())),
            Self::Move { id, .. } => ("command-team-move", id.kind()),
            Self::Remove(ids) => ("command-team-remove", ids.first().map_or("", |id| id.kind())),
            Self::Assign(_) => ("command-team-assign", ""),
        }
    }

    /// Changes the project, or says why not and leaves it as it was.
    pub(super) fn apply(&self, project: &mut Project) -> Outcome {
        match self {
            Self::Add { at, entries } => return add(project, *at, entries),
            Self::Move { id, to } => {
                let place = project.team.place(*id).ok_or(Fault::UnknownEntry(*id))?;
                let team = &mut project.team;
                match id {
                    TeamId::Role(_) => shift(&mut team.roles, place, *to),
                    TeamId::Task(_) => shift(&mut team.tasks, place, *to),
                    TeamId::FollowUp(_) => shift(&mut team.follow_ups, place, *to),
                    TeamId::Territory(_) => shift(&mut team.territories, place, *to),
                    TeamId::Account(_) => shift(&mut team.accounts, place, *to),
                }
            }
            Self::Remove(ids) => return remove(project, ids),
            Self::Assign(accounts) => return assign(project, accounts),
        }
        Ok(())
    }
}

fn shift<T: Clone>(list: &mut Vector<T>, place: usize, to: usize) {
    let to = to.min(list.len() - 1);
    if place != to {
        let item = list.remove(place);
        list.insert(to, item);
    }
}

fn add(project: &mut Project, at: usize, entries: &[Entry]) -> Outcome {
    let team = &project.team;
    let mut known: HashSet<TeamId> = HashSet::new();
    for kind in entries.iter().map(|entry| entry.id().kind()).collect::<HashSet<_>>() {
        match kind {
            "role" => known.extend(team.roles.iter().map(|one| TeamId::Role(one.id))),
            "task" => known.extend(team.tasks.iter().map(|one| TeamId::Task(one.id))),
            "followup" => known.extend(team.follow_ups.iter().map(|one| TeamId::FollowUp(one.id))),
            "territory" => known.extend(team.territories.iter().map(|one| TeamId::Territory(one.id))),
            _ => known.extend(team.accounts.iter().map(|one| TeamId::Account(one.id))),
        }
    }
    for entry in entries {
        if !known.insert(entry.id()) {
            return Err(Fault::DuplicateEntryId(entry.id()).into());
        }
        match entry {
            Entry::Role(one) => TeamRole::TABLE.check(one)?,
            Entry::Task(one) => Task::TABLE.check(one)?,
            Entry::FollowUp(one) => FollowUp::TABLE.check(one)?,
            Entry::Territory(one) => Territory::TABLE.check(one)?,
            Entry::Account(one) => {
                Account::TABLE.check(one)?;
                let is_new = |id: &TerritoryId| !known.contains(&TeamId::Territory(*id));
                one.territory.filter(is_new).map_or(Ok(()), |id| known_territory(project, id))?;
            }
        }
    }
    let team = &mut project.team;
    // The last first, so that they stand in order whatever lists they go to. Past the end, each behind the one before.
    let places = entries.iter().rev().scan(HashMap::new(), |ends: &mut HashMap<&str, usize>, entry| {
        let kind = entry.id().kind();
        let end = *ends.entry(kind).or_insert_with(|| length(team, entry.id()));
        Some((entry, at.min(end)))
    });
    let places: Vec<_> = places.collect();
    for (entry, at) in places {
        match entry {
            Entry::Role(one) => insert(&mut team.roles, at, one),
            Entry::Task(one) => insert(&mut team.tasks, at, one),
            Entry::FollowUp(one) => insert(&mut team.follow_ups, at, one),
            Entry::Territory(one) => insert(&mut team.territories, at, one),
            Entry::Account(one) => insert(&mut team.accounts, at, one),
        }
    }
    Ok(())
}

fn insert<T: Clone>(list: &mut Vector<T>, at: usize, item: &T) {
    list.insert(at.min(list.len()), item.clone());
}

fn length(team: &super::Team, id: TeamId) -> usize {
    match id {
        TeamId::Role(_) => team.roles.len(),
        TeamId::Task(_) => team.tasks.len(),
        TeamId::FollowUp(_) => team.follow_ups.len(),
        TeamId::Territory(_) => team.territories.len(),
        TeamId::Account(_) => team.accounts.len(),
    }
}

fn known_territory(project: &Project, id: TerritoryId) -> Result<(), CommandError> {
    let id = TeamId::Territory(id);
    project.team.place(id).map(|_| ()).ok_or(Fault::UnknownEntry(id).into())
}

/// Keeps what isn't gone; a list that keeps all of it stays shared.
fn keep<T: Clone>(list: &mut Vector<T>, is_gone: impl Fn(&T) -> bool) {
    if list.iter().any(&is_gone) {
        list.retain(|item| !is_gone(item));
    }
}

fn remove(project: &mut Project, ids: &[TeamId]) -> Outcome {
    let unknown = ids.iter().find(|id| project.team.place(**id).is_none());
    if let Some(id) = unknown {
        return Err(Fault::UnknownEntry(*id).into());
    }
    let gone: HashSet<_> = ids.iter().copied().collect();
    let team = &mut project.team;
    keep(&mut team.roles, |one| gone.contains(&TeamId::Role(one.id)));
    keep(&mut team.tasks, |one| gone.contains(&TeamId::Task(one.id)));
    keep(&mut team.follow_ups, |one| gone.contains(&TeamId::FollowUp(one.id)));
    keep(&mut team.territories, |one| gone.contains(&TeamId::Territory(one.id)));
    keep(&mut team.accounts, |one| gone.contains(&TeamId::Account(one.id)));
    drop_keys(&mut team.duties, |key| gone.contains(&TeamId::Role(key.role)) || gone.contains(&TeamId::Task(key.task)));
    drop_keys(&mut team.handlings, |key| gone.contains(&TeamId::Role(key.role)));
    for place in 0..team.accounts.len() {
        let is_lost = |account: &Account| account.territory.is_some_and(|id| gone.contains(&TeamId::Territory(id)));
        if is_lost(&team.accounts[place]) {
            let account = Account { territory: None, ..team.accounts[place].clone() };
            team.accounts.set(place, account);
        }
    }
    Ok(())
}

fn drop_keys<K: Ord + Clone, V: Clone>(map: &mut imbl::OrdMap<K, V>, is_gone: impl Fn(&K) -> bool) {
    let gone: Vec<_> = map.keys().filter(|key| is_gone(key)).cloned().collect();
    for key in &gone {
        map.remove(key);
    }
}

fn assign(project: &mut Project, assigned: &[(AccountId, Option<TerritoryId>)]) -> Outcome {
    let territories: HashSet<_> = project.team.territories.iter().map(|one| one.id).collect();
    let unknown = assigned.iter().filter_map(|(_, territory)| *territory).find(|id| !territories.contains(id));
    if let Some(id) = unknown {
        return Err(Fault::UnknownEntry(TeamId::Territory(id)).into());
    }
    let places: HashMap<_, _> =
        project.team.accounts.iter().enumerate().map(|(place, account)| (account.id, place)).collect();
    if let Some((id, _)) = assigned.iter().find(|(id, _)| !places.contains_key(id)) {
        return Err(Fault::UnknownEntry(TeamId::Account(*id)).into());
    }
    for (id, territory) in assigned {
        let accounts = &mut project.team.accounts;
        if let Some(place) = places.get(id).filter(|place| accounts[**place].territory != *territory) {
            let account = Account { territory: *territory, ..accounts[*place].clone() };
            accounts.set(*place, account);
        }
    }
    Ok(())
}

/// Drops what is said of removed customer segments.
pub(super) fn drop_customers(project: &mut Project, gone: &HashSet<SegmentId>) {
    drop_keys(&mut project.team.handlings, |key| gone.contains(&key.customer));
}

/// Gives a copied customer segment what is said of the one it was copied from.
pub(super) fn copy_customer(project: &mut Project, from: SegmentId, to: SegmentId) {
    let copied: Vec<_> = (project.team.handlings.iter())
        .filter(|(key, _)| key.customer == from)
        .map(|(key, handling)| (HandlingKey { customer: to, ..*key }, *handling))
        .collect();
    if !copied.is_empty() {
        project.team.handlings.extend(copied);
    }
}

#[cfg(test)]
#[path = "staff_tests.rs"]
mod tests;
