//! The language that a job speaks.

use clap::{Args, ValueEnum};

use crate::text::{Language, Text};

/// The language of messages and exports.
#[derive(Debug, Args)]
pub(super) struct Speech {
    /// The language; by default this computer's
    #[arg(long, value_enum, value_name = "LANGUAGE")]
    lang: Option<Code>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Code {
    /// English
    En,
    /// Norwegian
    Nb,
}

impl Speech {
    pub(super) fn text(&self) -> Text {
        Text::new(match self.lang {
            Some(Code::En) => Language::English,
            Some(Code::Nb) => Language::Norwegian,
            None => Language::of_system(),
        })
    }
}
