//! What is not the same in two states of a scenario, in a few lines.

use super::world::Locale;
use crate::analysis::differing;
use crate::model::assumptions::Kind;
use crate::scenario::Scenario;

/// What has become of a scenario: its inputs with both values, the headline levers first, then
/// what else is not the same. Empty where nothing is.
pub fn differences(locale: &Locale, before: &Scenario, after: &Scenario) -> Vec<String> {
    let text = &locale.text.window.difference;
    let mut inputs = differing(&[before.assumptions(), after.assumptions()]);
    inputs.sort_by_key(|assumption| assumption.info().kind != Kind::Headline);
    let input = |assumption| {
        let values = (before.value(assumption), after.value(assumption));
        let [from, to] = locale.two_values(assumption, values);
        let name = locale.short_name(assumption);
        text.input
            .fill(&[("name", &name), ("before", &from), ("after", &to)])
    };
    let others = [
        (before.baseline != after.baseline, &text.baseline),
        (before.name != after.name, &text.name),
        (before.story != after.story, &text.story),
        (before.ranges != after.ranges, &text.ranges),
        (before.suppliers != after.suppliers, &text.suppliers),
        (before.slides != after.slides, &text.slides),
    ];
    let others = others.into_iter().filter(|(differs, _)| *differs);
    inputs
        .into_iter()
        .map(input)
        .chain(others.map(|(_, words)| words.clone()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Assumption;
    use crate::scenario::Baseline;
    use crate::text::Language;

    #[test]
    fn inputs_come_with_both_values_and_all_else_by_name() {
        let before = Scenario::new(Baseline::current());
        let mut after = before.clone();
        let locale = Locale::of(Language::En);
        assert!(differences(&locale, &before, &after).is_empty());
        after.set(Assumption::Pue, 1.3);
        after.set(Assumption::ModelGrowth, 6.5);
        after.name.en = "Mine".to_owned();
        let lines = differences(&locale, &before, &after);
        assert!(lines[0].starts_with("Model growth: "), "{lines:?}");
        assert!(lines[0].ends_with(" → ×6.5/yr"), "{lines:?}");
        assert_eq!(lines.len(), 3);
        assert_eq!(lines[2], "the name");
    }
}
