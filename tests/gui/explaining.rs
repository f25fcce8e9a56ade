//! No black box: from every number a walk leads to the assumptions that it rests on.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, pos2};
use egui_kittest::kittest::Queryable as _;
use suanli::app::{Command, Tab};
use suanli::model::{Assumption, Formulas, Intermediate, Reference, Series, Year};
use suanli::report::Locale;
use suanli::text::Language;

use crate::Session;

fn year(calendar: u16) -> Year {
    Year::from_calendar(calendar).expect("a year of the run")
}

fn in_2030(series: Series) -> Reference {
    Reference::Series(series, year(2030))
}

fn amount(session: &Session, series: Series) -> String {
    let value = session.app().run().get(series, year(2030));
    Locale::of(session.app().view().language).amount(series, value)
}

/// Clicks the first that is called exactly so.
fn click(session: &mut Session, role: Role, name: &str) {
    let mut found = session.harness.query_all_by_role_and_label(role, name);
    let first = found.next().unwrap_or_else(|| panic!("no {name}"));
    first.click();
    drop(found);
    // A lever that is sought takes some frames to be found.
    session.harness.run_steps(8);
}

/// Opens the panel on the key figure of spending.
fn open() -> Session {
    let mut session = Session::open(Language::En, None);
    let figure = session.label_starting("AI infra spending 2030");
    click(&mut session, Role::Link, &figure);
    session
}

#[test]
fn a_walk_leads_from_a_key_figure_to_an_assumption_and_to_its_lever() {
    let mut session = open();
    let explaining = |session: &Session| session.app().view().explaining.clone();
    assert_eq!(explaining(&session).now(), Some(in_2030(Series::Capex)));
    session.harness.get_by_label("Formula");
    // From line to line, always to the first result, until there is an assumption.
    let mut links = 0;
    while !matches!(explaining(&session).now(), Some(Reference::Assumption(_))) {
        let precedents =
            Formulas::of_model().precedents(explaining(&session).now().expect("it is open"));
        let is_input = |reference: &&Reference| matches!(reference, Reference::Assumption(_));
        let next = precedents.iter().find(is_input).filter(|_| links > 0);
        let next = *next.unwrap_or(&precedents[0]);
        let world = Locale::of(Language::En);
        let explainer =
            suanli::report::explanation::Explainer::new(session.app().scenario(), world);
        let of = explaining(&session).now().expect("it is open");
        let explanation = explainer.explain(of);
        let told = explanation
            .precedents
            .iter()
            .find(|told| told.reference == next);
        let told = told.expect("it is told");
        let line = format!("{}: {}", told.name, told.value);
        click(&mut session, Role::Button, &line);
        links += 1;
        assert_eq!(explaining(&session).now(), Some(next));
        assert!(links < 20, "no assumption in sight");
    }
    assert!(links >= 2 && explaining(&session).trail().len() == links + 1);
    click(&mut session, Role::Button, "Show its lever");
    assert!(session.app().view().has_levers());

    click(&mut session, Role::Link, "AI infrastructure spending");
    assert_eq!(explaining(&session).trail(), [in_2030(Series::Capex)]);
}

#[test]
fn a_moved_lever_and_another_year_are_explained_at_once() {
    let mut session = open();
    let before = amount(&session, Series::Capex);
    session.harness.get_by_role_and_label(Role::Label, &before);
    session.set_slider("GPU price", 0.0);
    let after = amount(&session, Series::Capex);
    assert_ne!(before, after);
    session.harness.get_by_role_and_label(Role::Label, &after);
    session
        .harness
        .get_by_role_and_label(Role::Label, &format!("baseline {before}"));
    session.apply(Command::SetYear(year(2028)));
    let now = session.app().view().explaining.now();
    assert_eq!(now, Some(Reference::Series(Series::Capex, year(2028))));
    assert!(session.app().document().history().undoable().is_some());
    session.apply(Command::Undo);
    assert!(
        session.app().view().explaining.now().is_some(),
        "not undone"
    );
}

