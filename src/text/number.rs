//! Numbers and money as a language writes them.

use super::{Language, Text};

/// Between groups of three digits in Norwegian; keeps a number on one line.
const NO_BREAK_SPACE: char = '\u{a0}';
const MINUS: char = '−';

impl Language {
    fn decimal_separator(self) -> char {
        match self {
            Self::English => '.',
            Self::Norwegian => ',',
        }
    }

    fn group_separator(self) -> char {
        match self {
            Self::English => ',',
            Self::Norwegian => NO_BREAK_SPACE,
        }
    }
}

impl Text {
    /// A number with so many decimals: 1,234.50 or 1 234,50. What is not finite is written as a dash.
    pub fn number(&self, value: f64, decimals: usize) -> String {
        if !value.is_finite() {
            return "–".to_owned();
        }
        // Half a unit goes up, as people round; formatting alone would round 1234.5 to the even 1234.
        let size = if decimals == 0 { value.abs().round() } else { value.abs() };
        let plain = format!("{size:.decimals$}");
        let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
        let mut out = String::with_capacity(plain.len() + 8);
        if value < 0.0 && plain.bytes().any(|byte| (b'1'..=b'9').contains(&byte)) {
            out.push(MINUS);
        }
        for (place, digit) in whole.char_indices() {
            if place > 0 && (whole.len() - place).is_multiple_of(3) {
                out.push(self.language.group_separator());
            }
            out.push(digit);
        }
        if !fraction.is_empty() {
            out.push(self.language.decimal_separator());
            out.push_str(fraction);
        }
        out
    }

    /// A number with the decimals that it needs, to three significant digits below 100: 1,234 · 12.5 · 0.00125.
    pub fn figure(&self, value: f64) -> String {
        let size = value.abs();
        let most = if size == 0.0 || size >= 100.0 {
            usize::from(size < 1000.0 && size != 0.0) * 2
        } else {
            (2.0 - size.log10().floor()).clamp(2.0, 12.0) as usize
        };
        let plain = format!("{size:.most$}");
        let needed = plain.split_once('.').map_or(0, |(_, fraction)| fraction.trim_end_matches('0').len());
        self.number(value, needed)
    }

    /// A whole number.
    pub fn count(&self, count: usize) -> String {
        self.number(count as f64, 0)
    }

    /// A share of 1 as a percentage: 0.125 is 12.5 % (12.5% in English).
    pub fn percent(&self, share: f64) -> String {
        let number = self.figure(share * 100.0);
        match self.language {
            Language::English => format!("{number}%"),
            Language::Norwegian => format!("{number}{NO_BREAK_SPACE}%"),
        }
    }

    /// An amount of money: with two decimals below 1000 unless it is whole, otherwise without.
    pub fn money(&self, amount: f64, currency: &str) -> String {
        let size = amount.abs();
        let whole = (size - size.round()).abs() < 0.005 || size >= 1000.0;
        let small = size > 0.0 && size < 0.1;
        let number = if small { self.figure(amount) } else { self.number(amount, if whole { 0 } else { 2 }) };
        self.with_currency(&number, currency)
    }

    /// An amount with so many decimals: NOK 1,234.50 or 1 234,50 kr.
    pub fn money_exact(&self, amount: f64, currency: &str, decimals: usize) -> String {
        self.with_currency(&self.number(amount, decimals), currency)
    }

    fn with_currency(&self, number: &str, currency: &str) -> String {
        let symbol = self.currency_symbol(currency);
        if symbol.is_empty() {
            return number.to_owned();
        }
        match self.language {
            Language::Norwegian => format!("{number}{NO_BREAK_SPACE}{symbol}"),
            // A sign stands close, a code stands apart.
            Language::English if symbol.chars().any(char::is_alphanumeric) => {
                format!("{symbol}{NO_BREAK_SPACE}{number}")
            }
            Language::English => match number.strip_prefix(MINUS) {
                Some(size) => format!("{MINUS}{symbol}{size}"),
                None => format!("{symbol}{number}"),
            },
        }
    }

    /// How a currency is written: the Norwegian krone is kr in Norwegian, some others have a sign, the rest their code.
    pub fn currency_symbol<'a>(&self, currency: &'a str) -> &'a str {
        match (currency, self.language) {
            ("NOK", Language::Norwegian) => "kr",
            ("EUR", _) => "€",
            ("USD", _) => "$",
            ("GBP", _) => "£",
            _ => currency.trim(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_by_language() {
        let en = Text::new(Language::English);
        let nb = Text::new(Language::Norwegian);
        assert_eq!(en.number(1_234.5, 2), "1,234.50");
        assert_eq!(nb.number(1_234.5, 2), "1\u{a0}234,50");
        assert_eq!(nb.money_exact(1_234.5, "NOK", 2), "1\u{a0}234,50\u{a0}kr");
        assert_eq!(en.money(1_234.5, "NOK"), "NOK\u{a0}1,235");
        assert_eq!(en.money(12.5, "USD"), "$12.50");
        assert_eq!(en.money(-12.0, "EUR"), "−€12");
        assert_eq!(nb.percent(0.125), "12,5\u{a0}%");
        assert_eq!(en.figure(1_234_567.0), "1,234,567");
        assert_eq!(en.figure(0.001_25), "0.00125");
        assert_eq!(en.figure(12.5), "12.5");
        assert_eq!(en.figure(-0.0), "0");
        assert_eq!(en.number(f64::NAN, 2), "–");
    }
}
