//! Charts: the crosshair, the table, copies, and the page where each is large.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, OutputCommand, pos2};
use egui_kittest::kittest::Queryable as _;
use suanli::app::{Command, Tab};
use suanli::format::Numbers;
use suanli::model::{Series, Year};
use suanli::report::{Figure, Locale, Span};
use suanli::text::Language;

use crate::{Session, words_of};

/// A window with a world that differs from its baseline.
fn open() -> Session {
    let mut session = Session::open(Language::En, None);
    session.apply(Command::OpenShipped("power_wall".to_owned()));
    session
}

/// Clicks the button of a chart; all charts have the same, so the first from the top left.
fn click_first(session: &mut Session, name: &str) {
    let mut found: Vec<_> = session.harness.query_all_by_label(name).collect();
    let place = |node: &egui_kittest::Node<'_>| (node.rect().top(), node.rect().left());
    found.sort_by(|a, b| place(a).partial_cmp(&place(b)).expect("places"));
    let first = found.first().unwrap_or_else(|| panic!("no {name}"));
    first.click();
    session.harness.run();
}

fn amount(session: &Session, series: Series, year: u16) -> String {
    let year = Year::from_calendar(year).expect("a year");
    let value = session.app().run().get(series, year);
    Locale::of(Language::En).amount(series, value)
}

#[test]
fn the_crosshair_says_what_the_run_says_of_the_year_under_the_pointer() {
    let mut session = open();
    let chart = session
        .harness
        .query_all_by_label_contains("Total compute need:")
        .next()
        .expect("the first chart")
        .rect();
    // 2027 is half of the way from 2022 to 2032, between numbers on the left and labels.
    let at = pos2(
        chart.left() + 14.0 + 46.0 + (chart.width() - 186.0) * 0.5,
        chart.center().y,
    );
    session.harness.hover_at(at);
    session.harness.run();
    session.harness.get_by_label_contains("2027  ·  forecast");
    for series in [Series::Need, Series::NeedTraining, Series::Stock] {
        let shown = amount(&session, series, 2027);
        session.harness.get_by_label(&shown);
    }
    session
        .harness
        .get_by_label_contains("against the baseline");
}

#[test]
fn the_wheel_over_a_chart_scrolls_the_page() {
    let mut session = Session::sized(Language::En, None, [760.0, 600.0]);
    let title = "Compute need 2030";
    let before = session.top_of(title);
    session.harness.hover_at(pos2(400.0, 520.0));
    session.wheel(-3.0);
    assert!(
        session.top_of(title) < before - 20.0,
        "the page did not move"
    );
}

#[test]
fn a_chart_is_shown_as_a_table_of_the_run() {
    let mut session = open();
    click_first(&mut session, "Table, copy");
    session.harness.get_by_label("Show as table").click();
    session.harness.run();
    for name in ["Need", "Training", "Installed"] {
        assert!(
            session.harness.query_all_by_label(name).next().is_some(),
            "no line of {name}"
        );
    }
    let run = session.app().run();
    for year in Year::all() {
        let value = run.get(Series::Need, year);
        let cell = Numbers::of("en").axis_value(value, "million H100e");
        assert!(
            session.harness.query_all_by_label(&cell).next().is_some(),
            "{cell}"
        );
    }
}

#[test]
fn the_data_of_a_chart_are_copied_with_all_their_digits() {
    let mut session = open();
    click_first(&mut session, "Table, copy");
    session.harness.get_by_label("Copy data").click();
    session.harness.step();
    let commands = &session.harness.output().platform_output.commands;
    let Some(OutputCommand::CopyText(text)) = commands.first() else {
        panic!("nothing was copied: {commands:?}");
    };
    let need = session.app().run().get(Series::Need, Year::LAST);
    let line = text
        .lines()
        .find(|line| line.starts_with("Need\t"))
        .expect("a line of need");
    assert!(line.ends_with(&format!("\t{need}")), "{line}");
    assert!(line.starts_with("Need\tmillion H100e\t"), "{line}");
    assert!(text.contains("\nNeed (baseline)\t"));
}

