//! Where a function of one number reaches a target: all places, also where it only touches it.

use std::cmp::Ordering;

/// An output closer to the target than this share of it is the target. That is above the rounding
/// of a run, and below any digit that is shown.
const SAME: f64 = 1e-12;
/// Where the ends of a bracket stay farther from the target than this share of what they were, the
/// output jumps over it.
const JUMP: f64 = 1e-6;
/// More steps than it takes to halve a bracket down to the last bit of a double.
const STEPS: usize = 100;
/// The golden section, (3 − √5) / 2.
const GOLDEN: f64 = 0.381_966_011_250_105_1;
/// So many golden sections narrow an interval to 1e-13 of its width.
const GOLDEN_STEPS: usize = 62;

/// A place where the function was computed.
#[derive(Clone, Copy, Debug)]
struct Point {
    at: f64,
    output: f64,
    /// Output less target; exactly zero where they are the same but for rounding.
    gap: f64,
}

impl Point {
    fn is_met(self) -> bool {
        self.gap == 0.0
    }

    /// On which side of the target the output lies.
    fn side(self) -> Ordering {
        self.gap.total_cmp(&0.0)
    }
}

/// A search for the places where a function reaches a target.
pub(super) struct Reach<F> {
    function: F,
    target: f64,
    /// The place to which solutions shall be near.
    home: f64,
    /// Where the function was computed, in order.
    points: Vec<Point>,
}

impl<F: FnMut(f64) -> f64> Reach<F> {
    /// Computes the function at its `home` and at all `places`, of which the first and the last
    /// bound the search.
    pub fn scan(function: F, target: f64, home: f64, places: impl Iterator<Item = f64>) -> Self {
        let mut reach = Self {
            function,
            target,
            home,
            points: Vec::new(),
        };
        let mut places: Vec<f64> = places.chain([home]).collect();
        places.sort_by(f64::total_cmp);
        places.dedup();
        for place in places {
            let point = reach.point(place);
            reach.points.push(point);
        }
        reach.points.retain(|point| point.output.is_finite());
        reach
    }

    /// The least and the greatest output met so far; "not a number" where there is none.
    pub fn range(&self) -> (f64, f64) {
        let outputs = self.points.iter().map(|point| point.output);
        (
            outputs.clone().fold(f64::NAN, f64::min),
            outputs.fold(f64::NAN, f64::max),
        )
    }

    /// Is the output the same everywhere?
    pub fn is_flat(&self) -> bool {
        let (least, greatest) = self.range();
        greatest - least <= SAME * least.abs().max(greatest.abs())
    }

    /// The places where the target is reached, in order. Of a stretch of such places it is the one
    /// nearest to home.
    ///
    /// Where there is none, `range` is sharp afterwards.
    pub fn places(&mut self) -> Vec<f64> {
        let near_misses = (0..self.points.len()).filter(|&index| self.is_near_miss(index));
        let toward_target = |index: usize| (index, -self.points[index].gap);
        self.sharpen(&near_misses.map(toward_target).collect::<Vec<_>>());
        let places = self.solutions();
        if !places.is_empty() {
            return places;
        }
        self.sharpen(&self.extremes());
        self.solutions()
    }

    fn point(&mut self, at: f64) -> Point {
        let output = (self.function)(at);
        let gap = output - self.target;
        Point {
            at,
            output,
            gap: if gap.abs() <= SAME * self.target.abs() {
                0.0
            } else {
                gap
            },
        }
    }

    /// Does the output turn back here shortly before the target? Then it may reach it next to this
    /// point after all: by no more than it goes from point to point, if it bends one way only.
    fn is_near_miss(&self, index: usize) -> bool {
        let point = self.points[index];
        let is_nearest = self
            .around(index, 1)
            .iter()
            .all(|other| other.side() == point.side() && other.gap.abs() >= point.gap.abs());
        let pairs = self.around(index, 2).windows(2);
        let steepest = pairs.map(|pair| (pair[1].gap - pair[0].gap).abs());
        is_nearest && !point.is_met() && point.gap.abs() <= steepest.fold(0.0, f64::max)
    }

    /// A point and up to so many on each side.
    fn around(&self, index: usize, count: usize) -> &[Point] {
        let last = self.points.len() - 1;
        &self.points[index.saturating_sub(count)..=(index + count).min(last)]
    }

    /// The indices of the least and the greatest output, each with the sign that leads beyond.
    fn extremes(&self) -> Vec<(usize, f64)> {
        let by_output =
            |a: &usize, b: &usize| self.points[*a].output.total_cmp(&self.points[*b].output);
        let least = (0..self.points.len()).min_by(by_output);
        let greatest = (0..self.points.len()).max_by(by_output);
        let signed = least.map(|index| (index, -1.0)).into_iter();
        signed.chain(greatest.map(|index| (index, 1.0))).collect()
    }

