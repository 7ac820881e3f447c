//! What screens draw from.

use crate::analysis::Analysis;
use crate::project::Project;
use crate::text::Text;

/// The open project with what follows from it, and the words.
#[derive(Clone, Copy)]
pub struct View<'a> {
    pub project: &'a Project,
    pub analysis: &'a Analysis,
    pub text: &'a Text,
    /// Changes when the project does: the key of what a screen computes from it (see [`Memo`](super::Memo)).
    pub revision: u64,
}

impl<'a> View<'a> {
    pub fn new(analysis: &'a Analysis, text: &'a Text) -> Self {
        Self { project: analysis.project(), analysis, text, revision: analysis.state() }
    }
}
