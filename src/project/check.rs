//! What makes a project invalid.

use std::collections::{HashMap, HashSet};

use thiserror::Error;

use super::{
    CellKey, Channel, ChannelId, ContactLimits, Criterion, CriterionId, Decision, Estimate, Funnel, Message, Offer,
    Overrides, ParticipantId, Plan, Project, Question, Reach, ReachKey, Round, RoundId, Scenario, ScenarioId,
    SegmentId,
};

/// A figure of a channel or of the project, for messages that name it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "named as the fields are")]
pub enum Field {
    Margin,
    CostPerContact,
    SalesPerContact,
    CloseRate,
    RevenuePerSale,
    ContactsPerMonth,
    FixedCost,
    VariableCost,
    Weight,
    MeetingRate,
    OfferRate,
    SaleRate,
    SalesTarget,
    Budget,
    Months,
    Least,
    Most,
}

impl Field {
    /// The key of the field's name in the text catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Self::Margin => "field-margin",
            Self::CostPerContact => "field-cost-per-contact",
            Self::SalesPerContact => "field-sales-per-contact",
            Self::CloseRate => "field-close-rate",
            Self::RevenuePerSale => "field-revenue-per-sale",
            Self::ContactsPerMonth => "field-contacts-per-month",
            Self::FixedCost => "field-fixed-cost",
            Self::VariableCost => "field-variable-cost",
            Self::Weight => "field-weight",
            Self::MeetingRate => "field-meeting-rate",
            Self::OfferRate => "field-offer-rate",
            Self::SaleRate => "field-sale-rate",
            Self::SalesTarget => "field-sales-target",
            Self::Budget => "field-budget",
            Self::Months => "field-months",
            Self::Least => "field-least-contacts",
            Self::Most => "field-most-contacts",
        }
    }

    /// The field's name in a project file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Margin => "margin",
            Self::CostPerContact => "cost_per_contact",
            Self::SalesPerContact => "sales_per_contact",
            Self::CloseRate => "close_rate",
            Self::RevenuePerSale => "revenue_per_sale",
            Self::ContactsPerMonth => "contacts_per_month",
            Self::FixedCost => "fixed_cost_per_month",
            Self::VariableCost => "variable_cost",
            Self::Weight => "weight",
            Self::MeetingRate => "meeting_rate",
            Self::OfferRate => "offer_rate",
            Self::SaleRate => "sale_rate",
            Self::SalesTarget => "sales_target",
            Self::Budget => "budget",
            Self::Months => "months",
            Self::Least => "least",
            Self::Most => "most",
        }
    }
}

