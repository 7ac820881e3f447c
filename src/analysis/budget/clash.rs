//! What can't all be kept.
//!
//! Since no coefficient is negative, every constraint is easiest to keep with each pair at its least. So the constraints
//! can be kept together exactly when these checks find nothing.

use super::{Outside, Problem, Shared};
use crate::analysis::MatrixIndex;
use crate::analysis::coverage::name_of;
use crate::analysis::findings::{Finding, Severity, Topic};
use crate::project::{About, ChannelId, Message, Project, ReachKey, Scenario, Value};

/// Constraints that can't be kept together.
#[derive(Debug, Clone, PartialEq)]
pub enum Clash {
    /// At least so many contacts with a pair, and at most fewer.
    Bounds {
        /// The pair.
        key: ReachKey,
        /// The least.
        least: f64,
        /// The most.
        most: f64,
    },
    /// The least contacts of a channel with all segments are more than it can make.
    Capacity {
        channel: ChannelId,
        /// The sum of the least.
        least: f64,
        /// What it can make.
        capacity: f64,
    },
    /// The least contacts take more of something than there is.
    Shared { of: Shared, least: f64, most: f64 },
    /// The least contacts cost more than there is.
    Budget {
        /// Cost of the contacts, in the project’s currency.
        cost: f64,
        /// What there is.
        budget: f64,
    },
    /// Contacts are asked for where the channel can't deliver.
    CantDeliver {
        /// The pair.
        key: ReachKey,
        /// The least.
        least: f64,
    },
    /// Contacts are asked for where a figure is missing.
    Missing {
        /// The pair.
        key: ReachKey,
        /// The least.
        least: f64,
    },
}

/// Sums of what people typed may miss a bound by the noise of adding.
fn exceeds(sum: f64, bound: f64) -> bool {
    sum > bound * (1.0 + 1e-9)
}

impl Problem {
    /// The constraints that clash; none when all can be kept.
    pub fn clashes(&self) -> Vec<Clash> {
        let mut clashes: Vec<Clash> = (self.stray.iter())
            .map(|(key, least)| {
                let cant = (self.outside.iter()).any(|(other, why)| other == key && *why == Outside::CantDeliver);
                let (key, least) = (*key, *least);
                if cant { Clash::CantDeliver { key, least } } else { Clash::Missing { key, least } }
            })
            .collect();
        let mut by_channel = vec![0.0; self.capacities.len()];
        let mut cost = 0.0;
        for pair in &self.pairs {
            if let Some(most) = pair.most.filter(|most| pair.least > *most) {
                clashes.push(Clash::Bounds { key: pair.key, least: pair.least, most });
            }
            by_channel[pair.place] += pair.least;
            cost += pair.least * pair.cost;
        }
        for (place, least) in by_channel.into_iter().enumerate() {
            if let Some(capacity) = self.capacities[place].filter(|capacity| exceeds(least, *capacity))
                && let Some(pair) = self.pairs.iter().find(|pair| pair.place == place)
            {
                clashes.push(Clash::Capacity { channel: pair.key.channel, least, capacity });
            }
        }
        for row in &self.rows {
            let least = row.entries.iter().map(|(place, by)| by * self.pairs[*place].least).sum();
            if exceeds(least, row.most) {
                clashes.push(Clash::Shared { of: row.of, least, most: row.most });
            }
        }
        if exceeds(cost, self.budget) {
            clashes.push(Clash::Budget { cost, budget: self.budget });
        }
        clashes
    }
}

impl Clash {
    /// The clash for a person. Amounts are filled in by `money`, counts of contacts by `count`.
    pub fn message<V: Into<Value>>(
        &self,
        project: &Project,
        money: impl Fn(f64) -> V,
        count: impl Fn(f64) -> V,
    ) -> Message {
        let channel = |id| project.channel(id).map_or_else(|| Value::from(""), |(_, channel)| channel.shown_name());
        let pair = |message: Message, key: &ReachKey| {
            message.with("channel", channel(key.channel)).with("segment", name_of(project, key.customer))
        };
        match self {
            Self::Bounds { key, least, most } => {
                pair(Message::new("clash-bounds"), key).with("least", count(*least)).with("most", count(*most))
            }
            Self::Capacity { channel: id, least, capacity } => Message::new("clash-capacity")
                .with("channel", channel(*id))
                .with("least", count(*least))
                .with("capacity", count(*capacity)),
            Self::Shared { of, least, most } => {
                let message = match of {
                    Shared::Market(customer) => {
                        Message::new("clash-market").with("segment", name_of(project, *customer))
                    }
                    Shared::Purchases(customer) => {
                        Message::new("clash-purchases").with("segment", name_of(project, *customer))
                    }
                    Shared::Hours => Message::new("clash-hours"),
                    Shared::Delivery => Message::new("clash-delivery"),
                };
                message.with("least", count(*least)).with("most", count(*most))
            }
            Self::Budget { cost, budget } => {
                Message::new("clash-budget").with("cost", money(*cost)).with("budget", money(*budget))
            }
            Self::CantDeliver { key, least } => {
                pair(Message::new("clash-cant-deliver"), key).with("least", count(*least))
            }
            Self::Missing { key, least } => pair(Message::new("clash-missing"), key).with("least", count(*least)),
        }
    }

    /// What it is about: a pair, a channel or a segment.
    pub fn about(&self) -> About {
        match self {
            Self::Bounds { key, .. } | Self::CantDeliver { key, .. } | Self::Missing { key, .. } => (*key).into(),
            Self::Capacity { channel, .. } => (*channel).into(),
            Self::Shared { of: Shared::Market(customer) | Shared::Purchases(customer), .. } => {
                About::customer(*customer)
            }
            Self::Shared { of: Shared::Hours | Shared::Delivery, .. } | Self::Budget { .. } => About::PROJECT,
        }
    }
}

/// What clashes in the limits of each scenario. Cost: of gathering its problem, not of solving it.
pub fn findings(project: &Project, index: &MatrixIndex) -> Vec<Finding> {
    let of = |scenario: &Scenario| {
        let clashes = Problem::of(project, index, scenario).clashes();
        let finding = |clash: Clash| Finding {
            topic: Topic::Budget,
            severity: Severity::Contradiction,
            what: clash
                .message(project, |amount| Value::Money(amount, project.currency.clone()), Value::Number)
                .with("scenario", scenario.shown_name()),
            why: Message::new("clash-why").with("scenario", scenario.shown_name()),
            about: clash.about().in_scenario(scenario.id),
        };
        clashes.into_iter().map(finding).collect::<Vec<_>>()
    };
    project.plan.scenarios.iter().flat_map(of).collect()
}
