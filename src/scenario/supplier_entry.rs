//! The entries of `suppliers` in a scenario file: other shares, and suppliers of the user's own.

use std::collections::{BTreeMap, HashMap};

use super::check::Checker;
use super::fault::{FormFault, NameFault, Shape, ValueFault};
use super::layout::SUPPLIER_FIELDS;
use super::nearest::nearest;
use super::outline::{Content, Node};
use super::source::excerpt;
use super::suppliers::{OwnSupplier, SupplierChange, fits, is_share, is_supplier_id};
use crate::model::Segment;
use crate::model::suppliers::{self, Origin, Part};
use crate::text::{Language, Words};

/// The only field of a supplier of the table.
const SHARE: &str = "share";

/// What a file says of a supplier, and where its share stands.
struct Entry {
    at: usize,
    change: SupplierChange,
}

impl Checker<'_> {
    /// The suppliers of a file.
    pub fn suppliers(&mut self, node: &Node) -> BTreeMap<String, SupplierChange> {
        let entries = self.entries(node, supplier_id, entry);
        self.sums(&entries);
        let change = |(id, entry): (String, Entry)| (id, entry.change);
        entries.into_iter().map(change).collect()
    }

    /// Reports each part of a segment whose suppliers have more than all of it, at the share that
    /// is one too many.
    fn sums(&mut self, entries: &BTreeMap<String, Entry>) {
        let mut in_order: Vec<_> = entries.iter().collect();
        in_order.sort_by_key(|(_, entry)| entry.at);
        for part in Segment::ALL.iter().flat_map(|segment| Part::all(*segment)) {
            let untouched = suppliers::all()
                .iter()
                .filter(|supplier| supplier.part() == part && !entries.contains_key(&supplier.id));
            let mut left = 1.0 - untouched.map(|supplier| supplier.share).sum::<f64>();
            for (id, entry) in &in_order {
                let Some(share) = share_of(id, &entry.change, part) else {
                    continue;
                };
                if !fits(share, left) {
                    let left = left.max(0.0);
                    self.report(entry.at, ValueFault::TooMuchShared { share, left, part });
                    break;
                }
                left -= share;
            }
        }
    }

    /// The fields of a supplier that is not in the table.
    fn own_supplier(&mut self, start: usize, values: &HashMap<&str, &Node>) -> Option<OwnSupplier> {
        self.missing(start, values, &SUPPLIER_FIELDS);
        let value = |name| values.get(name).copied();
        let name = value("name").and_then(|node| self.name(node));
        let ticker = value("ticker").and_then(|node| self.text(node));
        let segment = value("segment").and_then(|node| self.segment(node));
        let origin = value("origin").and_then(|node| self.origin(node));
        let share = value(SHARE).and_then(|node| self.share(node));
        Some(OwnSupplier {
            name: name?,
            ticker: ticker?,
            segment: segment?,
            origin: origin?,
            share: share?,
        })
    }

    fn name(&mut self, node: &Node) -> Option<Words> {
        let words = self.words(node)?;
        if words.get(Language::En).trim().is_empty() {
            self.report(node.start, ValueFault::EmptyName);
            return None;
        }
        Some(words)
    }

    fn segment(&mut self, node: &Node) -> Option<Segment> {
        let id = self.text(node)?;
        let segment = Segment::from_id(&id);
        if segment.is_none() {
            let ids = Segment::ALL.iter().map(|segment| segment.id());
            let nearest = nearest(&id, ids).and_then(Segment::from_id);
            let id = excerpt(&id);
            self.report(node.start, NameFault::UnknownSegment { id, nearest });
        }
        segment
    }

    fn origin(&mut self, node: &Node) -> Option<Origin> {
        let id = self.text(node)?;
        let origin = Origin::from_id(&id);
        if origin.is_none() {
            let ids = Origin::ALL.iter().map(|origin| origin.id());
            let nearest = nearest(&id, ids).and_then(Origin::from_id);
            let id = excerpt(&id);
            self.report(node.start, NameFault::UnknownOrigin { id, nearest });
        }
        origin
    }

    fn share(&mut self, node: &Node) -> Option<f64> {
        let share = self.number(node)?;
        if is_share(share) {
            return Some(share);
        }
        self.report(node.start, ValueFault::NoShare { share });
        None
    }
}

/// A key that may be the id of a supplier: of the table, or a new one.
fn supplier_id(checker: &mut Checker, node: &Node) -> Option<String> {
    let id = checker.text(node)?;
    if is_supplier_id(&id) {
        return Some(id);
    }
    let id = excerpt(&id);
    checker.report(node.start, NameFault::BadSupplierId { id });
    None
}

/// What stands behind the id of a supplier.
fn entry(checker: &mut Checker, id: Option<String>, node: &Node) -> Option<Entry> {
    let Content::Fields { name: None, fields } = &node.content else {
        checker.wrong_type(node, Shape::Supplier);
        return None;
    };
    let values = checker.known_fields(fields, &SUPPLIER_FIELDS);
    let at = values.get(SHARE).map_or(node.start, |node| node.start);
    let id = id.unwrap_or_default();
    if suppliers::by_id(&id).is_some() {
        for field in fields {
            if let Some(name) = SUPPLIER_FIELDS.iter().find(|name| **name == field.name)
                && *name != SHARE
            {
                let id = id.clone();
                checker.report(field.start, FormFault::OnlyShare { id, name });
            }
        }
        checker.missing(node.start, &values, &[SHARE]);
        let share = values.get(SHARE).and_then(|node| checker.share(node))?;
        let change = SupplierChange::Share(share);
        return Some(Entry { at, change });
    }
    let is_mistyped = is_supplier_id(&id) && values.keys().all(|name| *name == SHARE);
    if is_mistyped {
        let known = suppliers::all().iter().map(|supplier| supplier.id.as_str());
        let nearest = nearest(&id, known);
        checker.report(node.start, NameFault::UnknownSupplier { id, nearest });
        return None;
    }
    let own = checker.own_supplier(node.start, &values)?;
    let change = SupplierChange::Own(own);
    Some(Entry { at, change })
}

/// The share that a supplier has of a part, if it is one of those who share it.
fn share_of(id: &str, change: &SupplierChange, part: Part) -> Option<f64> {
    let (theirs, share) = match change {
        SupplierChange::Share(share) => (suppliers::by_id(id)?.part(), *share),
        SupplierChange::Own(own) => (Part::of(own.segment, own.origin), own.share),
    };
    (theirs == part).then_some(share)
}
