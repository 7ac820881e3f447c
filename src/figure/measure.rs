//! How wide a text is in the bundled fonts, and how it is cut to fit.
//!
//! Adds up advances without kerning, so that a text is never wider than what is told here.

use std::borrow::Cow;
use std::sync::LazyLock;

use ttf_parser::Face;

/// Inter Regular, with tabular figures.
pub static INTER_REGULAR: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.ttf");
/// Inter `SemiBold`, with tabular figures.
pub static INTER_SEMIBOLD: &[u8] = include_bytes!("../../assets/fonts/Inter-SemiBold.ttf");

/// Height of capitals and figures, of the font size.
pub const CAP_HEIGHT: f32 = 0.727;
/// Distance between lines that feels right, of the font size.
pub const LINE_HEIGHT: f32 = 1.25;

/// How heavy the letters are.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Weight {
    /// Running text.
    #[default]
    Regular,
    /// Headings and signs.
    SemiBold,
}

static FACES: LazyLock<[Option<Face<'static>>; 2]> =
    LazyLock::new(|| [INTER_REGULAR, INTER_SEMIBOLD].map(|font| Face::parse(font, 0).ok()));

/// The bundled fonts have all letters of the text.
pub fn is_covered(text: &str) -> bool {
    FACES[0].as_ref().is_some_and(|face| text.chars().all(|letter| letter < ' ' || face.glyph_index(letter).is_some()))
}

/// Width of a text on one line, in the unit of the size.
pub fn width(text: &str, size: f32, weight: Weight) -> f32 {
    text.chars().map(|letter| advance(letter, weight)).sum::<f32>() * size
}

/// Advance of a letter, of the font size. Letters that the fonts lack are taken from elsewhere: a generous guess.
fn advance(letter: char, weight: Weight) -> f32 {
    if let Some(face) = &FACES[weight as usize]
        && let Some(glyph) = face.glyph_index(letter)
    {
        return f32::from(face.glyph_hor_advance(glyph).unwrap_or_default()) / f32::from(face.units_per_em());
    }
    if joins(letter) {
        0.0
    } else if letter >= '\u{1100}' {
        1.15
    } else {
        0.75
    }
}

/// The letter belongs to the one before: a combining mark, a variation, a joiner. Nothing is cut before it.
fn joins(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{200d}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{1f3fb}'..='\u{1f3ff}')
}

/// The length in bytes of the longest start of the text that is no wider than `most`, never within a letter.
fn fitting(text: &str, size: f32, weight: Weight, most: f32) -> usize {
    let mut used = 0.0;
    let mut end = 0;
    for (at, letter) in text.char_indices() {
        if !joins(letter) {
            end = at;
        }
        used += advance(letter, weight) * size;
        if used > most {
            return end;
        }
    }
    text.len()
}

/// The text on one line no wider than `most`, cut with an ellipsis where it must be.
pub fn ellipsis(text: &str, size: f32, weight: Weight, most: f32) -> Cow<'_, str> {
    if fitting(text, size, weight, most) == text.len() {
        return Cow::Borrowed(text);
    }
    let kept = fitting(text, size, weight, most - advance('…', weight) * size);
    Cow::Owned(format!("{}…", text[..kept].trim_end()))
}

/// The text on lines no wider than `most`: broken at spaces and behind hyphens and slashes, within a word only where the
/// word alone is too wide. What is beyond `most_lines` is cut with an ellipsis. No line for a text of spaces.
pub fn wrap(text: &str, size: f32, weight: Weight, most: f32, most_lines: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() && lines.len() < most_lines {
        if lines.len() + 1 == most_lines {
            lines.push(ellipsis(&one_line(rest), size, weight, most).into_owned());
            break;
        }
        let end = first_line(rest, size, weight, most);
        lines.push(one_line(&rest[..end]));
        rest = rest[end..].trim_start();
    }
    lines
}

/// White space that a line may be broken at.
fn is_space(letter: char) -> bool {
    letter.is_whitespace() && !matches!(letter, '\u{a0}' | '\u{202f}')
}

