//! Levers that move by themselves from one world to another, so that the room sees which.

use crate::model::Assumption;
use crate::scenario::Scenario;

/// How long it takes, in seconds.
const DURATION: f32 = 0.6;

/// A way from one world to another.
pub(super) struct Morph {
    /// The levers that move: their places on the rail, 0 to 1, at both ends.
    moves: Vec<(Assumption, f64, f64)>,
    target: Scenario,
    elapsed: f32,
}

impl Morph {
    /// The way between two worlds; `None` where no lever moves.
    pub fn between(from: &Scenario, target: Scenario) -> Option<Self> {
        let moves: Vec<_> = Assumption::ALL
            .iter()
            .map(|&lever| (lever, from.value(lever), target.value(lever)))
            .filter(|(_, start, end)| start.to_bits() != end.to_bits())
            .map(|(lever, start, end)| {
                let info = lever.info();
                (lever, info.position(start), info.position(end))
            })
            .collect();
        (!moves.is_empty()).then_some(Self {
            moves,
            target,
            elapsed: 0.0,
        })
    }

    /// Where it leads.
    pub fn target(&self) -> &Scenario {
        &self.target
    }

    /// The same, when it is over.
    pub fn into_target(self) -> Scenario {
        self.target
    }

    /// Goes on for so many seconds: the world then, or `None` where it has arrived.
    pub fn advance(&mut self, seconds: f32) -> Option<Scenario> {
        self.elapsed += seconds.max(0.0);
        let share = self.elapsed / DURATION;
        if share >= 1.0 {
            return None;
        }
        // Thumbs move along their rails, with a soft start and a soft end.
        let share = f64::from(share * share * (3.0 - 2.0 * share));
        let mut world = self.target.clone();
        for &(lever, start, end) in &self.moves {
            let value = lever.info().value_at(start + (end - start) * share);
            world.set(lever, value);
        }
        Some(world)
    }
}
