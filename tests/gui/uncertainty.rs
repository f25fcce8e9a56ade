//! The page about uncertainty: what it is about, what swings that, and what would reach a target.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers, pos2};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use suanli::app::{Command, Goal, GoalOutput, Tab};
use suanli::model::{Assumption, Series, Year};
use suanli::text::Language;

use crate::{Session, words_of};

const TARGET: &str = "Target of the goal";

fn page() -> Session {
    Session::on_page("Uncertainty", Tab::Uncertainty)
}

fn click(session: &mut Session, role: Role, name: &str) {
    session.harness.get_by_role_and_label(role, name).click();
    session.harness.run();
}

/// Clicks what begins with these words.
fn click_starting(session: &mut Session, role: Role, words: &str) {
    let found: Vec<_> = session.harness.query_all_by_role(role).collect();
    let node = found.iter().find(|node| {
        let label = node.accesskit_node().label();
        label.is_some_and(|label| label.starts_with(words))
    });
    let node = node.unwrap_or_else(|| panic!("nothing is called \"{words}…\""));
    node.click();
    session.harness.run();
}

fn set_goal(session: &mut Session, lever: Assumption, output: Series) {
    let year = session.app().view().year;
    session.apply(Command::SetGoal(Goal {
        lever,
        output: GoalOutput::Series(output),
        year,
        target: None,
    }));
}

fn sought(session: &Session) -> suanli::analysis::Sought {
    let analysis = session.app().analysis().expect("an analysis");
    analysis.sought.clone().expect("something was sought")
}

#[test]
fn another_output_changes_all_that_is_said() {
    let mut session = page();
    session.set(Assumption::PowerLimitGrowth, -0.1);
    session.label_starting("Growth of new power explains ");
    let headline = |session: &Session| {
        let words = session
            .harness
            .query_all_by_label_contains("of outcomes in 2030");
        let words: Vec<String> = words.filter_map(|node| words_of(&node)).collect();
        assert_eq!(words.len(), 1, "{words:?}");
        words[0].clone()
    };
    let spending = headline(&session);
    click(
        &mut session,
        Role::Button,
        "Output: AI infrastructure spending",
    );
    session.type_value("Search results", "need covered", Key::Enter);
    assert_eq!(session.app().view().output, Series::Coverage);
    assert_ne!(headline(&session), spending);
    let told = session
        .harness
        .query_all_by_label_contains("Need covered in 2030: ");
    assert_eq!(told.count(), 1, "the tornado tells its base");
    assert!(
        session
            .harness
            .query_by_role_and_label(Role::TextInput, "Search results")
            .is_none()
    );
}

#[test]
fn an_output_is_chosen_by_keys_alone() {
    let mut session = page();
    let name = "Output: AI infrastructure spending";
    session
        .harness
        .get_by_role_and_label(Role::Button, name)
        .focus();
    session.harness.run();
    session.press(Modifiers::NONE, Key::Enter);
    session.press(Modifiers::NONE, Key::ArrowUp);
    assert_eq!(session.app().view().output, Series::Capex, "not chosen yet");
    session.press(Modifiers::NONE, Key::Enter);
    let chosen = session.app().view().output;
    assert_eq!(
        chosen as usize + 1,
        Series::Capex as usize,
        "the one above it"
    );

    let name = format!("Output: {}", chosen.info().label.en);
    let button = session.harness.get_by_role_and_label(Role::Button, &name);
    assert!(button.is_focused(), "the focus is where it was");
    session.press(Modifiers::NONE, Key::Enter);
    session.press(Modifiers::NONE, Key::Escape);
    assert_eq!(
        session.app().view().output,
        chosen,
        "Escape chooses nothing"
    );
}

#[test]
fn the_number_of_draws_is_chosen() {
    let mut session = page();
    click(&mut session, Role::RadioButton, "1,024");
    assert_eq!(session.app().view().draws.count(), 1024);
    session.label_starting("From 1,024 independent draws of all assumptions");
}

#[test]
fn applying_the_answer_reaches_the_target() {
    let mut session = page();
    session.label_starting("Type a target: it is ");
    let year = session.app().view().year;
    let lever = Assumption::DomesticShareTarget;
    session.set(lever, 0.7);
    let output = Series::RevAcceleratorsDomestic;
    let target = session.app().run().get(output, year);
    session.apply(Command::Undo);

    session.type_value(TARGET, &target.to_string(), Key::Enter);
    assert_eq!(session.app().view().goal.target, Some(target));
    let answer = session.label_starting("Reached by ");
    assert!(answer.contains("70\u{a0}%"), "{answer}");
    click(&mut session, Role::Button, "Apply");
    let reached = session.app().run().get(output, year);
    assert!(
        (reached / target - 1.0).abs() < 1e-9,
        "{reached} is not {target}"
    );
    assert!((session.app().scenario().value(lever) - 0.7).abs() < 1e-6);
    session.apply(Command::Undo);
    assert!(
        session.app().scenario().changes.is_empty(),
        "one step of history"
    );
}

#[test]
fn lever_output_and_year_of_the_goal_are_chosen_by_name() {
    let mut session = page();
    click(
        &mut session,
        Role::Button,
        "Lever of the goal: Domestic share",
    );
    session.type_value("Search assumptions", "gpu price", Key::Enter);
    assert_eq!(session.app().view().goal.lever, Assumption::ChipPriceChange);
    click_starting(&mut session, Role::Button, "Output of the goal: ");
    session.type_value("Search results and companies", "nvidia", Key::Enter);
    let output = GoalOutput::Supplier("nvidia".to_owned());
    assert_eq!(session.app().view().goal.output, output);
    click(&mut session, Role::Button, "Year of the goal: 2030");
    click(&mut session, Role::Button, "2028");
    assert_eq!(session.app().view().goal.year.calendar(), 2028);
    session.type_value(TARGET, "300", Key::Enter);
    let found = sought(&session);
    assert!(found.has_effect);
    let measure = output.measure(session.app().scenario(), session.app().view().goal.year);
    let now = measure(session.app().run());
    assert!(found.reachable.0 <= now && now <= found.reachable.1);
}

