//! Which file of the crate uses which, and the circles among them.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::source::{ItemPath, Source};

/// How far a re-export is followed.
const MOST_HOPS: usize = 8;

/// The files, and the files that each uses. A re-export (`pub use`) isn't a use.
pub fn uses(sources: &[Source]) -> BTreeMap<&str, BTreeSet<&str>> {
    let crate_files: Vec<_> = sources.iter().filter(|source| source.path != "src/main.rs").collect();
    let mut modules: BTreeMap<ItemPath, &Source> = BTreeMap::new();
    for source in &crate_files {
        let rooted = |path: &[String]| std::iter::once("crate".to_owned()).chain(path.iter().cloned()).collect();
        modules.insert(rooted(&source.module_path()), source);
        modules.extend(source.inline.iter().map(|path| (rooted(path), *source)));
    }
    let mut uses = BTreeMap::new();
    for source in crate_files {
        let module: ItemPath = std::iter::once("crate".to_owned()).chain(source.module_path()).collect();
        let imports = source.imports.iter().filter(|import| !import.is_public).map(|import| &import.path);
        let paths = imports.chain(&source.mentions);
        let files = paths.filter_map(|path| defining(path, &module, source, &modules, MOST_HOPS));
        uses.insert(source.path.as_str(), files.filter(|file| *file != source.path).collect());
    }
    uses
}

/// The file that defines the item; none for a module itself and for what comes from elsewhere.
fn defining<'a>(
    path: &[String],
    module: &[String],
    source: &Source,
    modules: &BTreeMap<ItemPath, &'a Source>,
    hops: usize,
) -> Option<&'a str> {
    let hops = hops.checked_sub(1)?;
    let first = path.first()?;
    if first != "crate" {
        // Relative: a module below this one, or a name that was imported.
        let below: ItemPath = module.iter().chain(path).cloned().collect();
        if modules.contains_key(&below[..=module.len()]) {
            return defining(&below, module, source, modules, hops);
        }
        let import =
            source.imports.iter().find(|import| import.name == *first && import.path.first() != Some(first))?;
        let full: ItemPath = import.path.iter().chain(&path[1..]).cloned().collect();
        return defining(&full, module, source, modules, hops);
    }
    let length = (1..=path.len()).rev().find(|length| modules.contains_key(&path[..*length]))?;
    let (home, rest) = (&path[..length], &path[length..]);
    let file = modules[home];
    let name = rest.first()?;
    let renamed = file.imports.iter().find(|import| import.name == *name);
    if let Some(import) = renamed {
        let full: ItemPath = import.path.iter().chain(&rest[1..]).cloned().collect();
        return defining(&full, home, file, modules, hops);
    }
    Some(&file.path)
}

/// The groups of files that use each other, directly or by way of others in the group.
pub fn circles<'a>(uses: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> Vec<BTreeSet<&'a str>> {
    let reached: BTreeMap<_, _> = uses.keys().map(|file| (*file, reach(file, uses))).collect();
    let mut circles: Vec<BTreeSet<&str>> = Vec::new();
    for file in uses.keys() {
        if circles.iter().any(|circle| circle.contains(file)) || !reached[file].contains(file) {
            continue;
        }
        let both = |other: &&&str| reached.get(**other).is_some_and(|back| back.contains(file));
        circles.push(reached[file].iter().filter(both).copied().collect());
    }
    circles
}

fn reach<'a>(from: &str, uses: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut open = vec![from];
    while let Some(file) = open.pop() {
        for next in uses.get(file).into_iter().flatten() {
            if found.insert(*next) {
                open.push(next);
            }
        }
    }
    found
}

/// A shortest way from the file by way of others back to itself.
pub fn way_round(start: &str, uses: &BTreeMap<&str, BTreeSet<&str>>) -> String {
    let mut ways = VecDeque::from([vec![start]]);
    let mut seen = BTreeSet::new();
    while let Some(way) = ways.pop_front() {
        for next in uses.get(way[way.len() - 1]).into_iter().flatten() {
            if *next == start {
                return [&way[..], &[start]].concat().join(" → ");
            }
            if seen.insert(*next) {
                ways.push_back([&way[..], &[*next]].concat());
            }
        }
    }
    String::new()
}
