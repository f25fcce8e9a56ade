//! Exact order statistics of a stream of samples, without keeping all of them.
//!
//! The first samples show about where each wanted rank will fall: a window, wider than chance can
//! miss. Of the samples those in a window are kept, and those below it are counted. The more
//! samples have come, the narrower the windows can be, and what falls out of them is dropped. A
//! rank that is not in its window at the end is found out, and all is done again with wider ones.
//! So nothing is estimated, and memory grows with the square root of the sample.

use fearless_simd::Simd;

use super::select::{BLOCK, Heap, Neighbours, Row, Scratch, WIDTH, select, sort_lanes};
use super::tally::MOST_COUNTED;
use super::window::{Rank, Window, Windows};

/// The values of one cell: those in a window are kept, all are counted.
#[derive(Clone, Default)]
pub(super) struct Column<const N: usize> {
    windows: Option<Windows<N>>,
    kept: Heap,
    count: usize,
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
        for values in values.chunks(MOST_COUNTED) {
            windows.take(simd, values, &mut self.kept);
        }
    }

    /// Takes what another column with the same windows has taken.
    pub fn merge(&mut self, other: &Self) {
        self.count += other.count;
        self.kept.extend(other.kept.values());
        if let (Some(own), Some(other)) = (&mut self.windows, &other.windows) {
            own.merge(other);
        }
    }

    /// Forgets all values and windows.
    pub fn clear(&mut self) {
        self.windows = None;
        self.kept.clear();
        self.count = 0;
    }

    /// A column with the same windows and no values.
    pub fn emptied(&self) -> Self {
        Self {
            windows: self.windows.map(Windows::emptied),
            ..Self::default()
        }
    }

    /// Opens windows around the wanted ranks of columns that have kept all of their values, and as
    /// many of them.
    #[inline(always)]
    pub fn open_windows<S: Simd>(
        simd: S,
        columns: &mut [Self],
        ranks: &[Rank; N],
        scratch: &mut Scratch,
    ) {
        for columns in columns.chunks_mut(WIDTH) {
            sort_side_by_side(simd, columns, |_| true, &mut scratch.rows);
            for (lane, column) in columns.iter_mut().enumerate() {
                let value = |rank: usize| scratch.rows.get(rank).map(|row| row.0[lane]);
                let windows = ranks.map(|rank| Window::around(rank, value));
                column.windows = Some(Windows::new(windows, column.count));
                column.count = 0;
                std::mem::swap(&mut column.kept, &mut scratch.heap);
                column.kept.clear();
                column.take(simd, scratch.heap.values());
            }
        }
    }

    /// Narrows the windows around the wanted ranks as far as the values so far allow.
    #[inline(always)]
    pub fn narrow<S: Simd>(&mut self, simd: S, ranks: &[Rank; N], scratch: &mut Scratch) {
        const LAST_ATTEMPT: usize = 3;
        let Some(windows) = &mut self.windows else {
            return;
        };
        if self.kept.len == 0 {
            return;
        }
        let growth = self.count as f32 / windows.narrowed_at as f32;
        let mut narrowed: [Window; N] = std::array::from_fn(|index| {
            windows.of_ranks[index].narrowed(ranks[index], self.count, growth)
        });
        let kept = self.kept.values();
        let mut attempt = 0;
        let narrowed = loop {
            let made = Windows::new(narrowed, self.count);
            let made = made.replace(simd, windows, kept, &mut scratch.heap);
            let mut all_hold = true;
            for (index, window) in made.of_ranks.iter().enumerate() {
                let wider = windows.of_ranks[index];
                narrowed[index] = match attempt {
                    _ if window.holds(ranks[index]) => *window,
                    0 => wider.widened(window, ranks[index]),
                    1 => wider.nearer_end(window),
                    _ => wider,
                };
                all_hold &= window.holds(ranks[index]);
            }
            // The last attempt is the window as it was: nothing is lost by a bad guess.
            if all_hold || attempt == LAST_ATTEMPT {
                break made;
            }
            attempt += 1;
        };
        self.windows = Some(narrowed);
        self.kept.clear();
        self.kept.extend(scratch.heap.values());
    }

    /// The values at the wanted ranks, and at the next ranks, of each column; `None` where a
    /// window has missed one of them.
    #[inline(always)]
    pub fn read_all<S: Simd>(
        simd: S,
        columns: &mut [Self],
        ranks: &[Rank; N],
        scratch: &mut Scratch,
    ) -> Option<Vec<[Neighbours; N]>> {
        let mut found = Vec::with_capacity(columns.len());
        for columns in columns.chunks_mut(WIDTH) {
            for column in &mut *columns {
                // Once to count those inside; from then on it is known how many there are.
                column.narrow(simd, ranks, scratch);
                column.narrow(simd, ranks, scratch);
            }
            sort_side_by_side(simd, columns, Self::is_short, &mut scratch.rows);
            for (lane, column) in columns.iter().enumerate() {
                let first = |low| scratch.rows.partition_point(|row| row.0[lane] < low);
                found.push(column.neighbours(ranks, |window, rank| {
                    if let Some(window) = window
                        && !column.is_short()
                    {
                        return select(column.kept.values(), window, rank, &mut scratch.list);
                    }
                    let rank = window.map_or(0, |window| first(window.low)) + rank;
                    let next = (rank + 1).min(column.kept.len - 1);
                    Neighbours {
                        at: scratch.rows[rank].0[lane],
                        next: scratch.rows[next].0[lane],
                    }
                })?);
            }
        }
        Some(found)
    }

    /// Is it sorted together with others? A long one has many equal values, and no need of that.
    fn is_short(&self) -> bool {
        const SHORT: usize = 512;
        self.windows.is_none() || self.kept.len <= SHORT
    }

    #[inline(always)]
    fn neighbours(
        &self,
        ranks: &[Rank; N],
        mut among_kept: impl FnMut(Option<&Window>, usize) -> Neighbours,
    ) -> Option<[Neighbours; N]> {
        let mut found = [Neighbours::default(); N];
        for (index, found) in found.iter_mut().enumerate() {
            let rank = ranks[index].at;
            *found = match self
                .windows
                .as_ref()
                .map(|windows| &windows.of_ranks[index])
            {
                None => among_kept(None, rank),
                Some(window) if !window.holds(Rank { at: rank, drift: 0 }) => return None,
                Some(window) if window.is_point() => Neighbours {
                    at: window.low,
                    next: window.low,
                },
                Some(window) => among_kept(Some(window), rank - window.below),
            };
        }
        Some(found)
    }
}

