//! How each customer segment is reached: what it prefers, what is used, and with how much money.

use std::sync::{Arc, OnceLock};

use imbl::{OrdMap, Vector};
use serde::{Deserialize, Serialize};

use super::channel::table_with_figures;
use super::field::{Kind, Record, Table, Unit, at, choice, field_name, options, table};
use super::{ChannelId, Estimate, Fault, Figures, FixedCost, Message, SalesFrom, ScenarioId, SegmentId, Value};

/// A customer segment, and a channel that may reach it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReachKey {
    pub customer: SegmentId,
    pub channel: ChannelId,
}

/// Whether a channel can deliver the strategy to a segment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Delivery {
    /// Counts as able.
    #[default]
    Unknown,
    Yes,
    /// The channel takes no part in the segment's budget.
    No,
}

options!(Delivery { Unknown => "delivery-unknown", Yes => "delivery-yes", No => "delivery-no" });

/// What part a channel plays for a segment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Usage {
    #[default]
    None,
    Main,
    Supporting,
}

options!(Usage { None => "usage-none", Main => "usage-main", Supporting => "usage-supporting" });

/// A channel with a customer segment.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reach {
    /// How much the customers prefer the channel, from 0, not at all, to [`Reach::HIGHEST_PREFERENCE`].
    pub preference: Option<u8>,
    pub delivery: Delivery,
    pub usage: Usage,
    /// The figures that are given for the segment; the others are inherited.
    pub figures: Figures,
}

impl Record for Reach {
    const TABLE: &'static Table<Self> = table_with_figures! {
        ids ["customer", "channel"], at [figures.],
        before {
            "preference" => Kind::Level(0, Self::HIGHEST_PREFERENCE, at!(preference), Fault::Preference),
            "delivery" => choice!(delivery: Delivery),
            "usage" => choice!(usage: Usage),
        }
        sales_from choice!(figures.sales_from: Option<SalesFrom>),
        fixed_cost_is choice!(figures.fixed_cost_is: Option<FixedCost>),
        after {}
    };
}

impl Reach {
    /// The strongest preference.
    pub const HIGHEST_PREFERENCE: u8 = 3;

    pub fn is_blank(&self) -> bool {
        Self::TABLE.is_blank(self)
    }

    fn blank() -> &'static Self {
        static BLANK: OnceLock<Reach> = OnceLock::new();
        BLANK.get_or_init(Self::default)
    }
}

/// What one product segment sells for, where that isn't the same for all.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Offer {
    /// v: revenue of one sale; blank where the channels' own count.
    pub revenue_per_sale: Estimate,
    /// m: contribution margin, 0 to 1; none where the project's counts.
    pub margin: Option<f64>,
}

impl Record for Offer {
    const TABLE: &'static Table<Self> = table! {
        ids ["product"],
        "revenue_per_sale" => Kind::Range(Unit::Money, at!(revenue_per_sale)),
        "margin" => Kind::Number(Unit::Share, at!(margin)),
        rest []
    };
}

impl Offer {
    pub fn is_blank(&self) -> bool {
        Self::TABLE.is_blank(self)
    }
}

/// From contact to sale in a customer segment, stage by stage. Rates are shares of those who came to the stage before.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Funnel {
    /// Meetings per contact, 0 to 1.
    pub meeting_rate: Option<f64>,
    /// Offers per meeting, 0 to 1.
    pub offer_rate: Option<f64>,
    /// Sales per offer, 0 to 1.
    pub sale_rate: Option<f64>,
    /// The number of sales wanted.
    pub sales_target: Option<f64>,
    /// The customers that there are in the segment.
    pub customers: Estimate,
    /// How often a customer can be contacted in a year, over all channels.
    pub contacts_per_customer_per_year: Option<f64>,
    /// How often a customer buys in a year.
    pub purchases_per_year: Option<f64>,
    /// Cost of a meeting.
    pub meeting_cost: Option<f64>,
    /// Cost of an offer.
    pub offer_cost: Option<f64>,
}

