//! Who sells: tasks and the roles that have them, how much work a contact is, and which customers are whose.

use std::sync::Arc;

use imbl::{OrdMap, Vector};
use serde::{Deserialize, Serialize};

use super::field::{Kind, Record, Table, Unit, at, choice, field_name, options, table};
use super::{AccountId, FollowUpId, Message, RoleId, SegmentId, TaskId, TeamId, TerritoryId, Value};

/// Down to which Prio the team is sized.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum SizedFor {
    #[default]
    Prio1,
    Prio2,
    Prio3,
}

options!(SizedFor { Prio1 => "fit-prio1", Prio2 => "sized-for-prio-2", Prio3 => "sized-for-prio-3" });

/// What the size of the team is computed from, besides roles and segments.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Sizing {
    pub sized_for: SizedFor,
    /// Sales wanted a year, in the project's currency.
    pub revenue_target: Option<f64>,
    /// In km an hour; without it, travel takes no time.
    pub travel_speed: Option<f64>,
}

impl Record for Sizing {
    const TABLE: &'static Table<Self> = table! {
        ids [],
        "sized_for" => choice!(sized_for: SizedFor),
        "revenue_target" => Kind::Number(Unit::Money, at!(revenue_target)),
        "travel_speed" => Kind::Number(Unit::Count, at!(travel_speed)),
        rest []
    };
}

/// A role in sales or marketing, held by any number of people. Amounts are in the project's currency.
#[derive(Debug, Clone, PartialEq)]
pub struct TeamRole {
    /// Unique among the roles.
    pub id: RoleId,
    pub name: Arc<str>,
    /// How many people hold it now; parts of a person count.
    pub people: Option<f64>,
    /// Hours with customers, per person and year.
    pub selling_hours_per_year: Option<f64>,
    /// Hours of a contact by this role, where a segment has none of its own.
    pub hours_per_contact: Option<f64>,
    /// What a person sells in a year.
    pub sales_per_year: Option<f64>,
    /// Cost of a person a year, without commission.
    pub cost_per_year: Option<f64>,
    /// Share of sales that is paid as commission, 0 to 1.
    pub commission: Option<f64>,
    /// How long it takes until a new person sells in full.
    pub ramp_up_months: Option<f64>,
}

impl Record for TeamRole {
    const TABLE: &'static Table<Self> = table! {
        ids ["id"],
        "name" (Always) => Kind::Text(at!(name)),
        "people" => Kind::Number(Unit::Count, at!(people)),
        "selling_hours_per_year" => Kind::Number(Unit::Count, at!(selling_hours_per_year)),
        "hours_per_contact" => Kind::Number(Unit::Count, at!(hours_per_contact)),
        "sales_per_year" => Kind::Number(Unit::Money, at!(sales_per_year)),
        "cost_per_year" => Kind::Number(Unit::Money, at!(cost_per_year)),
        "commission" => Kind::Number(Unit::Share, at!(commission)),
        "ramp_up_months" => Kind::Number(Unit::Months, at!(ramp_up_months)),
        rest []
    };
}

impl TeamRole {
    /// A role of that name without figures, with a new id.
    pub fn new(name: impl Into<Arc<str>>) -> Self {
        Self {
            id: RoleId::random(),
            name: name.into(),
            people: None,
            selling_hours_per_year: None,
            hours_per_contact: None,
            sales_per_year: None,
            cost_per_year: None,
            commission: None,
            ramp_up_months: None,
        }
    }

    /// Its name, or the words for a name that isn't given.
    pub fn shown_name(&self) -> Value {
        if self.name.trim().is_empty() { Message::new("unnamed").into() } else { (&*self.name).into() }
    }
}

/// What a task belongs to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TaskKind {
    #[default]
    Sales,
    Marketing,
}

options!(TaskKind { Sales => "task-sales", Marketing => "task-marketing" });

/// Something that sales or marketing has to do.
#[derive(Debug, Clone, PartialEq)]
pub struct Task {
    /// Unique among the tasks.
    pub id: TaskId,
    pub name: Arc<str>,
    pub kind: TaskKind,
}

