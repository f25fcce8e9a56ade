//! The unit that rents are shown in: by the hour, or as Chinese contracts have them.

use crate::model::{Run, Series, Year};
use strum::VariantArray;

pub use crate::scenario::figure::RentUnit;

impl RentUnit {
    /// All units, in the order of the switch.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// The market rent in this unit.
    pub fn series(self) -> Series {
        match self {
            Self::PerHour => Series::Rent,
            Self::PerPflop => Series::RentCnyPerP,
        }
    }

    /// The unit as the tables call it.
    pub fn unit(self) -> &'static str {
        &self.series().info().unit
    }

    /// How many of this unit one dollar an hour is, as the run itself has its rent in both.
    pub fn per_hourly(self, run: &Run, year: Year) -> f64 {
        match self {
            Self::PerHour => 1.0,
            Self::PerPflop => run.get(self.series(), year) / run.get(Series::Rent, year),
        }
    }

    /// A series in dollars an hour, in this unit.
    pub fn value(self, run: &Run, hourly: Series, year: Year) -> f64 {
        run.get(hourly, year) * self.per_hourly(run, year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Baseline, Scenario};

    #[test]
    fn rents_in_yuan_are_those_of_the_run() {
        let run = Scenario::new(Baseline::current()).run();
        for year in Year::all() {
            let of_run = run.get(Series::RentCnyPerP, year);
            let converted = RentUnit::PerPflop.value(&run, Series::Rent, year);
            assert!((converted / of_run - 1.0).abs() < 1e-12);
        }
        // 2.2 dollars · 8766 hours · 7.1 yuan / 10,000 / 0.989 PFLOP/s of an H100e.
        let base = RentUnit::PerPflop.value(&run, Series::Rent, Year::BASE);
        assert!(
            (base - 2.2 * 8766.0 * 7.1 / 1e4 / 0.989).abs() < 1e-9,
            "{base}"
        );
    }
}
