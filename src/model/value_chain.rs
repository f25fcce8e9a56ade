//! What is spent on AI infrastructure, and on what (MODEL.md §4). Billion USD unless said.

use super::assumptions::Assumption::{
    AcceleratorsPerServer, ChannelShare, ChinaCardContent, CoolingChange, CoolingContent,
    CpuMemoryChange, CpuMemoryContent, DomesticCostMultiple, ElectricalChipShare, FacilityCost,
    FacilityCostChange, FoundryCost, FoundryCostChange, HbmCost, HbmCostChange, OpticalChipShare,
    OpticsMargin, OpticsPerGpu, OpticsPerGpuTarget, OpticsPrice, OpticsPriceChange, PcbChange,
    PcbContent, ServerMargin, SwitchChange, SwitchContent,
};
use super::assumptions::{Assumption, Assumptions};
use super::constants::{NEARLY_ZERO, THOUSAND};
use super::growth::trend;
use super::intermediate::Intermediate;
use super::market::Deliveries;
use super::series::Series;
use super::sheet::Sheet;
use super::technology::Technology;
use super::year::{Year, Yearly};
use crate::number::Number;

/// Costs and contents of all years.
pub struct ValueChain<N> {
    /// k USD per H100e.
    hbm_cost: Yearly<N>,
    /// k USD per H100e.
    foundry_cost: Yearly<N>,
    /// k USD per accelerator, as are the next three.
    cpu_memory: Yearly<N>,
    pcb: Yearly<N>,
    cooling: Yearly<N>,
    switches: Yearly<N>,
    /// Modules per accelerator.
    optics_per_accelerator: Yearly<N>,
    /// k USD per module.
    optics_price: Yearly<N>,
    /// Billion USD per GW.
    facility_cost: Yearly<N>,
}

/// The money of a year: the revenue of each segment, and what else the captured value depends on.
pub struct Spending<N> {
    /// IT power of the year's accelerators, GW.
    pub power_added: N,
    /// Total spending.
    pub capex: N,
    /// Paid to designers of foreign chips, the dealers' part taken out.
    pub accelerators_foreign: N,
    /// Paid to designers of domestic chips.
    pub accelerators_domestic: N,
    /// Foreign chips at list price.
    pub list_foreign: N,
    /// Domestic chips at list price.
    pub list_domestic: N,
    /// HBM and wafers in foreign chips.
    pub foreign_chip_cost: N,
    /// HBM and wafers in domestic chips.
    pub domestic_chip_cost: N,
    /// The domestic part of all wafers and packaging.
    pub domestic_cost_share: N,
    /// Kept by dealers.
    pub channel: N,
    /// HBM.
    pub hbm: N,
    /// Wafers and packaging.
    pub foundry: N,
    /// Processors, memory and storage.
    pub cpu_memory: N,
    /// Circuit boards.
    pub pcb: N,
    /// Cooling and rack power.
    pub cooling: N,
    /// Servers, as sold.
    pub servers: N,
    /// What server makers buy.
    pub server_parts: N,
    /// Switches.
    pub switches: N,
    /// Optical modules.
    pub optics: N,
    /// Optical chips.
    pub optical_chips: N,
    /// Electrical chips.
    pub electrical_chips: N,
    /// Buildings and power.
    pub facility: N,
    /// Scarcity rent of sites with power.
    pub sites: N,
}

