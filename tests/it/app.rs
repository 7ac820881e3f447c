//! The whole job through the window, by the names that its widgets have for screen readers.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use calamine::{Data, Reader};
use eframe::egui::accesskit::Role;
use eframe::egui::{DroppedFile, Key, Modifiers, Theme, Vec2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use egui_kittest::{Harness, HarnessBuilder};
use nisje::app::{App, Options};
use nisje::project::Axis;
use nisje::storage::settings::{Appearance, Settings};
use nisje::storage::{Limits, Places, open};
use nisje::ui::screens::SCREENS;
use tempfile::TempDir;

/// The window on a folder of its own, which has the settings too.
pub struct Window<'a> {
    pub harness: Harness<'a, App>,
    folder: PathBuf,
}

impl Window<'_> {
    pub fn new(folder: &TempDir, language: &str, file: Option<&Path>) -> Self {
        Self::looking(folder, language, file, Appearance::Dark, vec2(1280.0, 800.0))
    }

    /// A window of that look and size.
    pub fn looking(folder: &TempDir, language: &str, file: Option<&Path>, appearance: Appearance, size: Vec2) -> Self {
        let places = Places::under(&folder.path().join("home"));
        let before = Settings::load(&places);
        let mut settings = before.clone();
        settings.language = Some(language.to_owned());
        settings.appearance = appearance;
        settings.save(&before, &places).expect("settings are written");
        let options = Options { places, native_dialogs: false, takes_signals: false, file: file.map(Path::to_owned) };
        let harness = HarnessBuilder::default()
            .with_size(size)
            .with_max_steps(30)
            // The harness sets a theme of its own once the program is made.
            .with_theme(if appearance == Appearance::Light { Theme::Light } else { Theme::Dark })
            .build_eframe(|cc| App::new(&cc.egui_ctx, options));
        Self { harness, folder: folder.path().to_owned() }
    }

    /// Clicks what has that name; of several, what lies on top.
    #[track_caller]
    pub fn click(&mut self, name: &str) {
        let Some(node) = self.harness.query_all_by_label(name).last() else { panic!("{name:?} is not on the screen") };
        node.click();
        self.harness.run();
    }

    /// Clicks the tab of a screen or of a part of it.
    #[track_caller]
    pub fn show(&mut self, name: &str) {
        self.harness.get_by_role_and_label(Role::Tab, name).click();
        self.harness.run();
    }

    pub fn type_into(&mut self, name: &str, words: &str) {
        self.harness.get_by_label(name).focus();
        self.harness.run();
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
        self.harness.run();
        self.harness.get_by_label(name).type_text(words);
        self.harness.run();
    }

    pub fn key(&mut self, key: Key) {
        self.harness.key_press(key);
        self.harness.run();
    }

    pub fn ctrl(&mut self, key: Key) {
        self.harness.key_press_modifiers(Modifiers::COMMAND, key);
        self.harness.run();
    }

    /// Goes to a screen by its key.
    #[track_caller]
    pub fn screen(&mut self, name: &str) {
        const DIGITS: [Key; 9] =
            [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
        let place = SCREENS.iter().position(|row| row.key == name).expect("a screen");
        self.ctrl(DIGITS[place]);
    }

    pub fn has(&self, name: &str) -> bool {
        self.harness.query_all_by_label(name).next().is_some()
    }

    pub fn has_part(&self, words: &str) -> bool {
        self.harness.query_all_by_label_contains(words).next().is_some()
    }

    #[track_caller]
    pub fn expect(&self, name: &str) {
        assert!(self.has(name), "{name:?} is on the screen");
    }

    /// Waits for a job on a thread.
    #[track_caller]
    pub fn wait_for(&mut self, what: &str, mut done: impl FnMut(&Self) -> bool) {
        let until = Instant::now() + Duration::from_secs(30);
        while !done(self) {
            assert!(Instant::now() < until, "{what}; the status line says {:?}", self.harness.state().status());
            std::thread::sleep(Duration::from_millis(5));
            self.harness.run();
        }
    }

    #[track_caller]
    pub fn wait_for_status(&mut self, words: &str) {
        self.wait_for(words, |window| window.harness.state().status().is_some_and(|said| said.contains(words)));
    }

    /// Answers the dialog that asks for a path.
    pub fn give_path(&mut self, field: &str, file: &str) -> PathBuf {
        let path = self.folder.join(file);
        self.type_into(field, &path.display().to_string());
        self.key(Key::Enter);
        path
    }

    /// Types names one after the other where segments are added.
    fn add_segments(&mut self, button: &str, field: &str, names: &[&str]) {
        self.click(button);
        for name in names {
            self.harness.get_by_label(field).type_text(name);
            self.harness.run();
            self.key(Key::Enter);
        }
        self.key(Key::Escape);
    }
}