#[test]
fn a_target_out_of_reach_says_how_far_the_lever_goes() {
    let mut session = page();
    session.type_value(TARGET, "9T", Key::Enter);
    let (least, greatest) = sought(&session).reachable;
    let answer = session.label_starting("Cannot be reached: Domestic share alone");
    let numbers = suanli::format::Numbers::of("en");
    let (least, greatest) = numbers.pair(least, greatest, "billion USD");
    assert!(
        answer.contains(&format!("between {least} and {greatest}")),
        "{answer}"
    );
    assert!(
        session
            .harness
            .query_by_role_and_label(Role::Button, "Apply")
            .is_none()
    );

    session.type_value(TARGET, "plenty", Key::Enter);
    session.label_starting("“plenty” is no number");
    set_goal(&mut session, Assumption::RentalUtilisation, Series::Capex);
    session.type_value(TARGET, "5", Key::Enter);
    session.label_starting("AI infrastructure spending in 2030 does not depend on ");
}

#[test]
fn every_value_that_reaches_the_target_can_be_applied() {
    let mut session = page();
    let year = session.app().view().year;
    // The result turns within the range: it is the same at both sides of its turn.
    let turning = Assumption::ALL.iter().find_map(|&lever| {
        let values = session.app().scenario().assumptions();
        let output = |run: &suanli::model::Run| run.get(Series::Capex, year);
        let now = output(session.app().run());
        let targets = [now * 0.999, now * 1.001];
        targets.into_iter().find_map(|target| {
            let sought = suanli::analysis::seek(&values, lever, output, target);
            (sought.values.len() == 2).then_some((lever, target))
        })
    });
    let (lever, target) = turning.expect("a lever with a turn");
    set_goal(&mut session, lever, Series::Capex);
    session.type_value(TARGET, &(target / 1000.0).to_string(), Key::Enter);
    let values = sought(&session).values;
    assert_eq!(values.len(), 2);
    session.label_starting("Reached by 2 values: ");
    click_starting(&mut session, Role::Link, "or ");
    assert_eq!(session.app().scenario().value(lever), values[1]);
}

#[test]
fn without_changes_there_is_nothing_to_explain() {
    let mut session = page();
    session.label_starting("This scenario has no changes");
    session.label_starting("Half of the outcomes in 2030 lie between $");
    session.set(Assumption::ModelGrowth, 6.0);
    session.label_starting("Model growth explains all of the ");
    session.label_starting("Model growth, ×4.8 → ×6/yr: ");
    session.apply(Command::SetYear(Year::BASE));
    session.label_starting("None of the changes of this scenario moves this result in 2025");
}

#[test]
fn a_row_leads_to_its_lever() {
    let mut session = page();
    let widest = session.app().analysis().expect("an analysis").tornado[0].assumption;
    let name = &widest.info().label.en;
    assert_eq!(
        session
            .harness
            .query_all_by_role_and_label(Role::Slider, name)
            .count(),
        0
    );
    click_starting(&mut session, Role::Button, &format!("{name}: "));
    assert!(session.app().view().has_levers());
    session.slider(name);
}

#[test]
fn every_output_can_be_asked_about_in_every_world() {
    let mut session = Session::sized(Language::Zh, None, [1280.0, 720.0]);
    session.apply(Command::SetTab(Tab::Uncertainty));
    session.apply(Command::OpenShipped("rental_price_war".to_owned()));
    session.set(Assumption::RentalUtilisation, 0.1);
    for &output in Series::ALL {
        session.apply(Command::SetOutput(output));
        let labels = session.harness.query_all_by_label_contains("");
        for label in labels.filter_map(|node| words_of(&node)) {
            let is_broken = label.contains("NaN") || label.contains("inf") || label.contains('{');
            assert!(!is_broken, "{output:?}: {label}");
        }
    }
}

#[test]
fn all_of_it_is_there_in_a_narrow_window_and_in_chinese() {
    let mut session = Session::sized(Language::Zh, None, [900.0, 600.0]);
    session.apply(Command::SetTab(Tab::Uncertainty));
    session.apply(Command::OpenShipped("power_wall".to_owned()));
    for words in [
        "逐项变动假设：",
        "下降主要来自",
        "请输入目标值",
        "围绕本情景",
    ] {
        session.label_starting(words);
    }
    session.type_value("目标值", "800", Key::Enter);
    session.label_starting("取 ");
}

#[test]
fn the_point_on_the_curve_can_be_dragged() {
    let mut session = page();
    let before = session.app().view().goal.target;
    let words = session.label_starting("Revenue: Domestic accelerators in 2030 over");
    let curve = session.harness.get_by_label(&words).rect();
    let place = |share: f32| pos2(curve.left() + share * curve.width(), curve.center().y);
    session.harness.drag_at(place(0.5));
    session.harness.run();
    session.harness.hover_at(place(0.3));
    session.harness.run();
    session.harness.drop_at(place(0.3));
    session.harness.run();
    let goal = &session.app().view().goal;
    assert!(before.is_none() && goal.target.is_some());
    let analysis = session.app().analysis().expect("the page is open");
    let sought = analysis.sought.as_ref().expect("there is a target");
    let position = goal.lever.info().position(sought.values[0]);
    assert!(
        (position - 0.3).abs() < 0.06,
        "the lever is where the pointer is: {position}"
    );
}
