//! Listed and unlisted suppliers: who they are, and which share of a segment's revenue is theirs.

use std::sync::LazyLock;

use serde::Deserialize;
use strum::IntoStaticStr;

use super::assumptions::Basis;
use super::segment::{Measure, Segment};
use super::series::Series;
use super::sheet::Run;
use super::table;
use super::year::Year;
use crate::text::Words;

/// A company, with its share of one segment.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Supplier {
    /// Its id, such as `sk-hynix`.
    pub id: String,
    /// Its name.
    pub name: Words,
    /// Its ticker; empty where it is not listed.
    pub ticker: String,
    /// The segment it supplies.
    pub segment: Segment,
    /// Where it comes from: it shares in that part of the segment.
    pub origin: Origin,
    /// Its share of the segment's revenue of its origin in the base year, 0 to 1.
    pub share: f64,
    /// How well the share is known.
    pub basis: Basis,
    /// Id of the source.
    pub source: String,
}

impl Supplier {
    /// Its revenue in a year, billion USD: its share of the part of the segment's revenue that
    /// goes to its origin, or of all of it where the segment is of one origin (MODEL.md §5).
    pub fn revenue(&self, run: &Run, year: Year) -> f64 {
        let of = |measure| run.get(Series::of_segment(self.segment, measure), year);
        let revenue = self.share * of(Measure::Revenue);
        if matches!(
            self.segment,
            Segment::AcceleratorsForeign | Segment::AcceleratorsDomestic
        ) {
            return revenue;
        }
        let captured = of(Measure::Captured);
        // A segment that captures nothing has no parts either.
        if captured == 0.0 {
            return 0.0;
        }
        let chinese = of(Measure::China) / captured;
        match self.origin {
            Origin::China => revenue * chinese,
            Origin::Foreign => revenue * (1.0 - chinese),
        }
    }
}

/// Where a supplier comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, IntoStaticStr)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Origin {
    /// Mainland China.
    China,
    /// Anywhere else.
    Foreign,
}

static TABLE: LazyLock<Vec<Supplier>> =
    LazyLock::new(|| table::embedded(include_str!("../../assets/data/suppliers.ron")));

/// All suppliers in table order.
pub fn all() -> &'static [Supplier] {
    &TABLE
}
