//! Shapley values: what each player of a game adds to its worth, averaged over all orders in which
//! the players could have joined (L. S. Shapley, "A value for n-person games", 1953).

use std::iter;

/// What one player adds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Share {
    /// On average over the orders.
    pub mean: f64,
    /// The standard error of the average, where orders were drawn.
    pub error: Option<f64>,
}

/// `joins(coalition, player)`: is a player in a coalition?
pub(super) type Joins<'a> = &'a dyn Fn(usize, usize) -> bool;

/// The shares from all coalitions. `worths(coalitions, joins)` gives the worth of each.
///
/// Player p adds worth(C ∪ p) − worth(C) to a coalition C of s others, which is what p meets in
/// s! (n − 1 − s)! of the n! orders.
pub(super) fn exact(
    players: usize,
    worths: impl FnOnce(usize, Joins<'_>) -> Vec<f64>,
) -> Vec<Share> {
    let joins = |coalition: usize, player: usize| coalition >> player & 1 == 1;
    let worths = worths(1 << players, &joins);
    let weights = weights(players);
    let mean = |player: usize| {
        let others = (0..worths.len()).filter(|&coalition| !joins(coalition, player));
        let weighed = others.map(|coalition| {
            let added = worths[coalition | 1 << player] - worths[coalition];
            weights[coalition.count_ones() as usize] * added
        });
        weighed.sum()
    };
    (0..players)
        .map(|player| Share {
            mean: mean(player),
            error: None,
        })
        .collect()
}

/// s! (n − 1 − s)! / n! for s from 0 to n − 1.
fn weights(players: usize) -> Vec<f64> {
    let first = 1.0 / players as f64;
    let next = |(size, weight): &(usize, f64)| {
        let others = players - 1 - size;
        (others > 0).then(|| (size + 1, weight * (size + 1) as f64 / others as f64))
    };
    let weights = iter::successors((players > 0).then_some((0, first)), next);
    weights.map(|(_, weight)| weight).collect()
}

/// The shares from `pairs` drawn orders and the same orders backwards: a player who comes late in
/// one comes early in the other, which takes out most of what chance adds. Whatever is drawn, the
/// shares add up to what all players are worth.
pub(super) fn sampled(
    players: usize,
    pairs: usize,
    seed: u64,
    worths: impl FnOnce(usize, Joins<'_>) -> Vec<f64>,
) -> Vec<Share> {
    let mut draws = SplitMix64(seed);
    let ranks: Vec<Vec<usize>> = (0..pairs).map(|_| draws.permutation(players)).collect();
    let rank = |order: usize, player: usize| {
        let forwards = ranks[order / 2][player];
        if order.is_multiple_of(2) {
            forwards
        } else {
            players - 1 - forwards
        }
    };
    // Of each order the coalitions of the first 0, 1, … n players.
    let sizes = players + 1;
    let joins =
        |coalition: usize, player: usize| rank(coalition / sizes, player) < coalition % sizes;
    let worths = worths(2 * pairs * sizes, &joins);
    let added = |order: usize, player: usize| {
        let before = order * sizes + rank(order, player);
        worths[before + 1] - worths[before]
    };
    let share = |player: usize| {
        let of_pair =
            |pair: usize| f64::midpoint(added(2 * pair, player), added(2 * pair + 1, player));
        mean_with_error((0..pairs).map(of_pair))
    };
    (0..players).map(share).collect()
}

/// The mean of independent values, and its standard error: √(Σ (x − mean)² / (n (n − 1))).
fn mean_with_error(values: impl ExactSizeIterator<Item = f64> + Clone) -> Share {
    let count = values.len() as f64;
    let mean = values.clone().sum::<f64>() / count;
    let squares: f64 = values.map(|value| (value - mean).powi(2)).sum();
    Share {
        mean,
        error: Some((squares / (count * (count - 1.0))).sqrt()),
    }
}

/// The generator of G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number
/// generators", 2014.
struct SplitMix64(u64);

impl SplitMix64 {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ self.0 >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ mixed >> 31
    }

    /// A whole number below `bound`. Its upper 64 bits of 128 are even to within 1 in 2^50.
    fn below(&mut self, bound: usize) -> usize {
        ((u128::from(self.next()) * bound as u128) >> u64::BITS) as usize
    }

    /// The numbers below `count` in a drawn order (Fisher and Yates).
    fn permutation(&mut self, count: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..count).collect();
        for last in (1..count).rev() {
            order.swap(last, self.below(last + 1));
        }
        order
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The worths of a game, coalition by coalition.
    fn game(
        players: usize,
        worth: impl Fn(&[usize]) -> f64,
    ) -> impl Fn(usize, Joins<'_>) -> Vec<f64> {
        move |coalitions, joins| {
            let members = |coalition| -> Vec<usize> {
                (0..players)
                    .filter(|&player| joins(coalition, player))
                    .collect()
            };
            (0..coalitions)
                .map(|coalition| worth(&members(coalition)))
                .collect()
        }
    }

    fn means(shares: &[Share]) -> Vec<f64> {
        shares.iter().map(|share| share.mean).collect()
    }

    #[test]
    fn the_owner_of_the_rare_glove_gets_most() {
        // Player 0 has a left glove, 1 and 2 a right one each; a pair is worth 6. Of the six orders
        // 1 completes the pair in 012, 2 in 021, and player 0 in the other four.
        let worth = |members: &[usize]| {
            let is_pair = members.contains(&0) && members.len() > 1;
            if is_pair { 6.0 } else { 0.0 }
        };
        let shares = means(&exact(3, game(3, worth)));
        for (share, want) in shares.iter().zip([4.0, 1.0, 1.0]) {
            assert!((share - want).abs() < 1e-14, "{shares:?}");
        }
    }

    #[test]
    fn shares_add_up_and_who_adds_nothing_gets_nothing() {
        // The product of what members bring; player 3 brings the factor 1.
        let brings = [2.0, 3.0, 0.5, 1.0, 1.7];
        let worth = |members: &[usize]| members.iter().map(|&player| brings[player]).product();
        let all: f64 = worth(&[0, 1, 2, 3, 4]);
        let shares = exact(5, game(5, worth));
        assert!((means(&shares).iter().sum::<f64>() - (all - 1.0)).abs() < 1e-14);
        assert_eq!(shares[3].mean, 0.0);
        assert_eq!(exact(0, game(0, |_| 1.0)), []);
        assert_eq!(
            means(&exact(1, game(1, |members| members.len() as f64))),
            [1.0]
        );
    }

    #[test]
    fn drawn_orders_come_near_within_their_errors_and_add_up() {
        let brings = [2.0, 3.0, 0.5, 1.0, 1.7, 0.9];
        let worth = |members: &[usize]| members.iter().map(|&player| brings[player]).product();
        let whole: f64 = worth(&[0, 1, 2, 3, 4, 5]) - 1.0;
        let exact = exact(6, game(6, worth));
        let sampled = sampled(6, 200, 7, game(6, worth));
        assert!((means(&sampled).iter().sum::<f64>() - whole).abs() < 1e-12);
        for (exact, sampled) in exact.iter().zip(&sampled) {
            let error = sampled.error.expect("an error");
            assert!(
                (exact.mean - sampled.mean).abs() <= 4.0 * error,
                "{exact:?} {sampled:?}"
            );
            assert!(error < 0.1);
        }
        assert_eq!((sampled[3].mean, sampled[3].error), (0.0, Some(0.0)));
    }

    #[test]
    fn the_generator_draws_the_published_numbers() {
        let mut draws = SplitMix64(1_234_567);
        assert_eq!(draws.next(), 6_457_827_717_110_365_317);
        assert_eq!(draws.next(), 3_203_168_211_198_807_973);
    }
}
