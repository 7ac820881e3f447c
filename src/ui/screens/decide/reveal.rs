//! reveal
