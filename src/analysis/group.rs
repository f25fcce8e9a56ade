//! Exact order statistics of streams of samples, without keeping all of them.
//!
//! The first samples show about where each wanted rank will fall: a window, wider than chance can
//! miss. Of the samples those in a window are kept, and those below it are counted. The more
//! samples have come, the narrower the windows can be, and what falls out of them is dropped. A
//! rank that is in no window at the end is found out, and its result is computed again with wider
//! ones. So nothing is estimated, and memory grows with the square root of the sample.

use fearless_simd::Simd;

use super::chunk::Chunk;
use super::heap::Heap;
use super::kept::{Kept, List, Lists};
use super::lane_sort::{Row, sort_side_by_side};
use super::window::Rank;
use super::windows::{RANKS, Windows};

/// More chunks than that are not sorted side by side with those of other columns: there are few such
/// columns, and the longest of sixteen tells how long all of them take.
const LONGEST_SIDE_BY_SIDE: usize = 32;

/// The values at a rank and at the next.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Neighbours {
    pub at: f32,
    pub next: f32,
}

/// The values of sixteen cells, or fewer, a column each: those in a window are kept, all are
/// counted.
#[derive(Default)]
pub(super) struct Group {
    columns: usize,
    /// How many values each has taken.
    count: usize,
    /// The windows of each; none while all values are kept.
    windows: Vec<Windows>,
    /// How many values had come when windows were opened or narrowed.
    narrowed_at: usize,
    kept: Kept,
}

/// Room for work on groups, one after the other.
#[derive(Default)]
pub(super) struct Scratch {
    lists: Lists,
    rows: Vec<Row>,
    kept: Kept,
}

impl Group {
    /// Forgets all values and windows. From now on there are so many columns.
    pub fn clear(&mut self, columns: usize) {
        self.columns = columns;
        self.count = 0;
        self.narrowed_at = 0;
        self.windows.clear();
        self.kept.clear();
    }

    /// A group with the same windows and no values.
    pub fn emptied(&self) -> Self {
        Self {
            columns: self.columns,
            windows: self.windows.iter().map(Windows::emptied).collect(),
            ..Self::default()
        }
    }

    /// Takes what another group with the same windows has taken.
    pub fn merge(&mut self, other: &Self) {
        self.count += other.count;
        self.kept.append(&other.kept);
        for (own, other) in self.windows.iter_mut().zip(&other.windows) {
            own.merge(other);
        }
    }

