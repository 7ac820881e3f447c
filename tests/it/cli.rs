//! The command line, as a person calls it.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use nisje::project::{Axis, Project};
use nisje::storage::{self, Limits};

const PROGRAM: &str = env!("CARGO_BIN_EXE_nisje");

fn nisje(arguments: &[&str]) -> Assert {
    Command::new(PROGRAM).args(arguments).assert()
}

fn stdout(assert: &Assert) -> String {
    String::from_utf8(assert.get_output().stdout.clone()).expect("text")
}

fn stderr(assert: &Assert) -> String {
    String::from_utf8(assert.get_output().stderr.clone()).expect("text")
}

fn fixtures(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(folder)
}

fn files(folder: &str) -> Vec<String> {
    let mut files: Vec<_> = fs::read_dir(fixtures(folder))
        .expect("the fixtures")
        .map(|entry| entry.expect("a file").file_name().into_string().expect("a plain name"))
        .collect();
    files.sort();
    files
}

/// File, place, and words of the English and the Norwegian message.
#[rustfmt::skip]
const BAD: &[(&str, &str, &str, &str)] = &[
    ("bad-escape", "15:74", "unknown escape sequence", "escape-sekvens"),
    ("binary", "1:1", "not UTF-8", "ikke UTF-8"),
    ("bom-and-fault", "1:21", "contribution margin can’t be negative", "dekningsgrad kan ikke være negativ"),
    ("close-rate-above-one", "24:28", "close rate can’t be above 100%", "kan ikke være over 100"),
    ("compared-with-itself", "31:52", "compared with itself", "sammenlignet med seg selv"),
    ("customer-as-product", "16:15", "no segment dddddddd", "segmentet dddddddd finnes ikke"),
    ("dangling-comparison", "31:17", "no criterion zzzzzzzz", "kriteriet zzzzzzzz finnes ikke"),
    ("dangling-customer", "16:37", "no segment zzzzzzzz", "segmentet zzzzzzzz finnes ikke"),
    ("dangling-round-cell", "49:41", "no segment aaaaaaaa", "segmentet aaaaaaaa finnes ikke"),
    ("dangling-score", "35:37", "no segment zzzzzzzz", "segmentet zzzzzzzz finnes ikke"),
    ("deep-brackets", "1:65", "more than 64 brackets", "mer enn 64 parenteser"),
    ("deep-in-field", "1:338", "more than 64 brackets", "mer enn 64 parenteser"),
    ("deep-parentheses", "1:65", "more than 64 brackets", "mer enn 64 parenteser"),
    ("duplicate-cell", "16:5", "cell appears twice in the file", "ruten står to ganger"),
    ("duplicate-channel", "21:11", "two channels have the id eeeeeeee", "to kanaler har id-en eeeeeeee"),
    ("duplicate-comparison", "32:5", "compared twice", "sammenlignet to ganger"),
    ("duplicate-criterion", "24:11", "two criteria have the id kkkkkkkk", "to kriterier har id-en kkkkkkkk"),
    ("duplicate-participant", "39:10", "two participants have the id pppppppp", "to deltakere har id-en pppppppp"),
    ("duplicate-round", "53:11", "two rounds have the id rrrrrrrr", "to runder har id-en rrrrrrrr"),
    ("duplicate-score", "35:5", "scored twice", "vurdert to ganger"),
    ("duplicate-segment", "12:10", "two segments have the id aaaaaaaa", "to segmenter har id-en aaaaaaaa"),
    ("duplicate-vote", "49:93", "votes twice", "stemmer to ganger"),
    ("empty", "", "the file is empty", "filen er tom"),
    ("floor-off-scale", "20:14", "the floor 6 is not on the scale", "minstekravet 6 er ikke på skalaen"),
    ("format-missing", "1:1", "doesn’t say its format", "sier ikke hvilket format"),
    ("format-newer", "2:11", "newer Nisje (format 2)", "nyere Nisje (format 2)"),
    ("format-text", "2:11", "whole number such as 1, not \"1\"", "helt tall som 1, ikke \"1\""),
    ("format-zero", "2:11", "whole number such as 1, not 0", "helt tall som 1, ikke 0"),
    ("infinite-cost", "23:59", "cost per contact must be a number", "kostnad per kontakt må være et tall"),
    ("json", "1:1", "“(” is expected", "stått «(»"),
    ("level-off-scale", "34:79", "6 is not between 1 and 5", "6 er ikke mellom 1 og 5"),
    ("long-line", "15:5071", "no field “why”", "feltet «why» finnes ikke"),
    ("low-above-high", "23:25", "must rise from low", "må stige fra lav"),
    ("margin-above-one", "5:11", "contribution margin can’t be above 100%", "dekningsgrad kan ikke være over"),
    ("margin-nan", "5:11", "contribution margin must be a number", "dekningsgrad må være et tall"),
    ("missing-colon", "5:10", "“:” is expected", "stått «:»"),
    ("missing-comma", "4:18", "“,” is expected", "stått «,»"),
    ("missing-id", "8:22", "“id” is missing", "«id» mangler"),
    ("missing-name", "12:20", "“name” is missing", "«name» mangler"),
    ("nan-close-rate", "24:28", "close rate must be a number", "må være et tall"),
    ("negative-contacts", "25:27", "contacts per month can’t be negative", "kontakter per måned kan ikke være negativ"),
    ("negative-cost", "23:31", "cost per contact can’t be negative", "kostnad per kontakt kan ikke være negativ"),
    ("negative-weight", "19:15", "weight can’t be negative", "vekt kan ikke være negativ"),
    ("not-utf8", "11:43", "not UTF-8", "ikke UTF-8"),
    ("number-for-id", "20:11", "text in quotation marks", "tekst i anførselstegn"),
    ("number-for-text", "3:9", "text in quotation marks", "tekst i anførselstegn"),
    ("one-level", "27:15", "a scale can’t have 1 levels", "en skala kan ikke ha 1"),
    ("only-bom", "", "the file is empty", "filen er tom"),
    ("only-comment", "2:1", "“(” is expected", "stått «(»"),
    ("prose", "1:1", "“Dear” can’t stand here", "«Dear» kan ikke stå her"),
    ("repeated-field", "15:74", "“note” stands here twice", "«note» står her to ganger"),
    ("score-by-nothing", "35:60", "no criterion zzzzzzzz", "kriteriet zzzzzzzz finnes ikke"),
    ("short-id", "7:10", "\"aaaaaaa\" is not an id", "\"aaaaaaa\" er ikke en id"),
    ("terminal-escape", "8:10", "is not an id", "er ikke en id"),
    ("text-for-list", "14:10", "“[” is expected", "stått «[»"),
    ("text-for-number", "5:11", "a number is expected", "stått et tall"),
    ("trailing", "29:1", "nothing may follow", "kan det ikke stå mer"),
    ("truncated", "15:61", "ends unexpectedly", "slutter midt i"),
    ("twice-in-round", "50:9", "twice in the round", "to ganger i runden"),
    ("unclosed-comment", "14:3", "comment is not closed", "kommentar er ikke avsluttet"),
    ("unclosed-string", "21:13", "no closing quotation mark", "mangler anførselstegn"),
    ("unclosed-string-at-end", "12:28", "no closing quotation mark", "mangler anførselstegn"),
    ("unknown-attribute", "1:11", "no such attribute", "attributtet finnes ikke"),
    ("unknown-field", "4:3", "no field “colour” here, only format, name, currency", "feltet «colour» finnes ikke"),
    ("unknown-field-in-cell", "15:61", "no field “why” here, only product, customer, fit, note", "feltet «why»"),
    ("unknown-field-in-channel", "24:7", "no field “closerate”", "feltet «closerate»"),
    ("unknown-field-in-estimate", "24:20", "no field “about” here, only low, likely, high", "feltet «about»"),
    ("unknown-fit", "15:54", "no choice “Prio4” here, only No, Undecided, Prio1", "valget «Prio4»"),
    ("unknown-kind", "22:13", "no choice “Pigeons” here, only Web,", "valget «Pigeons»"),
    ("unknown-question", "44:17", "no criterion zzzzzzzz", "kriteriet zzzzzzzz finnes ikke"),
    ("unknown-stage", "44:14", "no choice “Closed”", "valget «Closed»"),
    ("uppercase-id", "7:10", "\"AAAAAAAA\" is not an id", "\"AAAAAAAA\" er ikke en id"),
    ("urge-of-four", "21:15", "a scale can’t have 4 levels", "en skala kan ikke ha 4"),
    ("utf16", "1:1", "UTF-16", "UTF-16-tekst"),
    ("vote-by-stranger", "49:66", "no participant qqqqqqqq", "deltakeren qqqqqqqq finnes ikke"),
    ("vote-off-scale", "49:84", "3 is not between 1 and 2", "3 er ikke mellom 1 og 2"),
    ("preference-four", "29:61", "4 is not a preference", "4 er ingen preferanse"),
    ("reach-of-product", "29:16", "no segment aaaaaaaa", "segmentet aaaaaaaa finnes ikke"),
    ("reach-by-nothing", "29:37", "no channel zzzzzzzz", "kanalen zzzzzzzz finnes ikke"),
    ("reach-twice", "30:5", "said in the file twice", "står to ganger"),
    ("override-above-one", "29:137", "variable selling cost can’t be above 100%", "variabel salgskostnad kan ikke"),
    ("override-out-of-order", "29:95", "must rise from low", "må stige fra lav"),
    ("offer-for-customer", "32:15", "no segment cccccccc", "segmentet cccccccc finnes ikke"),
    ("offer-margin-negative", "32:71", "contribution margin can’t be negative", "kan ikke være negativ"),
    ("offer-twice", "33:5", "said in the file twice", "står to ganger"),
    ("position-of-customer", "22:15", "no segment cccccccc", "segmentet cccccccc finnes ikke"),
    ("position-above-ten", "22:43", "perceived cost can’t be above 10", "opplevd kostnad kan ikke være over 10"),
    ("position-twice", "22:5", "said in the file twice", "står to ganger"),
    ("unknown-rung", "22:33", "no choice “Strategic” here, only Product, Solution", "valget «Strategic»"),
    ("beachhead-without-fit", "23:14", "only a cell with a fit", "bare en rute med treff"),
    ("beachhead-nowhere", "25:15", "no segment zzzzzzzz", "segmentet zzzzzzzz finnes ikke"),
    ("follow-on-twice", "28:7", "said in the file twice", "står to ganger"),
    ("follow-on-elsewhere", "28:7", "shares the product segment or", "felles med brohodet"),
    ("follow-on-without-fit", "28:7", "only a cell with a fit", "bare en rute med treff"),
    ("funnel-rate-above-one", "35:59", "offers per meeting can’t be above", "tilbud per møte kan ikke være over"),
    ("funnel-for-nobody", "35:16", "no segment zzzzzzzz", "segmentet zzzzzzzz finnes ikke"),
    ("scenario-without-time", "42:15", "months must be above zero", "måneder må være over null"),
    ("scenario-budget-nan", "41:15", "budget must be a number", "budsjett må være et tall"),
    ("scenario-twice", "48:11", "two scenarios have the id ssssssss", "to scenarioer har id-en ssssssss"),
    ("limit-negative", "44:60", "fewest contacts can’t be negative", "færrest kontakter kan ikke være negativ"),
    ("limit-by-nothing", "44:41", "no channel zzzzzzzz", "kanalen zzzzzzzz finnes ikke"),
    ("limit-twice", "45:9", "said in the file twice", "står to ganger"),
    ("step-not-a-date", "13:52", "a date is written as 2026-09-01", "en dato skrives som 2026-09-01"),
    ("step-for-nobody", "13:58", "no segment zzzzzzzz", "segmentet zzzzzzzz finnes ikke"),
    ("step-twice", "14:10", "two next steps have the id ssssssss", "to neste steg har id-en ssssssss"),
    ("set-aside-twice", "14:5", "said in the file twice", "står to ganger"),
    ("set-aside-product", "13:49", "no segment aaaaaaaa", "segmentet aaaaaaaa finnes ikke"),
    ("unknown-usage", "29:71", "no choice “Often” here, only None, Main", "valget «Often»"),
    ("duty-of-nobody", "67:12", "there is no rrrrrrr2 in the team", "rrrrrrr2 finnes ikke i teamet"),
    ("duty-without-task", "67:30", "there is no ttttttt2 in the team", "ttttttt2 finnes ikke i teamet"),
    ("duty-unknown-part", "67:48", "no choice “Boss” here, only None", "valget «Boss»"),
    ("handling-of-product", "73:34", "no segment aaaaaaaa", "segmentet aaaaaaaa finnes ikke"),
    ("handling-share-above-one", "73:53", "share of contacts can’t be above 100%", "andel av kontaktene kan ikke være over"),
    ("latitude-beyond-pole", "79:110", "latitude must be between −90 and 90", "breddegrad må være mellom −90 og 90"),
    ("account-in-no-territory", "79:145", "there is no wwwwwww2 in the team", "wwwwwww2 finnes ikke i teamet"),
    ("account-twice", "80:10", "two have the id xxxxxxxx", "to har id-en xxxxxxxx"),
    ("task-twice", "64:10", "two have the id tttttttt", "to har id-en tttttttt"),
    ("interval-hourly", "70:81", "no choice “Hourly” here, only Daily", "valget «Hourly»"),
    ("selling-hours-negative", "54:31", "selling hours per person per year can’t be negative", "salgstimer per person per år kan ikke være negativ"),
    ("ramp-up-zero", "59:23", "months of ramp-up must be above zero", "måneder med opplæring må være over null"),
    ("travel-speed-nan", "48:71", "travel speed, km/h must be a number", "reisefart, km/t må være et tall"),
    ("comma-in-number", "5:11", "has a decimal comma", "har desimalkomma"),
    ("conflict", "7:1", "git could not merge", "git kunne ikke flette"),
    ("windows-1252", "3:12", "probably Windows-1252", "trolig Windows-1252"),
    ("windows-line-ends", "5:11", "contribution margin can’t be above", "dekningsgrad kan ikke være over"),
    ("attribute-choice-twice", "15:74", "appears twice", "står to ganger"),
    ("attribute-kind", "16:46", "Colour", "Colour"),
    ("attribute-twice", "16:10", "two attributes have the id ttttwwww", "to kjennetegn har id-en ttttwwww"),
    ("profile-loyalty-six", "19:57", "6 is not between 1 and 5", "6 er ikke mellom 1 og 5"),
    ("profile-need-level", "19:72", "Sleeping", "Sleeping"),
    ("profile-of-product", "19:16", "no segment aaaaaaaa", "segmentet aaaaaaaa finnes ikke"),
    ("profile-twice", "20:5", "said in the file twice", "står to ganger"),
    ("value-no-kind", "23:59", "wrong kind of value", "feil slags verdi"),
    ("value-not-a-choice", "22:58", "none of its choices", "ikke blant valgene"),
    ("value-of-another-kind", "23:58", "kind of the attribute aamature", "samme slag som kjennetegnet aamature"),
    ("value-off-scale", "23:58", "kind of the attribute aamature", "samme slag som kjennetegnet aamature"),
    ("value-twice", "23:5", "said in the file twice", "står to ganger"),
    ("value-without-attribute", "23:39", "no attribute zzzzzzzz", "kjennetegnet zzzzzzzz finnes ikke"),
];

