//! Marks that look right but are not: those of Chinese keyboards, of word processors and of
//! other formats.

use super::fault::SyntaxFault;
use super::nearest::half_width;
use super::syntax::{Explanation, Scene};
use super::token::{Token, TokenKind};

/// The first character up to where `ron` gave up that another keyboard or program has put in.
/// Inside texts all of them are fine.
pub(super) fn foreign_mark(scene: &Scene) -> Option<Explanation> {
    let words = (scene.tokens.iter()).filter(|token| token.kind == TokenKind::Word);
    let reached = words.take_while(|token| token.start <= scene.at);
    let mut marks = reached.filter_map(|token| mark_in(scene, *token, foreign));
    marks.next().or_else(|| smart_end(scene))
}

/// A curly quote at the end of a text that began with a straight one.
fn smart_end(scene: &Scene) -> Option<Explanation> {
    let is_text = |token: &&Token| {
        let text = scene.text(**token);
        match token.kind {
            TokenKind::Text => token.end <= scene.at && text.contains('\n'),
            TokenKind::UnclosedText => true,
            _ => false,
        }
    };
    let token = scene.tokens.iter().rfind(is_text)?;
    let line = scene.text(*token).lines().next()?;
    let (index, found) = line.char_indices().rfind(|(_, c)| is_smart_quote(*c))?;
    // Within a sentence it may be meant: only what a mark or the end of the line follows is not.
    let after = &line[index + found.len_utf8()..];
    let ends = after.trim_start().is_empty() || after.starts_with([',', '，', ':', '：', ')']);
    ends.then_some((token.start + index, SyntaxFault::SmartQuote { found }))
}

/// A mark of other formats at the place where `ron` gave up.
pub(super) fn wrong_mark(scene: &Scene) -> Option<Explanation> {
    let near = [scene.before(0), scene.here()];
    let words = near.into_iter().flatten();
    let mut reached = words.filter(|token| token.kind == TokenKind::Word && token.end >= scene.at);
    reached.find_map(|token| mark_in(scene, token, wrong))
}

/// The first character of a token in which `judge` finds a fault.
fn mark_in(
    scene: &Scene,
    token: Token,
    judge: fn(char) -> Option<SyntaxFault>,
) -> Option<Explanation> {
    let mut characters = scene.text(token).char_indices();
    characters.find_map(|(index, c)| Some((token.start + index, judge(c)?)))
}

fn foreign(found: char) -> Option<SyntaxFault> {
    if is_smart_quote(found) {
        return Some(SyntaxFault::SmartQuote { found });
    }
    if is_odd_blank(found) {
        return Some(SyntaxFault::OddBlank);
    }
    let instead = match found {
        // With its number it is more than a wrong mark.
        '％' => return None,
        '、' => ',',
        '。' => '.',
        '【' | '〔' | '［' => '[',
        '】' | '〕' | '］' => ']',
        '「' | '」' | '『' | '』' => '"',
        '—' | '–' | '−' => '-',
        _ => half_width(found)?,
    };
    Some(SyntaxFault::FullWidth { found, instead })
}

fn wrong(found: char) -> Option<SyntaxFault> {
    let instead = match found {
        '=' => ':',
        ';' => ',',
        '\'' => return Some(SyntaxFault::SingleQuotes),
        _ => return None,
    };
    Some(SyntaxFault::WrongMark { found, instead })
}

fn is_smart_quote(c: char) -> bool {
    matches!(c, '“' | '”' | '„' | '‟' | '‘' | '’' | '«' | '»')
}

/// White space that RON does not know, and characters without any width.
fn is_odd_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}')
}
