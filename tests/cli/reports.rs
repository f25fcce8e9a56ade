//! `suanli report`.

use std::fs;
use std::path::Path;

use calamine::{Reader as _, Xlsx};
use suanli::model::Assumption;
use suanli::report::Locale;
use suanli::scenario::exhibit::Exhibit;
use suanli::scenario::{self, Baseline, Scenario};
use suanli::text::{Language, Text};
use tempfile::{TempDir, tempdir};

use super::{in_project, output, output_of_input, printed, rows, words};

fn folder() -> (TempDir, String) {
    let folder = tempdir().expect("a folder");
    let out = folder.path().join("new").join("报告");
    let out = out.to_str().expect("UTF-8").to_owned();
    (folder, out)
}

/// The names of the files that were written, which are those that were printed.
fn written(out: &str, printed: &str) -> Vec<String> {
    let mut found: Vec<String> = fs::read_dir(out)
        .expect("a folder")
        .map(|entry| entry.expect("a file").path().display().to_string())
        .collect();
    let mut told: Vec<String> = printed.lines().map(str::to_owned).collect();
    found.sort();
    told.sort();
    assert_eq!(found, told);
    let name = |path: &String| {
        let name = Path::new(path).file_name().expect("a name");
        name.to_str().expect("UTF-8").to_owned()
    };
    told.iter().map(name).collect()
}

fn sheets(path: &str) -> Vec<String> {
    let bytes = fs::read(path).expect("a file");
    let workbook: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).expect("a workbook");
    workbook.sheet_names()
}

#[test]
fn without_a_file_it_reports_the_baseline() {
    let (_folder, out) = folder();
    let told = printed(&["report", "--out", &out]);
    let names = written(&out, &told);
    for name in ["report.html", "baseline.csv", "baseline.xlsx"] {
        assert!(names.iter().any(|found| found == name), "{name}");
    }
    assert_eq!(sheets(&format!("{out}/baseline.xlsx"))[0], "About");
}

#[test]
fn the_table_is_that_of_run_with_names() {
    let (_folder, out) = folder();
    let ban = in_project("scenarios/export_ban.ron");
    printed(&["report", &ban, "--out", &out]);
    let bytes = fs::read(format!("{out}/export_ban.csv")).expect("a file");
    let text = String::from_utf8(bytes).expect("UTF-8");
    let table = text.strip_prefix('\u{feff}').expect("a byte order mark");
    assert_eq!(table.matches('\n').count(), table.matches("\r\n").count());
    let (found, wanted) = (rows(table), rows(&printed(&["run", &ban])));
    assert_eq!(found.len(), wanted.len());
    for (found, wanted) in found.iter().zip(&wanted) {
        assert_eq!(
            found.iter().take(2).collect::<Vec<_>>(),
            wanted.iter().take(2).collect::<Vec<_>>()
        );
        assert!(found.iter().skip(4).eq(wanted.iter().skip(2)));
    }
}

#[test]
fn files_of_one_name_do_not_replace_each_other() {
    let (folder, out) = folder();
    let copy = folder.path().join("EXPORT_BAN.ron");
    let ban = in_project("scenarios/export_ban.ron");
    fs::copy(&ban, &copy).expect("a copy");
    let copy = copy.to_str().expect("UTF-8");
    let arguments = ["report", &ban, copy, &ban, "--out", &out];
    let told = printed(&arguments);
    let names = written(&out, &told);
    let stems = ["export_ban", "EXPORT_BAN-2", "export_ban-3"];
    for name in stems.iter().flat_map(|stem| {
        ["", "-inputs", "-segments", "-suppliers"]
            .map(|table| format!("{stem}{table}.csv"))
            .into_iter()
            .chain([format!("{stem}.xlsx"), format!("{stem}-need.svg")])
    }) {
        assert!(names.contains(&name), "{name}");
    }
    let again = printed(&arguments);
    assert_eq!(again, told, "a second report takes the place of the first");
}

#[test]
fn every_figure_is_there_as_drawing_and_as_picture() {
    let (_folder, out) = folder();
    let names = written(&out, &printed(&["report", "--out", &out]));
    for exhibit in Exhibit::all() {
        let id = exhibit.id();
        let drawing = format!("baseline-{id}.svg");
        let picture = format!("baseline-{id}.png");
        assert!(names.contains(&drawing), "{drawing}");
        assert!(names.contains(&picture), "{picture}");
        let drawing = fs::read_to_string(format!("{out}/{drawing}")).expect("UTF-8");
        assert!(drawing.contains("<svg"));
        let picture = fs::read(format!("{out}/{picture}")).expect("a file");
        let size = image::load_from_memory(&picture).expect("a picture");
        assert_eq!((size.width(), size.height()), (1920, 1080));
    }
}

