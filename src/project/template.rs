//! What a new project can start from.

/// A project to start from. The files are in `assets/templates`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Template {
    /// Nothing in it.
    Blank,
    /// The lecture's 9 × 9 matrix, its places and Prios illustrative.
    Lecture,
    /// A small company worked through, its figures illustrative.
    Example,
}

impl Template {
    /// All, the blank one first.
    pub const ALL: [Self; 3] = [Self::Blank, Self::Lecture, Self::Example];
}
