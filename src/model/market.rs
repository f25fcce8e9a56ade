//! Supply meets demand: markets for foreign and domestic chips, and the fleets they feed
//! (MODEL.md §3). The base year is observed, later years are cleared.

use super::assumptions::Assumption::{
    BasePower, BasePowerChina, ChinaCardContent, DomesticCapacity, DomesticCapacityGrowth,
    DomesticShipments, DomesticSupplyResponse, ExportRestriction, ExportShareCap, ExportShipments,
    GlutUptake, GpuSupply, GpuSupplyFade, GpuSupplyGrowth, IdlePressure, PriceCap, PriceElasticity,
    PriceFloor, RestrictionRedirect, StockChina, StockOutsideChina, SupplyLongRun, SupplyResponse,
};
use super::assumptions::Assumptions;
use super::constants::NEARLY_ZERO;
use super::demand::Need;
use super::growth::fading;
use super::intermediate::Intermediate;
use super::series::Series;
use super::sheet::Sheet;
use super::technology::Technology;
use super::year::{Year, Yearly};
use crate::number::Number;

/// Part of the foreign supply that exports of the base year may take at most.
const LARGEST_EXPORT_SHARE: f64 = 0.9;
/// Least signal that capacity plans react to: a collapse does not close every plant.
const LEAST_SIGNAL: f64 = 0.1;
/// Least purchases a market is cleared with, million H100e or million cards.
const LEAST_WANTED: f64 = 1e-6;
/// Within this relative distance of supply, all of it counts as sold.
const SOLD_OUT: f64 = 1.0 - 1e-9;

/// What binds deliveries outside China: the codes of the series `constraint`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Constraint {
    /// Buyers want no more.
    Demand,
    /// There are no more chips.
    Chips,
    /// There is no more power.
    Power,
}

impl Constraint {
    /// The constraint that a value of the series `constraint` stands for.
    pub fn from_code(code: f64) -> Self {
        match code.round() as i64 {
            0 => Self::Demand,
            1 => Self::Chips,
            _ => Self::Power,
        }
    }

    fn code<N: Number>(self) -> N {
        N::constant(f64::from(self as u8))
    }
}

/// A cleared market.
pub struct Cleared<N> {
    /// Price over list.
    pub price: N,
    /// What changes hands, in the unit of supply.
    pub delivered: N,
}

/// Clears a market with isoelastic demand: the price moves until `wanted · price^(−elasticity)`
/// meets `supply`. At the cap buyers are rationed, at the floor capacity stands idle. The price
/// goes to the sheet as `price_of`, so that what is delivered can refer to it.
#[inline(always)]
pub fn clear<N: Number>(
    a: &Assumptions<N>,
    wanted: N,
    supply: N,
    (price_of, year): (Series, Year),
    out: &mut impl Sheet<N>,
) -> Cleared<N> {
    let scarcity = (wanted / supply).powf(N::constant(1.0) / a[PriceElasticity]);
    let price = scarcity.max(a[PriceFloor]).min(a[PriceCap]);
    let price = out.put(price_of, year, price);
    let uptake = price.powf(-a[PriceElasticity]).min(a[GlutUptake]);
    Cleared {
        price,
        delivered: (wanted * uptake).min(supply),
    }
}

/// Capacity, fleets and signals that one year hands to the next.
pub struct Market<N> {
    chip_growth: Yearly<N>,
    domestic_growth: Yearly<N>,
    /// Foreign accelerators made, million a year.
    chips: N,
    /// Domestic cards that could be made, million a year.
    domestic_capacity: N,
    /// Revenue per unit of foreign capacity against plan.
    signal: N,
    /// The same for domestic capacity.
    domestic_signal: N,
    /// Installed outside China, million H100e.
    stock_outside: N,
    /// Installed in China, million H100e.
    stock_china: N,
    /// Power in service outside China, GW.
    power_outside: N,
    /// Power in service in China, GW.
    power_china: N,
}

