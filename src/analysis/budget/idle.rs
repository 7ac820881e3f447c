//! Why no money goes to a channel with a segment.

use super::{Allocation, Outside, Problem, Shared};
use crate::analysis::Target;
use crate::analysis::channels::Gap;
use crate::project::{Message, PrioOrder, ReachKey, Value};

/// Why a pair stands idle.
#[derive(Debug, Clone, PartialEq)]
pub enum Idle {
    /// It takes no part.
    Outside(Outside),
    /// A contact leaves nothing.
    NothingLeft,
    /// Its own cap is zero.
    CapZero,
    /// The channel can make no contacts.
    NoCapacity,
    /// There are no customers, purchases, hours or deliveries at all.
    NoneOf(Shared),
    /// There is no money.
    NoMoney,
    /// The least contacts of other pairs take all the money.
    MinimumsTakeMoney,
    /// The least contacts with other segments take all contacts of the channel.
    MinimumsTakeCapacity,
    /// The money, or what else is scarce, goes to segments of an earlier Prio.
    LaterPrio,
    /// What its contacts would leave doesn't carry its fixed cost.
    FixedCost,
    /// The contacts of the channel are used up by segments where they are worth more.
    CapacityTaken,
    /// Something that is scarce is worth more elsewhere.
    SharedTaken(Shared),
    /// The money is worth more elsewhere.
    PaysLess,
    /// Another use is as good.
    AsGood,
}

impl Idle {
    /// The reason in words.
    pub fn message(&self) -> Message {
        Message::new(match self {
            Self::Outside(Outside::NotPrioritised) => "idle-not-prioritised",
            Self::Outside(Outside::CantDeliver) => "idle-cant-deliver",
            Self::Outside(Outside::NotPicked) => "idle-not-picked",
            Self::Outside(Outside::Unlimited) => "idle-unlimited",
            Self::Outside(Outside::Missing(gaps)) => {
                let words = |gap: &Gap| Value::from(Message::new(gap.key()));
                let all = gaps
                    .iter()
                    .map(words)
                    .reduce(|before, gap| Message::new("list-of-two").with("before", before).with("last", gap).into());
                return match all {
                    Some(all) => Message::new("idle-missing").with("what", all),
                    None => Message::new("idle-too-large"),
                };
            }
            Self::NothingLeft => "idle-nothing-left",
            Self::CapZero => "idle-cap-zero",
            Self::NoCapacity => "idle-no-capacity",
            Self::NoneOf(Shared::Market(_)) => "idle-no-customers",
            Self::NoneOf(Shared::Purchases(_)) => "idle-no-purchases",
            Self::NoneOf(Shared::Hours) => "idle-no-hours",
            Self::NoneOf(Shared::Delivery) => "idle-no-delivery",
            Self::NoMoney => "idle-no-money",
            Self::MinimumsTakeMoney => "idle-minimums-take-money",
            Self::MinimumsTakeCapacity => "idle-minimums-take-capacity",
            Self::LaterPrio => "idle-later-prio",
            Self::FixedCost => "idle-fixed-cost",
            Self::CapacityTaken => "idle-capacity-taken",
            Self::SharedTaken(Shared::Market(_)) => "idle-market-taken",
            Self::SharedTaken(Shared::Purchases(_)) => "idle-purchases-taken",
            Self::SharedTaken(Shared::Hours) => "idle-hours-taken",
            Self::SharedTaken(Shared::Delivery) => "idle-delivery-taken",
            Self::PaysLess => "idle-pays-less",
            Self::AsGood => "idle-as-good",
        })
    }
}

impl Problem {
    /// What gets no contacts, and why: first what takes part, then what doesn't.
    pub fn idle(&self, allocation: &Allocation) -> Vec<(ReachKey, Idle)> {
        let left = self.left(self.budget);
        let mut rows_of = vec![Vec::new(); self.pairs.len()];
        for (number, row) in self.rows.iter().enumerate() {
            row.entries.iter().filter(|(_, by)| *by > 0.0).for_each(|(place, by)| rows_of[*place].push((number, *by)));
        }
        let is_shut = |place: usize| {
            let gate = self.gates.iter().find(|gate| gate.pairs.contains(&place));
            gate.is_some_and(|gate| gate.pairs.iter().all(|place| allocation.shares[*place].contacts <= 0.0))
        };
        let urgent: Vec<usize> = (self.pairs.iter().zip(&allocation.shares))
            .filter(|(_, share)| share.contacts > 0.0)
            .map(|(pair, _)| Target::urgency(pair.fit))
            .collect();
        let why = |place: usize| {
            let pair = &self.pairs[place];
            let contribution = pair.contribution.likely;
            if contribution <= 0.0 {
                return Idle::NothingLeft;
            }
            if pair.most.is_some_and(|most| most <= 0.0) {
                return Idle::CapZero;
            }
            match self.capacities[pair.place] {
                Some(capacity) if capacity <= 0.0 => return Idle::NoCapacity,
                Some(capacity) if left.capacities[pair.place] <= Some(capacity * 1e-9) => {
                    return Idle::MinimumsTakeCapacity;
                }
                _ => {}
            }
            if let Some((number, _)) = rows_of[place].iter().find(|(number, _)| self.rows[*number].most <= 0.0) {
                return Idle::NoneOf(self.rows[*number].of);
            }
            if pair.cost > 0.0 && self.budget <= 0.0 {
                return Idle::NoMoney;
            }
            if pair.cost > 0.0 && left.budget <= self.budget * 1e-9 {
                return Idle::MinimumsTakeMoney;
            }
            // What a contact would have to pay for, at the prices of everything scarce.
            let mut paid: Vec<(f64, Idle)> = vec![
                (allocation.marginal * pair.cost, Idle::PaysLess),
                (allocation.capacity_prices[pair.place], Idle::CapacityTaken),
            ];
            paid.extend(
                rows_of[place].iter().map(|(number, by)| {
                    (allocation.row_prices[*number] * by, Idle::SharedTaken(self.rows[*number].of))
                }),
            );
            let all: f64 = paid.iter().map(|(price, _)| price).sum();
            if all > contribution * (1.0 + 1e-7) {
                let dearest = paid.into_iter().reduce(|most, next| if next.0 > most.0 { next } else { most });
                return dearest.map_or(Idle::PaysLess, |(_, why)| why);
            }
            if is_shut(place) {
                Idle::FixedCost
            } else if self.order == PrioOrder::InOrder && urgent.iter().any(|other| *other < Target::urgency(pair.fit))
            {
                Idle::LaterPrio
            } else {
                Idle::AsGood
            }
        };
        let idle = (0..self.pairs.len()).filter(|place| allocation.shares[*place].contacts <= 0.0);
        let taking_part = idle.map(|place| (self.pairs[place].key, why(place)));
        taking_part.chain(self.outside.iter().map(|(key, why)| (*key, Idle::Outside(why.clone())))).collect()
    }
}
