//! Payback as a reader understands it: where a card earns next to nothing, the model divides by
//! next to nothing, and the years that come out mean "never".

use super::world::World;
use crate::format::Amount;
use crate::model::{Assumption, Series};

/// A payback longer than this many years is none: nobody plans for it, and no card lives so long.
pub const LONGEST: f64 = 50.0;

/// How a payback compares with the life of an accelerator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Payback {
    /// It comes while the card lives.
    Within,
    /// The card would have to live longer.
    Late,
    /// It does not come.
    Never,
}

impl Payback {
    /// What a payback in years is to a card that lives for `life` years.
    pub fn of(years: f64, life: f64) -> Self {
        if is_never(years) {
            Self::Never
        } else if years <= life {
            Self::Within
        } else {
            Self::Late
        }
    }
}

/// Do so many years mean that a card never pays back?
pub fn is_never(years: f64) -> bool {
    !(0.0..=LONGEST).contains(&years)
}

/// Is a result a payback that never comes?
pub fn is_endless(series: Series, value: f64) -> bool {
    series == Series::LeasePayback && is_never(value)
}

/// The life of an accelerator in the scenario, years.
pub fn life(world: &World<'_>) -> f64 {
    world.scenario.value(Assumption::AcceleratorLife)
}

/// The same in words.
pub fn life_in_words(world: &World<'_>) -> String {
    let life = Assumption::AcceleratorLife;
    world.locale.typed(life, self::life(world))
}

/// A payback in years, or the word that there is none.
pub fn amount(world: &World<'_>, years: f64) -> Amount {
    if is_never(years) {
        return Amount {
            number: world.locale.text.leasing.never.clone(),
            ..Amount::default()
        };
    }
    let unit = &Series::LeasePayback.info().unit;
    world.locale.numbers.amount(years, unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn absurd_years_are_never() {
        assert_eq!(Payback::of(6.0, 6.0), Payback::Within);
        assert_eq!(Payback::of(6.1, 6.0), Payback::Late);
        for absurd in [12_900.0, f64::INFINITY, f64::NAN, -1.0] {
            assert_eq!(Payback::of(absurd, 6.0), Payback::Never);
        }
    }
}
