//! Shared by the painted grids: geometry, selection, accessibility nodes, pixel-aligned lines.

pub mod layout;
pub mod paint;
pub mod selection;
pub mod tree;

pub use layout::{AddRoom, Layout, Room, Wanted};
pub use selection::{Direction, Reach, Selection, Size, Spot};
