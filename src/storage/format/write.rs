//! Writing: the same project always gives the same bytes.

use std::io;

use crate::project::{Project, Rows};

use super::{layout, row};

/// Writes a project file. It fails only when a row has a kind of value that the layout can't write.
pub fn write(project: &Project) -> io::Result<Vec<u8>> {
    let rows = Rows::from(project);
    let capacity = 4096 + 72 * (rows.cells.len() + rows.scores.len());
    layout::to_string(&rows, &row::BLOCKS, capacity).map(String::into_bytes).map_err(io::Error::other)
}
