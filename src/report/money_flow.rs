//! Where the money of a year goes: from all spending over what is bought to who captures it.
//! Every node passes on what it receives; the last column sums to the first.

use super::world::{Locale, World};
use crate::model::{Measure, Run, Segment, Series, Year};
use crate::theme::Role;

/// The flow of a year's money, in billion USD.
#[derive(Clone, Debug)]
pub struct MoneyFlow {
    /// Places that money comes through, column by column, each from the top.
    pub nodes: Vec<Node>,
    /// What goes from one place to the next.
    pub links: Vec<Link>,
}

/// How many columns a flow has.
pub const COLUMNS: usize = 4;

/// A place that money comes through.
#[derive(Clone, Debug)]
pub struct Node {
    /// Which place.
    pub place: Place,
    /// What it is called.
    pub name: String,
    /// The same where there is little room.
    pub short_name: String,
    /// How much comes through; may be negative for a segment that loses money on its chips.
    pub amount: f64,
    /// The part that Chinese suppliers capture in the end.
    pub chinese: f64,
    /// Its colour.
    pub role: Role,
}

/// A place that money comes through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// All spending.
    Spent,
    /// What is bought from a segment, with everything it buys itself.
    Bought(Segment),
    /// Chips of one kind, with everything in them.
    Chips(Segment),
    /// What a segment keeps.
    Captured(Segment),
}

impl Place {
    /// The result that says how much comes through.
    pub fn series(self) -> Series {
        match self {
            Self::Spent => Series::Capex,
            Self::Bought(segment) | Self::Chips(segment) => {
                Series::of_segment(segment, Measure::Revenue)
            }
            Self::Captured(segment) => Series::of_segment(segment, Measure::Captured),
        }
    }

    /// The column it stands in, from the left.
    pub fn column(self) -> usize {
        match self {
            Self::Spent => 0,
            Self::Bought(_) => 1,
            Self::Chips(_) => 2,
            Self::Captured(_) => COLUMNS - 1,
        }
    }
}

/// Money that goes from one node to another.
#[derive(Clone, Copy, Debug)]
pub struct Link {
    /// Index of the node it comes from.
    pub from: usize,
    /// Index of the node it goes to.
    pub to: usize,
    /// How much; never negative.
    pub amount: f64,
    /// The part that Chinese suppliers capture in the end.
    pub chinese: f64,
    /// Its colour.
    pub role: Role,
}

/// What is bought with the spending, from the top.
const BOUGHT: [Segment; 5] = [
    Segment::Servers,
    Segment::Optics,
    Segment::Switches,
    Segment::Facility,
    Segment::Sites,
];

/// Who captures it, from the top: neighbours differ in lightness, and ribbons cross little.
const CAPTURED: [Segment; 15] = [
    Segment::Hbm,
    Segment::Foundry,
    Segment::AcceleratorsForeign,
    Segment::AcceleratorsDomestic,
    Segment::CpuMemory,
    Segment::Cooling,
    Segment::Servers,
    Segment::Pcb,
    Segment::Channel,
    Segment::Optics,
    Segment::OpticalChips,
    Segment::ElectricalChips,
    Segment::Switches,
    Segment::Facility,
    Segment::Sites,
];

/// The flow of the year in view.
pub fn money_flow(world: &World<'_>) -> MoneyFlow {
    flow_of(world.run, world.year, &world.locale)
}

