//! Is a text written as RON is written? The `ron` crate is the judge; where it refuses,
//! this finds out what the writer did, which is often not where `ron` gave up.

use ron::Options;
use ron::error::{Error, SpannedError};
use serde::de::IgnoredAny;

use super::fault::{FileFault, FormFault, ProblemKind, SyntaxFault};
use super::layout::{FIELDS, NAME};
use super::marks;
use super::nearest::nearest;
use super::numerals;
use super::source::{Source, excerpt};
use super::token::{Bracket, Token, TokenKind, tokens};

/// What is wrong, and its place in bytes.
pub(super) type Finding = (usize, ProblemKind);

/// Nothing in a scenario stands so deep; each bracket counts twice. `ron` looks ahead in each of
/// them, so that many take long.
const DEEPEST: usize = 32;

/// Checks that a text is RON.
pub(super) fn judge(source: &Source) -> Result<(), Finding> {
    let Some(first) = tokens(source.text()).next() else {
        return Err((0, FileFault::Empty.into()));
    };
    if first.kind == TokenKind::Open(Bracket::Curly) {
        return Err((first.start, FileFault::Json.into()));
    }
    let options = Options::default().with_recursion_limit(DEEPEST);
    match options.from_str::<IgnoredAny>(source.text()) {
        Ok(IgnoredAny) => Ok(()),
        Err(error) => {
            let scene = Scene::new(source, &error);
            if scene.is_something_else() {
                return Err((first.start, FormFault::NotScenario.into()));
            }
            let (at, fault) = scene.explain();
            Err((at, fault.into()))
        }
    }
}

/// The place where `ron` gave up, and what stands around it.
pub(super) struct Scene<'a> {
    pub source: &'a Source<'a>,
    /// What `ron` says.
    pub error: &'a Error,
    /// Where it gave up, in bytes.
    pub at: usize,
    /// The tokens up to that place, and the two after it.
    pub tokens: Vec<Token>,
    /// Which of the tokens is at that place, or follows it.
    pub index: usize,
}

/// What is wrong with the syntax, and its place in bytes.
pub(super) type Explanation = (usize, SyntaxFault);

impl<'a> Scene<'a> {
    fn new(source: &'a Source<'a>, error: &'a SpannedError) -> Self {
        let at = source.at(error.span.end.line, error.span.end.col);
        let mut ahead = 0;
        let until_ahead = |token: &Token| {
            ahead += usize::from(token.end > at);
            ahead <= 3
        };
        let tokens: Vec<_> = tokens(source.text()).take_while(until_ahead).collect();
        let index = tokens.partition_point(|token| token.end <= at);
        Self {
            source,
            error: &error.code,
            at,
            tokens,
            index,
        }
    }

    /// Does the text begin with a word that begins no scenario?
    fn is_something_else(&self) -> bool {
        let begins_scenario = |first: &Token| match first.kind {
            TokenKind::Word => {
                let word = self.text(*first);
                let next = self.tokens.get(1).map(|token| token.kind);
                word.starts_with('#')
                    || next == Some(TokenKind::Open(Bracket::Round))
                    || nearest(word, [NAME]).is_some()
            }
            TokenKind::Open(_) | TokenKind::UnclosedComment => true,
            _ => false,
        };
        !self.tokens.first().is_some_and(begins_scenario) && marks::foreign_mark(self).is_none()
    }

    /// The first explanation that fits, the surest ones first.
    fn explain(&self) -> Explanation {
        self.by_message()
            .or_else(|| marks::foreign_mark(self))
            .or_else(|| self.quotes())
            .or_else(|| marks::wrong_mark(self))
            .or_else(|| numerals::misspelt(self))
            .or_else(|| self.unquoted_text())
            .or_else(|| self.brackets())
            .or_else(|| self.separators())
            .unwrap_or_else(|| self.unexpected())
    }

    /// What `ron` says clearly itself.
    fn by_message(&self) -> Option<Explanation> {
        match self.error {
            Error::ExceededRecursionLimit => Some((self.at, SyntaxFault::TooDeep)),
            Error::UnclosedBlockComment => {
                let comment = self.tokens.last()?;
                Some((comment.start, SyntaxFault::UnclosedComment))
            }
            Error::InvalidEscape(_) => {
                let backslash = self.source.text()[..self.at].rfind('\\')?;
                Some((backslash, SyntaxFault::BadEscape))
            }
            _ => None,
        }
    }

    /// A text without its closing quote, or with a quote inside. The first runs up to the opening
    /// quote of the next text, the second ends early: either way something follows directly.
    fn quotes(&self) -> Option<Explanation> {
        let mut tokens = self.tokens.iter().copied();
        if let Some(text) = tokens.find(|token| token.kind == TokenKind::UnclosedText)
            && self.here().is_none_or(|here| here == text)
        {
            return Some((text.start, SyntaxFault::UnclosedText));
        }
        let (before, here) = (self.before(0)?, self.here()?);
        let follows = before.kind == TokenKind::Text
            && matches!(here.kind, TokenKind::Word | TokenKind::Text)
            && before.end == here.start;
        let inside = self.text(before).trim_matches('"');
        // What stands before the next text is a colon, a comma or a bracket.
        let runs_on = inside.contains('\n') || inside.trim_end().ends_with([':', ',', '(', '{']);
        let explanation = if runs_on {
            (before.start, SyntaxFault::UnclosedText)
        } else {
            (before.end - 1, SyntaxFault::InnerQuote)
        };
        follows.then_some(explanation)
    }

