//! The channels as they are for one customer segment, to be looked at and edited like the project's own.
//!
//! What is edited through it becomes figures of the segment; a figure that is what it would be anyway is inherited again.

use crate::analysis::channels::Comparison;
use crate::analysis::{Analysis, Target};
use crate::project::{Channel, ChannelId, Command, Figures, Of, Project, ReachKey, Record, SegmentId};
use crate::ui::{Action, View};

/// A project in which every channel has the figures that it has for one segment.
#[derive(Debug)]
pub struct Lens {
    revision: u64,
    pub target: Target,
    project: Project,
    analysis: Analysis,
}

impl Lens {
    /// Looks at the channels for that segment; none when it isn't there.
    pub fn of(view: &View, customer: SegmentId) -> Option<Self> {
        let target = Target::of(view.project, &view.analysis.matrix, customer)?;
        let channels = view.project.channels.iter().map(|channel| target.channel(view.project, channel)).collect();
        let project = Project { channels, margin: target.margin, ..view.project.clone() };
        let analysis = view.analysis.with_channels(&project, Comparison::of_target(view.project, &target));
        Some(Self { revision: view.revision, target, project, analysis })
    }

    /// It still shows what is there.
    pub fn is_fresh(&self, view: &View, customer: SegmentId) -> bool {
        self.revision == view.revision && self.target.customer == customer
    }

    /// What is seen through it.
    pub fn view<'a>(&'a self, view: &View<'a>) -> View<'a> {
        View { project: &self.project, analysis: &self.analysis, ..*view }
    }

    /// Makes edits of what is seen from `from` on edits of the project: a figure of a channel is set for the segment.
    pub fn translate(&self, project: &Project, from: usize, out: &mut [Action]) {
        for action in out.iter_mut().skip(from) {
            if let Action::Edit(command, _) = action {
                self.translate_command(project, command);
            }
        }
    }

    fn translate_command(&self, project: &Project, command: &mut Command) {
        match command {
            Command::All(commands) => {
                commands.iter_mut().for_each(|command| self.translate_command(project, command));
            }
            Command::Set { of, field, value } => {
                let [Of::Channel(id)] = of[..] else { return };
                let (Some(row), Some((_, own))) = (Figures::TABLE.find(field), project.channel(id)) else { return };
                *of = vec![Of::Reach(self.key(id))];
                // What it would be anyway is inherited.
                let inherited = self.target.inherited(project, own);
                if Channel::TABLE.find(field).is_some_and(|row| row.get(&inherited) == *value) {
                    *value = row.get(&Figures::default());
                }
            }
            _ => {}
        }
    }

    /// The segment and a channel.
    pub fn key(&self, channel: ChannelId) -> ReachKey {
        ReachKey { customer: self.target.customer, channel }
    }
}