#[test]
fn keys_open_the_panel_go_back_and_close_it() {
    let mut session = Session::open(Language::En, None);
    session.press(Modifiers::COMMAND, Key::E);
    let trail = |session: &Session| session.app().view().explaining.trail().to_vec();
    assert_eq!(trail(&session), [in_2030(Series::Capex)]);
    let stock = in_2030(Series::Stock);
    session.apply(Command::ExplainPrecedent(stock));
    session.press(Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(trail(&session), [in_2030(Series::Capex)]);
    session.press(Modifiers::NONE, Key::Escape);
    assert_eq!(session.app().view().explaining.now(), None);
}

#[test]
fn escape_belongs_first_to_the_field_that_is_typed_in_and_to_the_page_last() {
    let mut session = Session::open(Language::En, None);
    session.apply(Command::ShowFigure(suanli::report::Figure::Need));
    session.apply(Command::Explain(in_2030(Series::Need)));
    session.harness.get_by_label("Search results").focus();
    session.harness.run();
    session.press(Modifiers::NONE, Key::Escape);
    assert!(session.app().view().explaining.now().is_some());
    session.press(Modifiers::NONE, Key::Escape);
    assert_eq!(session.app().view().explaining.now(), None);
    assert_eq!(session.app().view().tab, Tab::Results);
    session.press(Modifiers::NONE, Key::Escape);
    assert_eq!(session.app().view().tab, Tab::Overview);
}

#[test]
fn the_panel_speaks_the_language_of_the_window() {
    let mut session = open();
    session.apply(Command::SetLanguage(Language::Zh));
    session.harness.get_by_label("公式");
    session
        .harness
        .get_by_role_and_label(Role::Label, &amount(&session, Series::Capex));
}

#[test]
fn the_numbers_of_tables_and_of_the_flow_are_explained() {
    let mut session = Session::on_page("Value chain", Tab::Chain);
    let node = session.label_starting("HBM: ");
    click(&mut session, Role::Link, &node);
    let now = session.app().view().explaining.now();
    assert_eq!(now, Some(in_2030(Series::CapturedHbm)));

    session.apply(Command::ShowFigure(suanli::report::Figure::Single(
        Series::Premium,
    )));
    let value = session.app().run().get(Series::Premium, year(2028));
    let cell = Locale::of(Language::En)
        .numbers
        .axis_value(value, &Series::Premium.info().unit);
    click(&mut session, Role::Link, &cell);
    let now = session.app().view().explaining.now();
    assert_eq!(now, Some(Reference::Series(Series::Premium, year(2028))));
}

#[test]
fn every_number_can_be_explained_in_both_languages() {
    for language in [Language::En, Language::Zh] {
        let mut session = Session::sized(language, None, [1280.0, 720.0]);
        session.set(Assumption::ModelGrowth, 6.0);
        let steps = Intermediate::ALL.iter();
        let steps = steps.map(|&step| Reference::Intermediate(step, year(2030)));
        let is_there = |step: &Reference| Formulas::of_model().definition(*step).is_some();
        for step in steps.filter(is_there) {
            session.apply(Command::Explain(step));
        }
        for &series in Series::ALL {
            session.apply(Command::Explain(in_2030(series)));
            let name = Locale::of(language).name(series);
            let words = session.harness.query_all_by_label_contains(name).next();
            assert!(words.is_some(), "{name}");
        }
    }
}

#[test]
fn the_points_of_a_chart_and_its_menu_explain_its_numbers() {
    let mut session = Session::open(Language::En, None);
    let chart = session
        .harness
        .query_all_by_label_contains("Total compute need:")
        .next()
        .expect("the first chart")
        .rect();
    let explained = |session: &Session| session.app().view().explaining.now();
    let stock = Reference::Series(Series::Stock, year(2027));
    // 2027 is half of the way from 2022 to 2032, between numbers on the left and labels.
    let x = chart.left() + 14.0 + 46.0 + (chart.width() - 186.0) * 0.5;
    let click = |session: &mut Session, y: f32| {
        session.harness.hover_at(pos2(x, y));
        session.harness.run();
        session.harness.drag_at(pos2(x, y));
        session.harness.drop_at(pos2(x, y));
        session.harness.run();
    };
    click(&mut session, chart.top() + 70.0);
    assert_eq!(session.app().view().year, year(2027), "the year is chosen");
    assert_eq!(explained(&session), None, "there is no point");
    let mut found = Vec::new();
    let mut y = chart.bottom() - 30.0;
    while !found.contains(&stock) && y > chart.top() {
        click(&mut session, y);
        if let Some(reference) = explained(&session) {
            found.push(reference);
            // The panel takes room from the chart.
            session.press(Modifiers::NONE, Key::Escape);
            session.harness.run();
        }
        y -= 5.0;
    }
    // From the bottom: what is stacked, up to the line that runs over it.
    let training = Reference::Series(Series::NeedTraining, year(2027));
    assert_eq!(found.first(), Some(&training));
    assert_eq!(found.last(), Some(&stock));

    let more = session.harness.query_all_by_label("Table, copy").next();
    more.expect("a menu").click();
    session.harness.run();
    session.harness.get_by_label("Training, 2027").click();
    session.harness.run();
    assert_eq!(explained(&session), Some(training));
}
