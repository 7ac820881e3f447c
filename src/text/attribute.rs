//! Attributes of customer segments in words, and what is typed for them.

use crate::project::{
    Attribute, AttributeKey, AttributeKind, Estimate, Fault, FieldValue, Message, Options, Project, SegmentId, Shape,
    Unit,
};

use super::Text;

/// What a range is written with between its ends.
const DASHES: [char; 2] = ['–', '—'];

impl Text {
    /// An attribute's name, with a capital letter.
    pub fn attribute_name(&self, project: &Project, key: AttributeKey) -> String {
        match (key, key.field()) {
            (AttributeKey::Own(id), _) => {
                project.market.attribute(id).map_or_else(String::new, |(_, own)| self.value(&own.shown_name()))
            }
            (_, Some(field)) => self.label(field.name),
            (_, None) => String::new(),
        }
    }

    /// The unit behind its name: the currency, or the ends of a scale.
    pub fn attribute_unit(&self, project: &Project, key: AttributeKey) -> String {
        let shape = key.field().map(|field| field.shape);
        match shape {
            Some(Shape::Number(Unit::Money, _) | Shape::Range(Unit::Money)) => {
                self.currency_symbol(&project.currency).to_owned()
            }
            Some(Shape::Number(Unit::Share, _) | Shape::Range(Unit::Share)) => "%".to_owned(),
            _ if is_level(project, key) => format!("1–{}", Attribute::HIGHEST),
            _ => String::new(),
        }
    }

    /// Whether its values are numbers.
    pub fn attribute_is_number(&self, project: &Project, key: AttributeKey) -> bool {
        match key {
            AttributeKey::Own(_) => {
                own(project, key).is_some_and(|own| matches!(own.kind, AttributeKind::Number | AttributeKind::Scale))
            }
            _ => key
                .field()
                .is_some_and(|field| matches!(field.shape, Shape::Number(..) | Shape::Range(_) | Shape::Level(..))),
        }
    }

    /// Its value for a segment as it is shown; empty where nothing is given.
    pub fn attribute(&self, project: &Project, key: AttributeKey, customer: SegmentId) -> String {
        match (key.value(project, customer), key.field()) {
            (Some(FieldValue::Number(Some(number))), _) => self.figure(number),
            (Some(value), Some(field)) => self.field(field, &value, ""),
            (Some(FieldValue::Text(text)), None) => text.to_string(),
            (Some(FieldValue::Level(Some(level))), None) => level.to_string(),
            _ => String::new(),
        }
    }

    /// Its value as it is typed: numbers with all their decimals, a range with its ends.
    pub fn attribute_written(&self, project: &Project, key: AttributeKey, customer: SegmentId) -> String {
        match key.value(project, customer) {
            Some(FieldValue::Number(Some(number))) => self.exact(number),
            Some(FieldValue::Range(estimate)) => self.range_written(estimate),
            _ => self.attribute(project, key, customer),
        }
    }

    /// What can be chosen, in order; empty for attributes of other kinds.
    pub fn attribute_choices(&self, project: &Project, key: AttributeKey) -> Vec<String> {
        match key.field().map(|field| field.shape) {
            Some(Shape::Choice(options)) => options.keys.iter().map(|key| self.get(key).to_owned()).collect(),
            None => own(project, key)
                .filter(|own| own.kind == AttributeKind::Choice)
                .map_or_else(Vec::new, |own| own.choices.iter().map(ToString::to_string).collect()),
            Some(_) => Vec::new(),
        }
    }

    /// Reads what was typed for an attribute; nothing typed takes the value back. Choices are read in any case, and by
    /// their names in files too.
    pub fn read_attribute(&self, project: &Project, key: AttributeKey, typed: &str) -> Result<FieldValue, Message> {
        let typed = typed.trim();
        match (key.field(), own(project, key)) {
            (Some(field), _) => match field.shape {
                Shape::Text | Shape::Open(_) => Ok(typed.into()),
                Shape::Number(unit, _) => {
                    let number = self.read_number(project, typed)?;
                    number.map_or(Ok(()), |number| unit.check(field.name, number)).map_err(Fault::message)?;
                    Ok(number.into())
                }
                Shape::Range(_) => self.read_range(project, typed).map(FieldValue::Range),
                Shape::Level(low, high) => self.read_level(typed, low, high),
                Shape::Choice(options) => self.read_option(options, typed),
            },
            (None, Some(own)) => match own.kind {
                AttributeKind::Text => Ok(typed.into()),
                AttributeKind::Number => self.read_number(project, typed).map(FieldValue::Number),
                AttributeKind::Scale => self.read_level(typed, 1, Attribute::HIGHEST),
                AttributeKind::Choice => {
                    let chosen = own.choices.iter().find(|choice| same(choice, typed)).cloned();
                    match chosen {
                        Some(choice) => Ok(choice.into()),
                        None if typed.is_empty() => Ok("".into()),
                        None => Err(not_a_choice(typed, own.choices.iter().map(ToString::to_string))),
                    }
                }
            },
            (None, None) => Ok("".into()),
        }
    }

    fn read_number(&self, project: &Project, typed: &str) -> Result<Option<f64>, Message> {
        if typed.is_empty() {
            return Ok(None);
        }
        self.parse_amount(typed, &project.currency)?.single().map(Some)
    }

