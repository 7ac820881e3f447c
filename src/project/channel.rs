//! Channels: the ways to reach and sell to a segment.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{ChannelId, Message, Value};

/// Who runs a channel.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Owner {
    /// We do.
    #[default]
    Own,
    /// Somebody else does.
    External,
}

impl Owner {
    /// All, own first.
    pub const ALL: [Self; 2] = [Self::Own, Self::External];

    /// The key of its words in the text catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Self::Own => "owner-own",
            Self::External => "owner-external",
        }
    }
}

/// What sort of channel it is: the lecture's lists, or a name of the team's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "the names are the lecture's and say it all")]
pub enum ChannelKind {
    Web,
    DirectSalesForce,
    Consultants,
    Managers,
    Telesales,
    OwnShops,
    Catalogue,
    Agents,
    Distributors,
    ValueAddingResellers,
    MailOrder,
    Franchisees,
    Dealers,
    JointVentures,
    SystemIntegrators,
    /// Any other, in the team's words.
    Other(Arc<str>),
}

impl ChannelKind {
    /// The lecture's own and external channels, own first.
    pub const LISTED: [Self; 15] = [
        Self::Web,
        Self::DirectSalesForce,
        Self::Consultants,
        Self::Managers,
        Self::Telesales,
        Self::OwnShops,
        Self::Catalogue,
        Self::Agents,
        Self::Distributors,
        Self::ValueAddingResellers,
        Self::MailOrder,
        Self::Franchisees,
        Self::Dealers,
        Self::JointVentures,
        Self::SystemIntegrators,
    ];

    /// Who runs such a channel by the lecture's lists; none for a kind of the team's own.
    pub fn usual_owner(&self) -> Option<Owner> {
        match self {
            Self::Web
            | Self::DirectSalesForce
            | Self::Consultants
            | Self::Managers
            | Self::Telesales
            | Self::OwnShops
            | Self::Catalogue => Some(Owner::Own),
            Self::Agents
            | Self::Distributors
            | Self::ValueAddingResellers
            | Self::MailOrder
            | Self::Franchisees
            | Self::Dealers
            | Self::JointVentures
            | Self::SystemIntegrators => Some(Owner::External),
            Self::Other(_) => None,
        }
    }

    /// Its words: a message for the lecture's, the team's own as they are.
    pub fn words(&self) -> Value {
        Message::new(match self {
            Self::Web => "kind-web",
            Self::DirectSalesForce => "kind-direct-sales-force",
            Self::Consultants => "kind-consultants",
            Self::Managers => "kind-managers",
            Self::Telesales => "kind-telesales",
            Self::OwnShops => "kind-own-shops",
            Self::Catalogue => "kind-catalogue",
            Self::Agents => "kind-agents",
            Self::Distributors => "kind-distributors",
            Self::ValueAddingResellers => "kind-value-adding-resellers",
            Self::MailOrder => "kind-mail-order",
            Self::Franchisees => "kind-franchisees",
            Self::Dealers => "kind-dealers",
            Self::JointVentures => "kind-joint-ventures",
            Self::SystemIntegrators => "kind-system-integrators",
            Self::Other(words) => return (&**words).into(),
        })
        .into()
    }
}

impl Default for ChannelKind {
    fn default() -> Self {
        Self::Other("".into())
    }
}

/// A figure that is not known for sure. Each is finite and not negative, low ≤ likely ≤ high where given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Estimate {
    /// The least that is realistic.
    pub low: Option<f64>,
    /// The one to reckon with.
    pub likely: Option<f64>,
    /// The most that is realistic.
    pub high: Option<f64>,
}

impl Estimate {
    /// A figure without a range.
    pub fn point(likely: f64) -> Self {
        Self { low: None, likely: Some(likely), high: None }
    }

    /// None of its figures is given.
    pub fn is_blank(self) -> bool {
        self.low.is_none() && self.likely.is_none() && self.high.is_none()
    }

    /// A figure with a range.
    pub fn range(low: f64, likely: f64, high: f64) -> Self {
        Self { low: Some(low), likely: Some(likely), high: Some(high) }
    }
}

/// Where a channel's sales per contact come from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum SalesFrom {
    /// Typed as they are.
    #[default]
    Typed,
    /// Close rate × revenue per sale.
    CloseRate,
}

/// A way to reach and sell to customers. Money is in the project's currency.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// Unique among the channels.
    pub id: ChannelId,
    /// What the team calls it.
    pub name: Arc<str>,
    /// Who runs it.
    #[serde(default)]
    pub owner: Owner,
    /// What sort it is.
    #[serde(default)]
    pub kind: ChannelKind,
    /// c: what one contact costs.
    #[serde(default)]
    pub cost_per_contact: Estimate,
    /// Which of the next fields give the sales per contact; the others are kept.
    #[serde(default)]
    pub sales_from: SalesFrom,
    /// s, when typed: revenue that one contact brings.
    #[serde(default)]
    pub sales_per_contact: Estimate,
    /// p: closed sales per contact, 0 to 1.
    #[serde(default)]
    pub close_rate: Estimate,
    /// v: revenue of one sale.
    #[serde(default)]
    pub revenue_per_sale: Estimate,
    /// How many contacts can be made in a month at the most.
    #[serde(default)]
    pub contacts_per_month: Option<f64>,
    /// F: what having the channel costs in a month, however little it is used.
    #[serde(default)]
    pub fixed_cost_per_month: Option<f64>,
    /// k: selling cost that grows with sales, as a commission: a share of revenue, 0 to 1.
    #[serde(default)]
    pub variable_cost: Option<f64>,
    /// Anything worth knowing.
    #[serde(default)]
    pub note: Arc<str>,
}

impl Channel {
    /// A channel of that name without figures, with a new id.
    pub fn new(name: impl Into<Arc<str>>) -> Self {
        Self {
            id: ChannelId::random(),
            name: name.into(),
            owner: Owner::default(),
            kind: ChannelKind::default(),
            cost_per_contact: Estimate::default(),
            sales_from: SalesFrom::default(),
            sales_per_contact: Estimate::default(),
            close_rate: Estimate::default(),
            revenue_per_sale: Estimate::default(),
            contacts_per_month: None,
            fixed_cost_per_month: None,
            variable_cost: None,
            note: "".into(),
        }
    }

    /// Its name, or the words for a name that isn't given.
    pub fn shown_name(&self) -> Value {
        if self.name.trim().is_empty() { Message::new("unnamed").into() } else { (&*self.name).into() }
    }
}
