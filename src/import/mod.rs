//! The import room.
