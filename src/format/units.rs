//! The table of a language: its words for large numbers, its signs of money, its units.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::magnitude::Magnitude;

/// How numbers look in one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    /// Words for large numbers, largest first; the last stands for 1.
    pub magnitudes: Vec<Magnitude>,
    /// The same for money.
    pub money_magnitudes: Vec<Magnitude>,
    /// The same for the unit of an axis; none where axes are labelled with magnitudes (亿) and
    /// not in the unit of the series (million).
    pub axis_magnitudes: Vec<Magnitude>,
    /// Points of per cent.
    pub points: String,
    /// The same where there is little room.
    pub points_short: String,
    /// Signs of money.
    pub money: MoneySigns,
    /// How each unit is written.
    pub units: BTreeMap<String, Unit>,
}

/// The signs of money in the names of units.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MoneySigns {
    /// That of dollars.
    pub dollars: String,
    /// What stands in its place where money is shown in yuan.
    pub yuan: String,
    /// Does it stand in front of the digits?
    pub leads: bool,
}

/// How values of a unit are written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    pub style: Style,
    /// As it stands behind a number.
    pub name: String,
    /// As it stands behind a number in the scale of the model, which is not converted.
    pub plain_name: String,
    /// As it stands without a number, where that is something else.
    #[serde(default)]
    pub alone: Option<String>,
    /// Does it stand before the number in a text?
    #[serde(default)]
    pub leads: bool,
}

/// How a value is turned into digits.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Style {
    /// As it is.
    Plain,
    /// In magnitudes; one unit stands for so many things.
    Count(f64),
    /// In magnitudes of money; one unit stands for so many US dollars.
    Dollars(f64),
    /// In magnitudes of money that stays in yuan; one unit stands for so many of them.
    Yuan(f64),
    /// A share as per cent.
    Percent,
    /// A rate of change as per cent with its sign.
    SignedPercent,
    /// A factor: ×4.8.
    Factor,
    /// Mantissa and power of ten.
    Scientific,
    /// A calendar year.
    Year,
}

impl Table {
    /// The table of the language with this tag; the English one where the tag is not known.
    pub fn of(language_tag: &str) -> &'static Self {
        if language_tag.starts_with("zh") {
            &ZH
        } else {
            &EN
        }
    }
}

static EN: LazyLock<Table> =
    LazyLock::new(|| embedded(include_str!("../../assets/text/numbers-en.ron")));
static ZH: LazyLock<Table> =
    LazyLock::new(|| embedded(include_str!("../../assets/text/numbers-zh-CN.ron")));

/// Parses the numbers of a language.
///
/// # Panics
/// Where the file is broken: a fault of the program itself, which its tests would have shown.
fn embedded(ron_text: &str) -> Table {
    match ron::from_str(ron_text) {
        Ok(table) => table,
        Err(error) => panic!("a built-in table is broken: {error}"),
    }
}