impl Record for Funnel {
    const TABLE: &'static Table<Self> = table! {
        ids ["customer"],
        "meeting_rate" => Kind::Number(Unit::Share, at!(meeting_rate)),
        "offer_rate" => Kind::Number(Unit::Share, at!(offer_rate)),
        "sale_rate" => Kind::Number(Unit::Share, at!(sale_rate)),
        "sales_target" => Kind::Number(Unit::Count, at!(sales_target)),
        "customers" => Kind::Range(Unit::Count, at!(customers)),
        "contacts_per_customer_per_year" => Kind::Number(Unit::Count, at!(contacts_per_customer_per_year)),
        "purchases_per_year" => Kind::Number(Unit::Count, at!(purchases_per_year)),
        "meeting_cost" => Kind::Number(Unit::Money, at!(meeting_cost)),
        "offer_cost" => Kind::Number(Unit::Money, at!(offer_cost)),
        rest []
    };
}

impl Funnel {
    /// The fields that say how large the market is.
    pub const MARKET: [&'static str; 3] = ["customers", "contacts_per_customer_per_year", "purchases_per_year"];

    pub fn is_blank(&self) -> bool {
        Self::TABLE.is_blank(self)
    }

    /// The most contacts with the segment in so many months, over all channels: customers × contacts a year × months/12.
    pub fn most_contacts(&self, months: f64) -> Option<f64> {
        most(self.customers, self.contacts_per_customer_per_year, months)
    }

    /// The most sales to the segment in so many months: customers × purchases a year × months/12.
    pub fn most_sales(&self, months: f64) -> Option<f64> {
        most(self.customers, self.purchases_per_year, months)
    }

    /// What the stages behind a contact cost for each contact: `r₁·c_meeting` + `r₁·r₂·c_offer`. None where a stage has a cost
    /// and a rate before it isn't given.
    pub fn stage_cost(&self) -> Option<f64> {
        let meetings = self.meeting_rate;
        let offers = meetings.zip(self.offer_rate).map(|(meetings, offers)| meetings * offers);
        let of = |reached: Option<f64>, cost: Option<f64>| cost.map_or(Some(0.0), |cost| Some(reached? * cost));
        Some(of(meetings, self.meeting_cost)? + of(offers, self.offer_cost)?)
    }

    /// The rates, from contact to sale.
    pub fn rates(&self) -> [Option<f64>; 3] {
        [self.meeting_rate, self.offer_rate, self.sale_rate]
    }
}

fn most(customers: Estimate, times_a_year: Option<f64>, months: f64) -> Option<f64> {
    Some(customers.likely? * times_a_year? * months / 12.0).filter(|most| most.is_finite())
}

/// The fewest and the most contacts of a channel with a segment over the period of a scenario. Each is checked by
/// itself: that the least is above the most is no fault, but a clash that the budget reports.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct ContactLimits {
    pub least: Option<f64>,
    pub most: Option<f64>,
}

impl Record for ContactLimits {
    const TABLE: &'static Table<Self> = table! {
        ids ["customer", "channel"],
        "least" => Kind::Number(Unit::Count, at!(least)),
        "most" => Kind::Number(Unit::Count, at!(most)),
        rest []
    };
}

impl ContactLimits {
    pub fn is_blank(&self) -> bool {
        Self::TABLE.is_blank(self)
    }
}

/// How Prios count in a budget.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum PrioOrder {
    /// Each Prio gets the best use of what the earlier ones leave.
    #[default]
    InOrder,
    /// All segments count alike.
    Alike,
}

options!(PrioOrder { InOrder => "prio-order-in-order", Alike => "prio-order-alike" });

