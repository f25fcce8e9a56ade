//! The rules of the house, as ARCHITECTURE.md tells them, held against every file of `src`.

use std::fs;
use std::iter;
use std::path::Path;

/// The layers; each may import from those on lines above its own, and from the leaves.
const LAYERS: [&[&str]; 9] = [
    &["number"],
    &["model"],
    &["analysis"],
    &["scenario"],
    &["evidence"],
    &["report"],
    &["app"],
    &["ui", "cli"],
    &["main"],
];
/// Leaves may be imported by every layer, and import neither layers nor each other.
const LEAVES: [&str; 3] = ["text", "theme", "format"];
/// The list of modules, which is in no layer.
const MODULE_LIST: &str = "src/lib.rs";

/// A rule, and what finds the places that break it.
struct Rule {
    name: &'static str,
    sentence: &'static str,
    breaches: fn(&Source) -> Vec<Breach>,
}

/// A line that breaks a rule, and by what.
type Breach = (usize, String);

const RULES: [Rule; 10] = [
    Rule {
        name: "layers",
        sentence: "a layer imports only from its left, a leaf from no layer and no other leaf",
        breaches: foreign_layers,
    },
    Rule {
        name: "window",
        sentence: "only `ui` and `main` name egui and what comes with it",
        breaches: |source| {
            let words = ["egui", "eframe", "egui_plot", "egui_kittest", "rfd"];
            source.names(&words, &["src/ui/", "src/main.rs"])
        },
    },
    Rule {
        name: "arguments",
        sentence: "only `cli` and `main` name clap",
        breaches: |source| source.names(&["clap"], &["src/cli/", "src/main.rs"]),
    },
    Rule {
        name: "disk",
        sentence: "only `scenario::file`, `cli::folder`, `app` and `main` touch the disk",
        breaches: |source| {
            let modules = ["fs", "tempfile"];
            let reading = ["read_dir", "read_link", "metadata", "canonicalize"];
            let asking = ["exists", "try_exists", "is_file", "is_dir"];
            let places = [
                "src/scenario/file",
                "src/cli/folder",
                "src/app/",
                "src/main.rs",
            ];
            let mut found = source.names(&modules, &places);
            found.extend(source.functions(&reading, &places));
            found.extend(source.names(&asking, &places));
            source.without_tests(found)
        },
    },
    Rule {
        name: "pure",
        sentence: "`number` and `model` know no clock, no thread and no process",
        breaches: |source| match source.layer() {
            "number" | "model" => {
                source.names(&["Instant", "SystemTime", "thread", "process", "env"], &[])
            }
            _ => Vec::new(),
        },
    },
    Rule {
        name: "length",
        sentence: "a source file has at most 500 lines",
        breaches: |source| match source.text.lines().count() {
            0..=500 => Vec::new(),
            lines => vec![(lines, format!("{lines} lines"))],
        },
    },
    Rule {
        name: "noun",
        sentence: "a file is named after what it holds",
        breaches: vague_names,
    },
    Rule {
        name: "header",
        sentence: "a source file opens with `//!`, saying what it holds",
        breaches: |source| {
            let has_header = source.text.starts_with("//! ");
            let missing = (!has_header).then(|| (1, "no header".to_owned()));
            missing.into_iter().collect()
        },
    },
    Rule {
        name: "colours",
        sentence: "only `theme` and its files know a colour",
        breaches: |source| match source.layer() {
            "theme" => Vec::new(),
            _ => source.without_tests(colours(source)),
        },
    },
    Rule {
        name: "words",
        sentence: "Chinese words stand in `assets/text`, not in the source",
        breaches: |source| source.without_tests(chinese(source)),
    },
];

