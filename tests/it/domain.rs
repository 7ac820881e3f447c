//! Any sequence of edits: undone, done again, saved, and what it costs.

use imbl::Vector;
use nisje::document::Document;
use nisje::project::{
    Attribute, AttributeGroup, AttributeId, AttributeKind, AttributeValue, Axis, Cell, CellKey, Channel, ChannelId,
    ChannelKind, Command, ContactLimits, Criterion, Decide, Describe, Estimate, FieldValue, Figures, Fit, Gesture,
    Matters, Of, Options, Owner, Participant, ParticipantId, Project, Question, ReachKey, Round, RoundId, SalesFrom,
    Scenario, ScenarioId, ScoreKey, Segment, SegmentId, Shape, Weighting, check,
};
use nisje::storage::format;
use proptest::prelude::*;

/// What a person might do next, told without ids: they are taken from the project as it then is.
#[derive(Debug, Clone)]
struct Edit {
    kind: u8,
    /// Chooses among what there is.
    picks: [usize; 5],
    /// Gives the ids of what is new.
    seed: u64,
    text: String,
    figure: f64,
}

fn edits() -> impl Strategy<Value = Edit> {
    let figure = prop_oneof![8 => 0.0_f64..1.0, 2 => 0.0_f64..1e6, 1 => Just(f64::NAN), 1 => Just(-1.0)];
    (0..=32_u8, any::<[usize; 5]>(), any::<u64>(), "\\PC{0,6}", figure)
        .prop_map(|(kind, picks, seed, text, figure)| Edit { kind, picks, seed, text, figure })
}

/// The 8 letters of an id, from the low 40 bits of a number.
fn letters(number: u64) -> String {
    let letters = b"abcdefghijkmnpqrstuvwxyz23456789";
    (0..8).rev().map(|place| char::from(letters[(number >> (5 * place) & 31) as usize])).collect()
}

fn segment_id(number: u64) -> SegmentId {
    letters(number).parse().expect("8 letters")
}

fn channel_id(number: u64) -> ChannelId {
    letters(number).parse().expect("8 letters")
}

impl Edit {
    /// One of the segments of a side; now and then one that isn't there.
    fn segment(&self, project: &Project, axis: Axis, pick: usize) -> SegmentId {
        let segments = project.matrix.segments(axis);
        match segments.get(pick % (segments.len() + 1)) {
            Some(segment) if pick % 31 != 30 => segment.id,
            _ => segment_id(self.seed),
        }
    }

    fn some(&self, project: &Project, axis: Axis, pick: usize) -> Vec<SegmentId> {
        (0..pick % 4).map(|step| self.segment(project, axis, pick / 4 + step * 7)).collect()
    }

    fn channel(&self, project: &Project, pick: usize) -> ChannelId {
        let channels: &Vector<Channel> = &project.channels;
        channels.get(pick % (channels.len() + 1)).map_or_else(|| channel_id(self.seed), |channel| channel.id)
    }

    fn described(&self, id: ChannelId) -> Channel {
        let [a, b, ..] = self.picks;
        Channel {
            id,
            owner: if a % 2 == 0 { Owner::Own } else { Owner::External },
            kind: ChannelKind::LISTED
                .get(b % 16)
                .cloned()
                .unwrap_or_else(|| ChannelKind::Other(self.text.as_str().into())),
            note: self.text.as_str().into(),
            figures: Figures {
                cost_per_contact: Estimate { low: None, likely: Some(self.figure), high: Some(self.figure * 2.0) },
                sales_from: [None, Some(SalesFrom::Typed), Some(SalesFrom::CloseRate)][b % 3],
                close_rate: if a % 3 == 0 { Estimate::point(self.figure) } else { Estimate::default() },
                contacts_per_month: (a % 5 == 0).then_some(self.figure),
                ..Figures::default()
            },
            ..Channel::new(self.text.as_str())
        }
    }

    fn key(&self, project: &Project, product: usize, customer: usize) -> CellKey {
        CellKey {
            product: self.segment(project, Axis::Product, product),
            customer: self.segment(project, Axis::Customer, customer),
        }
    }

