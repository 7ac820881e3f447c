//! Names of fields.

use std::fmt;

/// A field's name in files, JSON and commands, and the key of its name in the text catalogue: `close_rate` and
/// `field-close-rate`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldName {
    pub name: &'static str,
    pub key: &'static str,
}

impl fmt::Display for FieldName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// The text key of a field's name as bytes: `field-` and the name with dashes.
pub const fn key_of<const N: usize>(name: &str) -> [u8; N] {
    let (prefix, mut key, mut at) = (b"field-", [0; N], 0);
    while at < N {
        key[at] = if at < prefix.len() { prefix[at] } else { name.as_bytes()[at - prefix.len()] };
        if key[at] == b'_' {
            key[at] = b'-';
        }
        at += 1;
    }
    key
}

/// A [`FieldName`] from a literal.
macro_rules! field_name {
    ($name:literal) => {{
        const KEY: [u8; $name.len() + 6] = $crate::project::field::key_of($name);
        const TEXT: &str = match std::str::from_utf8(&KEY) {
            Ok(key) => key,
            Err(_) => $name,
        };
        $crate::project::field::FieldName { name: $name, key: TEXT }
    }};
}

pub(crate) use field_name;
