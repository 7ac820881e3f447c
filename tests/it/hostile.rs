//! Files that nobody would write on purpose: each gets an answer, and none commands a terminal.

use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

fn nisje(arguments: &[&str]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_nisje"))
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("started");
    let end = Instant::now() + Duration::from_secs(20);
    while child.try_wait().expect("waited").is_none() {
        if Instant::now() > end {
            let _ = child.kill();
            panic!("{arguments:?} gives no answer");
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    child.wait_with_output().expect("ended")
}

fn said(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

fn file(folder: &Path, content: impl AsRef<[u8]>) -> String {
    let path = folder.join("project.ron");
    std::fs::write(&path, content).expect("written");
    path.display().to_string()
}

fn commands(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\r' | '\t')
}

/// Names that would clear the screen, set its title and colour what follows.
const ESCAPES: &str = r#"(
  format: 1,
  name: "N\u{1b}]0;owned\u{7}\u{1b}[2J",
  product_segments: [(id: "aaaaaaab", name: "P\u{1b}[31m")],
  customer_segments: [(id: "aaajtfwa", name: "C\u{9b}2J")],
  cells: [(product: "aaaaaaab", customer: "aaajtfwa", fit: Prio1, note: "x\u{8}y")],
)"#;

#[test]
fn control_characters_reach_neither_terminal_nor_exports() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(folder.path(), ESCAPES);
    for arguments in
        [&["check", &path][..], &["rank", &path], &["channels", &path], &["channels", &path, "--segment", "\u{1b}"]]
    {
        let said = said(&nisje(arguments));
        assert!(!said.contains(commands), "{arguments:?}: {said:?}");
    }
    let bad = file(folder.path(), ESCAPES.replace("fit: Prio1", "fit: \"\u{1b}[2J\""));
    let output = nisje(&["check", &bad]);
    assert!(!output.status.success() && !said(&output).contains(commands), "{:?}", said(&output));

    let path = file(folder.path(), ESCAPES);
    let out = folder.path().join("out");
    assert!(nisje(&["export", &path, "--to", &format!("{}/", out.display())]).status.success());
    for entry in std::fs::read_dir(out).expect("exports") {
        let path = entry.expect("readable").path();
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        if ["csv", "md", "svg", "json"].contains(&ending) {
            let content = std::fs::read_to_string(&path).expect("text");
            assert!(!content.contains(commands), "{}", path.display());
        }
    }
}

#[cfg(unix)]
#[test]
fn a_pipe_is_refused_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let pipe = folder.path().join("pipe.ron");
    assert!(Command::new("mkfifo").arg(&pipe).status().expect("mkfifo").success());
    let pipe = pipe.display().to_string();
    let out = folder.path().join("out.csv").display().to_string();
    for arguments in [&["check", &pipe, "--lang", "en"][..], &["export", &pipe, "--to", &out, "--lang", "en"]] {
        let output = nisje(arguments);
        assert_eq!(output.status.code(), Some(1));
        assert!(said(&output).contains("this is a pipe or a device, not a file"), "{}", said(&output));
    }
}

#[test]
fn what_is_no_text_is_called_that() {
    let folder = tempfile::tempdir().expect("a folder");
    for (content, words) in [
        (vec![0; 4096], "only zero bytes"),
        (b"(format: 1, name: \"\xE5\")".to_vec(), "Windows-1252"),
        (b"\xFF\xFE(\0f\0".to_vec(), "UTF-16"),
        (b"(format: 1, margin: 1e308)".to_vec(), "can\u{2019}t be above 100%"),
        (
            b"(format: 1, channels: [(id: \"aaaaaaab\", name: \"A\", cost_per_contact: (likely: 1e308))])".to_vec(),
            "1,000,000,000,000,000",
        ),
        (format!("(format: 1, name: \"{}\")", "n".repeat(2001)).into_bytes(), "more than 2,000 characters"),
    ] {
        let path = file(folder.path(), content);
        let output = nisje(&["check", &path, "--lang", "en"]);
        assert_eq!(output.status.code(), Some(1));
        assert!(said(&output).contains(words), "{words}: {}", said(&output));
    }
}

#[test]
fn two_segments_of_one_name_are_told_apart() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = file(
        folder.path(),
        r#"(
  format: 1,
  product_segments: [(id: "aaaaaaab", name: "Survey")],
  customer_segments: [(id: "aaajtfwa", name: "Schools"), (id: "aaajtfwb", name: "Schools"), (id: "aaajtfwc", name: "Banks")],
  cells: [(product: "aaaaaaab", customer: "aaajtfwa", fit: Prio1), (product: "aaaaaaab", customer: "aaajtfwb", fit: Prio2)],
)"#,
    );
    let output = nisje(&["channels", &path, "--segment", "schools", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("aaajtfwa, aaajtfwb"), "{}", said(&output));
    assert!(nisje(&["channels", &path, "--segment", "aaajtfwb"]).status.success());
}
