//! The fifteen segments of the value chain, and what is measured of each.

use serde::Deserialize;
use strum::{EnumCount, EnumString, IntoStaticStr, VariantArray};

/// A segment of the value chain, in the order of the series table.
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
pub enum Segment {
    /// Designers of AI chips outside China.
    AcceleratorsForeign,
    /// Designers of AI chips in China.
    AcceleratorsDomestic,
    /// Dealers who keep a part of the premium.
    Channel,
    /// High-bandwidth memory.
    Hbm,
    /// Wafers and advanced packaging.
    Foundry,
    /// Processors, memory and storage of servers.
    CpuMemory,
    /// Circuit boards.
    Pcb,
    /// Liquid cooling and rack power.
    Cooling,
    /// Server makers.
    Servers,
    /// Switches, network cards and cables.
    Switches,
    /// Makers of optical modules.
    Optics,
    /// Optical chips in modules.
    OpticalChips,
    /// Electrical chips in modules.
    ElectricalChips,
    /// Buildings, power and cooling of data centres.
    Facility,
    /// Scarcity rent of sites that have power.
    Sites,
}

impl Segment {
    /// All segments in table order.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// The id used in files, such as `optical_chips`.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// The segment with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        id.parse().ok()
    }
}

/// What is measured of a segment, in the order of the series table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumCount, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Measure {
    /// What its customers pay.
    #[strum(serialize = "rev")]
    Revenue,
    /// What it keeps after paying its own suppliers in the chain.
    Captured,
    /// The part of the captured value that Chinese suppliers get.
    China,
    /// Its net profit.
    Profit,
}
