//! Files and texts made by chance from good ones: everything gets an answer.
//!
//! `NISJE_FUZZ_RUNS` says how many for each target; a thousand by default.

use std::fs;
use std::path::{Path, PathBuf};

use nisje::import::{self, Target};
use nisje::project::{Axis, Template, check};
use nisje::storage::settings::Settings;
use nisje::storage::{self, Limits, Places, format, recovery};
use nisje::text::{Language, Text};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

fn runs() -> usize {
    std::env::var("NISJE_FUZZ_RUNS").ok().and_then(|runs| runs.parse().ok()).unwrap_or(1000)
}

/// What often matters where it is put.
const TOKENS: [&str; 24] = [
    "(",
    ")",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u{1b}",
    "r#\"",
    "/*",
    "//",
    "\n",
    "\t",
    "\0",
    "-",
    "1e308",
    "NaN",
    "inf",
    "\u{feff}",
    "\u{202e}",
    "18446744073709551616",
    "Some(",
    "é",
];

/// A text of the corpus, changed in a few places.
fn changed(corpus: &[Vec<u8>], chance: &mut ChaCha8Rng) -> Vec<u8> {
    let mut bytes = corpus[chance.random_range(0..corpus.len())].clone();
    for _ in 0..chance.random_range(1..6) {
        let at = chance.random_range(0..=bytes.len());
        match chance.random_range(0..5) {
            0 => bytes.truncate(at),
            1 => drop(bytes.splice(at..at, TOKENS[chance.random_range(0..TOKENS.len())].bytes())),
            2 if at < bytes.len() => bytes[at] = chance.random(),
            3 => {
                let end = (at + chance.random_range(0..20)).min(bytes.len());
                bytes.drain(at..end);
            }
            _ => {
                let other = &corpus[chance.random_range(0..corpus.len())];
                let from = chance.random_range(0..=other.len());
                let part = &other[from..(from + 60).min(other.len())];
                drop(bytes.splice(at..at, part.iter().copied()));
            }
        }
    }
    bytes
}

fn corpus(folder: &str) -> Vec<Vec<u8>> {
    let folder: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(folder);
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("fixtures").map(|entry| entry.expect("readable").path()).collect();
    paths.sort();
    paths.into_iter().filter(|path| path.is_file()).map(|path| fs::read(path).expect("read")).collect()
}

#[test]
fn projects() {
    let mut chance = ChaCha8Rng::seed_from_u64(1);
    let corpus: Vec<_> = ["good", "bad", "cases"].into_iter().flat_map(corpus).collect();
    let mut valid = 0;
    for _ in 0..runs() {
        let bytes = changed(&corpus, &mut chance);
        if let Ok(project) = format::read(&bytes, &Limits::default()) {
            valid += 1;
            assert_eq!(check(&project), Ok(()));
            let written = format::write(&project).expect("written");
            assert_eq!(format::read(&written, &Limits::default()).expect("what we write"), project);
        }
    }
    println!("projects: {} runs, {valid} valid", runs());
    assert!(valid > 0);
}

#[test]
fn pasted_texts() {
    let mut chance = ChaCha8Rng::seed_from_u64(2);
    let corpus = corpus("paste");
    let matrix = storage::template(Template::Lecture, "en");
    let mut changes = 0;
    for _ in 0..runs() {
        let bytes = changed(&corpus, &mut chance);
        let text = String::from_utf8_lossy(&bytes);
        let target = match chance.random_range(0..3) {
            0 => Target::Cells { row: chance.random_range(0..12), column: chance.random_range(0..12) },
            1 => Target::Names { axis: Axis::Product, at: 0 },
            _ => Target::Names { axis: Axis::Customer, at: 99 },
        };
        let paste = import::paste(&text, None, &matrix.matrix, target, &[]);
        if let Some(command) = paste.command {
            let mut project = matrix.clone();
            // Names may be too long; nothing else is refused, and what is refused changes nothing.
            if command.apply(&mut project).is_ok() {
                changes += 1;
                assert_eq!(check(&project), Ok(()));
            } else {
                assert_eq!(project, matrix);
            }
        }
    }
    println!("pastes: {} runs, {changes} with changes", runs());
    assert!(changes > 0);
}

#[test]
fn amounts() {
    let mut chance = ChaCha8Rng::seed_from_u64(3);
    let corpus: Vec<Vec<u8>> =
        ["kr. 500", "1 500,50", "1,500.50", "10–20", "2,5 mill", "30.000", "12 %", "NOK 1e3", "100,-"]
            .map(|text| text.as_bytes().to_vec())
            .to_vec();
    let texts = Language::ALL.map(Text::new);
    let mut read = 0;
    for _ in 0..runs() {
        let bytes = changed(&corpus, &mut chance);
        let typed = String::from_utf8_lossy(&bytes);
        for text in &texts {
            if let Some(number) = text.parse_number(&typed) {
                read += 1;
                assert!(number.is_finite(), "{typed:?}");
            }
        }
    }
    println!("amounts: {} runs, {read} read", runs());
    assert!(read > 0);
}

#[test]
fn settings() {
    let mut chance = ChaCha8Rng::seed_from_u64(4);
    let folder = tempfile::tempdir().expect("a folder");
    let places = Places::under(folder.path());
    let corpus = [
        b"(language: \"nb\", appearance: Dark, zoom: 1.5, window: (900.0, 600.0), recent: [\"/a\", \"/b\"])".to_vec(),
        b"(zoom: NaN, new: {\"a\": [1]})".to_vec(),
    ];
    let runs = runs().div_ceil(4);
    for _ in 0..runs {
        fs::write(places.settings(), changed(&corpus, &mut chance)).expect("written");
        let settings = Settings::load(&places);
        assert!((0.5..=3.0).contains(&settings.zoom));
    }
    println!("settings: {runs} runs");
}

#[test]
fn recovery_folders() {
    let mut chance = ChaCha8Rng::seed_from_u64(5);
    let folder = tempfile::tempdir().expect("a folder");
    let places = Places::under(folder.path());
    fs::create_dir_all(places.recovery()).expect("made");
    let corpus = [
        b"// nisje-recovery (path:Some(\"/a/b.ron\"),fingerprint:Some((length:3,content:4)),name:\"N\",time:1700000000)\n(format: 1)\n".to_vec(),
        b"// nisje-recovery (path:None,name:\"\",time:18446744073709551615)\n(format: 1, name: \"x\")\n".to_vec(),
    ];
    let names =
        ["0123456789abcdef.nisje.ron", "x.nisje.ron", ".hidden.nisje.ron", "0123456789abcdef.nisje.lock", "thrown"];
    let (runs, mut found) = (runs().div_ceil(8), 0);
    for _ in 0..runs {
        for name in names {
            let path = places.recovery().join(name);
            if path.is_dir() {
                continue;
            }
            if chance.random_range(0..8) == 0 {
                let _ = fs::remove_file(&path);
                fs::create_dir(&path).expect("a folder in its place");
            } else {
                fs::write(&path, changed(&corpus, &mut chance)).expect("written");
            }
        }
        for orphan in recovery::list(&places) {
            found += usize::from(orphan.load(&Limits::default()).is_ok());
        }
        for name in names {
            let _ = fs::remove_dir_all(places.recovery().join(name));
        }
    }
    println!("recovery folders: {runs} runs, {found} copies read");
    assert!(found > 0);
}