/// What was bought in a year, and at which prices.
#[derive(Clone, Copy)]
pub struct Trade<N> {
    /// Foreign accelerators delivered outside China, million full-size cards.
    pub units: N,
    /// Compute delivered outside China, million H100e.
    pub compute_outside: N,
    /// Domestic cards delivered, million.
    pub domestic_cards: N,
    /// Foreign cards delivered to China, million.
    pub export_cards: N,
    /// Price of an accelerator in place, over list.
    pub premium: N,
    /// Price of a chip, over list.
    pub chip_premium: N,
    /// Price of a domestic card, over list.
    pub domestic_premium: N,
    /// Power freed by retirement outside China, GW.
    pub freed_outside: N,
    /// Power freed by retirement in China, GW.
    pub freed_china: N,
}

/// What was bought in a year, and what is installed after it.
#[derive(Clone, Copy)]
pub struct Deliveries<N> {
    /// What was bought.
    pub trade: Trade<N>,
    /// Compute of domestic cards, million H100e.
    pub compute_domestic: N,
    /// Compute of foreign cards in China, million H100e.
    pub compute_export: N,
    /// IT power of new accelerators outside China, GW.
    pub new_power_outside: N,
    /// IT power of new cards in China, GW.
    pub new_power_china: N,
    /// Installed outside China, million H100e.
    pub stock_outside: N,
    /// Installed in China, million H100e.
    pub stock_china: N,
    /// Power in service, GW.
    pub power_installed: N,
}

impl<N: Number> Deliveries<N> {
    /// Installed compute of the world, million H100e.
    pub fn stock(&self) -> N {
        self.stock_outside + self.stock_china
    }

    /// Cards delivered in China, million.
    pub fn cards_china(&self) -> N {
        self.trade.domestic_cards + self.trade.export_cards
    }

    /// Compute delivered in China, million H100e.
    pub fn compute_china(&self) -> N {
        self.compute_domestic + self.compute_export
    }

    /// Compute delivered to the world, million H100e.
    pub fn compute(&self) -> N {
        self.trade.compute_outside + self.compute_china()
    }
}

impl<N: Number> Market<N> {
    /// Capacity and fleets as the base year found them.
    #[inline(always)]
    pub fn new(a: &Assumptions<N>, out: &mut impl Sheet<N>) -> Self {
        use Intermediate::{ChipCapacityGrowth, DomesticCapacityGrowth as DomesticGrowth};
        let one = N::constant(1.0);
        let (fade, long_run) = (a[GpuSupplyFade], a[SupplyLongRun]);
        let (foreign, domestic) = (a[GpuSupplyGrowth], a[DomesticCapacityGrowth]);
        Self {
            chip_growth: fading(ChipCapacityGrowth, foreign, fade, long_run, out),
            domestic_growth: fading(DomesticGrowth, domestic, fade, long_run, out),
            chips: a[GpuSupply],
            domestic_capacity: a[DomesticCapacity],
            signal: one,
            domestic_signal: one,
            stock_outside: a[StockOutsideChina],
            stock_china: a[StockChina],
            power_outside: a[BasePower],
            power_china: a[BasePowerChina],
        }
    }

    /// Observes the base year or clears a later one, and installs what was delivered.
    #[inline(always)]
    pub fn year(
        &mut self,
        a: &Assumptions<N>,
        technology: &Technology<N>,
        need: Need<N>,
        year: Year,
        out: &mut impl Sheet<N>,
    ) -> Deliveries<N> {
        let trade = if year == Year::BASE {
            self.observe(a, technology, need, out)
        } else {
            self.clear(a, technology, need, year, out)
        };
        self.install(a, technology, trade, year, out)
    }

