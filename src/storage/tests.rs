//! Files, copies and versions against hostile folders and odd file systems.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use proptest::prelude::*;

use super::recovery::{self, Origin, Session};
use super::watch::{Change, Presence, Watch};
use super::*;
use crate::project::{Command, Of, Project};

fn named(name: &str) -> Project {
    let mut project = Project::default();
    Command::set(Of::Project, "name", name).apply(&mut project).expect("any name");
    project
}

fn name_in(path: &Path) -> String {
    open(path, &Limits::default()).expect("valid").project.name.to_string()
}

fn entries(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("the folder");
    let mut names: Vec<_> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn places() -> (tempfile::TempDir, Places) {
    let folder = tempfile::tempdir().expect("a folder");
    let places = Places::under(&folder.path().join("state"));
    (folder, places)
}

/// A copy of work that was not saved, of a program that has ended.
fn leave(places: &Places, name: &str, origin: Option<&Origin>) {
    Session::start(places).expect("started").store(&named(name), origin).expect("stored");
}

#[test]
fn saving_removes_no_file_of_the_user() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("p.nisje.ron");
    let theirs = [
        ".nisje-0000000000000000-0000000000000000.tmp",
        ".nisje-x.tmp",
        ".p.nisje.ron.202611",
        ".p.nisje.ron.aB3dE9",
        ".p.nisje.ron.backup",
    ];
    for name in theirs {
        fs::write(folder.path().join(name), "theirs").expect("written");
    }
    save(&path, &named("one")).expect("saved");
    save(&path, &named("two")).expect("saved");
    assert_eq!(entries(folder.path()), [&theirs[..], &["p.nisje.ron"]].concat());
}

#[cfg(unix)]
#[test]
fn what_killed_writers_left_is_removed_and_what_is_in_use_is_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("p.nisje.ron");
    let left = folder.path().join(replace::temporary_name(7, &path));
    let used = folder.path().join(replace::temporary_name(8, &path));
    let others = folder.path().join(replace::temporary_name(7, Path::new("q.nisje.ron")));
    for path in [&left, &used, &others] {
        fs::write(path, "half").expect("written");
    }
    let user = fs::File::open(&used).expect("open");
    user.try_lock().expect("locked");
    save(&path, &named("one")).expect("saved");
    assert_eq!([&left, &used, &others].map(|path| path.exists()), [false, true, true]);
}