    /// One of the criteria; now and then one that isn't there.
    fn criterion(&self, project: &Project, pick: usize) -> Criterion {
        let criteria = &project.decision.criteria;
        let levels = 1 + self.picks[0] % 6;
        criteria.get(pick % (criteria.len() + 1)).cloned().unwrap_or_else(|| Criterion {
            id: letters(self.seed).parse().expect("8 letters"),
            weight: self.figure,
            floor: pick.is_multiple_of(5).then_some((pick % 7) as u8),
            anchors: vec![self.text.as_str().into(); levels],
            ..Criterion::new(self.text.as_str())
        })
    }

    fn round(project: &Project, pick: usize) -> RoundId {
        let rounds = &project.decision.rounds;
        rounds.get(pick % (rounds.len() + 1)).map_or_else(RoundId::random, |round| round.id)
    }

    /// A change of criteria, scores or rounds.
    fn decide(&self, project: &Project) -> Decide {
        let [first, second, third, fourth, fifth] = self.picks;
        let text = || self.text.as_str();
        let criterion = self.criterion(project, first);
        let id = criterion.id;
        let level = (third % 8 != 7).then_some((third % 8) as u8);
        let cells: Vec<_> = (0..fourth % 4).map(|step| self.key(project, second.wrapping_add(step), fifth)).collect();
        let round = Self::round(project, fourth);
        let people = &project.decision.participants;
        match (self.kind, second % 3) {
            (18, 0) => Decide::AddCriteria { at: third % 5, criteria: vec![criterion] },
            (18, 1) => Decide::SetCriterion(Criterion { id, ..self.criterion(project, fifth) }),
            (18, _) => Decide::MoveCriterion { id, to: third % 5 },
            (19, 0) if first % 4 == 0 => Decide::RemoveCriteria(vec![id]),
            (19, 0 | 1) => {
                let beside = self.criterion(project, third).id;
                let answers = [None, Some(Matters::More), Some(Matters::Equally), Some(Matters::Less)];
                Decide::Compare { criterion: id, beside, matters: answers[fourth % 4] }
            }
            (19, _) => Decide::SetWeighting(Weighting::ALL[third % 3]),
            (20 | 21, _) => Decide::SetScores { cells, criterion: id, level },
            (23, 0) => Decide::SetParticipants((0..third % 4).map(|_| Participant::new(text())).collect()),
            (23, _) => {
                let question = if third % 2 == 0 { Question::Prio } else { Question::Score(id) };
                Decide::AddRound(Round::new(question, people.clone(), cells))
            }
            (24, _) => {
                let held = project.decision.round(round).map(|(_, round)| round.clone());
                let (cells, people) = held.map(|round| (round.cells, round.participants)).unwrap_or_default();
                let who = people.get(first % people.len().max(1)).map(|person| person.id);
                let votes = cells.into_iter().take(5).map(|cell| (cell, level)).collect();
                Decide::Vote { round, participant: who.unwrap_or_else(ParticipantId::random), votes }
            }
            (25, _) => Decide::Reveal(round),
            (_, 0) => Decide::RemoveRounds(vec![round]),
            _ => Decide::Accept(round),
        }
    }

    fn attribute(project: &Project, pick: usize) -> AttributeId {
        let attributes = &project.market.attributes;
        attributes.get(pick % (attributes.len() + 1)).map_or_else(AttributeId::random, |attribute| attribute.id)
    }

