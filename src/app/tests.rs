//! What happens when answers come late: after other edits, for another project, in another order.

use std::path::Path;
use std::time::{Duration, Instant};

use eframe::egui::Context;
use tempfile::TempDir;

use super::event::{Event, Picking};
use super::session::Session;
use super::*;
use crate::project::{Command, Of, Template};
use crate::storage::{self, Limits, Opened};
use crate::ui::dialogs::{Answer, PathHint};

mod copies;

struct Stage {
    ctx: Context,
    app: App,
    folder: TempDir,
}

impl Stage {
    fn new() -> Self {
        let (ctx, folder) = (Context::default(), tempfile::tempdir().unwrap());
        let app = Self::start(&ctx, &folder, None);
        Self { ctx, app, folder }
    }

    fn start(ctx: &Context, folder: &TempDir, file: Option<PathBuf>) -> App {
        let places = Places::under(&folder.path().join("home"));
        App::new(ctx, Options { places, native_dialogs: true, takes_signals: false, file })
    }

    /// Starts the program again: the one before has crashed.
    fn restart(&mut self, file: Option<PathBuf>) {
        let next = Self::start(&self.ctx, &self.folder, None);
        drop(std::mem::replace(&mut self.app, next));
        self.app = Self::start(&self.ctx, &self.folder, file);
    }

    /// A file that is open.
    fn open(&mut self, name: &str) -> PathBuf {
        let number = self.app.opening();
        let event = self.read(number, name);
        self.happened(event);
        self.app.follow_file();
        self.path(name)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn perform(&mut self, action: Action) {
        self.app.perform(&self.ctx, action);
    }

    fn rename(&mut self, name: &str) {
        self.perform(Action::Edit(Command::set(Of::Project, "name", name), None));
    }

    fn name(&self) -> &str {
        self.app.session.as_ref().map_or("", |session| &session.project().name)
    }

    /// What the job for that number answers.
    fn read(&self, number: u64, name: &str) -> Event {
        let path = self.path(name);
        std::fs::write(&path, format!("(format: 1, name: \"{name}\")")).unwrap();
        let result: Result<Opened, _> = storage::open(&path, &Limits::default());
        Event::Opened { number, path, result }
    }

    /// Asks the desktop for a path. The answer that it gives sometime.
    fn asked(&mut self, picking: Picking, path: &Path) -> Event {
        self.app.pick(picking);
        Event::Picked { number: self.app.front.questions, path: Ok(Some(path.to_owned())) }
    }

    /// As if the last question to the desktop had been asked that long ago.
    fn wait(&mut self, time: Duration) {
        let asked = self.app.front.asked.last_mut().expect("a question");
        asked.since = Instant::now().checked_sub(time).expect("a clock that ran");
        self.app.offer_paths(&self.ctx);
    }

    fn happened(&mut self, event: Event) {
        self.app.happened(&self.ctx, event);
    }

    /// Takes events in until that is so.
    #[track_caller]
    fn until(&mut self, what: &str, done: impl Fn(&App) -> bool) {
        let end = Instant::now() + Duration::from_secs(20);
        while !done(&self.app) {
            assert!(Instant::now() < end, "{what}: {:?}", self.app.front.dialog);
            match self.app.jobs.next() {
                Some(event) => self.happened(event),
                None => std::thread::sleep(Duration::from_millis(2)),
            }
        }
    }

    /// Waits for the answer to what is being written, and takes it in.
    fn written(&mut self) {
        while self.app.disk.saving.is_some() {
            match self.app.jobs.next() {
                Some(event) => self.happened(event),
                None => std::thread::yield_now(),
            }
        }
    }
}

#[test]
fn edits_made_while_a_file_is_read_are_asked_for() {
    let mut stage = Stage::new();
    stage.perform(Action::New(Template::Blank));
    let number = stage.app.opening();
    stage.rename("Meanwhile");
    stage.happened(stage.read(number, "late"));
    assert_eq!(stage.name(), "Meanwhile");
    assert!(matches!(stage.app.front.dialog, Some(Dialog::Unsaved { .. })));

    // Given up knowingly, they go.
    stage.app.front.dialog = None;
    let number = stage.app.opening();
    stage.happened(stage.read(number, "late"));
    assert_eq!(stage.name(), "late");
}

#[test]
fn a_file_with_comments_is_saved_only_when_agreed() {
    let mut stage = Stage::new();
    let path = stage.path("commented.ron");
    let source = "(format: 1,\n  // agreed in March\n  margin: 0.45)";
    std::fs::write(&path, source).unwrap();
    let number = stage.app.opening();
    let result = storage::open(&path, &Limits::default());
    stage.happened(Event::Opened { number, path: path.clone(), result });
    stage.rename("Changed");
    stage.perform(Action::CloseProject);
    stage.app.answered(&stage.ctx, Answer::Save);
    assert!(matches!(stage.app.front.dialog, Some(Dialog::Comments { count: 1, line: 2, .. })));
    stage.app.answered(&stage.ctx, Answer::Cancel);
    stage.written();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), source);

    stage.perform(Action::CloseProject);
    stage.app.answered(&stage.ctx, Answer::Save);
    stage.app.answered(&stage.ctx, Answer::Save);
    stage.written();
    assert_eq!(&*storage::open(&path, &Limits::default()).unwrap().project.name, "Changed");
    assert!(stage.app.session.is_none(), "closed when it is saved");
}