impl Record for Task {
    const TABLE: &'static Table<Self> = table! {
        ids ["id"],
        "name" (Always) => Kind::Text(at!(name)),
        "kind" => choice!(kind: TaskKind),
        rest []
    };
}

impl Task {
    pub fn new(name: impl Into<Arc<str>>) -> Self {
        Self { id: TaskId::random(), name: name.into(), kind: TaskKind::default() }
    }
}

/// A task of a role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DutyKey {
    pub role: RoleId,
    pub task: TaskId,
}

/// What a role has to do with a task.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DutyPart {
    #[default]
    None,
    Responsible,
    TakesPart,
}

options!(DutyPart { None => "duty-none", Responsible => "duty-responsible", TakesPart => "duty-takes-part" });

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Duty {
    pub part: DutyPart,
}

impl Record for Duty {
    const TABLE: &'static Table<Self> = table! {
        ids ["role", "task"],
        "part" => choice!(part: DutyPart),
        rest []
    };
}

/// How often something is followed up.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Interval {
    #[default]
    Daily,
    Weekly,
    Monthly,
    Quarterly,
    Yearly,
}

options!(Interval {
    Daily => "interval-daily",
    Weekly => "interval-weekly",
    Monthly => "interval-monthly",
    Quarterly => "interval-quarterly",
    Yearly => "interval-yearly",
});

/// What is followed up, by whom and how often.
#[derive(Debug, Clone, PartialEq)]
pub struct FollowUp {
    /// Unique among the follow-ups.
    pub id: FollowUpId,
    /// What is followed up.
    pub name: Arc<str>,
    pub followed_up_by: Arc<str>,
    pub interval: Option<Interval>,
}

impl Record for FollowUp {
    const TABLE: &'static Table<Self> = table! {
        ids ["id"],
        "name" (Always) => Kind::Text(at!(name)),
        "followed_up_by" => Kind::Text(at!(followed_up_by)),
        "interval" => choice!(interval: Option<Interval>),
        rest []
    };
}

impl FollowUp {
    pub fn new(name: impl Into<Arc<str>>) -> Self {
        Self { id: FollowUpId::random(), name: name.into(), followed_up_by: "".into(), interval: None }
    }
}

/// A role that contacts a customer segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HandlingKey {
    pub role: RoleId,
    pub customer: SegmentId,
}

/// How a role contacts a customer segment. A segment that no role has a share of is contacted by the first role with
/// hours per contact.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Handling {
    /// The share of the segment's contacts that the role makes, 0 to 1.
    pub share: Option<f64>,
    /// Hours of a contact there; the role's own where none are given.
    pub hours_per_contact: Option<f64>,
}

impl Record for Handling {
    const TABLE: &'static Table<Self> = table! {
        ids ["role", "customer"],
        "share" => Kind::Number(Unit::Share, at!(share)),
        "hours_per_contact" => Kind::Number(Unit::Count, at!(hours_per_contact)),
        rest []
    };
}

/// Where something is, in degrees; none or both count.
pub type Coordinates = (f64, f64);

/// The customers of one person.
#[derive(Debug, Clone, PartialEq)]
pub struct Territory {
    /// Unique among the territories.
    pub id: TerritoryId,
    /// The person.
    pub name: Arc<str>,
    /// Where the person starts from.
    pub place: Arc<str>,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
}

impl Record for Territory {
    const TABLE: &'static Table<Self> = table! {
        ids ["id"],
        "name" (Always) => Kind::Text(at!(name)),
        "place" => Kind::Text(at!(place)),
        "latitude" => Kind::Number(Unit::Latitude, at!(latitude)),
        "longitude" => Kind::Number(Unit::Longitude, at!(longitude)),
        rest []
    };
}

impl Territory {
    pub fn new(name: impl Into<Arc<str>>) -> Self {
        Self { id: TerritoryId::random(), name: name.into(), place: "".into(), latitude: None, longitude: None }
    }

