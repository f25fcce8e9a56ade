//! A slide made of what is on screen.

use crate::app::{App, Tab};
use crate::model::Assumption;
use crate::model::assumptions::Kind;
use crate::report::Figure;
use crate::scenario::exhibit::{Exhibit, Topic};
use crate::scenario::slide::{MOST_LEVERS, Slide};

/// What is on screen as a slide with no words but the name of its exhibit: it shows the scenario as
/// it stands, with the levers that were moved last.
pub fn current_view(app: &App) -> Slide {
    let view = app.view();
    let exhibit = match view.tab {
        Tab::Overview | Tab::Compare | Tab::Evidence => Exhibit::KeyFigures(Topic::Overview),
        Tab::Chain => Exhibit::MoneyFlow,
        Tab::China => Exhibit::KeyFigures(Topic::China),
        Tab::Leasing => Exhibit::KeyFigures(Topic::Leasing),
        Tab::Uncertainty => Exhibit::Chart(Figure::of_series(view.output)),
        Tab::Results => Exhibit::Chart(view.figure),
    };
    slide_of(app, exhibit)
}

/// An exhibit as a slide: the years in view, and the levers that were moved last.
pub fn slide_of(app: &App, exhibit: Exhibit) -> Slide {
    let view = app.view();
    Slide {
        year: view.year.calendar(),
        years: (view.span.first, view.span.last),
        levers: levers(app),
        changes: Some(app.scenario().changes.clone()),
        ..Slide::of(exhibit)
    }
}

/// The levers that were moved last, then those that differ from the baseline, then the headline
/// ones.
fn levers(app: &App) -> Vec<Assumption> {
    let scenario = app.scenario();
    let moved = app.document().history().moved_levers();
    let all = Assumption::ALL.iter().copied();
    let headline = all.filter(|lever| lever.info().kind == Kind::Headline);
    let mut levers = Vec::new();
    for lever in moved
        .chain(scenario.changes.keys().copied())
        .chain(headline)
    {
        if levers.len() < MOST_LEVERS && !levers.contains(&lever) {
            levers.push(lever);
        }
    }
    levers
}
