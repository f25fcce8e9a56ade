//! Exact order statistics of a stream of samples, without keeping all of them.
//!
//! A smaller sample shows where each wanted rank must fall: a window, wider than chance can miss.
//! Of the samples those in a window are kept, and those below it are counted. A rank that falls
//! outside its window is found out, and the window is then made wider. So nothing is estimated,
//! and memory grows with the square root of the sample.

use fearless_simd::prelude::*;
use fearless_simd::{Simd, f32x16, mask32x16, u32x16};

use super::select::{Heap, Neighbours, Scratch, WIDTH, filter, select, sort_lanes};

/// The values of one cell: those in a window are kept, all are counted.
#[derive(Clone, Default)]
pub(super) struct Column<const N: usize> {
    windows: Option<[Window; N]>,
    kept: Heap,
    count: usize,
}

/// Where a wanted rank must lie.
#[derive(Clone, Copy)]
struct Window {
    low: f32,
    high: f32,
    /// How many values were below `low`.
    below: usize,
    /// How many were from `low` to `high`. Where the two are one value, these are not kept.
    inside: usize,
}

impl Window {
    const EVERYTHING: Self = Self {
        low: f32::NEG_INFINITY,
        high: f32::INFINITY,
        below: 0,
        inside: 0,
    };

    /// Between which values of the window the one at `rank` of it should lie, and the next.
    #[inline(always)]
    fn likely_ends(&self, rank: usize) -> (f32, f32) {
        const DEVIATIONS: f32 = 3.0;
        const CURVATURE: f32 = 0.03;
        if !(self.low.is_finite() && self.high.is_finite()) {
            return (self.low, self.high);
        }
        let place = (rank as f32 + 1.0) / self.inside as f32;
        let deviation = (place * (1.0 - place) / self.inside as f32).max(0.0).sqrt();
        let margin = DEVIATIONS * deviation + CURVATURE;
        let width = self.high - self.low;
        (
            self.low + width * (place - margin).max(0.0),
            self.low + width * (place + margin).min(1.0),
        )
    }
}

/// Windows from margin to margin around ranks; `value` tells the value at a rank, if there is one.
#[inline(always)]
fn windows<const N: usize>(
    ranks: &[(usize, usize); N],
    value: impl Fn(usize) -> Option<f32>,
) -> [Window; N] {
    ranks.map(|(rank, margin)| Window {
        low: rank
            .checked_sub(margin)
            .and_then(&value)
            .unwrap_or(f32::NEG_INFINITY),
        high: value(rank + 1 + margin).unwrap_or(f32::INFINITY),
        ..Window::EVERYTHING
    })
}

impl<const N: usize> Column<N> {
    /// Takes values, of which none is "not a number".
    #[inline(always)]
    pub fn take<S: Simd>(&mut self, simd: S, values: &[f32]) {
        self.count += values.len();
        let Some(windows) = &mut self.windows else {
            self.kept.extend(values);
            return;
        };
        let mut counter = Counter::new(simd, windows);
        self.kept.make_room(values.len());
        let (chunks, rest) = values.as_chunks::<WIDTH>();
        for chunk in chunks {
            let values = f32x16::from_slice(simd, chunk);
            self.kept.push(values, counter.count(values));
        }
        if !rest.is_empty() {
            // What is not a number is neither below nor inside a window.
            let mut chunk = [f32::NAN; WIDTH];
            chunk[..rest.len()].copy_from_slice(rest);
            let values = f32x16::from_slice(simd, &chunk);
            self.kept.push(values, counter.count(values));
        }
        counter.add_to(windows);
    }

    /// Makes room in an empty column for so many values inside its windows.
    pub fn expect(&mut self, values: usize) {
        self.kept.start_with_room(values);
    }

    /// Takes what another column with the same windows has taken.
    pub fn merge(&mut self, other: &Self) {
        self.count += other.count;
        self.kept.extend(other.kept.values());
        for (own, other) in self.windows.iter_mut().zip(&other.windows) {
            for (own, other) in own.iter_mut().zip(other) {
                own.below += other.below;
                own.inside += other.inside;
            }
        }
    }

    /// Forgets all values and windows.
    pub fn clear(&mut self) {
        self.windows = None;
        self.kept.clear();
        self.count = 0;
    }