/// Why a figure or an id can't stand in a project.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum Fault {
    /// NaN or infinite.
    #[error("{} is not a number", .0.name())]
    NotFinite(Field),
    /// Below zero.
    #[error("{} is negative", .0.name())]
    Negative(Field),
    /// A share above 1.
    #[error("{} is above 1", .0.name())]
    AboveOne(Field),
    /// Not low ≤ likely ≤ high.
    #[error("{} is not in the order low, likely, high", .0.name())]
    OutOfOrder(Field),
    /// Two segments have one id.
    #[error("two segments have the id {0}")]
    DuplicateSegment(SegmentId),
    /// Two channels have one id.
    #[error("two channels have the id {0}")]
    DuplicateChannel(ChannelId),
    /// Something names a channel that isn't there.
    #[error("no such channel: {0}")]
    UnknownChannel(ChannelId),
    /// Two scenarios have one id.
    #[error("two scenarios have the id {0}")]
    DuplicateScenario(ScenarioId),
    /// Zero, where there must be something.
    #[error("{} is zero", .0.name())]
    Zero(Field),
    /// A preference above the strongest.
    #[error("{0} is not a preference from 0 to 3")]
    Preference(u8),
    /// A cell names a segment that isn't there, or is of the other side.
    #[error("no such segment: {0}")]
    UnknownSegment(SegmentId),
    /// Two criteria have one id.
    #[error("two criteria have the id {0}")]
    DuplicateCriterion(CriterionId),
    /// A score, a comparison or a round names a criterion that isn't there.
    #[error("no such criterion: {0}")]
    UnknownCriterion(CriterionId),
    /// A criterion can't matter more than itself.
    #[error("{0} is compared with itself")]
    ComparedWithItself(CriterionId),
    /// Not 2 to 5 levels, or not as many as the method has for the criterion's role.
    #[error("a scale can't have {0} levels here")]
    LevelCount(usize),
    /// A floor that isn't on the scale.
    #[error("the floor {0} is not on the scale")]
    Floor(u8),
    /// A score or a vote that isn't between 1 and the highest.
    #[error("{level} is not between 1 and {highest}")]
    Level {
        /// What was given.
        level: u8,
        /// The highest there is.
        highest: u8,
    },
    /// Two participants have one id.
    #[error("two participants have the id {0}")]
    DuplicateParticipant(ParticipantId),
    /// A vote is by somebody who takes no part in the round.
    #[error("no such participant: {0}")]
    UnknownParticipant(ParticipantId),
    /// Two rounds have one id.
    #[error("two rounds have the id {0}")]
    DuplicateRound(RoundId),
    /// A round has a cell twice.
    #[error("the cell stands twice in the round")]
    TwiceInRound,
    /// A vote is on a cell that the round isn't about.
    #[error("the cell is not in the round")]
    NotInRound,
}

impl Fault {
    /// The fault for a person; a field's name stands in it as a key that the text catalogue resolves.
    pub fn message(self) -> Message {
        match self {
            Self::NotFinite(field) => Message::new("fault-not-finite").with("field", Message::new(field.key())),
            Self::Negative(field) => Message::new("fault-negative").with("field", Message::new(field.key())),
            Self::AboveOne(field) => Message::new("fault-above-one").with("field", Message::new(field.key())),
            Self::OutOfOrder(field) => Message::new("fault-out-of-order").with("field", Message::new(field.key())),
            Self::DuplicateSegment(id) => Message::new("fault-duplicate-segment").with("id", id.to_string()),
            Self::DuplicateChannel(id) => Message::new("fault-duplicate-channel").with("id", id.to_string()),
            Self::UnknownChannel(id) => Message::new("fault-unknown-channel").with("id", id.to_string()),
            Self::DuplicateScenario(id) => Message::new("fault-duplicate-scenario").with("id", id.to_string()),
            Self::Zero(field) => Message::new("fault-zero").with("field", Message::new(field.key())),
            Self::Preference(level) => Message::new("fault-preference").with("level", usize::from(level)),
            Self::UnknownSegment(id) => Message::new("fault-unknown-segment").with("id", id.to_string()),
            Self::DuplicateCriterion(id) => Message::new("fault-duplicate-criterion").with("id", id.to_string()),
            Self::UnknownCriterion(id) => Message::new("fault-unknown-criterion").with("id", id.to_string()),
            Self::ComparedWithItself(id) => Message::new("fault-compared-with-itself").with("id", id.to_string()),
            Self::LevelCount(levels) => Message::new("fault-level-count").with("levels", levels),
            Self::Floor(floor) => Message::new("fault-floor").with("floor", usize::from(floor)),
            Self::Level { level, highest } => {
                Message::new("fault-level").with("level", usize::from(level)).with("highest", usize::from(highest))
            }
            Self::DuplicateParticipant(id) => Message::new("fault-duplicate-participant").with("id", id.to_string()),
            Self::UnknownParticipant(id) => Message::new("fault-unknown-participant").with("id", id.to_string()),
            Self::DuplicateRound(id) => Message::new("fault-duplicate-round").with("id", id.to_string()),
            Self::TwiceInRound => Message::new("fault-twice-in-round"),
            Self::NotInRound => Message::new("fault-not-in-round"),
        }
    }
}