#[test]
fn the_file_that_was_asked_for_last_is_opened() {
    let mut stage = Stage::new();
    let first = stage.app.opening();
    let second = stage.app.opening();
    stage.happened(stage.read(second, "second"));
    stage.happened(stage.read(first, "first"));
    assert_eq!(stage.name(), "second");

    let given_up = stage.app.opening();
    stage.perform(Action::New(Template::Blank));
    stage.happened(stage.read(given_up, "given up"));
    assert_eq!(stage.name(), "");
}

#[test]
fn a_save_waits_for_the_one_of_another_project() {
    let mut stage = Stage::new();
    let (one, two) = (stage.path("one.ron"), stage.path("two.ron"));
    stage.perform(Action::New(Template::Blank));
    stage.rename("One");
    let answer = stage.asked(Picking::Save, &one);
    stage.happened(answer);
    // Left before the answer is there.
    stage.app.begin(Document::new(storage::template(Template::Blank, "en")), None);
    stage.rename("Two");
    let answer = stage.asked(Picking::Save, &two);
    stage.happened(answer);
    stage.rename("Two, again");
    stage.written();
    for (path, name) in [(&one, "One"), (&two, "Two, again")] {
        assert_eq!(&*storage::open(path, &Limits::default()).unwrap().project.name, name);
    }
    assert_eq!(stage.app.session.as_ref().and_then(Session::path), Some(two.as_path()));
    assert!(stage.app.session.as_ref().is_some_and(|session| !session.is_unsaved()));
}

#[test]
fn a_question_that_a_save_has_answered_goes() {
    let mut stage = Stage::new();
    stage.perform(Action::New(Template::Blank));
    stage.rename("Saved");
    let answer = stage.asked(Picking::Save, &stage.path("saved.ron"));
    stage.happened(answer);
    stage.perform(Action::CloseProject);
    assert!(matches!(stage.app.front.dialog, Some(Dialog::Unsaved { .. })));
    stage.written();
    assert!(stage.app.front.dialog.is_none() && stage.app.session.is_none());
}

#[test]
fn each_answer_of_the_desktop_is_for_what_it_asked() {
    let mut stage = Stage::new();
    stage.perform(Action::New(Template::Blank));
    stage.rename("One");
    // Two questions are open, and the first is answered after the second was asked.
    let late = stage.asked(Picking::Save, &stage.path("one.ron"));
    stage.perform(Action::Export(crate::report::Part::Matrix, crate::report::Format::Xlsx));
    stage.happened(late);
    stage.written();
    assert_eq!(&*storage::open(&stage.path("one.ron"), &Limits::default()).unwrap().project.name, "One");

    // One that was about another project does nothing.
    let late = stage.asked(Picking::Save, &stage.path("other.ron"));
    stage.app.begin(Document::new(storage::template(Template::Blank, "en")), None);
    stage.happened(late);
    assert!(stage.app.disk.saving.is_none());

    // A file that the dialog has not asked about is not replaced.
    std::fs::write(stage.path("there.nisje.ron"), "").unwrap();
    let answer = stage.asked(Picking::Save, &stage.path("there"));
    stage.happened(answer);
    assert!(matches!(stage.app.front.dialog, Some(Dialog::Path { exists: true, .. })));
    assert!(stage.app.disk.saving.is_none());
}

