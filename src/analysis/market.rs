//! Whether customer segments are markets: customers who buy the same, in the same way, and talk to each other.

use crate::project::{About, Answer, Axis, MarketQuestion, Message, Project};

use super::coverage::name_of;
use super::findings::{Finding, Severity, Topic};

/// What a no to one of the questions means: the finding, and what can be done about it.
const NO: [(&str, &str, &str); MarketQuestion::ALL.len()] = [
    ("same_purchase", "market-no-same-purchase", "market-no-same-purchase-why"),
    ("same_process", "market-no-same-process", "market-no-same-process-why"),
    ("talk_together", "market-no-talk-together", "market-no-talk-together-why"),
];

/// A finding for each question that is answered no, by segment in the team's order.
pub fn findings(project: &Project) -> Vec<Finding> {
    let mut found = Vec::new();
    if project.market.profiles.is_empty() {
        return found;
    }
    for segment in project.matrix.segments(Axis::Customer) {
        let Some(profile) = project.market.profiles.get(&segment.id) else { continue };
        let no = MarketQuestion::ALL.iter().filter(|question| (question.answer)(profile) == Some(Answer::No));
        for (_, what, why) in no.filter_map(|question| NO.iter().find(|(field, ..)| *field == question.field)) {
            found.push(Finding {
                topic: Topic::Segments,
                severity: Severity::Warning,
                what: Message::new(what).with("segment", name_of(project, segment.id)),
                why: Message::new(why),
                about: About::customer(segment.id),
            });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{Command, Of, Segment};

    #[test]
    fn a_no_is_a_finding() {
        let mut project = Project::default();
        let segment = Segment::new("Farms");
        let id = segment.id;
        Command::AddSegments { axis: Axis::Customer, at: 0, segments: vec![segment] }.apply(&mut project).expect("new");
        for (answer, count) in [(Answer::Yes, 0), (Answer::No, 1)] {
            Command::set(Of::Profile(id), "same_process", answer).apply(&mut project).expect("an answer");
            assert_eq!(findings(&project).len(), count);
        }
        assert_eq!(findings(&project)[0].about, About::customer(id));
        assert!(MarketQuestion::ALL.iter().all(|question| NO.iter().any(|(field, ..)| *field == question.field)));
    }
}
