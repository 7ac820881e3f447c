//! System calls that fail, one after the other: no file is torn, no failure is silent, none is made up.
//!
//! `strace` makes them fail; without it these tests say so and pass.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

const ERRORS: [&str; 5] = ["EIO", "ENOSPC", "EACCES", "EINTR", "EDQUOT"];
/// The calls that a save or an export is made of.
const CALLS: [&str; 12] = [
    "write",
    "fsync",
    "rename",
    "openat",
    "fchmod",
    "fchown",
    "fsetxattr",
    "flock",
    "statx",
    "unlink",
    "close",
    "getdents64",
];

fn has_strace() -> bool {
    let works = Command::new("strace").args(["-o", "/dev/null", "true"]).stderr(Stdio::null()).status();
    let works = works.is_ok_and(|status| status.success());
    if !works {
        eprintln!("skipped: strace can't be used here");
    }
    works
}

/// Runs the program with the options of `strace`, which traces into that file.
fn traced(options: &[&str], trace: &Path, arguments: &[&str]) -> Output {
    Command::new("strace")
        .args(["-f", "-qq", "-o"])
        .arg(trace)
        .args(options)
        .arg(env!("CARGO_BIN_EXE_nisje"))
        .args(arguments)
        .stdin(Stdio::null())
        .output()
        .expect("strace runs")
}

/// Has each call of a job fail in each way. `old` and `new` are what may stand in the file.
fn fail_each(name: &str, file: &Path, arguments: &[&str], reset: &dyn Fn(), old: &[u8], new: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    let trace = folder.path().join("trace");
    reset();
    let calls = CALLS.join(",");
    assert!(traced(&["-e", &format!("trace={calls}")], &trace, arguments).status.success());
    assert!(fs::read(file).is_ok_and(|content| content == new), "the job does it");
    let lines = fs::read_to_string(&trace).expect("a trace");
    let (mut runs, mut kept, mut done) = (0, 0, 0);
    for call in CALLS {
        let count = lines.lines().filter(|line| line.contains(&format!(" {call}("))).count();
        for place in 1..=count {
            for error in ERRORS {
                reset();
                let inject = format!("inject={call}:error={error}:when={place}");
                let output = traced(&["-e", &format!("trace={call}"), "-e", &inject], &trace, arguments);
                let content = fs::read(file).unwrap_or_default();
                let what = format!("{name}: {call} {place} of {count} fails with {error}: {output:?}");
                runs += 1;
                if content == new {
                    done += 1;
                    // What is said afterwards may fail: that is no failure of the file.
                    let is_said = call == "write" || call == "close";
                    assert!(output.status.success() || is_said, "a false alarm: {what}");
                } else {
                    kept += 1;
                    assert_eq!(content, old, "torn: {what}");
                    assert!(!output.status.success(), "silent: {what}");
                }
            }
        }
    }
    println!("{name}: {runs} faults, {kept} times the old file and an error, {done} times the new file");
    assert!(runs > 50 && kept > 0 && done > 0);
}

#[cfg(target_os = "linux")]
#[test]
fn no_fault_of_a_save_tears_a_file_or_stays_silent() {
    if !has_strace() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("plan.nisje.ron");
    let path = file.display().to_string();
    let arguments = ["new", "--force", "--template", "lecture", "--lang", "en", &path];
    assert!(Command::new(env!("CARGO_BIN_EXE_nisje")).args(arguments).output().expect("runs").status.success());
    let (old, new) = (b"(format: 1)\n", fs::read(&file).expect("saved"));
    fail_each("save", &file, &arguments, &|| fs::write(&file, old).expect("written"), old, &new);
}

#[cfg(target_os = "linux")]
#[test]
fn no_fault_of_an_export_tears_a_file_or_stays_silent() {
    if !has_strace() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let (project, file) = (folder.path().join("plan.nisje.ron"), folder.path().join("matrix.csv"));
    let project = project.display().to_string();
    assert!(
        Command::new(env!("CARGO_BIN_EXE_nisje"))
            .args(["new", "--template", "lecture", &project])
            .output()
            .expect("runs")
            .status
            .success()
    );
    let path = file.display().to_string();
    let arguments = ["export", &project, "--to", &path, "--lang", "en"];
    assert!(Command::new(env!("CARGO_BIN_EXE_nisje")).args(arguments).output().expect("runs").status.success());
    let (old, new) = (b"old\n", fs::read(&file).expect("exported"));
    fail_each("export", &file, &arguments, &|| fs::write(&file, old).expect("written"), old, &new);
}

/// The program talks to no other computer.
#[cfg(target_os = "linux")]
#[test]
fn no_internet_socket_is_opened() {
    if !has_strace() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let (project, trace) = (folder.path().join("plan.nisje.ron"), folder.path().join("trace"));
    let project = project.display().to_string();
    let out = format!("{}/out/", folder.path().display());
    let jobs: [&[&str]; 5] = [
        &["new", "--template", "example", &project],
        &["check", &project],
        &["export", &project, "--to", &out],
        &["channels", &project, "--json"],
        // The window; without a display it says so.
        &[&project],
    ];
    for arguments in jobs {
        let mut child = Command::new("strace")
            .args(["-f", "-qq", "-e", "trace=socket,connect,sendto", "-o"])
            .arg(&trace)
            .arg(env!("CARGO_BIN_EXE_nisje"))
            .args(arguments)
            .env("NISJE_HOME", folder.path().join("home"))
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("strace runs");
        child.wait().expect("ends");
        let calls = fs::read_to_string(&trace).expect("a trace");
        assert!(!calls.contains("AF_INET"), "{arguments:?}: {calls}");
    }
}
