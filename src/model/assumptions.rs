//! The assumptions: the inputs of a run. Their one table is `assets/data/assumptions.ron`;
//! here stand its typed form and the names by which the equations call them.

use std::ops::{Index, IndexMut};
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

use super::table;
use crate::text::Words;

/// An input of the model. Declared in the order of the table.
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
pub enum Assumption {
    ModelGrowth,
    ModelGrowthFade,
    TrainingLongRun,
    FrontierRunFlop,
    BaseFrontierParams,
    ComputeExponent,
    FrontierLabs,
    FrontierLabsChange,
    RdMultiple,
    FleetUptime,
    TrainingUtilisation,
    TrainingUtilisationTarget,
    TokensPerDay,
    TokenGrowth,
    TokenGrowthFade,
    UsageLongRun,
    ActiveParams,
    ServedModelExponent,
    InferenceEfficiency,
    InferenceEfficiencyFade,
    InferenceUtilisation,
    InferenceUtilisationTarget,
    InferencePeak,
    FinetuneRatio,
    OtherGrowth,
    OtherGrowthFade,
    BaseShortage,
    ShortageDrag,
    PlanElasticity,
    StockOutsideChina,
    StockChina,
    AcceleratorLife,
    RetirementRate,
    RetirementRateTarget,
    GpuSupply,
    GpuSupplyGrowth,
    GpuSupplyFade,
    SupplyLongRun,
    SupplyResponse,
    ChipPerformance,
    ChipPerformanceGrowth,
    ChipPerformancePlan,
    ChipPerformanceFade,
    TechnologyLongRun,
    PowerLimit,
    PowerLimitGrowth,
    KwPerAccelerator,
    KwGrowth,
    BasePower,
    BasePowerChina,
    ChipListPrice,
    ChipPriceChange,
    ChipPricePlan,
    PriceElasticity,
    PriceFloor,
    PriceCap,
    GlutUptake,
    IdlePressure,
    ChannelShare,
    Fx,
    TargetYear,
    ChinaShare,
    ChinaShareTarget,
    DomesticShare,
    DomesticShareTarget,
    DomesticShipments,
    ExportShipments,
    DomesticCapacity,
    DomesticCapacityGrowth,
    DomesticSupplyResponse,
    DomesticPerformance,
    DomesticPerformanceGrowth,
    ExportPerformance,
    ExportPerformanceTarget,
    ExportRestriction,
    RestrictionRedirect,
    ExportShareCap,
    DomesticListPrice,
    ExportListPrice,
    ChinaCardContent,
    AcceleratorsPerServer,
    HbmCost,
    HbmCostChange,
    FoundryCost,
    FoundryCostChange,
    DomesticCostMultiple,
    CpuMemoryContent,
    CpuMemoryChange,
    PcbContent,
    PcbChange,
    CoolingContent,
    CoolingChange,
    ServerMargin,
    SwitchContent,
    SwitchChange,
    OpticsPerGpu,
    OpticsPerGpuTarget,
    OpticsPrice,
    OpticsPriceChange,
    OpticsMargin,
    OpticalChipShare,
    ElectricalChipShare,
    FacilityCost,
    FacilityCostChange,
    LaserLocalisation,
    LaserLocalisationTarget,
    ShareCnChannel,
    ShareCnHbm,
    ShareCnCpuMemory,
    ShareCnPcb,
    ShareCnCooling,
    ShareCnServers,
    ShareCnSwitches,
    ShareCnOptics,
    ShareCnElectricalChips,
    MarginAcceleratorsForeign,
    MarginAcceleratorsDomestic,
    MarginChannel,
    MarginHbm,
    MarginFoundry,
    MarginCpuMemory,
    MarginPcb,
    MarginCooling,
    MarginServers,
    MarginSwitches,
    MarginOptics,
    MarginOpticalChips,
    MarginElectricalChips,
    MarginFacility,
    TaxRate,
    PowerLoad,
    Pue,
    BaseRent,
    RentPassThrough,
    RentScarcity,
    RentalUtilisation,
    ElectricityPrice,
    LeaseOpexShare,
    DiscountRate,
    RentErosion,
    RentedShare,
}

impl Assumption {
    /// All assumptions in table order.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// The id used in files and on the command line, such as `model_growth`.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// The assumption with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        id.parse().ok()
    }

    /// Its row of the table.
    pub fn info(self) -> &'static AssumptionInfo {
        &TABLE[self as usize]
    }
}

static TABLE: LazyLock<Vec<AssumptionInfo>> =
    LazyLock::new(|| table::embedded(include_str!("../../assets/data/assumptions.ron")));