impl<N: Number> ValueChain<N> {
    /// Costs and contents of all years from the assumptions.
    #[inline(always)]
    pub fn new(a: &Assumptions<N>, technology: &Technology<N>, out: &mut impl Sheet<N>) -> Self {
        use Intermediate as Name;
        let (optics, optics_target) = (OpticsPerGpu, OpticsPerGpuTarget);
        let (facility, facility_change) = (a[FacilityCost], a[FacilityCostChange]);
        Self {
            hbm_cost: k_usd(a, Name::HbmUnitCost, HbmCost, HbmCostChange, out),
            foundry_cost: k_usd(
                a,
                Name::FoundryUnitCost,
                FoundryCost,
                FoundryCostChange,
                out,
            ),
            cpu_memory: k_usd(
                a,
                Name::CpuMemoryUnitPrice,
                CpuMemoryContent,
                CpuMemoryChange,
                out,
            ),
            pcb: k_usd(a, Name::PcbUnitPrice, PcbContent, PcbChange, out),
            cooling: k_usd(
                a,
                Name::CoolingUnitPrice,
                CoolingContent,
                CoolingChange,
                out,
            ),
            switches: k_usd(a, Name::SwitchUnitPrice, SwitchContent, SwitchChange, out),
            optics_per_accelerator: technology.ramp(
                a,
                Name::OpticsPerAccelerator,
                optics,
                optics_target,
                out,
            ),
            optics_price: k_usd(
                a,
                Name::OpticsUnitPrice,
                OpticsPrice,
                OpticsPriceChange,
                out,
            ),
            facility_cost: trend(Name::FacilityUnitCost, facility, facility_change, out),
        }
    }

    /// Writes what is spent in a year, from chips to buildings.
    #[inline(always)]
    pub fn year(
        &self,
        a: &Assumptions<N>,
        technology: &Technology<N>,
        deliveries: &Deliveries<N>,
        year: Year,
        out: &mut impl Sheet<N>,
    ) -> Spending<N> {
        let cards_china = deliveries.cards_china();
        out.put(
            Series::Accelerators,
            year,
            deliveries.trade.units + cards_china,
        );
        // Cards as full-size equivalents: a smaller card brings less of everything around it.
        let full = deliveries.trade.units + a[ChinaCardContent] * cards_china;
        let full = out.note(Intermediate::FullCards, year, full);
        out.put(Series::Servers, year, full / a[AcceleratorsPerServer]);

        let chips = chips(a, technology, deliveries, year, out);
        let compute_cost = compute_cost(a, deliveries, year, out);
        let (hbm_cost, foundry_cost) = (self.hbm_cost[year], self.foundry_cost[year]);
        let hbm = out.put(Series::RevHbm, year, compute_cost.all * hbm_cost);
        let foundry = out.put(Series::RevFoundry, year, compute_cost.all * foundry_cost);

        let cpu_memory = out.put(Series::RevCpuMemory, year, full * self.cpu_memory[year]);
        let pcb = out.put(Series::RevPcb, year, full * self.pcb[year]);
        let cooling = out.put(Series::RevCooling, year, full * self.cooling[year]);
        let switches = out.put(Series::RevSwitches, year, full * self.switches[year]);
        let server_parts = chips.paid_foreign + chips.domestic + cpu_memory + pcb + cooling;
        let server_parts = out.note(Intermediate::ServerParts, year, server_parts);
        let servers = server_parts / (N::constant(1.0) - a[ServerMargin]);
        let servers = out.put(Series::RevServers, year, servers);

        let modules = full * self.optics_per_accelerator[year];
        let modules = out.put(Series::OpticalModules, year, modules);
        let optics = out.put(Series::RevOptics, year, modules * self.optics_price[year]);
        let module_cost = optics * (N::constant(1.0) - a[OpticsMargin]);
        let module_cost = out.note(Intermediate::OpticsCost, year, module_cost);
        let optical_chips = module_cost * a[OpticalChipShare];
        let optical_chips = out.put(Series::RevOpticalChips, year, optical_chips);
        let electrical_chips = module_cost * a[ElectricalChipShare];
        let electrical_chips = out.put(Series::RevElectricalChips, year, electrical_chips);

        let added = deliveries.new_power_outside + deliveries.new_power_china;
        let power_added = out.put(Series::PowerAdded, year, added);
        let facility = self.facility(deliveries, year, out);
        let site_rent = deliveries.trade.premium - deliveries.trade.chip_premium;
        let sites = deliveries.trade.units * technology.list[year] * site_rent;
        let sites = out.put(Series::RevSites, year, sites);
        let capex = out.put(
            Series::Capex,
            year,
            servers + switches + optics + facility + sites,
        );
        let chip_cost = hbm_cost + foundry_cost;
        let foreign = compute_cost.foreign * chip_cost;
        let domestic = compute_cost.domestic * chip_cost;
        Spending {
            power_added,
            capex,
            accelerators_foreign: chips.foreign,
            accelerators_domestic: chips.domestic,
            list_foreign: chips.list_foreign,
            list_domestic: chips.list_domestic,
            foreign_chip_cost: out.note(Intermediate::ForeignChipCost, year, foreign),
            domestic_chip_cost: out.note(Intermediate::DomesticChipCost, year, domestic),
            domestic_cost_share: compute_cost.domestic / compute_cost.all,
            channel: chips.channel,
            hbm,
            foundry,
            cpu_memory,
            pcb,
            cooling,
            servers,
            server_parts,
            switches,
            optics,
            optical_chips,
            electrical_chips,
            facility,
            sites,
        }
    }