#[test]
fn bad_files_are_named_with_line_and_column_and_fault() {
    let mut listed: Vec<_> = BAD.iter().map(|(name, ..)| format!("{name}.ron")).collect();
    listed.sort();
    assert_eq!(listed, files("bad"), "each bad file stands in the table, and the other way round");
    for (name, place, english, norwegian) in BAD {
        let file = fixtures("bad").join(format!("{name}.ron")).display().to_string();
        for (code, label, words) in [("en", "error", english), ("nb", "feil", norwegian)] {
            let said = nisje(&["check", "--lang", code, &file]).code(1);
            let (out, error) = (stdout(&said), stderr(&said));
            assert_eq!(out, "", "{name}");
            let start =
                if place.is_empty() { format!("{label}: {file}: ") } else { format!("{label}: {file}:{place}: ") };
            assert!(error.starts_with(&start), "{name} should start with {start}\n{error}");
            let first = error.lines().next().expect("a line");
            assert!(first.contains(words), "{name} should say {words}\n{error}");
            assert_eq!(error.contains(" | "), !place.is_empty(), "the line is shown where there is one\n{error}");
            assert!(!error.contains('\u{1b}') && !error.contains('\u{202e}'), "nothing steers the terminal");
            assert!(error.lines().skip(1).all(|line| line.chars().count() < 130), "long lines are cut\n{error}");
        }
    }
}

