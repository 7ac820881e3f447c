//! The team: its size by three methods, what each segment asks for, roles and tasks, follow-ups and territories.

use super::Source;
use super::channels::segment_name;
use super::decision::said;
use super::document::{Block, Cell, Table, shown};
use super::rows::Rows;
use crate::analysis::team::{Contacts, Need, RoleSize, Size, Territories};
use crate::project::{Account, DutyKey, DutyPart, Project, Task, TeamRole, Territory};

/// What `nisje team` prints, and what is exported.
pub(super) fn blocks(source: &Source) -> Vec<Block> {
    let Source { project, analysis, text, .. } = *source;
    let team = &project.team;
    let (size, territories) = (analysis.team_size(), analysis.territories());
    let mut blocks = vec![summary(source, size, territories).into()];
    blocks.extend(said(&size.messages(|people| text.number(people, 2)), text));
    blocks.push(needs(source, size).into());
    if !team.roles.is_empty() {
        blocks.push(roles(source, size).into());
    }
    if !team.tasks.is_empty() {
        blocks.push(tasks(source).into());
    }
    if !team.follow_ups.is_empty() {
        let rows: Vec<_> = team.follow_ups.iter().collect();
        let table = Rows::new("follow_ups", "team-follow-ups", &rows, text);
        let table = table.text("name", "team-follow-up", 40.0, |one| shown(&one.name, text).to_owned());
        let table = table.data("id", |one| Cell::text(one.id.to_string()));
        blocks.push(table.fields(|one| *one).named().into());
    }
    if !team.territories.is_empty() {
        blocks.push(loads(source, territories).into());
    }
    if !team.accounts.is_empty() {
        blocks.push(accounts(source).into());
    }
    blocks
}

pub fn team(source: &Source) -> Vec<Block> {
    blocks(source)
}

/// One row: the methods side by side, and how uneven territories are.
fn summary(source: &Source, size: &Size, territories: &Territories) -> Table {
    let text = source.text;
    let rows = [()];
    let table = Rows::new("team", "team-size", &rows, text)
        .number("chosen_cells", "team-chosen-cells", 0, |()| Some(size.chosen_cells() as f64))
        .number("people", "field-people", 2, |()| Some(size.people))
        .number("by_workload", "team-by-workload", 2, |()| Some(size.needed()))
        .number("by_breakdown", "team-by-breakdown", 2, |()| size.breakdown.map(|found| found.people))
        .number("by_increments", "team-by-increments", 0, |()| size.worth().map(|people| people as f64))
        .number("segments_without_figures", "team-unknown", 0, |()| Some(size.unknown() as f64))
        .share("imbalance", "team-imbalance", |()| territories.imbalance);
    Table { is_record: true, ..table.table }
}

fn needs(source: &Source, size: &Size) -> Table {
    let Source { project, text, .. } = *source;
    let inputs = |need: &Need| match need.contacts {
        Some(Contacts::Customers { customers, each }) => [Some(customers.value), Some(each.value)],
        _ => [None, None],
    };
    let known = |need: &Need, number: f64| need.people.is_ok().then_some(number);
    Rows::new("needs", "team-needs", &size.needs, text)
        .text("segment", "report-customer", 26.0, |need| segment_name(project, need.target.customer, text))
        .data("segment_id", |need| Cell::text(need.target.customer.to_string()))
        .left("fit", "report-prio", 8.0, |need| Cell::Fit(need.target.fit, None))
        .number("customers", "field-customers", 0, |need| inputs(need)[0])
        .full()
        .number("contacts_per_customer", "field-contacts-per-customer-per-year", 1, |need| inputs(need)[1])
        .full()
        .number("contacts", "team-contacts-a-year", 0, |need| need.contacts.map(Contacts::per_year))
        .number("hours", "team-hours-a-year", 0, |need| known(need, need.hours.iter().sum()))
        .right("people", "field-people", |need| match need.people {
            Ok(people) => Cell::Number(super::rows::rounded(people), 2),
            Err(why) => Cell::Reason(why.key(), text.get(why.key()).to_owned()),
        })
        .share("fits", "team-fits", |need| known(need, need.fits))
        .named()
}

