//! Suppliers and their revenue: an estimated share of their segment, held at its base-year level.

use std::cmp::Ordering;

use super::world::World;
use crate::model::suppliers::{self, Origin, Supplier};
use crate::model::{Run, YEARS, Year};

/// A supplier with its revenue.
#[derive(Clone, Debug)]
pub struct SupplierRow {
    /// Who.
    pub supplier: &'static Supplier,
    /// Revenue of all years, billion USD.
    pub revenue: [f64; YEARS],
    /// The same in the baseline.
    pub baseline: [f64; YEARS],
    /// The year in view.
    pub year: Year,
}

impl SupplierRow {
    /// Revenue of the base year.
    pub fn first(&self) -> f64 {
        self.revenue[Year::BASE.index()]
    }

    /// Revenue of the year in view.
    pub fn now(&self) -> f64 {
        self.revenue[self.year.index()]
    }

    /// Revenue of the year in view over that of the base year, if there was any.
    pub fn multiple(&self) -> Option<f64> {
        (self.first() > 0.0).then(|| self.now() / self.first())
    }

    /// Revenue of the year in view over the baseline's, if there is any.
    pub fn against_baseline(&self) -> Option<f64> {
        let baseline = self.baseline[self.year.index()];
        (baseline > 0.0).then(|| self.now() / baseline)
    }
}

/// What the table is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SortBy {
    /// Name in the language shown.
    Name,
    /// Revenue of the base year.
    First,
    /// Revenue of the year in view.
    #[default]
    Now,
    /// Growth since the base year.
    Multiple,
    /// Difference to the baseline.
    Change,
}

/// Which suppliers are wanted, and in which order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Selection {
    /// Of one origin only.
    pub origin: Option<Origin>,
    /// With these words in name, ticker or segment.
    pub words: String,
    /// Sorted by.
    pub sort: SortBy,
    /// The other way round.
    pub reversed: bool,
}

/// All suppliers that are wanted, in order.
pub fn supplier_rows(world: &World<'_>, selection: &Selection) -> Vec<SupplierRow> {
    let mut rows: Vec<SupplierRow> = suppliers::all()
        .iter()
        .filter(|supplier| is_wanted(world, supplier, selection))
        .map(|supplier| SupplierRow {
            supplier,
            revenue: revenues(world.run, supplier),
            baseline: revenues(world.baseline, supplier),
            year: world.year,
        })
        .collect();
    rows.sort_by(|a, b| {
        let order = compare(world, a, b, selection.sort);
        if selection.reversed {
            order.reverse()
        } else {
            order
        }
    });
    rows
}

/// How many suppliers there are of an origin, or of all.
pub fn supplier_count(origin: Option<Origin>) -> usize {
    let is_of = |supplier: &&Supplier| origin.is_none_or(|origin| supplier.origin == origin);
    suppliers::all().iter().filter(is_of).count()
}

fn revenues(run: &Run, supplier: &Supplier) -> [f64; YEARS] {
    let mut years = [0.0; YEARS];
    for year in Year::all() {
        years[year.index()] = supplier.revenue(run, year);
    }
    years
}

fn is_wanted(world: &World<'_>, supplier: &Supplier, selection: &Selection) -> bool {
    let words = selection.words.trim().to_lowercase();
    let segment: &str = supplier.segment.into();
    let named = world
        .locale
        .text
        .chain
        .captured
        .get(segment)
        .map_or("", String::as_str);
    let texts = [
        &supplier.name.en,
        &supplier.name.zh,
        &supplier.ticker,
        segment,
        named,
    ];
    selection
        .origin
        .is_none_or(|origin| supplier.origin == origin)
        && (words.is_empty()
            || texts
                .iter()
                .any(|text| text.to_lowercase().contains(&words)))
}

/// Largest first; names from A.
fn compare(world: &World<'_>, a: &SupplierRow, b: &SupplierRow, by: SortBy) -> Ordering {
    let name = |row: &SupplierRow| row.supplier.name.get(world.locale.language).to_lowercase();
    let largest = |a: Option<f64>, b: Option<f64>| {
        b.unwrap_or(f64::NEG_INFINITY)
            .total_cmp(&a.unwrap_or(f64::NEG_INFINITY))
    };
    match by {
        SortBy::Name => name(a).cmp(&name(b)),
        SortBy::First => largest(Some(a.first()), Some(b.first())),
        SortBy::Now => largest(Some(a.now()), Some(b.now())),
        SortBy::Multiple => largest(a.multiple(), b.multiple()),
        SortBy::Change => largest(a.against_baseline(), b.against_baseline()),
    }
}