#[test]
fn good_files_are_summed_up() {
    for (name, english, norwegian) in [
        (
            "bom-and-windows-line-ends",
            "Test: 2 product segments, 2 customer segments, 2 cells, 1 channel",
            "Test: 2 produktsegmenter, 2 kundesegmenter, 2 ruter, 1 kanal",
        ),
        (
            "by-hand",
            "Unnamed: 1 product segment, 2 customer segments, 1 cell, 1 channel",
            "Uten navn: 1 produktsegment, 2 kundesegmenter, 1 rute, 1 kanal",
        ),
        (
            "minimal",
            "Unnamed: 0 product segments, 0 customer segments, 0 cells, 0 channels",
            "Uten navn: 0 produktsegmenter, 0 kundesegmenter, 0 ruter, 0 kanaler",
        ),
    ] {
        let file = fixtures("good").join(format!("{name}.ron")).display().to_string();
        for (code, words) in [("en", english), ("nb", norwegian)] {
            let said = nisje(&["check", "--lang", code, &file]).success();
            assert_eq!(stdout(&said).lines().next(), Some(format!("{file}: {words}").as_str()));
            let has_comments = name == "by-hand";
            let line = stdout(&said).lines().nth(1).map(str::to_owned);
            assert_eq!(line.is_some_and(|line| line.contains("3 ") && line.contains(" 1")), has_comments);
            assert_eq!(stderr(&said), "");
        }
    }
}

