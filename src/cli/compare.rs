//! `suanli compare`: what differs in several scenarios, and in what comes of it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::failure::Failure;
use super::input;
use super::output::{Table, print};
use crate::app::{MOST_COMPARED, View};
use crate::model::Year;
use crate::report::comparison::{Compared, Comparison, Delta, OUTPUTS, OutputRow, inputs, outputs};
use crate::report::{Locale, Span};
use crate::text::Language;
use crate::theme::Role;

/// Prints what differs in two to six scenarios, and in what comes of it.
///
/// As CSV: kind,id,unit,year and a column for each file. Rows of the kind `input` are the
/// assumptions that are not the same in all files, those of the kind `output` the key outputs of
/// every year. As Markdown: the same for one year, with differences to the first file.
#[derive(Debug, Args)]
pub(super) struct Compare {
    /// Two to six scenario files; - is standard input.
    #[arg(required = true, num_args = 2..=MOST_COMPARED, value_name = "FILE")]
    files: Vec<PathBuf>,

    /// How the comparison is written.
    #[arg(long, value_enum, default_value_t = Format::Csv)]
    format: Format,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    /// A table for programs: full precision, every year.
    Csv,
    /// Two tables for readers: Markdown, one year, with differences to the first file.
    Md,
}

impl Compare {
    pub fn answer(&self, language: Language) -> Result<(), Failure> {
        let scenarios = input::read_all(&self.files, language)?;
        let worlds = self.files.iter().zip(&scenarios);
        let comparison = Comparison {
            worlds: worlds
                .map(|(file, scenario)| Compared::new(name(file), Role::Text1, scenario))
                .collect(),
            reference: 0,
            year: Year::from_calendar(View::FIRST_YEAR).unwrap_or(Year::LAST),
            span: Span::whole(),
            locale: Locale::of(language),
        };
        match self.format {
            Format::Csv => table(&comparison)?.print()?,
            Format::Md => print(markdown(&comparison).as_bytes())?,
        }
        Ok(())
    }
}

fn name(file: &Path) -> String {
    file.display().to_string()
}

fn table(comparison: &Comparison<'_>) -> Result<Table, Failure> {
    let worlds = &comparison.worlds;
    let files = worlds.iter().map(|world| world.label.clone());
    let names = ["kind", "id", "unit", "year"].map(str::to_owned);
    let mut table = Table::new(names.into_iter().chain(files))?;
    for row in inputs(comparison) {
        let (id, unit) = (row.assumption.id(), &row.assumption.info().unit);
        let names = ["input", id, unit, ""].map(str::to_owned);
        table.row(
            names
                .into_iter()
                .chain(row.values.iter().map(f64::to_string)),
        )?;
    }
    for series in OUTPUTS {
        for year in Year::all() {
            let calendar = year.calendar().to_string();
            let names = ["output", series.id(), &series.info().unit, &calendar].map(str::to_owned);
            let values = worlds.iter().map(|world| world.run.get(series, year));
            table.row(
                names
                    .into_iter()
                    .chain(values.map(|value| value.to_string())),
            )?;
        }
    }
    Ok(table)
}

fn markdown(comparison: &Comparison<'_>) -> String {
    let text = &comparison.locale.text.compare;
    let mut page = Page::default();
    let files = || comparison.worlds.iter().map(|world| world.label.clone());

    let rows = inputs(comparison);
    if rows.is_empty() {
        page.line(&text.nothing_differs);
    } else {
        let heads = [text.input_head.clone(), text.unit_head.clone()];
        page.head(heads.into_iter().chain(files()));
        for row in rows {
            page.row([row.name, row.unit].into_iter().chain(row.shown));
        }
    }
    page.line("");

    let year = comparison.year.calendar();
    let heads = [
        text.output_head.fill(&[("year", &year)]),
        text.unit_head.clone(),
    ];
    let differences = files()
        .skip(1)
        .map(|name| text.difference_head.fill(&[("name", &name)]));
    page.head(heads.into_iter().chain(files()).chain(differences));
    let not_comparable = &comparison.locale.text.charts.not_comparable;
    for row in outputs(comparison) {
        page.row(cells(row, not_comparable));
    }
    page.text
}

/// Name, unit, values, and all differences but that of the first file to itself.
fn cells(row: OutputRow, not_comparable: &str) -> Vec<String> {
    let mut cells = vec![row.name, row.unit];
    cells.extend(row.cells.iter().map(|cell| cell.value.clone()));
    let deltas = row.cells.iter().skip(1).map(|cell| match &cell.delta {
        Delta::Known {
            value,
            percent: Some(percent),
            ..
        } => format!("{value} ({percent})"),
        Delta::Known {
            value,
            percent: None,
            ..
        } => format!("{value} ({not_comparable})"),
        other => other.words(not_comparable),
    });
    cells.extend(deltas);
    cells
}

/// Tables in Markdown.
#[derive(Default)]
struct Page {
    text: String,
}

impl Page {
    fn line(&mut self, line: &str) {
        let _ = writeln!(self.text, "{line}");
    }

    /// The head of a table: two columns of words, then numbers, which stand right.
    fn head(&mut self, cells: impl IntoIterator<Item = String>) {
        let cells: Vec<String> = cells.into_iter().collect();
        let numbers = cells.len().saturating_sub(2);
        self.row(cells);
        self.line(&format!("|---|---|{}", "---:|".repeat(numbers)));
    }

    fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        let cells: Vec<String> = cells
            .into_iter()
            .map(|cell| cell.replace('|', "\\|"))
            .collect();
        self.line(&format!("| {} |", cells.join(" | ")));
    }
}
