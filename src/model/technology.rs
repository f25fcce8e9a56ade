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
use super::year::Yearly;
use crate::number::Number;

/// What each year brings whatever the markets do.
pub struct Technology<N> {
    /// Performance of a foreign accelerator, H100e per card.
    pub performance: Yearly<N>,
    /// The same as buyers planned it.
    pub planned_performance: Yearly<N>,
    /// Performance of a domestic card, H100e per card.
    pub domestic_performance: Yearly<N>,
    /// Performance of a foreign card sold to China, H100e per card.
    pub export_performance: Yearly<N>,
    /// List price of a foreign accelerator, k USD.
    pub list: Yearly<N>,
    /// The same as buyers planned it.
    pub planned_list: Yearly<N>,
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
    pub fn new(a: &Assumptions<N>) -> Self {
        let progress = ramp_progress(a[TargetYear]);
        Self {
            performance: performance(a, ChipPerformance, ChipPerformanceGrowth),
            planned_performance: performance(a, ChipPerformance, ChipPerformancePlan),
            domestic_performance: performance(a, DomesticPerformance, DomesticPerformanceGrowth),
            export_performance: between(a, ExportPerformance, ExportPerformanceTarget, &progress),
            list: trend(a[ChipListPrice], a[ChipPriceChange]),
            planned_list: trend(a[ChipListPrice], a[ChipPricePlan]),
            domestic_list: trend(a[DomesticListPrice], a[ChipPriceChange]),
            export_list: trend(a[ExportListPrice], a[ChipPriceChange]),
            kw: trend(a[KwPerAccelerator], a[KwGrowth]),
            new_power: trend(a[PowerLimit], a[PowerLimitGrowth]),
            domestic_share: between(a, DomesticShare, DomesticShareTarget, &progress),
            retirement: between(a, RetirementRate, RetirementRateTarget, &progress),
            ramp_progress: progress,
        }
    }

    /// A straight line from one assumption in the base year to another in the target year.
    #[inline(always)]
    pub fn ramp(&self, a: &Assumptions<N>, start: Assumption, end: Assumption) -> Yearly<N> {
        between(a, start, end, &self.ramp_progress)
    }
}

#[inline(always)]
fn between<N: Number>(
    a: &Assumptions<N>,
    start: Assumption,
    end: Assumption,
    progress: &Yearly<N>,
) -> Yearly<N> {
    ramp(a[start], a[end], progress)
}

/// The performance of a kind of card, growing from its start at a fading rate.
#[inline(always)]
fn performance<N: Number>(a: &Assumptions<N>, start: Assumption, growth: Assumption) -> Yearly<N> {
    let level = fading_level(a[growth], a[ChipPerformanceFade], a[TechnologyLongRun]);
    Yearly::from_fn(
        #[inline(always)]
        |year| a[start] * level[year],
    )
}
