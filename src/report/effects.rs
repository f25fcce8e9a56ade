//! What a lever does: the swing of its likely range, and what its last move has moved.

use super::key_figures::{Trend, movement_families};
use super::payback::{self, is_endless, is_never};
use super::world::World;
use crate::analysis::{Cell, Movement, Swing, is_code, largest_movements};
use crate::model::{Assumption, Assumptions, Run, Series};
use crate::text::Template;

/// A change that fills a bar where no lever matters more: a bar near zero shall look like one.
const LEAST_SCALE: f64 = 0.05;
/// Results that are told after a move.
const TOLD: usize = 5;

/// How the likely range of a lever changes the output, others kept.
#[derive(Clone, Debug)]
pub struct Effect {
    /// The change at P5, as a share of the longest bar of all levers: −1 to 1.
    pub at_low: f64,
    /// The same at P95.
    pub at_high: f64,
    /// The lower change in words.
    pub least: String,
    /// The higher change in words.
    pub greatest: String,
    /// Both ends in a sentence, each with the value of the lever that it belongs to.
    pub sentence: String,
}

/// The effects of all levers on one output, on one scale so that they compare.
pub struct Effects<'a> {
    world: &'a World<'a>,
    cell: Cell,
    swings: &'a Assumptions<Swing>,
    /// The output of the scenario itself.
    now: f64,
    /// The change that the longest bar stands for; never zero.
    scale: f64,
}

impl<'a> Effects<'a> {
    /// The effects that these swings are.
    pub fn new(world: &'a World<'a>, cell: Cell, swings: &'a Assumptions<Swing>) -> Self {
        let now = world.run.get(cell.series, cell.year);
        let ends = swings
            .iter()
            .flat_map(|(_, swing)| [swing.at_low, swing.at_high]);
        let changes = ends.map(|value| difference(cell.series, value, now).abs());
        let least = (LEAST_SCALE * now.abs()).max(f64::MIN_POSITIVE);
        Self {
            world,
            cell,
            swings,
            now,
            scale: changes
                .filter(|change| change.is_finite())
                .fold(least, f64::max),
        }
    }

    /// What the bars of all levers are.
    pub fn caption(&self) -> String {
        let locale = &self.world.locale;
        let name = self.cell.series.info().label.get(locale.language);
        self.named(&locale.text.levers.effects_caption, name)
    }

    /// The effect of one lever.
    pub fn of(&self, lever: Assumption) -> Effect {
        let swing = &self.swings[lever];
        let share = |value| {
            let change = difference(self.cell.series, value, self.now) / self.scale;
            change.clamp(-1.0, 1.0)
        };
        let (least, greatest) = (
            swing.at_low.min(swing.at_high),
            swing.at_low.max(swing.at_high),
        );
        Effect {
            at_low: share(swing.at_low),
            at_high: share(swing.at_high),
            least: self.change(least),
            greatest: self.change(greatest),
            sentence: self.sentence(swing),
        }
    }

    fn sentence(&self, swing: &Swing) -> String {
        let locale = &self.world.locale;
        let texts = &locale.text.levers;
        let name = self.cell.series.info().label.get(locale.language);
        if swing.low == swing.high {
            return self.named(&texts.effect_none, name);
        }
        if swing.at_low == self.now && swing.at_high == self.now {
            return self.named(&texts.effect_no_change, name);
        }
        texts.effect_ends.fill(&[
            ("output", &name),
            ("year", &self.cell.year.calendar()),
            ("low", &locale.typed(swing.assumption, swing.low)),
            ("atlow", &self.change(swing.at_low)),
            ("high", &locale.typed(swing.assumption, swing.high)),
            ("athigh", &self.change(swing.at_high)),
        ])
    }

    fn named(&self, sentence: &Template, output: &str) -> String {
        let year = self.cell.year.calendar();
        sentence.fill(&[("output", &output), ("year", &year)])
    }

    /// How a value of the output differs from that of the scenario; the value itself where no
    /// difference says anything.
    fn change(&self, value: f64) -> String {
        let Cell { series, .. } = self.cell;
        let locale = &self.world.locale;
        let is_word = is_code(series)
            || [value, self.now]
                .into_iter()
                .any(|end| is_endless(series, end));
        let change = locale.numbers.change(value, self.now, &series.info().unit);
        match change {
            Some(change) if !is_word => change.text,
            _ => locale.amount(series, value),
        }
    }
}

/// By how much a value lies above another; a payback that never comes lies above all others.
fn difference(series: Series, value: f64, now: f64) -> f64 {
    match (is_endless(series, value), is_endless(series, now)) {
        (true, true) => 0.0,
        (true, false) => f64::INFINITY,
        (false, true) => f64::NEG_INFINITY,
        (false, false) => value - now,
    }
}

/// A result that a move has moved.
#[derive(Clone, Debug)]
pub struct Moved {
    /// Which.
    pub series: Series,
    /// Its short name.
    pub name: String,
    /// Before and after, with the unit.
    pub values: String,
    /// Before and after, without it.
    pub bare_values: String,
    /// By how much.
    pub change: String,
    /// Which way.
    pub trend: Option<Trend>,
}

/// The results of the year in view that differ most from those before a move.
pub fn moved(world: &World<'_>, before: &Run) -> Vec<Moved> {
    let families = movement_families();
    largest_movements(before, world.run, world.year, &families, TOLD)
        .into_iter()
        .map(|movement| told(world, movement))
        .collect()
}

