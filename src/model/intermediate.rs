//! What the equations name on their way from assumptions to series: prices, fleets, plans, costs.
//! Their one table is `assets/data/intermediates.ron`. A run does not keep them; explanations and
//! the workbook show them, so that no formula is longer than a reader can follow.

use std::sync::LazyLock;

use serde::Deserialize;
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

use super::series::Stage;
use super::table;
use crate::text::Words;

/// A quantity of the equations that is no result. Declared in the order of the table.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
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
pub enum Intermediate {
    RampProgress,
    PerformanceGrowth,
    Performance,
    PlannedPerformanceGrowth,
    PlannedPerformance,
    ListPrice,
    PlannedListPrice,
    ComputeListPrice,
    PlannedComputePrice,
    ListPriceIndex,
    AcceleratorPower,
    Retirement,
    RunGrowth,
    TokenGrowth,
    OtherGrowth,
    Drag,
    RunIndex,
    Labs,
    TrainingUtilisation,
    TrainingWanted,
    EfficiencyGain,
    InferenceUtilisation,
    ParametersServed,
    InferenceWanted,
    FinetuningWanted,
    OtherWanted,
    PriceResponse,
    ChinaShareOfNeed,
    NeedOutside,
    ChipCapacityGrowth,
    ChipSignal,
    ChipCapacity,
    ComputeOutside,
    AcceleratorsOutside,
    FleetOutside,
    NewPowerSites,
    FreedPowerOutside,
    NewPowerOutside,
    PowerOutside,
    DomesticPerformanceGrowth,
    DomesticPerformance,
    ExportPerformance,
    DomesticListPrice,
    ExportListPrice,
    DomesticShareAim,
    CardsWanted,
    CardsBlocked,
    DomesticCardsWanted,
    DomesticCapacityGrowth,
    DomesticSignal,
    DomesticCapacity,
    DomesticCompute,
    ExportCompute,
    FleetChina,
    FreedPowerChina,
    NewPowerChina,
    PowerChina,
    FullCards,
    ForeignAtList,
    DomesticAtList,
    ForeignPaid,
    CostWeightedCompute,
    HbmUnitCost,
    FoundryUnitCost,
    CpuMemoryUnitPrice,
    PcbUnitPrice,
    CoolingUnitPrice,
    SwitchUnitPrice,
    ServerParts,
    OpticsPerAccelerator,
    OpticsUnitPrice,
    OpticsCost,
    FacilityUnitCost,
    ForeignChipCost,
    DomesticChipCost,
    ForeignBaseCapture,
    DomesticBaseCapture,
    LaserLocalisation,
    RentAnnuity,
    CostAnnuity,
}

impl Intermediate {
    /// All of them in table order.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// The id used in the workbook, such as `list_price`.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// Its row of the table.
    pub fn info(self) -> &'static IntermediateInfo {
        &TABLE[self as usize]
    }
}

static TABLE: LazyLock<Vec<IntermediateInfo>> =
    LazyLock::new(|| table::embedded(include_str!("../../assets/data/intermediates.ron")));

/// What is known of an intermediate beside its values.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IntermediateInfo {
    /// Which one this is.
    pub id: Intermediate,
    /// The stage of the model it belongs to.
    pub group: Stage,
    /// Its unit, a key of the units in `assets/text`.
    pub unit: String,
    /// Its name.
    pub label: Words,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_names() {
        let ids: Vec<Intermediate> = TABLE.iter().map(|row| row.id).collect();
        assert_eq!(ids, Intermediate::ALL);
    }
}
