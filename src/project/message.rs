//! What is to be said, not yet in words.

use std::sync::Arc;

/// A message of the text catalogue with what fills its places.
///
/// Errors and findings say which message they are, so that the core stays free of languages.
#[derive(Debug, Clone, PartialEq)]
pub struct Message {
    /// The message's key in `assets/locales/*.ftl`.
    pub key: &'static str,
    /// What stands at the message's places, by name.
    pub args: Vec<(&'static str, Value)>,
}

/// What fills a place in a [`Message`].
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text as it is.
    Text(String),
    /// A count: grouped by the language, and it picks the plural.
    Count(usize),
    /// A number, written with the decimals that it needs.
    Number(f64),
    /// An amount in a currency.
    Money(f64, Arc<str>),
    /// Another message, put into words first.
    Message(Message),
}

impl Message {
    /// A message without places.
    pub fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// The same message with the place `name` filled.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Value {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

impl From<Message> for Value {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}
