//! Who sells: how many people the chosen cells need, what they can do, and how customers are split over them.

pub mod need;
mod open;
pub mod size;
pub mod split;
pub mod territory;

pub use need::{Contacts, Input, Missing, Need, RoleSize, Size};
pub use open::findings;
pub use territory::{Even, Load, Problem, Territories};