/// An amount or a count: finite, not negative.
pub fn check_amount(field: Field, amount: f64) -> Result<(), Fault> {
    if !amount.is_finite() {
        Err(Fault::NotFinite(field))
    } else if amount < 0.0 {
        Err(Fault::Negative(field))
    } else {
        Ok(())
    }
}

/// A share: an amount up to 1.
pub fn check_share(field: Field, share: f64) -> Result<(), Fault> {
    check_amount(field, share)?;
    if share > 1.0 { Err(Fault::AboveOne(field)) } else { Ok(()) }
}

/// An estimate: each figure holds by `check_one`, and low ≤ likely ≤ high where given.
pub fn check_estimate(
    field: Field,
    estimate: Estimate,
    check_one: fn(Field, f64) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let given = [estimate.low, estimate.likely, estimate.high].into_iter().flatten();
    given.clone().try_for_each(|figure| check_one(field, figure))?;
    if given.is_sorted() { Ok(()) } else { Err(Fault::OutOfOrder(field)) }
}

/// Every figure of a channel.
pub fn check_channel(channel: &Channel) -> Result<(), Fault> {
    check_estimate(Field::CostPerContact, channel.cost_per_contact, check_amount)?;
    check_estimate(Field::SalesPerContact, channel.sales_per_contact, check_amount)?;
    check_estimate(Field::CloseRate, channel.close_rate, check_share)?;
    check_estimate(Field::RevenuePerSale, channel.revenue_per_sale, check_amount)?;
    check_rest(channel.contacts_per_month, channel.fixed_cost_per_month, channel.variable_cost)
}

fn check_rest(contacts: Option<f64>, fixed: Option<f64>, variable: Option<f64>) -> Result<(), Fault> {
    contacts.map_or(Ok(()), |contacts| check_amount(Field::ContactsPerMonth, contacts))?;
    fixed.map_or(Ok(()), |fixed| check_amount(Field::FixedCost, fixed))?;
    variable.map_or(Ok(()), |variable| check_share(Field::VariableCost, variable))
}

/// Every figure that differs for a segment.
pub fn check_overrides(figures: &Overrides) -> Result<(), Fault> {
    check_estimate(Field::CostPerContact, figures.cost_per_contact, check_amount)?;
    check_estimate(Field::SalesPerContact, figures.sales_per_contact, check_amount)?;
    check_estimate(Field::CloseRate, figures.close_rate, check_share)?;
    check_estimate(Field::RevenuePerSale, figures.revenue_per_sale, check_amount)?;
    check_rest(figures.contacts_per_month, figures.fixed_cost_per_month, figures.variable_cost)
}

/// A preference: 0 to 3.
pub fn check_preference(preference: u8) -> Result<(), Fault> {
    if preference <= Reach::HIGHEST_PREFERENCE { Ok(()) } else { Err(Fault::Preference(preference)) }
}

/// What a product segment sells for.
pub fn check_offer(offer: &Offer) -> Result<(), Fault> {
    check_estimate(Field::RevenuePerSale, offer.revenue_per_sale, check_amount)?;
    offer.margin.map_or(Ok(()), |margin| check_share(Field::Margin, margin))
}

/// Stage rates and the target.
pub fn check_funnel(funnel: &Funnel) -> Result<(), Fault> {
    let fields = [Field::MeetingRate, Field::OfferRate, Field::SaleRate];
    for (field, rate) in fields.into_iter().zip(funnel.rates()) {
        rate.map_or(Ok(()), |rate| check_share(field, rate))?;
    }
    funnel.sales_target.map_or(Ok(()), |target| check_amount(Field::SalesTarget, target))
}

/// A period: above zero.
pub fn check_months(months: f64) -> Result<(), Fault> {
    check_amount(Field::Months, months)?;
    if months > 0.0 { Ok(()) } else { Err(Fault::Zero(Field::Months)) }
}