    /// Adds the highest points (for a positive sign, else the lowest) around some points.
    fn sharpen(&mut self, turns: &[(usize, f64)]) {
        let sharp: Vec<Point> = turns
            .iter()
            .map(|&(index, sign)| self.turn(index, sign.signum()))
            .collect();
        self.points.extend(sharp);
        self.points.sort_by(|a, b| a.at.total_cmp(&b.at));
        self.points.dedup_by_key(|point| point.at);
    }

    /// The highest point (the lowest for a sign of −1) between the neighbours of a point, by golden
    /// section; or the first that is no longer on the point's side of the target.
    fn turn(&mut self, index: usize, sign: f64) -> Point {
        let side = self.points[index].side();
        let around = self.around(index, 1);
        let (mut low, mut high) = (around[0].at, around[around.len() - 1].at);
        let mut left = self.point(low + GOLDEN * (high - low));
        let mut right = self.point(high - GOLDEN * (high - low));
        let is_left = |left: Point, right: Point| sign * left.output >= sign * right.output;
        for _ in 0..GOLDEN_STEPS {
            if left.side() != side || right.side() != side {
                break;
            }
            if is_left(left, right) {
                high = right.at;
                right = left;
                left = self.point(low + GOLDEN * (high - low));
            } else {
                low = left.at;
                left = right;
                right = self.point(high - GOLDEN * (high - low));
            }
        }
        if is_left(left, right) { left } else { right }
    }

    /// The solutions that the points show.
    fn solutions(&mut self) -> Vec<f64> {
        let points = self.points.clone();
        let stretches: Vec<&[Point]> = points.chunk_by(|a, b| a.side() == b.side()).collect();
        let mut solutions = Vec::new();
        let mut before: Option<Point> = None;
        for (index, stretch) in stretches.iter().enumerate() {
            let (first, last) = (stretch[0], stretch[stretch.len() - 1]);
            if first.is_met() {
                let after = stretches.get(index + 1).map(|stretch| stretch[0]);
                solutions.push(self.nearest_home([before, after], [first, last]));
            } else if let Some(before) = before.filter(|before| !before.is_met()) {
                solutions.extend(self.crossing(before, first));
            }
            before = Some(last);
        }
        solutions
    }

    /// The place nearest to home of a stretch that meets the target from `first` to `last`, given
    /// the points before and after it. A single point is the place itself.
    fn nearest_home(&mut self, [before, after]: [Option<Point>; 2], ends: [Point; 2]) -> f64 {
        let [first, last] = ends;
        if first.at == last.at {
            first.at
        } else if self.home < first.at {
            self.edge(before, first)
        } else if self.home > last.at {
            self.edge(after, last)
        } else {
            self.home
        }
    }

    /// The last place that meets the target on the way from `inside` to `outside`, by halving.
    fn edge(&mut self, outside: Option<Point>, inside: Point) -> f64 {
        let mut inside = inside.at;
        let Some(mut outside) = outside.map(|point| point.at) else {
            return inside;
        };
        for _ in 0..STEPS {
            let middle = f64::midpoint(inside, outside);
            if middle == inside || middle == outside {
                break;
            }
            if self.point(middle).is_met() {
                inside = middle;
            } else {
                outside = middle;
            }
        }
        inside
    }

    /// Where the output crosses the target between two points on either side of it; none where it
    /// jumps over it.
    ///
    /// By T. R. Chandrupatla, "A new hybrid quadratic/bisection algorithm for finding the zero of a
    /// nonlinear function without using derivatives", 1997.
    fn crossing(&mut self, one: Point, other: Point) -> Option<f64> {
        let height = one.gap.abs().max(other.gap.abs());
        let (mut newest, mut opposite) = (one, other);
        let mut share = 0.5;
        for _ in 0..STEPS {
            let point = self.point(newest.at + share * (opposite.at - newest.at));
            if point.is_met() {
                return Some(point.at);
            }
            let dropped = if point.side() == newest.side() {
                newest
            } else {
                std::mem::replace(&mut opposite, newest)
            };
            newest = point;
            let width = (opposite.at - newest.at).abs();
            let least = f64::EPSILON * newest.at.abs().max(opposite.at.abs()) / width;
            if least > 0.5 {
                break;
            }
            let safe = interpolated(newest, opposite, dropped);
            share = safe.unwrap_or(0.5).clamp(least, 1.0 - least);
        }
        let nearer = if newest.gap.abs() < opposite.gap.abs() {
            newest
        } else {
            opposite
        };
        (nearer.gap.abs() <= JUMP * height).then_some(nearer.at)
    }
}