    /// Takes so many values for each column; `chunks` tells those of a column.
    #[inline(always)]
    pub fn take<'a, S: Simd>(
        &mut self,
        simd: S,
        count: usize,
        chunks: impl Fn(usize) -> &'a [Chunk],
    ) {
        self.count += count;
        for column in 0..self.columns {
            let kept = &mut self.kept.values;
            match self.windows.get_mut(column) {
                None => kept.extend(chunks(column)),
                Some(windows) => windows.take(simd, chunks(column), count, kept),
            }
            self.kept.end_column();
        }
    }

    /// Opens windows around the wanted ranks of columns that have kept all of their values.
    #[inline(always)]
    pub fn open_windows<S: Simd>(&mut self, simd: S, ranks: &[Rank; RANKS], scratch: &mut Scratch) {
        let Scratch {
            lists, rows, kept, ..
        } = scratch;
        kept.clear();
        self.kept.by_column(self.columns, lists);
        sort_side_by_side(simd, &lists[..self.columns], |_| true, rows);
        for (lane, list) in lists[..self.columns].iter().map(List::chunks).enumerate() {
            let value = |rank: usize| (rank < self.count).then(|| rows[rank].0[lane]);
            let mut windows = Windows::around(ranks, value);
            windows.take(simd, list, self.count, &mut kept.values);
            kept.end_column();
            self.windows.push(windows);
        }
        self.narrowed_at = self.count;
        std::mem::swap(&mut self.kept, kept);
    }

    /// Narrows the windows around the wanted ranks as far as the values so far allow.
    #[inline(always)]
    pub fn narrow<S: Simd>(&mut self, simd: S, ranks: &[Rank; RANKS], scratch: &mut Scratch) {
        let Scratch { lists, kept, .. } = scratch;
        kept.clear();
        self.kept.by_column(self.columns, lists);
        for (column, list) in lists[..self.columns].iter().map(List::chunks).enumerate() {
            self.windows[column] = self.narrowed(simd, column, ranks, list, &mut kept.values);
            kept.end_column();
        }
        self.narrowed_at = self.count;
        std::mem::swap(&mut self.kept, kept);
    }

    /// The windows of a column narrowed; adds what they keep to `still_kept`.
    #[inline(always)]
    fn narrowed<S: Simd>(
        &self,
        simd: S,
        column: usize,
        ranks: &[Rank; RANKS],
        kept: &[Chunk],
        still_kept: &mut Heap,
    ) -> Windows {
        const LAST_ATTEMPT: usize = 3;
        let windows = &self.windows[column];
        let growth = self.count as f32 / self.narrowed_at as f32;
        let mut parts = windows.of_ranks;
        for (part, rank) in parts.iter_mut().zip(ranks) {
            *part = part.narrowed(*rank, self.count, growth);
        }
        let start = still_kept.len();
        let mut attempt = 0;
        loop {
            let made = windows.replaced(simd, parts, kept, still_kept);
            let mut all_hold = true;
            for (index, window) in made.of_ranks.iter().enumerate() {
                let wider = windows.of_ranks[index];
                let is_held = made.hold(index, ranks[index]);
                parts[index] = match attempt {
                    _ if is_held => *window,
                    0 => wider.widened(window, ranks[index]),
                    1 => wider.nearer_end(window),
                    _ => wider,
                };
                all_hold &= is_held;
            }
            // The last attempt is the window as it was: nothing is lost by a bad guess.
            if all_hold || attempt == LAST_ATTEMPT {
                return made;
            }
            still_kept.truncate(start);
            attempt += 1;
        }
    }

    /// The values at the wanted ranks, and at the next ranks, of each column; `None` where its
    /// windows have missed one of them.
    #[inline(always)]
    pub fn read<S: Simd>(
        &mut self,
        simd: S,
        ranks: &[usize; RANKS],
        scratch: &mut Scratch,
    ) -> Vec<Option<[Neighbours; RANKS]>> {
        if !self.windows.is_empty() {
            let ranks = ranks.map(|at| Rank { at, drift: 0 });
            self.narrow(simd, &ranks, scratch);
        }
        let Scratch { lists, rows, .. } = scratch;
        self.kept.by_column(self.columns, lists);
        let lists = &lists[..self.columns];
        let is_short = |list: &[Chunk]| list.len() <= LONGEST_SIDE_BY_SIDE;
        sort_side_by_side(simd, lists, is_short, rows);
        let mut found = Vec::with_capacity(self.columns);
        for (column, list) in lists.iter().map(List::chunks).enumerate() {
            found.push(if is_short(list) {
                self.neighbours(column, ranks, |index| rows[index].0[column])
            } else {
                let values = list.as_flattened().iter().copied();
                let mut sorted: Vec<f32> = values.filter(|value| !value.is_nan()).collect();
                sorted.sort_unstable_by(f32::total_cmp);
                self.neighbours(column, ranks, |index| sorted[index])
            });
        }
        found
    }

    /// The values at some ranks of a column, and at the next ranks, given those kept in ascending
    /// order; `None` where its windows have missed one of them.
    #[inline(always)]
    fn neighbours(
        &self,
        column: usize,
        ranks: &[usize; RANKS],
        sorted: impl Fn(usize) -> f32,
    ) -> Option<[Neighbours; RANKS]> {
        let value = |rank: usize| match self.windows.get(column) {
            None => Some(sorted(rank)),
            Some(windows) => windows.value(rank, &sorted),
        };
        let mut found = [Neighbours::default(); RANKS];
        for (found, &rank) in found.iter_mut().zip(ranks) {
            found.at = value(rank)?;
            found.next = value((rank + 1).min(self.count - 1))?;
        }
        Some(found)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::chunk::WIDTH;
    use crate::number::lanes::{Path, Work};

    /// Streams of as many values, taken a hundred at a time, with windows from the first `part` of
    /// them that are narrowed at twice as many.
    struct Streams<'a> {
        columns: &'a [Vec<f32>],
        part: usize,
        margin: usize,
        ranks: [usize; RANKS],
    }

    impl Streams<'_> {
        fn len(&self) -> usize {
            self.columns[0].len()
        }

        /// The wanted ranks among the first so many values.
        fn ranks(&self, count: usize) -> [Rank; RANKS] {
            self.ranks.map(|rank| Rank {
                at: rank * count / self.len(),
                drift: self.margin,
            })
        }
    }

    impl Work for Streams<'_> {
        type Output = Vec<Option<[Neighbours; RANKS]>>;

        #[inline(always)]
        fn run<S: Simd>(self, simd: S) -> Self::Output {
            let mut scratch = Scratch::default();
            let mut group = Group::default();
            group.clear(self.columns.len());
            let mut done = 0;
            while done < self.len() {
                let count = self.part.min(100).min(self.len() - done);
                let strip = self.columns.iter().map(|values| {
                    let mut chunks = vec![[f32::NAN; WIDTH]; count.div_ceil(WIDTH)];
                    chunks.as_flattened_mut()[..count].copy_from_slice(&values[done..done + count]);
                    chunks
                });
                let strip: Vec<_> = strip.collect();
                group.take(simd, count, |column| &strip[column]);
                done += count;
                if done == self.part {
                    group.open_windows(simd, &self.ranks(done), &mut scratch);
                } else if done == 2 * self.part {
                    group.narrow(simd, &self.ranks(done), &mut scratch);
                }
            }
            group.read(simd, &self.ranks, &mut scratch)
        }
    }

    /// Values in an order that looks like none: 0, 1, … `distinct` − 1, over and over.
    fn shuffled(count: usize, distinct: usize) -> Vec<f32> {
        (0..count)
            .map(|index| (index * 7919 % count * distinct / count) as f32)
            .collect()
    }

    fn check(columns: &[Vec<f32>], part: usize, margin: usize) {
        let len = columns[0].len();
        let ranks = [0, len / 20, len / 2, len / 2 + 1, len - 2];
        for path in Path::all() {
            let found = path.run(Streams {
                columns,
                part,
                margin,
                ranks,
            });
            for (values, found) in columns.iter().zip(found) {
                let mut sorted = values.clone();
                sorted.sort_by(f32::total_cmp);
                let found = found.expect("the windows are wide enough");
                let want = ranks.map(|rank| Neighbours {
                    at: sorted[rank],
                    next: sorted[rank + 1],
                });
                assert_eq!(found, want, "{path:?}");
            }
        }
    }

    #[test]
    fn ranks_are_exact_with_and_without_windows() {
        let falling = (0..3000).map(|index| -(index * 7919 % 3000) as f32);
        let columns = [shuffled(3000, 3000), falling.collect(), vec![4.0; 3000]];
        check(&columns, 4000, 0);
        check(&columns, 500, 100);
        check(&vec![shuffled(3000, 3000); WIDTH], 500, 100);
    }

    #[test]
    fn equal_values_do_no_harm() {
        check(&[shuffled(3000, 3), vec![4.0; 3000]], 500, 40);
        check(&[vec![4.0; 700]], 100, 5);
        check(&[vec![4.0; 700]], 800, 0);
    }

    #[test]
    fn many_values_at_the_end_of_a_window_are_told_from_the_few_beyond() {
        let floored = |floor: f32| {
            let values = shuffled(3000, 3000).into_iter();
            values.map(|value| value.max(floor)).collect()
        };
        let floors = [100.0, 149.0, 150.0, 1499.0, 1501.0, 2990.0, 2998.0];
        check(&floors.map(floored), 500, 60);
    }

    #[test]
    fn windows_that_meet_at_equal_values_are_kept_apart() {
        let stepped = |step: f32| {
            let values = shuffled(3000, 3000).into_iter();
            values.map(|value| (value / step).floor() * step).collect()
        };
        check(&[10.0, 140.0, 160.0, 700.0, 1500.0].map(stepped), 500, 60);
        check(&[10.0, 140.0, 160.0, 700.0, 1500.0].map(stepped), 500, 400);
    }

    #[test]
    fn a_window_that_misses_its_rank_says_so() {
        // The part is all below the rest, so that no rank of it tells where those of the whole lie.
        let rising = (0..2000_u16).map(f32::from).collect();
        let columns = [rising, vec![4.0; 2000]];
        let streams = Streams {
            columns: &columns,
            part: 500,
            margin: 20,
            ranks: [100, 500, 1000, 1500, 1900],
        };
        let found = Path::best().run(streams);
        assert!(found[0].is_none() && found[1].is_some());
    }
}