#[test]
fn names_as_long_as_the_file_system_takes() {
    let folder = tempfile::tempdir().expect("a folder");
    for length in [247, 248, 255] {
        let path = folder.path().join(format!("{}.nisje.ron", "0".repeat(length - 10)));
        save(&path, &named("long")).expect("saved");
        save(&path, &named("longer")).expect("saved again");
        assert_eq!(name_in(&path), "longer");
    }
    assert_eq!(entries(folder.path()).len(), 3);
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
    use std::process::Command as Process;

    use super::*;

    fn run(program: &str, arguments: &[&str], folder: &Path) -> Option<String> {
        let done = Process::new(program).args(arguments).current_dir(folder).output().ok()?;
        done.status.success().then(|| String::from_utf8_lossy(&done.stdout).into_owned())
    }

    #[test]
    fn access_lists_and_attributes_are_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let folder = folder.path();
        let path = folder.join("p.nisje.ron");
        save(&path, &named("one")).expect("saved");
        // The access list of `setfacl -m u:65534:rw,g:1:r`: version, then tag, rights and id of each entry.
        let entries: [(u16, u16, u32); 6] =
            [(1, 6, !0), (2, 6, 65_534), (4, 4, !0), (8, 4, 1), (16, 6, !0), (32, 4, !0)];
        let mut list = 2_u32.to_le_bytes().to_vec();
        for (tag, rights, id) in entries {
            list.extend([tag.to_le_bytes(), rights.to_le_bytes()].concat());
            list.extend(id.to_le_bytes());
        }
        let name = "system.posix_acl_access";
        if xattr::set(&path, name, &list).is_err() || xattr::set(&path, "user.xdg.tags", b"client").is_err() {
            eprintln!("not tried: this file system has no access lists");
            return;
        }
        let before = (xattr::get(&path, name).expect("a list"), fs::metadata(&path).expect("there").mode());
        save(&path, &named("two")).expect("saved");
        let after = (xattr::get(&path, name).expect("a list"), fs::metadata(&path).expect("there").mode());
        assert_eq!(after, before);
        assert_eq!(xattr::get(&path, "user.xdg.tags").expect("tags").as_deref(), Some(&b"client"[..]));
    }

    /// A folder can give new files an access list that the old file hasn't.
    #[test]
    fn rights_are_never_widened_by_the_folder() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("p.nisje.ron");
        save(&path, &named("one")).expect("saved");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("set");
        let entries: [(u16, u16, u32); 5] = [(1, 6, !0), (2, 6, 65_534), (4, 4, !0), (16, 6, !0), (32, 4, !0)];
        let mut list = 2_u32.to_le_bytes().to_vec();
        for (tag, rights, id) in entries {
            list.extend([tag.to_le_bytes(), rights.to_le_bytes()].concat());
            list.extend(id.to_le_bytes());
        }
        if xattr::set(folder.path(), "system.posix_acl_default", &list).is_err() {
            eprintln!("not tried: this file system has no access lists");
            return;
        }
        save(&path, &named("two")).expect("saved");
        assert_eq!(xattr::get(&path, "system.posix_acl_access").expect("asked"), None);
        assert_eq!(fs::metadata(&path).expect("there").mode() & 0o777, 0o640);
    }

    #[test]
    fn the_owner_is_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("p.nisje.ron");
        save(&path, &named("one")).expect("saved");
        if std::os::unix::fs::chown(&path, Some(65_534), Some(65_534)).is_err() {
            eprintln!("not tried: this user can't give files away");
            return;
        }
        save(&path, &named("two")).expect("saved");
        let metadata = fs::metadata(&path).expect("there");
        assert_eq!((metadata.uid(), metadata.gid()), (65_534, 65_534));
    }

    #[test]
    fn other_names_of_the_file_keep_the_old_content() {
        let folder = tempfile::tempdir().expect("a folder");
        let (path, other) = (folder.path().join("p.nisje.ron"), folder.path().join("q.nisje.ron"));
        save(&path, &named("one")).expect("saved");
        fs::hard_link(&path, &other).expect("linked");
        save(&path, &named("two")).expect("saved");
        assert_eq!((name_in(&path), name_in(&other)), ("two".to_owned(), "one".to_owned()));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_that_is_a_mount_point_is_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let at = |name: &str| folder.path().join(name);
        save(&at("real.nisje.ron"), &named(&"one ".repeat(100))).expect("saved");
        fs::write(at("bound.nisje.ron"), "").expect("written");
        if run("mount", &["--bind", "real.nisje.ron", "bound.nisje.ron"], folder.path()).is_none() {
            eprintln!("not tried: this user can't mount");
            return;
        }
        let saved = save(&at("bound.nisje.ron"), &named("two"));
        let there = entries(folder.path());
        let unmounted = run("umount", &["bound.nisje.ron"], folder.path());
        assert!(unmounted.is_some());
        saved.expect("saved");
        assert_eq!(name_in(&at("real.nisje.ron")), "two");
        assert_eq!(there, ["bound.nisje.ron", "real.nisje.ron"], "no temporary file");
    }

    /// Neither read nor written nor waited for, wherever they stand.
    #[test]
    fn pipes_and_devices_are_refused() {
        let (folder, places) = places();
        fs::create_dir_all(places.recovery()).expect("made");
        let pipes = [
            folder.path().join("pipe.nisje.ron"),
            places.settings().to_owned(),
            places.recovery().join("0000000000000001.nisje.ron"),
            places.recovery().join("0000000000000002.nisje.lock"),
        ];
        for pipe in &pipes {
            if run("mkfifo", &[&pipe.to_string_lossy()], folder.path()).is_none() {
                eprintln!("not tried: no mkfifo");
                return;
            }
        }
        let copy = places.recovery().join("0000000000000002.nisje.ron");
        fs::write(copy, "// nisje-recovery (path:None,time:1)\n(format: 1)").expect("written");
        symlink("/dev/zero", places.recovery().join("0000000000000003.nisje.ron")).expect("linked");
        let limits = Limits::default();
        assert_eq!(open(&pipes[0], &limits).expect_err("a pipe").message().key, "file-not-regular");
        assert_eq!(save(&pipes[0], &named("a")).expect_err("a pipe").message().key, "file-not-regular");
        assert_eq!(open(Path::new("/dev/null"), &limits).expect_err("a device").message().key, "file-not-regular");
        assert_eq!(settings::Settings::load(&places), settings::Settings::default());
        assert!(recovery::list(&places).is_empty());
        leave(&places, "good", None);
        assert_eq!(recovery::list(&places).len(), 1);
    }

    #[test]
    fn copies_are_for_the_user_only() {
        let (folder, places) = places();
        fs::create_dir_all(places.recovery()).expect("made");
        fs::set_permissions(places.recovery(), fs::Permissions::from_mode(0o755)).expect("set");
        leave(&places, "secret", None);
        versions::save(&places, &folder.path().join("a.nisje.ron"), &named("secret"), None).expect("saved");
        let mut folders = vec![places.recovery().to_owned(), places.versions().to_owned()];
        let mut files = 0;
        while let Some(folder) = folders.pop() {
            assert_eq!(fs::metadata(&folder).expect("there").mode() & 0o777, 0o700, "{}", folder.display());
            for entry in fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
                if entry.is_dir() {
                    folders.push(entry);
                } else {
                    files += 1;
                    assert_eq!(fs::metadata(&entry).expect("there").mode() & 0o777, 0o600, "{}", entry.display());
                }
            }
        }
        assert_eq!(files, 2);
    }
}

