//! Every source named in the tables.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::table;
use crate::text::Words;

/// Where a number comes from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Its id, such as `epoch-models`.
    pub id: String,
    /// What it is.
    pub title: Words,
    /// Who published it.
    pub publisher: Words,
    /// When: year, or year and month.
    pub date: String,
    /// What kind of source it is.
    pub kind: String,
}

static TABLE: LazyLock<Vec<Source>> =
    LazyLock::new(|| table::embedded(include_str!("../../assets/data/sources.ron")));

/// All sources in table order.
pub fn sources() -> &'static [Source] {
    &TABLE
}

/// The source with this id.
pub fn source(id: &str) -> Option<&'static Source> {
    TABLE.iter().find(|source| source.id == id)
}
