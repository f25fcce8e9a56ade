//! `suanli fan`: the percentiles of results over many draws of the assumptions.

use std::time::{Duration, Instant};

use clap::Args;
use clap::builder::RangedU64ValueParser;
use cpu_time::ProcessTime;
use serde_json::json;

use super::cell;
use super::failure::{Failure, both};
use super::input::Input;
use super::output::{Table, print};
use crate::analysis::{
    Cell, Fan as Percentiles, FanMaker, FanRequest, Progress, Sampling, Spreads,
};
use crate::model::Series;
use crate::number::lanes::Path;
use crate::text::Language;

/// Prints P5, P25, P50, P75 and P95 of results over many draws of the assumptions.
///
/// As CSV, with the columns series, year, p5, p25, p50, p75 and p95. Draws are a scrambled Sobol
/// sequence around the scenario; facts of the base year are not drawn. The same seed gives the same
/// percentiles on any number of threads.
#[derive(Debug, Args)]
pub(super) struct Fan {
    #[command(flatten)]
    input: Input,

    /// How many draws, up to ten million.
    #[arg(long, value_name = "N", value_parser = RangedU64ValueParser::<usize>::new().range(1..=10_000_000))]
    samples: usize,

    /// Which draws.
    #[arg(long, value_name = "S", default_value_t = Sampling::default().seed)]
    seed: u32,

    /// On how many threads.
    #[arg(long, value_name = "T", default_value_t = 1, value_parser = RangedU64ValueParser::<usize>::new().range(1..=256))]
    threads: usize,

    /// Only these results, as in --series capex,need. Without it: all.
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    series: Vec<String>,

    /// Measures instead: repeats the computation R times after one that does not count, and prints
    /// one line of JSON with the medians of its time and of its processor time in milliseconds.
    #[arg(long, value_name = "R", value_parser = RangedU64ValueParser::<usize>::new().range(1..=100_000))]
    bench: Option<usize>,
}

impl Fan {
    pub fn answer(&self, language: Language) -> Result<(), Failure> {
        let (scenario, series) = both(self.input.scenario(language), self.series(language))?;
        let spreads = scenario.spreads();
        let cells: Vec<Cell> = series.into_iter().flat_map(Cell::of_series).collect();
        match self.bench {
            None => table(
                self.fan(&mut FanMaker::default(), &spreads, &cells)
                    .as_ref(),
                &cells,
            )?
            .print()?,
            Some(times) => {
                let line = self.measure(times, &spreads, &cells);
                print(
                    format!(
                        "{line}
"
                    )
                    .as_bytes(),
                )?;
            }
        }
        Ok(())
    }

    /// The series that are asked for, in the order in which they are, or all that is wrong with them.
    fn series(&self, language: Language) -> Result<Vec<Series>, Failure> {
        if self.series.is_empty() {
            return Ok(Series::ALL.to_vec());
        }
        let all = self.series.iter().map(|word| cell::series(word, language));
        let mut found = Ok(Vec::new());
        for next in all {
            found = both(found, next).map(|(mut all, next)| {
                all.push(next);
                all
            });
        }
        found
    }

    /// Nobody cancels it, so that it always comes.
    fn fan(&self, maker: &mut FanMaker, spreads: &Spreads, cells: &[Cell]) -> Option<Percentiles> {
        let request = FanRequest {
            spreads,
            cells,
            watched: None,
            sampling: Sampling {
                samples: self.samples,
                seed: self.seed,
                ..Sampling::default()
            },
            threads: self.threads,
            path: Path::best(),
        };
        maker.make(&request, &Progress::default())
    }

    /// How long a fan takes, as one line of JSON.
    fn measure(&self, times: usize, spreads: &Spreads, cells: &[Cell]) -> serde_json::Value {
        let mut maker = FanMaker::default();
        self.fan(&mut maker, spreads, cells);
        let measured = (0..times).map(|_| {
            let (started, cpu) = (Instant::now(), ProcessTime::now());
            self.fan(&mut maker, spreads, cells);
            (started.elapsed(), cpu.elapsed())
        });
        let (walls, cpus): (Vec<_>, Vec<_>) = measured.unzip();
        json!({
            "samples": self.samples,
            "threads": self.threads,
            "median_ms": median_ms(walls),
            "cpu_ms": median_ms(cpus),
        })
    }
}

fn table(fan: Option<&Percentiles>, cells: &[Cell]) -> std::io::Result<Table> {
    let mut table = Table::new(["series", "year", "p5", "p25", "p50", "p75", "p95"])?;
    for &cell in cells {
        let Some(percentiles) = fan.and_then(|fan| fan.get(cell)) else {
            continue;
        };
        let names = [
            cell.series.id().to_owned(),
            cell.year.calendar().to_string(),
        ];
        let values = percentiles.iter().map(f64::to_string);
        table.row(names.into_iter().chain(values))?;
    }
    Ok(table)
}

fn median_ms(mut times: Vec<Duration>) -> f64 {
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64() * 1e3
}