#[test]
fn what_was_edited_by_hand_is_understood() {
    let project = storage::open(&fixtures("good").join("by-hand.ron"), &Limits::default()).expect("valid").project;
    let names = |axis| project.matrix.segments(axis).iter().map(|segment| segment.name.to_string()).collect::<Vec<_>>();
    assert_eq!(names(Axis::Product), ["Kursæ\n\"ny\""]);
    assert_eq!(names(Axis::Customer), ["Skoler ( [ {", "The \"big\" ones"]);
    let cells: Vec<_> = project.matrix.cells().values().collect();
    assert_eq!((cells[0].fit.sign(), cells[0].note.as_deref()), ("2", Some("both")));
    assert_eq!(project.channels[0].figures.contacts_per_month, Some(1000.0));
    assert_eq!((&*project.currency, project.margin), ("NOK", 1.0));
}

#[test]
fn every_file_is_checked_though_one_is_bad() {
    let good = fixtures("good").join("plain.ron").display().to_string();
    let bad = fixtures("bad").join("empty.ron").display().to_string();
    let said = nisje(&["check", "--lang", "en", &bad, &good, "no-such-file.ron"]).code(1);
    assert!(stdout(&said).starts_with(&good));
    assert!(stderr(&said).contains("empty.ron: the file is empty"));
    assert!(stderr(&said).contains("error: no-such-file.ron: there is no such file"));
}

