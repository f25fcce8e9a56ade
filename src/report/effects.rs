//! What a lever does: the swing of its likely range, and what its last move has moved.

use super::key_figures::{Trend, movement_families};
use super::payback::{self, is_never};
use super::world::World;
use crate::analysis::{Movement, largest_movements, swing};
use crate::model::{Assumption, Run, Series};

/// The result that the swings of all levers are about.
const OUTPUT: Series = Series::Capex;
/// A change that fills a bar where no lever matters more: a bar near zero shall look like one.
const LEAST_SCALE: f64 = 0.05;
/// Results that are told after a move.
const TOLD: usize = 5;

/// How a lever's likely range changes the output, others kept.
#[derive(Clone, Debug)]
pub struct Effect {
    /// What the output is.
    pub caption: String,
    /// Relative change at P5.
    pub at_low: f64,
    /// Relative change at P95.
    pub at_high: f64,
    /// The lower change in words.
    pub least: String,
    /// The higher change in words.
    pub greatest: String,
    /// The largest change of all levers that are shown together; never zero.
    pub scale: f64,
    /// Both ends in a sentence, each with the value of the lever that it belongs to.
    pub sentence: String,
}

/// The effects of levers that are shown together, on one scale.
pub fn effects(world: &World<'_>, levers: &[Assumption]) -> Vec<Effect> {
    let mut effects: Vec<Effect> = levers.iter().map(|&lever| effect(world, lever)).collect();
    let ends = effects
        .iter()
        .flat_map(|effect| [effect.at_low, effect.at_high]);
    let scale = ends.map(f64::abs).fold(LEAST_SCALE, f64::max);
    for effect in &mut effects {
        effect.scale = scale;
    }
    effects
}

/// The effect of a lever's P5 and P95 on spending in the year in view.
fn effect(world: &World<'_>, lever: Assumption) -> Effect {
    let range = world.scenario.baseline.range(lever);
    let assumptions = world.scenario.assumptions();
    let ends = swing(
        &assumptions,
        lever,
        (range.low, range.high),
        OUTPUT,
        world.year,
    );
    let now = world.now(OUTPUT);
    let (at_low, at_high) = (ends.at_low / now - 1.0, ends.at_high / now - 1.0);
    let words = |change: f64| world.locale.numbers.relative(1.0 + change);
    let text = &world.locale.text.levers;
    Effect {
        caption: text.effect.fill(&[("year", &world.year.calendar())]),
        at_low,
        at_high,
        scale: LEAST_SCALE,
        least: words(at_low.min(at_high)),
        greatest: words(at_low.max(at_high)),
        sentence: text.effect_ends.fill(&[
            ("year", &world.year.calendar()),
            ("low", &world.locale.typed(lever, range.low)),
            ("atlow", &words(at_low)),
            ("high", &world.locale.typed(lever, range.high)),
            ("athigh", &words(at_high)),
        ]),
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