fn told(world: &World<'_>, movement: Movement) -> Moved {
    let Movement {
        series,
        before,
        after,
    } = movement;
    let info = series.info();
    let (first, second) = if series == Series::LeasePayback {
        // Thousands of years mean that it never comes.
        let words = |years| payback::amount(world, years);
        (words(before).number, words(after))
    } else {
        world.locale.numbers.pair(before, after, &info.unit)
    };
    let is_told = series != Series::LeasePayback || ![before, after].into_iter().any(is_never);
    let change = world.locale.numbers.relative(after / before);
    let in_table = || info.label.get(world.locale.language).to_owned();
    let names = &world.locale.text.window.moved.names;
    Moved {
        series,
        name: names.get(series.id()).cloned().unwrap_or_else(in_table),
        bare_values: format!("{first} → {}", second.number),
        values: format!("{first} → {second}"),
        change: if is_told { change } else { String::new() },
        trend: Trend::of(series, after.total_cmp(&before)),
    }
}

#[cfg(test)]
mod tests {
    use super::super::world::Locale;
    use super::*;
    use crate::analysis;
    use crate::model::Year;
    use crate::scenario::{Baseline, Scenario};
    use crate::text::Language;

    const GROWTH: Assumption = Assumption::ModelGrowth;
    const FX: Assumption = Assumption::Fx;

    /// The effects in the baseline where two levers have these swings and all others have none.
    fn with_effects(
        (series, year): (Series, Year),
        growth: (f64, f64),
        fx: (f64, f64),
        test: impl FnOnce(&Effects<'_>, f64),
    ) {
        let scenario = Scenario::new(Baseline::current());
        let run = scenario.run();
        let world = World::alone(&scenario, &run, year, Locale::of(Language::En));
        let now = world.now(series);
        let swings = Assumptions::from_fn(|assumption| {
            let (at_low, at_high) = match assumption {
                GROWTH => growth,
                FX => fx,
                _ => (now, now),
            };
            let (low, high) = (1.0, 2.0);
            Swing {
                assumption,
                low,
                high,
                at_low,
                at_high,
            }
        });
        test(&Effects::new(&world, Cell { series, year }, &swings), now);
    }

    #[test]
    fn bars_share_the_scale_of_the_longest() {
        let scenario = Scenario::new(Baseline::current());
        let now = scenario.run().get(Series::Capex, Year::LAST);
        let cell = (Series::Capex, Year::LAST);
        let (growth, fx) = ((now * 0.5, now * 1.8), (now * 1.2, now * 0.6));
        with_effects(cell, growth, fx, |effects, _| {
            // The longest is +80 %: half down is 0.5 / 0.8 of it, and so on.
            let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-12, "{a}");
            let of_growth = effects.of(GROWTH);
            close(of_growth.at_low, -0.625);
            close(of_growth.at_high, 1.0);
            let of_fx = effects.of(FX);
            close(of_fx.at_low, 0.25);
            close(of_fx.at_high, -0.5);
            let words = [&of_fx.least, &of_fx.greatest].map(|words| words.replace('\u{a0}', " "));
            assert_eq!(words, ["−40 %", "+20 %"]);
            assert!(
                of_fx
                    .sentence
                    .starts_with("AI infrastructure spending in 2032")
            );
            let of_pue = effects.of(Assumption::Pue);
            assert_eq!((of_pue.at_low, of_pue.at_high), (0.0, 0.0));
            assert!(
                of_pue.sentence.contains("does not move"),
                "{}",
                of_pue.sentence
            );
        });
    }

    #[test]
    fn paybacks_that_never_come_and_codes_are_told_in_words() {
        let cell = (Series::LeasePayback, Year::LAST);
        with_effects(cell, (3.0, 900.0), (3.0, 3.0), |effects, now| {
            let effect = effects.of(GROWTH);
            assert_eq!(effect.at_high, 1.0, "never is the longest");
            assert!(
                effects.scale < 50.0,
                "but no scale for others: {}",
                effects.scale
            );
            assert_eq!(effect.greatest, "never", "from {now}");
        });
        let cell = (Series::Constraint, Year::LAST);
        with_effects(cell, (0.0, 2.0), (0.0, 0.0), |effects, _| {
            assert!(effects.of(GROWTH).sentence.contains("Demand"));
        });
    }

    #[test]
    fn every_real_effect_of_every_result_has_a_length_and_words() {
        let scenario = Scenario::new(Baseline::current());
        let (run, spreads) = (scenario.run(), scenario.spreads());
        for &series in Series::ALL {
            let year = Year::LAST;
            let cell = Cell { series, year };
            let values = scenario.assumptions();
            let swings = Assumptions::from_fn(|lever| {
                analysis::swing(&values, lever, spreads[lever].ends(), cell)
            });
            let world = World::alone(&scenario, &run, year, Locale::of(Language::Zh));
            let effects = Effects::new(&world, cell, &swings);
            for &lever in Assumption::ALL {
                let effect = effects.of(lever);
                let id = lever.id();
                assert!(
                    (-1.0..=1.0).contains(&effect.at_low),
                    "{} {id}",
                    series.id()
                );
                assert!(
                    (-1.0..=1.0).contains(&effect.at_high),
                    "{} {id}",
                    series.id()
                );
                for words in [&effect.least, &effect.greatest, &effect.sentence] {
                    assert!(!words.is_empty() && !words.contains("NaN"), "{words}");
                }
            }
        }
    }
}
