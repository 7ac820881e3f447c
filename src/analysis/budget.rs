//! The best use of a budget: how many contacts by which channel with which customer segment, by mixed-integer linear
//! programming.
//!
//! The budget pays for contacts. Fixed costs come besides, and count in the choice: a channel is used and paid, or not.
//! Contacts are continuous. No coefficient of the constraints is negative, which makes the checks for clashes exact.

mod allocation;
mod branch;
mod clash;
mod curve;
mod goal;
mod idle;
mod outlook;
mod problem;
mod solve;
#[cfg(test)]
mod tests;
mod tornado;

pub use allocation::{Allocation, Share, Unsolved, Unspent};
pub use clash::{Clash, findings};
pub use curve::{Curve, CurvePoint};
pub use goal::{Answer, Goal, NoAnswer, Question};
pub use idle::Idle;
pub use outlook::{Answered, Asked, Inputs, Outlook, answered, outlooks};
pub use problem::{Outside, Pair, Problem, Row, Shared};
pub use tornado::tornado;
