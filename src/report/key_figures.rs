//! The key figures of a year, each against the baseline.

use std::cmp::Ordering;

use super::payback;
use super::rent_unit::RentUnit;
use super::world::World;
use crate::format::Amount;
use crate::model::series::Better;
use crate::model::{Measure, Run, Segment, Series, YEARS, Year, Yearly};

/// A key figure of the year in view.
#[derive(Clone, Debug)]
pub struct KeyFigure {
    /// Which series.
    pub series: Series,
    /// Its short name.
    pub label: String,
    /// The value.
    pub amount: Amount,
    /// Words behind the value that its unit lacks.
    pub of: String,
    /// Against the baseline; `None` where there is no difference.
    pub change: Option<(String, Trend)>,
    /// All years.
    pub values: [f64; YEARS],
    /// All years of the baseline.
    pub baseline: [f64; YEARS],
}

/// A direction and whether it is welcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Trend {
    /// Does the value rise?
    pub rising: bool,
    /// Is that good, bad or neither?
    pub verdict: Better,
}

impl Trend {
    /// The trend of a series that went in a direction; `None` where it stood still.
    pub fn of(series: Series, direction: Ordering) -> Option<Self> {
        let rising = match direction {
            Ordering::Equal => return None,
            Ordering::Greater => true,
            Ordering::Less => false,
        };
        let verdict = match (series.info().better, rising) {
            (Better::Neutral, _) => Better::Neutral,
            (Better::Up, true) | (Better::Down, false) => Better::Up,
            (Better::Up, false) | (Better::Down, true) => Better::Down,
        };
        Some(Self { rising, verdict })
    }
}

/// A series that is shown as a key figure.
struct Chosen<'a> {
    series: Series,
    /// Its short name.
    label: &'a str,
    /// Words behind the value that its unit lacks.
    of: &'a str,
}

impl<'a> Chosen<'a> {
    fn new(series: Series, label: &'a str) -> Self {
        Self::share_of(series, label, "")
    }

    fn share_of(series: Series, label: &'a str, of: &'a str) -> Self {
        Self { series, label, of }
    }
}

/// The key figures of the overview.
pub fn key_figures(world: &World<'_>) -> Vec<KeyFigure> {
    let text = &world.locale.text.window.key_figures;
    let share = &text.china_captured_share;
    let chosen = [
        Chosen::new(Series::Need, &text.need),
        Chosen::new(Series::Coverage, &text.coverage),
        Chosen::new(Series::Premium, &text.premium),
        Chosen::new(Series::Capex, &text.capex),
        Chosen::share_of(Series::ChinaCapturedShare, share, &text.of_spending),
        Chosen::new(Series::Rent, &text.rent),
    ];
    chosen.map(|chosen| of_series(world, &chosen)).into()
}

/// The key figures of the page about China.
pub fn china_key_figures(world: &World<'_>) -> Vec<KeyFigure> {
    let text = &world.locale.text.china.key_figures;
    let (cards, spending) = (Series::DomesticShareUnits, Series::DomesticShareValue);
    let chosen = [
        Chosen::new(Series::ChinaNeed, &text.need),
        Chosen::new(Series::ChinaCoverage, &text.coverage),
        Chosen::share_of(cards, &text.share_of_cards, &text.domestic),
        Chosen::share_of(spending, &text.share_of_spending, &text.domestic),
        Chosen::new(Series::DomesticPremium, &text.premium),
        Chosen::new(Series::ChinaEflops, &text.compute),
    ];
    chosen.map(|chosen| of_series(world, &chosen)).into()
}

/// The key figures of the page about leasing, rents in a unit.
pub fn leasing_key_figures(world: &World<'_>, unit: RentUnit) -> Vec<KeyFigure> {
    let text = &world.locale.text.leasing.key_figures;
    let rent = |series, label| {
        let value = |run: &Run, year| unit.value(run, series, year);
        key_figure(world, &Chosen::new(series, label), unit.unit(), &value)
    };
    let of_series = |series, label| of_series(world, &Chosen::new(series, label));
    vec![
        rent(Series::Rent, &text.rent),
        payback(world, &text.payback),
        of_series(Series::LeaseMargin, &text.margin),
        of_series(Series::LeaseNpv, &text.net_present_value),
        rent(Series::BreakevenRent, &text.breakeven),
        of_series(Series::OwnVsRent, &text.own_against_rent),
    ]
}