/// The tags of a page that are open at its end, and those that close what is not open.
fn unbalanced(page: &str) -> Vec<String> {
    let (mut open, mut wrong) = (Vec::new(), Vec::new());
    for rest in page.split('<').skip(1) {
        let tag = rest.split_once('>').map_or(rest, |(tag, _)| tag);
        let name = |tag: &str| tag.split([' ', '\n', '/']).next().map(str::to_owned);
        let is_void = ["!DOCTYPE", "meta", "br"].contains(&name(tag).expect("a name").as_str());
        if let Some(closed) = tag.strip_prefix('/') {
            if open.pop().as_deref() != Some(closed) {
                wrong.push(closed.to_owned());
            }
        } else if !tag.ends_with('/') && !is_void {
            open.push(name(tag).expect("a name"));
        }
    }
    wrong.extend(open);
    wrong
}

/// What the page fetches: everything that an attribute points to but parts of itself and what is
/// within the address.
fn fetched(page: &str) -> Vec<&str> {
    let pointers = ["src=\"", "href=\"", "url(", "@import"];
    let all = pointers
        .iter()
        .flat_map(|pointer| page.split(pointer).skip(1));
    all.map(|rest| rest.split(['"', ')']).next().unwrap_or(rest))
        .filter(|target| !target.starts_with('#') && !target.starts_with("data:"))
        .collect()
}

fn page(out: &str) -> String {
    fs::read_to_string(format!("{out}/report.html")).expect("a page")
}

/// Words as the page has them.
fn escaped(words: &str) -> String {
    let words = words.replace('&', "&amp;").replace('<', "&lt;");
    words.replace('>', "&gt;").replace('"', "&quot;")
}

#[test]
fn the_page_is_whole_and_tells_every_change_in_both_languages() {
    for shipped in ["export_ban", "bear_digestion"] {
        let file = in_project(&format!("scenarios/{shipped}.ron"));
        let scenario = scenario::file::read(Path::new(&file)).expect("a scenario");
        for language in [Language::En, Language::Zh] {
            let (_folder, out) = folder();
            let tag = &language.tag()[..2];
            printed(&["report", &file, "--out", &out, "--lang", tag]);
            let page = page(&out);
            assert_eq!(unbalanced(&page), [""; 0], "{shipped}");
            assert_eq!(fetched(&page), [""; 0], "{shipped}");
            assert!(page.contains(&format!("<html lang=\"{}\">", language.tag())));
            assert!(!page.contains("<script"));
            assert!(page.contains(&escaped(scenario.story.get(language))));
            let locale = Locale::of(language);
            for (&assumption, &value) in &scenario.changes {
                let name = assumption.info().label.get(language);
                let value = locale.typed(assumption, value);
                let base = locale.typed(assumption, scenario.baseline.range(assumption).base);
                for words in [name, &value, &base] {
                    assert!(page.contains(&escaped(words)), "{words}");
                }
            }
            let text = &locale.text.document;
            assert!(page.contains(&escaped(&text.closing)));
        }
    }
}

#[test]
fn several_scenarios_are_compared_in_one_page() {
    let (_folder, out) = folder();
    let files = ["export_ban", "bear_digestion", "power_wall"]
        .map(|name| in_project(&format!("scenarios/{name}.ron")));
    let [a, b, c] = &files;
    let told = printed(&["report", a, b, c, "--out", &out, "--lang", "en"]);
    let names = written(&out, &told);
    for name in ["comparison-inputs.csv", "comparison-results.csv"] {
        assert!(names.iter().any(|found| found == name), "{name}");
    }
    assert!(
        told.lines()
            .next()
            .is_some_and(|first| first.ends_with("report.html")),
        "the page comes first"
    );
    let page = page(&out);
    assert_eq!(unbalanced(&page), [""; 0]);
    assert_eq!(fetched(&page), [""; 0]);
    for file in &files {
        let scenario = scenario::file::read(Path::new(file)).expect("a scenario");
        assert!(page.contains(&escaped(&scenario.name.en)));
        assert!(page.contains(&escaped(&scenario.story.en)));
    }
    // The same inputs and results as `compare` prints.
    let compared = rows(&printed(&["compare", a, b, c]));
    let of_kind = |kind: &str| compared.iter().filter(|row| &row[0] == kind).count();
    for (name, kind) in [("inputs", "input"), ("results", "output")] {
        let table = fs::read_to_string(format!("{out}/comparison-{name}.csv")).expect("UTF-8");
        let table = rows(table.trim_start_matches('\u{feff}'));
        assert_eq!(table.len(), of_kind(kind), "{name}");
        let value = |row: &csv::StringRecord| row[row.len() - 1].to_owned();
        let found: Vec<String> = table.iter().map(value).collect();
        let wanted = compared.iter().filter(|row| &row[0] == kind).map(value);
        assert_eq!(found, wanted.collect::<Vec<_>>(), "{name}");
    }
}

