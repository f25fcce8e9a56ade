//! The figures: one function builds one chart. [`Figure`] names them all; what it means is here.

mod area;
mod china;
mod fan;
mod frame;
mod leasing;
mod overview;
mod quantity;
mod single;
mod strip;
mod supply;

pub use frame::{calendar, unit_in_words};

use super::chart::Chart;
use super::rent_unit::RentUnit;
use super::world::World;
use crate::model::Series;
pub use crate::scenario::figure::Figure;

impl Figure {
    /// Builds its chart.
    pub fn chart(self, world: &World<'_>) -> Chart {
        let chart = match self {
            Self::Need => overview::need(world),
            Self::Supply => supply::supply(world),
            Self::Scissors => overview::scissors(world),
            Self::ChinaTarget => overview::china_target(world),
            Self::DomesticShares => china::shares(world),
            Self::DomesticCapacity => china::capacity(world),
            Self::ChinaNeed => china::need(world),
            Self::ChinaSuppliers => china::suppliers(world),
            Self::ChinaCompute => china::compute(world),
            Self::DomesticRevenue => china::revenue(world),
            Self::Rent(unit) => leasing::rent(world, unit),
            // Alone, years without end would hide all others.
            Self::Payback | Self::Single(Series::LeasePayback) => leasing::payback(world),
            Self::OwnAgainstRent => leasing::own_against_rent(world),
            Self::LeasingMarket => leasing::market(world),
            Self::Single(series) => single::single(world, series),
        };
        fan::carry(world, chart)
    }

    /// The series it shows, the most important first.
    pub fn series(self) -> &'static [Series] {
        use Series as S;
        match self {
            Self::Need => &[
                S::Need,
                S::Stock,
                S::NeedTraining,
                S::NeedInference,
                S::NeedFinetuning,
                S::NeedOther,
                S::Shortage,
                S::Coverage,
            ],
            Self::Supply => &[
                S::Wanted,
                S::Supply,
                S::ChipSupply,
                S::PowerSupply,
                S::Premium,
            ],
            Self::Scissors => &[S::Scissors, S::ComputeIndex, S::PricePerformanceIndex],
            Self::ChinaTarget => &[S::DomesticShareUnits, S::ChinaCoverage],
            Self::DomesticShares => &[S::DomesticShareUnits, S::DomesticShareValue],
            Self::DomesticCapacity => &[S::DomesticCards, S::DomesticPremium],
            Self::ChinaNeed => &[S::ChinaNeed, S::ChinaStock, S::ChinaCoverage],
            Self::ChinaSuppliers => &[S::DomesticCards, S::ExportCards],
            Self::ChinaCompute => &[S::ChinaEflops],
            Self::DomesticRevenue => &[S::RevAcceleratorsDomestic],
            Self::Rent(RentUnit::PerHour) => &[S::Rent, S::BreakevenRent],
            Self::Rent(RentUnit::PerPflop) => &[S::RentCnyPerP],
            Self::Payback => &[S::LeasePayback, S::LeaseMargin],
            Self::OwnAgainstRent => &[S::OwnVsRent],
            Self::LeasingMarket => &[S::ChinaLeasingMarket],
            Self::Single(_) => &[],
        }
    }

    /// The series whose fans its lines may carry.
    pub fn banded(self, world: &World<'_>) -> Vec<Series> {
        let lines = self.chart(world).lines.into_iter();
        lines.filter_map(|line| Some(line.fan?.series)).collect()
    }

    /// The figure that shows a series best: one of the pages' own, or the series alone.
    pub fn of_series(series: Series) -> Self {
        Self::all()
            .find(|figure| figure.series().contains(&series))
            .unwrap_or(Self::Single(series))
    }
}
