//! A chart as words and numbers: what the crosshair says of a year, its table, and a copy of it.

use super::chart::{Chart, Point, Row};
use super::tsv::Tsv;
use super::world::Locale;
use crate::model::{Reference, Year};
use crate::theme::Role;

/// What a chart says of one year.
#[derive(Clone, Debug)]
pub struct YearReading {
    /// The year, and whether it is observed.
    pub title: String,
    /// One for each series that has a value.
    pub entries: Vec<ReadingEntry>,
}

/// What a chart says of one series in one year.
#[derive(Clone, Debug)]
pub struct ReadingEntry {
    /// The series' colour.
    pub role: Role,
    /// Its name in the chart.
    pub name: String,
    /// The value with its unit.
    pub value: String,
    /// Against the baseline; empty where there is nothing to compare with.
    pub change: String,
}

/// A chart as a table.
#[derive(Clone, Debug)]
pub struct ChartTable {
    /// The calendar years of the columns.
    pub years: Vec<u16>,
    /// The lines.
    pub lines: Vec<TableLine>,
}

/// A line of a table.
#[derive(Clone, Debug)]
pub struct TableLine {
    /// What each cell is, where it can be explained: a cell a year.
    pub references: Vec<Option<Reference>>,
    /// Its name, with the unit where cells have none.
    pub name: String,
    /// The colour of the series.
    pub role: Role,
    /// Is it the baseline's?
    pub is_baseline: bool,
    /// A cell a year; empty where there is no value.
    pub cells: Vec<String>,
}

impl Chart {
    /// What it says of a calendar year.
    pub fn reading(&self, locale: &Locale, year: u16) -> YearReading {
        let text = &locale.text.charts;
        let is_observed = year <= Year::BASE.calendar();
        let kind = if is_observed {
            &text.actual
        } else {
            &text.forecast
        };
        YearReading {
            title: format!("{year}  ·  {kind}"),
            entries: self
                .rows
                .iter()
                .filter_map(|row| entry(locale, row, year))
                .collect(),
        }
    }

    /// A row's name, with its unit where that is not the unit of the axis, which the subtitle says.
    fn name_with_unit(&self, locale: &Locale, row: &Row) -> String {
        let unit = locale.numbers.axis_unit(&row.unit);
        if unit.is_empty() || row.unit == self.axis.unit {
            return row.name.clone();
        }
        locale
            .text
            .charts
            .row_unit
            .fill(&[("name", &row.name), ("unit", &unit)])
    }

    /// Does a row's baseline say what no row of its own says?
    fn has_own_baseline(&self, row: &Row) -> bool {
        let is_a_row = |baseline: &[Point]| self.rows.iter().any(|row| row.values == baseline);
        !row.baseline.is_empty() && !is_a_row(&row.baseline)
    }

    /// The years that any of its series has a value for.
    fn data_years(&self) -> Vec<u16> {
        let has_value = |year: &u16| self.rows.iter().any(|row| row.value(*year).is_some());
        (self.years.0..=self.years.1).filter(has_value).collect()
    }

    /// All that it shows, as a table.
    pub fn table(&self, locale: &Locale) -> ChartTable {
        let years = self.data_years();
        let mut lines = Vec::new();
        for row in &self.rows {
            let cells = |of: &dyn Fn(u16) -> Option<f64>| -> Vec<String> {
                let cell = |value| locale.numbers.axis_value(value, &row.unit);
                years
                    .iter()
                    .map(|&year| of(year).map(cell).unwrap_or_default())
                    .collect()
            };
            lines.push(TableLine {
                references: years.iter().map(|&year| row.reference(year)).collect(),
                name: self.name_with_unit(locale, row),
                role: row.role,
                is_baseline: false,
                cells: cells(&|year| row.value(year)),
            });
            if self.has_own_baseline(row) {
                lines.push(TableLine {
                    references: vec![None; years.len()],
                    name: locale.text.charts.baseline.clone(),
                    role: Role::Ghost,
                    is_baseline: true,
                    cells: cells(&|year| row.baseline(year)),
                });
            }
        }
        ChartTable { years, lines }
    }

    /// All that it shows as tab-separated text with all digits, as a spreadsheet takes it.
    pub fn to_tsv(&self, locale: &Locale) -> String {
        let text = &locale.text.charts;
        let years = self.data_years();
        let mut tsv = Tsv::titled(&self.title, &self.subtitle);
        let head = [&*text.series, &*text.unit];
        tsv.line(head, years.iter().map(u16::to_string));
        for row in &self.rows {
            let factor = locale.numbers.factor(&row.unit);
            let unit = locale.numbers.full_unit(&row.unit);
            let mut add = |name: &str, of: &dyn Fn(u16) -> Option<f64>| {
                let cell = |value: f64| (value * factor).to_string();
                let cells = years.iter();
                let cells = cells.map(|&year| of(year).map(cell).unwrap_or_default());
                tsv.line([name, &*unit], cells);
            };
            add(&row.name, &|year| row.value(year));
            if self.has_own_baseline(row) {
                let name = text.row_baseline.fill(&[("name", &row.name)]);
                add(&name, &|year| row.baseline(year));
            }
        }
        tsv.text()
    }
}

fn entry(locale: &Locale, row: &Row, year: u16) -> Option<ReadingEntry> {
    let value = row.value(year)?;
    let change = row
        .baseline(year)
        .and_then(|baseline| locale.numbers.change(value, baseline, &row.unit))
        .map(|change| change.text)
        .unwrap_or_default();
    Some(ReadingEntry {
        role: row.role,
        name: row.name.clone(),
        value: locale.numbers.amount(value, &row.unit).to_string(),
        change,
    })
}
