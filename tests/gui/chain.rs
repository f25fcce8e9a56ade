//! The value chain: the flow of money and the table of suppliers.

use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;
use suanli::app::{Command, Tab};
use suanli::model::suppliers::{self, Origin};
use suanli::model::{Measure, Segment, Series};
use suanli::text::Language;

use crate::{Session, words_of};

fn open() -> Session {
    let mut session = Session::open(Language::En, None);
    session
        .harness
        .get_by_role_and_label(Role::Tab, "Value chain")
        .click();
    session.harness.run();
    assert_eq!(session.app().view().tab, Tab::Chain);
    session
}

/// The suppliers on screen, from the top.
fn listed(session: &Session) -> Vec<String> {
    let mut rows: Vec<(f32, String)> = session
        .harness
        .query_all_by_label_contains(": 2025 ")
        .filter_map(|node| Some((node.rect().top(), words_of(&node)?)))
        .collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    rows.into_iter()
        .map(|(_, words)| words.split(',').next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn nodes_say_what_the_run_says() {
    let session = open();
    let year = session.app().view().year;
    let hbm = session
        .app()
        .run()
        .get(Series::of_segment(Segment::Hbm, Measure::Captured), year);
    let told = session.label_starting("HBM: ");
    assert!(told.contains(&format!("${hbm:.0}")), "{told} is not {hbm}");
}

#[test]
fn a_lever_moves_the_chain_in_the_same_frame() {
    let mut session = open();
    let before = session.label_starting("Domestic designers: ");
    session.set_slider("Domestic share", 0.3);
    assert_ne!(before, session.label_starting("Domestic designers: "));
}

#[test]
fn the_year_is_scrubbed_on_the_bars() {
    let mut session = open();
    session.set_slider("Choose the year", 2027.0);
    session.harness.get_by_label_contains("spent in 2027");
    session.slider("Choose the year").focus();
    session.harness.run();
    session.harness.key_press(eframe::egui::Key::ArrowRight);
    session.harness.run();
    session.harness.get_by_label_contains("spent in 2028");
}

#[test]
fn suppliers_are_sorted_filtered_and_found() {
    let mut session = open();
    assert_eq!(listed(&session)[0], "Nvidia", "the largest comes first");
    session.harness.get_by_label("Supplier").click();
    session.harness.run();
    assert_eq!(listed(&session)[0], "Accelink", "by name, from A");
    session.harness.get_by_label("Supplier").click();
    session.harness.run();
    assert_eq!(listed(&session)[0], "Yuanjie", "the other way round");

    session.harness.get_by_label("China 23").click();
    session.harness.run();
    let is_foreign = |name: &String| {
        suppliers::all()
            .iter()
            .any(|s| &s.name.en == name && s.origin == Origin::Foreign)
    };
    assert!(!listed(&session).iter().any(is_foreign));

    session
        .harness
        .get_by_label("Search name or ticker")
        .focus();
    session.harness.run();
    session
        .harness
        .get_by_label("Search name or ticker")
        .type_text("300308");
    session.harness.run();
    assert_eq!(listed(&session), ["Innolight"]);
}

#[test]
fn supplier_revenues_add_up_to_no_more_than_their_segment() {
    for shipped in suanli::scenario::shipped::shipped() {
        let run = shipped.scenario().run();
        for &segment in Segment::ALL {
            for year in suanli::model::Year::all() {
                let sum: f64 = suppliers::all()
                    .iter()
                    .filter(|supplier| supplier.segment == segment)
                    .map(|supplier| supplier.revenue(&run, year))
                    .sum();
                let whole = run.get(Series::of_segment(segment, Measure::Revenue), year);
                assert!(
                    sum <= whole * (1.0 + 1e-9),
                    "{} {segment:?}: {sum} of {whole}",
                    shipped.id
                );
            }
        }
    }
}

#[test]
fn the_page_is_not_undone() {
    let mut session = open();
    session.set_slider("GPU price", 0.0);
    session.apply(Command::Undo);
    assert_eq!(session.app().view().tab, Tab::Chain);
    assert!(session.app().scenario().changes.is_empty());
}
