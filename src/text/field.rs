//! Fields of records in words: their labels and values.

use super::Text;
use crate::project::{End, Estimate, FieldInfo, FieldName, FieldValue, Message, Shape, Unit};

impl Text {
    /// A field's name as a label or a heading: with a capital letter.
    pub fn label(&self, name: FieldName) -> String {
        let mut letters = self.get(name.key).chars();
        letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
    }

    /// A field's value as a person writes it; a dash where nothing is given.
    pub fn field(&self, field: FieldInfo, value: &FieldValue, currency: &str) -> String {
        let number = |number: Option<f64>, unit, currency| match (number, unit) {
            (None, _) => "–".to_owned(),
            (Some(share), Unit::Share) => self.percent(share),
            (Some(amount), Unit::Money) => self.money(amount, currency),
            (Some(number), _) => self.figure(number),
        };
        match (value, field.shape) {
            (FieldValue::Text(text), _) => text.to_string(),
            (FieldValue::Number(given), Shape::Number(unit, _)) => number(*given, unit, currency),
            (FieldValue::Range(Estimate { low: None, likely, high: None }), Shape::Range(unit)) => {
                number(*likely, unit, currency)
            }
            (FieldValue::Range(estimate), Shape::Range(unit)) => {
                let end = |end: End| number(end.of(estimate), unit, "");
                let message = Message::new("channels-range").with("likely", number(estimate.likely, unit, currency));
                self.say(&message.with("low", end(End::Low)).with("high", end(End::High)))
            }
            (FieldValue::Choice(Some(name)), Shape::Choice(options) | Shape::Open(options)) => {
                let place = options.names.iter().position(|one| one == name);
                place.and_then(|place| options.keys.get(place)).map_or(*name, |key| self.get(key)).to_owned()
            }
            (FieldValue::Level(Some(level)), _) => level.to_string(),
            _ => "–".to_owned(),
        }
    }
}
