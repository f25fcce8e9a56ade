//! Listed and unlisted suppliers: who they are, and which share of a segment's revenue is theirs.

use std::sync::LazyLock;

use serde::Deserialize;
use strum::{EnumString, IntoStaticStr, VariantArray};

use super::assumptions::Basis;
use super::segment::{Measure, Segment};
use super::series::Series;
use super::sheet::Run;
use super::table;
use super::year::Year;
use crate::text::Words;

/// A company, with its share of one segment.
#[derive(Clone, Debug, PartialEq, Deserialize)]
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
    /// What it has a share of.
    pub fn part(&self) -> Part {
        Part::of(self.segment, self.origin)
    }

    /// Its revenue in a year, billion USD.
    pub fn revenue(&self, run: &Run, year: Year) -> f64 {
        self.share * self.part().revenue(run, year)
    }
}

/// The part of a segment's revenue that suppliers share among themselves: that of their origin,
/// or all of it where the segment is of one origin (MODEL.md §5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// The segment.
    pub segment: Segment,
    /// The origin; none where it is the whole segment.
    pub origin: Option<Origin>,
}

impl Part {
    /// The part that suppliers of an origin share.
    pub fn of(segment: Segment, origin: Origin) -> Self {
        let origin = (!is_of_one_origin(segment)).then_some(origin);
        Self { segment, origin }
    }

    /// All parts of a segment.
    pub fn all(segment: Segment) -> Vec<Self> {
        let mut parts: Vec<_> = (Origin::ALL.iter())
            .map(|&origin| Self::of(segment, origin))
            .collect();
        parts.dedup();
        parts
    }

    /// Its revenue in a year, billion USD.
    pub fn revenue(self, run: &Run, year: Year) -> f64 {
        let of = |measure| run.get(Series::of_segment(self.segment, measure), year);
        let revenue = of(Measure::Revenue);
        let Some(origin) = self.origin else {
            return revenue;
        };
        let captured = of(Measure::Captured);
        // A segment that captures nothing has no parts either.
        if captured == 0.0 {
            return 0.0;
        }
        let chinese = of(Measure::China) / captured;
        match origin {
            Origin::China => revenue * chinese,
            Origin::Foreign => revenue * (1.0 - chinese),
        }
    }
}

fn is_of_one_origin(segment: Segment) -> bool {
    matches!(
        segment,
        Segment::AcceleratorsForeign | Segment::AcceleratorsDomestic
    )
}

/// Where a supplier comes from.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, EnumString, IntoStaticStr, VariantArray,
)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Origin {
    /// Mainland China.
    China,
    /// Anywhere else.
    Foreign,
}

impl Origin {
    /// All origins.
    pub const ALL: &'static [Self] = Self::VARIANTS;

    /// The id used in files, such as `china`.
    pub fn id(self) -> &'static str {
        self.into()
    }

    /// The origin with this id.
    pub fn from_id(id: &str) -> Option<Self> {
        id.parse().ok()
    }
}

static TABLE: LazyLock<Vec<Supplier>> =
    LazyLock::new(|| table::embedded(include_str!("../../assets/data/suppliers.ron")));

/// All suppliers in table order.
pub fn all() -> &'static [Supplier] {
    &TABLE
}

/// The supplier of the table with this id.
pub fn by_id(id: &str) -> Option<&'static Supplier> {
    all().iter().find(|supplier| supplier.id == id)
}