    /// A change of the team's own attributes.
    fn describe(&self, project: &Project) -> Describe {
        let [first, second, third, fourth, fifth] = self.picks;
        let id = Self::attribute(project, first);
        let new = Attribute {
            id: letters(self.seed).parse().expect("8 letters"),
            group: AttributeGroup::ALL[second % AttributeGroup::ALL.len()],
            kind: AttributeKind::ALL[third % AttributeKind::ALL.len()],
            choices: (0..fourth % 4).map(|step| format!("{}{}", self.text, (fifth >> step) % 3).into()).collect(),
            ..Attribute::new(self.text.as_str())
        };
        match second % 6 {
            0 => Describe::AddAttributes { at: third % 5, attributes: vec![new] },
            1 => Describe::SetAttribute(Attribute { id, ..new }),
            2 => Describe::MoveAttribute { id, to: third % 5 },
            3 if third % 4 == 0 => Describe::RemoveAttributes(vec![id]),
            _ => {
                let attribute = project.market.attribute(id).map(|(_, attribute)| attribute);
                let choice = attribute.and_then(|attribute| attribute.choices.get(third % 3).cloned());
                let value = match fourth % 4 {
                    0 => None,
                    1 => Some(AttributeValue::Text(choice.unwrap_or_else(|| self.text.as_str().into()))),
                    2 => Some(AttributeValue::Number((third % 7) as f64)),
                    _ => Some(AttributeValue::Number(self.figure)),
                };
                Describe::SetValues { customers: self.some(project, Axis::Customer, fifth), attribute: id, value }
            }
        }
    }

    /// A record; now and then one that isn't there.
    fn of(&self, project: &Project, pick: usize) -> Of {
        let [first, second, third, ..] = self.picks;
        let (decision, plan) = (&project.decision, &project.plan);
        let axis = Axis::ALL[first % 2];
        let pair = ReachKey {
            customer: self.segment(project, Axis::Customer, third),
            channel: self.channel(project, second.wrapping_add(pick / 15)),
        };
        let cell = self.key(project, second, third);
        let scenario = plan.scenarios.get(second % (plan.scenarios.len() + 1));
        let scenario = scenario.map_or_else(ScenarioId::random, |scenario| scenario.id);
        let person = decision.participants.get(second % (decision.participants.len() + 1));
        match pick % 15 {
            0 => Of::Project,
            1 => Of::Segment(axis, self.segment(project, axis, second)),
            2 => Of::Cell(cell),
            3 => Of::Channel(pair.channel),
            4 => Of::Criterion(self.criterion(project, second).id),
            5 => Of::Score(ScoreKey { cell, criterion: self.criterion(project, second).id }),
            6 => Of::Participant(person.map_or_else(ParticipantId::random, |person| person.id)),
            7 => Of::Round(Self::round(project, second)),
            8 => Of::Offer(self.segment(project, Axis::Product, second)),
            9 => Of::Funnel(self.segment(project, Axis::Customer, second)),
            10 => Of::Scenario(scenario),
            11 => Of::Limits(scenario, pair),
            12 => Of::Profile(self.segment(project, Axis::Customer, second)),
            13 => Of::Attribute(Self::attribute(project, second)),
            _ => Of::Reach(pair),
        }
    }

    /// Any field of any record, with a value that may well be wrong.
    fn set(&self, project: &Project) -> Command {
        let [first, second, third, fourth, fifth] = self.picks;
        let of = self.of(project, fourth);
        let fields = of.fields();
        let field = fields[fifth % fields.len()];
        let number = (first % 4 != 0).then_some(self.figure);
        let choice =
            |options: &Options| FieldValue::Choice(options.names.get(second % (options.names.len() + 1)).copied());
        let value = match field.shape {
            Shape::Open(_) if third % 2 == 0 => self.text.as_str().into(),
            Shape::Text => self.text.as_str().into(),
            Shape::Number(..) => number.into(),
            Shape::Range(_) => Estimate { low: None, likely: number, high: number.map(|number| number * 2.0) }.into(),
            Shape::Choice(options) | Shape::Open(options) => choice(options),
            Shape::Level(..) => (second % 7 != 6).then_some((second % 7) as u8).into(),
        };
        let more = (third % 3 == 0).then(|| self.of(project, fourth.wrapping_add(15)));
        Command::set_all([of].into_iter().chain(more), field.name.name, value)
    }

