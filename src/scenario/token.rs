//! The marks and words of a RON text, each with its place. Takes any text, broken or not:
//! what a text means is judged elsewhere.

use std::iter::FusedIterator;

/// A mark or a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub kind: TokenKind,
    /// Where it begins, in bytes.
    pub start: usize,
    /// Where it has ended, in bytes.
    pub end: usize,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    Open(Bracket),
    Close(Bracket),
    Comma,
    Colon,
    /// A text in double quotes, raw ones included.
    Text,
    /// A text that the file ends in.
    UnclosedText,
    /// A character, or bytes in quotes: nothing a scenario uses.
    Literal,
    /// A name, a number, or anything else without a blank in it.
    Word,
    /// A comment that the file ends in.
    UnclosedComment,
}

/// A kind of bracket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bracket {
    Round,
    Square,
    Curly,
}

impl Bracket {
    pub fn open(self) -> char {
        match self {
            Self::Round => '(',
            Self::Square => '[',
            Self::Curly => '{',
        }
    }

    pub fn close(self) -> char {
        match self {
            Self::Round => ')',
            Self::Square => ']',
            Self::Curly => '}',
        }
    }
}

/// The tokens of a text, first to last.
pub(super) struct Tokens<'a> {
    text: &'a str,
    at: usize,
}

/// Reads a text token by token.
pub(super) fn tokens(text: &str) -> Tokens<'_> {
    Tokens { text, at: 0 }
}

impl Iterator for Tokens<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let (kind, length) = match self.skip_blanks() {
            Blanks::Skipped => first_token(&self.text[self.at..])?,
            Blanks::UnclosedComment => (TokenKind::UnclosedComment, self.text.len() - self.at),
        };
        let start = self.at;
        self.at += length;
        Some(Token {
            kind,
            start,
            end: self.at,
        })
    }
}

/// Are there comments between the tokens of a text?
pub(super) fn has_comments(text: &str) -> bool {
    let is_comment = |(start, end): (usize, usize)| text[start..end].contains('/');
    let mut behind = 0;
    for token in tokens(text) {
        if token.kind == TokenKind::UnclosedComment || is_comment((behind, token.start)) {
            return true;
        }
        behind = token.end;
    }
    is_comment((behind, text.len()))
}

impl FusedIterator for Tokens<'_> {}

/// What ended the blanks between two tokens.
enum Blanks {
    Skipped,
    UnclosedComment,
}

impl Tokens<'_> {
    /// Steps over white space and comments.
    fn skip_blanks(&mut self) -> Blanks {
        loop {
            let rest = &self.text[self.at..];
            let blank = rest.len() - rest.trim_start_matches(is_blank).len();
            if blank > 0 {
                self.at += blank;
            } else if rest.starts_with("//") {
                self.at += rest.find('\n').unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                match block_comment(rest) {
                    Some(length) => self.at += length,
                    None => return Blanks::UnclosedComment,
                }
            } else {
                return Blanks::Skipped;
            }
        }
    }
}

/// Is it white space between tokens? The same characters as RON takes for it.
fn is_blank(c: char) -> bool {
    matches!(
        c,
        ' ' | '\t'..='\r' | '\u{85}' | '\u{200E}' | '\u{200F}' | '\u{2028}' | '\u{2029}'
    )
}

/// The length of the block comment that the text begins with. Comments may be nested.
fn block_comment(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = 0;
    loop {
        let rest = text.get(at..)?;
        let mark = rest.find(['/', '*'])?;
        let (step, change) = match rest.get(mark..mark + 2) {
            Some("/*") => (2, 1),
            Some("*/") => (2, -1),
            _ => (1, 0),
        };
        at += mark + step;
        depth = depth.saturating_add_signed(change);
        if depth == 0 {
            return Some(at);
        }
    }
}