/// How far from `one` to `other` the parabola through three points, place by gap, crosses the
/// target; none where it bends too much to be trusted.
fn interpolated(one: Point, other: Point, third: Point) -> Option<f64> {
    let (a, b, c) = (one.gap, other.gap, third.gap);
    let place = (one.at - other.at) / (third.at - other.at);
    let gap = (a - b) / (c - b);
    let is_safe = gap.powi(2) < place && (1.0 - gap).powi(2) < 1.0 - place;
    let far = (third.at - one.at) / (other.at - one.at);
    is_safe.then(|| a / (b - a) * c / (b - c) + far * a / (c - a) * b / (c - b))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The places between −4 and 4 where a function reaches a target, with how often it was
    /// computed after the first scan.
    fn places(target: f64, home: f64, function: impl Fn(f64) -> f64) -> (Vec<f64>, usize) {
        let mut count = 0;
        let counted = |x| {
            count += 1;
            function(x)
        };
        let grid = (0..=64).map(|step| f64::from(step) / 8.0 - 4.0);
        let mut reach = Reach::scan(counted, target, home, grid);
        let places = reach.places();
        (places, count - 65)
    }

    #[track_caller]
    fn assert_places(target: f64, home: f64, function: impl Fn(f64) -> f64, want: &[f64]) {
        let (found, _) = places(target, home, function);
        assert_eq!(found.len(), want.len(), "{found:?}");
        for (found, want) in found.iter().zip(want) {
            assert!((found - want).abs() < 1e-9, "{found} for {want}");
        }
    }

    #[test]
    fn crossings_are_found_fast_and_to_the_last_bits() {
        let (found, count) = places(5.0, 0.0, f64::exp);
        assert!((found[0] - 5.0_f64.ln()).abs() < 1e-12);
        assert!(count <= 10, "{count} more runs");
        // A corner: 3 x − 1 from 1/3 on, nothing before.
        assert_places(0.5, 0.0, |x| (3.0 * x - 1.0).max(0.0), &[0.5]);
        assert_places(
            0.0,
            0.0,
            |x| x * x - 2.0,
            &[-(2.0_f64.sqrt()), 2.0_f64.sqrt()],
        );
    }

    #[test]
    fn solutions_between_two_points_of_the_grid_are_found() {
        // Both within 0.02 of 0.0625, between the points 0 and 0.125.
        let parabola = |x: f64| (x - 0.0625).powi(2);
        assert_places(0.0001, 0.0, parabola, &[0.0525, 0.0725]);
        // The same at the end of the search.
        let parabola = |x: f64| -(x + 3.9375).powi(2);
        assert_places(-0.0001, 0.0, parabola, &[-3.9475, -3.9275]);
    }

    #[test]
    fn a_target_that_is_only_touched_is_reached() {
        // √7e-12 from the top of the parabola the output is the target but for rounding.
        let touches = |place: &[f64]| place.len() == 1 && (place[0] - 0.3).abs() < 3e-6;
        assert!(touches(&places(7.0, 0.0, |x| 7.0 - (x - 0.3).powi(2)).0));
        assert!(touches(&places(7.0, 0.0, |x| 7.0 - (x - 0.3).abs()).0));
        assert_places(4.0, 0.0, |x| x, &[4.0]);
    }

    #[test]
    fn of_a_stretch_the_nearest_place_is_taken() {
        let flat_within = |x: f64| 2.0 + (x.abs() - 1.03).max(0.0);
        assert_places(2.0, -3.0, flat_within, &[-1.03]);
        assert_places(2.0, 3.0, flat_within, &[1.03]);
        assert_places(2.0, 0.7, flat_within, &[0.7]);
        assert_places(2.0, 3.0, |x| 2.0 + (x + 1.0).max(0.0), &[-1.0]);
        assert_places(2.0, 1.1, |_| 2.0, &[1.1]);
    }

    #[test]
    fn a_jump_over_the_target_does_not_reach_it() {
        assert_places(0.5, 0.0, |x| if x < 0.3 { 0.0 } else { 1.0 }, &[]);
        assert_places(0.5, 0.0, |x| if x == 1.0 { f64::NAN } else { x }, &[0.5]);
        assert_places(0.5, 0.0, |_| f64::NAN, &[]);
    }

    #[test]
    fn what_is_out_of_reach_leaves_a_sharp_range() {
        let grid = || (0..=8).map(|step| f64::from(step) - 4.0);
        let mut reach = Reach::scan(|x: f64| (x - 0.3).powi(2), -1.0, 0.0, grid());
        assert!(reach.places().is_empty());
        let (least, greatest) = reach.range();
        assert!(least < 1e-14 && greatest == 18.49, "{least} {greatest}");
        assert!(!reach.is_flat());
        assert!(Reach::scan(|_| 3.0, -1.0, 0.0, grid()).is_flat());
    }
}
