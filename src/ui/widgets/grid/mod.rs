//! What painted grids have in common: geometry, selection, nodes for screen readers, crisp lines.

pub mod layout;
pub mod paint;
pub mod selection;
pub mod tree;

pub use layout::{AddRoom, Layout, Room, Wanted};
pub use selection::{Direction, Reach, Selection, Size, Spot};
