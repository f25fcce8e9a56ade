//! How long a card takes to pay back at other rents and in other use.

use crate::model::{self, Assumption, Assumptions, Run, Series, Year};

/// A card bought in a year and rented out.
#[derive(Clone, Copy, Debug)]
pub struct Renting<'a> {
    assumptions: &'a Assumptions<f64>,
    year: Year,
    /// The rent of that year as it stands, USD per H100e and hour.
    own_rent: f64,
}

impl<'a> Renting<'a> {
    /// A card bought in `year` of the run of `assumptions`.
    pub fn new(assumptions: &'a Assumptions<f64>, run: &Run, year: Year) -> Self {
        Self {
            assumptions,
            year,
            own_rent: run.get(Series::Rent, year),
        }
    }

    /// Its payback in years at a rent (USD per H100e and hour in its year) and a utilisation
    /// (share of hours).
    ///
    /// The model is run: the rent of a year follows from that of the base year in proportion, so
    /// that scaling the one sets the other.
    pub fn payback(&self, rent: f64, utilisation: f64) -> f64 {
        let mut values = self.assumptions.clone();
        values[Assumption::BaseRent] *= rent / self.own_rent;
        values[Assumption::RentalUtilisation] = utilisation;
        model::run(&values).get(Series::LeasePayback, self.year)
    }

    /// The same for many, one row for each utilisation, in it one number for each rent.
    pub fn payback_map(&self, rents: &[f64], utilisations: &[f64]) -> Vec<Vec<f64>> {
        let row = |&utilisation: &f64| {
            let rents = rents.iter();
            rents.map(|&rent| self.payback(rent, utilisation)).collect()
        };
        utilisations.iter().map(row).collect()
    }
}
