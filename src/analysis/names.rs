//! Names that findings call things by.

use crate::project::{Axis, CellKey, Message, Project, Segment, Value};

/// A cell by the names of its segments.
pub fn cell_name(project: &Project, key: CellKey) -> Message {
    let name = |axis, id| match project.matrix.find(axis, id) {
        Some((_, Segment { name, .. })) if !name.trim().is_empty() => Value::from(&**name),
        _ => Message::new("unnamed").into(),
    };
    Message::new("cell-name")
        .with("product", name(Axis::Product, key.product))
        .with("customer", name(Axis::Customer, key.customer))
}