#[test]
fn every_source_file_keeps_the_rules() {
    let sources = sources();
    assert!(
        sources.len() > 50,
        "only {} source files found",
        sources.len()
    );
    let breaches: Vec<String> = sources.iter().flat_map(breaches).collect();
    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

#[test]
fn the_documents_agree_with_the_source() {
    let layers = LAYERS.map(|layer| match layer {
        [one] => (*one).to_owned(),
        several => format!("{{{}}}", several.join(", ")),
    });
    let layer_line = format!("`{}`", layers.join(" → "));
    for path in [MODULE_LIST, "ARCHITECTURE.md"] {
        assert!(
            read(path).contains(&layer_line),
            "{path} does not show the line {layer_line}"
        );
    }
    let lines = read("ARCHITECTURE.md").lines().count();
    assert!(
        lines <= 150,
        "ARCHITECTURE.md: {lines} lines are no five minutes; 150 are"
    );
    for command in ["cargo run --release", "cargo test"] {
        assert!(
            read("README.md").contains(command),
            "README.md does not name `{command}`"
        );
    }
}

/// All files of `src`, in order.
fn sources() -> Vec<Source> {
    let mut folders = vec!["src".to_owned()];
    let mut sources = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(in_project(&folder)).expect("a folder") {
            let entry = entry.expect("an entry");
            let path = format!("{folder}/{}", entry.file_name().to_str().expect("UTF-8"));
            if entry.path().is_dir() {
                folders.push(path);
            } else if entry
                .path()
                .extension()
                .is_some_and(|ending| ending == "rs")
            {
                sources.push(Source::new(&path, &read(&path)));
            }
        }
    }
    sources.sort_by(|a, b| a.path.cmp(&b.path));
    sources
}