pub fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

#[test]
fn the_main_job_in_english() {
    let folder = folder();
    let mut window = Window::new(&folder, "en", None);
    window.click("Blank project");
    window.expect("What do you sell, and to whom?");
    window.add_segments("Add product segment", "Name of the new product segment", &["Support", "Training"]);
    window.add_segments("Add customer segment", "Name of the new customer segment", &["Hospitals", "Schools"]);

    // By mouse: a click marks, the next ones go on to the Prios.
    window.click("Support × Hospitals: no fit");
    window.click("Support × Hospitals: fit, undecided");
    window.expect("Support × Hospitals: fit, Prio 1");
    // By key, on the next cells.
    window.key(Key::ArrowRight);
    window.key(Key::Space);
    window.key(Key::Num3);
    window.expect("Support × Schools: fit, Prio 3");
    window.key(Key::ArrowDown);
    window.key(Key::X);
    window.expect("Training × Schools: fit, undecided");
    // The list beside it has them by Prio.
    window.expect("Support × Hospitals: Prio 1");
    window.expect("Undecided: 1");
    let named = window.harness.query_all_by_label("Training × Schools: fit, undecided").count();
    assert_eq!(named, 1, "the list and the grid name things apart");
    window.expect("Training × Schools: Undecided");

    window.ctrl(Key::Z);
    window.expect("Training × Schools: no fit");
    window.ctrl(Key::Y);
    window.expect("Training × Schools: fit, undecided");

    // Saved, and shown so; the keys go on where they were.
    window.ctrl(Key::S);
    let file = window.give_path("Path of the file", "pilot");
    window.wait_for_status("Saved pilot.nisje.ron");
    window.key(Key::Num2);
    window.expect("Training × Schools: fit, Prio 2");
    window.ctrl(Key::Z);
    let file = file.with_extension("nisje.ron");
    window.expect("Saved");
    let on_disk = open(&file, &Limits::default()).expect("the file is a project").project;
    assert_eq!(on_disk.matrix.cells().len(), 3);

    // Exported, and read by another program.
    window.ctrl(Key::E);
    let sheet = window.give_path("Path of the file", "pilot.xlsx");
    window.wait_for_status("Exported to");
    let mut book: calamine::Xlsx<_> = calamine::open_workbook(&sheet).expect("a workbook");
    let cells = book.worksheet_range_at(0).expect("a sheet").expect("cells");
    let text = |cell: &Data| match cell {
        Data::String(text) => Some(text.clone()),
        _ => None,
    };
    let texts: Vec<_> = cells.cells().filter_map(|(_, _, cell)| text(cell)).collect();
    for name in ["Support", "Training", "Hospitals", "Schools"] {
        assert!(texts.iter().any(|text| text == name), "{name} in {texts:?}");
    }

    // Another language at once, and the same file again.
    window.click("Norsk");
    window.expect("Support × Hospitals: treff, Prio 1");
    drop(window);
    let mut window = Window::new(&folder, "nb", Some(&file));
    window.wait_for("the file is open", |window| window.has("Support × Hospitals: treff, Prio 1"));
    window.expect("Training × Schools: treff, ikke prioritert");
}

#[test]
fn the_main_job_in_norwegian() {
    let folder = folder();
    let mut window = Window::new(&folder, "nb", None);
    window.click("Tomt prosjekt");
    window.add_segments("Legg til produktsegment", "Navn på det nye produktsegmentet", &["Rådgivning"]);
    window.add_segments("Legg til kundesegment", "Navn på det nye kundesegmentet", &["Kommuner"]);
    window.click("Rådgivning × Kommuner: ikke treff");
    window.key(Key::Num2);
    window.expect("Rådgivning × Kommuner: treff, Prio 2");
    window.ctrl(Key::S);
    let file = window.give_path("Filens plassering", "forsøk æøå.ron");
    window.wait_for_status("Lagret forsøk æøå.ron");
    assert!(file.exists(), "the name that was given is kept");
}

#[test]
fn the_lecture_s_channels_come_as_one_step() {
    let folder = folder();
    let mut window = Window::new(&folder, "en", None);
    window.click("Blank project");
    window.screen("tab-channels");
    window.click("Use the lecture’s six");
    window.click("Chart");
    window.expect("Telesales: point in the chart");
    window.ctrl(Key::Z);
    window.expect("Use the lecture’s six");
}

