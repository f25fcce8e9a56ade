//! The value chain: the flow of money and the table of suppliers.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable as _;
use suanli::app::{Command, Tab};
use suanli::format::Numbers;
use suanli::model::suppliers::{self, Origin};
use suanli::model::{Measure, Segment, Series};
use suanli::scenario::suppliers::SupplierChange;
use suanli::text::Language;

use crate::{Session, words_of};

/// Types into the search of the supplier table.
fn search(session: &mut Session, words: &str) {
    const FIELD: &str = "Search name or ticker";
    session.harness.get_by_label(FIELD).focus();
    session.harness.run();
    session.harness.get_by_label(FIELD).type_text(words);
    session.harness.run();
}

#[test]
fn the_palette_leads_to_a_company() {
    let mut session = Session::open(Language::En, None);
    session.press(Modifiers::COMMAND, Key::K);
    session
        .harness
        .get_by_role_and_label(Role::TextInput, "Find anything")
        .type_text("innolight");
    session.harness.run();
    session.press(Modifiers::NONE, Key::Enter);
    assert_eq!(session.app().view().tab, Tab::Chain);
    assert_eq!(listed(&session), ["Innolight"]);
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
    let session = Session::on_page("Value chain", Tab::Chain);
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
    let mut session = Session::on_page("Value chain", Tab::Chain);
    let before = session.label_starting("Domestic designers: ");
    session.set_slider("Domestic share", 0.3);
    assert_ne!(before, session.label_starting("Domestic designers: "));
}

#[test]
fn the_year_is_scrubbed_on_the_bars() {
    let mut session = Session::on_page("Value chain", Tab::Chain);
    session.set_slider("Choose the year", 2027.0);
    session.harness.get_by_label_contains("spent in 2027");
    session.slider("Choose the year").focus();
    session.harness.run();
    session.harness.key_press(Key::ArrowRight);
    session.harness.run();
    session.harness.get_by_label_contains("spent in 2028");
}

#[test]
fn suppliers_are_sorted_filtered_and_found() {
    let mut session = Session::on_page("Value chain", Tab::Chain);
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

    search(&mut session, "300308");
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
    let mut session = Session::on_page("Value chain", Tab::Chain);
    session.set_slider("GPU price", 0.0);
    session.apply(Command::Undo);
    assert_eq!(session.app().view().tab, Tab::Chain);
    assert!(session.app().scenario().changes.is_empty());
}

/// Opens the table of segments.
fn open_segments() -> Session {
    let mut session = Session::on_page("Value chain", Tab::Chain);
    session
        .harness
        .get_by_role_and_label(Role::RadioButton, "Segments")
        .click();
    session.harness.run();
    session
}

/// The row of a segment, by the beginning of its name.
fn segment_row(session: &Session, name: &str) -> String {
    let year = session.app().view().year.calendar();
    session.label_starting(&format!("{name}, {year}: revenue "))
}

/// The segments on screen, from the top.
fn segments(session: &Session) -> Vec<String> {
    let mut rows: Vec<(f32, String)> = session
        .harness
        .query_all_by_label_contains(": revenue ")
        .filter_map(|node| Some((node.rect().top(), words_of(&node)?)))
        .collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    let name = |(_, words): (f32, String)| {
        let (name, _) = words.split_once(", 20").unwrap_or_default();
        name.to_owned()
    };
    rows.into_iter().map(name).collect()
}

/// Money as tables show it.
fn billions(value: f64) -> String {
    Numbers::of("en").axis_value(value, &Series::Capex.info().unit)
}

#[test]
fn every_segment_says_what_the_run_says_and_they_sum_to_spending() {
    let session = open_segments();
    let (run, year) = (session.app().run(), session.app().view().year);
    let names = suanli::text::Text::of(Language::En).chain.captured.clone();
    for &segment in Segment::ALL {
        let of = |measure| run.get(Series::of_segment(segment, measure), year);
        let row = segment_row(&session, &names[segment.id()]);
        let captured = of(Measure::Captured);
        let spending = captured / run.get(Series::Capex, year);
        for words in [
            format!("revenue {},", billions(of(Measure::Revenue))),
            format!("captured {},", billions(captured)),
            format!("profit {},", billions(of(Measure::Profit))),
            format!("of spending {},", Numbers::of("en").share(spending)),
        ] {
            assert!(row.contains(&words), "{row} lacks {words}");
        }
    }
    let all = segment_row(&session, "All segments");
    let spent = billions(run.get(Series::Capex, year));
    assert!(all.contains(&format!("captured {spent}, ")), "{all}");
    assert!(
        all.contains("revenue –, ") && all.contains("of spending 100\u{a0}%"),
        "{all}"
    );
    assert_eq!(segments(&session).len(), Segment::ALL.len() + 1);
}

