//! What can be wrong with a project file, and where.

use std::fmt;
use std::ops::Range;

use ron::error::{Error as RonError, SpannedError};
use thiserror::Error;

use crate::project::{Fault, Message};

use super::{FORMAT, scan};

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Counted from 1.
    pub line: usize,
    /// Counted from 1, in characters.
    pub column: usize,
    /// The line, cut around the place where it is long; control characters are replaced.
    pub excerpt: String,
    /// What of the excerpt is meant, in bytes; empty where something is missing.
    pub mark: Range<usize>,
}

/// Characters of a line that are kept before and behind the place.
const BEFORE: usize = 48;
const BEHIND: usize = 64;

impl Place {
    /// The place of those bytes of the source; what follows on further lines is left out.
    pub(super) fn of(source: &str, range: Range<usize>) -> Self {
        let start = source.floor_char_boundary(range.start);
        let line_start = source[..start].rfind('\n').map_or(0, |at| at + 1);
        let before = &source[line_start..start];
        let column = before.chars().count() + 1;
        let rest = source[start..].split('\n').next().unwrap_or_default();
        let rest = rest.strip_suffix('\r').unwrap_or(rest);
        let marked = rest.char_indices().take_while(|(at, _)| start + at < range.end).count();

        let mut excerpt = String::new();
        if column > BEFORE + 1 {
            excerpt.push('…');
        }
        excerpt.extend(before.chars().skip((column - 1).saturating_sub(BEFORE)).map(printable));
        let mark_start = excerpt.len();
        excerpt.extend(rest.chars().take(marked.min(BEHIND)).map(printable));
        let mark = mark_start..excerpt.len();
        excerpt.extend(rest.chars().take(BEHIND).skip(marked).map(printable));
        if rest.chars().nth(BEHIND).is_some() {
            excerpt.push('…');
        }
        Self { line: source[..start].matches('\n').count() + 1, column, excerpt, mark }
    }
}

/// Nothing that could steer a terminal or turn the direction of the text.
fn printable(c: char) -> char {
    match c {
        '\t' => ' ',
        '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => '\u{FFFD}',
        c if c.is_control() => '\u{FFFD}',
        c => c,
    }
}

/// The byte at that line and column, both counted from 1; the end where there is no such place.
fn offset(source: &str, line: usize, column: usize) -> usize {
    let start = if line == 1 {
        0
    } else {
        source.match_indices('\n').nth(line - 2).map_or(source.len(), |(newline, _)| newline + 1)
    };
    source[start..].char_indices().nth(column - 1).map_or(source.len(), |(at, _)| start + at)
}

/// What is wrong with a project file.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum FormatFault {
    /// More bytes than the limit.
    #[error("more than {0} bytes")]
    TooLarge(u64),
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// As an interrupted copy or a failing disk leaves it.
    #[error("only zero bytes")]
    OnlyZeros,
    /// It isn't text.
    #[error("not UTF-8")]
    NotUtf8,
    #[error("UTF-16, not UTF-8")]
    Utf16,
    /// Text of another encoding with a byte per letter.
    #[error("not UTF-8, but probably Windows-1252")]
    Windows1252,
    /// Both versions of a place that git couldn't merge.
    #[error("git conflict markers")]
    Conflict,
    /// A number such as `120,5`.
    #[error("a comma within the number {0}")]
    DecimalComma(String),
    /// Brackets in brackets beyond the limit.
    #[error("nested deeper than {0}")]
    TooDeep(usize),
    /// Written by a newer version of the program.
    #[error("format {0} is newer than {FORMAT}")]
    Newer(u64),
    /// It doesn't say its format.
    #[error("no format")]
    NoFormat,
    /// What stands for the format is no whole number above 0.
    #[error("bad format: {0}")]
    BadFormat(String),
    /// It is no RON, or not of the shape of a project: the key of what is wrong, and what fills its place.
    #[error("{0}: {1}")]
    Syntax(&'static str, String),
    /// A field that the format doesn't have.
    #[error("unknown field {name}, expected one of {allowed:?}")]
    UnknownField {
        /// The field.
        name: String,
        /// What the format has there.
        allowed: &'static [&'static str],
    },
    /// A choice that the format doesn't have.
    #[error("unknown choice {name}, expected one of {allowed:?}")]
    UnknownChoice {
        /// The choice.
        name: String,
        /// What the format has there.
        allowed: &'static [&'static str],
    },
    /// A field that must be there isn't.
    #[error("missing field {0}")]
    MissingField(&'static str),
    /// A field stands there twice.
    #[error("repeated field {0}")]
    RepeatedField(&'static str),
    /// What stands for an id is none.
    #[error("not an id: {0}")]
    BadId(String),
    /// What it says can't stand in a project.
    #[error(transparent)]
    Invalid(#[from] Fault),
}

impl FormatFault {
    /// The fault for a person.
    pub fn message(&self) -> Message {
        let choice = |key, name: &String, allowed: &[&str]| {
            Message::new(key).with("name", name.as_str()).with("allowed", allowed.join(", "))
        };
        match self {
            Self::TooLarge(limit) => Message::new("format-too-large").with("megabytes", (limit >> 20) as usize),
            Self::Empty => Message::new("format-empty"),
            Self::OnlyZeros => Message::new("format-only-zeros"),
            Self::NotUtf8 => Message::new("format-not-utf8"),
            Self::Utf16 => Message::new("format-utf16"),
            Self::Windows1252 => Message::new("format-windows-1252"),
            Self::Conflict => Message::new("format-conflict"),
            Self::DecimalComma(number) => Message::new("format-decimal-comma").with("number", number.as_str()),
            Self::TooDeep(limit) => Message::new("format-too-deep").with("limit", *limit),
            Self::Newer(format) => Message::new("format-newer").with("format", format.to_string()),
            Self::NoFormat => Message::new("format-missing").with("format", FORMAT.to_string()),
            Self::BadFormat(text) => {
                Message::new("format-bad").with("text", text.as_str()).with("format", FORMAT.to_string())
            }
            Self::Syntax(key, text) => Message::new(key).with("text", text.as_str()),
            Self::UnknownField { name, allowed } => choice("format-unknown-field", name, allowed),
            Self::UnknownChoice { name, allowed } => choice("format-unknown-choice", name, allowed),
            Self::MissingField(name) => Message::new("format-missing-field").with("name", *name),
            Self::RepeatedField(name) => Message::new("format-repeated-field").with("name", *name),
            Self::BadId(text) => Message::new("format-bad-id").with("text", text.as_str()),
            Self::Invalid(fault) => fault.message(),
        }
    }
}

/// A project file that can't be read.
#[derive(Debug, Clone, PartialEq, Error)]
pub struct FormatError {
    /// What is wrong.
    #[source]
    pub fault: FormatFault,
    /// Where; none when the whole file is meant.
    pub place: Option<Place>,
}

impl fmt::Display for FormatError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.place {
            Some(place) => write!(f, "{}:{}: {}", place.line, place.column, self.fault),
            None => self.fault.fmt(f),
        }
    }
}

