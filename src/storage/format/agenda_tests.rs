use std::sync::Arc;

use crate::project::{
    About, Agenda, AgendaEdit, Axis, CellKey, Command, FindingKey, NextStep, Progress, Project, Segment, SetAside,
};

use super::tests::{id, read_text, written};

/// Steps and findings set aside about some of the cells; what is picked, by numbers that are taken modulo what there is.
pub(super) fn agenda(cells: &[CellKey], words: &[Arc<str>], picks: &[[usize; 4]]) -> Agenda {
    let word = |pick: usize| words.get(pick % (words.len() + 1)).cloned().unwrap_or_default();
    let mut agenda = Agenda::default();
    for (index, [a, b, c, d]) in picks.iter().copied().enumerate() {
        let cell = cells.get(a % (cells.len() + 1)).copied();
        let about = match (cell, b % 3) {
            (Some(cell), 0) => cell.into(),
            (Some(cell), 1) => About::customer(cell.customer),
            (Some(cell), _) => About::product(cell.product),
            (None, _) => About::PROJECT,
        };
        agenda.steps.push_back(NextStep {
            id: id(index),
            who: word(b),
            by: (c % 2 == 0).then(|| format!("20{:02}-{:02}-{:02}", c % 100, d % 12 + 1, b % 28 + 1).into()),
            progress: [Progress::Open, Progress::Done][d % 2],
            about,
            ..NextStep::new(word(a))
        });
        agenda.set_aside.insert(FindingKey { code: word(c), about }, SetAside { reason: word(d) });
    }
    agenda
}

#[test]
fn looks_as_described() {
    let (product, customer) = (Segment { id: id(1), ..Segment::new("P") }, Segment { id: id(2), ..Segment::new("K") });
    let cell = CellKey { product: product.id, customer: customer.id };
    let step = NextStep {
        id: id(3),
        who: "Kari".into(),
        by: Some("2026-09-01".into()),
        about: cell.into(),
        ..NextStep::new("call ten of them")
    };
    let finding = FindingKey { code: "coverage-none-picked".into(), about: About::customer(customer.id) };
    let mut project = Project::default();
    for command in [
        Command::AddSegments { axis: Axis::Product, at: 0, segments: vec![product] },
        Command::AddSegments { axis: Axis::Customer, at: 0, segments: vec![customer] },
        Command::Agenda(AgendaEdit::AddSteps { at: 0, steps: vec![step, NextStep { id: id(4), ..NextStep::new("") }] }),
        Command::Agenda(AgendaEdit::SetAside { finding, reason: "later".into() }),
    ] {
        command.apply(&mut project).expect("sound");
    }
    let text = written(&project);
    let expected = r#"  channels: [],
  steps: [
    (id: "aaaaaaad", what: "call ten of them", who: "Kari", by: "2026-09-01", product: "aaaaaaab", customer: "aaaaaaac"),
    (id: "aaaaaaae", what: ""),
  ],
  set_aside: [
    (finding: "coverage-none-picked", customer: "aaaaaaac", reason: "later"),
  ],
)
"#;
    assert!(text.ends_with(expected), "{text}");
    assert_eq!(read_text(&text), Ok(project));
}
