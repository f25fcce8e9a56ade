//! Hostile files of up to five megabytes: each is read or refused within a second, and what is said
//! of it stays short. These are the slowest of some two thousand that were tried.

use std::time::Duration;

use cpu_time::ThreadTime;
use suanli::scenario::fault::{FileFault, FormFault, ProblemKind, SyntaxFault};
use suanli::scenario::file::{parse, to_ron};
use suanli::scenario::problem::Problem;
use suanli::text::Language;

/// As large as a file may be.
const LARGEST: usize = 5_000_000;

/// Processor time that a file may take; as built for tests the program is several times slower.
const LIMIT: Duration = Duration::from_secs(if cfg!(debug_assertions) { 4 } else { 1 });

/// Nobody reads more of what is wrong with one file.
const LONGEST_REPORT: usize = 200_000;

const HEAD: &str = "Scenario(version: 1, baseline: \"2025\", name: (en: \"\", zh: \"\"), \
    story: (en: \"\", zh: \"\"), changes: {";

/// As many parts as a file can hold, between what stands before and after them.
fn filled(before: &str, part: &str, after: &str) -> String {
    let room = LARGEST - before.len() - after.len();
    [before, &part.repeat(room / part.len()), after].concat()
}

/// Two hundred different words of a length.
fn words(length: usize, written: impl Fn(&str) -> String) -> String {
    let word = |number: usize| format!("z{number}{}", "z".repeat(length));
    (0..200).map(|number| written(&word(number))).collect()
}

/// Reads a file against the clock and gives its problems.
fn problems(name: &str, bytes: &[u8]) -> Vec<Problem> {
    let started = ThreadTime::now();
    let problems = match parse(bytes) {
        Ok(scenario) => {
            assert!(!to_ron(&scenario).is_empty());
            Vec::new()
        }
        Err(problems) => problems,
    };
    for language in [Language::En, Language::Zh] {
        let pages = problems
            .iter()
            .map(|problem| problem.render("a.ron", language));
        let length: usize = pages.map(|page| page.len()).sum();
        assert!(
            length < LONGEST_REPORT,
            "{name}: {length} bytes are said of it"
        );
    }
    let taken = started.elapsed();
    assert!(taken < LIMIT, "{name} takes {taken:?}");
    problems
}

