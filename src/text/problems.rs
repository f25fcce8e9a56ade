//! Texts of what can be wrong with a file. Each group of sentences belongs to an enum of faults
//! in `scenario`, each sentence to a variant.

use std::fmt::Display;

use serde::Deserialize;

use super::Template;

/// What can be wrong with a file, and what to do about it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProblemText {
    /// A problem in one line: `{line}`, `{what}`, `{hint}`.
    pub one_line: Template,
    /// Stands between the entries of a list.
    pub separator: String,
    /// The file cannot be opened.
    pub reading: ReadingText,
    /// The file as a whole is no scenario.
    pub file: FileText,
    /// The file is not written as RON.
    pub syntax: SyntaxText,
    /// The file is not of the form of a scenario.
    pub form: FormText,
    /// A name stands for nothing.
    pub name: NameText,
    /// A value cannot be what it is.
    pub value: ValueText,
    /// A slide cannot be shown.
    pub slide: SlideText,
    /// The forms of values.
    pub shapes: ShapeText,
}

/// A problem in words. Neither part ends in a full stop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// What is wrong.
    pub what: String,
    /// What to do.
    pub hint: String,
}

/// What is wrong, and what to do.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Advice {
    /// What is wrong.
    pub what: Template,
    /// What to do.
    pub hint: Template,
}

impl Advice {
    /// Fills the gaps of both parts.
    pub fn fill(&self, values: &[(&str, &dyn Display)]) -> Sentence {
        Sentence {
            what: self.what.fill(values),
            hint: self.hint.fill(values),
        }
    }
}

/// What is wrong, and what to do depending on whether a name comes near.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NameAdvice {
    /// What is wrong.
    pub what: Template,
    /// What to do where a name comes near: `{nearest}`.
    pub near: Template,
    /// What to do otherwise.
    pub far: Template,
}

impl NameAdvice {
    /// Fills the gaps of both parts, with the hint that fits.
    pub fn fill(&self, nearest: Option<&str>, values: &[(&str, &dyn Display)]) -> Sentence {
        Sentence {
            what: self.what.fill(values),
            hint: match nearest {
                Some(nearest) => self.near.fill(&[("nearest", &nearest)]),
                None => self.far.fill(values),
            },
        }
    }
}

/// Why a file cannot be opened: `{file}`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReadingText {
    /// There is none.
    pub not_found: Template,
    /// The user may not read it.
    pub not_allowed: Template,
    /// It is a folder.
    pub folder: Template,
    /// Anything else: `{reason}` in the words of the system.
    pub other: Template,
}

/// Texts of `FileFault`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each is named after its variant")]
pub struct FileText {
    pub too_large: Advice,
    pub too_much: Advice,
    pub empty: Advice,
    pub utf16: Advice,
    pub not_text: Advice,
    pub not_utf8: Advice,
    pub json: Advice,
}

/// Texts of `SyntaxFault`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each is named after its variant")]
pub struct SyntaxText {
    pub full_width: Advice,
    pub smart_quote: Advice,
    pub unquoted_text: Advice,
    pub single_quotes: Advice,
    pub odd_blank: Advice,
    pub wrong_mark: Advice,
    pub percent: Advice,
    pub comma_in_number: Advice,
    pub unit: Advice,
    pub bad_number: Advice,
    pub missing_comma: Advice,
    pub missing_colon: Advice,
    pub missing_value: Advice,
    pub extra_comma: Advice,
    pub quoted_field: Advice,
    pub entry_in_round_brackets: Advice,
    pub unclosed_text: Advice,
    pub inner_quote: Advice,
    pub unclosed_comment: Advice,
    pub unclosed: Advice,
    pub wrong_closing: Advice,
    pub missing_opening: Advice,
    pub after_end: Advice,
    pub bad_escape: Advice,
    pub too_deep: Advice,
    pub unexpected: Advice,
}

/// Texts of `FormFault`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each is named after its variant")]
pub struct FormText {
    pub newer_version: Advice,
    pub bad_version: Advice,
    pub not_scenario: Advice,
    pub wrong_name: Advice,
    pub unknown_field: NameAdvice,
    pub outside_changes: Advice,
    pub missing_field: Advice,
    pub duplicate: Advice,
    pub only_share: Advice,
    pub too_many: Advice,
}

/// Texts of `NameFault`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each is named after its variant")]
pub struct NameText {
    pub unknown_assumption: NameAdvice,
    pub result_as_assumption: Advice,
    pub unknown_series: NameAdvice,
    pub unknown_baseline: Advice,
    pub unknown_year: Advice,
    pub bad_supplier_id: Advice,
    pub unknown_supplier: NameAdvice,
    pub unknown_segment: NameAdvice,
    pub unknown_origin: NameAdvice,
}

/// Texts of `ValueFault`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each is named after its variant")]
pub struct ValueText {
    pub wrong_type: Advice,
    pub quoted_number: Advice,
    pub missing_quotes: Advice,
    pub not_a_number: Advice,
    pub not_finite: Advice,
    pub out_of_range: Advice,
    /// A share written as a percentage, such as 15 for 0.15.
    pub out_of_range_percent: Advice,
    pub low_above_high: Advice,
    pub no_share: Advice,
    /// A share written as a percentage, such as 15 for 0.15.
    pub no_share_percent: Advice,
    pub too_much_shared: Advice,
    /// The same where the whole segment is shared.
    pub too_much_of_segment: Advice,
    pub empty_name: Advice,
}

/// Texts of `SlideFault`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each is named after its variant")]
pub struct SlideText {
    pub unknown_exhibit: NameAdvice,
    pub series_as_exhibit: Advice,
    pub too_many_levers: Advice,
    pub year_outside: Advice,
    pub years_turned_round: Advice,
    pub year_not_shown: Advice,
    pub unknown_name: NameAdvice,
    pub year_of_value: Advice,
    pub unclosed_brace: Advice,
    pub stray_brace: Advice,
    pub unclosed_bracket: Advice,
    pub stray_bracket: Advice,
    pub bracket_in_bracket: Advice,
}

/// The forms of values, as parts of a sentence; those that a scenario uses with an example.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each is named after its variant of `Shape`")]
pub struct ShapeText {
    pub number: ShapeWords,
    pub text: ShapeWords,
    pub word: ShapeWords,
    pub literal: ShapeWords,
    pub pair: ShapeWords,
    pub items: ShapeWords,
    pub fields: ShapeWords,
    pub words: ShapeWords,
    pub supplier: ShapeWords,
    pub slide: ShapeWords,
    pub years: ShapeWords,
    pub levers: ShapeWords,
    pub list: ShapeWords,
    pub map: ShapeWords,
}

/// The form of a value in words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShapeWords {
    /// Its name, as part of a sentence.
    pub name: String,
    /// How it is written.
    pub example: String,
}
