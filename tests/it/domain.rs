//! Any sequence of edits: undone, done again, saved, and what it costs.

use nisje::document::Document;
use nisje::project::{Axis, Cell, CellKey, Command, Fit, Gesture, Of, Project, Segment, check};
use nisje::storage::format;
use proptest::prelude::*;

use edit::{Edit, edits};

mod edit;

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