    /// A scenario that comes or goes.
    fn plan(&self, project: &Project) -> Command {
        let [first, second, third, fourth, _] = self.picks;
        let key =
            ReachKey { customer: self.segment(project, Axis::Customer, third), channel: self.channel(project, fourth) };
        let scenarios = &project.plan.scenarios;
        match scenarios.get(second % (scenarios.len() + 1)) {
            Some(scenario) if first % 2 == 0 => Command::RemoveScenarios(vec![scenario.id]),
            _ => {
                let most = (first % 3 != 0).then_some(self.figure);
                let limits = [(key, ContactLimits { least: None, most })].into_iter().collect();
                let scenario = Scenario { budget: self.figure, limits, ..Scenario::new(self.text.as_str()) };
                Command::AddScenario { at: second % 4, scenario }
            }
        }
    }

    /// The command, which may well be one that fails.
    fn command(&self, project: &Project) -> Command {
        let [first, second, third, fourth, fifth] = self.picks;
        let text = || self.text.as_str().into();
        let axis = Axis::ALL[first % 2];
        let fit = Fit::ALL[third % Fit::ALL.len()];
        match self.kind {
            0..=2 | 5 | 13 | 15 | 22 | 27 | 28 => self.set(project),
            3 | 4 => {
                let new = |step| Segment { id: segment_id(self.seed.wrapping_add(step)), ..Segment::new(&*self.text) };
                Command::AddSegments { axis, at: second % 9, segments: (0..fourth as u64 % 4).map(new).collect() }
            }
            6 => Command::MoveSegments { axis, ids: self.some(project, axis, second), to: fourth % 9 },
            7 => {
                let copy = Segment { id: segment_id(self.seed), ..Segment::new(&*self.text) };
                Command::DuplicateSegment { axis, id: self.segment(project, axis, second), copy }
            }
            8 => Command::RemoveSegments { axis, ids: self.some(project, axis, second) },
            9..=11 => Command::SetFit {
                products: self.some(project, Axis::Product, fourth),
                customers: self.some(project, Axis::Customer, fifth),
                fit,
            },
            12 => {
                let note = (first % 3 != 0).then(text);
                let cell = |step: usize| (self.key(project, fourth + step, fifth), Cell { fit, note: note.clone() });
                Command::SetCells((0..second % 4).map(cell).collect())
            }
            14 => {
                let new = |step| self.described(channel_id(self.seed.wrapping_add(step)));
                Command::AddChannels { at: second % 5, channels: (0..fourth as u64 % 3).map(new).collect() }
            }
            16 => Command::MoveChannel { id: self.channel(project, fourth), to: fifth % 5 },
            17 => Command::RemoveChannels(vec![self.channel(project, fourth)]),
            18..=26 => self.decide(project).into(),
            29 => self.plan(project),
            30 => self.describe(project).into(),
            31 => {
                let copy = Segment { id: segment_id(self.seed), ..Segment::new(&*self.text) };
                Command::SplitSegment { id: self.segment(project, Axis::Customer, second), copy }
            }
            _ => {
                let part = |kind| Edit { kind: kind as u8 % 32, ..self.clone() }.command(project);
                Command::All([second, third, fourth].map(part).into())
            }
        }
    }
}

fn bytes(document: &Document) -> Vec<u8> {
    format::write(document.project()).expect("written")
}

/// A project with something of everything in it.
fn worked() -> Project {
    nisje::storage::template(nisje::project::Template::Example, "en")
}

#[derive(Debug, Clone)]
enum Step {
    /// An edit; with a number, of the movement of the hand that has it.
    Edit(Edit, Option<usize>),
    Undo,
    Redo,
    Save,
}

fn steps() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => (edits(), prop::option::of(0..3_usize)).prop_map(|(edit, gesture)| Step::Edit(edit, gesture)),
        4 => Just(Step::Undo),
        3 => Just(Step::Redo),
        1 => Just(Step::Save),
    ]
}

/// What a document should do, kept as whole files.
struct Model {
    /// The states that undo and redo go through, each with the gesture of the step to it.
    states: Vec<(Vec<u8>, Option<usize>)>,
    now: usize,
    saved: Vec<u8>,
}