fn are_read_or_refused(files: impl IntoIterator<Item = (&'static str, String)>) {
    for (name, text) in files {
        problems(name, text.as_bytes());
    }
}

#[test]
fn brackets_without_end_are_refused_at_once() {
    let deep = |open: &str, close: &str| format!("{}1{},", open.repeat(50), close.repeat(50));
    are_read_or_refused([
        (
            "round brackets",
            filled("Scenario(changes: [", &deep("(", ")"), "])"),
        ),
        (
            "curly brackets",
            filled("Scenario(changes: [", &deep("{1:", "}"), "])"),
        ),
        (
            "closed nest",
            ["[".repeat(LARGEST / 2), "]".repeat(LARGEST / 2)].concat(),
        ),
        (
            "comments in brackets",
            filled("Scenario(a: [", "( /**/", ""),
        ),
    ]);
}

#[test]
fn millions_of_entries_are_read_or_refused() {
    are_read_or_refused([
        ("commas", filled("Scenario(", ",", ")")),
        (
            "numbers",
            filled(&format!("{HEAD}}}, suppliers: {{"), "1:1,", "})"),
        ),
        (
            "values",
            filled(&format!("{HEAD}}}, slides: ["), "1,", "])"),
        ),
        (
            "slides",
            filled(&format!("{HEAD}}}, slides: ["), "(chart: \"need\"),", "])"),
        ),
        ("nested comments", filled("/*", "/**/", "*/")),
        ("quotes", filled("Scenario(name: (en: ", "\"\",", "))")),
    ]);
}

#[test]
fn words_without_end_are_held_against_no_label() {
    let in_slide = |field: &str, part: &str| {
        filled(&format!("{HEAD}}}, slides: [({field}: \""), part, "\")])")
    };
    are_read_or_refused([
        ("a key", filled(&format!("{HEAD}\""), "é", "\": 1})")),
        ("a blank key", filled(&format!("{HEAD}\""), " ", "\": 1})")),
        (
            "a series",
            filled(&format!("{HEAD}}}, check: {{\""), "，", "\": {2030: 1}})"),
        ),
        ("a chart", in_slide("chart", "算")),
        ("a kind of chart", in_slide("chart", "a:")),
        (
            "a name in words",
            in_slide("chart: \"need\", title: (en", "{算}"),
        ),
        ("a number", filled(&format!("{HEAD}\"fx\": "), "1", "})")),
        ("a version", filled("Scenario(version: ", "1", ")")),
    ]);
}

#[test]
fn many_problems_of_one_endless_line_are_told_apart() {
    let length = LARGEST / 250;
    let quoted = words(length, |word| format!("\"{word}\": 1,"));
    let charts = words(length, |word| format!("(chart: \"{word}\"),"));
    let fields = words(length, |word| format!("{word}: 1,"));
    let far = words(1, |word| format!("{word}: 1,"));
    are_read_or_refused([
        ("keys", format!("{HEAD}{quoted}}})")),
        ("charts", format!("{HEAD}}}, slides: [{charts}])")),
        ("fields", format!("Scenario({fields})")),
        (
            "problems at the end",
            filled("Scenario(/*", "算", &format!("*/{far})")),
        ),
    ]);
}

#[test]
fn a_mistake_at_the_end_of_five_megabytes_is_shown_with_its_line() {
    let mistake = "\n  changes: { \"fx\": 1 \"a\": 2 })";
    for (name, part) in [("lines", "\n"), ("one line", " "), ("comments", "//算\n")] {
        let text = filled("Scenario(version: 1, ", part, mistake);
        let [problem] = &problems(name, text.as_bytes())[..] else {
            panic!("one problem");
        };
        assert_eq!(problem.kind, SyntaxFault::MissingComma.into());
        assert_eq!(problem.line, text.matches('\n').count() + 1);
        assert_eq!(problem.source_line, mistake.trim_start_matches('\n'));
    }
    let text = filled("Scenario(version: 1, ", " ", "x: 1)");
    let found = problems("no line break", text.as_bytes());
    let is_unknown = |problem: &&Problem| {
        matches!(
            &problem.kind,
            ProblemKind::Form(FormFault::UnknownField { .. })
        )
    };
    let problem = found.iter().find(is_unknown).expect("an unknown field");
    assert!(problem.source_line.ends_with("x: 1)"));
    assert!(problem.source_line.chars().count() < 200);
}

#[test]
fn a_file_that_could_not_be_opened_once_it_is_saved_is_refused() {
    let slides =
        |count: usize| format!("{HEAD}}}, slides: [{}])", "(chart:\"need\"),".repeat(count));
    let (before, after) = HEAD.split_once("en: \"").expect("a name");
    let escapes = filled(&format!("{before}en: \""), "\u{1}", &format!("{after}}})"));
    let too_much = ProblemKind::File(FileFault::TooMuch { limit: 5 });
    for (name, text) in [("slides", slides(300_000)), ("escapes", escapes)] {
        let [problem] = &problems(name, text.as_bytes())[..] else {
            panic!("{name}: one problem");
        };
        assert_eq!(problem.kind, too_much, "{name}");
    }
    let scenario = parse(slides(50_000).as_bytes()).expect("large, and fit to be saved");
    assert_eq!(parse(to_ron(&scenario).as_bytes()), Ok(scenario));
}

#[test]
fn bytes_that_are_no_text_are_refused_at_once() {
    let ascii = vec![b'a'; LARGEST / 2];
    let utf16: Vec<u8> = ascii.iter().flat_map(|byte| [*byte, 0]).collect();
    for (name, bytes) in [
        (
            "a bad byte in the middle",
            [&ascii[..], &[0xFF], &ascii[1..]].concat(),
        ),
        ("nothing but bad bytes", vec![0xFF; LARGEST]),
        (
            "broken characters",
            "算".as_bytes()[..2].repeat(LARGEST / 2),
        ),
        ("zeros", vec![0; LARGEST]),
        ("UTF-16", utf16.clone()),
        (
            "UTF-16 behind blanks",
            [&b" ".repeat(100)[..], &utf16[100..]].concat(),
        ),
    ] {
        assert_eq!(problems(name, &bytes).len(), 1, "{name}");
    }
}

#[test]
fn what_hides_or_turns_text_round_is_shown_as_a_mark() {
    let hidden = [
        '\u{202e}',
        '\u{2066}',
        '\u{200b}',
        '\u{200f}',
        '\u{2028}',
        '\u{1b}',
        '\u{e0041}',
    ];
    for c in hidden {
        let text = format!("Scenario(changes: {{ \"f{c}x\": 1, f{c}y: 2 }})");
        let problems = parse(text.as_bytes()).expect_err("two mistakes");
        for problem in &problems {
            for language in [Language::En, Language::Zh] {
                let said = problem.render("a.ron", language) + &problem.one_line(language);
                assert!(!said.contains(c), "{said:?}");
                assert!(
                    said.contains('\u{fffd}') || said.contains("\\u{"),
                    "{said:?}"
                );
            }
        }
    }
}
