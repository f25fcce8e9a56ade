//! What a hand may do next.

use suanli::app::{
    Aside, Command, Gesture, Goal, GoalOutput, Present, ResetTo, SlideEdit, Source, Tab,
};
use suanli::model::{Assumption, Reference, Series, Year};
use suanli::report::{RentUnit, Span};
use suanli::scenario::exhibit::Exhibit;
use suanli::scenario::figure::Figure;
use suanli::scenario::shipped::shipped;
use suanli::scenario::suppliers::{OwnSupplier, SupplierChange};
use suanli::text::Words;

use super::desk::Desk;

/// How a stretch begins.
pub(crate) fn opening(desk: &mut Desk, stretch: usize) -> Command {
    match stretch % 4 {
        0 => Command::New,
        1 => Command::OpenPath(desk.file()),
        _ => Command::OpenShipped(shipped_id(desk)),
    }
}

/// Some gesture, by how often people make it.
pub(crate) fn any(desk: &mut Desk) -> Vec<Command> {
    match desk.random.u32(..1000) {
        0..200 => drag(desk),
        200..330 => vec![typed(desk)],
        330..420 => vec![Command::Undo],
        420..500 => vec![Command::Redo],
        500..540 => vec![reset(desk)],
        540..550 => vec![Command::ResetAll],
        550..590 => vec![range(desk)],
        590..650 => vec![supplier(desk)],
        650..670 => vec![describe(desk)],
        670..740 => slides(desk),
        740..770 => talk(desk),
        770..780 => vec![Command::Save],
        780..790 => vec![Command::SaveTo(desk.file())],
        // With unsaved changes these ask, and the hand stays.
        790..800 if desk.app.document().is_changed() => vec![Command::OpenPath(desk.file())],
        800..810 if desk.app.document().is_changed() => vec![Command::New, Command::Stay],
        810..860 => compare(desk),
        860..862 => uncertain(desk),
        862..864 => fans(desk),
        _ => vec![look(desk)],
    }
}

fn lever(desk: &mut Desk) -> Assumption {
    Assumption::ALL[desk.random.usize(..Assumption::ALL.len())]
}

fn value(desk: &mut Desk, lever: Assumption) -> f64 {
    lever.info().value_at(desk.random.f64())
}

fn series(desk: &mut Desk) -> Series {
    Series::ALL[desk.random.usize(..Series::ALL.len())]
}

fn year(desk: &mut Desk) -> Year {
    let years: Vec<Year> = Year::all().collect();
    years[desk.random.usize(..years.len())]
}

fn shipped_id(desk: &mut Desk) -> String {
    shipped()[desk.random.usize(..shipped().len())]
        .id
        .to_owned()
}

fn drag(desk: &mut Desk) -> Vec<Command> {
    let lever = lever(desk);
    let mut moves = Vec::new();
    for _ in 0..desk.random.usize(1..4) {
        moves.push(move_to(desk, lever, Gesture::Live));
    }
    // Now and then something else comes before the hand has let go.
    if desk.random.u8(..8) > 0 {
        moves.push(move_to(desk, lever, Gesture::Done));
    }
    moves
}

fn move_to(desk: &mut Desk, assumption: Assumption, gesture: Gesture) -> Command {
    Command::SetLever {
        assumption,
        value: value(desk, assumption),
        gesture,
    }
}

fn typed(desk: &mut Desk) -> Command {
    let assumption = lever(desk);
    let value = match desk.random.u8(..12) {
        0 => f64::NAN,
        1 => f64::INFINITY,
        2 => -1e300,
        3 => -0.0,
        _ => value(desk, assumption),
    };
    Command::SetLever {
        assumption,
        value,
        gesture: Gesture::Done,
    }
}

fn reset(desk: &mut Desk) -> Command {
    let all = [ResetTo::Saved, ResetTo::Baseline, ResetTo::Previous];
    Command::ResetLever {
        assumption: lever(desk),
        to: all[desk.random.usize(..all.len())],
    }
}

fn range(desk: &mut Desk) -> Command {
    let assumption = lever(desk);
    let range = desk.random.bool().then(|| {
        let ends = (value(desk, assumption), value(desk, assumption));
        (ends.0.min(ends.1), ends.0.max(ends.1))
    });
    Command::SetRange { assumption, range }
}

fn supplier(desk: &mut Desk) -> Command {
    let all = desk.app.scenario().all_suppliers();
    let one = all[desk.random.usize(..all.len())].clone().into_owned();
    let change = match desk.random.u8(..5) {
        0 => return Command::ResetSupplier(one.id),
        1 => SupplierChange::Own(OwnSupplier {
            name: Words {
                en: format!("Supplier {}", desk.random.u8(..9)),
                zh: "供应商".to_owned(),
            },
            ticker: String::new(),
            segment: one.segment,
            origin: one.origin,
            share: desk.random.f64() / 10.0,
        }),
        _ => SupplierChange::Share(desk.random.f64() * 1.2 - 0.1),
    };
    let id = match &change {
        SupplierChange::Own(_) => format!("own-{}", desk.random.u8(..5)),
        SupplierChange::Share(_) => one.id,
    };
    Command::ChangeSupplier { id, change }
}

