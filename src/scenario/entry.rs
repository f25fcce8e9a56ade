//! The entries of maps in a scenario file: which keys and values they may have.

use std::collections::{BTreeMap, HashMap};

use super::check::Checker;
use super::fault::{NameFault, ProblemKind, Shape, ValueFault};
use super::nearest::{nearest_assumption, nearest_series};
use super::numerals::misspelt_word;
use super::outline::{Content, Node};
use super::source::excerpt;
use crate::model::{Assumption, Series, Year};

impl Checker<'_> {
    /// The entries of a map. A key read as `None` has been reported, and its value is still
    /// looked at; likewise the other way round.
    pub fn entries<K: Clone + Ord, V>(
        &mut self,
        node: &Node,
        read_key: fn(&mut Self, &Node) -> Option<K>,
        read_value: fn(&mut Self, Option<K>, &Node) -> Option<V>,
    ) -> BTreeMap<K, V> {
        let mut map = BTreeMap::new();
        let Content::Map(entries) = &node.content else {
            self.wrong_type(node, Shape::Map);
            return map;
        };
        let mut first_places = HashMap::new();
        for (key_node, value_node) in entries {
            if self.is_full() {
                break;
            }
            let name = key_name(key_node);
            if let Some(first) = first_places.get(&name) {
                self.duplicate(key_node.start, &name, *first);
                continue;
            }
            first_places.insert(name, key_node.start);
            let key = read_key(self, key_node);
            let value = read_value(self, key.clone(), value_node);
            map.extend(key.zip(value));
        }
        map
    }

    /// A finite number.
    pub fn number(&mut self, node: &Node) -> Option<f64> {
        let word = self.numeral(node)?;
        self.accept(node.start, number(word))
    }

    /// The word of a number.
    pub fn numeral<'n>(&mut self, node: &'n Node) -> Option<&'n str> {
        match node.content {
            Content::Word(word) => return Some(word),
            Content::Text(quoted) => match number(quoted.trim_matches('"')) {
                Ok(_) => {
                    let number = excerpt(quoted.trim_matches('"'));
                    self.report(node.start, ValueFault::QuotedNumber { number });
                }
                Err(_) => self.wrong_type(node, Shape::Number),
            },
            _ => self.wrong_type(node, Shape::Number),
        }
        None
    }

    /// Passes a value on, or reports why there is none.
    fn accept<T>(&mut self, at: usize, value: Result<T, impl Into<ProblemKind>>) -> Option<T> {
        value.map_err(|fault| self.report(at, fault)).ok()
    }
}

/// A name for a key that is the same for equal keys.
fn key_name(node: &Node) -> String {
    match node.content {
        Content::Text(quoted) => ron::from_str(quoted).unwrap_or_else(|_| quoted.to_owned()),
        Content::Word(word) => match ron::from_str::<u64>(word) {
            Ok(number) => number.to_string(),
            Err(_) => word.to_owned(),
        },
        // Keys of other kinds are all wrong, each at its own place.
        _ => format!("{:?}", node.start),
    }
}

/// A key or value that must be the id of an assumption.
pub(super) fn assumption(checker: &mut Checker, node: &Node) -> Option<Assumption> {
    if let Content::Word(word) = node.content
        && let Some(assumption) = Assumption::from_id(word)
    {
        let name = word.to_owned();
        checker.report(node.start, ValueFault::MissingQuotes { name });
        return Some(assumption);
    }
    let id = checker.text(node)?;
    assumption_by_id(&id)
        .map_err(|fault| checker.report(node.start, fault))
        .ok()
}

/// A key that must be the id of a series.
pub(super) fn series(checker: &mut Checker, node: &Node) -> Option<Series> {
    let id = checker.text(node)?;
    checker.accept(node.start, series_by_id(&id))
}

/// A key or value that must be a year of a run.
pub(super) fn year(checker: &mut Checker, node: &Node) -> Option<u16> {
    let word = checker.numeral(node)?;
    let year = checker.accept(node.start, year_by_number(word));
    year.map(Year::calendar)
}

/// The value of an assumption.
pub(super) fn change(checker: &mut Checker, id: Option<Assumption>, node: &Node) -> Option<f64> {
    let value = checker.number(node)?;
    match id {
        Some(id) => checker.accept(node.start, in_range(id, value)),
        None => Some(value),
    }
}

/// The low and the high end of an assumption.
pub(super) fn range(
    checker: &mut Checker,
    id: Option<Assumption>,
    node: &Node,
) -> Option<(f64, f64)> {
    let pair = match &node.content {
        Content::Items { name: None, items } => items.as_slice(),
        _ => &[],
    };
    let [low, high] = pair else {
        checker.wrong_type(node, Shape::Pair);
        return None;
    };
    let (low, high) = (change(checker, id, low), change(checker, id, high));
    let (low, high) = low.zip(high)?;
    let ordered = if low <= high {
        Ok((low, high))
    } else {
        Err(ValueFault::LowAboveHigh { low, high })
    };
    checker.accept(node.start, ordered)
}

/// The values of a series by year.
#[expect(
    clippy::unnecessary_wraps,
    reason = "it reads one of several kinds of values"
)]
pub(super) fn years(
    checker: &mut Checker,
    _: Option<Series>,
    node: &Node,
) -> Option<BTreeMap<u16, f64>> {
    Some(checker.entries(node, year, |checker, _, node| checker.number(node)))
}

/// The assumption with this id, which comes from a user.
pub(crate) fn assumption_by_id(id: &str) -> Result<Assumption, NameFault> {
    Assumption::from_id(id).ok_or_else(|| match Series::from_id(id) {
        Some(id) => NameFault::ResultAsAssumption { id },
        None => NameFault::UnknownAssumption {
            id: excerpt(id),
            nearest: nearest_assumption(id),
        },
    })
}

/// The series with this id, which comes from a user.
pub(crate) fn series_by_id(id: &str) -> Result<Series, NameFault> {
    Series::from_id(id).ok_or_else(|| NameFault::UnknownSeries {
        id: excerpt(id),
        nearest: nearest_series(id),
    })
}

/// The year of a run with this calendar number, which comes from a user.
pub(crate) fn year_by_number(word: &str) -> Result<Year, NameFault> {
    let calendar = ron::from_str(word).ok();
    (calendar.and_then(Year::from_calendar)).ok_or_else(|| NameFault::UnknownYear {
        year: excerpt(word),
    })
}

/// The finite number that a user has written.
pub(crate) fn number(word: &str) -> Result<f64, ProblemKind> {
    let found = || excerpt(word);
    match ron::from_str::<f64>(word) {
        Ok(value) if value.is_finite() => Ok(value),
        Ok(_) => Err(ValueFault::NotFinite { found: found() }.into()),
        Err(_) => Err(match misspelt_word(word) {
            Some(fault) => fault.into(),
            None => ValueFault::NotANumber { found: found() }.into(),
        }),
    }
}

/// A value of an assumption that the model accepts.
pub(crate) fn in_range(id: Assumption, value: f64) -> Result<f64, ValueFault> {
    if id.info().allows(value) {
        Ok(value)
    } else {
        Err(ValueFault::OutOfRange { id, value })
    }
}
