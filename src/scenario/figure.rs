//! The figures there are. `report` says what each looks like; a talk names them by their ids.

use strum::{IntoStaticStr, VariantArray};

use crate::model::Series;

/// A figure that can be shown anywhere: small on its page, large on a page of its own, on a slide.
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
    /// The domestic share of cards and of spending.
    DomesticShares,
    /// Domestic cards against those that the target takes, and their premium.
    DomesticCapacity,
    /// What China needs, and what is installed there.
    ChinaNeed,
    /// Cards delivered in China, by origin.
    ChinaSuppliers,
    /// Compute installed in China.
    ChinaCompute,
    /// What domestic makers of AI chips take in.
    DomesticRevenue,
    /// Rent and break-even rent, in a unit.
    Rent(RentUnit),
    /// Payback against the life of an accelerator, and the margin.
    Payback,
    /// What owning costs against renting.
    OwnAgainstRent,
    /// What China pays for rented compute.
    LeasingMarket,
    /// Any one series.
    Single(Series),
}

/// A unit of rents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, VariantArray)]
pub enum RentUnit {
    /// Dollars for an H100e and hour.
    #[default]
    PerHour,
    /// 10,000 yuan for a PFLOP/s and year.
    PerPflop,
}

impl Figure {
    /// The figures of the overview, in the order of the page.
    pub const OVERVIEW: [Self; 4] = [Self::Need, Self::Supply, Self::Scissors, Self::ChinaTarget];

    /// The figures of the page about China, in the order of the page.
    pub const CHINA: [Self; 6] = [
        Self::DomesticShares,
        Self::DomesticCapacity,
        Self::ChinaNeed,
        Self::ChinaSuppliers,
        Self::ChinaCompute,
        Self::DomesticRevenue,
    ];

    /// The figures of the page about leasing, in the order of the page, rents in a unit.
    pub const fn leasing(unit: RentUnit) -> [Self; 4] {
        [
            Self::Rent(unit),
            Self::Payback,
            Self::OwnAgainstRent,
            Self::LeasingMarket,
        ]
    }

    /// The figures of all pages, each once: those of the overview, of China, of leasing.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::OVERVIEW
            .into_iter()
            .chain(Self::CHINA)
            .chain(Self::leasing(RentUnit::PerHour))
            .chain([Self::Rent(RentUnit::PerPflop)])
    }
}
