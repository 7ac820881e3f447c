//! What no compiler holds: who may import whom, that every word is there in each language, and where looks belong.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::{Path, PathBuf};

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

/// Rust source taken apart as far as these tests need.
struct Source {
    path: String,
    /// The source with comments, what stands in quotes and test modules blanked out, byte for byte.
    code: String,
    /// Where text in quotes begins, and the text.
    literals: BTreeMap<usize, String>,
}

impl Source {
    fn parse(path: &str, source: &str) -> Self {
        let bytes = source.as_bytes();
        let mut code = bytes.to_vec();
        let mut literals = BTreeMap::new();
        let mut at = 0;
        let blank = |code: &mut Vec<u8>, range: Range<usize>| {
            code[range].iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
        };
        let find = |from: usize, what: &str| source[from..].find(what).map_or(source.len(), |found| from + found);
        while at < bytes.len() {
            let start = at;
            match &bytes[at..] {
                [b'/', b'/', ..] => {
                    at = find(at, "\n");
                    blank(&mut code, start..at);
                }
                [b'/', b'*', ..] => {
                    at = (find(at, "*/") + 2).min(bytes.len());
                    blank(&mut code, start..at);
                }
                [b'r', rest @ ..] if rest.trim_ascii_start().len() == rest.len() && is_raw(bytes, at) => {
                    let hashes = rest.iter().take_while(|byte| **byte == b'#').count();
                    let from = at + hashes + 2;
                    let to = find(from, &format!("\"{}", "#".repeat(hashes)));
                    literals.insert(from, source[from..to].to_owned());
                    blank(&mut code, from..to);
                    at = (to + hashes + 1).min(bytes.len());
                }
                [b'"', ..] => {
                    at += 1;
                    while at < bytes.len() && bytes[at] != b'"' {
                        at += if bytes[at] == b'\\' { 2 } else { 1 };
                    }
                    literals.insert(start + 1, source[start + 1..at].to_owned());
                    blank(&mut code, start + 1..at);
                    at += 1;
                }
                // A quote that a character or an escape and another quote follow; otherwise it is a lifetime.
                [b'\'', b'\\', ..] => {
                    at = find(at + 3, "'") + 1;
                    blank(&mut code, start..at);
                }
                [b'\'', ..] => {
                    let inside = source[at + 1..].chars().next().map_or(0, char::len_utf8);
                    let is_char = bytes.get(at + 1 + inside) == Some(&b'\'');
                    at += if is_char { inside + 2 } else { 1 };
                    blank(&mut code, start..at);
                }
                _ => at += 1,
            }
        }
        let mut code = String::from_utf8(code).expect("whole characters were blanked");
        while let Some(tests) = test_module(&code) {
            let blanked: String = code[tests.clone()].chars().map(|c| if c == '\n' { c } else { ' ' }).collect();
            literals.retain(|place, _| !tests.contains(place));
            code.replace_range(tests, &blanked);
        }
        Self { path: path.to_owned(), code, literals }
    }

    /// The top-level module that the file is of: the folder or file under src.
    fn module(&self) -> &str {
        self.path.trim_start_matches("src/").split(['/', '.']).next().unwrap_or_default()
    }

    fn line(&self, place: usize) -> String {
        format!("{}:{}", self.path, self.code[..place].matches('\n').count() + 1)
    }

    /// Where each of the needles stands in the code.
    fn places<'a>(&'a self, needle: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.code.match_indices(needle).map(|(place, _)| place)
    }
}

/// `r"` or `r#…"` that isn't the end of a longer name.
fn is_raw(bytes: &[u8], at: usize) -> bool {
    let after_name =
        at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'_') && bytes[at - 1] != b'b';
    let hashes = bytes[at + 1..].iter().take_while(|byte| **byte == b'#').count();
    !after_name && bytes.get(at + 1 + hashes) == Some(&b'"')
}