impl Model {
    fn edit(&mut self, after: Vec<u8>, gesture: Option<usize>) {
        let (current, of) = &self.states[self.now];
        if after == *current {
            return;
        }
        let joins = gesture.is_some() && gesture == *of;
        self.states.truncate(self.now + 1);
        if joins && self.states[self.now - 1].0 == after {
            self.states.pop();
        } else if joins {
            self.states[self.now].0 = after;
        } else {
            self.states.push((after, gesture));
        }
        self.now = self.states.len() - 1;
    }
}

proptest! {
    #[test]
    fn a_project_stays_valid(edits in prop::collection::vec(edits(), 1..60)) {
        let mut project = worked();
        for edit in edits {
            let command = edit.command(&project);
            let before = project.clone();
            if command.apply(&mut project).is_err() {
                prop_assert_eq!(&project, &before, "changed by what failed: {:?}", command);
            }
            prop_assert_eq!(check(&project), Ok(()), "after {:?}", command);
        }
        let file = format::write(&project).expect("written");
        let read = format::read(&file, &format::Limits::default()).expect("a valid file");
        prop_assert_eq!(&read, &project);
        prop_assert_eq!(format::write(&read).expect("written"), file);
    }

    #[test]
    fn undone_and_done_again_gives_the_same_bytes(edits in prop::collection::vec(edits(), 1..60)) {
        let mut document = Document::new(worked());
        let mut states = vec![bytes(&document)];
        for edit in edits {
            let command = edit.command(document.project());
            if document.apply(&command, None) == Ok(true) {
                states.push(bytes(&document));
            }
        }
        for state in states.iter().rev().skip(1) {
            prop_assert!(document.undo());
            prop_assert_eq!(&bytes(&document), state);
        }
        prop_assert!(!document.undo() && !document.is_unsaved());
        for state in &states[1..] {
            prop_assert!(document.redo());
            prop_assert_eq!(&bytes(&document), state);
        }
        prop_assert!(!document.redo());
    }

    #[test]
    fn history_is_as_of_whole_files(steps in prop::collection::vec(steps(), 1..80)) {
        let mut document = Document::new(worked());
        let start = bytes(&document);
        let mut model = Model { states: vec![(start.clone(), None)], now: 0, saved: start };
        let gestures = [Gesture::start(), Gesture::start(), Gesture::start()];
        for step in steps {
            match step {
                Step::Edit(edit, gesture) => {
                    let command = edit.command(document.project());
                    let before = bytes(&document);
                    let changed = document.apply(&command, gesture.map(|which| gestures[which]));
                    prop_assert_eq!(changed.unwrap_or(false), bytes(&document) != before);
                    model.edit(bytes(&document), gesture);
                }
                Step::Undo => {
                    prop_assert_eq!(document.undo(), model.now > 0);
                    model.now = model.now.saturating_sub(1);
                }
                Step::Redo => {
                    let possible = model.now + 1 < model.states.len();
                    prop_assert_eq!(document.redo(), possible);
                    if possible {
                        model.now += 1;
                        // A step that was taken back is closed.
                        model.states[model.now].1 = None;
                    }
                }
                Step::Save => {
                    document.saved(document.snapshot());
                    model.saved = bytes(&document);
                }
            }
            let now = &model.states[model.now].0;
            prop_assert_eq!(&bytes(&document), now);
            prop_assert_eq!(document.is_unsaved(), *now != model.saved);
            prop_assert_eq!(document.undo_name().is_some(), model.now > 0);
            prop_assert_eq!(document.redo_name().is_some(), model.now + 1 < model.states.len());
        }
    }
}

