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
    #[inline]
    pub fn new(a: &Assumptions<N>) -> Self {
        let performance = |start: Assumption, growth: Assumption| {
            let level = fading_level(a[growth], a[ChipPerformanceFade], a[TechnologyLongRun]);
            Yearly::from_fn(|year| a[start] * level[year])
        };
        let ramp_progress = ramp_progress(a[TargetYear]);
        let ramp = |start, end| ramp(a[start], a[end], &ramp_progress);
        Self {
            performance: performance(ChipPerformance, ChipPerformanceGrowth),
            planned_performance: performance(ChipPerformance, ChipPerformancePlan),
            domestic_performance: performance(DomesticPerformance, DomesticPerformanceGrowth),
            export_performance: ramp(ExportPerformance, ExportPerformanceTarget),
            list: trend(a[ChipListPrice], a[ChipPriceChange]),
            planned_list: trend(a[ChipListPrice], a[ChipPricePlan]),
            domestic_list: trend(a[DomesticListPrice], a[ChipPriceChange]),
            export_list: trend(a[ExportListPrice], a[ChipPriceChange]),
            kw: trend(a[KwPerAccelerator], a[KwGrowth]),
            new_power: trend(a[PowerLimit], a[PowerLimitGrowth]),
            domestic_share: ramp(DomesticShare, DomesticShareTarget),
            retirement: ramp(RetirementRate, RetirementRateTarget),
            ramp_progress,
        }
    }
}
