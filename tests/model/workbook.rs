//! The workbook: its formulas, calculated by another program than the model, give what a run does.

mod expression;
mod spreadsheet;

use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::prelude::*;
use strum::VariantArray as _;
use suanli::model::series::Stage;
use suanli::model::suppliers::Origin;
use suanli::model::{self, Assumption, Assumptions, Intermediate, Run, Segment, Series, Year};
use suanli::report::workbook::workbook;
use suanli::scenario::shipped::shipped;
use suanli::scenario::suppliers::{OwnSupplier, SupplierChange};
use suanli::scenario::{Baseline, Scenario};
use suanli::text::{Language, Text, Words};

use self::spreadsheet::{Calculation, Spreadsheet};

/// The column with the values of the assumptions.
const VALUE: u32 = 2;
/// The column of the base year on the sheets of the stages.
const FIRST_YEAR: u32 = 3;
const LANGUAGES: [Language; 2] = [Language::En, Language::Zh];

fn open(scenario: &Scenario, language: Language) -> Spreadsheet {
    let bytes = workbook(scenario, language).expect("a workbook");
    Spreadsheet::open(&bytes)
}

fn baseline() -> Scenario {
    Scenario::new(Baseline::current())
}

fn stage_sheet(stage: Stage, language: Language) -> &'static str {
    let id: &str = stage.into();
    &Text::of(language).results.stages[id]
}

fn own_sheet(id: &str, language: Language) -> &'static str {
    &Text::of(language).workbook.sheets[id]
}

fn assumption_cell(assumption: Assumption) -> (u32, u32) {
    (1 + assumption as u32, VALUE)
}

/// The one row of every result.
fn result_rows(spreadsheet: &Spreadsheet, language: Language) -> BTreeMap<Series, u32> {
    let row = |&series: &Series| {
        let sheet = stage_sheet(series.info().group, language);
        match spreadsheet.page(sheet).rows_of(series.id())[..] {
            [row] => (series, row),
            ref rows => panic!("{series:?} stands in the rows {rows:?}"),
        }
    };
    Series::ALL.iter().map(row).collect()
}

/// Compares all 960 results of a calculation with those of a run.
fn assert_same(
    calculation: &mut Calculation<'_>,
    rows: &BTreeMap<Series, u32>,
    run: &Run,
    language: Language,
) {
    let mut compared = 0;
    for (&series, &row) in rows {
        let sheet = stage_sheet(series.info().group, language);
        for year in Year::all() {
            let place = (row, FIRST_YEAR + year.index() as u32);
            let found = calculation.value(sheet, place);
            let wanted = run.get(series, year);
            let is_same = |found: f64| (found - wanted).abs() <= 1e-9 * wanted.abs();
            assert!(
                found.is_ok_and(is_same),
                "{series:?} {year:?}: {found:?}, not {wanted}"
            );
            compared += 1;
        }
    }
    assert_eq!(compared, 960);
}

#[test]
fn formulas_give_what_a_run_does_in_every_shipped_scenario() {
    for shipped in shipped() {
        let scenario = shipped.scenario();
        for language in LANGUAGES {
            let spreadsheet = open(scenario, language);
            let rows = result_rows(&spreadsheet, language);
            let mut calculation = spreadsheet.calculation();
            assert_same(&mut calculation, &rows, &scenario.run(), language);
        }
    }
}

#[test]
fn a_changed_cell_recalculates_everything() {
    let language = Language::En;
    let mut spreadsheet = open(&baseline(), language);
    let rows = result_rows(&spreadsheet, language);
    let mut scenario = baseline();
    for (assumption, value) in [
        (Assumption::ModelGrowth, 6.5),
        (Assumption::ExportRestriction, 0.8),
        (Assumption::Fx, 6.6),
        (Assumption::RentErosion, 0.4),
    ] {
        scenario.set(assumption, value);
        let sheet = own_sheet("assumptions", language);
        spreadsheet.set(sheet, assumption_cell(assumption), value);
        let mut calculation = spreadsheet.calculation();
        assert_same(&mut calculation, &rows, &scenario.run(), language);
    }
}

