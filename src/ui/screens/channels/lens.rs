//! The channels as they are for one customer segment, to be looked at and edited like the project's own.
//!
//! What is edited through it becomes figures of the segment; a figure that is what it would be anyway is inherited again.

use crate::analysis::channels::Comparison;
use crate::analysis::{Analysis, Target};
use crate::project::{Channel, ChannelId, Command, Estimate, Figures, Planning, Project, ReachKey, SegmentId};
use crate::ui::{Action, View};

/// A project in which every channel has the figures that it has for one segment.
#[derive(Debug)]
pub struct Lens {
    revision: u64,
    /// The segment.
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
        let analysis = Analysis { channels: Comparison::of_target(view.project, &target), ..Analysis::default() };
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

    /// Makes edits of what is seen from `from` on edits of the project.
    pub fn translate(&self, project: &Project, from: usize, out: &mut [Action]) {
        let mut project = project.clone();
        for action in out.iter_mut().skip(from) {
            let Action::Edit(command, _) = action else { continue };
            if let Command::SetChannel(channel) = command
                && let Some(translated) = self.command(&project, channel)
            {
                *command = translated;
            }
            if let Err(error) = command.apply(&mut project) {
                log::debug!("an edit that can't be done: {error}");
            }
        }
    }

    fn command(&self, project: &Project, seen: &Channel) -> Option<Command> {
        let (_, own) = project.channel(seen.id)?;
        let key = ReachKey { customer: self.target.customer, channel: seen.id };
        let renamed = Channel {
            name: seen.name.clone(),
            owner: seen.owner,
            kind: seen.kind.clone(),
            note: seen.note.clone(),
            ..own.clone()
        };
        let figures = given(seen, &self.target.inherited(project, own));
        let mut commands = Vec::new();
        if renamed != *own {
            commands.push(Command::SetChannel(renamed));
        }
        if figures != project.plan.reach(key).figures {
            commands.push(Planning::SetOverrides { key, figures }.into());
        }
        Some(if commands.len() == 1 { commands.swap_remove(0) } else { Command::All(commands) })
    }

    /// A channel's figures that are given for the segment.
    pub fn given(&self, channel: ChannelId) -> &Figures {
        &self.project.plan.reach(self.key(channel)).figures
    }

    /// The segment and a channel.
    pub fn key(&self, channel: ChannelId) -> ReachKey {
        ReachKey { customer: self.target.customer, channel }
    }

    /// What is taken from `after` where the segment has no figures of its own.
    pub fn product_sells_for(&self) -> Option<Estimate> {
        let offer = self.project.plan.offer(self.target.product?).revenue_per_sale;
        Some(offer).filter(|offer| !offer.is_blank())
    }
}

/// What has to be given for a segment so that a channel that would be `inherited` is as it is `seen`.
fn given(seen: &Channel, inherited: &Channel) -> Figures {
    let estimate = |seen: Estimate, other: Estimate| if seen == other { Estimate::default() } else { seen };
    let amount = |seen: Option<f64>, other: Option<f64>| seen.filter(|_| seen != other);
    Figures {
        cost_per_contact: estimate(seen.figures.cost_per_contact, inherited.figures.cost_per_contact),
        sales_from: Some(seen.figures.sales_from()).filter(|from| *from != inherited.figures.sales_from()),
        sales_per_contact: estimate(seen.figures.sales_per_contact, inherited.figures.sales_per_contact),
        close_rate: estimate(seen.figures.close_rate, inherited.figures.close_rate),
        revenue_per_sale: estimate(seen.figures.revenue_per_sale, inherited.figures.revenue_per_sale),
        contacts_per_month: amount(seen.figures.contacts_per_month, inherited.figures.contacts_per_month),
        fixed_cost_per_month: amount(seen.figures.fixed_cost_per_month, inherited.figures.fixed_cost_per_month),
        variable_cost: amount(seen.figures.variable_cost, inherited.figures.variable_cost),
    }
}
