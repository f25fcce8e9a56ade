//! Who captures the money (MODEL.md §5): every dollar of spending ends in one of fifteen segments.

use super::assumptions::Assumption::{
    LaserLocalisation, LaserLocalisationTarget, MarginAcceleratorsDomestic,
    MarginAcceleratorsForeign, MarginChannel, MarginCooling, MarginCpuMemory,
    MarginElectricalChips, MarginFacility, MarginFoundry, MarginHbm, MarginOpticalChips,
    MarginOptics, MarginPcb, MarginServers, MarginSwitches, ShareCnChannel, ShareCnCooling,
    ShareCnCpuMemory, ShareCnElectricalChips, ShareCnHbm, ShareCnOptics, ShareCnPcb,
    ShareCnServers, ShareCnSwitches, TaxRate,
};
use super::assumptions::{Assumption, Assumptions};
use super::constants::NEARLY_ZERO;
use super::intermediate::Intermediate;
use super::market::Deliveries;
use super::segment::{Measure, Segment};
use super::series::Series;
use super::sheet::Sheet;
use super::technology::Technology;
use super::value_chain::Spending;
use super::year::{Year, Yearly};
use crate::number::Number;

/// Shares that move over the years, and the base year that designers' profit is measured against.
pub struct Capture<N> {
    laser_localisation: Yearly<N>,
    foreign: Designer<N>,
    domestic: Designer<N>,
}

/// A chip designer's base year: what it captured of each dollar at list price.
struct Designer<N> {
    name: Intermediate,
    base_capture: N,
}

impl<N: Number> Designer<N> {
    /// What a designer keeps of a year: its margin on chips at list price, and after tax what it
    /// captures beyond, or short of, its base-year share of them. All of it is Chinese or none.
    #[inline(always)]
    fn kept(
        &mut self,
        a: &Assumptions<N>,
        margin: N,
        captured: N,
        at_list: N,
        year: Year,
        out: &mut impl Sheet<N>,
    ) -> Kept<N> {
        if year == Year::BASE {
            let base_capture = captured / at_list.max(N::constant(NEARLY_ZERO));
            self.base_capture = out.note(self.name, year, base_capture);
        }
        let windfall = captured - self.base_capture * at_list;
        Kept {
            captured,
            chinese_share: N::constant(0.0),
            profit: margin * at_list + after_tax(a, windfall),
        }
    }
}

/// What a segment keeps in a year.
struct Kept<N> {
    captured: N,
    chinese_share: N,
    profit: N,
}

impl<N: Number> Capture<N> {
    /// Shares of all years; the base-year margins follow with the base year.
    #[inline(always)]
    pub fn new(a: &Assumptions<N>, technology: &Technology<N>, out: &mut impl Sheet<N>) -> Self {
        Self {
            laser_localisation: technology.ramp(
                a,
                Intermediate::LaserLocalisation,
                LaserLocalisation,
                LaserLocalisationTarget,
                out,
            ),
            foreign: Designer {
                name: Intermediate::ForeignBaseCapture,
                base_capture: N::constant(0.0),
            },
            domestic: Designer {
                name: Intermediate::DomesticBaseCapture,
                base_capture: N::constant(0.0),
            },
        }
    }

    /// Writes who captures the spending of a year.
    #[inline(always)]
    pub fn year(
        &mut self,
        a: &Assumptions<N>,
        deliveries: &Deliveries<N>,
        spending: &Spending<N>,
        year: Year,
        out: &mut impl Sheet<N>,
    ) {
        let zero = N::constant(0.0);
        let mut captured_total = zero;
        let mut china_captured = zero;
        let mut profit_total = zero;
        for &segment in Segment::ALL {
            let kept = self.kept(segment, a, deliveries, spending, year, out);
            let captured = Series::of_segment(segment, Measure::Captured);
            let captured = out.put(captured, year, kept.captured);
            let china = Series::of_segment(segment, Measure::China);
            let china = out.put(china, year, captured * kept.chinese_share);
            let profit = Series::of_segment(segment, Measure::Profit);
            let profit = out.put(profit, year, kept.profit);
            captured_total = captured_total + captured;
            profit_total = profit_total + profit;
            // Buildings are local work everywhere; counting them would hide who supplies the rest.
            if segment != Segment::Facility {
                china_captured = china_captured + china;
            }
        }
        out.put(Series::CapturedTotal, year, captured_total);
        let china_captured = out.put(Series::ChinaCaptured, year, china_captured);
        out.put(
            Series::ChinaCapturedShare,
            year,
            china_captured / spending.capex,
        );
        out.put(Series::ProfitTotal, year, profit_total);
    }

