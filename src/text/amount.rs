//! Amounts as people type and paste them, by a closed grammar: all else is refused with the reason.
//!
//! ```text
//! amount   = one [("–" | "—" | "-" | ".." | "to" | "til") one]
//! one      = {sign | currency} number ["e" exponent] [",-"] {scale | currency | "%"}
//! number   = digits grouped in threes by spaces, or by the mark that isn't the decimal mark, and decimals
//! scale    = "k" | "tusen" | "thousand" | "M" | "mill" | "million" | "mrd" | "milliard" | "bn" …
//! currency = "kr" | an ISO 4217 code | "$" | "€" | "£" | "¥" | the project's own | "MNOK" | "TNOK"
//! ```
//!
//! A comma or a point is the decimal mark where only that gives a number. One alone before exactly three digits is
//! ambiguous: it is read as the language writes numbers, and the answer says how.

use crate::project::Message;

use super::{Language, Text};

/// What a text was read as.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount {
    /// The number, or the lower end of a range.
    pub low: f64,
    /// The upper end of a range, at least `low`.
    pub high: Option<f64>,
    /// A percent sign stood by it; the number is as written: 40 for 40 %.
    pub is_percent: bool,
    /// How it was read, where it could be read in another way.
    pub read_as: Option<Message>,
}

impl Amount {
    /// The number, where no range is wanted.
    pub fn single(&self) -> Result<f64, Message> {
        if self.high.is_some() { Err(Message::new("amount-no-range")) } else { Ok(self.low) }
    }
}

/// Words and signs of money that any project understands, in lower case.
const CURRENCIES: [&str; 22] = [
    "kr", "nok", "sek", "dkk", "isk", "eur", "euro", "usd", "dollar", "gbp", "chf", "pln", "czk", "huf", "jpy", "cad",
    "aud", "inr", "cny", "nzd", "sgd", "zar",
];
const SIGNS: [char; 4] = ['$', '€', '£', '¥'];

/// One number with what stands by it.
struct One {
    /// Digits with a point, as Rust reads them.
    plain: String,
    negative: bool,
    /// The power of ten that was typed after `e`.
    exponent: i32,
    /// The power of ten of a word as `mill`.
    scale: Option<i32>,
    is_percent: bool,
    is_ambiguous: bool,
}

impl One {
    fn value(&self, scale: Option<i32>) -> Result<f64, Message> {
        let exponent = self.exponent + scale.unwrap_or_default();
        let size: f64 = format!("{}e{exponent}", self.plain).parse().unwrap_or(f64::INFINITY);
        if !size.is_finite() {
            return Err(Message::new("amount-too-large"));
        }
        Ok(if self.negative { -size } else { size })
    }
}

impl Text {
    /// Reads an amount. `currency` is the project's own, which may be any text.
    pub fn parse_amount(&self, typed: &str, currency: &str) -> Result<Amount, Message> {
        let typed = plain_spaces(typed);
        let parser = Parser { language: self.language, currency: currency.trim() };
        let (first, rest) = parser.one(&typed)?;
        let Some(rest) = range_mark(rest) else {
            if let Some(odd) = rest.chars().next() {
                return Err(not_understood(rest, odd));
            }
            let low = first.value(first.scale)?;
            let read_as = first.is_ambiguous.then(|| read_as(&typed, low, None));
            return Ok(Amount { low, high: None, is_percent: first.is_percent, read_as });
        };
        let (second, rest) = parser.one(rest)?;
        if range_mark(rest).is_some() {
            return Err(Message::new("amount-three-numbers"));
        }
        if let Some(odd) = rest.chars().next() {
            return Err(not_understood(rest, odd));
        }
        // In “2–3 mill” both are millions.
        let inherits = first.scale.is_none() && second.scale.is_some();
        let low = first.value(first.scale.or(second.scale))?;
        let high = second.value(second.scale)?;
        if low > high {
            return Err(Message::new("amount-range-order").with("low", low).with("high", high));
        }
        let is_ambiguous = inherits || first.is_ambiguous || second.is_ambiguous;
        Ok(Amount {
            low,
            high: Some(high),
            is_percent: first.is_percent || second.is_percent,
            read_as: is_ambiguous.then(|| read_as(&typed, low, Some(high))),
        })
    }

