//! The outline of a scenario file: what stands where, before anything is known of its meaning.
//! It keeps what a reader into types would lose: places, and entries that stand twice.

use std::iter::Peekable;

use super::token::{Bracket, Token, TokenKind, Tokens, tokens};

/// A value, and where it begins in bytes.
#[derive(Debug)]
pub(super) struct Node<'a> {
    pub start: usize,
    pub content: Content<'a>,
}

/// What a value is made of.
#[derive(Debug)]
pub(super) enum Content<'a> {
    /// Named fields in round brackets, or nothing in round brackets.
    Fields {
        name: Option<&'a str>,
        fields: Vec<Field<'a>>,
    },
    /// Values without names in round brackets.
    Items {
        name: Option<&'a str>,
        items: Vec<Node<'a>>,
    },
    /// Values in square brackets.
    List(Vec<Node<'a>>),
    /// Keys and values in curly brackets.
    Map(Vec<(Node<'a>, Node<'a>)>),
    /// A text, as it stands in the file, quotes included.
    Text(&'a str),
    /// A number or a bare name.
    Word(&'a str),
    /// A character or bytes.
    Literal,
}

/// A named field.
#[derive(Debug)]
pub(super) struct Field<'a> {
    pub name: &'a str,
    /// Where its name begins.
    pub start: usize,
    pub value: Node<'a>,
}

/// A little more than RON itself allows, so that it is RON that refuses.
const DEEPEST: usize = 200;

/// The outline of a text that RON has accepted; otherwise the place in bytes where it broke off.
pub(super) fn outline(text: &str) -> Result<Node<'_>, usize> {
    let mut outliner = Outliner {
        text,
        tokens: tokens(text).peekable(),
        depth: 0,
    };
    outliner.skip_attributes();
    outliner.value()
}

struct Outliner<'a> {
    text: &'a str,
    tokens: Peekable<Tokens<'a>>,
    depth: usize,
}

impl<'a> Outliner<'a> {
    /// Steps over `#![…]` at the top: switches of RON itself.
    fn skip_attributes(&mut self) {
        while self.peek_text().is_some_and(|text| text.starts_with('#')) {
            let end = TokenKind::Close(Bracket::Square);
            self.tokens.by_ref().find(|token| token.kind == end);
        }
    }

    fn value(&mut self) -> Result<Node<'a>, usize> {
        let token = self.next()?;
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(token.start);
        }
        let text = &self.text[token.start..token.end];
        let content = match token.kind {
            TokenKind::Word if self.take(TokenKind::Open(Bracket::Round)) => {
                self.round(Some(text))?
            }
            TokenKind::Word => Content::Word(text),
            TokenKind::Text => Content::Text(text),
            TokenKind::Literal => Content::Literal,
            TokenKind::Open(Bracket::Round) => self.round(None)?,
            TokenKind::Open(Bracket::Square) => {
                Content::List(self.until(Bracket::Square, Self::value)?)
            }
            TokenKind::Open(Bracket::Curly) => {
                Content::Map(self.until(Bracket::Curly, Self::entry)?)
            }
            _ => return Err(token.start),
        };
        self.depth -= 1;
        Ok(Node {
            start: token.start,
            content,
        })
    }

    /// What follows an opening round bracket.
    fn round(&mut self, name: Option<&'a str>) -> Result<Content<'a>, usize> {
        if self.take(TokenKind::Close(Bracket::Round)) {
            let fields = Vec::new();
            return Ok(Content::Fields { name, fields });
        }
        if self.field_is_next() {
            let fields = self.until(Bracket::Round, Self::field)?;
            Ok(Content::Fields { name, fields })
        } else {
            let items = self.until(Bracket::Round, Self::value)?;
            Ok(Content::Items { name, items })
        }
    }

    /// Is a name with a colon next?
    fn field_is_next(&mut self) -> bool {
        let Some(&token) = self.tokens.peek() else {
            return false;
        };
        let following = tokens(&self.text[token.end..]).next();
        token.kind == TokenKind::Word
            && following.is_some_and(|token| token.kind == TokenKind::Colon)
    }

    fn field(&mut self) -> Result<Field<'a>, usize> {
        let name = self.expect(TokenKind::Word)?;
        self.expect(TokenKind::Colon)?;
        let text = &self.text[name.start..name.end];
        Ok(Field {
            // `r#` lets RON take any word for a name.
            name: text.strip_prefix("r#").unwrap_or(text),
            start: name.start,
            value: self.value()?,
        })
    }

    fn entry(&mut self) -> Result<(Node<'a>, Node<'a>), usize> {
        let key = self.value()?;
        self.expect(TokenKind::Colon)?;
        Ok((key, self.value()?))
    }

    /// What stands before the closing bracket, separated by commas.
    fn until<T>(
        &mut self,
        bracket: Bracket,
        item: impl Fn(&mut Self) -> Result<T, usize>,
    ) -> Result<Vec<T>, usize> {
        let close = TokenKind::Close(bracket);
        let mut items = Vec::new();
        while !self.take(close) {
            items.push(item(self)?);
            if !self.take(TokenKind::Comma) {
                self.expect(close)?;
                break;
            }
        }
        Ok(items)
    }

    fn next(&mut self) -> Result<Token, usize> {
        self.tokens.next().ok_or(self.text.len())
    }

    fn expect(&mut self, kind: TokenKind) -> Result<Token, usize> {
        let token = self.next()?;
        if token.kind == kind {
            Ok(token)
        } else {
            Err(token.start)
        }
    }

    fn take(&mut self, kind: TokenKind) -> bool {
        self.tokens.next_if(|token| token.kind == kind).is_some()
    }

    fn peek_text(&mut self) -> Option<&'a str> {
        let token = self.tokens.peek()?;
        Some(&self.text[token.start..token.end])
    }
}