/// Each limit by itself: that the least is above the most is no fault, but a clash that the budget names.
pub fn check_limits(limits: ContactLimits) -> Result<(), Fault> {
    limits.least.map_or(Ok(()), |least| check_amount(Field::Least, least))?;
    limits.most.map_or(Ok(()), |most| check_amount(Field::Most, most))
}

/// A scenario's money, period and limits; not whether what the limits are about is there.
pub fn check_scenario(scenario: &Scenario) -> Result<(), Fault> {
    check_amount(Field::Budget, scenario.budget)?;
    check_months(scenario.months)?;
    scenario.limits.values().try_for_each(|limits| check_limits(*limits))
}

fn check_plan(plan: &Plan, check_key: impl Fn(&ReachKey) -> Result<(), Fault>) -> Result<(), Fault> {
    for (key, reach) in &plan.reaches {
        check_key(key)?;
        reach.preference.map_or(Ok(()), check_preference)?;
        check_overrides(&reach.figures)?;
    }
    plan.offers.values().try_for_each(check_offer)?;
    plan.funnels.values().try_for_each(check_funnel)?;
    let mut scenarios = HashSet::new();
    for scenario in &plan.scenarios {
        if !scenarios.insert(scenario.id) {
            return Err(Fault::DuplicateScenario(scenario.id));
        }
        check_scenario(scenario)?;
        scenario.limits.keys().try_for_each(&check_key)?;
    }
    Ok(())
}

/// A criterion's scale, floor and weight.
pub fn check_criterion(criterion: &Criterion) -> Result<(), Fault> {
    check_amount(Field::Weight, criterion.weight)?;
    let levels = criterion.anchors.len();
    let fits = criterion.role.levels().is_none_or(|fixed| levels == usize::from(fixed));
    if !fits || !Criterion::LEVELS.contains(&levels) {
        return Err(Fault::LevelCount(levels));
    }
    match criterion.floor {
        Some(floor) if check_level(floor, criterion.levels()).is_err() => Err(Fault::Floor(floor)),
        _ => Ok(()),
    }
}

/// A score or a vote: 1 to the highest.
pub fn check_level(level: u8, highest: u8) -> Result<(), Fault> {
    if (1..=highest).contains(&level) { Ok(()) } else { Err(Fault::Level { level, highest }) }
}

/// A round's question, participants, cells and votes; not whether the segments of its cells are there.
pub fn check_round(decision: &Decision, round: &Round) -> Result<(), Fault> {
    let highest = match (decision.highest_vote(round.question), round.question) {
        (Some(highest), _) => highest,
        (None, Question::Score(criterion)) => return Err(Fault::UnknownCriterion(criterion)),
        (None, Question::Prio) => 0,
    };
    let mut participants = HashSet::new();
    for participant in &round.participants {
        if !participants.insert(participant.id) {
            return Err(Fault::DuplicateParticipant(participant.id));
        }
    }
    let mut cells = HashSet::new();
    if !round.cells.iter().all(|cell| cells.insert(*cell)) {
        return Err(Fault::TwiceInRound);
    }
    for (key, vote) in &round.votes {
        if !participants.contains(&key.participant) {
            return Err(Fault::UnknownParticipant(key.participant));
        }
        if !cells.contains(&key.cell) {
            return Err(Fault::NotInRound);
        }
        check_level(*vote, highest)?;
    }
    Ok(())
}

