//! Files that are unusual, and valid.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use suanli::model::suppliers::Origin;
use suanli::model::{Assumption, Segment, Series};
use suanli::scenario::Scenario;
use suanli::scenario::exhibit::Exhibit;
use suanli::scenario::figure::Figure;
use suanli::scenario::file::{parse, to_ron};
use suanli::scenario::slide::{MOST_LEVERS, Slide};
use suanli::scenario::suppliers::SupplierChange;

const PLAIN: &str = r#"Scenario(
    version: 1,
    baseline: "2025",
    name: (en: "Test", zh: "测试"),
    story: (en: "", zh: ""),
    changes: { "model_growth": 5.0 },
    ranges: { "model_growth": (3.0, 9.0) },
    slides: [],
    check: { "capex": { 2030: 1716.2 } },
)
"#;

fn plain() -> Scenario {
    parse(PLAIN.as_bytes()).expect("a valid file")
}

/// Reads the plain file with one part written otherwise.
fn with(part: &str, otherwise: &str) -> Scenario {
    assert!(PLAIN.contains(part), "{part}");
    let text = PLAIN.replace(part, otherwise);
    match parse(text.as_bytes()) {
        Ok(scenario) => scenario,
        Err(problems) => panic!("{problems:?}"),
    }
}

#[test]
fn everything_in_a_file_is_read() {
    let scenario = plain();
    assert_eq!(scenario.name.zh, "测试");
    assert_eq!(
        scenario.changes[&Assumption::ModelGrowth].to_bits(),
        5f64.to_bits()
    );
    assert_eq!(scenario.ranges[&Assumption::ModelGrowth], (3.0, 9.0));
    assert_eq!(
        scenario.check[&Series::Capex][&2030].to_bits(),
        1716.2f64.to_bits()
    );
}

#[test]
fn a_file_may_be_written_otherwise() {
    let same = [
        with("5.0", "5"),
        with("5.0", "+0.5e1"),
        with("(3.0, 9.0)", "(3, 9,)"),
        with("[]", "Some([])"),
        with(
            "{ \"capex\": { 2030: 1716.2 } }",
            "Some({ \"capex\": { 2030: 1716.2 } })",
        ),
        with("\"model_growth\": 5.0", "\"model\\u{5f}growth\": 5.0"),
        with("\"Test\"", "r#\"Test\"#"),
        with("    slides: [],\n", ""),
        with("slides: []", "slides: None"),
        with("Scenario(", "("),
        with(
            "Scenario(",
            "// why\n#![enable(implicit_some)]\n/* what */ Scenario(",
        ),
        with("Scenario(", "\u{feff}Scenario("),
        with("\n", "\r\n"),
    ];
    for scenario in same {
        assert_eq!(scenario, plain());
    }
}

#[test]
fn optional_parts_may_be_missing() {
    let scenario = with("    check: { \"capex\": { 2030: 1716.2 } },\n", "");
    assert!(scenario.check.is_empty());
    let scenario = with("ranges: { \"model_growth\": (3.0, 9.0) }", "ranges: None");
    assert!(scenario.ranges.is_empty());
}

/// A file with suppliers, read.
fn valid(text: &str) -> Scenario {
    match parse(text.as_bytes()) {
        Ok(scenario) => scenario,
        Err(problems) => panic!("{problems:?}"),
    }
}

#[test]
fn suppliers_of_the_table_and_of_ones_own_are_read() {
    let scenario = valid(include_str!("../data/valid/suppliers.ron"));
    assert_eq!(scenario.suppliers["nvidia"], SupplierChange::Share(0.7));
    let SupplierChange::Own(own) = &scenario.suppliers["my-optics"] else {
        panic!("not in the table");
    };
    assert_eq!((own.segment, own.origin), (Segment::Optics, Origin::China));
    assert_eq!(
        (own.name.en.as_str(), own.ticker.as_str()),
        ("My Optics", "300999.SZ")
    );
    assert_eq!(own.share.to_bits(), 0.05f64.to_bits());
    assert_eq!(scenario.changed_suppliers(), 2);
    assert_eq!(
        to_ron(&scenario),
        include_str!("../data/valid/suppliers.ron")
    );
}

