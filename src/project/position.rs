//! Where a product segment stands: its rung on the ladder of the offer, and how it is sold.

use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use super::field::{Kind, Record, Table, Unit, at, choice, field_name, options, table};

/// What an offer does for its buyer, from operative (the customer's staff) to strategic (its management).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Rung {
    /// Solves a simple operative need.
    #[default]
    Product,
    /// Products, implementation and support for a business problem.
    Solution,
    /// The customer's business processes.
    BusinessProcess,
    /// The customer's own value proposition.
    ValueProposition,
    /// What the customer's customers get.
    CustomersCustomers,
}

options!(Rung {
    Product => "rung-product",
    Solution => "rung-solution",
    BusinessProcess => "rung-business-process",
    ValueProposition => "rung-value-proposition",
    CustomersCustomers => "rung-customers-customers",
});

impl Rung {
    /// 1 for the most operative to 5 for the most strategic.
    pub fn number(self) -> usize {
        self as usize + 1
    }
}

/// Whether an offer is sold by its price or by its value.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum PriceOrValue {
    /// Volume and low price: standard services, sold by lowering the price.
    #[default]
    Price,
    /// Value creation: special competence, sold by showing the value.
    Value,
}

options!(PriceOrValue { Price => "strategy-price", Value => "strategy-value" });

/// The position of a product segment.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Position {
    pub rung: Option<Rung>,
    pub strategy: Option<PriceOrValue>,
    /// What the offer is worth to its buyer, in the buyer's eyes, in points.
    pub perceived_value: Option<f64>,
    /// What the buyer feels that it costs: price, effort and risk, in the same points.
    pub perceived_cost: Option<f64>,
    /// Whom it is for.
    pub target_group: Arc<str>,
    /// The position in one sentence.
    pub statement: Arc<str>,
}

impl Record for Position {
    const TABLE: &'static Table<Self> = table! {
        ids ["product"],
        "rung" => choice!(rung: Option<Rung>),
        "strategy" => choice!(strategy: Option<PriceOrValue>),
        "perceived_value" => Kind::Number(Unit::Points, at!(perceived_value)),
        "perceived_cost" => Kind::Number(Unit::Points, at!(perceived_cost)),
        "target_group" => Kind::Text(at!(target_group)),
        "statement" => Kind::Text(at!(statement)),
        rest []
    };
}

impl Position {
    pub fn is_blank(&self) -> bool {
        Self::TABLE.is_blank(self)
    }

    /// Perceived value − perceived cost, from −10 to 10 points; none unless both are given.
    pub fn perceived_return(&self) -> Option<f64> {
        Some(self.perceived_value? - self.perceived_cost?)
    }

    pub(super) fn blank() -> &'static Self {
        static BLANK: OnceLock<Position> = OnceLock::new();
        BLANK.get_or_init(Self::default)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn return_needs_both_and_may_be_below_zero() {
        let position = |value, cost| Position { perceived_value: value, perceived_cost: cost, ..Position::default() };
        assert_eq!(position(Some(7.5), Some(4.0)).perceived_return(), Some(3.5));
        assert_eq!(position(Some(2.0), Some(4.0)).perceived_return(), Some(-2.0));
        assert_eq!(position(Some(2.0), None).perceived_return(), None);
        assert_eq!(position(None, Some(2.0)).perceived_return(), None);
    }
}
