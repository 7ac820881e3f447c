//! Text that a spreadsheet won't take for a formula.

use std::borrow::Cow;

/// The text with an apostrophe before it where a spreadsheet that reads it could take it for a formula: where it starts
/// with `=`, `+`, `-`, `@` or their full-width forms, also behind white space, or with a tab or a line break.
///
/// See OWASP, “CSV injection”. [`unguard`] gives back the very text.
pub fn guard(text: &str) -> Cow<'_, str> {
    if is_guarded_for(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text that [`guard`] was given.
pub fn unguard(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| is_guarded_for(rest)).unwrap_or(text)
}

/// Looks behind apostrophes too, so that one that was there before stays when ours is taken away.
fn is_guarded_for(text: &str) -> bool {
    let text = text.trim_start_matches('\'');
    let hidden = |letter: char| {
        letter.is_whitespace() || letter.is_control() || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{feff}')
    };
    text.starts_with(['\t', '\r', '\n'])
        || text.trim_start_matches(hidden).starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn formulas_are_guarded() {
        for text in
            ["=1+1", "+47 55", "-", "@SUM(A1)", "\t=1", "\rx", "\nx", "  =1", "\u{a0}=1", "\u{feff}=1", "＝1", "'=1"]
        {
            assert_eq!(guard(text), format!("'{text}"), "{text:?}");
        }
    }

    #[test]
    fn other_text_is_as_it_is() {
        for text in ["", "X", "a=b", "'", "'tis", "50–250", "–", "«=»", " x"] {
            assert_eq!(guard(text), text);
        }
    }

    proptest! {
        #[test]
        fn comes_back(text in "['=@ \\t-]{0,4}\\PC{0,6}") {
            let guarded = guard(&text);
            prop_assert_eq!(unguard(&guarded), &text);
        }
    }
}
