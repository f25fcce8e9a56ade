//! The heat map of payback over rent and utilisation, for the year in view.

use super::heat_map::{Cell, HeatMap, Own, Tint};
use super::payback::{self, Payback};
use super::rent_unit::RentUnit;
use super::world::World;
use crate::analysis::Renting;
use crate::model::{Assumption, Series};
use crate::theme::Role;

/// Rents across.
const COLUMNS: u32 = 12;
/// Shares of hours upward: 10 %, 20 %, … of all.
const ROWS: u32 = 10;
/// The scenario's own rent stands at most this many columns from the left.
const OWN_COLUMN: f64 = 8.0;

/// A strong, a middle and a weak tint.
const STRENGTHS: [f32; 3] = [0.44, 0.28, 0.14];

/// How long a card of the year in view takes to pay back at other rents and in other use.
pub fn payback_map(world: &World<'_>, unit: RentUnit) -> HeatMap {
    let grid = Grid::new(world, unit);
    let assumptions = world.scenario.assumptions();
    let renting = Renting::new(&assumptions, world.run, world.year);
    let years = renting.payback_map(&grid.rents, &grid.utilisations);
    let text = &world.locale.text.leasing.map;
    let tick = |&rent: &f64| world.locale.numbers.tick(grid.shown(rent), unit.unit());
    let cells = grid.utilisations.iter().zip(&years).map(|(&hours, row)| {
        let row = grid.rents.iter().zip(row);
        row.map(|(&rent, &years)| cell(world, &grid, (rent, hours), years))
            .collect()
    });
    HeatMap {
        title: title(world, &grid, &renting),
        subtitle: text.subtitle.clone(),
        about: text.about.clone(),
        summary: summary(world, &grid, &years),
        columns: grid.rents.iter().map(tick).collect(),
        rows: grid.utilisations.iter().map(|&u| share(world, u)).collect(),
        cells: cells.collect(),
        own: own(world, &grid),
        legend: legend(world, &grid.life_in_words),
        note: text.note.clone(),
    }
}

/// The inputs that the map is about.
struct Grid {
    unit: RentUnit,
    /// How much of the rent's unit one dollar an hour is.
    per_hourly: f64,
    /// Between two columns, dollars an hour.
    step: f64,
    /// Dollars an hour, from the left.
    rents: Vec<f64>,
    /// Shares of hours, from the top.
    utilisations: Vec<f64>,
    /// How long a card lives, years.
    life: f64,
    life_in_words: String,
}

impl Grid {
    fn new(world: &World<'_>, unit: RentUnit) -> Self {
        let per_hourly = unit.per_hourly(world.run, world.year);
        // Round in what is shown, which may be yuan where the unit is dollars.
        let shown = per_hourly * world.locale.numbers.factor(unit.unit());
        let step = round_step(world.now(Series::Rent) * shown / OWN_COLUMN) / shown;
        Self {
            unit,
            per_hourly,
            step,
            rents: (1..=COLUMNS)
                .map(|column| f64::from(column) * step)
                .collect(),
            utilisations: (1..=ROWS)
                .rev()
                .map(|row| f64::from(row) / f64::from(ROWS))
                .collect(),
            life: payback::life(world),
            life_in_words: payback::life_in_words(world),
        }
    }

    /// A rent in the unit that is shown.
    fn shown(&self, rent: f64) -> f64 {
        rent * self.per_hourly
    }

    fn rent_in_words(&self, world: &World<'_>, rent: f64) -> String {
        let numbers = world.locale.numbers;
        numbers
            .short(self.shown(rent), self.unit.unit())
            .to_string()
    }
}

/// The least of 1, 2, 2.5 and 5 times a power of ten that is not below `least`.
fn round_step(least: f64) -> f64 {
    if !(least.is_finite() && least > 0.0) {
        return 1.0;
    }
    let power = 10f64.powf(least.log10().floor());
    let factor = [1.0, 2.0, 2.5, 5.0]
        .into_iter()
        .find(|factor| factor * power >= least * (1.0 - 1e-9));
    factor.unwrap_or(10.0) * power
}

fn own_utilisation(world: &World<'_>) -> f64 {
    world.scenario.value(Assumption::RentalUtilisation)
}

fn share(world: &World<'_>, value: f64) -> String {
    let unit = &Series::LeaseMargin.info().unit;
    world.locale.numbers.short(value, unit).number
}

fn cell(world: &World<'_>, grid: &Grid, (rent, hours): (f64, f64), years: f64) -> Cell {
    let text = &world.locale.text.leasing.map;
    let (template, short) = match Payback::of(years, grid.life) {
        Payback::Within => (&text.within, short(years)),
        Payback::Late => (&text.late, short(years)),
        Payback::Never => (&text.never, text.never_mark.clone()),
    };
    Cell {
        text: short,
        tint: tint(years, grid.life),
        sentence: template.fill(&[
            ("rent", &grid.rent_in_words(world, rent)),
            ("hours", &share(world, hours)),
            ("payback", &payback::amount(world, years)),
            ("life", &grid.life_in_words),
        ]),
    }
}