/// What is known of an assumption beside its value, which stands in a baseline.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssumptionInfo {
    /// Which assumption this is.
    pub id: Assumption,
    /// Where it belongs.
    pub group: Group,
    /// How it is meant to be used.
    pub kind: Kind,
    /// Its unit, a key of `Text::units`.
    pub unit: String,
    /// The least value the model accepts.
    pub min: f64,
    /// The greatest value the model accepts.
    pub max: f64,
    /// How its range is spread, on a slider and in draws.
    pub scale: Scale,
    /// Its name.
    pub label: Words,
    /// How well it is known.
    pub basis: Basis,
    /// Ids of its sources.
    pub sources: Vec<String>,
}

impl AssumptionInfo {
    /// Where a value stands between the least and the greatest, 0 to 1.
    pub fn position(&self, value: f64) -> f64 {
        let position = match self.scale {
            Scale::Linear => (value - self.min) / (self.max - self.min),
            Scale::Log => (value / self.min).ln() / (self.max / self.min).ln(),
        };
        position.clamp(0.0, 1.0)
    }

    /// The value that stands at a position.
    pub fn value_at(&self, position: f64) -> f64 {
        let position = position.clamp(0.0, 1.0);
        match self.scale {
            Scale::Linear => self.min + position * (self.max - self.min),
            Scale::Log => self.min * (self.max / self.min).powf(position),
        }
    }
}

impl AssumptionInfo {
    /// Is the value one that the model accepts?
    pub fn allows(&self, value: f64) -> bool {
        (self.min..=self.max).contains(&value)
    }
}

/// Where an assumption belongs in the panel of levers.
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
    IntoStaticStr,
    VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Group {
    /// Training compute.
    Training,
    /// Usage of models, and everything else that needs compute.
    Usage,
    /// Chips, power and the installed fleet.
    Supply,
    /// Prices and how markets react.
    Price,
    /// China's need and supply.
    China,
    /// What goes into a data centre.
    Chain,
    /// Who captures the money.
    Capture,
    /// Energy and renting out compute.
    Leasing,
}

/// How an assumption is meant to be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Kind {
    /// One of the four sliders that are always in view.
    Headline,
    /// A choice people make or argue about.
    Lever,
    /// A judgement behind the model.
    Assumption,
    /// A fact of the base year.
    Observed,
}

/// How a range is spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Scale {
    /// Equal steps add.
    Linear,
    /// Equal steps multiply.
    Log,
}

/// How well a default is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, IntoStaticStr, VariantArray)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Basis {
    /// Measured or published.
    Measured,
    /// Computed from measured values.
    Derived,
    /// Taken from an analyst.
    Analyst,
    /// Taken from one of the five source articles.
    Seed,
    /// A judgement of this project.
    Judged,
}

/// One value for each assumption.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumptions<T>([T; Assumption::COUNT]);

impl<T> Assumptions<T> {
    /// Builds the values in table order.
    pub fn from_fn(mut value: impl FnMut(Assumption) -> T) -> Self {
        Self(std::array::from_fn(|index| value(Assumption::ALL[index])))
    }

    /// The same assumptions with other values.
    #[inline(always)]
    pub fn map<U: Copy>(&self, mut value: impl FnMut(&T) -> U) -> Assumptions<U> {
        let mut values = [value(&self.0[0]); Assumption::COUNT];
        for (index, entry) in values.iter_mut().enumerate().skip(1) {
            *entry = value(&self.0[index]);
        }
        Assumptions(values)
    }

    /// The assumptions with their values, in table order.
    pub fn iter(&self) -> impl Iterator<Item = (Assumption, &T)> {
        Assumption::ALL.iter().copied().zip(&self.0)
    }
}

impl<T> Index<Assumption> for Assumptions<T> {
    type Output = T;

    #[inline(always)]
    fn index(&self, assumption: Assumption) -> &T {
        &self.0[assumption as usize]
    }
}

impl<T> IndexMut<Assumption> for Assumptions<T> {
    #[inline(always)]
    fn index_mut(&mut self, assumption: Assumption) -> &mut T {
        &mut self.0[assumption as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_stand_between_the_least_and_the_greatest() {
        for &assumption in Assumption::ALL {
            let info = assumption.info();
            let middle = match info.scale {
                Scale::Linear => f64::midpoint(info.min, info.max),
                Scale::Log => (info.min * info.max).sqrt(),
            };
            for (value, position) in [(info.min, 0.0), (middle, 0.5), (info.max, 1.0)] {
                let id = assumption.id();
                assert!((info.position(value) - position).abs() < 1e-12, "{id}");
                let back = info.value_at(position);
                assert!((back - value).abs() <= 1e-12 * value.abs(), "{id}: {back}");
            }
            assert_eq!(info.position(info.max + 1.0), 1.0, "not beyond the rail");
        }
    }
}
