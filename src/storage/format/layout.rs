//! A serde serializer for RON in a fixed layout: the same value always gives the same bytes.
//!
//! Structs whose names are listed as blocks have a line per field; every other struct is on one line. A list within a
//! block has a line per element, a list within a line is on that line. The `ron` crate's own serializer isn't used: it
//! escapes apostrophes and emoji, by tables that change with the compiler.

use std::fmt::{self, Display, Write as _};

use ron::error::{Error, Result};
use serde::ser::{Impossible, Serialize, SerializeSeq, SerializeStruct, SerializeTuple, Serializer};

/// Writes a value; `blocks` are the names of the structs that have a line per field.
pub(super) fn to_string(value: &impl Serialize, blocks: &[&str], capacity: usize) -> Result<String> {
    let mut layout = Layout { out: String::with_capacity(capacity), blocks, depth: 0, is_line: false };
    value.serialize(&mut layout)?;
    layout.out.push('\n');
    Ok(layout.out)
}

struct Layout<'a> {
    out: String,
    blocks: &'a [&'a str],
    /// Levels of indentation, two spaces each.
    depth: usize,
    /// Within a struct that is on one line.
    is_line: bool,
}

impl Layout<'_> {
    fn indent(&mut self) {
        (0..self.depth).for_each(|_| self.out.push_str("  "));
    }

    /// A plain number or name.
    fn plain(&mut self, value: impl Display) -> Result<()> {
        Ok(write!(self.out, "{value}")?)
    }
}

/// A struct or list that is being written.
struct Compound<'a, 'b> {
    layout: &'a mut Layout<'b>,
    is_line: bool,
    /// Whether what is around it is on one line.
    was_line: bool,
    is_first: bool,
    close: char,
}

impl<'a, 'b> Compound<'a, 'b> {
    fn open(layout: &'a mut Layout<'b>, is_line: bool, [open, close]: [char; 2]) -> Self {
        layout.out.push(open);
        let was_line = std::mem::replace(&mut layout.is_line, is_line);
        layout.depth += 1;
        Self { layout, is_line, was_line, is_first: true, close }
    }

    /// What stands before an element or a field.
    fn begin(&mut self) {
        let is_first = std::mem::take(&mut self.is_first);
        match (self.is_line, is_first) {
            (true, true) => {}
            (true, false) => self.layout.out.push_str(", "),
            (false, _) => {
                self.layout.out.push_str(if is_first { "\n" } else { ",\n" });
                self.layout.indent();
            }
        }
    }

    fn close(self) {
        self.layout.depth -= 1;
        self.layout.is_line = self.was_line;
        if !self.is_line && !self.is_first {
            self.layout.out.push_str(",\n");
            self.layout.indent();
        }
        self.layout.out.push(self.close);
    }
}

impl SerializeStruct for Compound<'_, '_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, name: &'static str, value: &T) -> Result<()> {
        self.begin();
        self.layout.out.push_str(name);
        self.layout.out.push_str(": ");
        value.serialize(&mut *self.layout)
    }

    fn end(self) -> Result<()> {
        self.close();
        Ok(())
    }
}

impl SerializeSeq for Compound<'_, '_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        self.begin();
        value.serialize(&mut *self.layout)
    }

    fn end(self) -> Result<()> {
        self.close();
        Ok(())
    }
}

impl SerializeTuple for Compound<'_, '_> {
    type Ok = ();
    type Error = Error;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<()> {
        SerializeSeq::serialize_element(self, value)
    }

    fn end(self) -> Result<()> {
        SerializeSeq::end(self)
    }
}

/// The methods that write a number or a truth value as Rust displays it.
macro_rules! plain {
    ($($method:ident: $number:ty),*) => {
        $(fn $method(self, value: $number) -> Result<()> {
            self.plain(value)
        })*
    };
}

/// Kinds of values that a file has none of.
fn unsupported<T>(kind: &str) -> Result<T> {
    Err(Error::Message(format!("the layout has no {kind}")))
}