#[test]
fn a_chart_is_expanded_and_left_again() {
    let mut session = open();
    click_first(&mut session, "Show large");
    assert_eq!(session.app().view().tab, Tab::Results);
    assert_eq!(session.app().view().figure, Figure::Need);
    session.harness.get_by_label("Back to Overview").click();
    session.harness.run();
    assert_eq!(session.app().view().tab, Tab::Overview);
}

/// Looks for a result by words.
fn search(session: &mut Session, words: &str) {
    let field = "Search results";
    session.harness.get_by_label(field).focus();
    session.harness.run();
    session.press(Modifiers::COMMAND, Key::A);
    session.harness.get_by_label(field).type_text(words);
    session.harness.run();
}

/// The lines of the list of results on screen.
fn listed(session: &Session) -> Vec<String> {
    let lines = session.harness.query_all_by_role(Role::ListBoxOption);
    lines.filter_map(|line| words_of(&line)).collect()
}

#[test]
fn every_series_can_be_found_and_seen() {
    let mut session = open();
    session.apply(Command::SetTab(Tab::Results));
    for &series in Series::ALL {
        let name = &series.info().label.en;
        search(&mut session, name);
        let told = match series {
            // A code is told in words.
            Series::Constraint => "What binds outside China: Power".to_owned(),
            _ => format!("{name}: {}", amount(&session, series, 2030)),
        };
        let found = listed(&session);
        assert!(found.contains(&told), "{told} is not among {found:?}");
        session
            .harness
            .get_by_role_and_label(Role::ListBoxOption, &told)
            .click();
        session.harness.run();
        assert_eq!(session.app().view().figure, Figure::Single(series));
    }
}

#[test]
fn the_list_of_results_shows_what_the_search_finds_and_nothing_else() {
    let mut session = open();
    session.apply(Command::SetTab(Tab::Results));
    for words in ["hbm profit", "利润", "rent", "no such result"] {
        search(&mut session, words);
        let meant = Series::ALL
            .iter()
            .filter(|&&series| suanli::report::is_meant(series, words));
        let meant: Vec<&str> = meant
            .map(|series| series.info().label.en.as_str())
            .collect();
        let found = listed(&session);
        let names: Vec<&str> = found
            .iter()
            .map(|told| {
                told.rsplit_once(": ")
                    .map_or(told.as_str(), |(name, _)| name)
            })
            .collect();
        // Lines beyond the end of a long list are not painted.
        let is_all = names.len() == meant.len() || meant.len() > 20;
        assert!(
            is_all && names.iter().all(|name| meant.contains(name)),
            "{words}: {names:?}"
        );
        assert_eq!(names.is_empty(), words == "no such result");
    }
}

#[test]
fn a_result_that_moved_leads_to_its_chart() {
    let mut session = Session::open(Language::En, None);
    session.set_slider("GPU price", 0.0);
    let is_moved = |node: &egui_kittest::Node<'_>| {
        words_of(node).is_some_and(|words| words.contains(" → ") && words.contains(": "))
            && words_of(node).is_some_and(|words| !words.starts_with("Undo"))
    };
    session
        .harness
        .query_all_by_role(Role::Button)
        .find(is_moved)
        .expect("something moved")
        .click();
    session.harness.run();
    assert_eq!(session.app().view().tab, Tab::Results);
    assert_eq!(session.app().view().figure_from, Some(Tab::Overview));
}

#[test]
fn charts_keep_to_the_years_that_are_wanted() {
    let mut session = open();
    session.apply(Command::SetSpan(Span {
        first: 2025,
        last: 2030,
    }));
    let told = session.label_starting("Need outruns what is installed");
    assert!(told.contains("in 2030") && !told.contains("2032"), "{told}");
    session.apply(Command::SetYear(Year::LAST));
    assert_eq!(
        session.app().view().span.last,
        2032,
        "the year in view is shown"
    );
}
