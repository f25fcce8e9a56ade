//! The comparison: scenarios side by side.

use std::fs;
use std::path::PathBuf;

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use suanli::app::{Command, Gesture, Source, Tab};
use suanli::format::Numbers;
use suanli::model::{Assumption, Series, Year};
use suanli::scenario::shipped::shipped;
use suanli::scenario::{Scenario, file};
use suanli::text::Language;

use crate::{Session, words_of};

fn click(session: &mut Session, name: &str) {
    session
        .harness
        .get_by_role_and_label(Role::Button, name)
        .click();
    session.harness.run();
}

fn scenario(id: &str) -> &'static Scenario {
    let found = shipped().iter().find(|shipped| shipped.id == id);
    found.expect("shipped").scenario()
}

/// What the table says of a result.
fn told(session: &Session, name: &str) -> String {
    session.label_starting(&format!("{name} in 2030: "))
}

fn amount(scenario: &Scenario, series: Series) -> String {
    let year = Year::from_calendar(2030).expect("a year");
    let value = scenario.run().get(series, year);
    Numbers::of("en")
        .amount(value, &series.info().unit)
        .to_string()
}

/// The inputs on screen, from the top.
fn listed_inputs(session: &Session) -> Vec<String> {
    let mut rows: Vec<(f32, String)> = session
        .harness
        .query_all_by_label_contains(": Bear ")
        .filter_map(|node| Some((node.rect().top(), words_of(&node)?)))
        .filter(|(_, words)| !words.to_lowercase().contains(" in 20"))
        .collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    rows.into_iter()
        .map(|(_, words)| words.split(':').next().unwrap_or_default().to_owned())
        .collect()
}

fn move_a_lever(session: &mut Session, value: f64) {
    session.apply(Command::SetLever {
        assumption: Assumption::ModelGrowth,
        value,
        gesture: Gesture::Done,
    });
}

#[test]
fn three_scenarios_are_there_at_first_and_their_numbers_are_those_of_their_runs() {
    let session = Session::on_page("Compare", Tab::Compare);
    let need = told(&session, "Compute need");
    for (label, id) in [
        ("Bear", "bear_digestion"),
        ("Baseline", "baseline"),
        ("Bull", "bull_scaling_continues"),
    ] {
        let amount = amount(scenario(id), Series::Need);
        assert!(need.contains(&format!("{label} {amount}")), "{need}");
        session
            .harness
            .get_by_label(&format!("Remove {label} from the comparison"));
    }
    for (name, series) in [
        ("Installed compute", Series::Stock),
        ("Unmet need", Series::Shortage),
        ("Rent", Series::Rent),
        ("AI infrastructure spending", Series::Capex),
        ("Profit pool", Series::ProfitTotal),
    ] {
        let bull = amount(scenario("bull_scaling_continues"), series);
        let words = told(&session, name);
        assert!(words.contains(&format!("Bull {bull}")), "{words}");
    }
    let bear = session.label_starting("Compute need. In 2030: Bear ");
    assert!(bear.contains("In 2032: Bear "), "{bear}");
}

#[test]
fn differences_are_told_in_value_and_per_cent_and_codes_are_not_compared() {
    let mut session = Session::on_page("Compare", Tab::Compare);
    let run = |id: &str| {
        let year = Year::from_calendar(2030).expect("a year");
        scenario(id).run().get(Series::Need, year)
    };
    let (base, bull) = (run("baseline"), run("bull_scaling_continues"));
    let expected = format!(
        "(+{:.0}  +{:.0}\u{a0}%)",
        bull - base,
        (bull / base - 1.0) * 100.0
    );
    let need = told(&session, "Compute need");
    assert!(need.contains(&expected), "{need} has no {expected}");
    let binding = told(&session, "What binds outside China");
    assert!(binding.contains("Bull Power"), "{binding}");
    assert!(binding.contains("(not comparable)"), "{binding}");

    click(&mut session, "Differences against Baseline");
    click(&mut session, "Bull");
    assert_eq!(session.app().comparison().reference(), 2);
    let need = told(&session, "Compute need");
    assert!(!need.contains(&expected), "{need}");
    let expected = format!(
        "(−{:.0}  −{:.0}\u{a0}%)",
        bull - base,
        (1.0 - base / bull) * 100.0
    );
    assert!(need.contains(&expected), "{need} has no {expected}");
}