#[test]
fn a_new_project_from_each_template() {
    let folder = tempfile::tempdir().expect("a folder");
    for (template, language) in
        [("blank", "en"), ("lecture", "en"), ("lecture", "nb"), ("example", "en"), ("example", "nb")]
    {
        let out = folder.path().join(format!("{template} {language}.nisje.ron"));
        let path = out.display().to_string();
        nisje(&["new", "--template", template, "--lang", language, &path]).success();
        let made = storage::open(&out, &Limits::default()).expect("valid").project;
        assert_eq!(made == Project::default(), template == "blank");
        nisje(&["check", &path]).success();
    }
}

#[test]
fn a_new_project_replaces_only_when_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("a.nisje.ron");
    let path = out.display().to_string();
    fs::write(&out, "precious").expect("written");
    let said = nisje(&["new", "--lang", "en", &path]).code(1);
    assert!(stderr(&said).contains("already exists"), "{}", stderr(&said));
    assert_eq!(fs::read_to_string(&out).expect("kept"), "precious");
    let said = nisje(&["new", "--lang", "nb", "--force", &path]).success();
    assert_eq!(stdout(&said), format!("Skrev {path}\n"));
    nisje(&["check", &path]).success();
}

#[test]
fn exports_that_fail_say_why_and_write_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let good = fixtures("good").join("plain.ron").display().to_string();
    let bad = fixtures("bad").join("margin-nan.ron").display().to_string();
    let out = folder.path().join("out.csv").display().to_string();
    let said = nisje(&["export", &bad, "--to", &out, "--lang", "en"]).code(1);
    assert!(stderr(&said).contains("margin-nan.ron:5:11: "));
    let nowhere = folder.path().join("none").join("out.csv").display().to_string();
    let said = nisje(&["export", &good, "--to", &nowhere, "--lang", "nb"]).code(1);
    assert!(stderr(&said).contains("mappen") && stderr(&said).contains("finnes ikke"), "{}", stderr(&said));
    for arguments in [
        &["export", &good, "--to", "out.docx"][..],
        &["export", &good],
        &["export"],
        &["new"],
        &["check"],
        &["frob", "x"],
    ] {
        nisje(arguments).code(2);
    }
    assert_eq!(fs::read_dir(folder.path()).expect("the folder").count(), 0);
}

#[test]
fn help_and_version() {
    let help = stdout(&nisje(&["--help"]).success());
    for word in ["export", "check", "new", "FILE"] {
        assert!(help.contains(word), "{help}");
    }
    assert_eq!(stdout(&nisje(&["--version"]).success()), format!("nisje {}\n", env!("CARGO_PKG_VERSION")));
    assert!(stdout(&nisje(&["export", "-h"]).success()).contains("matrix, priorities, beachhead, channels"));
}

#[cfg(unix)]
#[test]
fn a_reader_who_goes_away_causes_no_panic() {
    use std::io::Read;
    use std::process::{Command, Stdio};

    let good = fixtures("good").join("plain.ron");
    for arguments in [vec!["--help".into()], [vec!["check".into()], vec![good.into_os_string(); 2000]].concat()] {
        let mut child = Command::new(PROGRAM)
            .args(&arguments)
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("started");
        drop(child.stdout.take());
        let mut said = String::new();
        child.stderr.take().expect("piped").read_to_string(&mut said).expect("text");
        assert_eq!(said, "");
        assert!(child.wait().expect("ended").code().is_some());
    }
}
