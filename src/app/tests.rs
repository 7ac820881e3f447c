//! What happens when answers come late: after other edits, for another project, in another order.

use std::path::Path;

use eframe::egui::Context;
use tempfile::TempDir;

use super::event::{Event, Picking};
use super::*;
use crate::project::{Command, Of, Template};
use crate::storage::{self, Limits, Opened};
use crate::ui::dialogs::Answer;

struct Stage {
    ctx: Context,
    app: App,
    folder: TempDir,
}

impl Stage {
    fn new() -> Self {
        let (ctx, folder) = (Context::default(), tempfile::tempdir().unwrap());
        let places = Places::under(&folder.path().join("home"));
        let app = App::new(&ctx, Options { places, native_dialogs: true, file: None });
        Self { ctx, app, folder }
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

    fn picked(&self, picking: Picking, path: &Path) -> Event {
        let session = self.app.session.as_ref().map(Session::number);
        Event::Picked { picking, session, path: Some(path.to_owned()), at_once: false }
    }

    fn happened(&mut self, event: Event) {
        self.app.happened(&self.ctx, event);
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
    stage.happened(stage.picked(Picking::Save, &one));
    // Left before the answer is there.
    stage.app.begin(Document::new(storage::template(Template::Blank, "en")), None);
    stage.rename("Two");
    stage.happened(stage.picked(Picking::Save, &two));
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
    stage.happened(stage.picked(Picking::Save, &stage.path("saved.ron")));
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
    let late = stage.picked(Picking::Save, &stage.path("one.ron"));
    // Two questions are open, and the first is answered after the second.
    stage.perform(Action::SaveAs);
    stage.perform(Action::Export(crate::report::Part::Matrix, crate::report::Format::Xlsx));
    stage.happened(late);
    stage.written();
    assert_eq!(&*storage::open(&stage.path("one.ron"), &Limits::default()).unwrap().project.name, "One");

    // One that was about another project does nothing.
    let late = stage.picked(Picking::Save, &stage.path("other.ron"));
    stage.app.begin(Document::new(storage::template(Template::Blank, "en")), None);
    stage.happened(late);
    assert!(stage.app.disk.saving.is_none());

    // A file that the dialog has not asked about is not replaced.
    std::fs::write(stage.path("there.nisje.ron"), "").unwrap();
    stage.happened(stage.picked(Picking::Save, &stage.path("there")));
    assert!(matches!(stage.app.front.dialog, Some(Dialog::Path { exists: true, .. })));
    assert!(stage.app.disk.saving.is_none());
}
