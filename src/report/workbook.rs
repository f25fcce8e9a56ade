//! The model as a living workbook: every assumption is a cell that can be changed, every result
//! and every step to it a formula, so that a spreadsheet recalculates what a run computes.

mod about;
mod assumptions;
mod cell;
mod charts;
mod formula;
mod places;
mod sources;
mod stage;
mod style;
mod suppliers;

use std::borrow::Cow;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use self::places::{Places, Sheet};
use super::world::{Locale, World};
use crate::model::suppliers::Supplier;
use crate::model::{Formulas, Reference, Run, Worksheet, Year};
use crate::scenario::Scenario;
use crate::text::Language;

/// The workbook of a scenario, as the bytes of an .xlsx file: the same for the same scenario.
///
/// # Errors
/// Where it would go beyond what such a file can hold.
pub fn workbook(scenario: &Scenario, language: Language) -> Result<Vec<u8>, XlsxError> {
    let book = Book::of(scenario, language);
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(&book)?);
    for sheet in Sheet::all() {
        let page = workbook.add_worksheet();
        page.set_name(book.places.name(sheet))?;
        match sheet {
            Sheet::About => about::write(page, &book),
            Sheet::Assumptions => assumptions::write(page, &book),
            Sheet::Charts => charts::write(page, &book),
            Sheet::Stage(stage) => stage::write(page, &book, stage),
            Sheet::Suppliers => suppliers::write(page, &book),
            Sheet::Sources => sources::write(page, &book),
        }?;
    }
    workbook.save_to_buffer()
}

/// What all sheets are made from.
struct Book<'a> {
    scenario: &'a Scenario,
    suppliers: Vec<Cow<'static, Supplier>>,
    run: Run,
    values: Worksheet<'static>,
    places: Places,
    locale: Locale,
}

impl<'a> Book<'a> {
    fn of(scenario: &'a Scenario, language: Language) -> Self {
        let locale = Locale::of(language);
        Self {
            scenario,
            suppliers: scenario.all_suppliers(),
            run: scenario.run(),
            values: Formulas::of_model().evaluate(&scenario.assumptions()),
            places: Places::of(&locale),
            locale,
        }
    }

    /// The same as other parts of a report take it.
    fn world(&self) -> World<'_> {
        World::alone(self.scenario, &self.run, Year::LAST, self.locale)
    }

    /// The name of the scenario; that of the baseline where it has none.
    fn title(&self) -> Cow<'_, str> {
        let name = self.scenario.shown_name(self.locale.language);
        if name.is_empty() {
            Cow::Borrowed(&self.locale.text.charts.baseline)
        } else {
            name
        }
    }

    /// The formula of a result or step as it stands in a cell of a sheet, if the model has one.
    fn formula(&self, reference: Reference, sheet: Sheet) -> Option<String> {
        let formulas = Formulas::of_model();
        let definition = formulas.definition(reference)?;
        let address = |named| self.places.address(named, sheet);
        Some(formula::written(formulas, definition, &address))
    }
}

/// Title and maker. The format wants a date of making: it is always the first day of the base
/// year, so that the same scenario gives the same bytes.
fn properties(book: &Book<'_>) -> Result<DocProperties, XlsxError> {
    let day = ExcelDateTime::from_ymd(Year::BASE.calendar(), 1, 1)?;
    Ok(DocProperties::new()
        .set_title(&*book.title())
        .set_author(book.locale.text.workbook.maker.as_str())
        .set_creation_datetime(&day))
}
