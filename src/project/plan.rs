//! How each customer segment is reached: what it prefers, what is used, and with how much money.

use std::sync::{Arc, OnceLock};

use imbl::{OrdMap, Vector};
use serde::{Deserialize, Serialize};

use super::{Channel, ChannelId, Estimate, Message, SalesFrom, ScenarioId, SegmentId, Value};

/// A customer segment, and a channel that may reach it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReachKey {
    /// The customer segment.
    pub customer: SegmentId,
    /// The channel.
    pub channel: ChannelId,
}

/// Whether a channel can deliver the strategy to a segment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Delivery {
    /// Nobody has said; it counts as able.
    #[default]
    Unknown,
    /// It can.
    Yes,
    /// It can't, so that it takes no part in the budget.
    No,
}

impl Delivery {
    /// All, the one that nobody has said first.
    pub const ALL: [Self; 3] = [Self::Unknown, Self::Yes, Self::No];

    /// The key of its words in the text catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Self::Unknown => "delivery-unknown",
            Self::Yes => "delivery-yes",
            Self::No => "delivery-no",
        }
    }
}

/// What part a channel plays for a segment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Usage {
    /// None.
    #[default]
    None,
    /// Most of the selling.
    Main,
    /// It helps the main ones.
    Supporting,
}

impl Usage {
    /// All, none first.
    pub const ALL: [Self; 3] = [Self::None, Self::Main, Self::Supporting];

    /// The key of its words in the text catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Self::None => "usage-none",
            Self::Main => "usage-main",
            Self::Supporting => "usage-supporting",
        }
    }
}

/// Figures of a channel that differ for one segment. What isn't given is the channel's own; an estimate counts as given
/// when any of its three figures is, and then stands for the whole of the channel's.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Overrides {
    /// See [`Channel::cost_per_contact`].
    pub cost_per_contact: Estimate,
    /// See [`Channel::sales_from`].
    pub sales_from: Option<SalesFrom>,
    /// See [`Channel::sales_per_contact`].
    pub sales_per_contact: Estimate,
    /// See [`Channel::close_rate`].
    pub close_rate: Estimate,
    /// See [`Channel::revenue_per_sale`].
    pub revenue_per_sale: Estimate,
    /// How many contacts can be made with this segment in a month at the most. The channel's own limit, over all its
    /// segments, holds besides.
    pub contacts_per_month: Option<f64>,
    /// What having the channel for this segment costs in a month.
    pub fixed_cost_per_month: Option<f64>,
    /// See [`Channel::variable_cost`].
    pub variable_cost: Option<f64>,
}

impl Overrides {
    /// Nothing is given: all is the channel's own.
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }

    /// The channel as it is for the segment.
    pub fn over(&self, channel: &Channel) -> Channel {
        let pick = |own: Estimate, given: Estimate| if given.is_blank() { own } else { given };
        Channel {
            cost_per_contact: pick(channel.cost_per_contact, self.cost_per_contact),
            sales_from: self.sales_from.unwrap_or(channel.sales_from),
            sales_per_contact: pick(channel.sales_per_contact, self.sales_per_contact),
            close_rate: pick(channel.close_rate, self.close_rate),
            revenue_per_sale: pick(channel.revenue_per_sale, self.revenue_per_sale),
            contacts_per_month: self.contacts_per_month.or(channel.contacts_per_month),
            fixed_cost_per_month: self.fixed_cost_per_month.or(channel.fixed_cost_per_month),
            variable_cost: self.variable_cost.or(channel.variable_cost),
            ..channel.clone()
        }
    }
}

/// What the team has said of a channel to a customer segment.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Reach {
    /// How much the customers prefer to be met there, from 0, not at all, to [`Reach::HIGHEST_PREFERENCE`].
    pub preference: Option<u8>,
    /// Whether the channel can deliver.
    pub delivery: Delivery,
    /// Whether it is used.
    pub usage: Usage,
    /// What is different about it here.
    pub figures: Overrides,
}

impl Reach {
    /// The strongest preference.
    pub const HIGHEST_PREFERENCE: u8 = 3;

    /// Nothing has been said.
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
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

impl Offer {
    /// Nothing is different.
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }
}

/// From contact to sale in a customer segment, stage by stage. Rates are shares of those who came to the stage before.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Funnel {
    /// Meetings a contact, 0 to 1.
    pub meeting_rate: Option<f64>,
    /// Offers a meeting, 0 to 1.
    pub offer_rate: Option<f64>,
    /// Sales an offer, 0 to 1.
    pub sale_rate: Option<f64>,
    /// How many sales are wanted.
    pub sales_target: Option<f64>,
}

impl Funnel {
    /// Nothing has been said.
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }

    /// The rates, from contact to sale.
    pub fn rates(&self) -> [Option<f64>; 3] {
        [self.meeting_rate, self.offer_rate, self.sale_rate]
    }
}

/// The fewest and the most contacts of a channel with a segment over the period of a scenario.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct ContactLimits {
    /// At least so many.
    pub least: Option<f64>,
    /// At most so many.
    pub most: Option<f64>,
}

impl ContactLimits {
    /// No limit is given.
    pub fn is_blank(&self) -> bool {
        *self == Self::default()
    }
}

/// A budget over a period, and what has to be kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// Unique among the scenarios.
    pub id: ScenarioId,
    /// What the team calls it.
    pub name: Arc<str>,
    /// B: the money for contacts over the whole period, in the project's currency.
    pub budget: f64,
    /// How long the period is, in months; above zero.
    pub months: f64,
    /// Caps and minimums, never blank ones. Least above most is kept and said to clash, not refused.
    pub limits: OrdMap<ReachKey, ContactLimits>,
}

impl Scenario {
    /// A scenario of that name without money over a year, with a new id.
    pub fn new(name: impl Into<Arc<str>>) -> Self {
        Self { id: ScenarioId::random(), name: name.into(), budget: 0.0, months: 12.0, limits: OrdMap::new() }
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

/// How the market is reached. What nobody has said anything of isn't there. Clones share what they have in common.
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
