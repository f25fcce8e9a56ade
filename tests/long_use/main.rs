//! A long day at work: thousands of random gestures, by the same hands each time. After each of
//! them what is shown is what the model says; at the end of each stretch undo goes back to its
//! beginning, bit for bit; and memory does not grow.

mod desk;
mod gestures;

use desk::Desk;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Gestures between one opened document and the next; history is longer.
const STRETCH: usize = 40;
/// What may be held more in the evening than in the morning, in bytes: the columns that fans are
/// made in keep the most they ever needed.
const FLAT: usize = 512 * 1024;

#[test]
fn ten_thousand_gestures_leave_nothing_behind() {
    work(7, 10_000);
}

#[test]
#[ignore = "takes minutes: for changes to history, documents and files"]
fn two_hundred_thousand_gestures_leave_nothing_behind() {
    work(8, 200_000);
}

fn work(seed: u64, gestures: usize) {
    let mut desk = Desk::new(seed);
    let mut held = Vec::new();
    for stretch in 0..gestures.div_ceil(STRETCH) {
        desk.begin(stretch);
        for _ in 0..STRETCH {
            desk.gesture();
            desk.check();
        }
        desk.check_history();
        desk.leave();
        held.push(MEMORY.current_usage());
    }
    // The first quarter fills whatever is kept, such as tables that are made once.
    let quarter = held.len() / 4;
    let least = |part: &[usize]| part.iter().copied().min().expect("a part of the day");
    let before = least(&held[quarter..2 * quarter]);
    let after = least(&held[3 * quarter..]);
    assert!(
        after < before + FLAT,
        "{before} bytes were held in the second quarter, {after} in the last: {held:?}"
    );
}
