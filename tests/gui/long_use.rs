//! A hand that does one thing after the other in the window: after each of them what is on screen
//! is what the model says.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use suanli::app::{Command, Tab};
use suanli::model::{Assumption, Series};
use suanli::report::Locale;
use suanli::scenario::shipped::shipped;
use suanli::text::{Language, Text};

use crate::Session;

/// Levers that are always in view.
const LEVERS: [Assumption; 4] = [
    Assumption::ModelGrowth,
    Assumption::GpuSupplyGrowth,
    Assumption::ChipPriceChange,
    Assumption::DomesticShareTarget,
];

#[test]
fn whatever_a_hand_does_the_window_shows_what_the_model_says() {
    let mut random = fastrand::Rng::with_seed(11);
    let mut session = Session::open(Language::En, None);
    for _ in 0..250 {
        gesture(&mut session, &mut random);
        check(&session);
    }
}

fn gesture(session: &mut Session, random: &mut fastrand::Rng) {
    let lever = LEVERS[random.usize(..LEVERS.len())];
    let value = lever.info().value_at(random.f64());
    match random.u8(..16) {
        0..5 => session.set_slider(name(session.app().view().language, lever), value),
        5 | 6 => session.press(Modifiers::COMMAND, Key::Z),
        7 | 8 => session.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z),
        9 => session.apply(Command::SetLanguage(session.app().view().language.other())),
        10 => session.apply(Command::SetCurrency(session.app().view().currency.other())),
        11 => session.apply(Command::SetTheme(session.app().view().theme.toggled())),
        12 => {
            session.press(Modifiers::COMMAND, Key::Num2);
            session.press(Modifiers::COMMAND, Key::Num1);
        }
        13 => {
            session.press(Modifiers::NONE, Key::F5);
            session.press(Modifiers::NONE, Key::ArrowRight);
            session.press(Modifiers::NONE, Key::Escape);
        }
        14 => {
            let shipped = &shipped()[random.usize(..shipped().len())];
            session.apply(Command::OpenShipped(shipped.id.to_owned()));
            session.apply(Command::LeaveWithoutSaving);
        }
        _ => {
            // Typed and given up: nothing has happened.
            let field = lever.info().label.get(session.app().view().language);
            session.type_value(field, "5", Key::Escape);
        }
    }
}

fn name(language: Language, lever: Assumption) -> &'static str {
    &Text::of(language).levers.short_names[lever.id()]
}

fn check(session: &Session) {
    let (app, view) = (session.app(), session.app().view());
    assert_eq!(view.tab, Tab::Overview);
    assert_eq!(app.run(), &app.scenario().run());
    for lever in LEVERS {
        let slider = session
            .harness
            .get_by_role_and_label(Role::Slider, name(view.language, lever));
        let shown = slider.accesskit_node().numeric_value();
        assert_eq!(shown, Some(app.scenario().value(lever)), "{}", lever.id());
    }
    let text = &Text::of(view.language).window.key_figures;
    let locale = Locale::of(view.language).in_currency(view.currency, app.scenario());
    for (name, series) in [
        (&text.need, Series::Need),
        (&text.coverage, Series::Coverage),
        (&text.premium, Series::Premium),
        (&text.capex, Series::Capex),
        (&text.china_captured_share, Series::ChinaCapturedShare),
        (&text.rent, Series::Rent),
    ] {
        let value = app.run().get(series, view.year);
        let amount = locale.numbers.amount(value, &series.info().unit);
        let shown = session.label_starting(&format!("{name} {}", view.year.calendar()));
        assert!(
            shown.contains(&amount.to_string()),
            "{shown} is not {amount}"
        );
    }
}