    /// Reads one number, as [`Text::parse_amount`] does.
    pub fn parse_number(&self, typed: &str) -> Option<f64> {
        self.parse_amount(typed, "").and_then(|amount| amount.single()).ok()
    }
}

fn read_as(typed: &str, low: f64, high: Option<f64>) -> Message {
    match high {
        None => Message::new("amount-read-as").with("typed", typed).with("number", low),
        Some(high) => Message::new("amount-read-as-range").with("typed", typed).with("low", low).with("high", high),
    }
}

fn not_understood(rest: &str, odd: char) -> Message {
    let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).take(20).collect();
    Message::new("amount-not-understood").with("word", if word.is_empty() { odd.to_string() } else { word })
}

/// All white space as plain spaces, none around; characters without width left out.
fn plain_spaces(typed: &str) -> String {
    let visible = typed.chars().filter(|c| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}'));
    let spaced: String = visible.map(|c| if c.is_whitespace() { ' ' } else { c }).collect();
    spaced.trim().to_owned()
}

/// Text behind the mark of a range.
fn range_mark(text: &str) -> Option<&str> {
    ["–", "—", "-", "−", "…", "..", "to ", "til "].iter().find_map(|mark| text.strip_prefix(mark)).map(str::trim_start)
}

struct Parser<'a> {
    language: Language,
    currency: &'a str,
}

