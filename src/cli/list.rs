//! `suanli list`: what the program knows, as tables.

use std::io;

use clap::{Args, ValueEnum};

use super::failure::Failure;
use super::output::Table;
use crate::evidence::{claims, sources};
use crate::model::{Assumption, Series, suppliers};
use crate::scenario::shipped::shipped;
use crate::scenario::{Baseline, Scenario};

/// Prints a table of what the program knows.
#[derive(Debug, Args)]
pub(super) struct List {
    /// Which table.
    #[arg(value_enum)]
    table: Tables,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Tables {
    /// The inputs of the model, with their values in the newest baseline.
    Assumptions,
    /// The results of the model.
    Series,
    /// The companies of the value chain.
    Suppliers,
    /// Where the numbers come from.
    Sources,
    /// The scenarios that come with the program.
    Scenarios,
    /// Published claims, recomputed.
    Claims,
}

/// Stands between the entries of one cell.
const SEPARATOR: &str = "; ";

impl List {
    pub fn answer(&self) -> Result<(), Failure> {
        let table = match self.table {
            Tables::Assumptions => assumptions(),
            Tables::Series => series(),
            Tables::Suppliers => companies(),
            Tables::Sources => origins(),
            Tables::Scenarios => scenarios(),
            Tables::Claims => recomputed(),
        }?;
        Ok(table.print()?)
    }
}

fn assumptions() -> io::Result<Table> {
    let mut table = Table::new([
        "id", "group", "kind", "unit", "low", "base", "high", "min", "max", "scale", "label_en",
        "label_zh", "basis", "source",
    ])?;
    for assumption in Assumption::ALL {
        let info = assumption.info();
        let range = Baseline::current().range(*assumption);
        table.row([
            assumption.id(),
            info.group.into(),
            info.kind.into(),
            &info.unit,
            &range.low.to_string(),
            &range.base.to_string(),
            &range.high.to_string(),
            &info.min.to_string(),
            &info.max.to_string(),
            info.scale.into(),
            &info.label.en,
            &info.label.zh,
            info.basis.into(),
            &info.sources.join(SEPARATOR),
        ])?;
    }
    Ok(table)
}

fn series() -> io::Result<Table> {
    let mut table = Table::new(["id", "group", "unit", "label_en", "label_zh", "better"])?;
    for series in Series::ALL {
        let info = series.info();
        table.row([
            series.id(),
            info.group.into(),
            &info.unit,
            &info.label.en,
            &info.label.zh,
            info.better.into(),
        ])?;
    }
    Ok(table)
}

fn companies() -> io::Result<Table> {
    let mut table = Table::new([
        "id", "name_en", "name_zh", "ticker", "segment", "origin", "share", "basis", "source",
    ])?;
    for supplier in suppliers::all() {
        table.row([
            supplier.id.as_str(),
            &supplier.name.en,
            &supplier.name.zh,
            &supplier.ticker,
            supplier.segment.into(),
            supplier.origin.into(),
            &supplier.share.to_string(),
            supplier.basis.into(),
            &supplier.source,
        ])?;
    }
    Ok(table)
}

fn origins() -> io::Result<Table> {
    let mut table = Table::new(["id", "title", "publisher", "date", "kind"])?;
    for source in sources() {
        table.row([
            &source.id,
            &source.title.en,
            &source.publisher.en,
            &source.date,
            &source.kind,
        ])?;
    }
    Ok(table)
}

fn scenarios() -> io::Result<Table> {
    let mut table = Table::new(["id", "name_en", "name_zh", "changes"])?;
    for shipped in shipped() {
        let scenario = shipped.scenario();
        table.row([
            shipped.id,
            &scenario.name.en,
            &scenario.name.zh,
            &changes(scenario),
        ])?;
    }
    Ok(table)
}

/// The changes of a scenario, each as `--set` takes it.
fn changes(scenario: &Scenario) -> String {
    let changes = scenario.changes.iter();
    let changes = changes.map(|(assumption, value)| format!("{}={value}", assumption.id()));
    changes.collect::<Vec<_>>().join(SEPARATOR)
}

fn recomputed() -> io::Result<Table> {
    let mut table = Table::new(["id", "seed", "claim", "computation", "result", "verdict"])?;
    for claim in claims() {
        table.row([
            &claim.id,
            &claim.seed,
            &claim.claim.en,
            &claim.computation.en,
            &claim.result.en,
            &claim.verdict.en,
        ])?;
    }
    Ok(table)
}