#[test]
fn a_dialog_that_does_not_answer_leaves_a_way_to_save() {
    let mut stage = Stage::new();
    stage.perform(Action::New(Template::Blank));
    stage.rename("Mine");
    let late = stage.asked(Picking::Save, &stage.path("late.ron"));
    stage.wait(Duration::from_millis(1500));
    assert!(stage.app.front.dialog.is_none());
    stage.wait(Duration::from_secs(2));
    assert!(matches!(stage.app.front.dialog, Some(Dialog::Path { hint: PathHint::Late, .. })));
    // The field is answered first: the late answer is dropped.
    stage.app.answered(&stage.ctx, Answer::Path(stage.path("typed")));
    stage.happened(late);
    stage.written();
    assert!(stage.path("typed.nisje.ron").is_file() && !stage.path("late.ron").exists());

    // The desktop is first: its answer is taken, and the field goes.
    let late = stage.asked(Picking::Save, &stage.path("late.ron"));
    stage.wait(Duration::from_secs(3));
    stage.happened(late);
    assert!(stage.app.front.dialog.is_none());
    stage.written();
    assert!(stage.path("late.ron").is_file());
}

#[test]
fn a_portal_that_fails_is_no_cancel() {
    let mut stage = Stage::new();
    stage.perform(Action::New(Template::Blank));
    stage.rename("Mine");
    stage.perform(Action::CloseProject);
    stage.app.answered(&stage.ctx, Answer::Save);
    // However late it fails: nobody has seen a dialog.
    stage.app.front.asked[0].since = Instant::now().checked_sub(Duration::from_secs(1)).unwrap();
    stage.happened(Event::Picked { number: stage.app.front.questions, path: Ok(None) });
    assert!(matches!(stage.app.front.dialog, Some(Dialog::Path { .. })));
    assert!(stage.app.front.pending.is_some(), "the save still leads to closing");
    stage.app.answered(&stage.ctx, Answer::Path(stage.path("typed.ron")));
    stage.written();
    assert!(stage.app.session.is_none() && stage.path("typed.ron").is_file());

    // One that was seen was cancelled.
    stage.perform(Action::New(Template::Blank));
    stage.rename("Other");
    stage.app.pick(Picking::Save);
    stage.app.front.asked[0].was_seen = true;
    stage.happened(Event::Picked { number: stage.app.front.questions, path: Ok(None) });
    assert!(stage.app.front.dialog.is_none());
}

#[test]
fn a_save_without_a_thread_can_be_tried_again() {
    let mut stage = Stage::new();
    stage.perform(Action::New(Template::Blank));
    stage.rename("Mine");
    stage.app.jobs.has_no_threads = true;
    std::fs::create_dir(stage.path("sub")).unwrap();
    let answer = stage.asked(Picking::Save, &stage.path("sub/mine.ron"));
    stage.happened(answer);
    stage.written();
    assert!(matches!(stage.app.front.dialog, Some(Dialog::Error { has_elsewhere: true, .. })));
    assert!(!stage.path("sub/mine.ron").exists());

    stage.app.jobs.has_no_threads = false;
    stage.app.answered(&stage.ctx, Answer::Retry);
    stage.written();
    assert!(stage.path("sub/mine.ron").is_file());
    assert!(stage.app.session.as_ref().is_some_and(|session| !session.is_unsaved()));

    // Elsewhere, and on to what the save leads to.
    stage.rename("Again");
    std::fs::remove_dir_all(stage.path("sub")).unwrap();
    stage.perform(Action::CloseProject);
    stage.app.answered(&stage.ctx, Answer::Save);
    stage.written();
    assert!(matches!(stage.app.front.dialog, Some(Dialog::Error { .. })));
    stage.app.answered(&stage.ctx, Answer::SaveElsewhere);
    let number = stage.app.front.questions;
    stage.happened(Event::Picked { number, path: Ok(Some(stage.path("else.ron"))) });
    stage.written();
    assert!(stage.path("else.ron").is_file() && stage.app.session.is_none());
}
