//! What can be shown to a room: a figure, the flow of money, or a wall of key figures.

use super::figure::{Figure, RentUnit};
use crate::model::Series;

/// What a slide shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Exhibit {
    /// A chart.
    Chart(Figure),
    /// Where the money of the year in view goes.
    MoneyFlow,
    /// The key figures of a page, large.
    KeyFigures(Topic),
    /// How soon a card pays back at other rents and in other use, rents in a unit.
    PaybackMap(RentUnit),
    /// Which assumptions swing a series in the year in view.
    Tornado(Series),
    /// Which changes moved a series in the year in view away from the baseline.
    Waterfall(Series),
}

/// Which key figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    /// Those of the overview.
    Overview,
    /// Those about China.
    China,
    /// Those about renting out compute.
    Leasing,
}

/// What stands before the id of a series that is shown: alone, which has a word of its own since
/// some figures have the id of a series; what swings it; what moved it.
const ALONE: &str = "series:";
const SWINGS: &str = "tornado:";
const MOVES: &str = "why:";

impl Exhibit {
    /// All but those of single series.
    pub fn all() -> impl Iterator<Item = Self> {
        let topics = [Topic::Overview, Topic::China, Topic::Leasing];
        let others = std::iter::once(Self::MoneyFlow).chain(topics.map(Self::KeyFigures));
        let maps = [RentUnit::PerHour, RentUnit::PerPflop].map(Self::PaybackMap);
        Figure::all().map(Self::Chart).chain(others).chain(maps)
    }

    /// A series alone.
    pub fn of_series(series: Series) -> Self {
        Self::Chart(Figure::Single(series))
    }

    /// The single series that it shows, if it shows one.
    pub fn series(self) -> Option<Series> {
        match self {
            Self::Chart(Figure::Single(series))
            | Self::Tornado(series)
            | Self::Waterfall(series) => Some(series),
            _ => None,
        }
    }

    /// All that show a single series.
    pub fn all_of(series: Series) -> impl Iterator<Item = Self> {
        [Self::of_series, Self::Tornado, Self::Waterfall]
            .map(|of| of(series))
            .into_iter()
    }

    /// Its id in a scenario file: that of the figure; `series:`, `tornado:` or `why:` and the id of
    /// a series for any one series; `money_flow`; `key_figures`, `key_figures_china`,
    /// `key_figures_leasing`; `payback_map`, `payback_map_per_pflop`.
    pub fn id(self) -> String {
        let id = match self {
            Self::Chart(Figure::Single(series)) => return format!("{ALONE}{}", series.id()),
            Self::Tornado(series) => return format!("{SWINGS}{}", series.id()),
            Self::Waterfall(series) => return format!("{MOVES}{}", series.id()),
            Self::Chart(Figure::Rent(RentUnit::PerPflop)) => "rent_per_pflop",
            Self::Chart(figure) => figure.into(),
            Self::MoneyFlow => "money_flow",
            Self::KeyFigures(Topic::Overview) => "key_figures",
            Self::KeyFigures(Topic::China) => "key_figures_china",
            Self::KeyFigures(Topic::Leasing) => "key_figures_leasing",
            Self::PaybackMap(RentUnit::PerHour) => "payback_map",
            Self::PaybackMap(RentUnit::PerPflop) => "payback_map_per_pflop",
        };
        id.to_owned()
    }

    /// The exhibit with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        let of_series = |prefix| id.strip_prefix(prefix).and_then(Series::from_id);
        (of_series(ALONE).map(Self::of_series))
            .or_else(|| of_series(SWINGS).map(Self::Tornado))
            .or_else(|| of_series(MOVES).map(Self::Waterfall))
            .or_else(|| Self::all().find(|exhibit| exhibit.id() == id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_exhibit_has_an_id_of_its_own() {
        let single = Series::ALL
            .iter()
            .flat_map(|&series| Exhibit::all_of(series));
        for exhibit in Exhibit::all().chain(single) {
            assert_eq!(Exhibit::from_id(&exhibit.id()), Some(exhibit));
        }
        for id in ["", "capex", "series:", "series:need_", "why:", "single"] {
            assert_eq!(Exhibit::from_id(id), None, "{id}");
        }
    }
}
