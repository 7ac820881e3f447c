//! Why an export failed.

use thiserror::Error;

use crate::figure;
use crate::project::Message;

/// An export failed. No content of a project causes it.
#[derive(Debug, Error)]
pub enum Error {
    #[error(transparent)]
    Csv(#[from] ::csv::Error),
    #[error(transparent)]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
    #[error(transparent)]
    Png(#[from] figure::png::Error),
    #[error("there is no picture of it")]
    NoPicture,
}

impl Error {
    pub fn message(&self) -> Message {
        Message::new("export-failed").with("reason", self.to_string())
    }
}
