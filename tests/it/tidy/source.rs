//! Rust source as the rules need it: code without comments and tests, its literals, and the paths it names.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::spanned::Spanned;
use syn::{Item, Meta, UseTree, Visibility};

/// The path of a module or an item from the root of the crate.
pub type ItemPath = Vec<String>;

pub struct Source {
    /// From the root of the project, with `/`.
    pub path: String,
    /// The tokens without spaces where none is needed. Test items and documentation are left out, literals are `""`.
    pub code: String,
    /// The place in `code` and the value of each string literal.
    pub literals: BTreeMap<usize, String>,
    /// What `use` brings into the file's module.
    pub imports: Vec<Import>,
    /// The file's modules declared with a body, from the root of the crate.
    pub inline: BTreeSet<ItemPath>,
    /// Every path and type name in the code outside `use`, as written but for `self` and `super`, which are resolved.
    pub mentions: BTreeSet<ItemPath>,
    /// Places in `code` and the lines of the file that they come from.
    lines: Vec<(usize, usize)>,
}

pub struct Import {
    pub path: ItemPath,
    /// The name in this module; `*` for all.
    pub name: String,
    /// For others as well: a re-export.
    pub is_public: bool,
}

impl Source {
    pub fn parse(path: &str, source: &str) -> Self {
        let file = syn::parse_file(source).unwrap_or_else(|error| panic!("{path}: {error}"));
        let mut found = Self {
            path: path.to_owned(),
            code: String::new(),
            literals: BTreeMap::new(),
            imports: Vec::new(),
            inline: BTreeSet::new(),
            mentions: BTreeSet::new(),
            lines: Vec::new(),
        };
        let mut ranges = Ranges::default();
        let module = found.module_path();
        found.items(&file.items, &module, &mut ranges);
        let tokens = source.parse::<TokenStream>().expect("parsed before");
        found.tokens(tokens, &ranges);
        found
    }

    /// The top-level module that the file belongs to: the folder or file under `src`.
    pub fn module(&self) -> &str {
        self.path.trim_start_matches("src/").split(['/', '.']).next().unwrap_or_default()
    }

    /// The file's module, from the root of the crate.
    pub fn module_path(&self) -> ItemPath {
        let path = self.path.trim_start_matches("src/").trim_end_matches(".rs");
        let mut path: ItemPath = path.split('/').map(str::to_owned).collect();
        if path.last().is_some_and(|name| matches!(name.as_str(), "mod" | "lib" | "main")) {
            path.pop();
        }
        path
    }

    /// Path and line of a place in the code.
    pub fn line(&self, place: usize) -> String {
        let before = self.lines.partition_point(|(start, _)| *start <= place);
        let line = before.checked_sub(1).map_or(1, |before| self.lines[before].1);
        format!("{}:{line}", self.path)
    }

