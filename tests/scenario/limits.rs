//! Hostile files of up to five megabytes: each is read or refused within a second, and what is wrong
//! with it stays short.

use cpu_time::ThreadTime;
use suanli::scenario::file::{parse, to_ron};
use suanli::scenario::problem::Problem;
use suanli::text::Language;

/// As large as a file may be.
const LARGEST: usize = 5_000_000;

fn filled(before: &str, part: &str, after: &str) -> Vec<u8> {
    let room = LARGEST - before.len() - after.len();
    let middle = part.repeat(room / part.len());
    [before, &middle, after].concat().into_bytes()
}

const HEAD: &str = "Scenario(version: 1, baseline: \"2025\", name: (en: \"\", zh: \"\"), story: (en: \"\", zh: \"\"), changes: {";

fn files() -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    let mut add = |name: &str, bytes: Vec<u8>| files.push((name.to_owned(), bytes));
    for (open, close) in [
        ("(", ")"),
        ("[", "]"),
        ("{", "}"),
        ("a(", ")"),
        ("Some(", ")"),
        ("{1:", "}"),
        ("(a:", ")"),
        ("[(", ")]"),
    ] {
        add(&format!("nest {open}"), filled("", open, ""));
        add(
            &format!("nest {open} in scenario"),
            filled("Scenario(version: 1, changes: ", open, ""),
        );
        add(
            &format!("closed nest {open}"),
            [
                open.repeat(LARGEST / 2 / open.len()),
                close.repeat(LARGEST / 2 / open.len()),
            ]
            .concat()
            .into_bytes(),
        );
        add(
            &format!("pairs {open}"),
            filled(
                "Scenario(version: 1, changes: [",
                &format!("{open}{close},"),
                "])",
            ),
        );
        add(
            &format!("{open} 100 deep over and over"),
            filled(
                "Scenario(version: 1, changes: [",
                &format!("{}1{},", open.repeat(50), close.repeat(50)),
                "])",
            ),
        );
        add(&format!("close only {close}"), filled("", close, ""));
        add(&format!("{open} space"), filled(open, " ", close));
        add(&format!("{open} commented"), filled(open, "/* a */", close));
    }
    for part in [
        ",",
        ":",
        "\"",
        "'",
        "\\",
        "#",
        "r#",
        "b",
        "r",
        "b\"",
        "r\"",
        "'a",
        "'\\",
        "//",
        "//\n",
        "/*",
        "*/",
        "/*/",
        "/**/",
        " ",
        "\n",
        "\r\n",
        "\t",
        "\r",
        "a",
        "1",
        "-",
        "+",
        ".",
        "_",
        "0x",
        "1_",
        "1,",
        "a,",
        "a:1,",
        "\"\",",
        "\"a\":1,",
        "1:1,",
        "'a',",
        "\u{feff}",
        "\u{202e}",
        "\u{200b}",
        "\u{3000}",
        "\u{7}",
        "\u{1b}[31m",
        "算",
        "🂡",
        "，",
        "“",
        "%",
        "1%",
        "é",
        "a b",
        "a\nb",
        "\"a\"\n",
        "(1 ",
        "( /**/",
        "(a ",
        "(a /**/",
        "0b",
        "1e",
        "\"\\u{41}\",",
        "\"\\",
        "\"\\u{",
        "\"\\\n",
        "r#\"",
        "r#\"\"#,",
        "r##\"\"#",
        "$",
        "=",
        ";",
        "1=",
        "a=1;",
        "1 x",
        "1.2.3",
        "1,000",
        "，1",
        "\u{0}",
        "x\u{0}",
        "\0x",
        "\u{85}",
        "\u{2028}",
        "None,",
        "Some(1),",
        "Scenario",
        "Scenario(",
        "Scenario()",
        "#![enable(implicit_some)]",
        "#![",
        "(a:",
        "{\"a\":",
        "..",
        "inf,",
        "NaN,",
    ] {
        add(&format!("{part:?} alone"), filled("", part, ""));
        add(
            &format!("{part:?} in scenario"),
            filled("Scenario(", part, ")"),
        );
        add(&format!("{part:?} in changes"), filled(HEAD, part, "})"));
        add(
            &format!("{part:?} in name"),
            filled(
                "Scenario(version: 1, baseline: \"2025\", name: (en: \"",
                part,
                "\", zh: \"\"), story: (en: \"\", zh: \"\"), changes: {})",
            ),
        );
        add(
            &format!("{part:?} in slides"),
            filled(&format!("{HEAD}}}, slides: ["), part, "])"),
        );
        add(
            &format!("{part:?} in a caption"),
            filled(
                &format!("{HEAD}}}, slides: [(chart: \"need\", caption: (en: \""),
                part,
                "\"))])",
            ),
        );
        add(
            &format!("{part:?} as key"),
            filled(&format!("{HEAD} \""), part, "\": 1})"),
        );
        add(
            &format!("{part:?} as value"),
            filled(&format!("{HEAD} \"fx\": "), part, "})"),
        );
        add(
            &format!("{part:?} as bare key"),
            filled(&format!("{HEAD} "), part, ": 1})"),
        );
        add(
            &format!("{part:?} as version"),
            filled("Scenario(version: ", part, ")"),
        );
        add(
            &format!("{part:?} as field"),
            filled("Scenario(", part, ": 1)"),
        );
        add(
            &format!("{part:?} as chart"),
            filled(&format!("{HEAD}}}, slides: [(chart: \""), part, "\")])"),
        );
        add(
            &format!("{part:?} as supplier"),
            filled(
                &format!("{HEAD}}}, suppliers: {{\""),
                part,
                "\": (share: 0.0)})",
            ),
        );
        add(
            &format!("{part:?} in suppliers"),
            filled(&format!("{HEAD}}}, suppliers: {{"), part, "})"),
        );
        add(
            &format!("{part:?} as ticker"),
            filled(
                &format!("{HEAD}}}, suppliers: {{\"a\": (ticker: \""),
                part,
                "\", share: 0.0)})",
            ),
        );
        add(
            &format!("{part:?} in check"),
            filled(&format!("{HEAD}}}, check: {{"), part, "})"),
        );
        add(
            &format!("{part:?} as series"),
            filled(&format!("{HEAD}}}, check: {{\""), part, "\": {2030: 1}})"),
        );
        add(
            &format!("{part:?} as year"),
            filled(&format!("{HEAD}}}, check: {{\"capex\": {{"), part, ": 1}})"),
        );
        add(
            &format!("{part:?} then mistake"),
            filled(
                "Scenario(version: 1, ",
                part,
                "\n\n  changes: { \"fx\": 1 \"a\": 2 })",
            ),
        );
    }
    for marks in [
        "{",
        "}",
        "[",
        "]",
        "[!",
        "{{",
        "{a}",
        "{need@2030}",
        "{need@}",
        "{nede}",
        "[a]",
        "{need",
        "{算}",
        "{ｎeed}",
        "{year@2030}",
        "{need@20300}",
    ] {
        for field in ["title", "caption", "note"] {
            add(
                &format!("{marks} in {field}"),
                filled(
                    &format!("{HEAD}}}, slides: [(chart: \"need\", {field}: (en: \""),
                    marks,
                    "\"))])",
                ),
            );
        }
    }
    // Two hundred problems on one line without end, each with a word without end.
    let wide = format!("\"{}\": 1,", "z".repeat(LARGEST / 250));
    for (before, after) in [
        ("changes: {", "}"),
        ("ranges: {", "}"),
        ("check: {", "}"),
        ("suppliers: {", "}"),
        ("slides: [(chart: \"need\", changes: {", "})]"),
    ] {
        let entries: String = (0..200)
            .map(|n| wide.replacen('z', &format!("{n}"), 1))
            .collect();
        add(
            &format!("200 long keys in {before}"),
            format!("Scenario(version: 1, {before}{entries}{after})").into_bytes(),
        );
    }
    let items: String = (0..200)
        .map(|n| wide.replacen('z', &format!("{n}"), 1).replace(": 1", ""))
        .collect();
    add(
        "200 long levers",
        format!("Scenario(version: 1, slides: [(chart: \"need\", levers: [{items}])])")
            .into_bytes(),
    );
    let slides: String = (0..200)
        .map(|n| format!("(chart: \"{n}{}\"),", "z".repeat(LARGEST / 250)))
        .collect();
    add(
        "200 long charts",
        format!("Scenario(version: 1, slides: [{slides}])").into_bytes(),
    );
    let slides: String = (0..200)
        .map(|n| {
            format!(
                "(chart: \"need\", title: (en: \"{{{n}{}}}\")),",
                "z".repeat(LARGEST / 250)
            )
        })
        .collect();
    add(
        "200 long names",
        format!("Scenario(version: 1, slides: [{slides}])").into_bytes(),
    );
    let fields: String = (0..200)
        .map(|n| format!("f{n}{}: 1,", "z".repeat(LARGEST / 250)))
        .collect();
    add(
        "200 long fields",
        format!("Scenario(version: 1, {fields})").into_bytes(),
    );
    let far: String = (0..200).map(|n| format!("f{n}: 1,")).collect();
    add(
        "200 problems at the end of a line",
        filled("Scenario(version: 1,", " ", &format!("{far})")),
    );
    add(
        "200 problems at the end of a Chinese line",
        filled("Scenario(version: 1, /*", "算", &format!("*/{far})")),
    );
    add(
        "200 problems at the start of a line",
        filled(&format!("Scenario(version: 1,{far}"), " ", ")"),
    );
    add(
        "200 duplicates",
        filled(
            "Scenario(version: 1,",
            " ",
            &format!("{})", "a:1,".repeat(400)),
        ),
    );
    add("suppliers", format!("{HEAD}}}, suppliers: {{{}}})", (0..45_000).map(|n| format!("\"s{n}\": (name: (en: \"a\", zh: \"\"), ticker: \"\", segment: \"optics\", origin: \"china\", share: 0.0),")).collect::<String>()).into_bytes());
    add("suppliers with too much", format!("{HEAD}}}, suppliers: {{{}}})", (0..45_000).map(|n| format!("\"s{n}\": (name: (en: \"a\", zh: \"\"), ticker: \"\", segment: \"optics\", origin: \"china\", share: 1.0),")).collect::<String>()).into_bytes());
    add(
        "slides",
        filled(&format!("{HEAD}}}, slides: ["), "(chart: \"need\"),", "])"),
    );
    add(
        "slides of every series",
        filled(
            &format!("{HEAD}}}, slides: ["),
            "(chart: \"why:capex\",changes:{\"fx\":7.0},levers:[\"fx\"]),",
            "])",
        ),
    );
    add(
        "invalid UTF-8 in the middle",
        [vec![b'a'; 2_500_000], vec![0xFF], vec![b'a'; 2_499_999]].concat(),
    );
    add(
        "invalid UTF-8 at the end",
        [vec![b'a'; 4_999_999], vec![0xFF]].concat(),
    );
    add("invalid UTF-8 only", vec![0xFF; LARGEST]);
    add(
        "broken characters",
        "算".as_bytes()[..2].repeat(LARGEST / 2),
    );
    add("zeros", vec![0; LARGEST]);
    add(
        "UTF-16",
        filled("", "a", "")
            .iter()
            .take(LARGEST / 2)
            .flat_map(|b| [*b, 0])
            .collect(),
    );
    add(
        "UTF-16 behind ASCII",
        [
            vec![b' '; 100],
            filled("", "a", "")
                .iter()
                .take(LARGEST / 2 - 100)
                .flat_map(|b| [*b, 0])
                .collect(),
        ]
        .concat(),
    );
    files
}

