//! Values in no order.

use fearless_simd::prelude::*;
use fearless_simd::{Simd, f32x16, mask32x16};

use super::chunk::{Chunk, WIDTH, count};

/// Values in no order, with room for more: sixteen are always written, of which some stay.
#[derive(Default)]
pub(super) struct Heap {
    values: Vec<f32>,
    len: usize,
}

impl Heap {
    pub fn len(&self) -> usize {
        self.len
    }

    /// The values, if they fill whole chunks.
    pub fn chunks(&self) -> &[Chunk] {
        self.values[..self.len].as_chunks().0
    }

    /// Drops all but the first so many values.
    pub fn truncate(&mut self, len: usize) {
        self.len = len;
    }

    pub fn clear(&mut self) {
        self.len = 0;
    }

    /// Fills the last chunk up.
    #[inline(always)]
    pub fn fill_up(&mut self) {
        self.make_room(0);
        self.values[self.len..self.len + WIDTH].fill(f32::NAN);
        self.len = self.len.next_multiple_of(WIDTH);
    }

    /// Makes room for so many more values.
    #[inline(always)]
    pub fn make_room(&mut self, more: usize) {
        let wanted = self.len + more + WIDTH;
        if self.values.len() < wanted {
            self.values.resize(wanted + wanted / 4, 0.0);
        }
    }

    /// Adds those of sixteen values that are wanted. There must be room for all of them.
    #[inline(always)]
    pub fn push<S: Simd>(&mut self, values: f32x16<S>, wanted: mask32x16<S>) {
        let wanted_values = values.compress(wanted);
        wanted_values.store_slice(&mut self.values[self.len..self.len + WIDTH]);
        self.len += count(wanted);
    }

    /// Adds all of some values.
    pub fn extend(&mut self, chunks: &[Chunk]) {
        let values = chunks.as_flattened();
        self.make_room(values.len());
        self.values[self.len..self.len + values.len()].copy_from_slice(values);
        self.len += values.len();
    }
}
