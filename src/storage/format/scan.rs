//! A walk over RON source by tokens, without understanding them: how deep it nests, and where a value stands.
//!
//! It bounds what the parser is given, counts comments and finds the place of a fault. It never reads a project.

use std::ops::Range;

use crate::project::Step;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    /// `(`, `[` or `{`.
    Open,
    /// `)`, `]` or `}`.
    Close,
    Comma,
    Colon,
    /// A string, a number, a name, or anything else.
    Other,
}

struct Scanner<'a> {
    source: &'a str,
    at: usize,
    /// Start of a comment that isn't closed.
    unclosed: Option<usize>,
    comments: usize,
    first_comment: Option<usize>,
}

impl<'a> Scanner<'a> {
    fn new(source: &'a str) -> Self {
        Self { source, at: 0, unclosed: None, comments: 0, first_comment: None }
    }

    fn rest(&self) -> &'a [u8] {
        &self.source.as_bytes()[self.at..]
    }

    /// Steps over white space and comments.
    fn skip_blank(&mut self) {
        loop {
            let rest = self.rest();
            match rest {
                [b' ' | b'\t'..=b'\r', ..] => self.at += 1,
                [b'/', b'/', ..] => {
                    self.count_comment();
                    self.at += rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
                }
                [b'/', b'*', ..] => {
                    self.count_comment();
                    self.skip_block_comment();
                }
                [first, ..] if !first.is_ascii() => match self.source[self.at..].chars().next() {
                    Some(c @ ('\u{85}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}')) => self.at += c.len_utf8(),
                    _ => return,
                },
                _ => return,
            }
        }
    }

    fn count_comment(&mut self) {
        self.comments += 1;
        self.first_comment.get_or_insert(self.at);
    }

    fn skip_block_comment(&mut self) {
        let start = self.at;
        let mut depth = 0_usize;
        loop {
            match self.rest() {
                [b'/', b'*', ..] => {
                    depth += 1;
                    self.at += 2;
                }
                [b'*', b'/', ..] => {
                    depth -= 1;
                    self.at += 2;
                    if depth == 0 {
                        return;
                    }
                }
                [] => {
                    self.unclosed = Some(start);
                    return;
                }
                _ => self.at += 1,
            }
        }
    }

    /// The next token and its range.
    fn next(&mut self) -> Option<(Token, Range<usize>)> {
        self.skip_blank();
        let start = self.at;
        let rest = self.rest();
        let token = match rest {
            [] => return None,
            [b'(' | b'[' | b'{', ..] => self.single(Token::Open),
            [b')' | b']' | b'}', ..] => self.single(Token::Close),
            [b',', ..] => self.single(Token::Comma),
            [b':', ..] => self.single(Token::Colon),
            [b'"', ..] | [b'b', b'"', ..] => {
                self.at += if rest[0] == b'b' { 2 } else { 1 };
                self.skip_escaped(b'"');
                Token::Other
            }
            [b'\'', ..] => {
                self.skip_char();
                Token::Other
            }
            [b'r', b'"' | b'#', ..] | [b'b', b'r', b'"' | b'#', ..] => {
                self.skip_raw(if rest[0] == b'b' { 2 } else { 1 });
                Token::Other
            }
            _ => {
                self.skip_word();
                Token::Other
            }
        };
        Some((token, start..self.at))
    }

    fn single(&mut self, token: Token) -> Token {
        self.at += 1;
        token
    }

    /// Moves behind the closing quote, or to the end.
    fn skip_escaped(&mut self, quote: u8) {
        let rest = self.rest();
        let mut at = 0;
        while let Some(step) = rest[at..].iter().position(|byte| *byte == quote || *byte == b'\\') {
            at += step;
            if rest[at] == quote {
                self.at += at + 1;
                return;
            }
            at = (at + 2).min(rest.len());
        }
        self.at = self.source.len();
    }

    /// A character literal; a quote that starts none stands for itself.
    fn skip_char(&mut self) {
        self.at += 1;
        let mut inside = self.source[self.at..].chars();
        match (inside.next(), inside.next()) {
            (Some('\\'), Some(_)) => self.skip_escaped(b'\''),
            (Some(c), Some('\'')) => self.at += c.len_utf8() + 1,
            _ => {}
        }
    }

    /// A raw string, whose hashes start `prefix` bytes on, or a raw name.
    fn skip_raw(&mut self, prefix: usize) {
        let rest = &self.rest()[prefix..];
        let hashes = rest.iter().take_while(|byte| **byte == b'#').count();
        self.at += prefix + hashes;
        if rest.get(hashes) != Some(&b'"') {
            return self.skip_word();
        }
        let end = format!("\"{}", "#".repeat(hashes));
        let inside = &self.source[self.at + 1..];
        self.at = inside.find(&end).map_or(self.source.len(), |length| self.at + 1 + length + end.len());
    }

    /// Moves to the next byte that starts another token, by at least one character.
    fn skip_word(&mut self) {
        let ends = |byte: &u8| {
            matches!(byte, b'(' | b'[' | b'{' | b')' | b']' | b'}' | b',' | b':' | b'"' | b'/' | b' ' | b'\t'..=b'\r')
        };
        let rest = self.rest();
        let first = self.source[self.at..].chars().next().map_or(0, char::len_utf8);
        let length = rest.iter().skip(first).position(ends).map_or(rest.len(), |length| first + length);
        self.at += length;
    }

    /// Steps over one value; a name and the brackets behind it are one. False where there is none.
    fn skip_value(&mut self) -> bool {
        let mut depth = 0_usize;
        let mut any = false;
        loop {
            let before = self.at;
            match self.next() {
                None => return any,
                Some((Token::Close | Token::Comma, _)) if depth == 0 => {
                    self.at = before;
                    return any;
                }
                Some((Token::Open, _)) => depth += 1,
                Some((Token::Close, _)) => depth -= 1,
                Some(_) => {}
            }
            any = true;
        }
    }
}