/// The text with a single space where there is white space.
fn one_line(text: &str) -> String {
    text.split(is_space).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Each word of the text, as [`wrap`] breaks it, is no wider than `most`.
pub fn words_fit(text: &str, size: f32, weight: Weight, most: f32) -> bool {
    pieces(text).all(|(_, piece)| width(piece.trim_end(), size, weight) <= most)
}

/// The pieces that a line can be broken between, each with its end: behind spaces, and behind hyphens, dashes and slashes
/// that join words, not figures as in 50–250.
fn pieces(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    let ends = text.char_indices().filter_map(move |(at, letter)| {
        let end = at + letter.len_utf8();
        let next = text[end..].chars().next();
        let breaks = match letter {
            '-' | '–' | '/' => next.is_some_and(|next| !next.is_ascii_digit()),
            _ => is_space(letter),
        };
        (breaks || next.is_none()).then_some(end)
    });
    ends.map(move |end| (end, &text[std::mem::replace(&mut start, end)..end]))
}

fn first_line(text: &str, size: f32, weight: Weight, most: f32) -> usize {
    let mut fits = 0;
    for (end, _) in pieces(text) {
        if width(text[..end].trim_end(), size, weight) > most {
            break;
        }
        fits = end;
    }
    if fits > 0 {
        return fits;
    }
    // At least one letter, so that it ends.
    let first = text.char_indices().skip(1).find(|(_, letter)| !joins(*letter)).map_or(text.len(), |(at, _)| at);
    fitting(text, size, weight, most).max(first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const REGULAR: Weight = Weight::Regular;

    #[test]
    fn figures_are_tabular() {
        let one = width("1", 10.0, REGULAR);
        assert!(one > 4.0 && one < 8.0, "{one}");
        assert!("0123456789".chars().all(|digit| (advance(digit, REGULAR) * 10.0 - one).abs() < 1e-4));
        assert!(width("Wide", 10.0, Weight::SemiBold) > width("Wide", 10.0, REGULAR));
    }

    #[test]
    fn known_letters() {
        assert!(is_covered("Prioritert matrise – æøå ÆØÅ € … ◆\n"));
        assert!(!is_covered("中"));
    }

    #[test]
    fn wraps_at_words() {
        let most = width("Kommuner og", 12.0, REGULAR) + 1.0;
        assert_eq!(wrap("Kommuner og fylker", 12.0, REGULAR, most, 3), ["Kommuner og", "fylker"]);
        assert_eq!(
            wrap("Nord-Norge, 50–250", 12.0, REGULAR, 1.0 + width("Nord-Nor", 12.0, REGULAR), 9),
            ["Nord-", "Norge,", "50–250"]
        );
        assert_eq!(
            wrap("av 1\u{a0}000", 12.0, REGULAR, 1.0 + width("1\u{a0}000", 12.0, REGULAR), 9),
            ["av", "1\u{a0}000"]
        );
        assert_eq!(wrap("  \n ", 12.0, REGULAR, most, 3), Vec::<String>::new());
        assert_eq!(wrap("Kommuner og fylker", 12.0, REGULAR, most, 1), ["Kommuner…"]);
    }

    #[test]
    fn cuts_no_letter_apart() {
        let cut = ellipsis("e\u{301}e\u{301}e\u{301}", 10.0, REGULAR, width("e…", 10.0, REGULAR) + 0.1);
        assert_eq!(cut, "e\u{301}…");
    }

    proptest! {
        #[test]
        fn lines_fit(text in "[ -~æøåÆØÅ]{0,60}", most in 30.0_f32..200.0, lines in 1_usize..5) {
            let wrapped = wrap(&text, 12.0, REGULAR, most, lines);
            prop_assert!(wrapped.len() <= lines);
            for line in &wrapped {
                prop_assert!(width(line, 12.0, REGULAR) <= most + 0.01, "{line:?}");
            }
        }

        #[test]
        fn nothing_is_lost(text in "\\PC{0,40}", most in 1.0_f32..200.0) {
            let letters = |text: &str| text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>();
            prop_assert_eq!(letters(&wrap(&text, 12.0, REGULAR, most, usize::MAX).concat()), letters(&text));
        }
    }
}
