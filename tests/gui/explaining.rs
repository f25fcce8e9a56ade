//! No black box: from every number a walk leads to the assumptions that it rests on.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use suanli::app::{Command, Tab};
use suanli::model::{Assumption, Reference, Series, Year};
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
    session.harness.run();
}

/// Clicks a line of the list that a number comes from.
fn walk(session: &mut Session, series: Series, name: &str) {
    let line = format!("{name}: {}", amount(session, series));
    click(session, Role::Button, &line);
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
        let precedents = suanli::model::Formulas::of_model()
            .precedents(explaining(&session).now().expect("it is open"));
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

    click(
        &mut session,
        Role::Link,
        "AI infrastructure spending (2030)",
    );
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
    let node = session.label_starting("AI infrastructure spending");
    click(&mut session, Role::Link, &node);
    let now = session.app().view().explaining.now();
    assert_eq!(now, Some(in_2030(Series::Capex)));

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
        for &series in Series::ALL {
            session.apply(Command::Explain(in_2030(series)));
            let name = Locale::of(language).name(series);
            let words = session.harness.query_all_by_label_contains(name).next();
            assert!(words.is_some(), "{name}");
        }
    }
}
