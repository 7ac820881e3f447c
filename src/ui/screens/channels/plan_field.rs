//! Fields of the plan: offers, funnels, scenarios and their limits.

use crate::project::field::field_name;
use crate::project::{Command, Estimate, Fault, FieldName, Funnel, Of, Project, ReachKey, ScenarioId, SegmentId, Unit};
use crate::text::Text;

use super::field::{End, exact, read};
use crate::figure::ticks::round_to;

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

    /// What committing a text that was typed there does.
    pub fn command(self, typed: &str, text: &Text) -> Result<Command, Fault> {
        let set = |of, name: FieldName, unit: Unit| {
            let size = if unit == Unit::Share { 100.0 } else { 1.0 };
            let number = read(text, typed, name)?.map(|number| number / size);
            number.map_or(Ok(()), |number| unit.check(name, number))?;
            Ok(Command::set(of, name.name, number))
        };
        match self {
            Self::Revenue(product, _) => Ok(Command::set(Of::Offer(product), "revenue_per_sale", Estimate::default())),
            Self::Margin(product) => set(Of::Offer(product), field_name!("margin"), Unit::Share),
            Self::Stage(customer, stage) => {
                let unit = if stage == Stage::Target { Unit::Count } else { Unit::Share };
                set(Of::Funnel(customer), stage.field(), unit)
            }
            Self::Name(id) => Ok(Command::set(Of::Scenario(id), "name", typed)),
            Self::Budget(id) => set(Of::Scenario(id), field_name!("budget"), Unit::Money),
            Self::Months(id) => set(Of::Scenario(id), field_name!("months"), Unit::Months),
            Self::Least(id, key) => set(Of::Limits(id, key), field_name!("least"), Unit::Count),
            Self::Most(id, key) => set(Of::Limits(id, key), field_name!("most"), Unit::Count),
        }
    }
}
