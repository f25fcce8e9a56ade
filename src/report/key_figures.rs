//! The key figures of a year, each against the baseline.

use std::cmp::Ordering;

use super::world::World;
use crate::format::Amount;
use crate::model::series::Better;
use crate::model::{Measure, Segment, Series, YEARS};
use crate::text::window::KeyFigureText;

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

/// The series of the key figures, with their short names.
fn chosen(text: &KeyFigureText) -> [(Series, &String, &String); 6] {
    [
        (Series::Need, &text.need, &text.nothing),
        (Series::Coverage, &text.coverage, &text.nothing),
        (Series::Premium, &text.premium, &text.nothing),
        (Series::Capex, &text.capex, &text.nothing),
        (
            Series::ChinaCapturedShare,
            &text.china_captured_share,
            &text.of_spending,
        ),
        (Series::Rent, &text.rent, &text.nothing),
    ]
}

/// The key figures of the year in view.
pub fn key_figures(world: &World<'_>) -> Vec<KeyFigure> {
    let numbers = world.locale.numbers;
    chosen(&world.locale.text.window.key_figures)
        .into_iter()
        .map(|(series, label, of)| {
            let unit = &series.info().unit;
            let change = numbers
                .change(world.now(series), world.baseline_now(series), unit)
                .and_then(|change| Some((change.text, Trend::of(series, change.direction)?)));
            KeyFigure {
                series,
                label: label.clone(),
                amount: numbers.amount(world.now(series), unit),
                of: of.clone(),
                change,
                values: *world.run.years(series),
                baseline: *world.baseline.years(series),
            }
        })
        .collect()
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