    /// Where the needle stands in the code.
    pub fn places<'a>(&'a self, needle: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.code.match_indices(needle).map(|(place, _)| place)
    }

    fn items(&mut self, items: &[Item], module: &[String], ranges: &mut Ranges) {
        for item in items {
            if is_for_tests(item) {
                ranges.tests.push(item.span().byte_range());
                continue;
            }
            match item {
                Item::Mod(inner) => {
                    let mut path = module.to_vec();
                    path.push(inner.ident.to_string());
                    if let Some((_, items)) = &inner.content {
                        ranges.inline.push(item.span().byte_range());
                        self.items(items, &path, ranges);
                        self.inline.insert(path);
                    }
                }
                Item::Use(import) => {
                    ranges.uses.push(item.span().byte_range());
                    let is_public = !matches!(import.vis, Visibility::Inherited);
                    self.import(&import.tree, Vec::new(), module, is_public);
                }
                _ => {}
            }
        }
    }

    fn import(&mut self, tree: &UseTree, mut path: Vec<String>, module: &[String], is_public: bool) {
        let mut keep = |written: &[String], name: String| {
            let path = resolved(written, module);
            self.imports.push(Import { path, name, is_public });
        };
        match tree {
            UseTree::Path(inner) => {
                path.push(inner.ident.to_string());
                self.import(&inner.tree, path, module, is_public);
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.import(tree, path.clone(), module, is_public);
                }
            }
            UseTree::Name(name) if name.ident == "self" => {
                keep(&path, path.last().cloned().unwrap_or_default());
            }
            UseTree::Name(name) => {
                path.push(name.ident.to_string());
                keep(&path, name.ident.to_string());
            }
            UseTree::Rename(renamed) => {
                if renamed.ident != "self" {
                    path.push(renamed.ident.to_string());
                }
                keep(&path, renamed.rename.to_string());
            }
            UseTree::Glob(_) => keep(&path, "*".to_owned()),
        }
    }

    fn tokens(&mut self, tokens: TokenStream, ranges: &Ranges) {
        let mut written: Vec<String> = Vec::new();
        let mut is_open = false;
        let mut depth = 0;
        let mut tokens = tokens.into_iter().peekable();
        while let Some(token) = tokens.next() {
            let range = token.span().byte_range();
            if Ranges::depth(&ranges.tests, range.start) > 0 {
                continue;
            }
            // A path goes on while names and `::` take turns.
            let is_name = matches!(token, TokenTree::Ident(_));
            let is_colon = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == ':')
                && (self.code.ends_with(':')
                    || matches!(tokens.peek(), Some(TokenTree::Punct(next)) if next.as_char() == ':'));
            if !(is_colon || is_name && is_open) {
                self.mention(&mut written, depth);
            }
            is_open = is_colon;
            match token {
                TokenTree::Group(group) => {
                    let (open, close) = match group.delimiter() {
                        Delimiter::Parenthesis => ("(", ")"),
                        Delimiter::Brace => ("{", "}"),
                        Delimiter::Bracket => ("[", "]"),
                        Delimiter::None => ("", ""),
                    };
                    let is_attribute = self.code.ends_with('#') || self.code.ends_with("#!");
                    let mut inside = group.stream().into_iter();
                    let is_doc = matches!(inside.next(), Some(TokenTree::Ident(name)) if name == "doc");
                    self.push(open, group.span_open().start().line);
                    if !(is_attribute && is_doc) {
                        self.tokens(group.stream(), ranges);
                    }
                    self.push(close, group.span_close().start().line);
                }
                TokenTree::Ident(name) => {
                    if Ranges::depth(&ranges.uses, range.start) == 0 {
                        depth = Ranges::depth(&ranges.inline, range.start);
                        written.push(name.to_string());
                    }
                    self.push(&name.to_string(), name.span().start().line);
                }
                TokenTree::Punct(punct) => self.push(&punct.as_char().to_string(), punct.span().start().line),
                TokenTree::Literal(literal) => {
                    let line = literal.span().start().line;
                    match syn::parse_str::<syn::LitStr>(&literal.to_string()) {
                        Ok(text) => {
                            self.literals.insert(self.code.len(), text.value());
                            self.push("\"\"", line);
                        }
                        Err(_) => self.push("0", line),
                    }
                }
            }
        }
        self.mention(&mut written, depth);
    }

    fn mention(&mut self, written: &mut Vec<String>, depth: usize) {
        let is_type = written.first().is_some_and(|name| name.starts_with(char::is_uppercase));
        if written.len() > 1 || is_type {
            let mut module = self.module_path();
            // In a module within the file `super` starts from there: one less to go up.
            module.extend(std::iter::repeat_n(String::new(), depth));
            self.mentions.insert(resolved(written, &module));
        }
        written.clear();
    }

    fn push(&mut self, text: &str, line: usize) {
        let is_word = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
        if is_word(self.code.chars().next_back()) && is_word(text.chars().next()) {
            self.code.push(' ');
        }
        self.lines.push((self.code.len(), line));
        self.code.push_str(text);
    }
}

/// Byte ranges of the file's source.
#[derive(Default)]
struct Ranges {
    tests: Vec<Range<usize>>,
    uses: Vec<Range<usize>>,
    inline: Vec<Range<usize>>,
}

impl Ranges {
    fn depth(ranges: &[Range<usize>], place: usize) -> usize {
        ranges.iter().filter(|range| range.contains(&place)).count()
    }
}

/// The path with `self`, `super` and `crate` at its start resolved.
fn resolved(written: &[String], module: &[String]) -> ItemPath {
    let mut base: Option<ItemPath> = None;
    let mut rest = written;
    while let Some((first, after)) = rest.split_first() {
        match first.as_str() {
            "crate" => base = Some(vec!["crate".to_owned()]),
            "self" => base = Some(base.unwrap_or_else(|| rooted(module))),
            "super" => {
                let mut path = base.unwrap_or_else(|| rooted(module));
                path.pop();
                base = Some(path);
            }
            _ => break,
        }
        rest = after;
    }
    let mut path = base.unwrap_or_default();
    path.extend(rest.iter().cloned());
    path
}

/// The module's path, starting with `crate`.
fn rooted(module: &[String]) -> ItemPath {
    std::iter::once("crate".to_owned()).chain(module.iter().cloned()).collect()
}

fn is_for_tests(item: &Item) -> bool {
    let attributes = match item {
        Item::Const(item) => &item.attrs,
        Item::Enum(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Macro(item) => &item.attrs,
        Item::Mod(item) => &item.attrs,
        Item::Static(item) => &item.attrs,
        Item::Struct(item) => &item.attrs,
        Item::Trait(item) => &item.attrs,
        Item::Type(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        _ => return false,
    };
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(list) => list.path.is_ident("cfg") && list.tokens.to_string() == "test",
        _ => false,
    })
}
