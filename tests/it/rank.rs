//! `nisje rank`, and what a decision adds to the exports.

use std::fs;

use assert_cmd::Command;
use nisje::project::{Command as Edit, Of, Project, Template};
use nisje::report::{Format, Part, export};
use nisje::storage;
use nisje::text::{Language, Text};
use serde_json::Value;

fn example() -> Project {
    storage::template(Template::Example, "en")
}

/// What the program prints about a project, and with which code it ends.
fn rank(project: &Project, arguments: &[&str]) -> (String, String, i32) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("p.nisje.ron");
    storage::save(&path, project).expect("saved");
    let mut command = Command::new(env!("CARGO_BIN_EXE_nisje"));
    let output = command.arg("rank").arg(&path).args(arguments).output().expect("it runs");
    let text = |bytes| String::from_utf8(bytes).expect("text");
    (text(output.stdout), text(output.stderr), output.status.code().expect("it ended"))
}

fn json(project: &Project, arguments: &[&str]) -> Value {
    let (out, error, code) = rank(project, &[&["--json", "--lang", "en"], arguments].concat());
    assert_eq!((error.as_str(), code), ("", 0));
    serde_json::from_str(&out).expect("JSON")
}

#[test]
fn a_table_with_acceptabilities_and_what_would_change_it() {
    let (out, error, code) = rank(&example(), &["--lang", "en"]);
    assert_eq!((error.as_str(), code), ("", 0));
    let lines: Vec<_> = out.lines().collect();
    let columns = |line: &str, heading: &str| {
        let at = lines[0].find(heading).expect("a heading");
        let from = lines[0][..at].chars().count();
        line.chars().skip(from.saturating_sub(3)).collect::<String>().trim_start().to_owned()
    };
    assert!(lines[1].starts_with(" 1  Quiet meeting room, fitted × Fish farmers "), "{out}");
    assert!(columns(lines[1], "Total").starts_with("80.4"), "{out}");
    assert!(lines.iter().all(|line| !line.ends_with(' ')));
    let says = |wanted: &str| assert!(lines.iter().any(|line| line.contains(wanted)), "{wanted}\n{out}");
    says("if Market size weighs more than 20.8% (now 8.7%)");
    says("Wall panels made to measure × Restaurants and cafés is Prio 1, but number 3 of 15 by score.");
    says("Wall panels made to measure × Hotel chains has a Prio, and Reach through a channel vetoes it.");
    says("very easy");
    let (norwegian, ..) = rank(&example(), &["--lang", "nb"]);
    assert!(norwegian.contains("80,4") && norwegian.contains("Først i"), "{norwegian}");
}

#[test]
fn json_is_complete_and_always_the_same() {
    let found = json(&example(), &[]);
    assert_eq!(found, json(&example(), &[]));
    assert_eq!((&found["method"], &found["draws"], &found["seed"]), (&"wsm".into(), &10_000.into(), &2001.into()));
    let cells = found["cells"].as_array().expect("a list");
    assert_eq!((cells.len(), &found["unscored"]), (16, &0.into()));
    let weights = found["criteria"].as_array().expect("a list").iter().filter_map(|one| one["weight"].as_f64());
    assert!((weights.sum::<f64>() - 1.0).abs() < 1e-9);
    let (ranked, left_out) = cells.split_at(15);
    assert_eq!((&left_out[0]["rank"], &left_out[0]["acceptability"]), (&Value::Null, &Value::Array(Vec::new())));
    for rank in 0..ranked.len() {
        assert_eq!(ranked[rank]["rank"], rank + 1);
        let shares = ranked.iter().map(|cell| cell["acceptability"][rank].as_f64().expect("a share"));
        assert!((shares.sum::<f64>() - 1.0).abs() < 1e-9);
    }
    let totals: Vec<_> = ranked.iter().map(|cell| cell["value"].as_f64().expect("a number")).collect();
    assert!(totals.is_sorted_by(|a, b| a >= b));
    let vetoed: Vec<_> = cells.iter().filter(|cell| cell["vetoed_by"] != Value::Array(Vec::new())).collect();
    assert_eq!(vetoed.len(), 1);
    assert_eq!(vetoed[0]["vetoed_by"], serde_json::json!(["Reach through a channel"]));
    assert_eq!(cells[0]["difficulty"], "Challenging");
}

