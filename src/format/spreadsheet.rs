//! Numbers in a spreadsheet: values stay in the scale of the model, cells say how they look.

use super::Numbers;
use super::units::Style;

impl Numbers {
    /// The name of a unit as it stands behind a plain number in the scale of the model:
    /// “million H100e”, “thousand USD per H100e”.
    pub fn plain_name<'a>(&self, unit: &'a str) -> &'a str
    where
        'static: 'a,
    {
        let known = self.table.units.get(unit);
        known.map_or(unit, |known| known.plain_name.as_str())
    }

    /// The number format of cells with values of a unit, in the notation of spreadsheets. It
    /// depends on nothing but the unit: a value may be any other after the next change.
    pub fn cell_format(&self, unit: &str) -> &'static str {
        match self.style(unit) {
            Style::Percent | Style::SignedPercent => "0.0%",
            Style::Scientific => "0.00E+00",
            Style::Year => "0",
            Style::Factor => "#,##0.00",
            Style::Plain | Style::Count(_) | Style::Dollars(_) | Style::Yuan(_) => {
                "[>=1000]#,##0;[>=1]#,##0.00;0.000"
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::units::Table;

    #[test]
    fn every_unit_has_a_plain_name_in_both_languages() {
        for tag in ["en", "zh-CN"] {
            let (table, numbers) = (Table::of(tag), Numbers::of(tag));
            for (unit, known) in &table.units {
                assert!(!known.plain_name.is_empty(), "{tag}: {unit}");
                assert_eq!(numbers.plain_name(unit), known.plain_name);
            }
        }
        let [en, zh] = ["en", "zh-CN"].map(Numbers::of);
        assert_eq!(en.plain_name("million H100e"), "million H100e");
        assert_eq!(en.plain_name("kUSD/H100e"), "thousand USD per H100e");
        assert_eq!(zh.plain_name("million H100e"), "百万 H100e");
        assert_eq!(zh.plain_name("kUSD/H100e"), "千美元/H100e");
    }

    #[test]
    fn cells_look_as_their_unit_wants() {
        let numbers = Numbers::of("en");
        assert_eq!(numbers.cell_format("share"), "0.0%");
        assert_eq!(numbers.cell_format("FLOP"), "0.00E+00");
        assert_eq!(numbers.cell_format("year"), "0");
    }
}
