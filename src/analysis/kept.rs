//! The values that are kept of a group of columns.

use fearless_simd::prelude::*;
use fearless_simd::{Simd, f32x16};

use super::chunk::{Chunk, WIDTH};
use super::heap::Heap;

/// The values that are kept of sixteen columns, or fewer, in the order in which they come: some of
/// the first column, of the second, and so on to the last, then more of the first. So they are
/// written to one place, and read in one go.
#[derive(Default)]
pub(super) struct Kept {
    pub values: Heap,
    /// After how many chunks the values of a column end, round after round.
    ends: Vec<u32>,
}

/// The values of sixteen columns, each by itself.
pub(super) type Lists = [Vec<Chunk>; WIDTH];

impl Kept {
    pub fn clear(&mut self) {
        self.values.clear();
        self.ends.clear();
    }

    /// What has been added since the last call is of the next column.
    #[inline(always)]
    pub fn end_column(&mut self) {
        self.values.fill_up();
        self.ends.push((self.values.len() / WIDTH) as u32);
    }

    /// Adds what was kept of the same columns elsewhere.
    pub fn append(&mut self, other: &Self) {
        let before = (self.values.len() / WIDTH) as u32;
        self.values.extend(other.values.chunks());
        self.ends.extend(other.ends.iter().map(|end| before + end));
    }

    /// Sorts out the values of so many columns.
    #[inline(always)]
    pub fn by_column<S: Simd>(&self, simd: S, columns: usize, lists: &mut Lists) {
        let chunks = self.values.chunks();
        let mut lens = [0; WIDTH];
        let mut start = 0;
        for ends in self.ends.chunks(columns) {
            for (index, &end) in ends.iter().enumerate() {
                let from = &chunks[start..end as usize];
                let list = &mut lists[index];
                let len = lens[index] + from.len();
                if list.len() < len {
                    list.resize(2 * len, [0.0; WIDTH]);
                }
                for (to, from) in list[lens[index]..len].iter_mut().zip(from) {
                    f32x16::from_slice(simd, from).store_slice(to);
                }
                lens[index] = len;
                start = end as usize;
            }
        }
        for (list, len) in lists.iter_mut().zip(lens) {
            list.truncate(len);
        }
    }
}
