//! Every scenario of `scenarios/`, none of them listed: its results against a frozen CSV.
//!
//! A change of any result is a change of the model: `UPDATE_GOLDEN=1 cargo test --test golden`
//! writes the new results, and the changelog says why they are new.

mod versions;

use std::path::{Path, PathBuf};
use std::{env, fs};

use suanli::model::{Run, Series, Year};
use suanli::scenario::shipped::{Shipped, shipped};

/// Largest relative difference: other processors round powers differently in the last digits.
const TOLERANCE: f64 = 1e-9;

fn golden(id: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/golden")
        .join(format!("{id}.csv"))
}

fn to_csv(run: &Run) -> String {
    let years = Year::all().map(|year| year.calendar().to_string());
    let mut rows = vec![row("series", years)];
    for &series in Series::ALL {
        rows.push(row(
            series.id(),
            run.years(series).iter().map(f64::to_string),
        ));
    }
    rows.join("\n") + "\n"
}

fn row(name: &str, cells: impl Iterator<Item = String>) -> String {
    let cells: Vec<String> = std::iter::once(name.to_owned()).chain(cells).collect();
    cells.join(",")
}

/// The cells that differ, in words.
fn differences(id: &str, run: &Run, golden: &str) -> Vec<String> {
    let mut rows = csv::Reader::from_reader(golden.as_bytes());
    let rows: Vec<_> = rows
        .records()
        .map(|row| row.expect("a row of the golden file"))
        .collect();
    assert_eq!(
        rows.len(),
        Series::ALL.len(),
        "{id}: the golden file has other series"
    );
    let mut differences = Vec::new();
    for (row, &series) in rows.iter().zip(Series::ALL) {
        assert_eq!(
            &row[0],
            series.id(),
            "{id}: the golden file has another order"
        );
        for (year, want) in Year::all().zip(row.iter().skip(1)) {
            let want: f64 = want.parse().expect("a number");
            let value = run.get(series, year);
            if (value - want).abs() > TOLERANCE * want.abs() {
                let place = format!("{id} {} {}", series.id(), year.calendar());
                differences.push(format!("{place}: {value} was {want}"));
            }
        }
    }
    differences
}

#[test]
fn every_scenario_gives_its_golden_results() {
    let mut wrong = Vec::new();
    for shipped in shipped() {
        let run = shipped.scenario().run();
        let path = golden(shipped.id);
        if env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&path, to_csv(&run)).expect("a writable golden file");
            continue;
        }
        match fs::read_to_string(&path) {
            Ok(golden) => wrong.extend(differences(shipped.id, &run, &golden)),
            Err(error) => wrong.push(format!("{}: {error}", path.display())),
        }
    }
    assert!(
        wrong.is_empty(),
        "{} cells differ:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn no_golden_file_has_lost_its_scenario() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden");
    for entry in fs::read_dir(folder).expect("the golden files") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|ending| ending == "csv") {
            let stem = path.file_stem().and_then(|stem| stem.to_str());
            let is_shipped = shipped().iter().any(|shipped| Some(shipped.id) == stem);
            assert!(is_shipped, "{} belongs to no scenario", path.display());
        }
    }
}

#[test]
fn every_world_differs_visibly_from_the_baseline() {
    // At least four of these results of 2030 move by a twentieth or more.
    let told = [
        Series::Need,
        Series::Coverage,
        Series::Premium,
        Series::Capex,
        Series::ChinaCaptured,
        Series::ChinaCoverage,
        Series::Rent,
        Series::LeasePayback,
        Series::RevOptics,
    ];
    let year = Year::from_calendar(2030).expect("a year of the run");
    let (baseline, worlds) = shipped().split_first().expect("shipped scenarios");
    let baseline = baseline.scenario().run();
    // A talk starts from the baseline, and its slides move away from it.
    let is_world = |shipped: &&Shipped| shipped.scenario().slides.is_empty();
    for world in worlds.iter().filter(is_world) {
        let run = world.scenario().run();
        let moved = told
            .iter()
            .filter(|&&series| {
                (run.get(series, year) / baseline.get(series, year) - 1.0).abs() >= 0.05
            })
            .count();
        assert!(moved >= 4, "{}: only {moved} results move", world.id);
        assert!(
            world.scenario().changes.len() >= 5,
            "{} pushes single sliders",
            world.id
        );
    }
}
