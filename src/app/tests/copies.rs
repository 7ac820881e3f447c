//! What is lost when: crashes, other programs, other windows.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::*;
use crate::ui::{Differs, Notice};

/// The keys of what stays said.
fn standing(app: &App) -> Vec<&'static str> {
    app.standing.iter().map(|notice: &Notice| notice.message.key).collect()
}

#[test]
fn restored_work_never_replaces_newer_work() {
    let mut stage = Stage::new();
    let path = stage.open("plan.nisje.ron");
    stage.rename("Unsaved");
    stage.app.keep();
    // Meanwhile the file gets newer work.
    std::fs::write(&path, "(format: 1, name: \"Newer\")").unwrap();
    stage.restart(Some(path.clone()));
    stage.until("the file is open", |app| app.session.is_some());
    assert_eq!(stage.name(), "Newer");
    stage.until("its unsaved work is offered", |app| {
        matches!(&app.front.dialog, Some(Dialog::Recovery(entry))
            if entry.is_newer && matches!(&entry.differs, Some(Differs::Told(told)) if told.len() == 1))
    });
    stage.app.answered(&stage.ctx, Answer::Restore);
    stage.until("it is restored", |app| app.session.as_ref().is_some_and(Session::is_unsaved));
    assert_eq!(stage.name(), "Unsaved");
    stage.perform(Action::Save);
    stage.written();
    stage.until("what differs is shown", |app| {
        matches!(&app.front.dialog, Some(Dialog::Changed { differs: Differs::Told(told), can_reload: true, .. }) if told.len() == 1)
    });
    assert_eq!(&*storage::open(&path, &Limits::default()).unwrap().project.name, "Newer");
    // Reloaded, and what was here is a step of undo away.
    stage.app.answered(&stage.ctx, Answer::Reload);
    stage.until("it is reloaded", |app| app.session.as_ref().is_some_and(|session| !session.is_unsaved()));
    assert_eq!(stage.name(), "Newer");
    stage.perform(Action::Undo);
    assert_eq!(stage.name(), "Unsaved");
}

#[test]
fn discarded_work_can_be_taken_back() {
    let mut stage = Stage::new();
    stage.perform(Action::New(Template::Blank));
    stage.rename("Unsaved");
    stage.app.keep();
    stage.restart(None);
    assert_eq!(stage.app.start.recovery.len(), 1);
    stage.perform(Action::DiscardRecovery(0));
    assert!(stage.app.start.recovery.is_empty());
    assert!(stage.app.status.as_ref().is_some_and(|notice| !notice.offers.is_empty()));
    stage.perform(Action::TakeBackRecovery);
    assert_eq!(stage.app.start.recovery.len(), 1);
    assert_eq!(stage.app.start.recovery[0].name, "Unsaved");
    stage.perform(Action::TakeBackRecovery);
    assert!(stage.app.status.as_ref().is_some_and(|notice| notice.is_warning), "there is no other");
}

#[test]
fn a_copy_that_cannot_be_written_is_said_until_it_can() {
    let mut stage = Stage::new();
    // A file stands where the folder belongs.
    let places = Places::under(&stage.folder.path().join("home"));
    std::fs::create_dir_all(places.recovery().parent().unwrap()).unwrap();
    std::fs::write(places.recovery(), "").unwrap();
    stage.perform(Action::New(Template::Blank));
    stage.rename("Unsaved");
    stage.app.keep();
    stage.until("it is said", |app| app.standing.iter().any(|notice| notice.is_warning));
    std::fs::remove_file(places.recovery()).unwrap();
    // It is tried again by itself.
    stage.until("it is written", |app| app.standing.is_empty());
    assert!(std::fs::read_dir(places.recovery()).unwrap().count() >= 2);
}

#[test]
fn what_panics_in_the_window_leaves_a_copy() {
    let mut stage = Stage::new();
    stage.perform(Action::New(Template::Blank));
    stage.rename("Unsaved");
    stage.app.keep();
    let next = Stage::start(&stage.ctx, &stage.folder, None);
    let app = std::mem::replace(&mut stage.app, next);
    catch_unwind(AssertUnwindSafe(move || {
        let _app = app;
        panic!("a fault in the program");
    }))
    .unwrap_err();
    stage.app.find_copies();
    assert_eq!(stage.app.start.recovery[0].name, "Unsaved");
}

