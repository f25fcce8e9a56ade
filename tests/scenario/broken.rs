//! Broken files: each is refused at the right place for the right reason, in both languages.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use suanli::scenario::fault::{FileFault, FormFault, ProblemKind, SyntaxFault};
use suanli::scenario::file::{ReadError, parse};
use suanli::scenario::problem::Problem;
use suanli::text::Language;

/// The files of `tests/data/broken`, each with its problems: line, column, and how the kind begins.
#[rustfmt::skip]
const BROKEN: &[(&str, &[&str])] = &[
    ("assumption_outside_changes", &["9:5 Form(OutsideChanges { id: ModelGrowth })"]),
    ("attribute", &[r#"1:4 Syntax(Unexpected { found: "allow" })"#]),
    ("backslash", &["4:19 Syntax(BadEscape)"]),
    ("baseline_file", &[r#"1:1 Form(WrongName { found: "Baseline" })"#]),
    ("blanks", &["1:1 File(Empty)"]),
    ("changes_in_round_brackets", &["7:9 Syntax(EntryInRoundBrackets)"]),
    ("comment_only", &["1:1 File(Empty)"]),
    ("curly_scenario", &["1:9 Syntax(MissingOpening)"]),
    ("cut_short", &["8:7 Syntax(Unclosed { open: '(', line: 1, close: ')' })"]),
    ("decimal_comma", &[r#"7:25 Syntax(CommaInNumber { found: "5,0", instead: "5.0" })"#]),
    ("duplicate_field", &[r#"10:5 Form(Duplicate { name: "version", line: 2 })"#]),
    ("duplicate_key", &[r#"8:9 Form(Duplicate { name: "model_growth", line: 7 })"#]),
    ("empty", &["1:1 File(Empty)"]),
    ("equals_sign", &["2:13 Syntax(WrongMark { found: '=', instead: ':' })"]),
    ("extra_comma", &["2:16 Syntax(ExtraComma)"]),
    ("far_assumption", &[r#"7:9 Name(UnknownAssumption { id: "zzzzzz", nearest: None })"#]),
    ("fields_alone", &["1:1 Form(NotScenario)"]),
    ("full_width_bracket", &["4:11 Syntax(FullWidth { found: '（', instead: '(' })"]),
    ("full_width_colon", &["2:12 Syntax(FullWidth { found: '：', instead: ':' })"]),
    ("full_width_comma", &["3:21 Syntax(FullWidth { found: '，', instead: ',' })"]),
    ("full_width_digit", &["7:25 Syntax(FullWidth { found: '５', instead: '5' })"]),
    ("full_width_percent", &[r#"7:25 Syntax(Percent { found: "50%", instead: "0.5" })"#]),
    ("gbk", &["4:29 File(NotUtf8)"]),
    ("huge_version", &[r#"2:14 Form(NewerVersion { found: "123456789012345678901234567890""#]),
    ("infinite", &[r#"7:25 Value(NotFinite { found: "-inf" })"#]),
    ("infinite_check", &[r#"11:31 Value(NotFinite { found: "1e999" })"#]),
    ("json", &["1:1 File(Json)"]),
    ("key_without_quotes", &[r#"7:9 Value(MissingQuotes { name: "model_growth" })"#]),
    ("label_as_assumption", &[r#"7:9 Name(UnknownAssumption { id: "模型增长", nearest: Some(ModelGrowth) })"#]),
    ("letters_in_number", &[r#"7:25 Syntax(BadNumber { found: "5x" })"#]),
    ("list", &["1:1 Form(NotScenario)"]),
    ("list_for_map", &["9:13 Value(WrongType { expected: Map, found: List })"]),
    ("list_for_pair", &["9:31 Value(WrongType { expected: Pair, found: List })"]),
    ("minus_alone", &[r#"7:25 Syntax(BadNumber { found: "-" })"#]),
    ("missing_colon", &["2:12 Syntax(MissingColon)"]),
    ("missing_colon_in_map", &["7:23 Syntax(MissingColon)"]),
    ("missing_comma", &["3:21 Syntax(MissingComma)"]),
    ("missing_comma_in_map", &["7:28 Syntax(MissingComma)"]),
    ("missing_language", &[r#"4:11 Form(MissingField { name: "zh""#]),
    ("missing_value", &["2:13 Syntax(MissingValue)"]),
    ("missing_version", &[r#"1:1 Form(MissingField { name: "version""#]),
    ("misspelt_name", &[r#"1:1 Form(WrongName { found: "Scenerio" })"#]),
    ("name_alone", &[
        r#"1:1 Form(MissingField { name: "version""#,
        r#"1:1 Form(MissingField { name: "baseline""#,
        r#"1:1 Form(MissingField { name: "name""#,
        r#"1:1 Form(MissingField { name: "story""#,
        r#"1:1 Form(MissingField { name: "changes""#,
    ]),
    ("newer_version", &[r#"2:14 Form(NewerVersion { found: "2""#]),
    ("not_a_number", &[r#"7:25 Value(NotFinite { found: "NaN" })"#]),
    ("number_for_text", &[r#"3:15 Value(MissingQuotes { name: "2025" })"#]),
    ("odd_blank", &["2:13 Syntax(OddBlank)"]),
    ("one_bracket_too_many", &["12:2 Syntax(AfterEnd)"]),
    ("out_of_range", &["7:25 Value(OutOfRange { id: ModelGrowth, value: 50.0 })"]),
    ("overflow", &[r#"7:25 Value(NotFinite { found: "1e999" })"#]),
    ("page", &["1:1 Form(NotScenario)"]),
    ("percent", &[r#"7:24 Syntax(Percent { found: "7.1%", instead: "0.071" })"#]),
    ("quoted_field", &[r#"2:5 Syntax(QuotedField { name: "version" })"#]),
    ("quotes_in_text", &["4:21 Syntax(InnerQuote)"]),
    ("range_out_of_range", &["9:32 Value(OutOfRange { id: ModelGrowth, value: 0.5 })"]),
    ("range_turned_round", &["9:31 Value(LowAboveHigh { low: 9.0, high: 3.0 })"]),
    ("result_as_assumption", &["7:9 Name(ResultAsAssumption { id: Capex })"]),
    ("semicolon", &["2:15 Syntax(WrongMark { found: ';', instead: ',' })"]),
    ("seven_problems", &[
        r#"3:15 Name(UnknownBaseline { id: "2031""#,
        r#"4:11 Form(MissingField { name: "zh""#,
        r#"7:9 Name(UnknownAssumption { id: "model_grwth", nearest: Some(ModelGrowth) })"#,
        "8:31 Value(OutOfRange { id: ExportRestriction, value: 1.5 })",
        r#"9:15 Value(QuotedNumber { number: "7.2" })"#,
        r#"10:25 Value(NotFinite { found: "NaN" })"#,
        "12:13 Value(WrongType { expected: List, found: Map })",
    ]),
    ("share_as_percent", &["7:24 Value(OutOfRange { id: ChinaShare, value: 15.0 })"]),
    ("single_quotes", &["3:15 Syntax(SingleQuotes)"]),
    ("slide_assumption_as_field", &["12:13 Form(OutsideChanges { id: ModelGrowth })"]),
    ("slide_bare_chart", &[r#"11:20 Value(MissingQuotes { name: "need" })"#]),
    ("slide_changes", &[
        "12:40 Value(OutOfRange { id: ModelGrowth, value: 50.0 })",
        "12:46 Name(ResultAsAssumption { id: Capex })",
        r#"12:60 Name(UnknownAssumption { id: "fxx", nearest: Some(Fx) })"#,
    ]),
    ("slide_far_chart", &[r#"11:20 Slide(UnknownExhibit { id: "zzzzzz", nearest: None })"#]),
    ("slide_field_twice", &[r#"12:13 Form(Duplicate { name: "chart", line: 11 })"#]),
    ("slide_lever_bare", &[r#"12:22 Value(MissingQuotes { name: "model_growth" })"#]),
    ("slide_lever_result", &["12:22 Name(ResultAsAssumption { id: Capex })"]),
    ("slide_lever_twice", &[r#"12:44 Form(Duplicate { name: "model_growth", line: 12 })"#]),
    ("slide_lever_unknown", &[r#"12:22 Name(UnknownAssumption { id: "model_grwth", nearest: Some(ModelGrowth) })"#]),
    ("slide_levers_four", &["12:21 Slide(TooManyLevers { found: 4 })"]),
    ("slide_levers_text", &["12:21 Value(WrongType { expected: Levers, found: Text })"]),
    ("slide_series_as_chart", &["11:20 Slide(SeriesAsExhibit { id: Capex })"]),
    ("slide_several", &[
        "8:27 Slide(UnclosedBracket)",
        r#"8:47 Slide(UnknownExhibit { id: "nede", nearest: Some(Chart(Need)) })"#,
        r#"8:61 Name(UnknownYear { year: "2050" })"#,
        "9:52 Name(ResultAsAssumption { id: Capex })",
        r#"9:61 Name(UnknownAssumption { id: "fxx", nearest: Some(Fx) })"#,
        "9:86 Value(OutOfRange { id: Fx, value: -1.0 })",
        "10:9 Value(WrongType { expected: Slide, found: Text })",
        "11:25 Slide(StrayBrace)",
        "11:37 Slide(SeriesAsExhibit { id: Stock })",
        "11:53 Slide(YearsTurnedRound { first: 2030, last: 2025 })",
    ]),
    ("slide_unknown_chart", &[r#"11:20 Slide(UnknownExhibit { id: "sisors", nearest: Some(Chart(Scissors)) })"#]),
    ("slide_unknown_field", &[r#"12:13 Form(UnknownField { name: "captoin", nearest: Some("caption")"#]),
    ("slide_unknown_language", &[r#"10:31 Form(UnknownField { name: "fr", nearest: None"#]),
    ("slide_unknown_series", &[r#"11:20 Slide(UnknownExhibit { id: "series:capx", nearest: Some(Chart(Single(Capex))) })"#]),
    ("slide_without_chart", &[r#"9:9 Form(MissingField { name: "chart""#]),
    ("slide_without_fields", &[
        r#"8:14 Form(MissingField { name: "chart""#,
    ]),
    ("slide_words_escaped", &[r#"10:39 Slide(UnknownName { name: "capx", nearest: Some("capex") })"#]),
    ("slide_words_full_width", &["10:29 Syntax(FullWidth { found: '＠', instead: '@' })"]),
    ("slide_words_open_brace", &["10:31 Slide(UnclosedBrace)", "10:53 Slide(StrayBrace)"]),
    ("slide_words_open_bracket", &[
        "10:31 Slide(UnclosedBracket)",
        "10:45 Slide(StrayBracket)",
        "10:47 Slide(UnclosedBracket)",
        "10:50 Slide(BracketInBracket)",
    ]),
    ("slide_words_raw", &[r#"10:36 Slide(UnknownName { name: "capx", nearest: Some("capex") })"#]),
    ("slide_words_unknown_assumption", &[
        r#"11:31 Slide(UnknownName { name: "model_grwth", nearest: Some("model_growth") })"#,
    ]),
    ("slide_words_unknown_result", &[
        r#"10:38 Slide(UnknownName { name: "capx", nearest: Some("capex") })"#,
        r#"10:60 Slide(UnknownName { name: "zzz", nearest: None })"#,
    ]),
    ("slide_words_year", &[
        r#"10:26 Name(UnknownYear { year: "2033" })"#,
        r#"10:41 Name(UnknownYear { year: "@" })"#,
    ]),
    ("slide_words_year_of_value", &[r#"10:26 Slide(YearOfValue { name: "model_growth" })"#]),
    ("slide_year", &[r#"12:19 Name(UnknownYear { year: "2033" })"#]),
    ("slide_year_in_quotes", &[r#"12:19 Value(QuotedNumber { number: "2030" })"#]),
    ("slide_year_observed", &[r#"12:19 Name(UnknownYear { year: "2024" })"#]),
    ("slide_years_number", &["12:20 Value(WrongType { expected: Years, found: Number })"]),
    ("slide_years_of_one", &["12:20 Slide(YearsTurnedRound { first: 2030, last: 2030 })"]),
    ("slide_years_outside", &[
        r#"12:21 Slide(YearOutside { year: "2021" })"#,
        r#"12:27 Slide(YearOutside { year: "2033" })"#,
    ]),
    ("slide_years_turned_round", &["12:20 Slide(YearsTurnedRound { first: 2032, last: 2025 })"]),
    ("slide_years_without_usual_year", &["12:20 Slide(YearNotShown { year: 2030, first: 2022, last: 2028 })"]),
    ("slide_years_without_year", &["13:20 Slide(YearNotShown { year: 2032, first: 2022, last: 2031 })"]),
    ("slides_map", &["8:13 Value(WrongType { expected: List, found: Map })"]),
    ("slides_of_texts", &[
        "8:14 Value(WrongType { expected: Slide, found: Text })",
        "8:30 Value(WrongType { expected: Words, found: Text })",
        r#"8:44 Value(MissingQuotes { name: "5" })"#,
    ]),
    ("smart_closing_quote", &["3:20 Syntax(SmartQuote { found: '”' })"]),
    ("smart_quotes", &["4:16 Syntax(SmartQuote { found: '“' })"]),
    ("supplier_bare_origin", &[r#"9:104 Value(MissingQuotes { name: "china" })"#]),
    ("supplier_far", &[r#"9:21 Name(UnknownSupplier { id: "zzzzzzzz", nearest: None })"#]),
    ("supplier_long_id", &[r#"9:9 Name(BadSupplierId { id: "aaaaaaaaaa"#]),
    ("supplier_missing_fields", &[
        r#"9:22 Form(MissingField { name: "ticker""#,
        r#"9:22 Form(MissingField { name: "segment""#,
        r#"9:22 Form(MissingField { name: "origin""#,
    ]),
    ("supplier_more_than_share", &[r#"9:20 Form(OnlyShare { id: "nvidia", name: "ticker" })"#]),
    ("supplier_number", &["9:19 Value(WrongType { expected: Supplier, found: Number })"]),
    ("supplier_odd_id", &[r#"9:9 Name(BadSupplierId { id: "My Optics" })"#]),
    ("supplier_origin", &[r#"9:104 Name(UnknownOrigin { id: "mars", nearest: None })"#]),
    ("supplier_segment", &[r#"9:86 Name(UnknownSegment { id: "optcs", nearest: Some(Optics) })"#]),
    ("supplier_share_as_percent", &["9:27 Value(NoShare { share: 70.0 })"]),
    ("supplier_share_infinite", &[r#"9:27 Value(NotFinite { found: "NaN" })"#]),
    ("supplier_share_negative", &["9:27 Value(NoShare { share: -0.1 })"]),
    ("supplier_twice", &[r#"10:9 Form(Duplicate { name: "nvidia", line: 9 })"#]),
    ("supplier_unknown", &[r#"9:18 Name(UnknownSupplier { id: "nvida", nearest: Some("nvidia") })"#]),
    ("supplier_unknown_field", &[r#"9:20 Form(UnknownField { name: "shar", nearest: Some("share")"#]),
    ("supplier_without_name", &["9:29 Value(EmptyName)"]),
    ("suppliers_exceed_part", &["10:120 Value(TooMuchShared { share: 0.09, left: 0.0"]),
    ("suppliers_exceed_segment", &["10:131 Value(TooMuchShared { share: 0.1, left: 0.0"]),
    ("suppliers_list", &["8:16 Value(WrongType { expected: Map, found: List })"]),
    ("suppliers_several", &[
        r#"9:18 Name(UnknownSupplier { id: "nvida""#,
        "10:24 Value(NoShare { share: 1.5 })",
        r#"11:9 Name(BadSupplierId { id: "b c" })"#,
        "12:24 Value(TooMuchShared { share: 0.3, left: 0.1299999",
    ]),
    ("table", &["1:1 Form(NotScenario)"]),
    ("text_for_number", &[r#"7:25 Value(QuotedNumber { number: "5.0" })"#]),
    ("text_for_words", &["4:11 Value(WrongType { expected: Words, found: Text })"]),
    ("thousands", &[r#"7:25 Syntax(CommaInNumber { found: "1,000.0", instead: "1000.0" })"#]),
    ("thousands_in_field", &[r#"2:14 Syntax(CommaInNumber { found: "1,000", instead: "1000" })"#]),
    ("three_for_pair", &["9:31 Value(WrongType { expected: Pair, found: Items })"]),
    ("too_deep", &["1:18 Syntax(TooDeep)"]),
    ("two_points", &[r#"7:25 Syntax(BadNumber { found: "5.0.1" })"#]),
    ("two_scenarios", &["13:1 Syntax(AfterEnd)"]),
    ("unclosed_comment", &["9:5 Syntax(UnclosedComment)"]),
    ("unclosed_key", &["7:9 Syntax(UnclosedText)"]),
    ("unclosed_last_text", &["4:28 Syntax(UnclosedText)"]),
    ("unclosed_map", &["11:1 Syntax(WrongClosing { found: ')', open: '{', line: 6, close: '}' })"]),
    ("unclosed_text", &["3:15 Syntax(UnclosedText)"]),
    ("unit", &[r#"7:29 Syntax(Unit { number: "5.0", unit: "x/yr" })"#]),
    ("unknown_assumption", &[r#"7:9 Name(UnknownAssumption { id: "model_grwth", nearest: Some(ModelGrowth) })"#]),
    ("unknown_baseline", &[r#"3:15 Name(UnknownBaseline { id: "2031""#]),
    ("unknown_field", &[r#"6:5 Form(UnknownField { name: "chnages", nearest: Some("changes")"#]),
    ("unknown_language", &[r#"4:24 Form(UnknownField { name: "de", nearest: None"#]),
    ("unknown_range", &[r#"9:15 Name(UnknownAssumption { id: "model_growht", nearest: Some(ModelGrowth) })"#]),
    ("unknown_series", &[r#"11:14 Name(UnknownSeries { id: "capexx", nearest: Some(Capex) })"#]),
    ("unknown_year", &[r#"11:25 Name(UnknownYear { year: "2033" })"#]),
    ("unquoted_text", &[r#"4:16 Syntax(UnquotedText { found: "My own view" })"#]),
    ("utf16", &["1:1 File(Utf16)"]),
    ("utf16_without_mark", &["1:1 File(Utf16)"]),
    ("version_in_quotes", &[r#"2:14 Form(BadVersion { found: "\"1\"""#]),
    ("version_with_point", &[r#"2:14 Form(BadVersion { found: "1.0""#]),
    ("version_zero", &[r#"2:14 Form(BadVersion { found: "0""#]),
    ("word_after_word", &["3:21 Syntax(MissingComma)"]),
    ("word_for_number", &[r#"7:25 Value(NotANumber { found: "high" })"#]),
    ("word_for_text", &[r#"4:16 Value(MissingQuotes { name: "Test" })"#]),
    ("wrong_closing", &["8:5 Syntax(WrongClosing { found: ']', open: '{', line: 6, close: '}' })"]),
    ("year_in_quotes", &[r#"11:25 Value(QuotedNumber { number: "2030" })"#]),
    ("zero_byte", &["4:19 File(NotText)"]),
];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data/broken")
}

fn problems(name: &str) -> Vec<Problem> {
    let bytes = fs::read(folder().join(name).with_extension("ron")).expect("a readable file");
    parse(&bytes).expect_err(name)
}

#[test]
fn every_file_is_refused_for_its_reason() {
    let mut wrong = Vec::new();
    for (name, expected) in BROKEN {
        let found: Vec<_> = problems(name)
            .iter()
            .map(|problem| format!("{}:{} {:?}", problem.line, problem.column, problem.kind))
            .collect();
        let same = found.len() == expected.len()
            && found
                .iter()
                .zip(*expected)
                .all(|(found, start)| found.starts_with(start));
        if !same {
            wrong.push(format!("{name}: {found:?} is not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_names_every_file() {
    let files = fs::read_dir(folder()).expect("a folder");
    let stem = |path: PathBuf| path.file_stem()?.to_str().map(str::to_owned);
    let files: BTreeSet<_> = files
        .filter_map(|entry| stem(entry.expect("an entry").path()))
        .collect();
    let table: BTreeSet<_> = BROKEN.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(files, table);
}

#[test]
fn every_problem_has_words_in_both_languages() {
    for (name, _) in BROKEN {
        for problem in problems(name) {
            let [en, zh] = [Language::En, Language::Zh].map(|language| {
                assert!(!problem.one_line(language).contains('\n'), "{name}");
                problem.render("my.ron", language)
            });
            assert_ne!(en, zh, "{name}");
            for page in [en, zh] {
                assert!(!has_gap(&page), "{name}: {page}");
                assert!(page.starts_with("my.ron:"), "{name}: {page}");
            }
        }
    }
}

/// Is there a gap such as `{id}` that has not been filled?
fn has_gap(page: &str) -> bool {
    page.split('{').skip(1).any(|rest| {
        let name = rest.split('}').next().unwrap_or_default();
        rest.len() > name.len() && !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase())
    })
}

#[test]
fn a_problem_looks_like_this() {
    let [problem] = <[_; 1]>::try_from(problems("unknown_assumption")).expect("one problem");
    let english = "\
my.ron:7:9: there is no assumption `model_grwth`
    7 |         \"model_grwth\": 5.0,
      |         ^
      did you mean `model_growth`?";
    assert_eq!(problem.render("my.ron", Language::En), english);
    let chinese = "第 7 行：没有名为 `model_grwth` 的假设。是不是想写 `model_growth`？";
    assert_eq!(problem.one_line(Language::Zh), chinese);
}

#[test]
fn the_mark_stands_below_wide_characters() {
    let [problem] = <[_; 1]>::try_from(problems("unclosed_last_text")).expect("one problem");
    assert!(
        problem
            .render("我的.ron", Language::Zh)
            .contains("\n      |                            ^")
    );
    let text = "Scenario(name: (en: \"\", zh: \"算力\"， x: 1))";
    let problem = &parse(text.as_bytes()).expect_err("a full-width comma")[0];
    let mark = format!("\n      | {}\u{3000}\u{3000} ^", " ".repeat(29));
    assert!(problem.render("a", Language::En).contains(&mark));
}

#[test]
fn nothing_in_a_file_reaches_the_terminal_as_a_command() {
    let text = "Scenario(\u{1b}[31m\u{7}: 1)";
    for problem in parse(text.as_bytes()).expect_err("no scenario") {
        let page = problem.render("a", Language::En);
        assert!(
            page.chars().all(|c| c == '\n' || !c.is_control()),
            "{page:?}"
        );
    }
}

fn only_kind(bytes: &[u8]) -> ProblemKind {
    let problems = parse(bytes).expect_err("a broken file");
    assert_eq!(problems.len(), 1);
    for language in [Language::En, Language::Zh] {
        assert!(!has_gap(&problems[0].render("my.ron", language)));
    }
    problems[0].kind.clone()
}

#[test]
fn bombs_are_refused_at_once() {
    let too_large = ProblemKind::File(FileFault::TooLarge { limit: 5 });
    assert_eq!(only_kind(&vec![b'['; 50_000_000]), too_large);
    for bracket in ["[", "(", "{\"a\":", "a(", "Some("] {
        let bomb = format!("({}", bracket.repeat(4_000_000 / bracket.len()));
        assert_eq!(
            only_kind(bomb.as_bytes()),
            SyntaxFault::TooDeep.into(),
            "{bracket}"
        );
    }
    let characters = format!("[{}]", "'\\n',".repeat(900_000));
    assert_eq!(
        only_kind(characters.as_bytes()),
        FormFault::NotScenario.into()
    );
    let comments = "/*".repeat(2_000_000);
    assert_eq!(
        only_kind(comments.as_bytes()),
        SyntaxFault::UnclosedComment.into()
    );
}

#[test]
fn nobody_has_to_read_a_million_problems() {
    let entries = "\"x\":1,".repeat(500_000);
    let text = format!("Scenario(version: 1, changes: {{{entries}}})");
    let problems = parse(text.as_bytes()).expect_err("nothing but problems");
    let last = &problems.last().expect("problems").kind;
    let listed = problems.len() - 1;
    assert_eq!(last, &FormFault::TooMany { listed }.into());
    assert!(
        last.sentence(Language::Zh)
            .what
            .contains(&listed.to_string())
    );
}

#[test]
fn nobody_has_to_wait_for_a_million_problems_of_slides() {
    let slide = |fields: &str| format!("(title: (en: \"A\"), chart: \"need\", {fields}),");
    let names = "{zzzzz}[".repeat(300_000);
    for slides in [
        "1,".repeat(1_000_000),
        "(chart: \"zzzzz\"),".repeat(100_000),
        slide(&format!("levers: [{}]", "\"zzzzz\",".repeat(300_000))),
        slide(&format!("note: (en: \"{names}\")")),
        slide(&format!("changes: {{{}}}", "\"x\":1,".repeat(300_000))),
    ] {
        let text = format!("Scenario(version: 1, slides: [{slides}])");
        let problems = parse(text.as_bytes()).expect_err("nothing but problems");
        let last = &problems.last().expect("problems").kind;
        assert!(matches!(last, ProblemKind::Form(FormFault::TooMany { .. })));
    }
}

#[test]
fn a_problem_of_a_slide_looks_like_this() {
    let [problem] = <[_; 1]>::try_from(problems("slide_series_as_chart")).expect("one problem");
    let english = "\
my.ron:11:20: `capex` is a result, and no chart has this name
   11 |             chart: \"capex\",
      |                    ^
      for a chart of this result alone write \"series:capex\"";
    assert_eq!(problem.render("my.ron", Language::En), english);
    let chinese = "第 11 行：`capex` 是一项计算结果，没有以它命名的图表。要单独展示这项结果，请写 \"series:capex\"";
    let line = problem.one_line(Language::Zh);
    assert_eq!(line.trim_end_matches('。'), chinese);
}

#[test]
fn a_file_that_cannot_be_read_is_named_in_both_languages() {
    for kind in [
        ErrorKind::NotFound,
        ErrorKind::PermissionDenied,
        ErrorKind::IsADirectory,
        ErrorKind::TimedOut,
    ] {
        let path = PathBuf::from("情景.ron");
        let error = kind.into();
        let error = ReadError::Io { path, error };
        let [en, zh] = [Language::En, Language::Zh].map(|l| error.render("情景.ron", l));
        assert_ne!(en, zh);
        for page in [en, zh] {
            assert!(page.contains("情景.ron") && !has_gap(&page), "{page}");
        }
    }
}
