//! Shared by the painted grids: geometry, selection, keys, menu, accessibility nodes, pixel-aligned lines.

pub mod keys;
pub mod layout;
pub mod menu;
pub mod paint;
pub mod selection;
pub mod tree;

pub use layout::{AddRoom, Layout, Room, Wanted};
pub use menu::Menu;
pub use selection::{Direction, Selection, Size, Spot, Step};