fn of_series(world: &World<'_>, chosen: &Chosen<'_>) -> KeyFigure {
    let value = |run: &Run, year| run.get(chosen.series, year);
    key_figure(world, chosen, &chosen.series.info().unit, &value)
}

/// A key figure of what `value` says of a run, in `unit`.
fn key_figure(
    world: &World<'_>,
    chosen: &Chosen<'_>,
    unit: &str,
    value: &dyn Fn(&Run, Year) -> f64,
) -> KeyFigure {
    let numbers = world.locale.numbers;
    let (now, baseline) = (
        value(world.run, world.year),
        value(world.baseline, world.year),
    );
    let change = numbers.change(now, baseline, unit).and_then(|change| {
        let trend = Trend::of(chosen.series, change.direction)?;
        Some((change.text, trend))
    });
    KeyFigure {
        series: chosen.series,
        label: chosen.label.to_owned(),
        amount: numbers.amount(now, unit),
        of: chosen.of.to_owned(),
        change,
        values: years_of(world.run, value),
        baseline: years_of(world.baseline, value),
    }
}

fn years_of(run: &Run, value: &dyn Fn(&Run, Year) -> f64) -> [f64; YEARS] {
    let yearly = Yearly::from_fn(|year| value(run, year));
    std::array::from_fn(|index| yearly.as_slice()[index])
}

/// Payback in years, or that there is none.
fn payback(world: &World<'_>, label: &str) -> KeyFigure {
    let series = Series::LeasePayback;
    let capped = |run: &Run, year| run.get(series, year).min(payback::LONGEST);
    let unit = &series.info().unit;
    let figure = key_figure(world, &Chosen::new(series, label), unit, &capped);
    let (now, baseline) = (world.now(series), world.baseline_now(series));
    if !payback::is_never(now) && !payback::is_never(baseline) {
        return figure;
    }
    // A difference to "never" is no number: the card names what the baseline has instead.
    let name = &world.locale.text.charts.baseline_value;
    let words = name.fill(&[("value", &payback::amount(world, baseline))]);
    let change = figure.change.map(|(_, trend)| (words, trend));
    KeyFigure {
        amount: payback::amount(world, now),
        change,
        ..figure
    }
}

/// The results that a reader wants to hear of when they move; those of one family say much the
/// same, so that only one of them is told.
pub(super) fn movement_families() -> Vec<Vec<Series>> {
    let mut families = vec![
        vec![Series::Need, Series::PlannedNeed, Series::ComputeIndex],
        vec![Series::NeedTraining],
        vec![Series::NeedInference],
        vec![Series::Wanted],
        vec![Series::Stock, Series::Delivered],
        vec![Series::Shortage],
        vec![Series::Premium],
        // The last of those that moved alike is told.
        vec![
            Series::ChipPremium,
            Series::ComputePrice,
            Series::PricePerformanceIndex,
            Series::ChipPrice,
        ],
        vec![
            Series::ChinaStock,
            Series::ChinaCoverage,
            Series::ChinaEflops,
        ],
        vec![
            Series::DomesticCards,
            Series::DomesticShareUnits,
            Series::DomesticShareValue,
        ],
        vec![Series::ExportCards],
        vec![Series::Capex],
        vec![Series::ChinaCaptured, Series::ChinaCapturedShare],
        vec![Series::ProfitTotal],
        vec![Series::PowerInstalled, Series::Energy],
        vec![Series::Rent, Series::LeaseRevenue],
        vec![Series::LeasePayback, Series::OwnVsRent],
        vec![Series::OpticalModules],
    ];
    families.extend(
        Segment::ALL
            .iter()
            .map(|&segment| vec![Series::of_segment(segment, Measure::Revenue)]),
    );
    families
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_falling_shortage_is_good_news() {
        let trend = Trend::of(Series::Shortage, Ordering::Less).expect("it moved");
        assert_eq!(
            trend,
            Trend {
                rising: false,
                verdict: Better::Up
            }
        );
        assert_eq!(Trend::of(Series::Need, Ordering::Equal), None);
        let need = Trend::of(Series::Need, Ordering::Greater).expect("it moved");
        assert_eq!(need.verdict, Better::Neutral);
    }
}
