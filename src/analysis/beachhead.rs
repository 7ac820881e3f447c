//! Where the rest of the plan doesn't follow the beachhead, and where a position doesn't hold.

use crate::project::{About, Axis, Fit, Message, Project, Segment, Usage, Value};

use super::cell_name;
use super::findings::{Finding, Severity, Topic};
use super::score::{Difficulty, difficulty};

/// Where Prio, channels and the sale itself don't go together with the beachhead.
pub fn beachhead(project: &Project) -> Vec<Finding> {
    let Some(beachhead) = &project.beachhead else { return Vec::new() };
    let cell = beachhead.cell;
    let said = |topic, severity, what: &'static str, why| Finding {
        topic,
        severity,
        what: Message::new(what).with("cell", cell_name(project, cell)),
        why: Message::new(why),
        about: cell.into(),
    };
    let mut all = Vec::new();
    if project.matrix.cell(cell).fit != Fit::Prio1 {
        all.push(said(Topic::Matrix, Severity::Warning, "beachhead-not-prio-1", "beachhead-not-prio-1-why"));
    }
    let is_used = |usage| usage != Usage::None;
    let mut reaches = project.plan.reaches.iter().filter(|(key, _)| key.customer == cell.customer);
    if !project.channels.is_empty() && !reaches.any(|(_, reach)| is_used(reach.usage)) {
        all.push(said(Topic::Coverage, Severity::Gap, "beachhead-no-channel", "beachhead-no-channel-why"));
    }
    if difficulty(&project.decision, cell) == Some(Difficulty::VeryChallenging) {
        all.push(said(Topic::Matrix, Severity::Hint, "beachhead-hard-sale", "beachhead-hard-sale-why"));
    }
    all
}

/// Product segments that cost more than they are worth in the buyer's eyes.
pub fn positions(project: &Project) -> Vec<Finding> {
    let loses =
        |segment: &&Segment| project.position(segment.id).perceived_return().is_some_and(|perceived| perceived < 0.0);
    let finding = |segment: &Segment| {
        let name = match segment.name.trim() {
            "" => Message::new("unnamed").into(),
            _ => Value::from(&*segment.name),
        };
        Finding {
            topic: Topic::Position,
            severity: Severity::Warning,
            what: Message::new("position-negative-return").with("product", name),
            why: Message::new("position-negative-return-why"),
            about: About::product(segment.id),
        }
    };
    project.matrix.segments(Axis::Product).iter().filter(loses).map(finding).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{CellKey, Channel, Command, Of, ReachKey};

    #[test]
    fn what_does_not_follow_the_beachhead_is_found() {
        let mut project = Project::default();
        let mut apply = |command: Command| command.apply(&mut project).expect("can be done");
        let (product, customer) = (Segment::new("Advice"), Segment::new("Banks"));
        let cell = CellKey { product: product.id, customer: customer.id };
        apply(Command::AddSegments { axis: Axis::Product, at: 0, segments: vec![product] });
        apply(Command::AddSegments { axis: Axis::Customer, at: 0, segments: vec![customer] });
        apply(Command::set(Of::Cell(cell), "fit", Fit::Prio2));
        apply(Command::SetBeachhead(Some(cell)));
        let channel = Channel::new("Phone");
        let reach = ReachKey { customer: cell.customer, channel: channel.id };
        apply(Command::AddChannels { at: 0, channels: vec![channel] });
        let codes = |project: &Project| beachhead(project).iter().map(Finding::code).collect::<Vec<_>>();
        assert_eq!(codes(&project), ["beachhead-not-prio-1", "beachhead-no-channel"]);
        let mut apply = |command: Command| command.apply(&mut project).expect("can be done");
        apply(Command::set(Of::Cell(cell), "fit", Fit::Prio1));
        apply(Command::set(Of::Reach(reach), "usage", Usage::Main));
        assert!(codes(&project).is_empty());
        assert!(positions(&project).is_empty());
        for (field, points) in [("perceived_value", 2.0), ("perceived_cost", 3.0)] {
            Command::set(Of::Position(cell.product), field, points).apply(&mut project).expect("points");
        }
        assert_eq!(positions(&project).len(), 1);
    }
}
