use super::*;
use crate::project::field::field_name;
use crate::project::{Command, Decision, Direction, Of, Segment, check};

fn apply(project: &mut Project, command: impl Into<Command>) {
    let command = command.into();
    command.apply(project).expect("a command that holds");
    assert_eq!(check(project), Ok(()), "after {command:?}");
}

#[track_caller]
fn fails(project: &Project, decide: Decide, error: impl Into<CommandError>) {
    let mut after = project.clone();
    assert_eq!(Command::from(decide).apply(&mut after), Err(error.into()));
    assert_eq!(after, *project);
}

/// Two products × two customers, all marked, two criteria and two people.
fn project() -> Project {
    let mut project = Project::default();
    for axis in Axis::ALL {
        let segments = vec![Segment::new("a"), Segment::new("b")];
        Command::AddSegments { axis, at: 0, segments }.apply(&mut project).expect("new");
    }
    let ids = |axis| project.matrix.segments(axis).iter().map(|segment| segment.id).collect();
    let fit = Command::SetFit { products: ids(Axis::Product), customers: ids(Axis::Customer), fit: Fit::Undecided };
    fit.apply(&mut project).expect("known");
    let criteria = vec![Criterion::new("Urge"), Criterion::new("Size")];
    apply(&mut project, Decide::AddCriteria { at: 0, criteria });
    apply(&mut project, Decide::SetParticipants(vec![Participant::new("Kari"), Participant::new("Ola")]));
    project
}

fn cells(project: &Project) -> Vec<CellKey> {
    project.matrix.cells().keys().copied().collect()
}

fn criterion(project: &Project, place: usize) -> Criterion {
    project.decision.criteria[place].clone()
}

fn score(project: &mut Project, cell: CellKey, place: usize, level: u8) {
    let criterion = criterion(project, place).id;
    apply(project, Decide::SetScores { cells: vec![cell], criterion, level: Some(level) });
}

fn level(project: &Project, cell: CellKey, place: usize) -> Option<u8> {
    project.decision.score(cell, criterion(project, place).id).map(|score| score.level)
}

/// The project with an open round over its cells, and the round's id.
fn with_round(question: Question) -> (Project, RoundId) {
    let mut project = project();
    let round = Round::new(question, project.decision.participants.clone(), cells(&project));
    let id = round.id;
    apply(&mut project, Decide::AddRound(round));
    (project, id)
}

fn vote(project: &mut Project, round: RoundId, who: usize, votes: &[Option<u8>]) {
    let participant = project.decision.participants[who].id;
    let votes = cells(project).into_iter().zip(votes.iter().copied()).collect();
    apply(project, Decide::Vote { round, participant, votes });
}

#[test]
fn criteria_come_move_and_go() {
    let mut project = project();
    let third = Criterion::new("Reach");
    apply(&mut project, Decide::AddCriteria { at: 1, criteria: vec![third.clone()] });
    let names =
        |project: &Project| project.decision.criteria.iter().map(|one| one.name.to_string()).collect::<Vec<_>>();
    assert_eq!(names(&project), ["Urge", "Reach", "Size"]);
    apply(&mut project, Decide::MoveCriterion { id: third.id, to: 9 });
    assert_eq!(names(&project), ["Urge", "Size", "Reach"]);
    fails(&project, Decide::AddCriteria { at: 0, criteria: vec![third.clone()] }, Fault::DuplicateCriterion(third.id));
    apply(&mut project, Decide::RemoveCriteria(vec![third.id]));
    assert_eq!(names(&project), ["Urge", "Size"]);
    let gone = third.id;
    for decide in [
        Decide::SetLevels { criterion: gone, levels: third.anchors },
        Decide::MoveCriterion { id: gone, to: 0 },
        Decide::RemoveCriteria(vec![gone]),
        Decide::SetScores { cells: vec![], criterion: gone, level: None },
        Decide::Compare { criterion: gone, beside: criterion(&project, 0).id, matters: None },
    ] {
        fails(&project, decide, Fault::UnknownCriterion(gone));
    }
}