fn in_project(path: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn read(path: &str) -> String {
    fs::read_to_string(in_project(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The places of a file that break rules, as `path:line: rule (by what)`.
fn breaches(source: &Source) -> Vec<String> {
    let of_rule = |rule: &Rule| {
        let found = (rule.breaches)(source).into_iter();
        let place = |(line, what)| format!("{}:{line}: {} ({what})", source.path, rule.sentence);
        found.map(place).collect::<Vec<_>>()
    };
    RULES.iter().flat_map(of_rule).collect()
}

/// The layers that a file names although it must not.
fn foreign_layers(source: &Source) -> Vec<Breach> {
    let layer = source.layer();
    if source.path == MODULE_LIST {
        return Vec::new();
    }
    if position(layer).is_none() && !LEAVES.contains(&layer) {
        return vec![(1, format!("`{layer}` is no layer"))];
    }
    let named = source.modules_of_root().into_iter();
    let foreign = named.filter(|(_, other)| !may_import(layer, other));
    foreign
        .map(|(line, other)| (line, format!("`{layer}` names `{other}`")))
        .collect()
}

fn may_import(layer: &str, other: &str) -> bool {
    let is_left = || match (position(other), position(layer)) {
        (Some(other), Some(layer)) => other < layer,
        (None, Some(_)) => LEAVES.contains(&other),
        (_, None) => false,
    };
    layer == other || is_left()
}

fn position(layer: &str) -> Option<usize> {
    LAYERS.iter().position(|layers| layers.contains(&layer))
}

/// Names that say nothing of what a file or folder holds.
fn vague_names(source: &Source) -> Vec<Breach> {
    let vague = [
        "utils", "util", "helpers", "helper", "common", "types", "misc",
    ];
    let parts = source
        .path
        .split('/')
        .map(|part| part.trim_end_matches(".rs"));
    parts
        .filter(|part| vague.contains(part))
        .map(|part| (1, format!("`{part}`")))
        .collect()
}

/// Colours made of numbers, named colours of egui, and `#RRGGBB`.
fn colours(source: &Source) -> Vec<Breach> {
    let tokens = source.tokens();
    let is_number = |token: &str| token.starts_with(|c: char| c.is_ascii_digit());
    let is_constant = |name: &str| !name.contains(|c: char| c.is_ascii_lowercase());
    let in_code = tokens.windows(3).filter_map(|window| match window {
        [(line, maker), (_, "("), (_, first)] if maker.starts_with("from_") => {
            let makes_colour = ["rgb", "gray", "black", "white"]
                .iter()
                .any(|c| maker.contains(c));
            (makes_colour && is_number(first)).then(|| (*line, format!("{maker}({first}…)")))
        }
        [(line, "Color32"), (_, "::"), (_, name)] => {
            let is_colour = is_constant(name) && *name != "TRANSPARENT";
            is_colour.then(|| (*line, format!("Color32::{name}")))
        }
        _ => None,
    });
    let is_hex = |literal: &str| {
        literal
            .split('#')
            .skip(1)
            .any(|rest| rest.chars().take_while(char::is_ascii_hexdigit).count() == "RRGGBB".len())
    };
    let in_literals = source
        .literals
        .iter()
        .filter(|(_, literal)| is_hex(literal))
        .cloned();
    in_code.chain(in_literals).collect()
}

/// Literals with Chinese words, but for the program's own name, the languages' names, and
/// the magnitudes that people type.
fn chinese(source: &Source) -> Vec<Breach> {
    let is_language = |literal: &str| ["中", "中文", "简体中文"].contains(&literal);
    let is_allowed = |character| source.path == "src/format/parse.rs" && "万亿".contains(character);
    let is_chinese = |literal: &str| {
        let rest = literal.trim_matches(['"', '\'']).replace("算力", "");
        let mut han = rest
            .chars()
            .filter(|c| matches!(c, '\u{3400}'..='\u{9fff}'));
        !is_language(&rest) && !han.all(is_allowed)
    };
    source
        .literals
        .iter()
        .filter(|(_, literal)| is_chinese(literal))
        .cloned()
        .collect()
}

/// A source file, with code, comments and literals told apart.
struct Source {
    path: String,
    text: String,
    /// The text with blanks in place of comments and literals.
    code: String,
    /// Strings and characters as they are written, each with its line.
    literals: Vec<(usize, String)>,
}

/// What a stretch of source text is.
#[derive(PartialEq)]
enum Piece {
    Code,
    Comment,
    Literal,
}

impl Source {
    fn new(path: &str, text: &str) -> Self {
        let (mut code, mut literals, mut rest) = (String::new(), Vec::new(), text);
        while let Some(first) = rest.chars().next() {
            let (piece, length) = first_piece(rest, first);
            let stretch = &rest[..length];
            match piece {
                Piece::Code => code.push_str(stretch),
                _ => code.extend(stretch.chars().map(|c| if c == '\n' { c } else { ' ' })),
            }
            if piece == Piece::Literal {
                let before = &text[..text.len() - rest.len()];
                literals.push((before.matches('\n').count() + 1, stretch.to_owned()));
            }
            rest = &rest[length..];
        }
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
            code,
            literals,
        }
    }

    /// The layer or leaf that the file belongs to: the folder or file right under `src`.
    fn layer(&self) -> &str {
        let path = self.path.trim_start_matches("src/");
        path.split('/')
            .next()
            .unwrap_or(path)
            .trim_end_matches(".rs")
    }

    /// Words, double colons and single other marks of the code, each with its line.
    fn tokens(&self) -> Vec<(usize, &str)> {
        let mut tokens = Vec::new();
        for (index, line) in self.code.lines().enumerate() {
            let mut rest = line.trim_start();
            while let Some(first) = rest.chars().next() {
                let is_word = |c: char| c.is_alphanumeric() || c == '_';
                let length = match first {
                    _ if is_word(first) => rest.find(|c| !is_word(c)).unwrap_or(rest.len()),
                    ':' if rest.starts_with("::") => 2,
                    _ => first.len_utf8(),
                };
                tokens.push((index + 1, &rest[..length]));
                rest = rest[length..].trim_start();
            }
        }
        tokens
    }

    /// Where the code names one of these words, outside of these places.
    fn names(&self, words: &[&str], places: &[&str]) -> Vec<Breach> {
        if places.iter().any(|place| self.path.starts_with(place)) {
            return Vec::new();
        }
        let named = self
            .tokens()
            .into_iter()
            .filter(|(_, token)| words.contains(token));
        named
            .map(|(line, word)| (line, format!("`{word}`")))
            .collect()
    }

    /// The same without modules that are called so.
    fn functions(&self, words: &[&str], places: &[&str]) -> Vec<Breach> {
        let tokens = self.tokens();
        let modules: Vec<usize> = tokens
            .windows(2)
            .filter(|pair| words.contains(&pair[0].1) && pair[1].1 == "::")
            .map(|pair| pair[0].0)
            .collect();
        let mut named = self.names(words, places);
        named.retain(|(line, _)| !modules.contains(line));
        named
    }

    /// The modules of the library that the file names: what follows `crate::`, and as many
    /// `super::` as lead there.
    fn modules_of_root(&self) -> Vec<(usize, &str)> {
        let tokens = self.tokens();
        let text = |index: usize| tokens.get(index).map_or("", |token| token.1);
        let file_depth = self
            .path
            .split('/')
            .skip(1)
            .filter(|part| *part != "mod.rs")
            .count();
        // Braces that are open, and which of them are those of modules.
        let (mut braces, mut modules) = (0, Vec::new());
        let (mut supers, mut named) = (0, Vec::new());
        for (index, (_, token)) in tokens.iter().enumerate() {
            match *token {
                "{" => {
                    braces += 1;
                    if index >= 2 && text(index - 2) == "mod" {
                        modules.push(braces);
                    }
                }
                "}" => {
                    modules.pop_if(|opened| *opened == braces);
                    braces -= 1;
                }
                _ => {}
            }
            supers = match *token {
                "super" => supers + 1,
                "::" => supers,
                _ => 0,
            };
            let is_root = *token == "crate" || supers == file_depth + modules.len();
            if is_root && *token != "::" && text(index + 1) == "::" {
                named.extend(first_names(&tokens[index + 2..]));
            }
        }
        named
    }

    /// What is left without the modules that are compiled for tests only.
    fn without_tests(&self, breaches: Vec<Breach>) -> Vec<Breach> {
        let tests: Vec<_> = self.test_lines().collect();
        breaches
            .into_iter()
            .filter(|(line, _)| !tests.contains(line))
            .collect()
    }

    /// The lines of what stands behind `#[cfg(test)]`.
    fn test_lines(&self) -> impl Iterator<Item = usize> {
        let tokens = self.tokens();
        let attribute = ["#", "[", "cfg", "(", "test", ")", "]"];
        let starts = (0..tokens.len()).filter(|&start| {
            let words = tokens[start..].iter().map(|token| token.1);
            words.take(attribute.len()).eq(attribute)
        });
        let lines = starts.map(|start| {
            let mut open = 0;
            let end = tokens[start..].iter().find(|(_, token)| {
                open += i32::from(*token == "{") - i32::from(*token == "}");
                open == 0 && ["}", ";"].contains(token)
            });
            tokens[start].0..=end.map_or(usize::MAX, |token| token.0)
        });
        let lines: Vec<_> = lines.collect();
        let count = self.text.lines().count();
        (1..=count).filter(move |line| lines.iter().any(|lines| lines.contains(line)))
    }
}

/// The first names of a path or of a group of paths.
fn first_names<'a>(tokens: &[(usize, &'a str)]) -> Vec<(usize, &'a str)> {
    if tokens.first().is_none_or(|token| token.1 != "{") {
        return tokens.first().copied().into_iter().collect();
    }
    let mut open = 0;
    let mut names = Vec::new();
    for (&before, &token) in iter::zip(tokens, &tokens[1..]) {
        open += i32::from(before.1 == "{") - i32::from(before.1 == "}");
        match (open, before.1) {
            (0, _) => break,
            (1, "{" | ",") if token.1 != "}" => names.push(token),
            _ => {}
        }
    }
    names
}

