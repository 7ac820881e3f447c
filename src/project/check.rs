//! What makes a project invalid.

use std::collections::HashSet;

use thiserror::Error;

use super::{Channel, ChannelId, Estimate, Message, Project, SegmentId};

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
    /// A cell names a segment that isn't there, or is of the other side.
    #[error("no such segment: {0}")]
    UnknownSegment(SegmentId),
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
            Self::UnknownSegment(id) => Message::new("fault-unknown-segment").with("id", id.to_string()),
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
    channel.contacts_per_month.map_or(Ok(()), |contacts| check_amount(Field::ContactsPerMonth, contacts))
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
    for key in project.matrix.cells.keys() {
        if !products.contains(&key.product) {
            return Err(Fault::UnknownSegment(key.product));
        }
        if !customers.contains(&key.customer) {
            return Err(Fault::UnknownSegment(key.customer));
        }
    }
    let mut channels = HashSet::new();
    for channel in &project.channels {
        if !channels.insert(channel.id) {
            return Err(Fault::DuplicateChannel(channel.id));
        }
        check_channel(channel)?;
    }
    Ok(())
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