/// The flow of any run and year.
pub fn flow_of(run: &Run, year: Year, locale: &Locale) -> MoneyFlow {
    let mut flow = MoneyFlow {
        nodes: Vec::new(),
        links: Vec::new(),
    };
    let spent = flow.add(locale, Place::Spent);
    let bought = BOUGHT.map(|segment| flow.add(locale, Place::Bought(segment)));
    let chips = [Segment::AcceleratorsForeign, Segment::AcceleratorsDomestic]
        .map(|segment| flow.add(locale, Place::Chips(segment)));
    for segment in CAPTURED {
        flow.add(locale, Place::Captured(segment));
    }
    let money = Money { run, year };
    // From the right to the left, so that each link knows what becomes of its money.
    for (node, segment) in chips
        .into_iter()
        .zip([Segment::AcceleratorsForeign, Segment::AcceleratorsDomestic])
    {
        for (to, amount, chinese) in money.inside_chips(segment) {
            flow.link(node, flow.captured(to), amount, chinese);
        }
    }
    for (node, segment) in bought.into_iter().zip(BOUGHT) {
        if segment == Segment::Servers {
            for chip in chips {
                let (amount, chinese) = (flow.nodes[chip].amount, flow.nodes[chip].chinese);
                flow.link(node, chip, amount, chinese);
            }
        }
        for part in parts_of(segment) {
            let (amount, chinese) = money.kept(*part);
            flow.link(node, flow.captured(*part), amount, chinese);
        }
    }
    for node in bought {
        let (amount, chinese) = (flow.nodes[node].amount, flow.nodes[node].chinese);
        flow.link(spent, node, amount, chinese);
    }
    flow
}

/// Whose captured value is bought directly with a segment's product.
fn parts_of(bought: Segment) -> &'static [Segment] {
    match bought {
        Segment::Servers => &[
            Segment::CpuMemory,
            Segment::Cooling,
            Segment::Servers,
            Segment::Pcb,
        ],
        Segment::Optics => &[
            Segment::Optics,
            Segment::OpticalChips,
            Segment::ElectricalChips,
        ],
        Segment::Switches => &[Segment::Switches],
        Segment::Facility => &[Segment::Facility],
        Segment::Sites => &[Segment::Sites],
        _ => &[],
    }
}

/// What a run says of money in a year.
struct Money<'a> {
    run: &'a Run,
    year: Year,
}

impl Money<'_> {
    fn of(&self, segment: Segment, measure: Measure) -> f64 {
        self.run
            .get(Series::of_segment(segment, measure), self.year)
    }

    /// What a segment keeps, and the Chinese part of it.
    fn kept(&self, segment: Segment) -> (f64, f64) {
        (
            self.of(segment, Measure::Captured),
            self.of(segment, Measure::China),
        )
    }

    /// What is paid for one kind of chips, by who gets it. Memory and wafers serve both kinds:
    /// the Chinese part of the wafers is that of domestic chips, and memory is parted alike.
    fn inside_chips(&self, kind: Segment) -> Vec<(Segment, f64, f64)> {
        let (hbm, hbm_chinese) = self.kept(Segment::Hbm);
        let (foundry, domestic_foundry) = self.kept(Segment::Foundry);
        let domestic = if foundry > 0.0 {
            domestic_foundry / foundry
        } else {
            0.0
        };
        let (own, own_chinese) = self.kept(kind);
        if kind == Segment::AcceleratorsDomestic {
            return vec![
                (Segment::Hbm, hbm * domestic, hbm_chinese * domestic),
                (Segment::Foundry, domestic_foundry, domestic_foundry),
                (kind, own, own_chinese),
            ];
        }
        let (dealers, dealers_chinese) = self.kept(Segment::Channel);
        let foreign = 1.0 - domestic;
        vec![
            (Segment::Hbm, hbm * foreign, hbm_chinese * foreign),
            (Segment::Foundry, foundry - domestic_foundry, 0.0),
            (kind, own, own_chinese),
            (Segment::Channel, dealers, dealers_chinese),
        ]
    }
}

impl MoneyFlow {
    fn add(&mut self, locale: &Locale, place: Place) -> usize {
        let text = &locale.text.chain;
        let named = |names: &std::collections::BTreeMap<String, String>, segment: Segment| {
            let id: &str = segment.into();
            names.get(id).cloned().unwrap_or_else(|| id.to_owned())
        };
        let (name, role) = match place {
            Place::Spent => (text.all_spending.clone(), Role::Neutral),
            Place::Bought(segment) => (named(&text.bought, segment), segment_role(segment)),
            Place::Chips(segment) => (named(&text.chips, segment), segment_role(segment)),
            Place::Captured(segment) => (named(&text.captured, segment), segment_role(segment)),
        };
        let short = |segment: Segment| {
            let id: &str = segment.into();
            text.short_names.get(id).cloned()
        };
        let short_name = match place {
            Place::Bought(segment) | Place::Chips(segment) => short(segment),
            Place::Spent | Place::Captured(_) => None,
        };
        self.nodes.push(Node {
            place,
            short_name: short_name.unwrap_or_else(|| name.clone()),
            name,
            amount: 0.0,
            chinese: 0.0,
            role,
        });
        self.nodes.len() - 1
    }

