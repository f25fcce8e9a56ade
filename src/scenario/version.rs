//! The version of a file, which is looked at before anything else in it: of what a newer program has
//! written, nothing else need be what this one knows.

use super::fault::FormFault;
use super::outline::{Content, Node};
use super::source::excerpt;
use super::syntax::Finding;
use super::token::{Bracket, TokenKind, tokens};

/// The version that files are written in.
pub(super) const VERSION: u32 = 1;

/// The versions there have been. A file of an old one is read as it was read then, into types that
/// stay as they were, and turned into a scenario of today in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Version {
    /// The first one, and that of today.
    V1,
}

/// The field that holds it.
const FIELD: &str = "version";

/// Refuses a file whose first field is a newer version, whatever follows it.
pub(super) fn header(text: &str) -> Result<(), Finding> {
    let mut tokens = tokens(text);
    let mut next = || {
        let token = tokens.next()?;
        Some((token.kind, token.start, &text[token.start..token.end]))
    };
    let open = TokenKind::Open(Bracket::Round);
    let Some((first, ..)) = next() else {
        return Ok(());
    };
    if first != open && next().is_none_or(|(kind, ..)| kind != open) {
        return Ok(());
    }
    let is_version = next().is_some_and(|(_, _, word)| word == FIELD)
        && next().is_some_and(|(kind, ..)| kind == TokenKind::Colon);
    match next() {
        Some((TokenKind::Word, at, word)) if is_version => not_newer(at, word),
        _ => Ok(()),
    }
}

/// The version of a file that is RON. One that is missing, or that there never was, is that of today:
/// its reader says what is wrong with it.
pub(super) fn of(root: &Node) -> Result<Version, Finding> {
    if let Content::Fields { fields, .. } = &root.content
        && let Some(version) = fields.iter().find(|field| field.name == FIELD)
        && let Content::Word(word) = version.value.content
    {
        not_newer(version.value.start, word)?;
    }
    Ok(Version::V1)
}

fn not_newer(at: usize, word: &str) -> Result<(), Finding> {
    let is_newer = match ron::from_str::<u32>(word) {
        Ok(number) => number > VERSION,
        // A whole number too large for any version.
        Err(_) => word.bytes().all(|byte| byte.is_ascii_digit()),
    };
    if !is_newer {
        return Ok(());
    }
    let fault = FormFault::NewerVersion {
        found: excerpt(word),
        known: VERSION,
    };
    Err((at, fault.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_newer_version_is_seen_whatever_follows() {
        for text in [
            "Scenario(version: 2, «not even RON»",
            "(version:2)",
            "// a note\nScenario(\n    version: 99999999999999999999,",
        ] {
            let (at, _) = header(text).expect_err(text);
            assert!(text[at..].starts_with(['2', '9']), "{text}");
        }
        for text in [
            "",
            "(",
            "Scenario(version: 1",
            "Scenario(name: 2",
            "version: 2",
            "a b(version: 2",
        ] {
            assert_eq!(header(text), Ok(()), "{text}");
        }
    }
}