#[test]
fn a_segment_that_loses_money_says_so_plainly() {
    let mut session = open_segments();
    // Nobody wants to pay for foreign chips whose parts cost what they cost.
    session.apply(Command::SetLever {
        assumption: suanli::model::Assumption::ChipPriceChange,
        value: suanli::model::Assumption::ChipPriceChange.info().min,
        gesture: suanli::app::Gesture::Done,
    });
    let captured = session.app().run().get(
        Series::of_segment(Segment::AcceleratorsForeign, Measure::Captured),
        session.app().view().year,
    );
    assert!(captured < 0.0, "{captured}");
    let row = segment_row(&session, "Foreign designers");
    assert!(
        row.contains(&format!("captured {}", billions(captured))),
        "{row}"
    );
    assert!(
        row.contains("captured −") && row.contains("of spending −"),
        "{row}"
    );
}

#[test]
fn segments_are_sorted_by_their_heads() {
    let mut session = open_segments();
    let (run, year) = (session.app().run().clone(), session.app().view().year);
    let names = suanli::text::Text::of(Language::En).chain.captured.clone();
    let by = |measure: Measure| {
        let mut all = Segment::ALL.to_vec();
        let of = |segment: &Segment| run.get(Series::of_segment(*segment, measure), year);
        all.sort_by(|a, b| of(b).total_cmp(&of(a)));
        let name = |segment: Segment| names[segment.id()].clone();
        all.into_iter().map(name).collect::<Vec<_>>()
    };
    let count = Segment::ALL.len();
    assert_eq!(segments(&session)[..count], by(Measure::Captured));
    session
        .harness
        .get_by_role_and_label(Role::ColumnHeader, "Profit")
        .click();
    session.harness.run();
    assert_eq!(segments(&session)[..count], by(Measure::Profit));
    session
        .harness
        .get_by_role_and_label(Role::ColumnHeader, "Profit")
        .click();
    session.harness.run();
    let mut smallest_first = by(Measure::Profit);
    smallest_first.reverse();
    assert_eq!(segments(&session)[..count], smallest_first);
    session
        .harness
        .get_by_role_and_label(Role::ColumnHeader, "Segment")
        .click();
    session.harness.run();
    assert_eq!(segments(&session)[0], "Building and power");
}

/// What the row of a supplier says.
fn supplier_row(session: &Session, name: &str) -> String {
    let start = format!("{name}, ");
    session
        .harness
        .query_all_by_label_contains(": 2025 ")
        .filter_map(|node| words_of(&node))
        .find(|words| words.starts_with(&start))
        .unwrap_or_else(|| panic!("no row of {name}"))
}

#[test]
fn an_edited_share_is_revenue_at_once_and_one_step_of_history() {
    let mut session = Session::on_page("Value chain", Tab::Chain);
    let year = session.app().view().year;
    let before = supplier_row(&session, "Innolight");
    session.type_value("Share of Innolight", "40", Key::Enter);
    let run = session.app().run();
    let of = |measure| run.get(Series::of_segment(Segment::Optics, measure), year);
    // 40 % of the Chinese part of the segment's revenue.
    let chinese = of(Measure::China) / of(Measure::Captured);
    let revenue = 0.4 * of(Measure::Revenue) * chinese;
    let after = supplier_row(&session, "Innolight");
    let words = format!("{} {},", year.calendar(), billions(revenue));
    assert!(after.contains(&words), "{after} is not {revenue}");
    assert!(
        after.ends_with("−20\u{a0}%"),
        "0.4 of 0.5 in the baseline: {after}"
    );
    assert!(session.app().document().is_changed());
    session
        .harness
        .get_by_label("Undo: share of Innolight 50\u{a0}% → 40\u{a0}%");

    session.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(supplier_row(&session, "Innolight"), before);
    assert!(!session.app().document().is_changed());
    session.press(Modifiers::COMMAND, Key::Y);
    session
        .harness
        .get_by_label("Reset the share of Innolight to 50\u{a0}%")
        .click();
    session.harness.run();
    assert_eq!(supplier_row(&session, "Innolight"), before);
    assert!(session.app().scenario().suppliers.is_empty());
}