#[test]
fn what_is_being_typed_about_a_channel_is_saved_too() {
    let folder = folder();
    let mut window = Window::new(&folder, "en", None);
    window.click("The lecture’s 9 × 9");
    window.ctrl(Key::S);
    let path = window.give_path("Path of the file", "typed.nisje.ron");
    window.wait_for_status("Saved");
    window.screen("tab-channels");
    window.type_into("Broad advertising: likely cost per contact", "1.75");
    window.ctrl(Key::S);
    window.wait_for("what is typed is in the file", |_| {
        let project = open(&path, &Limits::default()).expect("a valid file").project;
        project.channels[0].figures.cost_per_contact.likely == Some(1.75)
    });
}

#[test]
fn what_is_being_typed_elsewhere_is_saved_too() {
    let folder = folder();
    let mut window = Window::new(&folder, "en", None);
    window.click("Blank project");
    window.type_into("Project name", "Typed");
    window.ctrl(Key::S);
    let path = window.give_path("Path of the file", "typed.nisje.ron");
    window.wait_for_status("Saved");
    let saved = || open(&path, &Limits::default()).expect("a valid file").project;
    assert_eq!(&*saved().name, "Typed");

    // A new segment; the next one can be typed at once.
    window.click("Add product segment");
    let field = "Name of the new product segment";
    for (name, names) in [("Support", &["Support"][..]), ("Training", &["Support", "Training"])] {
        window.harness.get_by_label(field).type_text(name);
        window.harness.run();
        window.ctrl(Key::S);
        window.wait_for("what is typed is in the file", |_| {
            let project = saved();
            let segments = project.matrix.segments(Axis::Product).iter();
            segments.map(|segment| &*segment.name).eq(names.iter().copied())
        });
    }
    window.key(Key::Escape);
    // The file is there a moment before the window hears of it; what was added twice would stay unsaved.
    window.wait_for("nothing is left to save", |window| !window.has("Unsaved changes"));
}

#[test]
fn save_as_asks_for_another_name() {
    let folder = folder();
    let mut window = Window::new(&folder, "en", None);
    window.click("Worked example");
    window.ctrl(Key::S);
    window.give_path("Path of the file", "first.nisje.ron");
    window.wait_for_status("Saved first.nisje.ron");
    window.harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    window.harness.run();
    window.expect("Save the project as");
    window.give_path("Path of the file", "second.nisje.ron");
    window.wait_for_status("Saved second.nisje.ron");

    // Undo and redo tell their keys apart as well.
    window.type_into("Project name", "Other");
    window.key(Key::Enter);
    window.harness.remove_cursor();
    window.screen("tab-matrix");
    window.ctrl(Key::Z);
    window.expect("Saved");
    window.harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    window.harness.run();
    window.expect("Unsaved changes");
}

#[test]
fn a_name_without_an_ending_replaces_nothing_unsaid() {
    let folder = folder();
    let there = folder.path().join("plan.nisje.ron");
    std::fs::write(&there, "(format: 1)").expect("written");
    let mut window = Window::new(&folder, "en", None);
    window.click("Worked example");
    window.ctrl(Key::S);
    let plan = folder.path().join("plan");
    window.type_into("Path of the file", &plan.display().to_string());
    window.expect("This file exists and will be replaced.");
    window.expect("Replace");
    // A folder is where the file goes, and another ending is no format.
    window.key(Key::Escape);
    window.ctrl(Key::E);
    window.type_into("Path of the file", &folder.path().display().to_string());
    window.key(Key::Enter);
    window.wait_for_status(" matrix.xlsx");
    window.ctrl(Key::E);
    window.give_path("Path of the file", "plan v1.2");
    window.wait_for_status("plan v1.2.xlsx");
    window.ctrl(Key::E);
    window.give_path("Path of the file", "plan.MD");
    window.wait_for_status("plan.MD");
    assert!(std::fs::read_to_string(folder.path().join("plan.MD")).expect("Markdown").starts_with('#'));
    assert_eq!(std::fs::read_to_string(there).expect("read"), "(format: 1)");
}

#[test]
fn a_name_is_typed_and_undone_as_one_step() {
    let folder = folder();
    let mut window = Window::new(&folder, "en", None);
    window.click("Worked example");
    window.type_into("Project name", "Another name");
    window.key(Key::Enter);
    window.expect("Unsaved changes");
    let name = |window: &Window| window.harness.get_by_label("Project name").value().expect("a value");
    assert_eq!(name(&window), "Another name");
    window.click("Undo: change name");
    assert!(name(&window) != "Another name");
    assert!(!window.has("Unsaved changes"), "it is as it was");
}

