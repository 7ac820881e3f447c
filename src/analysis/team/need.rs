//! What the chosen cells ask of the team: contacts and hours by segment and role, and how many people that is.
//!
//! Each figure says where it was typed. A customer segment is contacted once, however many product segments fit it: at
//! the Prio of its most urgent one. Web shops and dealers contact customers too, but not with our hours: what roles have
//! no share of takes no time.

use super::size::{self, Pay};
use crate::analysis::channels::ChannelFigures;
use crate::analysis::funnel::{Stages, channels_of};
use crate::analysis::{MatrixIndex, Target};
use crate::project::{
    Axis, Fit, HandlingKey, Message, Of, Project, Reach, ReachKey, RoleId, SizedFor, TeamRole, Usage, Value,
};

/// A figure and the field that it was typed in.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Input {
    pub value: f64,
    pub of: Of,
    pub field: &'static str,
}

impl Input {
    fn of(project: &Project, of: Of, field: &'static str) -> Option<Self> {
        use crate::project::FieldValue::{Number, Range};
        let value = match of.get(project, field)? {
            Number(number) => number?,
            Range(estimate) => estimate.likely?,
            _ => return None,
        };
        Some(Self { value, of, field })
    }
}

/// What is missing before a segment's hours are known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Missing {
    /// Neither customers with contacts a year, nor a funnel with a target.
    Contacts,
    /// No role has hours per contact.
    Hours,
    /// A role that contacts the segment has no selling hours.
    SellingHours,
}

impl Missing {
    /// The key of its words in the text catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Self::Contacts => "team-missing-contacts",
            Self::Hours => "team-missing-hours",
            Self::SellingHours => "team-missing-selling-hours",
        }
    }
}

/// Where a segment's contacts a year come from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Contacts {
    /// Customers × contacts per customer and year.
    Customers { customers: Input, each: Input },
    /// The contacts that the sales wanted need, by the stages of the funnel.
    Funnel { contacts: f64, target: Input },
}

impl Contacts {
    fn of(project: &Project, target: &Target) -> Option<Self> {
        let of = Of::Funnel(target.customer);
        let customers =
            Input::of(project, of, "customers").zip(Input::of(project, of, "contacts_per_customer_per_year"));
        if let Some((customers, each)) = customers {
            return Some(Self::Customers { customers, each });
        }
        let contacts = Stages::of(&project.plan.funnel(target.customer)).ok()?.contacts();
        Some(Self::Funnel { contacts, target: Input::of(project, of, "sales_target")? })
    }

    pub fn per_year(self) -> f64 {
        match self {
            Self::Customers { customers, each } => customers.value * each.value,
            Self::Funnel { contacts, .. } => contacts,
        }
    }
}

/// A role's part of a segment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Handled {
    /// The role's place in the team.
    pub place: usize,
    /// Share of the contacts, 0 to 1.
    pub share: f64,
    /// The share was given, not taken for granted.
    pub is_given: bool,
    /// Hours of a contact: the segment's, or the role's own, or those of the channel that the segment is sold through.
    pub hours_per_contact: Option<Input>,
    /// Hours a year; none where something is missing.
    pub hours: Option<f64>,
}

/// What one prioritised customer segment asks for.
#[derive(Debug, Clone, PartialEq)]
pub struct Need {
    pub target: Target,
    /// Product segments that fit it with that Prio.
    pub cells: usize,
    pub contacts: Option<Contacts>,
    /// By the roles that contact it, in their order.
    pub handled: Vec<Handled>,
    /// Hours a year by all roles, in the order of the team; zero for those that don't contact it.
    pub hours: Vec<f64>,
    /// The people that it takes; none where something is missing.
    pub people: Result<f64, Missing>,
    /// How much of it the people there are can do, in the order of Prios: 0 to 1.
    pub fits: f64,
}

/// What one more person adds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// Sales in a year.
    pub sales: f64,
    /// Contribution less cost and commission.
    pub profit: f64,
}

/// How many of a role are needed.
#[derive(Debug, Clone, PartialEq)]
pub struct RoleSize {
    pub id: RoleId,
    /// The people there are.
    pub people: f64,
    /// Hours a year, for the Prios that the team is sized for.
    pub hours: f64,
    /// By workload; none without selling hours.
    pub needed: Option<f64>,
    /// What each person adds to a year, from the first, by what is left to do in the order of Prios; none where the cost
    /// isn't known.
    pub steps: Option<Vec<Step>>,
    /// How many of them add more than they cost.
    pub worth: Option<usize>,
    /// After how many months a new person has been worth the cost, at the role's sales per person; the outer none where
    /// that isn't known, the inner where it is never.
    pub worth_after: Option<Option<usize>>,
}