/// What a text begins with, and for how many bytes.
fn first_piece(text: &str, first: char) -> (Piece, usize) {
    let hashes = text[1.min(first.len_utf8())..]
        .chars()
        .take_while(|c| *c == '#')
        .count();
    if text.starts_with("//") {
        (Piece::Comment, text.find('\n').unwrap_or(text.len()))
    } else if text.starts_with("/*") {
        (Piece::Comment, block_comment(text))
    } else if first == '"' {
        (Piece::Literal, quoted(text, '"'))
    } else if first == 'r' && text[1 + hashes..].starts_with('"') {
        let end = format!("\"{}", "#".repeat(hashes));
        let start = 1 + end.len();
        (
            Piece::Literal,
            text[start..]
                .find(&end)
                .map_or(text.len(), |at| start + at + end.len()),
        )
    } else if first == '\'' && (text[1..].starts_with('\\') || text.chars().nth(2) == Some('\'')) {
        (Piece::Literal, quoted(text, '\''))
    } else {
        (Piece::Code, first.len_utf8())
    }
}

/// How long a comment between `/*` and `*/` is, which may hold others.
fn block_comment(text: &str) -> usize {
    let mut open = 0;
    let mut at = 0;
    while at < text.len() {
        let mark = text.as_bytes().get(at..at + 2).unwrap_or_default();
        match mark {
            b"/*" => open += 1,
            b"*/" => open -= 1,
            _ => {}
        }
        at += if matches!(mark, b"/*" | b"*/") { 2 } else { 1 };
        if open == 0 {
            break;
        }
    }
    at
}

