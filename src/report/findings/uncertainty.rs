//! What the results say about how sure they are, what swings them, and what moved them.

use crate::analysis::{Attribution, Cell, Percentiles, is_code};
use crate::model::Series;
use crate::report::tornado::Bar;
use crate::report::world::World;

/// A share of draws closer to none or all than this is told in words.
const FEW: f64 = 0.005;

/// The headline of the page: where the outcomes of the year in view lie.
pub fn headline(world: &World<'_>, output: Series) -> String {
    let text = &world.locale.text.uncertainty.findings;
    let year = world.year.calendar();
    let cell = Cell {
        series: output,
        year: world.year,
    };
    let known = world.fan.and_then(|fan| Some((fan, fan.get(cell)?)));
    let Some((fan, percentiles)) = known.filter(|_| !is_code(output)) else {
        let name = world.locale.name(output);
        let now = world.locale.amount(output, world.now(output));
        return text
            .single
            .fill(&[("name", &name), ("year", &year), ("value", &now)]);
    };
    if is_certain(&percentiles) {
        let value = world.locale.amount(output, percentiles[0]);
        return text.certain.fill(&[("year", &year), ("value", &value)]);
    }
    match fan.share_below().filter(|_| world.differs()) {
        Some(share) => against_baseline(world, output, share),
        None => half(world, output, &percentiles),
    }
}

/// Do all draws give the same?
fn is_certain([least, .., greatest]: &Percentiles) -> bool {
    (greatest - least).abs() <= 1e-6 * least.abs().max(greatest.abs())
}

/// Which share of the draws lies on the baseline's one side, told of the side with more of them.
fn against_baseline(world: &World<'_>, output: Series, below: f64) -> String {
    let text = &world.locale.text.uncertainty.findings;
    let (sentence, share) = match below {
        _ if below < FEW => (&text.hardly_below, below),
        _ if below < 0.5 => (&text.above, 1.0 - below),
        _ if below <= 1.0 - FEW => (&text.below, below),
        _ => (&text.hardly_above, below),
    };
    sentence.fill(&[
        ("share", &format!("{:.0}", share * 100.0)),
        ("year", &world.year.calendar()),
        (
            "value",
            &world.locale.amount(output, world.baseline_now(output)),
        ),
    ])
}

/// Between which values the middle half of the draws lies.
fn half(world: &World<'_>, output: Series, percentiles: &Percentiles) -> String {
    let [_, low, _, high, _] = *percentiles;
    let (low, high) = world.locale.numbers.pair(low, high, &output.info().unit);
    let sentence = &world.locale.text.uncertainty.findings.half;
    let year = world.year.calendar();
    sentence.fill(&[("year", &year), ("low", &low), ("high", &high)])
}

/// Title of the tornado with these bars: which assumption swings the result most.
pub fn tornado(world: &World<'_>, cell: Cell, bars: &[Bar]) -> String {
    let text = &world.locale.text.uncertainty.tornado;
    match bars.first() {
        Some(widest) => text.title.fill(&[("name", &widest.name)]),
        None => text.title_none.fill(&[("year", &cell.year.calendar())]),
    }
}

/// Title of the waterfall: what the largest change did, and what worked against it.
pub fn waterfall(world: &World<'_>, attribution: &Attribution) -> String {
    let text = &world.locale.text.uncertainty.waterfall;
    let rises = attribution.to > attribution.from;
    let effects = || {
        let parts = attribution.parts.iter();
        parts.filter(|part| part.contribution != 0.0)
    };
    let is_with = |contribution: f64| (contribution > 0.0) == rises;
    let largest = |with: bool| {
        let found = effects().find(|part| is_with(part.contribution) == with);
        found.map(|part| world.locale.short_name(part.assumption))
    };
    let leads = effects()
        .next()
        .is_some_and(|part| is_with(part.contribution));
    let (with, against) = (largest(true), largest(false));
    let template = match (rises, against) {
        // The largest change went the other way: all others together outweigh it.
        (_, Some(_)) if !leads => &text.outweighed,
        (true, Some(_)) => &text.rise_against,
        (false, Some(_)) => &text.fall_against,
        (true, None) if effects().count() == 1 => &text.rise_alone,
        (false, None) if effects().count() == 1 => &text.fall_alone,
        (true, None) => &text.rise,
        (false, None) => &text.fall,
    };
    let [with, against] = [with, against].map(Option::unwrap_or_default);
    template.fill(&[("with", &with), ("against", &against)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::{FanMaker, FanRequest, Progress, Sampling};
    use crate::model::{Assumption, Year};
    use crate::number::lanes::Path;
    use crate::report::world::{Locale, Span};
    use crate::scenario::{Baseline, Scenario};
    use crate::text::Language;

    const OUTPUT: Series = Series::Capex;

    /// The headline about spending in a year, with model growth at a value.
    fn said(growth: Option<f64>, calendar: u16) -> String {
        let year = Year::from_calendar(calendar).expect("a year of the run");
        let mut scenario = Scenario::new(Baseline::current());
        let baseline = scenario.run();
        if let Some(growth) = growth {
            scenario.set(Assumption::ModelGrowth, growth);
        }
        let run = scenario.run();
        let cell = Cell {
            series: OUTPUT,
            year,
        };
        let request = FanRequest {
            spreads: &scenario.spreads(),
            cells: &[cell],
            watched: Some((cell, baseline.get(OUTPUT, year))),
            sampling: Sampling {
                samples: 256,
                ..Sampling::default()
            },
            threads: 1,
            path: Path::best(),
        };
        let fan = FanMaker::default().make(&request, &Progress::default());
        let world = World {
            scenario: &scenario,
            run: &run,
            baseline: &baseline,
            fan: fan.as_ref(),
            year,
            span: Span::whole(),
            locale: Locale::of(Language::En),
        };
        headline(&world, OUTPUT)
    }

    #[test]
    fn a_changed_scenario_is_held_against_its_baseline() {
        let more = said(Some(7.0), 2030);
        assert!(more.contains("exceed the baseline’s $1.75"), "{more}");
        let less = said(Some(3.8), 2030);
        assert!(less.contains("stay below the baseline’s $1.75"), "{less}");
    }

    #[test]
    fn the_baseline_itself_tells_where_half_of_its_outcomes_lie() {
        let half = said(None, 2030);
        assert!(
            half.starts_with("Half of the outcomes in 2030 lie between $"),
            "{half}"
        );
    }

    #[test]
    fn draws_that_agree_are_certain() {
        assert!(is_certain(&[509.0; 5]));
        assert!(!is_certain(&[508.0, 508.5, 509.0, 509.5, 510.0]));
    }
}