fn describe(desk: &mut Desk) -> Command {
    let words = ["World", "\u{202e}dlroW", "锂电", "a \"b\" \\ {c}", ""];
    let mut some = || words[desk.random.usize(..words.len())].to_owned();
    Command::Describe {
        name: Words {
            en: format!("W{}", some()),
            zh: some(),
        },
        story: Words {
            en: some(),
            zh: some(),
        },
    }
}

fn slides(desk: &mut Desk) -> Vec<Command> {
    let count = desk.app.scenario().slides.len();
    if count > 12 {
        return vec![Command::EditSlides(SlideEdit::Remove(0))];
    }
    let mut place = || desk.random.usize(..=count);
    let (one, other) = (place(), place());
    let edit = match desk.random.u8(..7) {
        0 => SlideEdit::Capture,
        1 => SlideEdit::CaptureExhibit(Exhibit::Chart(Figure::Single(series(desk)))),
        2 => SlideEdit::CaptureInto(one),
        3 => SlideEdit::Move {
            from: one,
            to: other,
        },
        4 => SlideEdit::Duplicate(one),
        5 => SlideEdit::Remove(one),
        _ => return vec![Command::ToggleSlides, Command::ChooseSlide(one)],
    };
    vec![Command::EditSlides(edit)]
}

/// A talk from its beginning to its end, or nearly.
fn talk(desk: &mut Desk) -> Vec<Command> {
    let first = desk.random.usize(..3);
    let mut talk = vec![Present::Start(first)];
    for _ in 0..desk.random.usize(2..8) {
        let assumption = lever(desk);
        let action = match desk.random.u8(..12) {
            0 => Present::Previous,
            1 => Present::Black,
            2 => Present::Predict,
            3 => Present::Guess {
                year: year(desk).calendar(),
                value: desk.random.f64() * 100.0,
            },
            4 => Present::Restore,
            5 => Present::Replay,
            6 => Present::SetYear(year(desk)),
            7 => Present::Toggle(Aside::Note),
            8 | 9 => Present::SetLever {
                assumption,
                value: value(desk, assumption),
                gesture: Gesture::Done,
            },
            _ => Present::Next,
        };
        talk.extend([action, Present::Advance(desk.random.f32())]);
    }
    talk.push(Present::Leave);
    talk.into_iter().map(Command::Present).collect()
}

fn compare(desk: &mut Desk) -> Vec<Command> {
    let place = desk.random.usize(..7);
    let command = match desk.random.u8(..5) {
        0 => Command::AddToComparison(Source::Open),
        1 => Command::AddToComparison(Source::Shipped(shipped_id(desk))),
        2 => Command::AddToComparison(Source::File(desk.file())),
        3 => Command::RemoveFromComparison(place),
        _ => Command::CompareAgainst(place),
    };
    vec![Command::SetTab(Tab::Compare), command]
}

/// A visit to the page about uncertainty, and what reaches a goal.
fn uncertain(desk: &mut Desk) -> Vec<Command> {
    let goal = Goal {
        lever: lever(desk),
        output: GoalOutput::Series(series(desk)),
        year: year(desk),
        target: Some(desk.random.f64() * 1000.0),
    };
    vec![
        Command::SetTab(Tab::Uncertainty),
        Command::SetGoal(goal),
        Command::SetTab(Tab::Overview),
    ]
}

fn fans(desk: &mut Desk) -> Vec<Command> {
    let moved = typed(desk);
    vec![Command::SetFans(true), moved, Command::SetFans(false)]
}

/// Something that changes only what is on screen.
fn look(desk: &mut Desk) -> Command {
    let view = desk.app.view();
    match desk.random.u8(..14) {
        0 => Command::SetLanguage(view.language.other()),
        1 => Command::SetTheme(view.theme.toggled()),
        2 => Command::SetCurrency(view.currency.other()),
        3 => Command::SetYear(year(desk)),
        4 => Command::SetSpan(Span {
            first: desk.random.u16(2000..2050),
            last: desk.random.u16(2000..2050),
        }),
        5 => Command::SetZoom(view.zoom.larger()),
        6 => Command::SetZoom(view.zoom.smaller()),
        7 => Command::SetOutput(series(desk)),
        8 => Command::Explain(Reference::Series(series(desk), year(desk))),
        9 => Command::SetRentUnit(RentUnit::ALL[desk.random.usize(..RentUnit::ALL.len())]),
        10 => Command::ShowFigure(Figure::Single(series(desk))),
        11 => Command::SeekLever(lever(desk)),
        12 => Command::OpenPalette(desk.random.bool()),
        _ => {
            let calm = [
                Tab::Overview,
                Tab::Chain,
                Tab::China,
                Tab::Leasing,
                Tab::Results,
                Tab::Evidence,
            ];
            Command::SetTab(calm[desk.random.usize(..calm.len())])
        }
    }
}
