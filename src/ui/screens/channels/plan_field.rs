//! Fields of the plan: offers, funnels, scenarios and their limits.

use crate::project::{
    ContactLimits, Fault, FieldName, Funnel, Offer, Planning, Project, ReachKey, ScenarioId, SegmentId, Unit,
    field::field_name,
};
use crate::text::Text;

use super::axes::round_to;
use super::field::{End, exact, read};

/// A stage of a funnel, or the sales that are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Meetings a contact.
    Meeting,
    /// Offers a meeting.
    Offer,
    /// Sales an offer.
    Sale,
    /// Sales wanted.
    Target,
}

impl Stage {
    /// All, from contact to sale.
    pub const ALL: [Self; 4] = [Self::Meeting, Self::Offer, Self::Sale, Self::Target];

    /// Its name in messages.
    pub fn field(self) -> FieldName {
        match self {
            Self::Meeting => field_name!("meeting_rate"),
            Self::Offer => field_name!("offer_rate"),
            Self::Sale => field_name!("sale_rate"),
            Self::Target => field_name!("sales_target"),
        }
    }

    fn of(self, funnel: &mut Funnel) -> &mut Option<f64> {
        match self {
            Self::Meeting => &mut funnel.meeting_rate,
            Self::Offer => &mut funnel.offer_rate,
            Self::Sale => &mut funnel.sale_rate,
            Self::Target => &mut funnel.sales_target,
        }
    }
}

/// What of the plan a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlanSlot {
    /// Revenue of a sale of a product segment.
    Revenue(SegmentId, End),
    /// Margin of a product segment, as a percentage.
    Margin(SegmentId),
    /// A stage of a customer segment; rates as percentages.
    Stage(SegmentId, Stage),
    /// A scenario's name.
    Name(ScenarioId),
    /// A scenario's money.
    Budget(ScenarioId),
    /// A scenario's period.
    Months(ScenarioId),
    /// The fewest contacts.
    Least(ScenarioId, ReachKey),
    /// The most contacts.
    Most(ScenarioId, ReachKey),
}

impl PlanSlot {
    /// Numbers stand to the right.
    pub fn is_number(self) -> bool {
        !matches!(self, Self::Name(_))
    }

    /// What the project holds there, as it is written in the field; none when what it is of is gone.
    pub fn written(self, project: &Project, text: &Text) -> Option<String> {
        let plan = &project.plan;
        let number = |number: Option<f64>| number.map_or_else(String::new, |number| exact(text, number));
        let percent = |share: Option<f64>| number(share.map(|share| round_to(share * 100.0, 1e-9)));
        let scenario = |id| plan.scenario(id).map(|(_, scenario)| scenario);
        Some(match self {
            Self::Revenue(product, end) => number(*end.of(&mut plan.offer(product).revenue_per_sale)),
            Self::Margin(product) => percent(plan.offer(product).margin),
            Self::Stage(customer, stage) => {
                let given = *stage.of(&mut plan.funnel(customer));
                if stage == Stage::Target { number(given) } else { percent(given) }
            }
            Self::Name(id) => scenario(id)?.name.to_string(),
            Self::Budget(id) => number(Some(scenario(id)?.budget)),
            Self::Months(id) => number(Some(scenario(id)?.months)),
            Self::Least(id, key) => number(scenario(id)?.limits(key).least),
            Self::Most(id, key) => number(scenario(id)?.limits(key).most),
        })
    }

    /// What committing a text that was typed there does. Of revenues the caller fills in all three ends.
    pub fn command(self, typed: &str, project: &Project, text: &Text) -> Result<Planning, Fault> {
        let plan = &project.plan;
        let share = |field| {
            let share = read(text, typed, field)?.map(|percent| percent / 100.0);
            share.map_or(Ok(()), |share| Unit::Share.check(field, share)).map(|()| share)
        };
        let amount = |field| {
            let amount = read(text, typed, field)?;
            amount.map_or(Ok(()), |amount| Unit::Count.check(field, amount)).map(|()| amount)
        };
        let limits = |id, key| plan.scenario(id).map_or_else(ContactLimits::default, |(_, one)| one.limits(key));
        Ok(match self {
            Self::Revenue(product, _) => Planning::SetOffer { product, offer: plan.offer(product) },
            Self::Margin(product) => {
                let offer = Offer { margin: share(field_name!("margin"))?, ..plan.offer(product) };
                Planning::SetOffer { product, offer }
            }
            Self::Stage(customer, stage) => {
                let mut funnel = plan.funnel(customer);
                let field = stage.field();
                *stage.of(&mut funnel) = if stage == Stage::Target { amount(field)? } else { share(field)? };
                Planning::SetFunnel { customer, funnel }
            }
            Self::Name(id) => Planning::RenameScenario { id, name: typed.into() },
            Self::Budget(id) => Planning::SetBudget { id, budget: amount(field_name!("budget"))?.unwrap_or_default() },
            Self::Months(id) => {
                let months = amount(field_name!("months"))?.unwrap_or(12.0);
                Unit::Months.check(field_name!("months"), months)?;
                Planning::SetMonths { id, months }
            }
            Self::Least(id, key) => {
                let limits = ContactLimits { least: amount(field_name!("least"))?, ..limits(id, key) };
                Planning::SetLimits { id, key, limits }
            }
            Self::Most(id, key) => {
                let limits = ContactLimits { most: amount(field_name!("most"))?, ..limits(id, key) };
                Planning::SetLimits { id, key, limits }
            }
        })
    }
}
