//! What a finding or a next step is about.

use super::{CellKey, ChannelId, CriterionId, ReachKey, ScenarioId, ScoreKey, SegmentId};

/// A place in a project by what it is made of: a cell is a product and a customer segment, a pair a customer segment and
/// a channel. Nothing of it means the project as a whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct About {
    pub product: Option<SegmentId>,
    pub customer: Option<SegmentId>,
    pub channel: Option<ChannelId>,
    pub criterion: Option<CriterionId>,
    pub scenario: Option<ScenarioId>,
}

impl About {
    pub const PROJECT: Self = Self { product: None, customer: None, channel: None, criterion: None, scenario: None };

    pub fn product(id: SegmentId) -> Self {
        Self { product: Some(id), ..Self::PROJECT }
    }

    pub fn customer(id: SegmentId) -> Self {
        Self { customer: Some(id), ..Self::PROJECT }
    }

    #[must_use]
    pub fn in_scenario(self, id: ScenarioId) -> Self {
        Self { scenario: Some(id), ..self }
    }

    /// The cell that it is about or in.
    pub fn cell(self) -> Option<CellKey> {
        Some(CellKey { product: self.product?, customer: self.customer? })
    }

    /// The channel and the segment that it is about.
    pub fn pair(self) -> Option<ReachKey> {
        Some(ReachKey { customer: self.customer?, channel: self.channel? })
    }
}

impl From<CellKey> for About {
    fn from(CellKey { product, customer }: CellKey) -> Self {
        Self { product: Some(product), customer: Some(customer), ..Self::PROJECT }
    }
}

impl From<ReachKey> for About {
    fn from(ReachKey { customer, channel }: ReachKey) -> Self {
        Self { customer: Some(customer), channel: Some(channel), ..Self::PROJECT }
    }
}

impl From<ScoreKey> for About {
    fn from(ScoreKey { cell, criterion }: ScoreKey) -> Self {
        Self { criterion: Some(criterion), ..cell.into() }
    }
}

impl From<ChannelId> for About {
    fn from(id: ChannelId) -> Self {
        Self { channel: Some(id), ..Self::PROJECT }
    }
}

impl From<CriterionId> for About {
    fn from(id: CriterionId) -> Self {
        Self { criterion: Some(id), ..Self::PROJECT }
    }
}

impl From<ScenarioId> for About {
    fn from(id: ScenarioId) -> Self {
        Self::PROJECT.in_scenario(id)
    }
}
