//! The project on one page: what comes first, how it is met, and which step of the method comes next.

use super::{MatrixIndex, Target};
use crate::project::{Axis, CellKey, ChannelId, Fit, Message, Project, ReachKey, Usage, Value};

use super::budget::Allocation;

/// A customer segment with a Prio, and the channels that are chosen for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Met {
    pub target: Target,
    pub main: Vec<ChannelId>,
    pub supporting: Vec<ChannelId>,
}

/// What the page is made of.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Overview {
    /// The cells of Prio 1, 2 and 3, by row, then by column.
    pub prios: [Vec<CellKey>; 3],
    /// By urgency.
    pub met: Vec<Met>,
}

/// The Prios, most urgent first.
pub const PRIOS: [Fit; 3] = [Fit::Prio1, Fit::Prio2, Fit::Prio3];

impl Overview {
    /// `targets` by urgency.
    pub fn of(project: &Project, index: &MatrixIndex, targets: &[Target]) -> Self {
        let [products, customers] = Axis::ALL.map(|axis| project.matrix.segments(axis));
        let cell =
            |(row, column): (usize, usize)| CellKey { product: products[row].id, customer: customers[column].id };
        let met = |target: &Target| {
            let used = |usage| {
                let is_used = |id: ChannelId| {
                    project.plan.reach(ReachKey { customer: target.customer, channel: id }).usage == usage
                };
                project.channels.iter().map(|channel| channel.id).filter(|id| is_used(*id)).collect()
            };
            Met { target: *target, main: used(Usage::Main), supporting: used(Usage::Supporting) }
        };
        Self {
            prios: PRIOS.map(|fit| index.with_fit(fit).map(cell).collect()),
            met: targets.iter().filter(|target| target.is_prioritised()).map(met).collect(),
        }
    }
}

/// A step of the way from an empty project to a plan. Nothing of it is required before anything else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    Products,
    Customers,
    Fits,
    Prios,
    Beachhead,
    Channels,
    Picks,
    Money,
    Steps,
}

impl Way {
    pub const ALL: [Self; 9] = [
        Self::Products,
        Self::Customers,
        Self::Fits,
        Self::Prios,
        Self::Beachhead,
        Self::Channels,
        Self::Picks,
        Self::Money,
        Self::Steps,
    ];

    pub fn is_done(self, project: &Project, index: &MatrixIndex, overview: &Overview) -> bool {
        match self {
            Self::Products => !project.matrix.segments(Axis::Product).is_empty(),
            Self::Customers => !project.matrix.segments(Axis::Customer).is_empty(),
            Self::Fits => index.total().fits() > 0,
            Self::Prios => index.total().of(Fit::Prio1) > 0,
            Self::Beachhead => project.beachhead.is_some(),
            Self::Channels => !project.channels.is_empty(),
            Self::Picks => {
                let mut firsts = overview.met.iter().filter(|met| met.target.fit == Fit::Prio1).peekable();
                firsts.peek().is_some() && firsts.all(|met| !(met.main.is_empty() && met.supporting.is_empty()))
            }
            Self::Money => !project.plan.scenarios.is_empty(),
            Self::Steps => !project.agenda.steps.is_empty(),
        }
    }

    /// The first step that isn't done.
    pub fn next(project: &Project, index: &MatrixIndex, overview: &Overview) -> Option<Self> {
        Self::ALL.into_iter().find(|step| !step.is_done(project, index, overview))
    }

    /// What to do, and why.
    pub fn messages(self) -> [Message; 2] {
        match self {
            Self::Products => [Message::new("way-products"), Message::new("way-products-why")],
            Self::Customers => [Message::new("way-customers"), Message::new("way-customers-why")],
            Self::Fits => [Message::new("way-fits"), Message::new("way-fits-why")],
            Self::Prios => [Message::new("way-prios"), Message::new("way-prios-why")],
            Self::Beachhead => [Message::new("way-beachhead"), Message::new("way-beachhead-why")],
            Self::Channels => [Message::new("way-channels"), Message::new("way-channels-why")],
            Self::Picks => [Message::new("way-picks"), Message::new("way-picks-why")],
            Self::Money => [Message::new("way-money"), Message::new("way-money-why")],
            Self::Steps => [Message::new("way-steps"), Message::new("way-steps-why")],
        }
    }
}

/// What a budget leaves, in a sentence.
pub fn budget_message(project: &Project, budget: f64, months: f64, found: &Allocation) -> Message {
    let money = |amount| Value::Money(amount, project.currency.clone());
    let spread = found.contribution;
    let is_whole = months.fract() == 0.0 && months < 1000.0;
    let period = if is_whole { Value::Count(months as usize) } else { Value::Number(months) };
    let key = if spread.is_range() { "overview-budget-range" } else { "overview-budget" };
    let message = Message::new(key)
        .with("budget", money(budget))
        .with("months", Message::new("overview-months").with("count", period))
        .with("contribution", money(spread.likely))
        .with("fixed", money(found.fixed_cost))
        .with("left", money(found.profit()));
    if spread.is_range() { message.with("low", money(spread.low)).with("high", money(spread.high)) } else { message }
}
