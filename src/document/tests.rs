use super::*;
use crate::project::{Axis, Of, Segment};

fn name(name: &str) -> Command {
    Command::set(Of::Project, "name", name)
}

fn document() -> Document {
    Document::new(Project::default())
}

/// Applies it, which must change something.
#[track_caller]
fn change(document: &mut Document, command: &Command, gesture: Option<Gesture>) {
    assert_eq!(document.apply(command, gesture), Ok(true));
}

/// The names that undo passes through, the present one first.
fn names(document: &Document) -> Vec<String> {
    let mut document = document.clone();
    let mut names = vec![document.project().name.to_string()];
    while document.undo() {
        names.push(document.project().name.to_string());
    }
    names
}

/// The name of a step that set that field.
fn set(field: &'static str) -> Message {
    Message::new("command-set").with("field", Message::new(field))
}

#[test]
fn back_and_forth() {
    let mut document = document();
    assert!(!document.undo() && !document.redo());
    change(&mut document, &name("a"), None);
    change(&mut document, &Command::set(Of::Project, "margin", 0.5), None);
    assert_eq!((document.undo_name(), document.redo_name()), (Some(&set("field-margin")), None));
    assert!(document.undo());
    assert_eq!((document.undo_name(), document.redo_name()), (Some(&set("field-name")), Some(&set("field-margin"))));
    assert!(document.undo() && !document.undo());
    assert_eq!(document.project(), &Project::default());
    assert!(document.redo() && document.redo() && !document.redo());
    assert_eq!((&*document.project().name, document.project().margin), ("a", 0.5));
    assert_eq!((document.undo_name(), document.redo_name()), (Some(&set("field-margin")), None));
}

#[test]
fn a_new_edit_ends_redo() {
    let mut document = document();
    change(&mut document, &name("a"), None);
    document.undo();
    change(&mut document, &name("b"), None);
    assert!(!document.redo());
    assert_eq!(names(&document), ["b", ""]);
}

#[test]
fn what_changes_nothing_is_no_step_and_keeps_redo() {
    let mut document = document();
    change(&mut document, &name("a"), None);
    document.undo();
    let revision = document.revision();
    assert_eq!(document.apply(&name(""), None), Ok(false));
    let none = Command::RemoveSegments { axis: Axis::Product, ids: Vec::new() };
    assert_eq!(document.apply(&none, None), Ok(false));
    assert_eq!(document.revision(), revision);
    assert!(!document.undo() && document.redo());
}

#[test]
fn a_failed_command_leaves_everything() {
    let mut document = document();
    change(&mut document, &name("a"), None);
    change(&mut document, &name("b"), None);
    document.undo();
    document.saved(document.snapshot());
    let revision = document.revision();
    let wrong = Command::All(vec![name("c"), Command::set(Of::Project, "margin", 2.0)]);
    assert!(document.apply(&wrong, None).is_err());
    assert_eq!((document.revision(), document.is_unsaved()), (revision, false));
    assert_eq!(document.redo_name(), Some(&set("field-name")));
    assert_eq!(names(&document), ["a", ""]);
}

#[test]
fn a_gesture_is_one_step() {
    let mut document = document();
    change(&mut document, &name("before"), None);
    let typing = Gesture::start();
    for so_far in ["n", "ne", "net"] {
        change(&mut document, &name(so_far), Some(typing));
    }
    change(&mut document, &name("other"), Some(Gesture::start()));
    assert_eq!(names(&document), ["other", "net", "before", ""]);
    // Neither undo nor redo opens a gesture again.
    document.undo();
    document.redo();
    document.undo();
    change(&mut document, &name("nets"), Some(Gesture::start()));
    assert_eq!(names(&document), ["nets", "net", "before", ""]);
}

#[test]
fn a_step_taken_back_and_done_again_is_closed() {
    let mut document = document();
    let typing = Gesture::start();
    change(&mut document, &name("a"), Some(typing));
    document.undo();
    document.redo();
    change(&mut document, &name("ab"), Some(typing));
    assert_eq!(names(&document), ["ab", "a", ""]);
}

#[test]
fn a_gesture_that_comes_back_is_no_step() {
    let mut document = document();
    change(&mut document, &name("start"), None);
    let revision = document.revision();
    let drag = Gesture::start();
    change(&mut document, &name("away"), Some(drag));
    assert_ne!(document.revision(), revision);
    change(&mut document, &name("start"), Some(drag));
    assert_eq!(document.revision(), revision);
    assert_eq!(names(&document), ["start", ""]);
    assert_eq!(document.redo_name(), None);
    // And goes on from there.
    change(&mut document, &name("away again"), Some(drag));
    assert_eq!(names(&document), ["away again", "start", ""]);
}

#[test]
fn unsaved_is_a_difference_of_content() {
    let mut document = document();
    assert!(!document.is_unsaved());
    change(&mut document, &name("a"), None);
    assert!(document.is_unsaved());
    document.undo();
    assert!(!document.is_unsaved());
    document.redo();
    document.saved(document.snapshot());
    assert!(!document.is_unsaved());
    document.undo();
    assert!(document.is_unsaved());
    document.redo();
    assert!(!document.is_unsaved());
    // By another way to the same.
    change(&mut document, &name("b"), None);
    assert!(document.is_unsaved());
    change(&mut document, &name("a"), None);
    assert!(!document.is_unsaved());
}

#[test]
fn an_edit_while_saving_stays_unsaved() {
    let mut document = document();
    change(&mut document, &name("a"), None);
    let written = document.snapshot();
    change(&mut document, &name("b"), None);
    document.saved(written);
    assert!(document.is_unsaved());
    document.undo();
    assert!(!document.is_unsaved());
}

#[test]
fn unsaved_sees_cells_and_order() {
    let mut document = document();
    let (a, b, x) = (Segment::new("a"), Segment::new("b"), Segment::new("x"));
    for (axis, segments) in [(Axis::Product, vec![a.clone(), b]), (Axis::Customer, vec![x.clone()])] {
        change(&mut document, &Command::AddSegments { axis, at: 0, segments }, None);
    }
    document.saved(document.snapshot());
    let key = crate::project::CellKey { product: a.id, customer: x.id };
    for (there, back) in [
        (Command::set(Of::Cell(key), "note", "why"), Command::set(Of::Cell(key), "note", "")),
        (
            Command::MoveSegments { axis: Axis::Product, ids: vec![a.id], to: 1 },
            Command::MoveSegments { axis: Axis::Product, ids: vec![a.id], to: 0 },
        ),
        (Command::set(Of::Project, "margin", 0.5), Command::set(Of::Project, "margin", 1.0)),
    ] {
        change(&mut document, &there, None);
        assert!(document.is_unsaved(), "after {there:?}");
        change(&mut document, &back, None);
        assert!(!document.is_unsaved(), "after {back:?}");
    }
}

#[test]
fn recovered_is_unsaved_until_saved() {
    let mut document = Document::recovered(Project::default());
    assert!(document.is_unsaved());
    change(&mut document, &name("a"), None);
    document.undo();
    assert!(document.is_unsaved());
    document.saved(document.snapshot());
    assert!(!document.is_unsaved());
}
