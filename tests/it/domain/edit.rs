//! Random edits.

use imbl::Vector;
use nisje::project::{
    About, AgendaEdit, Attribute, AttributeGroup, AttributeId, AttributeKind, AttributeValue, Axis, Cell, CellKey,
    Channel, ChannelId, ChannelKind, Command, ContactLimits, Criterion, Decide, Describe, Estimate, FieldValue,
    Figures, FindingKey, Fit, Matters, NextStep, Of, Options, Owner, Participant, ParticipantId, Project, Question,
    ReachKey, Replaced, Round, RoundId, SalesFrom, Scenario, ScenarioId, ScoreKey, Segment, SegmentId, Shape,
    Weighting,
};
use proptest::prelude::*;

mod team;

/// What a person might do next, told without ids: they are taken from the project as it then is.
#[derive(Debug, Clone)]
pub(super) struct Edit {
    kind: u8,
    /// Chooses among what there is.
    picks: [usize; 5],
    /// Gives the ids of what is new.
    seed: u64,
    text: String,
    figure: f64,
}

pub(super) fn edits() -> impl Strategy<Value = Edit> {
    let figure = prop_oneof![8 => 0.0_f64..1.0, 2 => 0.0_f64..1e6, 1 => Just(f64::NAN), 1 => Just(-1.0)];
    (0..=38_u8, any::<[usize; 5]>(), any::<u64>(), "\\PC{0,6}", figure)
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
            (18, 1) => Decide::SetLevels { criterion: id, levels: self.criterion(project, fifth).anchors },
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
            channel: self.channel(project, second.wrapping_add(pick / 25)),
        };
        let cell = self.key(project, second, third);
        let scenario = plan.scenarios.get(second % (plan.scenarios.len() + 1));
        let scenario = scenario.map_or_else(ScenarioId::random, |scenario| scenario.id);
        let person = decision.participants.get(second % (decision.participants.len() + 1));
        match pick % 25 {
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
            15 => Of::Step(self.step(project, second).id),
            14 => Of::Position(self.segment(project, Axis::Product, second)),
            16 => Of::Reach(pair),
            kind => self.of_team(project, kind - 17),
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
        let more = (third % 3 == 0).then(|| self.of(project, fourth.wrapping_add(25)));
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

    /// Another beachhead or other follow-ons; mostly cells that can be.
    fn beachhead(&self, project: &Project) -> Command {
        let [first, second, third, fourth, fifth] = self.picks;
        let fits: Vec<_> = project.matrix.cells().keys().copied().collect();
        let cell = fits.get(second % (fits.len() + 1)).copied().unwrap_or_else(|| self.key(project, fourth, fifth));
        match (&project.beachhead, first % 4) {
            (None, _) | (_, 0) => Command::SetBeachhead((third % 9 != 8).then_some(cell)),
            (Some(beachhead), 1) => Command::SetFollowOns(beachhead.follow_ons.iter().copied().chain([cell]).collect()),
            (Some(beachhead), _) => {
                let mut beside = project.matrix.beside(beachhead.cell);
                let turn = third % beside.len().max(1);
                beside.rotate_left(turn);
                beside.truncate(fourth % 5);
                Command::SetFollowOns(beside)
            }
        }
    }

    /// One of the next steps; now and then one that isn't there.
    fn step(&self, project: &Project, pick: usize) -> NextStep {
        let steps = &project.agenda.steps;
        let new = || NextStep { id: letters(self.seed).parse().expect("8 letters"), ..NextStep::new(&*self.text) };
        steps.get(pick % (steps.len() + 1)).cloned().unwrap_or_else(new)
    }

    /// Next steps and findings set aside.
    fn agenda(&self, project: &Project) -> AgendaEdit {
        let [first, second, third, fourth, fifth] = self.picks;
        let about = About {
            product: (first % 2 == 0).then(|| self.segment(project, Axis::Product, third)),
            customer: (first % 3 == 0).then(|| self.segment(project, Axis::Customer, fourth)),
            channel: (first % 5 == 0).then(|| self.channel(project, fifth)),
            criterion: (first % 7 == 0).then(|| self.criterion(project, third).id),
            scenario: None,
        };
        let finding = FindingKey { code: self.text.as_str().into(), about };
        let step = self.step(project, third);
        match second % 6 {
            0 => AgendaEdit::SetAside { finding, reason: self.text.as_str().into() },
            1 => AgendaEdit::BringBack(project.agenda.set_aside.keys().take(first % 3).cloned().collect()),
            2 => AgendaEdit::AddSteps { at: fourth % 5, steps: vec![NextStep { about, ..step }] },
            3 => AgendaEdit::MoveStep { id: step.id, to: fourth % 5 },
            4 => AgendaEdit::AimStep { id: step.id, about },
            _ => AgendaEdit::RemoveSteps(vec![step.id]),
        }
    }

    /// The command, which may well be one that fails.
    pub(super) fn command(&self, project: &Project) -> Command {
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
            32 => self.beachhead(project),
            33 => {
                let mut with = project.clone();
                let remove = Command::RemoveSegments { axis, ids: self.some(project, axis, second) };
                // One that fails leaves it as it is.
                let _ = remove.apply(&mut with);
                Command::Replace(Box::new(with), Replaced::Reloaded)
            }
            34 => Command::Agenda(self.agenda(project)),
            36..=38 => self.staff(project).into(),
            _ => {
                let part = |kind| Edit { kind: kind as u8 % 35, ..self.clone() }.command(project);
                Command::All([second, third, fourth].map(part).into())
            }
        }
    }
}
