//! What a team decides: plain data, and every way it changes.
//!
//! Knows no disk, no language, no toolkit and none of the other modules. Values are valid by construction of
//! [`Command`] and by [`check()`] for what comes from outside.

use std::sync::Arc;

use imbl::{OrdMap, Vector};

use field::{at, field_name, table};

mod about;
mod agenda;
mod agenda_edit;
mod attribute_key;
mod beachhead;
mod bowling;
mod channel;
mod check;
mod command;
mod decide;
mod decision;
mod describe;
mod error;
mod estimate;
mod fault;
pub mod field;
mod id;
mod lookup;
mod market;
mod matrix;
mod message;
mod name;
mod of;
mod plan;
mod planning;
mod position;
mod round_row;
mod rows;
mod staff;
mod team;
mod template;
mod usual;

pub use about::About;
pub use agenda::{Agenda, FindingKey, NextStep, Progress, SetAside};
pub use agenda_edit::AgendaEdit;
pub use attribute_key::AttributeKey;
pub use beachhead::{Beachhead, BeachheadRow, CellRow};
pub use channel::{Channel, ChannelKind, Figures, FixedCost, Owner, SalesFrom};
pub use check::{check, check_round, check_scenario};
pub use command::{Command, Gesture, Replaced};
pub use decide::Decide;
pub use decision::{
    Criterion, Decision, Direction, Matters, Pair, Participant, Question, Role, Round, Score, ScoreKey, Stage, VoteKey,
    Weighting,
};
pub use describe::Describe;
pub use error::CommandError;
pub use estimate::{End, Estimate};
pub use fault::Fault;
pub use field::{
    At, Field, FieldInfo, FieldName, FieldValue, Kind, Need, OneOf, Options, Picked, Record, Shape, Table, Unit, Wrong,
    WrongKind,
};
pub use id::{
    AccountId, AttributeId, BadId, ChannelId, CriterionId, FollowUpId, ParticipantId, RoleId, RoundId, ScenarioId,
    SegmentId, StepId, TaskId, TeamId, TerritoryId,
};
pub use market::{
    Answer, Attribute, AttributeGroup, AttributeKind, AttributeValue, Growth, Market, MarketQuestion, NeedLevel,
    Profile, RevenueHistory, ValueKey,
};
pub use matrix::{Axis, Cell, CellKey, Fit, Matrix, Segment};
pub use message::{Message, Value};
pub use of::Of;
pub use plan::{ContactLimits, Delivery, Funnel, Offer, Plan, PrioOrder, Reach, ReachKey, Scenario, Usage};
pub use position::{Position, PriceOrValue, Rung};
pub use round_row::{Ballot, RoundRow, Vote};
pub use rows::check_level;
pub use rows::{Comparison, CustomerRow, Invalid, ProductRow, Row, Rows, ScenarioRow, Step};
pub use staff::{Entry, Staff};
pub use team::{
    Account, Coordinates, Duty, DutyKey, DutyPart, FollowUp, Handling, HandlingKey, Interval, SizedFor, Sizing, Task,
    TaskKind, Team, TeamRole, Territory,
};
pub use template::Template;
pub use usual::{usual_criteria, usual_criterion};

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
    /// What is known of customer segments.
    pub market: Market,
    /// By product segment; a blank one isn't stored.
    pub positions: OrdMap<SegmentId, Position>,
    /// What is bet on first, and what follows it.
    pub beachhead: Option<Beachhead>,
    /// Channels, in the team's order.
    pub channels: Vector<Channel>,
    /// Criteria, scores and rounds.
    pub decision: Decision,
    /// How customer segments are reached, and with how much money.
    pub plan: Plan,
    /// Next steps, and findings set aside.
    pub agenda: Agenda,
    /// Who sells, and how many they have to be.
    pub team: Team,
}

impl Default for Project {
    /// The blank project.
    fn default() -> Self {
        Self {
            name: "".into(),
            currency: "NOK".into(),
            margin: 1.0,
            matrix: Matrix::default(),
            market: Market::default(),
            positions: OrdMap::new(),
            beachhead: None,
            channels: Vector::new(),
            decision: Decision::default(),
            plan: Plan::default(),
            agenda: Agenda::default(),
            team: Team::default(),
        }
    }
}

impl Record for Project {
    const TABLE: &'static Table<Self> = table! {
        ids ["format"],
        "name" (Always) => Kind::Text(at!(name)),
        "currency" (Always) => Kind::Text(at!(currency)),
        "margin" (Always) => Kind::Filled(Unit::Share, at!(margin), 1.0),
        rest [
            "product_segments", "customer_segments", "attributes", "profiles", "values", "cells", "positions", "beachhead",
            "channels", "criteria", "weighting", "comparisons", "scores", "participants", "rounds", "reaches", "offers",
            "funnels", "scenarios", "steps", "set_aside", "sizing", "roles", "tasks", "duties",
            "follow_ups", "handlings", "territories", "accounts"
        ]
    };
}

/// The fields of all records, those of the project first. A name that several records have comes several times.
pub fn all_fields() -> impl Iterator<Item = FieldInfo> {
    (Project::TABLE.infos())
        .chain(Axis::ALL.into_iter().flat_map(|axis| Segment::table(axis).infos()))
        .chain(Attribute::TABLE.infos())
        .chain(Profile::TABLE.infos())
        .chain(Cell::TABLE.infos())
        .chain(Position::TABLE.infos())
        .chain(Channel::TABLE.infos())
        .chain(Criterion::TABLE.infos())
        .chain(Score::TABLE.infos())
        .chain(Participant::TABLE.infos())
        .chain(Round::TABLE.infos())
        .chain(Reach::TABLE.infos())
        .chain(Offer::TABLE.infos())
        .chain(Funnel::TABLE.infos())
        .chain(Scenario::TABLE.infos())
        .chain(ContactLimits::TABLE.infos())
        .chain(NextStep::TABLE.infos())
        .chain(SetAside::TABLE.infos())
        .chain(Sizing::TABLE.infos())
        .chain(TeamRole::TABLE.infos())
        .chain(Task::TABLE.infos())
        .chain(Duty::TABLE.infos())
        .chain(FollowUp::TABLE.infos())
        .chain(Handling::TABLE.infos())
        .chain(Territory::TABLE.infos())
        .chain(Account::TABLE.infos())
}

impl Project {
    /// The position of a product segment; a blank one where nothing is given.
    pub fn position(&self, product: SegmentId) -> &Position {
        self.positions.get(&product).unwrap_or_else(|| Position::blank())
    }

    /// Whether the cell is the beachhead.
    pub fn is_beachhead(&self, cell: CellKey) -> bool {
        self.beachhead.as_ref().is_some_and(|beachhead| beachhead.cell == cell)
    }

    /// The cell's place among the follow-ons, from 0.
    pub fn follow_on(&self, cell: CellKey) -> Option<usize> {
        self.beachhead.as_ref()?.follow_ons.iter().position(|follow_on| *follow_on == cell)
    }

    /// The channel with that id and its place in the list. Cost: linear in the channels.
    pub fn channel(&self, id: ChannelId) -> Option<(usize, &Channel)> {
        self.channels.iter().enumerate().find(|(_, channel)| channel.id == id)
    }
}
