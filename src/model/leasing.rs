//! Electricity, and what renting out compute earns (MODEL.md §6).

use super::assumptions::Assumption::{
    AcceleratorLife, BaseRent, DiscountRate, ElectricityPrice, Fx, LeaseOpexShare, PowerLoad, Pue,
    RentErosion, RentPassThrough, RentScarcity, RentalUtilisation, RentedShare,
};
use super::assumptions::Assumptions;
use super::balance::Balance;
use super::constants::{H100E_PFLOP_PER_S, HOURS_PER_YEAR, TEN_THOUSAND, THOUSAND};
use super::intermediate::Intermediate;
use super::market::Deliveries;
use super::series::Series;
use super::sheet::Sheet;
use super::value_chain::Spending;
use super::year::Year;
use crate::number::Number;

/// Net rental income that payback is computed with at least, k USD per H100e a year.
const LEAST_INCOME: f64 = 1e-3;

/// Values of money over an accelerator's life, and last year's fleets.
pub struct Leasing<N> {
    /// Worth of a falling rent of 1 a year, today.
    rent_annuity: N,
    /// Worth of a cost of 1 a year, today.
    cost_annuity: N,
    last_power: Option<N>,
    last_stock_china: Option<N>,
}

impl<N: Number> Leasing<N> {
    /// Annuities from the assumptions.
    #[inline(always)]
    pub fn new(a: &Assumptions<N>, out: &mut impl Sheet<N>) -> Self {
        let one = N::constant(1.0);
        let discount = a[DiscountRate] + 1.0;
        let (falling, steady) = ((one - a[RentErosion]) / discount, one / discount);
        let (year, life) = (Year::BASE, a[AcceleratorLife]);
        Self {
            rent_annuity: out.note(Intermediate::RentAnnuity, year, annuity(falling, life)),
            cost_annuity: out.note(Intermediate::CostAnnuity, year, annuity(steady, life)),
            last_power: None,
            last_stock_china: None,
        }
    }

    /// Writes electricity, rents, and the economics of a rented H100e for a year.
    #[inline(always)]
    pub fn year(
        &mut self,
        a: &Assumptions<N>,
        balance: &Balance<N>,
        deliveries: &Deliveries<N>,
        spending: &Spending<N>,
        year: Year,
        out: &mut impl Sheet<N>,
    ) {
        // Consumption of 1 kW of IT power over a year, MWh.
        let mwh_per_kw = a[PowerLoad] * a[Pue] * HOURS_PER_YEAR / THOUSAND;
        let power = out.put(Series::PowerInstalled, year, deliveries.power_installed);
        let mean_power = mean(self.last_power.replace(power), power);
        out.put(Series::Energy, year, mean_power * mwh_per_kw);

        let rent = a[BaseRent]
            * balance.list_price_index.powf(a[RentPassThrough])
            * balance.tightness.powf(a[RentScarcity]);
        let rent = out.put(Series::Rent, year, rent);
        let cny_per_p = rent * HOURS_PER_YEAR * a[Fx] / TEN_THOUSAND / H100E_PFLOP_PER_S;
        out.put(Series::RentCnyPerP, year, cny_per_p);

        let hours = a[RentalUtilisation] * HOURS_PER_YEAR;
        let cost = spending.capex / balance.delivered;
        let cost = out.put(Series::LeaseCapex, year, cost);
        let kw = spending.power_added / balance.delivered;
        let opex = kw * mwh_per_kw * a[ElectricityPrice] + cost * a[LeaseOpexShare];
        let opex = out.put(Series::LeaseOpex, year, opex);
        let revenue = out.put(Series::LeaseRevenue, year, rent * hours / THOUSAND);

        let income = (revenue - opex).max(N::constant(LEAST_INCOME));
        out.put(Series::LeasePayback, year, cost / income);
        let yearly_cost = opex + cost / a[AcceleratorLife];
        out.put(
            Series::LeaseMargin,
            year,
            N::constant(1.0) - yearly_cost / revenue,
        );
        let npv = revenue * self.rent_annuity - opex * self.cost_annuity - cost;
        out.put(Series::LeaseNpv, year, npv);
        let breakeven = (cost + opex * self.cost_annuity) / (hours * self.rent_annuity) * THOUSAND;
        let breakeven = out.put(Series::BreakevenRent, year, breakeven);
        out.put(Series::OwnVsRent, year, breakeven / rent);

        let stock = deliveries.stock_china;
        let mean_stock = mean(self.last_stock_china.replace(stock), stock);
        let market = mean_stock * a[RentedShare] * rent * hours * a[Fx] / THOUSAND;
        out.put(Series::ChinaLeasingMarket, year, market);
    }
}

/// The mean of a year's start and end; in the base year only the end is known.
#[inline(always)]
fn mean<N: Number>(last: Option<N>, now: N) -> N {
    last.map_or(
        now,
        #[inline(always)]
        |last| (last + now) / 2.0,
    )
}

/// Worth of a yearly payment of 1 over `years`, paid at year's end, each worth `q` of the last:
/// q · (1 − qⁿ) / (1 − q).
#[inline(always)]
fn annuity<N: Number>(q: N, years: N) -> N {
    let one = N::constant(1.0);
    let gap = one - q;
    // Where q is 1 the quotient is 0 / 0: divide by 1 there, the result is not used.
    let nearly_one = N::constant(1e-9);
    let divisor = gap.abs().if_less(nearly_one, one, gap);
    let sum = q * (one - q.powf(years)) / divisor;
    gap.abs().if_less(nearly_one, q * years, sum)
}

#[cfg(test)]
mod tests {
    use super::annuity;

    #[test]
    fn annuity_sums_its_payments() {
        // Three payments at q = 1/2: 0.5 + 0.25 + 0.125.
        assert!((annuity(0.5, 3.0) - 0.875_f64).abs() < 1e-15);
    }

    #[test]
    fn annuity_at_one_counts_the_years() {
        assert!((annuity(1.0, 6.0) - 6.0_f64).abs() < 1e-15);
        assert!((annuity(1.0 + 1e-8, 6.0) - 6.0_f64).abs() < 1e-6);
    }
}
