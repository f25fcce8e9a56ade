//! How long a card takes to pay back at other rents and in other use.

use crate::model::{self, Assumption, Assumptions, Series, Year};

/// Payback in years of a card bought in `year`, one row for each of `utilisations` (shares of
/// hours), in it one number for each of `rents` (USD per H100e and hour in that year).
///
/// The model is run for each: the rent of a year follows from that of the base year in
/// proportion, so that scaling the one sets the other.
pub fn payback_map(
    assumptions: &Assumptions<f64>,
    year: Year,
    rents: &[f64],
    utilisations: &[f64],
) -> Vec<Vec<f64>> {
    let own_rent = model::run(assumptions).get(Series::Rent, year);
    let payback = |rent: f64, utilisation: f64| {
        let mut values = assumptions.clone();
        values[Assumption::BaseRent] *= rent / own_rent;
        values[Assumption::RentalUtilisation] = utilisation;
        model::run(&values).get(Series::LeasePayback, year)
    };
    let row = |&utilisation: &f64| {
        rents
            .iter()
            .map(|&rent| payback(rent, utilisation))
            .collect()
    };
    utilisations.iter().map(row).collect()
}
