//! The values that are kept of a group of columns.

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
pub(super) type Lists = [List; WIDTH];

/// Chunks, with room for more.
#[derive(Default)]
pub(super) struct List {
    chunks: Vec<Chunk>,
    len: usize,
}

impl List {
    pub fn chunks(&self) -> &[Chunk] {
        &self.chunks[..self.len]
    }

    fn extend(&mut self, more: &[Chunk]) {
        let len = self.len + more.len();
        if self.chunks.len() < len {
            self.chunks.resize(2 * len, [0.0; WIDTH]);
        }
        self.chunks[self.len..len].copy_from_slice(more);
        self.len = len;
    }
}

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
    pub fn by_column(&self, columns: usize, lists: &mut Lists) {
        for list in &mut *lists {
            list.len = 0;
        }
        let chunks = self.values.chunks();
        let mut start = 0;
        for ends in self.ends.chunks(columns) {
            for (list, &end) in lists.iter_mut().zip(ends) {
                list.extend(&chunks[start..end as usize]);
                start = end as usize;
            }
        }
    }
}