#[test]
fn criteria_that_cannot_be() {
    let project = project();
    let good = criterion(&project, 0);
    let nan = Criterion { weight: f64::NAN, ..good.clone() };
    let added = |criterion| Decide::AddCriteria { at: 0, criteria: vec![criterion] };
    fails(&project, added(nan), Fault::NotFinite(field_name!("weight")));
    let negative = Criterion { weight: -1.0, ..good.clone() };
    fails(&project, added(negative), Fault::Negative(field_name!("weight")));
    for levels in [0, 1, 6] {
        let anchors = vec!["".into(); levels];
        fails(&project, added(Criterion { anchors: anchors.clone(), ..good.clone() }), Fault::LevelCount(levels));
        let shorter = Decide::SetLevels { criterion: good.id, levels: anchors };
        fails(&project, shorter, Fault::LevelCount(levels));
    }
    let process = Criterion { role: crate::project::Role::BuyingProcess, ..good.clone() };
    fails(&project, added(process), Fault::LevelCount(5));
    for floor in [0, 6] {
        fails(&project, added(Criterion { floor: Some(floor), ..good.clone() }), Fault::Floor(floor));
    }
}

#[test]
fn answers_read_from_both_sides() {
    let mut project = project();
    let [a, b] = [0, 1].map(|place| criterion(&project, place).id);
    apply(&mut project, Decide::Compare { criterion: a, beside: b, matters: Some(Matters::More) });
    assert_eq!(project.decision.matters(a, b), Some(Matters::More));
    assert_eq!(project.decision.matters(b, a), Some(Matters::Less));
    let before = project.clone();
    apply(&mut project, Decide::Compare { criterion: b, beside: a, matters: Some(Matters::Less) });
    assert!(project.decision.comparisons.ptr_eq(&before.decision.comparisons), "nothing was written");
    apply(&mut project, Decide::Compare { criterion: b, beside: a, matters: None });
    assert_eq!(project.decision.matters(a, b), None);
    let beside_itself = Decide::Compare { criterion: a, beside: a, matters: None };
    fails(&project, beside_itself, Fault::ComparedWithItself(a));
}

#[test]
fn scores_and_reasons() {
    let mut project = project();
    let all = cells(&project);
    let id = criterion(&project, 0).id;
    apply(&mut project, Decide::SetScores { cells: all.clone(), criterion: id, level: Some(4) });
    assert!(all.iter().all(|cell| level(&project, *cell, 0) == Some(4)));
    let reason = |reason: &str| Command::set(Of::Score(ScoreKey { cell: all[0], criterion: id }), "reason", reason);
    apply(&mut project, reason("they called us"));
    score(&mut project, all[0], 0, 5);
    let kept = project.decision.score(all[0], id).expect("scored").reason.clone();
    assert_eq!(kept.as_deref(), Some("they called us"), "a reason outlives a change of level");
    apply(&mut project, reason(""));
    assert_eq!(project.decision.score(all[0], id).expect("scored").reason, None);
    apply(&mut project, Decide::SetScores { cells: vec![all[0]], criterion: id, level: None });
    assert_eq!(level(&project, all[0], 0), None);
    apply(&mut project, reason("of nothing"));
    assert_eq!(project.decision.score(all[0], id), None);
    let too_high = Decide::SetScores { cells: all.clone(), criterion: id, level: Some(6) };
    fails(&project, too_high, Fault::Level { level: 6, highest: 5 });
    let nowhere = CellKey { product: all[0].product, customer: SegmentId::random() };
    let unknown = Decide::SetScores { cells: vec![all[1], nowhere], criterion: id, level: Some(1) };
    fails(&project, unknown, CommandError::UnknownSegment(nowhere.customer));
}