    /// `name: My view`: two words after a colon, on one line.
    fn unquoted_text(&self) -> Option<Explanation> {
        let (colon, first, second) = (self.before(1)?, self.before(0)?, self.here()?);
        let is_text = colon.kind == TokenKind::Colon
            && [first, second].map(|token| token.kind) == [TokenKind::Word; 2]
            && self.text(first).starts_with(char::is_alphabetic);
        let rest = &self.source.text()[first.start..];
        let text = rest.split([',', ')', '\n']).next()?.trim_end();
        let same_line = first.start + text.len() >= second.end;
        let found = excerpt(text);
        (is_text && same_line).then_some((first.start, SyntaxFault::UnquotedText { found }))
    }

    /// A bracket that is not closed, or closed by one of another kind, or one too many.
    fn brackets(&self) -> Option<Explanation> {
        let mut open = Vec::new();
        for token in self.tokens.iter().filter(|token| token.start <= self.at) {
            match (token.kind, open.last()) {
                (TokenKind::Open(_), _) if token.start == self.at => {}
                (TokenKind::Open(bracket), _) => open.push((bracket, token.start)),
                (TokenKind::Close(found), Some(&(bracket, start))) if found != bracket => {
                    let fault = SyntaxFault::WrongClosing {
                        found: found.close(),
                        open: bracket.open(),
                        line: self.source.line(start),
                        close: bracket.close(),
                    };
                    return Some((token.start, fault));
                }
                (TokenKind::Close(_), Some(_)) => drop(open.pop()),
                (TokenKind::Close(_), None) => return Some((token.start, SyntaxFault::AfterEnd)),
                _ => {}
            }
        }
        let missing = |&(bracket, start): &(Bracket, usize)| {
            let fault = SyntaxFault::Unclosed {
                open: bracket.open(),
                line: self.source.line(start),
                close: bracket.close(),
            };
            (self.before(0).map_or(0, |token| token.end), fault)
        };
        match open.last() {
            Some(last) if self.here().is_none() => Some(missing(last)),
            None if self.index == 1 => Some((self.before(0)?.end, SyntaxFault::MissingOpening)),
            None if self.error == &Error::TrailingCharacters => {
                Some((self.here()?.start, SyntaxFault::AfterEnd))
            }
            _ => None,
        }
    }

    /// A comma, a colon or a value that is missing, or a comma too many.
    fn separators(&self) -> Option<Explanation> {
        let (here, before) = (self.here()?, self.before(0)?);
        match (before.kind, here.kind) {
            (TokenKind::Colon, TokenKind::Comma | TokenKind::Close(_)) => {
                Some((here.start, SyntaxFault::MissingValue))
            }
            (TokenKind::Comma | TokenKind::Open(_), TokenKind::Comma) => {
                Some((here.start, SyntaxFault::ExtraComma))
            }
            (TokenKind::Text, TokenKind::Colon) => {
                let name = self.text(before).trim_matches('"');
                let fault = if FIELDS.contains(&name) {
                    let name = name.to_owned();
                    SyntaxFault::QuotedField { name }
                } else {
                    SyntaxFault::EntryInRoundBrackets
                };
                Some((before.start, fault))
            }
            _ if !begins_value(here.kind) || !ends_value(before.kind) || here.start < self.at => {
                None
            }
            _ if self.error == &Error::ExpectedMapColon || self.field_begins_before() => {
                Some((before.end, SyntaxFault::MissingColon))
            }
            _ => Some((before.end, SyntaxFault::MissingComma)),
        }
    }

    /// Is the token before the place a name where a field begins?
    fn field_begins_before(&self) -> bool {
        let is_name = self.before(0).is_some_and(|token| {
            token.kind == TokenKind::Word && self.text(token).starts_with(char::is_alphabetic)
        });
        let after_separator = self
            .before(1)
            .is_some_and(|token| matches!(token.kind, TokenKind::Comma | TokenKind::Open(_)));
        is_name && after_separator
    }

    fn unexpected(&self) -> Explanation {
        let token = self.here().or_else(|| self.before(0));
        let found = token.map_or("", |token| self.text(token));
        let fault = SyntaxFault::Unexpected {
            found: excerpt(found),
        };
        (token.map_or(self.at, |token| token.start), fault)
    }

    /// The token at the place, or the next one.
    pub fn here(&self) -> Option<Token> {
        self.tokens.get(self.index).copied()
    }

    /// A token before the place, the last one being number 0.
    pub fn before(&self, number: usize) -> Option<Token> {
        let index = self.index.checked_sub(number + 1)?;
        self.tokens.get(index).copied()
    }

    pub fn text(&self, token: Token) -> &'a str {
        &self.source.text()[token.start..token.end]
    }
}

fn begins_value(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Word | TokenKind::Text | TokenKind::Literal | TokenKind::Open(_)
    )
}

fn ends_value(kind: TokenKind) -> bool {
    matches!(
        kind,
        TokenKind::Word | TokenKind::Text | TokenKind::Literal | TokenKind::Close(_)
    )
}