    /// Closes windows around the wanted ranks of columns that have kept all of their values, and
    /// goes on from these. A rank may move by its margin either way.
    ///
    /// # Panics
    /// Where the columns have not the same number of values.
    #[inline(always)]
    pub fn focus_all<S: Simd>(
        simd: S,
        columns: &mut [Self],
        ranks: &[(usize, usize); N],
        scratch: &mut Scratch,
    ) {
        for columns in columns.chunks_mut(WIDTH) {
            let rows = &mut scratch.rows;
            rows.clear();
            rows.resize(columns[0].count, [0.0; WIDTH]);
            for (lane, column) in columns.iter().enumerate() {
                for (row, value) in rows.iter_mut().zip(column.kept.values()) {
                    row[lane] = *value;
                }
            }
            sort_lanes(simd, rows);
            for (lane, column) in columns.iter_mut().enumerate() {
                column.windows = Some(windows(ranks, |rank| rows.get(rank).map(|row| row[lane])));
                column.count = 0;
                std::mem::swap(&mut column.kept, &mut scratch.from);
                column.kept.clear();
                column.take(simd, scratch.from.values());
            }
        }
    }

    /// Narrows the windows around the wanted ranks, and forgets all values. `None` where the
    /// windows so far are too narrow to tell.
    #[inline(always)]
    pub fn refocus<S: Simd>(
        &mut self,
        simd: S,
        ranks: &[(usize, usize); N],
        scratch: &mut Scratch,
    ) -> Option<()> {
        let mut narrower = [Window::EVERYTHING; N];
        for (index, window) in narrower.iter_mut().enumerate() {
            let (rank, margin) = ranks[index];
            if let Some(first) = rank.checked_sub(margin) {
                window.low = self.neighbours(simd, index, first, scratch)?.at;
            }
            if rank + 1 + margin < self.count {
                window.high = self.neighbours(simd, index, rank + margin, scratch)?.next;
            }
        }
        self.clear();
        self.windows = Some(narrower);
        Some(())
    }

    /// A column with the same windows and no values.
    pub fn emptied(&self) -> Self {
        let empty = |window| Window {
            below: 0,
            inside: 0,
            ..window
        };
        Self {
            windows: self.windows.map(|windows| windows.map(empty)),
            ..Self::default()
        }
    }

    /// The values at the wanted rank with this index, and at the next rank; `None` where its
    /// window has missed one of them.
    #[inline(always)]
    pub fn neighbours<S: Simd>(
        &self,
        simd: S,
        index: usize,
        rank: usize,
        scratch: &mut Scratch,
    ) -> Option<Neighbours> {
        let Some(windows) = &self.windows else {
            scratch.from.clear();
            scratch.from.extend(self.kept.values());
            return Some(select(simd, rank, scratch));
        };
        let window = windows[index];
        let rank = rank.checked_sub(window.below)?;
        if rank + 1 >= window.inside {
            return None;
        }
        if window.low == window.high {
            return Some(Neighbours {
                at: window.low,
                next: window.low,
            });
        }
        // Within a narrow window values lie nearly evenly: look where the rank should be first.
        let ends = window.likely_ends(rank);
        let counted = self.kept.values();
        let below_window = kept_below(simd, counted, windows, index);
        let below = filter(simd, counted, ends, &mut scratch.from) - below_window;
        if let Some(rank) = rank.checked_sub(below)
            && rank + 1 < scratch.from.len
        {
            return Some(select(simd, rank, scratch));
        }
        filter(simd, counted, (window.low, window.high), &mut scratch.from);
        Some(select(simd, rank, scratch))
    }
}

/// Where the upper half of a count starts. Counted at a time are fewer values than fit in a half.
const UPPER: u32 = 16;

/// Counts values against the windows of a column.
struct Counter<S: Simd, const N: usize> {
    low: [f32x16<S>; N],
    high: [f32x16<S>; N],
    /// One where what is inside a window is kept, else none.
    keeps: [u32x16<S>; N],
    /// How many values were below each window, and in the upper half how many up to its end, lane
    /// by lane.
    counts: [u32x16<S>; N],
}

impl<S: Simd, const N: usize> Counter<S, N> {
    #[inline(always)]
    fn new(simd: S, windows: &[Window; N]) -> Self {
        let mut counter = Self {
            low: [f32x16::splat(simd, 0.0); N],
            high: [f32x16::splat(simd, 0.0); N],
            keeps: [u32x16::splat(simd, 0); N],
            counts: [u32x16::splat(simd, 0); N],
        };
        for (index, window) in windows.iter().enumerate() {
            counter.low[index] = f32x16::splat(simd, window.low);
            counter.high[index] = f32x16::splat(simd, window.high);
            counter.keeps[index] = u32x16::splat(simd, u32::from(window.low < window.high));
        }
        counter
    }

