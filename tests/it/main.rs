//! What is seen from outside, in one binary.

mod domain;
mod tidy;
