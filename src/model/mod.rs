//! The model: one run from assumptions to series, the stages in order (MODEL.md of the design).
//!
//! It knows no scenario, no file, no word on screen, no clock and no thread.
//!
//! All of `simulate` is always inlined: run on lanes, it must be compiled as one with the vector
//! instructions that its caller has found on the processor.

#![expect(
    clippy::inline_always,
    reason = "vector instructions reach only inlined code"
)]

pub mod assumptions;
mod balance;
mod capture;
pub mod constants;
mod demand;
mod growth;
pub mod intermediate;
mod leasing;
mod market;
mod recording;
pub mod segment;
pub mod series;
pub mod sheet;
pub mod suppliers;
pub(crate) mod table;
mod technology;
mod value_chain;
mod year;

pub use assumptions::{Assumption, Assumptions};
pub use intermediate::Intermediate;
pub use market::Constraint;
pub use recording::{Formulas, Reference, Worksheet};
pub use segment::{Measure, Segment};
pub use series::Series;
pub use sheet::{Run, Sheet};
pub use year::{YEARS, Year, Yearly};

use crate::number::Number;

/// Runs the model: computes all series of all years from `a` and writes them to `out`.
///
/// Every series is put exactly once for every year, the years in order. Within a year a series
/// is put after all that it depends on.
#[inline(always)]
pub fn simulate<N: Number>(a: &Assumptions<N>, out: &mut impl Sheet<N>) {
    let technology = technology::Technology::new(a, out);
    let mut demand = demand::Demand::new(a, &technology, out);
    let mut market = market::Market::new(a, out);
    let chain = value_chain::ValueChain::new(a, &technology, out);
    let mut capture = capture::Capture::new(a, &technology, out);
    let mut leasing = leasing::Leasing::new(a, out);
    let mut last = None;
    let mut base = None;

    for year in Year::all() {
        let need = demand.year(a, &technology, last, year, out);
        let deliveries = market.year(a, &technology, need, year, out);
        let base = *base.get_or_insert_with(
            #[inline(always)]
            || balance::Base::new(&technology, need, &deliveries),
        );
        let balance = balance::year(&technology, base, need, &deliveries, year, out);
        let spending = chain.year(a, &technology, &deliveries, year, out);
        capture.year(a, &deliveries, &spending, year, out);
        leasing.year(a, &balance, &deliveries, &spending, year, out);
        last = Some(demand::LastYear {
            planned_need: need.planned,
            stock: deliveries.stock(),
        });
    }
}

/// Runs the model on plain numbers.
pub fn run(assumptions: &Assumptions<f64>) -> Run {
    let mut run = Run::empty();
    simulate(assumptions, &mut run);
    run
}

/// The domestic share of cards that China aims for each year.
pub fn domestic_share_plan<N: Number>(a: &Assumptions<N>) -> Yearly<N> {
    technology::Technology::new(a, &mut ()).domestic_share
}
