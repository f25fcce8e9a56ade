//! Words in two languages. Everything a user reads stands in `assets/text`, one file a language;
//! both are read into the same [`Text`], so that neither can lack a text or have one too many.

pub mod chain;
pub mod china;
pub mod cli;
pub mod compare;
pub mod crash;
pub mod document;
pub mod evidence;
pub mod explanation;
pub mod export;
pub mod leasing;
pub mod outside;
pub mod path_prompt;
pub mod predicting;
pub mod presenting;
pub mod problems;
pub mod results;
pub mod slides;
mod template;
pub mod uncertainty;
pub mod window;
pub mod workbook;

use std::sync::LazyLock;

pub use problems::ProblemText;
use serde::{Deserialize, Serialize};
pub use template::{Piece, Template};

/// All texts of one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// Menus, buttons, questions and everything else that is not about results.
    pub window: window::WindowText,
    /// The panel of levers.
    pub levers: window::LeversText,
    /// Words in and around charts.
    pub charts: window::ChartText,
    /// Words in and around the value chain.
    pub chain: chain::ChainText,
    /// Words in and around the page about China.
    pub china: china::ChinaText,
    /// Words in and around the page about renting out compute.
    pub leasing: leasing::LeasingText,
    /// Words in and around the page about uncertainty.
    pub uncertainty: uncertainty::UncertaintyText,
    /// Words that explain where a number comes from.
    pub explanation: explanation::ExplanationText,
    /// Words around the guess of a room.
    pub predicting: predicting::PredictingText,
    /// Words in and around the page of all results.
    pub results: results::ResultsText,
    /// Words in a workbook.
    pub workbook: workbook::WorkbookText,
    /// Words in the document of a hand-out.
    pub document: document::DocumentText,
    /// Words on slides and exported figures.
    pub presenting: presenting::PresentingText,
    /// Words in and around the panel of slides.
    pub slides: slides::SlidesText,
    /// What can be wrong with a picture or a PDF that is written.
    pub export: export::ExportText,
    /// Words in and around the comparison of worlds.
    pub compare: compare::CompareText,
    /// Words in and around the page of evidence.
    pub evidence: evidence::EvidenceText,
    /// Sentences that say what the results show.
    pub findings: window::FindingText,
    /// What can be wrong with a file, and what to do about it.
    pub problems: ProblemText,
    /// What is said when the program itself fails.
    pub crash: crash::CrashText,
    /// What the command line says beside results.
    pub cli: cli::CliText,
}

impl Text {
    /// The texts of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::En => &EN,
            Language::Zh => &ZH,
        }
    }
}

static EN: LazyLock<Text> = LazyLock::new(|| embedded(include_str!("../../assets/text/en.ron")));
static ZH: LazyLock<Text> = LazyLock::new(|| embedded(include_str!("../../assets/text/zh-CN.ron")));

/// Parses the texts of a language.
///
/// # Panics
/// Where the file is broken: a fault of the program itself, which its tests would have shown.
fn embedded(ron_text: &str) -> Text {
    // Read as a value first: the structs are then compiled for one reader of maps instead of for
    // the four that RON has, which takes a third off the build.
    let text = ron::from_str::<ron::Value>(ron_text).map(ron::Value::into_rust);
    match text {
        Ok(Ok(text)) => text,
        Ok(Err(error)) => panic!("a built-in text is broken: {error}"),
        Err(error) => panic!("a built-in text is broken: {error}"),
    }
}

/// A language of the program.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Simplified Chinese.
    Zh,
}

/// One text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// English.
    pub en: String,
    /// Simplified Chinese.
    pub zh: String,
}

impl Language {
    /// The other language.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::En => Self::Zh,
            Self::Zh => Self::En,
        }
    }

    /// Its tag (BCP 47).
    pub fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Zh => "zh-CN",
        }
    }

    /// The language of the system: Chinese where it speaks Chinese, else English.
    pub fn of_system() -> Self {
        match sys_locale::get_locale() {
            Some(locale) if locale.starts_with("zh") => Self::Zh,
            _ => Self::En,
        }
    }
}

impl Words {
    /// The text in one language; the other where this one is empty.
    pub fn get(&self, language: Language) -> &str {
        let (wanted, other) = match language {
            Language::En => (&self.en, &self.zh),
            Language::Zh => (&self.zh, &self.en),
        };
        if wanted.is_empty() { other } else { wanted }
    }
}
