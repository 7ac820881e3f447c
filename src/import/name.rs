//! Names as people read them.

use unicode_normalization::UnicodeNormalization;

/// The name as it reads: composed (Unicode NFC), line breaks and other white space as single spaces, none around, and
/// without characters that are never seen. Joiners stay: they shape emoji and letters.
pub fn plain(name: &str) -> String {
    let visible = name.chars().filter(|c| !matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}' | '\u{ad}'));
    let visible: String = visible.nfc().map(|c| if c.is_control() { ' ' } else { c }).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Equal for names that people take for the same: as [`plain`], in any case, joiners and direction marks aside.
pub fn folded(name: &str) -> String {
    let lower = name.chars().filter(|c| !matches!(c, '\u{200c}'..='\u{200f}')).collect::<String>().to_lowercase();
    plain(&lower)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_that_read_alike_are_alike() {
        for (name, other) in [
            ("Rådhus", "Ra\u{30a}dhus"),
            ("Small business", "Small\u{a0}business"),
            ("Retail", "Retail\u{200b}"),
            ("Small businesses", "Small\nbusinesses"),
            ("Small businesses", " small  BUSINESSES\r\n"),
            ("Straße", "STRAßE"),
            ("Banks", "\u{feff}Banks"),
        ] {
            assert_eq!(folded(name), folded(other), "{other:?}");
        }
        for (name, other) in [("Bank", "Banks"), ("Rådhus", "Radhus"), ("1-10", "1–10"), ("A B", "AB")] {
            assert_ne!(folded(name), folded(other), "{other:?}");
        }
        assert_eq!(plain("👩\u{200d}👧 families\n"), "👩\u{200d}👧 families");
    }

    proptest! {
        #[test]
        fn twice_is_once(name in "\\PC{0,12}|[ \\n\u{a0}\u{200b}aA\u{30a}]{0,8}") {
            prop_assert_eq!(plain(&plain(&name)), plain(&name));
            prop_assert_eq!(folded(&folded(&name)), folded(&name));
        }
    }
}