#[test]
fn a_shorter_scale_keeps_scores_on_it() {
    let (mut project, round) = with_round(Question::Prio);
    let all = cells(&project);
    let old = criterion(&project, 0);
    score(&mut project, all[0], 0, 5);
    score(&mut project, all[1], 0, 2);
    let of_scores = Round::new(Question::Score(old.id), project.decision.participants.clone(), all.clone());
    let id = of_scores.id;
    apply(&mut project, Decide::AddRound(of_scores));
    vote(&mut project, id, 0, &[Some(5), Some(1)]);
    vote(&mut project, round, 0, &[Some(3)]);
    Command::set(Of::Criterion(old.id), "floor", Some(4)).apply(&mut project).expect("a level");
    apply(&mut project, Decide::SetLevels { criterion: old.id, levels: vec!["".into(); 2] });
    assert_eq!(criterion(&project, 0).floor, None, "there is no such level");
    assert_eq!((level(&project, all[0], 0), level(&project, all[1], 0)), (Some(2), Some(2)));
    let votes = |id| project.decision.round(id).expect("held").1.votes.values().copied().collect::<Vec<_>>();
    assert_eq!((votes(id), votes(round)), (vec![2, 1], vec![3]));
}

#[test]
fn what_is_removed_takes_along_what_is_said_of_it() {
    let (mut project, round) = with_round(Question::Prio);
    let all = cells(&project);
    let [a, b] = [0, 1].map(|place| criterion(&project, place).id);
    apply(&mut project, Decide::Compare { criterion: a, beside: b, matters: Some(Matters::Equally) });
    for cell in &all {
        score(&mut project, *cell, 0, 3);
        score(&mut project, *cell, 1, 4);
    }
    vote(&mut project, round, 1, &[Some(1), Some(2), Some(3), Some(1)]);
    let about = Round::new(Question::Score(a), project.decision.participants.clone(), all.clone());
    apply(&mut project, Decide::AddRound(about));

    let mut without_product = project.clone();
    let gone = Command::RemoveSegments { axis: Axis::Product, ids: vec![all[0].product] };
    gone.apply(&mut without_product).expect("known");
    assert_eq!(check(&without_product), Ok(()));
    assert_eq!(without_product.decision.scores.len(), 4);
    let rounds = without_product.decision.rounds.iter().map(|round| (round.cells.len(), round.votes.len()));
    assert_eq!(rounds.collect::<Vec<_>>(), [(2, 2), (2, 0)]);

    apply(&mut project, Decide::RemoveCriteria(vec![a]));
    let Decision { scores, comparisons, rounds, .. } = &project.decision;
    assert_eq!((scores.len(), comparisons.len(), rounds.len()), (4, 0, 1));
    assert!(scores.keys().all(|key| key.criterion == b));
    apply(&mut project, Decide::RemoveRounds(vec![round]));
    assert!(project.decision.rounds.is_empty());
    fails(&project, Decide::RemoveRounds(vec![round]), CommandError::UnknownRound(round));
}

#[test]
fn a_copied_segment_is_scored_alike() {
    let mut project = project();
    let all = cells(&project);
    score(&mut project, all[0], 0, 3);
    let copy = Segment::new("copy");
    let duplicate = Command::DuplicateSegment { axis: Axis::Product, id: all[0].product, copy: copy.clone() };
    duplicate.apply(&mut project).expect("known");
    assert_eq!(level(&project, CellKey { product: copy.id, ..all[0] }, 0), Some(3));
    assert_eq!(project.decision.scores.len(), 2);
}

#[test]
fn a_round_from_first_vote_to_prios() {
    let (mut project, id) = with_round(Question::Prio);
    let all = cells(&project);
    fails(&project, Decide::Accept(id), CommandError::RoundOpen);
    vote(&mut project, id, 0, &[Some(1), Some(1), None, Some(2)]);
    vote(&mut project, id, 1, &[Some(1), Some(2), None, Some(2)]);
    let CellKey { product, customer } = all[3];
    let unmark = Command::SetFit { products: vec![product], customers: vec![customer], fit: Fit::No };
    unmark.apply(&mut project).expect("known");
    Command::set(Of::Cell(all[0]), "note", "why").apply(&mut project).expect("known");
    apply(&mut project, Decide::Reveal(id));
    let participant = project.decision.participants[0].id;
    let late = Decide::Vote { round: id, participant, votes: vec![(all[0], Some(3))] };
    fails(&project, late, CommandError::RoundClosed);
    apply(&mut project, Decide::Accept(id));
    let fits = all.iter().map(|cell| project.matrix.cell(*cell).fit).collect::<Vec<_>>();
    assert_eq!(fits, [Fit::Prio1, Fit::Undecided, Fit::Undecided, Fit::No], "two votes that differ decide nothing");
    assert_eq!(project.matrix.cell(all[0]).note.as_deref(), Some("why"));
    let round = project.decision.round(id).expect("kept").1;
    assert_eq!((round.stage, round.votes.len()), (Stage::Accepted, 6));
}

