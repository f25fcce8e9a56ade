//! Technology, list prices and plans: what is given from outside each year (MODEL.md §1).

use super::assumptions::Assumption::{
    ChipListPrice, ChipPerformance, ChipPerformanceFade, ChipPerformanceGrowth,
    ChipPerformancePlan, ChipPriceChange, ChipPricePlan, DomesticListPrice, DomesticPerformance,
    DomesticPerformanceGrowth, DomesticShare, DomesticShareTarget, ExportListPrice,
    ExportPerformance, ExportPerformanceTarget, KwGrowth, KwPerAccelerator, PowerLimit,
    PowerLimitGrowth, RetirementRate, RetirementRateTarget, TargetYear, TechnologyLongRun,
};
use super::assumptions::{Assumption, Assumptions};
use super::growth::{fading_level, ramp, ramp_progress, trend};
use super::intermediate::Intermediate;
use super::sheet::Sheet;
use super::year::Yearly;
use crate::number::Number;

/// What each year brings whatever the markets do.
pub struct Technology<N> {
    /// Performance of a foreign accelerator, H100e per card.
    pub performance: Yearly<N>,
    /// Performance of a domestic card, H100e per card.
    pub domestic_performance: Yearly<N>,
    /// Performance of a foreign card sold to China, H100e per card.
    pub export_performance: Yearly<N>,
    /// List price of a foreign accelerator, k USD.
    pub list: Yearly<N>,
    /// The same as buyers planned it.
    pub planned_list: Yearly<N>,
    /// List price of compute, k USD per H100e.
    pub compute_list_price: Yearly<N>,
    /// The same as buyers planned it.
    pub planned_compute_price: Yearly<N>,
    /// List price of a domestic card, k USD.
    pub domestic_list: Yearly<N>,
    /// List price of a foreign card sold to China, k USD.
    pub export_list: Yearly<N>,
    /// IT power of a full-size accelerator, kW.
    pub kw: Yearly<N>,
    /// New IT power outside China, GW a year.
    pub new_power: Yearly<N>,
    /// Domestic share of cards that China aims for.
    pub domestic_share: Yearly<N>,
    /// Share of the fleet retired in the year.
    pub retirement: Yearly<N>,
    /// How far every ramp has come, 0 to 1.
    pub ramp_progress: Yearly<N>,
}

impl<N: Number> Technology<N> {
    /// Computes all years from the assumptions.
    #[inline(always)]
    pub fn new(a: &Assumptions<N>, out: &mut impl Sheet<N>) -> Self {
        use Intermediate as Name;
        let progress = ramp_progress(a[TargetYear], out);
        let performance = performance(
            a,
            ChipPerformance,
            (Name::PerformanceGrowth, ChipPerformanceGrowth),
            Name::Performance,
            out,
        );
        let planned_performance = self::performance(
            a,
            ChipPerformance,
            (Name::PlannedPerformanceGrowth, ChipPerformancePlan),
            Name::PlannedPerformance,
            out,
        );
        let domestic_performance = self::performance(
            a,
            DomesticPerformance,
            (Name::DomesticPerformanceGrowth, DomesticPerformanceGrowth),
            Name::DomesticPerformance,
            out,
        );
        let (from, to) = (a[ExportPerformance], a[ExportPerformanceTarget]);
        let export_performance = ramp(Name::ExportPerformance, from, to, &progress, out);

        let (change, planned_change) = (a[ChipPriceChange], a[ChipPricePlan]);
        let list = trend(Name::ListPrice, a[ChipListPrice], change, out);
        let planned_list = trend(
            Name::PlannedListPrice,
            a[ChipListPrice],
            planned_change,
            out,
        );
        let compute_list_price = quotient(Name::ComputeListPrice, &list, &performance, out);
        let planned_compute_price = quotient(
            Name::PlannedComputePrice,
            &planned_list,
            &planned_performance,
            out,
        );
        let (from, to) = (a[DomesticShare], a[DomesticShareTarget]);
        let domestic_share = ramp(Name::DomesticShareAim, from, to, &progress, out);
        let (from, to) = (a[RetirementRate], a[RetirementRateTarget]);
        let retirement = ramp(Name::Retirement, from, to, &progress, out);
        Self {
            performance,
            domestic_performance,
            export_performance,
            list,
            planned_list,
            compute_list_price,
            planned_compute_price,
            domestic_list: trend(Name::DomesticListPrice, a[DomesticListPrice], change, out),
            export_list: trend(Name::ExportListPrice, a[ExportListPrice], change, out),
            kw: trend(
                Name::AcceleratorPower,
                a[KwPerAccelerator],
                a[KwGrowth],
                out,
            ),
            new_power: trend(Name::NewPowerSites, a[PowerLimit], a[PowerLimitGrowth], out),
            domestic_share,
            retirement,
            ramp_progress: progress,
        }
    }

    /// A straight line from one assumption in the base year to another in the target year.
    #[inline(always)]
    pub fn ramp(
        &self,
        a: &Assumptions<N>,
        name: Intermediate,
        start: Assumption,
        end: Assumption,
        out: &mut impl Sheet<N>,
    ) -> Yearly<N> {
        ramp(name, a[start], a[end], &self.ramp_progress, out)
    }
}

/// The performance of a kind of card, growing from its start at a fading rate.
#[inline(always)]
fn performance<N: Number>(
    a: &Assumptions<N>,
    start: Assumption,
    (level_name, growth): (Intermediate, Assumption),
    name: Intermediate,
    out: &mut impl Sheet<N>,
) -> Yearly<N> {
    let (fade, long_run) = (a[ChipPerformanceFade], a[TechnologyLongRun]);
    let level = fading_level(level_name, a[growth], fade, long_run, out);
    Yearly::from_fn(
        #[inline(always)]
        |year| out.note(name, year, a[start] * level[year]),
    )
}

#[inline(always)]
fn quotient<N: Number>(
    name: Intermediate,
    above: &Yearly<N>,
    below: &Yearly<N>,
    out: &mut impl Sheet<N>,
) -> Yearly<N> {
    Yearly::from_fn(
        #[inline(always)]
        |year| out.note(name, year, above[year] / below[year]),
    )
}