/// Years with one decimal, or with none where there are ten.
fn short(years: f64) -> String {
    let decimals = usize::from(years < 9.95);
    format!("{years:.decimals$}")
}

/// Better the sooner before the end of a card's life, worse the later after it.
fn tint(years: f64, life: f64) -> Tint {
    let lives = years / life;
    let [strong, middle, weak] = STRENGTHS;
    let tint = |role, strength| Tint { role, strength };
    match Payback::of(years, life) {
        Payback::Within if lives <= 1.0 / 3.0 => tint(Role::Good, strong),
        Payback::Within if lives <= 2.0 / 3.0 => tint(Role::Good, middle),
        Payback::Within => tint(Role::Good, weak),
        Payback::Late if lives <= 1.5 => tint(Role::Bad, weak),
        Payback::Late => tint(Role::Bad, middle),
        Payback::Never => tint(Role::Bad, strong),
    }
}

fn legend(world: &World<'_>, life: &str) -> Vec<(Tint, String)> {
    let text = &world.locale.text.leasing.map;
    let [strong, middle, _] = STRENGTHS;
    let entry = |role, strength, words: String| (Tint { role, strength }, words);
    vec![
        entry(
            Role::Good,
            middle,
            text.legend_within.fill(&[("life", &life)]),
        ),
        entry(Role::Bad, middle, text.legend_late.clone()),
        entry(
            Role::Bad,
            strong,
            text.legend_never.fill(&[("mark", &text.never_mark)]),
        ),
    ]
}

/// From which of the rents on the map a card pays back in time, used as the scenario has it.
fn title(world: &World<'_>, grid: &Grid, renting: &Renting<'_>) -> String {
    let text = &world.locale.text.leasing.map;
    let hours = own_utilisation(world);
    // More rent never takes longer, so that a few runs find the first that is enough.
    let first = grid.rents.partition_point(|&rent| {
        Payback::of(renting.payback(rent, hours), grid.life) != Payback::Within
    });
    let (template, rent) = match grid.rents.get(first) {
        None => (&text.title_none, 0.0),
        Some(_) if first == 0 => (&text.title_all, 0.0),
        Some(&rent) => (&text.title_from, rent),
    };
    template.fill(&[
        ("hours", &share(world, hours)),
        ("rent", &grid.rent_in_words(world, rent)),
    ])
}

fn summary(world: &World<'_>, grid: &Grid, years: &[Vec<f64>]) -> String {
    let is_within = |years: &&f64| Payback::of(**years, grid.life) == Payback::Within;
    let within = years.iter().flatten().filter(is_within).count();
    world.locale.text.leasing.map.summary.fill(&[
        ("own", &own(world, grid).sentence),
        ("within", &within),
        ("all", &(COLUMNS * ROWS)),
        ("life", &grid.life_in_words),
    ])
}

/// Where the scenario stands: cells are centred on their inputs.
fn own(world: &World<'_>, grid: &Grid) -> Own {
    let (rent, hours) = (world.now(Series::Rent), own_utilisation(world));
    let rent_in_words = grid.rent_in_words(world, rent);
    let hours_in_words = share(world, hours);
    let years = world.now(Series::LeasePayback);
    let tick = |rent| world.locale.numbers.axis_value(rent, grid.unit.unit());
    Own {
        column: rent / grid.step - 0.5,
        row: f64::from(ROWS) + 0.5 - hours * f64::from(ROWS),
        column_text: tick(grid.shown(rent)),
        row_text: hours_in_words.clone(),
        sentence: world.locale.text.leasing.map.own.fill(&[
            ("rent", &rent_in_words),
            ("hours", &hours_in_words),
            ("payback", &payback::amount(world, years)),
        ]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_are_round_and_leave_the_own_rent_inside() {
        for (least, step) in [
            (0.16, 0.2),
            (0.2, 0.2),
            (0.21, 0.25),
            (1.006, 2.0),
            (6.0, 10.0),
        ] {
            assert!((round_step(least) - step).abs() < 1e-12, "{least}");
        }
        for rent in [0.01, 0.45, 1.28, 2.2, 8.05, 25.3] {
            let columns = rent / round_step(rent / OWN_COLUMN);
            assert!((3.9..=8.01).contains(&columns), "{rent}: {columns}");
        }
        assert!(round_step(f64::NAN) == 1.0 && round_step(0.0) == 1.0);
    }

    #[test]
    fn tints_turn_at_the_end_of_a_life() {
        assert_eq!(tint(6.0, 6.0).role, Role::Good);
        assert_eq!(tint(6.01, 6.0).role, Role::Bad);
        assert!(tint(1.0, 6.0).strength > tint(5.0, 6.0).strength);
        assert_eq!(
            tint(13_000.0, 6.0),
            Tint {
                role: Role::Bad,
                strength: 0.44
            }
        );
    }
}
