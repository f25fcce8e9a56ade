//! The name that may be meant by one that is mistyped.

use super::exhibit::Exhibit;
use super::figure::Figure;
use super::speech::YEAR;
use crate::model::{Assumption, Series};
use crate::text::Words;

/// Longer words are no mistyped names.
const LONGEST: usize = 64;

/// No label has more bytes.
const LONGEST_LABEL: usize = 400;

/// One mistake in so many characters is taken for a slip.
const CHARACTERS_A_SLIP: usize = 3;

/// The known name that comes nearest to a word, if any comes near enough.
pub(crate) fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.chars().count() > LONGEST {
        return None;
    }
    let word = plain(word);
    let slips = (word.chars().count() / CHARACTERS_A_SLIP).max(1);
    known
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(&word, &plain(name)), name))
        .filter(|(distance, _)| *distance <= slips)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// The assumption that may be meant: by its id, or by how its label begins.
pub(super) fn nearest_assumption(word: &str) -> Option<Assumption> {
    let ids = Assumption::ALL.iter().map(|assumption| assumption.id());
    nearest(word, ids)
        .and_then(Assumption::from_id)
        .or_else(|| {
            let mut all = Assumption::ALL.iter().copied();
            all.find(|assumption| is_label(word, &assumption.info().label))
        })
}

/// The series that may be meant: by its id, or by how its label begins.
pub(super) fn nearest_series(word: &str) -> Option<Series> {
    let ids = Series::ALL.iter().map(|series| series.id());
    nearest(word, ids).and_then(Series::from_id).or_else(|| {
        let mut all = Series::ALL.iter().copied();
        all.find(|series| is_label(word, &series.info().label))
    })
}

/// What a slide may be meant to show: by its id, or as a series, with or without what stands before
/// the ids of those.
pub(super) fn nearest_exhibit(word: &str) -> Option<Exhibit> {
    if word.chars().count() > LONGEST {
        return None;
    }
    let ids: Vec<_> = Exhibit::all().map(Exhibit::id).collect();
    let exhibit = nearest(word, ids.iter().map(String::as_str)).and_then(Exhibit::from_id);
    exhibit.or_else(|| {
        let (kind, name) = word.rsplit_once(':').unwrap_or(("", word));
        let series = nearest_series(name)?;
        let meant = |exhibit: &Exhibit| !kind.is_empty() && exhibit.id().starts_with(&plain(kind));
        let alone = Exhibit::Chart(Figure::Single(series));
        Some(Exhibit::all_of(series).find(meant).unwrap_or(alone))
    })
}

/// The name that may be meant in words of a slide: of a result, of an assumption, or the year.
pub(super) fn nearest_name(word: &str) -> Option<&'static str> {
    let series = Series::ALL.iter().map(|series| series.id());
    let assumptions = Assumption::ALL.iter().map(|assumption| assumption.id());
    nearest(word, series.chain(assumptions).chain([YEAR]))
        .or_else(|| nearest_series(word).map(Series::id))
        .or_else(|| nearest_assumption(word).map(Assumption::id))
}

/// Does a label begin with the word, in either language?
fn is_label(word: &str, label: &Words) -> bool {
    let word = word.trim();
    word.len() <= LONGEST_LABEL
        && word.chars().count() > 1
        && (label.zh.starts_with(word) || label.en.to_lowercase().starts_with(&word.to_lowercase()))
}

/// A word as ids are written: lower case, underscores, no full-width letters.
fn plain(word: &str) -> String {
    let letter = |c: char| match half_width(c).unwrap_or(c) {
        '-' | ' ' => '_',
        other => other.to_ascii_lowercase(),
    };
    word.trim().chars().map(letter).collect()
}

/// The ordinary form of a full-width letter, digit or mark.
pub(crate) fn half_width(c: char) -> Option<char> {
    /// The full-width forms stand in the order of ASCII, this far behind it.
    const DISTANCE: u32 = 0xFEE0;
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - DISTANCE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_find_their_name() {
        let found = |word| nearest_assumption(word).map(Assumption::id);
        assert_eq!(found("model_grwth"), Some("model_growth"));
        assert_eq!(found("Model Growth"), Some("model_growth"));
        assert_eq!(found("ｍodel－growth"), Some("model_growth"));
        assert_eq!(found("模型增长"), Some("model_growth"));
        assert_eq!(found("zzz"), None);
        assert_eq!(found(&"a".repeat(5000)), None);
    }

    #[test]
    fn slips_find_what_a_slide_shows() {
        let found = |word| nearest_exhibit(word).map(Exhibit::id);
        assert_eq!(found("sisors").as_deref(), Some("scissors"));
        assert_eq!(found("money flow").as_deref(), Some("money_flow"));
        assert_eq!(found("series:capx").as_deref(), Some("series:capex"));
        assert_eq!(found("capx").as_deref(), Some("series:capex"));
        assert_eq!(found("zzz"), None);
        assert_eq!(found("series:"), None);
    }

    #[test]
    fn slips_find_what_words_name() {
        assert_eq!(nearest_name("capx"), Some("capex"));
        assert_eq!(nearest_name("model growth"), Some("model_growth"));
        assert_eq!(nearest_name("yaer"), Some("year"));
        assert_eq!(nearest_name("模型增长"), Some("model_growth"));
        assert_eq!(nearest_name(""), None);
    }
}
