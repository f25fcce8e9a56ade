//! The claims of the five source articles, recomputed.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::table;
use crate::text::Words;

/// A published claim and what became of it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Its id.
    pub id: String,
    /// Id of the article it stands in.
    pub seed: String,
    /// What the article says.
    pub claim: Words,
    /// How it was recomputed.
    pub computation: Words,
    /// What came out.
    pub result: Words,
    /// What to think of it.
    pub verdict: Words,
}

static TABLE: LazyLock<Vec<Claim>> =
    LazyLock::new(|| table::embedded(include_str!("../../assets/data/claims.ron")));

/// All claims in table order.
pub fn claims() -> &'static [Claim] {
    &TABLE
}
