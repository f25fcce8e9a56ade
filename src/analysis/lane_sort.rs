//! Many lists sorted at once, side by side.

use fearless_simd::prelude::*;
use fearless_simd::{Simd, f32x16};

use super::chunk::{Chunk, WIDTH};
use super::kept::List;

/// A value of each of sixteen lists: one line of the cache, so that none is read for two.
#[derive(Clone, Copy)]
#[repr(align(64))]
pub(super) struct Row(pub [f32; WIDTH]);

/// Sorts those lists of values that are wanted, each in its lane, after which comes infinity. There
/// are sixteen lists, or fewer.
#[inline(always)]
pub(super) fn sort_side_by_side<S: Simd>(
    simd: S,
    lists: &[List],
    is_wanted: impl Fn(&[Chunk]) -> bool,
    rows: &mut Vec<Row>,
) {
    let lists = lists.iter().map(List::chunks).enumerate();
    let lists = lists.filter(|(_, list)| is_wanted(list));
    let longest = lists.clone().map(|(_, list)| list.len() * WIDTH).max();
    let padded = longest.unwrap_or(0).next_power_of_two().max(BLOCK);
    rows.clear();
    rows.resize(padded, Row([f32::INFINITY; WIDTH]));
    for (lane, list) in lists {
        for (row, value) in rows.iter_mut().zip(list.as_flattened()) {
            // What fills a chunk up goes to the end.
            row.0[lane] = value.min(f32::INFINITY);
        }
    }
    sort_lanes(simd, rows);
}

/// Sorts sixteen lists of values side by side, each in its lane: a bitonic sort (Batcher, 1968),
/// whose comparisons do not depend on the values. There must be a power of two of them, and no
/// fewer than `BLOCK`.
#[inline(always)]
fn sort_lanes<S: Simd>(simd: S, rows: &mut [Row]) {
    let (blocks, rest) = rows.as_chunks_mut();
    assert!(rest.is_empty(), "rows come in whole blocks");
    for block in blocks {
        in_registers(
            simd,
            block,
            #[inline(always)]
            |block| {
                for half in [1, 2, 4] {
                    flip(block, half);
                    clean(block, half / 2);
                }
            },
        );
    }
    let mut half = BLOCK;
    while half < rows.len() {
        merge(simd, rows, half);
        half *= 2;
    }
}

/// So many rows are sorted and merged in registers.
const BLOCK: usize = 8;

type Block<S> = [f32x16<S>; BLOCK];

#[inline(always)]
fn in_registers<S: Simd>(simd: S, rows: &mut [Row; BLOCK], work: impl FnOnce(&mut Block<S>)) {
    let mut block = [f32x16::splat(simd, 0.0); BLOCK];
    for (values, row) in block.iter_mut().zip(&*rows) {
        *values = f32x16::from_slice(simd, &row.0);
    }
    work(&mut block);
    for (values, row) in block.iter().zip(rows) {
        values.store_slice(&mut row.0);
    }
}

#[inline(always)]
fn exchange<S: Simd>(block: &mut Block<S>, low: usize, high: usize) {
    let (a, b) = (block[low], block[high]);
    block[low] = a.min(b);
    block[high] = a.max(b);
}

/// Of two sorted parts, one after the other, compares the first of one with the last of the other.
#[inline(always)]
fn flip<S: Simd>(block: &mut Block<S>, half: usize) {
    for start in (0..BLOCK).step_by(2 * half) {
        for index in 0..half {
            exchange(block, start + index, start + 2 * half - 1 - index);
        }
    }
}

/// Sorts parts in which all that is out of order is a turning point.
#[inline(always)]
fn clean<S: Simd>(block: &mut Block<S>, mut step: usize) {
    while step > 0 {
        for start in (0..BLOCK).step_by(2 * step) {
            for index in start..start + step {
                exchange(block, index, index + step);
            }
        }
        step /= 2;
    }
}

/// Merges sorted parts of so many rows by twos.
#[inline(always)]
fn merge<S: Simd>(simd: S, rows: &mut [Row], half: usize) {
    for rows in rows.chunks_exact_mut(2 * half) {
        let (low, high) = rows.split_at_mut(half);
        if half == BLOCK {
            for (low, high) in low.iter_mut().zip(high.iter_mut().rev()) {
                exchange_rows(simd, low, high);
            }
            continue;
        }
        let (low_a, low_b) = low.split_at_mut(half / 2);
        let (high_a, high_b) = high.split_at_mut(half / 2);
        let low = low_a.iter_mut().zip(low_b);
        let high = high_b.iter_mut().rev().zip(high_a.iter_mut().rev());
        for ((a, b), (d, c)) in low.zip(high) {
            exchange_four(simd, [a, b, c, d], true);
        }
    }
    let mut step = half / 4;
    while step >= 2 * BLOCK {
        for rows in rows.chunks_exact_mut(2 * step) {
            let (low, high) = rows.split_at_mut(step);
            let (low_a, low_b) = low.split_at_mut(step / 2);
            let (high_a, high_b) = high.split_at_mut(step / 2);
            let low = low_a.iter_mut().zip(low_b);
            for ((a, b), (c, d)) in low.zip(high_a.iter_mut().zip(high_b)) {
                exchange_four(simd, [a, b, c, d], false);
            }
        }
        step /= 4;
    }
    if step == BLOCK {
        for rows in rows.chunks_exact_mut(2 * step) {
            let (low, high) = rows.split_at_mut(step);
            for (low, high) in low.iter_mut().zip(high) {
                exchange_rows(simd, low, high);
            }
        }
    }
    let (blocks, _) = rows.as_chunks_mut();
    for block in blocks {
        in_registers(
            simd,
            block,
            #[inline(always)]
            |block| clean(block, BLOCK / 2),
        );
    }
}

#[inline(always)]
fn exchange_rows<S: Simd>(simd: S, low: &mut Row, high: &mut Row) {
    let a = f32x16::from_slice(simd, &low.0);
    let b = f32x16::from_slice(simd, &high.0);
    a.min(b).store_slice(&mut low.0);
    a.max(b).store_slice(&mut high.0);
}

/// Two steps at once, so that each row is read and written once for both: compares the first two
/// of four rows with the last two, in their order or, where parts are `flipped`, the other way
/// round; then the rows of each two.
#[inline(always)]
fn exchange_four<S: Simd>(simd: S, rows: [&mut Row; 4], flipped: bool) {
    let [a, b, c, d] = rows;
    let load = |row: &Row| f32x16::from_slice(simd, &row.0);
    let (low, high) = ((load(a), load(b)), (load(c), load(d)));
    let high = if flipped { (high.1, high.0) } else { high };
    let (low, high) = (
        (low.0.min(high.0), low.1.min(high.1)),
        (low.0.max(high.0), low.1.max(high.1)),
    );
    low.0.min(low.1).store_slice(&mut a.0);
    low.0.max(low.1).store_slice(&mut b.0);
    high.0.min(high.1).store_slice(&mut c.0);
    high.0.max(high.1).store_slice(&mut d.0);
}
