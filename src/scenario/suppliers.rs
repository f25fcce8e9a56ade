//! Suppliers as a scenario has them: other shares for those of the table, and suppliers of the
//! user's own. Shares are those of the base year, and are held in all years.

use std::borrow::Cow;

use super::Scenario;
use crate::model::Segment;
use crate::model::assumptions::Basis;
use crate::model::suppliers::{self, Origin, Part, Supplier};
use crate::text::{Language, Words, outside};

/// Longer ids are refused.
pub const LONGEST_ID: usize = 40;

/// Shares may exceed a whole by this much: sums of decimal fractions are not exact.
const ROUNDING: f64 = 1e-9;

/// What a scenario says of a supplier.
#[derive(Clone, Debug, PartialEq)]
pub enum SupplierChange {
    /// Another share for a supplier of the table.
    Share(f64),
    /// A supplier that is not in the table.
    Own(OwnSupplier),
}

/// A supplier of the user's own.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnSupplier {
    /// Its name; not empty in both languages.
    pub name: Words,
    /// Its ticker; empty where it is not listed.
    pub ticker: String,
    /// The segment it supplies.
    pub segment: Segment,
    /// Where it comes from.
    pub origin: Origin,
    /// Its share of that part of the segment, 0 to 1.
    pub share: f64,
}

/// Why a scenario cannot take a change of a supplier.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Refusal {
    /// The share is not between nothing and all.
    NoShare,
    /// The others leave less.
    TooMuch {
        /// What they leave.
        left: f64,
    },
    /// It has no name.
    NoName,
    /// The id belongs to nobody, or cannot be one.
    BadId,
}

impl Scenario {
    /// All suppliers of this world: those of the table in its order, then the user's own.
    pub fn all_suppliers(&self) -> Vec<Cow<'static, Supplier>> {
        let of_table = suppliers::all().iter().map(|supplier| {
            let share = self.share_of(supplier);
            if share.to_bits() == supplier.share.to_bits() {
                Cow::Borrowed(supplier)
            } else {
                let supplier = supplier.clone();
                Cow::Owned(Supplier { share, ..supplier })
            }
        });
        let own = self
            .suppliers
            .iter()
            .filter_map(|(id, change)| match change {
                SupplierChange::Own(own) => Some(Cow::Owned(own.supplier(id))),
                SupplierChange::Share(_) => None,
            });
        of_table.chain(own).collect()
    }

    /// The share of a supplier of the table in this world.
    fn share_of(&self, supplier: &Supplier) -> f64 {
        match self.suppliers.get(&supplier.id) {
            Some(SupplierChange::Share(share)) => *share,
            _ => supplier.share,
        }
    }

    /// How many suppliers are not as the table has them.
    pub fn changed_suppliers(&self) -> usize {
        let is_change = |(id, change): &(&String, &SupplierChange)| match change {
            SupplierChange::Share(share) => suppliers::by_id(id)
                .is_none_or(|supplier| supplier.share.to_bits() != share.to_bits()),
            SupplierChange::Own(_) => true,
        };
        self.suppliers.iter().filter(is_change).count()
    }

    /// What suppliers leave of a part of a segment, 0 to 1; one of them may be left out.
    pub fn share_left(&self, part: Part, without: Option<&str>) -> f64 {
        let all = self.all_suppliers();
        let others = all
            .iter()
            .filter(|supplier| supplier.part() == part && Some(supplier.id.as_str()) != without);
        let taken: f64 = others.map(|supplier| supplier.share).sum();
        (1.0 - taken).max(0.0)
    }

    /// Can this world take a change of a supplier?
    ///
    /// # Errors
    /// Why it cannot.
    pub fn judge_supplier(&self, id: &str, change: &SupplierChange) -> Result<(), Refusal> {
        let known = suppliers::by_id(id);
        let (part, share) = match (change, known) {
            (SupplierChange::Share(share), Some(supplier)) => (supplier.part(), *share),
            (SupplierChange::Own(own), None) if is_supplier_id(id) => {
                if own.name.get(Language::En).trim().is_empty() {
                    return Err(Refusal::NoName);
                }
                (Part::of(own.segment, own.origin), own.share)
            }
            _ => return Err(Refusal::BadId),
        };
        if !is_share(share) {
            return Err(Refusal::NoShare);
        }
        let left = self.share_left(part, Some(id));
        if fits(share, left) {
            Ok(())
        } else {
            Err(Refusal::TooMuch { left })
        }
    }

    /// Changes a supplier; a share equal to the table's is no change.
    pub fn set_supplier(&mut self, id: &str, change: SupplierChange) {
        let is_none = match (&change, suppliers::by_id(id)) {
            (SupplierChange::Share(share), Some(supplier)) => {
                share.to_bits() == supplier.share.to_bits()
            }
            _ => false,
        };
        if is_none {
            self.suppliers.remove(id);
        } else {
            self.suppliers.insert(id.to_owned(), change);
        }
    }

    /// An id for a new supplier that nobody has yet, made from its name or ticker.
    pub fn free_supplier_id(&self, name: &str) -> String {
        let letters: String = name
            .to_ascii_lowercase()
            .chars()
            .map(|c| if is_id_character(c) { c } else { '-' })
            .take(LONGEST_ID - 4)
            .collect();
        let stem: Vec<_> = letters.split('-').filter(|part| !part.is_empty()).collect();
        let stem = if stem.is_empty() {
            "own".to_owned()
        } else {
            stem.join("-")
        };
        let numbered = (2_usize..).map(|number| format!("{stem}-{number}"));
        std::iter::once(stem.clone())
            .chain(numbered)
            .find(|id| suppliers::by_id(id).is_none() && !self.suppliers.contains_key(id))
            .unwrap_or(stem)
    }
}