impl Parser<'_> {
    /// One number, and the text behind it.
    fn one<'t>(&self, text: &'t str) -> Result<(One, &'t str), Message> {
        let mut rest = text;
        let mut sign = None;
        let mut has_currency = false;
        let mut scale = None;
        loop {
            rest = rest.trim_start();
            if let Some(after) = rest.strip_prefix(['-', '−', '+'])
                && sign.is_none()
            {
                sign = Some(!rest.starts_with('+'));
                rest = after;
            } else if let Some((after, power)) = self.currency(rest)
                && !has_currency
            {
                has_currency = true;
                scale = power;
                rest = after;
            } else {
                break;
            }
        }
        let length = number_length(rest);
        if length == 0 {
            return Err(match rest.chars().next() {
                Some(odd) => not_understood(rest, odd),
                None => Message::new("amount-no-number"),
            });
        }
        let (plain, is_ambiguous) = self.plain(&rest[..length])?;
        rest = &rest[length..];
        let mut exponent = 0;
        if let Some((after, power)) = exponent_of(rest) {
            if rest.len() == after.len() || plain.len() != length {
                return Err(not_understood(rest, 'e'));
            }
            exponent = power;
            rest = after;
        }
        if let Some(after) = [",-", ",–", ",—", ".-"].iter().find_map(|mark| rest.strip_prefix(mark)) {
            rest = after;
        }
        let mut is_percent = false;
        loop {
            rest = rest.trim_start();
            if let Some((after, power)) = self.scale(rest)
                && scale.is_none()
            {
                scale = Some(power);
                rest = after;
            } else if let Some((after, power)) = self.currency(rest)
                && !has_currency
                && !is_percent
                && (power.is_none() || scale.is_none())
            {
                has_currency = true;
                scale = scale.or(power);
                rest = after;
            } else if let Some(after) = percent(rest)
                && !is_percent
                && !has_currency
                && scale.is_none()
            {
                is_percent = true;
                rest = after;
            } else {
                break;
            }
        }
        let negative = sign == Some(true);
        Ok((One { plain, negative, exponent, scale, is_percent, is_ambiguous }, rest))
    }

    /// The digits with a point for the decimal mark, and whether another reading is as likely.
    fn plain(&self, raw: &str) -> Result<(String, bool), Message> {
        let grouping = || Message::new("amount-grouping").with("number", raw);
        let marks: Vec<(usize, char)> = raw.char_indices().filter(|(_, c)| matches!(c, ',' | '.')).collect();
        let spaced = raw.contains(' ');
        let mut is_ambiguous = false;
        let (decimal_at, group) = match marks.as_slice() {
            [] => (None, ' '),
            [(at, _)] if spaced => (Some(*at), ' '),
            [(at, mark)] => {
                let (whole, decimals) = (&raw[..*at], &raw[at + 1..]);
                if decimals.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0') {
                    let english = self.language == Language::English;
                    let groups = *mark == if english { ',' } else { '.' };
                    is_ambiguous = !(english && groups);
                    if groups { (None, *mark) } else { (Some(*at), ' ') }
                } else {
                    (Some(*at), ' ')
                }
            }
            [(_, first), .., (at, last)] => {
                let groups = if first == last { &marks[..] } else { &marks[..marks.len() - 1] };
                if spaced || groups.iter().any(|(_, mark)| mark != first) {
                    return Err(grouping());
                }
                ((first != last).then_some(*at), *first)
            }
        };
        let whole = &raw[..decimal_at.unwrap_or(raw.len())];
        let decimals = decimal_at.map_or("", |at| &raw[at + 1..]);
        let groups: Vec<&str> = whole.split(group).collect();
        let is_grouped = match groups.as_slice() {
            [_] => true,
            [first, others @ ..] => (1..=3).contains(&first.len()) && others.iter().all(|group| group.len() == 3),
            [] => false,
        };
        let digits = groups.concat();
        if !is_grouped || !(digits.clone() + decimals).bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(grouping());
        }
        let digits = if digits.is_empty() { "0" } else { &digits };
        Ok((if decimals.is_empty() { digits.to_owned() } else { format!("{digits}.{decimals}") }, is_ambiguous))
    }

    /// Text behind a currency, and the power of ten in it, as in MNOK.
    fn currency<'t>(&self, text: &'t str) -> Option<(&'t str, Option<i32>)> {
        if !self.currency.is_empty()
            && let Some(rest) = text.strip_prefix(self.currency)
            && !(self.currency.ends_with(char::is_alphabetic) && rest.starts_with(char::is_alphabetic))
        {
            return Some((rest, None));
        }
        if let Some(rest) = text.strip_prefix(SIGNS) {
            return Some((rest, None));
        }
        let (word, rest) = word(text)?;
        match word.as_str() {
            "mnok" => Some((rest, Some(6))),
            "tnok" | "knok" => Some((rest, Some(3))),
            code => CURRENCIES.contains(&code).then_some((rest, None)),
        }
    }

    /// Text behind a word for a power of ten, and the power.
    fn scale<'t>(&self, text: &'t str) -> Option<(&'t str, i32)> {
        let (word, rest) = word(text)?;
        let power = match word.as_str() {
            "k" | "tusen" | "thousand" => 3,
            // A small m is no million.
            "m" if text.starts_with('M') => 6,
            "mill" | "mio" | "million" | "millions" | "millioner" => 6,
            "mrd" | "milliard" | "milliarder" | "bn" => 9,
            "billion" if self.language == Language::English => 9,
            "billion" | "billioner" => 12,
            _ => return None,
        };
        Some((rest, power))
    }
}

/// The word at the start in lower case, and the text behind it and the point that ends it.
fn word(text: &str) -> Option<(String, &str)> {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let rest = &text[end..];
    let rest = rest.strip_prefix('.').filter(|after| !after.starts_with('.')).unwrap_or(rest);
    (end > 0).then(|| (text[..end].to_lowercase(), rest))
}