    #[inline(always)]
    fn kept(
        &mut self,
        segment: Segment,
        a: &Assumptions<N>,
        deliveries: &Deliveries<N>,
        s: &Spending<N>,
        year: Year,
        out: &mut impl Sheet<N>,
    ) -> Kept<N> {
        match segment {
            Segment::AcceleratorsForeign => Kept {
                chinese_share: N::constant(0.0),
                ..self.foreign.kept(
                    a,
                    a[MarginAcceleratorsForeign],
                    s.accelerators_foreign - s.foreign_chip_cost,
                    s.list_foreign,
                    year,
                    out,
                )
            },
            Segment::AcceleratorsDomestic => Kept {
                chinese_share: N::constant(1.0),
                ..self.domestic.kept(
                    a,
                    a[MarginAcceleratorsDomestic],
                    s.accelerators_domestic - s.domestic_chip_cost,
                    s.list_domestic,
                    year,
                    out,
                )
            },
            Segment::Channel => whole(a, s.channel, MarginChannel, a[ShareCnChannel]),
            Segment::Hbm => whole(a, s.hbm, MarginHbm, a[ShareCnHbm]),
            Segment::Foundry => whole(a, s.foundry, MarginFoundry, s.domestic_cost_share),
            Segment::CpuMemory => whole(a, s.cpu_memory, MarginCpuMemory, a[ShareCnCpuMemory]),
            Segment::Pcb => whole(a, s.pcb, MarginPcb, a[ShareCnPcb]),
            Segment::Cooling => whole(a, s.cooling, MarginCooling, a[ShareCnCooling]),
            Segment::Servers => Kept {
                captured: s.servers - s.server_parts,
                chinese_share: a[ShareCnServers],
                profit: a[MarginServers] * s.servers,
            },
            Segment::Switches => whole(a, s.switches, MarginSwitches, a[ShareCnSwitches]),
            Segment::Optics => Kept {
                captured: s.optics - s.optical_chips - s.electrical_chips,
                chinese_share: a[ShareCnOptics],
                profit: a[MarginOptics] * s.optics,
            },
            Segment::OpticalChips => {
                let chinese_share = self.laser_localisation[year] * a[ShareCnOptics];
                whole(a, s.optical_chips, MarginOpticalChips, chinese_share)
            }
            Segment::ElectricalChips => whole(
                a,
                s.electrical_chips,
                MarginElectricalChips,
                a[ShareCnElectricalChips],
            ),
            Segment::Facility => whole(
                a,
                s.facility,
                MarginFacility,
                deliveries.new_power_china / s.power_added,
            ),
            Segment::Sites => Kept {
                captured: s.sites,
                chinese_share: N::constant(0.0),
                profit: after_tax(a, s.sites),
            },
        }
    }
}

/// A segment that keeps all of its revenue: what it pays its own suppliers is outside the chain.
#[inline(always)]
fn whole<N: Number>(
    a: &Assumptions<N>,
    revenue: N,
    margin: Assumption,
    chinese_share: N,
) -> Kept<N> {
    Kept {
        captured: revenue,
        chinese_share,
        profit: a[margin] * revenue,
    }
}

#[inline(always)]
fn after_tax<N: Number>(a: &Assumptions<N>, windfall: N) -> N {
    windfall * (N::constant(1.0) - a[TaxRate])
}
