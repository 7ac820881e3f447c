//! What differs between two states of a project, in words.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;
use std::sync::Arc;

use imbl::ordmap::DiffItem;
use imbl::{OrdMap, Vector};

use crate::project::{Axis, CellKey, CriterionId, Fit, Message, Project, Score, SegmentId, Value};

/// Differences that are told one by one; the rest is counted.
const MOST: usize = 200;

/// What differs, in the order of the file, with the names of what is concerned. Cost: linear in the lists; of cells and
/// scores, linear in what the two don't share.
pub fn differences(before: &Project, after: &Project) -> Vec<Message> {
    let mut found = Found::default();
    if before.name != after.name {
        found.add(|| Message::new("diff-project-name").with("from", name(&before.name)).with("to", name(&after.name)));
    }
    if before.currency != after.currency {
        found.add(|| Message::new("diff-currency").with("from", &*before.currency).with("to", &*after.currency));
    }
    if before.margin.to_bits() != after.margin.to_bits() {
        found.add(|| Message::new("diff-margin"));
    }
    for (axis, kind) in [(Axis::Product, "product"), (Axis::Customer, "customer")] {
        let [was, is] = [before, after].map(|project| project.matrix.segments(axis));
        found.list(kind, was, is, |segment| (segment.id, &segment.name));
    }
    found.list("channel", &before.channels, &after.channels, |channel| (channel.id, &channel.name));
    let [was, is] = [&before.decision, &after.decision];
    found.list("criterion", &was.criteria, &is.criteria, |criterion| (criterion.id, &criterion.name));
    found.list("participant", &was.participants, &is.participants, |participant| (participant.id, &participant.name));
    found.list("round", &was.rounds, &is.rounds, |round| (round.id, &round.name));
    let [told, known] = [&before.market, &after.market];
    found.list("attribute", &told.attributes, &known.attributes, |attribute| (attribute.id, &attribute.name));
    let [scenarios, now] = [&before.plan.scenarios, &after.plan.scenarios];
    found.list("scenario", scenarios, now, |scenario| (scenario.id, &scenario.name));
    let [team, now] = [&before.team, &after.team];
    found.list("role", &team.roles, &now.roles, |role| (role.id, &role.name));
    found.list("task", &team.tasks, &now.tasks, |task| (task.id, &task.name));
    found.list("followup", &team.follow_ups, &now.follow_ups, |one| (one.id, &one.name));
    found.list("territory", &team.territories, &now.territories, |territory| (territory.id, &territory.name));
    found.list("account", &team.accounts, &now.accounts, |account| (account.id, &account.name));

    found.list("step", &before.agenda.steps, &after.agenda.steps, |step| (step.id, &step.what));

    let names = Names::of(before, after);
    // Cells and scores that went with a segment are not told besides.
    let stays = |cell: CellKey| [cell.product, cell.customer].iter().all(|id| names.now.contains(id));
    for (key, from, to) in changed(before.matrix.cells(), after.matrix.cells()).filter(|(key, ..)| stays(**key)) {
        let [from, to] = [from, to].map(|cell| cell.cloned().unwrap_or_default());
        if from.fit != to.fit {
            let words = |fit: Fit| Message::new(fit.key());
            found.add(|| names.cell("diff-fit", *key).with("from", words(from.fit)).with("to", words(to.fit)));
        }
        if from.note != to.note {
            found.add(|| names.cell("diff-note", *key));
        }
    }
    if before.positions != after.positions {
        found.add(|| Message::new("diff-positions"));
    }
    let chosen = |project: &Project| project.beachhead.as_ref().map(|beachhead| beachhead.cell);
    match (chosen(before), chosen(after)) {
        (was, Some(is)) if was != Some(is) => found.add(|| names.cell("diff-beachhead", is)),
        (Some(was), None) => found.add(|| names.cell("diff-no-beachhead", was)),
        _ if before.beachhead != after.beachhead => found.add(|| Message::new("diff-follow-ons")),
        _ => {}
    }
    let levels = |score: Option<&Score>| -> Value {
        score.map_or_else(|| Message::new("diff-none").into(), |score| usize::from(score.level).into())
    };
    for (key, from, to) in changed(&was.scores, &is.scores).filter(|(key, ..)| stays(key.cell)) {
        found.add(|| {
            let criterion = names.criteria.get(&key.criterion).map_or_else(|| name(""), |name| self::name(name));
            names
                .cell("diff-score", key.cell)
                .with("criterion", criterion)
                .with("from", levels(from))
                .with("to", levels(to))
        });
    }
    if was.weighting != is.weighting || was.comparisons != is.comparisons {
        found.add(|| Message::new("diff-weights"));
    }
    let plans = [&before.plan, &after.plan];
    if plans[0].reaches != plans[1].reaches {
        found.add(|| Message::new("diff-reaches"));
    }
    if plans[0].offers != plans[1].offers {
        found.add(|| Message::new("diff-offers"));
    }
    if told.profiles != known.profiles || told.values != known.values {
        found.add(|| Message::new("diff-profiles"));
    }
    if plans[0].funnels != plans[1].funnels {
        found.add(|| Message::new("diff-funnels"));
    }
    if before.agenda.set_aside != after.agenda.set_aside {
        found.add(|| Message::new("diff-set-aside"));
    }
    if team.sizing != now.sizing || team.duties != now.duties || team.handlings != now.handlings {
        found.add(|| Message::new("diff-team"));
    }
    found.finish()
}

