//! The series: the results of a run. Their one table is `assets/data/series.ron`;
//! here stand its typed form and the names by which the equations call them.

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

use super::segment::{Measure, Segment};
use super::table;
use crate::text::Words;

/// A result of the model, one value a year. Declared in the order of the table:
/// the last sixty are the four measures of each of the fifteen segments.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    EnumCount,
    EnumString,
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[expect(
    missing_docs,
    reason = "the table says what each one means, in both languages"
)]
pub enum Series {
    FrontierRun,
    FrontierParams,
    Tokens,
    NeedTraining,
    NeedFinetuning,
    NeedInference,
    NeedOther,
    PlannedNeed,
    Need,
    ComputeIndex,
    PricePerformanceIndex,
    Scissors,
    Wanted,
    ChipSupply,
    PowerSupply,
    UnsoldChips,
    Tightness,
    Supply,
    Delivered,
    Stock,
    Coverage,
    Shortage,
    Constraint,
    Premium,
    ChipPremium,
    ChipPrice,
    ComputePrice,
    DomesticPremium,
    ChinaNeed,
    ChinaStock,
    ChinaCoverage,
    ChinaDelivered,
    ChinaEflops,
    DomesticCards,
    ExportCards,
    DomesticShareUnits,
    DomesticShareValue,
    Accelerators,
    Servers,
    OpticalModules,
    PowerAdded,
    PowerBuilt,
    Capex,
    CapturedTotal,
    ChinaCaptured,
    ChinaCapturedShare,
    ProfitTotal,
    PowerInstalled,
    Energy,
    Rent,
    RentCnyPerP,
    LeaseCapex,
    LeaseOpex,
    LeaseRevenue,
    LeasePayback,
    LeaseMargin,
    LeaseNpv,
    BreakevenRent,
    OwnVsRent,
    ChinaLeasingMarket,
    RevAcceleratorsForeign,
    CapturedAcceleratorsForeign,
    ChinaAcceleratorsForeign,
    ProfitAcceleratorsForeign,
    RevAcceleratorsDomestic,
    CapturedAcceleratorsDomestic,
    ChinaAcceleratorsDomestic,
    ProfitAcceleratorsDomestic,
    RevChannel,
    CapturedChannel,
    ChinaChannel,
    ProfitChannel,
    RevHbm,
    CapturedHbm,
    ChinaHbm,
    ProfitHbm,
    RevFoundry,
    CapturedFoundry,
    ChinaFoundry,
    ProfitFoundry,
    RevCpuMemory,
    CapturedCpuMemory,
    ChinaCpuMemory,
    ProfitCpuMemory,
    RevPcb,
    CapturedPcb,
    ChinaPcb,
    ProfitPcb,
    RevCooling,
    CapturedCooling,
    ChinaCooling,
    ProfitCooling,
    RevServers,
    CapturedServers,
    ChinaServers,
    ProfitServers,
    RevSwitches,
    CapturedSwitches,
    ChinaSwitches,
    ProfitSwitches,
    RevOptics,
    CapturedOptics,
    ChinaOptics,
    ProfitOptics,
    RevOpticalChips,
    CapturedOpticalChips,
    ChinaOpticalChips,
    ProfitOpticalChips,
    RevElectricalChips,
    CapturedElectricalChips,
    ChinaElectricalChips,
    ProfitElectricalChips,
    RevFacility,
    CapturedFacility,
    ChinaFacility,
    ProfitFacility,
    RevSites,
    CapturedSites,
    ChinaSites,
    ProfitSites,
}

impl Series {
    /// All series in table order.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// The id used in files and on the command line, such as `need_training`.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// The series with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        id.parse().ok()
    }

    /// Its row of the table.
    pub fn info(self) -> &'static SeriesInfo {
        &TABLE[self as usize]
    }

    /// One measure of one segment, such as the revenue of optical modules.
    #[inline(always)]
    pub fn of_segment(segment: Segment, measure: Measure) -> Self {
        let first = Self::RevAcceleratorsForeign as usize;
        Self::ALL[first + segment as usize * Measure::COUNT + measure as usize]
    }

    /// The segment and the measure of it that a series is, if it is about one segment.
    pub fn segment(self) -> Option<(Segment, Measure)> {
        let first = Self::RevAcceleratorsForeign as usize;
        let index = (self as usize).checked_sub(first)?;
        let segment = *Segment::ALL.get(index / Measure::COUNT)?;
        Some((segment, *Measure::VARIANTS.get(index % Measure::COUNT)?))
    }
}

static TABLE: LazyLock<Vec<SeriesInfo>> =
    LazyLock::new(|| table::embedded(include_str!("../../assets/data/series.ron")));

/// What is known of a series beside its values.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeriesInfo {
    /// Which series this is.
    pub id: Series,
    /// The stage of the model it belongs to.
    pub group: Stage,
    /// Its unit, a key of `Text::units`.
    pub unit: String,
    /// Its name.
    pub label: Words,
    /// What it measures, in a sentence or two.
    pub meaning: Words,
    /// Which direction is good for those it concerns. It colours arrows, nothing else.
    pub better: Better,
}

/// The stage of the model a series belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, IntoStaticStr, VariantArray)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
#[expect(missing_docs, reason = "each is a section of the series table")]
pub enum Stage {
    Demand,
    Scissors,
    Supply,
    Price,
    China,
    Chain,
    Capture,
    Energy,
    Leasing,
}

/// Which direction is good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Better {
    /// More is good.
    Up,
    /// Less is good.
    Down,
    /// Neither.
    Neutral,
}