impl From<FormatFault> for FormatError {
    fn from(fault: FormatFault) -> Self {
        Self { fault, place: None }
    }
}

impl FormatError {
    pub(super) fn at(fault: FormatFault, source: &str, range: Range<usize>) -> Self {
        Self { fault, place: Some(Place::of(source, range)) }
    }

    /// The error for a person, without the place.
    pub fn message(&self) -> Message {
        self.fault.message()
    }

    /// The parser's error in our terms.
    pub(super) fn of_ron(source: &str, error: SpannedError, depth: usize) -> Self {
        if let Some(marker) = conflict(source) {
            return Self::at(FormatFault::Conflict, source, marker);
        }
        let SpannedError { code, span } = error;
        let start = offset(source, span.start.line, span.start.col);
        let end = offset(source, span.end.line, span.end.col);
        let here = |at: usize| {
            let length = source[at..].chars().next().filter(|c| !c.is_whitespace()).map_or(0, char::len_utf8);
            at..at + length
        };
        // The parser stands before a value that it can't read, and behind a name or a text that it doesn't like.
        let range = match &code {
            RonError::NoSuchStructField { found, .. }
            | RonError::NoSuchEnumVariant { found, .. }
            | RonError::ExpectedDifferentStructName { found, .. }
            | RonError::NoSuchExtension(found) => start..start + found.len(),
            RonError::Message(_) => start - usize::from(source[..start].ends_with('"'))..end,
            RonError::DuplicateStructField { field, .. } => {
                let at = source[..end].rfind(field).unwrap_or(end);
                at..at + field.len()
            }
            RonError::ExpectedComma => here(source[..end].trim_end().len()),
            RonError::ExpectedStringEnd => here(start),
            RonError::UnclosedBlockComment => scan::unclosed_comment(source).map_or(end..end, |at| at..at + 2),
            _ => here(end),
        };
        if let Some(number) = decimal_comma(source, range.start) {
            return Self::at(FormatFault::DecimalComma(quoted(&source[number.clone()])), source, number);
        }
        let fault = match code {
            // The only values that say on their own what is wrong with them are ids.
            RonError::Message(_) => FormatFault::BadId(quoted(source.get(range.clone()).unwrap_or_default())),
            code => fault_of_ron(code, depth),
        };
        Self::at(fault, source, range)
    }
}

/// The first line that git has put before the versions of a place that it couldn't merge.
fn conflict(source: &str) -> Option<Range<usize>> {
    let mut lines = source.split_inclusive('\n').scan(0, |end, line| {
        *end += line.len();
        Some((*end - line.len(), line.trim_end()))
    });
    let (start, line) = lines.find(|(_, line)| line.starts_with("<<<<<<< "))?;
    lines.any(|(_, line)| line.starts_with(">>>>>>> ")).then(|| start..start + line.len())
}

