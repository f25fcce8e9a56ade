//! What can be wrong with a scenario file, as data. `sentence` puts it into words.

use super::slide_fault::SlideFault;
use crate::model::suppliers::{Origin, Part};
use crate::model::{Assumption, Segment, Series};

/// Something wrong with a scenario file.
#[derive(Clone, Debug, PartialEq)]
pub enum ProblemKind {
    /// The file as a whole cannot be a scenario.
    File(FileFault),
    /// The file is not written as RON is written.
    Syntax(SyntaxFault),
    /// The file is RON, but not of the form of a scenario.
    Form(FormFault),
    /// A name stands for nothing.
    Name(NameFault),
    /// A value cannot be what it is.
    Value(ValueFault),
    /// A slide cannot be shown.
    Slide(SlideFault),
}

impl From<FileFault> for ProblemKind {
    fn from(fault: FileFault) -> Self {
        Self::File(fault)
    }
}

impl From<SyntaxFault> for ProblemKind {
    fn from(fault: SyntaxFault) -> Self {
        Self::Syntax(fault)
    }
}

impl From<FormFault> for ProblemKind {
    fn from(fault: FormFault) -> Self {
        Self::Form(fault)
    }
}

impl From<NameFault> for ProblemKind {
    fn from(fault: NameFault) -> Self {
        Self::Name(fault)
    }
}

impl From<ValueFault> for ProblemKind {
    fn from(fault: ValueFault) -> Self {
        Self::Value(fault)
    }
}

/// Why a file as a whole cannot be a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// It is larger than any scenario.
    TooLarge {
        /// The limit in millions of bytes.
        limit: usize,
    },
    /// It would be larger than that once it is saved, and could be read no more.
    TooMuch {
        /// The limit in millions of bytes.
        limit: usize,
    },
    /// It holds nothing, or only blanks and comments.
    Empty,
    /// It is text in an encoding of two bytes a character.
    Utf16,
    /// It holds a zero byte, which no text does.
    NotText,
    /// It is text in another encoding.
    NotUtf8,
    /// It begins as JSON does.
    Json,
}

/// How a file fails to be RON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SyntaxFault {
    /// A character as Chinese keyboards type it.
    FullWidth {
        /// What was typed.
        found: char,
        /// What RON wants.
        instead: char,
    },
    /// A quotation mark as word processors make it.
    SmartQuote {
        /// What was typed.
        found: char,
    },
    /// A text without quotes.
    UnquotedText {
        /// The text.
        found: String,
    },
    /// A text in single quotes.
    SingleQuotes,
    /// A blank that RON does not take for one.
    OddBlank,
    /// One mark where another belongs.
    WrongMark {
        /// What was typed.
        found: char,
        /// What RON wants.
        instead: char,
    },
    /// A number with a percent sign.
    Percent {
        /// What was typed.
        found: String,
        /// The same as a number.
        instead: String,
    },
    /// A number with commas in it, between thousands or before decimals.
    CommaInNumber {
        /// What was typed.
        found: String,
        /// The same without.
        instead: String,
    },
    /// A number with its unit.
    Unit {
        /// The number.
        number: String,
        /// What follows it.
        unit: String,
    },
    /// Something like a number.
    BadNumber {
        /// What was typed.
        found: String,
    },
    /// Two entries without a comma between them.
    MissingComma,
    /// A name without a colon after it.
    MissingColon,
    /// A colon without a value after it.
    MissingValue,
    /// A comma with nothing before it.
    ExtraComma,
    /// The name of a field in quotes.
    QuotedField {
        /// The name.
        name: String,
    },
    /// A key and its value in round brackets.
    EntryInRoundBrackets,
    /// A text without its closing quote.
    UnclosedText,
    /// A quotation mark inside a text, which ends it.
    InnerQuote,
    /// A comment without its end.
    UnclosedComment,
    /// The file ends before a bracket is closed.
    Unclosed {
        /// The bracket that is open.
        open: char,
        /// The line it stands in.
        line: usize,
        /// The bracket that is missing.
        close: char,
    },
    /// A bracket closed by one of another kind.
    WrongClosing {
        /// What was typed.
        found: char,
        /// The bracket that is open.
        open: char,
        /// The line it stands in.
        line: usize,
        /// The bracket that closes it.
        close: char,
    },
    /// A name without an opening bracket after it, at the top.
    MissingOpening,
    /// More after the end.
    AfterEnd,
    /// A backslash that begins nothing known.
    BadEscape,
    /// Brackets within brackets without end.
    TooDeep,
    /// Anything else.
    Unexpected {
        /// What stands there.
        found: String,
    },
}

