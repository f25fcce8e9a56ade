//! What is on screen is what the model says.

use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use suanli::format::Numbers;
use suanli::model::{Series, Year};
use suanli::scenario::shipped::shipped;
use suanli::text::Language;

use crate::{Session, words_of};

#[test]
fn key_figures_are_the_results_of_the_run() {
    let figures = [
        ("Compute need", Series::Need),
        ("Need covered", Series::Coverage),
        ("Market premium", Series::Premium),
        ("AI infra spending", Series::Capex),
        ("Chinese share", Series::ChinaCapturedShare),
        ("Rent", Series::Rent),
    ];
    let year = Year::from_calendar(2030).expect("a year of the run");
    for shipped in shipped() {
        let mut session = Session::open(Language::En, None);
        session.apply(suanli::app::Command::OpenShipped(shipped.id.to_owned()));
        let run = shipped.scenario().run();
        for (name, series) in figures {
            let amount = Numbers::of("en").amount(run.get(series, year), &series.info().unit);
            let shown = session.label_starting(&format!("{name} 2030"));
            assert!(
                shown.contains(&amount.to_string()),
                "{}: {shown} is not {amount}",
                shipped.id
            );
        }
    }
}

#[test]
fn every_chart_tells_its_numbers_to_those_who_cannot_see_it() {
    let session = Session::open(Language::En, None);
    let run = session.app().run();
    for series in [
        Series::Need,
        Series::Premium,
        Series::ComputeIndex,
        Series::ChinaCoverage,
    ] {
        let last = run.get(series, Year::LAST);
        let amount = Numbers::of("en")
            .amount(last, &series.info().unit)
            .to_string();
        let name = format!("{}:", series.info().label.en);
        let told = session
            .harness
            .query_all_by_label_contains(&name)
            .filter_map(|node| words_of(&node))
            .any(|label| label.contains(&amount));
        assert!(told, "no chart says {name} {amount}");
    }
}

#[test]
fn showing_a_scenario_never_changes_it() {
    // Every assumption at a value with many digits, some at their very ends, all groups open:
    // no slider may round or clamp what it shows.
    let mut scenario = shipped()[0].scenario().clone();
    for (index, &assumption) in suanli::model::Assumption::ALL.iter().enumerate() {
        let info = assumption.info();
        let value = match index % 3 {
            0 => info.min,
            1 => info.max,
            _ => info.min + (info.max - info.min) * 0.123_456_789_123,
        };
        scenario.set(assumption, value);
    }
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("odd.ron");
    suanli::scenario::file::save(&path, &scenario).expect("written");
    let mut session = Session::open(Language::En, Some(path));
    for group in [
        "Training",
        "Inference & usage",
        "Supply & power",
        "Price",
        "China",
    ] {
        session
            .harness
            .get_by_role_and_label(Role::DisclosureTriangle, group)
            .click();
        session.harness.run();
    }
    session.harness.run_steps(10);
    assert_eq!(session.app().scenario(), &scenario);
    assert!(!session.app().document().is_changed());
}