    fn captured(&self, segment: Segment) -> usize {
        let wanted = Place::Captured(segment);
        self.nodes
            .iter()
            .position(|node| node.place == wanted)
            .unwrap_or(0)
    }

    /// Adds what goes from one node to the next. A loss has no ribbon, but counts in both nodes.
    fn link(&mut self, from: usize, to: usize, amount: f64, chinese: f64) {
        self.nodes[from].amount += amount;
        self.nodes[from].chinese += chinese;
        if self.nodes[to].place.column() == COLUMNS - 1 {
            self.nodes[to].amount += amount;
            self.nodes[to].chinese += chinese;
        }
        let role = self.nodes[to].role;
        self.links.push(Link {
            from,
            to,
            amount: amount.max(0.0),
            chinese,
            role,
        });
    }
}

/// The colour of a segment, the same everywhere.
pub fn segment_role(segment: Segment) -> Role {
    match segment {
        Segment::AcceleratorsForeign => Role::SegmentAcceleratorsForeign,
        Segment::AcceleratorsDomestic => Role::SegmentAcceleratorsDomestic,
        Segment::Channel => Role::SegmentChannel,
        Segment::Hbm => Role::SegmentHbm,
        Segment::Foundry => Role::SegmentFoundry,
        Segment::CpuMemory => Role::SegmentCpuMemory,
        Segment::Pcb => Role::SegmentPcb,
        Segment::Cooling => Role::SegmentCooling,
        Segment::Servers => Role::SegmentServers,
        Segment::Switches => Role::SegmentSwitches,
        Segment::Optics => Role::SegmentOptics,
        Segment::OpticalChips => Role::SegmentOpticalChips,
        Segment::ElectricalChips => Role::SegmentElectricalChips,
        Segment::Facility => Role::SegmentFacility,
        Segment::Sites => Role::SegmentSites,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::shipped::shipped;
    use crate::text::Language;

    #[test]
    fn every_node_passes_on_what_it_receives_in_every_world_and_year() {
        let locale = Locale::of(Language::En);
        for shipped in shipped() {
            let run = shipped.scenario().run();
            for year in Year::all() {
                let flow = flow_of(&run, year, &locale);
                let capex = run.get(Series::Capex, year);
                let close = |a: f64, b: f64| (a - b).abs() < 1e-9 * capex;
                assert!(
                    close(flow.nodes[0].amount, capex),
                    "{} {year:?}",
                    shipped.id
                );
                let captured: f64 = flow
                    .nodes
                    .iter()
                    .filter(|node| node.place.column() == COLUMNS - 1)
                    .map(|node| node.amount)
                    .sum();
                assert!(close(captured, capex), "{} {year:?}", shipped.id);
                for (place, series) in [
                    (Place::Bought(Segment::Servers), Series::RevServers),
                    (Place::Bought(Segment::Optics), Series::RevOptics),
                    (Place::Bought(Segment::Switches), Series::RevSwitches),
                    (
                        Place::Chips(Segment::AcceleratorsDomestic),
                        Series::RevAcceleratorsDomestic,
                    ),
                ] {
                    let node = flow
                        .nodes
                        .iter()
                        .find(|node| node.place == place)
                        .expect("a node");
                    assert!(
                        close(node.amount, run.get(series, year)),
                        "{place:?} {year:?}"
                    );
                }
                let chinese: f64 = Segment::ALL
                    .iter()
                    .map(|&s| run.get(Series::of_segment(s, Measure::China), year))
                    .sum();
                assert!(
                    close(flow.nodes[0].chinese, chinese),
                    "{} {year:?}",
                    shipped.id
                );
            }
        }
    }
}
