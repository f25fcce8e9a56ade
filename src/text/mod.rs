//! Words in two languages. Everything a user reads stands in `assets/text`, one file a language;
//! both are read into the same [`Text`], so that neither can lack a text or have one too many.

mod problems;

use std::sync::LazyLock;

pub use problems::ProblemText;
use serde::{Deserialize, Serialize};

/// All texts of one language.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// What can be wrong with a file, and what to do about it.
    pub problems: ProblemText,
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
    match ron::from_str(ron_text) {
        Ok(text) => text,
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