fn percent(text: &str) -> Option<&str> {
    text.strip_prefix('%').or_else(|| {
        let (word, rest) = word(text)?;
        matches!(word.as_str(), "prosent" | "percent" | "pct").then_some(rest)
    })
}

/// Bytes of digits, and of the marks and single spaces that a digit follows.
fn number_length(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut at = 0;
    while is_digit(at)
        || (matches!(bytes.get(at), Some(b',' | b'.')) || at > 0 && bytes.get(at) == Some(&b' ')) && is_digit(at + 1)
    {
        at += 1;
    }
    at
}

/// Text behind `e6` or `E+06`, and the power of ten.
fn exponent_of(text: &str) -> Option<(&str, i32)> {
    let rest = text.strip_prefix(['e', 'E'])?;
    let (negative, digits) = match rest.strip_prefix(['-', '−']) {
        Some(digits) => (true, digits),
        None => (false, rest.strip_prefix('+').unwrap_or(rest)),
    };
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    let power: i32 = digits[..end].parse().ok().filter(|_| end <= 3)?;
    Some((&digits[end..], if negative { -power } else { power }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn texts() -> [Text; 2] {
        Language::ALL.map(Text::new)
    }

    /// What it is read as: a number, a range, or the key of the reason why not.
    fn read(text: &Text, typed: &str) -> String {
        match text.parse_amount(typed, "NOK") {
            Ok(Amount { low, high: None, .. }) => low.to_string(),
            Ok(Amount { low, high: Some(high), .. }) => format!("{low} to {high}"),
            Err(reason) => reason.key.to_owned(),
        }
    }

    #[test]
    fn typed_amounts_are_understood_or_refused() {
        let [en, nb] = texts();
        for (typed, expected) in [
            ("kr. 500", "500"),
            ("kr 1 500,-", "1500"),
            ("kr 1 500", "1500"),
            ("100,-", "100"),
            ("100,–", "100"),
            ("10k", "10000"),
            ("5 k", "5000"),
            ("1.2M", "1200000"),
            ("2,5 mill", "2500000"),
            ("2,5 mill. kr", "2500000"),
            ("MNOK 2,5", "2500000"),
            ("1e6", "1000000"),
            ("1e3", "1000"),
            ("1.5E+06", "1500000"),
            ("10–20", "10 to 20"),
            ("10-20", "10 to 20"),
            ("10 til 20 kr", "10 to 20"),
            ("10 to 20", "10 to 20"),
            ("10k–20k", "10000 to 20000"),
            ("2–3 mill", "2000000 to 3000000"),
            ("100,- – 200,-", "100 to 200"),
            ("250 000 – 750 000 kr", "250000 to 750000"),
            ("350t", "amount-not-understood"),
            ("1abc", "amount-not-understood"),
            ("1 234,50", "1234.5"),
            ("1\u{a0}234,50", "1234.5"),
            ("1\u{202f}234,50\u{200b}", "1234.5"),
            ("12.50", "12.5"),
            ("12,50", "12.5"),
            ("1,234.50", "1234.5"),
            ("1.234,50", "1234.5"),
            ("1,234,567", "1234567"),
            ("1.234.567", "1234567"),
            ("0,125", "0.125"),
            (",5", "0.5"),
            ("-3", "-3"),
            ("−€12", "-12"),
            ("NOK −12", "-12"),
            ("$ 5", "5"),
            ("5 USD", "5"),
            ("40 %", "40"),
            ("", "amount-no-number"),
            ("kr", "amount-no-number"),
            ("abc", "amount-not-understood"),
            ("hello 5", "amount-not-understood"),
            ("ca. 500", "amount-not-understood"),
            ("5 m", "amount-not-understood"),
            ("1 2", "amount-grouping"),
            ("12 34 567", "amount-grouping"),
            ("1,2,3", "amount-grouping"),
            ("1.234,567.8", "amount-grouping"),
            ("1 234e3", "amount-not-understood"),
            ("5.", "amount-not-understood"),
            ("20–10", "amount-range-order"),
            ("2026-11-28", "amount-three-numbers"),
            ("kr 5 kr", "amount-not-understood"),
            ("5 % kr", "amount-not-understood"),
            ("--5", "amount-not-understood"),
            ("1e999", "amount-too-large"),
            ("٥", "amount-not-understood"),
        ] {
            for text in [&en, &nb] {
                assert_eq!(read(text, typed), expected, "{typed} in {:?}", text.language);
            }
        }
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_said() {
        let [en, nb] = texts();
        for (typed, english, norwegian) in [
            ("1,234", (1234.0, false), (1.234, true)),
            ("1.500", (1.5, true), (1500.0, true)),
            ("30.000 kr", (30.0, true), (30_000.0, true)),
            ("0.500", (0.5, false), (0.5, false)),
            ("1 500", (1500.0, false), (1500.0, false)),
            ("1.5", (1.5, false), (1.5, false)),
        ] {
            for (text, expected) in [(&en, english), (&nb, norwegian)] {
                let amount = text.parse_amount(typed, "").expect("understood");
                assert_eq!((amount.low, amount.read_as.is_some()), expected, "{typed} in {:?}", text.language);
            }
        }
        let amount = nb.parse_amount("1.500", "").expect("understood");
        assert_eq!(nb.say(&amount.read_as.expect("said")), "1.500 er lest som 1\u{a0}500");
        assert!(nb.parse_amount("10–20k", "").expect("understood").read_as.is_some());
    }

    #[test]
    fn any_currency_of_a_project() {
        let [en, _] = texts();
        for typed in ["12 Møller", "Møller 12", "12Møller"] {
            assert_eq!(en.parse_amount(typed, "Møller").map(|amount| amount.low), Ok(12.0), "{typed}");
            assert!(en.parse_amount(typed, "NOK").is_err(), "{typed}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(value in -1e9_f64..1e9, small in -100.0_f64..100.0, norwegian: bool) {
            let [en, nb] = texts();
            let text = if norwegian { nb } else { en };
            let cents = (value * 100.0).round() / 100.0;
            let read = |written: String| text.parse_amount(&written, "NOK").map(|amount| amount.low).ok();
            for currency in ["NOK", "EUR", "USD"] {
                prop_assert_eq!(read(text.money_exact(cents, currency, 2)), Some(cents));
            }
            prop_assert_eq!(read(text.number(cents, 2)), Some(cents));
            prop_assert_eq!(read(text.number(value.round(), 0)), Some(value.round()));
            let short: f64 = format!("{small:.3}").parse().expect("a number");
            prop_assert_eq!(read(text.number(short, 3)), Some(short));
            // A percentage is written as its figure; the share times 100 can be another number than `short`.
            prop_assert_eq!(read(text.figure(short / 100.0 * 100.0)), read(text.percent(short / 100.0)));
        }

        #[test]
        fn ranges_are_read_as_written(low in 0_u32..1_000_000, more in 0_u32..1_000_000, norwegian: bool) {
            let [en, nb] = texts();
            let text = if norwegian { nb } else { en };
            let (low, high) = (f64::from(low), f64::from(low) + f64::from(more));
            let written = format!("{}–{} kr", text.number(low, 0), text.number(high, 0));
            let read = text.parse_amount(&written, "").expect("understood");
            prop_assert_eq!((read.low, read.high, read.read_as), (low, Some(high), None));
        }

        #[test]
        fn anything_is_read_or_refused(typed in "[0-9kKmM.,eE+–%$ -]{0,14}|\\PC{0,20}") {
            for text in texts() {
                if let Ok(amount) = text.parse_amount(&typed, "kr") {
                    prop_assert!(amount.low.is_finite() && amount.high.is_none_or(|high| high >= amount.low));
                    prop_assert!(typed.contains(|c: char| c.is_ascii_digit()));
                }
            }
        }
    }
}