impl RoleSize {
    /// People to hire by workload: whole, none where there are enough.
    pub fn to_hire(&self) -> Option<f64> {
        self.needed.map(|needed| size::whole_people((needed - self.people).max(0.0)))
    }
}

/// The size by sales target and sales a person.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Breakdown {
    /// The sales wanted, as typed.
    pub target: Input,
    /// Of the roles with sales per person, the mean over their people.
    pub sales_per_person: f64,
    pub people: f64,
}

/// The size of the team.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Size {
    /// Prioritised customer segments: by Prio, then by column.
    pub needs: Vec<Need>,
    pub roles: Vec<RoleSize>,
    /// People of roles with selling hours.
    pub people: f64,
    /// By workload, down to each Prio: those with it and above.
    pub by_prio: [f64; 3],
    /// Cells with each Prio.
    pub cells: [usize; 3],
    /// The last Prio that the team is sized for, from 0.
    pub last: usize,
    pub breakdown: Option<Breakdown>,
}

/// The places of the Prios, from 0.
pub fn prio(fit: Fit) -> Option<usize> {
    [Fit::Prio1, Fit::Prio2, Fit::Prio3].iter().position(|one| *one == fit)
}

impl Size {
    pub fn of(project: &Project, index: &MatrixIndex, targets: &[Target]) -> Self {
        let team = &project.team;
        let last = match team.sizing.sized_for {
            SizedFor::Prio1 => 0,
            SizedFor::Prio2 => 1,
            SizedFor::Prio3 => 2,
        };
        let prioritised = targets.iter().filter(|target| target.is_prioritised());
        let mut needs: Vec<_> = prioritised.map(|target| need(project, index, target)).collect();
        let people = |role: &TeamRole| role.people.unwrap_or(0.0);
        let capacity = |role: &TeamRole| people(role) * role.selling_hours_per_year.unwrap_or(0.0);
        let capacity: Vec<_> = team.roles.iter().map(capacity).collect();
        let demands: Vec<_> = needs.iter().map(|need| need.hours.clone()).collect();
        for (need, share) in needs.iter_mut().zip(size::fitting(&capacity, &demands)) {
            need.fits = if need.people.is_ok() { share } else { 0.0 };
        }
        let mut by_prio = [0.0; 3];
        for need in &needs {
            let first = prio(need.target.fit).unwrap_or(2);
            by_prio[first..].iter_mut().for_each(|sum| *sum += need.people.unwrap_or(0.0));
        }
        let total = index.total();
        let sells = |role: &&TeamRole| role.selling_hours_per_year.is_some_and(|hours| hours > 0.0);
        Self {
            roles: (0..team.roles.len()).map(|place| role_size(project, &needs, last, place)).collect(),
            people: team.roles.iter().filter(sells).map(people).sum(),
            by_prio,
            cells: [Fit::Prio1, Fit::Prio2, Fit::Prio3].map(|fit| total.of(fit)),
            last,
            breakdown: breakdown(project),
            needs,
        }
    }

    /// The people that the chosen cells need, by workload.
    pub fn needed(&self) -> f64 {
        self.by_prio[self.last]
    }

    /// The needs that the team is sized for.
    pub fn chosen(&self) -> impl Iterator<Item = &Need> {
        self.needs.iter().filter(|need| prio(need.target.fit).is_some_and(|prio| prio <= self.last))
    }

    /// The chosen cells.
    pub fn chosen_cells(&self) -> usize {
        self.cells[..=self.last].iter().sum()
    }

    /// Chosen segments whose hours aren't known.
    pub fn unknown(&self) -> usize {
        self.chosen().filter(|need| need.people.is_err()).count()
    }

    /// By the incremental method: the people, of all roles, who add more than they cost.
    pub fn worth(&self) -> Option<usize> {
        let known: Vec<_> = self.roles.iter().filter_map(|role| role.worth).collect();
        (!known.is_empty()).then(|| known.into_iter().sum())
    }
}

