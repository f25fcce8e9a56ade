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

/// What stands before the id of a series that is shown alone: some figures have the id of a series.
const SERIES: &str = "series:";

impl Exhibit {
    /// All but those of single series.
    pub fn all() -> impl Iterator<Item = Self> {
        let topics = [Topic::Overview, Topic::China, Topic::Leasing];
        let others = std::iter::once(Self::MoneyFlow).chain(topics.map(Self::KeyFigures));
        Figure::all().map(Self::Chart).chain(others)
    }

    /// Its id in a scenario file: that of the figure; `series:` and the id of a series for any one
    /// series; `money_flow`; `key_figures`, `key_figures_china`, `key_figures_leasing`.
    pub fn id(self) -> String {
        match self {
            Self::Chart(Figure::Single(series)) => format!("{SERIES}{}", series.id()),
            Self::Chart(Figure::Rent(RentUnit::PerPflop)) => "rent_per_pflop".to_owned(),
            Self::Chart(figure) => <&str>::from(figure).to_owned(),
            Self::MoneyFlow => "money_flow".to_owned(),
            Self::KeyFigures(Topic::Overview) => "key_figures".to_owned(),
            Self::KeyFigures(Topic::China) => "key_figures_china".to_owned(),
            Self::KeyFigures(Topic::Leasing) => "key_figures_leasing".to_owned(),
        }
    }

    /// The exhibit with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        if let Some(series) = id.strip_prefix(SERIES) {
            let series = Series::from_id(series)?;
            return Some(Self::Chart(Figure::Single(series)));
        }
        Self::all().find(|exhibit| exhibit.id() == id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_exhibit_has_an_id_of_its_own() {
        let single = Series::ALL.iter().map(|&series| Figure::Single(series));
        for exhibit in Exhibit::all().chain(single.map(Exhibit::Chart)) {
            assert_eq!(Exhibit::from_id(&exhibit.id()), Some(exhibit));
        }
        for id in ["", "capex", "series:", "series:need_", "single"] {
            assert_eq!(Exhibit::from_id(id), None, "{id}");
        }
    }
}