#[test]
fn hostile_words_stay_words() {
    let hostile = "=1+1</style><script>alert(1)</script>&\"";
    let mut scenario = Scenario::new(Baseline::current());
    hostile.clone_into(&mut scenario.name.en);
    format!("{hostile}\nsecond line").clone_into(&mut scenario.story.en);
    scenario.set(Assumption::ModelGrowth, 5.5);
    let (folder, out) = folder();
    let file = folder.path().join("=cmd.ron");
    scenario::file::save(&file, &scenario).expect("a file");
    let file = file.to_str().expect("UTF-8");
    let told = printed(&["report", file, file, "--out", &out, "--lang", "en"]);
    for name in written(&out, &told) {
        assert!(!name.starts_with('='), "{name}");
    }
    let page = page(&out);
    assert!(!page.contains("<script"));
    assert!(page.contains(&escaped(hostile)));
    assert_eq!(unbalanced(&page), [""; 0]);
    let svg = fs::read_to_string(format!("{out}/cmd-need.svg")).expect("UTF-8");
    assert!(!svg.contains("<script"));
    let head = fs::read_to_string(format!("{out}/comparison-inputs.csv")).expect("UTF-8");
    assert!(
        head.contains("\"'=1+1") && !head.contains("\"=1+1"),
        "{head}"
    );
}

#[test]
fn a_scenario_with_slides_comes_with_its_talk() {
    let (_folder, out) = folder();
    let talk = in_project("tests/data/valid/slides.ron");
    let scenario = scenario::file::read(Path::new(&talk)).expect("a scenario");
    let told = printed(&["report", &talk, "--out", &out, "--lang", "zh"]);
    let names = written(&out, &told);
    let deck = fs::read(format!("{out}/slides-slides.pdf")).expect("a file");
    assert!(deck.starts_with(b"%PDF"));
    let pictures = names
        .iter()
        .filter(|name| name.starts_with("slides-slide-"));
    assert_eq!(pictures.count(), scenario.slides.len());
    let page = page(&out);
    assert_eq!(
        page.matches("<figure class=\"slide wide\">").count(),
        scenario.slides.len()
    );
    // Words are filled in: no brace is left.
    assert!(!page.split("</style>").nth(1).expect("a body").contains('{'));
}

#[test]
fn standard_input_is_called_by_the_name_in_it() {
    let (_folder, out) = folder();
    let ban = fs::read(in_project("scenarios/export_ban.ron")).expect("a file");
    for (language, name) in [(Language::En, "Export_ban"), (Language::Zh, "出口禁令")] {
        let tag = &language.tag()[..2];
        let output = output_of_input(&["report", "-", "--out", &out, "--lang", tag], &ban);
        assert_eq!(output.status.code(), Some(0), "{}", words(&output));
        let sheets = sheets(&format!("{out}/{name}.xlsx"));
        let about = &Text::of(language).workbook.sheets["about"];
        assert_eq!(&sheets[0], about);
    }
}

#[test]
fn broken_scenarios_are_all_named_and_nothing_is_written() {
    let (folder, out) = folder();
    let broken = folder.path().join("broken.ron");
    fs::write(&broken, "Scenario(version: 1").expect("a file");
    let broken = broken.to_str().expect("UTF-8");
    let output = output(&["report", broken, "missing.ron", "--out", &out]);
    assert_eq!(output.status.code(), Some(2));
    let words = words(&output);
    assert!(
        words.contains("broken.ron") && words.contains("missing.ron"),
        "{words}"
    );
    assert!(output.stdout.is_empty());
    assert!(!Path::new(&out).exists());
}

#[test]
fn a_folder_that_cannot_be_made_is_a_failure() {
    let folder = tempdir().expect("a folder");
    let file = folder.path().join("file");
    fs::write(&file, "").expect("a file");
    let out = file.to_str().expect("UTF-8");
    let output = output(&["report", "--out", out]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        words(&output).starts_with(&format!("{out} could not be written")),
        "{}",
        words(&output)
    );
}

#[test]
fn a_file_that_cannot_be_replaced_is_a_failure() {
    let (_folder, out) = folder();
    fs::create_dir_all(format!("{out}/baseline.xlsx")).expect("a folder in the way");
    let output = output(&["report", "--out", &out]);
    assert_eq!(output.status.code(), Some(1));
    assert!(words(&output).contains("baseline.xlsx could not be written"));
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_to_is_a_failure() {
    use std::os::unix::fs::PermissionsExt as _;

    let (_folder, out) = folder();
    fs::create_dir_all(&out).expect("a folder");
    let allow = |mode| fs::set_permissions(&out, fs::Permissions::from_mode(mode));
    allow(0o555).expect("a permission");
    let is_obeyed = fs::write(format!("{out}/probe"), "").is_err();
    let output = output(&["report", "--out", &out]);
    allow(0o755).expect("a permission");
    // To the superuser nothing is forbidden.
    if is_obeyed {
        assert_eq!(output.status.code(), Some(1));
        assert!(words(&output).contains("report.html could not be written"));
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn it_wants_a_folder() {
    assert_eq!(output(&["report"]).status.code(), Some(2));
}