#[test]
fn nothing_is_lost_without_a_question() {
    let folder = folder();
    let mut window = Window::new(&folder, "en", None);
    window.click("Worked example");
    window.type_into("Project name", "Kept");
    window.key(Key::Enter);
    window.ctrl(Key::N);
    window.expect("Save changes to Kept?");
    window.key(Key::Escape);
    window.expect("Unsaved changes");

    // Save leads through the path to the new project.
    window.ctrl(Key::N);
    window.click("Save");
    let file = window.give_path("Path of the file", "kept.nisje.ron");
    window.wait_for("a new project", |window| window.has("What do you sell, and to whom?"));
    assert_eq!(&*open(&file, &Limits::default()).expect("saved").project.name, "Kept");

    // And without saving.
    window.type_into("Project name", "Gone");
    window.key(Key::Enter);
    window.ctrl(Key::W);
    window.click("Don’t save");
    window.expect("Blank project");
    window.expect("kept.nisje.ron");
}

#[test]
fn a_bad_file_is_named_and_the_open_project_stays() {
    let folder = folder();
    let bad = folder.path().join("bad.ron");
    std::fs::write(&bad, "(format: 1,\n name: \"x\",\n margin: -1.0)").expect("written");
    let mut window = Window::new(&folder, "en", None);
    window.click("Worked example");
    window.ctrl(Key::O);
    window.give_path("Path of the file", "bad.ron");
    window.wait_for("an error", |window| window.has("Could not open bad.ron"));
    assert!(window.has_part("Line 3, column"));
    window.key(Key::Escape);
    window.expect("Matrix");
    assert!(!window.has("Blank project"), "the project is still open");
}

#[test]
fn a_file_that_another_program_changed_is_not_overwritten() {
    let folder = folder();
    let file = folder.path().join("shared.nisje.ron");
    std::fs::write(&file, "(format: 1, name: \"Ours\")").expect("written");
    let mut window = Window::new(&folder, "en", Some(&file));
    window.wait_for("the file is open", |window| window.has("What do you sell, and to whom?"));
    std::fs::write(&file, "(format: 1, name: \"Theirs, and longer\")").expect("written");
    window.type_into("Project name", "Mine");
    window.key(Key::Enter);
    window.ctrl(Key::S);
    window.wait_for("a question", |window| window.has("shared.nisje.ron has been changed by another program"));
    assert!(std::fs::read_to_string(&file).expect("read").contains("Theirs"));
    window.click("Overwrite");
    window.wait_for_status("Saved shared.nisje.ron");
    assert!(std::fs::read_to_string(&file).expect("read").contains("Mine"));
}

#[test]
fn unsaved_work_comes_back_after_a_crash() {
    let folder = folder();
    let mut window = Window::new(&folder, "en", None);
    window.click("Worked example");
    window.type_into("Project name", "Before the crash");
    window.key(Key::Enter);
    // The window goes without a word, as in a crash: what was unsaved is kept.
    drop(window);
    let mut window = Window::new(&folder, "en", None);
    window.expect("Unsaved work");
    assert!(window.has_part("Before the crash"), "it has a name");
    window.click("Restore");
    window.wait_for("the work", |window| window.has("Project name"));
    assert_eq!(window.harness.get_by_label("Project name").value().as_deref(), Some("Before the crash"));
    window.expect("Unsaved changes");
    // Saved at last, it is offered no more.
    window.ctrl(Key::S);
    window.give_path("Path of the file", "back.ron");
    window.wait_for_status("Saved back.ron");
    drop(window);
    let window = Window::new(&folder, "en", None);
    assert!(!window.has("Unsaved work"));
}

/// A file that is let go over the window.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}

#[test]
fn a_dropped_file_is_opened() {
    let folder = folder();
    let path = folder.path().join("dropped.ron");
    std::fs::write(&path, "(format: 1, name: \"Dropped\")").expect("written");
    let mut window = Window::new(&folder, "en", None);
    window.harness.input_mut().dropped_files.push(Arc::new(Dropped(path)));
    window.wait_for("the file is open", |window| window.has("What do you sell, and to whom?"));
    assert_eq!(window.harness.get_by_label("Project name").value().as_deref(), Some("Dropped"));
}

#[test]
fn the_priority_list_can_go_by_score() {
    let folder = folder();
    let mut window = Window::new(&folder, "en", None);
    window.click("Worked example");
    let first = |window: &Window| {
        let lines = window.harness.query_all_by_role(Role::ListItem);
        let above = |line: &egui_kittest::Node| line.rect().top();
        lines.min_by(|a, b| above(a).total_cmp(&above(b))).and_then(|line| line.accesskit_node().label())
    };
    assert_eq!(first(&window).as_deref(), Some("Wall panels made to measure × Restaurants and cafés: Prio 1"));
    window.click("Sort by score");
    assert_eq!(first(&window).as_deref(), Some("Quiet meeting room, fitted × Fish farmers: Prio 1"));
    window.click("Sort by Prio");
    window.expect("Prio 1: 2");
}
