//! Reading: from bytes to a valid project, or what is wrong and where.

use std::ops::Range;

use ron::extensions::Extensions;

use crate::project::{Project, Rows, Step};

use super::fault::{FormatError, FormatFault, quoted};
use super::scan::{self, Survey};
use super::{Comments, Contents, FORMAT, Limits};

/// Reads a project from a file's bytes.
pub fn read(bytes: &[u8], limits: &Limits) -> Result<Project, FormatError> {
    read_contents(bytes, limits).map(|contents| contents.project)
}

/// Reads a project file. Whatever the bytes are, it neither panics nor overflows the stack.
pub fn read_contents(bytes: &[u8], limits: &Limits) -> Result<Contents, FormatError> {
    if bytes.len() as u64 > limits.bytes {
        return Err(FormatFault::TooLarge(limits.bytes).into());
    }
    let source = text(bytes)?;
    let format = format(source)?;
    let Survey { too_deep, comments, first_comment } = scan::survey(source, limits.depth);
    if let Some(at) = too_deep {
        return Err(FormatError::at(FormatFault::TooDeep(limits.depth), source, at..at + 1));
    }
    let rows: Rows = ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .from_str(source)
        .map_err(|error| FormatError::of_ron(source, error, limits.depth))?;
    if format.is_none() {
        let start = source.find('(').unwrap_or(0);
        return Err(FormatError::at(FormatFault::NoFormat, source, start..start + 1));
    }
    let project = Project::try_from(rows)
        .map_err(|invalid| FormatError::at(invalid.fault.into(), source, nearest(source, &invalid.path)))?;
    let first_line = first_comment.map_or(0, |start| source[..start].matches('\n').count() + 1);
    Ok(Contents { project, comments: Comments { count: comments, first_line } })
}

/// The bytes as text, without a byte order mark.
fn text(bytes: &[u8]) -> Result<&str, FormatError> {
    if !bytes.is_empty() && bytes.iter().all(|byte| *byte == 0) {
        return Err(FormatFault::OnlyZeros.into());
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let source = std::str::from_utf8(bytes).map_err(|error| {
        let end = error.valid_up_to() + error.error_len().unwrap_or(bytes.len() - error.valid_up_to());
        let line_end = bytes[end..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |length| end + length);
        let line_end = line_end.min(end + 1000);
        // Up to the first bad byte the text is as it was, so the place is right.
        let lossy = String::from_utf8_lossy(&bytes[..line_end]);
        let bad = error.valid_up_to();
        FormatError::at(not_utf8(bytes), &lossy, bad..bad + char::REPLACEMENT_CHARACTER.len_utf8())
    })?;
    if source.trim().is_empty() { Err(FormatFault::Empty.into()) } else { Ok(source) }
}

/// The encoding of bytes that aren't UTF-8, as far as it can be told.
fn not_utf8(bytes: &[u8]) -> FormatFault {
    let is_control = |byte: &u8| *byte < b' ' && !matches!(byte, b'\t'..=b'\r');
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        FormatFault::Utf16
    } else if !bytes.iter().any(is_control) && bytes.iter().filter(|byte| !byte.is_ascii()).count() < bytes.len() / 4 {
        FormatFault::Windows1252
    } else {
        FormatFault::NotUtf8
    }
}

/// The format that the file says it has; none when it says none. It is looked at first: a file of a newer version is
/// called that, whatever else is new in it.
fn format(source: &str) -> Result<Option<u64>, FormatError> {
    let Some(range) = scan::locate(source, &[Step::Field("format")]) else { return Ok(None) };
    let written = &source[range.clone()];
    match written.parse::<u64>() {
        Ok(format) if format > u64::from(FORMAT) => Err(FormatError::at(FormatFault::Newer(format), source, range)),
        Ok(format @ 1..) => Ok(Some(format)),
        _ => Err(FormatError::at(FormatFault::BadFormat(quoted(written)), source, range)),
    }
}

/// The range of the value at the path, or of the nearest around it that the source has.
fn nearest(source: &str, path: &[Step]) -> Range<usize> {
    (0..=path.len()).rev().find_map(|length| scan::locate(source, &path[..length])).unwrap_or(0..0)
}