#[test]
fn the_field_of_a_share_says_of_what_and_for_which_years() {
    let mut session = Session::on_page("Value chain", Tab::Chain);
    let first = |session: &Session| {
        let row = supplier_row(session, "Innolight");
        let (_, numbers) = row.split_once(": 2025 ").expect("its revenue of 2025");
        numbers.split(',').next().unwrap_or_default().to_owned()
    };
    let before = first(&session);
    let name = "Share of Innolight";
    let field = session.harness.get_by_role_and_label(Role::TextInput, name);
    let at = field.rect().center();
    session.harness.hover_at(at);
    session.harness.run_steps(60);
    let told = session.label_starting("Estimated share of the Chinese part of “Module makers”");
    assert!(
        told.contains("in every year: a new share changes 2025 too"),
        "{told}"
    );
    session.type_value(name, "40", Key::Enter);
    assert_ne!(first(&session), before, "as it says");
}

#[test]
fn in_the_accelerators_a_share_is_of_the_whole_segment() {
    let mut session = Session::on_page("Value chain", Tab::Chain);
    session.type_value("Share of Nvidia", "0.7", Key::Escape);
    assert!(
        session.app().scenario().suppliers.is_empty(),
        "Escape restores"
    );
    session.type_value("Share of Nvidia", "70%", Key::Tab);
    let year = session.app().view().year;
    let revenue = 0.7
        * session
            .app()
            .run()
            .get(Series::RevAcceleratorsForeign, year);
    let row = supplier_row(&session, "Nvidia");
    assert!(
        row.contains(&format!("{} {},", year.calendar(), billions(revenue))),
        "{row}"
    );
}

#[test]
fn a_share_that_cannot_be_says_why_and_changes_nothing() {
    let mut session = Session::on_page("Value chain", Tab::Chain);
    for (typed, why) in [
        ("90", "Only 88\u{a0}% of the segment is left"),
        ("-1", "A share is 0 % to 100 %."),
        ("much", "is no number"),
    ] {
        session.type_value("Share of Nvidia", typed, Key::Enter);
        session.harness.get_by_label_contains(why);
    }
    session.type_value("Share of SK hynix", "63", Key::Enter);
    session
        .harness
        .get_by_label_contains("Only 62\u{a0}% of this part of the segment is left");
    assert_eq!(
        session
            .harness
            .query_all_by_label_contains("is no number")
            .count(),
        0
    );
    assert!(session.app().scenario().suppliers.is_empty());
}

/// Fills the form and sends it off.
fn add(session: &mut Session, name: &str, ticker: &str, share: &str) {
    session.harness.get_by_label("Add a supplier").click();
    session.harness.run();
    for (field, words) in [("Name", name), ("Ticker", ticker), ("Share, %", share)] {
        session
            .harness
            .get_by_role_and_label(Role::TextInput, field)
            .focus();
        session.harness.run();
        session
            .harness
            .get_by_role_and_label(Role::TextInput, field)
            .type_text(words);
        session.harness.run();
    }
    session
        .harness
        .get_by_role_and_label(Role::Button, "Add")
        .click();
    // The click, the form that closes, the table that scrolls to what is new.
    session.harness.run_steps(8);
}

#[test]
fn an_own_supplier_is_added_saved_found_edited_and_removed() {
    let mut session = Session::on_page("Value chain", Tab::Chain);
    add(&mut session, "My Optics", "300999.SZ", "5");
    let row = supplier_row(&session, "My Optics");
    assert!(
        row.starts_with("My Optics, 300999.SZ · Module makers: "),
        "{row}"
    );
    assert!(
        row.ends_with(", own"),
        "the baseline does not have it: {row}"
    );
    let year = session.app().view().year;
    let innolight = suppliers::by_id("innolight").expect("in the table");
    let revenue = innolight.part().revenue(session.app().run(), year) * 0.05;
    assert!(
        row.contains(&format!("{} {},", year.calendar(), billions(revenue))),
        "{row}"
    );
    session.harness.get_by_label("Undo: add My Optics");

    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("mine.ron");
    session.apply(Command::SaveTo(path.clone()));
    assert!(!session.app().document().is_changed());
    let mut session = Session::open(Language::En, Some(path));
    session.apply(Command::SetTab(Tab::Chain));
    search(&mut session, "300999");
    assert_eq!(listed(&session), ["My Optics"]);
    session.harness.get_by_label("All 43");

    session.harness.get_by_label("Edit My Optics").click();
    session.harness.run();
    session.harness.get_by_label("8\u{a0}% is left for it.");
    session
        .harness
        .get_by_role_and_label(Role::RadioButton, "Foreign")
        .click();
    session.harness.run();
    session
        .harness
        .get_by_role_and_label(Role::Button, "Apply")
        .click();
    session.harness.run_steps(8);
    let SupplierChange::Own(own) = &session.app().scenario().suppliers["my-optics"] else {
        panic!("it is the user's own");
    };
    assert_eq!((own.origin, own.share), (Origin::Foreign, 0.05));
    session.harness.get_by_label("Undo: edit My Optics");

    session.harness.get_by_label("Remove My Optics").click();
    session.harness.run();
    assert!(listed(&session).is_empty());
    assert!(session.app().scenario().suppliers.is_empty());
    session.apply(Command::Undo);
    assert_eq!(listed(&session), ["My Optics"]);
}

