//! Words of a slide that follow the results: `In {year} only [!{coverage@2030} of need] is covered.`
//!
//! - `{need@2030}` is a result in a calendar year; `{need}` the same in the year in view;
//! - `{model_growth}` is the value of an assumption; `{year}` the year in view;
//! - `[words]` are set in the colour of the scenario, `[!words]` in that of trouble;
//! - a bracket or brace that is meant is written twice: `[[`, `]]`, `{{`, `}}`.

use crate::model::{Assumption, Series, Year};

/// Words of a slide, cut where something is filled in or the colour changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Speech {
    /// The parts, in their order.
    pub parts: Vec<(Tone, Part)>,
}

/// How words are set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// As all others.
    #[default]
    Plain,
    /// In the colour of the scenario.
    Accent,
    /// In the colour of trouble.
    Trouble,
}

/// A part of the words.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// As they stand.
    Words(String),
    /// The year in view.
    Year,
    /// A result, in a year or in the one in view.
    Result(Series, Option<Year>),
    /// The value of an assumption.
    Value(Assumption),
}
