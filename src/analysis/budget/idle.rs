//! Why no money goes to a channel with a segment.

use super::{Allocation, Outside, Problem};
use crate::analysis::channels::Gap;
use crate::project::{Message, ReachKey, Value};

/// Why a pair stands idle.
#[derive(Debug, Clone, PartialEq)]
pub enum Idle {
    /// It takes no part.
    Outside(Outside),
    /// A contact leaves nothing.
    NothingLeft,
    /// No contacts are let by its own cap.
    CapZero,
    /// The channel's contacts are used up by segments where they are worth more.
    CapacityTaken,
    /// The money is worth more elsewhere.
    PaysLess,
}

impl Idle {
    /// The reason for a person.
    pub fn message(&self) -> Message {
        match self {
            Self::Outside(Outside::NotPrioritised) => Message::new("idle-not-prioritised"),
            Self::Outside(Outside::CantDeliver) => Message::new("idle-cant-deliver"),
            Self::Outside(Outside::NotPicked) => Message::new("idle-not-picked"),
            Self::Outside(Outside::Unlimited) => Message::new("idle-unlimited"),
            Self::Outside(Outside::Missing(gaps)) => {
                let words = |gap: &Gap| Value::from(Message::new(gap.key()));
                let all = gaps
                    .iter()
                    .map(words)
                    .reduce(|before, gap| Message::new("list-of-two").with("before", before).with("last", gap).into());
                match all {
                    Some(all) => Message::new("idle-missing").with("what", all),
                    None => Message::new("idle-too-large"),
                }
            }
            Self::NothingLeft => Message::new("idle-nothing-left"),
            Self::CapZero => Message::new("idle-cap-zero"),
            Self::CapacityTaken => Message::new("idle-capacity-taken"),
            Self::PaysLess => Message::new("idle-pays-less"),
        }
    }
}

impl Problem {
    /// What gets no contacts, and why: first what takes part, then what doesn't.
    pub fn idle(&self, allocation: &Allocation) -> Vec<(ReachKey, Idle)> {
        let taking_part =
            (self.pairs.iter().zip(&allocation.shares)).filter(|(_, share)| share.contacts <= 0.0).map(|(pair, _)| {
                let full = self.capacities[pair.place]
                    .is_some_and(|capacity| allocation.used[pair.place] >= capacity * (1.0 - 1e-7));
                let why = if pair.contribution.likely <= 0.0 {
                    Idle::NothingLeft
                } else if pair.most.is_some_and(|most| most <= 0.0) {
                    Idle::CapZero
                } else if full {
                    Idle::CapacityTaken
                } else {
                    Idle::PaysLess
                };
                (pair.key, why)
            });
        taking_part.chain(self.outside.iter().map(|(key, why)| (*key, Idle::Outside(why.clone())))).collect()
    }
}
