//! What a year's deliveries mean: coverage, shortage, tightness, prices and indices (MODEL.md §3).

use super::constants::{EXA, H100E_FLOP_PER_S, MILLION, NEARLY_ZERO};
use super::demand::Need;
use super::intermediate::Intermediate;
use super::market::Deliveries;
use super::series::Series;
use super::sheet::Sheet;
use super::technology::Technology;
use super::year::Year;
use crate::number::Number;

/// The base year, against which indices are measured.
#[derive(Clone, Copy)]
pub struct Base<N> {
    need: N,
    planned_need_over_stock: N,
    compute_list_price: N,
}

impl<N: Number> Base<N> {
    /// Takes the measures of the base year.
    #[inline(always)]
    pub fn new(technology: &Technology<N>, need: Need<N>, deliveries: &Deliveries<N>) -> Self {
        Self {
            need: need.total,
            planned_need_over_stock: need.planned / deliveries.stock(),
            compute_list_price: technology.compute_list_price[Year::BASE],
        }
    }
}

/// Measures that later stages go on with.
pub struct Balance<N> {
    /// Compute delivered to the world, million H100e.
    pub delivered: N,
    /// Need at planned prices over stock, against the base year.
    pub tightness: N,
    /// List price of compute, against the base year.
    pub list_price_index: N,
}

/// Writes the balance of a year.
#[inline(always)]
pub fn year<N: Number>(
    technology: &Technology<N>,
    base: Base<N>,
    need: Need<N>,
    deliveries: &Deliveries<N>,
    year: Year,
    out: &mut impl Sheet<N>,
) -> Balance<N> {
    let delivered = out.put(Series::Delivered, year, deliveries.compute());
    let stock = out.put(Series::Stock, year, deliveries.stock());
    out.put(Series::Coverage, year, stock / need.total);
    out.put(
        Series::Shortage,
        year,
        (need.total - stock).max(N::constant(0.0)),
    );
    let tightness = need.planned / stock / base.planned_need_over_stock;
    let tightness = out.put(Series::Tightness, year, tightness);

    let chip_price = technology.list[year] * deliveries.trade.chip_premium;
    let chip_price = out.put(Series::ChipPrice, year, chip_price);
    let compute_price = chip_price / technology.performance[year];
    let compute_price = out.put(Series::ComputePrice, year, compute_price);
    let index = out.put(Series::ComputeIndex, year, need.total / base.need);
    let per_dollar = base.compute_list_price / compute_price;
    let per_dollar = out.put(Series::PricePerformanceIndex, year, per_dollar);
    out.put(Series::Scissors, year, index / per_dollar);

    china(need, deliveries, year, out);
    let list_price_index = technology.compute_list_price[year] / base.compute_list_price;
    Balance {
        delivered,
        tightness,
        list_price_index: out.note(Intermediate::ListPriceIndex, year, list_price_index),
    }
}

#[inline(always)]
fn china<N: Number>(
    need: Need<N>,
    deliveries: &Deliveries<N>,
    year: Year,
    out: &mut impl Sheet<N>,
) {
    out.put(Series::ChinaDelivered, year, deliveries.compute_china());
    let stock = out.put(Series::ChinaStock, year, deliveries.stock_china);
    out.put(Series::ChinaCoverage, year, stock / need.china);
    out.put(
        Series::ChinaEflops,
        year,
        stock * H100E_FLOP_PER_S * MILLION / EXA,
    );
    let cards = deliveries.cards_china().max(N::constant(NEARLY_ZERO));
    out.put(
        Series::DomesticShareUnits,
        year,
        deliveries.trade.domestic_cards / cards,
    );
}
