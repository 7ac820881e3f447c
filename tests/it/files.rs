//! Files on a real disk: links, permissions, full disks, other programs, other windows.

use std::fs;
use std::path::Path;

use nisje::project::{Axis, Command, Of, Project, Segment};
use nisje::storage::recovery::Origin;
use nisje::storage::{self, Fault, Fingerprint, Limits, Places, recovery};

fn named(name: &str) -> Project {
    let mut project = Project::default();
    Command::set(Of::Project, "name", name).apply(&mut project).expect("any name");
    project
}

/// Some 200 kB in a file.
#[cfg(unix)]
fn large() -> Project {
    let mut project = Project::default();
    let segments = (0..100).map(|_| Segment::new("x".repeat(2_000))).collect();
    Command::AddSegments { axis: Axis::Product, at: 0, segments }.apply(&mut project).expect("segments");
    project
}

fn name_in(path: &Path) -> String {
    storage::open(path, &Limits::default()).expect("valid").project.name.to_string()
}

fn entries(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = fs::read_dir(folder)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn saved_and_opened() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("æøå 👍.nisje.ron");
    let written = storage::save(&path, &named("one")).expect("saved");
    let opened = storage::open(&path, &Limits::default()).expect("valid");
    assert_eq!(opened.project, named("one"));
    assert_eq!(opened.fingerprint, written);
    assert_eq!(entries(folder.path()), ["æøå 👍.nisje.ron"]);
}

#[test]
fn limits_hold_while_reading() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("large.ron");
    let file = fs::File::create(&path).expect("made");
    file.set_len(Limits::default().bytes + 1).expect("a hole");
    let error = storage::open(&path, &Limits::default()).expect_err("too large");
    assert_eq!(error.message().key, "format-too-large");
    #[cfg(target_os = "linux")]
    {
        // Says that it is empty, and never ends.
        let error = storage::open(Path::new("/dev/zero"), &Limits { bytes: 1 << 20, depth: 64 }).expect_err("endless");
        assert_eq!(error.message().key, "file-not-regular");
    }
}

#[test]
fn places_that_cannot_be() {
    let folder = tempfile::tempdir().expect("a folder");
    let key = |path: &Path| storage::save(path, &Project::default()).expect_err("not there").message().key;
    assert_eq!(key(folder.path()), "file-is-folder");
    assert_eq!(key(&folder.path().join("no").join("such.ron")), "file-no-folder");
    fs::write(folder.path().join("file"), "").expect("written");
    assert_ne!(key(&folder.path().join("file").join("below.ron")), "");
    assert_eq!(key(Path::new("")), "file-no-folder");
    let open = |path: &Path| storage::open(path, &Limits::default()).expect_err("not there").message().key;
    assert_eq!(open(folder.path()), "file-is-folder");
    assert_eq!(open(&folder.path().join("none.ron")), "file-not-found");
    assert_eq!(entries(folder.path()), ["file"]);
}

