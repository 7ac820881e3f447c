//! What is said of the project as a whole.

use super::document::{Block, Table};
use super::rows::Rows;
use super::source::Source;

/// The project's own fields, as a record.
pub(super) fn blocks(source: &Source) -> Vec<Block> {
    let all = [source.project];
    let fields = Rows::new("about", "report-about", &all, source.text).fields(|project| *project);
    vec![Table { is_record: true, ..fields.table }.into()]
}
