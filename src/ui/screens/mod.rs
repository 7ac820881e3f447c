//! One file or folder a screen, each with its own small state.

pub mod channels;
pub mod decide;
pub mod matrix;
pub mod priorities;
pub mod start;
