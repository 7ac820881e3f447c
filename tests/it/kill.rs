//! The process is killed while it saves, again and again; the file is whole each time.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use nisje::project::{Axis, Cell, CellKey, Command as Edit, Fit, Project, Segment};
use nisje::storage::{self, Limits};

/// Tells this program that it is the one to be killed, and what it saves.
const VICTIM: &str = "NISJE_TEST_SAVE_TO";
const KILLS: u64 = 200;

/// A project of some hundred kilobytes, so that writing it takes a while. Every part of it says which version it is.
fn version(number: usize) -> Project {
    let mut project = Project::default();
    let mut segments = |axis| {
        let segments: Vec<_> = (0..40).map(|index| Segment::new(format!("{number}.{index}"))).collect();
        let edit = Edit::AddSegments { axis, at: 0, segments: segments.clone() };
        edit.apply(&mut project).expect("new ids");
        segments
    };
    let (products, customers) = (segments(Axis::Product), segments(Axis::Customer));
    let note = format!("version {number}, {}", "a reason ".repeat(10));
    let cells = products.iter().flat_map(|product| {
        let cell = Cell { fit: Fit::Prio1, note: Some(note.as_str().into()) };
        customers.iter().map(move |customer| (CellKey { product: product.id, customer: customer.id }, cell.clone()))
    });
    Edit::SetCells(cells.collect()).apply(&mut project).expect("known segments");
    project.name = number.to_string().into();
    project
}

/// Which version a project is, if all of it is of the same.
fn number(project: &Project) -> Option<usize> {
    let number = project.name.parse().ok()?;
    let note = format!("version {number}, ");
    let cells = project.matrix.cells();
    let whole =
        cells.len() == 1600 && cells.values().all(|cell| cell.note.as_ref().is_some_and(|is| is.starts_with(&note)));
    whole.then_some(number)
}

/// Runs only when [`saved_again_and_again_while_being_killed`] starts it, and never ends by itself.
#[test]
#[ignore = "the process that the other test kills"]
fn victim() {
    let Some(path) = std::env::var_os(VICTIM) else { return };
    let versions = [version(0), version(1), version(2)];
    println!("ready");
    for project in versions.iter().cycle() {
        storage::save(Path::new(&path), project).expect("saved");
    }
}

#[test]
fn saved_again_and_again_while_being_killed() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("project.nisje.ron");
    storage::save(&path, &version(0)).expect("saved");
    let started = Instant::now();
    storage::save(&path, &version(0)).expect("saved");
    // Long enough for every version, on a slow disk too.
    let longest = (started.elapsed() * 6).max(Duration::from_millis(6));
    let mut seen = [0_usize; 3];
    let mut most_litter = 0;
    for _ in 0..KILLS {
        let mut child = Command::new(std::env::current_exe().expect("this program"))
            .args(["--exact", "kill::victim", "--ignored", "--nocapture"])
            .env(VICTIM, &path)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("started");
        let mut out = child.stdout.take().expect("piped");
        let mut said = Vec::new();
        while !said.ends_with(b"ready\n") {
            let mut byte = [0];
            assert_eq!(out.read(&mut byte).expect("read"), 1, "it saves: {}", String::from_utf8_lossy(&said));
            said.push(byte[0]);
        }
        std::thread::sleep(longest.mul_f64(rand::random()));
        child.kill().expect("killed");
        let status = child.wait().expect("ended");
        assert!(!status.success() && status.code() != Some(101), "it was killed and did not fail: {status}");

        let project = storage::open(&path, &Limits::default()).expect("the file is valid").project;
        let number = number(&project).expect("all of it is of one version");
        assert_eq!(
            fs::read(&path).expect("read"),
            storage::format::write(&project).expect("written"),
            "and nothing besides"
        );
        seen[number] += 1;
        most_litter = most_litter.max(fs::read_dir(folder.path()).expect("the folder").count() - 1);
    }
    assert!(seen.iter().all(|times| *times > 0), "the kills hit all versions: {seen:?}");
    // Killed between naming and renaming, a writer leaves one temporary file, and the next one takes it away.
    assert!(most_litter <= 1, "{most_litter} temporary files");
    storage::save(&path, &version(0)).expect("saved");
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 1);
}
