//! Where numbers stand in words, with the units behind them: a line does not break inside.

use std::ops::Range;
use std::sync::LazyLock;

use super::SPACE;
use super::units::Table;

/// Where numbers stand in words, each with the magnitude and the unit behind it.
pub fn quantities(words: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(start) = words[rest..].find(|c: char| c.is_ascii_digit()) {
        let start = rest + start;
        let end = with_units(words, number_end(words, start));
        found.push(start..end);
        rest = end;
    }
    found
}

/// Where a number ends: behind its last digit, but for signs between digits.
fn number_end(words: &str, start: usize) -> usize {
    let is_of_number = |c: char| c.is_ascii_digit() || c == ',' || c == '.';
    let behind = &words[start..];
    let length = behind.find(|c| !is_of_number(c)).unwrap_or(behind.len());
    start + behind[..length].trim_end_matches([',', '.']).len()
}

/// Where the units end that follow a number, with or without a space before the first.
fn with_units(words: &str, mut end: usize) -> usize {
    let mut rest = words[end..].trim_start_matches([' ', SPACE]);
    while let Some(unit) = UNITS.iter().find(|unit| rest.starts_with(unit.as_str())) {
        rest = &rest[unit.len()..];
        end = words.len() - rest.len();
    }
    end
}

/// Magnitudes and units that a line could break in: those with Chinese characters, the longest
/// first.
static UNITS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let table = Table::of("zh-CN");
    let magnitudes = table.magnitudes.iter().chain(&table.money_magnitudes);
    let magnitudes = magnitudes.map(|magnitude| magnitude.word.clone());
    let names = table.units.values().map(|unit| unit.name.clone());
    let others = [table.points.clone(), table.money.yuan.clone()];
    let mut units: Vec<String> = magnitudes.chain(names).chain(others).collect();
    units.retain(|unit| !unit.is_ascii());
    units.sort_by_key(|unit| std::cmp::Reverse(unit.len()));
    units.dedup();
    units
});

#[cfg(test)]
mod tests {
    use super::*;

    fn found(words: &str) -> Vec<&str> {
        quantities(words)
            .into_iter()
            .map(|place| &words[place])
            .collect()
    }

    #[test]
    fn numbers_stand_with_their_magnitudes_and_units() {
        assert_eq!(
            found("到 2030 年，投资 1.2 万亿美元，租金 3.1 美元/H100e·时。"),
            ["2030 年", "1.2 万亿美元", "3.1 美元/H100e·时"]
        );
        assert_eq!(found("缺 3,200 万张"), ["3,200 万"]);
        assert_eq!(found("从 2026, 到 18.2%"), ["2026", "18.2"]);
        assert_eq!(found("no number"), [""; 0]);
    }
}
