//! The languages: words from the Fluent files under `assets/locales`, numbers and money.
//!
//! Knows the project's plain data only. A [`Text`] may go to other threads.

use std::borrow::Cow;
use std::collections::HashMap;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

use crate::project::{Message, Value};

mod amount;
mod attribute;
mod field;
pub mod formula;
mod number;

pub use amount::Amount;

/// A language of the program.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum Language {
    #[default]
    English,
    /// Norwegian (bokmål).
    Norwegian,
}

impl Language {
    /// All, English first.
    pub const ALL: [Self; 2] = [Self::English, Self::Norwegian];

    /// The language's own name for itself.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Norwegian => "Norsk",
        }
    }

    /// The language of this computer, as far as we have it; otherwise English.
    pub fn of_system() -> Self {
        sys_locale::get_locale().map_or(Self::English, |locale| Self::of_locale(&locale))
    }

    /// The language's ISO 639-1 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Norwegian => "nb",
        }
    }

    /// The language for a locale as `nb_NO.UTF-8`, or `en`.
    pub fn of_locale(locale: &str) -> Self {
        let language = locale.split(['-', '_', '.']).next().unwrap_or_default();
        match language.to_ascii_lowercase().as_str() {
            "nb" | "no" | "nn" | "da" | "sv" => Self::Norwegian,
            _ => Self::English,
        }
    }

    fn id(self) -> LanguageIdentifier {
        self.code().parse().unwrap_or_default()
    }

    fn source(self) -> &'static str {
        match self {
            Self::English => include_str!("../../assets/locales/en.ftl"),
            Self::Norwegian => include_str!("../../assets/locales/nb.ftl"),
        }
    }
}

/// The keys of a catalogue: what stands before the equals sign of each line that starts with a letter.
fn keys(source: &str) -> impl Iterator<Item = &str> {
    source
        .lines()
        .filter(|line| line.starts_with(|first: char| first.is_ascii_alphabetic()))
        .filter_map(|line| line.split_once('='))
        .map(|(key, _)| key.trim_end())
}

/// The words of one language.
pub struct Text {
    language: Language,
    bundle: FluentBundle<FluentResource>,
    /// Messages without places, resolved once.
    plain: HashMap<String, String>,
}

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Text").field("language", &self.language).finish_non_exhaustive()
    }
}

impl Text {
    /// The words of that language.
    pub fn new(language: Language) -> Self {
        Self::of_source(language, language.source())
    }

    fn of_source(language: Language, source: &str) -> Self {
        // A fault in a catalogue costs the messages it is in, and a test finds it.
        let resource = FluentResource::try_new(source.to_owned()).unwrap_or_else(|(resource, errors)| {
            log::error!("{language:?} catalogue: {errors:?}");
            resource
        });
        let mut bundle = FluentBundle::new_concurrent(vec![language.id()]);
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        let mut text = Self { language, bundle, plain: HashMap::new() };
        text.plain = keys(source)
            .filter_map(|key| {
                let mut errors = Vec::new();
                let pattern = text.bundle.get_message(key)?.value()?;
                let words = text.bundle.format_pattern(pattern, None, &mut errors).into_owned();
                errors.is_empty().then(|| (key.to_owned(), words))
            })
            .collect();
        text
    }

    /// Which language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// The words of a message without places; the key itself when there is no such message.
    pub fn get<'a>(&'a self, key: &'a str) -> &'a str {
        self.plain.get(key).map_or(key, String::as_str)
    }

    /// A text without control characters but line breaks and tabs: what reaches a terminal or a file of text must not
    /// command it.
    pub fn visible(words: &str) -> Cow<'_, str> {
        let commands = |c: char| c.is_control() && !matches!(c, '\n' | '\t' | '\r');
        if words.contains(commands) {
            words.chars().map(|c| if commands(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
        } else {
            Cow::Borrowed(words)
        }
    }

    /// A name, or the words for a missing one.
    pub fn name<'a>(&'a self, name: &'a str) -> &'a str {
        if name.trim().is_empty() { self.get("unnamed") } else { name }
    }

    /// A message in words, its places filled.
    pub fn say(&self, message: &Message) -> String {
        if message.args.is_empty() {
            return self.get(message.key).to_owned();
        }
        let Some(pattern) = self.bundle.get_message(message.key).and_then(|message| message.value()) else {
            return message.key.to_owned();
        };
        let mut args = FluentArgs::new();
        for (name, value) in &message.args {
            args.set(*name, self.argument(value));
        }
        let mut errors = Vec::new();
        let words = self.bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        if !errors.is_empty() {
            log::error!("{}: {errors:?}", message.key);
        }
        words
    }

    /// A message with one place, for the common case.
    pub fn with(&self, key: &'static str, name: &'static str, value: impl Into<Value>) -> String {
        self.say(&Message::new(key).with(name, value))
    }

    /// What fills a place, in words.
    pub fn value(&self, value: &Value) -> String {
        match value {
            Value::Text(text) => text.clone(),
            Value::Count(count) => self.count(*count),
            Value::Number(number) => self.figure(*number),
            Value::Money(amount, currency) => self.money(*amount, currency),
            Value::Message(message) => self.say(message),
        }
    }

    fn argument(&self, value: &Value) -> FluentValue<'static> {
        match value {
            Value::Text(text) => text.clone().into(),
            // Numbers that pick a plural stay numbers; the bundle's formatter would not group them for us.
            Value::Count(count) if *count < 1000 => (*count as f64).into(),
            Value::Count(count) => self.count(*count).into(),
            Value::Number(number) => self.figure(*number).into(),
            Value::Money(amount, currency) => self.money(*amount, currency).into(),
            Value::Message(message) => self.say(message).into(),
        }
    }
}

#[cfg(test)]
mod tests;