impl<'a, 'b> Serializer for &'a mut Layout<'b> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Compound<'a, 'b>;
    type SerializeTuple = Compound<'a, 'b>;
    type SerializeTupleStruct = Impossible<(), Error>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Impossible<(), Error>;
    type SerializeStruct = Compound<'a, 'b>;
    type SerializeStructVariant = Impossible<(), Error>;

    plain!(serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32, serialize_i64: i64);
    plain!(serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64);

    fn serialize_f32(self, value: f32) -> Result<()> {
        self.serialize_f64(value.into())
    }

    /// The shortest that reads back to the bit.
    fn serialize_f64(self, value: f64) -> Result<()> {
        Ok(write!(self.out, "{value:?}")?)
    }

    fn serialize_char(self, value: char) -> Result<()> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<()> {
        self.out.push('"');
        Escaped(&mut self.out).write_str(value)?;
        self.out.push('"');
        Ok(())
    }

    fn collect_str<T: Display + ?Sized>(self, value: &T) -> Result<()> {
        self.out.push('"');
        write!(Escaped(&mut self.out), "{value}")?;
        self.out.push('"');
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<()> {
        unsupported("bytes")
    }

    fn serialize_none(self) -> Result<()> {
        self.plain("None")
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<()> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<()> {
        self.plain("()")
    }

    fn serialize_unit_struct(self, name: &'static str) -> Result<()> {
        self.plain(name)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, variant: &'static str) -> Result<()> {
        self.out.push_str(variant);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Result<()> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<()> {
        self.out.push_str(variant);
        self.out.push('(');
        value.serialize(&mut *self)?;
        self.out.push(')');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Compound<'a, 'b>> {
        let is_line = self.is_line;
        Ok(Compound::open(self, is_line, ['[', ']']))
    }

    fn serialize_tuple(self, _: usize) -> Result<Compound<'a, 'b>> {
        Ok(Compound::open(self, true, ['(', ')']))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Impossible<(), Error>> {
        unsupported("tuple structs")
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Error>> {
        unsupported("tuple variants")
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Impossible<(), Error>> {
        unsupported("maps")
    }

    fn serialize_struct(self, name: &'static str, _: usize) -> Result<Compound<'a, 'b>> {
        let is_line = self.is_line || !self.blocks.contains(&name);
        Ok(Compound::open(self, is_line, ['(', ')']))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Impossible<(), Error>> {
        unsupported("struct variants")
    }
}

/// Text within quotation marks. Only what can't be seen or would break the line is escaped.
struct Escaped<'a>(&'a mut String);

impl fmt::Write for Escaped<'_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        // Most texts, and every id.
        if text.bytes().all(|byte| matches!(byte, b' '..=b'~') && byte != b'"' && byte != b'\\') {
            self.0.push_str(text);
            return Ok(());
        }
        let mut from = 0;
        for (at, c) in text.char_indices() {
            let escape = match c {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                c if is_unseen(c) => "",
                _ => continue,
            };
            self.0.push_str(&text[from..at]);
            from = at + c.len_utf8();
            if escape.is_empty() {
                write!(self.0, "\\u{{{:x}}}", u32::from(c))?;
            } else {
                self.0.push_str(escape);
            }
        }
        self.0.push_str(&text[from..]);
        Ok(())
    }
}

/// Control characters, marks that turn the direction of text, line ends other than a newline, and the byte order mark.
/// The list is fixed here, so that it doesn't change with the compiler's tables.
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\0'..='\x1F' | '\x7F'..='\u{9F}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::to_string;

    #[derive(Serialize)]
    struct Outer {
        text: &'static str,
        none: Vec<u8>,
        rows: Vec<Row>,
    }

    #[derive(Serialize)]
    struct Row {
        number: f64,
        list: Vec<Choice>,
        inner: Option<Box<Row>>,
    }

    #[derive(Serialize)]
    enum Choice {
        Plain,
        Text(&'static str),
    }

    #[test]
    fn blocks_have_lines_and_the_rest_is_on_one() {
        let row = |number, list, inner| Row { number, list, inner };
        let value = Outer {
            text: "“quoted” \"\\\n\u{202E}👍'",
            none: Vec::new(),
            rows: vec![
                row(0.1 + 0.2, vec![Choice::Plain, Choice::Text("x\t")], None),
                row(1e30, Vec::new(), Some(row(-0.0, Vec::new(), None).into())),
            ],
        };
        let lines = r#"(
  text: "“quoted” \"\\\n\u{202e}👍'",
  none: [],
  rows: [
    (number: 0.30000000000000004, list: [Plain, Text("x\t")], inner: None),
    (number: 1e30, list: [], inner: (number: -0.0, list: [], inner: None)),
  ],
)
"#;
        assert_eq!(to_string(&value, &["Outer"], 0).expect("no maps"), lines);
        let blocks = to_string(&value, &["Outer", "Row"], 0).expect("no maps");
        assert!(
            blocks.contains("    (\n      number: 0.30000000000000004,\n      list: [\n        Plain,\n"),
            "{blocks}"
        );
        let line = to_string(&value, &[], 0).expect("no maps");
        assert_eq!(line.lines().count(), 1, "{line}");
    }

    #[test]
    fn what_the_format_has_none_of_is_refused() {
        let map: std::collections::BTreeMap<u8, u8> = [(1, 2)].into();
        assert!(to_string(&map, &[], 0).is_err());
    }
}