/// How long a literal between quotes is.
fn quoted(text: &str, quote: char) -> usize {
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        if character == quote && !escaped {
            return at + quote.len_utf8();
        }
        escaped = character == '\\' && !escaped;
    }
    text.len()
}

/// Snippets with the rule that each breaks, or none, in columns. `⏎` begins a line, and a header
/// stands above each snippet.
const SNIPPETS: &str = r##"
    layers    | src/model/demand.rs    | use crate::app::App;
    layers    | src/report/axis.rs     | fn f() { crate::ui::run(None); }
    layers    | src/scenario/check.rs  | use crate::{⏎ model::{Run, Series},⏎ report::World,⏎ theme,⏎};
    layers    | src/ui/menu.rs         | use crate::cli;
    layers    | src/cli/run.rs         | use crate::ui;
    layers    | src/model/mod.rs       | use crate::*;
    layers    | src/gadgets/mod.rs     | struct Gadget;
    layers    | src/text/mod.rs        | use crate::theme::Role;
    layers    | src/theme.rs           | use crate::model::Series;
    layers    | src/format/parse.rs    | use crate::text::Language;
    layers    | src/theme.rs           | use super::format::Numbers;
    layers    | src/model/mod.rs       | use super::app::App;
    layers    | src/model/demand.rs    | use super::super::app::App;
    layers    | src/model/demand.rs    | mod tests { use super::super::super::app::App; }
    layers    | src/theme.rs           | mod tests { use super::super::format::Numbers; }
    none      | src/model/demand.rs    | use crate::number::Number;
    none      | src/model/demand.rs    | use crate::text::Words;
    none      | src/model/demand.rs    | use super::year::Year;
    none      | src/model/demand.rs    | mod tests { use super::super::year::Year; }
    none      | src/format/parse.rs    | use crate::format::Numbers;
    none      | src/scenario/check.rs  | use crate::{⏎ model::{Run, Series},⏎ theme,⏎};
    none      | src/lib.rs             | pub mod ui;

    window    | src/report/axis.rs     | use egui::Color32;
    window    | src/app/disk.rs        | fn f() { rfd::FileDialog::new(); }
    none      | src/ui/plot.rs         | use egui_plot::Plot;⏎use eframe::egui;
    none      | src/report/axis.rs     | // egui⏎/* eframe */ const A: &str = "rfd";
    arguments | src/app/settings.rs    | use clap::Parser;
    none      | src/cli/run.rs         | use clap::Args;

    disk      | src/report/svg.rs      | fn f() { std::fs::read("a"); }
    disk      | src/report/svg.rs      | use std::{fs::File, io};
    disk      | src/cli/run.rs         | use tempfile::tempdir;
    disk      | src/cli/run.rs         | fn f(path: &Path) -> bool { path.exists() }
    disk      | src/report/svg.rs      | #[cfg(test)]⏎mod tests { use std::fs; }⏎use std::fs;
    none      | src/report/svg.rs      | #[cfg(test)]⏎mod tests {⏎ fn f() {}⏎ use std::fs;⏎}
    disk      | src/report/svg.rs      | fn f(path: &Path) { path.metadata(); }
    none      | src/report/pdf.rs      | use krilla::metadata::Metadata;
    none      | src/scenario/file.rs   | use std::fs;
    none      | src/app/disk.rs        | use std::fs;
    disk      | src/ui/path_prompt.rs  | fn f(path: &Path) -> bool { path.exists() }
    none      | src/app/folders.rs     | fn f(path: &Path) -> bool { path.exists() }
    none      | src/ui/style.rs        | const A: &[u8] = include_bytes!("a");

    pure      | src/model/market.rs    | use std::time::Instant;
    pure      | src/number/mod.rs      | fn f() { std::thread::yield_now(); }
    none      | src/app/mod.rs         | use std::time::Instant;
    noun      | src/model/utils.rs     | struct Model;
    noun      | src/model/common/mod.rs| struct Model;

    colours   | src/ui/chart.rs        | fn f() { Color32::from_rgb(12, 0, 0); }
    colours   | src/ui/chart.rs        | fn f() { Color32::from_gray(12); }
    colours   | src/ui/chart.rs        | const A: Color32 = Color32::RED;
    colours   | src/report/svg.rs      | const A: &str = "#12ab9F";
    colours   | src/report/svg.rs      | const A: &str = r#"a "red" #12ab9F"#;
    none      | src/theme.rs           | const A: &str = "#12ab9F";
    none      | src/ui/style.rs        | fn f() { Color32::from_rgb(color.red, color.green, 0); }
    none      | src/ui/style.rs        | const A: Color32 = Color32::TRANSPARENT;
    none      | src/report/svg.rs      | fn f() { format!("#{:02x}", 1); } // #12ab9F
    none      | src/report/svg.rs      | #[cfg(test)]⏎mod tests { const A: &str = "#12ab9F"; }

    words     | src/ui/menu.rs         | const A: &str = "打开";
    words     | src/ui/menu.rs         | const A: &str = "\"⏎  中国";
    words     | src/ui/menu.rs         | const A: char = '万';
    words     | src/format/parse.rs    | const A: &str = "万元";
    none      | src/format/parse.rs    | const A: [&str; 2] = ["万亿", "亿"];
    none      | src/ui/menu.rs         | const A: &str = "Suanli 算力"; // 打开
    none      | src/ui/menu.rs         | const A: [&str; 2] = ["中", "EN"];
    none      | src/ui/menu.rs         | fn f<'a>(a: &'a str, b: char) { b == '\'' } /* /* " */ 打开 */
