//! The figures: one function builds one chart. [`Figure`] names them all.

mod curves;
mod frame;
mod overview;
mod single;
mod supply;

pub use curves::{Curve, curves, with_unit};
pub use frame::{Heading, axis, calendar, frame, observed, row};

use strum::IntoStaticStr;

use super::chart::Chart;
use super::world::World;
use crate::model::Series;

/// A figure that can be shown anywhere: small on its page, large on a page of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Figure {
    /// Need by category, and what is installed.
    Need,
    /// What is wanted outside China, what chips and power allow, and the premium.
    Supply,
    /// Need and compute per dollar.
    Scissors,
    /// China's target, the share reached, and its coverage.
    ChinaTarget,
    /// Any one series.
    Single(Series),
}

impl Figure {
    /// The figures of the overview, in the order of the page.
    pub const OVERVIEW: [Self; 4] = [Self::Need, Self::Supply, Self::Scissors, Self::ChinaTarget];

    /// Builds its chart.
    pub fn chart(self, world: &World<'_>) -> Chart {
        match self {
            Self::Need => overview::need(world),
            Self::Supply => supply::supply(world),
            Self::Scissors => overview::scissors(world),
            Self::ChinaTarget => overview::china_target(world),
            Self::Single(series) => single::single(world, series),
        }
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
            Self::Single(_) => &[],
        }
    }

    /// The figure that shows a series best: one of the pages' own, or the series alone.
    pub fn of_series(series: Series) -> Self {
        Self::OVERVIEW
            .into_iter()
            .find(|figure| figure.series().contains(&series))
            .unwrap_or(Self::Single(series))
    }
}
