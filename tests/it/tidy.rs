//! What no compiler holds: which module may import which, that no files use each other in a circle, that every text is
//! there in each language, and where looks belong.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

mod catalogue;
mod graph;
mod source;

use catalogue::Entry;
use source::Source;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files under a folder, by path.
fn files(folder: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder of the project") {
            let path = entry.expect("readable").path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    found
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).display().to_string()
}

/// The program's own code, without its tests.
fn sources() -> Vec<Source> {
    files("src")
        .iter()
        .map(|path| (shown(path), path))
        .filter(|(name, _)| name.ends_with(".rs") && !name.ends_with("tests.rs") && !name.contains("/tests/"))
        .map(|(name, path)| Source::parse(&name, &read(path)))
        .collect()
}

#[track_caller]
fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
#[expect(clippy::needless_raw_string_hashes, reason = "the source has a raw string in it")]
fn source_is_taken_apart() {
    let source = r##"
//! "documentation"
use crate::project::{self, matrix::Cell as Rute}; // crate::ui
pub use inner::*;
/* "not-a-text" */ const A: &str = "a \"b\" // c";
fn f<'a>(c: char) -> &'a str { if c == '"' || c == '\'' { r"raw \" } else { r#"a "last""# } }
/// "more"
#[cfg(test)]
mod tests { fn g() { let _ = "test-only"; crate::app::run(); } }
mod inner { fn h() { super::f(' '); vec![super::super::ui::Color32::from_rgb(1, 2, 3)]; } }
fn after() { project::new().done(); }
"##;
    let source = Source::parse("src/text/mod.rs", source);
    let literals: Vec<_> = source.literals.values().map(String::as_str).collect();
    assert_eq!(literals, [r#"a "b" // c"#, r"raw \", r#"a "last""#]);
    assert_eq!(source.places("crate::").map(|place| source.line(place)).collect::<Vec<_>>(), ["src/text/mod.rs:3"]);
    assert!(source.code.contains("fn after(){") && !source.code.contains("app"), "{}", source.code);
    assert_eq!(source.module(), "text");
    let imports: Vec<_> =
        source.imports.iter().map(|it| (it.path.join("::"), it.name.as_str(), it.is_public)).collect();
    let expected = [
        ("crate::project".to_owned(), "project", false),
        ("crate::project::matrix::Cell".to_owned(), "Rute", false),
        ("inner".to_owned(), "*", true),
    ];
    assert_eq!(imports, expected);
    let mentions: Vec<_> = source.mentions.iter().map(|path| path.join("::")).collect();
    assert_eq!(mentions, ["A", "crate::text::f", "crate::ui::Color32::from_rgb", "project::new"]);
}

#[test]
fn circles_are_found() {
    let files = [
        ("src/a/mod.rs", "mod b; mod c; pub use b::B; pub use c::C; pub use d::D; mod d;"),
        ("src/a/b.rs", "use super::C; pub struct B(C);"),
        ("src/a/c.rs", "pub struct C; fn f() { crate::a::d::g(); }"),
        ("src/a/d.rs", "use crate::a::{self}; pub struct D; pub fn g() { a::B::new(); }"),
        ("src/e.rs", "use crate::a::D; pub struct E(D);"),
    ];
    let sources: Vec<_> = files.iter().map(|(path, source)| Source::parse(path, source)).collect();
    let uses = graph::uses(&sources);
    assert_eq!(uses["src/e.rs"], BTreeSet::from(["src/a/d.rs"]), "re-exports are followed");
    let circles = graph::circles(&uses);
    assert_eq!(circles, [BTreeSet::from(["src/a/b.rs", "src/a/c.rs", "src/a/d.rs"])]);
    let way = "src/a/b.rs → src/a/c.rs → src/a/d.rs → src/a/b.rs";
    assert_eq!(graph::way_round("src/a/b.rs", &uses), way);
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    let sources = sources();
    let uses = graph::uses(&sources);
    let circles = graph::circles(&uses);
    none(&circles.iter().flatten().map(|file| graph::way_round(file, &uses)).collect::<Vec<_>>());
}

/// The modules of the crate that a module may name.
const MAY_IMPORT: [(&str, &[&str]); 11] = [
    ("project", &[]),
    ("analysis", &["project"]),
    ("document", &["project"]),
    ("storage", &["project"]),
    ("text", &["project"]),
    ("figure", &["project", "analysis", "text"]),
    ("report", &["project", "analysis", "text", "figure"]),
    ("import", &["project", "text"]),
    ("ui", &["project", "analysis", "text", "figure", "report", "import"]),
    ("cli", &["project", "analysis", "document", "storage", "text", "figure", "report", "import"]),
    ("app", &["project", "analysis", "document", "storage", "text", "figure", "report", "import", "ui"]),
];

#[test]
fn modules_import_only_what_they_may() {
    let mut faults = Vec::new();
    for source in sources() {
        if matches!(source.module(), "lib" | "main") {
            continue;
        }
        let Some((_, allowed)) = MAY_IMPORT.iter().find(|(module, _)| *module == source.module()) else {
            faults.push(format!("{}: the table in tidy.rs and ARCHITECTURE.md don’t know this module", source.path));
            continue;
        };
        let paths = source.imports.iter().map(|import| &import.path).chain(&source.mentions);
        for path in paths.filter(|path| path[0] == "crate") {
            let Some(name) = path.get(1) else { continue };
            let is_module = MAY_IMPORT.iter().any(|(module, _)| module == name);
            if is_module && name != source.module() && !allowed.contains(&name.as_str()) {
                faults.push(format!("{}: {} names {}", source.path, source.module(), path.join("::")));
            }
        }
    }
    none(&faults);
}

/// What is typed into a screen is in the copy of unsaved work: what commits drafts also tells them.
#[test]
fn what_is_being_typed_is_kept() {
    let mut screens = sources().into_iter().filter(|source| source.code.contains("impl Screen for")).peekable();
    assert!(screens.peek().is_some(), "there are screens");
    let faults = screens.filter(|source| source.code.contains("fn commit(") && !source.code.contains("fn drafts("));
    none(&faults.map(|source| format!("{}: commit without drafts", source.path)).collect::<Vec<_>>());
}

#[test]
fn screens_leave_the_world_to_the_application() {
    let mut faults = Vec::new();
    for source in sources() {
        let forbidden: &[&str] = match source.module() {
            "ui" => &["eframe", "rfd", "std::fs", "std::thread", "std::process"],
            "app" | "main" => &[],
            "storage" | "cli" => &["egui", "eframe", "rfd"],
            _ => &["egui", "eframe", "rfd", "std::fs", "std::thread", "std::process"],
        };
        for name in forbidden {
            let uses = source.places(name).filter(|place| {
                let before = source.code[..*place].chars().next_back();
                let after = &source.code[place + name.len()..];
                let is_part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
                // The application passes the toolkit on.
                let is_toolkit = source.module() == "ui" && after.starts_with("::egui");
                !is_part(before) && !is_part(after.chars().next()) && !is_toolkit
            });
            faults.extend(uses.map(|place| format!("{}: {} uses {name}", source.line(place), source.module())));
        }
    }
    none(&faults);
}

#[test]
fn looks_are_decided_in_the_theme() {
    let mut faults = Vec::new();
    for source in sources().iter().filter(|source| source.path != "src/ui/theme.rs") {
        for needle in ["Color32::from_", "FontId::new", "FontId::proportional", "FontId::monospace"] {
            faults.extend(source.places(needle).map(|place| format!("{}: {needle}", source.line(place))));
        }
    }
    none(&faults);
}

#[test]
fn files_stay_small() {
    let rust =
        ["src", "tests"].into_iter().flat_map(files).filter(|path| path.extension().is_some_and(|it| it == "rs"));
    let counted = rust.map(|path| (shown(&path), read(&path).lines().count()));
    let long = counted.filter(|(_, lines)| *lines > 500).map(|(path, lines)| format!("{path}: {lines} lines"));
    none(&long.collect::<Vec<_>>());
}

#[test]
fn no_file_knows_a_machine() {
    let homes = [concat!("/ho", "me/"), concat!("/ro", "ot/"), concat!("/Use", "rs/")];
    let mut faults = Vec::new();
    for path in ["src", "tests", "scripts", "assets/locales", "assets/templates"].into_iter().flat_map(files) {
        let bytes = std::fs::read(&path).expect("readable");
        let text = String::from_utf8_lossy(&bytes);
        for (number, line) in text.lines().enumerate() {
            if homes.iter().any(|home| line.contains(home)) {
                faults.push(format!("{}:{}", shown(&path), number + 1));
            }
        }
    }
    none(&faults);
}

#[test]
fn fonts_come_with_their_licences() {
    let fonts: Vec<_> =
        files("assets/fonts").into_iter().filter(|path| path.extension().is_some_and(|it| it == "ttf")).collect();
    assert!(!fonts.is_empty());
    for font in fonts {
        let name = font.file_name().and_then(|name| name.to_str()).expect("a plain name");
        let family = name.split(['-', '.']).next().unwrap_or(name);
        let licence = font.with_file_name(format!("{family}-LICENSE.txt"));
        assert!(licence.exists(), "{name} has no licence beside it");
        assert!(
            read(&font.with_file_name("README.md")).contains(name),
            "assets/fonts/README.md doesn’t tell of {name}"
        );
    }
}

/// A language's messages in order, and its section headings in order.
fn catalogue(language: &str) -> (Vec<Entry>, Vec<String>) {
    catalogue::read(&read(&root().join(format!("assets/locales/{language}.ftl"))))
}

#[test]
fn languages_say_the_same() {
    let (english, sections) = catalogue("en");
    let (norwegian, norwegian_sections) = catalogue("nb");
    assert!(english.len() > 40, "the catalogue was read");
    assert_eq!(sections, norwegian_sections);
    let mut faults = Vec::new();
    for (here, there, language) in [(&english, &norwegian, "nb"), (&norwegian, &english, "en")] {
        let others: BTreeMap<_, _> = there.iter().map(|entry| (&entry.key, entry)).collect();
        let mut seen = BTreeSet::new();
        for entry in here {
            match others.get(&entry.key) {
                None => faults.push(format!("{} is missing in {language}.ftl", entry.key)),
                Some(other) if other.arguments != entry.arguments => {
                    let arguments = &other.arguments;
                    faults.push(format!("{} takes {:?}, in {language}.ftl {arguments:?}", entry.key, entry.arguments));
                }
                Some(other) if other.section != entry.section => {
                    faults.push(format!("{} is in another section in {language}.ftl", entry.key));
                }
                Some(_) => {}
            }
            if !seen.insert(&entry.key) {
                faults.push(format!("{} is twice", entry.key));
            }
        }
    }
    let order = |entries: &[Entry]| entries.iter().map(|entry| entry.key.clone()).collect::<Vec<_>>();
    none(&faults);
    assert_eq!(order(&english), order(&norwegian), "keys stand in the same order");
}

/// A translator may need two keys for one English text; a comment above the later one then names the other.
#[test]
fn no_two_keys_have_one_text() {
    let (english, _) = catalogue("en");
    let mut faults = Vec::new();
    let mut first: BTreeMap<&str, &Entry> = BTreeMap::new();
    for entry in &english {
        match first.get(entry.text.as_str()) {
            Some(other) if !entry.comment.contains(&other.key) => {
                faults.push(format!("{} has the text of {}", entry.key, other.key));
            }
            Some(_) => {}
            None => drop(first.insert(&entry.text, entry)),
        }
    }
    none(&faults);
}

/// Words joined by hyphens, as keys are.
fn looks_like_a_key(text: &str) -> bool {
    let word = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    text.contains('-') && text.split('-').all(word) && text.starts_with(|c: char| c.is_ascii_lowercase())
}

#[test]
fn every_key_is_used_and_every_used_key_is_there() {
    let (english, _) = catalogue("en");
    let keys: BTreeSet<_> = english.iter().map(|entry| entry.key.as_str()).collect();
    let first_words: BTreeSet<_> = keys.iter().filter_map(|key| key.split_once('-')).map(|(word, _)| word).collect();
    let sources = sources();
    let literals = || sources.iter().flat_map(|source| source.literals.iter().map(move |literal| (source, literal)));

    // The key of a field's name follows from the name.
    let fields: BTreeSet<_> = nisje::project::all_fields().map(|field| field.name.key).collect();
    let used: BTreeSet<_> = literals().map(|(_, (_, text))| text.as_str()).chain(fields.iter().copied()).collect();
    let mut faults: Vec<_> = keys.difference(&used).map(|key| format!("{key} is used by no code")).collect();
    faults.extend(fields.iter().filter(|key| !keys.contains(*key)).map(|key| format!("no message {key:?} of a field")));

    for (source, (place, text)) in literals() {
        let before = source.code[..place - 1].trim_end();
        let asked = ["Message::new(", "text.get(", "text.with(", "text().get(", "text().with("];
        let is_asked = asked.iter().any(|call| before.ends_with(call));
        let is_like_others =
            looks_like_a_key(text) && text.split('-').next().is_some_and(|word| first_words.contains(word));
        if (is_asked || is_like_others) && !keys.contains(text.as_str()) {
            faults.push(format!("{}: no message {text:?}", source.line(*place)));
        }
    }
    none(&faults);
}

#[test]
fn the_readme_shows_a_real_file() {
    let readme = read(&root().join("README.md"));
    let file = readme.split("```ron\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example file");
    let project = nisje::storage::format::read(file.as_bytes(), &nisje::storage::Limits::default());
    let project = project.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(String::from_utf8_lossy(&nisje::storage::format::write(&project).expect("written")), file);
}
