//! Channels against each other: derived figures, the efficient frontier, who is dominated.

use crate::project::Project;

/// All channels of a project compared.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Comparison {}

impl Comparison {
    /// Compares the channels of a project.
    pub fn of(_project: &Project) -> Self {
        Self {}
    }
}