#[test]
fn a_round_of_scores_becomes_scores() {
    for direction in [Direction::MoreIsBetter, Direction::LessIsBetter] {
        let mut project = project();
        let criterion = criterion(&project, 1);
        Command::set(Of::Criterion(criterion.id), "direction", direction).apply(&mut project).expect("a direction");
        let people = project.decision.participants.clone();
        let round = Round::new(Question::Score(criterion.id), people, cells(&project));
        let id = round.id;
        apply(&mut project, Decide::AddRound(round));
        vote(&mut project, id, 0, &[Some(2), Some(4)]);
        vote(&mut project, id, 1, &[Some(4), Some(4)]);
        apply(&mut project, Decide::Reveal(id));
        apply(&mut project, Decide::Accept(id));
        let all = cells(&project);
        assert_eq!((level(&project, all[0], 1), level(&project, all[1], 1)), (None, Some(4)));
    }
}

#[test]
fn votes_that_cannot_be() {
    let (mut project, round) = with_round(Question::Prio);
    let all = cells(&project);
    let participant = project.decision.participants[0].id;
    let votes =
        |participant, cell, vote| Decide::Vote { round, participant, votes: vec![(all[0], Some(1)), (cell, vote)] };
    fails(&project, votes(participant, all[1], Some(4)), Fault::Level { level: 4, highest: 3 });
    let stranger = ParticipantId::random();
    fails(&project, votes(stranger, all[1], None), Fault::UnknownParticipant(stranger));
    let elsewhere = CellKey { product: all[0].customer, customer: all[0].product };
    fails(&project, votes(participant, elsewhere, Some(1)), Fault::NotInRound);
    vote(&mut project, round, 0, &[Some(1), Some(2)]);
    vote(&mut project, round, 0, &[None]);
    assert_eq!(project.decision.round(round).expect("held").1.votes.len(), 1);
    // The list may change; the round keeps who took part.
    apply(&mut project, Decide::SetParticipants(Vec::new()));
    assert_eq!(project.decision.round(round).expect("held").1.participants.len(), 2);
    let twice = vec![Participant { id: stranger, name: "".into() }; 2];
    fails(&project, Decide::SetParticipants(twice), Fault::DuplicateParticipant(stranger));
}

#[test]
fn rounds_that_cannot_be() {
    let (project, id) = with_round(Question::Prio);
    let good = project.decision.round(id).expect("held").1.clone();
    fails(&project, Decide::AddRound(good.clone()), Fault::DuplicateRound(id));
    let new = Round { id: RoundId::random(), ..good };
    let unknown = CriterionId::random();
    let of_nothing = Round { question: Question::Score(unknown), ..new.clone() };
    fails(&project, Decide::AddRound(of_nothing), Fault::UnknownCriterion(unknown));
    let mut twice = new.clone();
    twice.cells.push_back(twice.cells[0]);
    fails(&project, Decide::AddRound(twice), Fault::TwiceInRound);
    let mut nowhere = new.clone();
    nowhere.cells[0].product = SegmentId::random();
    let gone = nowhere.cells[0].product;
    fails(&project, Decide::AddRound(nowhere), CommandError::UnknownSegment(gone));
    let mut voted = new;
    voted.votes.insert(VoteKey { participant: ParticipantId::random(), cell: voted.cells[0] }, 1);
    let stranger = voted.votes.keys().next().expect("one").participant;
    fails(&project, Decide::AddRound(voted), Fault::UnknownParticipant(stranger));
}