    /// The base year: shipments are facts, prices are list prices, chips are what binds.
    #[inline(always)]
    fn observe(
        &mut self,
        a: &Assumptions<N>,
        technology: &Technology<N>,
        need: Need<N>,
        out: &mut impl Sheet<N>,
    ) -> Trade<N> {
        let year = Year::BASE;
        self.chips = out.note(Intermediate::ChipCapacity, year, self.chips);
        self.domestic_capacity =
            out.note(Intermediate::DomesticCapacity, year, self.domestic_capacity);
        let zero = N::constant(0.0);
        let (list, export_list) = (technology.list[year], technology.export_list[year]);
        let (kw, performance) = (technology.kw[year], technology.performance[year]);
        let retirement = technology.retirement[year];

        let largest = self.chips * LARGEST_EXPORT_SHARE * list / export_list;
        let export_cards = out.put(Series::ExportCards, year, a[ExportShipments].min(largest));
        let domestic_cards = out.put(Series::DomesticCards, year, a[DomesticShipments]);
        let units = self.chips - export_cards * export_list / list;
        let units = out.note(Intermediate::AcceleratorsOutside, year, units);
        let compute_outside = units * performance;
        let compute_outside = out.note(Intermediate::ComputeOutside, year, compute_outside);

        let power_china = (domestic_cards + export_cards) * a[ChinaCardContent] * kw;
        let freed_outside = (a[BasePower] - units * kw).max(zero) * retirement;
        let freed_outside = out.note(Intermediate::FreedPowerOutside, year, freed_outside);
        let freed_china = (a[BasePowerChina] - power_china).max(zero) * retirement;
        let freed_china = out.note(Intermediate::FreedPowerChina, year, freed_china);
        let power_supply = (technology.new_power[year] + freed_outside) / kw * performance;
        let unmet = (need.outside - self.stock_outside).max(zero);

        out.put(Series::Wanted, year, compute_outside + unmet);
        let chip_supply = out.put(Series::ChipSupply, year, compute_outside);
        out.put(Series::PowerSupply, year, power_supply);
        out.put(Series::Supply, year, compute_outside);
        // All that was made was sold, at list prices: so chips are what binds. Written as what it
        // means, though each of these values is known.
        let unsold = (chip_supply - compute_outside) / performance;
        let unsold = out.put(Series::UnsoldChips, year, unsold);
        let (demand_binds, chips_bind) = (Constraint::Demand.code(), Constraint::Chips.code());
        let constraint = unsold.if_less(N::constant(NEARLY_ZERO), chips_bind, demand_binds);
        out.put(Series::Constraint, year, constraint);
        let paid_over_list = over_list(list, list);
        let domestic_list = technology.domestic_list[year];
        let domestic_over_list = over_list(domestic_list, domestic_list);
        Trade {
            units,
            compute_outside,
            domestic_cards,
            export_cards,
            premium: out.put(Series::Premium, year, paid_over_list),
            chip_premium: out.put(Series::ChipPremium, year, paid_over_list),
            domestic_premium: out.put(Series::DomesticPremium, year, domestic_over_list),
            freed_outside,
            freed_china,
        }
    }

    /// A later year: capacity follows its growth and last year's signal, then markets clear.
    #[inline(always)]
    fn clear(
        &mut self,
        a: &Assumptions<N>,
        technology: &Technology<N>,
        need: Need<N>,
        year: Year,
        out: &mut impl Sheet<N>,
    ) -> Trade<N> {
        self.chips = self.chips * self.chip_growth[year] * self.signal.powf(a[SupplyResponse]);
        self.chips = out.note(Intermediate::ChipCapacity, year, self.chips);
        self.domestic_capacity = self.domestic_capacity
            * self.domestic_growth[year]
            * self.domestic_signal.powf(a[DomesticSupplyResponse]);
        self.domestic_capacity =
            out.note(Intermediate::DomesticCapacity, year, self.domestic_capacity);

        let china = self.clear_china(a, technology, need, year, out);
        let exported = china.export_cards * technology.export_list[year] / technology.list[year];
        self.clear_outside(a, technology, need, china, self.chips - exported, year, out)
    }

