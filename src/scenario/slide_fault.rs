//! What can be wrong with a slide and its words, as data. `sentence` puts it into words.

use super::exhibit::Exhibit;
use super::fault::ProblemKind;
use crate::model::Series;

/// How a slide cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SlideFault {
    /// A chart there is not.
    UnknownExhibit {
        /// What stands there.
        id: String,
        /// What may be meant.
        nearest: Option<Exhibit>,
    },
    /// A result where a chart belongs, and no chart has its name.
    SeriesAsExhibit {
        /// The result.
        id: Series,
    },
    /// More levers than a slide can have.
    TooManyLevers {
        /// How many there are.
        found: usize,
    },
    /// A year that no chart shows.
    YearOutside {
        /// What stands there.
        year: String,
    },
    /// Years of a chart that do not go forward.
    YearsTurnedRound {
        /// The first of them.
        first: u16,
        /// The last of them.
        last: u16,
    },
    /// A year in view that its chart does not show.
    YearNotShown {
        /// The year in view.
        year: u16,
        /// The first year of the chart.
        first: u16,
        /// The last year of the chart.
        last: u16,
    },
    /// A name in words that is neither a result nor an assumption.
    UnknownName {
        /// What stands there.
        name: String,
        /// The name that may be meant.
        nearest: Option<&'static str>,
    },
    /// A year behind a name in words that has no years.
    YearOfValue {
        /// The name.
        name: String,
    },
    /// An opening brace in words that is not closed behind a name.
    UnclosedBrace,
    /// A closing brace in words that closes nothing.
    StrayBrace,
    /// An opening bracket in words that is not closed.
    UnclosedBracket,
    /// A closing bracket in words that closes nothing.
    StrayBracket,
    /// An opening bracket in words that are in brackets.
    BracketInBracket,
}

impl From<SlideFault> for ProblemKind {
    fn from(fault: SlideFault) -> Self {
        Self::Slide(fault)
    }
}