fn check_decision(decision: &Decision, check_cell: impl Fn(&CellKey) -> Result<(), Fault>) -> Result<(), Fault> {
    let mut criteria = HashMap::new();
    for criterion in &decision.criteria {
        check_criterion(criterion)?;
        if criteria.insert(criterion.id, criterion.levels()).is_some() {
            return Err(Fault::DuplicateCriterion(criterion.id));
        }
    }
    let known = |id: CriterionId| criteria.get(&id).copied().ok_or(Fault::UnknownCriterion(id));
    for pair in decision.comparisons.keys() {
        known(pair.first())?;
        known(pair.second())?;
    }
    for (key, score) in &decision.scores {
        check_cell(&key.cell)?;
        check_level(score.level, known(key.criterion)?)?;
    }
    let mut participants = HashSet::new();
    if let Some(twice) = decision.participants.iter().find(|participant| !participants.insert(participant.id)) {
        return Err(Fault::DuplicateParticipant(twice.id));
    }
    let mut rounds = HashSet::new();
    for round in &decision.rounds {
        if !rounds.insert(round.id) {
            return Err(Fault::DuplicateRound(round.id));
        }
        round.cells.iter().try_for_each(&check_cell)?;
        check_round(decision, round)?;
    }
    Ok(())
}

/// The whole project. [`Command`](super::Command)s keep it so; a file is checked with more detail as it is read.
pub fn check(project: &Project) -> Result<(), Fault> {
    check_share(Field::Margin, project.margin)?;
    let mut products = HashSet::new();
    let mut customers = HashSet::new();
    for segment in &project.matrix.products {
        if !products.insert(segment.id) {
            return Err(Fault::DuplicateSegment(segment.id));
        }
    }
    for segment in &project.matrix.customers {
        if products.contains(&segment.id) || !customers.insert(segment.id) {
            return Err(Fault::DuplicateSegment(segment.id));
        }
    }
    let check_cell = |key: &CellKey| {
        if !products.contains(&key.product) {
            return Err(Fault::UnknownSegment(key.product));
        }
        if !customers.contains(&key.customer) {
            return Err(Fault::UnknownSegment(key.customer));
        }
        Ok(())
    };
    project.matrix.cells.keys().try_for_each(check_cell)?;
    let mut channels = HashSet::new();
    for channel in &project.channels {
        if !channels.insert(channel.id) {
            return Err(Fault::DuplicateChannel(channel.id));
        }
        check_channel(channel)?;
    }
    check_decision(&project.decision, check_cell)?;
    let known = |side: &HashSet<SegmentId>, id: SegmentId| {
        if side.contains(&id) { Ok(()) } else { Err(Fault::UnknownSegment(id)) }
    };
    project.plan.offers.keys().try_for_each(|id| known(&products, *id))?;
    project.plan.funnels.keys().try_for_each(|id| known(&customers, *id))?;
    check_plan(&project.plan, |key| {
        known(&customers, key.customer)?;
        if channels.contains(&key.channel) { Ok(()) } else { Err(Fault::UnknownChannel(key.channel)) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures() {
        let field = Field::CostPerContact;
        assert_eq!(check_amount(field, 0.0), Ok(()));
        assert_eq!(check_amount(field, -0.01), Err(Fault::Negative(field)));
        assert_eq!(check_amount(field, f64::NAN), Err(Fault::NotFinite(field)));
        assert_eq!(check_amount(field, f64::INFINITY), Err(Fault::NotFinite(field)));
        assert_eq!(check_share(Field::CloseRate, 1.0), Ok(()));
        assert_eq!(check_share(Field::CloseRate, 1.01), Err(Fault::AboveOne(Field::CloseRate)));
    }

    #[test]
    fn order_of_a_range() {
        let check = |low, likely, high| check_estimate(Field::CloseRate, Estimate { low, likely, high }, check_share);
        assert_eq!(check(Some(0.1), Some(0.1), Some(0.2)), Ok(()));
        assert_eq!(check(Some(0.1), None, Some(0.2)), Ok(()));
        assert_eq!(check(Some(0.3), None, Some(0.2)), Err(Fault::OutOfOrder(Field::CloseRate)));
        assert_eq!(check(None, Some(0.3), Some(0.2)), Err(Fault::OutOfOrder(Field::CloseRate)));
    }
}