#[test]
fn a_form_that_cannot_be_stays_open_and_says_why() {
    let mut session = Session::on_page("Value chain", Tab::Chain);
    add(&mut session, "Too Large", "", "9");
    session
        .harness
        .get_by_label_contains("Only 8\u{a0}% of this part");
    assert!(session.app().scenario().suppliers.is_empty());
    session.press(Modifiers::NONE, Key::Escape);
    assert!(session.harness.query_by_label("Ticker").is_none());
    add(&mut session, "", "", "1");
    session.harness.get_by_label("A supplier needs a name.");
    session
        .harness
        .get_by_role_and_label(Role::Button, "Cancel")
        .click();
    session.harness.run();
    assert!(session.app().scenario().suppliers.is_empty());
    assert!(session.app().document().history().undoable().is_none());
}

#[test]
fn titles_follow_the_currency() {
    let mut session = Session::on_page("Value chain", Tab::Chain);
    session.apply(Command::SetCurrency(suanli::format::Currency::Cny));
    let year = session.app().view().year.calendar();
    let flow = format!("Where the money goes in {year}, ¥\u{a0}billion");
    session.harness.get_by_label(&flow);
    session.harness.get_by_label("Suppliers, ¥\u{a0}billion");
    let fx = session
        .app()
        .scenario()
        .value(suanli::model::Assumption::Fx);
    let capex = session
        .app()
        .run()
        .get(Series::Capex, session.app().view().year);
    session
        .harness
        .get_by_role_and_label(Role::RadioButton, "Segments")
        .click();
    session.harness.run();
    let all = segment_row(&session, "All segments");
    assert!(all.contains(&billions(capex * fx)), "{all}");
}

#[test]
fn everything_can_be_reached_in_small_windows() {
    for size in [[1280.0, 720.0], [720.0, 450.0]] {
        let mut session = Session::sized(Language::En, None, size);
        session.apply(Command::SetTab(Tab::Chain));
        let add = session.harness.get_by_label("Add a supplier");
        add.scroll_to_me();
        session.harness.run();
        let place = session.harness.get_by_label("Add a supplier").rect();
        assert!(
            place.right() <= size[0] && place.bottom() <= size[1],
            "{size:?}: {place:?}"
        );
        session.harness.get_by_label("Add a supplier").click();
        session.harness.run();
        let button = session
            .harness
            .get_by_role_and_label(Role::Button, "Add")
            .rect();
        assert!(button.bottom() <= size[1], "{size:?}: {button:?}");
    }
}

#[test]
fn a_ribbon_under_the_pointer_says_from_where_to_where_and_how_much() {
    let mut session = Session::on_page("Value chain", Tab::Chain);
    let year = session.app().view().year;
    let spent = session.app().run().get(Series::Capex, year);
    let servers = session.app().run().get(Series::RevServers, year);
    let node = session
        .harness
        .get_by_label_contains("All spending: $")
        .rect();
    // The topmost ribbon that leaves it goes to servers.
    let at = node.right_top() + eframe::egui::vec2(12.0, 8.0);
    session.harness.hover_at(at);
    session.harness.run_steps(60);
    let told = session.label_starting("All spending → Servers: ");
    let amount = Numbers::of("en").amount(servers, "billion USD");
    let percent = Numbers::of("en").share(servers / spent);
    let words = format!("{amount} ({percent} of All spending)");
    assert!(told.ends_with(&words), "{told} is not {words}");
}

#[test]
fn a_share_alone_differs_in_the_table_and_not_in_the_charts() {
    let mut session = Session::on_page("Value chain", Tab::Chain);
    session.type_value("Share of Innolight", "40", Key::Enter);
    let differs = |session: &Session, name| !supplier_row(session, name).ends_with(", –");
    assert!(differs(&session, "Innolight"));
    assert!(!differs(&session, "SK hynix"));
    let app = session.app();
    assert_eq!(app.run(), app.baseline_run());
}