/// The number with a decimal comma whose decimals start there.
fn decimal_comma(source: &str, decimals: usize) -> Option<Range<usize>> {
    let whole = source[..decimals].strip_suffix(',')?;
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let (before, after) = (whole.bytes().rev().take_while(u8::is_ascii_digit).count(), digits(&source[decimals..]));
    (before > 0 && after > 0).then(|| whole.len() - before..decimals + after)
}

fn fault_of_ron(code: RonError, depth: usize) -> FormatFault {
    let plain = |key| FormatFault::Syntax(key, String::new());
    let expected = |sign: &str| FormatFault::Syntax("format-expected", sign.to_owned());
    match code {
        RonError::Eof => plain("format-ends"),
        RonError::ExpectedArray => expected("["),
        RonError::ExpectedArrayEnd => expected("]"),
        RonError::ExpectedStructLike | RonError::ExpectedNamedStructLike(_) => expected("("),
        RonError::ExpectedStructLikeEnd | RonError::ExpectedOptionEnd => expected(")"),
        RonError::ExpectedMapColon => expected(":"),
        RonError::ExpectedComma => expected(","),
        RonError::ExpectedString => plain("format-expected-text"),
        RonError::ExpectedStringEnd => plain("format-unclosed-text"),
        RonError::ExpectedFloat
        | RonError::FloatUnderscore
        | RonError::ExpectedInteger
        | RonError::IntegerOutOfBounds
        | RonError::InvalidIntegerDigit { .. }
        | RonError::UnderscoreAtBeginning => plain("format-expected-number"),
        RonError::ExpectedIdentifier | RonError::InvalidIdentifier(_) | RonError::SuggestRawIdentifier(_) => {
            plain("format-expected-name")
        }
        RonError::InvalidEscape(_) => plain("format-bad-escape"),
        RonError::UnclosedBlockComment => plain("format-unclosed-comment"),
        RonError::UnexpectedChar(c) => FormatFault::Syntax("format-unexpected", quoted(c.encode_utf8(&mut [0; 4]))),
        RonError::ExpectedDifferentStructName { found, .. } => FormatFault::Syntax("format-unexpected", quoted(&found)),
        RonError::TrailingCharacters => plain("format-trailing"),
        RonError::NoSuchExtension(_) | RonError::ExpectedAttribute | RonError::ExpectedAttributeEnd => {
            plain("format-bad-attribute")
        }
        RonError::InvalidValueForType { .. } | RonError::ExpectedDifferentLength { .. } => plain("format-wrong-kind"),
        RonError::ExceededRecursionLimit => FormatFault::TooDeep(depth),
        RonError::NoSuchStructField { expected, found, .. } => {
            FormatFault::UnknownField { name: quoted(&found), allowed: expected }
        }
        RonError::NoSuchEnumVariant { expected, found, .. } => {
            FormatFault::UnknownChoice { name: quoted(&found), allowed: expected }
        }
        RonError::MissingStructField { field, .. } => FormatFault::MissingField(field),
        RonError::DuplicateStructField { field, .. } => FormatFault::RepeatedField(field),
        other => FormatFault::Syntax("file-other", other.to_string()),
    }
}

/// A text of the file, short and without control characters.
pub(super) fn quoted(text: &str) -> String {
    text.chars().take(60).map(printable).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places() {
        let source = "a\r\næøå: (bad)\r\n";
        let start = source.find("bad").expect("is there");
        let place = Place::of(source, start..start + 3);
        assert_eq!((place.line, place.column, place.excerpt.as_str()), (2, 7, "æøå: (bad)"));
        assert_eq!(&place.excerpt[place.mark], "bad");
        assert_eq!(offset(source, 2, 7), start);
        assert_eq!(offset(source, 9, 1), source.len());
        let end = Place::of(source, source.len()..source.len());
        assert_eq!((end.line, end.column, end.mark), (3, 1, 0..0));
    }

    #[test]
    fn long_lines_are_cut_and_tamed() {
        let source = format!("{}!{}\u{1b}[31m", "æ".repeat(10_000), "x".repeat(20));
        let start = source.find('!').expect("is there");
        let place = Place::of(&source, start..source.len());
        assert_eq!((place.line, place.column), (1, 10_001));
        assert!(place.excerpt.starts_with("…æ") && place.excerpt.chars().count() < 130, "{}", place.excerpt);
        assert!(place.excerpt[place.mark.clone()].starts_with("!xx"));
        assert!(!place.excerpt.contains('\u{1b}'));
        let long = Place::of(&source, 0..source.len());
        assert!(long.excerpt.ends_with('…') && long.mark.end <= long.excerpt.len());
    }
}
