//! The disk: the project file and its format, atomic writing, copies of unsaved work, settings, templates.
//!
//! Knows the project only: no language (errors carry a [`Message`](crate::project::Message)), no window. Nothing here is
//! fast enough for a frame.

pub mod crash;
mod file;
pub mod format;
mod lock;
mod places;
pub mod recovery;
mod replace;
pub mod settings;
mod template;
pub mod versions;
pub mod watch;

pub use file::{Error, Fault, Fingerprint, Opened, is_changed, open, save, save_if_unchanged, write_atomic};
pub use format::{Comments, FormatError, FormatFault, Limits, Place};
pub use places::Places;
pub use template::template;

#[cfg(test)]
mod tests;
