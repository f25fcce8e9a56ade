//! Problems in words: which sentence says what is wrong, and what fills its gaps.

use std::fmt::Display;

use super::exhibit::Exhibit;
use super::fault::{FileFault, FormFault, NameFault, ProblemKind, Shape, SyntaxFault, ValueFault};
use super::slide::{MOST_LEVERS, usual_years};
use super::slide_fault::SlideFault;
use super::suppliers::{LONGEST_ID, down_to_digits, is_share};
use crate::format::Numbers;
use crate::model::suppliers::{Origin, Part};
use crate::model::{Assumption, Segment, Series, Year};
use crate::text::problems::{
    FileText, FormText, NameText, Sentence, ShapeText, ShapeWords, SlideText, SyntaxText, ValueText,
};
use crate::text::{Language, Text};

impl ProblemKind {
    /// The problem in words of one language.
    pub fn sentence(&self, language: Language) -> Sentence {
        let text = &Text::of(language).problems;
        match self {
            Self::File(fault) => of_file(*fault, &text.file),
            Self::Syntax(fault) => of_syntax(fault, &text.syntax),
            Self::Form(fault) => of_form(fault, &text.form, &text.separator),
            Self::Name(fault) => of_name(fault, &text.name, &text.separator),
            Self::Value(fault) => of_value(fault, &text.value, &text.shapes, language),
            Self::Slide(fault) => of_slide(fault, &text.slide, &text.separator),
        }
    }
}

fn of_file(fault: FileFault, text: &FileText) -> Sentence {
    match fault {
        FileFault::TooLarge { limit } => text.too_large.fill(&[("limit", &limit)]),
        FileFault::TooMuch { limit } => text.too_much.fill(&[("limit", &limit)]),
        FileFault::Empty => text.empty.fill(&[]),
        FileFault::Utf16 => text.utf16.fill(&[]),
        FileFault::NotText => text.not_text.fill(&[]),
        FileFault::NotUtf8 => text.not_utf8.fill(&[]),
        FileFault::Json => text.json.fill(&[]),
    }
}

fn of_syntax(fault: &SyntaxFault, text: &SyntaxText) -> Sentence {
    use SyntaxFault as F;
    match fault {
        F::FullWidth { found, instead } => {
            (text.full_width).fill(&[("found", found), ("instead", instead)])
        }
        F::SmartQuote { found } => text.smart_quote.fill(&[("found", found)]),
        F::UnquotedText { found } => text.unquoted_text.fill(&[("found", found)]),
        F::SingleQuotes => text.single_quotes.fill(&[]),
        F::OddBlank => text.odd_blank.fill(&[]),
        F::WrongMark { found, instead } => {
            (text.wrong_mark).fill(&[("found", found), ("instead", instead)])
        }
        F::Percent { found, instead } => {
            (text.percent).fill(&[("found", found), ("instead", instead)])
        }
        F::CommaInNumber { found, instead } => {
            (text.comma_in_number).fill(&[("found", found), ("instead", instead)])
        }
        F::Unit { number, unit } => text.unit.fill(&[("number", number), ("unit", unit)]),
        F::BadNumber { found } => text.bad_number.fill(&[("found", found)]),
        F::MissingComma => text.missing_comma.fill(&[]),
        F::MissingColon => text.missing_colon.fill(&[]),
        F::MissingValue => text.missing_value.fill(&[]),
        F::ExtraComma => text.extra_comma.fill(&[]),
        F::QuotedField { name } => text.quoted_field.fill(&[("name", name)]),
        F::EntryInRoundBrackets => text.entry_in_round_brackets.fill(&[]),
        F::UnclosedText => text.unclosed_text.fill(&[]),
        F::InnerQuote => text.inner_quote.fill(&[]),
        F::UnclosedComment => text.unclosed_comment.fill(&[]),
        F::Unclosed { open, line, close } => {
            (text.unclosed).fill(&[("open", open), ("line", line), ("close", close)])
        }
        #[rustfmt::skip]
        F::WrongClosing { found, open, line, close } => (text.wrong_closing)
            .fill(&[("found", found), ("open", open), ("line", line), ("close", close)]),
        F::MissingOpening => text.missing_opening.fill(&[]),
        F::AfterEnd => text.after_end.fill(&[]),
        F::BadEscape => text.bad_escape.fill(&[]),
        F::TooDeep => text.too_deep.fill(&[]),
        F::Unexpected { found } => text.unexpected.fill(&[("found", found)]),
    }
}