/// 1,000 × 1,000 segments, 200,000 cells.
#[cfg(target_os = "linux")]
fn large() -> Project {
    let mut project = Project::default();
    for axis in Axis::ALL {
        let segments = (0..1000).map(|place| Segment::new(format!("{axis:?} {place}"))).collect();
        Command::AddSegments { axis, at: 0, segments }.apply(&mut project).expect("new ids");
    }
    let key = |row: usize, column: usize| CellKey {
        product: project.matrix.segments(Axis::Product)[row].id,
        customer: project.matrix.segments(Axis::Customer)[column].id,
    };
    let mut cells = Vec::new();
    for row in 0..1000 {
        for step in 0..200 {
            let cell = Cell { fit: Fit::CANDIDATES[(row + step) % 4], note: None };
            cells.push((key(row, (step * 5 + row) % 1000), cell));
        }
    }
    Command::SetCells(cells).apply(&mut project).expect("known ids");
    assert_eq!(project.matrix.cells().len(), 200_000);
    project
}

/// A mix as in a workshop: mostly marks and Prios, also notes, names, small ranges and moves.
#[cfg(target_os = "linux")]
fn workshop_edit(project: &Project, number: usize) -> Command {
    let matrix = &project.matrix;
    // Spread over the matrix by a multiplier that shares no factor with its size.
    let product = &matrix.segments(Axis::Product)[number * 617 % 1000];
    let customer = &matrix.segments(Axis::Customer)[number * 389 % 1000];
    let key = CellKey { product: product.id, customer: customer.id };
    match number % 20 {
        0 | 1 => Command::set(Of::Cell(key), "note", format!("because of {number}")),
        2 => Command::set(Of::Segment(Axis::Product, product.id), "name", format!("renamed {number}")),
        3 => Command::MoveSegments { axis: Axis::Customer, ids: vec![customer.id], to: number * 389 % 1000 + 1 },
        4 => {
            let near =
                |axis, place: usize| (0..3).map(|step| matrix.segments(axis)[(place + step) % 1000].id).collect();
            Command::SetFit {
                products: near(Axis::Product, number * 617 % 1000),
                customers: near(Axis::Customer, number * 389 % 1000),
                fit: matrix.cell(key).fit.next(),
            }
        }
        _ => Command::SetFit {
            products: vec![product.id],
            customers: vec![customer.id],
            fit: matrix.cell(key).fit.next(),
        },
    }
}

/// Memory of this process that is in use, in MB.
#[cfg(target_os = "linux")]
fn memory() -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").expect("Linux tells");
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).expect("it names what is resident");
    line.split_whitespace().nth(1).and_then(|kilobytes| kilobytes.parse().ok()).map_or(0.0, |kb: f64| kb / 1024.0)
}

/// Runs in a process of its own, where no other test takes memory.
#[cfg(target_os = "linux")]
#[test]
fn ten_thousand_edits_fit_in_100_megabytes() {
    const ALONE: &str = "NISJE_TEST_ALONE";
    if std::env::var_os(ALONE).is_some() {
        return ten_thousand_edits();
    }
    let this = std::env::current_exe().expect("a test is a program");
    let output = std::process::Command::new(this)
        .args(["--exact", "domain::ten_thousand_edits_fit_in_100_megabytes", "--nocapture"])
        .env(ALONE, "1")
        .output()
        .expect("it runs again");
    let told = String::from_utf8_lossy(&output.stdout);
    println!("{told}");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(told.contains("1 passed"));
}

#[cfg(target_os = "linux")]
fn ten_thousand_edits() {
    const EDITS: usize = 10_000;
    let before = memory();
    let start = large();
    let mut document = Document::new(start.clone());
    let with_matrix = memory();
    for number in 0..EDITS {
        let command = workshop_edit(document.project(), number);
        assert_eq!(document.apply(&command, None), Ok(true), "{command:?}");
    }
    let (matrix, history) = (with_matrix - before, memory() - with_matrix);
    println!("the matrix takes {matrix:.1} MB, {EDITS} steps {history:.1} MB");
    assert!(matrix + history < 100.0, "{matrix:.1} + {history:.1} MB");
    let end = document.snapshot();
    assert_eq!(std::iter::repeat_with(|| document.undo()).take_while(|undone| *undone).count(), EDITS);
    assert!(*document.project() == start && !document.is_unsaved());
    assert_eq!(std::iter::repeat_with(|| document.redo()).take_while(|redone| *redone).count(), EDITS);
    assert!(*document.project() == end.project && document.is_unsaved());
}
