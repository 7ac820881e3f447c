//! What a team decides: plain data, and every way it changes.
//!
//! Knows no disk, no language, no toolkit and none of the other modules. Values are valid by construction of
//! [`Command`] and by [`check()`] for what comes from outside.

use std::sync::Arc;

use imbl::Vector;

mod channel;
mod check;
mod command;
mod decide;
mod decision;
mod id;
mod matrix;
mod message;
mod plan;
mod planning;
mod template;
mod usual;

pub use channel::{Channel, ChannelKind, Estimate, Owner, SalesFrom};
pub use check::{
    Fault, Field, check, check_amount, check_channel, check_criterion, check_estimate, check_funnel, check_level,
    check_limits, check_months, check_offer, check_overrides, check_preference, check_round, check_scenario,
    check_share,
};
pub use command::{Command, CommandError, Gesture};
pub use decide::Decide;
pub use decision::{
    Criterion, Decision, Direction, Matters, Pair, Participant, Question, Role, Round, Score, ScoreKey, Stage, VoteKey,
    Weighting,
};
pub use id::{BadId, ChannelId, CriterionId, ParticipantId, RoundId, ScenarioId, SegmentId};
pub use matrix::{Axis, Cell, CellKey, Fit, Matrix, Segment};
pub use message::{Message, Value};
pub use plan::{ContactLimits, Delivery, Funnel, Offer, Overrides, Plan, Reach, ReachKey, Scenario, Usage};
pub use planning::Planning;
pub use template::Template;
pub use usual::usual_criteria;

/// Everything that stands in one project file. A clone costs next to nothing: it shares its parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Project {
    /// What the team calls it.
    pub name: Arc<str>,
    /// The currency of every amount: an ISO 4217 code as `NOK`, or any short text.
    pub currency: Arc<str>,
    /// m: contribution margin, the share of revenue that is left after the variable costs of what is sold, 0 to 1.
    pub margin: f64,
    /// Segments and cells.
    pub matrix: Matrix,
    /// Channels, in the team's order.
    pub channels: Vector<Channel>,
    /// Criteria, scores and rounds.
    pub decision: Decision,
    /// How customer segments are reached, and with how much money.
    pub plan: Plan,
}

impl Default for Project {
    /// The blank project.
    fn default() -> Self {
        Self {
            name: "".into(),
            currency: "NOK".into(),
            margin: 1.0,
            matrix: Matrix::default(),
            channels: Vector::new(),
            decision: Decision::default(),
            plan: Plan::default(),
        }
    }
}

impl Project {
    /// The channel with that id and its place in the list. Cost: linear in the channels.
    pub fn channel(&self, id: ChannelId) -> Option<(usize, &Channel)> {
        self.channels.iter().enumerate().find(|(_, channel)| channel.id == id)
    }
}
