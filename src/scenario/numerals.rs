//! Numbers as people write them and RON does not: with percent signs, with separators, with units.

use super::fault::SyntaxFault;
use super::source::excerpt;
use super::syntax::{Explanation, Scene};
use super::token::{Token, TokenKind};

/// A number that is not written as RON writes numbers, where `ron` gave up.
pub(super) fn misspelt(scene: &Scene) -> Option<Explanation> {
    percent(scene)
        .or_else(|| thousands(scene))
        .or_else(|| unit(scene))
        .or_else(|| bad_number(scene))
}

/// `7%` or `7 %`.
fn percent(scene: &Scene) -> Option<Explanation> {
    let here = scene.here()?;
    let text = word(scene, here)?;
    if let Some(number) = text.strip_suffix(PERCENT_SIGNS).filter(|it| !it.is_empty()) {
        return Some((here.start, as_decimal(number)?));
    }
    let before = scene.before(0)?;
    let number = word(scene, before)?;
    let explanation = (before.start, as_decimal(number)?);
    text.starts_with(PERCENT_SIGNS).then_some(explanation)
}

/// The ordinary percent sign, and that of Chinese keyboards.
const PERCENT_SIGNS: [char; 2] = ['%', '％'];

/// A percentage, told as the number it stands for.
fn as_decimal(number: &str) -> Option<SyntaxFault> {
    number.parse::<f64>().ok()?;
    // The decimal point moves in the text, so that 7.1 % becomes 0.071 and nothing longer.
    let hundredth: f64 = format!("{number}e-2").parse().ok()?;
    Some(SyntaxFault::Percent {
        found: excerpt(&format!("{number}%")),
        instead: format!("{hundredth:?}"),
    })
}

/// `1,000.0`: a word, then a comma and exactly three digits without a blank, perhaps repeated.
fn thousands(scene: &Scene) -> Option<Explanation> {
    let near = [
        scene.before(2),
        scene.before(1),
        scene.before(0),
        scene.here(),
    ];
    near.into_iter().flatten().find_map(|token| {
        word(scene, token)?;
        let text = &scene.source.text()[token.start..];
        let end = with_separators(text)?;
        let reached = token.start + end >= scene.at;
        reached.then(|| (token.start, without_separators(&text[..end])))
    })
}

/// The length of a number with commas between thousands that the text begins with.
fn with_separators(text: &str) -> Option<usize> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let first = digits(text);
    let mut end = first;
    while text[end..].starts_with(',') && digits(&text[end + 1..]) == 3 {
        end += 4;
    }
    let has_commas = end > first && (1..=3).contains(&first);
    if text[end..].starts_with('.') {
        end += 1 + digits(&text[end + 1..]);
    }
    has_commas.then_some(end)
}

fn without_separators(found: &str) -> SyntaxFault {
    SyntaxFault::Thousands {
        found: excerpt(found),
        instead: excerpt(&found.replace(',', "")),
    }
}

/// What is wrong with a word that should be a number and is not, if that can be told.
pub(super) fn misspelt_word(word: &str) -> Option<SyntaxFault> {
    match with_separators(word) {
        Some(end) if end == word.len() => Some(without_separators(word)),
        _ => word.strip_suffix(PERCENT_SIGNS).and_then(as_decimal),
    }
}

/// `5 x/yr`: a number and a word on the same line which no colon makes the next entry.
fn unit(scene: &Scene) -> Option<Explanation> {
    let (before, here) = (scene.before(0)?, scene.here()?);
    let (number, unit) = (word(scene, before)?, word(scene, here)?);
    number.parse::<f64>().ok()?;
    let between = &scene.source.text()[before.end..here.start];
    let next = scene.tokens.get(scene.index + 1).map(|token| token.kind);
    let same_line = !between.contains('\n') && next != Some(TokenKind::Colon);
    let fault = SyntaxFault::Unit {
        number: excerpt(number),
        unit: excerpt(unit),
    };
    let is_unit = same_line && unit.parse::<f64>().is_err();
    is_unit.then_some((here.start, fault))
}

/// `1.2.3`, `5x` or `$5`.
fn bad_number(scene: &Scene) -> Option<Explanation> {
    let here = scene.here()?;
    let found = word(scene, here)?;
    let like_number = found.bytes().any(|byte| byte.is_ascii_digit())
        && !found.starts_with(|c: char| c.is_alphabetic() || c == '_' || c == '\'');
    let value_here = scene.before(0)?.kind == TokenKind::Colon || here.start < scene.at;
    let fault = SyntaxFault::BadNumber {
        found: excerpt(found),
    };
    (like_number && value_here).then_some((here.start, fault))
}

fn word<'a>(scene: &Scene<'a>, token: Token) -> Option<&'a str> {
    (token.kind == TokenKind::Word).then(|| scene.text(token))
}