#[test]
fn second_opinions_leave_out_what_is_not_fully_scored() {
    for (method, words) in [("topsis", "TOPSIS"), ("promethee", "PROMETHEE II")] {
        let found = json(&example(), &["--method", method]);
        let cells = found["cells"].as_array().expect("a list");
        assert_eq!((cells.len(), &found["method"]), (13, &method.into()));
        let ranks: Vec<_> = cells.iter().map(|cell| cell["rank"].as_u64()).collect();
        assert_eq!(ranks, (1..=13).map(Some).collect::<Vec<_>>());
        let (out, ..) = rank(&example(), &["--method", method, "--lang", "en"]);
        assert!(out.contains(words) && out.contains("depend on which cells are compared"), "{out}");
        assert!(out.contains("3 candidates are not ranked, because scores are missing or they are vetoed."), "{out}");
    }
}

#[test]
fn nothing_to_rank_says_why() {
    let blank = Project::default();
    let (out, error, code) = rank(&blank, &["--lang", "en"]);
    assert_eq!((out.as_str(), code), ("", 1));
    assert!(error.contains("There are no criteria yet."), "{error}");
    assert_eq!(json(&blank, &[])["cells"], Value::Array(Vec::new()));
    let mut weightless = example();
    for criterion in example().decision.criteria {
        let command = Edit::set(Of::Criterion(criterion.id), "weight", 0.0);
        command.apply(&mut weightless).expect("valid");
    }
    let (_, error, code) = rank(&weightless, &["--lang", "nb"]);
    assert!(code == 1 && error.contains("Ingen av kriteriene har vekt."), "{error}");
}

fn exported(project: &Project, part: Part, format: Format) -> Vec<u8> {
    export(project, part, format, &Text::new(Language::English)).expect("can be exported")
}

#[test]
fn tables_carry_scores_weights_robustness_and_rounds() {
    let markdown = String::from_utf8(exported(&example(), Part::Priorities, Format::Markdown)).expect("text");
    for wanted in [
        "Buying urge (21.74%)",
        "PROMETHEE II",
        "seed 2001",
        "| Reach through a channel | 17.39% | other criterion | More is better | 2 |",
        "| Interior architects | Value as a reference | 5 | Their drawings",
        "Kari: 3; Jonas: 1; Ingrid: 3 | 3 | 2 |",
        "First round: Kendall’s W = ",
    ] {
        assert!(markdown.contains(wanted), "{wanted}\n{markdown}");
    }
    let csv = String::from_utf8(exported(&example(), Part::Priorities, Format::Csv)).expect("text");
    let first_table = csv.split("\r\n\r\n").next().expect("a table");
    assert_eq!(first_table.lines().count(), 17);
    for wanted in ["\r\n\r\nCriteria\r\n", "\r\n\r\nRounds\r\n", "SMAA-2, seed 2001", "First round: Kendall’s W = "] {
        assert!(csv.contains(wanted), "{wanted}\n{csv}");
    }
    assert!(csv.contains("Rank by score,Total,Scored,First in,Top 3 in,TOPSIS,PROMETHEE II"), "{csv}");
    let workbook = exported(&example(), Part::Matrix, Format::Xlsx);
    let sheets = calamine::Reader::sheet_names(
        &calamine::open_workbook_from_rs::<calamine::Xlsx<_>, _>(std::io::Cursor::new(workbook)).expect("a workbook"),
    );
    assert_eq!(sheets[0], "Matrix", "the part that was asked for stands first");
    for wanted in ["Priority list", "Criteria", "Reasons", "Rounds", "Channels"] {
        assert!(sheets.iter().any(|sheet| sheet == wanted), "{wanted}: {sheets:?}");
    }
}

#[test]
fn votes_that_are_not_revealed_are_not_handed_out() {
    let mut project = example();
    project.decision.rounds[0].stage = nisje::project::Stage::Open;
    let markdown = String::from_utf8(exported(&project, Part::Priorities, Format::Markdown)).expect("text");
    assert!(markdown.contains("First round: not revealed yet.") && !markdown.contains("Jonas"), "{markdown}");
}

#[test]
fn a_project_without_a_decision_is_written_as_ever() {
    let plain = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/good/plain.ron")).expect("the fixture");
    let read = storage::format::read(&plain, &storage::Limits::default()).expect("valid");
    assert_eq!(storage::format::write(&read).expect("written"), plain);
}
