//! One file or folder a screen, each with its own small state.
