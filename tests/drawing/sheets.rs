//! What holds of every sheet.

use suanli::report::drawing::{Area, Drawing, Shape, Stroke, Text};
use suanli::report::slide_page::PageOptions;
use suanli::scenario::slide::Slide;
use suanli::theme::Role;

use crate::worlds::{LANGUAGES, exhibits, figure, scenario, sheet, slide};

const STAGES: [(f32, f32); 5] = [
    (1920.0, 1080.0),
    (1280.0, 720.0),
    (1728.0, 1080.0),
    (1440.0, 1080.0),
    (2560.0, 1080.0),
];
const FIGURES: [(f32, f32); 3] = [(1200.0, 675.0), (1600.0, 900.0), (1000.0, 750.0)];
const WORLDS: [&str; 4] = ["baseline", "gpu_crunch", "power_wall", "bear_digestion"];

fn texts(drawing: &Drawing) -> impl Iterator<Item = &Text> {
    drawing.shapes.iter().filter_map(|shape| match shape {
        Shape::Text(text) => Some(text),
        _ => None,
    })
}

/// The ink of words: capitals and what reaches below the baseline, without the air around them.
fn ink(text: &Text) -> Area {
    let area = text.area();
    Area::new(
        (area.left, text.at.1 - 0.8 * text.size),
        (area.right, text.at.1 + 0.12 * text.size),
    )
}

fn numbers(shape: &Shape) -> Vec<f32> {
    let of = |area: &Area| vec![area.left, area.top, area.right, area.bottom];
    match shape {
        Shape::Rect { area, .. } => of(area),
        Shape::Line { points, .. } | Shape::Polygon { points, .. } => {
            points.iter().flat_map(|&(x, y)| [x, y]).collect()
        }
        Shape::Band { steps, .. } => steps.iter().flat_map(|&(x, a, b)| [x, a, b]).collect(),
        Shape::Circle { centre, radius, .. } => vec![centre.0, centre.1, *radius],
        Shape::Text(text) => vec![text.at.0, text.at.1, text.size],
    }
}

/// Everything is on the sheet, and no two words touch.
fn assert_orderly(drawing: &Drawing, name: &str) {
    for shape in &drawing.shapes {
        let all = numbers(shape);
        assert!(all.iter().all(|x| x.is_finite()), "{name}: {shape:?}");
    }
    let (width, height) = drawing.size;
    let sheet = Area::new((0.0, 0.0), (width, height));
    let texts: Vec<&Text> = texts(drawing).collect();
    for (index, text) in texts.iter().enumerate() {
        let place = ink(text);
        let inside =
            sheet.holds((place.left, place.top)) && sheet.holds((place.right, place.bottom));
        assert!(inside, "{name}: {text:?} leaves the sheet");
        for other in &texts[index + 1..] {
            let touches = place.overlaps(ink(other));
            assert!(
                !touches,
                "{name}: “{}” touches “{}”",
                text.words, other.words
            );
        }
    }
}

fn solid(shape: &Shape) -> Option<&Stroke> {
    match shape {
        Shape::Line { stroke, .. } => Some(stroke),
        _ => None,
    }
}

/// Is a line one of data? Grid, rules and leaders are thin on purpose.
fn is_data(stroke: &Stroke) -> bool {
    let quiet = [Role::Stroke, Role::StrokeStrong, Role::Bg];
    !quiet.contains(&stroke.fill.role)
}

#[test]
fn slides_are_orderly_and_large_enough() {
    for id in WORLDS {
        let scenario = scenario(id);
        for language in LANGUAGES {
            for exhibit in exhibits() {
                for size in STAGES {
                    for is_full in [true, false] {
                        let slide = slide(exhibit, is_full);
                        let page = sheet(&scenario, language, &slide, PageOptions::live(size));
                        let name = format!("{id} {} {language:?} {size:?} {is_full}", exhibit.id());
                        assert_orderly(&page.drawing, &name);
                        let foot = size.1 - 98.0 * page.unit;
                        for text in texts(&page.drawing) {
                            let least = if text.at.1 > foot { 18.0 } else { 22.0 };
                            let is_large = text.size > least * page.unit - 0.01;
                            assert!(is_large, "{name}: {text:?}");
                        }
                    }
                }
            }
        }
    }
}

/// What keys do gives way to where numbers come from.
#[test]
fn hints_leave_room_for_the_sources_of_a_slide() {
    let scenario = scenario("gpu_crunch");
    for language in LANGUAGES {
        for exhibit in exhibits() {
            for size in [STAGES[0], STAGES[1]] {
                let slide = slide(exhibit, true);
                let page = sheet(&scenario, language, &slide, PageOptions::live(size));
                let is_source = |text: &Text| {
                    ["Source", "来源"]
                        .iter()
                        .any(|word| text.words.starts_with(word))
                };
                let name = format!("{} {language:?} {size:?}", exhibit.id());
                assert!(texts(&page.drawing).any(is_source), "{name}");
            }
        }
    }
}

