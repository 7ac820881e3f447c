//! Channels: the ways to reach and sell to a segment.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::field::{
    FieldValue, Kind, OneOf, Options, Picked, Record, Table, Unit, at, choice, field_name, options, table,
};
use super::{ChannelId, Estimate, Message, Value};

/// Who runs a channel.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Owner {
    #[default]
    Own,
    External,
}

options!(Owner { Own => "owner-own", External => "owner-external" });

/// The kinds of the lecture's lists by who usually runs them, each with its text key.
macro_rules! kinds {
    ($($owner:ident { $($kind:ident => $key:literal),+ $(,)? })+) => {
        /// What sort of channel it is: one of the lecture's lists, or a name of the team's own.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        pub enum ChannelKind {
            $($($kind,)+)+
            Other(Arc<str>),
        }

        impl ChannelKind {
            /// The lecture's own and external channels, own first.
            pub const LISTED: [Self; [$($($key),+),+].len()] = [$($(Self::$kind),+),+];

            /// The listed kinds, and `Other` for the team's own words.
            pub const OPTIONS: &'static Options = &Options {
                name: "ChannelKind",
                names: &[$($(stringify!($kind),)+)+ "Other"],
                keys: &[$($($key,)+)+ "channels-kind-other"],
            };

            /// Who runs such a channel by the lecture's lists; none for a kind of the team's own.
            pub fn usual_owner(&self) -> Option<Owner> {
                match self {
                    $($(Self::$kind)|+ => Some(Owner::$owner),)+
                    Self::Other(_) => None,
                }
            }

            /// Its words: a message for the lecture's, the team's own as they are.
            pub fn words(&self) -> Value {
                match self {
                    $($(Self::$kind => Message::new($key).into(),)+)+
                    Self::Other(words) => (&**words).into(),
                }
            }
        }
    };
}

kinds! {
    Own {
        Web => "kind-web",
        DirectSalesForce => "kind-direct-sales-force",
        Consultants => "kind-consultants",
        Managers => "kind-managers",
        Telesales => "kind-telesales",
        OwnShops => "kind-own-shops",
        Catalogue => "kind-catalogue",
    }
    External {
        Agents => "kind-agents",
        Distributors => "kind-distributors",
        ValueAddingResellers => "kind-value-adding-resellers",
        MailOrder => "kind-mail-order",
        Franchisees => "kind-franchisees",
        Dealers => "kind-dealers",
        JointVentures => "kind-joint-ventures",
        SystemIntegrators => "kind-system-integrators",
    }
}

impl From<&ChannelKind> for FieldValue {
    fn from(kind: &ChannelKind) -> Self {
        match kind {
            ChannelKind::Other(words) => Self::Text(words.clone()),
            listed => {
                let place = ChannelKind::LISTED.iter().position(|one| one == listed);
                Self::Choice(place.and_then(|place| ChannelKind::OPTIONS.names.get(place).copied()))
            }
        }
    }
}

impl ChannelKind {
    fn of_value(value: FieldValue) -> Self {
        match value {
            FieldValue::Text(words) => Self::Other(words),
            FieldValue::Choice(Some(name)) => {
                let place = Self::OPTIONS.names.iter().position(|one| *one == name);
                place.and_then(|place| Self::LISTED.get(place).cloned()).unwrap_or_default()
            }
            _ => Self::default(),
        }
    }
}

impl Default for ChannelKind {
    fn default() -> Self {
        Self::Other("".into())
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

options!(SalesFrom { Typed => "channels-sales-typed", CloseRate => "channels-sales-close-rate" });

/// Whether a fixed cost can still be avoided.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum FixedCost {
    /// It ends when the channel isn't used.
    #[default]
    Avoidable,
    /// It is paid whether the channel is used or not.
    Committed,
}

options!(FixedCost { Avoidable => "fixed-cost-avoidable", Committed => "fixed-cost-committed" });

/// The figures of a channel, or those that are given for a channel with one customer segment: what isn't given there is
/// the channel's own. An estimate counts as given when any of its three figures is, and then replaces the whole range.
/// Money is in the project's currency.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Figures {
    /// c: cost of one contact.
    pub cost_per_contact: Estimate,
    /// Which of the next three give the sales per contact; the others are kept. Typed where nothing is given.
    pub sales_from: Option<SalesFrom>,
    /// s, when typed: revenue that one contact brings.
    pub sales_per_contact: Estimate,
    /// p: closed sales per contact, 0 to 1.
    pub close_rate: Estimate,
    /// v: revenue of one sale.
    pub revenue_per_sale: Estimate,
    /// The most contacts in a month. A channel's own limit is over all its segments and holds besides a segment's.
    pub contacts_per_month: Option<f64>,
    /// F: monthly cost of having the channel (for the segment), however little it is used.
    pub fixed_cost_per_month: Option<f64>,
    /// Whether F can be avoided; it can where nothing is given.
    pub fixed_cost_is: Option<FixedCost>,
    /// k: selling cost that grows with sales, as a commission: a share of revenue, 0 to 1.
    pub variable_cost: Option<f64>,
    /// Hours of one's own people that a contact takes.
    pub hours_per_contact: Option<f64>,
}