#[derive(Default)]
struct Found {
    told: Vec<Message>,
    more: usize,
}

impl Found {
    fn add(&mut self, message: impl FnOnce() -> Message) {
        if self.told.len() < MOST {
            self.told.push(message());
        } else {
            self.more += 1;
        }
    }

    /// What was added to a list of things with ids and names, removed from it, renamed, changed or put in another order.
    fn list<T: Clone + PartialEq, I: Eq + Hash + Copy>(
        &mut self,
        kind: &'static str,
        before: &Vector<T>,
        after: &Vector<T>,
        key: impl Fn(&T) -> (I, &Arc<str>),
    ) {
        if before.ptr_eq(after) {
            return;
        }
        let about =
            |message: &'static str, name: &str| Message::new(message).with("kind", kind).with("name", self::name(name));
        let known: HashMap<I, &T> = before.iter().map(|item| (key(item).0, item)).collect();
        let mut left: HashMap<I, &T> = known.clone();
        for item in after {
            let (id, name) = key(item);
            match left.remove(&id) {
                None => self.add(|| about("diff-added", name)),
                Some(old) if key(old).1 != name => {
                    let old_name = self::name(key(old).1);
                    self.add(|| about("diff-renamed", name).with("old", old_name));
                }
                Some(old) if old != item => self.add(|| about("diff-changed", name)),
                Some(_) => {}
            }
        }
        for item in before.iter().filter(|item| left.contains_key(&key(item).0)) {
            self.add(|| about("diff-removed", key(item).1));
        }
        let kept = |list: &Vector<T>, other: &HashMap<I, &T>| -> Vec<I> {
            list.iter().map(|item| key(item).0).filter(|id| other.contains_key(id)).collect()
        };
        let now: HashMap<I, &T> = after.iter().map(|item| (key(item).0, item)).collect();
        if kept(before, &now) != kept(after, &known) {
            self.add(|| Message::new("diff-order").with("kind", kind));
        }
    }

    fn finish(mut self) -> Vec<Message> {
        if self.more > 0 {
            self.told.push(Message::new("diff-more").with("count", self.more));
        }
        self.told
    }
}

/// Names of segments and criteria, as they are now, or were.
struct Names<'a> {
    segments: HashMap<SegmentId, &'a str>,
    /// Segments that there are now.
    now: HashSet<SegmentId>,
    criteria: HashMap<CriterionId, &'a str>,
}

impl<'a> Names<'a> {
    fn of(before: &'a Project, after: &'a Project) -> Self {
        let both = [before, after];
        let segments = both.into_iter().flat_map(|project| Axis::ALL.map(|axis| project.matrix.segments(axis)));
        let criteria = both.into_iter().flat_map(|project| &project.decision.criteria);
        Self {
            segments: segments.flatten().map(|segment| (segment.id, &*segment.name)).collect(),
            now: Axis::ALL.iter().flat_map(|axis| after.matrix.segments(*axis)).map(|segment| segment.id).collect(),
            criteria: criteria.map(|criterion| (criterion.id, &*criterion.name)).collect(),
        }
    }