    /// Latitude and longitude.
    pub fn coordinates(&self) -> Option<Coordinates> {
        self.latitude.zip(self.longitude)
    }
}

/// A customer by name, who belongs to a territory.
#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    /// Unique among the accounts.
    pub id: AccountId,
    pub name: Arc<str>,
    pub place: Arc<str>,
    /// Hours with the customer a year, without travel.
    pub workload: Option<f64>,
    /// Each takes the way there and back.
    pub visits_per_year: Option<f64>,
    pub latitude: Option<f64>,
    pub longitude: Option<f64>,
    /// Whose it is; one of the territories.
    pub territory: Option<TerritoryId>,
}

impl Record for Account {
    const TABLE: &'static Table<Self> = table! {
        ids ["id"],
        "name" (Always) => Kind::Text(at!(name)),
        "place" => Kind::Text(at!(place)),
        "workload" => Kind::Number(Unit::Count, at!(workload)),
        "visits_per_year" => Kind::Number(Unit::Count, at!(visits_per_year)),
        "latitude" => Kind::Number(Unit::Latitude, at!(latitude)),
        "longitude" => Kind::Number(Unit::Longitude, at!(longitude)),
        rest ["territory"]
    };
}

impl Account {
    pub fn new(name: impl Into<Arc<str>>) -> Self {
        Self {
            id: AccountId::random(),
            name: name.into(),
            place: "".into(),
            workload: None,
            visits_per_year: None,
            latitude: None,
            longitude: None,
            territory: None,
        }
    }

    /// Latitude and longitude.
    pub fn coordinates(&self) -> Option<Coordinates> {
        self.latitude.zip(self.longitude)
    }
}

/// Who sells. What isn't given has no entry. Clones share what they have in common.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Team {
    pub sizing: Sizing,
    /// In the team's order, as the lists below.
    pub roles: Vector<TeamRole>,
    pub tasks: Vector<Task>,
    pub duties: OrdMap<DutyKey, Duty>,
    pub follow_ups: Vector<FollowUp>,
    pub handlings: OrdMap<HandlingKey, Handling>,
    pub territories: Vector<Territory>,
    pub accounts: Vector<Account>,
}

impl Team {
    /// Nothing is given.
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }

    pub fn duty(&self, key: DutyKey) -> Duty {
        self.duties.get(&key).copied().unwrap_or_default()
    }

    pub fn handling(&self, key: HandlingKey) -> Handling {
        self.handlings.get(&key).copied().unwrap_or_default()
    }

    /// The role with that id. Cost: linear in the roles.
    pub fn role(&self, id: RoleId) -> Option<&TeamRole> {
        self.roles.iter().find(|role| role.id == id)
    }

    /// The place of something in its list. Cost: linear in the list.
    pub fn place(&self, id: TeamId) -> Option<usize> {
        match id {
            TeamId::Role(id) => self.roles.iter().position(|one| one.id == id),
            TeamId::Task(id) => self.tasks.iter().position(|one| one.id == id),
            TeamId::FollowUp(id) => self.follow_ups.iter().position(|one| one.id == id),
            TeamId::Territory(id) => self.territories.iter().position(|one| one.id == id),
            TeamId::Account(id) => self.accounts.iter().position(|one| one.id == id),
        }
    }

    /// Equal content. Skips what the two share, so that it costs about as much as they differ.
    pub fn is_same(&self, other: &Self) -> bool {
        fn same<T: Clone + PartialEq>(a: &Vector<T>, b: &Vector<T>) -> bool {
            a.ptr_eq(b) || a == b
        }
        let Self { sizing, roles, tasks, duties, follow_ups, handlings, territories, accounts } = self;
        *sizing == other.sizing
            && same(roles, &other.roles)
            && same(tasks, &other.tasks)
            && duties == &other.duties
            && same(follow_ups, &other.follow_ups)
            && handlings == &other.handlings
            && same(territories, &other.territories)
            && same(accounts, &other.accounts)
    }
}