#[test]
fn a_copy_knows_its_file_and_what_that_was_like() {
    let (folder, places) = places();
    let path = folder.path().join("a.nisje.ron");
    let fingerprint = save(&path, &named("read")).expect("saved");
    leave(&places, "edited", Some(&Origin { path: path.clone(), fingerprint }));
    save(&path, &named("a colleague's")).expect("saved");

    let orphan = recovery::list(&places).pop().expect("offered");
    let origin = orphan.origin.clone().expect("a file");
    assert_eq!(origin, Origin { path: path.clone(), fingerprint });
    let work = orphan.load(&Limits::default()).expect("valid");
    let error = save_if_unchanged(&path, &work, &origin.fingerprint).expect_err("newer work stands there");
    assert!(matches!(*error.fault, Fault::Changed));
    assert_eq!(name_in(&path), "a colleague's");
}

#[test]
fn a_copy_of_an_older_version_never_replaces_a_file_unasked() {
    let (folder, places) = places();
    let path = folder.path().join("a.nisje.ron");
    save(&path, &named("there")).expect("saved");
    fs::create_dir_all(places.recovery()).expect("made");
    let head = format!("// nisje-recovery (path:Some({:?}),name:\"\",time:5)\n(format: 1)", path.display().to_string());
    fs::write(places.recovery().join("1.nisje.ron"), head).expect("written");
    let origin = recovery::list(&places).pop().expect("offered").origin.expect("a file");
    assert!(is_changed(&path, &origin.fingerprint).expect("looked"));
}

#[test]
fn a_time_out_of_range_stops_no_start() {
    let (_folder, places) = places();
    fs::create_dir_all(places.recovery()).expect("made");
    let copy = "// nisje-recovery (path:None,name:\"\",time:18446744073709551615)\n(format: 1)\n";
    fs::write(places.recovery().join("1.nisje.ron"), copy).expect("written");
    assert_eq!(recovery::list(&places).len(), 1);
}

#[test]
fn copies_near_the_limit_can_be_brought_back() {
    let (_folder, places) = places();
    let bytes = format::write(&named("large")).expect("written").len() as u64;
    let origin =
        Origin { path: PathBuf::from("/a/path/that/makes/the/head/longer"), fingerprint: Fingerprint::UNKNOWN };
    leave(&places, "large", Some(&origin));
    let limits = Limits { bytes, ..Limits::default() };
    let orphan = recovery::list(&places).pop().expect("offered");
    assert_eq!(orphan.load(&limits).expect("within the limit"), named("large"));
}

#[test]
fn throwing_away_can_be_taken_back() {
    let (_folder, places) = places();
    leave(&places, "wanted after all", None);
    recovery::list(&places).pop().expect("offered").discard(&places).expect("thrown away");
    assert!(recovery::list(&places).is_empty());
    assert!(recovery::take_back(&places).expect("taken back"));
    assert!(!recovery::take_back(&places).expect("nothing more"));
    let orphan = recovery::list(&places).pop().expect("offered again");
    assert_eq!(orphan.name, "wanted after all");

    orphan.discard(&places).expect("thrown away");
    let copy = fs::read_dir(places.thrown()).expect("there").next().expect("one").expect("readable").path();
    let long_ago = SystemTime::now() - Duration::from_hours(360);
    fs::File::options().write(true).open(&copy).expect("open").set_modified(long_ago).expect("set");
    assert!(recovery::list(&places).is_empty());
    assert!(!copy.exists(), "gone after two weeks");
}

