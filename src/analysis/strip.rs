//! The results of a strip of samples: run eight at a time, kept in single precision.

use fearless_simd::Simd;

use super::chunk::{Chunk, WIDTH};
use super::sampling::{Draws, STRIP, Sampler};
use crate::model::{Series, Sheet, YEARS, Year, simulate};
use crate::number::lanes::{LANES, Lanes};

/// One result of a run: a series in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Cell {
    /// What it is.
    pub series: Series,
    /// When.
    pub year: Year,
}

impl Cell {
    /// All results, in the order of the table.
    pub fn all() -> impl Iterator<Item = Self> {
        Series::ALL.iter().copied().flat_map(Self::of_series)
    }

    /// A series in all years.
    pub fn of_series(series: Series) -> impl Iterator<Item = Self> {
        Year::all().map(move |year| Self { series, year })
    }

    pub(super) const COUNT: usize = Series::ALL.len() * YEARS;

    pub(super) fn index(self) -> usize {
        self.series as usize * YEARS + self.year.index()
    }
}

/// A result in every sample of a strip. Aligned, so that no vector lies on two lines of the cache;
/// with a gap behind, so that rows do not fall on the same places of it.
#[derive(Clone, Copy)]
#[repr(align(64))]
struct Row {
    chunks: [Chunk; STRIP / WIDTH],
    _gap: Chunk,
}

/// The results of a strip that are wanted: one row for each cell.
#[derive(Default)]
pub(super) struct Strip {
    /// The row of each cell; those nobody wants share the last row.
    rows: Vec<u16>,
    results: Vec<Row>,
    /// How many samples were run last.
    count: usize,
}

impl Strip {
    /// From now on these cells are wanted.
    pub fn want(&mut self, cells: &[Cell]) {
        self.rows.clear();
        self.rows.resize(Cell::COUNT, cells.len() as u16);
        for (row, cell) in cells.iter().enumerate() {
            self.rows[cell.index()] = row as u16;
        }
        let empty = [f32::NAN; WIDTH];
        let empty = Row {
            chunks: [empty; STRIP / WIDTH],
            _gap: empty,
        };
        self.results.resize(cells.len() + 1, empty);
        self.count = 0;
    }

    /// Runs the first `count` samples of a strip.
    #[inline(always)]
    pub fn run<S: Simd>(&mut self, simd: S, sampler: &Sampler, draws: &Draws, count: usize) {
        let mut assumptions = sampler.medians(simd);
        for offset in (0..count).step_by(LANES) {
            sampler.load(simd, draws, offset, &mut assumptions);
            let mut columns = Columns {
                strip: self,
                eight: offset / LANES,
            };
            simulate(&assumptions, &mut columns);
        }
        self.count = count;
        let last = count.next_multiple_of(WIDTH);
        for row in &mut self.results {
            row.chunks.as_flattened_mut()[count..last].fill(f32::NAN);
        }
    }

    /// The values of the wanted cell with this index, one for each sample that was run last.
    pub fn chunks(&self, index: usize) -> &[Chunk] {
        &self.results[index].chunks[..self.count.div_ceil(WIDTH)]
    }
}

/// Eight columns of a strip.
struct Columns<'a> {
    strip: &'a mut Strip,
    eight: usize,
}

impl<S: Simd> Sheet<Lanes<S>> for Columns<'_> {
    #[inline(always)]
    fn put(&mut self, series: Series, year: Year, value: Lanes<S>) -> Lanes<S> {
        let row = usize::from(self.strip.rows[Cell { series, year }.index()]);
        let values = self.strip.results[row].chunks.as_flattened_mut();
        let (eights, _) = values.as_chunks_mut();
        value.store_rounded(&mut eights[self.eight]);
        value
    }
}
