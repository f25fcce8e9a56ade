//! The page about China: its key figures, its charts, and what others forecast.

use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use suanli::app::{Command, Tab};
use suanli::format::Numbers;
use suanli::model::{Series, Year};
use suanli::report::{Figure, Locale, RentUnit, Span, World};
use suanli::scenario::shipped::shipped;
use suanli::text::Language;

use crate::Session;

fn in_2030() -> Year {
    Year::from_calendar(2030).expect("a year of the run")
}

fn amount(series: Series, value: f64) -> String {
    let amount = Numbers::of("en").amount(value, &series.info().unit);
    amount.to_string()
}

#[test]
fn key_figures_are_the_results_of_the_run() {
    let mut session = Session::on_page("China", Tab::China);
    for shipped in shipped() {
        session.apply(Command::OpenShipped(shipped.id.to_owned()));
        let run = shipped.scenario().run();
        for (name, series) in [
            ("China’s need", Series::ChinaNeed),
            ("Need covered", Series::ChinaCoverage),
            ("Share of cards", Series::DomesticShareUnits),
            ("Share of spending", Series::DomesticShareValue),
            ("Domestic card price", Series::DomesticPremium),
            ("Compute in China", Series::ChinaEflops),
        ] {
            let shown = session.label_starting(&format!("{name} 2030"));
            let expected = amount(series, run.get(series, in_2030()));
            assert!(shown.contains(&expected), "{}: {shown}", shipped.id);
        }
    }
}

#[test]
fn every_chart_tells_its_numbers() {
    let session = Session::on_page("China", Tab::China);
    let run = session.app().run();
    for (title, name, series) in [
        ("Domestic in 2030", "Cards", Series::DomesticShareUnits),
        ("Domestic in 2030", "Spending", Series::DomesticShareValue),
        ("Domestic capacity", "Delivered", Series::DomesticCards),
        ("Domestic capacity", "Premium", Series::DomesticPremium),
        ("China has 1", "Need", Series::ChinaNeed),
        ("China has 1", "Installed", Series::ChinaStock),
        ("Foreign cards peak", "", Series::ExportCards),
        ("China has 2", "Installed", Series::ChinaEflops),
        ("Domestic chips", "Revenue", Series::RevAcceleratorsDomestic),
    ] {
        let told = session.label_starting(title);
        let last = amount(series, run.get(series, Year::LAST));
        assert!(
            told.contains(name) && told.contains(&last),
            "{told}: {last}"
        );
    }
}

#[test]
fn forecasts_of_others_are_told_with_their_publisher() {
    let session = Session::on_page("China", Tab::China);
    let told = session.label_starting("China has 2");
    assert!(
        told.contains("IDC forecasts 2,782\u{a0}EFLOP/s for 2028."),
        "{told}"
    );
    let told = session.label_starting("Domestic chips");
    assert!(
        told.contains("Bernstein via press forecasts $88.0"),
        "{told}"
    );
}

#[test]
fn a_lever_moves_the_page_in_the_same_frame() {
    let mut session = Session::on_page("China", Tab::China);
    session.set_slider("Domestic share", 0.3);
    let reached = session
        .app()
        .run()
        .get(Series::DomesticShareUnits, in_2030());
    let headline = session.label_starting("China passes its 2030 target");
    assert!(headline.contains(&amount(Series::DomesticShareUnits, reached)));
    // A target that is hardly anything: few domestic cards are wanted, capacity is ample.
    session.label_starting("Domestic capacity is ample in 2030");
}

#[test]
fn the_target_takes_its_share_of_all_cards() {
    let session = Session::on_page("China", Tab::China);
    let app = session.app();
    let world = World {
        fan: None,
        scenario: app.scenario(),
        run: app.run(),
        baseline: app.baseline_run(),
        year: in_2030(),
        span: Span::whole(),
        locale: Locale::of(Language::En),
    };
    let chart = Figure::DomesticCapacity.chart(&world);
    let target = chart.rows.iter().find(|row| row.name == "Target");
    let target = target.and_then(|row| row.value(2030)).expect("a target");
    // 85 % of 9.700 million domestic and 1.190 million foreign cards.
    assert!((target - 0.85 * (9.6996 + 1.1902)).abs() < 1e-3, "{target}");
    // The base year is what was observed: 41.1 % of 1.65 and 2.36 million cards.
    let base = chart.rows[1].value(2025).expect("a base");
    assert!((base - 1.65).abs() < 0.01, "{base}");
}

#[test]
fn a_link_leads_to_the_companies() {
    let mut session = Session::on_page("China", Tab::China);
    session
        .harness
        .get_by_role_and_label(Role::Link, "Suppliers by company: Value chain →")
        .click();
    session.harness.run();
    assert_eq!(session.app().view().tab, Tab::Chain);
}

#[test]
fn results_lead_to_the_charts_of_their_pages() {
    assert_eq!(Figure::of_series(Series::ChinaEflops), Figure::ChinaCompute);
    assert_eq!(
        Figure::of_series(Series::ExportCards),
        Figure::ChinaSuppliers
    );
    assert_eq!(
        Figure::of_series(Series::DomesticShareUnits),
        Figure::ChinaTarget
    );
    assert_eq!(Figure::of_series(Series::LeaseMargin), Figure::Payback);
    let own = Figure::CHINA
        .into_iter()
        .chain(Figure::leasing(RentUnit::default()));
    for figure in own {
        let series = figure.series()[0];
        assert_ne!(
            Figure::of_series(series),
            Figure::Single(series),
            "{figure:?}"
        );
    }
}