#[test]
fn only_inputs_that_differ_are_listed() {
    let mut session = Session::on_page("Compare", Tab::Compare);
    let differs = |assumption: &Assumption| {
        let values = ["bear_digestion", "baseline", "bull_scaling_continues"]
            .map(|id| scenario(id).value(*assumption));
        values.iter().any(|value| *value != values[0])
    };
    let count = Assumption::ALL.iter().filter(|a| differs(a)).count();
    session
        .harness
        .get_by_label(&format!("Only what differs: {count} of 141 inputs"));
    assert_eq!(listed_inputs(&session)[..2], ["Model growth", "GPU supply"]);
    for (name, value) in [("Model growth", "×3.9"), ("GPU supply", "+40\u{a0}%")] {
        let words = session.label_starting(&format!("{name}: Bear "));
        assert!(words.contains(value), "{words}");
    }
    session.apply(Command::RemoveFromComparison(2));
    session.apply(Command::RemoveFromComparison(1));
    session
        .harness
        .get_by_label("Nothing differs: all scenarios have the same inputs.");
    session
        .harness
        .get_by_label("One scenario alone: add another to compare");
    assert!(
        session.harness.query_by_label_contains("Remove ").is_none(),
        "the last one stays"
    );
}

#[test]
fn scenarios_are_added_once_and_taken_out() {
    let mut session = Session::on_page("Compare", Tab::Compare);
    click(&mut session, "Add");
    click(&mut session, "Power wall");
    let wall = amount(scenario("power_wall"), Series::Capex);
    let spending = told(&session, "AI infrastructure spending");
    assert!(
        spending.contains(&format!("Power wall {wall}")),
        "{spending}"
    );
    session.apply(Command::AddToComparison(Source::Shipped(
        "power_wall".to_owned(),
    )));
    assert_eq!(session.app().comparison().members().len(), 4);
    click(&mut session, "Remove Power wall from the comparison");
    assert_eq!(session.app().comparison().members().len(), 3);
    let spending = told(&session, "AI infrastructure spending");
    assert!(!spending.contains("Power wall"), "{spending}");
}

#[test]
fn the_open_scenario_moves_with_its_levers() {
    let mut session = Session::on_page("Compare", Tab::Compare);
    move_a_lever(&mut session, 6.0);
    let before = told(&session, "Compute need");
    assert!(before.contains("Current "), "{before}");
    move_a_lever(&mut session, 6.5);
    let after = told(&session, "Compute need");
    let current = amount(session.app().scenario(), Series::Need);
    assert!(after.contains(&format!("Current {current}")), "{after}");
    assert_ne!(before, after);
}

#[test]
fn a_file_is_compared_without_being_opened() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("mine.ron");
    let mut mine = scenario("baseline").clone();
    mine.set(Assumption::ModelGrowth, 7.0);
    file::save(&path, &mine).expect("saved");
    let mut session = Session::on_page("Compare", Tab::Compare);
    let opened = session.app().scenario().clone();
    session.apply(Command::AddToComparison(Source::File(path.clone())));
    session.apply(Command::AddToComparison(Source::File(path)));
    assert_eq!(session.app().comparison().members().len(), 4, "only once");
    assert_eq!(session.app().scenario(), &opened);
    session.harness.get_by_label_contains("mine.ron");
    let need = told(&session, "Compute need");
    let amount = amount(&mine, Series::Need);
    // Two are called "Baseline": the later one has a number.
    assert!(need.contains(&format!("Baseline 2 {amount}")), "{need}");
}

#[test]
fn a_broken_file_leaves_everything_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("broken.ron");
    fs::write(&path, "Scenario(version: 1").expect("written");
    let mut session = Session::on_page("Compare", Tab::Compare);
    for path in [path, PathBuf::from("missing.ron")] {
        let need = told(&session, "Compute need");
        session.apply(Command::AddToComparison(Source::File(path)));
        session.harness.get_by_label_contains("was not opened");
        session.press(Modifiers::NONE, Key::Escape);
        assert_eq!(session.app().comparison().members().len(), 3);
        assert_eq!(told(&session, "Compute need"), need);
    }
}

#[test]
fn the_year_is_chosen_on_any_chart() {
    let mut session = Session::on_page("Compare", Tab::Compare);
    session.set_slider("Market premium: Year in view", 2027.0);
    session.label_starting("Compute need in 2027: ");
    session.slider("Scissors gap: Year in view").focus();
    session.harness.run();
    session.press(Modifiers::NONE, Key::ArrowRight);
    session.label_starting("Compute need in 2028: ");
}

#[test]
fn nothing_leaves_the_page_in_any_window() {
    for size in [[1440.0, 900.0], [1280.0, 720.0], [720.0, 450.0]] {
        for language in [Language::En, Language::Zh] {
            let mut session = Session::sized(language, None, size);
            session.apply(Command::SetTab(Tab::Compare));
            move_a_lever(&mut session, 6.0);
            for id in ["power_wall", "efficiency_shock"] {
                session.apply(Command::AddToComparison(Source::Shipped(id.to_owned())));
            }
            assert_eq!(session.app().comparison().members().len(), 6);
            for button in session.harness.query_all_by_role(Role::Button) {
                let rect = button.rect();
                let is_bar = rect.bottom() < 48.0;
                let words = words_of(&button);
                assert!(is_bar || rect.right() <= size[0], "{words:?} {rect:?}");
            }
        }
    }
}