/// Excel stops at 0^0 and at divisions by zero; the model may not.
#[test]
fn no_assumption_alone_makes_an_error() {
    let mut corners = Corners::open();
    for &assumption in Assumption::ALL {
        let info = assumption.info();
        for end in [info.min, info.max] {
            let mut world = baseline().assumptions();
            world[assumption] = end;
            corners.check(&world);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn no_corner_of_all_assumptions_makes_an_error(
        corner in vec(0..3_u8, Assumption::ALL.len())
    ) {
        let mut world = baseline().assumptions();
        for (&assumption, end) in Assumption::ALL.iter().zip(corner) {
            let info = assumption.info();
            world[assumption] = [info.min, world[assumption], info.max][usize::from(end)];
        }
        Corners::open().check(&world);
    }
}

/// A workbook of the baseline in which all assumptions are changed at will.
struct Corners {
    spreadsheet: Spreadsheet,
    rows: BTreeMap<Series, u32>,
}

impl Corners {
    fn open() -> Self {
        let spreadsheet = open(&baseline(), Language::En);
        let rows = result_rows(&spreadsheet, Language::En);
        Self { spreadsheet, rows }
    }

    fn check(&mut self, world: &Assumptions<f64>) {
        let sheet = own_sheet("assumptions", Language::En);
        for (assumption, &value) in world.iter() {
            self.spreadsheet
                .set(sheet, assumption_cell(assumption), value);
        }
        let mut calculation = self.spreadsheet.calculation();
        assert_same(
            &mut calculation,
            &self.rows,
            &model::run(world),
            Language::En,
        );
    }
}

#[test]
fn every_result_and_every_step_has_one_row_with_its_value() {
    for language in LANGUAGES {
        let spreadsheet = open(&baseline(), language);
        let run = baseline().run();
        for (&series, &row) in &result_rows(&spreadsheet, language) {
            let page = spreadsheet.page(stage_sheet(series.info().group, language));
            assert_eq!(page.text((row, 1)), series.info().label.get(language));
            for year in Year::all() {
                let place = (row, FIRST_YEAR + year.index() as u32);
                assert!(page.formulas.contains_key(&place), "{series:?} {year:?}");
                let kept = page.number(place).expect("a value");
                assert_eq!(kept.to_bits(), run.get(series, year).to_bits());
            }
        }
        for step in Intermediate::ALL {
            let info = step.info();
            let page = spreadsheet.page(stage_sheet(info.group, language));
            let rows = page.rows_of(step.id());
            assert_eq!(rows.len(), 1, "{step:?}");
            assert_eq!(page.text((rows[0], 1)), info.label.get(language));
        }
    }
}

#[test]
fn the_sheets_are_all_there_in_both_languages() {
    for language in LANGUAGES {
        let spreadsheet = open(&baseline(), language);
        let mut wanted: Vec<&str> = ["about", "assumptions", "charts"]
            .map(|id| own_sheet(id, language))
            .to_vec();
        wanted.extend(
            Stage::VARIANTS
                .iter()
                .map(|&stage| stage_sheet(stage, language)),
        );
        wanted.extend(["suppliers", "sources"].map(|id| own_sheet(id, language)));
        assert_eq!(spreadsheet.names(), wanted);
        let page = spreadsheet.page(own_sheet("assumptions", language));
        for &assumption in Assumption::ALL {
            let place = assumption_cell(assumption);
            assert_eq!(page.text((place.0, 0)), assumption.id());
            let base = Baseline::current().range(assumption).base;
            assert_eq!(page.number(place), Some(base));
        }
    }
}

#[test]
fn suppliers_take_in_what_the_program_says() {
    let mut scenario = shipped()[1].scenario().clone();
    let own = OwnSupplier {
        name: Words {
            en: "=1+1".to_owned(),
            zh: "@SUM(A1)".to_owned(),
        },
        ticker: "+1".to_owned(),
        segment: Segment::Optics,
        origin: Origin::China,
        share: 0.0125,
    };
    let changes = &mut scenario.suppliers;
    changes.insert("mine".to_owned(), SupplierChange::Own(own));
    changes.insert("sk-hynix".to_owned(), SupplierChange::Share(0.31));
    let run = scenario.run();
    for language in LANGUAGES {
        const FIRST_YEAR: u32 = 6;
        let spreadsheet = open(&scenario, language);
        let sheet = own_sheet("suppliers", language);
        let page = spreadsheet.page(sheet);
        let mut calculation = spreadsheet.calculation();
        for (row, supplier) in (1..).zip(scenario.all_suppliers()) {
            assert_eq!(page.text((row, 0)), supplier.name.get(language));
            for year in Year::all() {
                let place = (row, FIRST_YEAR + year.index() as u32);
                let wanted = supplier.revenue(&run, year);
                let found = calculation.value(sheet, place).expect("a value");
                assert!(
                    (found - wanted).abs() <= 1e-9 * wanted.abs(),
                    "{}",
                    supplier.id
                );
                assert_eq!(page.number(place), Some(wanted));
            }
        }
    }
}

#[test]
fn words_that_look_like_formulas_stay_words() {
    let dangerous = "=HYPERLINK(\"http://example.com\",\"x\")";
    let mut scenario = baseline();
    scenario.name.en = dangerous.to_owned();
    scenario.story.en = "@SUM(1)\n+1\n-1".to_owned();
    let spreadsheet = open(&scenario, Language::En);
    let about = spreadsheet.page(own_sheet("about", Language::En));
    assert_eq!(about.text((0, 0)), dangerous);
    assert!(about.formulas.is_empty());
    let is_story = |cell: &calamine::Data| cell.to_string() == scenario.story.en;
    assert!(about.cells.values().any(is_story));
}

#[test]
fn changes_are_marked_and_the_mark_is_alive() {
    const CHANGED: u32 = 9;
    let scenario = shipped().iter().find(|shipped| shipped.id == "export_ban");
    let scenario = scenario.expect("a scenario").scenario();
    let spreadsheet = open(scenario, Language::En);
    let page = spreadsheet.page(own_sheet("assumptions", Language::En));
    let marked = Assumption::ALL.iter().filter(|assumption| {
        let place = (assumption_cell(**assumption).0, CHANGED);
        assert!(page.formulas.contains_key(&place));
        assert_eq!(page.number(place), None);
        page.text(place) == Text::of(Language::En).workbook.is_changed
    });
    let changed: Vec<&Assumption> = scenario.changes.keys().collect();
    assert_eq!(marked.collect::<Vec<_>>(), changed);
}

#[test]
fn a_workbook_is_the_same_for_the_same_scenario() {
    let of = |language| workbook(&baseline(), language).expect("a workbook");
    assert_eq!(of(Language::En), of(Language::En));
    assert_ne!(of(Language::En), of(Language::Zh));
}

#[test]
fn a_run_of_the_values_in_the_workbook_is_that_of_the_scenario() {
    let scenario = shipped()[2].scenario();
    let spreadsheet = open(scenario, Language::Zh);
    let page = spreadsheet.page(own_sheet("assumptions", Language::Zh));
    let values = Assumptions::from_fn(|assumption| {
        page.number(assumption_cell(assumption)).expect("a value")
    });
    assert_eq!(model::run(&values), scenario.run());
}