/// Sorts the kept values of the `wanted` columns, each in its lane, after which comes infinity.
#[inline(always)]
fn sort_side_by_side<S: Simd, const N: usize>(
    simd: S,
    columns: &[Column<N>],
    wanted: impl Fn(&Column<N>) -> bool,
    rows: &mut Vec<Row>,
) {
    let lists = columns.iter().enumerate();
    let lists = lists.filter(|(_, column)| wanted(column));
    let lists = lists.map(|(lane, column)| (lane, column.kept.values()));
    let longest = lists.clone().map(|(_, list)| list.len()).max();
    let padded = longest.unwrap_or(0).next_power_of_two().max(BLOCK);
    rows.clear();
    rows.resize(padded, Row([f32::INFINITY; WIDTH]));
    for (lane, list) in lists {
        for (row, value) in rows.iter_mut().zip(list) {
            row.0[lane] = *value;
        }
    }
    sort_lanes(simd, rows);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::number::lanes::{Path, Work};

    /// Takes values in strips, with windows from the first `part` of them that are narrowed at
    /// twice as many, and reads one rank.
    struct Stream<'a> {
        values: &'a [f32],
        part: usize,
        margin: usize,
        rank: usize,
    }

    impl Stream<'_> {
        /// The wanted rank among the first so many values.
        fn rank(&self, count: usize) -> [Rank; 1] {
            [Rank {
                at: self.rank * count / self.values.len(),
                drift: self.margin,
            }]
        }
    }

    impl Work for Stream<'_> {
        type Output = Option<Neighbours>;

        #[inline(always)]
        fn run<S: Simd>(self, simd: S) -> Self::Output {
            let mut scratch = Scratch::default();
            let mut columns = [Column::<1>::default()];
            columns[0].take(simd, &self.values[..self.part]);
            if self.part < self.values.len() {
                let ranks = self.rank(self.part);
                Column::open_windows(simd, &mut columns, &ranks, &mut scratch);
            }
            for strip in self.values[self.part..].chunks(100) {
                columns[0].take(simd, strip);
                if columns[0].count == 2 * self.part {
                    columns[0].narrow(simd, &self.rank(2 * self.part), &mut scratch);
                }
            }
            let rank = self
                .rank(self.values.len())
                .map(|rank| Rank { drift: 0, ..rank });
            let found = Column::read_all(simd, &mut columns, &rank, &mut scratch)?;
            Some(found[0][0])
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
    fn many_values_at_the_end_of_a_window_are_told_from_the_few_beyond() {
        let spread = shuffled(3001, 3001).into_iter();
        let half_at_the_floor: Vec<f32> = spread.map(|value| value.max(1499.0)).collect();
        check(&half_at_the_floor, 512, 60);
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
