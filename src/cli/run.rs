//! `suanli run`: all results of a scenario.

use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};

use super::failure::Failure;
use super::input::Input;
use super::output::{Table, print};
use crate::model::{Run as Results, Series, Year};
use crate::scenario::Scenario;
use crate::text::Language;

/// Prints all results of a scenario.
#[derive(Debug, Args)]
pub(super) struct Run {
    #[command(flatten)]
    input: Input,

    /// How the results are written.
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// A table: a row for each series, a column for each year.
    Csv,
    /// One document, with the scenario.
    Json,
}

impl Run {
    pub fn answer(&self, language: Language) -> Result<(), Failure> {
        let scenario = self.input.scenario(language)?;
        let results = scenario.run();
        match self.format {
            Format::Csv => table(&results)?.print()?,
            Format::Json => print(format!("{}\n", document(&scenario, &results)).as_bytes())?,
        }
        Ok(())
    }
}

fn table(results: &Results) -> Result<Table, Failure> {
    let years = Year::all().map(|year| year.calendar().to_string());
    let names = ["series", "unit"].map(str::to_owned);
    let mut table = Table::new(names.into_iter().chain(years))?;
    for series in Series::ALL {
        let names = [series.id(), &series.info().unit].map(str::to_owned);
        let values = results.years(*series).iter().map(f64::to_string);
        table.row(names.into_iter().chain(values))?;
    }
    Ok(table)
}

fn document(scenario: &Scenario, results: &Results) -> Value {
    let changes = scenario.changes.iter();
    let changes: Map<_, _> = changes
        .map(|(assumption, value)| (assumption.id().to_owned(), json!(value)))
        .collect();
    let years: Vec<_> = Year::all().map(Year::calendar).collect();
    let series: Map<_, _> = Series::ALL
        .iter()
        .map(|series| {
            let values = results.years(*series);
            let entry = json!({ "unit": series.info().unit, "values": values });
            (series.id().to_owned(), entry)
        })
        .collect();
    json!({
        "scenario": {
            "name": { "en": scenario.name.en, "zh": scenario.name.zh },
            "baseline": scenario.baseline.id(),
            "changes": changes,
        },
        "years": years,
        "series": series,
    })
}
