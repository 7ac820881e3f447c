use std::sync::Arc;

use imbl::OrdMap;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

use crate::project::{
    CellKey, Criterion, Decision, Direction, Matrix, Matters, Pair, Participant, Project, Question, Role, Round, Score,
    ScoreKey, Segment, Stage, VoteKey, Weighting, check,
};

use super::tests::{amount, id, read_text, text, written};

pub(super) fn criterion() -> impl Strategy<Value = Criterion> {
    let role = select(Role::ALL.to_vec());
    let direction = select(vec![Direction::MoreIsBetter, Direction::LessIsBetter]);
    (text(), role, direction, amount(), option::of(any::<Index>()), vec(text(), 2..=5)).prop_map(
        |(name, role, direction, weight, floor, mut anchors)| {
            if let Some(levels) = role.levels() {
                anchors.resize(levels.into(), "".into());
            }
            let floor = floor.map(|floor| 1 + floor.index(anchors.len()) as u8);
            // Minus nothing is a weight too.
            let weight = if weight == 0.0 { 0.0 } else { weight };
            Criterion { id: id(0), name, role, direction, weight, floor, anchors }
        },
    )
}

/// Criteria, scores of some cells, and rounds over them; what is picked, by numbers that are taken modulo what there is.
pub(super) fn decision(
    cells: &[CellKey],
    criteria: Vec<Criterion>,
    people: &[Arc<str>],
    picks: &[[usize; 4]],
) -> Decision {
    let criteria = criteria.into_iter().enumerate();
    let people = people.iter().enumerate();
    let mut decision = Decision {
        criteria: criteria.map(|(index, criterion)| Criterion { id: id(index), ..criterion }).collect(),
        weighting: Weighting::ALL[picks.len() % 3],
        participants: people.map(|(index, name)| Participant { id: id(index), name: name.clone() }).collect(),
        ..Decision::default()
    };
    let words = |decision: &Decision, pick: usize| {
        let name = decision.participants.get(pick % 3).map(|person| person.name.clone());
        name.filter(|words| !words.is_empty())
    };
    for (index, [a, b, c, d]) in picks.iter().copied().enumerate() {
        let count = decision.criteria.len().max(1);
        let (Some(criterion), Some(other)) =
            (decision.criteria.get(a % count).cloned(), decision.criteria.get(b % count).cloned())
        else {
            continue;
        };
        if let Some((pair, _)) = Pair::of(criterion.id, other.id) {
            decision.comparisons.insert(pair, [Matters::More, Matters::Equally, Matters::Less][c % 3]);
        }
        if let Some(cell) = cells.get(c % cells.len().max(1)) {
            let key = ScoreKey { cell: *cell, criterion: criterion.id };
            let level = 1 + (d % usize::from(criterion.levels())) as u8;
            let reason = words(&decision, d);
            decision.scores.insert(key, Score { level, reason });
        }
        let question = if a % 2 == 0 { Question::Prio } else { Question::Score(criterion.id) };
        let shown = cells.iter().copied().cycle().skip(c % 5).take(cells.len().min(d % 7));
        let people = decision.participants.clone();
        let mut round = Round { id: id(index), ..Round::new(question, people, shown) };
        round.name = words(&decision, b).unwrap_or_default();
        round.stage = [Stage::Open, Stage::Revealed, Stage::Accepted][b % 3];
        let highest = usize::from(decision.highest_vote(question).unwrap_or(1));
        for (place, cell) in round.cells.iter().enumerate() {
            for (number, person) in round.participants.iter().enumerate().filter(|(number, _)| (number + b % 3) % 3 > 0)
            {
                let vote = 1 + ((place + number + d % 9) % highest) as u8;
                round.votes.insert(VoteKey { participant: person.id, cell: *cell }, vote);
            }
        }
        decision.rounds.push_back(round);
    }
    decision
}

#[test]
fn looks_as_described() {
    let matrix = Matrix::new(
        [Segment { id: id(1), ..Segment::new("P") }].into_iter().collect(),
        [Segment { id: id(2), ..Segment::new("K") }].into_iter().collect(),
        OrdMap::new(),
    );
    let (cell, [kari, ola]) = (CellKey { product: id(1), customer: id(2) }, [1, 2].map(id));
    let urge = Criterion { id: id(1), role: Role::BuyingUrge, floor: Some(2), ..Criterion::new("Urge") };
    let mut price = Criterion { id: id(2), weight: 0.5, direction: Direction::LessIsBetter, ..Criterion::new("") };
    price.anchors = vec!["low".into(), "high".into()];
    let people = [Participant { id: kari, name: "Kari".into() }, Participant { id: ola, name: "Ola".into() }];
    let question = Question::Score(id(2));
    let mut round = Round { id: id(1), stage: Stage::Revealed, ..Round::new(question, people.clone(), [cell]) };
    round.votes =
        [(VoteKey { participant: ola, cell }, 2), (VoteKey { participant: kari, cell }, 1)].into_iter().collect();
    let again = Round { id: id(2), name: "Again".into(), ..Round::new(Question::Prio, [], [cell]) };
    let decision = Decision {
        criteria: [urge, price].into_iter().collect(),
        weighting: Weighting::Pairs,
        comparisons: Pair::of(id(1), id(2)).map(|(pair, _)| (pair, Matters::More)).into_iter().collect(),
        scores: [(ScoreKey { cell, criterion: id(1) }, Score { level: 4, reason: Some("they called".into()) })]
            .into_iter()
            .collect(),
        participants: people.into_iter().collect(),
        rounds: [round, again].into_iter().collect(),
    };
    let project = Project { matrix, decision, ..Project::default() };
    assert_eq!(check(&project), Ok(()));
    let expected = r#"  channels: [],
  criteria: [
    (
      id: "aaaaaaab",
      name: "Urge",
      role: BuyingUrge,
      weight: 1.0,
      floor: 2,
      levels: [
        "",
        "",
        "",
        "",
        "",
      ],
    ),
    (
      id: "aaaaaaac",
      name: "",
      direction: LessIsBetter,
      weight: 0.5,
      levels: [
        "low",
        "high",
      ],
    ),
  ],
  weighting: Pairs,
  comparisons: [
    (criterion: "aaaaaaab", matters: More, beside: "aaaaaaac"),
  ],
  scores: [
    (product: "aaaaaaab", customer: "aaaaaaac", criterion: "aaaaaaab", level: 4, reason: "they called"),
  ],
  participants: [
    (id: "aaaaaaab", name: "Kari"),
    (id: "aaaaaaac", name: "Ola"),
  ],
  rounds: [
    (
      id: "aaaaaaab",
      question: Score("aaaaaaac"),
      stage: Revealed,
      participants: [
        (id: "aaaaaaab", name: "Kari"),
        (id: "aaaaaaac", name: "Ola"),
      ],
      cells: [
        (product: "aaaaaaab", customer: "aaaaaaac", votes: [(by: "aaaaaaab", vote: 1), (by: "aaaaaaac", vote: 2)]),
      ],
    ),
    (
      id: "aaaaaaac",
      name: "Again",
      participants: [],
      cells: [
        (product: "aaaaaaab", customer: "aaaaaaac"),
      ],
    ),
  ],
)
"#;
    let source = written(&project);
    assert_eq!(&source[source.find("  channels").expect("is there")..], expected);
    assert_eq!(read_text(&source), Ok(project));
}