"##;

#[test]
fn every_rule_finds_what_breaks_it_and_nothing_else() {
    for row in SNIPPETS.lines().filter(|row| !row.is_empty()) {
        let mut columns = row.splitn(3, '|').map(str::trim);
        let mut column = || columns.next().expect("three columns");
        let (rule, path, snippet) = (column(), column(), column());
        let text = format!("//! A snippet.\n{}\n", snippet.replace('⏎', "\n"));
        let broken = broken(&Source::new(path, &text));
        let expected: &[&str] = if rule == "none" { &[] } else { &[rule] };
        assert_eq!(broken, expected, "{row}");
    }
}

#[test]
fn long_files_and_files_without_a_header_are_found() {
    let of_lines = |count| Source::new("src/model/market.rs", &"//! A line.\n".repeat(count));
    assert!(broken(&of_lines(500)).is_empty());
    assert_eq!(broken(&of_lines(501)), ["length"]);
    let late = Source::new("src/model/market.rs", "use std::fmt;\n//! Late.\n");
    assert_eq!(broken(&late), ["header"]);
}

#[test]
fn a_breach_says_where_what_and_why() {
    let source = Source::new("src/theme.rs", "//! Colours.\n\nuse crate::app::App;\n");
    let sentence = "a layer imports only from its left, a leaf from no layer and no other leaf";
    let expected = format!("src/theme.rs:3: {sentence} (`theme` names `app`)");
    assert_eq!(breaches(&source), [expected]);
}

fn broken(source: &Source) -> Vec<&'static str> {
    let is_broken = |rule: &&Rule| !(rule.breaches)(source).is_empty();
    RULES
        .iter()
        .filter(is_broken)
        .map(|rule| rule.name)
        .collect()
}