/// A budget over a period, and what has to be kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// Unique among the scenarios.
    pub id: ScenarioId,
    pub name: Arc<str>,
    /// B: the money for contacts over the whole period, in the project's currency.
    pub budget: f64,
    /// How long the period is, in months; above zero.
    pub months: f64,
    pub prio_order: PrioOrder,
    /// Hours of one's own people for contacts, in a month.
    pub hours_per_month: Option<f64>,
    /// The most sales that can be delivered in a month.
    pub deliveries_per_month: Option<f64>,
    /// Caps and minimums, never blank ones. Least above most is kept and said to clash, not refused.
    pub limits: OrdMap<ReachKey, ContactLimits>,
}

impl Record for Scenario {
    const TABLE: &'static Table<Self> = table! {
        ids ["id"],
        "name" (Always) => Kind::Text(at!(name)),
        "budget" (Always) => Kind::Filled(Unit::Money, at!(budget), 0.0),
        "months" (Always) => Kind::Filled(Unit::Months, at!(months), 12.0),
        "prio_order" => choice!(prio_order: PrioOrder),
        "hours_per_month" => Kind::Number(Unit::Count, at!(hours_per_month)),
        "deliveries_per_month" => Kind::Number(Unit::Count, at!(deliveries_per_month)),
        rest ["limits"]
    };
}

impl Scenario {
    /// A scenario of that name without money over a year, with a new id.
    pub fn new(name: impl Into<Arc<str>>) -> Self {
        Self {
            id: ScenarioId::random(),
            name: name.into(),
            budget: 0.0,
            months: 12.0,
            prio_order: PrioOrder::default(),
            hours_per_month: None,
            deliveries_per_month: None,
            limits: OrdMap::new(),
        }
    }

    /// The limits of a channel with a segment.
    pub fn limits(&self, key: ReachKey) -> ContactLimits {
        self.limits.get(&key).copied().unwrap_or_default()
    }

    /// Its name, or the words for a name that isn't given.
    pub fn shown_name(&self) -> Value {
        if self.name.trim().is_empty() { Message::new("unnamed").into() } else { (&*self.name).into() }
    }
}

/// How the market is reached. What isn't given has no entry. Clones share what they have in common.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    /// Channels to customer segments.
    pub reaches: OrdMap<ReachKey, Reach>,
    /// By product segment.
    pub offers: OrdMap<SegmentId, Offer>,
    /// By customer segment.
    pub funnels: OrdMap<SegmentId, Funnel>,
    /// The scenarios, in the team's order.
    pub scenarios: Vector<Scenario>,
}

impl Plan {
    /// What has been said of a channel to a segment; a blank one if nothing.
    pub fn reach(&self, key: ReachKey) -> &Reach {
        self.reaches.get(&key).unwrap_or_else(|| Reach::blank())
    }

    /// What a product segment sells for.
    pub fn offer(&self, product: SegmentId) -> Offer {
        self.offers.get(&product).copied().unwrap_or_default()
    }

    /// The stages of a customer segment.
    pub fn funnel(&self, customer: SegmentId) -> Funnel {
        self.funnels.get(&customer).copied().unwrap_or_default()
    }

    /// The scenario with that id and its place in the list. Cost: linear in the scenarios.
    pub fn scenario(&self, id: ScenarioId) -> Option<(usize, &Scenario)> {
        self.scenarios.iter().enumerate().find(|(_, scenario)| scenario.id == id)
    }

    /// Equal content. Skips what the two share, so that it costs about as much as they differ.
    pub fn is_same(&self, other: &Self) -> bool {
        fn same<K: Ord + Clone, V: Clone + PartialEq>(a: &OrdMap<K, V>, b: &OrdMap<K, V>) -> bool {
            a.len() == b.len() && a.diff(b).next().is_none()
        }
        let Self { reaches, offers, funnels, scenarios } = self;
        same(reaches, &other.reaches)
            && same(offers, &other.offers)
            && same(funnels, &other.funnels)
            && (scenarios.ptr_eq(&other.scenarios) || *scenarios == other.scenarios)
    }
}