    /// One number is the likely one, two are low and high, three all; a part that is left out isn't given.
    fn read_range(&self, project: &Project, typed: &str) -> Result<Estimate, Message> {
        let parts: Vec<&str> = typed.split(DASHES).map(str::trim).collect();
        if let [low, likely, high] = parts[..] {
            let number = |part| self.read_number(project, part);
            return Ok(Estimate { low: number(low)?, likely: number(likely)?, high: number(high)? });
        }
        if typed.is_empty() {
            return Ok(Estimate::default());
        }
        let amount = self.parse_amount(typed, &project.currency)?;
        Ok(match amount.high {
            Some(high) => Estimate { low: Some(amount.low), likely: None, high: Some(high) },
            None => Estimate::point(amount.low),
        })
    }

    fn range_written(&self, estimate: Estimate) -> String {
        let number = |number: Option<f64>| number.map_or_else(String::new, |number| self.exact(number));
        match estimate {
            Estimate { low: None, likely, high: None } => number(likely),
            Estimate { low: Some(low), likely: None, high: Some(high) } => {
                format!("{}–{}", self.exact(low), self.exact(high))
            }
            Estimate { low, likely, high } => format!("{}–{}–{}", number(low), number(likely), number(high)),
        }
    }

    fn read_level(&self, typed: &str, low: u8, high: u8) -> Result<FieldValue, Message> {
        if typed.is_empty() {
            return Ok(FieldValue::Level(None));
        }
        let is_level = |number: &f64| number.fract() == 0.0 && (f64::from(low)..=f64::from(high)).contains(number);
        let level = self.parse_number(typed).filter(is_level).ok_or_else(|| {
            let message = Message::new("attribute-not-a-level").with("typed", typed);
            message.with("low", usize::from(low)).with("high", usize::from(high))
        })?;
        Ok(FieldValue::Level(Some(level as u8)))
    }

    fn read_option(&self, options: &'static Options, typed: &str) -> Result<FieldValue, Message> {
        if typed.is_empty() {
            return Ok(FieldValue::Choice(None));
        }
        let named = options.names.iter().zip(options.keys);
        let chosen = named.into_iter().find(|(name, key)| same(self.get(key), typed) || same(name, typed));
        let shown = || options.keys.iter().map(|key| self.get(key).to_owned());
        chosen.map(|(name, _)| FieldValue::Choice(Some(name))).ok_or_else(|| not_a_choice(typed, shown()))
    }

    /// A number with all its decimals, as it is typed.
    pub fn exact(&self, number: f64) -> String {
        let decimals = format!("{number}").split_once('.').map_or(0, |(_, fraction)| fraction.len());
        self.number(number, decimals.min(12))
    }
}

fn own(project: &Project, key: AttributeKey) -> Option<&Attribute> {
    let AttributeKey::Own(id) = key else { return None };
    project.market.attribute(id).map(|(_, own)| own)
}

fn is_level(project: &Project, key: AttributeKey) -> bool {
    match key {
        AttributeKey::Own(_) => own(project, key).is_some_and(|own| own.kind == AttributeKind::Scale),
        _ => key.field().is_some_and(|field| matches!(field.shape, Shape::Level(..))),
    }
}

fn same(choice: &str, typed: &str) -> bool {
    choice.to_lowercase() == typed.to_lowercase()
}

fn not_a_choice(typed: &str, choices: impl Iterator<Item = String>) -> Message {
    let choices = choices.collect::<Vec<_>>().join(", ");
    Message::new("attribute-not-a-choice").with("typed", typed).with("choices", choices)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{NeedLevel, Segment};
    use crate::text::Language;

    #[test]
    fn what_is_written_is_read_again() {
        let (mut project, customer) = (Project::default(), Segment::new("Banks"));
        let id = customer.id;
        let add = crate::project::Command::AddSegments {
            axis: crate::project::Axis::Customer,
            at: 0,
            segments: vec![customer],
        };
        add.apply(&mut project).expect("a segment");
        let cases: [(AttributeKey, FieldValue); 6] = [
            (AttributeKey::Profile("industry"), "Finance".into()),
            (AttributeKey::Profile("loyalty"), Some(4).into()),
            (AttributeKey::Profile("need_level"), NeedLevel::Conscious.into()),
            (AttributeKey::Profile("purchase_volume"), 1_234_567.5.into()),
            (AttributeKey::Profile("employees"), Estimate::range(20.0, 50.0, 1200.0).into()),
            (AttributeKey::Funnel("customers"), Estimate { low: Some(3.0), likely: None, high: Some(9.0) }.into()),
        ];
        for language in Language::ALL {
            let text = Text::new(language);
            for (key, value) in &cases {
                key.set([id], value.clone()).apply(&mut project).expect("it can be set");
                let written = text.attribute_written(&project, *key, id);
                assert_eq!(text.read_attribute(&project, *key, &written).as_ref(), Ok(value), "{written}");
            }
        }
    }

    #[test]
    fn what_makes_no_sense_is_refused_with_what_would() {
        let (project, text) = (Project::default(), Text::new(Language::English));
        let refused = |name, typed| text.read_attribute(&project, AttributeKey::Profile(name), typed).is_err();
        assert!(refused("loyalty", "6") && refused("loyalty", "2.5") && refused("need_level", "asleep"));
        assert!(refused("purchase_volume", "much") && refused("purchase_volume", "-3") && refused("employees", "9–x"));
        let read = text.read_attribute(&project, AttributeKey::Profile("need_level"), "BUYING vision");
        assert_eq!(read, Ok(NeedLevel::Vision.into()));
    }
}
