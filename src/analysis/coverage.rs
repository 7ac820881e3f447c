//! Whether the channels picked reach the segments that matter, in words.

use super::channels::{Comparison, Standing};
use super::{MatrixIndex, Target};
use crate::project::{
    Axis, Channel, ChannelId, Delivery, Fit, Message, Project, Reach, ReachKey, SegmentId, Usage, Value,
};

/// How much a finding matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Something doesn't go together.
    Warning,
    /// Worth a thought.
    Hint,
}

/// Something about how segments are reached that should be looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// How much it matters.
    pub severity: Severity,
    /// What it is.
    pub message: Message,
    /// The customer segment that it is about.
    pub customer: Option<SegmentId>,
    /// The channel that it is about.
    pub channel: Option<ChannelId>,
}

/// What should be looked at: warnings first, then by Prio, column and channel. Cost: the segments times the square of
/// the channels.
pub fn coverage(project: &Project, index: &MatrixIndex) -> Vec<Finding> {
    let mut targets = Target::all(project, index);
    targets.retain(Target::is_prioritised);
    targets.sort_by_key(|target| target.fit);
    let mut findings: Vec<Finding> = targets.iter().flat_map(|target| of_target(project, target)).collect();
    findings.extend(project.channels.iter().filter_map(|channel| only_later(project, &targets, channel)));
    findings.sort_by_key(|finding| finding.severity);
    findings
}

fn reach<'a>(project: &'a Project, customer: SegmentId, channel: &Channel) -> &'a Reach {
    project.plan.reach(ReachKey { customer, channel: channel.id })
}

fn of_target(project: &Project, target: &Target) -> Vec<Finding> {
    let customer = target.customer;
    let name = name_of(project, customer);
    let said = |severity, key: &'static str, channel: Option<&Channel>| {
        let message = Message::new(key).with("segment", name.clone());
        let message = match channel {
            Some(channel) => message.with("channel", channel.shown_name()),
            None => message,
        };
        Finding { severity, message, customer: Some(customer), channel: channel.map(|channel| channel.id) }
    };
    let picked: Vec<(usize, &Channel)> = (project.channels.iter().enumerate())
        .filter(|(_, channel)| reach(project, customer, channel).usage != Usage::None)
        .collect();
    let mut findings = Vec::new();
    if picked.is_empty() {
        if target.fit == Fit::Prio1 {
            findings.push(said(Severity::Warning, "coverage-prio1-without-channel", None));
        }
        return findings;
    }
    let can = |channel: &Channel| reach(project, customer, channel).delivery != Delivery::No;
    if target.fit == Fit::Prio1 && !picked.iter().any(|(_, channel)| can(channel)) {
        findings.push(said(Severity::Warning, "coverage-prio1-none-delivers", None));
    }
    let comparison = Comparison::of_target(project, target);
    for (place, channel) in &picked {
        if !can(channel) {
            findings.push(said(Severity::Warning, "coverage-cant-deliver", Some(channel)));
        }
        let standing = comparison.channels.get(*place).map(|figures| figures.standing);
        if let Some(Standing::Dominated { by, clearly: true }) = standing {
            let by = project.channel(by).map_or_else(|| "".into(), |(_, channel)| channel.shown_name());
            let mut finding = said(Severity::Warning, "coverage-clearly-dominated", Some(channel));
            finding.message = finding.message.with("by", by);
            findings.push(finding);
        }
        if reach(project, customer, channel).preference == Some(0) {
            findings.push(said(Severity::Hint, "coverage-not-preferred", Some(channel)));
        }
    }
    if target.fit == Fit::Prio1 {
        let preferred = project.channels.iter().filter(|channel| {
            let reach = reach(project, customer, channel);
            reach.preference == Some(Reach::HIGHEST_PREFERENCE) && reach.usage == Usage::None && can(channel)
        });
        findings.extend(preferred.map(|channel| said(Severity::Hint, "coverage-preferred-unused", Some(channel))));
    }
    findings
}