    /// Buildings and power: freed power is used again before new power is built.
    #[inline(always)]
    fn facility(&self, deliveries: &Deliveries<N>, year: Year, out: &mut impl Sheet<N>) -> N {
        let zero = N::constant(0.0);
        let built = (deliveries.new_power_outside - deliveries.trade.freed_outside).max(zero)
            + (deliveries.new_power_china - deliveries.trade.freed_china).max(zero);
        let built = out.put(Series::PowerBuilt, year, built);
        out.put(Series::RevFacility, year, built * self.facility_cost[year])
    }
}

/// A cost or price in USD as k USD, with its yearly change.
#[inline(always)]
fn k_usd<N: Number>(
    a: &Assumptions<N>,
    name: Intermediate,
    start: Assumption,
    change: Assumption,
    out: &mut impl Sheet<N>,
) -> Yearly<N> {
    trend(name, a[start] / THOUSAND, a[change], out)
}

/// Compute delivered, weighted by what a H100e of it costs to make, million H100e.
#[inline(always)]
fn compute_cost<N: Number>(
    a: &Assumptions<N>,
    deliveries: &Deliveries<N>,
    year: Year,
    out: &mut impl Sheet<N>,
) -> ComputeCost<N> {
    let foreign = deliveries.trade.compute_outside + deliveries.compute_export;
    let domestic = deliveries.compute_domestic * a[DomesticCostMultiple];
    ComputeCost {
        foreign,
        domestic,
        all: out.note(Intermediate::CostWeightedCompute, year, foreign + domestic),
    }
}

struct ComputeCost<N> {
    foreign: N,
    domestic: N,
    all: N,
}

/// What is paid for chips.
struct Chips<N> {
    /// By buyers of foreign chips, dealers' part included.
    paid_foreign: N,
    foreign: N,
    domestic: N,
    channel: N,
    list_foreign: N,
    list_domestic: N,
}

#[inline(always)]
fn chips<N: Number>(
    a: &Assumptions<N>,
    technology: &Technology<N>,
    deliveries: &Deliveries<N>,
    year: Year,
    out: &mut impl Sheet<N>,
) -> Chips<N> {
    let premium = deliveries.trade.chip_premium;
    let list_export = deliveries.trade.export_cards * technology.export_list[year];
    let list_foreign = deliveries.trade.units * technology.list[year] + list_export;
    let list_foreign = out.note(Intermediate::ForeignAtList, year, list_foreign);
    let list_domestic = deliveries.trade.domestic_cards * technology.domestic_list[year];
    let list_domestic = out.note(Intermediate::DomesticAtList, year, list_domestic);

    let paid_foreign = out.note(Intermediate::ForeignPaid, year, list_foreign * premium);
    let domestic = list_domestic * deliveries.trade.domestic_premium;
    let domestic = out.put(Series::RevAcceleratorsDomestic, year, domestic);
    let spent_in_china = (domestic + list_export * premium).max(N::constant(NEARLY_ZERO));
    out.put(Series::DomesticShareValue, year, domestic / spent_in_china);

    let over_list = (premium - 1.0).max(N::constant(0.0));
    let channel = out.put(
        Series::RevChannel,
        year,
        list_foreign * over_list * a[ChannelShare],
    );
    let foreign = out.put(Series::RevAcceleratorsForeign, year, paid_foreign - channel);
    Chips {
        paid_foreign,
        foreign,
        domestic,
        channel,
        list_foreign,
        list_domestic,
    }
}