    fn cell(&self, message: &'static str, CellKey { product, customer }: CellKey) -> Message {
        let of = |id| name(self.segments.get(&id).copied().unwrap_or_default());
        Message::new(message).with("product", of(product)).with("customer", of(customer))
    }
}

fn name(name: &str) -> Value {
    if name.trim().is_empty() { Message::new("unnamed").into() } else { name.into() }
}

/// What differs between two maps: the key, and the value before and after.
fn changed<'a, K: Ord + Clone, V: Clone + PartialEq>(
    before: &'a OrdMap<K, V>,
    after: &'a OrdMap<K, V>,
) -> impl Iterator<Item = (&'a K, Option<&'a V>, Option<&'a V>)> {
    before.diff(after).map(|item| match item {
        DiffItem::Add(key, value) => (key, None, Some(value)),
        DiffItem::Update { old: (_, old), new: (key, new) } => (key, Some(old), Some(new)),
        DiffItem::Remove(key, value) => (key, Some(value), None),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{Cell, Channel, Command, Of, Segment};
    use crate::text::{Language, Text};

    fn apply(project: &Project, commands: Vec<Command>) -> Project {
        let mut project = project.clone();
        Command::All(commands).apply(&mut project).expect("can be done");
        project
    }

    fn segments(axis: Axis, names: &[&str]) -> Command {
        Command::AddSegments { axis, at: 0, segments: names.iter().map(|name| Segment::new(*name)).collect() }
    }

    #[test]
    fn each_difference_is_told_with_names() {
        let before = apply(
            &Project::default(),
            vec![segments(Axis::Product, &["Panels", "Survey"]), segments(Axis::Customer, &["Banks", "Schools"])],
        );
        let ids = Axis::ALL.map(|axis| before.matrix.segments(axis)[0].id);
        let key = CellKey { product: ids[0], customer: ids[1] };
        let survey = before.matrix.segments(Axis::Product)[1].id;
        let after = apply(
            &before,
            vec![
                Command::set(Of::Project, "name", "Plan"),
                Command::SetCells(vec![(key, Cell { fit: Fit::Prio1, note: Some("why".into()) })]),
                Command::set(Of::Segment(Axis::Product, survey), "name", "Sound survey"),
                segments(Axis::Customer, &["Hotels"]),
                Command::AddChannels { at: 0, channels: vec![Channel::new("Telephone")] },
            ],
        );
        let text = Text::new(Language::English);
        let said: Vec<_> = differences(&before, &after).iter().map(|message| text.say(message)).collect();
        assert_eq!(
            said,
            [
                "Name of the project: Unnamed → Plan",
                "Product segment Survey is now called Sound survey",
                "Customer segment added: Hotels",
                "Channel added: Telephone",
                "Panels × Banks: no fit → Prio 1",
                "Panels × Banks: the note",
            ]
        );
        let back: Vec<_> = differences(&after, &before).iter().map(|message| message.key).collect();
        assert_eq!(
            back,
            ["diff-project-name", "diff-renamed", "diff-removed", "diff-removed", "diff-fit", "diff-note"]
        );
        assert!(differences(&after, &after.clone()).is_empty());
    }

    #[test]
    fn many_are_counted() {
        let names: Vec<String> = (0..MOST + 50).map(|number| number.to_string()).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let after = apply(&Project::default(), vec![segments(Axis::Product, &names)]);
        let found = differences(&Project::default(), &after);
        assert_eq!(found.len(), MOST + 1);
        assert_eq!(found[MOST], Message::new("diff-more").with("count", 50_usize));
    }

    #[test]
    fn another_order_is_a_difference() {
        let before = apply(&Project::default(), vec![segments(Axis::Product, &["A", "B"])]);
        let mut after = before.clone();
        let reversed = before.matrix.segments(Axis::Product).iter().rev().cloned().collect();
        after.matrix = crate::project::Matrix::new(
            reversed,
            before.matrix.segments(Axis::Customer).clone(),
            before.matrix.cells().clone(),
        );
        assert_eq!(differences(&before, &after), [Message::new("diff-order").with("kind", "product")]);
    }
}
