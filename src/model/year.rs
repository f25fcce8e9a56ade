//! The eight years of a run, and values that have one entry for each.

use std::ops::{Index, IndexMut};

/// How many years a run covers, the base year included.
pub const YEARS: usize = 8;

/// One year of a run. `Year::BASE` is observed, all later ones are computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(u8);

impl Year {
    /// The observed year every run starts from.
    pub const BASE: Self = Self(0);
    /// The last year of a run.
    pub const LAST: Self = Self(YEARS as u8 - 1);

    const FIRST_CALENDAR: u16 = 2025;

    /// All years, oldest first.
    pub fn all() -> impl DoubleEndedIterator<Item = Self> + Clone {
        (0..YEARS as u8).map(Self)
    }

    /// The year with this calendar number, if a run has it.
    pub fn from_calendar(calendar: u16) -> Option<Self> {
        let index = calendar.checked_sub(Self::FIRST_CALENDAR)?;
        (usize::from(index) < YEARS).then_some(Self(index as u8))
    }

    /// The calendar number, such as 2030.
    pub fn calendar(self) -> u16 {
        Self::FIRST_CALENDAR + u16::from(self.0)
    }

    /// Years since the base year: 0 to 7.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The year before, if this is not the base year.
    pub fn before(self) -> Option<Self> {
        self.0.checked_sub(1).map(Self)
    }
}

/// One value for each year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Yearly<T>([T; YEARS]);

impl<T: Copy> Yearly<T> {
    /// Builds the values year by year, oldest first.
    #[inline(always)]
    pub fn from_fn(mut value: impl FnMut(Year) -> T) -> Self {
        let mut values = [value(Year::BASE); YEARS];
        for (index, later) in values.iter_mut().enumerate().skip(1) {
            *later = value(Year(index as u8));
        }
        Self(values)
    }
}

impl<T> Yearly<T> {
    /// The values, oldest first.
    pub fn as_slice(&self) -> &[T] {
        &self.0
    }

    /// The years with their values, oldest first.
    pub fn iter(&self) -> impl Iterator<Item = (Year, &T)> {
        Year::all().zip(&self.0)
    }
}

impl<T> Index<Year> for Yearly<T> {
    type Output = T;

    #[inline(always)]
    fn index(&self, year: Year) -> &T {
        &self.0[year.index()]
    }
}

impl<T> IndexMut<Year> for Yearly<T> {
    #[inline(always)]
    fn index_mut(&mut self, year: Year) -> &mut T {
        &mut self.0[year.index()]
    }
}