    /// China's market: domestic cards first, foreign ones as far as rules and supply allow.
    #[inline(always)]
    fn clear_china(
        &mut self,
        a: &Assumptions<N>,
        technology: &Technology<N>,
        need: Need<N>,
        year: Year,
        out: &mut impl Sheet<N>,
    ) -> ChinaTrade<N> {
        let (list, export_list) = (technology.list[year], technology.export_list[year]);
        let domestic_performance = technology.domestic_performance[year];
        let export_performance = technology.export_performance[year];
        let domestic_share = technology.domestic_share[year];
        let foreign_share = N::constant(1.0) - domestic_share;

        let kept = self.stock_china * (N::constant(1.0) - technology.retirement[year]);
        let wanted_compute = (need.china - kept).max(N::constant(LEAST_WANTED));
        let mix = domestic_share * domestic_performance + foreign_share * export_performance;
        let cards = out.note(Intermediate::CardsWanted, year, wanted_compute / mix);
        let blocked = cards * foreign_share * a[ExportRestriction];
        let blocked = out.note(Intermediate::CardsBlocked, year, blocked);
        let redirected =
            a[RestrictionRedirect] * blocked * export_performance / domestic_performance;
        let wanted = cards * domestic_share + redirected;
        let wanted = out.note(Intermediate::DomesticCardsWanted, year, wanted);

        let price_of = (Series::DomesticPremium, year);
        let domestic = clear(a, wanted, self.domestic_capacity, price_of, out);
        let premium = domestic.price;
        let domestic_cards = out.put(Series::DomesticCards, year, domestic.delivered);
        let largest = a[ExportShareCap] * self.chips * list / export_list;
        let export_cards = (cards * foreign_share - blocked).min(largest);
        let export_cards = out.put(Series::ExportCards, year, export_cards);

        let revenue_against_plan = premium * list / technology.planned_list[year];
        self.domestic_signal = (revenue_against_plan * domestic_cards / self.domestic_capacity)
            .max(N::constant(LEAST_SIGNAL));
        self.domestic_signal = out.note(Intermediate::DomesticSignal, year, self.domestic_signal);
        ChinaTrade {
            domestic_cards,
            export_cards,
            premium,
        }
    }

