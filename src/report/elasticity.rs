//! How steeply a result follows a lever, in a sentence.

use super::payback::is_endless;
use super::world::World;
use crate::analysis::{Cell, Sensitivity, is_code};
use crate::model::{Assumption, Series};

/// A lever that grows by one per cent, as the texts say.
const GROWN: f64 = 0.01;

/// What one per cent more of a lever does to a result, from exact derivatives, others kept: true
/// of the branch of the model that the scenario is on, so at this point only.
///
/// Where one per cent says nothing — of a lever at zero, of a calendar year — it is what a small
/// step does; where the result is no quantity, that it has no elasticity.
pub fn elasticity(world: &World<'_>, cell: Cell, lever: Assumption) -> String {
    let sensitivity = Sensitivity::new(&world.scenario.assumptions(), lever);
    if !is_quantity(cell.series, sensitivity.output(cell))
        || !sensitivity.derivative(cell).is_finite()
    {
        return not_meaningful(world, cell, sensitivity.output(cell));
    }
    if sensitivity.derivative(cell) == 0.0 {
        return no_movement(world, cell);
    }
    match sensitivity.elasticity(cell) {
        Some(elasticity) if lever.info().unit != "year" => {
            in_per_cent(world, cell, lever, elasticity)
        }
        _ => in_steps(world, cell, lever, &sensitivity),
    }
}

/// Is a result more or less of something? A code is not, nor is a payback that never comes.
fn is_quantity(series: Series, value: f64) -> bool {
    !is_code(series) && !is_endless(series, value)
}

fn in_per_cent(world: &World<'_>, cell: Cell, lever: Assumption, elasticity: f64) -> String {
    let locale = &world.locale;
    let grown = world.scenario.value(lever) * (1.0 + GROWN);
    locale.text.levers.elasticity.fill(&[
        ("value", &locale.typed(lever, grown)),
        ("output", &cell.series.info().label.get(locale.language)),
        ("year", &cell.year.calendar()),
        ("change", &locale.numbers.percent(elasticity * GROWN)),
    ])
}

/// The plain slope: what a step that people would make does.
fn in_steps(world: &World<'_>, cell: Cell, lever: Assumption, slope: &Sensitivity) -> String {
    let locale = &world.locale;
    let (value, unit) = (world.scenario.value(lever), &lever.info().unit);
    let step = if locale.numbers.is_per_cent(unit) {
        0.01
    } else if unit == "year" {
        1.0
    } else {
        0.1
    };
    let (output, difference) = (slope.output(cell), slope.derivative(cell) * step);
    let change = locale
        .numbers
        .change(output + difference, output, &cell.series.info().unit);
    // Where there was nothing, there is no per cent: the difference itself.
    let difference = || locale.amount(cell.series, difference);
    locale.text.levers.elasticity_step.fill(&[
        (
            "step",
            &locale.numbers.difference(value + step, value, unit),
        ),
        ("value", &locale.typed(lever, value + step)),
        ("output", &cell.series.info().label.get(locale.language)),
        ("year", &cell.year.calendar()),
        (
            "change",
            &change.map_or_else(difference, |change| change.text),
        ),
    ])
}

fn no_movement(world: &World<'_>, cell: Cell) -> String {
    let locale = &world.locale;
    locale.text.levers.elasticity_zero.fill(&[
        ("output", &cell.series.info().label.get(locale.language)),
        ("year", &cell.year.calendar()),
    ])
}

fn not_meaningful(world: &World<'_>, cell: Cell, output: f64) -> String {
    let locale = &world.locale;
    locale.text.levers.elasticity_none.fill(&[
        ("output", &cell.series.info().label.get(locale.language)),
        ("year", &cell.year.calendar()),
        ("value", &locale.amount(cell.series, output)),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Year;
    use crate::report::world::Locale;
    use crate::scenario::{Baseline, Scenario};
    use crate::text::Language;

    fn told(scenario: &Scenario, language: Language, cell: Cell, lever: Assumption) -> String {
        let run = scenario.run();
        let world = World::alone(scenario, &run, cell.year, Locale::of(language));
        elasticity(&world, cell, lever).replace('\u{a0}', " ")
    }

    fn base_year(series: Series) -> Cell {
        let year = Year::BASE;
        Cell { series, year }
    }

    #[test]
    fn a_rent_follows_the_rent_of_the_base_year_one_to_one() {
        let mut scenario = Scenario::new(Baseline::current());
        scenario.set(Assumption::BaseRent, 2.0);
        let rent = base_year(Series::Rent);
        // All rents are multiples of that of the base year, 2.00: 2.02 are one per cent more.
        assert_eq!(
            told(&scenario, Language::En, rent, Assumption::BaseRent),
            "+1 % here (to $2.02/H100e-h) moves Rent in 2025 by +1.0 %, at this point"
        );
        assert_eq!(
            told(&scenario, Language::Zh, rent, Assumption::BaseRent),
            "在当前取值处，增加 1%（到 2.02 美元/H100e·时）使 2025 年“算力租金”变动 +1.0 %"
        );
    }

    #[test]
    fn what_has_no_influence_moves_nothing() {
        let scenario = Scenario::new(Baseline::current());
        let told = told(
            &scenario,
            Language::En,
            base_year(Series::Rent),
            Assumption::TaxRate,
        );
        assert_eq!(told, "does not move Rent in 2025 at this point");
    }

    #[test]
    fn one_per_cent_of_zero_and_of_a_calendar_year_is_a_step_instead() {
        let mut scenario = Scenario::new(Baseline::current());
        scenario.set(Assumption::LeaseOpexShare, 0.0);
        let cell = base_year(Series::LeaseOpex);
        let told_zero = told(&scenario, Language::En, cell, Assumption::LeaseOpexShare);
        assert!(
            told_zero.starts_with("+1.0 pts here (to 1 %"),
            "{told_zero}"
        );
        assert!(
            told_zero.contains("by +") || told_zero.contains("by ×"),
            "{told_zero}"
        );
        let cell = Cell {
            series: Series::Capex,
            year: Year::LAST,
        };
        let told_year = told(&scenario, Language::En, cell, Assumption::TargetYear);
        assert!(told_year.starts_with("+1 here (to 203"), "{told_year}");
    }

    #[test]
    fn words_have_no_elasticity() {
        let scenario = Scenario::new(Baseline::current());
        let cell = base_year(Series::Constraint);
        let told = told(&scenario, Language::En, cell, Assumption::ModelGrowth);
        assert!(told.starts_with("not meaningful: "), "{told}");
    }

    #[test]
    fn every_lever_has_a_sentence_about_every_result() {
        let scenario = Scenario::new(Baseline::current());
        for &series in Series::ALL {
            let year = Year::LAST;
            for &lever in Assumption::ALL {
                let told = told(&scenario, Language::Zh, Cell { series, year }, lever);
                let is_whole = !told.is_empty() && !told.contains(['{', '}']);
                assert!(is_whole && !told.contains("NaN"), "{told}");
            }
        }
    }
}
