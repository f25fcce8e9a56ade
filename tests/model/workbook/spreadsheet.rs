//! A spreadsheet program, as small as it can be: it opens a workbook and calculates its formulas.

use std::collections::HashMap;
use std::io::Cursor;

use calamine::{Data, Reader as _, Xlsx};

use super::expression::{Expression, Value};

/// An open workbook.
pub struct Spreadsheet {
    sheets: Vec<(String, Page)>,
}

/// A sheet with what its cells hold, by row and column from zero.
#[derive(Default)]
pub struct Page {
    /// Values, and what formulas had given when the workbook was written.
    pub cells: HashMap<(u32, u32), Data>,
    pub formulas: HashMap<(u32, u32), Expression>,
}

impl Page {
    /// The text of a cell; empty where there is none.
    pub fn text(&self, place: (u32, u32)) -> &str {
        match self.cells.get(&place) {
            Some(Data::String(text)) => text,
            _ => "",
        }
    }

    /// The number in a cell.
    pub fn number(&self, place: (u32, u32)) -> Option<f64> {
        match self.cells.get(&place) {
            Some(Data::Float(value)) => Some(*value),
            Some(Data::Int(value)) => Some(*value as f64),
            _ => None,
        }
    }

    /// The rows whose first cell holds a text.
    pub fn rows_of(&self, text: &str) -> Vec<u32> {
        let is_it = |place: &&(u32, u32)| place.1 == 0 && self.text(**place) == text;
        self.cells
            .keys()
            .filter(is_it)
            .map(|place| place.0)
            .collect()
    }
}

impl Spreadsheet {
    pub fn open(bytes: &[u8]) -> Self {
        let mut file: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
        let names = file.sheet_names();
        let sheets = names.into_iter().map(|name| {
            let cells = file.worksheet_range(&name).expect("cells");
            let formulas = file.worksheet_formula(&name).expect("formulas");
            let mut page = Page::default();
            let start = cells.start().unwrap_or_default();
            for (row, column, cell) in cells.used_cells() {
                let place = (start.0 + row as u32, start.1 + column as u32);
                page.cells.insert(place, cell.clone());
            }
            let start = formulas.start().unwrap_or_default();
            for (row, column, formula) in formulas.used_cells() {
                let place = (start.0 + row as u32, start.1 + column as u32);
                page.formulas.insert(place, Expression::parse(formula));
            }
            (name, page)
        });
        Self {
            sheets: sheets.collect(),
        }
    }

    pub fn names(&self) -> Vec<&str> {
        self.sheets.iter().map(|(name, _)| name.as_str()).collect()
    }

    pub fn page(&self, name: &str) -> &Page {
        &self.sheets[self.index(name)].1
    }

    /// Types a number into a cell.
    pub fn set(&mut self, name: &str, place: (u32, u32), value: f64) {
        let index = self.index(name);
        let page = &mut self.sheets[index].1;
        assert!(
            !page.formulas.contains_key(&place),
            "a formula is overwritten"
        );
        page.cells.insert(place, Data::Float(value));
    }

    /// A calculation of everything, from what stands in the cells now.
    pub fn calculation(&self) -> Calculation<'_> {
        Calculation {
            spreadsheet: self,
            done: HashMap::new(),
        }
    }

    fn index(&self, name: &str) -> usize {
        let found = self.sheets.iter().position(|(sheet, _)| sheet == name);
        found.unwrap_or_else(|| panic!("no sheet {name}"))
    }
}

/// Values of formulas, each calculated once.
pub struct Calculation<'a> {
    spreadsheet: &'a Spreadsheet,
    done: HashMap<(usize, (u32, u32)), Value>,
}

impl Calculation<'_> {
    /// The value of a cell.
    pub fn value(&mut self, sheet: &str, place: (u32, u32)) -> Value {
        self.at(self.spreadsheet.index(sheet), place)
    }

    fn at(&mut self, sheet: usize, place: (u32, u32)) -> Value {
        if let Some(value) = self.done.get(&(sheet, place)) {
            return *value;
        }
        let spreadsheet = self.spreadsheet;
        let page = &spreadsheet.sheets[sheet].1;
        let value = match page.formulas.get(&place) {
            Some(formula) => formula.value(&mut |other, place| {
                let sheet = other.map_or(sheet, |name| spreadsheet.index(name));
                self.at(sheet, place)
            }),
            None => page.number(place).ok_or("an empty cell"),
        };
        self.done.insert((sheet, place), value);
        value
    }
}
