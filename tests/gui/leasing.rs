//! The page about leasing: its key figures, the unit of rents, and the heat map of payback.

use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use suanli::app::{Command, Tab};
use suanli::format::{Currency, Numbers};
use suanli::model::{Assumption, Run, Series, Year};
use suanli::report::RentUnit;
use suanli::scenario::shipped::shipped;
use suanli::text::Language;

use crate::{Session, words_of};

const IN_YUAN: &str = "¥10k/P/yr";

fn show_year(session: &mut Session, calendar: u16) -> Year {
    let year = Year::from_calendar(calendar).expect("a year of the run");
    session.apply(Command::SetYear(year));
    year
}

fn choose(session: &mut Session, unit: &str) {
    session
        .harness
        .get_by_role_and_label(Role::RadioButton, unit)
        .click();
    session.harness.run();
}

fn amount(series: Series, value: f64) -> String {
    let amount = Numbers::of("en").amount(value, &series.info().unit);
    amount.to_string()
}

fn assert_key_figures(session: &Session, run: &Run, year: Year, id: &str) {
    for (name, series) in [
        ("Rent", Series::Rent),
        ("Payback", Series::LeasePayback),
        ("Margin", Series::LeaseMargin),
        ("Present value", Series::LeaseNpv),
        ("Break-even rent", Series::BreakevenRent),
        ("Own / rent", Series::OwnVsRent),
    ] {
        let shown = session.label_starting(&format!("{name} {}", year.calendar()));
        let expected = amount(series, run.get(series, year));
        assert!(shown.contains(&expected), "{id}: {shown} is not {expected}");
    }
}

#[test]
fn key_figures_are_the_results_of_the_run() {
    let mut session = Session::on_page("Leasing", Tab::Leasing);
    for shipped in shipped() {
        session.apply(Command::OpenShipped(shipped.id.to_owned()));
        let run = shipped.scenario().run();
        for calendar in [2025, 2030] {
            let year = show_year(&mut session, calendar);
            assert_key_figures(&session, &run, year, shipped.id);
        }
    }
}

#[test]
fn a_lever_moves_the_page_in_the_same_frame() {
    let mut session = Session::on_page("Leasing", Tab::Leasing);
    session.set_slider("GPU price", 0.0);
    let run = session.app().run().clone();
    let year = session.app().view().year;
    assert_key_figures(&session, &run, year, "cheaper chips");
}

#[test]
fn the_unit_of_rents_is_switched_and_not_undone() {
    let mut session = Session::on_page("Leasing", Tab::Leasing);
    session.set(Assumption::RentalUtilisation, 0.6);
    choose(&mut session, IN_YUAN);
    let run = session.app().run().clone();
    let year = session.app().view().year;
    let rent = run.get(Series::RentCnyPerP, year);
    // 8766 hours at 7.1 yuan a dollar, in tens of thousands, for 0.989 PFLOP/s.
    let factor = 8766.0 * 7.1 / 1e4 / 0.989;
    assert!((rent / run.get(Series::Rent, year) / factor - 1.0).abs() < 1e-9);
    let breakeven = run.get(Series::BreakevenRent, year) * factor;
    for (name, value) in [("Rent 2030", rent), ("Break-even rent 2030", breakeven)] {
        let shown = session.label_starting(name);
        let expected = amount(Series::RentCnyPerP, value);
        assert!(shown.contains(&expected), "{shown} is not {expected}");
    }
    let told = session.label_starting("Rent is ");
    let last = run.get(Series::BreakevenRent, Year::LAST) * factor;
    assert!(told.contains(&amount(Series::RentCnyPerP, last)), "{told}");
    session.label_starting("At 8.05 × ¥10k per P a year");

    session.apply(Command::Undo);
    assert_eq!(session.app().view().rent_unit, RentUnit::PerPflop);
    assert!(session.app().scenario().changes.is_empty());
}

#[test]
fn the_cell_of_the_scenarios_own_inputs_says_its_payback() {
    let mut session = Session::on_page("Leasing", Tab::Leasing);
    session.set(Assumption::BaseRent, 2.0);
    session.set(Assumption::RentalUtilisation, 0.7);
    let year = show_year(&mut session, 2025);
    let payback = session.app().run().get(Series::LeasePayback, year);
    let words = amount(Series::LeasePayback, payback);
    let cell = session.label_starting("Rent $2/H100e-h, 70\u{a0}% of hours rented: ");
    assert!(cell.contains(&words), "{cell} is not {words}");
    let own = session.label_starting("This scenario: rent $2/H100e-h, 70\u{a0}%");
    assert!(own.contains(&words), "{own} is not {words}");
    // 2 dollars for 70 % of 8766 hours are 12.27 thousand dollars a year, 2.30 of them running
    // cost; a card's compute costs 37.05 thousand dollars.
    assert!((payback - 37.05 / (12.27 - 2.30)).abs() < 0.01, "{payback}");
}

#[test]
fn every_cell_stands_for_its_own_inputs() {
    let session = Session::on_page("Leasing", Tab::Leasing);
    let cells = session
        .harness
        .query_all_by_label_contains("of hours rented: ")
        .filter_map(|node| words_of(&node))
        .filter(|words| words.starts_with("Rent "));
    let cells: std::collections::BTreeSet<String> = cells.collect();
    assert_eq!(cells.len(), 120);
    let summary = session.label_starting("Rented 75\u{a0}% of hours, a card pays back");
    let within = cells.iter().filter(|cell| cell.contains("within its life"));
    let told = format!("in {} of 120 cells", within.count());
    assert!(summary.contains(&told), "{summary} is not {told}");
}

#[test]
fn a_card_that_earns_nothing_never_pays_back() {
    let mut session = Session::on_page("Leasing", Tab::Leasing);
    session.apply(Command::OpenShipped("rental_price_war".to_owned()));
    session.set(Assumption::RentalUtilisation, 0.1);
    let year = session.app().view().year;
    let payback = session.app().run().get(Series::LeasePayback, year);
    assert!(payback > 1000.0, "{payback} is not absurd");
    let shown = session.label_starting("Payback 2030");
    assert!(shown.starts_with("Payback 2030: never"), "{shown}");
    assert!(shown.contains("baseline 1.69\u{a0}years"), "{shown}");
    let headline = session.label_starting("At $0.542 an hour, a card of 2030");
    assert!(headline.ends_with("never pays back"), "{headline}");
    let absurd = amount(Series::LeasePayback, payback);
    let said = session.harness.query_all_by_label_contains(&absurd).count();
    assert_eq!(said, 0, "{absurd} is said somewhere");
    session.label_starting("Renting is cheaper than owning in every year");
    session.label_starting("Break-even is ");
}

#[test]
fn rents_are_round_in_the_currency_that_is_shown() {
    let mut session = Session::on_page("Leasing", Tab::Leasing);
    session.apply(Command::SetCurrency(Currency::Cny));
    // 1.28 dollars are 9.09 yuan, 8 steps of which are less than 2 yuan each.
    session.label_starting("Rent ¥2/H100e-h, 100\u{a0}% of hours rented");
    session.label_starting("Rent ¥24/H100e-h, 10\u{a0}% of hours rented");
    session.label_starting("At ¥9.09 an hour");
}

#[test]
fn the_page_speaks_chinese() {
    let mut session = Session::open(Language::Zh, None);
    session.apply(Command::SetTab(Tab::Leasing));
    choose(&mut session, "万元/P/年");
    session.label_starting("租金 8.05\u{a0}万元/P/年，2030 年购入的卡");
    session.label_starting("租金 2\u{a0}万元/P/年，出租率 100\u{a0}%");
}
