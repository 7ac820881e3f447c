//! Figures that are not known for sure.

use serde::{Deserialize, Serialize};

/// An uncertain figure. Each is finite and not negative, low ≤ likely ≤ high where given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Estimate {
    pub low: Option<f64>,
    pub likely: Option<f64>,
    pub high: Option<f64>,
}

/// An end of an estimate, or its middle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum End {
    Low,
    Likely,
    High,
}

impl End {
    /// From low to high.
    pub const ALL: [Self; 3] = [Self::Low, Self::Likely, Self::High];

    /// Its name in a file.
    pub fn name(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Likely => "likely",
            Self::High => "high",
        }
    }

    /// The key of its words in the text catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Self::Low => "channels-low",
            Self::Likely => "channels-likely",
            Self::High => "channels-high",
        }
    }

    /// What an estimate has there.
    pub fn of(self, estimate: &Estimate) -> Option<f64> {
        match self {
            Self::Low => estimate.low,
            Self::Likely => estimate.likely,
            Self::High => estimate.high,
        }
    }

    pub fn of_mut(self, estimate: &mut Estimate) -> &mut Option<f64> {
        match self {
            Self::Low => &mut estimate.low,
            Self::Likely => &mut estimate.likely,
            Self::High => &mut estimate.high,
        }
    }
}

impl Estimate {
    /// A figure without a range.
    pub fn point(likely: f64) -> Self {
        Self { low: None, likely: Some(likely), high: None }
    }

    /// A figure with a range.
    pub fn range(low: f64, likely: f64, high: f64) -> Self {
        Self { low: Some(low), likely: Some(likely), high: Some(high) }
    }

    /// None of its figures is given.
    pub fn is_blank(self) -> bool {
        self.low.is_none() && self.likely.is_none() && self.high.is_none()
    }

    /// low ≤ likely ≤ high, of those that are given.
    pub fn is_in_order(self) -> bool {
        [self.low, self.likely, self.high].into_iter().flatten().is_sorted()
    }
}