/// A channel that is picked, but for Prio 3 alone.
fn only_later(project: &Project, targets: &[Target], channel: &Channel) -> Option<Finding> {
    let used: Vec<_> =
        targets.iter().filter(|target| reach(project, target.customer, channel).usage != Usage::None).collect();
    (!used.is_empty() && used.iter().all(|target| target.fit == Fit::Prio3)).then(|| Finding {
        severity: Severity::Warning,
        message: Message::new("coverage-only-prio3").with("channel", channel.shown_name()),
        customer: None,
        channel: Some(channel.id),
    })
}

/// A customer segment's name, or the words for one that isn't given.
pub fn name_of(project: &Project, customer: SegmentId) -> Value {
    match project.matrix.find(Axis::Customer, customer) {
        Some((_, segment)) if !segment.name.trim().is_empty() => (&*segment.name).into(),
        _ => Message::new("unnamed").into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{Command, Estimate, Figures, Planning, Segment};

    struct World {
        project: Project,
        customers: Vec<SegmentId>,
    }

    /// Three customer segments of Prio 1, 2 and 3, and a strong and a weak channel.
    fn world() -> World {
        let at = |name, cost, sales| Channel {
            figures: Figures {
                cost_per_contact: Estimate::point(cost),
                sales_per_contact: Estimate::point(sales),
                ..Figures::default()
            },
            ..Channel::new(name)
        };
        let product = Segment::new("Advice");
        let customers = ["Banks", "Shops", "Schools"].map(Segment::new);
        let ids = customers.clone().map(|segment| segment.id);
        let fits = ids.into_iter().zip([Fit::Prio1, Fit::Prio2, Fit::Prio3]).map(|(customer, fit)| Command::SetFit {
            products: vec![product.id],
            customers: vec![customer],
            fit,
        });
        let mut project = Project::default();
        let begin = [
            Command::AddSegments { axis: Axis::Product, at: 0, segments: vec![product.clone()] },
            Command::AddSegments { axis: Axis::Customer, at: 0, segments: customers.into() },
            Command::AddChannels { at: 0, channels: vec![at("Strong", 1.0, 10.0), at("Weak", 2.0, 5.0)] },
        ];
        Command::All(begin.into_iter().chain(fits).collect()).apply(&mut project).expect("sound");
        World { project, customers: ids.into() }
    }

    impl World {
        fn key(&self, customer: usize, channel: usize) -> ReachKey {
            ReachKey { customer: self.customers[customer], channel: self.project.channels[channel].id }
        }

        fn plan(&mut self, planning: Planning) {
            Command::from(planning).apply(&mut self.project).expect("it can be done");
        }

        fn pick(&mut self, customer: usize, channel: usize) {
            let keys = vec![self.key(customer, channel)];
            self.plan(Planning::SetUsage { keys, usage: Usage::Main });
        }

        fn keys(&self) -> Vec<&'static str> {
            let found = coverage(&self.project, &MatrixIndex::of(&self.project.matrix));
            found.iter().map(|finding| finding.message.key).collect()
        }
    }

    #[test]
    fn who_matters_is_reached() {
        let mut world = world();
        assert_eq!(world.keys(), ["coverage-prio1-without-channel"]);
        world.pick(0, 0);
        assert_eq!(world.keys(), [""; 0]);
        let keys = vec![world.key(0, 0)];
        world.plan(Planning::SetDelivery { keys, delivery: Delivery::No });
        assert_eq!(world.keys(), ["coverage-prio1-none-delivers", "coverage-cant-deliver"]);
    }

    #[test]
    fn for_prio_3_alone() {
        let mut world = world();
        world.pick(0, 0);
        world.pick(2, 0);
        assert_eq!(world.keys(), [""; 0]);
        world.pick(2, 1);
        assert_eq!(world.keys(), ["coverage-clearly-dominated", "coverage-only-prio3"]);
        world.pick(1, 1);
        assert_eq!(world.keys(), ["coverage-clearly-dominated"; 2]);
    }

    #[test]
    fn what_customers_prefer() {
        let mut world = world();
        world.pick(0, 0);
        let keys = vec![world.key(0, 0)];
        world.plan(Planning::SetPreference { keys, preference: Some(0) });
        let keys = vec![world.key(0, 1)];
        world.plan(Planning::SetPreference { keys, preference: Some(3) });
        assert_eq!(world.keys(), ["coverage-not-preferred", "coverage-preferred-unused"]);
    }
}
