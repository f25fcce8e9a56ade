//! The files of an export: how each is made, and how it comes to its place.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use jiff::ZonedDateTime;

use super::exporting::{Export, ExportOrder, Picture, PictureFormat, SlideFormat};
use crate::model::{Run, Series};
use crate::report::comparison::{Compared, Comparison};
use crate::report::document::Edition;
use crate::report::drawing::Drawing;
use crate::report::handout::{Handout, Names, Part};
use crate::report::png::{Pixels, pixels, png};
use crate::report::poster::Poster;
use crate::report::svg::{Letters, svg};
use crate::report::workbook::workbook;
use crate::report::{Locale, World};
use crate::scenario::exhibit::Exhibit;
use crate::scenario::{Scenario, file};
use crate::text::Language;

/// Width and height of a picture in points: so many pixels where it is written at its own size.
pub const PICTURE: (f32, f32) = (1200.0, 675.0);

/// Writes all files of an export, until it is stopped.
///
/// # Errors
/// Where a file cannot be made or written; [`ErrorKind::Interrupted`] where it was stopped.
pub fn write(order: &ExportOrder) -> io::Result<()> {
    let language = order.language;
    match order.what {
        Export::Workbook => one_file(order, || {
            workbook(&order.scenario, language).map_err(io::Error::other)
        }),
        Export::Picture { picture, format } => one_file(order, || {
            let drawing = drawing(order, picture);
            match format {
                PictureFormat::Svg => {
                    Ok(svg(&drawing, order.theme, Letters::Outlines).into_bytes())
                }
                PictureFormat::Png { width } => png(&drawing, order.theme, width)
                    .map_err(|error| io::Error::other(error.sentence(language))),
            }
        }),
        Export::Slides(SlideFormat::Pdf) => {
            let part = part(order);
            let handout = Handout::decks(&part, &edition(order));
            one_file(order, || match handout.files().next() {
                Some((_, bytes)) => bytes.map_err(io::Error::other),
                None => Err(ErrorKind::NotFound.into()),
            })
        }
        Export::Slides(SlideFormat::Png) => {
            let part = part(order);
            several(order, &Handout::slides(&part, &edition(order)))
        }
        Export::HandOut => {
            let parts = all_parts(order);
            several(order, &Handout::new(&parts, &edition(order)))
        }
    }
}

/// A picture for the clipboard.
pub enum Copied {
    /// As pixels.
    Pixels(Pixels),
    /// As the text of an SVG.
    Shapes(String),
}

/// The picture that an order is about; `None` where it is about something else, or where it would
/// not fit memory.
pub fn copied(order: &ExportOrder) -> Option<Copied> {
    let Export::Picture { picture, format } = order.what else {
        return None;
    };
    let drawing = drawing(order, picture);
    match format {
        PictureFormat::Svg => Some(Copied::Shapes(svg(
            &drawing,
            order.theme,
            Letters::Outlines,
        ))),
        PictureFormat::Png { width } => {
            let pixels = pixels(&drawing, order.theme, width).ok();
            pixels.map(Copied::Pixels)
        }
    }
}

fn drawing(order: &ExportOrder, picture: Picture) -> Drawing {
    let run = order.scenario.run();
    let baseline = Scenario::new(order.scenario.baseline).run();
    let world = world(order, (&run, &baseline));
    let poster = match picture {
        Picture::Exhibit(exhibit) => Poster::of(&world, exhibit),
        Picture::Goal => {
            let series = order.goal.output.series();
            Poster::of_goal(&world, order.goal.figure(&world), series)
        }
        Picture::Compared(series) => compared(order, &world, series),
    };
    poster.draw(PICTURE, &edition(order).day())
}

/// A series in all worlds that are compared; in the open one, where none are.
fn compared<'a>(order: &ExportOrder, world: &'a World<'a>, series: Series) -> Poster<'a> {
    let worlds = order.compared.iter().map(|compared| {
        let label = compared.label.clone();
        Compared::new(label, compared.role, &compared.scenario)
    });
    let comparison = Comparison {
        worlds: worlds.collect(),
        reference: order.reference,
        year: world.year,
        span: world.span,
        locale: world.locale,
    };
    let poster = (!comparison.worlds.is_empty())
        .then(|| Poster::of_comparison(world, &comparison, series))
        .flatten();
    poster.unwrap_or_else(|| Poster::of(world, Exhibit::of_series(series)))
}

fn world<'a>(order: &'a ExportOrder, (run, baseline): (&'a Run, &'a Run)) -> World<'a> {
    World {
        scenario: &order.scenario,
        run,
        baseline,
        fan: order.fan.as_deref(),
        year: order.year,
        span: order.span,
        locale: Locale::of(order.language).in_currency(order.currency, &order.scenario),
    }
}

fn edition(order: &ExportOrder) -> Edition {
    Edition {
        theme: order.theme,
        currency: order.currency,
        year: order.year,
        span: order.span,
        ..Edition::new(order.language, ZonedDateTime::now().date())
    }
}

/// The open world as the only part of a hand-out, called as its name is.
fn part(order: &ExportOrder) -> Vec<Part> {
    parts([&*order.scenario], order.language)
}

/// All worlds that a hand-out is about.
fn all_parts(order: &ExportOrder) -> Vec<Part> {
    if order.compared.is_empty() {
        part(order)
    } else {
        let compared = order.compared.iter().map(|compared| &compared.scenario);
        parts(compared, order.language)
    }
}

fn parts<'a>(scenarios: impl IntoIterator<Item = &'a Scenario>, language: Language) -> Vec<Part> {
    let mut names = Names::default();
    let scenarios = scenarios.into_iter();
    let part = |scenario: &Scenario| Part {
        name: names.for_title(scenario.name.get(language)),
        scenario: scenario.clone(),
    };
    scenarios.map(part).collect()
}

fn one_file(order: &ExportOrder, make: impl FnOnce() -> io::Result<Vec<u8>>) -> io::Result<()> {
    order.progress.begin(1);
    put(order, &order.path, &make()?)
}

/// Writes the files of a hand-out into a folder.
fn several(order: &ExportOrder, handout: &Handout<'_>) -> io::Result<()> {
    order.progress.begin(handout.len());
    fs::create_dir_all(&order.path)?;
    for (name, bytes) in handout.files() {
        let bytes = bytes.map_err(io::Error::other)?;
        put(order, &order.path.join(name), &bytes)?;
    }
    Ok(())
}

/// Writes a file, unless the export was stopped meanwhile.
fn put(order: &ExportOrder, path: &Path, bytes: &[u8]) -> io::Result<()> {
    if order.progress.is_cancelled() {
        return Err(ErrorKind::Interrupted.into());
    }
    file::write(path, bytes)?;
    order.progress.advance();
    Ok(())
}
