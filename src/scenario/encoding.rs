//! From bytes to text: is this a text file at all, and in the right encoding?

use super::fault::FileFault;
use super::problem::Problem;
use super::source::Source;

/// The largest file that is looked into, in bytes. The largest scenario is far smaller.
pub(super) const LARGEST: usize = 5 * MILLION;

/// The same in millions.
pub(super) const LIMIT: usize = LARGEST / MILLION;

const MILLION: usize = 1_000_000;

/// What editors of some systems put before UTF-8.
const UTF8_MARK: &[u8] = b"\xEF\xBB\xBF";

/// What marks text of two bytes a character, in either order of bytes.
const UTF16_MARKS: [&[u8]; 2] = [b"\xFF\xFE", b"\xFE\xFF"];

/// How many bytes are looked at to tell UTF-16 without a mark.
const SAMPLE: usize = 64;

/// The text of a file.
pub(super) fn text(bytes: &[u8]) -> Result<&str, Problem> {
    let whole = |fault| Err(Source::new("").problem(0, fault));
    if bytes.len() > LARGEST {
        return whole(FileFault::TooLarge { limit: LIMIT });
    }
    if is_utf16(bytes) {
        return whole(FileFault::Utf16);
    }
    let bytes = bytes.strip_prefix(UTF8_MARK).unwrap_or(bytes);
    if let Some(zero) = bytes.iter().position(|byte| *byte == 0) {
        return Err(at_byte(bytes, zero, FileFault::NotText));
    }
    match str::from_utf8(bytes) {
        Ok(text) if text.trim().is_empty() => whole(FileFault::Empty),
        Ok(text) => Ok(text),
        Err(error) => Err(at_byte(bytes, error.valid_up_to(), FileFault::NotUtf8)),
    }
}

/// Has it the mark of UTF-16, or a zero as every other byte, as Latin text in UTF-16 has?
fn is_utf16(bytes: &[u8]) -> bool {
    let marked = UTF16_MARKS.iter().any(|mark| bytes.starts_with(mark));
    let pairs = bytes[..bytes.len().min(SAMPLE)].chunks_exact(2);
    let patterned = pairs.len() > 0
        && (pairs.clone().all(|pair| pair[0] == 0 && pair[1] != 0)
            || pairs.clone().all(|pair| pair[0] != 0 && pair[1] == 0));
    marked || patterned
}

/// A problem at a byte of something that may not be text.
fn at_byte(bytes: &[u8], at: usize, fault: FileFault) -> Problem {
    // What stands before the first byte that is no text keeps its length.
    let valid = bytes.utf8_chunks().map(|chunk| chunk.valid().len()).next();
    let text = String::from_utf8_lossy(bytes);
    Source::new(&text).problem(at.min(valid.unwrap_or(0)), fault)
}