fn of_form(fault: &FormFault, text: &FormText, separator: &str) -> Sentence {
    use FormFault as F;
    match fault {
        F::NewerVersion { found, known } => {
            (text.newer_version).fill(&[("found", found), ("known", known)])
        }
        F::BadVersion { found, known } => {
            (text.bad_version).fill(&[("found", found), ("known", known)])
        }
        F::NotScenario => text.not_scenario.fill(&[]),
        F::WrongName { found } => text.wrong_name.fill(&[("found", found)]),
        F::UnknownField {
            name,
            nearest,
            known,
        } => {
            let known = known.join(separator);
            (text.unknown_field).fill(*nearest, &[("name", name), ("known", &known)])
        }
        F::OutsideChanges { id } => text.outside_changes.fill(&[("id", &id.id())]),
        F::MissingField { name, blank } => {
            (text.missing_field).fill(&[("name", name), ("blank", blank)])
        }
        F::Duplicate { name, line } => text.duplicate.fill(&[("name", name), ("line", line)]),
        F::OnlyShare { id, name } => text.only_share.fill(&[("id", id), ("name", name)]),
        F::TooMany { listed } => text.too_many.fill(&[("listed", listed)]),
    }
}

fn of_name(fault: &NameFault, text: &NameText, separator: &str) -> Sentence {
    use NameFault as F;
    match fault {
        F::UnknownAssumption { id, nearest } => {
            let nearest = nearest.map(Assumption::id);
            text.unknown_assumption.fill(nearest, &[("id", id)])
        }
        F::ResultAsAssumption { id } => text.result_as_assumption.fill(&[("id", &id.id())]),
        F::UnknownSeries { id, nearest } => {
            let nearest = nearest.map(Series::id);
            text.unknown_series.fill(nearest, &[("id", id)])
        }
        F::UnknownBaseline { id, known } => {
            let known = known.join(separator);
            text.unknown_baseline.fill(&[("id", id), ("known", &known)])
        }
        F::UnknownYear { year } => {
            let (first, last) = (Year::BASE.calendar(), Year::LAST.calendar());
            (text.unknown_year).fill(&[("year", year), ("first", &first), ("last", &last)])
        }
        F::BadSupplierId { id } => {
            (text.bad_supplier_id).fill(&[("id", id), ("longest", &LONGEST_ID)])
        }
        F::UnknownSupplier { id, nearest } => text.unknown_supplier.fill(*nearest, &[("id", id)]),
        F::UnknownSegment { id, nearest } => {
            let known: Vec<_> = Segment::ALL.iter().map(|segment| segment.id()).collect();
            let (nearest, known) = (nearest.map(Segment::id), known.join(separator));
            (text.unknown_segment).fill(nearest, &[("id", id), ("known", &known)])
        }
        F::UnknownOrigin { id, nearest } => {
            let known: Vec<_> = Origin::ALL.iter().map(|origin| origin.id()).collect();
            let (nearest, known) = (nearest.map(Origin::id), known.join(separator));
            (text.unknown_origin).fill(nearest, &[("id", id), ("known", &known)])
        }
    }
}

fn of_value(
    fault: &ValueFault,
    text: &ValueText,
    shapes: &ShapeText,
    language: Language,
) -> Sentence {
    use ValueFault as F;
    match fault {
        F::WrongType { expected, found } => text.wrong_type.fill(&[
            ("expected", &expected.words(shapes).name),
            ("example", &expected.words(shapes).example),
            ("found", &found.words(shapes).name),
        ]),
        F::QuotedNumber { number } => text.quoted_number.fill(&[("number", number)]),
        F::MissingQuotes { name } => text.missing_quotes.fill(&[("name", name)]),
        F::NotANumber { found } => text.not_a_number.fill(&[("found", found)]),
        F::NotFinite { found } => text.not_finite.fill(&[("found", found)]),
        F::OutOfRange { id, value } => out_of_range(*id, *value, text, language),
        F::LowAboveHigh { low, high } => {
            (text.low_above_high).fill(&[("low", &shown(*low)), ("high", &shown(*high))])
        }
        F::NoShare { share } => no_share(*share, text),
        F::TooMuchShared { share, left, part } => too_much_shared(*share, *left, *part, text),
        F::EmptyName => text.empty_name.fill(&[]),
    }
}