impl Size {
    /// What the chosen cells need and what there is, in a sentence; none without chosen cells or roles. Numbers of people are
    /// put into words by `number`.
    pub fn focus<V: Into<Value>>(&self, number: impl Fn(f64) -> V) -> Option<Message> {
        let sized_for = [SizedFor::Prio1, SizedFor::Prio2, SizedFor::Prio3][self.last];
        if self.chosen_cells() == 0 || self.roles.is_empty() {
            return None;
        }
        let key = match self.unknown() {
            0 => "team-focus",
            unknown if unknown == self.chosen().count() => return None,
            _ => "team-focus-at-least",
        };
        let message = Message::new(key)
            .with("cells", self.chosen_cells())
            .with("prio", Message::new(sized_for.key()))
            .with("unknown", self.unknown())
            .with("needed", number(self.needed()))
            .with("people", number(self.people));
        Some(message)
    }

    /// How many of the prioritised segments fit whole into the people there are, in the order of Prios. None where all or
    /// nothing is known to fit.
    fn fitting(&self) -> Option<Message> {
        let known = || self.needs.iter().filter(|need| need.people.is_ok());
        let whole = known().filter(|need| need.fits >= 1.0).count();
        let all = known().count();
        (whole < all).then(|| Message::new("team-fitting").with("whole", whole).with("all", all))
    }

    /// What is to be said of the size.
    pub fn messages(&self, number: impl Fn(f64) -> String) -> Vec<Message> {
        self.focus(number).into_iter().chain(self.fitting()).collect()
    }

    /// The chosen cells need more people than there are.
    pub fn is_short(&self) -> bool {
        self.needed() > self.people + 1e-9
    }
}

/// The roles that contact a segment: those with a share of it, or, as long as none has one, the first with hours per
/// contact.
fn handled(project: &Project, target: &Target, contacts: Option<f64>) -> Vec<Handled> {
    let team = &project.team;
    let key = |role: &TeamRole| HandlingKey { role: role.id, customer: target.customer };
    let share = |role: &TeamRole| team.handling(key(role)).share;
    let given = team.roles.iter().any(|role| share(role).is_some());
    let of = |(place, role): (usize, &TeamRole), share: f64, is_given: bool| {
        let hours_per_contact = Input::of(project, Of::Handling(key(role)), "hours_per_contact")
            .or_else(|| Input::of(project, Of::Role(role.id), "hours_per_contact"))
            .or_else(|| Input::of(project, Of::Channel(channel_of(project, target)?.id), "hours_per_contact"));
        let hours = contacts.zip(hours_per_contact).map(|(contacts, hours)| contacts * share * hours.value);
        Handled { place, share, is_given, hours_per_contact, hours: hours.filter(|hours| hours.is_finite()) }
    };
    if given {
        let shared = team.roles.iter().enumerate().filter_map(|role| Some((role, share(role.1)?)));
        return shared.filter(|(_, share)| *share > 0.0).map(|(role, share)| of(role, share, true)).collect();
    }
    let has_hours =
        |role: &TeamRole| role.hours_per_contact.is_some() || team.handling(key(role)).hours_per_contact.is_some();
    let first = team.roles.iter().enumerate().find(|(_, role)| has_hours(role));
    first.map(|role| of(role, 1.0, false)).into_iter().collect()
}

fn need(project: &Project, index: &MatrixIndex, target: &Target) -> Need {
    let contacts = Contacts::of(project, target);
    let handled = handled(project, target, contacts.map(Contacts::per_year));
    let roles = &project.team.roles;
    let mut hours = vec![0.0; roles.len()];
    for one in &handled {
        hours[one.place] += one.hours.unwrap_or(0.0);
    }
    let people = || {
        contacts.ok_or(Missing::Contacts)?;
        if handled.is_empty() && !is_handled_by_none(project, target) {
            return Err(Missing::Hours);
        }
        handled.iter().try_fold(0.0, |sum, one| {
            let hours = one.hours.ok_or(Missing::Hours)?;
            let selling = roles[one.place].selling_hours_per_year.ok_or(Missing::SellingHours)?;
            Ok(sum + size::people(hours, selling).ok_or(Missing::SellingHours)?)
        })
    };
    let people = people();
    let column = index.segment_place(Axis::Customer, target.customer);
    let cells = column.map_or(0, |column| index.counts(Axis::Customer, column).of(target.fit));
    Need { target: *target, cells, contacts, handled, hours, people, fits: 0.0 }
}

/// Shares were given, and all of them are zero: nobody of ours contacts the segment.
fn is_handled_by_none(project: &Project, target: &Target) -> bool {
    let key = |role: &TeamRole| HandlingKey { role: role.id, customer: target.customer };
    project.team.roles.iter().any(|role| project.team.handling(key(role)).share.is_some())
}

