//! Numbers as people write them and RON does not: with percent signs, with separators, with units.

use ron::error::Error;

use super::fault::SyntaxFault;
use super::source::excerpt;
use super::syntax::{Explanation, Scene};
use super::token::{Token, TokenKind};

/// A number that is not written as RON writes numbers, where `ron` gave up.
pub(super) fn misspelt(scene: &Scene) -> Option<Explanation> {
    percent(scene)
        .or_else(|| comma(scene))
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

/// `1,000.0` or `7,2`, within reach of the place.
fn comma(scene: &Scene) -> Option<Explanation> {
    let before = [2, 1, 0].map(|number| scene.before(number));
    let near = before.into_iter().chain([scene.here()]).flatten();
    near.filter(|token| token.kind == TokenKind::Word)
        .find_map(|token| {
            let text = &scene.source.text()[token.start..];
            let end = text.find(|c| !is_numeral(c)).unwrap_or(text.len());
            // The last comma may well be the one between two entries.
            let found = text[..end].trim_end_matches(',');
            let reached = token.start + found.len() >= scene.at;
            let fault = without_comma(found)?;
            reached.then_some((token.start, fault))
        })
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | ',')
}

/// A number with commas in it, told as the number it stands for.
fn without_comma(found: &str) -> Option<SyntaxFault> {
    const THOUSANDS: usize = 3;
    let (whole, fraction) = found.split_once('.').unwrap_or((found, ""));
    let groups: Vec<_> = whole.split(',').collect();
    let (first, others) = groups.split_first()?;
    let digits = |group: &&str| group.bytes().all(|byte| byte.is_ascii_digit());
    first
        .parse::<f64>()
        .ok()
        .filter(|_| others.iter().all(digits))?;
    let instead = match others {
        [] => return None,
        _ if others.iter().all(|group| group.len() == THOUSANDS) => found.replace(',', ""),
        [decimals] if fraction.is_empty() => format!("{first}.{decimals}"),
        _ => return None,
    };
    Some(SyntaxFault::CommaInNumber {
        found: excerpt(found),
        instead: excerpt(&instead),
    })
}

/// What is wrong with a word that should be a number and is not, if that can be told.
pub(super) fn misspelt_word(word: &str) -> Option<SyntaxFault> {
    let percent = || word.strip_suffix(PERCENT_SIGNS).and_then(as_decimal);
    without_comma(word).or_else(percent)
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

/// `1.2.3`, `5x`, `$5`, or a minus alone.
fn bad_number(scene: &Scene) -> Option<Explanation> {
    let before = scene.before(0)?;
    let broken_off = |here: &Token| here.start < scene.at || before.kind == TokenKind::Colon;
    let here = scene.here().filter(broken_off);
    let here = here.filter(|here| word(scene, *here).is_some_and(is_like_number));
    let refused = matches!(scene.error, Error::ExpectedFloat | Error::ExpectedInteger);
    let token = here.or_else(|| (refused && before.end == scene.at).then_some(before))?;
    let found = excerpt(word(scene, token)?);
    Some((token.start, SyntaxFault::BadNumber { found }))
}

fn is_like_number(word: &str) -> bool {
    let begins_name = |c: char| c.is_alphabetic() || c == '_';
    word.bytes().any(|byte| byte.is_ascii_digit()) && !word.starts_with(begins_name)
}

fn word<'a>(scene: &Scene<'a>, token: Token) -> Option<&'a str> {
    (token.kind == TokenKind::Word).then(|| scene.text(token))
}
