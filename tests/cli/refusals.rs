//! Bad input: each is refused with 2 and says why.

use super::{in_project, output, output_of_input, program, suanli, words};

/// Arguments, and what the words must hold.
const BAD: &[(&[&str], &str)] = &[
    (
        &["run", "--set", "model_grwth=5"],
        "did you mean `model_growth`?",
    ),
    (
        &["run", "--set", "zzzzzz=5"],
        "there is no assumption `zzzzzz`",
    ),
    (&["run", "--set", "capex=5"], "`capex` is a result"),
    (
        &["run", "--set", "model_growth=high"],
        "`high` is not a number",
    ),
    (&["run", "--set", "model_growth="], "`` is not a number"),
    (
        &["run", "--set", "china_share=7%"],
        "write it as a decimal: 0.07",
    ),
    (&["run", "--set", "fx=7,100"], "write 7100"),
    (
        &["run", "--set", "model_growth=NaN"],
        "not a number the model can use",
    ),
    (
        &["run", "--set", "model_growth=1e999"],
        "not a number the model can use",
    ),
    (&["run", "--set", "model_growth=50"], "allowed is 1 to 10"),
    (&["run", "--set", "china_share=15"], "write 0.15"),
    (&["run", "--set", "model_growth"], "there is no ="),
    (
        &["run", "--set", "fx=7", "--set", "fx=7"],
        "`fx` is set twice",
    ),
    (&["run", "missing.ron"], "there is no file `missing.ron`"),
    (&["run", "."], "is a folder"),
    (&["missing.ron"], "there is no file `missing.ron`"),
    (&["rnu"], "did you mean `suanli run`?"),
    (&["-"], "suanli run -"),
    (
        &["tornado", "--series", "capx", "--year", "2030"],
        "did you mean `capex`?",
    ),
    (
        &["tornado", "--series", "capex", "--year", "2024"],
        "its years are 2025 to 2032",
    ),
    (&["tornado", "--series", "capex"], "required"),
    (
        &["why", "missing.ron", "--series", "x", "--year", "soon"],
        "`soon` is not a year of the model",
    ),
    (
        &[
            "seek", "--lever", "fxx", "--series", "rent", "--year", "2030", "--target", "2",
        ],
        "did you mean `fx`?",
    ),
    (
        &[
            "seek", "--lever", "capex", "--series", "rent", "--year", "2030", "--target", "2",
        ],
        "`capex` is a result",
    ),
    (
        &[
            "seek", "--lever", "fx", "--series", "rent", "--year", "2030", "--target", "inf",
        ],
        "not a number the model can use",
    ),
    (
        &[
            "seek", "--lever", "fx", "--series", "rent", "--year", "2030", "--target", "-",
        ],
        "`-` is not a number",
    ),
    (&["check", "missing.ron"], "1 of 1 files cannot be used"),
    (&["check"], "required"),
    (&["list"], "required"),
    (&["list", "everything"], "possible values"),
    (&["run", "--format", "xml"], "possible values"),
    (&["run", "--lang", "fr"], "possible values"),
    (&["run", "--wrong"], "--wrong"),
    (&["file.ron", "run"], "belongs after the command"),
    (
        &["--reset-window", "run"],
        "--reset-window is about the window",
    ),
    (
        &["--renderer", "glow", "run"],
        "--renderer is about the window",
    ),
    (&["--renderer", "paper"], "possible values"),
];

#[test]
fn bad_input_is_refused_with_a_reason() {
    for (arguments, reason) in BAD {
        let output = output(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        let words = words(&output);
        assert!(words.contains(reason), "{arguments:?}: {words}");
    }
}

#[test]
fn bad_input_is_refused_in_chinese_too() {
    for (arguments, _) in BAD {
        let mut program = program();
        let output = program.args(["--lang", "zh"]).args(*arguments).output();
        let output = output.expect("the program runs");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        // What the parser of arguments says is English in every language.
        let words = words(&output);
        assert!(words.starts_with("error: ") || !words.is_ascii(), "{words}");
    }
}

#[test]
fn all_that_is_wrong_is_said_at_once() {
    let bad = in_project("tests/data/broken/seven_problems.ron");
    let output = output(&[
        "run",
        &bad,
        "--set",
        "model_grwth=5",
        "--set",
        "fx=x",
        "--set",
        "fx",
    ]);
    let words = words(&output);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(words.matches("seven_problems.ron:").count(), 7, "{words}");
    assert_eq!(words.matches("--set ").count() - 1, 3, "{words}");
    assert!(output.stdout.is_empty());
}

#[test]
fn broken_standard_input_is_refused() {
    let output = output_of_input(&["run", "-"], b"{}");
    assert_eq!(output.status.code(), Some(2));
    assert!(words(&output).starts_with("-:1:1: this looks like JSON"));
    let output = output_of_input(&["run", "-"], &vec![b'('; 6_000_000]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn the_window_is_not_opened_with_a_broken_file() {
    let bad = in_project("tests/data/broken/unknown_assumption.ron");
    let output = output(&[&bad]);
    assert_eq!(output.status.code(), Some(2));
    assert!(words(&output).contains("did you mean `model_growth`?"));
}

#[cfg(not(feature = "gui"))]
#[test]
fn without_a_window_the_program_says_so() {
    let good = in_project("scenarios/baseline.ron");
    for arguments in [[].as_slice(), &[good.as_str()]] {
        let output = output(arguments);
        assert_eq!(output.status.code(), Some(1));
        assert!(words(&output).contains("suanli run"));
    }
}

#[test]
fn words_are_in_the_language_asked_for_or_that_of_the_system() {
    let output = suanli(&["run", "--set", "fx=x"]).output().expect("it runs");
    assert!(words(&output).contains("is not a number"));
    for (system, asked, part) in [
        ("zh_CN.UTF-8", None, "不是有效的数字"),
        ("de_DE.UTF-8", None, "is not a number"),
        ("de_DE.UTF-8", Some("zh"), "不是有效的数字"),
    ] {
        let mut program = program();
        program.args(["run", "--set", "fx=x"]);
        program.args(asked.into_iter().flat_map(|asked| ["--lang", asked]));
        for variable in ["LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"] {
            program.env(variable, system);
        }
        let output = program.output().expect("it runs");
        let words = words(&output);
        // Only Unix tells programs its language in this way.
        assert!(
            words.contains(part) || cfg!(not(unix)),
            "{system} {asked:?}: {words}"
        );
    }
}

#[test]
fn help_and_version_are_no_failures() {
    for arguments in [["--help"], ["--version"], ["help"]] {
        assert_eq!(output(&arguments).status.code(), Some(0));
    }
}