/// The token that the text begins with, and its length.
fn first_token(text: &str) -> Option<(TokenKind, usize)> {
    let mark = match text.chars().next()? {
        '(' => TokenKind::Open(Bracket::Round),
        ')' => TokenKind::Close(Bracket::Round),
        '[' => TokenKind::Open(Bracket::Square),
        ']' => TokenKind::Close(Bracket::Square),
        '{' => TokenKind::Open(Bracket::Curly),
        '}' => TokenKind::Close(Bracket::Curly),
        ',' => TokenKind::Comma,
        ':' => TokenKind::Colon,
        _ => return Some(literal(text).unwrap_or_else(|| (TokenKind::Word, word(text)))),
    };
    Some((mark, 1))
}

/// The text, character or bytes that the text begins with, if it does.
fn literal(text: &str) -> Option<(TokenKind, usize)> {
    let (kind, body) = match text.strip_prefix('b') {
        Some(body) => (TokenKind::Literal, body),
        None => (TokenKind::Text, text),
    };
    let prefix = text.len() - body.len();
    let (kind, end) = if let Some(raw) = body.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        raw[hashes..].strip_prefix('"')?;
        (kind, raw_text(raw, hashes).map(|length| length + 1))
    } else if body.starts_with('"') {
        (kind, quoted(body, b'"'))
    } else if body.starts_with('\'') {
        // Where it is not closed at once it is no character, but a text in the wrong quotes.
        (TokenKind::Literal, Some(character(body)?))
    } else {
        return None;
    };
    Some(match end {
        Some(length) => (kind, prefix + length),
        None => (TokenKind::UnclosedText, text.len()),
    })
}

/// The length of a raw text from its first `#` or quote on.
fn raw_text(raw: &str, hashes: usize) -> Option<usize> {
    let opening = hashes + 1;
    let closing = format!("\"{}", &raw[..hashes]);
    let body = raw[opening..].find(&closing)?;
    Some(opening + body + closing.len())
}

/// The length of what stands in quotes, both quotes included.
fn quoted(text: &str, quote: u8) -> Option<usize> {
    let mut escaped = false;
    for (index, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = true,
            _ if byte == quote => return Some(index + 1),
            _ => {}
        }
    }
    None
}

/// The length of a character in single quotes.
fn character(text: &str) -> Option<usize> {
    let inside = text.chars().nth(1)?;
    if inside == '\\' {
        // As long as the longest there is: '\u{10FFFF}'.
        let nearby = &text[..text.floor_char_boundary(12)];
        return quoted(nearby, b'\'');
    }
    let length = 1 + inside.len_utf8();
    text[length..].starts_with('\'').then_some(length + 1)
}

/// The length of the word that the text begins with.
fn word(text: &str) -> usize {
    let ends = |(index, c): (usize, char)| {
        let comment = c == '/' && text[index + 1..].starts_with(['/', '*']);
        is_blank(c) || comment || "()[]{},:\"".contains(c)
    };
    text.char_indices()
        .skip(1)
        .find(|&at| ends(at))
        .map_or(text.len(), |(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<(TokenKind, &str)> {
        tokens(text)
            .map(|token| (token.kind, &text[token.start..token.end]))
            .collect()
    }

    #[test]
    fn tokens_of_a_field() {
        let text = "// note\nchanges: { \"a\\\"b\": -1.5e3, /* /* in */ */ }";
        let want = [
            (TokenKind::Word, "changes"),
            (TokenKind::Colon, ":"),
            (TokenKind::Open(Bracket::Curly), "{"),
            (TokenKind::Text, "\"a\\\"b\""),
            (TokenKind::Colon, ":"),
            (TokenKind::Word, "-1.5e3"),
            (TokenKind::Comma, ","),
            (TokenKind::Close(Bracket::Curly), "}"),
        ];
        assert_eq!(kinds(text), want);
    }

    #[test]
    fn raw_texts_and_characters() {
        let text = "r#\"a \" b\"# r#name '\\'' b\"x\" '2025' \"open";
        let want = [
            (TokenKind::Text, "r#\"a \" b\"#"),
            (TokenKind::Word, "r#name"),
            (TokenKind::Literal, "'\\''"),
            (TokenKind::Literal, "b\"x\""),
            (TokenKind::Word, "'2025'"),
            (TokenKind::UnclosedText, "\"open"),
        ];
        assert_eq!(kinds(text), want);
    }
}