#[test]
fn the_last_twenty_saved_states_are_kept() {
    fn name(version: &versions::Version) -> String {
        version.load(&Limits::default()).expect("valid").name.to_string()
    }
    let (folder, places) = places();
    let path = folder.path().join("a.nisje.ron");
    save(&path, &named("from elsewhere")).expect("saved");
    for number in 0..25 {
        versions::save(&places, &path, &named(&number.to_string()), None).expect("saved");
        if number == 0 {
            let kept: Vec<_> = versions::list(&places, &path).iter().map(name).collect();
            assert_eq!(kept, ["0", "from elsewhere"], "what stood there is kept too");
        }
    }
    versions::save(&places, &path, &named("24"), None).expect("saved");
    let kept: Vec<_> = versions::list(&places, &path).iter().map(name).collect();
    let expected: Vec<_> = (5..25).rev().map(|number| number.to_string()).collect();
    assert_eq!(kept, expected, "saving the same again is no version");
    assert!(versions::list(&places, &folder.path().join("b.nisje.ron")).is_empty());
}

#[test]
fn changes_by_other_programs_are_noticed_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("a.nisje.ron");
    let ours = save(&path, &named("ours")).expect("saved");
    let mut watch = Watch::new(&path, ours);
    let looks = |times: usize, watch: &mut Watch| (0..times).filter_map(|_| watch.look()).collect::<Vec<_>>();
    assert_eq!(looks(3, &mut watch), []);

    // As long, and with the old time: as a tool that sets times writes it.
    let modified = fs::metadata(&path).expect("there").modified().expect("a time");
    let text = fs::read_to_string(&path).expect("read").replace("ours", "them");
    fs::write(&path, &text).expect("written");
    fs::File::options().write(true).open(&path).expect("open").set_modified(modified).expect("set");
    assert_eq!(looks(3, &mut watch), [Change::Content(Fingerprint::of(text.as_bytes()))]);

    // Written again with the same content, and by us.
    fs::write(&path, &text).expect("written");
    assert_eq!(looks(3, &mut watch), []);
    watch.wrote(save(&path, &named("ours again")).expect("saved"));
    assert_eq!(looks(3, &mut watch), []);

    fs::remove_file(&path).expect("removed");
    assert_eq!(looks(3, &mut watch), [Change::Gone]);
    fs::write(&path, &text).expect("written");
    assert_eq!(looks(3, &mut watch), [Change::Content(Fingerprint::of(text.as_bytes()))]);
}

#[test]
fn the_second_window_of_a_file_knows_it() {
    let (folder, places) = places();
    let path = folder.path().join("a.nisje.ron");
    save(&path, &named("a")).expect("saved");
    let first = Presence::claim(&places, &path).expect("asked");
    assert!(first.is_some());
    let dotted = folder.path().join(".").join("a.nisje.ron");
    assert!(Presence::claim(&places, &dotted).expect("asked").is_none());
    drop(first);
    assert!(Presence::claim(&places, &path).expect("asked").is_some());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever stands in the folder, the start goes on, the good copy is offered, and no copy is removed.
    #[test]
    fn any_recovery_folder_can_be_listed(
        files in prop::collection::vec((
            "[a-z0-9.]{0,3}([.]nisje)?[.](ron|lock|tmp|presence)",
            prop_oneof![
                prop::collection::vec(any::<u8>(), 0..40),
                "// nisje-recovery [(](path: ?(None|Some[(]\"/a\"[)]),? ?)?(time: ?(-?[0-9]{1,21}|x),? ?)?(name:\"\",)?[)]\n[(]format: ?1[)]"
                    .prop_map(String::into_bytes),
            ],
            any::<bool>(),
        ), 0..6),
    ) {
        let (_folder, places) = places();
        fs::create_dir_all(places.recovery()).expect("made");
        let mut copies = Vec::new();
        for (name, bytes, is_folder) in &files {
            let path = places.recovery().join(name);
            let made = if *is_folder { fs::create_dir(&path) } else { fs::write(&path, bytes) };
            if made.is_ok() && name.ends_with(".nisje.ron") {
                copies.push(path);
            }
        }
        leave(&places, "good", None);
        let orphans = recovery::list(&places);
        prop_assert!(orphans.iter().any(|orphan| orphan.name == "good"));
        for orphan in &orphans {
            let _ = orphan.load(&Limits::default());
        }
        prop_assert!(copies.iter().all(|path| path.exists()));
    }
}
