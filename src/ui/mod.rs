//! The window's contents.