fn out_of_range(id: Assumption, value: f64, text: &ValueText, language: Language) -> Sentence {
    let info = id.info();
    let numbers = Numbers::of(language.tag());
    let [low, high] = [info.min, info.max].map(|limit| numbers.typed(limit, &info.unit));
    let hundredth = value / 100.0;
    let looks_like_percent = high.number.ends_with('%') && info.allows(hundredth);
    let advice = if looks_like_percent {
        &text.out_of_range_percent
    } else {
        &text.out_of_range
    };
    advice.fill(&[
        ("id", &id.id()),
        ("value", &shown(value)),
        ("min", &shown(info.min)),
        ("max", &shown(info.max)),
        ("low", &low),
        ("high", &high),
        ("percent", &numbers.typed(hundredth, &info.unit)),
        ("instead", &shown(hundredth)),
    ])
}

fn no_share(share: f64, text: &ValueText) -> Sentence {
    let hundredth = share / 100.0;
    let advice = if is_share(hundredth) {
        &text.no_share_percent
    } else {
        &text.no_share
    };
    advice.fill(&[("share", &shown(share)), ("instead", &shown(hundredth))])
}

fn too_much_shared(share: f64, left: f64, part: Part, text: &ValueText) -> Sentence {
    let left = down_to_digits(left);
    let advice = match part.origin {
        Some(_) => &text.too_much_shared,
        None => &text.too_much_of_segment,
    };
    let origin = part.origin.map_or("", Origin::id);
    advice.fill(&[
        ("share", &shown(share)),
        ("left", &shown(left)),
        ("segment", &part.segment.id()),
        ("origin", &origin),
    ])
}

fn of_slide(fault: &SlideFault, text: &SlideText, separator: &str) -> Sentence {
    use SlideFault as F;
    let (earliest, latest) = usual_years();
    match fault {
        F::UnknownExhibit { id, nearest } => {
            let known: Vec<_> = Exhibit::all().map(Exhibit::id).collect();
            let (nearest, known) = (nearest.map(Exhibit::id), known.join(separator));
            let values: [(&str, &dyn Display); 2] = [("id", id), ("known", &known)];
            text.unknown_exhibit.fill(nearest.as_deref(), &values)
        }
        F::SeriesAsExhibit { id } => text.series_as_exhibit.fill(&[("id", &id.id())]),
        F::TooManyLevers { found } => {
            (text.too_many_levers).fill(&[("found", found), ("most", &MOST_LEVERS)])
        }
        F::YearOutside { year } => {
            (text.year_outside).fill(&[("year", year), ("first", &earliest), ("last", &latest)])
        }
        F::YearsTurnedRound { first, last } => {
            (text.years_turned_round).fill(&[("first", first), ("last", last)])
        }
        F::YearNotShown { year, first, last } => {
            (text.year_not_shown).fill(&[("year", year), ("first", first), ("last", last)])
        }
        F::UnknownName { name, nearest } => text.unknown_name.fill(*nearest, &[("name", name)]),
        F::YearOfValue { name } => text.year_of_value.fill(&[("name", name)]),
        F::UnclosedBrace => text.unclosed_brace.fill(&[]),
        F::StrayBrace => text.stray_brace.fill(&[]),
        F::UnclosedBracket => text.unclosed_bracket.fill(&[]),
        F::StrayBracket => text.stray_bracket.fill(&[]),
        F::BracketInBracket => text.bracket_in_bracket.fill(&[]),
    }
}

/// A number short enough for a sentence, and exact.
fn shown(value: f64) -> String {
    format!("{value:?}").trim_end_matches(".0").to_owned()
}

impl Shape {
    fn words(self, text: &ShapeText) -> &ShapeWords {
        match self {
            Self::Number => &text.number,
            Self::Text => &text.text,
            Self::Word => &text.word,
            Self::Literal => &text.literal,
            Self::Pair => &text.pair,
            Self::Items => &text.items,
            Self::Fields => &text.fields,
            Self::Words => &text.words,
            Self::Supplier => &text.supplier,
            Self::Slide => &text.slide,
            Self::Years => &text.years,
            Self::Levers => &text.levers,
            Self::List => &text.list,
            Self::Map => &text.map,
        }
    }
}
