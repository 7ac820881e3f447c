//! What documents are made of.

use super::document::{Block, Document};
use crate::analysis::Analysis;
use crate::figure::ChannelPicture;
use crate::project::Project;
use crate::text::Text;

/// What documents are made of.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    pub project: &'a Project,
    pub analysis: &'a Analysis,
    pub text: &'a Text,
    /// The channels' picture as the window shows it.
    pub seen: &'a ChannelPicture,
}

impl<'a> Source<'a> {
    pub fn document(&self, blocks: Vec<Block>) -> Document<'a> {
        let Self { project, text, .. } = *self;
        Document { name: project.name.clone(), currency: project.currency.clone(), text, blocks }
    }
}