#[test]
fn other_programs_are_noticed() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.nisje.ron");
    let before = storage::save(&path, &named("ours")).expect("saved");
    assert!(!storage::is_changed(&path, &before).expect("looked"));

    // As long, and other.
    let other = fs::read_to_string(&path).expect("read").replace("ours", "them");
    fs::write(&path, &other).expect("written");
    let later = std::time::SystemTime::now() + std::time::Duration::from_secs(2);
    fs::File::options().write(true).open(&path).expect("open").set_modified(later).expect("set");
    let error = storage::save_if_unchanged(&path, &named("ours 2"), &before).expect_err("changed");
    assert!(matches!(*error.fault, Fault::Changed));
    assert_eq!(name_in(&path), "them");

    // Touched, and the same.
    let before = storage::open(&path, &Limits::default()).expect("valid").fingerprint;
    fs::write(&path, &other).expect("written");
    fs::File::options()
        .write(true)
        .open(&path)
        .expect("open")
        .set_modified(later + std::time::Duration::from_secs(2))
        .expect("set");
    let before = storage::save_if_unchanged(&path, &named("ours 3"), &before).expect("the same content");

    // Longer, and gone.
    fs::write(&path, format!("{other} ")).expect("written");
    assert!(storage::is_changed(&path, &before).expect("looked"));
    fs::remove_file(&path).expect("removed");
    storage::save_if_unchanged(&path, &named("ours 4"), &before).expect("written again");
    assert_eq!(name_in(&path), "ours 4");
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};

    use super::*;

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).expect("is there").mode() & 0o7777
    }

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("set");
    }

    /// Nothing is forbidden to the administrator, so that what is forbidden can't be tried.
    fn is_administrator() -> bool {
        let folder = tempfile::tempdir().expect("a folder");
        set_mode(folder.path(), 0o555);
        let may = fs::write(folder.path().join("file"), "").is_ok();
        set_mode(folder.path(), 0o755);
        may
    }

    #[test]
    fn links_are_followed() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        fs::create_dir(at("real")).expect("made");
        storage::save(&at("real/a.ron"), &named("old")).expect("saved");
        symlink("real/a.ron", at("link.ron")).expect("linked");
        symlink("link.ron", at("link to link.ron")).expect("linked");
        storage::save(&at("link to link.ron"), &named("new")).expect("saved");
        assert_eq!(name_in(&at("real/a.ron")), "new");
        assert!(at("link.ron").is_symlink() && at("link to link.ron").is_symlink());

        // To a file that is not there yet, and in a circle.
        symlink("real/b.ron", at("dangling.ron")).expect("linked");
        storage::save(&at("dangling.ron"), &named("b")).expect("saved");
        assert!(at("dangling.ron").is_symlink());
        assert_eq!(name_in(&at("real/b.ron")), "b");
        symlink("circle.ron", at("circle.ron")).expect("linked");
        assert!(storage::save(&at("circle.ron"), &named("c")).is_err());
        assert!(at("circle.ron").is_symlink());
        assert_eq!(entries(&at("real")), ["a.ron", "b.ron"]);
    }

    #[test]
    fn permissions_are_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.ron");
        fs::write(folder.path().join("plain"), "").expect("written");
        storage::save(&path, &named("a")).expect("saved");
        assert_eq!(mode(&path), mode(&folder.path().join("plain")), "a new file is as the umask has it");
        for kept in [0o600, 0o640, 0o664, 0o755] {
            set_mode(&path, kept);
            storage::save(&path, &named("b")).expect("saved");
            assert_eq!(mode(&path), kept);
        }
    }

    #[test]
    fn what_is_protected_stays() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.ron");
        storage::save(&path, &named("old")).expect("saved");
        set_mode(&path, 0o444);
        let error = storage::save(&path, &named("new")).expect_err("read-only");
        assert_eq!(error.message().key, "file-read-only");
        assert_eq!(name_in(&path), "old");
        set_mode(&path, 0o644);
        if is_administrator() {
            eprintln!("not tried: a folder that may not be written, for nothing is forbidden to this user");
            return;
        }
        set_mode(folder.path(), 0o555);
        let error = storage::save(&path, &named("new")).expect_err("the folder is protected");
        assert_eq!(error.message().key, "file-denied");
        assert_eq!(
            storage::save(&folder.path().join("b.ron"), &named("b")).expect_err("so").message().key,
            "file-denied"
        );
        set_mode(folder.path(), 0o755);
        assert_eq!(name_in(&path), "old");
        set_mode(&path, 0o000);
        assert_eq!(storage::open(&path, &Limits::default()).expect_err("secret").message().key, "file-denied");
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_keeps_the_old_file() {
        let folder = tempfile::tempdir().expect("a folder");
        let mount = std::process::Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=64k", "nisje-test"])
            .arg(folder.path())
            .output();
        if !mount.is_ok_and(|mount| mount.status.success()) {
            eprintln!("not tried: a full disk, for this user can't mount a small one");
            return;
        }
        let path = folder.path().join("a.ron");
        let first = storage::save(&path, &named("old"));
        let full = storage::save(&path, &large());
        let old = storage::open(&path, &Limits::default()).map(|opened| opened.project.name.to_string());
        let left = entries(folder.path());
        let unmounted = std::process::Command::new("umount").arg(folder.path()).status();
        assert!(unmounted.is_ok_and(|status| status.success()));
        first.expect("there was room");
        assert_eq!(full.expect_err("no room").message().key, "file-disk-full");
        assert_eq!(old.expect("whole"), "old");
        assert_eq!(left, ["a.ron"]);
    }
}