/// The first and the last year in view, and a chart of few years.
#[test]
fn slides_of_other_years_are_orderly() {
    let scenario = scenario("gpu_crunch");
    for language in LANGUAGES {
        for exhibit in exhibits() {
            for (year, years) in [
                (2025, (2022, 2032)),
                (2026, (2022, 2032)),
                (2032, (2022, 2032)),
                (2025, (2025, 2028)),
                (2027, (2024, 2027)),
                (2031, (2030, 2032)),
            ] {
                let slide = Slide {
                    year,
                    years,
                    ..slide(exhibit, true)
                };
                let page = sheet(&scenario, language, &slide, PageOptions::live(STAGES[0]));
                let name = format!("{} {language:?} {year} {years:?}", exhibit.id());
                assert_orderly(&page.drawing, &name);
            }
        }
    }
}

#[test]
fn figures_are_orderly() {
    for id in WORLDS {
        let scenario = scenario(id);
        for language in LANGUAGES {
            for exhibit in exhibits() {
                for size in FIGURES {
                    let drawing = figure(&scenario, language, exhibit, size);
                    let name = format!("{id} {} {language:?} {size:?}", exhibit.id());
                    assert_orderly(&drawing, &name);
                }
            }
        }
    }
}

#[test]
fn lines_of_data_can_be_seen_from_the_back() {
    let scenario = scenario("gpu_crunch");
    for exhibit in exhibits() {
        let slide = slide(exhibit, false);
        let page = sheet(
            &scenario,
            LANGUAGES[0],
            &slide,
            PageOptions::still(STAGES[0]),
        );
        let Some(frame) = page.plot else { continue };
        let curves = page.drawing.shapes.iter().filter_map(|shape| match shape {
            Shape::Line { points, .. } if points.len() > 3 => solid(shape),
            _ => None,
        });
        let mut count = 0;
        for stroke in curves.filter(|stroke| is_data(stroke)) {
            assert!(stroke.width >= 4.0, "{}: {stroke:?}", exhibit.id());
            count += 1;
        }
        assert!(count > 0, "{}", exhibit.id());
        for value in [frame.axis.range.0, frame.axis.range.1] {
            let y = frame.y(value).expect("an end of the axis");
            assert!((frame.plot.top - 0.1..=frame.plot.bottom + 0.1).contains(&y));
            let back = frame.y(frame.value_at(y)).expect("it can be drawn");
            assert!((back - y).abs() < 0.1, "{}", exhibit.id());
        }
    }
}

/// What a room is to guess is nowhere on the sheet, and nothing moves when it is told.
#[test]
fn a_guessing_room_sees_nothing_of_the_years_to_come() {
    let scenario = scenario("gpu_crunch");
    for exhibit in exhibits() {
        let slide = slide(exhibit, true);
        let open = PageOptions::live(STAGES[0]);
        let hidden = PageOptions {
            until: Some(2025),
            ..open
        };
        let open = sheet(&scenario, LANGUAGES[0], &slide, open);
        let hidden = sheet(&scenario, LANGUAGES[0], &slide, hidden);
        assert_eq!(open.plot, hidden.plot);
        let Some(frame) = hidden.plot else { continue };
        let last = frame.x(2025.0) + 0.5;
        for shape in &hidden.drawing.shapes {
            if let Shape::Band { steps, .. } = shape {
                assert!(steps.iter().all(|step| step.0 <= last), "{}", exhibit.id());
            }
            let stroke = solid(shape).filter(|stroke| is_data(stroke));
            if let (Shape::Line { points, .. }, Some(_)) = (shape, stroke)
                && points.len() > 2
            {
                assert!(
                    points.iter().all(|point| point.0 <= last),
                    "{}",
                    exhibit.id()
                );
            }
        }
    }
}

/// Sheets too small for anything are drawn without a word of complaint.
#[test]
fn tiny_sheets_are_drawn() {
    let scenario = scenario("gpu_crunch");
    for exhibit in exhibits() {
        for size in [(1.0, 1.0), (40.0, 30.0), (300.0, 900.0), (4000.0, 100.0)] {
            let slide = slide(exhibit, true);
            let page = sheet(&scenario, LANGUAGES[0], &slide, PageOptions::live(size));
            let figure = figure(&scenario, LANGUAGES[0], exhibit, size);
            for shape in page.drawing.shapes.iter().chain(&figure.shapes) {
                assert!(numbers(shape).iter().all(|x| x.is_finite()), "{shape:?}");
            }
        }
    }
}
