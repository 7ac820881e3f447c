//! Nisje.
fn main() {}
