//! Suppliers and their revenue: an estimated share of their segment, held at its base-year level.

use std::borrow::Cow;
use std::cmp::Ordering;

use super::search::holds;
use super::segment_table::segment_name;
use super::world::{Locale, World};
use crate::model::suppliers::{self, Origin, Part, Supplier};
use crate::model::{Run, Series, YEARS, Year};
use crate::scenario::suppliers::{Refusal, down_to_digits};

/// A supplier with its revenue.
#[derive(Clone, Debug)]
pub struct SupplierRow {
    /// Who, with its share in this world.
    pub supplier: Cow<'static, Supplier>,
    /// Its share in the table; none for a supplier of the user's own.
    pub table_share: Option<f64>,
    /// What the other named suppliers leave of its part of the segment, 0 to 1.
    pub left: f64,
    /// Revenue of all years, billion USD.
    pub revenue: [f64; YEARS],
    /// The same in the baseline with the table's share; none for a supplier of the user's own.
    pub baseline: Option<[f64; YEARS]>,
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

    /// Is it a supplier of the user's own?
    pub fn is_own(&self) -> bool {
        self.table_share.is_none()
    }

    /// Has it another share than in the table?
    pub fn is_changed(&self) -> bool {
        let is_other = |share: f64| share.to_bits() != self.supplier.share.to_bits();
        self.table_share.is_some_and(is_other)
    }

    /// Does its revenue differ from that of the baseline?
    pub fn differs(&self, world: &World<'_>) -> bool {
        world.differs() || self.is_changed()
    }

    /// Revenue of the year in view over the baseline's, if there is any.
    pub fn against_baseline(&self) -> Option<f64> {
        let baseline = self.baseline?[self.year.index()];
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
    /// Share of its part of the segment.
    Share,
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
    let mut rows: Vec<SupplierRow> = (world.scenario.all_suppliers().into_iter())
        .filter(|supplier| is_wanted(world, supplier, selection))
        .map(|supplier| row(world, supplier))
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

fn row(world: &World<'_>, supplier: Cow<'static, Supplier>) -> SupplierRow {
    let in_table = suppliers::by_id(&supplier.id);
    SupplierRow {
        table_share: in_table.map(|supplier| supplier.share),
        left: (world.scenario).share_left(supplier.part(), Some(&supplier.id)),
        revenue: revenues(world.run, &supplier),
        baseline: in_table.map(|supplier| revenues(world.baseline, supplier)),
        supplier,
        year: world.year,
    }
}

/// How many suppliers there are of an origin, or of all.
pub fn supplier_count(world: &World<'_>, origin: Option<Origin>) -> usize {
    let all = world.scenario.all_suppliers();
    let is_of = |supplier: &&Cow<Supplier>| origin.is_none_or(|origin| supplier.origin == origin);
    all.iter().filter(is_of).count()
}

fn revenues(run: &Run, supplier: &Supplier) -> [f64; YEARS] {
    let mut years = [0.0; YEARS];
    for year in Year::all() {
        years[year.index()] = supplier.revenue(run, year);
    }
    years
}

fn is_wanted(world: &World<'_>, supplier: &Supplier, selection: &Selection) -> bool {
    let texts = [
        supplier.name.en.as_str(),
        &supplier.name.zh,
        &supplier.ticker,
        supplier.segment.id(),
        segment_name(world, supplier.segment),
    ];
    selection
        .origin
        .is_none_or(|origin| supplier.origin == origin)
        && holds(&selection.words, texts)
}

/// Largest first; names from A.
fn compare(world: &World<'_>, a: &SupplierRow, b: &SupplierRow, by: SortBy) -> Ordering {
    let name = |row: &SupplierRow| row.supplier.name.get(world.locale.language).to_lowercase();
    match by {
        SortBy::Name => name(a).cmp(&name(b)),
        SortBy::First => largest(Some(a.first()), Some(b.first())),
        SortBy::Now => largest(Some(a.now()), Some(b.now())),
        SortBy::Multiple => largest(a.multiple(), b.multiple()),
        SortBy::Share => largest(Some(a.supplier.share), Some(b.supplier.share)),
        SortBy::Change => largest(a.against_baseline(), b.against_baseline()),
    }
}

/// The larger comes first; what is missing comes last.
pub(super) fn largest(a: Option<f64>, b: Option<f64>) -> Ordering {
    b.unwrap_or(f64::NEG_INFINITY)
        .total_cmp(&a.unwrap_or(f64::NEG_INFINITY))
}

/// The unit of shares.
pub fn share_unit() -> &'static str {
    &Series::ChinaCapturedShare.info().unit
}

/// What a field for a share says: of what it is a share, in which years, and what is left.
pub fn share_hint(world: &World<'_>, part: Part, share_left: f64) -> String {
    let texts = &world.locale.text.chain.suppliers;
    let (template, origin) = match part.origin {
        None => (&texts.segment_share_hint, ""),
        Some(Origin::China) => (&texts.share_hint, texts.china_part.as_str()),
        Some(Origin::Foreign) => (&texts.share_hint, texts.foreign_part.as_str()),
    };
    template.fill(&[
        ("segment", &segment_name(world, part.segment)),
        ("origin", &origin),
        ("first", &Year::BASE.calendar()),
        ("left", &left(&world.locale, share_left)),
    ])
}

/// Why a change of a supplier was refused, in words.
pub fn refusal(locale: &Locale, part: Part, refusal: Refusal) -> String {
    let texts = &locale.text.chain.suppliers;
    match refusal {
        Refusal::NoShare => texts.no_share.clone(),
        Refusal::NoName | Refusal::BadId => texts.bad_name.clone(),
        Refusal::TooMuch { left: share } => {
            let template = match part.origin {
                None => &texts.too_much,
                Some(_) => &texts.too_much_of_part,
            };
            template.fill(&[("left", &left(locale, share))])
        }
    }
}

/// What is left of a part, as it could be typed.
pub fn left(locale: &Locale, share: f64) -> String {
    let share = down_to_digits(share);
    locale.numbers.typed(share, share_unit()).number
}