/// What one walk over the source finds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Survey {
    /// The first bracket that nests deeper than the limit; the walk ends there.
    pub(super) too_deep: Option<usize>,
    pub(super) comments: usize,
    /// Start of the first comment.
    pub(super) first_comment: Option<usize>,
}

/// Walks over the source as far as it nests no deeper than `limit`.
pub(super) fn survey(source: &str, limit: usize) -> Survey {
    let mut scanner = Scanner::new(source);
    let mut depth = 0_usize;
    let mut too_deep = None;
    while let Some((token, range)) = scanner.next() {
        match token {
            Token::Open if depth == limit => {
                too_deep = Some(range.start);
                break;
            }
            Token::Open => depth += 1,
            Token::Close => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    Survey { too_deep, comments: scanner.comments, first_comment: scanner.first_comment }
}

/// The start of a comment that isn't closed.
pub(super) fn unclosed_comment(source: &str) -> Option<usize> {
    let mut scanner = Scanner::new(source);
    while scanner.next().is_some() {}
    scanner.unclosed
}

/// The range of the value at that path; none when the source has no such value.
pub(super) fn locate(source: &str, path: &[Step]) -> Option<Range<usize>> {
    let mut scanner = Scanner::new(source);
    skip_attributes(&mut scanner);
    for step in path {
        enter(&mut scanner)?;
        match step {
            Step::Field(name) => {
                while field_name(&mut scanner)? != *name {
                    skip_element(&mut scanner)?;
                }
            }
            Step::Index(index) => {
                for _ in 0..*index {
                    skip_element(&mut scanner)?;
                }
            }
        }
    }
    scanner.skip_blank();
    let start = scanner.at;
    scanner.skip_value().then_some(start..scanner.at)
}

/// `#![…]` before the value.
fn skip_attributes(scanner: &mut Scanner) {
    scanner.skip_blank();
    while scanner.rest().starts_with(b"#") {
        while !matches!(scanner.next(), None | Some((Token::Close, _))) {}
        // The attribute's own bracket closes behind that of its list.
        scanner.skip_blank();
        if scanner.rest().starts_with(b"]") {
            scanner.at += 1;
        }
        scanner.skip_blank();
    }
}

/// Moves behind the bracket that opens the value here, past its name.
fn enter(scanner: &mut Scanner) -> Option<()> {
    loop {
        match scanner.next()? {
            (Token::Open, _) => return Some(()),
            (Token::Other, _) => {}
            _ => return None,
        }
    }
}

/// The name of the field that starts here; moves behind its colon.
fn field_name<'a>(scanner: &mut Scanner<'a>) -> Option<&'a str> {
    let (Token::Other, range) = scanner.next()? else { return None };
    let (Token::Colon, _) = scanner.next()? else { return None };
    let name = &scanner.source[range];
    Some(name.strip_prefix("r#").unwrap_or(name))
}