/// The rows of [`Figures`] within a record's table; `at` is the way to the figures.
macro_rules! table_with_figures {
    (
        ids $ids:tt, at [$($at:tt)*],
        before { $($before:tt)* }
        sales_from $sales_from:expr,
        fixed_cost_is $fixed_cost_is:expr,
        after { $($after:tt)* }
    ) => {
        table! {
            ids $ids,
            $($before)*
            "cost_per_contact" => Kind::Range(Unit::Money, at!($($at)* cost_per_contact)),
            "sales_from" => $sales_from,
            "sales_per_contact" => Kind::Range(Unit::Money, at!($($at)* sales_per_contact)),
            "close_rate" => Kind::Range(Unit::Share, at!($($at)* close_rate)),
            "revenue_per_sale" => Kind::Range(Unit::Money, at!($($at)* revenue_per_sale)),
            "contacts_per_month" => Kind::Number(Unit::Count, at!($($at)* contacts_per_month)),
            "fixed_cost_per_month" => Kind::Number(Unit::Money, at!($($at)* fixed_cost_per_month)),
            "fixed_cost_is" => $fixed_cost_is,
            "variable_cost" => Kind::Number(Unit::Share, at!($($at)* variable_cost)),
            "hours_per_contact" => Kind::Number(Unit::Count, at!($($at)* hours_per_contact)),
            $($after)*
            rest []
        }
    };
}
pub(super) use table_with_figures;

impl Record for Figures {
    const TABLE: &'static Table<Self> = table_with_figures! {
        ids [], at [],
        before {}
        sales_from choice!(sales_from: Option<SalesFrom>),
        fixed_cost_is choice!(fixed_cost_is: Option<FixedCost>),
        after {}
    };
}

impl Figures {
    pub fn is_blank(&self) -> bool {
        Self::TABLE.is_blank(self)
    }

    pub fn sales_from(&self) -> SalesFrom {
        self.sales_from.unwrap_or_default()
    }

    /// These figures, and where one isn't given the other's.
    #[must_use]
    pub fn over(&self, other: &Self) -> Self {
        let mut figures = *other;
        for field in Self::TABLE.fields.iter().filter(|field| !field.is_blank(self)) {
            field.copy(self, &mut figures);
        }
        figures
    }
}

/// A way to reach and sell to customers.
#[derive(Debug, Clone, PartialEq)]
pub struct Channel {
    /// Unique among the channels.
    pub id: ChannelId,
    pub name: Arc<str>,
    pub owner: Owner,
    pub kind: ChannelKind,
    pub figures: Figures,
    pub note: Arc<str>,
}

impl Record for Channel {
    const TABLE: &'static Table<Self> = table_with_figures! {
        ids ["id"], at [figures.],
        before {
            "name" (Required) => Kind::Text(at!(name)),
            "owner" => choice!(owner: Owner),
            "kind" => Kind::Open(
                ChannelKind::OPTIONS,
                |channel| (&channel.kind).into(),
                |channel, value| channel.kind = ChannelKind::of_value(value),
            ),
        }
        // A channel of its own has nothing to leave open: the default is stored as none.
        sales_from Kind::Choice(
            SalesFrom::OPTIONS,
            Picked {
                open: false,
                get: |channel| Some(channel.figures.sales_from().place()),
                set: |channel, place| {
                    let from = place.and_then(|place| SalesFrom::ALL.get(place).copied());
                    channel.figures.sales_from = from.filter(|from| *from != SalesFrom::default());
                },
            },
        ),
        fixed_cost_is Kind::Choice(
            FixedCost::OPTIONS,
            Picked {
                open: false,
                get: |channel| Some(channel.figures.fixed_cost_is.unwrap_or_default().place()),
                set: |channel, place| {
                    let is = place.and_then(|place| FixedCost::ALL.get(place).copied());
                    channel.figures.fixed_cost_is = is.filter(|is| *is != FixedCost::default());
                },
            },
        ),
        after {
            "note" => Kind::Text(at!(note)),
        }
    };
}

impl Channel {
    /// A channel of that name without figures, with a new id.
    pub fn new(name: impl Into<Arc<str>>) -> Self {
        Self {
            id: ChannelId::random(),
            name: name.into(),
            owner: Owner::default(),
            kind: ChannelKind::default(),
            figures: Figures::default(),
            note: "".into(),
        }
    }

    /// Its name, or the words for a name that isn't given.
    pub fn shown_name(&self) -> Value {
        if self.name.trim().is_empty() { Message::new("unnamed").into() } else { (&*self.name).into() }
    }
}