/// The first module in the code that is there for tests only.
fn test_module(code: &str) -> Option<Range<usize>> {
    let mark = "#[cfg(test)]";
    code.match_indices(mark).find_map(|(start, _)| {
        let body = start + code[start..].find(['{', ';'])?;
        let mut depth = 0_usize;
        let end = code[body..].char_indices().find_map(|(place, c)| {
            depth = match c {
                '{' => depth + 1,
                '}' => depth - 1,
                _ => depth,
            };
            (depth == 0).then_some(place + 1)
        })?;
        Some(start..body + end)
    })
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
fn source_is_taken_apart() {
    let source = r#"
use crate::project; // crate::ui
/* "not-a-text" */ const A: &str = "a \"b\" // c";
fn f<'a>(c: char) -> &'a str { if c == '"' || c == '\'' { r"raw \" } else { "last" } }
#[cfg(test)]
mod tests { fn g() { let _ = "test-only"; crate::app::run(); } }
fn after() {}
"#;
    let source = Source::parse("src/text/mod.rs", source);
    let literals: Vec<_> = source.literals.values().map(String::as_str).collect();
    assert_eq!(literals, [r#"a \"b\" // c"#, r"raw \", "last"]);
    assert_eq!(source.places("crate::").map(|place| source.line(place)).collect::<Vec<_>>(), ["src/text/mod.rs:2"]);
    assert!(source.code.contains("fn after() {}"));
    assert_eq!(source.module(), "text");

    let raw = Source::parse("src/lib.rs", "r#\"a \"b\" c\"# \"d\"");
    assert_eq!(raw.literals.values().collect::<Vec<_>>(), ["a \"b\" c", "d"]);
}

/// Which of the crate's modules a module may name.
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
        for place in source.places("crate::") {
            let rest = source.code[place + "crate::".len()..].trim_start();
            let name =
                |rest: &str| rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or("").to_owned();
            let named = match rest.strip_prefix('{') {
                // Names on the first level of the braces.
                Some(list) => {
                    let mut depth = 0_i32;
                    let ends = |c: char| {
                        depth += i32::from(c == '{') - i32::from(c == '}');
                        depth < 0
                    };
                    let list = list.split(ends).next().unwrap_or_default();
                    let mut depth = 0_i32;
                    let items = list.split(|c: char| {
                        depth += i32::from(c == '{') - i32::from(c == '}');
                        c == ',' && depth == 0
                    });
                    items.map(|item| name(item.trim_start())).filter(|item| !item.is_empty()).collect()
                }
                None => vec![name(rest)],
            };
            for name in named {
                let is_module = MAY_IMPORT.iter().any(|(module, _)| *module == name);
                if is_module && name != source.module() && !allowed.contains(&name.as_str()) {
                    faults.push(format!("{}: {} names {name}", source.line(place), source.module()));
                }
            }
        }
    }
    none(&faults);
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
    let long = rust.map(|path| (read(&path).lines().count(), path)).filter(|(lines, _)| *lines > 600);
    none(&long.map(|(lines, path)| format!("{}: {lines} lines", shown(&path))).collect::<Vec<_>>());
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

/// A message as it stands in a catalogue.
#[derive(Debug, PartialEq, Eq)]
struct Entry {
    key: String,
    section: String,
    /// The places that are filled, by name.
    places: BTreeSet<String>,
}

/// A catalogue's messages in order, and its section headings in order.
fn catalogue(language: &str) -> (Vec<Entry>, Vec<String>) {
    let (mut entries, mut sections) = (Vec::<Entry>::new(), Vec::new());
    for line in read(&root().join(format!("assets/locales/{language}.ftl"))).lines() {
        if let Some(heading) = line.strip_prefix("## ") {
            sections.push(heading.to_owned());
        } else if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let key = line.split('=').next().unwrap_or_default().trim_end().to_owned();
            let section = sections.last().cloned().unwrap_or_default();
            entries.push(Entry { key, section, places: BTreeSet::new() });
        }
        let is_message = !line.starts_with('#');
        if let (true, Some(entry)) = (is_message, entries.last_mut()) {
            let names = line.split('$').skip(1).map(|rest| {
                rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '-' && c != '_').next().unwrap_or_default()
            });
            entry.places.extend(names.map(str::to_owned));
        }
    }
    (entries, sections)
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
        for entry in here {
            match others.get(&entry.key) {
                None => faults.push(format!("{} is missing in {language}.ftl", entry.key)),
                Some(other) if *other != entry => faults.push(format!("{entry:?} is {other:?} in {language}.ftl")),
                Some(_) => {}
            }
        }
        let mut seen = BTreeSet::new();
        faults.extend(
            here.iter().filter(|entry| !seen.insert(&entry.key)).map(|entry| format!("{} is twice", entry.key)),
        );
    }
    let order = |entries: &[Entry]| entries.iter().map(|entry| entry.key.clone()).collect::<Vec<_>>();
    none(&faults);
    assert_eq!(order(&english), order(&norwegian), "keys stand in the same order");
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