#[test]
fn a_part_may_be_shared_out_to_the_last_and_not_at_all() {
    let scenario = valid(include_str!("../data/valid/suppliers_shared_out.ron"));
    assert_eq!(scenario.suppliers["fii"], SupplierChange::Share(0.0));
    assert!(!scenario.suppliers.contains_key("dell"));
}

#[test]
fn a_file_without_suppliers_is_written_without_them() {
    assert!(!to_ron(&plain()).contains("suppliers"));
    assert_eq!(with("slides: []", "suppliers: {}, slides: []"), plain());
    assert_eq!(with("slides: []", "suppliers: None, slides: []"), plain());
}

#[test]
fn slides_are_read_and_written_as_they_were() {
    let text = include_str!("../data/valid/slides.ron");
    let scenario = valid(text);
    assert_eq!(to_ron(&scenario), text);
    let [first, second, third] = scenario.slides.as_slice() else {
        panic!("three slides");
    };
    assert_eq!(first.exhibit, Exhibit::Chart(Figure::Need));
    assert_eq!((first.year, first.years), (2031, (2025, 2032)));
    let levers = [Assumption::ModelGrowth, Assumption::StockChina];
    assert_eq!(
        first.levers, levers,
        "a fact of the base year may be moved too"
    );
    let changes = BTreeMap::from([(Assumption::ModelGrowth, 6.5), (Assumption::Fx, 7.0)]);
    assert_eq!(first.changes.as_ref(), Some(&changes));
    assert_eq!(
        (first.caption.zh.as_str(), first.note.en.as_str()),
        ("", "")
    );
    let title = second.title.clone();
    let plain = Slide::of(Exhibit::MoneyFlow);
    assert_eq!(second, &Slide { title, ..plain });
    let capex = Exhibit::Chart(Figure::Single(Series::Capex));
    assert_eq!(third.exhibit, capex);
    assert_eq!(
        third.changes,
        Some(BTreeMap::new()),
        "no changes are not none"
    );
}

#[test]
fn a_slide_may_be_written_otherwise() {
    let slides = |fields: &str| {
        let slide = format!("slides: [(title: (en: \"A\", zh: \"\"), chart: \"need\"{fields})]");
        with("slides: []", &slide).slides
    };
    let plain = slides("");
    assert_eq!(plain.len(), 1);
    for fields in [
        ",",
        ", year: 2030",
        ", years: (2022, 2032), levers: []",
        ", caption: (), note: (en: \"\")",
        ", caption: None, note: None, year: None, years: None, levers: None, changes: None",
    ] {
        assert_eq!(slides(fields), plain, "{fields}");
    }
    assert_eq!(slides(", year: Some(2031)")[0].year, 2031);
}

#[test]
fn a_slide_keeps_a_change_that_changes_nothing() {
    let change = r#"slides: [(title: (en: "A"), chart: "need", changes: { "model_growth": 5.0 })]"#;
    let scenario = with("slides: []", change);
    assert_eq!(
        scenario.slides[0].changes,
        Some([(Assumption::ModelGrowth, 5.0)].into())
    );
    assert_eq!(parse(to_ron(&scenario).as_bytes()), Ok(scenario));
}

#[test]
fn hundreds_of_slides_are_read() {
    let levers = Assumption::ALL[..MOST_LEVERS].iter();
    let levers: Vec<_> = levers.map(|lever| format!("{:?}", lever.id())).collect();
    let mut slides = String::new();
    for number in 0..500 {
        let exhibit = Exhibit::all().nth(number % 21).expect("an exhibit").id();
        write!(
            slides,
            "(title: (en: \"{number}: [{{need@2030}}]\"), chart: {exhibit:?}, levers: [{}]),",
            levers.join(",")
        )
        .expect("written");
    }
    let scenario = with("slides: []", &format!("slides: [{slides}]"));
    assert_eq!(scenario.slides.len(), 500);
    assert_eq!(parse(to_ron(&scenario).as_bytes()), Ok(scenario));
}