/// Moves behind the comma after the value here.
fn skip_element(scanner: &mut Scanner) -> Option<()> {
    if !scanner.skip_value() {
        return None;
    }
    matches!(scanner.next()?, (Token::Comma, _)).then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at<'a>(source: &'a str, path: &[Step]) -> Option<&'a str> {
        locate(source, path).map(|range| &source[range])
    }

    #[test]
    fn finds_values() {
        let source = r##"#![enable(implicit_some)] // a comment with ( and "
            Project(/* one /* in ( another */ */ a: 1, b: [(x: "q\"(", y: 'z'), (x: r#"")"#, y: '('), Some(2.5)],
              c: (d: (e: -1)), æ: "ø", r#f: 3)"##;
        let b = Step::Field("b");
        assert_eq!(at(source, &[Step::Field("a")]), Some("1"));
        assert_eq!(at(source, &[b, Step::Index(0), Step::Field("x")]), Some(r#""q\"(""#));
        assert_eq!(at(source, &[b, Step::Index(1)]), Some(r##"(x: r#"")"#, y: '(')"##));
        assert_eq!(at(source, &[b, Step::Index(1), Step::Field("y")]), Some("'('"));
        assert_eq!(at(source, &[b, Step::Index(2)]), Some("Some(2.5)"));
        assert_eq!(at(source, &[b, Step::Index(3)]), None);
        assert_eq!(at(source, &[Step::Field("c"), Step::Field("d"), Step::Field("e")]), Some("-1"));
        assert_eq!(at(source, &[Step::Field("f")]), Some("3"));
        assert_eq!(at(source, &[Step::Field("g")]), None);
    }

    #[test]
    fn counts_comments() {
        let comments = |source| {
            let Survey { comments, first_comment, .. } = survey(source, 64);
            (comments, first_comment)
        };
        assert_eq!(comments("(a: \"// no\", b: 1)"), (0, None));
        assert_eq!(comments("(a: 1) // end"), (1, Some(7)));
        assert_eq!(comments("(/* /* one */ */ a: '/', // two\n // three\n b: r#\"/* no \"#)"), (3, Some(1)));
        assert_eq!(comments("(a: 1 /* open"), (1, Some(6)));
    }

    #[test]
    fn measures_depth() {
        let too_deep = |source: &str, limit| survey(source, limit).too_deep;
        assert_eq!(too_deep("([{}])", 3), None);
        assert_eq!(too_deep("([{}])", 2), Some(2));
        assert_eq!(too_deep("([]) ([])", 2), None);
        assert_eq!(
            too_deep(
                r#"("((((", /* (((( */ '(', // ((((
            ())"#,
                2
            ),
            None
        );
        assert_eq!(too_deep(&"[".repeat(10_000), 64), Some(64));
    }

    proptest! {
        #[test]
        fn never_panics(source in r#"([()\[\]{},:"'#/*\\ br\nxæ]|\PC){0,60}"#, limit in 0_usize..5) {
            let deep = survey(&source, limit).too_deep;
            prop_assert!(deep.is_none_or(|at| source.is_char_boundary(at)));
            for path in [&[][..], &[Step::Field("x")], &[Step::Index(1), Step::Index(0)]] {
                if let Some(range) = locate(&source, path) {
                    prop_assert!(source.get(range).is_some());
                }
            }
        }
    }
}