#[test]
fn a_change_on_disk_is_noticed() {
    let mut stage = Stage::new();
    let path = stage.open("plan.nisje.ron");
    stage.rename("Mine");
    let since = Instant::now();
    std::fs::write(&path, "(format: 1, name: \"Theirs\")").unwrap();
    stage.until("the change is said", |app| standing(app) == ["status-changed"]);
    assert!(since.elapsed() < Duration::from_secs(2), "{:?}", since.elapsed());
    stage.perform(Action::ShowChange);
    stage.until("what differs is shown", |app| {
        matches!(&app.front.dialog, Some(Dialog::Changed { differs: Differs::Told(told), .. }) if told.len() == 1)
    });
    // Mine is kept under another name, theirs stays.
    stage.app.answered(&stage.ctx, Answer::SaveElsewhere);
    let number = stage.app.front.questions;
    stage.happened(Event::Picked { number, path: Ok(Some(stage.path("mine.ron"))) });
    stage.written();
    stage.app.follow_file();
    assert_eq!(standing(&stage.app), [""; 0]);
    let name = |path: &Path| storage::open(path, &Limits::default()).unwrap().project.name.to_string();
    assert_eq!((name(&path).as_str(), name(&stage.path("mine.ron")).as_str()), ("Theirs", "Mine"));

    // What is saved here is no change of others, and a file that goes is told.
    stage.rename("Saved");
    stage.perform(Action::Save);
    stage.written();
    stage.app.follow_file();
    let end = Instant::now() + Duration::from_secs(3);
    while Instant::now() < end {
        stage.until("events", |_| true);
        if let Some(event) = stage.app.jobs.next() {
            stage.happened(event);
        }
        assert_eq!(standing(&stage.app), [""; 0]);
        std::thread::sleep(Duration::from_millis(20));
    }
    std::fs::remove_file(stage.path("mine.ron")).unwrap();
    stage.until("it is gone", |app| standing(app) == ["status-gone"]);
}

#[test]
fn a_second_window_says_that_the_file_is_open() {
    let mut stage = Stage::new();
    let path = stage.open("plan.nisje.ron");
    let mut other = Stage {
        ctx: stage.ctx.clone(),
        app: Stage::start(&stage.ctx, &stage.folder, None),
        folder: tempfile::tempdir().unwrap(),
    };
    std::thread::sleep(Duration::from_millis(200));
    let number = other.app.opening();
    let result = storage::open(&path, &Limits::default());
    other.happened(Event::Opened { number, path, result });
    other.app.follow_file();
    other.until("it says so", |app| standing(app) == ["status-elsewhere"]);
    // The first one lets go of it.
    stage.perform(Action::CloseProject);
    stage.app.follow_file();
    other.until("it is the only one", |app| standing(app).is_empty());
}

#[test]
fn earlier_versions_are_compared_and_restored() {
    let mut stage = Stage::new();
    stage.open("plan.nisje.ron");
    for name in ["One", "Two", "Three"] {
        stage.rename(name);
        stage.perform(Action::Save);
        stage.written();
    }
    stage.perform(Action::ShowVersions);
    stage.until("they are listed", |app| {
        matches!(&app.front.dialog, Some(Dialog::Versions(shown)) if shown.entries.as_ref().is_some_and(|all| all.len() == 4))
    });
    stage.app.answered(&stage.ctx, Answer::Look(1));
    stage.until("it is compared", |app| {
        matches!(&app.front.dialog, Some(Dialog::Versions(shown)) if matches!(&shown.differs, Differs::Told(told) if told.len() == 1))
    });
    stage.app.answered(&stage.ctx, Answer::RestoreVersion(1));
    stage.until("it is restored", |app| app.session.as_ref().is_some_and(Session::is_unsaved));
    assert_eq!(stage.name(), "Two");
    stage.perform(Action::Undo);
    assert_eq!(stage.name(), "Three");

    stage.perform(Action::OpenVersion(2));
    stage.until("it is a copy", |app| app.session.as_ref().is_some_and(|session| session.path().is_none()));
    assert_eq!(stage.name(), "One");
    assert!(stage.app.session.as_ref().is_some_and(Session::is_unsaved));
}
