//! Work that takes longer than a frame: one worker, of whose results only the latest counts.

use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::Instant;

use super::command::Command;
use super::crash;
use super::uncertainty::FanOrder;
use crate::analysis::{FanMaker, FanRequest};
use crate::number::lanes::Path;

/// The worker and what it is asked for.
///
/// It works on one thread: on a machine of two processors the other one draws the window.
#[derive(Default)]
pub struct Jobs {
    worker: Option<Worker>,
}

struct Worker {
    orders: Sender<Box<FanOrder>>,
    results: Receiver<Command>,
}

impl Jobs {
    /// Has a fan made in the background; `wake` is called once it is there.
    pub fn start(&mut self, order: Box<FanOrder>, wake: impl Fn() + Clone + Send + 'static) {
        let worker = self.worker.get_or_insert_with(|| Worker::spawn(wake));
        // A worker that has died cannot be helped: the fan of the drag stays on screen.
        let _ = worker.orders.send(order);
    }

    /// What has been done since the last time.
    pub fn poll(&mut self) -> impl Iterator<Item = Command> + '_ {
        self.worker
            .iter()
            .flat_map(|worker| worker.results.try_iter())
    }
}

impl Worker {
    fn spawn(wake: impl Fn() + Send + 'static) -> Self {
        let (orders, incoming) = mpsc::channel();
        let (outgoing, results) = mpsc::channel();
        // Where no thread can be had, the other end of both channels is gone, and nothing comes.
        let _ = thread::Builder::new()
            .name("fan".to_owned())
            .spawn(move || work(&incoming, &outgoing, wake));
        Self { orders, results }
    }
}

fn work(orders: &Receiver<Box<FanOrder>>, results: &Sender<Command>, wake: impl Fn()) {
    let mut maker = FanMaker::default();
    while let Ok(mut order) = orders.recv() {
        // Of several orders only the last is still wanted.
        while let Ok(newer) = orders.try_recv() {
            order = newer;
        }
        if let Some(done) = answer(&mut maker, order.generation, |maker| {
            carry_out(maker, &order)
        }) {
            if results.send(done).is_err() {
                return;
            }
            wake();
        }
    }
}

/// What a fan was made into, even where its making has failed.
fn answer(
    maker: &mut FanMaker,
    generation: u64,
    make: impl FnOnce(&mut FanMaker) -> Option<Command>,
) -> Option<Command> {
    if let Some(done) = crash::contain(|| make(maker)) {
        return done;
    }
    // Whatever is half done in it is not to be built upon.
    *maker = FanMaker::default();
    Some(Command::FanFailed { generation })
}

/// Makes a fan and says so; `None` where it was cancelled.
pub fn carry_out(maker: &mut FanMaker, order: &FanOrder) -> Option<Command> {
    let started = Instant::now();
    let request = FanRequest {
        spreads: &order.spreads,
        cells: &order.cells,
        watched: order.watched,
        sampling: order.sampling,
        threads: 1,
        path: Path::best(),
    };
    let fan = maker.make(&request, &order.progress)?;
    Some(Command::FanMade {
        generation: order.generation,
        fan: Arc::new(fan),
        time: started.elapsed(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fan_that_fails_is_told_and_the_worker_lives_on() {
        let mut maker = FanMaker::default();
        let failed = answer(&mut maker, 7, |_| panic!("a fault"));
        assert!(matches!(failed, Some(Command::FanFailed { generation: 7 })));
        assert!(answer(&mut maker, 8, |_| None).is_none(), "cancelled");
    }
}
