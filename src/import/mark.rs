//! What people write into the cells of a matrix.

use crate::project::Fit;

/// The meaning of a cell's text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Mark {
    /// A sign as we write it, or one that spreadsheets make of it.
    Sign(Fit),
    /// A word or another sign for a Prio or a fit.
    Word(Fit),
    /// A number that is no Prio: a score, a share, a sum.
    Number(f64),
}

impl Mark {
    /// None where the text is no mark.
    pub fn of(text: &str) -> Option<Self> {
        let text = super::name::folded(text);
        if let Some(fit) = Fit::from_sign(&text) {
            return Some(Self::Sign(fit));
        }
        if let Some(fit) = word(&text) {
            return Some(Self::Word(fit));
        }
        let number: f64 = text.trim_end_matches('%').trim_end().replace(',', ".").replace('−', "-").parse().ok()?;
        let is_whole = number.fract() == 0.0 && !text.ends_with('%');
        match (number.is_finite(), number) {
            (true, 1.0..=3.0) if is_whole => Fit::from_sign(&format!("{number:.0}")).map(Self::Word),
            (true, _) if number == 0.0 && is_whole => Some(Self::Word(Fit::No)),
            (true, _) => Some(Self::Number(number)),
            (false, _) => None,
        }
    }
}

/// Words in English and Norwegian, folded, and signs that look like a cross or a tick.
fn word(text: &str) -> Option<Fit> {
    let rank = |rest: &str| match rest.trim_start_matches(['.', ':', ' ']) {
        "1" => Some(Fit::Prio1),
        "2" => Some(Fit::Prio2),
        "3" => Some(Fit::Prio3),
        _ => None,
    };
    match text {
        "high" | "høy" | "høyt" => Some(Fit::Prio1),
        "medium" | "middels" => Some(Fit::Prio2),
        "low" | "lav" | "lavt" => Some(Fit::Prio3),
        "yes" | "ja" | "✔" | "✔\u{fe0f}" | "✓" | "√" | "☑" | "☑\u{fe0f}" | "☒" | "✅" | "●" | "•" | "✕" | "✖" | "х"
        | "χ" => Some(Fit::Undecided),
        "no" | "nei" | "–" | "—" | "−" | "☐" | "✗" | "✘" | "❌" | "n/a" | "none" | "ingen" => {
            Some(Fit::No)
        }
        _ => ["priority", "prioritet", "prio", "pri", "p"].iter().find_map(|prefix| rank(text.strip_prefix(prefix)?)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_signs() {
        for (text, expected) in [
            ("X", Some(Mark::Sign(Fit::Undecided))),
            ("", Some(Mark::Sign(Fit::No))),
            (" 1 ", Some(Mark::Sign(Fit::Prio1))),
            ("1.0", Some(Mark::Word(Fit::Prio1))),
            ("2,0", Some(Mark::Word(Fit::Prio2))),
            ("High", Some(Mark::Word(Fit::Prio1))),
            ("Middels", Some(Mark::Word(Fit::Prio2))),
            ("p3", Some(Mark::Word(Fit::Prio3))),
            ("Prio 2", Some(Mark::Word(Fit::Prio2))),
            ("Prioritet 1", Some(Mark::Word(Fit::Prio1))),
            ("Yes", Some(Mark::Word(Fit::Undecided))),
            ("✔", Some(Mark::Word(Fit::Undecided))),
            ("☑", Some(Mark::Word(Fit::Undecided))),
            ("Х", Some(Mark::Word(Fit::Undecided))),
            ("nei", Some(Mark::Word(Fit::No))),
            ("4", Some(Mark::Number(4.0))),
            ("1%", Some(Mark::Number(1.0))),
            ("2.5", Some(Mark::Number(2.5))),
            ("Retail", None),
            ("1-10", None),
            ("P4", None),
            ("inf", None),
        ] {
            assert_eq!(Mark::of(text), expected, "{text:?}");
        }
    }
}