/// The channel that a contact of the segment is counted by: the main one that leaves most, else the picked one, else any.
pub fn channel_of(project: &Project, target: &Target) -> Option<ChannelFigures> {
    let usage = |id| {
        let reach: &Reach = project.plan.reach(ReachKey { customer: target.customer, channel: id });
        reach.usage == Usage::Main
    };
    let figures = channels_of(project, target.customer)
        .map(|channel| ChannelFigures::of(&target.with_stages(project, channel), target.margin))
        .filter(|figures| figures.contribution_per_contact.is_some());
    figures.max_by(|a, b| {
        let left = |of: &ChannelFigures| of.contribution_per_contact.unwrap_or(f64::NEG_INFINITY);
        usage(a.id).cmp(&usage(b.id)).then(left(a).total_cmp(&left(b)))
    })
}

/// The longest row of people that the incremental method looks at.
const MOST_STEPS: usize = 200;

fn role_size(project: &Project, needs: &[Need], last: usize, place: usize) -> RoleSize {
    let role = &project.team.roles[place];
    let chosen = || needs.iter().filter(move |need| prio(need.target.fit).is_some_and(|prio| prio <= last));
    let hours: f64 = chosen().map(|need| need.hours[place]).sum();
    let selling = role.selling_hours_per_year.filter(|hours| *hours > 0.0);
    let steps = selling.zip(role.cost_per_year).map(|(selling, cost)| {
        let work: Vec<_> = chosen().filter_map(|need| work(project, need, place)).collect();
        steps(&work, selling, cost, role.commission.unwrap_or(0.0))
    });
    let worth = steps.as_ref().map(|steps| steps.iter().take_while(|step| step.profit > 0.0).count());
    let worth_after = role.cost_per_year.zip(role.sales_per_year).map(|(cost, sales)| {
        let pay = Pay { margin: project.margin, cost, commission: role.commission.unwrap_or(0.0) };
        size::worth_after(&pay, sales, role.ramp_up_months.unwrap_or(0.0))
    });
    RoleSize {
        id: role.id,
        people: role.people.unwrap_or(0.0),
        hours,
        needed: selling.and_then(|selling| size::people(hours, selling)),
        steps,
        worth,
        worth_after,
    }
}

/// A role's hours in a segment, and what an hour brings: sales, and contribution.
struct Work {
    hours: f64,
    sales: f64,
    contribution: f64,
}

fn work(project: &Project, need: &Need, place: usize) -> Option<Work> {
    let handled = need.handled.iter().find(|one| one.place == place)?;
    let (hours, each) = (handled.hours?, handled.hours_per_contact?.value);
    let sales = channel_of(project, &need.target)?.sales?.likely / each;
    let contribution = sales * need.target.margin;
    (hours > 0.0 && contribution.is_finite()).then_some(Work { hours, sales, contribution })
}

/// What each person adds who takes up the work from where the one before left it.
fn steps(work: &[Work], selling: f64, cost: f64, commission: f64) -> Vec<Step> {
    let mut steps = Vec::new();
    let (mut place, mut used) = (0, 0.0);
    while place < work.len() && steps.len() < MOST_STEPS {
        let (mut left, mut sales, mut contribution) = (selling, 0.0, 0.0);
        while let Some(next) = work.get(place).filter(|_| left > 1e-9) {
            let hours = left.min(next.hours - used);
            sales += hours * next.sales;
            contribution += hours * next.contribution;
            left -= hours;
            used += hours;
            if used >= next.hours - 1e-9 {
                (place, used) = (place + 1, 0.0);
            }
        }
        let margin = if sales > 0.0 { contribution / sales } else { 0.0 };
        steps.push(Step { sales, profit: Pay { margin, cost, commission }.profit(sales) });
    }
    steps
}

fn breakdown(project: &Project) -> Option<Breakdown> {
    let target = Input::of(project, Of::Sizing, "revenue_target")?;
    let sellers = project.team.roles.iter().filter_map(|role| Some((role.people.unwrap_or(0.0), role.sales_per_year?)));
    let sellers: Vec<_> = sellers.collect();
    let people: f64 = sellers.iter().map(|(people, _)| people).sum();
    let sales_per_person = if people > 0.0 {
        sellers.iter().map(|(people, sales)| people * sales).sum::<f64>() / people
    } else {
        sellers.iter().map(|(_, sales)| sales).sum::<f64>() / sellers.len() as f64
    };
    let people = size::breakdown(target.value, sales_per_person)?;
    Some(Breakdown { target, sales_per_person, people })
}

#[cfg(test)]
#[path = "need_tests.rs"]
mod tests;