mod unsaved_work {
    use super::*;

    #[expect(clippy::unnecessary_wraps, reason = "as the functions under test take it")]
    fn origin(path: &str) -> Option<Origin> {
        Some(Origin { path: path.into(), fingerprint: Fingerprint::of(b"") })
    }

    fn places() -> (tempfile::TempDir, Places) {
        let folder = tempfile::tempdir().expect("a folder");
        let places = Places::under(&folder.path().join("state"));
        (folder, places)
    }

    #[test]
    fn is_offered_when_its_program_is_gone() {
        let (_folder, places) = places();
        assert!(recovery::list(&places).is_empty());
        let session = recovery::Session::start(&places).expect("started");
        let other = recovery::Session::start(&places).expect("started");
        session.store(&named("first"), origin("/plans/a.nisje.ron").as_ref()).expect("stored");
        session.store(&named("second"), origin("/plans/a.nisje.ron").as_ref()).expect("stored");
        other.store(&named("untitled"), None).expect("stored");
        assert!(recovery::list(&places).is_empty(), "both are open");

        drop(session);
        let orphans = recovery::list(&places);
        assert_eq!(orphans.len(), 1);
        assert_eq!(orphans[0].origin, origin("/plans/a.nisje.ron"));
        assert_eq!(orphans[0].name, "second");
        assert_eq!(orphans[0].load(&Limits::default()).expect("valid"), named("second"));
        let age = std::time::SystemTime::now().duration_since(orphans[0].time).expect("past");
        assert!(age.as_secs() < 3600);
        assert!(recovery::list(&places).is_empty(), "offered to one only");

        drop(orphans);
        drop(other);
        let mut orphans = recovery::list(&places);
        assert_eq!(orphans.len(), 2);
        orphans.pop().expect("one of them").discard(&places).expect("discarded");
        let adopted = recovery::Session::adopt(orphans.pop().expect("the other"));
        assert!(recovery::list(&places).is_empty());
        adopted.discard().expect("discarded");
        adopted.discard().expect("nothing is left to discard");
        drop(adopted);
        assert_eq!(entries(places.recovery()), ["thrown"]);
    }

    #[test]
    fn is_passed_over_when_damaged_and_never_removed() {
        let (_folder, places) = places();
        fs::create_dir_all(places.recovery()).expect("made");
        let bad = [&b""[..], b"\xFF", b"(format: 1)", b"// nisje-recovery (time: x)\n(format: 1)"];
        for (index, bytes) in bad.into_iter().enumerate() {
            fs::write(places.recovery().join(format!("{index}.nisje.ron")), bytes).expect("written");
        }
        fs::write(places.recovery().join("abandoned.nisje.lock"), "").expect("written");
        let session = recovery::Session::start(&places).expect("started");
        session.store(&named("good"), None).expect("stored");
        drop(session);
        let orphans = recovery::list(&places);
        assert_eq!(orphans.len(), 1);
        assert_eq!(orphans[0].load(&Limits::default()).expect("valid"), named("good"));
        drop(orphans);
        let left = entries(places.recovery());
        assert_eq!(left.iter().filter(|name| name.contains(".nisje.ron")).count(), bad.len() + 1);
        assert!(!left.iter().any(|name| name.contains(".lock")), "{left:?}");
    }

    /// The copy can be opened as a project, should the program not offer it.
    #[test]
    fn is_a_project_file() {
        let (_folder, places) = places();
        let session = recovery::Session::start(&places).expect("started");
        let at = origin("/with \"quotes\"\nand lines.ron");
        session.store(&named("work"), at.as_ref()).expect("stored");
        let copy = entries(places.recovery()).into_iter().find(|name| !name.contains(".lock")).expect("the copy");
        assert_eq!(name_in(&places.recovery().join(copy)), "work");
        drop(session);
        assert_eq!(recovery::list(&places).pop().expect("offered").origin, at);
    }
}