    /// The market outside China: the scarcer of chips and powered sites binds.
    #[inline(always)]
    #[expect(
        clippy::too_many_arguments,
        reason = "one step of the year, called from one place"
    )]
    fn clear_outside(
        &mut self,
        a: &Assumptions<N>,
        technology: &Technology<N>,
        need: Need<N>,
        china: ChinaTrade<N>,
        chips: N,
        year: Year,
        out: &mut impl Sheet<N>,
    ) -> Trade<N> {
        let (kw, performance) = (technology.kw[year], technology.performance[year]);
        let retirement = technology.retirement[year];
        let freed_outside = self.power_outside * retirement;
        let freed_outside = out.note(Intermediate::FreedPowerOutside, year, freed_outside);
        let freed_china = self.power_china * retirement;
        let freed_china = out.note(Intermediate::FreedPowerChina, year, freed_china);

        let kept = self.stock_outside * (N::constant(1.0) - retirement);
        let wanted = (need.outside - kept).max(N::constant(LEAST_WANTED));
        let wanted = out.put(Series::Wanted, year, wanted);
        let chip_supply = out.put(Series::ChipSupply, year, chips * performance);
        let power_supply = (technology.new_power[year] + freed_outside) / kw * performance;
        let power_supply = out.put(Series::PowerSupply, year, power_supply);
        let supply = out.put(Series::Supply, year, chip_supply.min(power_supply));

        let market = clear(a, wanted, supply, (Series::Premium, year), out);
        let premium = market.price;
        let compute_outside = out.note(Intermediate::ComputeOutside, year, market.delivered);
        // Who gets the scarcity: idle chips press on the chip price, powered sites keep the rest.
        let pressure = (supply / chip_supply).powf(a[IdlePressure] / a[PriceElasticity]);
        let chip_premium = (premium * pressure).max(a[PriceFloor]);
        let chip_premium = out.put(Series::ChipPremium, year, chip_premium);

        let zero = N::constant(0.0);
        let idle = (chip_supply - compute_outside) / performance;
        let unsold = compute_outside.if_less(chip_supply * SOLD_OUT, idle, zero);
        out.put(Series::UnsoldChips, year, unsold);
        let (chips_bind, power_binds) = (Constraint::Chips.code(), Constraint::Power.code());
        let scarcer = power_supply.if_less(chip_supply, power_binds, chips_bind);
        let constraint =
            compute_outside.if_less(supply * SOLD_OUT, Constraint::Demand.code(), scarcer);
        out.put(Series::Constraint, year, constraint);

        let revenue_against_plan =
            chip_premium * technology.list[year] / technology.planned_list[year];
        self.signal =
            (revenue_against_plan * compute_outside / chip_supply).max(N::constant(LEAST_SIGNAL));
        self.signal = out.note(Intermediate::ChipSignal, year, self.signal);
        let units = compute_outside / performance;
        Trade {
            units: out.note(Intermediate::AcceleratorsOutside, year, units),
            compute_outside,
            domestic_cards: china.domestic_cards,
            export_cards: china.export_cards,
            premium,
            chip_premium,
            domestic_premium: china.premium,
            freed_outside,
            freed_china,
        }
    }

    /// Adds what was delivered to the fleets. The fleets of the base year already hold it.
    #[inline(always)]
    fn install(
        &mut self,
        a: &Assumptions<N>,
        technology: &Technology<N>,
        trade: Trade<N>,
        year: Year,
        out: &mut impl Sheet<N>,
    ) -> Deliveries<N> {
        let kw = technology.kw[year];
        let cards_china = trade.domestic_cards + trade.export_cards;
        let new_power_outside = trade.units * kw;
        let new_power_china = cards_china * a[ChinaCardContent] * kw;
        let compute_domestic = trade.domestic_cards * technology.domestic_performance[year];
        let compute_export = trade.export_cards * technology.export_performance[year];
        let new_power_outside = out.note(Intermediate::NewPowerOutside, year, new_power_outside);
        let new_power_china = out.note(Intermediate::NewPowerChina, year, new_power_china);
        let compute_domestic = out.note(Intermediate::DomesticCompute, year, compute_domestic);
        let compute_export = out.note(Intermediate::ExportCompute, year, compute_export);
        if year != Year::BASE {
            let kept = N::constant(1.0) - technology.retirement[year];
            self.stock_outside = self.stock_outside * kept + trade.compute_outside;
            self.stock_china = self.stock_china * kept + compute_domestic + compute_export;
            self.power_outside = self.power_outside - trade.freed_outside + new_power_outside;
            self.power_china = self.power_china - trade.freed_china + new_power_china;
        }
        self.stock_outside = out.note(Intermediate::FleetOutside, year, self.stock_outside);
        self.stock_china = out.note(Intermediate::FleetChina, year, self.stock_china);
        self.power_outside = out.note(Intermediate::PowerOutside, year, self.power_outside);
        self.power_china = out.note(Intermediate::PowerChina, year, self.power_china);
        Deliveries {
            trade,
            compute_domestic,
            compute_export,
            new_power_outside,
            new_power_china,
            stock_outside: self.stock_outside,
            stock_china: self.stock_china,
            power_installed: self.power_outside + self.power_china,
        }
    }
}

/// What is paid, over the list price.
#[inline(always)]
fn over_list<N: Number>(paid: N, list: N) -> N {
    paid / list
}

/// What China's market settled.
#[derive(Clone, Copy)]
struct ChinaTrade<N> {
    domestic_cards: N,
    export_cards: N,
    premium: N,
}