impl OwnSupplier {
    /// The supplier itself, called as it may be shown.
    pub fn supplier(&self, id: &str) -> Supplier {
        let shown = |words: &str| outside::one_line(words).into_owned();
        Supplier {
            id: id.to_owned(),
            name: Words {
                en: shown(&self.name.en),
                zh: shown(&self.name.zh),
            },
            ticker: shown(&self.ticker),
            segment: self.segment,
            origin: self.origin,
            share: self.share,
            basis: Basis::Judged,
            source: String::new(),
        }
    }
}

/// Can it be a share?
pub(super) fn is_share(share: f64) -> bool {
    (0.0..=1.0).contains(&share)
}

/// Does a share fit into what is left?
pub(super) fn fits(share: f64, left: f64) -> bool {
    share <= left + ROUNDING
}

/// A share as a sentence may name it: rounded down, so that what is named still fits.
pub fn down_to_digits(share: f64) -> f64 {
    const DIGITS: f64 = 1e6;
    ((share + ROUNDING) * DIGITS).floor() / DIGITS
}

/// Can it be the id of a supplier?
pub(super) fn is_supplier_id(id: &str) -> bool {
    !id.is_empty() && id.len() <= LONGEST_ID && id.chars().all(is_id_character)
}

fn is_id_character(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Baseline;

    fn own(share: f64) -> SupplierChange {
        SupplierChange::Own(OwnSupplier {
            name: Words {
                en: "My Optics".to_owned(),
                zh: String::new(),
            },
            ticker: String::new(),
            segment: Segment::Optics,
            origin: Origin::China,
            share,
        })
    }

    #[test]
    fn a_scenario_without_changes_has_the_table() {
        let scenario = Scenario::new(Baseline::current());
        let all = scenario.all_suppliers();
        assert!(all.iter().map(AsRef::as_ref).eq(suppliers::all()));
    }

    #[test]
    fn own_suppliers_come_last_and_take_from_what_is_left() {
        let mut scenario = Scenario::new(Baseline::current());
        let part = Part::of(Segment::Optics, Origin::China);
        // 0.50 + 0.32 + 0.05 + 0.05 in the table.
        assert!((scenario.share_left(part, None) - 0.08).abs() < 1e-12);
        scenario.set_supplier("my-optics", own(0.06));
        assert!((scenario.share_left(part, None) - 0.02).abs() < 1e-12);
        assert_eq!(scenario.all_suppliers().last().map(|s| s.share), Some(0.06));
        assert_eq!(scenario.judge_supplier("my-optics", &own(0.08)), Ok(()));
        assert!(matches!(
            scenario.judge_supplier("second", &own(0.03)),
            Err(Refusal::TooMuch { left }) if (left - 0.02).abs() < 1e-12
        ));
    }

    #[test]
    fn in_the_accelerators_one_whole_is_shared_by_both_origins() {
        let scenario = Scenario::new(Baseline::current());
        let [foreign, china] = [Origin::Foreign, Origin::China]
            .map(|origin| Part::of(Segment::AcceleratorsForeign, origin));
        assert_eq!(foreign, china);
        assert!((scenario.share_left(china, None) - 0.155).abs() < 1e-12);
    }

    #[test]
    fn a_share_equal_to_the_tables_is_no_change() {
        let mut scenario = Scenario::new(Baseline::current());
        scenario.set_supplier("nvidia", SupplierChange::Share(0.7));
        assert_eq!(scenario.changed_suppliers(), 1);
        let table = suppliers::by_id("nvidia").expect("in the table").share;
        scenario.set_supplier("nvidia", SupplierChange::Share(table));
        assert!(scenario.suppliers.is_empty());
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let scenario = Scenario::new(Baseline::current());
        let judge = |id, change| scenario.judge_supplier(id, &change);
        assert_eq!(judge("nvidia", own(0.1)), Err(Refusal::BadId));
        assert_eq!(
            judge("nobody", SupplierChange::Share(0.1)),
            Err(Refusal::BadId)
        );
        assert_eq!(judge("My Optics", own(0.05)), Err(Refusal::BadId));
        assert_eq!(judge("my-optics", own(f64::NAN)), Err(Refusal::NoShare));
        assert_eq!(judge("my-optics", own(-0.1)), Err(Refusal::NoShare));
        assert_eq!(judge("sk-hynix", SupplierChange::Share(0.62)), Ok(()));
    }

    #[test]
    fn ids_are_made_from_names_and_never_twice() {
        let mut scenario = Scenario::new(Baseline::current());
        assert_eq!(scenario.free_supplier_id("Nvidia"), "nvidia-2");
        assert_eq!(
            scenario.free_supplier_id("My Optics, Inc."),
            "my-optics-inc"
        );
        assert_eq!(scenario.free_supplier_id("光模块"), "own");
        scenario.set_supplier("own", own(0.01));
        assert_eq!(scenario.free_supplier_id(""), "own-2");
        assert!(is_supplier_id(
            &scenario.free_supplier_id(&"long ".repeat(20))
        ));
    }
}
