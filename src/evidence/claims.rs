//! The claims of the five source articles, recomputed.

use std::sync::LazyLock;

use serde::Deserialize;
use strum::{IntoStaticStr, VariantArray};

use super::expression::Expression;
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
    /// What the verdict comes to.
    pub standing: Standing,
    /// The same recomputation for the program to do, the most telling first.
    pub live: Vec<Recomputation>,
}

/// What a verdict comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, IntoStaticStr, VariantArray)]
#[serde(rename_all = "snake_case")]
#[strum(serialize_all = "snake_case")]
pub enum Standing {
    /// The claim holds.
    Holds,
    /// It holds in part, or as a bound.
    Partly,
    /// It is off.
    Off,
    /// It can be neither confirmed nor refuted: a rumour, or an input that is taken over.
    Open,
}

/// A value that is computed anew in every world.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recomputation {
    /// What it is.
    pub name: Words,
    /// How it is computed.
    pub expression: Expression,
    /// Its unit, a key of `Text::units`.
    pub unit: String,
    /// What the article says of it, in this unit.
    #[serde(default)]
    pub claimed: Option<Claimed>,
}

/// A published value, or what is said of it.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Claimed {
    /// One value.
    Exactly(f64),
    /// From a lower to a higher one.
    Between(f64, f64),
    /// This or more.
    AtLeast(f64),
    /// This or less.
    AtMost(f64),
}

impl Claimed {
    /// The value nearest to another that would agree with the claim.
    pub fn nearest(self, value: f64) -> f64 {
        match self {
            Self::Exactly(claimed) => claimed,
            Self::Between(low, high) => value.clamp(low, high),
            Self::AtLeast(low) => value.max(low),
            Self::AtMost(high) => value.min(high),
        }
    }
}

static TABLE: LazyLock<Vec<Claim>> =
    LazyLock::new(|| table::embedded(include_str!("../../assets/data/claims.ron")));

/// All claims in table order.
pub fn claims() -> &'static [Claim] {
    &TABLE
}