/// How a file fails to be of the form of a scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormFault {
    /// Made by a newer version of the program.
    NewerVersion {
        /// The version of the file.
        found: String,
        /// The newest version that can be read.
        known: u32,
    },
    /// A version there never was.
    BadVersion {
        /// What stands there.
        found: String,
        /// The newest version that can be read.
        known: u32,
    },
    /// Something else than a scenario.
    NotScenario,
    /// A scenario by a wrong name.
    WrongName {
        /// What stands there.
        found: String,
    },
    /// A field there is not.
    UnknownField {
        /// Its name.
        name: String,
        /// The field that may be meant.
        nearest: Option<&'static str>,
        /// The fields there are.
        known: &'static [&'static str],
    },
    /// An assumption that stands beside `changes` instead of in it.
    OutsideChanges {
        /// The assumption.
        id: Assumption,
    },
    /// A field that every file must have.
    MissingField {
        /// Its name.
        name: &'static str,
        /// How it is written where there is nothing to say.
        blank: String,
    },
    /// A field, or a key of a map, for the second time.
    Duplicate {
        /// Its name.
        name: String,
        /// The line where it stands first.
        line: usize,
    },
    /// A field of a supplier of the table that is not its share.
    OnlyShare {
        /// The supplier.
        id: String,
        /// The field.
        name: &'static str,
    },
    /// More faults than anyone reads.
    TooMany {
        /// How many are listed.
        listed: usize,
    },
}

/// A name that stands for nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameFault {
    /// An assumption there is not.
    UnknownAssumption {
        /// What stands there.
        id: String,
        /// The assumption that may be meant.
        nearest: Option<Assumption>,
    },
    /// A result where an assumption belongs.
    ResultAsAssumption {
        /// The result.
        id: Series,
    },
    /// A series there is not.
    UnknownSeries {
        /// What stands there.
        id: String,
        /// The series that may be meant.
        nearest: Option<Series>,
    },
    /// A baseline this program does not know.
    UnknownBaseline {
        /// What stands there.
        id: String,
        /// Those it knows.
        known: Vec<&'static str>,
    },
    /// A year outside of a run.
    UnknownYear {
        /// What stands there.
        year: String,
    },
    /// An id that no supplier can have.
    BadSupplierId {
        /// What stands there.
        id: String,
    },
    /// A supplier with nothing but a share that is not in the table.
    UnknownSupplier {
        /// What stands there.
        id: String,
        /// The supplier that may be meant.
        nearest: Option<&'static str>,
    },
    /// A segment there is not.
    UnknownSegment {
        /// What stands there.
        id: String,
        /// The segment that may be meant.
        nearest: Option<Segment>,
    },
    /// An origin there is not.
    UnknownOrigin {
        /// What stands there.
        id: String,
        /// The origin that may be meant.
        nearest: Option<Origin>,
    },
}

/// How a value cannot be what it is.
#[derive(Clone, Debug, PartialEq)]
pub enum ValueFault {
    /// A value of another type.
    WrongType {
        /// What belongs there.
        expected: Shape,
        /// What stands there.
        found: Shape,
    },
    /// A number in quotes where a number belongs.
    QuotedNumber {
        /// The number.
        number: String,
    },
    /// A name where a text in quotes belongs.
    MissingQuotes {
        /// The name.
        name: String,
    },
    /// Something else where a number belongs.
    NotANumber {
        /// What stands there.
        found: String,
    },
    /// Infinite, or not a number at all.
    NotFinite {
        /// What stands there.
        found: String,
    },
    /// A value that the model does not accept.
    OutOfRange {
        /// Of which assumption.
        id: Assumption,
        /// The value.
        value: f64,
    },
    /// A low end above its high end.
    LowAboveHigh {
        /// The low end.
        low: f64,
        /// The high end.
        high: f64,
    },
    /// A share that is not between nothing and all.
    NoShare {
        /// The share.
        share: f64,
    },
    /// A share larger than what other suppliers leave.
    TooMuchShared {
        /// The share.
        share: f64,
        /// What they leave.
        left: f64,
        /// Of which part of a segment.
        part: Part,
    },
    /// A supplier whose name is empty in both languages.
    EmptyName,
}

/// The form of a value in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A number.
    Number,
    /// A text in quotes.
    Text,
    /// A bare word.
    Word,
    /// A character or bytes.
    Literal,
    /// Two numbers in round brackets.
    Pair,
    /// Values in round brackets.
    Items,
    /// Named fields in round brackets.
    Fields,
    /// Both languages in round brackets.
    Words,
    /// The fields of a supplier in round brackets.
    Supplier,
    /// The fields of a slide in round brackets.
    Slide,
    /// Two years in round brackets.
    Years,
    /// Assumptions in square brackets.
    Levers,
    /// Values in square brackets.
    List,
    /// Keys and values in curly brackets.
    Map,
}