/// What the program would show of the problems of a file.
fn shown(problems: &[Problem]) -> Vec<String> {
    let languages = [Language::En, Language::Zh];
    languages
        .map(|language| {
            let pages: Vec<_> = problems
                .iter()
                .map(|p| p.render("a.ron", language))
                .collect();
            pages.join("\n")
        })
        .into()
}

#[test]
fn measure() {
    let mut times = Vec::new();
    for (name, bytes) in files() {
        assert!(bytes.len() <= LARGEST, "{name}: {}", bytes.len());
        let started = ThreadTime::now();
        let (len, chars) = match parse(&bytes) {
            Ok(scenario) => (to_ron(&scenario).len(), 0),
            Err(problems) => {
                let pages = shown(&problems);
                (
                    problems.len(),
                    pages.iter().map(String::len).max().unwrap_or(0),
                )
            }
        };
        times.push((started.elapsed(), name, len, chars));
    }
    times.sort();
    times.reverse();
    for t in times.iter().take(60) {
        println!("{:?} {} {} {}", t.0, t.1, t.2, t.3);
    }
    times.sort_by_key(|t| std::cmp::Reverse(t.3));
    for t in times.iter().take(10) {
        println!("LONG {:?} {} {} {}", t.0, t.1, t.2, t.3);
    }
}