    /// Counts sixteen values, and tells which are to be kept.
    #[inline(always)]
    fn count(&mut self, values: f32x16<S>) -> mask32x16<S> {
        let simd = values.simd;
        let none = u32x16::splat(simd, 0);
        let (one, upper_one) = (u32x16::splat(simd, 1), u32x16::splat(simd, 1 << UPPER));
        // How many windows that are kept each value is inside of. (Sums, for masks would be packed
        // and unpacked on the way.)
        let mut windows = none;
        for index in 0..N {
            let below = values.simd_lt(self.low[index]);
            let upto = values.simd_le(self.high[index]);
            self.counts[index] += below.select(one, none);
            self.counts[index] += upto.select(upper_one, none);
            windows += upto.select(self.keeps[index], none);
            windows -= below.select(self.keeps[index], none);
        }
        windows.simd_gt(none)
    }

    #[inline(always)]
    fn add_to(&self, windows: &mut [Window; N]) {
        for (index, window) in windows.iter_mut().enumerate() {
            let counts = self.counts[index].reduce_sum();
            let (below, upto) = (counts & ((1 << UPPER) - 1), counts >> UPPER);
            window.below += below as usize;
            window.inside += (upto - below) as usize;
        }
    }
}

/// How many kept values lie below a window: those of the windows before it, if none reaches into
/// it.
#[inline(always)]
fn kept_below<S: Simd, const N: usize>(
    simd: S,
    kept: &[f32],
    windows: &[Window; N],
    index: usize,
) -> usize {
    let low = windows[index].low;
    let before = &windows[..index];
    if before.iter().all(|window| window.high < low) {
        let are_kept = |window: &&Window| window.low < window.high;
        return before
            .iter()
            .filter(are_kept)
            .map(|window| window.inside)
            .sum();
    }
    let low_lanes = f32x16::splat(simd, low);
    let (chunks, rest) = kept.as_chunks::<WIDTH>();
    let mut count = rest.iter().filter(|value| **value < low).count();
    for chunk in chunks {
        let below = f32x16::from_slice(simd, chunk).simd_lt(low_lanes);
        count += below.to_bitmask().count_ones() as usize;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::lanes::{Path, Work};

    /// Takes values in strips, with windows from the first `part` of them, and reads one rank.
    struct Stream<'a> {
        values: &'a [f32],
        part: usize,
        margin: usize,
        rank: usize,
    }

    impl Work for Stream<'_> {
        type Output = Option<Neighbours>;

        #[inline(always)]
        fn run<S: Simd>(self, simd: S) -> Self::Output {
            let mut scratch = Scratch::default();
            let mut columns = [Column::<1>::default()];
            columns[0].take(simd, &self.values[..self.part]);
            if self.part < self.values.len() {
                let rank = self.rank * self.part / self.values.len();
                Column::focus_all(simd, &mut columns, &[(rank, self.margin)], &mut scratch);
            }
            for strip in self.values[self.part..].chunks(100) {
                columns[0].take(simd, strip);
            }
            columns[0].neighbours(simd, 0, self.rank, &mut scratch)
        }
    }

    /// Values in an order that looks like none: 0, 1, … `distinct` − 1, over and over.
    fn shuffled(count: usize, distinct: usize) -> Vec<f32> {
        (0..count)
            .map(|index| (index * 7919 % count * distinct / count) as f32)
            .collect()
    }

    fn check(values: &[f32], part: usize, margin: usize) {
        let mut sorted = values.to_vec();
        sorted.sort_by(f32::total_cmp);
        for path in Path::all() {
            for rank in [0, 1, values.len() / 20, values.len() / 2, values.len() - 2] {
                let stream = Stream {
                    values,
                    part,
                    margin,
                    rank,
                };
                let found = path.run(stream).expect("the window is wide enough");
                let want = (sorted[rank], sorted[rank + 1]);
                assert_eq!((found.at, found.next), want, "{path:?}, rank {rank}");
            }
        }
    }

    #[test]
    fn ranks_are_exact_with_and_without_windows() {
        check(&shuffled(3001, 3001), 3001, 0);
        check(&shuffled(3001, 3001), 512, 100);
    }

    #[test]
    fn equal_values_do_no_harm() {
        check(&shuffled(3001, 3), 512, 40);
        check(&[4.0; 700], 128, 5);
        check(&[4.0; 700], 700, 0);
    }

    #[test]
    fn a_window_that_misses_its_rank_says_so() {
        // The part is all below the rest, so that no rank of it tells where those of the whole lie.
        let values: Vec<f32> = (0..2000_u16).map(f32::from).collect();
        let stream = Stream {
            values: &values,
            part: 500,
            margin: 20,
            rank: 1000,
        };
        assert_eq!(Path::best().run(stream), None);
    }
}
