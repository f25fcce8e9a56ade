//! What exhibits are called: short enough for a list, whatever the results are.

use std::borrow::Cow;

use super::figures::Figure;
use super::world::Locale;
use crate::scenario::exhibit::Exhibit;

/// The name of an exhibit: that of the series where it shows only one, alone or in a few words.
pub fn exhibit_name(locale: &Locale, exhibit: Exhibit) -> Cow<'static, str> {
    let text = &locale.text.slides;
    match exhibit {
        Exhibit::Chart(Figure::Single(series)) => locale.name(series).into(),
        Exhibit::Tornado(series) => text.swings.fill(&[("name", &locale.name(series))]).into(),
        Exhibit::Waterfall(series) => text.moves.fill(&[("name", &locale.name(series))]).into(),
        _ => named(locale, &exhibit.id()).into(),
    }
}

/// The name of all exhibits but those of single series; an empty one would be a fault of the texts, which
/// a test shows.
fn named(locale: &Locale, id: &str) -> &'static str {
    let names = &locale.text.slides.exhibits;
    names.get(id).map_or("", String::as_str)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Series;
    use crate::text::Language;

    #[test]
    fn every_exhibit_has_a_name_of_its_own_in_both_languages() {
        for language in [Language::En, Language::Zh] {
            let locale = Locale::of(language);
            let names: Vec<Cow<'_, str>> = Exhibit::all()
                .map(|exhibit| exhibit_name(&locale, exhibit))
                .collect();
            for (index, name) in names.iter().enumerate() {
                assert!(!name.trim().is_empty(), "{language:?} {index}");
                assert!(!names[..index].contains(name), "{name} twice");
            }
            let known = &locale.text.slides.exhibits;
            assert_eq!(known.len(), names.len(), "a name without an exhibit");
        }
    }

    #[test]
    fn a_single_series_has_the_name_of_the_series_and_a_code_that_of_the_ribbon() {
        let locale = Locale::of(Language::Zh);
        let single = |series| Exhibit::Chart(Figure::Single(series));
        let name = exhibit_name(&locale, single(Series::Premium));
        assert_eq!(name, Series::Premium.info().label.zh);
        let code = exhibit_name(&locale, single(Series::Constraint));
        assert_eq!(code, locale.text.window.ribbon.title);
    }
}