fn roles(source: &Source, size: &Size) -> Table {
    let Source { project, text, .. } = *source;
    let rows: Vec<(&TeamRole, &RoleSize)> = project.team.roles.iter().zip(&size.roles).collect();
    Rows::new("roles", "team-roles", &rows, text)
        .text("name", "team-role", 26.0, |(role, _)| shown(&role.name, text).to_owned())
        .data("id", |(role, _)| Cell::text(role.id.to_string()))
        .number("people", "field-people", 2, |(role, _)| role.people)
        .fields(|(role, _)| *role)
        .number("hours", "team-hours-a-year", 0, |(_, size)| Some(size.hours))
        .number("needed", "team-by-workload", 2, |(_, size)| size.needed)
        .number("to_hire", "team-to-hire", 0, |(_, size)| size.to_hire())
        .number("worth", "team-by-increments", 0, |(_, size)| size.worth.map(|people| people as f64))
        .right("worth_after_months", "team-worth-after", |(_, size)| match size.worth_after {
            None => Cell::Blank,
            Some(None) => Cell::Reason("team-never", text.get("team-never").to_owned()),
            Some(Some(months)) => Cell::count(months),
        })
        .named()
}

fn tasks(source: &Source) -> Table {
    let Source { project, text, .. } = *source;
    let team = &project.team;
    let rows: Vec<_> = team.tasks.iter().collect();
    let with = |task: &Task, part: DutyPart| {
        let has = |role: &&TeamRole| team.duty(DutyKey { role: role.id, task: task.id }).part == part;
        let names = team.roles.iter().filter(has).map(|role| shown(&role.name, text));
        names.collect::<Vec<_>>().join(", ")
    };
    Rows::new("tasks", "team-tasks", &rows, text)
        .text("name", "team-task", 36.0, |task| shown(&task.name, text).to_owned())
        .data("id", |task| Cell::text(task.id.to_string()))
        .fields(|task| *task)
        .text("responsible", "duty-responsible", 30.0, |task| with(task, DutyPart::Responsible))
        .text("takes_part", "duty-takes-part", 30.0, |task| with(task, DutyPart::TakesPart))
        .named()
}

fn loads(source: &Source, territories: &Territories) -> Table {
    let Source { project, text, .. } = *source;
    let rows: Vec<_> = project.team.territories.iter().zip(&territories.loads).collect();
    let mean = territories.loads.iter().map(|load| load.hours()).sum::<f64>() / rows.len() as f64;
    Rows::new("territories", "team-territories", &rows, text)
        .text("name", "team-person", 26.0, |(one, _)| shown(&one.name, text).to_owned())
        .data("id", |(one, _)| Cell::text(one.id.to_string()))
        .fields(|(one, _)| *one)
        .number("accounts", "team-accounts", 0, |(_, load)| Some(load.accounts as f64))
        .number("work", "team-work", 0, |(_, load)| Some(load.work))
        .number("travel", "team-travel", 0, |(_, load)| Some(load.travel))
        .number("hours", "team-hours-a-year", 0, |(_, load)| Some(load.hours()))
        .share("above_mean", "team-above-mean", |(_, load)| (mean > 0.0).then(|| load.hours() / mean - 1.0))
        .named()
}

fn accounts(source: &Source) -> Table {
    let Source { project, text, .. } = *source;
    let rows: Vec<&Account> = project.team.accounts.iter().collect();
    Rows::new("accounts", "team-accounts", &rows, text)
        .text("name", "team-account", 30.0, |account| shown(&account.name, text).to_owned())
        .data("id", |account| Cell::text(account.id.to_string()))
        .fields(|account| *account)
        .text("territory", "team-territory", 26.0, |account| {
            owner(project, account).map(|one| shown(&one.name, text).to_owned()).unwrap_or_default()
        })
        .data("territory_id", |account| Cell::text(account.territory.map(|id| id.to_string()).unwrap_or_default()))
        .named()
}

fn owner<'a>(project: &'a Project, account: &Account) -> Option<&'a Territory> {
    project.team.territories.iter().find(|one| Some(one.id) == account.territory)
}
